"""See `DateImpossible`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document
from contentlint.rule import Bad, Finding, Rule, Severity
from contentlint.rules.front_matter.moments import dates
from contentlint.spelling import inner


class DateImpossible(Rule):
    """A date names a day or a time that does not exist.

    The site is not built, or the article lands on a neighbouring day.

    There is no fix: only you know which day was meant.
    """

    name = "date-impossible"
    severity = Severity.ERROR
    good = (
        "---\ndate: 2024-02-29\n---\n",
        "---\ndate: 2021-12-31T23:59:59+14:00\n---\n",
        "---\ntitle: 2021-02-30\n---\n",
        "---\ndate: 13/02/2021\n---\n",
    )
    bad = (
        Bad("---\ndate: ⟦2021-02-30⟧\n---\n"),
        Bad('---\ntitle: 风筝\ndate: "⟦2025-22-01⟧"\n---\n'),
        Bad("---\nlastmod: ⟦2021-11-07T25:00:00Z⟧\n---\n"),
        Bad('{"date": "⟦31 June 2021⟧"}\n\n凧\n'),
        Bad("---\ndate: ⟦Invalid Date⟧\n---\n"),
        Bad("+++\ndate = '⟦2023/2/29⟧'\n+++\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for field, written in dates(document):
            if written.impossible:
                yield self.finding(inner(field), f'"{str(field.data).strip()[:40]}" is no date: {written.impossible}')
