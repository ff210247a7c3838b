"""Slips in values that are sound YAML and say something else than their author meant: marks of another keyboard in
lists, a quote that stands alone, text that became a comment.

`text` is the whole article, in which the fields have their places. Values with tags, anchors or folds are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from contentlint.document import Problem
from contentlint.fields import Field, Path
from contentlint.parsing.front_matter.brackets import items_of
from contentlint.parsing.front_matter.lines import in_quotes
from contentlint.parsing.front_matter.parsed import PROGRAM_KEYS, TEXT_KEYS, glued_head, named
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_LISTS = ("tags", "categories", "tag", "category")
_SUSPECT_ENDS = frozenset("\"'”’")
_DATE_AND_QUOTE = pattern(r"\d{4}-\d\d?-\d\d?[^\"']*[\"']\Z")
_WIDE_COMMA = pattern(r"[，、；]")
_PAIRS = pattern(r"[「」『』《》〈〉（）()【】]")  # between them a comma may belong to a name
_ORDINAL = pattern(r"\d[、，；]\d")
_BULLET = pattern(r"[-–—－•·*](?=\S)|[–—－•·*][ \t]++")
_BULLET_LINE = pattern(r"(?m)^[ \t]*+([–—－•·*+]|\d{1,2}\.)[ \t]++(?=\S)")
_CUT_OFF = pattern(r"[ \t]++(#[0-9A-Z][^\r\n]*)")
_LONE_QUOTE = pattern(r"[^\"“”„«»]*[^\W\d_][.!?。！？]?\"\Z")


def slips_in(text: str, fields: Mapping[Path, Field]) -> Iterator[Problem]:
    """What is told of the values of YAML front matter, each with what its author would have written."""
    for name in _LISTS:
        field = fields.get((name,))
        if field is None:
            continue
        if isinstance(field.data, list):
            yield from _of_row(text, name, fields, len(field.data))
        elif isinstance(field.data, str) and field.style == "plain":
            if (problem := _of_text(text, name, field)) is not None:
                yield problem
    for path, field in fields.items():
        end = field.value[1]
        if text[end - 1] in _SUSPECT_ENDS or text.startswith(" #", end):  # a quote ends it, or a comment may follow it
            if len(path) == 1 and path[0] not in _LISTS and not glued_head(path[0]) and _is_bare(text, field):
                yield from _of_value(text, field)


def _is_bare(text: str, field: Field) -> bool:
    """Whether a value is text without quotes that stands there as it is read."""
    return bool(field.data) and field.style == "plain" and field.data == text[field.value.start : field.value.end]


def _problem(span: Span, message: str, edit: Edit, title: str) -> Problem:
    return Problem("front-matter-unreadable", span, message, (edit,), title)


def _of_text(text: str, name: str, field: Field) -> Problem | None:
    """A text where a list was meant."""
    span, written = field.value, field.data
    told = f'"{named(name)}" is read as one text: '
    if field.key is not None and "\n" in text[field.key.end : span.start]:
        return _of_lines(text, told, span)
    if not _is_bare(text, field):
        return None
    inside, has_brackets = written, False
    if written[0] in "【（(［" and written[-1] in "】）)］" and not _PAIRS.search(written, 1, len(written) - 1):
        inside, has_brackets = written[1:-1], True
    elif written[-1] in "]】］" and not any(bracket in written for bracket in "[【［"):
        inside, has_brackets = written[:-1], True
    if has_brackets and inside.strip():
        row = f"[{', '.join(items_of(_WIDE_COMMA.sub(',', inside)))}]"
        message = f'{told}a list has plain brackets on both sides, "[a, b]"'
        return _problem(span, message, Edit(span, row), "Write a list")
    if _WIDE_COMMA.search(written) and not _PAIRS.search(written) and not _ORDINAL.search(written):
        items = items_of(_WIDE_COMMA.sub(",", written))
        if len(items) > 1:
            edit = Edit(span, f"[{', '.join(items)}]")
            return _problem(span, f'{told}plain commas and brackets make a list, "[a, b]"', edit, "Write a list")
    bullet = _BULLET.match(written)
    if bullet is not None and (items := items_of(written[bullet.end() :])):
        message = f'{told}write "[a, b]", or each item on its own line with "- "'
        return _problem(span, message, Edit(span, f"[{', '.join(items)}]"), "Write a list")
    return None


def _of_lines(text: str, told: str, span: Span) -> Problem | None:
    """Lines below a key that look like items and are one text."""
    start = text.rfind("\n", 0, span.start) + 1
    bullets = list(_BULLET_LINE.finditer(text, start, span.end))
    if bullets and len(bullets) == text.count("\n", start, span.end) + 1:
        edits = tuple(Edit(Span(*bullet.span(1)), "-") for bullet in bullets)
        return Problem("front-matter-unreadable", span, f'{told}a list item begins with "- "', edits, 'Write "-"')
    if text.startswith("-", span.start) and "\n" not in text[span.start : span.end]:
        edit = Edit(Span(span.start + 1, span.start + 1), " ")
        return _problem(span, f'{told}a blank is missing after the "-"', edit, "Add the blank")
    return None


def _of_row(text: str, name: str, fields: Mapping[Path, Field], count: int) -> Iterator[Problem]:
    """Items in brackets that are two, or have one quote."""
    for index in range(count):
        item = fields.get((name, index))
        if item is None or not _is_bare(text, item):
            continue
        written, shown = item.data, item.data[:40]
        if _WIDE_COMMA.search(written) and not _PAIRS.search(written) and not _ORDINAL.search(written):
            items = items_of(_WIDE_COMMA.sub(",", written))
            if len(items) > 1 and text.startswith("[", fields[(name,)].value.start):
                message = f'"{shown}" is read as one item: only a plain comma separates items'
                yield _problem(item.value, message, Edit(item.value, ", ".join(items)), "Write a plain comma")
        elif written.count('"') == 1 and (written[0] == '"' or _LONE_QUOTE.match(written)):
            edit = Edit(item.value, in_quotes(written.strip('"')))
            yield _problem(item.value, "this item has one quote only", edit, "Quote the item")
        elif len(written) > 2 and written[0] in "“”‘" and written[-1] in "“”’" and '"' not in written:
            edit = Edit(item.value, in_quotes(written[1:-1]))
            message = "these quotes are typographic: they become part of the text"
            yield _problem(item.value, message, edit, "Write plain quotes")


def _of_value(text: str, field: Field) -> Iterator[Problem]:
    written = field.data
    if field.path[0] in PROGRAM_KEYS and len(written) > 2 and written[0] in "“‘" and written[-1] in "”’":
        message = "these quotes are typographic: they become part of the value"
        yield _problem(field.value, message, Edit(field.value, in_quotes(written[1:-1])), "Write plain quotes")
    if _DATE_AND_QUOTE.match(written):
        edit = Edit(field.value, f'"{written[:-1]}"')
        yield _problem(field.value, "this value has no opening quote", edit, "Add the quote")
        return
    if written[-1] == '"' and len(written) > 2:
        if written[0] in "“”" and not re.search('[“”"]', written[1:-1]):
            edit = Edit(field.value, in_quotes(written[1:-1]))
            yield _problem(
                field.value, f'this value begins with {written[0]} and ends with "', edit, "Write plain quotes"
            )
        elif _LONE_QUOTE.match(written):
            edit = Edit(field.value, in_quotes(written[:-1]))
            yield _problem(field.value, "this value has no opening quote", edit, "Add the quote")
    if text.startswith(" #", field.value.end) and field.path[0] in TEXT_KEYS:
        lost = _CUT_OFF.match(text, field.value.end)
        if lost is not None:
            span = Span(lost.start(1), lost.start(1) + len(lost[1].rstrip()))
            whole = Span(field.value.start, span.end)
            edit = Edit(whole, in_quotes(text[whole.start : whole.end]))
            message = f'what stands from "{lost[1][:20].strip()}" on is a comment for YAML: a text with " #" in it needs quotes'
            yield _problem(span, message, edit, "Quote the value")
