"""Broken TOML in a writer's words: the line a person mends, the cause, and what they would do."""

from __future__ import annotations

import re
from itertools import chain

from contentlint.dates import read_date
from contentlint.document import Problem
from contentlint.parsing.front_matter.mending import (
    CONFLICT_TOLD,
    Fault,
    conflict_in,
    moved,
    new_line,
    shifted,
    slip,
    told_in_turn,
)
from contentlint.parsing.front_matter.toml.broken.groups import IN_LINES, PART, group_of, is_in_text, open_group
from contentlint.parsing.front_matter.toml.broken.items import NO_ITEM
from contentlint.parsing.front_matter.toml.broken.lines import mends_of_line
from contentlint.parsing.front_matter.toml.broken.lists import ITEM_LINE
from contentlint.parsing.front_matter.toml.broken.numbers import number_in
from contentlint.parsing.front_matter.toml.broken.pairs import LAST_QUOTE, PAIR, key_of, mends_of_pair
from contentlint.parsing.front_matter.toml.broken.reading import Stop, reads_to, stop_in
from contentlint.parsing.front_matter.toml.broken.row import Mend, Row
from contentlint.parsing.front_matter.toml.broken.twice import twice
from contentlint.parsing.front_matter.toml.broken.values import is_no_date
from contentlint.patterns import pattern
from contentlint.text import Edit, Span, applied, line_end, visible

_KEY_WITH_TEMPLATE = pattern(r"(?m)^([ \t]*+[\w-]++[ \t]*+=[ \t]*+)([\"']?+)\{\{-?[^\r\n]*\}\}\2[ \t]*+(?=\r?$)")
_OPEN_TEXT = pattern(r"=[ \t]*+(\"\"\"|''')")
_OPEN_QUOTE = pattern(r"(?m)^[ \t]*+[\w-]++[ \t]*+=(?:[^\"'#\n]++|\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+')*+'([^'\n]*+)$")
_OPEN_GROUP = pattern(r"=[ \t]*\{[^{}\n]*(?:#[^\n]*)?\Z")
_TABLE_LINE = pattern(r"[ \t]*+\[{1,2}[\w.-]++\]{1,2}[ \t\r]*+(?:#[^\n]*+)?\Z")
_OPEN = 'the "{}" that begins here is never closed'
_CONTROL = pattern(r"[\x00-\x08\x0b-\x1f\x7f]")
_REASONS = {
    "Unclosed array": 'a list has no closing "]" here, or no comma between its items',
    "Unclosed inline table": 'a group has no closing "}" here, or no comma between its parts',
    "Invalid statement": "this is neither a key with its value nor the name of a table",
    "Invalid initial character for a key part": "this is neither a key with its value nor the name of a table",
    "Expected ']": "the name of a table stands in brackets, its parts with a dot between them",
    "Expected newline or end of document": "something stands behind the value",
    "Unescaped '\\' in a string": "a backslash in double quotes is an escape: write two, or single quotes around the text",
    'Expected "\'"': "this text has no closing quote",
    "Unterminated string": "this text has no closing quote",
    "Invalid hex value": "behind \\u stand four hexadecimal digits, behind \\U eight: for a backslash itself, write two",
    "Escaped character is not a Unicode scalar value": "no character has the number behind this backslash: write the character itself",
}


def explain(content: str, offset: int) -> list[Problem]:
    """The problems for which tomllib cannot read `content`, which begins at `offset` of the file; none where the text is
    a template for front matter, to be filled in."""
    filled, count = _KEY_WITH_TEMPLATE.subn(r"\1'x'", content)
    if count and reads_to(filled) < 0:
        return []
    conflict = conflict_in(content)
    found = told_in_turn(content, _first) if conflict is None else [slip(conflict, CONFLICT_TOLD)]
    return [shifted(problem, offset) for problem in found]


def _first(content: str) -> Fault | None:
    """The first fault, None where there is none."""
    stop = stop_in(content)
    if stop is None or not stop.reason:
        return None
    if (fault := twice(content, stop)) is not None:
        return fault
    number, reason = _cause(content, stop)
    is_list = reason == "Unclosed array"
    rows = [_row(content, each) for each in dict.fromkeys((number, stop.row) if is_list else (number,))]
    if (control := _CONTROL.search(rows[0].line)) is not None:
        return Fault(_control_character(control, rows[0].start), ())
    for row in rows:
        for mend in chain(mends_of_line(row), mends_of_pair(row)):
            if _reads_on(row, mend.edits, stop.row):
                problem = _mended(row, mend)
                return Fault(problem, problem.mend)
    is_amid_item = is_list and content[rows[-1].start : stop.at].strip() != ""
    return _unmended(rows[-1 if is_amid_item else 0], reason)


def _row(content: str, number: int) -> Row:
    """The row of this number, counted from 1."""
    lines = content.split("\n")
    start = sum(len(line) + 1 for line in lines[: number - 1])
    line = lines[number - 1] if number <= len(lines) else ""
    return Row(content, start, line.rstrip("\r") if number < len(lines) else line)  # CR alone ends no line


def _control_character(found: re.Match[str], at: int) -> Problem:
    told = f"the character U+{ord(found[0]):04X} is not allowed in TOML: remove it"
    if found[0] == "\r":
        told = "lines of TOML end with LF or CRLF, not with CR alone"
    return slip(Span(*found.span()).shifted(at), told)


