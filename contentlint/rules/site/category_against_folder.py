"""See `CategoryAgainstFolder`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from contentlint.document import Document
from contentlint.languages import is_language
from contentlint.lazy import known_if_short
from contentlint.patterns import pattern
from contentlint.rule import Bad, Fact, Good, SiteRule
from contentlint.rules.site.places import ROOTS

_KEYS = ("category", "categories")
_FOLDERS = (
    "content", "_posts", "_drafts", "posts", "post", "blog", "news", "articles", "article", "docs", "source", "src", "pages",
    "collections", "site", "archive", "archives", "entries", "stories", "data", "drafts",
)  # fmt: skip
_NUMBER = pattern(r"\d{1,4}(?:-\d{1,2}){0,2}|v?\d[\d.]*")


@dataclass(frozen=True)
class CategoryAgainstFolder(SiteRule):
    """The article's folder is none of its categories.

    Readers find it listed in one place and filed in another. A folder counts as a category where at least half of its
    articles with categories name it, or where a lone article lies below a folder such as `posts`.

    There is no fix: only the editors know whether the folder or the category is wrong.
    """

    name = "category-against-folder"
    recommended = False
    options_help = {"folders": "Names of folders that stand for no category; a list of yours replaces the default."}
    good = (
        Good("---\ncategories: [Kites, Wind]\n---\n\nText.\n", path="content/kites/first.md"),
        Good("---\ncategory: Kite News\n---\n\nText.\n", path="posts/kite-news/2024/first.md"),
        Good("---\ncategory: kites\n---\n\nText.\n", path="_posts/2024-05-06-first.md"),
        Good("---\ncategory: kites\n---\n\nText.\n", path="weather/blog/first.md"),
        Good("---\ncategories: [kites/paper]\n---\n\nText.\n", path="content/en/kites/first/index.md"),
    )
    bad = (
        Bad("---\ncategory: ⟦wind⟧\n---\n\nText.\n", path="content/kites/first.md"),
        Bad("---\ncategories:\n  - ⟦财经⟧\n---\n\n风筝。\n", path="news/体育/first.md"),
        Bad("---\ncategories: ⟦[空, 風]⟧\n---\n\n凧。\n", path="posts/凧/first.md"),
    )

    folders: tuple[str, ...] = _FOLDERS

    def facts(self, document: Document) -> Iterable[Fact]:
        front_matter = document.readable_front_matter
        field = front_matter.first(*_KEYS) if front_matter else None
        if front_matter is None or field is None:
            return
        categories = {_plain(part) for text in _texts(field.data) for part in (text, *text.split("/"))}
        folders = _folders(document.source.path, self.folders)
        if categories and folders:
            is_meant = tuple([_plain(_name_of(folder)) in categories for folder in folders])
            item = front_matter.fields.get((*field.path, 0)) if _is_single(field.data) else None
            is_content = not ROOTS.union(self.folders).isdisjoint(document.source.path.split("/"))
            yield Fact((field.name, folders, is_meant, is_content), self.finding((item or field).value, ""))

    def judge(self, facts: Iterable[tuple[str, Fact]]) -> Iterator[tuple[str, Fact, str]]:
        told: list[tuple[str, Fact, Any]] = [(path, fact, fact.key) for path, fact in facts]
        votes: Counter[str] = Counter()
        articles: Counter[str] = Counter()
        for _, _, (_, folders, is_meant, _) in told:
            articles.update(map(_name_of, folders))
            for folder, one in zip(folders, is_meant, strict=True):
                votes[folder] += 1 if one else -1
        for path, fact, (key, folders, is_meant, is_content) in told:
            is_alone = is_content and articles[_name_of(folders[-1])] == 1
            folder = next((each for each in reversed(folders) if votes[each] >= 0 or is_alone), None)
            if folder is not None and not any(is_meant):
                name = _name_of(folder)
                yield (
                    path,
                    fact,
                    f'the folder is "{name}", but "{key}" says otherwise: move the article or change its category',
                )


def _is_single(value: object) -> bool:
    return isinstance(value, list) and len(value) == 1


def _name_of(folder: str) -> str:
    return folder.rpartition("/")[2]


def _folders(path: str, no_category: tuple[str, ...]) -> tuple[str, ...]:
    """The folders that may be categories, each with those above it."""
    folder, _, name = path.rpartition("/")
    if name.split(".")[0] in ("index", "_index"):
        folder = folder.rpartition("/")[0]
    return _below_root(folder, no_category)


@lru_cache
def _below_root(folder: str, no_category: tuple[str, ...]) -> tuple[str, ...]:
    parts = folder.split("/") if folder else []
    root = next((at for at, part in enumerate(parts) if part in ROOTS), -1)
    root = max([root, *(at for at, part in enumerate(parts) if part in no_category)])
    return tuple(
        "/".join(parts[: at + 1])
        for at, part in enumerate(parts)
        if at > root and not is_language(part) and not _NUMBER.fullmatch(part)
    )


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [text for item in value for text in _texts(item)] if isinstance(value, list) else []


@known_if_short
def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
