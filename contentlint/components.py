"""What a tag is to its author: how it is spelled, and whether it is a component."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint import vue
from contentlint.document import Document, once
from contentlint.elements import KNOWN, VOID
from contentlint.nodes import Attribute, Node
from contentlint.patterns import pattern
from contentlint.text import Span

_IMPORT = pattern(r"(?m)^[ \t]*+import[ \t]([\w$*{}, \t]+?)\bfrom[ \t]*+[\"']")
_NAME = pattern(r"[\w$]++")
_IN_HEAD = frozenset({"link", "meta", "title"})


def written_name(document: Document, tag: Node) -> str:
    """A tag's name as the article spells it."""
    start = tag.span.start + (2 if tag.kind == "end-tag" else 1)
    return document.text[start : start + len(tag.name)]


def is_component(document: Document, tag: Node) -> bool:
    """Whether a tag is a component, also in a Markdown file that is written for JSX or Vue, where its name may be HTML's.

    No browser knows that: rules of security do not ask it.
    """
    if tag.kind == "component":
        return True
    is_spelled_so = document.language != "html" and _is_spelled_as_component(written_name(document, tag))
    return is_spelled_so and not _is_type_parameter(document, tag) and _has_components(document)


def _is_type_parameter(document: Document, tag: Node) -> bool:
    """Whether a bare tag that nothing closes stands right behind a word: List<String>."""
    if tag.kind == "end-tag" or tag.attributes or tag.end_tag is not None:
        return False
    start = tag.span.start
    return document.text[start - 1 : start].isalnum() and not document.has_slash(tag)


def _is_spelled_as_component(name: str) -> bool:
    return name[:1].isupper() and not name.isupper()


def is_for_head(document: Document, node: Node) -> bool:
    """Whether a framework puts this into the page's head: Next's and Docusaurus' <Head>, <Helmet>."""
    heads = _heads(document)
    return bool(heads) and any(each.span in heads for each in node.ancestors())


@once
def _heads(document: Document) -> frozenset[Span]:
    tags = (*document.tags("head", "helmet", samples=True), *document.all("component", samples=True))
    named = (tag for tag in tags if written_name(document, tag) in ("Head", "Helmet"))
    return frozenset(tag.span for tag in named if is_component(document, tag))


@once
def has_expressions(document: Document) -> bool:
    """Whether an element has a value in braces without quotes, as only JSX writes them: `<Kite high={true} />`."""
    closed = (tag for tag in _capitalized(document) if tag.end_tag is not None or document.has_slash(tag))
    values = (attribute.value_span for tag in closed for attribute in _expressions(document, tag))
    return any(value is not None and document.text[value.start - 1] == "=" for value in values)


@once
def _has_components(document: Document) -> bool:
    """Whether the page is for Vue, or one of its tags is surely a component."""
    if vue.is_written_for(document):
        return True
    return any(_is_surely_component(document, tag) for tag in _capitalized(document))


@once
def _capitalized(document: Document) -> list[Node]:
    return [tag for tag in document.all("element") if _is_spelled_as_component(written_name(document, tag))]


def _is_surely_component(document: Document, tag: Node) -> bool:
    if any(_expressions(document, tag)):
        return True
    if document.has_slash(tag) and tag.name not in VOID:
        return True
    if (tag.name == "link" and tag.get("to") is not None) or _is_head_of_jsx(document, tag):
        return True
    is_closed = tag.name not in KNOWN and tag.end_tag is not None
    return is_closed or written_name(document, tag) in _imported_names(document)


def _is_head_of_jsx(document: Document, tag: Node) -> bool:
    """Whether this <Head> holds what small letters and a slash show to be JSX: old HTML has capitals throughout, and a whole
    page around it."""
    if tag.name != "head" or tag.end_tag is None or any(document.tags("html", "body")) or document.all("doctype"):
        return False
    if not all(_is_in_jsx(document, node) for node in document.nodes_in(tag.content)):
        return False
    return any(map(document.has_slash, document.nodes_in(tag.content)))


def _is_in_jsx(document: Document, node: Node) -> bool:
    if node.name not in _IN_HEAD or written_name(document, node) != node.name:
        return False
    return node.end_tag is not None if node.name == "title" else document.has_slash(node)


def _expressions(document: Document, tag: Node) -> Iterator[Attribute]:
    values = (attribute for attribute in tag.attributes if attribute.value.startswith("{"))
    return (attribute for attribute in values if not document.has_template(attribute.span))


@once
def _imported_names(document: Document) -> frozenset[str]:
    imports = (match for match in _IMPORT.finditer(document.text) if not _is_shown(document, match.start()))
    return frozenset(name for match in imports for name in _NAME.findall(match[1]))


def _is_shown(document: Document, at: int) -> bool:
    node = document.around(at)
    return node is not None and node.kind == "code"
