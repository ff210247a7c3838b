"""See `EmptyElement`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from contentlint.document import Document
from contentlint.elements import HEADINGS
from contentlint.lazy import lazy
from contentlint.named_tags import may_be_named
from contentlint.nodes import Attribute, Node
from contentlint.patterns import pattern
from contentlint.references import decode_references
from contentlint.removals import leaves_seam
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety, Severity
from contentlint.rules.html.mentions import mention
from contentlint.rules.html.slips import is_among_keys_above
from contentlint.seams import changes_marks
from contentlint.text import Edit, Span

_BLOCKS = HEADINGS | {"p", "div", "center"}
_INLINE = frozenset(
    {"span", "a", "b", "i", "em", "strong", "u", "s", "font", "small", "big", "sub", "sup", "del", "ins"}
)
_NAMES = _BLOCKS | _INLINE
_CONTROLS = frozenset({"label", "button", "a", "summary"})
_MOST_BLANKS = 100
_LARGEST_DRAWING = 1_000  # characters
_DRAWN = frozenset({"b", "div", "i", "input", "label", "span"})
_SHIELDS = frozenset({"template", "expression", "code"})
_KEEPS_SPACERS = _INLINE | {"div"}  # there a no-break space may be meant
_SAYS_NOTHING = frozenset(
    {"align", "valign", "dir", "lang", "xml:lang", "href", "target", "rel", "size", "color", "face", "width", "height"}
)
# a style that shows in text alone
_OF_TEXT = pattern(
    r"(?i)(?:\s*(?:text-(?:align|indent|decoration|transform)|color|background-color|font(?:-[a-z]+)?|line-height|letter-spacing|white-space)"
    r"\s*:[^;]*(?:;|\Z))*\s*"
)
# what is left once this is taken out is a sign of Markdown's own, such as a line across the page
_SIGNS = pattern(r"<!--.*?--!?>|<[^<>]*+>|&[#\w]++;?+|\s++", re.DOTALL)
_NOTHING = pattern(r"(?:\s|&[#\w]++;?+|<!--(?:-?+>|(?:(?!--!?+>).)*+--!?+>))*+</", re.DOTALL)
_LEAD = pattern(r"[ \t>]*+(?:[-*+]|#{1,6}|\d{1,9}[.)])[ \t]++")
_SPACER = pattern(r"&(?:nbsp|ensp|emsp|thinsp);?|&#(?:160|[xX][aA]0);?|\u00a0")


class EmptyElement(Rule):
    """An element holds nothing.

    It is left over from editing or from an editor program; readers see a gap at most, and screen readers may announce
    it.

    The fix is safe: it removes the element with its lines. Where a no-break space in it may be there for distance, or
    where it links somewhere, the fix is unsafe.
    """

    name = "empty-element"
    severity = Severity.INFO
    yields_to = ("empty-heading", "link-without-text")
    needs = {"element"}
    good = (
        "Title: The <p></p> tags\nDate: 2011-08-26 17:26\nAuthor: Ann\n\nKites.\n",
        "<p></p>\n<!-- more -->\n\nKites.\n",
        '<i class="icon-kite"></i> <span id="top"></span> <a name="top"></a>\n',
        '<p><img src="a.png" alt=""></p>\n<p>{{ kite }}</p>\n<p><!-- 广告 --></p>\n',
        '<table><tr><td></td></tr></table>\n<iframe src="/a" title="风筝"></iframe>\n<textarea></textarea>\n',
        '<div data-widget="凧"></div><span role="img"></span><span aria-label="凧"></span>\n',
        '<p>Kites\n<p>fly\n<div style="clear: both"></div>\n\n`<p></p>`\n',
        "<p><br></p>\n<div><hr></div>\n<p><code></code></p>\n",
        "<div>\n\n---\n\n</div>\n\n<div>\n\n-\n\n</div>\n",
        '<label class="menu-icon">\n<span></span>\n<span></span>\n<span></span>\n</label>\n',
        '<a href="#menu"><span></span><span></span></a> <button>风筝 <i></i><i> </i></button>\n',
        Good("<p><Kite /></p>\n\n<p>{kite}</p>\n", path="kites.mdx"),
    )
    bad = (
        Bad("<p>Kites</p>\n⟦<p></p>⟧\n<p>fly</p>\n", fixed="<p>Kites</p>\n<p>fly</p>\n"),
        Bad("<div>\n\n---\n\n⟦<p></p>⟧\n</div>\n", fixed="<div>\n\n---\n\n</div>\n"),
        Bad("<p>风筝</p>⟦<p>　　</p>⟧\n⟦<div>\n\n<span></span></div>⟧\n", fixed="<p>风筝</p>\n"),
        Bad("<p>Kites ⟦<b><!--></b>⟧⟦<i><!-- --!></i>⟧fly</p>\n", fixed="<p>Kites fly</p>\n"),
        Bad("<p>凧⟦<b> </b>⟧揚げ⟦<span></span>⟧</p>\n", fixed="<p>凧 揚げ</p>\n"),
        Bad('⟦<p style="text-align: center;"></p>⟧\n\n<p>凧</p>\n', fixed="<p>凧</p>\n"),
        Bad("Kites\n\n⟦<p></p>⟧\n\n~~~\nfly\n~~~\n", fixed="Kites\n\n~~~\nfly\n~~~\n"),
        Bad("<label>凧⟦<span></span>⟧ <input></label>\n", fixed="<label>凧 <input></label>\n"),
        Bad("A ⟦<b></b>⟧ kite.\n"),
        Bad("A⟦<b> </b>⟧kite, not `<b>`.\n", fixed="A kite, not `<b>`.\n"),
        Bad("- 凧\n- ⟦<p></p>⟧\n"),
        Bad(
            '<p>凧<span class="icon">⟦<i></i>⟧</span></p>\n', fixed='<p>凧<span class="icon"></span></p>\n', unsafe=True
        ),
        Bad(
            '<p class="kite"><img src="凧.png" alt="">⟦<i></i>⟧</p>\n',
            fixed='<p class="kite"><img src="凧.png" alt=""></p>\n',
        ),
        Bad('<div class="kite">⟦<p></p>⟧</div>\n', fixed='<div class="kite"></div>\n'),
        Bad('<p class="kite">凧⟦<i></i>⟧</p>\n', fixed='<p class="kite">凧</p>\n'),
        Bad("- ⟦<div></div>⟧ is a block\n"),
        Bad("**Tags**: ⟦<b></b>⟧, ⟦<i></i>⟧\n"),
        Bad("&nbsp; ⟦<p></p>⟧\n\n凧 ⟦<b></b>⟧\n風“。” ⟦<p></p>⟧\n", fixed="&nbsp;\n\n凧\n風“。”\n"),
        Bad("Use `<b>` or ⟦<b></b>⟧\n\nBold: ⟦<b></b>⟧\n"),
        Bad("**凧：**⟦<b></b>⟧風 **a**⟦<i></i>⟧**b** c*⟦<i></i>⟧d*\n"),
        Bad("http⟦<b></b>⟧://example.org ann⟦<b></b>⟧@example.org @⟦<b></b>⟧ann\n"),
        Bad(
            "See https://example.org/a⟦<b></b>⟧, or (https://example.org/b⟦<i></i>⟧).\n",
            fixed="See https://example.org/a, or (https://example.org/b).\n",
        ),
        Bad("[凧](http://example.org/a)⟦<b></b>⟧風\n", fixed="[凧](http://example.org/a)風\n"),
        Bad("|凧|風|\n|--|--|\n|⟦<p></p>⟧|1|\n", fixed="|凧|風|\n|--|--|\n|&lt;p>&lt;/p>|1|\n", unsafe=True),
        Bad("Use ⟦<p></p>⟧ for text.\n", fixed="Use &lt;p>&lt;/p> for text.\n", unsafe=True),
        Bad("Use `<b>`, not ⟦<b></b>⟧.\n", fixed="Use `<b>`, not &lt;b>&lt;/b>.\n", unsafe=True),
        Bad('See <a href="/k">kites⟦<p></a></p>⟧ and more.\n'),
        Bad('<p>Kites ⟦<a href="/kites"></a>⟧fly</p>\n⟦<p>&nbsp;</p>⟧\n', fixed="<p>Kites fly</p>\n", unsafe=True),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        for node in document.tags(*_NAMES):
            # nothing but blanks, references and comments: something innermost must be so
            start = node.span.end
            if node.end_tag is not None and not text[start].isalnum() and _NOTHING.match(text, start):
                break
        else:
            return
        empty = _empty_elements(document)
        inside = -1
        for node in document.all("element"):
            if node.span not in empty or _is_excerpt(document, node) or is_among_keys_above(document, node.span.start):
                continue
            if node.span.start >= inside and not _SIGNS.sub("", _text(document, node.content)):
                inside = node.whole.end
                told = mention(document, node) or (f"this <{node.name}> holds nothing: remove it", _fix(document, node))
                yield self.finding(node.whole, *told)


def _empty_elements(document: Document) -> set[Span]:
    """The start tags of elements that hold nothing but blanks and other such elements."""
    empty: set[Span] = set()
    filled: set[Span] = set()
    words, spacers = _Places(document, _is_word), _Places(document, _is_spacer)
    bars = _bars(document)
    shields = [node.span.start for node in document.body.nodes if node.kind in _SHIELDS]
    for node in reversed(document.body.nodes):  # what stands inside comes first
        is_empty = _may_be_empty(node) and node.span not in filled and not words.are_in(node.content)
        if is_empty and bisect_left(shields, node.content.end) > bisect_left(shields, node.content.start):
            is_empty = False
        if node.span in bars:
            is_empty = False
        if is_empty and not (node.name in _KEEPS_SPACERS and spacers.are_in(node.content)):
            empty.add(node.span)
        elif node.parent is not None and not (node.kind == "comment" and not _text(document, node.content).strip()):
            filled.add(node.parent.span)
    return empty


def _bars(document: Document) -> set[Span]:
    """The empty elements of which several stand in one control: the bars of a menu's icon."""
    standing: dict[Span, list[Span]] = {}
    for node in document.tags(*_INLINE):
        if node.parent is None or node.parent.name not in _CONTROLS or node.end_tag is None:
            continue
        start, end = node.content
        if end - start <= _MOST_BLANKS and not document.text[start:end].strip():
            standing.setdefault(node.parent.span, []).append(node.span)
    return {span for spans in standing.values() if len(spans) > 1 for span in spans}


