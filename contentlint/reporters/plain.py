"""Text from articles made safe to print: nothing in it can move a cursor, reorder a line or give a CI command."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from contentlint.patterns import pattern

_UNPRINTABLE = pattern(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    "\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]"
)
# the old commands of GitHub, Azure and TeamCity work anywhere in a line:
# https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
COMMAND = pattern(r"##(?=\w*\[)")
_LINE_COMMAND = pattern(r"[\s\ufeff]*:(?::|\Z)")  # a colon alone may get another one behind it
_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_SOFT_HYPHEN = "\xad"


def printable(text: str) -> str:
    """The text on one line, controls shown as \\u{1b}, CI commands broken."""
    text = without_commands(visible(text).replace("\t", " "))
    return "\u200b" + text if ("::" in text or text[-1:] == ":") and _LINE_COMMAND.match(text) else text


def visible(text: str) -> str:
    """The text with what cannot be seen but steers (controls, bidi, line separators) shown as \\u{1b}; tabs stay."""
    if text.isprintable():
        return text
    return _UNPRINTABLE.sub(lambda match: spelled(match[0]), text)


def spelled(text: str) -> str:
    """Each character as \\u{200b}, for text that has no width to be seen by."""
    return "".join(f"\\u{{{ord(char):x}}}" for char in text)


def without_commands(text: str) -> str:
    """The text with a zero-width space in each CI command that would work in the middle of a line."""
    return COMMAND.sub("#\u200b#", text) if "##" in text else text


def width(text: str) -> int:
    """How many columns a terminal gives the text: CJK takes two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


@lru_cache(4096)
def _columns(char: str) -> int:
    if (char != _SOFT_HYPHEN and unicodedata.category(char) in _ZERO_WIDTH) or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
