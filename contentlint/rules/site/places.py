"""Where an article stands in its site: which site, which language, draft or not."""

from __future__ import annotations

from functools import lru_cache

from contentlint.document import Document, once
from contentlint.languages import written_language
from contentlint.patterns import pattern

ROOTS = frozenset({"content", "_posts", "_drafts", "_pages", "_docs", "source", "src", "docs", "site"})
_VERSION = pattern(r"version-.+|v\d+(?:\.(?:\d+|x))*|\d+\.(?:\d+|x)(?:\.(?:\d+|x))*")


@once
def is_article(document: Document) -> bool:
    """Whether a file is published as a page: no draft, no part of a theme."""
    if document.is_site_part or document.is_draft:
        return False
    if document.front_matter is not None and not document.front_matter.readable:
        return False
    name = document.source.name
    is_piece = name.startswith("_") and not name.startswith("_index")  # which pages include
    return not is_piece and not _is_unrendered(document)


def _is_unrendered(document: Document) -> bool:
    """Whether Hugo is told to make no page of it: https://gohugo.io/content-management/build-options/."""
    build = document.data.get("build", document.data.get("_build"))
    return document.data.get("headless") is True or (
        isinstance(build, dict) and build.get("render") in (False, "never")
    )


@lru_cache
def _site_of(folder: str) -> str:
    """The folder of the site that files of a folder belong to, where folders show it; "" for the one site of the tree."""
    parts = folder.split("/")
    for index, part in enumerate(parts):
        if part in ROOTS:
            return "/".join(parts[:index])
    return ""


@once
def scope_of(document: Document) -> tuple[str, str, str]:
    """The site, the language and the version that an article belongs to."""
    folder = document.source.path.rpartition("/")[0]
    return (
        _site_of(folder),
        written_language(document.data, document.source.path).lower().replace("_", "-"),
        _version_of(folder),
    )


@lru_cache
def _version_of(folder: str) -> str:
    return next((part for part in folder.split("/") if _VERSION.fullmatch(part)), "")
