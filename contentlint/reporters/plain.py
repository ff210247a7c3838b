"""Text from articles made safe to print: nothing in it can move a cursor, reorder a line or give a CI command."""

from __future__ import annotations

import re
import unicodedata

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0]"
)
_COMMAND = re.compile(r"##(?=\[|vso\[)")
_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def printable(text: str) -> str:
    """The text on one line, controls shown as \\u{1b}, CI commands broken."""
    text = _UNPRINTABLE.sub(lambda match: f"\\u{{{ord(match[0]):x}}}", text.replace("\t", " "))
    text = _COMMAND.sub("#\u200b#", text)
    return "\u200b" + text if text.lstrip().startswith("::") else text


def width(text: str) -> int:
    """How many columns a terminal gives the text: CJK takes two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.category(char) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
