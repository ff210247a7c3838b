"""The pieces of lists and mappings in brackets: items, commas, brackets, and which of them are missing."""

from __future__ import annotations

from bisect import bisect_right

from contentlint.parsing.front_matter.keys import PAGE_KEYS, PROSE_KEYS
from contentlint.patterns import pattern
from contentlint.text import Span

CLOSERS = {"[": "]", "{": "}"}
KINDS = {"[": "list", "]": "list", "{": "group", "}": "group"}  # as a message names what they hold
PIECE = pattern(
    r"(?P<quoted>\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\n]|'')*+')|(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)"
    r"|(?P<comment>(?<=\n)[ \t]*+#[^\n]*+)|(?P<key>[A-Za-z_][\w-]*+:(?=[ \t\n]))|(?P<word>(?:\\[\"\\]|[^\s,\[\]{}])(?:[^\s,\[\]{}\"\\]++|\\[\"\\]?+)*+)|(?P<end>\n)"
)
# a word of a text, behind which a colon may be its own
_WORD = pattern(r"(?!(?:true|false)\Z)[^\W\d_]++(?:['’-][^\W\d_]++)*+[.!?…]?+\Z")
_VALUE = r"(?:\"[^\"\n]*+\"|'[^'\n]*+'|[^\s,\[\]{}\"']++)(?<!:)"
_ATTRIBUTES = "alt class height id lang rel src target width"
_KNOWN = rf"(?:{'|'.join(sorted((*PAGE_KEYS, *_ATTRIBUTES.split())))}):"
_OF_TEXT = (
    rf"(?:{'|'.join(sorted(PROSE_KEYS))}|alt|caption):[ \t]++{_VALUE}[ \t]++"
    rf"(?!{_KNOWN})[\w-]++:[ \t]++(?!(?:true|false)\b)[^\W\d_]++[\s,\]}}]"
)
# keys in small letters with one word each, between two commas or brackets, but for words of a text that look so
_KEYS = pattern(rf"(?<=[{{\[,])\s*+(?:(?!{_OF_TEXT})[a-z_][\w-]*+:[ \t]++{_VALUE}(?:[ \t]++|(?=[,\]}}])))++(?=[,\]}}])")


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
    word = ""  # right before, without quotes
    short = [Span(*keys.span()) for keys in _KEYS.finditer(text)]
    for piece in PIECE.finditer(text):
        kind = piece.lastgroup
        if kind == "end":
            is_new_line = True
            continue
        if kind == "comment":
            continue
        is_key = kind == "key" and (not _WORD.match(word) or _stands_in(short, piece.start()))
        begins = kind in ("quoted", "open", "key", "word")
        if begins and item_end >= 0 and (is_new_line or is_key or (was_quoted and kind != "word")):
            found.append(item_end)
        is_item = kind in ("quoted", "word", "close")
        follows_colon = is_item and text.startswith(":", piece.end())
        item_end = piece.end() if is_item and not follows_colon else -1
        word = piece[0] if kind == "word" else ""
        was_quoted, is_new_line = kind in ("quoted", "close"), False
    return found


def _stands_in(spans: list[Span], at: int) -> bool:
    """Whether an offset stands in one of some spans, which follow each other."""
    last = bisect_right(spans, at, key=lambda span: span.start) - 1
    return last >= 0 and at < spans[last].end
