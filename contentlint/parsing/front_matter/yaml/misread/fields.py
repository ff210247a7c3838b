"""Slips in values that are sound YAML and say something else than their author meant: a quote that stands alone, text
that became a comment, what else is told of lists, lines and keys.

`text` is the whole article, in which the fields have their places. Values with tags, anchors or folds are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from contentlint.document import Problem
from contentlint.fields import Field, Path
from contentlint.parsing.front_matter.keys import KNOWN_KEYS, PROGRAM_KEYS, PROSE_KEYS, TEXT_KEYS, glued_head, names
from contentlint.parsing.front_matter.yaml.misread.items import items_with_colon, key_at_the_margin
from contentlint.parsing.front_matter.yaml.misread.name_lists import LONE_QUOTE, NAMES, is_bare, of_lists, slip
from contentlint.parsing.front_matter.yaml.misread.one_text import as_one_text
from contentlint.parsing.front_matter.yaml.writing import blank_after_colon, in_quotes
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_SUSPECT_ENDS = frozenset("\"'”’")
_DATE_AND_QUOTE = pattern(r"\d{4}-\d\d?-\d\d?[T\d:.+Z \t-]*[\"']\Z")
_EQUALS = pattern(r"([A-Za-z_][\w-]*+)[ \t]*+=[ \t]*+(?=\S)")
_OTHER_SIGN = pattern(r"([A-Za-z_][\w-]*+)(?:[ \t]*+[=：;][ \t]*+|:[\u00a0\u3000]\s*+|[ \t]++(?=[\"']))(?=\S)")
_WIDEST_GAP = 2  # between a key and its value in one line
_COMMENTED = names("title date updated lastmod layout draft")
_REMARK = pattern(r"(?<=[^ \t:])[ \t]++(//)[ \t]")
_BLANK_TO_FILL = pattern(r"<%[-=~]?[ \t]*+tp\.[^\n]*%>")
_HASHTAGS = pattern(
    r"[ \t]++((?!#(?i:todo|fixme|draft|noqa|wip|required|optional|change|title|name|seo|max|obligatoire)\b)#[^\W\d][\w-]*+(?:[ \t]++#[^\W\d][\w-]*+)*+)[ \t]*+(?=[\r\n]|\Z)"
)
_SHARP = pattern(
    r"[ \t]++(#(?:[ \t]++[^\x00-\x7f][^\r\n]*+)?+)[ \t]*+(?=[\r\n]|\Z)"
)  # behind C and F, as "C #" is a language
_ENDS_IN_LETTER = pattern(r"(?:\A|[ \t])[CF]\Z")
_CUT_OFF = pattern(r"[ \t]++(#\d++(?![ \t]*+(?:char|max|word))[^\r\n]*)")


def slips_in(text: str, fields: Mapping[Path, Field]) -> Iterator[Problem]:
    """What is told of the values of YAML front matter, each with what its author would have written."""
    yield from of_lists(text, fields)
    for name in _COMMENTED:
        if (field := fields.get((name,))) is not None and isinstance(field.data, str):
            if "//" in field.data or "<%" in field.data:
                yield from _of_remark(text, field)
    above: Field | None = None
    for path, field in fields.items():
        _, key, (start, end), data, style = field
        if key is not None and start - key[1] > _WIDEST_GAP and style == "plain":
            yield from as_one_text(text, field)
        elif data.__class__ is list and len(data) > 1:
            yield from items_with_colon(text, path, data, fields)
        if len(path) == 1:
            if key is not None and (text[key[0]] in ":-" or text[key[1] - 1] in ":-"):
                yield from _of_key(path[0], key, fields)
            if key is not None and path[0].__class__ is str and not path[0].isalnum():
                yield from _of_other_sign(text, field)
            if above is not None and above.data.__class__ is list:
                yield from key_at_the_margin(text, above, field, fields)
            above = field
        if text[end - 1] in _SUSPECT_ENDS or text.startswith(" #", end):  # a quote ends it, or a comment may follow it
            is_whole = len(path) == 1 and not glued_head(path[0]) and not _EQUALS.match(str(path[0]))
            if is_whole and path[0] not in NAMES and is_bare(text, field):
                yield from _of_value(text, field)


def _of_remark(text: str, field: Field) -> Iterator[Problem]:
    """A comment of another language behind what programs read, or a template's mark that nothing filled in."""
    remark = _REMARK.search(field.data) if field.path[0] in PROGRAM_KEYS and is_bare(text, field) else None
    if remark is not None:
        span = Span(field.value.start + remark.start(1), field.value.start + remark.end(1))
        message = 'a comment begins with "#" here, not with "//"'
        yield slip(field.value, message, Edit(span, "#"), 'Write "#"')
    if _BLANK_TO_FILL.match(field.data):
        message = "a template was never filled in here: write what belongs there"
        yield Problem("front-matter-unreadable", field.value, message)


