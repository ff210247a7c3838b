"""See `ByteOrderMark`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document
from contentlint.rule import Bad, Finding, Fix, Rule, Safety
from contentlint.text import BOM, Edit, Span


class ByteOrderMark(Rule):
    """The file begins with a byte-order mark.

    This invisible character comes from some Windows editors; site generators then overlook the front matter and
    publish it as text.

    The fix is safe: it removes the mark, which no reader sees. Of two marks it is unsafe, since they hid the front matter.
    """

    name = "byte-order-mark"
    good = (
        "---\ntitle: Kites\n---\n\nKites fly.\n",
        "The mark \\ufeff, written out.\n",
        "",
        "风筝\n",
    )
    bad = (
        Bad("⟦\ufeff⟧---\ntitle: Kites\n---\n\nKites fly.\n", fixed="---\ntitle: Kites\n---\n\nKites fly.\n"),
        Bad("⟦\ufeff\ufeff⟧---\ntitle: A\n---\n\n凧\n", fixed="---\ntitle: A\n---\n\n凧\n", unsafe=True),
        Bad("⟦\ufeff⟧# 风筝\r\n", fixed="# 风筝\r\n"),
        Bad("⟦\ufeff⟧<!doctype html>\n<p>凧</p>\n", fixed="<!doctype html>\n<p>凧</p>\n", path="page.html"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if document.source.has_bom:
            span = Span(0, len(document.text) - len(document.text.lstrip(BOM)))
            # without the second of two, front matter is seen that was not
            safety = Safety.SAFE if span.end == len(BOM) else Safety.UNSAFE
            fix = Fix("Remove the byte-order mark", (Edit(span, ""),), safety)
            yield self.finding(span, "the file begins with an invisible byte-order mark: save it without one", fix)
