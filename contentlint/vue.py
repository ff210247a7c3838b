"""What of a Markdown page belongs to Vue: VitePress and VuePress lift its script and styles out of the text.

To any other site a `<script setup>` is a script like all others: `setup` alone, which anyone can write, is no evidence.
"""

from __future__ import annotations

from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.patterns import pattern

_BEGINS_MODULE = pattern(
    r"(?:\s|//[^\n\r\u2028\u2029]*+|/\*(?s:.*?)\*/)*+(?:import(?:\s++[\w{*\"']|[{*\"'])|export[\s{*])"
)
_MOST_COMMENTS = 2_000  # characters before an import or export
_PREPROCESSORS = frozenset({"scss", "sass", "less", "stylus", "styl", "postcss"})


def is_script(document: Document, script: Node) -> bool:
    """Whether it is the script of a page that Vue compiles: the profile says so, or the script begins with an import or
    export and so runs in no browser as it stands."""
    if document.language != "markdown":
        return False
    if script.get("setup") is not None and document.setting.profile.name == "docs":
        return True
    return not (script.get("type") or script.get("src")) and _begins_module(document, script)


def compiles(document: Document) -> bool:
    """Whether Vue compiles the page: it has such a script."""
    return any(is_script(document, script) for script in document.tags("script"))


def is_written_for(document: Document) -> bool:
    """Whether a page says that it is for Vue, which is enough where nothing hangs on it but looks."""
    return any(script.get("setup") is not None or is_script(document, script) for script in document.tags("script"))


def compiles_style(document: Document, style: Node) -> bool:
    """Whether only Vue makes something of a style sheet: it gives its classes other names, or has another language read it."""
    is_compiled = style.get("module") is not None or style.get("lang") in _PREPROCESSORS
    return document.language == "markdown" and is_compiled


def _begins_module(document: Document, script: Node) -> bool:
    start, end = script.content
    return _BEGINS_MODULE.match(document.source.flat, start, min(end, start + _MOST_COMMENTS)) is not None
