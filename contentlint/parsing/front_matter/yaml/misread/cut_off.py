"""Texts of sound YAML that are cut off at a " #", which begins a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.document import Problem
from contentlint.fields import Field
from contentlint.parsing.front_matter.keys import LIST_KEYS, PROSE_KEYS, TEXT_KEYS
from contentlint.parsing.front_matter.mending import slip
from contentlint.parsing.front_matter.yaml.writing import in_quotes
from contentlint.patterns import pattern
from contentlint.text import Edit, Span
from contentlint.wording import cut

_NO_REMARK = r"(?!#(?i:todo|fixme|draft|noqa|wip|required|optional|change|title|name|seo|max|obligatoire)\b)"
_HASHTAGS = pattern(rf"[ \t]++({_NO_REMARK}#[^\W\d][\w-]*+(?:[ \t]++#[^\W\d][\w-]*+)*+)[ \t]*+(?=[\r\n]|\Z)")
_SHARP = pattern(
    r"[ \t]++(#(?:[ \t]++[^\x00-\x7f][^\r\n]*+)?+)[ \t]*+(?=[\r\n]|\Z)"
)  # behind C and F, as "C #" is a language
_ENDS_IN_LETTER = pattern(r"(?:\A|[ \t])[CF]\Z")
# "#12", and what a program fills in: "##Platform##"
_CUT_OFF = pattern(r"[ \t]++(#(?:\d++(?![ \t]*+(?:char|max|word))|#\w++##)[^\r\n]*)")
_BEHIND_COMMA = pattern(rf"[ \t]++({_NO_REMARK}#++[^\s#!][^\r\n]*+)")  # no text ends so: another tag follows

# a tag of one word, or of more with a number, as "#Import 2020-05", in another script, or with another tag behind it
_SURELY_TAG = pattern(r"#++(?:[^\s,]++[ \t]*+(?:,|\Z)|(?=[^,#]*[\d\u0100-\uffff])|.*,[ \t]*+#)")


def cut_off(text: str, field: Field) -> Iterator[Problem]:
    """What YAML takes for a comment behind a text without quotes, but its author for a part of it."""
    lost = _lost(text, field)
    if lost is not None:
        span = Span(lost.start(1), lost.start(1) + len(lost[1].rstrip()))
        whole = Span(field.value.start, span.end)
        edit = Edit(whole, in_quotes(whole.of(text)))
        message = f'what stands from "{cut(lost[1], 20)}" on is a comment for YAML: a text with " #" in it needs quotes'
        yield slip(span, message, edit, "Quote the value")


def _lost(text: str, field: Field) -> re.Match[str] | None:
    written, end = field.data, field.value.end
    if written[-1] == "," and (field.path[0] in TEXT_KEYS or field.path[0] in LIST_KEYS):
        lost = _BEHIND_COMMA.match(text, end)
        return lost if lost is not None and (field.path[0] in TEXT_KEYS or _SURELY_TAG.match(lost[1])) else None
    if field.path[0] not in TEXT_KEYS:
        return None
    lost = _CUT_OFF.match(text, end)
    if lost is None and field.path[0] in PROSE_KEYS and " " in written and written.isascii():
        lost = _HASHTAGS.match(text, end)
        lost = lost if lost is not None and lost[1].isascii() else None
    if lost is None and _ENDS_IN_LETTER.search(written):
        lost = _SHARP.match(text, end)
    return lost
