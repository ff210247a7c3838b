"""What may be meant with a line of broken TOML, whatever stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.dates import read_date
from contentlint.parsing.front_matter.toml.broken.groups import IN_LINES, group_of, is_in_text
from contentlint.parsing.front_matter.toml.broken.lists import LIST, dashed_items, item_line, missing_commas_in
from contentlint.parsing.front_matter.toml.broken.reading import is_sound, quoted
from contentlint.parsing.front_matter.toml.broken.row import Mend, Row, removal
from contentlint.patterns import pattern
from contentlint.text import Edit, Span
from contentlint.wording import cut

_TABLE = pattern(
    r"[ \t]*+(\[\[?)[ \t]*+([A-Za-z0-9_-]++(?:\.[A-Za-z0-9_-]++)*+)\.?[ \t]*+(?:\]{1,2}[ \t]*+(?=#|\Z)|(?<=[ \t])(?=#)|\Z)"
)
_DASHED = pattern(r"[ \t]*+(-[ \t]++)(?=[\w-]++[ \t]*+=)")
_KEY_OF_WORDS = pattern(r"[ \t]*+(?![A-Za-z0-9_-]++[ \t]*+=)([\w-][^=\"'\[\]{}:.,\n]*[^=\"'\[\]{}:.,\s])[ \t]*+=")
_NO_EQUALS = pattern(r"[ \t]*+(?!-++[ \t＝：])[A-Za-z0-9_-]++([ \t]*+[＝：][ \t]*+|[ \t]++)(?=\S)")
_FOREIGN_COMMENT = pattern(r"[ \t]*+(//+[ \t]*+|<!--[ \t]*+|;+[ \t]*+)")
_WIDE_KEY = pattern(r"[ \t]*+((?=[^\n=]*[^\x00-\x7f])[^\s=\"'#\[\].]++)[ \t]*+=")
_LONE_BRACKET = pattern(r"[ \t]*+[\]}],?+[ \t]*+\Z")
# what plain quotes hold and comments are left as they are
_CURLY = {
    kind: pattern(rf"\"[^\"\n]*+\"|'[^'\n]*+'|#[^\n]*+|[{kind}]([^{kind}\"\r\n]*+)[{kind}]|([{kind}])")
    for kind in ("“”", "‘’")
}
_WIDE_BLANK = pattern(r"[\u00a0\u3000\u2002-\u200b\ufeff]++")
_TABLE_AND_PAIR = pattern(r"[ \t]*+\[[^\]\n]++\]++([ \t]*+)(?=[\w\"'][^=\n]*+=)")


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
        yield Mend(f'the name of a table stands in brackets: "{cut(name)}"', "Mend it", (edit,))
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
        yield Mend("a character that only looks like a space stands here", "Write a space", edits)


def _curly_quotes(row: Row) -> Iterator[Mend]:
    """Plain quotes in the place of typographic ones, in a line and in the list that begins or goes on there."""
    content, start, line = row
    for kind, form in _CURLY.items():
        if (kind[0] in line or kind[1] in line) and read_date(line.partition("=")[2].strip()) is None:
            end = start + len(line)
            if LIST.search(line) or line.lstrip().startswith(kind[0]):
                end = max(content.find("]", start), end)
            texts = (text for text in form.finditer(content, start, end) if text.lastindex)
            edits = tuple(
                Edit(Span(*text.span()).shifted(-start), '"' if text[2] else quoted(text[1])) for text in texts
            )
            yield Mend("these quotes are typographic: TOML takes plain ones", "Write plain quotes", edits)


def _group_in_several_lines(row: Row) -> Iterator[Mend]:
    group = group_of(row)
    is_movable = group is not None and not (group.comments and is_in_text(row.content, row.start))
    if group is not None and is_movable and "\n" not in group.written:
        indent = row.line[: len(row.line) - len(row.line.lstrip())]
        above = "".join(f"{indent}{comment}\n" for comment in group.comments)
        edit = Edit(Span(group.start - row.start, group.end - row.start), group.written)
        edits = (Edit.at(0, above), edit) if above else (edit,)
        yield Mend(IN_LINES, "Write it on one line", edits)


def _pair_behind_table(row: Row) -> Iterator[Mend]:
    both = _TABLE_AND_PAIR.match(row.line)
    if both is not None:
        told = "a key stands on a line of its own, below the name of its table"
        yield Mend(told, "Begin a new line", (Edit(Span(*both.span(1)), "\n"),))


def _lone_bracket(row: Row) -> Iterator[Mend]:
    if _LONE_BRACKET.match(row.line):
        yield Mend("this bracket closes nothing", "Remove it", (removal(row),))


def _wide_key(row: Row) -> Iterator[Mend]:
    key = _WIDE_KEY.match(row.line)
    if key is not None:
        yield _key_to_quote(key, f'"{key[1]}"')


_LOOKS = (
    _no_pair,
    _foreign_comment,
    _wide_blanks,
    _curly_quotes,
    dashed_items,
    _group_in_several_lines,
    _pair_behind_table,
    item_line,
    _lone_bracket,
    _wide_key,
    missing_commas_in,
)


def _key_to_quote(key: re.Match[str], written: str) -> Mend:
    edit = Edit(Span(*key.span(1)), written)
    return Mend(f'the key "{cut(key[1])}" needs quotes in TOML', "Quote the key", (edit,))


def _is_outside_quotes(line: str, at: int) -> bool:
    before = line[:at]
    return before.count('"') % 2 == 0 and before.count("'") % 2 == 0
