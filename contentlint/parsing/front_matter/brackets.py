"""The mistakes people make in YAML's lists and mappings in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.parsing.front_matter.behind import behind
from contentlint.parsing.front_matter.lines import (
    Line,
    Mistake,
    Value,
    closing_quote,
    in_quotes,
    is_entry,
    is_item,
    new_line,
    without_comment,
)  # fmt: skip
from contentlint.parsing.front_matter.parsed import LIST_KEYS
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_CLOSERS = {"[": "]", "{": "}"}
_PIECE = pattern(
    r"(?P<quoted>\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\n]|'')*+')|(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)"
    r"|(?P<key>[A-Za-z_][\w-]*+:(?=[ \t\n]))|(?P<word>(?:\\[\"\\]|[^\s,\[\]{}])(?:[^\s,\[\]{}\"\\]++|\\[\"\\]?+)*+)|(?P<end>\n)"
)
_MARKS = pattern(r"[@`%*&!|>{\[\]},?\"'#]")
_COLON = pattern(r":(?:\s|\Z)")
_TWO_QUOTED = pattern(r"[\"']\s+[\"']")
_TWO_COMMAS = pattern(r",(?:\s*+,)+")
_MEMBER = pattern(r"[{,]\s*+[\w-]++:[ \t]++([^\s\"'\[{,}][^,\[\]{}]*?)[ \t]*+(?=[,}])")
_SIGN_BEHIND = pattern(r"[,;.，；。、]\Z")
_INSIDE = pattern(r"\[([^\[\]\n]*+)\]")
_LISTS = pattern(r"\[[^\[\]\n]*+\](?:[ \t,，、]*+\[[^\[\]\n]*+\])++\Z")
_MOST_LINES = 60


def in_brackets(content: str, lines: list[Line], index: int, first: Value) -> Iterator[Mistake]:
    """A list or mapping in brackets that is not closed, has no comma between its items, or whose items need quotes."""
    opener = first.text[0]
    closer = _CLOSERS[opener]
    value = _region(content, lines, index, first)
    text = without_comment(value.text)
    end = value.start + len(text)
    what = "list" if opener == "[" else "group"
    sign = _SIGN_BEHIND.search(text)
    if sign is not None and text[sign.start() - 1] == closer and (sign[0] == "," or first.key in LIST_KEYS):
        edit = Edit(Span(end - 1, end), "")
        yield Mistake(value.span, f'a "{sign[0]}" after the {what} has no place in YAML', (edit,), "Remove it")
        text, end = text[:-1], end - 1
    elif first.key in LIST_KEYS and opener == "[":
        yield from _several_lists(value._replace(text=text))
    if "\n" not in text and text.endswith(closer) and text.count('"') % 2 and text[-2:-1] != '"':
        edit = Edit(Span(end - 1, end - 1), '"')
        yield Mistake(value.span, f"a value of this {what} has no closing quote", (edit,), "Close the quote", 1.1)
    inside = _end_of_brackets(text)
    if 0 < inside < len(text) and value.last == index:
        yield from behind(content, lines, index, value._replace(text=text), inside)
    wrong = text[-1]
    if wrong in "]})】）］" and wrong != closer and closer not in text:
        edit = Edit(Span(end - 1, end), closer)
        yield Mistake(
            value.span, f'this {what} begins with "{opener}" and ends with "{wrong}"', (edit,), f'Write "{closer}"', 0.7
        )
    inner = _unclosed_inside(text)
    if inner is not None:
        at, missing = value.start + inner[0], inner[1]
        message = f'this {"list" if missing == "]" else "group"} has no closing "{missing}"'
        yield Mistake(value.span, message, (Edit(Span(at, at), missing),), f'Add "{missing}"', 0.85)
    if text.count(opener) > text.count(closer):
        message, title = f'this {what} has no closing "{closer}"', f'Add "{closer}"'
        kept = text.rstrip(", \t\r\n")
        edit = Edit(Span(value.start + len(kept), end), closer)
        if first.text == opener and "\n" in text:  # each item on a line of its own: the bracket too
            last = _line_at(lines, end - 1)
            edit = Edit(Span(end, end), new_line(content) + " " * value.column + closer)
            yield Mistake(last.written, f"{message}, which belongs below this line", (edit,), title, 0.9)
        else:
            yield Mistake(value.span, message, (edit,), title, 0.9)
    if text.count(closer) > text.count(opener) and text.endswith(closer * 2):
        edit = Edit(Span(end - 1, end), "")
        yield Mistake(value.span, f'one "{closer}" too many', (edit,), f'Remove "{closer}"')
    doubled = _TWO_COMMAS.search(text)
    if doubled:
        edit = Edit(Span(value.start + doubled.start() + 1, value.start + doubled.end()), "")
        yield Mistake(
            value.span, f"a comma too many between two items of this {what}", (edit,), "Remove the comma", 0.8
        )
    places = missing_commas(text)
    if places:
        edits = tuple(Edit(Span(value.start + at, value.start + at), ",") for at in places)
        told = _line_at(lines, value.start + places[0]).written if "\n" in text else value.span
        yield Mistake(told, f"a comma is missing between two items of this {what}", edits, "Add the comma", 0.8)
    if opener == "[" and "\n" not in text and text.endswith("]") and text.count("[") == 1 and text.count("]") == 1:
        items = items_of(text[1:-1])
        if items:
            edit = Edit(Span(value.start, end), "[" + ", ".join(items) + "]")
            message = "an item of this list needs quotes, or its quotes do not match"
            yield Mistake(edit.span, message, (edit,), "Quote the items", 1.2)
    if opener == "{" and "\n" not in text and text.endswith("}"):
        edits = tuple(_values_to_quote(text, value.start))
        if edits:
            message = "a value of this group needs quotes"
            yield Mistake(value.span, message, edits, "Quote it", 1.2)


def _end_of_brackets(text: str) -> int:
    """Where the bracket that begins this text is closed, -1 where it is not."""
    depth = 0
    for piece in _PIECE.finditer(text):
        depth += (piece.lastgroup == "open") - (piece.lastgroup == "close")
        if depth == 0:
            return piece.end()
    return -1


def _unclosed_inside(text: str) -> tuple[int, str] | None:
    """Where the closing bracket of an inner list or group is missing, and which: before that of an outer one."""
    wanted: list[str] = []
    for piece in _PIECE.finditer(text):
        if piece.lastgroup == "open":
            wanted.append(_CLOSERS[piece[0]])
        elif piece.lastgroup == "close" and wanted and wanted.pop() != piece[0]:
            return (piece.start(), _CLOSERS["{" if piece[0] == "]" else "["]) if piece[0] in wanted else None
    return None


def _several_lists(value: Value) -> Iterator[Mistake]:
    """One list after another, which are meant as one, or something else behind a list."""
    text = value.text
    if _LISTS.match(text):
        inside = ", ".join(each.strip() for each in _INSIDE.findall(text))
        message = "several lists stand here: one holds all items"
        yield Mistake(value.span, message, (Edit(value.span, f"[{inside}]"),), "Write one list", 0.8)
        return
    end = _end_of_brackets(text)
    if 0 < end < len(text) and "\n" not in text and text[end:].strip() and not text[end:].lstrip().startswith("]"):
        yield Mistake(value.span, "something stands behind the list", cost=0, is_sure=True)


def _line_at(lines: list[Line], at: int) -> Line:
    return next(line for line in reversed(lines) if line.start <= at)


def _values_to_quote(text: str, start: int) -> Iterator[Edit]:
    """The values of a group that cannot stand without quotes."""
    for match in _MEMBER.finditer(text):
        written = match[1]
        if _MARKS.match(written) or _COLON.search(written):
            yield Edit(Span(start + match.start(1), start + match.end(1)), in_quotes(written))


def _region(content: str, lines: list[Line], index: int, first: Value) -> Value:
    """The value with the lines it goes on in: to its closing bracket, or to where the next entry or item begins."""
    depth, last = 0, index
    text = content[first.start : lines[min(index + _MOST_LINES, len(lines) - 1)].end]
    for piece in _PIECE.finditer(text):
        if piece.lastgroup == "open":
            depth += 1
        elif piece.lastgroup == "close":
            depth -= 1
        elif piece.lastgroup == "end":
            last += 1
            if last >= len(lines) or (_begins(lines[last].text) and lines[last].indent <= first.column):
                return first._replace(text=text[: piece.start()].rstrip(), last=last - 1)
        if depth == 0:
            break
    return first._replace(text=text[: lines[min(last, len(lines) - 1)].end - first.start].rstrip(), last=last)


def _begins(text: str) -> bool:
    """Whether a line begins an entry or an item."""
    return is_entry(text) or is_item(text)


def missing_commas(text: str) -> list[int]:
    """Where a comma is missing: after an item that another follows, on the next line or at once in quotes."""
    found: list[int] = []
    item_end = -1  # of an item that no comma, colon or bracket has followed yet
    is_new_line = was_quoted = False
    for piece in _PIECE.finditer(text):
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


def _without_third_quote(part: str) -> str:
    is_doubled = part.count('"') == 3 and (part.startswith('""') or part.endswith('""'))
    return f'"{part.strip(chr(34))}"' if is_doubled else part


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
            is_plain = not (_MARKS.match(part) or _COLON.search(bare) or " #" in bare or part != bare)
            items.append(bare if is_plain else in_quotes(bare))
    return items
