"""What to take out of an article, so that what is left reads as before and nothing empty stays behind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from contentlint.document import Document, once
from contentlint.elements import KEEPING_SPACE, OPTIONAL_END, TABLE_PARTS, TEXT_BLOCKS, VOID
from contentlint.nodes import Node
from contentlint.patterns import BLANK_LINE, pattern
from contentlint.text import Edit, Span, line_after, line_end

_NO_TAG = pattern(r"</?[A-Za-z][\w-]*+:")  # in a paragraph of Markdown it is text
_MARKS = frozenset("#>*+-=_~`|:[!\\0123456789")
# no paragraph goes on with these lines: https://spec.commonmark.org/0.31.2/#paragraphs
_BEGINS_BLOCK = pattern(r"[ \t>]*+(?:(?:[-*+]|1[.)])[ \t]++\S|#{1,6}+[ \t]|`{3}|~{3})")
_ITEM = pattern(r"[ \t>]*+\d{1,9}+[.)][ \t]++\S")
_BARE_ITEM = pattern(r"[ \t>]*+(?P<mark>(?:[-*+]|\d{1,9}+[.)])(?:[ \t]++|\Z))++\Z")
_INDENTED = pattern(r"[ \t>]*[ \t]{2}[^\s>]")
# before words that are no mark at the margin either, in any of Markdown's dialects
_DEEP_INDENT = pattern(
    r"[ \t>]*+(?:(?<= {4})|(?<=\t))(?=[^\W_]|[\"'“”„‘’«»「『（《])"
    r"(?!(?:im|ex)port\b|(?:\d{1,9}|[A-Za-z])[.)]|[A-Za-z]++[.)][ \t]++(?!\n)|[\w-]++:)"
)
_EMPTY_LINES = pattern(r"(?:[ \t>]*+\n)++")
_EMPTY_QUOTE = pattern(r"(?:[ \t]*+>[ \t>]*+\n)++")  # the lines of a quote that would begin with them
_INDENT = pattern(r"[ \t]*+")
_BLANK_TO_END = pattern(r"\s*+\Z")
_END_TAG = pattern(r"</([A-Za-z][\w:.-]*+)[^<>]*+>")
_ENDING_LINE = TEXT_BLOCKS - {"center"} | TABLE_PARTS | {"body", "br", "hr", "pre"}  # a <center> may be unwrapped, too
_WRAPPERS = frozenset({"noscript", "div", "p", "span"})
_NEEDS_NO_END = VOID | OPTIONAL_END
_OPENS = frozenset({"element", "heading", "link"})
_MOST_BLANKS = 500
_EMPTY, _QUOTING = " \t\r\n", " \t\r\n>"  # what stands in an empty line, and in one of a quote
_WHITE_SPACE = frozenset(" \t\r\n\f")


def removal(document: Document, span: Span) -> Edit:
    """Delete a span; where it fills its lines, the lines too, unless that would join two paragraphs, and the empty lines
    that would then end the file."""
    flat = document.source.flat
    start, end = span
    if document.keeps_space(span):
        return Edit(span, "")
    while start and flat[start - 1] in " \t":
        start -= 1
    while end < len(flat) and flat[end] in " \t":
        end += 1
    ends_line = end == len(flat) or flat[end] == "\n"
    first = _quote_start(document, start) if ends_line else start
    begins_line = first < start or start <= document.source.line_start(0) or flat[start - 1] == "\n"
    if ends_line and not begins_line and _is_hard_break(document, span.end, end):
        return Edit(Span(start, span.end), "")
    if not begins_line or not ends_line:  # blanks at a line's edge go with it, and of those on both sides one stays
        has_blanks = begins_line or (start < span.start and not ends_line)
        return Edit(Span(start if ends_line else span.start, end if has_blanks else span.end), "")
    return _removal_of_lines(document, span, Span(start, end), first)


def _removal_of_lines(document: Document, span: Span, within: Span, first: int) -> Edit:
    """Delete a span that fills its lines, the first of which begins at an offset; it stands within blanks."""
    flat, (start, end) = document.source.flat, within
    after = min(end + 1, len(flat))
    if _BLANK_TO_END.match(flat, after):
        return _removal_to_end(flat, document.source.line_start(0), first)
    above = flat[flat.rfind("\n", 0, max(first - 1, 0)) + 1 : max(first - 1, 0)]
    below = flat[after : line_after(flat, after)]
    is_quoted = first < start or span.of(flat).lstrip().startswith(">")
    empty = _QUOTING if is_quoted else _EMPTY
    has_text_above = above.strip(empty) and first != document.body.span.start
    if has_text_above and below.strip(empty) and _would_join(document, Span(first, after), above, below):
        return Edit(Span(start, document.source.line_end(end)), "")
    if not has_text_above and (text := _deeper_text(document, span, after)):  # alone it would be code
        return Edit(Span(span.start, text), "")
    is_between = not above.strip(empty) and not below.strip(empty)
    if is_between and (below.strip() or not above.strip()):  # of the empty lines around it one is enough
        left = None if above.strip() else _EMPTY_QUOTE.match(flat, after)
        after = left.end() if left is not None else after + len(below)
    return Edit(Span(first, after), "")


def _deeper_text(document: Document, span: Span, below: int) -> int:
    """Where the text begins of an indented line, itself no block, with which a paragraph goes on below the span that it
    begins with; else 0."""
    block = document.block_at(span.start)
    if block is None or block.start != span.start or block.end <= below or block.kind != "text":
        return 0
    indent = _DEEP_INDENT.match(document.source.flat, below)
    return indent.end() if indent is not None else 0


def _quote_start(document: Document, at: int) -> int:
    """Where a line of a quote begins in which nothing but the quote's marks stands before an offset; else the offset."""
    line = document.source.line_start(at)
    lead = document.source.flat[line:at]
    if document.language == "html" or ">" not in lead or lead.strip(" \t>"):
        return at
    return line if document.around(line + lead.index(">")) is None else at  # it may end a tag


