"""What to take out of an article with a few words so that nothing empty stays behind."""

from __future__ import annotations

from collections.abc import Iterable

from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.removals import removal
from contentlint.text import Edit, Span, line_after

_MARK_BEHIND = pattern(r"\*+|_+|~+")
_MARKS_BEFORE = pattern(r"(?<![\\*_~])(?:\*+|_+|~+)\Z")
_MARK_BEFORE = pattern(r"(?:[*_~]|\\)+\Z")
_MARKS = pattern(r"[*_~]+")
_LINE_LEAD = pattern(r"[ \t]*(?:>[ \t]?|[-+*][ \t]+|\d{1,9}[.)][ \t]+|#{1,6}[ \t]+)+\Z")
_LINE_TAIL = pattern(r"[ \t]*(?:#+[ \t]*)?\Z")
_BREAK = pattern(r"<br\b[^<>]*>\s*")
_BREAK_OF_MARKDOWN = pattern(r"\\(?: ?\n(?=[ \t>]*[^\s>])|(?= ?\n|\Z))")  # in the last line it is only a sign
_HARD_BREAK = pattern(r"(?<=\S)(?: {2,}|\\) ?\n[ \t>]*\Z")
_NEAR = 200  # characters
_RULE = pattern(r" {0,3}([-*_])(?:[ \t]*\1){2,}")
_MARKED = frozenset({"link", "heading"})
_READ = frozenset({"image", "template", "expression", "code", "component"})
_SEEN = frozenset({"iframe", "video", "audio", "object", "embed", "svg", "canvas", "input", "textarea", "select", "hr"})


def whole_of(document: Document, span: Span) -> Span:
    """The largest thing in which a reader finds nothing but these words: their emphasis, link, item, element."""
    while True:
        wider = _emphasis(document, span) or _element(document, span) or _line(document, span)
        if wider is None:
            return span
        span = wider


def completed(document: Document, span: Span) -> Span:
    """The span with the rest of what begins or ends in it: of links, elements, and emphasis; not beyond the link it begins
    in."""
    text, (start, end) = document.text, span
    for node in document.holding(start):
        if node.kind == "link" and node.markup == "markdown":
            end = min(end, node.content.end)
    end = max([end, *(node.whole.end for node in document.nodes_in(Span(start, end)))])
    if document.language == "html":
        return Span(start, end)
    behind = _MARK_BEHIND.match(text, end)
    if behind is not None and text.count(behind[0], start, end) % 2:
        end = behind.end()
    before = _MARKS_BEFORE.search(text, max(start - 4, 0), start)
    if before is not None and text.count(before[0], start, end) % 2:
        start = before.start()
    return Span(start, end)


def block_removal(document: Document, span: Span) -> Edit:
    """Delete a block with its lines, its line break, and the rule that would then end the article."""
    flat = document.source.flat
    line_break = _BREAK.match(document.text, span.end)
    if line_break is None and document.language != "html":
        line_break = _BREAK_OF_MARKDOWN.match(flat, span.end)
    if line_break is not None:
        span = Span(span.start, line_break.end())
    (span,) = with_hard_break(document, (span,))
    edit = removal(document, span)
    before = flat[document.body.span.start : edit.span.start] if edit.span.end == len(flat) else ""
    above = _without_rule(before)
    if above is before or not above.strip():
        return edit
    return Edit(Span(line_after(flat, document.body.span.start + len(above.rstrip())), len(flat)), "")


def with_hard_break(document: Document, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    """Lines that end a paragraph of Markdown, with what breaks the line above them."""
    text, (first, *others) = document.source.flat, pieces
    block = document.block_at(first.start)
    if block is None or text[first.end : block.end].strip(" \t\n>"):
        return pieces
    found = _HARD_BREAK.search(text, max(first.start - _NEAR, block.start), first.start)
    return (Span(found.start(), first.end), *others) if found else pieces


def _without_rule(text: str) -> str:
    """A text of Markdown without the line across that it ends with, where that is no heading's."""
    above, _, last = text.rstrip().rpartition("\n")
    is_rule = _RULE.fullmatch(last) is not None and not above.rpartition("\n")[2].strip()
    return above if is_rule else text


def joined(document: Document, pieces: Iterable[Span]) -> tuple[Span, ...]:
    """Stretches to be taken out, in order, as one where they overlap or only blanks and quote marks part them."""
    found: list[Span] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is not None and not document.text[last.end : piece.start].strip(" \t\r\n\u3000\xa0>"):
            found[-1] = Span(last.start, max(last.end, piece.end))
        else:
            found.append(piece)
    return tuple(found)


def _emphasis(document: Document, span: Span) -> Span | None:
    """The span with the marks of emphasis that stand on both of its sides."""
    if document.language == "html":
        return None
    text = document.text
    marks = _MARK_BEFORE.search(text, max(span.start - 4, 0), span.start)
    behind = _MARKS.match(text, span.end)
    if marks is None or behind is None or "\\" in marks[0]:
        return None
    if text.startswith(marks[0][::-1], span.end):
        return Span(marks.start(), span.end + len(marks[0]))
    block = document.block_at(span.start)  # what is left of uneven marks alone would be a line across the article
    if block is None or (text[block.start : marks.start()] + text[behind.end() : block.end]).strip(" \t\r\n>"):
        return None
    return Span(marks.start(), behind.end())


def _element(document: Document, span: Span) -> Span | None:
    """The smallest link or element around the span that has nothing else to read."""
    around = [
        node
        for node in document.holding(span.start)
        if (node.markup == "html" or node.kind in _MARKED) and span.end <= node.content.end and node.whole != span
    ]
    if not around:
        return None
    nearest: Node = min(around, key=lambda node: node.whole.end - node.whole.start)
    if nearest.markup == "html" and nearest.end_tag is None:
        return None
    parts = Span(nearest.content.start, span.start), Span(span.end, nearest.content.end)
    return nearest.whole if all(_is_bare(document, part) for part in parts) else None


def _is_bare(document: Document, span: Span) -> bool:
    """Whether nothing in these characters is read or seen."""
    text = document.text
    if any(piece.of(text).strip(" \t\r\n\u3000\xa0*_~#[]") for piece in document.texts_in(span)):
        return False
    nodes = document.nodes_in(span)
    return not any(node.kind in _READ or node.name in _SEEN for node in nodes if node.span.start < span.end)


def _line(document: Document, span: Span) -> Span | None:
    """The line of a list item, a heading or a quote of which these words are all."""
    if document.language == "html":
        return None
    flat = document.source.flat
    start, end = document.source.line_start(span.start), document.source.line_end(span.end)
    lead = _LINE_LEAD.fullmatch(flat[start : span.start])
    return Span(start, end) if lead and _LINE_TAIL.fullmatch(flat[span.end : end]) else None
