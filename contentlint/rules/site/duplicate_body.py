"""See `DuplicateBody`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from contentlint.document import Document
from contentlint.errors import OptionError
from contentlint.rule import Bad, Fact, Good, SiteRule
from contentlint.rules.site.likeness import likeness, samples, signature
from contentlint.rules.site.places import is_article, scope_of
from contentlint.text import Span

_MOST_COMPARED = 8


@dataclass(frozen=True)
class DuplicateBody(SiteRule):
    """Two articles have nearly the same text.

    Readers meet the same story twice, and search engines rank both lower.

    There is no fix: keep one of them and lead the other's readers to it.
    """

    name = "duplicate-body"
    recommended = False
    options_help = {"alike": "How alike two texts must be, in percent of their passages."}
    good = (
        "---\ntitle: Kites\n---\n\nThey rise.\n",
        "---\ntitle: Kites\ndraft: true\n---\n\nThey rise.\n",
        Good("---\ntitle: 凧\n---\n\n舞う。\n", path="ja/kites.md"),
        "---\ntitle: Kites\n---\n\n{/* filled in by the build */}\n",
    )
    bad = (
        Bad(
            "---\ntitle: Kites\n---\n\n"
            "On Sunday the town flew its kites above the old pier. The wind came from the sea, cold and steady. "
            "Children ran along the sand, and their parents held the lines. By noon more than two hundred kites were up. "
            "Another article says all this, word by word.\n"
        ),
        Bad(
            "---\ntitle: 风筝\n---\n\n"
            "星期天，镇上的人在旧码头放风筝。海风又冷又稳，孩子们在沙滩上奔跑。到了中午，天上已有两百多只风筝。"
            "另一篇文章的文字和这篇几乎一样。\n"
        ),
        Bad(
            "---\ntitle: 凧\n---\n\n"
            "日曜日、町の人びとは古い桟橋で凧を揚げた。海からの風は冷たく、子どもたちは砂浜を走った。昼には二百を超える凧が空にあった。"
            "別の記事の本文とほとんど同じです。\n"
        ),
    )

    alike: int = 90

    def __post_init__(self) -> None:
        if self.alike > 100:
            raise OptionError(f"{self.name}: no two texts are alike to more than 100 percent", "alike")

    def facts(self, document: Document) -> Iterable[Fact]:
        if not is_article(document):
            return
        text = document.text
        texts = [text[span[0] : span[1]] for span in document.body.texts]
        if next(filter(None, map(str.strip, texts)), "").startswith("{/*"):  # a comment of MDX, to be filled in
            return
        marked = signature(texts)
        if marked:
            start = document.body.texts[0].start
            span = document.head if document.front_matter else Span(start, start)
            scope = scope_of(document)
            yield Fact((scope, marked), self.finding(span, ""))

    def judge(self, facts: Iterable[tuple[str, Fact]]) -> Iterator[tuple[str, Fact, str]]:
        known: dict[object, list[tuple[str, str]]] = {}
        for path, fact in facts:
            key: Any = fact.key
            scope, marked = key
            buckets = [known.setdefault((scope, sample), []) for sample in samples(marked)]
            best, other = 0.0, ""
            fewest = max(len(buckets) * self.alike // 200, 1)  # half of the samples that such texts share
            for (candidate, signed), shared in Counter(each for bucket in buckets for each in bucket).items():
                if shared >= fewest and candidate != path and (share := likeness(marked, signed)) > best:
                    best, other = share, candidate
            if best * 100 >= self.alike:
                yield path, fact, f"{other} has nearly the same text: keep one of the two"
                continue
            for bucket in buckets:
                if len(bucket) < _MOST_COMPARED:
                    bucket.append((path, marked))
