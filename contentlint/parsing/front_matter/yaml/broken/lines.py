"""Broken YAML line by line: entries, values and quotes as a person sees them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from contentlint.parsing.front_matter.keys import LOOSE_KEY, PAGE_KEYS, SENTENCE, TEXT_KEYS, WELL_KNOWN
from contentlint.patterns import pattern
from contentlint.text import Edit, Span
from contentlint.wording import cut

SHORT_ITEM = pattern(r"[ \t]*+(?:\"[^\"\\\n]*+\"|'[^'\n]*+'|[\w/+.#]\S*+(?:[ \t]++\S++){0,2}+)[ \t]*+\Z")
# an address or a path, as a pattern's part
PLACE = r"\S+\.(?:png|jpe?g|gif|svg|webp|md|html)|\.{0,2}/\S++|https?:\S++"
# a key whose value is a text of several lines
BLOCK_HEADER = pattern(r"(?:[^#]*:|[ ]*+-)[ \t]+[|>][-+0-9]*[ \t]*(?:#.*)?\Z")
# a key with nothing behind it
EMPTY_KEY = pattern(r"[^#]*:[ \t]*\Z")
MOST_LINES = 60  # that one value may have
LIST_BELOW = 'a list begins on its own line, below its key: "- " is not allowed here'

_MOST_BLANKS = 3  # in a key
_SIGN = r"(?:[@%`*!&]|[>,][ \t]*+)(?=[A-Za-z_][\w.-]*+:(?:\s|\Z))"  # what no plain key begins with
_SYMBOL = r":(?=[^\W\d][\w-]*+(?!:))"  # as Ruby writes it; an emoji has a second colon
_KEY = rf"(?:[^\s:#\"'{{\[,&*!|>%@`-]|-(?=\S)|(?<!- ){_SIGN})[^:#\n \t]*+(?:[ \t]++(?:{_SYMBOL}|(?!:))[^:#\n \t]*+)*+|\"[^\"\n]*\"|'[^'\n]*'"
_ENTRY = pattern(rf"([ \t]*+(?:- ++)*+)({_KEY})[ \t]*::?+(?:[ \t]++|\Z)")  # one colon too many is a slip of its own
_ITEM = pattern(r"([ \t]*+(?:- ++)+)(?=\S)")
_LINE = pattern(r"[^\r\n]*+(?:\r\n?|\n|\Z)")
# an entry whose key begins with such a sign
SIGNED_ENTRY = pattern(rf"([ \t]*+(?:- ++)*+)({_SIGN})([\w.-]++)")
# one whose key is a word, to whose colon a blank or nothing follows
WORD_ENTRY = pattern(r"([ \t]*+(?:- ++)*+)([A-Za-z_][\w-]*+):(?:[ \t]|\Z)")
_EMOJI = pattern(r"(?<=[ \t]):[\w+-]++:(?=\s|\Z)")
_FIRST_WORD = pattern(r"[\w-]*+")
_COMMENT = pattern(r"(?<![ \t])[ \t]++#(?:[ \t].*)?\Z")


class Line(NamedTuple):
    """One line without its end; `start` is its offset."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def text_end(self) -> int:
        """Where the white space at its end begins."""
        return self.start + len(self.text.rstrip())

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def column(self) -> int:
        """Where its key begins, maybe behind dashes."""
        return len(self.text) - len(self.text.lstrip(" -"))

    @property
    def dashes(self) -> list[int]:
        """The columns of the dashes it begins with."""
        text = f"{self.text} "
        return [at for at in range(self.indent, self.column) if text.startswith("- ", at)]

    @property
    def is_open(self) -> bool:
        """Whether it ends with a colon, so that a value may stand below."""
        return self.text.rstrip().endswith(":")

    @property
    def is_blank(self) -> bool:
        """Whether nothing but white space or a comment stands here."""
        return not self.text.strip() or self.text.lstrip().startswith("#")

    @property
    def written(self) -> Span:
        """The line without the white space around it."""
        stripped = self.text.strip()
        start = self.start + len(self.text) - len(self.text.lstrip())
        return Span(start, start + max(len(stripped), 1))

    def deeper(self, by: int) -> Edit:
        """The blanks that indent it by so many more."""
        return Edit.at(self.start, " " * by)


class Value(NamedTuple):
    """What stands after a key or a dash, up to the end of its last line, trailing blanks left out.

    `column` is where its key or dash begins; `last` the index of the line it ends on.
    """

    start: int
    text: str
    key: str
    column: int
    last: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.text))


class Mistake(NamedTuple):
    """What may be wrong, and the edits that would mend it; the lower its `cost`, the likelier it is: below 1 the line
    itself shows it, about 1 is what people do every day, from 2 on it is a guess, above 3 it explains what nothing else does.

    `keeps`: how much of the text stays front matter, where not all of it does. `parts`: the same mistake in several
    lines, each told by itself. `is_sure`: no sound YAML has this, so it is told though nobody knows what would mend it,
    or though what else is wrong lets nobody read on.
    """

    span: Span
    message: str
    edits: tuple[Edit, ...] = ()
    title: str = ""
    cost: float = 1.0
    keeps: int = -1
    parts: tuple[Mistake, ...] = ()
    is_sure: bool = False

    def to_read_on(self, edits: tuple[Edit, ...], cost: float) -> Mistake:
        """The same with edits that only let who looks further read on: no one is told of them."""
        return self._replace(edits=edits, cost=cost, parts=(self,))