def _removal_to_end(flat: str, first: int, start: int) -> Edit:
    """Delete what stands behind an offset, and the empty lines above it, of a text that begins at another one."""
    kept = first + len(flat[first:start].rstrip())
    return Edit(Span(first if kept == first else flat.find("\n", kept, start) + 1 or start, len(flat)), "")


def empties_item(document: Document, edit: Edit) -> bool:
    """Whether an empty line would follow the mark of an item of Markdown, which then ends before the text it had."""
    if document.language == "html" or edit.text:
        return False
    flat, (start, end) = document.source.flat, edit.span
    line = document.source.line_start(start)
    is_beside_mark = _BARE_ITEM.fullmatch(flat, line, start) is not None
    below = line_after(flat, end)
    empty = _EMPTY_LINES.match(flat, below if is_beside_mark and not flat[end:below].strip() else end)
    if empty is None or not _INDENTED.match(flat, empty.end()):
        return False
    return is_beside_mark or is_in_bare_item(document, line)


def halves_element(document: Document, span: Span) -> bool:
    """Whether one of an element's two tags stands in a span and the other does not."""
    if document.text.count("<", *span) <= document.text.startswith("<!--", span.start):  # no tag, or a comment alone
        return False
    ends = _end_tags(document)
    for _, begun in ends[bisect_left(ends, (span.start, 0)) : bisect_left(ends, (span.end, 0))]:
        if begun < span.start:
            return True
    for node in document.nodes_in(span):
        if node.end_tag is not None:
            if node.end_tag.end > span.end:
                return True
        elif node.span.start > span.start and is_left_open(node):
            return True
    return False


@once
def _end_tags(document: Document) -> list[tuple[int, int]]:
    """Where each end tag begins, and the start tag that it closes."""
    return sorted([(node.end_tag[0], node.span[0]) for node in document.body.nodes if node.end_tag is not None])


