"""What of a Markdown page belongs to Vue: VitePress and VuePress lift its script and styles out of the text.

To any other site a `<script setup>` is a script like all others: `setup` alone, which anyone can write, is no evidence.
"""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.patterns import pattern

_BEGINS_MODULE = pattern(
    r"(?:\s|//[^\n\r\u2028\u2029]*+|/\*(?s:.*?)\*/)*+(?:import(?:\s++[\w{*\"']|[{*\"'])|export(?:\s++\S|[{*]))"
)
_MAY_END = pattern(r"(?i)</script|\{[%#{]|<[%?]")  # what a template hides from us, or may write
_MOST_COMMENTS = 2_000  # characters before an import or export
_NAMED_SCRIPT = {"is": ("script",), ":is": ("'script'", '"script"'), "v-bind:is": ("'script'", '"script"')}


def scripts(document: Document, *, samples: bool = False) -> Iterator[Node]:
    """Every `<script>`, and every component of Vue's that it renders as one, since its templates may not hold any."""
    yield from document.tags("script", samples=samples)
    if document.language == "markdown":
        yield from filter(_becomes_script, document.tags("component", samples=samples))


def _becomes_script(component: Node) -> bool:
    return any((component.get(name) or "").strip() in values for name, values in _NAMED_SCRIPT.items())


def is_script(document: Document, script: Node) -> bool:
    """Whether it is the script of a page that Vue compiles: the profile says so, or the script begins with an import or
    export and so runs in no browser as it stands."""
    if document.language != "markdown" or script.name != "script":
        return False
    if script.namespace != "html":  # SVG's may load a file by `href`
        return False
    if script.get("setup") is not None and document.setting.profile.name == "docs":
        return True
    if script.get("type") or script.get("src"):
        return False
    return _begins_module(document, script) and _is_kept_by_markdown(document, script)


def compiles(document: Document) -> bool:
    """Whether Vue compiles the page: it has such a script."""
    return any(is_script(document, script) for script in document.tags("script"))


def is_written_for(document: Document) -> bool:
    """Whether a page says that it is for Vue, which is enough where nothing hangs on it but looks."""
    return any(script.get("setup") is not None or is_script(document, script) for script in document.tags("script"))


def renames_classes(document: Document, style: Node) -> bool:
    """Whether the page names the classes of a style sheet as Vue calls them, which nobody else does."""
    return document.language == "markdown" and style.get("module") is not None


def _begins_module(document: Document, script: Node) -> bool:
    """Whether it begins with an import or export, and no template can end it before its end tag, or hide where that ends."""
    flat, (start, end) = document.source.flat, script.content
    if _BEGINS_MODULE.match(flat, start, min(end, start + _MOST_COMMENTS)) is None:
        return False
    return not document.has_template(script.whole) and _MAY_END.search(flat, start, end) is None


def _is_kept_by_markdown(document: Document, script: Node) -> bool:
    """Whether it is a block of its own: in any other, Markdown may read references and escapes before a browser does."""
    block, (start, end) = document.block_at(script.span.start), script.whole
    if block is None or block.kind != "html":
        return False
    return not document.text[block.start : start].strip() and end <= block.end
