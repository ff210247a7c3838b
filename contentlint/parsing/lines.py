"""The lines of Markdown and the containers they go through: quotes, items of lists, footnotes and boxes.

See https://spec.commonmark.org/0.31.2/#container-blocks. Columns are those of tab stops, every four.
"""

from __future__ import annotations

from contentlint.patterns import pattern
from contentlint.text import Span, as_span

BLANKS = frozenset(" \t")
_INDENT = pattern(r"[ \t]*+")
_QUOTE = 0  # a container; every other is told by the columns its lines are indented by


class Lines:
    """The lines of a text up to `end`, and the containers that are open where it is read."""

    def __init__(self, text: str, end: int) -> None:
        self.text, self.end = text, end
        self.marks: list[Span] = []  # where the marks of block quotes stand in what is read as one
        self._containers: list[int] = []
        self._quotes = 0  # how many of them are quotes

    def _line_end(self, pos: int) -> int:
        end = self.text.find("\n", pos, self.end)
        return self.end if end < 0 else end

    def _blanks(self, at: int, column: int) -> tuple[int, int]:
        """What follows the white space at an offset that is at this column, and its column."""
        following = self.text[at : at + 2]
        if following[:1] not in BLANKS:
            return at, column
        if following[0] == " " and following[1:] not in BLANKS:
            return at + 1, column + 1
        after = _INDENT.match(self.text, at, self.end).end()  # type: ignore[union-attr]
        blanks = self.text[at:after]
        if "\t" in blanks:
            known = column % 4
            return after, column - known + len((" " * known + blanks).expandtabs(4))
        return after, column + after - at

    def _walk(self, pos: int, line_end: int) -> tuple[int, int, int, int]:
        """How many of the containers a line goes on with; where its rest begins, at which column, and the column that
        it is indented from."""
        text = self.text
        at, column = self._blanks(pos, 0)
        base = matched = 0
        for width in self._containers:
            if width != _QUOTE:
                if at < line_end and column - base < width:
                    break
                base += width
            else:
                if at >= line_end or text[at] != ">" or column - base > 3:
                    break
                at, column, base = self._after_quote_mark(at, column)
            matched += 1
        return matched, at, column, base

    def _open_quote(self, at: int, column: int) -> tuple[int, int, int]:
        self._containers.append(_QUOTE)
        self._quotes += 1
        return self._after_quote_mark(at, column)

    def _after_quote_mark(self, at: int, column: int) -> tuple[int, int, int]:
        base = column + 1
        if self.text[at + 1 : at + 2] in BLANKS:  # one column of it belongs to the mark
            return (*self._blanks(at + 1, base), base + 1)
        return at + 1, base, base

    def _close(self, depth: int) -> None:
        """Close all containers but the outermost so many."""
        self._quotes -= self._containers[depth:].count(_QUOTE)
        del self._containers[depth:]

    def _note_marks(self, pos: int, at: int) -> None:
        if self._quotes and pos < at:
            self.marks.append(as_span((pos, at)))