def _of_key(name: object, key: Span, fields: Mapping[Path, Field]) -> Iterator[Problem]:
    """A known key with a colon or a dash too many, which are part of it for YAML."""
    bare = name.strip(":-") if isinstance(name, str) else name
    if isinstance(name, str) and bare != name and bare in KNOWN_KEYS and key.end - key.start == len(name):
        message = f'"{name[0] if name[0] in ":-" else name[-1]}" stands beside the key "{bare}" and belongs to it'
        is_sure = name[0] != "-" and (bare,) not in fields  # a dash before it may be what is left of a comparison
        edits = (Edit(key, bare),) if is_sure else ()
        yield Problem("front-matter-unreadable", key, message, edits, "Remove it")


def _of_other_sign(text: str, field: Field) -> Iterator[Problem]:
    """A key with another sign than a colon behind it, or none, whose value has a colon that ends the key for YAML."""
    sign = _OTHER_SIGN.match(field.name)
    if sign is None or sign[1] not in KNOWN_KEYS or field.key is None or not text.startswith(sign[0], field.key.start):
        return
    rest = blank_after_colon(text, field.key.start + sign.end())
    edit = Edit(Span(field.key.start + sign.end(1), rest.span.end), ":" + rest.text)
    message = f'YAML has a colon and a blank after a key: "{sign[1]}: "'
    yield slip(Span(field.key.start, field.value.end), message, edit, "Write a colon")


def _of_value(text: str, field: Field) -> Iterator[Problem]:
    written = field.data
    if field.path[0] in PROGRAM_KEYS and len(written) > 2 and written[0] in "“‘" and written[-1] in "”’":
        message = "these quotes are typographic: they become part of the value"
        yield slip(field.value, message, Edit(field.value, in_quotes(written[1:-1])), "Write plain quotes")
    if _DATE_AND_QUOTE.match(written):
        edit = Edit(field.value, f'"{written[:-1]}"')
        yield slip(field.value, "this value has no opening quote", edit, "Add the quote")
        return
    if written[-1] == '"' and len(written) > 2:
        if written[0] in "“”" and not re.search('[“”"]', written[1:-1]):
            edit = Edit(field.value, in_quotes(written[1:-1]))
            yield slip(field.value, f'this value begins with {written[0]} and ends with "', edit, "Write plain quotes")
        elif written[:-1] in ("true", "false"):
            yield slip(field.value, "one quote too many", Edit(field.value, written[:-1]), "Remove the quote")
        elif LONE_QUOTE.match(written):
            edit = Edit(field.value, in_quotes(written[:-1]))
            yield slip(field.value, "this value has no opening quote", edit, "Add the quote")
    if text.startswith(" #", field.value.end) and field.path[0] in TEXT_KEYS:
        lost = _CUT_OFF.match(text, field.value.end)
        if lost is None and field.path[0] in PROSE_KEYS and " " in written and written.isascii():
            lost = _HASHTAGS.match(text, field.value.end)
            lost = lost if lost is not None and lost[1].isascii() else None
        if lost is None and _ENDS_IN_LETTER.search(written):
            lost = _SHARP.match(text, field.value.end)
        if lost is not None:
            span = Span(lost.start(1), lost.start(1) + len(lost[1].rstrip()))
            whole = Span(field.value.start, span.end)
            edit = Edit(whole, in_quotes(text[whole.start : whole.end]))
            message = f'what stands from "{lost[1][:20].strip()}" on is a comment for YAML: a text with " #" in it needs quotes'
            yield slip(span, message, edit, "Quote the value")
