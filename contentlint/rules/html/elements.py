"""What a tag is to its author: how it is spelled, and whether it is a component."""

from __future__ import annotations

from contentlint.document import Document, once
from contentlint.nodes import Node


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
def _writes_jsx(document: Document) -> bool:
    return any(
        attribute.value.startswith("{") and _is_spelled_as_component(written_name(document, node))
        for node in document.all("element")
        for attribute in node.attributes
    )
