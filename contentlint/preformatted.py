"""What stands in a bare `<pre>`: no sample of code, for a picture there is shown and a link there works.

One with a class, a language or data is left to a program that shows its content as code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contentlint.document import Document
from contentlint.elements import SAMPLES
from contentlint.nodes import Attribute, Node

_OF_CODE = frozenset({"class", "lang", "language", "name", "v-pre"})


def shown(document: Document, kind: str) -> Sequence[Node]:
    """Every node of a kind that takes effect, those in a bare `<pre>` included."""
    if "pre" not in document.tag_names:
        return document.all(kind)
    return [node for node in document.all(kind, samples=True) if not node.sample or _is_in_bare_pre(node)]


def shown_attributes(document: Document, name: str) -> Iterator[tuple[Node, Attribute]]:
    """Every attribute of a name that takes effect, with its element, those in a bare `<pre>` included."""
    if "pre" not in document.tag_names:
        return document.attributes(name)
    pairs = document.attributes(name, samples=True)
    return (pair for pair in pairs if not pair[0].sample or _is_in_bare_pre(pair[0]))


def _is_in_bare_pre(node: Node) -> bool:
    around = [each for each in node.ancestors() if each.name in SAMPLES]
    return (
        bool(around) and node.markup == "html" and all(each.name == "pre" and not _is_for_code(each) for each in around)
    )


def _is_for_code(pre: Node) -> bool:
    names = [attribute.name for attribute in pre.attributes]
    return any(name in _OF_CODE or name.startswith("data-") for name in names)
