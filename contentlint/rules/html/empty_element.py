"""See `EmptyElement`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.document import Document, Node
from contentlint.references import decode_references
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety, Severity, removal
from contentlint.text import Edit, Span

_BLOCKS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "center"})
_INLINE = frozenset(
    {"span", "a", "b", "i", "em", "strong", "u", "s", "font", "small", "big", "sub", "sup", "del", "ins"}
)
_SAYS_NOTHING = frozenset(
    {"align", "valign", "dir", "lang", "xml:lang", "href", "target", "rel", "size", "color", "face", "width", "height"}
)
_SPACER = re.compile(r"&(?:nbsp|ensp|emsp|thinsp);?|&#(?:160|[xX][aA]0);?|\u00a0")


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
    good = (
        '<i class="icon-kite"></i> <span id="top"></span> <a name="top"></a>\n',
        '<p><img src="a.png" alt=""></p>\n<p>{{ kite }}</p>\n<p><!-- 广告 --></p>\n',
        '<table><tr><td></td></tr></table>\n<iframe src="/a" title="风筝"></iframe>\n<textarea></textarea>\n',
        '<div data-widget="凧"></div><span role="img"></span><span aria-label="凧"></span>\n',
        '<p>Kites\n<p>fly\n<div style="clear: both"></div>\n\n`<p></p>`\n',
        "<p><br></p>\n<div><hr></div>\n<p><code></code></p>\n",
        Good("<p><Kite /></p>\n\n<p>{kite}</p>\n", path="kites.mdx"),
    )
    bad = (
        Bad("<p>Kites</p>\n⟦<p></p>⟧\n<p>fly</p>\n", fixed="<p>Kites</p>\n<p>fly</p>\n"),
        Bad("<p>风筝</p>⟦<p>　　</p>⟧\n⟦<div>\n\n<span></span></div>⟧\n", fixed="<p>风筝</p>\n"),
        Bad("<p>凧⟦<b> </b>⟧揚げ⟦<span></span>⟧</p>\n", fixed="<p>凧 揚げ</p>\n"),
        Bad('<p>Kites ⟦<a href="/kites"></a>⟧fly</p>\n⟦<p>&nbsp;</p>⟧\n', fixed="<p>Kites fly</p>\n", unsafe=True),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        empty = _empty_elements(document)
        inside = -1
        for node in document.all("element"):
            if node.span in empty and node.span.start >= inside:
                inside = node.whole.end
                yield self.finding(node.whole, f"this <{node.name}> holds nothing: remove it", _fix(document, node))


def _empty_elements(document: Document) -> set[Span]:
    """The start tags of elements that hold nothing but blanks and other such elements."""
    empty: set[Span] = set()
    filled: set[Span] = set()
    for node in reversed(document.body.nodes):  # what stands inside comes first
        if _may_be_empty(node) and node.span not in filled and not _holds_text(document, node):
            empty.add(node.span)
        elif node.parent is not None and not (node.kind == "comment" and not _text(document, node.content).strip()):
            filled.add(node.parent.span)
    return empty


def _may_be_empty(node: Node) -> bool:
    return (
        node.markup == "html" and node.namespace == "html" and node.end_tag is not None and not node.sample
        and (node.name in _BLOCKS or node.name in _INLINE) and node.kind != "component"
        and all(attribute.name in _SAYS_NOTHING for attribute in node.attributes)
        and not (node.name == "div" and node.attributes)
    )  # fmt: skip


def _holds_text(document: Document, node: Node) -> bool:
    """Whether there is more than white space; a no-break space counts as nothing in a paragraph or heading alone."""
    if node.content.end > node.content.start and document.has_template(node.content):
        return True
    spacers_count = node.name in _INLINE or node.name == "div"
    for span in document.texts_in(node.content):
        written = _text(document, span)
        if decode_references(written).strip() or (spacers_count and _SPACER.search(written)):
            return True
    return False


def _text(document: Document, span: Span) -> str:
    return document.text[span.start : span.end]


def _fix(document: Document, node: Node) -> Fix | None:
    content = _text(document, node.content)
    if document.has_template(node.whole):
        return None
    safety = Safety.UNSAFE if _SPACER.search(content) or node.get("href") is not None else Safety.SAFE
    if node.name in _INLINE and content and not content.strip():
        assert node.end_tag is not None
        return Fix("Remove the tags", (Edit(node.span, ""), Edit(node.end_tag, "")), safety)
    return Fix("Remove the empty element", (removal(document, node.whole),), safety)
