"""Texts of sound YAML that are meant otherwise: a quote that stands alone, what became a comment or did not."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Problem
from contentlint.fields import Field
from contentlint.parsing.front_matter.keys import PROGRAM_KEYS, PROSE_KEYS, TEXT_KEYS
from contentlint.parsing.front_matter.mending import slip
from contentlint.parsing.front_matter.parsed import NEVER_FILLED
from contentlint.parsing.front_matter.yaml.misread.name_lists import LONE_QUOTE, MIXED_QUOTES
from contentlint.parsing.front_matter.yaml.writing import in_quotes, is_bare
from contentlint.patterns import pattern
from contentlint.text import Edit, Span
from contentlint.wording import cut

_DATE_AND_QUOTE = pattern(r"\d{4}-\d\d?-\d\d?[T\d:.+Z \t-]*[\"']\Z")
_PLACE_AND_QUOTE = pattern(r"(?:https?://|\.{0,2}/)[^\s\"']++[\"']\Z")
_DAY = pattern(r"\d{4}[-/.]\d\d?[-/.]\d\d?")
_REMARK = pattern(r"(?<=[^ \t:])[ \t]++(//)[ \t]")
_TEMPLATE_OF_TEMPLATER = pattern(r"<%[-=~]?[ \t]*+tp\.[^\n]*%>")
_HASHTAGS = pattern(
    r"[ \t]++((?!#(?i:todo|fixme|draft|noqa|wip|required|optional|change|title|name|seo|max|obligatoire)\b)#[^\W\d][\w-]*+(?:[ \t]++#[^\W\d][\w-]*+)*+)[ \t]*+(?=[\r\n]|\Z)"
)
_SHARP = pattern(
    r"[ \t]++(#(?:[ \t]++[^\x00-\x7f][^\r\n]*+)?+)[ \t]*+(?=[\r\n]|\Z)"
)  # behind C and F, as "C #" is a language
_ENDS_IN_LETTER = pattern(r"(?:\A|[ \t])[CF]\Z")
# "#12", and what a program fills in: "##Platform##"
_CUT_OFF = pattern(r"[ \t]++(#(?:\d++(?![ \t]*+(?:char|max|word))|#\w++##)[^\r\n]*)")


def remark_or_template(text: str, field: Field) -> Iterator[Problem]:
    """A comment of another language behind what programs read, or a template's mark that nothing filled in."""
    remark = _REMARK.search(field.data) if field.path[0] in PROGRAM_KEYS and is_bare(text, field) else None
    if remark is not None:
        span = Span(*remark.span(1)).shifted(field.value.start)
        message = 'a comment begins with "#" here, not with "//"'
        yield slip(field.value, message, Edit(span, "#"), 'Write "#"')
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
    elif (mixed := MIXED_QUOTES.match(written)) is not None:
        edit = Edit(field.value, in_quotes(mixed[1]))
        yield slip(field.value, f'this value begins with {written[0]} and ends with "', edit, "Write plain quotes")
    elif written in ('true"', 'false"'):
        yield slip(field.value, "one quote too many", Edit(field.value, written[:-1]), "Remove the quote")
    elif (LONE_QUOTE.match(written) and len(written) > 2) or _PLACE_AND_QUOTE.match(written):
        edit = Edit(field.value, in_quotes(written[:-1]))
        yield slip(field.value, "this value has no opening quote", edit, "Add the quote")


def quote_or_comment(text: str, field: Field) -> Iterator[Problem]:
    written = field.data
    in_typographic = len(written) > 2 and written[0] in "“‘" and written[-1] in "”’"
    if (
        in_typographic and field.path[0] in PROGRAM_KEYS and not _DAY.match(written, 1)
    ):  # what dates lack is told of them
        message = "these quotes are typographic: they become part of the value"
        yield slip(field.value, message, Edit(field.value, in_quotes(written[1:-1])), "Write plain quotes")
    yield from quote_alone(field)
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
            edit = Edit(whole, in_quotes(whole.of(text)))
            message = (
                f'what stands from "{cut(lost[1], 20)}" on is a comment for YAML: a text with " #" in it needs quotes'
            )
            yield slip(span, message, edit, "Quote the value")
