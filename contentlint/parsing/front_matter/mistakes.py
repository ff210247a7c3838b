"""The mistakes people make in YAML values: colons, marks that mean something to YAML, lists."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.parsing.front_matter.behind import key_behind
from contentlint.parsing.front_matter.brackets import in_brackets
from contentlint.parsing.front_matter.lines import (
    Line,
    Mistake,
    Value,
    first_value,
    in_quotes,
    key_of,
    new_line,
    whole_value,
    without_comment,
)  # fmt: skip
from contentlint.parsing.front_matter.parsed import WELL_KNOWN
from contentlint.parsing.front_matter.quotes import in_quoted
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_COLON = pattern(r":(?:\s|\Z)")

_SPECIAL = pattern(r"[@`%*&!|>{\[\]},?]")
_BLOCK = pattern(r"[|>][-+0-9]*(?:\s+#.*)?\Z")
_BEHIND_BLOCK = pattern(r"([|>][-+0-9]*)[ \t]+(?=[^\s#|>])(.)")
_SURE_VALUE = pattern(r"(?:true|false|\d[\d:.TZ+-]*+(?:[ \t]\d\d:[\d:]*+)?+)(?=[ \t]++[A-Za-z_][\w-]*+:(?:\s|\Z))")
# a key behind a value, with what programs read behind it to the line's end
_SURE_KEY = pattern(
    r"(?<=[^ \t])[ \t]++([A-Za-z_][\w-]*+):[ \t]++(?:true|false|\d{4}-\d\d?-\d\d?(?:[T ][\d:.TZ +-]*+)?|\[[^\[\]\n]*+\])[ \t]*+\Z"
)
_IN_BRACKETS = pattern(r"\[[^\[\]]*+\],?\Z|\{[^{}]*+\},?\Z")


def in_value(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """What may be wrong with the value that begins on a line."""
    first = first_value(lines, index)
    if first is None:
        return
    char = first.text[0]
    if char in "\"'":
        yield from in_quoted(content, lines, index, first)
        return
    if _BLOCK.match(first.text):
        return
    behind = _BEHIND_BLOCK.match(first.text)
    if behind is not None:
        edit = Edit(
            Span(first.start + behind.end(1), first.start + behind.start(2)),
            new_line(content) + " " * (first.column + 2),
        )
        message = f'the text begins on the next line, below "{behind[1]}"'
        yield Mistake(first.span, message, (edit,), "Begin the text below", 0.9)
    whole = whole_value(content, lines, index)
    value = whole or first
    if value.text[-1] in "\"'" and value.text.count(value.text[-1]) % 2 and "{{" not in value.text:
        edits = (Edit(Span(value.start, value.start), value.text[-1]),)
        yield Mistake(value.span, "this value has no opening quote", edits, "Add the quote", 0.9)
    if first.text.startswith("- "):
        yield _list_on_the_line(content, lines, index, first)
    elif _SPECIAL.match(first.text) and not (char == "?" and first.text[1:2].strip()):
        mark = "{{" if first.text.startswith("{{") else char
        if char in "[{" and mark != "{{":
            yield from in_brackets(content, lines, index, first)
        if mark != "{{" or "}}" in value.text:
            is_list = char in "[{" and mark != "{{" and _IN_BRACKETS.match(value.text)
            cost = 3.5 if is_list else 1.15 if char in "[{" else 1.0
            yield _to_quote(value, f'a value that begins with "{mark}" needs quotes', cost)
    elif _COLON.search(value.text):
        sure = _SURE_VALUE.match(value.text)
        if sure is not None:
            yield key_behind(content, lines, index, first, sure.end(), 0.8)
        key = _SURE_KEY.search(first.text)
        if key is not None and key[1] in WELL_KNOWN and value == first:
            yield key_behind(content, lines, index, first, key.start(), 0.8)
        yield _to_quote(value, 'a value with ": " in it needs quotes')
    elif whole is None:
        longer = whole_value(content, lines, index, stop_at_entries=False)
        if longer is not None and any(" " in key_of(line.text) for line in lines[index + 1 : longer.last + 1]):
            yield _to_quote(longer, 'a value with ": " in it needs quotes', 1.3)


def _to_quote(value: Value, message: str, cost: float = 1.0) -> Mistake:
    text = " ".join(value.text.split()) if "\n" in value.text or "\r" in value.text else value.text
    bare = without_comment(text) if not text.startswith("#") else text
    edits = (Edit(Span(value.start, value.start + len(value.text)), in_quotes(bare) + text[len(bare) :]),)
    return Mistake(value.span, message, edits, "Quote the value", cost)


def _list_on_the_line(content: str, lines: list[Line], index: int, value: Value) -> Mistake:
    line = lines[index]
    below = lines[index + 1] if index + 1 < len(lines) else None
    column = below.indent if below is not None and below.text.lstrip().startswith("- ") else value.column + 2
    start = line.start + len(line.text[: value.start - line.start].rstrip())
    edits = (Edit(Span(start, value.start), new_line(content) + " " * column),)
    message = 'a list begins on its own line, below its key: "- " is not allowed here'
    return Mistake(line.written, message, edits, "Begin the list below")
