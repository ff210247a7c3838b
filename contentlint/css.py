"""CSS selectors over a document: BeautifulSoup's tree of what a reader meets, each tag with its node."""

from __future__ import annotations

import warnings
from typing import Any

from contentlint.document import Document, once
from contentlint.nodes import UNKNOWN, Node

_MARKDOWN_TAGS = {"link": "a", "image": "img", "code": "code"}
_ELEMENTS = frozenset({"element", "link", "image", "heading", "component", "code"})


def prove_selector(selector: str) -> None:
    """Raises:
    ValueError: the selector cannot be used.
    """
    import soupsieve
    from bs4 import BeautifulSoup

    try:
        _matched(selector, BeautifulSoup("", "html.parser"))
    except (soupsieve.SelectorSyntaxError, NotImplementedError) as error:
        raise ValueError(str(error).splitlines()[0]) from None


def selected(document: Document, selector: str) -> list[Node]:
    """The nodes that a CSS selector matches: HTML elements, and the links, images, headings and code of Markdown."""
    soup, nodes = _tree(document)
    return [nodes[id(tag)] for tag in _matched(selector, soup) if id(tag) in nodes]


def _matched(selector: str, soup: Any) -> Any:
    import soupsieve

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # `:contains` works; it is another's news that it is an old name
        return soupsieve.select(selector, soup)


@once
def _tree(document: Document) -> tuple[Any, dict[int, Node]]:
    """BeautifulSoup's tree of the body, and the node each tag stands for; what stands in samples is text."""
    from bs4 import BeautifulSoup
    from bs4.element import NavigableString

    soup = BeautifulSoup("", "html.parser")
    nodes: dict[int, Node] = {}
    open_tags: list[tuple[int, Any]] = []  # with where each ends

    def add(start: int, piece: Any) -> None:
        while open_tags and open_tags[-1][0] <= start:
            open_tags.pop()
        (open_tags[-1][1] if open_tags else soup).append(piece)

    for start, _, piece in sorted(_pieces(document), key=lambda piece: piece[:2]):
        if not isinstance(piece, Node):
            add(start, NavigableString(piece))
            continue
        attributes: dict[str, Any] = {}
        for name, value, _, _ in piece.attributes:
            attributes.setdefault(name, value.split() if name == "class" else value)
        markdown = _MARKDOWN_TAGS.get(piece.kind) if piece.markup == "markdown" else None
        tag = soup.new_tag(markdown or piece.name, attrs=attributes)
        if piece.kind == "code":
            tag.append(NavigableString(piece.content.of(document.text)))
        nodes[id(tag)] = piece
        add(start, tag)
        open_tags.append((piece.whole.end, tag))
    return soup, nodes


def _pieces(document: Document) -> list[tuple[int, int, Node | str]]:
    """Nodes and texts by their places; a node comes before the text that begins where it does."""
    found: list[tuple[int, int, Node | str]] = []
    for node in document.body.nodes:
        if node.kind in UNKNOWN:  # it stands there as text
            found.append((node.span.start, 1, node.span.of(document.text)))
        elif node.kind in _ELEMENTS and node.name != "definition" and not node.sample:
            found.append((node.span.start, 0, node))
    found += [(span.start, 1, span.of(document.text)) for span in document.body.texts]
    return found
