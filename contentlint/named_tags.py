"""Tags that a line may only name, as `- <div></div> is a block` does, so that no safe fix takes them out."""

from __future__ import annotations

from contentlint.document import Document
from contentlint.elements import PHRASING
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.references import decode_references
from contentlint.text import Span

# nobody names them without what they load, nor with what asks for somebody's account
_DO_NOTHING_BARE = frozenset({"script", "link"})
_LEAD = pattern(r"[ \t>]*+(?:(?:[-*+]|#{1,6}|\d{1,9}[.)])[ \t]++)*+")
_TAG = pattern(r"<[^<>]*+>")
_OPENS = pattern(r"(?:[|(\[{（【「『《“‘\"':：,，、]|[>`]/)\Z")  # right before a name
_SHOWN = pattern(r"`</?[A-Za-z]|&lt;|<([A-Za-z]++)>(?:\s|</\1>)")  # a tag
_ANNOUNCES = (":", "：")
_CLOSES = "\"'”’)）]】」』》"
_ENDS_SENTENCE = (".", "!", "?", "。", "！", "？", "…")
_NEAR = 500  # characters


def may_be_named(document: Document, span: Span) -> bool:
    """Whether an element without content, attributes aside where it does nothing without them, stands by itself among
    the words of a line of Markdown, fills a cell, or is all that an item or a heading has."""
    node = next(document.nodes_in(Span(span.start, span.start + 1)), None)
    if node is None or node.whole != span or not _may_be_word(node):
        return False
    return stands_apart(document, span, is_inline=node.name in PHRASING)


def _may_be_word(node: Node) -> bool:
    if node.markup != "html" or node.kind not in ("element", "heading", "link") or node.parent is not None:
        return False
    is_bare = not node.attributes or (node.name in _DO_NOTHING_BARE and "?" not in (node.get("src") or ""))
    return is_bare and (node.end_tag is None or node.content.start == node.content.end)


def stands_apart(document: Document, span: Span, *, is_inline: bool = False) -> bool:
    """Whether nothing but blanks and signs stands right beside a span, and words further on in its line of Markdown.
    `is_inline`: what ends a line that shows no other tag is left over."""
    if document.language == "html":
        return False
    text, flat = document.text, document.source.flat
    near = max(span.start - _NEAR, document.source.line_start(0))
    line = max(flat.rfind("\n", near, span.start) + 1, near)
    lead = _LEAD.match(text, line, span.start)
    begins = lead.end() if lead is not None else line
    written = text[begins : span.start]
    before = decode_references(written)
    after = decode_references(flat[span.end : span.end + _NEAR].partition("\n")[0])
    if (before[-1:].strip() and not _OPENS.search(before)) or after[:1].isalnum() or after[:1] == "<":
        return False
    if not before.strip() and not after.strip():
        return bool(text[line:begins].strip(" \t>"))
    if document.is_in_table(span.start):
        return True
    if not after.strip() and _is_complete(before.rstrip(), may_lack_tag=not is_inline or bool(_SHOWN.search(written))):
        return False
    return any(map(str.isalnum, _TAG.sub("", before + after)))


def _is_complete(line: str, *, may_lack_tag: bool) -> bool:
    """Whether a line says all it has to say without the tag behind it."""
    if line.rstrip(_CLOSES).endswith(_ENDS_SENTENCE):
        return True
    return not may_lack_tag and not line.endswith(_ANNOUNCES)
