"""Markdown's tables: where one begins, and how many cells its rows have.

Follows https://github.github.com/gfm/#tables-extension-
"""

from __future__ import annotations

from contentlint.patterns import pattern

_DASHES = r"\|?+[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?+[ \t]*+(?=\n|\Z)"
DASHES = pattern(_DASHES)  # the line below a table's head
CELL = pattern(r"(?:[^|\\]|\\[\s\S]?)*+\|?+")  # with the bar behind it; nothing behind the last one
_LINE_OF_DASHES = pattern(rf"\n[ \t>]*+{_DASHES}")


def table_start(flat: str, start: int, end: int) -> int:
    """Where the table in a block of text begins, which lines of text may precede; -1 where there is none."""
    for below in _LINE_OF_DASHES.finditer(flat, start, end):
        head = max(flat.rfind("\n", start, below.start()) + 1, start)
        if is_head(flat[head : below.start()], below[0]):
            return head
    return -1


def is_head(line: str, below: str) -> bool:
    """Whether a line is the head of the table that the line of dashes below it makes: it has as many cells."""
    return "|" in line and columns(line) == columns(below)


def columns(row: str) -> int:
    """How many cells a row has, behind the marks of quotes."""
    cells = row.strip().lstrip("> \t").removeprefix("|")
    return max(sum(cell.end() > cell.start() for cell in CELL.finditer(cells)), 1)
