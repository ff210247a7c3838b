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
from contentlint.parsing.front_matter.misplaced import items_with_colon, key_at_the_margin
from contentlint.parsing.front_matter.parsed import (
    LIST_KEYS,
    PROGRAM_KEYS,
    PROSE_KEYS,
    TEXT_KEYS,
    WELL_KNOWN,
    glued_head,
    named,
)
from contentlint.parsing.front_matter.swallowed import as_one_text
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_LISTS = ("tags", "categories", "tag", "category")
_SUSPECT_ENDS = frozenset("\"'”’")
_DATE_AND_QUOTE = pattern(r"\d{4}-\d\d?-\d\d?[^\"']*[\"']\Z")
_WIDE_COMMA = pattern(r"[，、；]")
_COMMENTED = ("title", "date", "updated", "lastmod", "layout", "draft")
_REMARK = pattern(r"(?<=[^ \t:])[ \t]++(//)[ \t]")
_BLANK_TO_FILL = pattern(r"<%[-=~]?[ \t]*+tp\.[^\n]*%>")
_QUOTED_LIST = pattern(r"\[[ \t]*+((?=[^\[\]]*[,\"'])[^\[\]]*+)\]\Z")
_PAIRS = pattern(r"[「」『』《》〈〉（）()【】]")  # between them a comma may belong to a name
_ORDINAL = pattern(r"\d[、，；]\d")
_BULLET = pattern(r"[-–—－•·*](?=\S)|[–—－•·*][ \t]++")
_HASHTAGS = pattern(
    r"[ \t]++((?!#(?i:todo|fixme|draft|noqa|wip)\b)#[^\W\d][\w-]*+(?:[ \t]++#[^\W\d][\w-]*+)*+)[ \t]*+(?=[\r\n]|\Z)"
)
_SHARP = pattern(r"[ \t]++(#(?:[ \t]++[^\r\n]*+)?)(?=[\r\n]|\Z)")  # behind C and F, as "C #" is a language
_SHARP_ALONE = pattern(r"[ \t]++(#)[ \t]*+(?=[\r\n]|\Z)")
_ENDS_IN_LETTER = pattern(r"(?:\A|[ \t])[CF]\Z")
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
    for name in LIST_KEYS:
        if (field := fields.get((name,))) is not None and field.style in ("single", "double"):
            yield from _of_quoted_list(name, field)
    for name in _COMMENTED:
        if (field := fields.get((name,))) is not None and isinstance(field.data, str):
            yield from _of_remark(text, field)
    yield from key_at_the_margin(text, fields)
    for path, field in fields.items():
        yield from _of_field(text, path, field, fields)
        end = field.value[1]
        if text[end - 1] in _SUSPECT_ENDS or text.startswith(" #", end):  # a quote ends it, or a comment may follow it
            if len(path) == 1 and path[0] not in _LISTS and not glued_head(path[0]) and _is_bare(text, field):
                yield from _of_value(text, field)


def _of_field(text: str, path: Path, field: Field, fields: Mapping[Path, Field]) -> Iterator[Problem]:
    """What is told of lines that became one text, of items that became groups, and of a key with a sign too many."""
    data, problem = field.data, None
    if field.style == "plain" and isinstance(data, str):
        problem = as_one_text(text, field)
    elif isinstance(data, list) and len(data) > 1:
        yield from items_with_colon(text, path, data, fields)
    if problem is None and len(path) == 1 and isinstance(path[0], str) and field.key is not None:
        problem = _of_key(path[0], field.key, fields)
    if problem is not None:
        yield problem


def _of_quoted_list(name: str, field: Field) -> Iterator[Problem]:
    """A list that its quotes make a text."""
    inside = _QUOTED_LIST.match(field.data)
    if inside is not None and "\n" not in field.data:
        message = f'"{named(name)}" is read as one text: a list has no quotes around its brackets'
        row = f"[{', '.join(items_of(inside[1]))}]"
        yield _problem(field.value, message, Edit(field.value, row), "Remove the quotes")


def _of_remark(text: str, field: Field) -> Iterator[Problem]:
    """A comment of another language behind what programs read, or a template's mark that nothing filled in."""
    remark = _REMARK.search(field.data) if field.path[0] in PROGRAM_KEYS and _is_bare(text, field) else None
    if remark is not None:
        span = Span(field.value.start + remark.start(1), field.value.start + remark.end(1))
        message = 'a comment begins with "#" here, not with "//"'
        yield _problem(field.value, message, Edit(span, "#"), 'Write "#"')
    if _BLANK_TO_FILL.match(field.data):
        message = "a template was never filled in here: write what belongs there"
        yield Problem("front-matter-unreadable", field.value, message)


def _of_key(name: str, key: Span, fields: Mapping[Path, Field]) -> Problem | None:
    """A known key with a colon or a dash too many, which are part of it for YAML."""
    bare = name.strip(":-")
    if bare == name or bare not in WELL_KNOWN or key.end - key.start != len(name):
        return None
    message = f'"{name[0] if name[0] in ":-" else name[-1]}" stands beside the key "{bare}" and belongs to it'
    is_sure = name[0] != "-" and (bare,) not in fields  # a dash before it may be what is left of a comparison
    edits = (Edit(key, bare),) if is_sure else ()
    return Problem("front-matter-unreadable", key, message, edits, "Remove it")


def _is_bare(text: str, field: Field) -> bool:
    """Whether a value is text without quotes that stands there as it is read."""
    return bool(field.data) and field.style == "plain" and field.data == text[field.value.start : field.value.end]


def _problem(span: Span, message: str, edit: Edit, title: str) -> Problem:
    return Problem("front-matter-unreadable", span, message, (edit,), title)


def _of_text(text: str, name: str, field: Field) -> Problem | None:
    """A text where a list was meant."""
    span, written = field.value, field.data
    told = f'"{named(name)}" is read as one text: '
    is_below = field.key is not None and "\n" in text[field.key.end : span.start]  # then its lines tell
    if is_below or not _is_bare(text, field):
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
        elif written in ("C", "F") and (sharp := _SHARP_ALONE.match(text, item.value.end)) is not None:
            whole = Span(item.value.start, sharp.end(1))
            message = f'"{text[whole.start : whole.end]}" is cut off at its "#", a comment for YAML: it needs quotes'
            yield _problem(whole, message, Edit(whole, in_quotes(text[whole.start : whole.end])), "Quote the item")
        elif written[-1] == "," and len(written) > 1:
            message = f'the comma becomes part of "{shown}": each item has a line of its own here'
            comma = Edit(Span(item.value.end - 1, item.value.end), "")
            yield _problem(item.value, message, comma, "Remove the comma")
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
        if lost is None and field.path[0] in PROSE_KEYS and " " in written and written.isascii():
            lost = _HASHTAGS.match(text, field.value.end)
        if lost is None and _ENDS_IN_LETTER.search(written):
            lost = _SHARP.match(text, field.value.end)
        if lost is not None:
            span = Span(lost.start(1), lost.start(1) + len(lost[1].rstrip()))
            whole = Span(field.value.start, span.end)
            edit = Edit(whole, in_quotes(text[whole.start : whole.end]))
            message = f'what stands from "{lost[1][:20].strip()}" on is a comment for YAML: a text with " #" in it needs quotes'
            yield _problem(span, message, edit, "Quote the value")