class _Places:
    """Where the texts of a kind begin; gathered when the first text of an element does not answer."""

    def __init__(self, document: Document, is_kind: Callable[[str], bool]) -> None:
        self.document, self.is_kind = document, is_kind

    def are_in(self, span: Span) -> bool:
        first = next(self.document.texts_in(span), None)
        if first is None or self.is_kind(_text(self.document, first)):
            return first is not None
        return first.end < span.end and bisect_left(self._starts, span.end) > bisect_left(self._starts, span.start)

    @lazy
    def _starts(self) -> list[int]:
        return [text.start for text in self.document.body.texts if self.is_kind(_text(self.document, text))]


def _is_word(written: str) -> bool:
    return bool(decode_references(written).strip())


def _is_spacer(written: str) -> bool:
    return _SPACER.search(written) is not None


def _may_be_empty(node: Node) -> bool:
    return (
        node.markup == "html"
        and node.namespace == "html"
        and node.end_tag is not None
        and not node.sample
        and node.name in _NAMES
        and node.kind != "component"
        and all(map(_says_nothing, node.attributes))
        and not (node.name == "div" and node.attributes)
    )


def _says_nothing(attribute: Attribute) -> bool:
    return attribute.name in _SAYS_NOTHING or (
        attribute.name == "style" and _OF_TEXT.fullmatch(attribute.value) is not None
    )


