"""Signs of a line of broken YAML that are not quite right: its blanks, dash and colon, and marks around its key."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.parsing.front_matter.keys import PAGE_KEYS, TEXT_KEYS
from contentlint.parsing.front_matter.mending import moved
from contentlint.parsing.front_matter.yaml.broken.foreign_comments import foreign_comment
from contentlint.parsing.front_matter.yaml.broken.lines import WORD_ENTRY, Line, Mistake, insertion, is_entry
from contentlint.parsing.front_matter.yaml.broken.missing_signs import missing_colon, missing_colons, missing_dash
from contentlint.parsing.front_matter.yaml.writing import blank_after_colon, in_quotes
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
_NO_BLANK_AFTER_DASH = pattern(r"[ \t]*+-(?=[^\s-])")
_WIDE_DASH = pattern(r"[ \t]*+-([ \u00a0\u3000\u2002\u2003]*+)(?<=[\u00a0\u3000\u2002\u2003])(?=\S)")
_OTHER_BULLET = pattern(r"[ \t]*+([*•·–—+])[ \t]++(?=\S)")
_TWO_DASHES = pattern(r"[ \t]*+(--)[ \t]*+(?=[^\s-])")
_EQUALS = pattern(r"([^\W\d][\w-]*+)[ \t]*+(=)[ \t]*+(?=\S)")
_QUOTED_ENTRY = pattern(r"[ \t]*+(?:- ++)*+([\"'])([A-Za-z_][\w-]*+):[ \t]++((?:(?!\1)[^\n])*+)(\1)[ \t]*+\Z")
_WIDE_INDENT = pattern(r"[ \t]*+[\u00a0\u3000\u2000-\u200b\ufeff][\s\u200b\ufeff]*+")
_MARKED_KEY = pattern(r"[ \t]*+(?:- ++)*+((\*\*?|`)([A-Za-z_][\w-]*+)(?:\2[ \t]*+:|:\2))(?=[ \t]|\Z)")
_TWO_COLONS = pattern(r"[ \t]*+(?:- ++)*+([A-Za-z_][\w-]*+):(:)(?=[ \t]|\Z)")
_HALF_QUOTED_KEY = pattern(r"[ \t]*+([\"'])([A-Za-z_][\w-]*+)(?=:[ \t])(?![^\n]*\1)")
_HIDDEN_BREAK = pattern(r"[\u2028\u2029\x85]")
_ADDRESSES = ("http", "https", "mailto", "ftp", "tel", "data")


def in_line(lines: list[Line], index: int, known: frozenset[str]) -> Iterator[Mistake]:
    """What may be wrong with a line as it stands. `known` are keys that articles have."""
    line = lines[index]
    for slip in _SLIPS:
        if (mistake := slip(line)) is not None:
            yield mistake
    yield from foreign_comment(lines, index)
    yield from missing_colon(lines, index, known)
    yield from missing_colons(lines, index, known)
    yield from missing_dash(lines, index)


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
        parts = tuple(mistake for line in lines if (mistake := slip(line)) is not None)
        if len(parts) > 1:
            edits = tuple(edit for part in parts for edit in part.edits)
            told = tuple(each for part in parts for each in part.parts or (part,))
            yield parts[0]._replace(edits=edits, cost=parts[0].cost + 0.02 * len(parts), parts=told)


def _no_blank_after_colon(line: Line) -> Mistake | None:
    colon = _NO_BLANK_AFTER_COLON.match(line.text)
    if colon is None or colon[1].lower() in _ADDRESSES:
        return None
    if _GLUED_KEYS.match(line.text) and colon[1] not in TEXT_KEYS:
        return _of_several_keys(line, colon.end(), "each key begins on a line of its own")
    gap, blank = Span(colon.end(1), colon.end() - 1), blank_after_colon(line.text, colon.end())
    edits = tuple(
        moved(edit, line.start) for edit in (Edit(gap, ""), blank) if edit.text or edit.span.start < edit.span.end
    )
    key = cut(colon[1].strip("\"'"))
    return Mistake(line.written, f'a space is missing after "{key}:"', edits, "Add the space")


def _of_several_keys(line: Line, after: int, message: str) -> Mistake:
    """A line of several keys behind so many characters: where each begins, only its author knows."""
    told = Mistake(line.written, message)
    span = Span(line.start + after, line.text_end)
    quoted = Edit(span, " " + in_quotes(line.text[after:].strip()))  # only to read on
    return told._replace(edits=(quoted,), cost=0.5, parts=(told,))


def glued_items(lines: list[Line]) -> Iterator[Mistake]:
    """Items whose dashes have no blank behind them, with keys below that are as deep as if they needed none: all of them
    move."""
    parts: list[Mistake] = []
    column = -1  # of the dash above
    for line in lines:
        dash = _NO_BLANK_AFTER_DASH.match(line.text)
        if dash is not None and WORD_ENTRY.match(line.text, dash.end()) is not None:
            column = line.indent
            parts.append(insertion(line, dash.end(), " ", 'a space is missing after the "-"', "Add the space"))
        elif not line.is_blank and line.indent <= column:
            column = -1
        elif not line.is_blank and column >= 0:
            if line.indent == column + 2:
                return  # these are as deep as they should be
            edits = (*parts[-1].edits, Edit(Span(line.start, line.start), " "))
            parts[-1] = parts[-1]._replace(edits=edits)
    if parts:
        yield parts[0]._replace(
            edits=tuple(edit for part in parts for edit in part.edits), cost=0.9, parts=tuple(parts)
        )


def _wide_colon(line: Line) -> Mistake | None:
    wide = _WIDE_COLON.match(line.text)
    if wide is None:
        return None
    span = Span(line.start + wide.start(2), line.start + wide.end(2))
    edits = (Edit(span, ": " if wide.end() < len(line.text.rstrip()) else ":"),)
    is_sure = not wide.start(1) and wide[1] in PAGE_KEYS
    if wide[2][0] == ":":
        message = f'a character that only looks like a space stands after "{cut(wide[1])}:"'
        return Mistake(line.written, message, edits, "Write a space", is_sure=is_sure)
    told = f'a plain colon and a space belong after "{cut(wide[1])}"'
    if _WIDE_KEY_BEHIND.match(line.text, wide.end()):
        several = _of_several_keys(line, wide.end(), f"{told}, and each key on a line of its own")
        colon = Edit(Span(*(line.start + at for at in wide.span(2))), ":")
        return several._replace(edits=(colon, *several.edits), is_sure=is_sure)
    return Mistake(line.written, told, edits, 'Write ": "', is_sure=is_sure)


def _no_blank_after_dash(line: Line) -> Mistake | None:
    dash = _NO_BLANK_AFTER_DASH.match(line.text)
    return dash and insertion(line, dash.end(), " ", 'a space is missing after the "-"', "Add the space")


def _other_bullet(line: Line) -> Mistake | None:
    bullet = _OTHER_BULLET.match(line.text)
    if bullet is None:
        return None
    edit = Edit(Span(line.start + bullet.start(1), line.start + bullet.end()), "- ")
    return Mistake(line.written, f'a list item begins with "-", not with "{bullet[1]}"', (edit,), 'Write "-"')


def _two_dashes(line: Line) -> Mistake | None:
    dashes = _TWO_DASHES.match(line.text)
    if dashes is None:
        return None
    edit = Edit(Span(line.start + dashes.start(1), line.start + dashes.end()), "- ")
    return Mistake(line.written, 'one "-" too many: a list item begins with "- "', (edit,), 'Write "-"')


def _equals_sign(line: Line) -> Mistake | None:
    equals = _EQUALS.match(line.text)
    if equals is None or is_entry(line.text):
        return None
    span = Span(line.start + equals.end(1), line.start + equals.end())
    message = f'YAML has a colon after a key: "{cut(equals[1])}:"'
    return Mistake(line.written, message, (Edit(span, ": "),), "Write a colon")


def _wide_indent(line: Line) -> Mistake | None:
    indent = _WIDE_INDENT.match(line.text)
    if indent is None:
        return None
    span = Span(line.start, line.start + indent.end())
    blanks = " " * len(indent[0].replace("\u200b", "").replace("\ufeff", ""))
    message = "a character that only looks like a space stands before this"
    return Mistake(line.written, message, (Edit(span, blanks),), "Write a space", 0.9)


def _wide_blank_after_dash(line: Line) -> Mistake | None:
    dash = _WIDE_DASH.match(line.text)
    if dash is None:
        return None
    edit = Edit(Span(line.start + dash.start(1), line.start + dash.end(1)), " ")
    message = 'a character that only looks like a space stands after the "-"'
    return Mistake(line.written, message, (edit,), "Write a space", 0.9)


def _quoted_entry(line: Line) -> Mistake | None:
    entry = _QUOTED_ENTRY.match(line.text)
    if entry is None:
        return None
    span = Span(line.start + entry.start(1), line.start + entry.end(4))
    written = f"{entry[2]}: {entry[1]}{entry[3]}{entry[1]}"
    message = f'the quotes stand around "{cut(entry[2])}" and its value: they belong around the value alone'
    return Mistake(line.written, message, (Edit(span, written),), "Move the quote")


def _marked_key(line: Line) -> Mistake | None:
    key = _MARKED_KEY.match(line.text)
    if key is None:
        return None
    edit = Edit(Span(line.start + key.start(1), line.start + key.end(1)), f"{key[3]}:")
    message = f'the {key[2]} around "{cut(key[3])}" has no place in data'
    return Mistake(line.written, message, (edit,), f"Remove the {key[2]}", 0.9)


def two_colons(line: Line) -> Mistake | None:
    """A key with a colon too many, as it has them in Obsidian's notes below the front matter."""
    key = _TWO_COLONS.match(line.text)
    if key is None:
        return None
    edit = Edit(Span(line.start + key.start(2), line.start + key.end(2)), "")
    return Mistake(line.written, f'one ":" too many after "{cut(key[1])}"', (edit,), "Remove it")


def _half_quoted_key(line: Line) -> Mistake | None:
    key = _HALF_QUOTED_KEY.match(line.text)
    return key and insertion(line, key.end(), key[1], f'the quote after "{cut(key[2])}" is missing', "Add the quote")


_SLIPS = (
    _no_blank_after_colon,
    _wide_colon,
    _no_blank_after_dash,
    _other_bullet,
    _two_dashes,
    _equals_sign,
    _wide_indent,
    _wide_blank_after_dash,
    _quoted_entry,
    _marked_key,
    _half_quoted_key,
    two_colons,
)
