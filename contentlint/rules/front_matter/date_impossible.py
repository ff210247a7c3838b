"""See `DateImpossible`."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from contentlint.dates import Written, read_date
from contentlint.document import Document
from contentlint.errors import KeyPath
from contentlint.fields import Field
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Good, Rule, Severity
from contentlint.rules.front_matter.moments import dates, dates_at_anchors
from contentlint.spelling import inner
from contentlint.wording import cut

_DAY = pattern(r"(?a)\d{4}-\d\d-\d\d")
_MONTH_FIRST = pattern(r"(?a)(\d\d?)/(\d\d?)/(\d{4})")


class DateImpossible(Rule):
    """A date names a day or a time that does not exist.

    The site is not built, or the article lands on a neighbouring day. No generator reads "tuesday" as one either.

    There is no fix: only you know which day was meant.
    """

    name = "date-impossible"
    severity = Severity.ERROR
    yields_to = ("front-matter-unreadable",)
    good = (
        "---\ndate: 2024-02-29\n---\n",
        "---\ndate: 2016-12-31T23:59:60Z\nupdated: 2017-01-01T05:29:60+05:30\n---\n",
        "---\ndate: 2021-12-31T23:59:59+14:00\n---\n",
        "---\ntitle: 2021-02-30\n---\n",
        "---\ndate: 13/02/2021\nms.date: 08/17/2017\n---\n",
        "---\ndate: today\nupdated: last-modified\n---\n",
        "---\ndate: Spring 2021\ncreated: 二〇二一年冬\nupdated: soon\n---\n",
        "---\ndate:\n  created: 2021-11-07\npublished: false\n---\n",
        '---\ndate: "`r Sys.Date()`"\n---\n',
        Good("---\ndate: '{{ page.date }}'\nupdated: weekly\npublished: March\n---\n", profile="jekyll"),
        Good("---\ndate: <%= now %>\n---\n", path="archetypes/article.md"),
    )
    bad = (
        Bad("---\ndate: ⟦2021-02-30⟧\nevent:\n  starts: ⟦2021-11-31⟧\n---\n"),
        Bad('---\ntitle: 风筝\ndate: "⟦2025-22-01⟧"\n---\n'),
        Bad("---\nlastmod: ⟦2021-11-07T25:00:00Z⟧\ndate: ⟦2021-11-07T08:00:60Z⟧\n---\n"),
        Bad("---\ndate: &day ⟦2021-11-31⟧\nupdated: *day\n---\n"),
        Bad('{"date": "⟦31 June 2021⟧"}\n\n凧\n'),
        Bad("---\ndate: ⟦Invalid Date⟧\nupdated: ⟦Mon, 30 Nov -0001 00:00:00 +0000⟧\n---\n"),
        Bad("---\ntitle: Kites\nms.date: ⟦09/31/2019⟧\n---\n"),
        Bad("---\ndate: ⟦TODO⟧\nupdated: ⟦2021-XX-XX⟧\n---\n"),
        Bad("---\ndate: ⟦YYYY-MM-DD HH:MM:SS +/-TTTT⟧\nupdated: ⟦2021-XX-XX 10:00⟧\n---\n"),
        Bad("+++\ndate = '⟦2023/2/29⟧'\nupdated = ⟦10:00:00⟧\n+++\n"),
        Bad("---\ndate: ⟦2023⟧\nupdated: ⟦10:30⟧\n---\n"),
        Bad("---\ndate: ⟦tuesday⟧\nupdated: ⟦<%= Time.now.strftime('%F') %>⟧\n---\n"),
        Bad("---\ndate created: ⟦<% tp.file.creation_date() %>⟧\n---\n"),
        Bad("---\ndate: ⟦3小时前⟧\nupdated: ⟦2 hours ago⟧\n---\n"),
        Bad("---\ntitle: 风筝\ndate: ⟦{}⟧\n---\n"),
        Bad("---\ndate: ⟦soon⟧\n---\n\n凧\n", path="_posts/2021-11-07-kites.md"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if document.is_site_part:  # what is to be filled in
            return
        known = {field.path for field, _ in dates(document)}
        for field, written in (*dates_at_anchors(document), *_others(document, known)):
            if written.impossible:
                shown = cut(inner(document, field).of(document.text))
                yield self.finding(inner(document, field), f'"{shown}" {written.impossible}')


def _others(document: Document, known: Collection[KeyPath]) -> Iterator[tuple[Field, Written]]:
    """What YAML takes for a date under other keys: many generators stop at one that does not exist."""
    if document.syntax != "yaml":
        return
    yield from _of_microsoft(document)
    schema = document.setting.schema
    for field in document.fields.values():
        data = field.data
        if field.style != "plain" or not isinstance(data, str) or not _DAY.fullmatch(data) or field.path in known:
            continue
        if schema is None or "string" not in schema.types[field.path]:  # else text is wanted: another rule tells
            written = read_date(data)
            if written is not None:
                yield field, written


def _of_microsoft(document: Document) -> Iterator[tuple[Field, Written]]:
    """The date of Microsoft's articles, whose month comes first: https://learn.microsoft.com/contribute/content/metadata"""
    field = document.fields.get(("ms.date",))
    day = _MONTH_FIRST.fullmatch(field.data.strip()) if field is not None and isinstance(field.data, str) else None
    written = read_date(f"{day[3]}-{day[1]:0>2}-{day[2]:0>2}") if day is not None else None
    if field is not None and written is not None:
        yield field, written
