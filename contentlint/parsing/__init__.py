"""Text to Document: never raises for bad content, notes problems instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from contentlint.document import Document, Language, Problem, language_of
from contentlint.fields import FrontMatter
from contentlint.nodes import Block, Body
from contentlint.parsing.front_matter import read_front_matter
from contentlint.parsing.html import Builder
from contentlint.parsing.markdown import read_markdown
from contentlint.parsing.mdx import expressions
from contentlint.parsing.mdx_imports import is_for_mdx
from contentlint.parsing.shown_code import read_comments
from contentlint.parsing.tags import MASK
from contentlint.parsing.templates import templates
from contentlint.setting import Setting, is_for_jekyll
from contentlint.text import BOM, Source, Span, filled

MAX_CHARACTERS = 10_000_000


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
        end = len(source.text)
        return _Head(None, [Problem("not-utf8", Span(end, end), source.undecodable)], is_all=True)
    if len(source.text) > MAX_CHARACTERS:
        message = f"the file is longer than {MAX_CHARACTERS:,} characters and was not checked: split it"
        return _Head(None, [Problem("limit-exceeded", Span(0, 0), message)], is_all=True)
    return _Head(*read_front_matter(source, setting))


def _document(source: Source, setting: Setting, head: _Head) -> Document:
    language = language_of(source.path)
    if head.is_all:
        return Document(source, language, None, Body(), tuple(head.problems), setting)
    start = head.front_matter.span.end if head.front_matter else len(BOM) * source.has_bom
    if language == "markdown" and is_for_mdx(source, start, setting):
        language = "mdx"
    body, problems = _read_body(source, start, language, kramdown=is_for_jekyll(setting.profile, source.path))
    return Document(source, language, head.front_matter, body, (*head.problems, *problems), setting)


def _read_body(source: Source, start: int, language: Language, *, kramdown: bool) -> tuple[Body, list[Problem]]:
    flat = source.flat if MASK not in source.text else source.flat.replace(MASK, "\ufffd")
    published: list[Span] = []
    if language == "mdx":
        shields = expressions(flat, start)
    else:
        shields, published = templates(flat, start, markdown=language == "markdown", kramdown=kramdown)
    text = filled(flat, [node.span for node in shields], MASK) if shields else flat
    builder = Builder(
        source.text, text, len(text), jsx=language == "mdx", browser=language == "html", kramdown=kramdown
    )
    for node in shields:
        builder.add(node)
    blocks: Sequence[Block] = ()
    if language == "html":
        builder.feed(start, len(text))
    else:
        blocks = read_markdown(builder, start, published)
        comments = [node for node in shields if node.name == "raw" and flat.startswith("{::", node.span.start)]
        if comments:
            read_comments(builder, flat, comments, blocks)
    nodes, texts = builder.finish()
    return Body(Span(start, len(text)), nodes, texts, blocks), builder.problems
