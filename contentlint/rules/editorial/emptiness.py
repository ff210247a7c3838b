"""Whether an article's body has anything for a reader, and whether it is a page that needs none."""

from __future__ import annotations

import re

from contentlint.beacons import is_beacon
from contentlint.document import Document
from contentlint.elements import HEADINGS
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.references import shows_nothing

TEXT_TAGS = HEADINGS | frozenset("p div span br section article center b i em strong font small u blockquote".split())
_NOTHING = TEXT_TAGS | {"ul", "ol", "li", "style", "hr"}
_PLAIN_KEYS = frozenset(
    """
    title subtitle date updated lastmod modified created published publishdate pubdate updateddate expirydate
    last_modified_at author authors editor editors reporter tags tag categories category topics keywords
    description summary excerpt deck kicker slug permalink lang language draft comments comment weight thumbnail headimg
    cover image banner featured_image featuredimage series featured sticky top toc math mathjax
    copyright license layout type id source hidden
    """.split()
)
_ARTICLE_LAYOUTS = frozenset({"post", "posts", "article", "articles", "single", "blog", "news", "default", "story"})
_LIST_NAMES = frozenset(
    """
    _index index readme search archive archives tags tag categories category 404 feed rss sitemap contact links friends
    gallery about home authors team projects changelog license contributing
    """.split()
)
_INCLUDE = pattern(r"\s*@?include\b", re.IGNORECASE)
_RECORDS = pattern(r"(?:^|/)(?:_?drafts|_?data|authors?|people|i18n)/", re.IGNORECASE)


def is_empty(document: Document, beside: tuple[int, int] = (0, 0)) -> bool:
    """Whether a reader finds nothing at all, `beside` these characters: no text, picture, code, embed, component or
    template."""
    flat, (start, end) = document.source.flat, beside
    if any(_is_read(text.of(flat)) for text in document.body.texts if not start <= text.start < end):
        return False
    nodes = (node for node in document.body.nodes if not start <= node.span.start < end)
    return all(
        (_is_nothing(node) or _writes_nothing(document, node)) and not _includes(document, node) for node in nodes
    )


def _is_read(written: str) -> bool:
    return written.strip()[:1].isalnum() or not shows_nothing(written)


def _is_nothing(node: Node) -> bool:
    if node.kind in ("comment", "end-tag", "becomes-code", "doctype", "heading") or is_beacon(node):
        return True
    return node.kind == "element" and node.name in _NOTHING and not node.get("id") and not _is_mount(node)


def _writes_nothing(document: Document, node: Node) -> bool:
    """Whether this is a comment of MDX, or imports and nothing exported; what makes use of them is a node of its own."""
    if node.kind != "expression":
        return False
    return node.name == "comment" or (node.name == "esm" and "export" not in node.span.of(document.text))


def _includes(document: Document, node: Node) -> bool:
    """Whether a comment brings in another file, as VitePress and others have it."""
    return node.kind == "comment" and _INCLUDE.match(document.text, *node.content) is not None


def _is_mount(node: Node) -> bool:
    return any(attribute.name.startswith("data-") for attribute in node.attributes)


def needs_body(document: Document) -> bool:
    """Whether a person would call a page without a body forgotten: an article by its keys, not a list, a redirect, a
    data record, a draft or a whole page of HTML."""
    name = document.source.name.split(".", 1)[0].lower()
    if document.is_whole_page or _RECORDS.search(document.source.path) or document.is_site_part:
        return False
    front_matter = document.front_matter
    if front_matter is None:
        return document.language != "html" and name not in _LIST_NAMES and not document.text.strip("\ufeff \t\r\n")
    data, date_keys = document.data, document.setting.profile.date_keys
    has_date = any(key in data for key in date_keys)
    if not data.get("title") or (name in _LIST_NAMES and not (has_date and name == "index")) or document.is_draft:
        return False
    if not {str(key).lower() for key in data} <= _PLAIN_KEYS.union(map(str.lower, date_keys)):
        return False
    if "permalink" in data and not has_date:
        return False
    if isinstance(data.get("source"), str) and "/" in data["source"]:  # where the text comes from
        return False
    kinds = {str(data[key]).lower() for key in ("layout", "type") if data.get(key)}
    return kinds <= _ARTICLE_LAYOUTS
