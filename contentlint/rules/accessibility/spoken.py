"""What a screen reader can say of an element: https://www.w3.org/TR/accname-1.2/."""

from __future__ import annotations

from contentlint.document import Document, Node
from contentlint.references import decode_references
from contentlint.text import Span

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff"))
_MARKS = "![] \t\n\r\u00a0\u3000"  # around an image's alternative in Markdown
_UNKNOWN = frozenset({"template", "expression", "component"})
_SPEAKS_FOR_ITSELF = frozenset(
    {"input", "button", "select", "textarea", "object", "embed", "iframe", "video", "audio", "math", "slot"}
)


def is_named(node: Node) -> bool:
    """Whether an attribute gives the element a name."""
    return any((node.get(name) or "").strip() for name in ("aria-label", "aria-labelledby", "title"))


def is_hidden(node: Node) -> bool:
    """Whether screen readers pass the element over."""
    return (node.get("aria-hidden") or "").strip().lower() == "true" or node.get("hidden") is not None


def is_filled_by_template(document: Document, node: Node) -> bool:
    """Whether a template stands in the tag outside any value, so that it may bring attributes of its own."""
    if not document.has_template(node.span):
        return False
    values = [attribute.value_span for attribute in node.attributes if attribute.value_span is not None]
    return any(
        inner.kind in ("template", "expression") and not any(value.covers(inner.span) for value in values)
        for inner in document.nodes_in(node.span)
    )


def can_be_spoken(document: Document, content: Span, *, image_counts: bool = False) -> bool:
    """Whether a screen reader finds something to say here; what a template or component brings counts.

    `image_counts`: any image does, told or not.
    """
    for text in document.texts_in(content):
        if decode_references(document.text[text.start : text.end]).translate(_INVISIBLE).strip(_MARKS):
            return True
    for node in document.nodes_in(content):
        if node.kind in _UNKNOWN or (node.kind == "code" and node.span.end - node.span.start > 2):
            return True
        if node.kind == "image" and (image_counts or (node.get("alt") or "").strip()):
            return True
        if node.markup == "html" and (
            node.name in _SPEAKS_FOR_ITSELF
            or "-" in node.name
            or is_named(node)
            or is_filled_by_template(document, node)
        ):
            return True
    return False
