"""What keeps two lists of Markdown apart, though nobody sees it: a comment between them."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import NamedTuple

from contentlint.beacons import is_beacon
from contentlint.document import Document, once
from contentlint.nodes import Block
from contentlint.patterns import pattern
from contentlint.text import Span

_LEAD = pattern(r"[ \t>]*+(?P<mark>[-+*]|\d{1,9}+[.)])[ \t]++")
_ITEM_LINE = pattern(r"\n[ \t>]*+(?:[-+*]|\d{1,9}+[.)])[ \t]")
_UNSEEN = frozenset({"style", "script", "noscript", "link", "meta"})
_MOST_UNSEEN = 20  # blocks looked through for the item below
_MOST_BLOCKS = 200  # looked through for the item above
_start = attrgetter("start")


def parts_lists(document: Document, span: Span) -> bool:
    """Whether two lists of Markdown would become one without what stands alone on the lines between them. What nobody
    sees beside it does not part them either: it may be removed at the same time."""
    blocks = document.body.blocks
    if document.language == "html" or not blocks or not _has_items(document):
        return False
    after = bisect_left(blocks, span.end, key=_start)
    below = next((each for each in blocks[after : after + _MOST_UNSEEN] if not _is_unseen(document, each)), None)
    item = _item(document, below) if below is not None else None
    if item is None or not _fills_lines(document, span):
        return False
    column = _column(document, span.start)
    above = bisect_left(blocks, span.start, key=_start)
    for index in range(above - 1, max(above - _MOST_BLOCKS, 0) - 1, -1):
        block = blocks[index]
        upper = _item(document, block)
        if upper is None and _column(document, block.start) <= item.column:
            if _is_unseen(document, block):
                continue
            return False
        if upper is not None and upper.column <= item.column:
            return upper.mark == item.mark and max(column, item.column) < upper.inner
    return False


@once
def _has_items(document: Document) -> bool:
    return _ITEM_LINE.search(document.source.flat, document.body.span.start) is not None


class _Item(NamedTuple):
    """The first line of a list item: the columns where its mark and its text begin, and the kind of its mark."""

    column: int
    inner: int
    mark: str


def _item(document: Document, block: Block) -> _Item | None:
    lead = _LEAD.match(document.source.flat, document.source.line_start(block.start), block.start)
    if lead is None:
        return None
    return _Item(_column(document, lead.start("mark")), _column(document, lead.end()), lead["mark"][-1])


def _column(document: Document, offset: int) -> int:
    source = document.source
    return len(source.flat[source.line_start(offset) : offset].expandtabs(4))


def _fills_lines(document: Document, span: Span) -> bool:
    """Whether nothing that one sees would be left of the blocks in which a span lies."""
    blocks, flat = document.body.blocks, document.source.flat
    if flat[document.source.line_start(span.start) : span.start].strip(" \t>"):
        return False
    first, last = document.block_at(span.start), blocks[bisect_left(blocks, span.end, key=_start) - 1]
    start = span.start if first is None else min(first.start, span.start)
    return _is_unseen(document, Span(start, span.start)) and _is_unseen(document, Span(span.end, last.end))


def _is_unseen(document: Document, place: Block | Span) -> bool:
    """Whether nothing but comments, style sheets and the like stands here."""
    span = Span(place.start, place.end)
    if any(document.text[text.start : text.end].strip() for text in document.texts_in(span)):
        return False
    return all(node.kind == "comment" or node.name in _UNSEEN or is_beacon(node) for node in document.nodes_in(span))
