"""What may be meant with a line of a list in brackets, in broken TOML."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from contentlint.parsing.front_matter.brackets import missing_commas
from contentlint.parsing.front_matter.toml.broken.groups import PART
from contentlint.parsing.front_matter.toml.broken.items import NO_ITEM, slip_in_item
from contentlint.parsing.front_matter.toml.broken.reading import is_sound, quoted
from contentlint.parsing.front_matter.toml.broken.row import Mend, Row
from contentlint.parsing.front_matter.toml.scanner import QUOTED
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

LIST = pattern(r"=[ \t]*+\[")
ITEM_LINE = pattern(
    rf"[ \t]*+((?:{QUOTED}|[^,\"'=\[\]{{}}#\s]++(?:[ \t]++[^,\"'=\[\]{{}}#\s]++)*+))[ \t]*+,?[ \t]*+(?:#.*)?\Z"
)
_COMMAS = pattern(r"(?<=[^\s,],)((?:[ \t]*+,)++)(?=[ \t]*+(?:#|\Z))")
_DASHED_ITEM = pattern(r"(?m)^[ \t]*+(-[ \t]++([^\r\n]*+))\r?$")
_LIST_END = pattern(r"(?m)^[ \t]*+\]")
_COMMENT = pattern(r"(?<![ \t])[ \t]++#")
_MOST_TRIALS = 8


def dashed_items(row: Row) -> Iterator[Mend]:
    """Items of a list in brackets with dashes before them, as YAML has them."""
    content, start, line = row
    closer = _LIST_END.search(content, start) if line.lstrip().startswith("- ") else None
    items = list(_DASHED_ITEM.finditer(content, start, closer.start())) if closer is not None else []
    if (
        closer
        and items
        and len(items) == sum(1 for each in content[start : closer.start()].split("\n") if each.strip())
    ):
        edits = tuple(Edit(Span(*item.span(1)).shifted(-start), _item_of_toml(item[2])) for item in items)
        told = 'an item of a list has no "- " before it in TOML, but a comma behind it'
        yield Mend(told, "Write items of TOML", edits)


def _item_of_toml(written: str) -> str:
    """An item of YAML as TOML has it, with a comma behind it and what comments it behind that."""
    ends = [*(comment.start() for comment in islice(_COMMENT.finditer(written), _MOST_TRIALS)), len(written)]
    is_in_quotes = written[:1] in ("'", '"')  # then the sign of a comment may be text
    end = next((end for end in ends if not is_in_quotes or is_sound(written[:end].rstrip(" \t,"))), len(written))
    item = written[:end].rstrip(" \t,")
    if not is_sound(item):
        item = quoted(item[1:-1] if item[:1] in "“‘" and item[-1:] in "”’" else item)
    return f"{item},{written[end:]}"


def item_line(row: Row) -> Iterator[Mend]:
    """An item of a list in a line of its own, but for text without quotes: that may not belong to the list."""
    if (commas := _COMMAS.search(row.line)) is not None:
        yield Mend(NO_ITEM, "Remove the comma", (Edit(Span(*commas.span(1)), ""),))
    written = ITEM_LINE.match(row.line)
    item = slip_in_item(written[1]) if written is not None else None
    if written is not None and item is not None and item.written:
        yield Mend(item.told, item.title, (Edit(Span(*written.span(1)), item.written),))


def missing_commas_in(row: Row) -> Iterator[Mend]:
    """Commas in the list that begins in this line, with the lines it goes on in."""
    region = _list_from(*row)
    places = missing_commas(_with_blank_comments(region)) if region else []
    if places:
        begin = row.content.index(region, row.start) - row.start
        edits = tuple(Edit.at(begin + at, ",") for at in places)
        yield Mend("a comma is missing between two items of this list", "Add the comma", edits)


def _with_blank_comments(region: str) -> str:
    parts = PART.finditer(region)
    return "".join(" " * len(part[0]) if part.lastgroup == "comment" else part[0] for part in parts)


def _list_from(content: str, start: int, line: str) -> str:
    """The list that begins in this line, with the lines it goes on in, "" where none does."""
    opening = LIST.search(line)
    if opening is None:
        return ""
    at, depth = start + opening.end() - 1, 0
    for part in PART.finditer(content, at):
        depth += (part.lastgroup == "open") - (part.lastgroup == "close")
        if not depth:
            return content[at : part.end()]
    return ""
