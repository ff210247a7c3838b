"""See `DuplicateSlug`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from contentlint.document import Document
from contentlint.rule import Bad, Fact, Good, Severity, SiteRule
from contentlint.rules.site.addresses import place_of
from contentlint.rules.site.places import is_article


class DuplicateSlug(SiteRule):
    """Two articles have the same address.

    The generator keeps one of them, silently, so the other cannot be read at all.

    There is no fix: only the editors know which article may change its address.
    """

    name = "duplicate-slug"
    severity = Severity.ERROR
    good = (
        "---\ntitle: Kites\npermalink: /kites/\n---\n\nThey rise.\n",
        "---\ntitle: Kites\nurl: https://kites.example/\n---\n\nThey rise.\n",
        Good("---\ntitle: Kites\nslug: kites\n---\n\nThey rise.\n", path="content/posts/kites.md", profile="hugo"),
    )
    bad = (
        Bad("---\ntitle: Kites, again\npermalink: /kites/\n---\n\nAnother article has this permalink, too.\n"),
        Bad("---\ntitle: 风筝\nurl: /kites\n---\n\n另一篇文章也用这个地址。\n"),
        Bad("---\ntitle: 凧\nslug: kites\n---\n\n同じフォルダーの別の記事も同じスラッグです。\n", profile="hugo"),
    )

    def facts(self, document: Document) -> Iterable[Fact]:
        place = place_of(document)
        if place is not None and is_article(document):
            span = place.field.value if place.field is not None else document.head
            yield Fact((place.key, place.address), self.finding(span, ""))

    def judge(self, facts: Iterable[tuple[str, Fact]]) -> Iterator[tuple[str, Fact, str]]:
        first: dict[object, str] = {}
        for path, fact in facts:
            place: Any = fact.key
            key, address = place
            other = first.setdefault(key, path)
            if other != path:
                named = f", {address[:60]}" if address else ""
                told = f"{other} has the same address{named}: only one of the two can be read"
                yield path, fact, told
