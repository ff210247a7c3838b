"""Stretches that a reader reads as one: a paragraph, a list item, a heading, a table cell's HTML."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from contentlint.document import Document, once
from contentlint.elements import TEXT_BLOCKS
from contentlint.lazy import known_if_short, lazy
from contentlint.patterns import pattern
from contentlint.text import Span

SOMETHING = "\x01"  # stands where a template, an image or code gives what the text does not say
LIST_ITEM = pattern(r"[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]")
_INLINE = pattern(
    r"[^\S\n]*</?(?:a|abbr|b|big|cite|del|em|font|i|img|ins|mark|s|small|span|strong|sub|sup|time|u)\b", re.I
)
_EDGES = TEXT_BLOCKS - {"details", "dialog"} | {"body"}
_EDGE = pattern(  # an empty line, the line under a heading, or a block of HTML
    rf"\n[ \t]*\n|\n[ \t>]*(?:=+|-+)[ \t]*\n|<(?:/?(?:{'|'.join(sorted(_EDGES))})\b|[bh]r\b|!--)", re.IGNORECASE
)
_GIVEN = pattern(
    r"\{\{|\{%|<(?:img|input|select|textarea)\b|<%|\{[A-Za-z]|`|(?-i:<(?!(?:Br|Hr|Img|Wbr)\b)[A-Z][a-z]\w*\b[^<>]*/>)",
    re.IGNORECASE,
)
_FILLED = pattern(r"<(?:span|b|i|em|strong)\b[^<>]*\bid\b[^<>]*></", re.IGNORECASE)  # by a script
_MARK = pattern(r"(https?://[!-~]*[A-Za-z0-9/=])|\\(?=[!-/:-@\[-`{-~]| ?\n)|(?<![^\W_])_++|_++(?![^\W_])")
_ORNAMENT = pattern(
    "(?m)^[ \t\u3000]*[\u2022\u203b\u2580-\u27bf\u2b1b-\u2b55\ufe0f\U0001f000-\U0001faff]+(?=[ \t\u3000]*\\w)"
)  # ■, ▲, a pen
_BARS, _COLONS = pattern("[\ufe31\u2502\u2503\u2758\u3021]"), pattern("[\ufe30\ufe55\u2236]")
_EDGE_GAP, _BLOCK_GAP, _INLINE_GAP = range(3)
_SILENT = pattern(r"&(?:nbsp|ensp|emsp|thinsp|zwnj|#160|#xa0|#12288|#x3000);|[*\u200b\ufeff]", re.IGNORECASE)


class Passage(NamedTuple):
    """A stretch read as one. `text` is as long as `span`: marks, tags and hard blanks in it are blanks."""

    span: Span
    text: str

    def place(self, start: int, end: int) -> Span:
        """Where a part of the text stands in the article."""
        return Span(self.span.start + start, self.span.start + end)

    @property
    def filled(self) -> Span:
        """The span without the blanks at its ends."""
        return self.place(len(self.text) - len(self.text.lstrip()), len(self.text.rstrip()))


@once
def passages(document: Document) -> list[Passage]:
    """The passages of an article's prose in order, without empty ones."""
    return list(prose(document).passages())


@once
def prose(document: Document) -> Prose:
    """The article's prose, whose passages are put together when they are asked for."""
    return Prose(document)


