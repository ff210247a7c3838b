"""Texts of sound YAML that are meant otherwise: a quote that stands alone, what became no comment."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Problem
from contentlint.fields import Field
from contentlint.parsing.front_matter.keys import PROGRAM_KEYS
from contentlint.parsing.front_matter.mending import NEVER_FILLED, slip
from contentlint.parsing.front_matter.yaml.misread.name_lists import LONE_QUOTE
from contentlint.parsing.front_matter.yaml.writing import in_mixed_quotes, in_quotes, is_bare
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_DATE_AND_QUOTE = pattern(r"\d{4}-\d\d?-\d\d?[T\d:.+Z \t-]*[\"']\Z")
_PLACE_AND_QUOTE = pattern(r"(?:https?://|\.{0,2}/)[^\s\"']++[\"']\Z")
_DAY = pattern(r"\d{4}[-/.]\d\d?[-/.]\d\d?")
_TEMPLATE_OF_TEMPLATER = pattern(r"<%[-=~]?[ \t]*+tp\.[^\n]*%>")


def unfilled_template(field: Field) -> Iterator[Problem]:
    """A template's mark that nothing filled in."""
    if _TEMPLATE_OF_TEMPLATER.match(field.data):
        yield slip(field.value, NEVER_FILLED)


def sign_behind(text: str, field: Field) -> Iterator[Problem]:
    """A comma or semicolon behind the name of a layout, as in other languages."""
    sign = field.data[-1:]
    if sign in (",", ";") and is_bare(text, field):
        edit = Edit(Span(field.value.end - 1, field.value.end), "")
        yield slip(field.value, f'a "{sign}" after the value has no place in YAML', edit, "Remove it")


def quote_alone(field: Field) -> Iterator[Problem]:
    """A quote at the end of a value that begins with none, or with a typographic one."""
    written = field.data
    if _DATE_AND_QUOTE.match(written):
        edit = Edit(field.value, f'"{written[:-1]}"')
        yield slip(field.value, "this value has no opening quote", edit, "Add the quote")
    elif (mixed := in_mixed_quotes(written)) is not None:
        edit = Edit(field.value, in_quotes(mixed))
        message = f"this value begins with {written[0]} and ends with {written[-1]}"
        yield slip(field.value, message, edit, "Write plain quotes")
    elif written in ('true"', 'false"'):
        yield slip(field.value, "one quote too many", Edit(field.value, written[:-1]), "Remove the quote")
    elif (LONE_QUOTE.match(written) and len(written) > 2) or _PLACE_AND_QUOTE.match(written):
        edit = Edit(field.value, in_quotes(written[:-1]))
        yield slip(field.value, "this value has no opening quote", edit, "Add the quote")


def odd_quotes(field: Field) -> Iterator[Problem]:
    """Typographic quotes around what programs read, or one quote at the end."""
    written = field.data
    in_typographic = len(written) > 2 and written[0] in "“‘＂" and written[-1] in "”’＂"
    if (
        in_typographic and field.path[0] in PROGRAM_KEYS and not _DAY.match(written, 1)
    ):  # what dates lack is told of them
        message = "these quotes are typographic: they become part of the value"
        yield slip(field.value, message, Edit(field.value, in_quotes(written[1:-1])), "Write plain quotes")
    yield from quote_alone(field)
