"""What may be meant with a line of broken TOML, whatever stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from contentlint.dates import read_date
from contentlint.parsing.front_matter.brackets import missing_commas
from contentlint.parsing.front_matter.toml.broken.values import is_sound, quoted
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_TABLE = pattern(r"[ \t]*+(\[\[?)[ \t]*+([A-Za-z0-9_-]++(?:\.[A-Za-z0-9_-]++)*+)\.?[ \t]*+\]{0,2}[ \t]*+(?=#|\Z)")
_DASHED = pattern(r"[ \t]*+(-[ \t]++)(?=[\w-]++[ \t]*+=)")
_KEY_OF_WORDS = pattern(r"[ \t]*+([A-Za-z0-9_-]++(?:[ \t]++[A-Za-z0-9_-]++)++)[ \t]*+=")
_NO_EQUALS = pattern(r"[ \t]*+[A-Za-z0-9_-]++([ \t]*+[＝：][ \t]*+|[ \t]++)(?=\S)")
_FOREIGN_COMMENT = pattern(r"[ \t]*+(//+[ \t]*+|<!--[ \t]*+|;+[ \t]*+)")
_WIDE_KEY = pattern(r"[ \t]*+((?=[^\n=]*[^\x00-\x7f])[^\s=\"'#\[\].]++)[ \t]*+=")
_LIST = pattern(r"=[ \t]*+\[")
_LONE_BRACKET = pattern(r"[ \t]*+[\]}],?+[ \t]*+\Z")
# what plain quotes hold and comments are left as they are
_CURLY = {
    kind: pattern(rf"\"[^\"\n]*+\"|'[^'\n]*+'|#[^\n]*+|[{kind}]([^{kind}\"\r\n]*+)[{kind}]|([{kind}])")
    for kind in ("“”", "‘’")
}
_DASHED_ITEM = pattern(r"(?m)^[ \t]*+(-[ \t]++([^\r\n]*+))\r?$")
_LIST_END = pattern(r"(?m)^[ \t]*+\]")
_MOST_TRIALS = 8
_COMMENT = pattern(r"(?<![ \t])[ \t]++#")
_GROUP = pattern(r"=[ \t]*+(\{[^{}]*+\})")
_WIDE_BLANK = pattern(r"[\u00a0\u3000\u2002-\u200b\ufeff]++")
OPEN_GROUP = pattern(r"=[ \t]*\{[^{}\n]*(?:#[^\n]*)?\Z")


class Row(NamedTuple):
    """A line of `content`, which begins there at `start`. Its mends are edits at offsets from there."""

    content: str
    start: int
    line: str


class Mend(NamedTuple):
    """What is wrong with a line, what to do about it, and the edits that do it."""

    told: str
    title: str
    edits: tuple[Edit, ...]


def mends_of_line(row: Row) -> Iterator[Mend]:
    """What may be meant with a line, whatever stands in it."""
    for look in _LOOKS:
        yield from look(row)


def _no_pair(row: Row) -> Iterator[Mend]:
    """A table's name, or a key that is not written as one."""
    line = row.line
    table = _TABLE.match(line)
    if table is not None:
        name = table[1] + table[2] + "]" * len(table[1])
        edit = Edit(Span(table.start(1), len(table[0].rstrip())), name)
        yield Mend(f'the name of a table stands in brackets: "{name[:60]}"', "Mend it", (edit,))
        return
    dashed = _DASHED.match(line)
    if dashed is not None:
        yield Mend('a key of TOML has no "-" before it', 'Remove the "-"', (Edit(Span(*dashed.span(1)), ""),))
    words = _KEY_OF_WORDS.match(line)
    if words is not None:
        yield _key_to_quote(words, quoted(words[1]))
    unequal = _NO_EQUALS.match(line)
    if unequal is not None and is_sound(line[unequal.end() :].strip()):
        edit = Edit(Span(*unequal.span(1)), " = ")
        yield Mend('a TOML key is followed by " = " and its value', 'Write "="', (edit,))


def _foreign_comment(row: Row) -> Iterator[Mend]:
    line = row.line
    foreign = _FOREIGN_COMMENT.match(line)
    if foreign is not None:
        edits = [Edit(Span(*foreign.span(1)), "# ")]
        if line[foreign.end() :].rstrip().endswith("-->"):
            edits.append(Edit(Span(len(line.rstrip()) - 3, len(line)), ""))
        told = f'a comment begins with "#" in TOML, not with "{foreign[1].strip()}"'
        yield Mend(told, 'Write "#"', tuple(edits))


def _wide_blanks(row: Row) -> Iterator[Mend]:
    wide = [match for match in _WIDE_BLANK.finditer(row.line) if _is_outside_quotes(row.line, match.start())]
    if wide:
        edits = tuple(Edit(Span(*match.span()), " ") for match in wide)
        yield Mend("a character that only looks like a blank stands here", "Write a blank", edits)


