"""At which address of its site an article is published, as its generator makes it."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote

from contentlint.document import Document
from contentlint.fields import Field
from contentlint.languages import is_language
from contentlint.patterns import pattern
from contentlint.rules.site.places import ROOTS, scope_of
from contentlint.setting import Profile

_DATED = pattern(r"(\d{4})-(\d{1,2})-(\d{1,2})-(?=.)")
_PATTERN = pattern(r":[A-Za-z_]|[{}<>\[\]*]")
_COLLECTION = pattern(r"((?:.*?/)?content/[^/]+)/")
_IS_ESCAPED = pattern("[#?%]")


class Place(NamedTuple):
    """`key` is equal for two articles of one site, language and address, which is `address` where that is known whole;
    `field` says it, or None where the file's name does."""

    key: tuple[str, ...]
    address: str
    field: Field | None


def place_of(document: Document) -> Place | None:
    """The address at which an article is published, or None where that cannot be known for sure."""
    profile = document.setting.profile
    explicit = _explicit(document, profile)
    if explicit is not None:
        given, path = explicit
        return Place((*scope_of(document), path), path, given) if path else None
    if not profile.name or profile.name == "news":
        return None
    slug = _slug(document, profile)
    if slug is not None and _PATTERN.search(slug.data):
        return None
    path = "/" + "/".join(_parts(document, profile, slug))
    if profile.name in ("hugo", "jekyll"):
        path = re.sub(r"\s+", "-", path).lower()
    address = _whole(document, profile, path)
    if address:
        return Place((*scope_of(document), address), address, slug)
    variant = _variant(document, profile)
    shown = "" if variant or profile.name == "astro" else _below_root(path)  # dates or code have a say in the others
    return Place((*scope_of(document), "by name", *variant, path), shown, slug)


def _slug(document: Document, profile: Profile) -> Field | None:
    """The slug, where the generator makes an address of it.

    Hexo takes the file's name (https://github.com/hexojs/hexo/blob/v7.3.0/lib/plugins/processor/post.ts), Jekyll does so
    for pages, and Astro below `pages`.
    """
    slug = document.front_matter.first("slug") if document.front_matter else None
    if slug is None or profile.name == "hexo" or not isinstance(slug.data, str) or not slug.data.strip():
        return None
    path = document.source.path
    is_page = (profile.name == "jekyll" and not _is_in_collection(path)) or (
        profile.name == "astro" and not _COLLECTION.match(path)
    )
    return None if is_page else slug


def _is_in_collection(path: str) -> bool:
    """Whether a file is a post or of another collection of Jekyll's: of a folder that begins with a low line."""
    return path.startswith("_") or "/_" in path


def _parts(document: Document, profile: Profile, slug: Field | None) -> list[str]:
    """The folders and the name of which the address is made; in Astro a slug replaces all below its collection."""
    parts = _file_slug(document, profile)
    if slug is None:
        return parts
    given = slug.data.strip()
    if profile.name == "astro" and (below := _COLLECTION.match(document.source.path)):
        return [below[1], given.strip("/")]
    return [*([] if given.startswith("/") else parts[:-1]), given.strip("/")]


def _whole(document: Document, profile: Profile, path: str) -> str:
    """The whole address where folders and names alone make it, comparable with one that front matter gives; "" where
    a date, a language or the site's config has a say."""
    *folders, file = document.source.path.split("/")
    name = file.rsplit(".", 1)[0]
    if _IS_ESCAPED.search(document.source.path) or any(map(is_language, (*folders, name.rpartition(".")[2]))):
        return ""
    root = next((folder for folder in folders if folder in ROOTS), "")
    if profile.name == "hugo" and root in ("content", ""):
        return _below(path, root)
    if profile.name == "astro" and root == "src":
        return _below(path, "src/pages")
    if _is_in_collection(document.source.path):
        return ""
    if profile.name == "hexo" and root == "source":
        return _below(f"/{'/'.join(folders)}/{name}.html", root)
    if profile.name == "jekyll" and not root and document.front_matter is not None:
        return _normal("/".join((*folders, f"{name}.html")), is_jekyll=True)
    return ""


def _below(path: str, root: str) -> str:
    """The address of what lies at a path below the folder of a site's content, "" for what does not."""
    if not root:
        return _normal(path)
    _, is_below, rest = path.partition(f"/{root}")
    return _normal(rest) if is_below and rest[:1] in ("", "/") else ""


def _below_root(path: str) -> str:
    """An address without the folder in which the site's content lies."""
    first, _, rest = path.lstrip("/").partition("/")
    return f"/{rest}" if first in ROOTS and rest else path


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
    dated = _DATED.match(document.source.name)
    date = document.data.get("date")
    categories = document.data.get("categories", document.data.get("category", ""))
    day = str(date)[:10] if date else "-".join(dated.groups()) if dated else ""
    return (day, str(categories) if profile.name == "jekyll" else "")
