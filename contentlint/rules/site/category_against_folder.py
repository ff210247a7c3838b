"""See `CategoryAgainstFolder`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from contentlint.document import Document
from contentlint.fields import Field
from contentlint.languages import is_language
from contentlint.lazy import known_if_short
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety
from contentlint.rules.site.places import ROOTS
from contentlint.spelling import respelled

_KEYS = ("category", "categories")
_FOLDERS = (
    "content", "_posts", "_drafts", "posts", "post", "blog", "news", "articles", "article", "docs", "source", "src", "pages",
    "collections", "site", "archive", "archives", "entries", "stories", "data", "drafts",
)  # fmt: skip
_NUMBER = pattern(r"\d{1,4}(?:-\d{1,2}){0,2}|v?\d[\d.]*")


@dataclass(frozen=True)
class CategoryAgainstFolder(Rule):
    """The article's folder is none of its categories.

    Where folders stand for categories, it is listed in one place and filed in another.

    The fix is unsafe: it takes the category from the folder, and the folder may be what is wrong.
    """

    name = "category-against-folder"
    recommended = False
    options_help = {"folders": "Names of folders that stand for no category."}
    good = (
        Good("---\ncategories: [Kites, Wind]\n---\n\nText.\n", path="content/kites/first.md"),
        Good("---\ncategory: Kite News\n---\n\nText.\n", path="posts/kite-news/2024/first.md"),
        Good("---\ncategory: kites\n---\n\nText.\n", path="_posts/2024-05-06-first.md"),
        Good("---\ncategory: kites\n---\n\nText.\n", path="weather/blog/first.md"),
        Good("---\ncategories: [kites/paper]\n---\n\nText.\n", path="content/en/kites/first/index.md"),
    )
    bad = (
        Bad(
            "---\ncategory: ⟦wind⟧\n---\n\nText.\n",
            fixed="---\ncategory: kites\n---\n\nText.\n",
            path="content/kites/first.md",
            unsafe=True,
        ),
        Bad(
            "---\ncategories:\n  - ⟦财经⟧\n---\n\n风筝。\n",
            fixed="---\ncategories:\n  - 体育\n---\n\n风筝。\n",
            path="news/体育/first.md",
            unsafe=True,
        ),
        Bad(
            "---\ncategory: ⟦wind⟧\n---\n\nText.\n",
            fixed="---\ncategory: 'on'\n---\n\nText.\n".replace("'", '"'),
            path="posts/on/first.md",
            unsafe=True,
        ),
        Bad("---\ncategories: ⟦[空, 風]⟧\n---\n\n凧。\n", path="posts/凧/first.md"),
    )

    folders: tuple[str, ...] = _FOLDERS

    def check(self, document: Document) -> Iterator[Finding]:
        front_matter = document.readable_front_matter
        field = front_matter.first(*_KEYS) if front_matter else None
        if front_matter is None or field is None:
            return
        categories = [part for text in _texts(field.data) for part in (text, *text.split("/"))]
        folders = _folders(document.source.path, self.folders)
        if not categories or not folders or {_plain(text) for text in categories} & {_plain(name) for name in folders}:
            return
        item = (
            front_matter.fields.get((*field.path, 0)) if isinstance(field.data, list) and len(field.data) == 1 else None
        )
        told = item or field
        message = (
            f'the folder is "{folders[-1]}", "{field.name}" says otherwise: move the article or change its category'
        )
        yield self.finding(told.value, message, _fix(document, told, folders[-1]))


def _folders(path: str, no_category: tuple[str, ...]) -> tuple[str, ...]:
    """The folders that may be categories."""
    folder, _, name = path.rpartition("/")
    if name.split(".")[0] in ("index", "_index"):
        folder = folder.rpartition("/")[0]
    return _below_root(folder, no_category)


@lru_cache
def _below_root(folder: str, no_category: tuple[str, ...]) -> tuple[str, ...]:
    parts = folder.split("/") if folder else []
    root = next((at for at, part in enumerate(parts) if part in ROOTS), -1)
    root = max([root, *(at for at, part in enumerate(parts) if part in no_category)])
    return tuple(part for part in parts[root + 1 :] if not is_language(part) and not _NUMBER.fullmatch(part))


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [text for item in value for text in _texts(item)] if isinstance(value, list) else []


@known_if_short
def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _fix(document: Document, field: Field, folder: str) -> Fix | None:
    if (
        not isinstance(field.data, str)
        or field.style not in ("plain", "single", "double")
        or not re.fullmatch(r"\w[\w -]*", folder)
    ):
        return None
    written = document.text[field.value.start : field.value.end]
    if field.style == "plain" and written != field.data:
        return None
    return Fix("Take the category from the folder", respelled(document, field, folder), Safety.UNSAFE)
