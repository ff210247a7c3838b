"""The pieces of lists and mappings in brackets: items, commas, brackets, and which of them are missing."""

from __future__ import annotations

import re

from contentlint.parsing.front_matter.yaml.broken.lines import closing_quote, in_quotes
from contentlint.patterns import pattern

CLOSERS = {"[": "]", "{": "}"}
PIECE = pattern(
    r"(?P<quoted>\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\n]|'')*+')|(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)"
    r"|(?P<key>[A-Za-z_][\w-]*+:(?=[ \t\n]))|(?P<word>(?:\\[\"\\]|[^\s,\[\]{}])(?:[^\s,\[\]{}\"\\]++|\\[\"\\]?+)*+)|(?P<end>\n)"
)
_MARKS = pattern(r"[@`%*&!|>{\[\]},?\"'#]")
_COLON = pattern(r":(?:\s|\Z)")
_TWO_QUOTED = pattern(r"[\"']\s+[\"']")


def end_of_brackets(text: str) -> int:
    """Where the bracket that begins this text is closed, -1 where it is not."""
    depth = 0
    for piece in PIECE.finditer(text):
        depth += (piece.lastgroup == "open") - (piece.lastgroup == "close")
        if depth == 0:
            return piece.end()
    return -1


def unclosed_inside(text: str) -> tuple[int, str] | None:
    """Where the closing bracket of an inner list or group is missing, and which: before that of an outer one."""
    wanted: list[str] = []
    for piece in PIECE.finditer(text):
        if piece.lastgroup == "open":
            wanted.append(CLOSERS[piece[0]])
        elif piece.lastgroup == "close" and wanted and wanted.pop() != piece[0]:
            return (piece.start(), CLOSERS["{" if piece[0] == "]" else "["]) if piece[0] in wanted else None
    return None


def missing_commas(text: str) -> list[int]:
    """Where a comma is missing: after an item that another follows, on the next line or at once in quotes."""
    found: list[int] = []
    item_end = -1  # of an item that no comma, colon or bracket has followed yet
    is_new_line = was_quoted = False
    for piece in PIECE.finditer(text):
        kind = piece.lastgroup
        if kind == "end":
            is_new_line = True
            continue
        begins = kind in ("quoted", "open", "key", "word")
        if begins and item_end >= 0 and (is_new_line or kind == "key" or (was_quoted and kind != "word")):
            found.append(item_end)
        is_item = kind in ("quoted", "word", "close")
        follows_colon = is_item and text.startswith(":", piece.end())
        item_end = piece.end() if is_item and not follows_colon else -1
        was_quoted, is_new_line = kind in ("quoted", "close"), False
    return found


def needs_quotes(text: str) -> bool:
    """Whether a text cannot stand in brackets without quotes."""
    return bool(_MARKS.match(text) or _COLON.search(text))


def _without_third_quote(part: str) -> str:
    is_doubled = part.count('"') == 3 and (part.startswith('""') or part.endswith('""'))
    return '"' + part.strip('"') + '"' if is_doubled else part


def items_of(inside: str) -> list[str]:
    """The items of a list, each in quotes where it needs them."""
    items = []
    for part in map(_without_third_quote, re.split(r"\s*,\s*", inside.strip().rstrip(","))):
        if len(part) > 1 and part[0] in "\"'" and closing_quote(part) == len(part) - 1:
            items.append(part)
            continue
        bare = part[1:-1] if len(part) > 1 and part[0] == part[-1] and part[0] in "\"'" else part.strip("\"'“”‘’ ")
        if _TWO_QUOTED.search(bare):
            items += [f'"{each}"' for each in _TWO_QUOTED.split(bare.strip("\"'"))]
        elif bare:
            is_plain = not (needs_quotes(bare) or needs_quotes(part) or " #" in bare or part != bare)
            items.append(bare if is_plain else in_quotes(bare))
    return items
