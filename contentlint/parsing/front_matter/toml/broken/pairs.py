"""What may be meant with a key and its value in broken TOML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from contentlint.parsing.front_matter.mending import LOOSE_QUOTE
from contentlint.parsing.front_matter.toml.broken.groups import group_of, open_group
from contentlint.parsing.front_matter.toml.broken.reading import is_sound, quoted
from contentlint.parsing.front_matter.toml.broken.row import Mend, Row, removal
from contentlint.parsing.front_matter.toml.broken.values import mends_of
from contentlint.parsing.front_matter.toml.scanner import QUOTED
from contentlint.patterns import pattern
from contentlint.text import Edit, Span, applied
from contentlint.wording import cut

# a text in quotes, within which "#" begins no comment
_TEXT = (
    r"(?<![\w\\\"'“‘«„])(?:\"\"\"(?:(?!\"\"\")[^\n])*+\"{3,5}|'''(?:(?!''')[^\n])*+'{3,5}"
    rf"|{QUOTED}|“[^“”\n]*+”|‘[^‘’\n]*+’|«[^«»\n]*+»|„[^„“”\n]*+[“”])(?!\w)"
)
PAIR = pattern(
    r"([ \t]*+(?:[A-Za-z0-9_.-]++|\"[^\"\n]*+\")[ \t]*+)([=:])([ \t]*+)"
    rf"((?:{_TEXT}|[^ \t\n#]|#(?![ \t])|[ \t]++(?!#[ \t]|\Z))*+)[ \t]*+(?:(#[ \t].*))?\Z"
)
_TEXTS = pattern(_TEXT)
_ITEMS = pattern(
    rf"(?:\s*\n[ \t]*+(?:{QUOTED}|\{{[^{{}}\n]*+\}}|[\d.+-]++|true|false)[ \t]*+,?+(?=[ \t]*+(?:\r?\n|\Z)))++"
)
_SEVERAL_LINES = pattern(
    r"([\"'])(?:(?!\1)[^\n])*+(?:\n(?![\w-]++[ \t]*+=|\[)(?:(?!\1)[^\n])*+)++(\1)[ \t]*+(?=\r?(?:\n|\Z))"
)
LAST_QUOTE = {quote: pattern(rf"(?<!{quote[0]}){quote[0]}{{1,2}}+(?=[ \t]*+\r?\n)") for quote in ('"""', "'''")}
_BRACE_BELOW = pattern(r"\s*\n[ \t]*+\}(?=[ \t]*+(?:\r?\n|\Z))")
_NOTHING = frozenset({"null", "Null", "NULL", "None", "nil", "undefined", "~"})
_ITEMS_BELOW = pattern(r"(?:[ \t]*\r?\n[ \t]*- [^\r\n]*)+")
_ENTRY_LINE = pattern(r"(?m)^(?:[\w-]++[ \t]*+=[ \t]|\[)")


def key_of(pair: re.Match[str]) -> str:
    """The key right before a value, without those of the tables it is in."""
    return pair[1].strip().strip('"').rpartition(".")[2]


def mends_of_pair(row: Row) -> Iterator[Mend]:
    """What may be meant with a key and its value in a line."""
    pair = PAIR.match(row.line)
    if pair is None:
        return
    for look in _LOOKS:
        found = look(row, pair)
        if found is not None:
            yield from found
            return
    yield from _value(row, pair)


def _open_list(row: Row, pair: re.Match[str]) -> list[Mend] | None:
    """A list that is closed nowhere: below its items."""
    if pair[4] != "[":
        return None
    items = _ITEMS.match(row.content, row.start + pair.end(4))
    if items is None:
        return []
    at = items.end() - row.start
    if (brace := _BRACE_BELOW.match(row.content, items.end())) is not None:
        end = brace.end() - row.start
        return [Mend('this list begins with "[" and ends with "}"', 'Write "]"', (Edit(Span(end - 1, end), "]"),))]
    edit = Edit.at(at, "\n]")
    return [Mend('this list has no closing "]", which belongs below this line', 'Add "]"', (edit,))]


