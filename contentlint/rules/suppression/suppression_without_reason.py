"""See `SuppressionWithoutReason`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document
from contentlint.rule import Bad, Finding, Rule, Severity
from contentlint.suppression import suppressions


class SuppressionWithoutReason(Rule):
    """A comment silences a rule and does not say why.

    Whoever reads it later cannot tell whether it is still needed. A few words after "--" are enough.

    There is no fix: only the author knows the reason.
    """

    name = "suppression-without-reason"
    severity = Severity.INFO
    recommended = False
    good = (
        "<!-- contentlint-disable-next-line style-block -- the widget needs it -->\nKites.\n",
        "---\ntitle: A  # contentlint: ignore[padded-value] -- the space is wanted\n---\nKites.\n",
        "<!-- contentlint-disable html -- 旧文章 -->\n风筝\n<!-- contentlint-enable html -->\n",
    )
    bad = (
        Bad("⟦<!-- contentlint-disable-next-line style-block -->⟧\nKites.\n"),
        Bad("⟦<!-- contentlint-disable-file html, links -- -->⟧\n风筝\n"),
        Bad("---\n⟦# contentlint: ignore[padded-value]⟧\ntitle: 凧\n---\n凧\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        seen = -1
        for suppression in suppressions(document):
            if (
                suppression.names
                and not suppression.reason
                and not suppression.closes
                and suppression.span.start != seen
            ):
                seen = suppression.span.start
                yield self.finding(suppression.span, 'say why this is silenced, after " -- "')
