"""For people: place and message, the source lines with the finding underlined, the fix as a hint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contentlint.reporters.plain import printable, width
from contentlint.wire import Located, Result

_SHOWN_LINES = 3
_SHOWN_WIDTH = 100


def report(results: Iterable[Result]) -> str:
    return "".join(line + "\n" for result in results for found in result.findings for line in _lines(result.path, found))


def _lines(path: str, found: Located) -> Iterator[str]:
    yield f"{found.severity}[{found.rule}]: {printable(found.message)}"
    row = found.location.row
    gutter = " " * len(str(row + min(len(found.lines), _SHOWN_LINES) - 1))
    yield f"{gutter}--> {printable(path)}:{row}:{found.location.column}"
    yield f"{gutter} |"
    for number, line in enumerate(found.lines[:_SHOWN_LINES]):
        start = found.location.column - 1 if not number else len(line) - len(line.lstrip())
        is_last = row + number == found.end_location.row
        end = min(found.end_location.column - 1 if is_last else len(line), len(line))
        shown, before, marked = _window(line, start, max(end, start))
        yield f"{row + number:>{len(gutter)}} | {shown}".rstrip()
        yield f"{gutter} | {' ' * before}{'^' * max(marked, 1)}"
    if found.end_location.row - row >= _SHOWN_LINES:
        yield f"{gutter} | … to line {found.end_location.row}"
    if found.fix is not None:
        how = "--fix" if found.fix.safety == "safe" else "--fix --unsafe-fixes"
        yield f"{gutter} = fix: {printable(found.fix.title)} ({how})"
    yield ""


def _window(line: str, start: int, end: int) -> tuple[str, int, int]:
    """The part of a line that is shown, the columns before the mark, and the mark's columns."""
    left = 0
    if width(line[:end]) > _SHOWN_WIDTH:
        left = max(start - _SHOWN_WIDTH // 4, 0)
    ellipsis = "…" if left else ""
    right = left
    room = _SHOWN_WIDTH
    while right < len(line) and room > 0:
        room -= width(line[right])
        right += 1
    shown = ellipsis + printable(line[left:right]) + ("…" if right < len(line) else "")
    before = width(ellipsis) + width(printable(line[left:start]))
    return shown, before, width(printable(line[start : min(end, right)]))
