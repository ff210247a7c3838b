"""Broken TOML in a writer's words: the line a person mends, the cause, and what they would do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.dates import read_date
from contentlint.document import Problem
from contentlint.parsing.front_matter.brackets import missing_commas
from contentlint.parsing.front_matter.mending import new_line
from contentlint.parsing.front_matter.toml.broken.lines import mends_of_line
from contentlint.parsing.front_matter.toml.broken.values import WORDS, is_sound, mends_of, place_of, quoted, reads_to
from contentlint.parsing.front_matter.toml.scanner import KEY
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_TWICE = pattern(r"Cannot overwrite a value|Cannot declare .* twice|Cannot mutate immutable")
_PAIR = pattern(
    r"([ \t]*+(?:[A-Za-z0-9_.-]++|\"[^\"\n]*+\")[ \t]*+)([=:])([ \t]*+)((?:[^ \t\n#]++|#(?![ \t])|[ \t]++(?!#[ \t]|\Z))*+)[ \t]*+(?:#[ \t].*)?\Z"
)
_BLANK_TO_FILL = pattern(r"(?m)^([ \t]*+[\w-]++[ \t]*+=[ \t]*+)\{\{-?[^\r\n]*\}\}[ \t]*+(?=\r?$)")
_FOREIGN_COMMENT = pattern(r"[ \t]*+(//+[ \t]*+|<!--[ \t]*+|;+[ \t]*+)")
_WIDE_KEY = pattern(r"[ \t]*+((?=[^\n=]*[^\x00-\x7f])[^\s=\"'#\[\].]++)[ \t]*+=")
_ITEMS = pattern(
    r"(?:\s*\n[ \t]*+(?:\"[^\"\n]*+\"|'[^'\n]*+'|[\d.+-]++|true|false)[ \t]*+,?+(?=[ \t]*+(?:\r?\n|\Z)))++"
)
_SEVERAL_LINES = pattern(r"(\")[^\"\n]*+(?:\n(?![\w-]++[ \t]*+=|\[)[^\"\n]*+)++(\")[ \t]*+(?=\r?(?:\n|\Z))")
_BEGINS = pattern(r"[ \t]*+(?:\[|[\w.\"'-]++[ \t]*+=)")
_LIST = pattern(r"=[ \t]*+\[")
_OPEN_TEXT = pattern(r"=[ \t]*+(\"\"\"|''')")
_OPEN_QUOTE = pattern(r"(?m)^[\w-]++[ \t]*+=(?:[^\"'#\n]++|\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+')*+'([^'\n]*+)$")
_LAST_QUOTE = {quote: pattern(rf"(?<!{quote[0]}){quote[0]}{{1,2}}+(?=[ \t]*+\r?\n)") for quote in ('"""', "'''")}
_LONE_BRACKET = pattern(r"[ \t]*+[\]}],?+[ \t]*+\Z")
_CURLY = pattern(r"\"[^\"\n]*+\"|'[^'\n]*+'|([“”])")
_OPEN_GROUP = pattern(r"=[ \t]*\{[^{}\n]*(?:#[^\n]*)?\Z")
_GROUP = pattern(r"=[ \t]*+(\{[^{}]*+\})")
_WIDE_BLANK = pattern(r"[\u00a0\u3000\u2002-\u200b\ufeff]++")
_NOTHING = frozenset({"null", "Null", "NULL", "None", "nil", "undefined", "~"})
_ITEMS_BELOW = pattern(r"(?:[ \t]*\r?\n[ \t]*- [^\r\n]*)+")
_ENTRY_LINE = pattern(r"(?m)^(?:[\w-]++[ \t]*+=[ \t]|\[)")
_OPEN_LIST = pattern(r"=[ \t]*+\[[^\]\n]*\Z")


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


