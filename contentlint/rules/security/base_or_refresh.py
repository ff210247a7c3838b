"""See `BaseOrRefresh`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document
from contentlint.nodes import Attribute, Node
from contentlint.patterns import pattern
from contentlint.removals import removal
from contentlint.rule import Bad, Finding, Fix, Rule, Safety, Severity
from contentlint.rules.security.inert import is_inert
from contentlint.rules.security.urls import certain_address

_HOST = pattern(r"//[^/?#\s]++[/?#]")


class BaseOrRefresh(Rule):
    """The article bends every link of its page, or sends its readers elsewhere.

    `<base href>` gives all relative links and images of the page another origin; `<meta http-equiv="refresh">` takes
    readers to another page without asking.

    The fix is unsafe: it removes the tag, so links resolve and readers stay where the site means them to.
    """

    name = "base-or-refresh"
    severity = Severity.ERROR
    needs = {"<base>", "<meta>"}
    good = (
        "A `<base href>` in running text.\n",
        '<meta name="description" content="0;url=https://example.org/">\n',
        '<meta name="refresh" content="5">\n',
        '<meta http-equiv="refresh" content="0; url={{ page.target }}">\n',
        "<base target=_blank>\n风筝\n",
    )
    bad = (
        Bad('⟦<base href="https://example.org/">⟧\nKites\n', fixed="Kites\n", unsafe=True),
        Bad('<p>凧</p>⟦<META HTTP-EQUIV=Refresh CONTENT="0; URL=/a">⟧\n', fixed="<p>凧</p>\n", unsafe=True),
        Bad('⟦<meta http-equiv="refresh" content="0;url=//example.org" data-kite="{{ kite }}">⟧\n风筝\n'),
        Bad('⟦<meta content=5 http-equiv="&#114;efresh">⟧\n\n风筝\n', fixed="风筝\n", unsafe=True),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for base in document.tags("base", samples=True):
            target = base.attribute("href")
            if target is None or base.namespace != "html" or is_inert(base):
                continue
            if not document.has_template(base.span) or certain_address(document, target):
                yield self._tell(document, base, "this base bends every relative link and image of the page")
        for meta in document.tags("meta", samples=True):
            content = meta.attribute("content")
            if (
                (meta.get("http-equiv") or "").lower() != "refresh"
                or not content
                or not content.value
                or is_inert(meta)
            ):
                continue
            if not document.has_template(content.span) or _leads_to_a_host(document, content):
                yield self._tell(document, meta, "this refresh takes readers to another page without asking")

    def _tell(self, document: Document, node: Node, message: str) -> Finding:
        fix = None
        if not node.sample and not document.has_template(node.span):
            fix = Fix("Remove the tag", (removal(document, node.span),), Safety.UNSAFE)
        return self.finding(node.span, message + ": remove it", fix)


def _leads_to_a_host(document: Document, content: Attribute) -> bool:
    """Whether the refresh names a host before any template says more."""
    return content.value_span is not None and bool(_HOST.search(document.before_template(content.value_span)))