def _curly_quotes(row: Row) -> Iterator[Mend]:
    """Plain quotes in the place of typographic ones, in a line and in the list that begins or goes on there."""
    content, start, line = row
    for kind, form in _CURLY.items():
        if (kind[0] in line or kind[1] in line) and read_date(line.partition("=")[2].strip()) is None:
            end = start + len(line)
            if _LIST.search(line) or line.lstrip().startswith(kind[0]):
                end = max(content.find("]", start), end)
            texts = (text for text in form.finditer(content, start, end) if text.lastindex)
            edits = tuple(
                Edit(Span(text.start() - start, text.end() - start), '"' if text[2] else quoted(text[1]))
                for text in texts
            )
            yield Mend("these quotes are typographic: TOML takes plain ones", "Write plain quotes", edits)


def _dashed_items(row: Row) -> Iterator[Mend]:
    """Items of a list in brackets with dashes before them, as YAML has them."""
    content, start, line = row
    closer = _LIST_END.search(content, start) if line.lstrip().startswith("- ") else None
    items = list(_DASHED_ITEM.finditer(content, start, closer.start())) if closer is not None else []
    if (
        closer
        and items
        and len(items) == sum(1 for each in content[start : closer.start()].split("\n") if each.strip())
    ):
        edits = tuple(Edit(Span(item.start(1) - start, item.end(1) - start), _item_of_toml(item[2])) for item in items)
        told = 'an item of a list has no "- " before it in TOML, but a comma behind it'
        yield Mend(told, "Write items of TOML", edits)


def _item_of_toml(written: str) -> str:
    """An item of YAML as TOML has it, with a comma behind it and what comments it behind that."""
    ends = [*(comment.start() for comment in islice(_COMMENT.finditer(written), _MOST_TRIALS)), len(written)]
    is_in_quotes = written[:1] in ("'", '"')  # then the sign of a comment may be text
    end = next((end for end in ends if not is_in_quotes or is_sound(written[:end].rstrip(" \t,"))), len(written))
    item = written[:end].rstrip(" \t,")
    if not is_sound(item):
        item = quoted(item[1:-1] if item[:1] in "“‘" and item[-1:] in "”’" else item)
    return f"{item},{written[end:]}"


def _group_in_several_lines(row: Row) -> Iterator[Mend]:
    group = _GROUP.search(row.content, row.start)
    if OPEN_GROUP.search(row.line) and group is not None and "\n" in group[1]:
        members = [each.strip().rstrip(",") for each in group[1][1:-1].splitlines() if each.strip()]
        edit = Edit(Span(group.start(1) - row.start, group.end(1) - row.start), "{ " + ", ".join(members) + " }")
        yield Mend("a group in braces stands on one line in TOML", "Write it on one line", (edit,))


def _lone_bracket(row: Row) -> Iterator[Mend]:
    if _LONE_BRACKET.match(row.line):
        yield Mend("this bracket closes nothing", "Remove it", (removal(row),))


def _wide_key(row: Row) -> Iterator[Mend]:
    key = _WIDE_KEY.match(row.line)
    if key is not None:
        yield _key_to_quote(key, f'"{key[1]}"')


def _missing_commas(row: Row) -> Iterator[Mend]:
    """Commas in the list that begins in this line, with the lines it goes on in."""
    region = _list_from(*row)
    places = missing_commas(region) if region else []
    if places:
        begin = row.content.index(region, row.start) - row.start
        edits = tuple(Edit(Span(begin + at, begin + at), ",") for at in places)
        yield Mend("a comma is missing between two items of this list", "Add the comma", edits)


_LOOKS = (
    _no_pair,
    _foreign_comment,
    _wide_blanks,
    _curly_quotes,
    _dashed_items,
    _group_in_several_lines,
    _lone_bracket,
    _wide_key,
    _missing_commas,
)


def removal(row: Row) -> Edit:
    """Without the line and its end."""
    end = row.content.find("\n", row.start) + 1 or len(row.content)
    return Edit(Span(0, end - row.start), "")


def _key_to_quote(key: re.Match[str], written: str) -> Mend:
    edit = Edit(Span(*key.span(1)), written)
    return Mend(f'the key "{key[1][:40]}" needs quotes in TOML', "Quote the key", (edit,))


def _is_outside_quotes(line: str, at: int) -> bool:
    before = line[:at]
    return before.count('"') % 2 == 0 and before.count("'") % 2 == 0


def _list_from(content: str, start: int, line: str) -> str:
    """The list that begins in this line, with the lines it goes on in, "" where none does."""
    opening = _LIST.search(line)
    if opening is None:
        return ""
    at = start + opening.end() - 1
    close = content.find("]", at)
    return content[at : close + 1] if close >= 0 else ""
