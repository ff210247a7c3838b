"""Broken JSON in a writer's words: the line a person mends, the cause, and what they would do.

Every slip that people make near the place where reading stopped is mended on trial; the first that lets it be read on is
the cause.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Callable, Iterator
from typing import NamedTuple

from contentlint.document import Problem
from contentlint.parsing.front_matter.mending import new_line, switch_meant
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_COMMENT = pattern(
    r"(?P<before>(?:[^\"\n/# \t]++|\"(?:[^\"\\\n]|\\.)*+\"|[ \t]++(?!//|#|/\*)|/(?![/*]))*+)(?P<comment>[ \t]*+(?://|#)[^\n]*+|[ \t]*+/\*.*?\*/[ \t]*+)"
)
_VALUE_AND_END = (
    r"(?P<value>(?:[^\n \t,;，]++|[ \t]++(?![,;，]?[ \t]*+\Z)|[,;，](?![ \t]*+\Z))*+)(?P<end>[ \t]*+[,;，]?[ \t]*+)\Z"
)
_PAIR = pattern(
    r"(?P<lead>[ \t{]*+)(?P<key>\"[^\"\n]*+\"|'[^'\n]*+'|[“”][^“”\n]*+[“”]|[A-Za-z_$][\w$-]*+)"
    rf"(?P<colon>[ \t]*+(?:[:=：]|=>)[ \t]*+|[ \t]++){_VALUE_AND_END}"
)
_ITEM = pattern(rf"(?P<lead>[ \t]*+){_VALUE_AND_END}")
_CURLY = pattern(r"[“”„]([^“”„\"\n]*+)[“”]")
_SINGLE = pattern(r"'((?:[^'\\\n]|\\.)*+)'")
_WORDS = {
    "True": "true",
    "False": "false",
    "None": "null",
    "TRUE": "true",
    "FALSE": "false",
    "undefined": "null",
    "nil": "null",
}
_NUMBER = pattern(r"\+?(?P<digits>\d+|\d*\.\d+)\Z")
_BARE = pattern(r"[^\"'“”\[\]{},\n][^\"“”\[\]{},\n]*+")
_BAD_ESCAPE = pattern(r"\\(?![\"\\/bfnrtu])")
_TWO_COMMAS = pattern(r",(?:[ \t]*+,)++")
_NEXT = pattern(r"\s*+(?:[}\]]|[\"'“]?[\w$-]++[\"'”]?[ \t]*+[:=：]|//|/\*|#|\Z)")
_CLOSERS = {"[": "]", "{": "}"}
_MOST_TRIALS = 8
_OPENING_LINE = pattern(r"(?m)^([ \t]++)\"[^\"\n]*+\"[ \t]*+:[ \t]*+([\[{])[ \t\r]*+\n")


class Slip(NamedTuple):
    """A slip that a line may have: what the line says once it is mended."""

    message: str
    title: str
    mended: str


def explain(text: str, span: Span, at: int, reads_to: Callable[[str], int]) -> Problem | None:
    """The slip for which JSON cannot be read beyond `at`, with its mend; None where none is known.

    `span` is the object in `text`; `reads_to` says how far a mended text of it can be read, -1 for to its end.
    """
    content, stopped = text[span.start : span.end], at - span.start
    line_start = content.rfind("\n", 0, stopped) + 1
    above = content.rfind("\n", 0, max(line_start - 1, 0)) + 1
    for start in dict.fromkeys((line_start, above)):
        end = content.find("\n", start)
        next_line = end + 1 if end >= 0 else len(content)
        line = content[start:next_line].rstrip("\r\n")
        end = start + len(line)
        for slip in _slips(line, content[end:]):
            if slip.mended == line:
                continue
            reached = reads_to(content[:start] + slip.mended + content[end:])
            if reached < 0 or reached > max(end, stopped) + len(slip.mended) - len(line):
                stripped = len(line) - len(line.lstrip())
                place = Span(span.start + start + stripped, span.start + start + max(len(line.rstrip()), stripped + 1))
                edit = _edit(line, slip.mended, span.start + start)
                if not slip.mended.strip() and end < len(content):
                    edit = Edit(Span(span.start + start, span.start + next_line), "")
                return Problem("front-matter-unreadable", place, slip.message, (edit,), slip.title)
    for place, edit in reversed(deque(_missing_closers(content[:stopped]), _MOST_TRIALS)):
        reached = reads_to(content[: edit.span.start] + edit.text + content[edit.span.end :])
        if reached < 0 or reached > stopped + len(edit.text):
            closer = edit.text.strip(" \t\r\n,")
            message = f'the closing "{closer}" is missing below this line'
            moved = Edit(Span(span.start + edit.span.start, span.start + edit.span.end), edit.text)
            place = Span(span.start + place.start, span.start + place.end)
            return Problem("front-matter-unreadable", place, message, (moved,), f'Add "{closer}"')
    return None


def _missing_closers(content: str) -> Iterator[tuple[Span, Edit]]:
    """The last lines of lists and groups below which, to judge by the indentation, a bracket is missing."""
    for opening in _OPENING_LINE.finditer(content):
        indent, closer = opening[1], _CLOSERS[opening[2]]
        after = re.compile(rf"(?m)^[ \t]{{0,{len(indent)}}}(?=[^\s])").search(content, opening.end())
        if after is None or content.startswith(closer, after.end()):
            continue
        inside = content[opening.end() : after.start()].rstrip()
        if not inside:
            continue
        end = opening.end() + len(inside)
        kept = opening.end() + len(inside.rstrip(", \t"))
        start = content.rfind("\n", 0, end) + 1
        is_last = content[after.end()] in "]}"
        yield (
            Span(start + len(indent), end),
            Edit(Span(kept, end), new_line(content) + indent + closer + "," * (not is_last)),
        )


def _edit(old: str, new: str, start: int) -> Edit:
    """The least edit that makes the one line of the other."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(Span(start + head, start + len(old) - tail), new[head : len(new) - tail])


