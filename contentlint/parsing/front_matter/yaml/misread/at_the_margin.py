"""Quoted texts and lists in brackets that go on at the margin: Hexo keeps to YAML 1.2 and stops there, where most
programs read on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from contentlint.document import Problem
from contentlint.errors import KeyPath
from contentlint.fields import Field
from contentlint.parsing.front_matter.keys import named
from contentlint.parsing.front_matter.mending import slip
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

# no item, no comment, and not the bracket that closes a list, which may stand there
_SUSPECT = pattern(r"\n(?=[^\s#\-\]}])")
_AT_MARGIN = pattern(r"(?<=\n)(?![#\]}])\S[^\r\n]*+")
_QUOTED = frozenset({"single", "double"})


def at_the_margin(text: str, content: Span, fields: Mapping[KeyPath, Field]) -> Iterator[Problem]:
    """What is told of values that go on at the margin, each with all its lines indented."""
    keys = {field.key.start for path, field in fields.items() if len(path) == 1 and field.key is not None}
    suspects = [suspect.end() for suspect in _SUSPECT.finditer(text, content.start, content.end)]
    suspects = [at for at in suspects if at not in keys]
    reached = content.start
    for field in fields.values() if suspects else ():
        value = field.value
        if value.start >= reached and (field.style in _QUOTED or text[value.start] in "[{"):
            reached = value.end
            if bisect_left(suspects, value.start) < bisect_left(suspects, value.end):
                yield _told(text, field)


def _told(text: str, field: Field) -> Problem:
    lines = list(_AT_MARGIN.finditer(text, *field.value))
    line = text[text.rfind("\n", 0, field.value.start) + 1 : field.value.start]
    indent = " " * (len(line) - len(line.lstrip(" -")) + 2)
    edits = tuple(Edit.at(line.start(), indent) for line in lines)
    name = next((step for step in reversed(field.path) if isinstance(step, str)), field.path[0])
    message = f'this line belongs to "{named(name)}" and must be indented: newer versions of Hexo stop here'
    span = Span(lines[0].start(), lines[0].start() + len(lines[0][0].rstrip()))
    return slip(span, message, edits, "Indent it")._replace(is_slight=True)
