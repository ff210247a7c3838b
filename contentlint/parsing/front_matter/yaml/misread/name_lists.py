"""Lists of names, as tags are, in sound YAML that are meant otherwise: marks of another keyboard, quotes around too much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from contentlint.document import Problem
from contentlint.errors import KeyPath
from contentlint.fields import Field
from contentlint.parsing.front_matter.keys import LIST_KEYS, NAME_KEYS, named, names
from contentlint.parsing.front_matter.mending import slip
from contentlint.parsing.front_matter.yaml.writing import (
    BULLETS,
    as_list,
    in_mixed_quotes,
    in_quotes,
    is_bare,
    items_of,
)
from contentlint.patterns import pattern
from contentlint.text import Edit, Span
from contentlint.wording import cut

_TAGS = names("tags tag")
LONE_QUOTE = pattern(r"[^\"“”„«»]*[^\W\d_][.!?。！？]?\"\Z")
_WIDE_COMMA = pattern(r"[，、；]")
_QUOTED_LIST = pattern(r"\[[ \t]*+((?=[^\[\]]*[,\"'])[^\[\]]*+)\]\Z")
_QUOTED_NAME = pattern(r"\[[ \t]*+([^\s\[\]{}<>%][^\[\]{}<>%\n]*+)\]\Z")  # a category may have brackets
_QUOTED_TEXTS = pattern(r"\[\"[^\"\\,\[\]]++\"(?:,\"[^\"\\,\[\]]++\")*+\]\Z")
_PAIRS = pattern(r"[「」『』《》〈〉（）()【】]")  # between them a comma may belong to a name
_ORDINAL = pattern(r"\d[、，；]\d")
_PLAIN_BULLETS = "-–—－*•"  # any other may belong to one name
_BULLET = pattern(rf"[-–—－*](?=\S)|[–—－*][ \t]++|{BULLETS}")
# to a Chinese term they may belong, but for wide ones, which another keyboard has in the place of plain ones
_IN_TYPOGRAPHIC_QUOTES = pattern(r"[“”‘](?=[ \t]*+[!#-~])[ \t!#-~]++[“”’]\Z|＂[^＂]++＂\Z")
IN_ANY_QUOTES = pattern(r"[“”‘][^“”‘’]++[”’]\Z|＂[^＂]++＂\Z")
_SHARP_ALONE = pattern(r"[ \t]++(#)[ \t]*+(?=[\r\n]|\Z)")


def of_lists(text: str, fields: Mapping[KeyPath, Field]) -> Iterator[Problem]:
    """What is told of the keys that hold lists of names."""
    for name in NAME_KEYS:
        field = fields.get((name,))
        if field is None:
            continue
        if isinstance(field.data, list):
            if field.data and str(field.data[0]).startswith('["'):
                yield from _of_pieces(name, fields, field)
            if name in _TAGS and len(field.data) == 1 and isinstance(field.data[0], list):
                yield from _in_two_brackets(text, name, field)
            yield from _of_row(text, name, fields, field.data)
        elif isinstance(field.data, str) and field.style == "plain":
            if (problem := _of_text(text, name, field)) is not None:
                yield problem
    for name in LIST_KEYS:
        if (field := fields.get((name,))) is not None and field.style in ("single", "double"):
            yield from _of_quoted_list(name, field)
        elif field is not None and name not in NAME_KEYS and field.data.__class__ is str and field.data.endswith("]"):
            if "[" not in field.data and is_bare(text, field):
                yield _without_opening(name, field)


def _of_quoted_list(name: str, field: Field) -> Iterator[Problem]:
    """A list that its quotes make a text."""
    inside = _QUOTED_LIST.match(field.data) or (_QUOTED_NAME.match(field.data) if name in _TAGS else None)
    if inside is not None and "\n" not in field.data:
        message = f'"{named(name)}" is read as one text: a list has no quotes around its brackets'
        row = as_list(items_of(inside[1]))
        yield slip(field.value, message, Edit(field.value, row), "Remove the quotes")


def _in_two_brackets(text: str, name: str, field: Field) -> Iterator[Problem]:
    """Several names in two pairs of brackets, which make a list in a list; of one name others tell, as of a link."""
    written = field.value.of(text)
    if written.startswith("[[") and written.endswith("]]") and len(field.data[0]) > 1:
        message = f'"{named(name)}" holds a list in a list: one pair of brackets is enough'
        yield slip(field.value, message, Edit(field.value, written[1:-1]), "Remove the outer brackets")


def _of_pieces(name: str, fields: Mapping[KeyPath, Field], field: Field) -> Iterator[Problem]:
    """Items that are the pieces of a list in brackets, which a program has parted at its commas."""
    items = [fields.get((name, index)) for index in range(len(field.data))]
    if not _QUOTED_TEXTS.match(",".join(map(str, field.data))):
        return
    edits = tuple(Edit(item.value, str(item.data).strip("[]")) for item in items if item is not None)
    message = "the brackets of a list became part of its first and last item"
    yield slip(field.value, message, edits, "Remove the brackets")


def _without_opening(name: str, field: Field) -> Problem:
    """A list whose opening bracket is missing."""
    message = f'"{named(name)}" is read as one text: a list has plain brackets on both sides, "[a, b]"'
    return slip(field.value, message, Edit(field.value, as_list(items_of(field.data[:-1]))), "Write a list")


def _of_text(text: str, name: str, field: Field) -> Problem | None:
    """A text where a list was meant."""
    span, written = field.value, field.data
    told = f'"{named(name)}" is read as one text: '
    is_below = field.key is not None and "\n" in text[field.key.end : span.start]  # then its lines tell
    if is_below or not is_bare(text, field):
        return None
    inside, has_brackets = written, False
    if written[0] in "【（(［" and written[-1] in "】）)］" and not _PAIRS.search(written, 1, len(written) - 1):
        inside, has_brackets = written[1:-1], True
    elif written[-1] in "]】］" and not any(bracket in written for bracket in "[【［"):
        inside, has_brackets = written[:-1], True
    is_mark = written[0] in "（(" or (written[0] == "【" and name not in _TAGS)  # it may belong to the name
    if has_brackets and is_mark and not _WIDE_COMMA.search(inside) and "," not in inside:
        return None
    if has_brackets and inside.strip():
        row = as_list(items_of(_WIDE_COMMA.sub(",", inside)))
        message = f'{told}a list has plain brackets on both sides, "[a, b]"'
        return slip(span, message, Edit(span, row), "Write a list")
    if _WIDE_COMMA.search(written) and not _PAIRS.search(written) and not _ORDINAL.search(written):
        items = items_of(_WIDE_COMMA.sub(",", written))
        if len(items) > 1 and max(map(len, items)) > 1:
            edit = Edit(span, as_list(items))
            return slip(span, f'{told}plain commas and brackets make a list, "[a, b]"', edit, "Write a list")
    bullet = _BULLET.match(written)
    items = _behind_bullets(written, bullet[0]) if bullet is not None else []
    if bullet is not None and (len(items) > 1 or (items and bullet[0][0] in _PLAIN_BULLETS)):
        message = f'{told}write "[a, b]", or each item on its own line with "- "'
        return slip(span, message, Edit(span, as_list(items)), "Write a list")
    return None


def _behind_bullets(written: str, bullet: str) -> list[str]:
    """The items of a text that begins with a bullet, with such a one before each, or commas between them."""
    sign = bullet.rstrip()
    gap = r"(?=\S)" if bullet == sign else r"[ \t]"
    return items_of(re.sub(rf"(?<![ \t])[ \t]++{re.escape(sign)}{gap}", ",", written[len(bullet) :]))


def _of_row(text: str, name: str, fields: Mapping[KeyPath, Field], data: list[Any]) -> Iterator[Problem]:
    """Items in brackets that are two, or have one quote."""
    are_quoted = len(data) > 1 and all(IN_ANY_QUOTES.match(str(item)) for item in data)
    is_typographic = (
        IN_ANY_QUOTES if are_quoted and any(map(_IN_TYPOGRAPHIC_QUOTES.match, data)) else _IN_TYPOGRAPHIC_QUOTES
    )
    for index in range(len(data)):
        item = fields.get((name, index))
        if item is None or not is_bare(text, item):
            continue
        written, shown = item.data, cut(item.data)
        if written[-1] in "，、；" and len(written) > 1:
            message = f'the "{written[-1]}" becomes part of "{shown}": only a plain comma separates items'
            yield slip(item.value, message, Edit(Span(item.value.end - 1, item.value.end), ""), "Remove it")
        elif _WIDE_COMMA.search(written) and not _PAIRS.search(written) and not _ORDINAL.search(written):
            items = items_of(_WIDE_COMMA.sub(",", written))
            if len(items) > 1 and max(map(len, items)) > 1 and text.startswith("[", fields[(name,)].value.start):
                message = f'"{shown}" is read as one item: only a plain comma separates items'
                yield slip(item.value, message, Edit(item.value, ", ".join(items)), "Write a plain comma")
        elif written in ("C", "F") and (sharp := _SHARP_ALONE.match(text, item.value.end)) is not None:
            whole = Span(item.value.start, sharp.end(1))
            message = f'"{whole.of(text)}" is cut off at its "#", a comment for YAML: it needs quotes'
            yield slip(whole, message, Edit(whole, in_quotes(whole.of(text))), "Quote the item")
        elif written[-1] == "," and len(written) > 1:
            message = f'the comma becomes part of "{shown}": each item has a line of its own here'
            comma = Edit(Span(item.value.end - 1, item.value.end), "")
            yield slip(item.value, message, comma, "Remove the comma")
        elif written.count('"') == 1 and (written[0] == '"' or LONE_QUOTE.match(written)):
            edit = Edit(item.value, in_quotes(written.strip('"')))
            yield slip(item.value, "this item has one quote only", edit, "Quote the item")
        elif (mixed := in_mixed_quotes(written)) is not None:
            edit = Edit(item.value, in_quotes(mixed))
            message = f"this item begins with {written[0]} and ends with {written[-1]}"
            yield slip(item.value, message, edit, "Write plain quotes")
        elif is_typographic.match(written):
            edit = Edit(item.value, in_quotes(written[1:-1]))
            message = "these quotes are typographic: they become part of the text"
            yield slip(item.value, message, edit, "Write plain quotes")
