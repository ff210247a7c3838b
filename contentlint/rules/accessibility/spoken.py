"""What a screen reader can say of an element: https://www.w3.org/TR/accname-1.2/."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

from contentlint.beacons import hides, style_of
from contentlint.document import Document
from contentlint.elements import KNOWN
from contentlint.lazy import lazy
from contentlint.nodes import UNKNOWN, Node
from contentlint.references import shows_nothing
from contentlint.spans import Merged
from contentlint.text import Span

_NAMING = frozenset({"aria-label", "aria-labelledby", "title"})
_BOUND = frozenset(  # https://vuejs.org/api/built-in-directives.html
    {
        "v-bind",
        "v-html",
        "v-text",
        *(before + name for before in (":", "v-bind:") for name in ("alt", "aria-label", "title")),
    }
)
_A_FEW = 32
_NONE = Merged([])
_BRINGING = UNKNOWN | {"component"}
_SPEAKS_FOR_ITSELF = frozenset(
    {"input", "button", "select", "textarea", "object", "embed", "iframe", "video", "audio", "math", "slot"}
)


def is_named(node: Node) -> bool:
    """Whether an attribute gives the element a name."""
    return any(attribute.name in _NAMING and (node.get(attribute.name) or "").strip() for attribute in node.attributes)


def is_hidden(node: Node) -> bool:
    """Whether screen readers pass the element over."""
    if not node.attributes:
        return False
    return _says_it_is_hidden(node) or hides(style_of(node))


def _says_it_is_hidden(node: Node) -> bool:
    return (node.get("aria-hidden") or "").strip().lower() == "true" or node.get("hidden") is not None


def _stays_hidden(node: Node) -> bool:
    """Whether no script takes away the style that hides an element, which it finds by a name."""
    return _says_it_is_hidden(node) or (hides(style_of(node)) and not (node.get("id") or node.get("class")))


def is_filled_by_template(document: Document, node: Node) -> bool:
    """Whether a template stands in the tag outside any value, so that it may bring attributes of its own; or Vue does."""
    if any(attribute.name in _BOUND for attribute in node.attributes):
        return True
    if not document.has_template(node.span):
        return False
    values = [attribute.value_span for attribute in node.attributes if attribute.value_span is not None]
    return any(
        inner.kind in UNKNOWN and not any(value.covers(inner.span) for value in values)
        for inner in document.nodes_in(node.span)
    )


class Speech:
    """What of a document a screen reader has something to say about; what a template or component brings counts."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def is_in(self, content: Span, *, image_counts: bool = False, hidden_counts: bool = False) -> bool:
        """Whether something in these characters can be said. `image_counts`: an image of which nothing at
        all is said does, too; `hidden_counts`: so does what screen readers pass over."""
        if content.start < content.end and self.document.text[content.start].isalnum():  # no mark begins so
            return True
        counts_all = hidden_counts or self._hidden.hold(content.start - 1)  # or all of it is hidden
        hidden = _NONE if counts_all else self._hidden
        texts = nodes = 0
        for texts, text in enumerate(islice(self.document.texts_in(content), _A_FEW), 1):  # noqa: B007
            if _is_word(self.document, text) and not hidden.hold(text.start):
                return True
        for nodes, node in enumerate(islice(self.document.nodes_in(content), _A_FEW), 1):  # noqa: B007
            if _speaks(self.document, node, image_counts=image_counts) and not hidden.hold(node.span.start):
                return True
        if texts < _A_FEW and nodes < _A_FEW:
            return False
        places = self._with_images if image_counts else self._places
        found = places[bisect_left(places, content.start) : bisect_left(places, content.end)]
        return not all(map(hidden.hold, found))

    def is_passed_over(self, node: Node) -> bool:
        """Whether the node, or something it stands in, is hidden from screen readers, and nothing reveals it."""
        return is_hidden(node) or self._hidden.hold(node.span.start)

    @lazy
    def _hidden(self) -> Merged:
        attributes = self.document.attributes("aria-hidden", "hidden", "style", samples=True)
        return Merged([node.whole for node, _ in attributes if _stays_hidden(node)])

    @lazy
    def _places(self) -> list[int]:
        return self._gathered(image_counts=False)

    @lazy
    def _with_images(self) -> list[int]:
        return self._gathered(image_counts=True)

    def _gathered(self, *, image_counts: bool) -> list[int]:
        document = self.document
        texts = [text.start for text in document.body.texts if _is_word(document, text)]
        nodes = [node.span.start for node in document.body.nodes if _speaks(document, node, image_counts=image_counts)]
        return sorted(texts + nodes)


def _is_word(document: Document, text: Span) -> bool:
    written = text.of(document.text)
    if written[:1].isalnum():
        return True
    return not shows_nothing(_beside_image(document, text).of(document.text))


def _beside_image(document: Document, text: Span) -> Span:
    """The part of a stretch of text that is no image of Markdown, of which the alternative is asked for elsewhere."""
    first, last = document.around(text.start), document.around(text.end - 1)
    start = first.span.end if first is not None and first.kind == "image" else text.start
    end = last.span.start if last is not None and last.kind == "image" else text.end
    return Span(min(start, text.end), max(end, text.start))


def _is_own(element: Node) -> bool:
    """Whether an element is a site's own, which a script or a generator fills."""
    return element.namespace == "html" and element.name not in KNOWN and ":" not in element.name


def _speaks(document: Document, node: Node, *, image_counts: bool) -> bool:
    if node.kind in _BRINGING or (node.kind == "code" and node.span.end - node.span.start > 2):
        return True
    if node.kind == "image":
        alternative = node.get("alt")
        if (image_counts and alternative is None) or (alternative or "").strip() or is_named(node):
            return True
    if node.markup != "html":
        return False
    return (
        node.name in _SPEAKS_FOR_ITSELF
        or (node.kind == "element" and _is_own(node))
        or is_named(node)
        or is_filled_by_template(document, node)
    )