def is_left_open(node: Node) -> bool:
    """Whether an element goes on where what it stands in ends."""
    return (
        node.end_tag is None
        and node.markup == "html"
        and node.namespace == "html"
        and node.kind in _OPENS
        and node.name not in _NEEDS_NO_END
        and not node.sample
    )


def with_wrappers(document: Document, node: Node, span: Span) -> Span:
    """A thing to be removed, with the elements around it that would be left empty: those without attributes, and a
    <noscript> with all that it holds."""
    found = inner = span
    for around in filled_by(document, node, span):
        if around.name not in _WRAPPERS or document.has_template(around.span):
            break
        is_bare = found == inner and not around.attributes
        inner = around.whole
        if around.name == "noscript" or (is_bare and not leaves_seam(document, inner, is_block=around.name != "span")):
            found = inner
    return found


def filled_by(document: Document, node: Node, span: Span) -> Iterator[Node]:
    """The closed elements around a node, from inside out, that hold nothing but this span, and each other."""
    for around in node.ancestors():
        start, end = around.content
        sides = Span(start, span.start), Span(span.end, end)
        if around.end_tag is None or sum(side.end - side.start for side in sides) >= _MOST_BLANKS:
            return
        if any(side.of(document.text).strip() for side in sides):
            return
        yield around
        span = around.whole


def _is_hard_break(document: Document, start: int, end: int) -> bool:
    """Whether the blanks at the end of a line break it, as two of them do in a paragraph of Markdown."""
    blanks = document.text[start:end].rstrip("\r")
    return (
        document.language != "html" and blanks.endswith("  ") and document.source.flat[end + 1 : end + 2].strip() != ""
    )


def _is_text(document: Document, char: Span) -> bool:
    return bool(document.text[max(char.start, 0) : char.end].strip()) and any(document.texts_in(char))


def _would_join(document: Document, lines: Span, above: str, below: str) -> bool:
    """Whether Markdown would read the lines above and below as one paragraph once those between them are gone."""
    if document.language == "html" or (above.rstrip().endswith(">") and below.lstrip().startswith("<")):
        return False
    if is_in_bare_item(document, lines.start):
        return False
    if _BEGINS_BLOCK.match(below) or (_ITEM.match(below) and _ITEM.match(above)):
        return False
    block = document.block_at(lines.start)  # what is one block already stays one
    return block is None or not (block.start < lines.start and lines.end < block.end)


def is_in_bare_item(document: Document, line: int) -> bool:
    """Whether the line that begins at an offset stands in an item of Markdown of which the line above is but the mark."""
    flat = document.source.flat
    above = document.source.line_start(max(line - 1, 0))
    mark = _BARE_ITEM.match(flat, above, max(line - 1, 0))
    if mark is None or not _INDENTED.match(flat, line):
        return False
    return document.block_at(mark.start("mark")) is None  # in a block it is text


def unwrapping(document: Document, node: Node) -> tuple[Edit, ...]:
    """Delete an element's tags; what stood on lines of its own between them moves to where they stood, else Markdown
    could take it for code."""
    if node.end_tag is None:
        return (removal(document, node.span),)
    edits = [removal(document, node.span), removal(document, node.end_tag)]
    if edits[0].span.touches(edits[1].span):
        return (Edit(Span(edits[0].span.start, edits[1].span.end), ""),)
    if document.language == "html":
        return tuple(edits)
    return (*edits, *_moved_left(document, node, Span(edits[0].span.end, edits[1].span.start)))


