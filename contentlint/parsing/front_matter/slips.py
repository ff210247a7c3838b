"""Slips in values that are sound YAML and say something else than their author meant: marks of another keyboard in
lists, a quote that stands alone, text that became a comment.

`text` is the whole article, in which the fields have their places.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.document import Problem
from contentlint.fields import Field, Path
from contentlint.parsing.front_matter.lines import in_quotes
from contentlint.parsing.front_matter.parsed import named
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_LISTS = ("tags", "categories", "tag", "category")
_TEXTS = frozenset("title subtitle description summary excerpt series author editor".split())
_WIDE_COMMA = pattern(r"[ \t]*[，、；][ \t]*")
_BULLET = pattern(r"[-–—－•·*+](?=\S)|[–—－•·*+][ \t]+|\d{1,2}\.[ \t]+")
_BULLET_LINE = pattern(r"(?m)^[ \t]*([–—－•·*+]|\d{1,2}\.)[ \t]+(?=\S)")
_CUT_OFF = pattern(r"[ \t]+(#[^\s#][^\r\n]*?)[ \t]*(?=[\r\n]|\Z)")
_LONE_QUOTE = pattern(r"[^\"]*[^\W\d_][.!?。！？]?\"\Z")


def slips_in(text: str, fields: Mapping[Path, Field]) -> Iterator[Problem]:
    """What is told of the values of YAML front matter, each with what its author would have written."""
    for name in _LISTS:
        field = fields.get((name,))
        if field is None:
            continue
        if isinstance(field.data, str):
            if field.style == "plain" and (problem := _of_text(text, name, field)) is not None:
                yield problem
        elif isinstance(field.data, list) and text.startswith("[", field.value.start):
            yield from _of_row(name, fields, len(field.data))
    for path, field in fields.items():
        if len(path) == 1 and field.style == "plain" and isinstance(field.data, str) and path[0] not in _LISTS:
            yield from _of_value(text, field)


def _problem(span: Span, message: str, edits: tuple[Edit, ...], title: str) -> Problem:
    return Problem("front-matter-unreadable", span, message, edits, title)


def _of_text(text: str, name: str, field: Field) -> Problem | None:
    """A text where a list was meant."""
    span, written = field.value, text[field.value.start : field.value.end]
    if field.key is not None and "\n" in text[field.key.end : span.end]:
        return _of_lines(text, name, span)
    if written[0] in "【（(" and written[-1] in "】）)" and len(written) > 2:
        inside = _WIDE_COMMA.sub(", ", written[1:-1])
        message = f'"{named(name)}" is read as one text: a list has plain brackets, "[a, b]"'
        return _problem(span, message, (Edit(span, f"[{inside}]"),), "Write a list")
    if written[-1] in "]】" and "[" not in written:
        message = f'"{named(name)}" is read as one text: its list has no opening "["'
        edits = (Edit(span, f"[{written[:-1]}]"),)
        return _problem(span, message, edits, 'Add the "["')
    if _WIDE_COMMA.search(written):
        message = f'"{named(name)}" is read as one text: plain commas and brackets make a list, "[a, b]"'
        return _problem(span, message, (Edit(span, f"[{_WIDE_COMMA.sub(', ', written)}]"),), "Write a list")
    bullet = _BULLET.match(written)
    if bullet is not None and written[bullet.end() :]:
        message = f'"{named(name)}" is read as one text: a list begins on its own line, or stands in brackets'
        return _problem(span, message, (Edit(span, f"[{written[bullet.end() :]}]"),), "Write a list")
    return None


def _of_lines(text: str, name: str, span: Span) -> Problem | None:
    """Lines below a key that look like items and are one text."""
    start = text.rfind("\n", 0, span.start) + 1
    bullets = list(_BULLET_LINE.finditer(text, start, span.end))
    if bullets and len(bullets) == text.count("\n", start, span.end) + 1:
        edits = tuple(Edit(Span(*bullet.span(1)), "-") for bullet in bullets)
        return _problem(span, f'"{named(name)}" is read as one text: a list item begins with "- "', edits, 'Write "-"')
    if text.startswith("-", span.start) and "\n" not in text[span.start : span.end]:
        edit = Edit(Span(span.start + 1, span.start + 1), " ")
        return _problem(
            span, f'"{named(name)}" is read as one text: a blank is missing after the "-"', (edit,), "Add the blank"
        )
    return None


def _of_row(name: str, fields: Mapping[Path, Field], count: int) -> Iterator[Problem]:
    """Items in brackets that are two, or have one quote."""
    for index in range(count):
        item = fields.get((name, index))
        if item is None or item.style != "plain" or not isinstance(item.data, str):
            continue
        commas = list(_WIDE_COMMA.finditer(item.data))
        if commas:
            edits = tuple(
                Edit(Span(item.value.start + each.start(), item.value.start + each.end()), ", ") for each in commas
            )
            yield _problem(
                item.value, f'"{item.data[:40]}" is one item: a plain comma parts two', edits, "Write a plain comma"
            )
        elif item.data.count('"') == 1 and '"' in (item.data[0], item.data[-1]):
            edit = Edit(item.value, f'"{item.data.strip(chr(34))}"')
            yield _problem(item.value, "this item has one quote only", (edit,), "Quote the item")
        elif item.data[0] in "“”" and item.data[-1] in "“”" and len(item.data) > 2:
            edit = Edit(item.value, f'"{item.data[1:-1]}"')
            yield _problem(
                item.value, "these quotes are typographic: they become part of the text", (edit,), "Write plain quotes"
            )


def _of_value(text: str, field: Field) -> Iterator[Problem]:
    first, last = field.data[:1], field.data[-1:]
    if last == '"' and first in "“”" and field.data.count('"') == 1:
        edit = Edit(field.value, f'"{field.data[1:-1]}"')
        yield _problem(field.value, 'this value begins with “ and ends with "', (edit,), "Write plain quotes")
    elif last == '"' and _LONE_QUOTE.match(field.data):
        start = field.value.start
        edit = Edit(Span(start, start), '"')
        yield _problem(field.value, "this value has no opening quote", (edit,), "Add the quote")
    if text.startswith(" #", field.value.end) and field.path[0] in _TEXTS:
        lost = _CUT_OFF.match(text, field.value.end)
        if lost is not None:
            whole = Span(field.value.start, lost.end(1))
            edit = Edit(whole, in_quotes(text[whole.start : whole.end]))
            message = f'what stands from "{lost[1][:20]}" on is a comment for YAML: a text with " #" in it needs quotes'
            yield _problem(Span(*lost.span(1)), message, (edit,), "Quote the value")
