"""Where an article stands in its site: which site, which language, draft or not, at which address."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from contentlint.document import Document, once
from contentlint.fields import Field
from contentlint.languages import is_language
from contentlint.patterns import pattern
from contentlint.setting import Profile

ROOTS = frozenset({"content", "_posts", "_drafts", "_pages", "_docs", "source", "src", "docs", "site"})
_VERSION = pattern(r"version-.+|v\d+(?:\.(?:\d+|x))*|\d+\.(?:\d+|x)(?:\.(?:\d+|x))*")
_DATED = pattern(r"(\d{4})-(\d{1,2})-(\d{1,2})-(?=.)")
_PATTERN = pattern(r":[A-Za-z_]|[{}<>\[\]*]")


class Place(NamedTuple):
    """`key` is equal for two articles of one site, language and address, which is `address` where that is known whole;
    `field` says it, or None where the file's name does."""

    key: tuple[str, ...]
    address: str
    field: Field | None


@once
def is_article(document: Document) -> bool:
    """Whether a file is published as a page: no draft, no part of a theme."""
    if document.is_site_part or document.is_draft:
        return False
    if document.front_matter is not None and not document.front_matter.readable:
        return False
    name = document.source.path.rsplit("/", 1)[-1]
    is_piece = name.startswith("_") and not name.startswith("_index")  # which pages include
    return not is_piece and not _is_unrendered(document)


def _is_unrendered(document: Document) -> bool:
    """Whether Hugo is told to make no page of it: https://gohugo.io/content-management/build-options/."""
    build = document.data.get("build", document.data.get("_build"))
    return document.data.get("headless") is True or (
        isinstance(build, dict) and build.get("render") in (False, "never")
    )


@lru_cache
def site_of(folder: str) -> str:
    """The folder of the site that files of a folder belong to, where folders show it; "" for the one site of the tree."""
    parts = folder.split("/")
    for index, part in enumerate(parts):
        if part in ROOTS:
            return "/".join(parts[:index])
    return ""


def language_of(document: Document) -> str:
    """The language that front matter, file name or folder says; "" for the site's own."""
    for key in ("lang", "language", "locale"):
        value = document.data.get(key)
        if isinstance(value, str) and value:
            return value.lower().replace("_", "-")
    folder, _, name = document.source.path.rpartition("/")
    parts = name.lstrip(".").split(".")
    if len(parts) > 2 and is_language(parts[-2]):
        return parts[-2].lower().replace("_", "-")
    return _language_of_folder(folder)


@lru_cache
def _language_of_folder(folder: str) -> str:
    return next((part.lower().replace("_", "-") for part in folder.split("/") if is_language(part)), "")


def place_of(document: Document) -> Place | None:
    """The address at which an article is published, or None where that cannot be known for sure."""
    profile = document.setting.profile
    explicit = _explicit(document, profile)
    if explicit is not None:
        given, path = explicit
        return Place((*scope_of(document), path), path, given) if path else None
    if not profile.name or profile.name == "news":
        return None
    slug = document.front_matter.first("slug") if document.front_matter else None
    if slug is not None and profile.name == "astro":
        return None  # it replaces the whole address, relative to a collection that only code knows
    if slug is not None and (not isinstance(slug.data, str) or not slug.data.strip()):
        slug = None
    parts = _file_slug(document, profile)
    if slug is not None and _PATTERN.search(slug.data):
        return None
    if slug is not None:
        given = slug.data.strip()
        parts = [*([] if given.startswith("/") else parts[:-1]), given.strip("/")]
    path = "/" + "/".join(parts)
    if profile.name in ("hugo", "jekyll"):
        path = re.sub(r"\s+", "-", path).lower()
    variant = _variant(document, profile)
    shown = "" if variant else _below_root(path)  # posts have their date in the address, as the site's config has it
    return Place((*scope_of(document), "by name", *variant, path), shown, slug)


def _below_root(path: str) -> str:
    """An address without the folder in which the site's content lies."""
    first, _, rest = path.lstrip("/").partition("/")
    return f"/{rest}" if first in ROOTS and rest else path


@once
def scope_of(document: Document) -> tuple[str, str, str]:
    """The site, the language and the version that an article belongs to."""
    folder = document.source.path.rpartition("/")[0]
    return site_of(folder), language_of(document), _version_of(folder)


@lru_cache
def _version_of(folder: str) -> str:
    return next((part for part in folder.split("/") if _VERSION.fullmatch(part)), "")


def _explicit(document: Document, profile: Profile) -> tuple[Field, str] | None:
    """The address that front matter gives in full; "" where it is a pattern or leads elsewhere."""
    front_matter = document.front_matter
    keys = [key for key in profile.permalink_keys if key not in ("slug", "id")]
    if front_matter is None or (field := front_matter.first(*keys)) is None:
        return None
    value = field.data
    if field.name == "abbrlink" and isinstance(value, int):
        value = str(value)
    if not isinstance(value, str) or not value.strip():
        return None
    value = value.strip()
    if _PATTERN.search(value) or "://" in value or value.startswith(("//", "#", "mailto:")):
        return field, ""
    if field.name == "url" and not value.startswith("/") and profile.name != "hugo":
        return field, ""
    return field, _normal(value, is_jekyll=profile.name == "jekyll")


def _normal(path: str, *, is_jekyll: bool = False) -> str:
    """One spelling of a path on the site; to Jekyll `/x` is the file `/x.html`, to others the folder `/x/`."""
    path = "/" + unquote(path.split("#")[0].split("?")[0]).lstrip("/")
    path = re.sub(r"/{2,}", "/", re.sub(r"/index\.html?\Z", "/", path))
    if is_jekyll:
        return re.sub(r"\.html\Z", "", path)
    return path.rstrip("/") or "/"


def _file_slug(document: Document, profile: Profile) -> list[str]:
    """The address by folders and file name, as generators make it: no suffix, no language, no index."""
    *parents, file = document.source.path.split("/")
    name = file.rsplit(".", 1)[0]
    if "." in name and is_language(name.rsplit(".", 1)[1]):
        name = name.rsplit(".", 1)[0]
    folders = [part for part in parents if not is_language(part)]
    if profile.name == "jekyll":
        folders = folders[: folders.index("_posts")] if "_posts" in folders else folders
        name = _DATED.sub("", name, count=1)
    elif (profile.name == "docs" and name.lower() == "readme" and folders) or (
        profile.name != "hexo" and name in ("index", "_index") and folders
    ):
        return folders
    return [*folders, name]


def _variant(document: Document, profile: Profile) -> tuple[str, ...]:
    """What else is in the address by default: Jekyll's and Hexo's posts have their date in it."""
    if profile.name not in ("jekyll", "hexo"):
        return ()
    dated = _DATED.match(document.source.path.rsplit("/", 1)[-1])
    date = document.data.get("date")
    categories = document.data.get("categories", document.data.get("category", ""))
    day = str(date)[:10] if date else "-".join(dated.groups()) if dated else ""
    return (day, str(categories) if profile.name == "jekyll" else "")
