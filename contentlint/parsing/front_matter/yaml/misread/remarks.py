"""Comments of another language in sound YAML, which became part of a value or all of it."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Problem
from contentlint.fields import Field
from contentlint.parsing.front_matter.keys import DATE_KEYS, LIST_KEYS, PROGRAM_KEYS, names
from contentlint.parsing.front_matter.mending import slip
from contentlint.parsing.front_matter.yaml.remarks import REMARKED_KEYS, comment_told, end_before_remark, remark_alone
from contentlint.parsing.front_matter.yaml.writing import is_bare
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_OF_NO_TEXT = DATE_KEYS | {*names("layout template permalink draft")}
LINE_END = pattern(r"[ \t]*+(?:[\r\n]|\Z)")
_MARK = pattern(r"[ \t]*+(//++[ \t]*+)")
_BEHIND = pattern(r"(?<=[^ \t:])[ \t]++(//++(?:[ \t]++|(?=[^\x00-\x7f]))(?!\d))")
# behind a path, or in a script that the one word before it is not in
_BEHIND_WORD = pattern(r"[!-~]++[ \t]++(//++[ \t]*+)(?=[^\x00-\x7f])|(?=[!-~]*[/.])[!-~]++[ \t]++(//++[ \t]++)(?!.*/)")
# where a blank follows, it may part two names
_BEHIND_ITEM = pattern(r"(?<=[^ \t:])[ \t]++(//++(?=[^\x00-\x7f]))")


def remark(text: str, field: Field) -> Iterator[Problem]:
    """What is told of a text without quotes that has two slashes in it."""
    if is_bare(text, field) and (mark := _mark(text, field)) is not None:
        edit = Edit(mark.shifted(field.value.start), "# ")
        yield slip(field.value, comment_told(), edit, 'Write "#"')


def _mark(text: str, field: Field) -> Span | None:
    """Where the mark of a comment stands in a value."""
    key, written, is_of_page = field.path[0], field.data, len(field.path) == 1
    if is_of_page and key in REMARKED_KEYS and (alone := remark_alone(written)) is not None:
        return alone
    found = None
    if field.key is not None and _fills_line(text, field) and (end := end_before_remark(field.path[-1], written)):
        found = _MARK.match(written, end)
    elif is_of_page and key in _OF_NO_TEXT:
        found = _BEHIND.search(written)
    elif is_of_page and key in PROGRAM_KEYS:
        found = _BEHIND_WORD.match(written)
    elif len(field.path) == 2 and key in LIST_KEYS and field.key is None and _fills_line(text, field):
        found = _BEHIND_ITEM.search(written)
    return Span(*found.span(found.lastindex or 1)) if found is not None else None


def _fills_line(text: str, field: Field) -> bool:
    """Whether a key with its value, or an item, has its line alone: between brackets a comment would swallow what
    follows."""
    start = (field.key or field.value).start
    before = text[text.rfind("\n", 0, start) + 1 : start].strip()
    is_alone = before == "-" or (before == "" and field.key is not None)
    return is_alone and LINE_END.match(text, field.value.end) is not None
