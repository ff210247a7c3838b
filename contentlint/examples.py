"""How an example of a rule is shown: what besides its text makes it what it is, and signs for what nobody can see."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from contentlint.options import as_toml
from contentlint.patterns import pattern
from contentlint.rule import Bad, Good

_MARKS = str.maketrans("", "", "⟦⟧")
_UNSEEN = pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ue000-\uf8ff\ufeff\ufff9-\uffff]"
)
_BLANKS = pattern(r"[ \t]++(?=[\r\n]|\Z)")
_LINE_END = pattern(r"\r\n?")
_SIGN = pattern(r"\[(?:U\+[0-9A-F]{4}|CRLF|CR|space|tab|no line end|empty file)\]")
_BYTE = pattern(r"\\x[0-9a-f]{2}")
_NAMES = {" ": "[space]", "\t": "[tab]", "\r": "[CR]\n", "\r\n": "[CRLF]\n"}


def plain(text: str) -> str:
    """An example's text without its marks."""
    return text.translate(_MARKS)


def seen(text: str) -> str:
    """An example's text with a sign for each character that a page cannot show, blanks at the ends of lines included."""
    text = plain(text)
    if not text:
        return "[empty file]"
    shown = _LINE_END.sub(_named, _BLANKS.sub(_named, text))
    shown = _UNSEEN.sub(lambda match: f"[U+{ord(match[0]):04X}]", shown)
    return shown.removesuffix("\n") if text.endswith(("\n", "\r")) else f"{shown}[no line end]"


def _named(match: re.Match[str]) -> str:
    return _NAMES.get(match[0]) or "".join(_NAMES[blank] for blank in match[0])


def first_sign(example: Good | Bad) -> str:
    """The first sign in an example that is not what it looks like, "" where all is."""
    is_bytes = isinstance(example, Bad) and example.data is not None
    sign = _BYTE.search(example.text) if is_bytes else _SIGN.search(seen(example.text))
    return sign[0] if sign else ""


def circumstances(example: Good | Bad) -> str:
    """Where and with what config an example is good or bad, "" where any will do."""
    places = [place] if (place := _place(example)) else []
    config = " and ".join(_config(example))
    return ", ".join([*places, f"with {config}"] if config else places)


def _place(example: Good | Bad) -> str:
    if isinstance(example, Bad) and "⟦" not in example.text:  # one article alone gives no finding
        return "in each of two articles"
    return "" if example.path == "article.md" else f"in `{example.path}`"


def _config(example: Good | Bad) -> Iterator[str]:
    if example.profile:
        yield f'`profile = "{example.profile}"`'
    for name, value in example.options.items():
        yield f"`{name} = {as_toml(value)}`"
    if example.schema is not None:
        yield f"the schema `{json.dumps(example.schema, ensure_ascii=False)}`"