def together(parts: Sequence[Mistake], cost: float) -> Mistake:
    """Mistakes of several lines as one: each is told by itself, and only with all of them mended YAML reads on."""
    edits = tuple(edit for part in parts for edit in part.edits)
    told = tuple(each for part in parts for each in part.parts or (part,))
    return parts[0]._replace(edits=edits, cost=cost, parts=told)


def lines_of(content: str) -> list[Line]:
    found = [Line(match.start(), match[0].rstrip("\r\n")) for match in _LINE.finditer(content)]
    return found[:-1] if len(found) > 1 and not found[-1].text else found


def key_of(text: str) -> str:
    """The key that a line begins with, or ""."""
    match = _ENTRY.match(text)
    return match[2].strip("\"'") if match else ""


def is_prose(text: str) -> bool:
    """Whether what a line has before its first colon is a sentence, and no key."""
    return key_of(text).count(" ") > _MOST_BLANKS


def is_entry(text: str) -> bool:
    """Whether a line looks like "key: value", maybe after a dash."""
    return bool(_ENTRY.match(text))


def is_item(text: str) -> bool:
    return text.lstrip(" \t").startswith("- ") or text.strip() == "-"


def begins(text: str) -> bool:
    """Whether a line begins an entry or an item."""
    return is_entry(text) or is_item(text)


def is_named_as_key(text: str) -> bool:
    """Whether a line begins with a word that is a key of articles: its colon may be missing."""
    word = _FIRST_WORD.match(text)
    return word is not None and word[0].lower() in WELL_KNOWN


def is_no_text(text: str) -> bool:
    """Whether a line is no part of a text above: a comment, or a word with a colon or an equals sign, as a key has it
    whose sign or blank may be wrong, and as neither an address, an emoji nor a sentence like "Note: this is a remark."
    begins."""
    key = LOOSE_KEY.match(text)
    if key is None or text.startswith("//", key.end()) or _EMOJI.match(text, key.end() - 1):
        return text.lstrip().startswith("#")
    return key[1] in PAGE_KEYS or not SENTENCE.match(text.lstrip())


def next_line(lines: list[Line], index: int) -> Line | None:
    """The line right below another, whatever it holds."""
    return lines[index + 1] if index + 1 < len(lines) else None


def line_above(lines: list[Line], index: int) -> Line | None:
    return next((line for line in reversed(lines[:index]) if not line.is_blank), None)


def line_below(lines: list[Line], index: int) -> Line | None:
    return next((line for line in lines[index + 1 :] if not line.is_blank), None)


def first_value(lines: list[Line], index: int) -> Value | None:
    """The value that begins on a line, as far as that line goes; None where none begins."""
    line = lines[index]
    entry = _ENTRY.match(line.text)
    match = entry or _ITEM.match(line.text)
    if match is None or match.end() >= len(line.text.rstrip()):
        return None
    key = match[2] if entry else ""
    column = match.start(2) if entry else len(match[1].rstrip()) - 1
    return Value(line.start + match.end(), line.text[match.end() :].rstrip(), key, column, index)


def whole_value(content: str, lines: list[Line], index: int, *, stop_at_entries: bool = True) -> Value | None:
    """The value that begins on a line with the deeper lines it goes on in; None where one of those is no text."""
    value = first_value(lines, index)
    if value is None:
        return None
    last = index
    for following in range(index + 1, len(lines)):
        line = lines[following]
        if not line.text.strip():
            continue
        if line.indent <= value.column or line.text.startswith("\t"):
            break
        if stop_at_entries and (begins(line.text) or is_no_text(line.text)) and not _may_be_text(value, line):
            return None
        last = following
    return value._replace(text=content[value.start : lines[last].text_end], last=last)


def _may_be_text(value: Value, line: Line) -> bool:
    """Whether what looks like a key that begins with a sign may be a part of the text above: "@taro: thanks"."""
    key = SIGNED_ENTRY.match(line.text) if value.key in TEXT_KEYS else None
    return key is not None and key[3] not in PAGE_KEYS


def before_value(line: Line, value: Value) -> int:
    """Where what stands before a value in its line ends: its key's colon, or its dash."""
    return line.start + len(line.text[: value.start - line.start].rstrip())


def without_comment(text: str) -> str:
    return _COMMENT.sub("", text).rstrip()


def shown(text: str) -> str:
    return f"“{cut(text, 30)}”"


def insertion(line: Line, column: int, text: str, message: str, title: str) -> Mistake:
    at = line.start + column
    return Mistake(line.written, message, (Edit.at(at, text),), title)


def has_parts(lines: list[Line], index: int, first: Value) -> bool:
    """Whether the line below a value belongs to it."""
    below = line_below(lines, index)
    if below is None:
        return False
    is_list_at_margin = first.key != "" and below.indent == first.column and is_item(below.text)
    return is_list_at_margin or (below.indent > first.column and begins(below.text))
