"""The mistakes people make in the layout of a line of YAML: blanks, dashes, colons, quotes around keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from contentlint.parsing.front_matter.keys import LIST_KEYS
from contentlint.parsing.front_matter.yaml.broken.lines import (
    Line,
    Mistake,
    is_entry,
    is_item,
    key_of,
    line_above,
    line_below,
)
from contentlint.parsing.front_matter.yaml.writing import blank_after_colon
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_NO_BLANK_AFTER_COLON = pattern(
    r"[ \t]*+(?:- ++)*+(([\"']?+)(?:(?:og|twitter|fb|article):)?+[^\W\d][\w.-]*+\2)(?:[ \t]++(?=:[^:]*+\Z))?+:(?=[^\s:])(?!//)"
)
_WIDE_COLON = pattern(r"[ \t]*+(?:- ++)*+([^\W\d][\w.-]*+)[ \t]*+(：[ \t]*+|:[\u00a0\u3000]++)")
_NO_BLANK_AFTER_DASH = pattern(r"[ \t]*+-(?=[^\s-])")
_WIDE_DASH = pattern(r"[ \t]*+-([ \u00a0\u3000\u2002\u2003]*+)(?<=[\u00a0\u3000\u2002\u2003])(?=\S)")
_OTHER_BULLET = pattern(r"[ \t]*+([*•·–—+])[ \t]++(?=\S)")
_EQUALS = pattern(r"([^\W\d][\w-]*+)[ \t]*+(=)[ \t]*+(?=\S)")
_QUOTED_ENTRY = pattern(r"[ \t]*+(?:- ++)*+([\"'])([A-Za-z_][\w-]*+):[ \t]++((?:(?!\1)[^\n])*+)(\1)[ \t]*+\Z")
_WORD = pattern(r"[ \t]*+(?:- ++)?+([^\W\d][\w-]*+)[ \t]*+\Z")
_WORD_AND_VALUE = pattern(r"[ \t]*+(?:- ++)?+([\"']?[A-Za-z_][\w-]*+[\"']?)([;,]?[ \t]++(?:-[ \t]++)?+)(?=[^\s:])(.*)")
_NAME = pattern(r"[ \t]*+[^\W_][^\s.!?。！？]*+(?:[ \t]++[^\s.!?。！？]++){0,2}+[ \t]*+\Z")
_LOOKS_LIKE_DATA = pattern(
    r"(?:true|false|\S+\.(?:png|jpe?g|gif|svg|webp|md|html)|\d[\d.:TZ+-]*+|/\S++|https?:\S++|[\"'\[].*)[ \t]*+\Z"
)
_FOREIGN_COMMENT = pattern(r"[ \t]*+(//+|<!--|/\*|;)[ \t]*+")
_WIDE_INDENT = pattern(r"[ \t]*+[\u00a0\u3000\u2000-\u200b\ufeff][\s\u200b\ufeff]*+")
_MARKED_KEY = pattern(r"[ \t]*+(?:- ++)*+((\*\*?|`)([A-Za-z_][\w-]*+)(?:\2[ \t]*+:|:\2))(?=[ \t]|\Z)")
_HALF_QUOTED_KEY = pattern(r"[ \t]*+([\"'])([A-Za-z_][\w-]*+)(?=:[ \t])(?![^\n]*\1)")
_HIDDEN_BREAK = pattern(r"[\u2028\u2029\x85]")
_ENTRY = pattern(r"([ \t]*+(?:- ++)*+)([A-Za-z_][\w-]*+):(?:[ \t]|\Z)")
_NEAR = 20  # lines
_LETTER = pattern(r"[^\W_]")
_CLOSINGS = {"<!--": "-->", "/*": "*/"}
_ADDRESSES = ("http", "https", "mailto", "ftp", "tel", "data")


def in_line(lines: list[Line], index: int, known: frozenset[str]) -> Iterator[Mistake]:
    """What may be wrong with a line as it stands. `known` are keys that articles have."""
    line = lines[index]
    for slip in _SLIPS:
        if (mistake := slip(line)) is not None:
            yield mistake
    bullet = _OTHER_BULLET.match(line.text)
    if bullet:
        span = Span(line.start + bullet.start(1), line.start + bullet.end())
        yield Mistake(
            line.written, f'a list item begins with "-", not with "{bullet[1]}"', (Edit(span, "- "),), 'Write "-"'
        )
    foreign = _FOREIGN_COMMENT.match(line.text)
    if foreign:
        yield _foreign_comment(line, foreign) if _is_closed(line, foreign) else _long_comment(lines, index, foreign)
    yield from _missing_colon(lines, index, known)
    yield from _missing_dash(lines, index)


def hidden_breaks(lines: list[Line]) -> Iterator[Mistake]:
    """Characters that only YAML takes for the end of a line."""
    places = [line.start + found.start() for line in lines for found in _HIDDEN_BREAK.finditer(line.text)]
    if places:
        edits = tuple(Edit(Span(at, at + 1), " ") for at in places)
        message = "a character stands here that nobody sees and YAML takes for the end of the line"
        yield Mistake(edits[0].span, message, edits, "Write a blank", 0.4)


def in_several_lines(lines: list[Line]) -> Iterator[Mistake]:
    """One slip that whoever wrote this made in line after line: mending one of them alone would not let YAML read on."""
    for slip in _SLIPS:
        parts = tuple(mistake for line in lines if (mistake := slip(line)) is not None)
        if len(parts) > 1:
            edits = tuple(edit for part in parts for edit in part.edits)
            yield parts[0]._replace(edits=edits, cost=parts[0].cost + 0.02 * len(parts), parts=parts)


def _no_blank_after_colon(line: Line) -> Mistake | None:
    colon = _NO_BLANK_AFTER_COLON.match(line.text)
    if colon is None or colon[1].lower() in _ADDRESSES:
        return None
    gap, blank = Span(colon.end(1), colon.end() - 1), blank_after_colon(line.text, colon.end())
    edits = tuple(
        Edit(Span(line.start + span.start, line.start + span.end), text)
        for span, text in (Edit(gap, ""), blank)
        if text or span.start < span.end
    )
    key = colon[1].strip("\"'")[:40]
    return Mistake(line.written, f'a blank is missing after "{key}:"', edits, "Add the blank")


def glued_items(lines: list[Line]) -> Iterator[Mistake]:
    """Items whose dashes have no blank behind them, with keys below that are as deep as if they needed none: all of them
    move."""
    parts: list[Mistake] = []
    column = -1  # of the dash above
    for line in lines:
        dash = _NO_BLANK_AFTER_DASH.match(line.text)
        if dash is not None and _ENTRY.match(line.text, dash.end()) is not None:
            column = line.indent
            parts.append(_insertion(line, dash.end(), " ", 'a blank is missing after the "-"', "Add the blank"))
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
    return Mistake(line.written, f'a plain colon and a blank belong after "{wide[1][:40]}"', edits, 'Write ": "')


def _no_blank_after_dash(line: Line) -> Mistake | None:
    dash = _NO_BLANK_AFTER_DASH.match(line.text)
    return dash and _insertion(line, dash.end(), " ", 'a blank is missing after the "-"', "Add the blank")


def _equals_sign(line: Line) -> Mistake | None:
    equals = _EQUALS.match(line.text)
    if equals is None or is_entry(line.text):
        return None
    span = Span(line.start + equals.end(1), line.start + equals.end())
    message = f'YAML has a colon after a key: "{equals[1][:40]}:"'
    return Mistake(line.written, message, (Edit(span, ": "),), "Write a colon")


def _wide_indent(line: Line) -> Mistake | None:
    indent = _WIDE_INDENT.match(line.text)
    if indent is None:
        return None
    span = Span(line.start, line.start + indent.end())
    blanks = " " * len(indent[0].replace("\u200b", "").replace("\ufeff", ""))
    message = "a character that only looks like a blank stands before this"
    return Mistake(line.written, message, (Edit(span, blanks),), "Write a blank", 0.9)


def _wide_blank_after_dash(line: Line) -> Mistake | None:
    dash = _WIDE_DASH.match(line.text)
    if dash is None:
        return None
    edit = Edit(Span(line.start + dash.start(1), line.start + dash.end(1)), " ")
    message = 'a character that only looks like a blank stands after the "-"'
    return Mistake(line.written, message, (edit,), "Write a blank", 0.9)


def _quoted_entry(line: Line) -> Mistake | None:
    entry = _QUOTED_ENTRY.match(line.text)
    if entry is None:
        return None
    span = Span(line.start + entry.start(1), line.start + entry.end(4))
    written = f"{entry[2]}: {entry[1]}{entry[3]}{entry[1]}"
    message = f'the quotes stand around "{entry[2][:40]}" and its value: they belong around the value alone'
    return Mistake(line.written, message, (Edit(span, written),), "Move the quote")


def _marked_key(line: Line) -> Mistake | None:
    key = _MARKED_KEY.match(line.text)
    if key is None:
        return None
    edit = Edit(Span(line.start + key.start(1), line.start + key.end(1)), f"{key[3]}:")
    message = f'the {key[2]} around "{key[3][:40]}" has no place in data'
    return Mistake(line.written, message, (edit,), f"Remove the {key[2]}", 0.9)


def _half_quoted_key(line: Line) -> Mistake | None:
    key = _HALF_QUOTED_KEY.match(line.text)
    return key and _insertion(line, key.end(), key[1], f'the quote after "{key[2][:40]}" is missing', "Add the quote")


_SLIPS = (
    _no_blank_after_colon,
    _wide_colon,
    _no_blank_after_dash,
    _equals_sign,
    _wide_indent,
    _wide_blank_after_dash,
    _quoted_entry,
    _marked_key,
    _half_quoted_key,
)


def _insertion(line: Line, column: int, text: str, message: str, title: str) -> Mistake:
    at = line.start + column
    return Mistake(line.written, message, (Edit(Span(at, at), text),), title)


def _foreign_comment(line: Line, mark: re.Match[str]) -> Mistake:
    edits = [Edit(Span(line.start + mark.start(1), line.start + mark.end()), "# ")]
    for closing in ("-->", "*/"):
        if line.text.rstrip().endswith(closing):
            end = line.start + len(line.text.rstrip())
            edits.append(Edit(Span(end - len(closing), end), ""))
    return Mistake(line.written, f'a comment begins with "#" here, not with "{mark[1]}"', tuple(edits), 'Write "#"')


def _is_closed(line: Line, mark: re.Match[str]) -> bool:
    """Whether a comment of another language ends in its line."""
    return mark[1] not in _CLOSINGS or line.text.rstrip().endswith(_CLOSINGS[mark[1]])


def _long_comment(lines: list[Line], index: int, mark: re.Match[str]) -> Mistake:
    """One that goes on in the lines below, to the one that closes it."""
    line, closing = lines[index], _CLOSINGS[mark[1]]
    message = f'a comment begins with "#" here, on each of its lines, not with "{mark[1]}"'
    last = next((at for at in range(index + 1, len(lines)) if closing in lines[at].text), -1)
    if last < 0:
        return Mistake(line.written, message, cost=1.5)
    edits = [Edit(Span(line.start + mark.start(1), line.start + mark.end()), "# ")]
    edits += [Edit(Span(each.start, each.start), "# ") for each in lines[index + 1 : last] if each.text.strip()]
    end = lines[last]
    written = end.text.replace(closing, "").strip()
    edits.append(Edit(Span(end.start, end.end), f"# {written}" if written else "#"))
    return Mistake(line.written, message, tuple(edits), 'Write "#"', 0.8)


def _missing_colon(lines: list[Line], index: int, known: frozenset[str]) -> Iterator[Mistake]:
    line = lines[index]
    word = _WORD.match(line.text)
    if word and not line.text.lstrip().startswith("-"):
        below = lines[index + 1] if index + 1 < len(lines) else None
        above = line_above(lines, index)
        is_known = word[1].lower() in known
        is_among_items = above is not None and (is_item(above.text) or _begins_list(above))
        has_items = below is not None and is_item(below.text) and (is_known or not is_among_items)
        has_part = has_items or (below is not None and below.indent > line.indent and is_entry(below.text))
        is_done = (above is not None and above.text.rstrip()[-1:] in "\"']}") or "_" in word[1]
        if has_part or is_known or is_done:
            found = _insertion(line, word.end(1), ":", f'the ":" after "{word[1][:40]}" is missing', 'Add the ":"')
            yield found if has_part else found._replace(cost=1.9 if is_done else 1.2)
    pair = _WORD_AND_VALUE.match(line.text)
    if pair is None or ":" in pair[1]:
        return
    name = pair[1].strip("\"'")
    is_sister = pair.start(1) > 0 and _is_sister(lines, index, pair.start(1), name, pair[3])
    if name.lower() in known or _LOOKS_LIKE_DATA.match(pair[3]) or is_sister:
        edit = Edit(Span(line.start + pair.start(2), line.start + pair.end(2)), ": ")
        cost = 1.3 if is_sister else 1.5
        yield Mistake(line.written, f'the ":" after "{name[:40]}" is missing', (edit,), 'Add the ":"', cost)


def _is_sister(lines: list[Line], index: int, column: int, name: str, value: str) -> bool:
    """Whether the first word of a deeper line is a key as those beside it are: others near there have it, too, or it is
    no word of a sentence, for one word alone stands behind it."""
    near = [_ENTRY.match(each.text) for each in lines[max(index - _NEAR, 0) : index + _NEAR]]
    if any(entry is not None and entry[2] == name and entry.start(2) == column for entry in near):
        return True
    beside = (line_above(lines, index), line_below(lines, index))
    entries = [_ENTRY.match(each.text) for each in beside if each is not None]
    is_beside = any(entry is not None and entry.start(2) == column for entry in entries)
    return is_beside and name[0].islower() and len(value.split()) == 1


def _missing_dash(lines: list[Line], index: int) -> Iterator[Mistake]:
    """A bare line among list items."""
    line = lines[index]
    if is_item(line.text) or is_entry(line.text) or line.is_blank or not _LETTER.search(line.text):
        return
    beside = (line_above(lines, index), line_below(lines, index))
    near = [each for each in beside if each is not None and is_item(each.text)]
    if near and (first := _ENTRY.match(near[0].text)) is not None and first.start(2) == line.indent:
        return  # it is as deep as the keys of the item above
    above = _items_above(lines, index)
    is_like_them = len(above) > 1 and all(len(each.text.split()) <= 4 for each in (*above, line))
    is_first = beside[0] is not None and _begins_list(beside[0]) and _NAME.match(line.text) is not None
    if near and (len(near) == 2 or line.indent or is_like_them or is_first):
        blanks = near[0].text[: len(near[0].text) - len(near[0].text.lstrip())]
        span = Span(line.start, line.start + len(line.text) - len(line.text.lstrip()))
        yield Mistake(
            line.written, 'the "- " of this list item is missing', (Edit(span, blanks + "- "),), 'Add the "-"', 1.4
        )


def _begins_list(line: Line) -> bool:
    """Whether a line is the key of a list, with nothing behind it."""
    return key_of(line.text) in LIST_KEYS and line.text.rstrip().endswith(":")


def _items_above(lines: list[Line], index: int) -> list[Line]:
    """The list items right above a line."""
    return list(takewhile(lambda line: is_item(line.text), reversed(lines[:index])))