def explain(message: str, content: str, offset: int) -> list[Problem]:
    """The problem behind an error message of tomllib about `content`, which begins at `offset` of the file; none where
    the text is a template for front matter, to be filled in."""
    filled, count = _BLANK_TO_FILL.subn(r"\1'x'", content)
    if count and reads_to(filled) < 0:
        return []
    stopped, reason = place_of(message, content)
    row = stopped
    lines = content.split("\n")
    if reason == "Unclosed array" or (reason == "Invalid value" and _PAIR.match(lines[row - 1])):
        row = _opening_row(lines, row)
    row = _row_of_open_group(lines, row)
    if reason.startswith('Expected "\'"') and (open_quote := _OPEN_QUOTE.search(content)):
        row = content.count("\n", 0, open_quote.start(1)) + 1
        reason = "Illegal character '\\n' in string"
    if reason == "Expected \"'''\"":
        reason = "Unterminated string"
    if reason == "Unterminated string" and (texts := list(_OPEN_TEXT.finditer(content))):
        row = content.count("\n", 0, texts[-1].start()) + 1
    start = sum(len(line) + 1 for line in lines[: row - 1])
    line = lines[row - 1].rstrip("\r") if row <= len(lines) else ""
    if reason.startswith("Duplicate inline table key") or _TWICE.match(reason):
        return [_twice(reason, line, offset + start)]
    stripped = len(line) - len(line.lstrip())
    span = Span(offset + start + stripped, offset + start + max(len(line.rstrip()), stripped + 1))
    for told, title, edits in _mends(line, content, start):
        mended = content
        for edit in sorted(edits, reverse=True):
            mended = mended[: start + edit.span.start] + edit.text + mended[start + edit.span.end :]
        reached = reads_to(mended)
        if reached < 0 or reached > stopped + sum(edit.text.count("\n") for edit in edits):
            at = offset + start
            moved = tuple(
                Edit(Span(at + span.start, at + span.end), text.replace("\n", new_line(content)))
                for span, text in edits
            )
            below = content.rfind("\n", start, start + edits[0].span.start) + 1
            if below > start:  # the list begins above the line that is mended
                mended_line = content[below:].split("\n", 1)[0]
                at = below + len(mended_line) - len(mended_line.lstrip())
                span = Span(offset + at, offset + below + len(mended_line.rstrip()))
            return [Problem("front-matter-unreadable", span, told, moved, title)]
    return [Problem("front-matter-unreadable", span, _words(reason, line))]


def _opening_row(lines: list[str], row: int) -> int:
    """The row of the first list that is still open at a row, or that row itself where none is."""
    first = row
    for at in range(row, 0, -1):
        if _OPEN_LIST.search(lines[at - 1]):
            first = at
        elif at == row and _BEGINS.match(lines[at - 1]):
            continue  # the bracket that is missing stands above it
        elif "]" in lines[at - 1] or _PAIR.match(lines[at - 1]):
            break
    return first


def _row_of_open_group(lines: list[str], row: int) -> int:
    """The row of a group in braces that goes on over several lines to a row or ends in it, or that row itself."""
    for at in range(row, max(row - 30, 0), -1):
        if _OPEN_GROUP.search(lines[at - 1]):
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


_Mend = tuple[str, str, tuple[Edit, ...]]


