"""See `MissingFinalNewline`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document
from contentlint.rule import Bad, Finding, Fix, Rule, Severity
from contentlint.text import BOM, Edit, Span


class MissingFinalNewline(Rule):
    """The last line has no line end.

    Programs that put files together then glue the next text to it, and the next change shows a line that nobody
    touched.

    The fix is safe: it ends the last line as the other lines end.
    """

    name = "missing-final-newline"
    severity = Severity.INFO
    good = (
        "Kites fly.\n",
        "风筝。\r\n",
        "凧。\r",
        "",
        "\ufeff",
    )
    bad = (
        Bad("Kites fly.⟦⟧", fixed="Kites fly.\n"),
        Bad("Kites fly.\n  ⟦⟧", fixed="Kites fly.\n  \n"),
        Bad("一。\r\n\r\n二。⟦⟧", fixed="一。\r\n\r\n二。\r\n"),
        Bad("---\ntitle: 凧\n---⟦⟧", fixed="---\ntitle: 凧\n---\n"),
        Bad("```\ncode\n```⟦⟧", fixed="```\ncode\n```\n"),
        Bad("<p>凧</p>⟦⟧", fixed="<p>凧</p>\n", path="page.html"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        if text.endswith(("\n", "\r")) or not text.removeprefix(BOM).strip():
            return
        end = Span(len(text), len(text))
        fix = Fix("End the last line", (Edit(end, document.source.newline),))
        yield self.finding(end, "the last line has no line end: press Enter after it", fix)
