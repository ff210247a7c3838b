"""Links in double brackets, as Obsidian has them, which sound YAML reads as a list in a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.document import Problem
from contentlint.errors import KeyPath
from contentlint.fields import Field
from contentlint.parsing.front_matter.keys import DATE_KEYS, named, names
from contentlint.parsing.front_matter.mending import slip
from contentlint.parsing.front_matter.yaml.writing import in_quotes
from contentlint.patterns import pattern
from contentlint.text import Edit

_NESTED = names("categories category")
# a small word alone may be some program's
_LINK = pattern(r"\[\[(?=[^\W\d_])(?![a-z][\w-]*+\])[^\[\]{},\"'\n]++\]\]\Z")
# one to the note of a day, which may lie in a folder and have another name shown
_DAY = pattern(r"\[\[(?:[^\[\]|/\n]++/)*+(\d{4}-\d\d-\d\d)(?:\|[^\[\]\n]*+)?+\]\]\Z")


def wikilinks(text: str, fields: Mapping[KeyPath, Field]) -> Iterator[Problem]:
    """What is told of values and items that are one link; Hexo has categories in categories so."""
    for field in fields.values():
        if field.style != "sequence" or len(field.data) != 1 or field.path[0] in _NESTED:
            continue
        written = field.value.of(text)
        day = _DAY.match(written) if field.path[0] in DATE_KEYS and len(field.path) == 1 else None
        if day is not None:
            message = f"a date has no brackets: write {day[1]}"
            yield slip(field.value, message, Edit(field.value, day[1]), "Write the date")
        elif _LINK.match(written):
            message = f'"{named(written)}" is a list in a list for YAML: a link in double brackets needs quotes'
            yield slip(field.value, message, Edit(field.value, in_quotes(written)), "Quote the link")
