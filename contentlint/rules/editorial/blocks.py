"""Stretches that a reader reads as one: a paragraph, a list item, a heading, a table cell's HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from contentlint.document import Document, once
from contentlint.rule import removal
from contentlint.text import Edit, Span

SOMETHING = "\x01"  # stands where a template, an image or code gives what the text does not say
_INLINE = re.compile(
    r"\s*</?(?:a|abbr|b|big|cite|del|em|font|i|img|ins|mark|s|small|span|strong|sub|sup|time|u)\b", re.I
)
_EDGE = re.compile(
    r"\n[ \t]*\n|<(?:/?(?:address|article|aside|blockquote|body|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form"
    r"|h[1-6]|header|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b|[bh]r\b|!--)",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"\{\{|\{%|<img\b|<%|\{[A-Za-z]|`", re.IGNORECASE)
_SILENT = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|zwnj|#160|#xa0|#12288|#x3000);|[*\u200b\ufeff]", re.IGNORECASE)


class Block(NamedTuple):
    """A stretch read as one. `text` is as long as `span`: marks, tags and hard blanks in it are blanks."""

    span: Span
    text: str

    def place(self, start: int, end: int) -> Span:
        """Where a part of the text stands in the article."""
        return Span(self.span.start + start, self.span.start + end)


@once
def blocks(document: Document) -> list[Block]:
    """The blocks of an article's prose in order, without empty ones."""
    return [block for block in _blocks(document) if block.text.strip()]


def blanked(text: str) -> str:
    """The text with what is no word in it, hard blanks and emphasis marks, as blanks; as long as it was."""
    if not any(sign in text for sign in "&*\u200b\ufeff"):
        return text
    return _SILENT.sub(lambda match: " " * len(match[0]), text)


def _blocks(document: Document) -> Iterator[Block]:
    flat = document.source.flat
    pieces: list[str] = []
    start = end = -1
    for span in document.prose:
        gap = flat[end : span.start] if end >= 0 else ""
        if end >= 0 and _is_edge(flat, end, gap):
            yield Block(Span(start, end), "".join(pieces))
            pieces, end = [], -1
        if end < 0:
            start = span.start
        elif gap:
            pieces.append(SOMETHING * len(gap) if _GIVEN.search(gap) else " " * len(gap))
        pieces.append(blanked(flat[span.start : span.end]))
        end = span.end
    if end >= 0:
        tail = flat[end : end + 200].split("\n", 1)[0]
        if _GIVEN.match(tail):
            pieces.append(SOMETHING)
            end += 1
        yield Block(Span(start, end), "".join(pieces))


def _is_edge(flat: str, end: int, gap: str) -> bool:
    if _has_edge(gap):
        return True
    return flat[end - 1 : end] == "\n" and not _INLINE.match(gap)


@lru_cache(4096)
def _has_edge(gap: str) -> bool:
    return _EDGE.search(gap) is not None


def block_removal(document: Document, span: Span) -> Edit:
    """Delete a block with its lines, and the empty lines that would then end the file."""
    edit = removal(document, span)
    flat = document.source.flat
    if edit.text or flat[edit.span.end :].strip():
        return edit
    before = flat[document.body.span.start : edit.span.start]
    kept = document.body.span.start + len(before.rstrip())
    line_end = flat.find("\n", kept, edit.span.start)
    return edit if line_end < 0 or not before.strip() else Edit(Span(line_end + 1, len(flat)), "")
