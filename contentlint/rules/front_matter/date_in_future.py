"""See `DateInFuture`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, timedelta

from contentlint.document import Document
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Rule
from contentlint.rules.front_matter.moments import dates
from contentlint.spelling import inner
from contentlint.wording import cut

_MEANT_FOR_LATER = pattern(r"(?i)publishdate\Z|expir|review|unpublish|until|end|deadline|event|due")

_MOST_DAYS = 365_000


@dataclass(frozen=True)
class DateInFuture(Rule):
    """An article's date lies in the future.

    Some site generators leave such an article out until that day, others put it above all newer ones.

    There is no fix: only you know whether the day or the year is wrong.
    """

    name = "date-in-future"
    recommended = False
    is_fickle = True
    options_help = {"days": "How many days ahead a date may lie."}
    good = (
        "---\ndate: 2026-01-01\n---\n",
        "---\ndate: 2026-01-02T00:00:00Z\n---\n",
        "---\ndate: 2020-01-01\npublishDate: 2030-01-01\nexpiryDate: 2030-01-01\nreview_date: 2030-01-01\n---\n",
        "---\ndate: 2030-01-01\ndraft: true\n---\n",
        "---\ntitle: 2030-01-01\n---\n",
    )
    bad = (
        Bad("---\ndate: ⟦2061-07-28⟧\n---\n"),
        Bad('---\ntitle: 风筝\nlastmod: "⟦2062-11-07T08:00:00+08:00⟧"\n---\n'),
        Bad("---\ndate: ⟦20991231⟧\n---\n"),
        Bad("+++\ndate = ⟦2061-07-28⟧\n+++\n", options={"days": 30}),
    )

    days: int = 1

    def check(self, document: Document) -> Iterator[Finding]:
        if document.is_draft:
            return
        latest = None
        for field, written in dates(document):
            if written.moment is None or _MEANT_FOR_LATER.search(field.name):
                continue
            latest = latest or document.setting.clock() + timedelta(days=min(self.days, _MOST_DAYS))
            moment = written.moment if written.moment.tzinfo else written.moment.replace(tzinfo=UTC)
            if moment > latest:
                yield self.finding(
                    inner(document, field), f'"{cut(str(field.data).strip())}" lies in the future: check the date'
                )
