"""Values of broken YAML that are lists or groups in brackets."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.parsing.front_matter.brackets import CLOSERS, PIECE, end_of_brackets, missing_commas, unclosed_inside
from contentlint.parsing.front_matter.keys import LIST_KEYS
from contentlint.parsing.front_matter.mending import new_line
from contentlint.parsing.front_matter.yaml.broken.after_value import behind
from contentlint.parsing.front_matter.yaml.broken.lines import Line, Mistake, Value, is_entry, is_item, without_comment
from contentlint.parsing.front_matter.yaml.writing import in_quotes, items_of, needs_quotes
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_TWO_COMMAS = pattern(r",(?:\s*+,)+")
_MEMBER = pattern(r"[{,]\s*+[\w-]++:[ \t]++([^\s\"'\[{,}][^,\[\]{}]*?)[ \t]*+(?=[,}])")
_SIGN_BEHIND = pattern(r"[,;.，；。、]\Z")
_INSIDE = pattern(r"\[([^\[\]\n]*+)\]")
_QUOTED = pattern(r"\"[^\"\n]*+\"|'[^'\n]*+'")
_WIDE_COMMA = pattern(r"(?<=[\"'])[ \t]*+[，、；][ \t]*+(?=[\"'])")
_LISTS = pattern(r"\[[^\[\]\n]*+\](?:[ \t,，、]*+\[[^\[\]\n]*+\])++\Z")
_MOST_LINES = 60


def in_brackets(content: str, lines: list[Line], index: int, first: Value) -> Iterator[Mistake]:
    """A list or mapping in brackets that is not closed, has no comma between its items, or whose items need quotes."""
    opener = first.text[0]
    closer = CLOSERS[opener]
    value = _region(content, lines, index, first)
    text = without_comment(value.text)
    end = value.start + len(text)
    what = "list" if opener == "[" else "group"
    if first.text == "[" and (dashed := _dashed(lines, index, first)) is not None:
        yield dashed
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
    inside = end_of_brackets(text)
    if 0 < inside < len(text) and value.last == index:
        yield from behind(content, lines, index, value._replace(text=text), inside)
    wrong = text[-1]
    if wrong in "]})】）］" and wrong != closer and closer not in _QUOTED.sub("", text):
        edit = Edit(Span(end - 1, end), closer)
        yield Mistake(
            value.span, f'this {what} begins with "{opener}" and ends with "{wrong}"', (edit,), f'Write "{closer}"', 0.7
        )
    inner = unclosed_inside(text)
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
        plain = _WIDE_COMMA.sub(", ", text)
        if plain != text:
            edit = Edit(Span(value.start, end), plain)
            yield Mistake(edit.span, "only a plain comma separates items", (edit,), "Write a plain comma", 0.9)
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


def _dashed(lines: list[Line], index: int, first: Value) -> Mistake | None:
    """A list in brackets, each item of which has a line and a dash of its own."""
    last = next((at for at in range(index + 1, len(lines)) if not is_item(lines[at].text)), -1)
    if last <= index + 1 or lines[last].text.strip() not in ("]", "],"):
        return None
    start = lines[index].start + len(lines[index].text[: first.start - lines[index].start].rstrip())
    edits = (Edit(Span(start, first.span.end), ""), Edit(Span(lines[last - 1].end, lines[last].end), ""))
    return Mistake(first.span, 'a list whose items begin with "- " has no brackets', edits, "Remove the brackets", 0.7)


def _several_lists(value: Value) -> Iterator[Mistake]:
    """One list after another, which are meant as one, or something else behind a list."""
    text = value.text
    if _LISTS.match(text):
        inside = ", ".join(each.strip() for each in _INSIDE.findall(text))
        message = "several lists stand here: one holds all items"
        yield Mistake(value.span, message, (Edit(value.span, f"[{inside}]"),), "Write one list", 0.8)
        return
    end = end_of_brackets(text)
    if 0 < end < len(text) and "\n" not in text and text[end:].strip() and not text[end:].lstrip().startswith("]"):
        yield Mistake(value.span, "something stands behind the list", cost=0, is_sure=True)


def _line_at(lines: list[Line], at: int) -> Line:
    return next(line for line in reversed(lines) if line.start <= at)


def _values_to_quote(text: str, start: int) -> Iterator[Edit]:
    """The values of a group that cannot stand without quotes."""
    for match in _MEMBER.finditer(text):
        written = match[1]
        if needs_quotes(written):
            yield Edit(Span(start + match.start(1), start + match.end(1)), in_quotes(written))


def _region(content: str, lines: list[Line], index: int, first: Value) -> Value:
    """The value with the lines it goes on in: to its closing bracket, or to where the next entry or item begins."""
    depth, last = 0, index
    text = content[first.start : lines[min(index + _MOST_LINES, len(lines) - 1)].end]
    for piece in PIECE.finditer(text):
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
