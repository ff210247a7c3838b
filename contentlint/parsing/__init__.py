"""Text to Document: never raises for bad content, notes problems instead."""

from __future__ import annotations

from contentlint.document import Body, Document, Language, Problem
from contentlint.parsing.front_matter import read_front_matter
from contentlint.parsing.html import Builder
from contentlint.parsing.markdown import MarkdownReader
from contentlint.parsing.mdx import expressions
from contentlint.parsing.templates import masked, templates
from contentlint.setting import Setting
from contentlint.text import BOM, Source, Span

MAX_CHARACTERS = 10_000_000
_LANGUAGES: dict[str, Language] = {"html": "html", "htm": "html", "mdx": "mdx"}


def language_of(path: str) -> Language:
    """The language a file name means: Markdown unless its suffix says otherwise."""
    return _LANGUAGES.get(path.rsplit(".", 1)[-1].lower(), "markdown")


def parse(source: Source, setting: Setting | None = None) -> Document:
    """Read an article: its front matter, and its body as HTML, Markdown or MDX by the suffix of its path."""
    setting = setting or Setting()
    language = language_of(source.path)
    if source.undecodable:
        problem = Problem("not-utf8", Span(0, 0), source.undecodable)
        return Document(source, language, None, Body(), (problem,), setting)
    if len(source.text) > MAX_CHARACTERS:
        problem = Problem("limit-exceeded", Span(0, 0), f"longer than {MAX_CHARACTERS:,} characters: not checked")
        return Document(source, language, None, Body(), (problem,), setting)
    front_matter, problems = read_front_matter(source, setting)
    start = front_matter.span.end if front_matter else len(BOM) * source.has_bom
    body, body_problems = _read_body(source, start, language)
    return Document(source, language, front_matter, body, (*problems, *body_problems), setting)


def _read_body(source: Source, start: int, language: Language) -> tuple[Body, list[Problem]]:
    flat = source.flat
    shields = expressions(flat, start) if language == "mdx" else templates(flat, start)
    text = masked(flat, shields)
    builder = Builder(source.text, text, len(text), jsx=language == "mdx", browser=language == "html")
    shielded = iter(shields)
    for node in shielded:
        builder.add(node)
    if language == "html":
        builder.feed(start, len(text))
    else:
        MarkdownReader(builder, start).read()
    nodes, texts = builder.finish()
    return Body(Span(start, len(text)), nodes, texts), builder.problems
