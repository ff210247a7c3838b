"""Text to Document: never raises for bad content, notes problems instead."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from contentlint.document import Document, Language, Problem
from contentlint.fields import FrontMatter
from contentlint.nodes import Block, Body
from contentlint.parsing.blocks import BlockReader
from contentlint.parsing.front_matter import read_front_matter
from contentlint.parsing.html import Builder
from contentlint.parsing.markdown import read_markdown
from contentlint.parsing.mdx import expressions
from contentlint.parsing.tags import MASK
from contentlint.parsing.templates import masked, templates
from contentlint.patterns import pattern
from contentlint.setting import Setting
from contentlint.text import BOM, Source, Span

MAX_CHARACTERS = 10_000_000
_IMPORT = pattern(r"\s*import\s+[\w*{][^\n;]*\sfrom\s+(['\"])[^'\"\n]+\1;?[ \t]*\r?\n")
_DOCUSAURUS = pattern(r"(?:\s*+import\s[^\n]*+)*?\s*+import\s[^\n]*?['\"]@(?:theme|site|docusaurus)/")
_OF_DOCUSAURUS = pattern(  # in a line of its own
    r"^import[ \t]++(?:[^\n'\"]*[ \t}]from[ \t]*+)?+(['\"])@(?:theme|site|docusaurus)/[^'\"\n]++\1;?+[ \t]*+$",
    re.MULTILINE,
)
_LANGUAGES: dict[str, Language] = {"html": "html", "htm": "html", "mdx": "mdx"}


def language_of(path: str) -> Language:
    """The language a file name means: Markdown unless its suffix says otherwise."""
    return _LANGUAGES.get(path.rsplit(".", 1)[-1].lower(), "markdown")


def parse(source: Source, setting: Setting | None = None) -> Document:
    """Read an article: its front matter, and its body as HTML, Markdown or MDX by the suffix of its path."""
    return parse_all((source,), (setting or Setting(),))[0]


def parse_all(sources: Sequence[Source], settings: Sequence[Setting]) -> list[Document]:
    """Read a few articles: first the heads, then the bodies, since code that runs again at once runs faster."""
    heads = [_read_head(source, setting) for source, setting in zip(sources, settings, strict=True)]
    return [_document(*each) for each in zip(sources, settings, heads, strict=True)]


class _Head(NamedTuple):
    front_matter: FrontMatter | None
    problems: list[Problem]
    is_all: bool = False  # the rest cannot be read


def _read_head(source: Source, setting: Setting) -> _Head:
    if source.undecodable:
        return _Head(None, [Problem("not-utf8", Span(0, 0), source.undecodable)], is_all=True)
    if len(source.text) > MAX_CHARACTERS:
        message = f"longer than {MAX_CHARACTERS:,} characters: not checked"
        return _Head(None, [Problem("limit-exceeded", Span(0, 0), message)], is_all=True)
    return _Head(*read_front_matter(source, setting))


def _document(source: Source, setting: Setting, head: _Head) -> Document:
    language = language_of(source.path)
    if head.is_all:
        return Document(source, language, None, Body(), tuple(head.problems), setting)
    start = head.front_matter.span.end if head.front_matter else len(BOM) * source.has_bom
    if language == "markdown" and _is_for_mdx(source, start, setting):
        language = "mdx"
    body, problems = _read_body(source, start, language)
    return Document(source, language, head.front_matter, body, (*head.problems, *problems), setting)


def _is_for_mdx(source: Source, start: int, setting: Setting) -> bool:
    """Whether Markdown imports, as only MDX does: at its beginning, or anywhere from Docusaurus or the site it builds."""
    text, profile = source.text, setting.profile.name
    first = _IMPORT.match(text, start)
    if first is not None and (profile == "docs" or _DOCUSAURUS.match(text, start) is not None):
        return True
    if profile not in ("", "docs") or "\nimport " not in text:
        return False
    found = [match.start() for match in _OF_DOCUSAURUS.finditer(source.flat, start)]
    return bool(found) and _begins_paragraph(source.flat, start, found)


def _begins_paragraph(text: str, start: int, places: Sequence[int]) -> bool:
    """Whether a paragraph begins at one of these offsets, or a few lines of imports above it."""
    reader = BlockReader(text, start, len(text), jsx=False)
    reader.read()
    for block in reader.blocks:
        at = bisect_left(places, block.start)
        if block.kind == "text" and at < len(places) and places[at] < block.end:
            above = text[block.start : places[at]].splitlines()
            if all(line.startswith("import ") for line in above):
                return True
    return False


def _read_body(source: Source, start: int, language: Language) -> tuple[Body, list[Problem]]:
    flat = source.flat if MASK not in source.text else source.flat.replace(MASK, "\ufffd")
    shields = expressions(flat, start) if language == "mdx" else templates(flat, start, markdown=language == "markdown")
    text = masked(flat, shields)
    builder = Builder(source.text, text, len(text), jsx=language == "mdx", browser=language == "html")
    for node in shields:
        builder.add(node)
    blocks: Sequence[Block] = ()
    if language == "html":
        builder.feed(start, len(text))
    else:
        blocks = read_markdown(builder, start)
    nodes, texts = builder.finish()
    return Body(Span(start, len(text)), nodes, texts, blocks), builder.problems
