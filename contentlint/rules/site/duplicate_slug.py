"""See `DuplicateSlug`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from contentlint.document import Document
from contentlint.rule import Bad, Fact, Good, Severity, SiteRule
from contentlint.rules.site.addresses import place_of
from contentlint.rules.site.places import ROOTS, is_article
from contentlint.wording import MOST_OF_AN_ADDRESS, cut_at


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
            is_hugo = document.setting.profile.name == "hugo"
            yield Fact((place.key, place.address, is_hugo), self.finding(span, ""))

    def judge(self, facts: Iterable[tuple[str, Fact]]) -> Iterator[tuple[str, Fact, str]]:
        first: dict[object, str] = {}
        told: list[tuple[str, Fact, Any]] = [(path, fact, fact.key) for path, fact in facts]
        bundles = {_folder(path) for path, _, (*_, is_hugo) in told if is_hugo and _is_index(path)} - ROOTS
        for path, fact, (key, address, is_hugo) in told:
            if is_hugo and bundles and _is_in(bundles, path):
                continue
            other = first.setdefault(key, path)
            if other != path:
                named = f", {cut_at(address, MOST_OF_AN_ADDRESS)}" if address else ""
                yield path, fact, f"{other} has the same address{named}: give one of them its own"


def _is_index(path: str) -> bool:
    return path.rpartition("/")[2].startswith("index.")


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _is_in(bundles: Collection[str], path: str) -> bool:
    """Whether a file is not published but belongs to a page, in whose folder it is:
    https://gohugo.io/content-management/page-bundles/."""
    folder = _folder(_folder(path) if _is_index(path) else path)
    while folder:
        if folder in bundles:
            return True
        folder = _folder(folder)
    return False