class Prose:
    """The readable stretches of an article, and where one passage ends and the next begins."""

    def __init__(self, document: Document) -> None:
        self._flat, self._spans = document.source.flat, document.prose

    def passages(self) -> Iterator[Passage]:
        """The passages in order, without empty ones."""
        return self._from(0)

    def holding(self, places: Iterable[int]) -> list[Passage]:
        """The passages in which these offsets lie, which are in order."""
        found: list[Passage] = []
        reach = -1
        for place in places:
            index = bisect_right(self._starts, place) - 1
            if place < reach or index < 0 or place >= self._spans[index].end:
                continue
            first, end = index, self._end(index)
            while not self._is_edge(first):
                first -= 1
            reach = self._spans[end - 1].end
            if (passage := self._passage(first, end)) is not None:
                found.append(passage)
        return found

    def after(self, offset: int) -> Passage | None:
        """The first passage with a word that begins at this offset or after it."""
        first = bisect_left(self._starts, offset)
        while not self._is_edge(first):
            first += 1
        return next(self._from(first), None)

    def _from(self, first: int) -> Iterator[Passage]:
        """The passages from the stretch of this index on, which begins one, without empty ones."""
        while first < len(self._spans):
            end = self._end(first)
            if (passage := self._passage(first, end)) is not None:
                yield passage
            first = end

    def outermost(self, most: int) -> frozenset[int]:
        """Where the first and the last so many passages begin."""
        indexes = range(len(self._spans))
        return frozenset((*self._beginnings(indexes, most), *self._beginnings(reversed(indexes), most)))

    def _beginnings(self, indexes: Iterable[int], most: int) -> list[int]:
        found: list[int] = []
        for index in indexes:
            if self._is_edge(index) and self._is_filled(index):
                found.append(self._spans[index].start)
                if len(found) == most:
                    break
        return found

    def _is_filled(self, index: int) -> bool:
        """Whether the passage that begins with this stretch has a word."""
        start, end = self._spans[index]
        if blanked(self._flat[start:end]).strip():
            return True
        return self._passage(index, self._end(index)) is not None

    def _end(self, index: int) -> int:
        """The index behind the last stretch of the passage in which this one stands."""
        index += 1
        while not self._is_edge(index):
            index += 1
        return index

    def _is_edge(self, index: int) -> bool:
        """Whether a passage ends before the stretch of this index."""
        if not 0 < index < len(self._spans):
            return True
        flat, end, start = self._flat, self._spans[index - 1].end, self._spans[index].start
        if start == end:
            return flat[end - 1] == "\n"
        kind = _kind_of(flat[end:start])
        return kind == _EDGE_GAP or (kind == _BLOCK_GAP and flat[end - 1] == "\n")

    def _passage(self, first: int, end: int) -> Passage | None:
        flat, spans = self._flat, self._spans
        start, at = spans[first]
        text = flat[start:at]
        for span in spans[first + 1 : end]:
            gap = flat[at : span.start]
            if gap:
                text += SOMETHING * len(gap) if _GIVEN.search(gap) else " " * len(gap)
            text += span.of(flat)
            at = span.end
        text = blanked(text)
        if flat[at : at + 1] in ("<", "{", "`") and (_GIVEN.match(flat, at) or _FILLED.match(flat, at)):
            text += SOMETHING
            at += 1
        return Passage(Span(start, at), text) if text.strip() else None

    @lazy
    def _starts(self) -> list[int]:
        return [span.start for span in self._spans]


def blanked(text: str) -> str:
    """The text with what is no word in it, hard blanks and emphasis marks, as blanks; as long as it was."""
    if "&" not in text and "*" not in text and (text.isascii() or not ("\u200b" in text or "\ufeff" in text)):
        return text
    return _SILENT.sub(lambda match: " " * len(match[0]), text)


@known_if_short
def _kind_of(gap: str) -> int:
    """What parts two stretches: an edge, an edge where it stands at a line's start, or none."""
    if _EDGE.search(gap):
        return _EDGE_GAP
    return _INLINE_GAP if _INLINE.match(gap) else _BLOCK_GAP


def unmarked(document: Document, passage: Passage) -> Passage:
    """A passage with blanks for what Markdown reads as marks: escapes, emphasis, the brackets of a link, a picture it
    begins with; any other picture is something, and an address has no marks. The ornaments before its first word are blanks, too."""
    text = passage.text
    if "_" in text or "\\" in text:
        text = _MARK.sub(lambda mark: mark[1] or " " * len(mark[0]), text)
    text = text if text.isascii() else _ORNAMENT.sub(lambda mark: " " * len(mark[0]), with_usual_signs(text))
    for node in document.nodes_in(passage.span):
        if node.kind == "image" and node.markup == "markdown" and passage.span.covers(node.span):
            start, end = node.span.start - passage.span.start, node.span.end - passage.span.start
            text = text[:start] + (SOMETHING if text[:start].strip() else " ") * (end - start) + text[end:]
        if node.kind == "link" and node.markup == "markdown" and node.content.start >= 0:
            for at in (node.span.start - passage.span.start, node.content.end - passage.span.start):
                text = f"{text[:at]} {text[at + 1 :]}" if text[at : at + 1] in ("[", "]") else text
    return Passage(passage.span, text)


def with_usual_signs(text: str) -> str:
    """The text with the usual colon and bar for the signs that take their place in some fonts and scripts: ︰, ︱, │."""
    return text if text.isascii() else _COLONS.sub("：", _BARS.sub("｜", text))


def is_quoted(document: Document, passage: Passage) -> bool:
    """Whether it stands in a quotation: what an article quotes says nothing of its own makers."""
    start = document.source.line_start(passage.span.start)
    is_marked = document.source.flat[start : start + 8].lstrip().startswith(">")
    at = passage.filled.start
    return is_marked or any(node.content.start <= at < node.content.end for node in document.tags("blockquote"))
