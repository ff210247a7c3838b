"""What keeps two lists of Markdown apart, though nobody sees it: a comment between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from contentlint.beacons import is_beacon
from contentlint.document import Document, once
from contentlint.nodes import Block
from contentlint.patterns import ITEM_LEAD, pattern
from contentlint.text import Span

_ITEM_LINE = pattern(r"\n[ \t>]*+(?:[-+*]|\d{1,9}+[.)])[ \t]")
_UNSEEN = frozenset({"style", "script", "noscript", "link", "meta"})
_MOST_UNSEEN = 20  # blocks looked through for the item below
_MOST_BLOCKS = 200  # looked through for the item above
_start = attrgetter("start")


def parts_lists(document: Document, span: Span) -> bool:
    """Whether two lists of Markdown would become one, or what stands below a list the list's own, without what stands
    alone on the lines between them. What nobody sees beside it does not part them either: it may be removed at the same
    time."""
    blocks = document.body.blocks
    if document.language == "html" or not blocks or not _has_items(document):
        return False
    after = bisect_left(blocks, span.end, key=_start)
    below = next((each for each in blocks[after : after + _MOST_UNSEEN] if not _is_unseen(document, each)), None)
    if below is None or not _fills_lines(document, span):
        return False
    above = bisect_left(blocks, span.start, key=_start)
    return _goes_on(document, blocks[max(above - _MOST_BLOCKS, 0) : above], document.source.column(span.start), below)


def _goes_on(document: Document, above: Sequence[Block], column: int, below: Block) -> bool:
    """Whether a list in the blocks above would go on with the block below what begins in a column."""
    item = _item(document, below)
    left = item.column if item is not None else document.source.column(_text_start(document, below))
    mark = item.mark if item is not None else ""
    edge = left  # an item whose text begins right of it has ended
    for block in reversed(above):
        upper = _item(document, block)
        if upper is None:
            if _is_unseen(document, block):
                continue
            start = document.source.column(_text_start(document, block))
        elif upper.inner <= edge:
            return column < upper.inner
        elif mark == upper.mark and upper.column <= left and max(column, left) < upper.inner:
            return True
        else:
            start = upper.column
        edge = min(edge, start)
        if start <= left:
            mark = ""
        if not edge and not mark:
            return False
    return False


def _text_start(document: Document, block: Block) -> int:
    line = document.source.line_start(block.start)
    quote = document.text.find(">", line, block.start)
    if quote >= 0:
        return quote
    written = document.text[block.start : block.end]
    return block.start + len(written) - len(written.lstrip(" \t"))


@once
def _has_items(document: Document) -> bool:
    flat, start = document.source.flat, document.body.span.start
    return ITEM_LEAD.match(flat, start) is not None or _ITEM_LINE.search(flat, start) is not None


class _Item(NamedTuple):
    """The first line of a list item: the columns where its mark and its text begin, and the kind of its mark."""

    column: int
    inner: int
    mark: str


def _item(document: Document, block: Block) -> _Item | None:
    source = document.source
    lead = ITEM_LEAD.match(source.flat, source.line_start(block.start), block.start)
    if lead is None:
        return None
    return _Item(source.column(lead.start("mark")), source.column(lead.end()), lead["mark"][-1])


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
    if any(text.of(document.text).strip() for text in document.texts_in(span)):
        return False
    return all(node.kind == "comment" or node.name in _UNSEEN or is_beacon(node) for node in document.nodes_in(span))
