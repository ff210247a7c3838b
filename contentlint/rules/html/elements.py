"""What tags are to their author: how one is spelled, whether it is a component, whether all are a page of their own."""

from __future__ import annotations

from contentlint.document import Document, once
from contentlint.nodes import Node

_FEEDS = ("feed", "rss", "urlset", "opml")
_NO_LAYOUT = ("none", "null", "nil", "false", "raw", "")


def written_name(document: Document, tag: Node) -> str:
    """A tag's name as the article spells it."""
    start = tag.span.start + (2 if tag.kind == "end-tag" else 1)
    return document.text[start : start + len(tag.name)]


def is_component(document: Document, tag: Node) -> bool:
    """Whether a tag is a component of a Markdown file that is written for JSX, though its name does not say so."""
    return _is_spelled_as_component(written_name(document, tag)) and _writes_jsx(document)


def _is_spelled_as_component(name: str) -> bool:
    return name[:1].isupper() and not name.isupper()


def is_for_head(node: Node) -> bool:
    """Whether a framework puts this into the page's head: Next's and Docusaurus' <Head>, <Helmet>."""
    return any(each.kind == "component" and each.name in ("Head", "Helmet") for each in node.ancestors())


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
    layout = document.front_matter and document.front_matter.first("layout")
    if layout is None:  # Jekyll publishes it as it is; what has a date is an article, and other programs add a layout
        return "date" not in document.data
    return str(layout.data or "").lower() in _NO_LAYOUT


@once
def _writes_jsx(document: Document) -> bool:
    return any(
        attribute.value.startswith("{") and _is_spelled_as_component(written_name(document, node))
        for node in document.all("element")
        for attribute in node.attributes
    )
