"""What of a Markdown page belongs to Vue: VitePress and VuePress lift its script and styles out of the text.

To any other site a `<script setup>` is a script like all others, so the page itself must show that it is compiled.
"""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document, once
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.setting import is_for_hexo, is_for_jekyll

_IMPORTS = pattern(r"(?:\s|//[^\n]*+\n|/\*(?s:.*?)\*/)*+import(?:\s++[\w{*\"']|[{*\"'])")
_MOST_COMMENTS = 2_000  # characters before an import
_DECLARED = pattern(r"\b(?:const|let|var|function)\s++(\{[^{}]*+\}|\[[^\[\]]*+\]|[\w$]++)")
_NAME = pattern(r"[A-Za-z_$][\w$]*+")
_BINDING = ("v-", ":", "@")  # attributes in which Vue reads an expression


def is_script(document: Document, script: Node) -> bool:
    """Whether it is the script of a page that Vue compiles: the profile says so, the script begins with an import and so
    runs in no browser as it stands, or the page shows what the script declares."""
    if document.language != "markdown" or script.get("setup") is None:
        return False
    profile = document.setting.profile.name
    if profile == "docs":
        return True
    if script.get("type") or script.get("src"):
        return False
    return _begins_with_import(document, script) or (not profile and _is_used(document, script))


def has_module(document: Document, style: Node) -> bool:
    """Whether it is a style sheet whose classes Vue gives names of their own."""
    return document.language == "markdown" and style.get("module") is not None


def _begins_with_import(document: Document, script: Node) -> bool:
    start, end = script.content
    return _IMPORTS.match(document.text, start, min(end, start + _MOST_COMMENTS)) is not None


def _is_used(document: Document, script: Node) -> bool:
    """Whether the page is of no other generator and shows a name that the script declares, or is VitePress' own home."""
    if script.end_tag is None or _is_for_another(document):
        return False
    written = document.text[script.content.start : script.content.end]
    declared = {name for match in _DECLARED.finditer(written) for name in _NAME.findall(match[1])}
    return _is_home(document) or not declared.isdisjoint(_shown(document))


def _is_for_another(document: Document) -> bool:
    """Whether another generator reads the page: by its folder, its layout, or a template that is not Vue's."""
    where = document.setting.profile, document.source.path
    if is_for_hexo(*where) or is_for_jekyll(*where) or document.data.get("layout") == "post":
        return True
    return any(not document.text.startswith("{{", node.span.start) for node in _templates(document))


def _is_home(document: Document) -> bool:
    """https://vitepress.dev/reference/default-theme-home-page"""
    data = document.data
    return data.get("layout") == "home" and (
        isinstance(data.get("hero"), dict) or isinstance(data.get("features"), list)
    )


def _templates(document: Document) -> Iterator[Node]:
    """The templates outside blocks of code."""
    for node in document.all("template"):
        block = document.block_at(node.span.start)
        if block is None or block.kind not in ("fence", "indented"):
            yield node


@once
def _shown(document: Document) -> frozenset[str]:
    """The names in the expressions that Vue would show or bind, outside code."""
    return frozenset(name for expression in _expressions(document) for name in _NAME.findall(expression))


def _expressions(document: Document) -> Iterator[str]:
    for node in _templates(document):
        yield document.text[node.content.start : node.content.end]
    for name in document.attribute_names:
        if name.startswith(_BINDING):
            yield from (attribute.value for _, attribute in document.attributes(name))