def _is_excerpt(document: Document, node: Node) -> bool:
    """Whether an excerpt mark follows: what stands above is the excerpt, and empty on purpose."""
    following = document.text[node.whole.end : node.whole.end + 80].lstrip()
    return following.startswith("<!--") and following[4:].lstrip().startswith(document.setting.profile.excerpt_marks)


def _text(document: Document, span: Span) -> str:
    return span.of(document.text)


def _fix(document: Document, node: Node) -> Fix | None:
    content, span = _text(document, node.content), node.whole
    if document.has_template(span) or _is_all_of_block(document, span):
        return None
    if may_be_named(document, span):
        return None
    if leaves_seam(document, span, is_block=node.name in _BLOCKS):
        return None
    is_safe = not _SPACER.search(content) and node.get("href") is None and not _is_part_of_drawing(document, node)
    safety = Safety.SAFE if is_safe else Safety.UNSAFE
    if node.name in _INLINE and content and not content.strip():
        edit = Edit(span, content)
        return None if changes_marks(document, edit) else Fix("Remove the tags", (edit,), safety)
    return Fix.removing("Remove the empty element", document, span, safety)


def _is_part_of_drawing(document: Document, node: Node) -> bool:
    """Whether it stands in an element with a class and nothing else in it, which a style sheet may draw: an icon, a
    switch."""
    around = node.parent
    if around is None or not around.words or around.content.end - around.content.start > _LARGEST_DRAWING:
        return False
    if node.content.start < node.content.end or not all(map(_is_drawn, document.nodes_in(around.content))):
        return False
    return not any(_text(document, text).strip() for text in document.texts_in(around.content))


def _is_drawn(node: Node) -> bool:
    return node.name in _DRAWN or node.kind == "comment"


def _is_all_of_block(document: Document, span: Span) -> bool:
    """Whether nothing else stands in an item or a heading of Markdown, of which its mark would be left."""
    line = document.source.line_span(span.start)
    is_last = span.end >= line.end or not document.text[span.end : line.end].strip()
    return (
        is_last and document.language != "html" and _LEAD.fullmatch(document.text, line.start, span.start) is not None
    )
