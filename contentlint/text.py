"""Text and places in it: the one coordinate of the house, a character offset into the untouched text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from contentlint.lazy import lazy

BOM = "\ufeff"
_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


class Span(NamedTuple):
    """A half-open stretch of characters, `start` up to but not including `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of a text that stand here."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The same stretch of a text in which this one's begins at an offset."""
        return Span(self.start + by, self.end + by)

    def touches(self, other: Span) -> bool:
        """Whether the two share a character or meet at an edge."""
        return self.start <= other.end and other.start <= self.end


as_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
"""`Span(*pair)` at half its price, for the many spans of parsing."""


class Edit(NamedTuple):
    """Put `text` in the place of `span`; an empty span inserts, an empty text deletes."""

    span: Span
    text: str

    @classmethod
    def at(cls, place: int, text: str) -> Edit:
        """Put a text in at an offset."""
        return cls(Span(place, place), text)


class Position(NamedTuple):
    """Row and column, both from 1, in Unicode code points."""

    row: int
    column: int


_LINE_END = re.compile("\n")


@dataclass(frozen=True)
class Source:
    """One file exactly as written: decoded, with its BOM and its line ends.

    `undecodable` says why the bytes are no UTF-8 text; `text` is then what stands before the first of them that is none.
    """

    path: str
    text: str
    undecodable: str = ""

    @classmethod
    def decode(cls, path: str, data: bytes) -> Source:
        """Read bytes as UTF-8; never raises."""
        for mark, name in _BYTE_ORDER_MARKS:
            if data.startswith(mark):
                return cls(path, "", f"the file is {name}: save it as UTF-8")
        if b"\0" in data and data.count(0) > len(data) // 4:
            return cls(path, "", "the file looks like UTF-16: save it as UTF-8")
        try:
            source = cls(path, data.decode("utf-8"))
        except UnicodeDecodeError as error:
            before = data[: error.start]
            row = before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1
            if error.end == len(data) and error.reason == "unexpected end of data":
                reason = f"the file ends within a character, in line {row}: write the end anew and save it as UTF-8"
            else:
                from contentlint.encodings import likely_encoding  # few files need it

                encoding = likely_encoding(data)
                perhaps = f" but perhaps {encoding}" if encoding else ""
                reason = f"line {row} (byte {error.start}) is not UTF-8{perhaps}: save the file as UTF-8"
            return cls(path, before.decode("utf-8"), reason)
        source.__dict__["utf8"] = data
        return source

    @lazy
    def utf8(self) -> bytes:
        """The text as bytes, in which a character from one of the smaller alphabets is found at once."""
        return self.text.encode("utf-8", "surrogatepass")

    @property
    def name(self) -> str:
        """The file's name, without its folders."""
        return self.path.rpartition("/")[2]

    @property
    def has_bom(self) -> bool:
        return self.text.startswith(BOM)

    @lazy
    def flat(self) -> str:
        """The text with every line end as one "\\n", at the offset of the line end's last character."""
        if "\r" not in self.text:
            return self.text
        return self.text.replace("\r\n", " \n").replace("\r", "\n")

    @lazy
    def with_line_feeds(self) -> str:
        """The text, with LF where all lines end with CR alone: to YAML and JSON they are one."""
        return self.text if "\n" in self.text else self.flat

    @lazy
    def line_starts(self) -> list[int]:
        """The offset at which each line begins."""
        return [0, *[match.end() for match in _LINE_END.finditer(self.flat)]]

    def position(self, offset: int) -> Position:
        starts = self.line_starts
        row = bisect_right(starts, offset)
        return Position(row, offset - starts[row - 1] + 1)

    def line(self, row: int, most: int | None = None) -> str:
        """The text of a row, without its line end; of its characters at most so many."""
        starts, text = self.line_starts, self.text
        start = starts[row - 1]
        end = starts[row] - 1 if row < len(starts) else len(text)
        if end > start and text[end - 1] == "\r":
            end -= 1
        return text[start:end] if most is None or end - start <= most else text[start : start + most]

    def line_start(self, offset: int) -> int:
        """Where the line around an offset begins: the first one behind the BOM."""
        return self.flat.rfind("\n", 0, offset) + 1 or len(BOM) * self.has_bom

    def column(self, offset: int) -> int:
        """The column that Markdown gives an offset, from 0: a tab reaches to the next multiple of four."""
        return len(self.flat[self.line_start(offset) : offset].expandtabs(4))

    def line_end(self, offset: int) -> int:
        """Where the line around an offset ends, without its line end."""
        end = line_end(self.flat, offset)
        return end - (self.text[max(end - 1, 0) : end + 1] == "\r\n")

    def line_span(self, offset: int) -> Span:
        """The whole line around an offset, with its line end."""
        return Span(self.line_start(offset), line_after(self.flat, offset))

    @lazy
    def newline(self) -> str:
        """The line end that most lines have; LF where none has any."""
        if "\r" not in self.text:
            return "\n"
        crlf = self.text.count("\r\n")
        counts = {"\n": self.text.count("\n") - crlf, "\r\n": crlf, "\r": self.text.count("\r") - crlf}
        return max(counts, key=lambda end: counts[end])

    def edited(self, edits: Iterable[Edit]) -> Source:
        """The source after edits that do not overlap.

        Raises:
            ValueError: two edits overlap.
        """
        return Source(self.path, applied(self.text, edits))


def line_end(text: str, at: int) -> int:
    """Where the line around an offset ends, without its line end; LF alone is one."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def line_after(text: str, at: int) -> int:
    """Where the line after the one around an offset begins; the text's end where it is the last."""
    return text.find("\n", at) + 1 or len(text)


def line_above(text: str, at: int) -> str:
    """The line above the one that begins at an offset, with its line end; "" where that is the first."""
    return text[text.rfind("\n", 0, max(at - 1, 0)) + 1 : at]


def trimmed(text: str, span: Span) -> Span:
    """A span without the white space at its ends; empty where it holds nothing else."""
    written = span.of(text)
    kept = written.strip()
    start = span.start + written.find(kept)
    return Span(start, start + len(kept))


def visible(text: str, span: Span) -> Span:
    """A span without the white space at its ends; its first character where it holds nothing else."""
    bare = trimmed(text, span)
    return Span(bare.start, max(bare.end, bare.start + 1))


def applied(text: str, edits: Iterable[Edit], within: Span | None = None) -> str:
    """A text, or what stands `within` a part of it, after edits that do not overlap.

    Raises:
        ValueError: two edits overlap.
    """
    at, end = within or (0, len(text))
    pieces: list[str] = []
    for span, new in sorted(edits):
        if span.start < at:
            raise ValueError(f"edits overlap at offset {span.start}")
        pieces += (text[at : span.start], new)
        at = span.end
    pieces.append(text[at:end])
    return "".join(pieces)


def filled(text: str, spans: Iterable[Span], char: str = " ", start: int = 0) -> str:
    """The text, which begins at an offset, with each of these spans filled with a character. The spans stand in order
    and do not overlap."""
    pieces: list[str] = []
    at = 0
    for begin, end in spans:
        pieces += (text[at : begin - start], char * (end - begin))
        at = end - start
    pieces.append(text[at:])
    return "".join(pieces)
