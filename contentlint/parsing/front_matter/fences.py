"""The fences of front matter: what stands for one, where one closes, and as what the places of both are handed around."""

from __future__ import annotations

import re
from typing import NamedTuple

from contentlint.document import Problem
from contentlint.fields import FrontMatter
from contentlint.patterns import pattern
from contentlint.text import Source, Span

_CLOSING = {
    "-": (pattern(r"\n(?=---|\.\.\.)"), pattern(r"(?:-{3,}+|\.\.\.)[ \t]*+(?=\n|\Z)")),
    "+": (pattern(r"\n(?=\+\+\+)"), pattern(r"\+{3,}+[ \t]*+(?=\n|\Z)")),
    ";": (pattern(r"\n(?=;;;)"), pattern(r";{3,}+[ \t]*+(?=\n|\Z)")),
}
_BLANK_LINES = pattern(r"(?:[ \t]*+\n)*+")  # with the blank that a CRLF leaves
# dashes that are none of a fence, whatever they look like: of texts, of arithmetic, of boxes, small and wide ones
OTHER_DASHES = "\u2010\u2011\u2012–—―\u2212\u2500\ufe58\ufe63－"
# what only looks like a fence, above keys or below them
LIKE = rf"[ \t]*+(?:--|\+\+|[{OTHER_DASHES}]{{1,3}}-?|-[{OTHER_DASHES}]|- - -|- --|-- -|={{3,6}}(?!=)|={{8,}}+)|[ \t]++(?:-{{3,}}+|\+{{3,}}+)"

Found = tuple[FrontMatter, list[Problem]]


class Fences(NamedTuple):
    """The places of front matter: all of it, its opening fence, what stands between, its closing fence."""

    whole: Span
    opening: Span
    content: Span
    closing: Span


class Opening(NamedTuple):
    """An opening fence: its line without the blanks behind it, where what it opens begins, and what both are written in.

    `mark` is the sign it is made of, "-", "+" or ";".
    """

    source: Source
    span: Span
    start: int
    syntax: str
    mark: str

    @property
    def fence(self) -> str:
        """A fence as it should be."""
        return self.mark * 3

    def to(self, closing: Span, end: int) -> Fences:
        """The places of front matter that this opens and another fence closes; `end` is where all of it ends."""
        return Fences(Span(self.span.start, end), self.span, Span(self.start, closing.start), closing)

    def unread(self, closing: Span, end: int) -> FrontMatter:
        """The same as front matter of which nothing is read, since it is told what is wrong with its fences."""
        return FrontMatter(self.syntax, *self.to(closing, end), readable=False)


def closing_from(text: str, mark: str, start: int, stop: int | None = None) -> re.Match[str] | None:
    """The first line from an offset on that is a closing fence of this mark."""
    line, fence = _CLOSING[mark]
    stop = len(text) if stop is None else stop
    found = fence.match(text, 0, stop) if not start else None
    if found is None:
        for end in line.finditer(text, max(start - 1, 0), stop):
            found = fence.match(text, end.end(), stop)
            if found is not None:
                break
    return found


def below_blanks(text: str, at: int, stop: int | None = None) -> int:
    """Where the blank lines end that begin at an offset: there, where none does."""
    blanks = _BLANK_LINES.match(text, at, len(text) if stop is None else stop)
    return blanks.end() if blanks is not None else at


def without_blanks(text: str, start: int, end: int) -> Span:
    """The span between two offsets without the blanks at its end, of which one may stand for the CR of a CRLF."""
    return Span(start, start + len(text[start:end].rstrip(" \t")))
