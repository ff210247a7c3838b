"""Signs of a line of broken YAML that are not quite right: its blanks, dash and colon, and marks around its key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from contentlint.parsing.front_matter.keys import PAGE_KEYS, TEXT_KEYS
from contentlint.parsing.front_matter.mending import OWN_LINE_TOLD, moved
from contentlint.parsing.front_matter.yaml.broken.foreign_comments import foreign_comment
from contentlint.parsing.front_matter.yaml.broken.lines import (
    SIGNED_ENTRY,
    WORD_ENTRY,
    Line,
    Mistake,
    insertion,
    is_entry,
    together,
)
from contentlint.parsing.front_matter.yaml.broken.missing_signs import (
    EQUALS,
    equals_below,
    missing_colon,
    missing_colons,
    missing_dash,
)
from contentlint.parsing.front_matter.yaml.writing import BULLETS, blank_after_colon, in_quotes
from contentlint.patterns import pattern
from contentlint.text import Edit, Span
from contentlint.wording import cut

_NO_BLANK_AFTER_COLON = pattern(
    r"[ \t]*+(?:- ++)*+(([\"']?+)(?:(?:og|twitter|fb|article):)?+[^\W\d][\w.-]*+\2)(?:[ \t]++(?=:[^:]*+\Z))?+:(?=[^\s:])(?!//)"
)
# with two more keys behind it, where no value is longer than a word
_GLUED_KEYS = pattern(r"[A-Za-z_][\w-]*+:\S++(?:[ \t]++[A-Za-z_][\w-]*+:[ \t]++\S++){2,}+[ \t]*+\Z")
_WIDE_COLON = pattern(r"[ \t]*+(?:- ++)*+([^\W\d][\w.-]*+)[ \t]*+(：[ \t]*+|:[\u00a0\u3000]++)")
_WIDE_KEY_BEHIND = pattern(r"\"[^\"\n]*+\"[ \t]++[^\W\d][\w-]*+：")
_WIDE_INDENT = pattern(r"[ \t]*+[\u00a0\u3000\u2000-\u200b\ufeff][\s\u200b\ufeff]*+")
_ARROW_IN_TEXT = pattern(r"([^\W\d][\w-]*+)[ \t]*+=>[ \t]*+[^\s\"'\[{]\S*+[ \t]++\S")
_HIDDEN_BREAK = pattern(r"[\u2028\u2029\x85]")
_ADDRESSES = ("http", "https", "mailto", "ftp", "tel", "data")


class _Slip(NamedTuple):
    """A sign that is not quite right: the group `wrong` of a line, what is meant there, and what is told, both with the
    numbers of groups in braces."""

    form: re.Pattern[str]
    meant: str
    told: str
    title: str
    cost: float = 1.0

    def __call__(self, line: Line) -> Mistake | None:
        found = self.form.match(line.text)
        if found is None:
            return None
        edit = Edit(Span(*found.span("wrong")).shifted(line.start), self.meant.format(*found.groups()))
        shown = [cut(group) for group in found.groups()]
        return Mistake(line.written, self.told.format(*shown), (edit,), self.title.format(*shown), self.cost)


_GLUED_DASH = _Slip(pattern(r"[ \t]*+-(?P<wrong>)(?=[^\s-])"), " ", 'a space is missing after the "-"', "Add the space")
_EQUALS = _Slip(
    pattern(
        r"(?=[\w-]++[ \t]*+=|\"[\w-]++\"|'[\w-]++')[\"']?+([^\W\d][\w-]*+)[\"']?+(?P<wrong>[ \t]*+=>?+[ \t]*+)(?=[^\s=])"
    ),
    ": ",
    EQUALS,
    "Write a colon",
)
_EQUALS_AND_NO_VALUE = _EQUALS._replace(form=pattern(r"([^\W\d][\w-]*+)(?P<wrong>[ \t]*+=>?+)[ \t]*+\Z"), meant=":")
_OTHER_BULLET = _Slip(
    pattern(rf"[ \t]*+(?P<wrong>(?=(.))(?:[*–—+][ \t]++(?=\S)|{BULLETS}))"),
    "- ",
    'a list item begins with "-", not with "{1}"',
    'Write "-"',
)
_TWO_DASHES = _Slip(
    pattern(r"[ \t]*+(?P<wrong>--[ \t]*+)(?=[^\s-])"),
    "- ",
    'one "-" too many: a list item begins with "- "',
    'Write "-"',
)
_WIDE_DASH = _Slip(
    pattern(r"[ \t]*+-(?P<wrong>[ \u00a0\u3000\u2002\u2003]*+)(?<=[\u00a0\u3000\u2002\u2003])(?=\S)"),
    " ", 'a character that only looks like a space stands after the "-"', "Write a space", 0.9,
)  # fmt: skip
_QUOTED_ENTRY = _Slip(
    pattern(r"[ \t]*+(?:- ++)*+(?P<wrong>([\"'])([A-Za-z_][\w-]*+):[ \t]++((?:(?!\2)[^\n])*+)\2)[ \t]*+\Z"),
    "{2}: {1}{3}{1}", 'the quotes stand around "{2}" and its value: they belong around the value alone', "Move the quote",
)  # fmt: skip
_MARKED_KEY = _Slip(
    pattern(r"[ \t]*+(?:- ++)*+(?P<wrong>(\*\*?|`)([A-Za-z_][\w-]*+)(?:\2[ \t]*+:|:\2))(?=[ \t]|\Z)"),
    "{2}:", 'the {1} around "{2}" has no place in data', "Remove the {1}", 0.9,
)  # fmt: skip
_HALF_QUOTED_KEY = _Slip(
    pattern(r"[ \t]*+([\"'])([A-Za-z_][\w-]*+)(?P<wrong>)(?=:[ \t])(?![^\n]*\1)"),
    "{0}", 'the quote after "{1}" is missing', "Add the quote",
)  # fmt: skip
two_colons = _Slip(  # as a key has them in Obsidian's notes below the front matter
    pattern(r"[ \t]*+(?:- ++)*+([A-Za-z_][\w-]*+):(?P<wrong>:)(?=[ \t]|\Z)"),
    "",
    'one ":" too many after "{0}"',
    "Remove it",
)


def in_line(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """What may be wrong with a line as it stands."""
    line = lines[index]
    for slip in _SLIPS:
        if (mistake := slip(line)) is not None:
            yield mistake
    yield from foreign_comment(lines, index)
    yield from missing_colon(lines, index)
    yield from missing_colons(lines, index)
    yield from missing_dash(lines, index)
    yield from equals_below(lines, index)


def hidden_breaks(lines: list[Line]) -> Iterator[Mistake]:
    """Characters that only YAML takes for the end of a line."""
    places = [line.start + found.start() for line in lines for found in _HIDDEN_BREAK.finditer(line.text)]
    if places:
        edits = tuple(Edit(Span(at, at + 1), " ") for at in places)
        message = "a character stands here that nobody sees and YAML takes for the end of the line"
        yield Mistake(edits[0].span, message, edits, "Write a space", 0.4)


def in_several_lines(lines: list[Line]) -> Iterator[Mistake]:
    """One slip that whoever wrote this made in line after line: mending one of them alone would not let YAML read on."""
    for slip in _SLIPS:
        parts = [mistake for line in lines if (mistake := slip(line)) is not None]
        if len(parts) > 1:
            yield together(parts, parts[0].cost + 0.02 * len(parts))


def _no_blank_after_colon(line: Line) -> Mistake | None:
    colon = _NO_BLANK_AFTER_COLON.match(line.text)
    if colon is None or colon[1].lower() in _ADDRESSES:
        return None
    if _GLUED_KEYS.match(line.text) and colon[1] not in TEXT_KEYS:
        return _of_several_keys(line, colon.end(), OWN_LINE_TOLD)
    gap, blank = Span(colon.end(1), colon.end() - 1), blank_after_colon(line.text, colon.end())
    edits = tuple(
        moved(edit, line.start) for edit in (Edit(gap, ""), blank) if edit.text or edit.span.start < edit.span.end
    )
    key = cut(colon[1].strip("\"'"))
    return Mistake(line.written, f'a space is missing after "{key}:"', edits, "Add the space")


def _of_several_keys(line: Line, after: int, message: str) -> Mistake:
    """A line of several keys behind so many characters: where each begins, only its author knows."""
    quoted = Edit(Span(line.start + after, line.text_end), " " + in_quotes(line.text[after:].strip()))
    return Mistake(line.written, message).to_read_on((quoted,), 0.5)


def glued_items(lines: list[Line]) -> Iterator[Mistake]:
    """Items whose dashes have no blank behind them, with keys below that are as deep as if they needed none: all of them
    move."""
    parts: list[Mistake] = []
    column = -1  # of the dash above
    for line in lines:
        dash = _GLUED_DASH.form.match(line.text)
        if dash is not None and WORD_ENTRY.match(line.text, dash.end()) is not None:
            column = line.indent
            parts.append(insertion(line, dash.end(), " ", 'a space is missing after the "-"', "Add the space"))
        elif not line.is_blank and line.indent <= column:
            column = -1
        elif not line.is_blank and column >= 0:
            if line.indent == column + 2:
                return  # these are as deep as they should be
            parts[-1] = parts[-1]._replace(edits=(*parts[-1].edits, line.deeper(1)))
    if parts:
        yield together(parts, 0.9)


def _wide_colon(line: Line) -> Mistake | None:
    wide = _WIDE_COLON.match(line.text)
    if wide is None:
        return None
    span = Span(*wide.span(2)).shifted(line.start)
    edits = (Edit(span, ": " if wide.end() < len(line.text.rstrip()) else ":"),)
    is_sure = not wide.start(1) and wide[1] in PAGE_KEYS
    if wide[2][0] == ":":
        message = f'a character that only looks like a space stands after "{cut(wide[1])}:"'
        return Mistake(line.written, message, edits, "Write a space", is_sure=is_sure)
    told = f'a plain colon and a space belong after "{cut(wide[1])}"'
    if _WIDE_KEY_BEHIND.match(line.text, wide.end()):
        several = _of_several_keys(line, wide.end(), f"{told}, and each key on a line of its own")
        colon = Edit(span, ":")
        return several._replace(edits=(colon, *several.edits), is_sure=is_sure)
    return Mistake(line.written, told, edits, 'Write ": "', is_sure=is_sure)


def _equals_sign(line: Line) -> Mistake | None:
    arrow = _ARROW_IN_TEXT.match(line.text)
    if is_entry(line.text) or (arrow is not None and arrow[1] not in PAGE_KEYS):
        return None
    return _EQUALS(line) or _EQUALS_AND_NO_VALUE(line)


def _wide_indent(line: Line) -> Mistake | None:
    indent = _WIDE_INDENT.match(line.text)
    if indent is None:
        return None
    span = Span(line.start, line.start + indent.end())
    blanks = " " * len(indent[0].replace("\u200b", "").replace("\ufeff", ""))
    message = "a character that only looks like a space stands before this"
    return Mistake(line.written, message, (Edit(span, blanks),), "Write a space", 0.9)


def _signed_key(line: Line) -> Mistake | None:
    """A key that begins with a sign that means something to YAML. "@type" is one of JSON-LD; behind a dash it may be a
    text with a colon, too."""
    key = SIGNED_ENTRY.match(line.text)
    if key is None:
        return None
    sign, cost = key[2].strip(), 1.05 if key[1].strip() else 0.9
    edit = Edit(Span(line.start + key.start(2), line.start + key.end()), f'"{key[2]}{key[3]}"')
    if sign in "@%":
        return Mistake(line.written, f'a key that begins with "{sign}" needs quotes', (edit,), "Quote the key", cost)
    return Mistake(line.written, f'"{sign}" has no place before a key').to_read_on((edit,), cost)


_SLIPS = (
    _no_blank_after_colon,
    _wide_colon,
    _GLUED_DASH,
    _OTHER_BULLET,
    _TWO_DASHES,
    _equals_sign,
    _wide_indent,
    _WIDE_DASH,
    _QUOTED_ENTRY,
    _MARKED_KEY,
    _signed_key,
    _HALF_QUOTED_KEY,
    two_colons,
)
