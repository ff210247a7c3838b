"""Broken TOML in a writer's words: the line a person mends, the cause, and what they would do."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from contentlint.dates import read_date
from contentlint.document import Problem
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_PLACE = pattern(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_TWICE = pattern(r"Cannot overwrite a value|Cannot declare .* twice|Cannot mutate immutable")
_KEY = pattern(r"[A-Za-z0-9_-]++|\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+'")
_PAIR = pattern(r"([ \t]*+(?:[A-Za-z0-9_-]++|\"[^\"\n]*+\")[ \t]*+)([=:])([ \t]*+)(.*?)[ \t]*+(?:#[ \t].*)?\Z")
_BLANK_TO_FILL = pattern(r"(?m)^([ \t]*+[\w-]++[ \t]*+=[ \t]*+)\{\{-?[^\r\n]*\}\}[ \t]*+(?=\r?$)")
_WORDS = {"True": "true", "False": "false", "TRUE": "true", "FALSE": "false", "yes": "true", "no": "false"}
_OPEN_LIST = pattern(r"=[ \t]*+\[[^\]\n]*\Z")


def explain(message: str, content: str, offset: int) -> list[Problem]:
    """The problem behind an error message of tomllib about `content`, which begins at `offset` of the file; none where
    the text is a template for front matter, to be filled in."""
    filled, count = _BLANK_TO_FILL.subn(r"\1'x'", content)
    if count and _reads_to(filled) < 0:
        return []
    row, reason = _place(message, content)
    lines = content.split("\n")
    if reason == "Unclosed array":
        row = next((at for at in range(row, 0, -1) if _OPEN_LIST.search(lines[at - 1])), row)
    start = sum(len(line) + 1 for line in lines[: row - 1])
    line = lines[row - 1].rstrip("\r") if row <= len(lines) else ""
    if _TWICE.match(reason):
        key = _KEY.search(line)
        begin, end = key.span() if key else (0, len(line))
        told = f'"{line[begin:end]}" stands here a second time: TOML allows a key once'
        return [Problem("duplicate-key", Span(offset + start + begin, offset + start + end), told)]
    span = Span(offset + start, offset + start + max(len(line), 1))
    for told, title, edit in _mends(line):
        mended = content[: start + edit.span.start] + edit.text + content[start + edit.span.end :]
        reached = _reads_to(mended)
        if reached < 0 or reached > row:
            place = Span(offset + start + edit.span.start, offset + start + edit.span.end)
            return [Problem("front-matter-unreadable", span, told, (Edit(place, edit.text),), title)]
    return [Problem("front-matter-unreadable", span, _words(reason, line))]


def _place(message: str, content: str) -> tuple[int, str]:
    place = _PLACE.search(message)
    rows = content.rstrip().count("\n") + 1
    return (int(place[1]) if place and place[1] else rows), message[: place.start()] if place else message


def _reads_to(content: str) -> int:
    """The row at which this TOML cannot be read on, -1 where all can."""
    try:
        tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        return _place(str(error), content)[0]
    except (ValueError, RecursionError):
        return 0
    return -1


def _mends(line: str) -> Iterator[tuple[str, str, Edit]]:
    """What may be meant, as edits within the line."""
    pair = _PAIR.match(line)
    if pair is None:
        return
    key, value, end = pair[1].strip(), pair[4], pair.end(4)
    span = Span(pair.start(4), end)
    if pair[2] == ":":
        told = f'TOML has an equals sign after a key: "{key[:40]} ="'
        gap = "" if pair[1].endswith((" ", "\t")) else " "
        spelled = value if _is_sound(value) else _WORDS.get(value) or _quoted(value)
        yield told, "Write an equals sign", Edit(Span(pair.start(2), end), f"{gap}= {spelled}")
        return
    if value in _WORDS:
        yield f"TOML writes {_WORDS[value]} here", f"Write {_WORDS[value]}", Edit(span, _WORDS[value])
    if not value:
        return
    if value[0] in "\"'":
        quote = value[0]
        if value.count(quote) % 2:
            if value[-1] in "\"'”’" and len(value) > 1 and value[-1] != quote:
                told = f"this text begins with {quote} and ends with {value[-1]}"
                yield told, "Close with the same quote", Edit(Span(end - 1, end), quote)
            yield "this text has no closing quote", "Close the quote", Edit(Span(end, end), quote)
        if len(value) > 1 and value[-1] == quote:
            told = "a quote or a backslash inside the quotes ends the text too early: use the other quotes"
            yield told, "Use the other quotes", Edit(span, _quoted(value[1:-1]))
    if value[0] in "[{":
        if value[0] == "[" and value[-1] == "]":
            items = [item if _is_sound(item) else _quoted(item) for item in re.split(r"\s*,\s*", value[1:-1].strip())]
            yield "text in a list needs quotes in TOML", "Quote the items", Edit(span, f"[{', '.join(items)}]")
        closer = "]" if value[0] == "[" else "}"
        yield f'this list has no closing "{closer}"', f'Add "{closer}"', Edit(Span(end, end), closer)
    date = read_date(value)
    if date is not None and date.iso and not date.ambiguous:
        yield f"TOML writes a date like this: {date.iso}", "Write the date in ISO 8601", Edit(span, date.iso)
    elif date is None or not date.impossible:
        yield "text needs quotes in TOML", "Quote the text", Edit(span, _quoted(value.strip("“”‘’\"'")))


def _quoted(text: str) -> str:
    if "'" not in text and ('"' in text or "\\" in text):
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _is_sound(value: str) -> bool:
    return _reads_to(f"x = {value}") < 0


def _words(reason: str, line: str) -> str:
    pair = _PAIR.match(line)
    date = read_date(pair[4]) if pair else None
    if date is not None and date.impossible:
        return f"this is no date: {date.impossible}"
    if reason.startswith("Expected '=' after a key"):
        return 'a TOML key is followed by " = " and its value'
    if reason == "Invalid value":
        return "text needs quotes in TOML"
    if "Illegal character '\\n'" in reason:
        return "this text has no closing quote"
    return reason[:1].lower() + reason[1:]
