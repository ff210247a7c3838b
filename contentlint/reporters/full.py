"""For people: place and message, the source lines with the finding underlined, the fix as a hint."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from contentlint.lazy import Known
from contentlint.reporters.plain import printable, spelled, visible, width, without_commands
from contentlint.wire import Located, Result

_SHOWN_LINES = 3
_SHOWN_WIDTH = 100
_TAB = "    "


def report(results: Iterable[Result]) -> str:
    told: list[str] = []
    for result in results:
        path = printable(result.path)
        told += [_lines(path, found) for found in result.findings]
    return "".join(told)


def _lines(path: str, found: Located) -> str:
    gutter, *lines = excerpt(found)
    row, column = found.location
    blank = gutter[:-2]
    shown = "\n".join((f"{blank}--> {path}:{row}:{column}", gutter, *lines))
    hint = "" if found.fix is None else f"{blank} = fix: {_hint(found.fix.title, found.fix.safety)}\n"
    return f"{found.severity}[{found.rule}]: {printable(found.message)}\n{shown}\n{hint}\n"


@lru_cache(1024)
def _hint(title: str, safety: str) -> str:
    return f"{printable(title)} ({'--fix' if safety == 'safe' else '--fix --unsafe-fixes'})"


def excerpt(found: Located) -> list[str]:
    """The source lines behind a gutter of line numbers, the finding underlined."""
    (first, column), (end_row, end_column) = found.location, found.end_location
    last = found.last_row
    rows = found.lines[: max(min(last - first + 1, _SHOWN_LINES), 0)]
    digits = len(str(first + max(len(rows), 1) - 1))
    gutter = " " * digits + " |"
    lines = [gutter]
    for row, line in enumerate(rows, first):
        start = column - 1 if row == first else len(line) - len(line.lstrip())
        end = end_column - 1 if row == end_row else len(line)
        window, before, marked = _window(line, start, max(start, min(end, len(line))))
        lines.append(f"{row:>{digits}} | {window}".rstrip())
        if marked and (row == first or line.strip()):
            lines.append(f"{gutter} {' ' * before}{'^' * marked}")
    if last - first >= _SHOWN_LINES:
        lines.append(f"{gutter} … to line {last}")
    return lines


def _window(line: str, start: int, end: int) -> tuple[str, int, int]:
    """The part of a line that is shown, the columns before the mark, and the mark's columns.

    The mark is 0 wide where it would stand in the unknown rest of a very long line.
    """
    if len(line) <= _SHOWN_WIDTH and start <= len(line) and line.isascii() and line.isprintable():
        return without_commands(line), start, max(end - start, 1)
    is_unseen = end > start and not any(_WIDTHS[_cell(char)] for char in line[start:end])
    left, edges = 0, [0]
    if end <= _SHOWN_WIDTH:
        cells, edges = _cells(line[:_SHOWN_WIDTH], start, end, is_unseen)
    if end > _SHOWN_WIDTH or edges[min(end, len(cells))] > _SHOWN_WIDTH:
        left = max(min(start, len(line)) - _SHOWN_WIDTH // 4, 0)
        cells, edges = _cells(line[left : left + _SHOWN_WIDTH], start - left, end - left, is_unseen)
    fitting = min(bisect_left(edges, _SHOWN_WIDTH, 1), len(cells))  # until they fill the width
    ellipsis = "…" if left else ""
    more = "…" if left + fitting < max(len(line), start) else ""
    before = edges[min(start - left, len(cells))]
    marked = max(edges[max(min(end - left, fitting), 0)] - before, 1) if start <= len(line) else 0
    return ellipsis + without_commands("".join(cells[:fitting])) + more, len(ellipsis) + before, marked


def _cells(line: str, start: int, end: int, is_unseen: bool) -> tuple[Sequence[str], list[int]]:
    """What is shown for each character of a part of a line, and the columns before each; what stands between two
    offsets is spelled out where nobody would see it."""
    cells: Sequence[str] = line
    if is_unseen:
        cells = [*map(_cell, line[:start]), *map(spelled, line[start:end]), *map(_cell, line[end:])]
    elif not line.replace("\u3000", "").isprintable():
        cells = list(map(_cell, line))
    enough = max(end, _SHOWN_WIDTH // 2)  # CJK fills the width by then
    edges = [0, *accumulate(map(_WIDTHS.__getitem__, cells[:enough]))]
    return cells, edges if edges[-1] >= _SHOWN_WIDTH else [0, *accumulate(map(_WIDTHS.__getitem__, cells))]


_WIDTHS = Known(width)  # of each cell


@lru_cache(4096)
def _cell(char: str) -> str:
    return _TAB if char == "\t" else visible(char)
