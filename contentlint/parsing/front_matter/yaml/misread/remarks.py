"""Comments of another language in sound YAML, which became part of a value or all of it."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Problem
from contentlint.fields import Field
from contentlint.parsing.front_matter.keys import DATE_KEYS, LIST_KEYS, PAGE_KEYS, PROGRAM_KEYS, TEXT_KEYS
from contentlint.parsing.front_matter.mending import slip
from contentlint.parsing.front_matter.yaml.remarks import REMARK_TOLD, end_before_remark, remark_alone
from contentlint.parsing.front_matter.yaml.writing import is_bare
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_KNOWN_KEYS = PAGE_KEYS | DATE_KEYS
_MARK = pattern(r"[ \t]*+(//++[ \t]*+)")
_BEHIND = pattern(r"(?<=[^ \t:])[ \t]++(//++(?:[ \t]++|(?=[^\x00-\x7f])))")
# where a blank follows, it may part two names
_BEHIND_ITEM = pattern(r"(?<=[^ \t:])[ \t]++(//++(?=[^\x00-\x7f]))")


def remark(text: str, field: Field) -> Iterator[Problem]:
    """What is told of a text without quotes that has two slashes in it."""
    if is_bare(text, field) and (mark := _mark(field)) is not None:
        edit = Edit(mark.shifted(field.value.start), "# ")
        yield slip(field.value, REMARK_TOLD, edit, 'Write "#"')


def _mark(field: Field) -> Span | None:
    """Where the mark of a comment stands in a value."""
    key, written, is_of_page = field.path[0], field.data, len(field.path) == 1
    if is_of_page and key in _KNOWN_KEYS and (alone := remark_alone(key, written)) is not None:
        return alone
    found = None
    if key not in TEXT_KEYS and (end := end_before_remark(written)):
        found = _MARK.match(written, end)
    elif is_of_page and key in PROGRAM_KEYS:
        found = _BEHIND.search(written)
    elif len(field.path) == 2 and key in LIST_KEYS:
        found = _BEHIND_ITEM.search(written)
    return Span(*found.span(1)) if found is not None else None