def _moved_left(document: Document, node: Node, lines: Span) -> list[Edit]:
    text, source = document.text, document.source
    at = source.line_start(node.span.start)
    own = text[at : node.span.start]
    begins = lines.start
    if begins == node.span.end and not text[begins : line_end(source.flat, begins)].strip():
        begins = line_after(source.flat, begins)  # an empty line stays in its place
    if own.strip(" \t>") or source.line_start(begins) != begins:  # it does not fill its line
        return []
    if any(each.name in KEEPING_SPACE for each in document.nodes_in(lines)):
        return []
    found: list[tuple[int, str]] = []
    at = begins
    while at < lines.end:
        blanks = _INDENT.match(text, at + len(own) if text.startswith(own, at) else at)
        line = source.line_span(at)
        if blanks is not None and text[blanks.end() : line.end].strip():
            if not blanks[0]:
                return []
            found.append((blanks.start(), blanks[0]))
        at = line.end
    shared = min((blanks for _, blanks in found), key=len, default="")
    if not all(blanks.startswith(shared) for _, blanks in found):
        return []
    return [Edit(Span(start, start + len(shared)), "") for start, _ in found]


def leaves_seam(document: Document, span: Span, *, is_block: bool) -> bool:
    """Whether deleting the span would run two words together that a block held apart, or bring a character to the
    beginning of its line where Markdown takes it for a mark."""
    text, start = document.text, span.start
    neighbours = (Span(start - 1, start), Span(span.end, span.end + 1))
    if is_block and all(_is_text(document, neighbour) for neighbour in neighbours):
        return True
    while start and text[start - 1] in " \t":
        start -= 1
    following = text[span.end : span.end + 80].lstrip(" \t")
    is_first = not start or text[start - 1] in "\r\n>"
    if document.language == "html" or not is_first or not following:
        return False
    return following[0] in _MARKS or _NO_TAG.match(following) is not None


def parts_texts(document: Document, node: Node) -> bool:
    """Whether a block's tags may be all that holds apart what stands before and behind them."""
    tags = (node.span, *([node.end_tag] if node.end_tag is not None else []))
    return not all(_stands_at_edge(document, tag) for tag in tags)


def _stands_at_edge(document: Document, tag: Span) -> bool:
    """Whether the body's edge, an empty line of Markdown or the tag of a block is next to a tag."""
    flat, body, (start, end) = document.source.flat, document.body.span, tag
    while start > body.start and flat[start - 1].isspace():
        start -= 1
    while end < body.end and flat[end].isspace():
        end += 1
    if start == body.start or end == body.end:
        return True
    sides = ((start, tag.start), (tag.end, end))
    if document.language != "html" and any(BLANK_LINE.search(flat, *side) for side in sides):
        return True
    before, after = Span(flat.rfind("<", 0, start), start), Span(end, flat.find(">", end) + 1)
    return _is_of_block(document, before, start - 1) or _is_of_block(document, after, end)


def _is_of_block(document: Document, tag: Span, at: int) -> bool:
    """Whether the start tag in which an offset lies, else the end tag that fills a span, ends a line of text."""
    node = document.around(at)
    if node is not None:
        return node.kind in ("element", "heading") and node.name in _ENDING_LINE
    end_tag = _END_TAG.fullmatch(document.text, *tag) if tag.start >= 0 else None
    return end_tag is not None and end_tag[1].lower() in _ENDING_LINE


def attribute_removal(document: Document, span: Span) -> Edit:
    """Delete an attribute with the white space before it, and the marks of a quote where it begins its line; some white
    space stays where nothing else would part what stands around it."""
    text, end = document.text, span.end
    start = _before_blanks(text, span.start)
    if text[start - 1] == ">":  # of a mark, or of a template
        line = text.rfind("\n", 0, start) + 1
        if not text[line:start].strip(" \t>"):
            start = _before_blanks(text, line)
    ends_tag = text[end] == ">" and text[start - 1] != "/"  # "/>" closes an element of SVG
    if ends_tag or text[end] in _WHITE_SPACE:
        return Edit(Span(start, end), "")
    return Edit(span, "" if start < span.start else " ")


def _before_blanks(text: str, at: int) -> int:
    while text[at - 1] in _WHITE_SPACE:
        at -= 1
    return at
