"""Slips of the pen with tags: what was meant by one that closes nothing, or opens what was to be closed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from contentlint.document import Document, once
from contentlint.elements import KNOWN, OPTIONAL_END, VOID
from contentlint.errors import nearest
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ALIKE = ({"b", "strong"}, {"i", "em"}, {"s", "del", "strike"}, HEADINGS)
_PHRASING = frozenset(
    "a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var".split()
)
_NEAR = 40  # characters
_TAG_WORD = pattern(r"\s*(?:(?i:tags?|elements?)\b|标签|标记|元素|標籤|タグ|要素|の中)")
_WORD_BEFORE = pattern(r"[^\s>|*_(（:：。.！!？?][ \t]*\Z")
_WORD_AFTER = pattern(r"[ \t]*[^\s<]")


@once
def meant_ends(document: Document) -> dict[Span, Node]:
    """The elements that are never closed, by the end tag of another name that was meant for each."""
    open_ends = {node.content.end: node for node in document.all("element") if _is_open(node)}
    found: dict[Span, Node] = {}
    for tag in document.all("end-tag"):
        parent = tag.parent
        started = parent if parent is not None and parent.end_tag is None else open_ends.get(tag.span.start)
        if started is not None and _is_meant(tag.name, started) and started not in found.values():
            found[tag.span] = started
    return found


def _is_open(node: Node) -> bool:
    return node.end_tag is None and node.name not in VOID and node.name not in OPTIONAL_END and node.namespace == "html"


def _is_meant(name: str, started: Node) -> bool:
    if name == started.name or not _is_open(started):
        return False
    return any({name, started.name} <= names for names in _ALIKE) or (
        len(name) > 3 and nearest(name, (started.name,)) is not None
    )


def is_start_for_end(document: Document, node: Node) -> bool:
    """Whether a start tag stands where its parent's end tag was meant: `<b>bold<b>`."""
    parent = node.parent
    return (
        parent is not None
        and parent.name == node.name
        and node.name in KNOWN
        and not node.attributes
        and _is_open(node)
        and _is_open(parent)
        and document.text[parent.span.end : node.span.start].strip() != ""
    )


def is_mention(document: Document, node: Node) -> bool:
    """Whether a tag in Markdown's text is no markup but a word: "the <div> element", "set the <title> of a page"."""
    if document.language == "html" or node.attributes or node.end_tag is not None:
        return False
    flat, (start, end) = document.source.flat, node.span
    if _TAG_WORD.match(flat, end):
        return True
    near = max(start - _NEAR, 0)
    line_start = max(flat.rfind("\n", near, start) + 1, near)
    is_amid = _WORD_BEFORE.search(flat, line_start, start) and _WORD_AFTER.match(flat, end)
    return bool(is_amid) and node.name not in _PHRASING and node.name not in ("br", "wbr", "hr", "img", "p")


def as_text(node: Node) -> Edit:
    """Write a tag's "<" so that it is read as one."""
    return Edit(Span(node.span.start, node.span.start + 1), "&lt;")


def block_end(document: Document, at: int) -> int:
    """Where the paragraph, item or table cell of Markdown ends in which an offset lies; the body's end where none does."""
    blocks = document.body.blocks
    index = bisect_right([block.start for block in blocks], at) - 1
    if index < 0 or blocks[index].end <= at or blocks[index].kind != "text":
        return document.body.span.end
    end = blocks[index].end
    flat = document.source.flat
    line_end = flat.find("\n", at, end)
    line_end = end if line_end < 0 else line_end
    is_table = _TABLE.search(flat, blocks[index].start, end) is not None
    bar = flat.find("|", at, line_end) if is_table else -1
    return bar if bar >= 0 else line_end if is_table else end


_TABLE = pattern(r"\n[ \t>]*+\|?+[ \t]*+:?-++:?[ \t]*+\|")


class Broken(NamedTuple):
    """A start tag that is read as text: where, what is wrong with it, and what would mend it."""

    span: Span
    message: str
    edit: Edit


_WHOLE_ATTRIBUTE = r"[\w:-]++(?:=(?:\"[^\"<>]*+\"|'[^'<>]*+'|[^\s\"'<>=]++)|(?![\w:=-]))"
_OPEN_VALUE = pattern(r"[ \t\n]*[\w:-]+=([\"'])[^\"'<>\n]*(?=>)")
_GLUED = pattern(r"(?=[\w:-]+=[\"'][^\"'<>\n]*[\"'])")


def broken_starts(document: Document, tag: Node) -> Iterator[Broken]:
    """The start tag that an end tag was written for, where a quote or a blank missing in it makes it text."""
    flat = document.source.flat
    begins = tag.parent.span.end if tag.parent is not None else document.body.span.start
    at = flat.rfind(f"<{tag.name}", begins, tag.span.start)
    if at < 0 or document.around(at) is not None or "\n\n" in flat[at : tag.span.start]:
        return
    start = re.compile(rf"<{re.escape(tag.name)}(?:[ \t\n]++{_WHOLE_ATTRIBUTE})*+").match(flat, at, tag.span.start)
    if start is None:
        return
    span = Span(at, (flat.find(">", at, tag.span.start) + 1) or tag.span.start)
    value = _OPEN_VALUE.match(flat, start.end(), tag.span.start)
    if value is not None:
        message = f"the quote that begins in this <{tag.name}> is never closed, so no browser takes it for a tag"
        yield Broken(span, message, Edit(Span(value.end(), value.end()), value[1]))
    elif _GLUED.match(flat, start.end(), tag.span.start):
        message = f"a blank is missing between two attributes of this <{tag.name}>, so it is read as text"
        yield Broken(span, message, Edit(Span(start.end(), start.end()), " "))
