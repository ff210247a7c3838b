"""For people: place and message, the source lines with the finding underlined, the fix as a hint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from contentlint.reporters.plain import printable, spelled, visible, width, without_commands
from contentlint.wire import Located, Result

_SHOWN_LINES = 3
_SHOWN_WIDTH = 100
_TAB = "    "


def report(results: Iterable[Result]) -> str:
    return "".join(
        line + "\n" for result in results for found in result.findings for line in _lines(result.path, found)
    )


def _lines(path: str, found: Located) -> Iterator[str]:
    gutter = _gutter(found)
    yield f"{found.severity}[{found.rule}]: {printable(found.message)}"
    yield f"{gutter}--> {printable(path)}:{found.location.row}:{found.location.column}"
    yield from excerpt(found)
    if found.fix is not None:
        how = "--fix" if found.fix.safety == "safe" else "--fix --unsafe-fixes"
        yield f"{gutter} = fix: {printable(found.fix.title)} ({how})"
    yield ""


def excerpt(found: Located) -> Iterator[str]:
    """The source lines behind a gutter of line numbers, the finding underlined."""
    gutter = _gutter(found)
    last = last_row(found)
    yield f"{gutter} |"
    for row, line in enumerate(found.lines[:_SHOWN_LINES], found.location.row):
        if row > last:
            break
        shown, before, marked = _window(line, *_marked(found, row, line))
        yield f"{row:>{len(gutter)}} | {shown}".rstrip()
        if marked and (row == found.location.row or line.strip()):
            yield f"{gutter} | {' ' * before}{'^' * marked}"
    if last - found.location.row >= _SHOWN_LINES:
        yield f"{gutter} | … to line {last}"


def last_row(found: Located) -> int:
    """The last row with a character of the finding; one that ends with a line end does not reach the next row."""
    end = found.end_location
    return end.row - 1 if end.column == 1 and end.row > found.location.row else end.row


def _gutter(found: Located) -> str:
    shown = min(last_row(found) - found.location.row + 1, len(found.lines), _SHOWN_LINES)
    return " " * len(str(found.location.row + max(shown, 1) - 1))


def _marked(found: Located, row: int, line: str) -> tuple[int, int]:
    """Where in the line the finding starts and ends."""
    is_first, is_last = row == found.location.row, row == found.end_location.row
    start = found.location.column - 1 if is_first else len(line) - len(line.lstrip())
    end = found.end_location.column - 1 if is_last else len(line)
    return start, max(start, min(end, len(line)))


def _window(line: str, start: int, end: int) -> tuple[str, int, int]:
    """The part of a line that is shown, the columns before the mark, and the mark's columns.

    The mark is 0 wide where it would stand in the unknown rest of a very long line.
    """
    is_plain = line.isascii() and line.isprintable()
    cells = list(line) if is_plain else list(map(_cell, line))
    if end > start and not is_plain and not any(map(width, cells[start:end])):
        cells[start:end] = map(spelled, line[start:end])
    widths = [1] * len(cells) if is_plain else list(map(_cell_width, cells))
    left = 0
    if sum(widths[:end]) > _SHOWN_WIDTH:
        left = max(min(start, len(cells)) - _SHOWN_WIDTH // 4, 0)
    right, room = left, _SHOWN_WIDTH
    while right < len(cells) and room > 0:
        room -= widths[right]
        right += 1
    ellipsis = "…" if left else ""
    shown = ellipsis + without_commands("".join(cells[left:right])) + ("…" if right < max(len(cells), start) else "")
    before = len(ellipsis) + sum(widths[left:start])
    marked = max(sum(widths[start : min(end, right)]), 1) if start <= len(cells) else 0
    return shown, before, marked


_cell_width = lru_cache(4096)(width)


@lru_cache(4096)
def _cell(char: str) -> str:
    return _TAB if char == "\t" else visible(char)