def _cause(content: str, stop: Stop) -> tuple[int, str]:
    """The row in which what cannot be read begins, and tomllib's reason, or a better one."""
    row, reason, lines = stop.row, stop.reason, content.split("\n")
    if reason == "Unclosed array" or (reason == "Invalid value" and _ends_list(content, lines[row - 1], stop)):
        row = _opening_row(content, stop)
    row = _row_of_open_group(content, lines, row)
    if reason.startswith('Expected "\'"') and (open_quote := _OPEN_QUOTE.search(content)):
        row = content.count("\n", 0, open_quote.start(1)) + 1
        reason = "Illegal character '\\n' in string"
    if reason == "Expected \"'''\"":
        reason = "Unterminated string"
    if reason == "Unterminated string" and (texts := list(_OPEN_TEXT.finditer(content))):
        row = content.count("\n", 0, texts[-1].start()) + 1
    return row, reason


def _reads_on(row: Row, edits: tuple[Edit, ...], stopped: int) -> bool:
    """Whether these edits let TOML be read on, below the row where reading stopped."""
    moved_edits = [moved(edit, row.start) for edit in edits]
    reached = reads_to(applied(row.content, moved_edits))
    # a line that was parted is read on where its second half is reached, one taken out where the next takes its place
    below = sum(edit.text.count("\n") for edit in edits if edit.text.strip())
    below -= sum(row.content.count("\n", *edit.span) for edit in moved_edits if not edit.text)
    return reached < 0 or reached > stopped + below


def _mended(row: Row, mend: Mend) -> Problem:
    """The problem whose mend lets TOML be read on, told in the line that is mended."""
    content = row.content
    at = row.start + mend.edits[0].span.start
    start = content.rfind("\n", row.start, at) + 1 or row.start  # of the line: a list goes on below its first
    ends = new_line(content)
    edits = tuple(moved(edit._replace(text=edit.text.replace("\n", ends)), row.start) for edit in mend.edits)
    line = visible(content, Span(start, line_end(content, start)))
    return slip(line, mend.told, edits, mend.title)


def _ends_list(content: str, line: str, stop: Stop) -> bool:
    """Whether a list ought to end above the place where a value is wanted: another entry begins there, or all ends."""
    return _is_entry(line) or line.strip() == "}" or not content[stop.at :].strip()


def _opening_row(content: str, stop: Stop) -> int:
    """The row of the first list that is still open where reading stopped, or the row of that where none is."""
    opened: list[int] = []
    for part in PART.finditer(content, 0, stop.at):
        if part.lastgroup == "open":
            opened.append(part.start())
        elif part.lastgroup == "close" and opened:
            opened.pop()
    return content.count("\n", 0, opened[0]) + 1 if opened else stop.row


def _row_of_open_group(content: str, lines: list[str], row: int) -> int:
    """The row of a group in braces that goes on over several lines to a row or ends in it, or that row itself."""
    for at in range(row, max(row - 30, 0), -1):
        if _OPEN_GROUP.search(lines[at - 1]):
            start = sum(len(line) + 1 for line in lines[: at - 1])
            return row if is_in_text(content, start) else at
        if at < row and "}" in lines[at - 1]:
            break
    return row


def _unmended(row: Row, reason: str) -> Fault:
    """A fault of which nobody knows what was meant; past a value that is missing, or like a date or a number, the rest can
    be read."""
    line = visible(row.content, Span(row.start, row.start + len(row.line)))
    problem = slip(line, _words(reason, row))
    pair = PAIR.match(row.line)
    if pair is None or (_told_of_value(pair[4], key_of(pair)) is None if pair[4] else _has_value_below(row)):
        return Fault(problem, ())
    return Fault(problem, (moved(Edit(Span(*pair.span(4)), "0"), row.start),))


def _has_value_below(row: Row) -> bool:
    """Whether what stands below a key without a value may be that: it is no other entry."""
    below = row.content[row.start + len(row.line) :].lstrip().partition("\n")[0]
    return bool(below) and not _is_entry(below) and not below.startswith("#")


def _is_entry(line: str) -> bool:
    return PAIR.match(line) is not None or _TABLE_LINE.match(line) is not None


def _told_of_value(value: str, key: str = "") -> str | None:
    """What is told of a value that is like a date or a number, or stands where a date belongs, None where it does not."""
    date = read_date(value)
    if date is not None and date.impossible:
        return f"this {date.impossible}"
    if value and is_no_date(value, key):
        return "a date belongs here: write it like 2021-11-07"
    number = number_in(value)
    return number.told if number is not None else None


def _words(reason: str, row: Row) -> str:
    pair = PAIR.match(row.line)
    if pair is not None and (told := _told_of_value(pair[4], key_of(pair))) is not None:
        return told
    if "{" in row.line and open_group(row.line, 0, len(row.line)) >= 0:
        return _OPEN.format("{") if group_of(row) is None else IN_LINES
    if reason.startswith("Expected '=' after a key"):
        return 'a TOML key is followed by " = " and its value'
    if reason.startswith("Expected newline") and row.line.lstrip().startswith("["):
        return "something stands behind the name of the table: what belongs in it stands below"
    if reason == "Invalid value":
        if pair is not None and pair[4] in ("", "["):
            return _OPEN.format("[") if pair[4] else "this key has no value"
        item = ITEM_LINE.match(row.line)
        told = _told_of_value(item[1]) if item is not None else NO_ITEM if row.line.strip() == "," else None
        return told or "text needs quotes in TOML"
    if reason == "Unterminated string" and pair is not None and pair[4][:3] in LAST_QUOTE:
        return f"the text that begins here has no closing {pair[4][:3]}"
    if "Illegal character '\\n'" in reason:
        return "this text has no closing quote"
    told = next((words for known, words in _REASONS.items() if reason.startswith(known)), "")
    return told or reason[:1].lower() + reason[1:]
