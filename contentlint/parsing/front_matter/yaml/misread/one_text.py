"""Lines below a key that sound YAML has as one text, where their author meant items or keys."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Problem
from contentlint.fields import Field
from contentlint.parsing.front_matter.keys import LIST_KEYS, PROSE_KEYS, named, names
from contentlint.parsing.front_matter.mending import slip
from contentlint.parsing.front_matter.yaml.writing import BULLETS
from contentlint.patterns import pattern
from contentlint.text import Edit, Span
from contentlint.wording import cut

_LINE = pattern(r"(?m)^[ \t]*+(\S[^\r\n]*+)")
_BULLET = pattern(rf"(?:[–—－*+]|\d{{1,2}}\.)[ \t]++(?=\S)|{BULLETS}|-[\u00a0\u3000]++(?=\S)|--[ \t]*+(?=[^\s-])")
_GLUED_ITEM = pattern(r"-(?=[^\W\d_]{3})[\w./-]++\Z")
# keys of several things, but not of what itself begins with a dash, as options and the ends of words do
_OF_SEVERAL = pattern(r"(?!(?i:args|flags|options|opts|params|suffixes|endings)\Z).*[^su]s\Z")
_SHORT = pattern(r"[^\s,:\"'#-][^\s,]*+(?<![.!?。！？])\Z")
_GLUED = pattern(r"(?!(?:https?|mailto|ftp|tel|data|urn):)[A-Za-z_][\w-]*+:(?!//)(?=[^\s:])")
_NO_COLON = pattern(r"[A-Za-z_][\w-]*+(?=[ \t]++(?:\"[^\"]*+\"|'[^']*+'|/\S++|https?://\S++)\Z)")
# what a group of keys has, as pictures, people and menus do
_PARTS = frozenset(
    names("name url link href src path image alt title text teaser caption nav label icon weight email bio avatar")
)


def as_one_text(text: str, field: Field) -> Iterator[Problem]:
    """What is told of a text without quotes that begins below its key."""
    if field.key is None or not isinstance(field.data, str) or "\n" not in text[field.key.end : field.value.start]:
        return
    start = text.rfind("\n", 0, field.value.start) + 1
    found = _LINE.finditer(text, start, field.value.end)
    lines = [Span(line.start(1), line.start(1) + len(line[1].rstrip().removesuffix(","))) for line in found]
    is_list = field.path[-1] in LIST_KEYS and len(field.path) == 1
    if lines and (is_list or field.path[-1] not in PROSE_KEYS):  # none where only blanks of other scripts stand there
        problem = _as_items(text, field, lines) if is_list else _as_keys(text, field, lines)
        if problem is None and not is_list:
            problem = _as_glued_item(text, field, lines)
        if problem is not None:
            yield problem


def _as_items(text: str, field: Field, lines: list[Span]) -> Problem | None:
    told = f'"{named(field.path[-1])}" is read as one text: '
    bullets = [bullet for line in lines if (bullet := _BULLET.match(text, *line)) is not None]
    if len(bullets) == len(lines):
        edits = tuple(Edit(Span(*bullet.span()), "- ") for bullet in bullets)
        return slip(field.value, f'{told}a list item begins with "- "', edits, 'Write "-"')
    if len(lines) == 1 and text.startswith("-", lines[0].start):
        return _without_blank(field, lines[0], told)
    if len(lines) > 1 and all(_SHORT.match(line.of(text)) for line in lines):
        edits = tuple(edit for line in lines for edit in _as_item(text, line))
        return slip(field.value, f'{told}each item of a list begins with "- "', edits, 'Add the "-"')
    return None


def _as_glued_item(text: str, field: Field, lines: list[Span]) -> Problem | None:
    """One item below a key that has several: an option of a program begins so, too."""
    key = str(field.path[-1])
    if len(lines) > 1 or not _OF_SEVERAL.match(key) or not _GLUED_ITEM.match(text, *lines[0]):
        return None
    return _without_blank(field, lines[0], f'"{named(key)}" is read as one text: ')


def _without_blank(field: Field, line: Span, told: str) -> Problem:
    blank = Edit.at(line.start + 1, " ")
    return slip(field.value, f'{told}a space is missing after the "-"', blank, "Add the space")


def _as_item(text: str, line: Span) -> Iterator[Edit]:
    yield Edit.at(line.start, "- ")
    if text.startswith(",", line.end):
        yield Edit(Span(line.end, line.end + 1), "")


def _as_keys(text: str, field: Field, lines: list[Span]) -> Problem | None:
    """Keys without a blank or a colon: where it is one alone, a key that such groups have."""
    for form, told, sign in (
        (_GLUED, 'a space is missing after "{}"', " "),
        (_NO_COLON, 'the ":" after "{}" is missing', ":"),
    ):
        heads = [head for line in lines if (head := form.match(text, *line)) is not None]
        known = [head for head in heads if head[0].rstrip(":") in _PARTS]
        if len(heads) == len(lines) and known:
            edits = tuple(Edit.at(head.end(), sign) for head in heads)
            message = f'"{named(field.path[-1])}" is read as one text: {told.format(cut(heads[0][0]))}'
            return slip(field.value, message, edits, "Write keys and values")
    return None
