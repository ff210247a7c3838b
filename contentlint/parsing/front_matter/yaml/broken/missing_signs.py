"""Lines of broken YAML whose colon or dash is missing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from contentlint.parsing.front_matter.keys import DATE_KEYS, LIST_KEYS, TEXT_KEYS, WELL_KNOWN
from contentlint.parsing.front_matter.yaml.broken.lines import (
    EMPTY_KEY,
    PLACE,
    WORD_ENTRY,
    Line,
    Mistake,
    insertion,
    is_entry,
    is_item,
    key_of,
    line_above,
    line_below,
    next_line,
    together,
    without_comment,
)
from contentlint.patterns import pattern
from contentlint.text import Edit, Span
from contentlint.wording import cut

_WORD = pattern(r"[ \t]*+(?:- ++)?+([^\W\d][\w-]*+)[ \t]*+\Z")
_WORD_AND_VALUE = pattern(r"[ \t]*+(?:- ++)?+([\"']?[A-Za-z_][\w-]*+[\"']?)([;,]?[ \t]++(?:-[ \t]++)?+)(?=[^\s:=])(.*)")
_NAME = pattern(r"[ \t]*+[^\W_][^\s.!?。！？]*+(?:[ \t]++[^\s.!?。！？]++){0,2}+[ \t]*+\Z")
_LOOKS_LIKE_DATA = pattern(rf"(?:true|false|{PLACE}|\d[\d.:TZ+-]*+|[\"'\[].*)[ \t]*+\Z")
_ENTRY_OF_PLACE = pattern(rf"([ \t]*+(?:- ++)*+)[^\s:]++:[ \t]++[\"']?(?:{PLACE})[ \t]*+\Z")
_IN_QUOTES = pattern(r"\"[^\"\n]++\"[ \t]*+\Z|'[^'\n]++'[ \t]*+\Z")
_EQUALS_BELOW = pattern(r"[ \t]++([A-Za-z_][\w-]*+)([ \t]*+=>?+[ \t]*+)(?=\S)")
EQUALS = 'YAML has a colon after a key: "{0}:"'
_NEAR = 20  # lines
_LETTER = pattern(r"[^\W_]")


def missing_colon(lines: list[Line], index: int) -> Iterator[Mistake]:
    line = lines[index]
    word = _WORD.match(line.text)
    if word and not line.text.lstrip().startswith("-"):
        below = next_line(lines, index)
        above = line_above(lines, index)
        is_known = word[1].lower() in WELL_KNOWN and not _is_missing_text(above)
        is_among_items = above is not None and (is_item(above.text) or _begins_list(above))
        is_among_items = is_among_items and not _is_between_lists(line, above, below)
        has_items = below is not None and is_item(below.text) and (is_known or not is_among_items)
        has_part = has_items or (below is not None and below.indent > line.indent and is_entry(below.text))
        is_done = (above is not None and above.text.rstrip()[-1:] in "\"']}") or "_" in word[1]
        if has_part or is_known or is_done:
            found = insertion(line, word.end(1), ":", f'the ":" after "{cut(word[1])}" is missing', 'Add the ":"')
            yield found if has_part else found._replace(cost=1.9 if is_done else 1.2)
    pair = _WORD_AND_VALUE.match(line.text)
    if pair is None or ":" in pair[1]:
        return
    name = pair[1].strip("\"'")
    is_sister = _is_sister(lines, index, pair.start(1), name, pair[3])
    is_known, is_data = name.lower() in WELL_KNOWN, _LOOKS_LIKE_DATA.match(pair[3]) is not None
    is_date = name in DATE_KEYS and is_data
    if is_known or is_data or is_sister:
        edit = Edit(Span(*pair.span(2)).shifted(line.start), ": ")
        cost = 1.3 if is_sister or is_date or (is_known and is_data) else 1.5
        yield Mistake(line.written, f'the ":" after "{cut(name)}" is missing', (edit,), 'Add the ":"', cost)


def _is_missing_text(above: Line | None) -> bool:
    """Whether the key of a text stands above without it."""
    return above is not None and EMPTY_KEY.match(above.text) is not None and key_of(above.text) in TEXT_KEYS


def missing_colons(lines: list[Line], index: int) -> Iterator[Mistake]:
    """The colons of this line and of those right below it: one alone would not let YAML read on."""
    below = (next(missing_colon(lines, at), None) for at in range(index, min(index + _NEAR, len(lines))))
    parts = [mistake for mistake in takewhile(bool, below) if mistake is not None]
    if len(parts) > 1:
        yield together(parts, parts[0].cost + 0.02 * len(parts))


def _is_sister(lines: list[Line], index: int, column: int, name: str, value: str) -> bool:
    """Whether the first word of a line is a key as those beside it are: it stands below an address, which goes on in no
    words, or, where the line is a deeper one, others near there have it, too, or it is no word of a sentence, for one
    word alone stands behind it."""
    above = line_above(lines, index)
    place = above and _ENTRY_OF_PLACE.match(above.text)
    if place and place.end(1) == column and name[0].islower():
        return True
    if not column:
        return False
    near = [WORD_ENTRY.match(each.text) for each in lines[max(index - _NEAR, 0) : index + _NEAR]]
    if any(entry is not None and entry[2] == name and entry.start(2) == column for entry in near):
        return True
    return _is_beside_key(lines, index, column) and name[0].islower() and len(without_comment(value).split()) == 1


def _is_beside_key(lines: list[Line], index: int, column: int) -> bool:
    """Whether a key as deep as this stands in the line above or below."""
    beside = (line_above(lines, index), line_below(lines, index))
    entries = [WORD_ENTRY.match(each.text) for each in beside if each is not None]
    return any(entry is not None and entry.start(2) == column for entry in entries)


def equals_below(lines: list[Line], index: int) -> Iterator[Mistake]:
    """An equals sign behind a deeper key, beside one that has its colon."""
    line = lines[index]
    sign = _EQUALS_BELOW.match(line.text)
    if sign is not None and not is_entry(line.text) and _is_beside_key(lines, index, line.indent):
        edit = Edit(Span(*sign.span(2)).shifted(line.start), ": ")
        yield Mistake(line.written, EQUALS.format(cut(sign[1])), (edit,), "Write a colon", 0.9)


def missing_dash(lines: list[Line], index: int) -> Iterator[Mistake]:
    """A bare line among list items."""
    line = lines[index]
    if is_item(line.text) or is_entry(line.text) or line.is_blank or not _LETTER.search(line.text):
        return
    beside = (line_above(lines, index), line_below(lines, index))
    near = [each for each in beside if each is not None and is_item(each.text)]
    if _WORD.match(line.text) and _is_between_lists(line, *beside):
        return
    is_quoted = _IN_QUOTES.match(line.text.lstrip()) is not None
    is_deeper = near != [] and near[0] is beside[0] and line.indent > near[0].indent
    if is_deeper and not (is_quoted and _IN_QUOTES.match(near[0].text.lstrip(" \t-"))):
        return  # it may go on with what the item above holds
    above = _items_above(lines, index)
    is_like_them = len(above) > 1 and all(len(each.text.split()) <= 4 for each in (*above, line))
    is_first = beside[0] is not None and _begins_list(beside[0]) and _NAME.match(line.text) is not None
    if near and (len(near) == 2 or line.indent or is_like_them or is_first or is_quoted):
        blanks = near[0].text[: len(near[0].text) - len(near[0].text.lstrip())]
        span = Span(line.start, line.written.start)
        yield Mistake(
            line.written, 'the "- " of this list item is missing', (Edit(span, blanks + "- "),), 'Add the "-"', 1.4
        )


def _is_between_lists(line: Line, above: Line | None, below: Line | None) -> bool:
    """Whether items stand above and below a line, all deeper than it, so that it looks like the key of those below."""
    near = [each for each in (above, below) if each is not None and is_item(each.text) and each.indent > line.indent]
    return len(near) == 2 and line.text.isascii()


def _items_above(lines: list[Line], index: int) -> list[Line]:
    """The list items right above a line."""
    return list(takewhile(lambda line: is_item(line.text), reversed(lines[:index])))


def _begins_list(line: Line) -> bool:
    """Whether a line is the key of a list, with nothing behind it."""
    return key_of(line.text) in LIST_KEYS and line.is_open