def _mends(line: str, content: str, start: int) -> Iterator[_Mend]:
    """What may be meant, as edits at offsets from the beginning of the line, which is that of `content` at `start`."""
    for told, title, edit in mends_of_line(line):
        yield told, title, (edit,)
    foreign = _FOREIGN_COMMENT.match(line)
    if foreign is not None:
        edits = [Edit(Span(*foreign.span(1)), "# ")]
        if line.rstrip().endswith("-->"):
            edits.append(Edit(Span(len(line.rstrip()) - 3, len(line)), ""))
        yield f'a comment begins with "#" in TOML, not with "{foreign[1].strip()}"', 'Write "#"', tuple(edits)
    wide = [match for match in _WIDE_BLANK.finditer(line) if _is_outside_quotes(line, match.start())]
    if wide:
        told = "a character that only looks like a blank stands here"
        yield told, "Write a blank", tuple(Edit(Span(*match.span()), " ") for match in wide)
    if "“" in line or "”" in line:
        told = "these quotes are typographic: TOML takes plain ones"
        yield told, "Write plain quotes", tuple(_curly_quotes(content, start, line))
    group = _GROUP.search(content, start)
    if _OPEN_GROUP.search(line) and group is not None and "\n" in group[1]:
        members = [each.strip().rstrip(",") for each in group[1][1:-1].splitlines() if each.strip()]
        edit = Edit(Span(group.start(1) - start, group.end(1) - start), "{ " + ", ".join(members) + " }")
        yield "a group in braces stands on one line in TOML", "Write it on one line", (edit,)
    if _LONE_BRACKET.match(line):
        end = (content.find("\n", start) + 1 or len(content)) - start
        yield "this bracket closes nothing", "Remove it", (Edit(Span(0, end), ""),)
    key = _WIDE_KEY.match(line)
    if key is not None:
        yield (
            f'the key "{key[1][:40]}" needs quotes in TOML',
            "Quote the key",
            (Edit(Span(*key.span(1)), f'"{key[1]}"'),),
        )
    region = _list_from(content, start, line)
    places = missing_commas(region) if region else []
    if places:
        begin = content.index(region, start) - start
        edits = [Edit(Span(begin + at, begin + at), ",") for at in places]
        yield "a comma is missing between two items of this list", "Add the comma", tuple(edits)
    pair = _PAIR.match(line)
    if pair is None:
        return
    if pair[4] == "[":
        items = _ITEMS.match(content, start + pair.end(4))
        if items is not None:
            at = items.end() - start
            yield (
                'this list has no closing "]", which belongs below this line',
                'Add "]"',
                (Edit(Span(at, at), "\n]"),),
            )
        return
    if (quotes := pair[4][:3]) in _LAST_QUOTE:
        begin = start + pair.end()
        below = _ENTRY_LINE.search(content, begin)
        stop = below.start() if below is not None else len(content)
        last = _LAST_QUOTE[quotes].search(content, begin, stop)
        if last is not None:
            edit = Edit(Span(last.start() - start, last.end() - start), quotes)
            yield f"this text is closed by three quotes, {quotes}", "Write three quotes", (edit,)
        elif below is not None:
            at = pair.end() + len(content[begin:stop].rstrip())
            yield f"this text has no closing {quotes}", "Add three quotes", (Edit(Span(at, at), quotes),)
        return
    span = Span(pair.start(4), pair.end(4))
    gap = "" if pair[1].endswith((" ", "\t")) else " "
    if not pair[4]:
        items = _ITEMS_BELOW.match(content, start + len(line))
        if items is not None:
            values = [each.strip()[2:].strip() for each in items[0].splitlines() if each.strip()]
            row = ", ".join(each if is_sound(each) else quoted(each) for each in values)
            edit = Edit(Span(pair.start(2), items.end() - start), f"{gap}= [{row}]")
            yield "this is a list as YAML has it: TOML has one in brackets", "Write it in brackets", (edit,)
        return
    if pair[4] in _NOTHING:
        end = (content.find("\n", start) + 1 or len(content)) - start
        yield "TOML has no word for nothing: leave the key out", "Remove the key", (Edit(Span(0, end), ""),)
        return
    if pair[2] == ":":
        told = f'TOML has an equals sign after a key: "{pair[1].strip()[:40]} ="'
        spelled = pair[4] if is_sound(pair[4]) else WORDS.get(pair[4]) or quoted(pair[4])
        yield told, "Write an equals sign", (Edit(Span(pair.start(2), span.end), f"{gap}= {spelled}"),)
        return
    several = _SEVERAL_LINES.match(content, start + span.start)
    if several is not None:
        edits = [Edit(Span(at - start, at - start + 1), '"""') for at in (several.start(1), several.start(2))]
        yield 'a text of several lines takes three quotes, """', "Write three quotes", tuple(edits)
    for told, title, edit in mends_of(pair[4], span):
        yield told, title, (edit,)


def _curly_quotes(content: str, start: int, line: str) -> Iterator[Edit]:
    """Plain quotes in the place of typographic ones, in a line and in the list that begins or goes on there."""
    end = start + len(line)
    if _LIST.search(line) or line.lstrip().startswith("“"):
        end = max(content.find("]", start), end)
    for quote in _CURLY.finditer(content, start, end):
        if quote[1]:
            yield Edit(Span(quote.start() - start, quote.end() - start), '"')


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


def _words(reason: str, line: str) -> str:
    pair = _PAIR.match(line)
    date = read_date(pair[4]) if pair else None
    if date is not None and date.impossible:
        return f"this is no date: {date.impossible}"
    if reason.startswith("Expected '=' after a key"):
        return 'a TOML key is followed by " = " and its value'
    if reason == "Invalid value":
        if pair is not None and pair[4] in ("", "[", "{"):
            return f'the "{pair[4]}" that begins here is never closed' if pair[4] else "this key has no value"
        return "text needs quotes in TOML"
    if reason == "Unterminated string" and pair is not None and pair[4][:3] in _LAST_QUOTE:
        return f"the text that begins here has no closing {pair[4][:3]}"
    if "Illegal character '\\n'" in reason:
        return "this text has no closing quote"
    told = next((words for known, words in _REASONS.items() if reason.startswith(known)), "")
    return told or reason[:1].lower() + reason[1:]
