"""See `LayoutWrapper`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.document import Document
from contentlint.elements import MARKDOWN_BLOCKS
from contentlint.patterns import pattern
from contentlint.removals import unwrapping
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety, Severity

_BLANKS = pattern(r"\s*+")
# such a block ends in the line of its end, the others at an empty line: https://spec.commonmark.org/0.31.2/#html-blocks
_ENDS_ITSELF = r"(?s:<!--.*?-->|<(?P<raw>pre|script|style|textarea)[\s>].*?</(?P=raw)>)[ \t]*+(?=\n)"
_BLOCK = pattern(
    rf"(?i)(?:\s*+{_ENDS_ITSELF})*+(?:[ \t]*+\n[ \t]*+(?:\n|\Z)|\s*+</?(?:{'|'.join(sorted(MARKDOWN_BLOCKS))})[\s/>])"
)


class LayoutWrapper(Rule):
    """The whole article stands in one bare `<div>`.

    Such a wrapper carries no meaning. In Markdown it can switch Markdown off: readers then see `**` and `[…]` instead of
    bold type and links.

    The fix is unsafe: Markdown is then read where it was not before. It takes the two tags away. There is none where
    anything but a block or an empty line follows the first tag: what is HTML would become a paragraph of Markdown.
    """

    name = "layout-wrapper"
    severity = Severity.INFO
    recommended = False
    needs = {"<div>"}
    good = (
        '<div class="wide">\n<p>Kites</p>\n</div>\n',
        "<div>\n<p>风筝</p>\n</div>\n\n飞\n",
        "<div>凧</div>\n<div>揚げ</div>\n",
        "```html\n<div>凧</div>\n```\n",
        Good("<!doctype html><html><body><div>Kites</div></body></html>\n", path="page.html"),
    )
    bad = (
        Bad("⟦<div>⟧\n<p>Kites</p>\n</div>\n", fixed="<p>Kites</p>\n", unsafe=True),
        Bad(
            "---\ntitle: 风筝\n---\n\n⟦<div>⟧   \n<p>风筝</p>\n\n<p>飞</p>\n</div>\n\n",
            fixed="---\ntitle: 风筝\n---\n\n<p>风筝</p>\n\n<p>飞</p>\n",
            unsafe=True,
        ),
        Bad("<style>p {}</style>\n⟦<div>⟧\n<p>凧</p>\n</div>\n", fixed="<style>p {}</style>\n<p>凧</p>\n", unsafe=True),
        Bad("⟦<div>⟧\n\nKites *rise*.\n\n</div>\n", fixed="Kites *rise*.\n", unsafe=True),
        Bad(
            "⟦<div>⟧\n<!-- 凧 -->\n<pre>凧</pre>\n<hr>\n凧 *x*\n</div>\n",
            fixed="<!-- 凧 -->\n<pre>凧</pre>\n<hr>\n凧 *x*\n",
            unsafe=True,
        ),
        Bad("⟦<div>⟧\n<!-- 凧 -->\nKites *rise*.\n</div>\n"),
        Bad("⟦<div>⟧\nnull <p>Kites *rise*.</p>\n</div>\n"),
        Bad("⟦<div>⟧<p>凧</p></div>", fixed="<p>凧</p>", path="page.html", unsafe=True),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        body = document.body
        if not body.nodes or document.is_whole_page:
            return
        unseen = [*document.all("comment"), *document.tags("style")]
        ends = {each.whole.start: each.whole.end for each in unseen}
        start = _behind_unseen(document.text, body.span.start, ends)
        node = next((node for node in body.nodes if node.span.start == start), body.nodes[0])
        if node.name != "div" or node.markup != "html" or node.attributes or node.end_tag is None:
            return
        if node.span.start == start and _behind_unseen(document.text, node.end_tag.end, ends) == body.span.end:
            stays_html = document.language == "html" or _BLOCK.match(document.source.flat, node.span.end)
            fix = Fix("Remove the wrapper's tags", unwrapping(document, node), Safety.UNSAFE) if stays_html else None
            yield self.finding(node.span, "the whole article stands in one <div>: remove its two tags", fix)


def _behind_unseen(text: str, at: int, ends: Mapping[int, int]) -> int:
    """What follows white space, comments and style sheets, whose `ends` are known by their starts."""
    while True:
        blanks = _BLANKS.match(text, at)
        at = blanks.end() if blanks is not None else at
        if at not in ends:
            return at
        at = ends[at]
