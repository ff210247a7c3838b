"""Slips of the pen with tags: what was meant by one that closes nothing, or opens what was to be closed."""

from __future__ import annotations

import re
from typing import NamedTuple

from contentlint.document import Document, once
from contentlint.elements import HEADINGS, KNOWN, OPTIONAL_END, PHRASING, VOID
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.rule import Fix, Safety
from contentlint.text import Edit, Span
from contentlint.wording import nearest

_ALIKE = ({"b", "strong"}, {"i", "em"}, {"s", "del", "strike"}, HEADINGS)
_TAG_WORD = pattern(r"[ \t]+(?i:tags?|elements?)\b|[ \t]*(?:标签|标记|元素|標籤|タグ|要素|の中)")
_NAMED = frozenset({"hr", "img", "input"})
_LABEL = pattern(r"\s*+[^\W\d_]++[ \t]*+[:：]")  # "<hr> Tags: kites"
_NEAR = 40  # characters
_FARTHEST = 2_000
_WORD_BEFORE = pattern(r"[^\s>|*_(（:：。.！!？?][ \t]*\Z")
_WORD_AFTER = pattern(r"[ \t]*[^\s<]")
_WHOLE_ATTRIBUTE = (
    r"[\w:-]++(?:=(?:\"[^\s\"<>]*+\"|'[^\s'<>]*+'|\"[^\"<>]*+(?<!=)\"|'[^'<>]*+(?<!=)'|[^\s\"'<>=]++)|(?![\w:=-]))"
)
_OPEN_VALUE = pattern(r"[ \t\n]*[\w:-]+=([\"'])[^\"'<>\n]*(?=>)")
_RUN_ON_VALUE = pattern(r"[ \t\n]*[\w:-]+=([\"'])[^\"'<>\n]*?(?=[ \t]+[\w:-]+=\1)")
_GLUED = pattern(r"(?=[\w:-]+=[\"'][^\"'<>\n]*[\"'])")


@once
def meant_ends(document: Document) -> dict[Span, Node]:
    """The elements that are never closed, by the end tag of another name that was meant for each."""
    open_ends = {node.content.end: node for node in document.all("element") if _is_open(node)}
    found: dict[Span, Node] = {}
    taken: set[Span] = set()
    for tag in document.all("end-tag"):
        parent = tag.parent
        started = parent if parent is not None and parent.end_tag is None else open_ends.get(tag.span.start)
        if started is not None and started.span not in taken and _is_meant(tag.name, started):
            found[tag.span] = started
            taken.add(started.span)
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


def mention(document: Document, node: Node) -> tuple[str, Fix] | None:
    """What is told of a tag in Markdown's text that is no markup but a word, "the <div> element", and the fix; None of
    any other tag."""
    if document.language == "html" or node.attributes or node.end_tag is not None:
        return None
    flat, (start, end) = document.source.flat, node.span
    near = max(start - _NEAR, 0)
    line_start = max(flat.rfind("\n", near, start) + 1, near)
    if _WORD_BEFORE.search(flat, line_start, start) is None:
        return None
    is_amid = node.name not in PHRASING and node.name not in ("br", "wbr", "hr", "img", "p")
    if _TAG_WORD.match(flat, end) is None and not (is_amid and _WORD_AFTER.match(flat, end)):
        return None
    return f"<{node.name[:40]}> stands in the text as a tag: write it as code or with &lt;", as_text(node)


def is_named(document: Document, node: Node) -> bool:
    """Whether a tag that is never closed in HTML, and does nothing without attributes, is but a word in a sentence."""
    if node.name not in _NAMED or node.attributes or node.parent is not None:
        return False
    block = document.block_at(node.span.start)
    is_in_text = block is not None and block.kind in ("text", "heading")
    is_meant = document.text[node.span.end - 2] == "/"  # whoever only names a tag leaves out the slash
    if is_meant or not is_in_text or _LABEL.match(document.source.flat, node.span.end) is not None:
        return False
    return mention(document, node) is not None


def as_text(node: Node) -> Fix:
    """Write a tag's "<" so that it is read as one."""
    edit = Edit(Span(node.span.start, node.span.start + 1), "&lt;")
    return Fix("Write it as text", (edit,), Safety.UNSAFE)


class Broken(NamedTuple):
    """A start tag that is read as text: where, what is wrong with it, and what would mend it."""

    span: Span
    message: str
    edit: Edit


def broken_start(document: Document, tag: Node) -> Broken | None:
    """The start tag that an end tag was written for, where a quote or a blank missing in it makes it text."""
    flat = document.source.flat
    begins = tag.parent.span.end if tag.parent is not None else document.body.span.start
    begins = max(
        begins, flat.rfind("\n\n", max(begins, tag.span.start - _FARTHEST), tag.span.start), tag.span.start - _FARTHEST
    )
    at = flat.rfind(f"<{tag.name}", begins, tag.span.start)
    around = document.around(at) if at >= 0 else None
    if at < 0 or (around is not None and around.kind != "loose-tag"):
        return None
    start = re.compile(rf"<{re.escape(tag.name)}(?:[ \t\n]++{_WHOLE_ATTRIBUTE})*+").match(flat, at, tag.span.start)
    if start is None:
        return None
    span = Span(at, (flat.find(">", at, tag.span.start) + 1) or tag.span.start)
    value = _RUN_ON_VALUE.match(flat, start.end(), tag.span.start) or _OPEN_VALUE.match(
        flat, start.end(), tag.span.start
    )
    if value is not None:
        message = f"the quote that begins in this <{tag.name}> is never closed, so no browser takes it for a tag"
        return Broken(span, message, Edit(Span(value.end(), value.end()), value[1]))
    if _GLUED.match(flat, start.end(), tag.span.start):
        message = f"a blank is missing between two attributes of this <{tag.name}>, so it is read as text"
        return Broken(span, message, Edit(Span(start.end(), start.end()), " "))
    return None
