"""Pages of AMP, which show nothing until its scripts have run: https://amp.dev/documentation/guides-and-tutorials/learn/spec/amphtml."""

from __future__ import annotations

from contentlint.document import Document, once
from contentlint.nodes import Node
from contentlint.patterns import pattern

_MARKS = ("amp", "⚡", "⚡\ufe0f", "amp4email", "⚡4email", "amp4ads", "⚡4ads")
_OWN = pattern(r"(?a)https://cdn\.ampproject\.org/(?:(?:rtv/\d+|lts)/)?(?:[\w-]+-)?v0(?:/[\w.-]+)?\.m?js")


def is_script(document: Document, script: Node) -> bool:
    """Whether it is a script of AMP's own, and surely no other, on a whole page that says it is one of AMP."""
    if script.namespace != "html" or document.has_template(script.span):  # SVG's loads another address
        return False
    return _OWN.fullmatch(script.get("src") or "") is not None and _is_amp(document)


@once
def _is_amp(document: Document) -> bool:
    return document.is_whole_page and any(
        page.parent is None and page.get(mark) is not None for page in document.tags("html") for mark in _MARKS
    )
