"""Whether a file is a page of its own, or an article around which a site builds one."""

from __future__ import annotations

from contentlint.document import Document, once
from contentlint.patterns import pattern

_FEEDS = ("feed", "rss", "urlset", "opml")
_NO_LAYOUT = ("none", "null", "nil", "false", "raw", "")
_OF_POSTS = ("post", "posts", "article")  # layouts
_OF_ARTICLES = frozenset(
    (
        "title subtitle headline author authors byline editor tags tag categories category description summary excerpt keywords "
        "image cover slug published"
    ).split()
)
_DATED = pattern(r"(?a)(?:19|20)\d\d-\d\d?-\d\d?-")  # https://jekyllrb.com/docs/posts/


@once
def is_page(document: Document) -> bool:
    """Whether this file is a page, a layout or a feed of its own."""
    if any(document.tags(*_FEEDS)):
        return True
    if document.language != "html":
        return False
    if document.all("template", samples=True):
        return True
    if not document.is_whole_page:
        return False
    if document.front_matter is None:
        return True
    layout = document.front_matter.first("layout")
    if layout is None:  # Jekyll publishes it as it is; what has a date is an article, and other programs add a layout
        return not _is_dated(document)
    return str(layout.data or "").lower() in _NO_LAYOUT


@once
def is_no_article(document: Document) -> bool:
    """Whether front matter says where and in which layout something is published, and nothing that articles say of
    themselves: a site's own page, such as its 404.html."""
    front_matter = document.readable_front_matter
    if front_matter is None:
        return False
    names = {field.name.lower() for field in front_matter.top}
    if names.isdisjoint(("layout", "permalink")) or not names.isdisjoint(_OF_ARTICLES) or _is_dated(document):
        return False
    return str(document.data.get("layout") or "").lower() not in _OF_POSTS


def _is_dated(document: Document) -> bool:
    if _DATED.match(document.source.name):
        return True
    data = document.data  # in which `published: true` is no date
    return any(not isinstance(data.get(key, False), bool) for key in document.setting.profile.date_names)
