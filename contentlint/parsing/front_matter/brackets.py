"""The pieces of lists and mappings in brackets: items, commas, brackets, and which of them are missing."""

from __future__ import annotations

from contentlint.patterns import pattern

CLOSERS = {"[": "]", "{": "}"}
KINDS = {"[": "list", "]": "list", "{": "group", "}": "group"}  # as a message names what they hold
PIECE = pattern(
    r"(?P<quoted>\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\n]|'')*+')|(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)"
    r"|(?P<comment>(?<=\n)[ \t]*+#[^\n]*+)|(?P<key>[A-Za-z_][\w-]*+:(?=[ \t\n]))|(?P<word>(?:\\[\"\\]|[^\s,\[\]{}])(?:[^\s,\[\]{}\"\\]++|\\[\"\\]?+)*+)|(?P<end>\n)"
)


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
        if kind == "comment":
            continue
        is_key = kind == "key" and not piece[0][0].isupper()  # which may be a word of a text, as in German
        begins = kind in ("quoted", "open", "key", "word")
        if begins and item_end >= 0 and (is_new_line or is_key or (was_quoted and kind != "word")):
            found.append(item_end)
        is_item = kind in ("quoted", "word", "close")
        follows_colon = is_item and text.startswith(":", piece.end())
        item_end = piece.end() if is_item and not follows_colon else -1
        was_quoted, is_new_line = kind in ("quoted", "close"), False
    return found
