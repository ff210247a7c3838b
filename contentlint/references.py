"""Character references as a browser decodes them; standard library only.

`html.unescape` drops control characters and noncharacters, which would turn "java&#1;script:" into a scheme, and raises on references of
thousands of digits. See https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state.
"""

from __future__ import annotations

import re
from html import unescape

from contentlint.patterns import pattern

_NUMERIC = pattern(r"&#(?:[xX]([0-9a-fA-F]++)|([0-9]++));?+")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff"))
_MOST_DIGITS = 8  # more, leading zeros aside, are beyond Unicode


def decode_references(text: str) -> str:
    """The text with its character references decoded, once."""
    if "&" not in text:
        return text
    return unescape(_NUMERIC.sub(_short, text) if "&#" in text else text)


def shows_nothing(written: str) -> bool:
    """Whether of a text with references readers see white space at most."""
    return not decode_references(written).translate(_UNSEEN).strip()


def _short(match: re.Match[str]) -> str:
    digits = (match[1] or match[2]).lstrip("0")
    if len(digits) > _MOST_DIGITS:
        return "\ufffd"
    code = int(digits or "0", 16 if match[1] else 10)
    is_control = 0 < code < 0x20 or code == 0x7F
    is_no_character = 0xFDD0 <= code <= 0xFDEF or (code & 0xFFFE == 0xFFFE and code <= 0x10FFFF)
    return chr(code) if is_control or is_no_character else match[0]
