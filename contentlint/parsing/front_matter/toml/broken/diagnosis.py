"""Broken TOML in a writer's words: the line a person mends, the cause, and what they would do."""

from __future__ import annotations

import re
from itertools import chain

from contentlint.dates import read_date
from contentlint.document import Problem
from contentlint.parsing.front_matter.mending import moved, new_line, shifted, told_in_turn
from contentlint.parsing.front_matter.toml.broken.lines import OPEN_GROUP, Mend, Row, mends_of_line
from contentlint.parsing.front_matter.toml.broken.pairs import LAST_QUOTE, PAIR, mends_of_pair
from contentlint.parsing.front_matter.toml.broken.values import error_in, place_of, reads_to
from contentlint.parsing.front_matter.toml.scanner import KEY
from contentlint.patterns import pattern
from contentlint.text import Edit, Span, applied

_TWICE = pattern(r"Cannot overwrite a value|Cannot declare .* twice|Cannot mutate immutable")
_BLANK_TO_FILL = pattern(r"(?m)^([ \t]*+[\w-]++[ \t]*+=[ \t]*+)\{\{-?[^\r\n]*\}\}[ \t]*+(?=\r?$)")
_BEGINS = pattern(r"[ \t]*+(?:\[|[\w.\"'-]++[ \t]*+=)")
_OPEN_TEXT = pattern(r"=[ \t]*+(\"\"\"|''')")
_OPEN_QUOTE = pattern(r"(?m)^[\w-]++[ \t]*+=(?:[^\"'#\n]++|\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+')*+'([^'\n]*+)$")
_OPEN_LIST = pattern(r"=[ \t]*+\[[^\]\n]*\Z")
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
}


def explain(content: str, offset: int) -> list[Problem]:
    """The problems for which tomllib cannot read `content`, which begins at `offset` of the file; none where the text is
    a template for front matter, to be filled in."""
    filled, count = _BLANK_TO_FILL.subn(r"\1'x'", content)
    if count and reads_to(filled) < 0:
        return []
    return [shifted(problem, offset) for problem in told_in_turn(content, _first)]


def _first(content: str) -> Problem | None:
    """The first problem, None where there is none."""
    message = error_in(content)
    if not message:
        return None
    stopped, reason = place_of(message, content)
    number, reason = _cause(content, stopped, reason)
    lines = content.split("\n")
    start = sum(len(line) + 1 for line in lines[: number - 1])
    line = lines[number - 1].rstrip("\r") if number <= len(lines) else ""
    if reason.startswith("Duplicate inline table key") or _TWICE.match(reason):
        return _twice(reason, line, start)
    if reason.startswith(("Illegal character", "Found invalid character")) and (control := _CONTROL.search(line)):
        told = f"the character U+{ord(control[0]):04X} is not allowed in TOML: remove it"
        return Problem("front-matter-unreadable", Span(start + control.start(), start + control.end()), told)
    row = Row(content, start, line)
    for mend in chain(mends_of_line(row), mends_of_pair(row)):
        if _reads_on(row, mend.edits, stopped):
            return _mended(row, mend)
    return Problem("front-matter-unreadable", _written(line, start), _words(reason, line))


def _cause(content: str, stopped: int, reason: str) -> tuple[int, str]:
    """The row in which what cannot be read begins, and tomllib's reason, or a better one."""
    row, lines = stopped, content.split("\n")
    if reason == "Unclosed array" or (reason == "Invalid value" and PAIR.match(lines[row - 1])):
        row = _opening_row(lines, row)
    row = _row_of_open_group(lines, row)
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
    reached = reads_to(applied(row.content, (moved(edit, row.start) for edit in edits)))
    # a line that was parted is read on where its second half is reached
    below = sum(edit.text.count("\n") for edit in edits if edit.text.strip())
    return reached < 0 or reached > stopped + below


def _mended(row: Row, mend: Mend) -> Problem:
    """The problem whose mend lets TOML be read on, told in the line that is mended."""
    content, start, line = row
    below = content.rfind("\n", start, start + mend.edits[0].span.start) + 1
    if below > start:  # the list begins above it
        start, line = below, content[below:].split("\n", 1)[0]
    ends = new_line(content)
    edits = tuple(moved(edit._replace(text=edit.text.replace("\n", ends)), row.start) for edit in mend.edits)
    return Problem("front-matter-unreadable", _written(line, start), mend.told, edits, mend.title)


def _written(line: str, at: int) -> Span:
    """The place of a line that begins at an offset, without the blanks around it."""
    blanks = len(line) - len(line.lstrip())
    return Span(at + blanks, at + max(len(line.rstrip()), blanks + 1))


def _opening_row(lines: list[str], row: int) -> int:
    """The row of the first list that is still open at a row, or that row itself where none is."""
    first = row
    for at in range(row, 0, -1):
        if _OPEN_LIST.search(lines[at - 1]):
            first = at
        elif at == row and _BEGINS.match(lines[at - 1]):
            continue  # the bracket that is missing stands above it
        elif "]" in lines[at - 1] or PAIR.match(lines[at - 1]):
            break
    return first


def _row_of_open_group(lines: list[str], row: int) -> int:
    """The row of a group in braces that goes on over several lines to a row or ends in it, or that row itself."""
    for at in range(row, max(row - 30, 0), -1):
        if OPEN_GROUP.search(lines[at - 1]):
            return at
        if at < row and "}" in lines[at - 1]:
            break
    return row


def _twice(reason: str, line: str, at: int) -> Problem:
    """What is told of a key or a table that stands a second time in this line."""
    named = re.search(r"[\"']([\w-]+)[\"']\Z", reason)
    keys = list(KEY.finditer(line.split("=", 1)[0])) if named is None else []
    if named is not None and (again := list(re.finditer(rf"\b{re.escape(named[1])}\b(?=[ \t]*=)", line))):
        begin, end = again[-1].span()
    else:
        begin, end = keys[-1].span() if keys else (0, len(line))
    written = line[begin:end].strip("\"'")[:60]
    told = f'"{written}" stands here a second time: TOML allows a key once'
    return Problem("duplicate-key", Span(at + begin, at + end), told)


def _words(reason: str, line: str) -> str:
    pair = PAIR.match(line)
    date = read_date(pair[4]) if pair else None
    if date is not None and date.impossible:
        return f"this is no date: {date.impossible}"
    if reason.startswith("Expected '=' after a key"):
        return 'a TOML key is followed by " = " and its value'
    if reason == "Invalid value":
        if pair is not None and pair[4] in ("", "[", "{"):
            return f'the "{pair[4]}" that begins here is never closed' if pair[4] else "this key has no value"
        return "text needs quotes in TOML"
    if reason == "Unterminated string" and pair is not None and pair[4][:3] in LAST_QUOTE:
        return f"the text that begins here has no closing {pair[4][:3]}"
    if "Illegal character '\\n'" in reason:
        return "this text has no closing quote"
    told = next((words for known, words in _REASONS.items() if reason.startswith(known)), "")
    return told or reason[:1].lower() + reason[1:]
