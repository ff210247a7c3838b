"""Markdown as far as judging needs it: which characters are code, HTML, headings, links and images, and where.

Follows https://spec.commonmark.org/0.31.2/ for blocks and inlines, with one difference on purpose: inside an HTML
element that is still open, indented HTML is read as the HTML its author meant (the node `becomes-code` marks it).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from contentlint.document import Problem
from contentlint.elements import BLOCKS, MARKDOWN_BLOCKS
from contentlint.nodes import Attribute, Node
from contentlint.parsing.blocks import Block, BlockReader
from contentlint.parsing.definitions import Target, unescaped
from contentlint.parsing.extensions import may_hold_extension
from contentlint.parsing.html import Builder
from contentlint.parsing.inlines import InlineReader
from contentlint.parsing.shown_code import fenced, read_what_runs_elsewhere
from contentlint.parsing.tags import COMMENT_END, MASK
from contentlint.patterns import pattern
from contentlint.text import Span, filled

_ANNOUNCES = pattern(r"[:：][ \t]*+\n?\Z")
_NO_TEXT = f"{MASK}< \t\n"
# marks of items and quotes, and tags
_BEGINS_LINE = pattern(r"\ufeff?(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|<[^<>\n]*+>)*+")
_ENDS_LINE = pattern(r"[ \t]*+(?:[<\n]|\Z)")
_TAG_BELOW = pattern(r"[ \t>]*+<[A-Za-z/]")  # in the very next line, as below no sample
_SENTENCE_END = pattern(r"[.!?。！？…>][\"'”’」』）)]*+\s*+\Z")
_NEAR = 200  # characters
_HTML_START = pattern(r"<(?:[A-Za-z]|/[A-Za-z]|!--)")


def read_markdown(builder: Builder, start: int, published: Sequence[Span] = ()) -> Sequence[Block]:
    """Read the body that begins at `start`: HTML goes to the builder as such, the rest as inline text. What is `published`
    as it is goes there, too: to Markdown each is a word of the line in which it begins."""
    text = _with_words(builder.text, published) if published else builder.text
    reader = BlockReader(text, start, builder.end, jsx=builder.jsx, kramdown=builder.kramdown)
    reader.read()
    if reader.marks:  # to what a paragraph or a tag goes on with in the next line, quote marks are nothing
        text = filled(text, reader.marks)
        builder.text = filled(builder.text, reader.marks) if published else text
        builder.original = filled(builder.original, reader.marks)
    blocks = [_as_html(text, block) for block in reader.blocks] if published else reader.blocks
    inlines = InlineReader(builder, text, _targets(builder, blocks), dict(published))
    reached = start  # raw text, such as a script's, may go on through the blocks below
    above: Block | None = None
    for block in blocks:
        if block.start < reached:
            if block.end <= reached or block.kind not in ("text", "html", "indented"):
                continue
            if block.kind == "text":
                reached = inlines.read_cut_tag(block.start, reached, block.end)
            block = _rest_of(builder.text, block, reached)
            if block.start >= block.end:
                continue
        after = _read(builder, inlines, block, above)
        if after > reached:
            reached = after
        above = block
    if not builder.kramdown and (reader.asked or may_hold_extension(text)):
        read_what_runs_elsewhere(builder, text, reader.asked)
    if "`" in text or "~" in text:
        builder.shown += fenced(builder, text, blocks)
    return blocks


def _with_words(text: str, published: Sequence[Span]) -> str:
    """The text with a word for each of these: a "<", where it is looked at again, and signs that say nothing."""
    return filled(filled(text, published, MASK), [Span(start, start + 1) for start, _ in published], "<")


def _as_html(text: str, block: Block) -> Block:
    """A block of text as one of HTML where nothing else than what is published as it is stands in it."""
    written = text[block.start : block.end] if block.kind == "text" else ""
    return block._replace(kind="html") if "<" in written and not written.strip(_NO_TEXT) else block


def _rest_of(text: str, block: Block, reached: int) -> Block:
    """What is left of a block behind raw text that reaches into it."""
    if block.kind != "indented":
        return block._replace(start=reached)
    at = block.end - len(text[reached : block.end].lstrip())
    return block._replace(start=max(text.rfind("\n", reached, at) + 1, reached), indent=(at, block.indent[1]))


def _read(builder: Builder, inlines: InlineReader, block: Block, above: Block | None) -> int:
    """Read one block, which stands below another; returns how far it reached."""
    kind, start, end = block[0], block[1], block[2]
    if kind == "text":
        return inlines.read(start, end, may_be_table=block.may_be_table)
    if kind == "html":
        return _read_html(builder, start, end)
    if kind == "heading":
        builder.add(Node("heading", block.name, Span(start, end), block.content, markup="markdown"))
        return max(inlines.read(*block.content), end)
    if kind == "fence":
        builder.add(Node("code", "fence", Span(start, end), block.content, markup="markdown"))
    elif kind == "indented":
        return _read_indented(builder, block, above)
    elif block.definition is not None:
        _, _, label, target, _ = block.definition
        href = Attribute("href", unescaped(target.of(builder.original)), target, target)
        builder.add(Node("link", "definition", Span(start, end), label, None, (href,), markup="markdown"))
    return end


def _read_html(builder: Builder, start: int, end: int) -> int:
    """A block of HTML. A comment in a list item or quote that ends before it stays open, and hides at least all up to the
    next "-->", which Markdown may escape."""
    is_cut = (
        end < builder.end
        and builder.text.startswith("<!--", start)
        and not COMMENT_END.search(builder.text, start + 2, end)
    )
    if not is_cut:
        return builder.feed(start, end)
    message = 'this comment hides what follows the block it stands in: end it inside that block with "-->"'
    builder.problems.append(Problem("unclosed-comment", Span(start, start + 4), message))
    builder.feed(start, end, end)
    closing = COMMENT_END.search(builder.text, end, builder.end)
    return closing.end() if closing else builder.end


def _targets(builder: Builder, blocks: Iterable[Block]) -> dict[str, Target]:
    """Where each label leads; of two definitions of it the first counts."""
    found: dict[str, Target] = {}
    for block in blocks:
        if block.definition is not None:
            _, name, _, address, title = block.definition
            told = unescaped(title.of(builder.original)) if title is not None else None
            found.setdefault(name, Target(unescaped(address.of(builder.original)), told))
    return found


def _read_indented(builder: Builder, block: Block, above: Block | None) -> int:
    """An indented code block, or the HTML that Markdown would publish as one."""
    start, end = block.start, block.end
    at, base = block.indent
    span = Span(start, end)
    if _is_meant_as_html(builder, block, above):
        kept = _kept(builder.text[start:at], base) if builder.text[start - 1 : start] in ("", "\n") else 0
        builder.add(Node("becomes-code", "", span, Span(start + kept, end), markup="markdown"))
        return builder.feed(at, end)
    builder.add(Node("code", "indented", span, span, markup="markdown"))
    return end


def _is_meant_as_html(builder: Builder, block: Block, above: Block | None) -> bool:
    """Whether an element around indented lines makes HTML of them: where a tag begins them, unless they are announced as a
    sample ("Example:"); to kramdown, for which a block goes on up to its end tag, where they hold any tag.

    A sentence that names the element makes nothing of what kramdown would read, nor of an end tag, which is a sample.
    """
    text, at = builder.text, block.indent[0]
    begins = _HTML_START.match(text, at) is not None and not _is_announced(text, above)
    if begins and not text.startswith("</", at):
        return any(builder.around(at))
    if not begins and not (builder.kramdown and _HTML_START.search(text, at, block.end)):
        return False
    ends_sentence = above is not None and _SENTENCE_END.search(text, above.start, above.end) is not None
    is_followed = begins and _TAG_BELOW.match(text, block.end) is not None
    return any(
        _stands_alone(text, element)
        or (ends_sentence and _holds_text(text, element, is_followed) and _begins_line(text, element))
        for element in builder.around(at)
        if begins or element.name in BLOCKS
    )


def _is_announced(text: str, above: Block | None) -> bool:
    return above is not None and above.kind == "text" and _ANNOUNCES.search(text, above.start, above.end) is not None


def _stands_alone(text: str, element: Node) -> bool:
    """Whether nothing but tags stands beside a start tag in its line, as in no sentence."""
    return _ENDS_LINE.match(text, element.span.end) is not None and _begins_line(text, element)


def _holds_text(text: str, element: Node, is_followed: bool) -> bool:
    """Whether a block's tag stands before a text that it holds: a tag follows the code, or the text the tag at once."""
    is_held = is_followed or (bool(element.attributes) and not text[element.span.end].isspace())
    return is_held and element.name in MARKDOWN_BLOCKS


def _begins_line(text: str, element: Node) -> bool:
    start = element.span.start
    near = max(start - _NEAR, 0)
    return _BEGINS_LINE.fullmatch(text, text.rfind("\n", near, start) + 1 or near, start) is not None


def _kept(lead: str, columns: int) -> int:
    """How many characters of a line's lead fill the columns of its containers; 0 where a tab reaches beyond them."""
    return next((length for length in range(columns + 1) if len(lead[:length].expandtabs(4)) == columns), 0)
