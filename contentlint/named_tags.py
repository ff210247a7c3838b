"""Tags that a line may only name, as `- <div></div> is a block` does, so that no safe fix takes them out."""

from __future__ import annotations

from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.text import Span

_DO_NOTHING_BARE = frozenset({"script", "link"})  # nobody names them without what they load
_LEAD = pattern(r"[ \t>]*+(?:(?:[-*+]|#{1,6}|\d{1,9}[.)])[ \t]++)*+")
_TAG = pattern(r"<[^<>]*+>")
_OPENS = frozenset("|([{（【「『《“‘\"':：,，、/")  # right before a name
_ENDS_SENTENCE = (".", "!", "?", "。", "！", "？", "…")
_NEAR = 500  # characters


def may_be_named(document: Document, span: Span) -> bool:
    """Whether an element without content, attributes aside where it does nothing without them, stands by itself among
    the words of a line of Markdown, fills a cell, or is all that an item or a heading has."""
    node = next(document.nodes_in(Span(span.start, span.start + 1)), None)
    return node is not None and node.whole == span and _may_be_word(document, node) and stands_apart(document, span)


def _may_be_word(document: Document, node: Node) -> bool:
    if node.markup != "html" or node.kind not in ("element", "heading", "link") or node.parent is not None:
        return False
    is_bare = not node.attributes or node.name in _DO_NOTHING_BARE
    return is_bare and (node.end_tag is None or node.content.start == node.content.end)


def stands_apart(document: Document, span: Span) -> bool:
    """Whether nothing but blanks and signs stands right beside a span, and words further on in its line of Markdown."""
    if document.language == "html":
        return False
    text, flat = document.text, document.source.flat
    near = max(span.start - _NEAR, document.source.line_start(0))
    line = max(flat.rfind("\n", near, span.start) + 1, near)
    lead = _LEAD.match(text, line, span.start)
    begins = lead.end() if lead is not None else line
    before, after = text[begins : span.start], flat[span.end : span.end + _NEAR].partition("\n")[0]
    if (before and not before[-1].isspace() and before[-1] not in _OPENS) or after[:1].isalnum() or after[:1] == "<":
        return False
    if not before.strip() and not after.strip():
        return bool(text[line:begins].strip(" \t>"))
    if document.is_in_table(span.start):
        return True
    if not after.strip() and before.rstrip().endswith(_ENDS_SENTENCE):
        return False
    return any(map(str.isalnum, _TAG.sub("", before + after)))