def _slips(line: str, below: str) -> Iterator[Slip]:
    comment = _COMMENT.match(line)
    if comment is not None:
        kept = comment["before"] + line[comment.end() :].lstrip(" \t" if comment["before"].strip() else "")
        yield Slip(
            "JSON has no comments: remove it",
            "Remove the comment",
            kept.rstrip() if not line[comment.end() :] else kept,
        )
    if _TWO_COMMAS.search(line):
        yield Slip("a comma too many", "Remove the comma", _TWO_COMMAS.sub(",", line))
    if "\t" in line.strip():
        lead = len(line) - len(line.lstrip())
        yield Slip(
            'a tab inside the text: write "\\t" or a blank',
            "Write a blank",
            line[:lead] + line[lead:].replace("\t", " "),
        )
    pair = _PAIR.match(line)
    if pair is not None:
        yield from _of_pair(pair, below)
    elif (item := _ITEM.match(line)) is not None and item["value"]:
        for told, title, value in _values(item["value"]):
            yield Slip(told, title, item["lead"] + value + _comma(item["end"]))
    mended = _SINGLE.sub(lambda match: _quoted(match[1]), _CURLY.sub(lambda match: _quoted(match[1]), line))
    yield Slip('JSON takes straight double quotes only: "…"', "Use double quotes", mended)
    if _BAD_ESCAPE.search(line):
        yield Slip('a backslash is written twice in JSON: "\\\\"', "Write two backslashes", line.replace("\\", "\\\\"))
    for opener, closer in _CLOSERS.items():
        if line.count(opener) > line.count(closer):
            kept = line.rstrip(", \t")
            is_last = below.lstrip()[:1] in ("}", "]", "")
            yield Slip(
                f'the closing "{closer}" is missing', f'Add "{closer}"', kept + closer + ("" if is_last else ",")
            )


def _of_pair(pair: re.Match[str], below: str) -> Iterator[Slip]:
    lead, key, colon, value, end = pair["lead"], pair["key"], pair["colon"], pair["value"], _comma(pair["end"])
    bare = key.strip("\"'“”")
    if colon.strip() not in (":",):
        what = (
            f'a ":" is missing after the key "{bare[:40]}"'
            if not colon.strip()
            else f'a plain ":" belongs after the key "{bare[:40]}"'
        )
        yield Slip(what, 'Write ":"', f"{lead}{_quoted(bare)}: {value}{end}")
    if not key.startswith('"'):
        yield Slip(
            f'the key "{bare[:40]}" needs double quotes', "Quote the key", f"{lead}{_quoted(bare)}{colon}{value}{end}"
        )
    if end != pair["end"]:
        yield Slip(
            f'a plain "," belongs here, not "{pair["end"].strip()}"', 'Write ","', f"{lead}{key}{colon}{value}{end}"
        )
    if not value:
        comma = end.strip() or ("," if below.lstrip()[:1] not in ("}", "]", "") else "")
        yield Slip(f'the key "{bare[:40]}" has no value', "Write null", f"{lead}{key}{colon.rstrip()} null{comma}")
    if value.startswith('"') and not _NEXT.match(below):  # the text goes on: who wrote it must say how
        return
    for told, title, mended in _values(value):
        yield Slip(told, title, f"{lead}{key}{colon}{mended}{end}")


def _values(value: str) -> Iterator[tuple[str, str, str]]:
    """What may be meant with a value: what is wrong with it, what to do, and the value mended."""
    word = _WORDS.get(value) or switch_meant(value)
    if word:
        yield f"JSON writes {word} here", f"Write {word}", word
    if "," in value and value[0] == value[-1] == '"' and not _is_sound(value) and _is_sound(f"[{value}]"):
        yield "several values need brackets around them", "Write a list", f"[{value}]"
    number = _NUMBER.match(value)
    if number is not None and not _is_sound(value):
        digits = number["digits"]
        if digits.startswith("."):
            yield "a number begins with a digit in JSON", f"Write 0{digits}", "0" + digits
        elif _is_sound(digits):
            yield 'a number has no "+" in JSON', f"Write {digits}", digits
    if value.startswith('"') and value.endswith('"') and len(value) > 1 and not _is_sound(value):
        inside = re.sub(r'(?<!\\)"', '\\\\"', value[1:-1])
        yield 'a double quote inside the text is written "\\""', "Escape the quotes", f'"{inside}"'
    elif value.startswith('"'):
        yield "this text has no closing quote", "Close the quote", value + '"'
    elif value.endswith('"'):
        yield "this text has no opening quote", "Open the quote", '"' + value
    elif _BARE.fullmatch(value):
        yield "text needs double quotes in JSON", "Quote the text", _quoted(value)


def _comma(end: str) -> str:
    return end.replace(";", ",").replace("，", ",")


def _quoted(text: str) -> str:
    return json.dumps(text.replace("\\'", "'"), ensure_ascii=False)


def _is_sound(value: str) -> bool:
    try:
        json.loads(value)
    except (ValueError, RecursionError):
        return False
    return True
