"""The slips that a line of JSON may have, each with the line as it was meant."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from contentlint.parsing.front_matter.brackets import CLOSERS
from contentlint.parsing.front_matter.mending import has_quoted_ends, switch_meant, with_backslashes, with_quotes_alone
from contentlint.patterns import pattern
from contentlint.wording import cut

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
_NUMBER = pattern(r"(?:\+|(?P<minus>-))?(?P<digits>\d+|\d*\.\d+)\Z")
_BARE = pattern(r"[^\"'“”\[\]{},\n][^\"“”\[\]{},\n]*+")
_TEXTS = (
    pattern(r"\"((?:[^\"\\\n]|\\.)*+)(\"|\Z)"),
    pattern(
        r"(?<!\\)\"(?=[^\"\\\n]*+(?:\\[^\"\n]|(?<=:)\\\"))((?:[^\"\\\n]|\\[^\"\n])*+\\)(\")(?=[ \t]*+(?:[,}\]]|\Z))"
    ),  # a path, whose last backslash is none of the quote
)
_TWO_COMMAS = pattern(r",(?:[ \t]*+,)++")
_NEXT_LINE = pattern(r"\s*\n([ \t]*+)\S")
_NEXT = pattern(r"\s*+(?:[}\]]|[\"'“]?[\w$-]++[\"'”]?[ \t]*+[:=：]|//|/\*|#|\Z)")
# behind a key without quotes, "=" may be code
_NEXT_PAIR = pattern(r"\"[ \t]*+(?:[,;，]?[ \t]*+\"[^\"\n]++\"[ \t]*+[:=：]|[,;，][ \t]*+[\w$-]++[ \t]*+[:：])")


class Slip(NamedTuple):
    """A slip that a line may have: what the line says once it is mended, or how it can be read on, where the title is
    empty since nobody knows what is meant."""

    message: str
    title: str
    mended: str


def slips_of(line: str, below: str) -> Iterator[Slip]:
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
            'a tab inside the text: write "\\t" or a space',
            "Write a space",
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
    if "\\'" in line:
        told = "a single quote has no backslash before it: write the quote alone"
        yield Slip(told, "Remove the backslash", with_quotes_alone(line))
    for text in _TEXTS if "\\" in line else ():
        told = 'a backslash is written twice in JSON: "\\\\"'
        yield Slip(told, "Write two backslashes", text.sub(_with_backslashes, line))
    for opener, closer in CLOSERS.items():
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
            f'a ":" is missing after the key "{cut(bare)}"'
            if not colon.strip()
            else f'a plain ":" belongs after the key "{cut(bare)}"'
        )
        yield Slip(what, 'Write ":"', f"{lead}{_quoted(bare)}: {value}{end}")
    if not key.startswith('"'):
        yield Slip(
            f'the key "{cut(bare)}" needs double quotes', "Quote the key", f"{lead}{_quoted(bare)}{colon}{value}{end}"
        )
    if end != pair["end"]:
        yield Slip(
            f'a plain "," belongs here, not "{pair["end"].strip()}"', 'Write ","', f"{lead}{key}{colon}{value}{end}"
        )
    if not value:
        comma = end.strip() or ("," if below.lstrip()[:1] not in ("}", "]", "") else "")
        title = "" if _goes_on_deeper(lead, below) else "Write null"
        yield Slip(f'the key "{cut(bare)}" has no value', title, f"{lead}{key}{colon.rstrip()} null{comma}")
    if value.startswith('"') and not _NEXT.match(below):  # the text goes on: who wrote it must say how
        return
    for told, title, mended in _values(value):
        yield Slip(told, title, f"{lead}{key}{colon}{mended}{end}")


def _goes_on_deeper(lead: str, below: str) -> bool:
    """Whether the next line is indented deeper than one that begins with these blanks."""
    next_line = _NEXT_LINE.match(below)
    return next_line is not None and not lead.strip() and len(next_line[1]) > len(lead)


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
            written = f"{number['minus'] or ''}0{digits}"
            yield "a number begins with a digit in JSON", f"Write {written}", written
        elif _is_sound(digits):
            yield 'a number has no "+" in JSON', f"Write {digits}", digits
        elif value[0] == "0":  # in quotes no digit of a code is lost
            written = digits[1] if len(digits) == 2 else f'"{digits}"'
            yield "a JSON number does not begin with a zero", f"Write {cut(written)}", written
    if value.startswith('"') and _NEXT_PAIR.search(value):  # none is drawn into the text
        return
    if value.startswith('"') and value.endswith('"') and len(value) > 1 and not _is_sound(value):
        inside = re.sub(r'(?<!\\)"', '\\\\"', value if has_quoted_ends(value) else value[1:-1])
        yield 'a double quote inside the text is written "\\""', "Escape the quotes", f'"{inside}"'
    elif value.startswith('"'):
        yield "this text has no closing quote", "Close the quote", value + '"'
    elif value.endswith('"'):
        yield "this text has no opening quote", "Open the quote", '"' + value
    elif _BARE.fullmatch(value):
        yield "text needs double quotes in JSON", "Quote the text", _quoted(value)


def _with_backslashes(text: re.Match[str]) -> str:
    """A text whose backslashes are not all of escapes with these mended, any other as it is."""
    mended = f'"{with_backslashes(with_quotes_alone(text[1]))}{text[2]}'
    return mended if not _is_sound(text[0]) and _is_sound(mended) else text[0]


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
