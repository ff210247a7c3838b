"""Where an article stands: its profile's words, its schema, the day it is judged on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from contentlint.errors import KeyPath
from contentlint.lazy import lazy
from contentlint.patterns import pattern


class Violation(NamedTuple):
    """One way in which front matter breaks its schema.

    `path` leads to the value, `keyword` and `schema_path` to the part of the schema; `message` is in a writer's
    words; `expected` is what the keyword asks for, `schema` the schema of the value.
    """

    path: KeyPath
    keyword: str
    schema_path: str
    message: str
    value: Any
    expected: Any
    schema: Any


class Schema(Protocol):
    """What front matter must be; `contentlint.schema` reads one from a JSON schema."""

    raw: Any

    @property
    def properties(self) -> Mapping[str, Any]: ...
    @property
    def order(self) -> tuple[str, ...]: ...
    @property
    def types(self) -> Mapping[KeyPath, frozenset[str]]: ...
    @property
    def formats(self) -> Mapping[KeyPath, str]: ...
    def part(self, path: KeyPath) -> Mapping[str, Any]: ...
    def types_of(self, part: Any) -> frozenset[str]: ...
    def required(self, path: KeyPath) -> list[str]: ...
    def accepts(self, data: Any, path: KeyPath, value: Any) -> bool: ...
    def violations(self, data: Any) -> tuple[Violation, ...]: ...


@dataclass(frozen=True)
class Profile:
    """What one site generator calls things; keys are tried in order."""

    name: str = ""
    title_keys: tuple[str, ...] = ("title",)
    image_keys: tuple[str, ...] = (
        "thumbnail",
        "headimg",
        "cover",
        "image",
        "images",
        "featured_image",
        "featuredImage",
        "banner",
        "photo",
        "photos",
    )
    date_keys: tuple[str, ...] = (
        "date",
        "published",
        "publishDate",
        "pubDate",
        "pubdate",
        "publishdate",
        "published_at",
        "publishedAt",
        "published_time",
        "publishedDate",
        "published_date",
        "publishTime",
        "publish_time",
        "publish_date",
        "pub_date",
        "pubTime",
        "pubtime",
        "postDate",
        "post_date",
        "datePublished",
        "date_published",
        "article:published_time",
        "created",
        "created_at",
        "createdAt",
        "updated",
        "updatedDate",
        "updated_at",
        "updatedAt",
        "updated_time",
        "lastmod",
        "modified",
        "dateModified",
        "date_modified",
        "date-modified",
        "date modified",
        "dateCreated",
        "date_created",
        "date-created",
        "date created",
        "modified_time",
        "created_time",
        "last_edited_time",
        "article:modified_time",
        "last_modified_at",
        "last_modified_date",
        "lastUpdated",
        "last_updated",
        "last_update",
        "last_reviewed_on",
        "review_date",
        "created_gmt",
        "date_gmt",
        "post_date_gmt",
        "modified_gmt",
        "createTime",
        "updateTime",
        "expiryDate",
        "expirydate",
    )
    draft_keys: tuple[str, ...] = ("published",)  # besides "draft"
    permalink_keys: tuple[str, ...] = ("permalink", "url", "slug")
    excerpt_marks: tuple[str, ...] = ("more", "excerpt", "truncate")
    slug: str = "any"
    is_news: bool = False
    yes_is_text: bool = False  # to js-yaml, yes and no are words, as YAML 1.2 has it

    @lazy
    def date_names(self) -> frozenset[str]:
        """The keys of dates, also with a capital, as some write all of their keys; with those that a generator does not
        read but programs write that fetch and convert articles."""
        keys = (*self.date_keys, *Profile.date_keys)
        return frozenset(name for key in keys for name in (key, key[:1].upper() + key[1:]))


def is_for_hexo(profile: Profile, path: str) -> bool:
    """Whether Hexo reads this file: the profile says so, or without one its folder."""
    return profile.name == "hexo" or (not profile.name and "source/_posts/" in path)


def is_for_jekyll(profile: Profile, path: str) -> bool:
    """Whether Jekyll reads this file: the profile says so, or without one its folder."""
    if profile.name or "source/_posts/" in path:
        return profile.name == "jekyll"
    return path.startswith(("_posts/", "_drafts/")) or "/_posts/" in path or "/_drafts/" in path


def is_for_javascript(profile: Profile, path: str) -> bool:
    """Whether a generator written in JavaScript reads this file: the profile says so, or without one its folder or suffix."""
    if profile.name:
        return profile.name in ("astro", "docs", "hexo")
    return path.endswith(".mdx") or "src/content/" in path or "source/_posts/" in path


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Setting:
    """What the rules may know besides the article.

    `schema_is_explicit`: a config, a flag or the article itself chose the schema; the shipped one is only a default.
    """

    profile: Profile = field(default_factory=Profile)
    schema: Schema | None = None
    schema_is_explicit: bool = False
    clock: Callable[[], datetime] = _utc_now
    known_rules: frozenset[str] = frozenset()  # names and groups that a suppression may name


_SITE_PARTS = pattern(
    r"(?:^|/)(?:(?:_includes|_layouts|_partials|layouts|archetypes|scaffolds|themes|partials|node_modules"
    r"|(?:\d+[ ._-]*+)?_?templates?|模板|模版|vorlagen)/|_?template\.md\Z)",
    re.IGNORECASE,
)


@lru_cache
def lies_among_site_parts(path: str) -> bool:
    """Whether a file lies where generators keep what a site is built with: layouts, partials, templates for articles."""
    return _SITE_PARTS.search(path) is not None


def is_form(path: str, head: str) -> bool:
    """Whether new articles are made of a file, by its folder and by what its front matter leaves to be filled in."""
    return is_to_fill_in(head) and lies_among_site_parts(path)


def is_to_fill_in(text: str) -> bool:
    """Whether a program fills a part of a text in."""
    return "{{" in text or "<%" in text
