"""What of a Markdown page belongs to Vue: VitePress and VuePress lift its script and styles out of the text.

To any other site a `<script setup>` is a script like all others: `setup` alone, which anyone can write, is no evidence.
"""

from __future__ import annotations

from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.patterns import pattern

_IMPORTS = pattern(r"(?:\s|//[^\n]*+\n|/\*(?s:.*?)\*/)*+import(?:\s++[\w{*\"']|[{*\"'])")
_MOST_COMMENTS = 2_000  # characters before an import


def is_script(document: Document, script: Node) -> bool:
    """Whether it is the script of a page that Vue compiles: the profile says so, or the script begins with an import and
    so runs in no browser as it stands."""
    if document.language != "markdown" or script.get("setup") is None:
        return False
    if document.setting.profile.name == "docs":
        return True
    return not (script.get("type") or script.get("src")) and _begins_with_import(document, script)


def compiles(document: Document) -> bool:
    """Whether Vue compiles the page: it has such a script."""
    return any(is_script(document, script) for script in document.tags("script"))


def is_written_for(document: Document) -> bool:
    """Whether a page says that it is for Vue, which is enough where nothing hangs on it but looks."""
    return any(script.get("setup") is not None for script in document.tags("script"))


def has_module(document: Document, style: Node) -> bool:
    """Whether it is a style sheet whose classes Vue gives names of their own."""
    return document.language == "markdown" and style.get("module") is not None


def _begins_with_import(document: Document, script: Node) -> bool:
    start, end = script.content
    return _IMPORTS.match(document.source.flat, start, min(end, start + _MOST_COMMENTS)) is not None
