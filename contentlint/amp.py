"""Pages of AMP, which show nothing until its scripts have run: https://amp.dev/documentation/guides-and-tutorials/learn/spec/amphtml."""

from __future__ import annotations

from contentlint.address import host_of
from contentlint.document import Document
from contentlint.nodes import Node

_MARKS = ("amp", "⚡", "⚡\ufe0f", "amp4email", "⚡4email", "amp4ads", "⚡4ads")


def is_script(document: Document, script: Node) -> bool:
    """Whether it is a script of AMP's own on a page that says it is one of AMP."""
    return host_of(script.get("src") or "") == "cdn.ampproject.org" and any(
        page.get(mark) is not None for page in document.tags("html") for mark in _MARKS
    )
