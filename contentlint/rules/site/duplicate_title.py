"""See `DuplicateTitle`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contentlint.document import Document
from contentlint.patterns import pattern
from contentlint.rule import Bad, Fact, SiteRule
from contentlint.rules.site.places import is_article, scope_of

_MARKS = pattern(r"(?:(?![+#])[\W_])+")


class DuplicateTitle(SiteRule):
    """Two articles have the same title.

    In lists and search results a reader cannot tell one from the other.

    There is no fix: give one of them a title of its own.
    """

    name = "duplicate-title"
    recommended = False
    good = (
        "---\ntitle: Kites\n---\n\nThey rise.\n",
        "---\ntitle: Kites\ndraft: true\n---\n\nThey rise.\n",
        "---\nlang: ja\ntitle: 凧\n---\n\n舞う。\n",
    )
    bad = (
        Bad("---\ntitle: How kites fly\n---\n\nAnother article in the same language is called “How Kites Fly”, too.\n"),
        Bad("---\ntitle: 风筝节\n---\n\n另一篇文章也叫《风筝节》。\n"),
        Bad("---\ntitle: 凧揚げ\nlang: ja\n---\n\n別の記事も同じ題名です。\n"),
    )

    def facts(self, document: Document) -> Iterable[Fact]:
        front_matter = document.front_matter
        if front_matter is None or not is_article(document):
            return
        title = front_matter.first(*document.setting.profile.title_keys)
        if title is None or not isinstance(title.data, str) or document.source.name.startswith("_index."):
            return
        words = _MARKS.sub(" ", title.data).strip().casefold()
        if words:
            key = (*scope_of(document), words)
            yield Fact(key, self.finding(title.value, ""))

    def judge(self, facts: Iterable[tuple[str, Fact]]) -> Iterator[tuple[str, Fact, str]]:
        first: dict[object, str] = {}
        for path, fact in facts:
            other = first.setdefault(fact.key, path)
            if other != path:
                yield path, fact, f"{other} has the same title: give one of them its own"