def _open_text(row: Row, pair: re.Match[str]) -> list[Mend] | None:
    """A text in three quotes that fewer close, or none."""
    content, start, _ = row
    quotes = pair[4][:3]
    if quotes not in LAST_QUOTE:
        return None
    begin = start + pair.start(4) + len(quotes)
    below = _ENTRY_LINE.search(content, begin)
    stop = below.start() if below is not None else len(content)
    last = LAST_QUOTE[quotes].search(content, begin, stop)
    if last is not None and content.count(quotes[0], begin, last.start()) % 2 == 0:  # else it ends what another begins
        edit = Edit(Span(*last.span()).shifted(-start), quotes)
        return [Mend(f"this text is closed by three quotes, {quotes}", "Write three quotes", (edit,))]
    if below is None:
        return []
    at = begin - start + len(content[begin:stop].rstrip())
    return [Mend(f"this text has no closing {quotes}", "Add three quotes", (Edit.at(at, quotes),))]


def _items_below(row: Row, pair: re.Match[str]) -> list[Mend] | None:
    """No value: a list as YAML has it stands below, or nothing is known to be meant."""
    if pair[4]:
        return None
    items = _ITEMS_BELOW.match(row.content, row.start + len(row.line))
    if items is None:
        return []
    values = [each.strip()[2:].strip() for each in items[0].splitlines() if each.strip()]
    written = ", ".join(each if is_sound(each) else quoted(each) for each in values)
    edit = Edit(Span(pair.start(2), items.end() - row.start), f"{_gap(pair)}= [{written}]")
    return [Mend("this is a list as YAML has it: TOML has one in brackets", "Write it in brackets", (edit,))]


def _word_for_nothing(row: Row, pair: re.Match[str]) -> list[Mend] | None:
    if pair[4] not in _NOTHING:
        return None
    return [Mend("TOML has no word for nothing: leave the key out", "Remove the key", (removal(row),))]


def _comment_or_text(_: Row, pair: re.Match[str]) -> list[Mend] | None:
    """A text that may be closed behind the "#" which seems to begin a comment: nobody knows where it ends."""
    is_open = pair[5] and LOOSE_QUOTE.search(pair[5]) and LOOSE_QUOTE.search(_TEXTS.sub("", pair[4]))
    return [] if is_open else None


def _colon(row: Row, pair: re.Match[str]) -> list[Mend] | None:
    if pair[2] != ":":
        return None
    told = f'TOML has an equals sign after a key: "{cut(pair[1].strip())} ="'
    value = pair[4].removeprefix("=").lstrip()
    mends = (edit for _, _, edit in mends_of(value, Span(0, len(value)), key_of(pair)))
    spelled = next(
        (each for each in chain((value,), (applied(value, (mend,)) for mend in mends)) if is_sound(each)), None
    )
    if spelled is None or (spelled != value and _goes_on(value)):
        return []
    edit = Edit(Span(pair.start(2), pair.end(4)), f"{_gap(pair)}= {spelled}")
    return [Mend(told, "Write an equals sign", (edit,))]


def _goes_on(value: str) -> bool:
    """Whether a value goes on below its line."""
    return (value[0] in "[{" and value[-1] in "[{,") or value[-3:] in LAST_QUOTE


def _group_below(row: Row, pair: re.Match[str]) -> list[Mend] | None:
    """A group that goes on below its line: closing it there would tear out what belongs in it."""
    is_open = pair[4][-1:] in ("{", ",") and open_group(row.line, 0, len(row.line)) >= 0
    return [] if is_open or group_of(row) is not None else None


# in this order; the first that knows the kind of pair has the last word, with a mend or with none
_LOOKS = (_open_list, _open_text, _items_below, _word_for_nothing, _comment_or_text, _colon, _group_below)


def _value(row: Row, pair: re.Match[str]) -> Iterator[Mend]:
    """A value that TOML cannot read, in its line or in several."""
    start, span = row.start, Span(*pair.span(4))
    several = _SEVERAL_LINES.match(row.content, start + span.start)
    if several is not None:
        quotes = several[1] * 3
        edits = [Edit(Span(at - start, at - start + 1), quotes) for at in (several.start(1), several.start(2))]
        yield Mend(f"a text of several lines takes three quotes, {quotes}", "Write three quotes", tuple(edits))
    for told, title, edit in mends_of(pair[4], span, key_of(pair)):
        yield Mend(told, title, (edit,))


def _gap(pair: re.Match[str]) -> str:
    """The blank before an equals sign, where none stands there."""
    return "" if pair[1].endswith((" ", "\t")) else " "
