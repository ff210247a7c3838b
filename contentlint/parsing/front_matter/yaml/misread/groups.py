"""Groups in braces in sound YAML whose keys lack a colon or the blank behind it, so that none has a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.document import Problem
from contentlint.errors import KeyPath
from contentlint.fields import Field
from contentlint.parsing.front_matter.mending import slip
from contentlint.patterns import pattern
from contentlint.text import Edit, Span
from contentlint.wording import cut

_KEY = pattern(
    r"([A-Za-z_][\w-]*+)(?:(?P<glued>:)(?!//)(?=[^\s:])|[ \t]*+(?P<equals>=)[ \t]*+(?=[^\s=])|(?P<bare>)[ \t]++(?=[/\"']))"
)
_MEANT = {
    "glued": ('a space is missing after "{}:"', "Add the space", ": "),
    "equals": ('YAML has a colon after a key: "{}:"', "Write a colon", ": "),
    "bare": ('the ":" after "{}" is missing', 'Add the ":"', ":"),
}


def keys_without_signs(text: str, field: Field, fields: Mapping[KeyPath, Field]) -> Iterator[Problem]:
    """What is told of a group of several keys; one alone may be some program's mark."""
    entries = [fields.get((*field.path, name)) for name, value in field.data.items() if value is None]
    places = [entry.key for entry in entries if entry is not None and entry.key is not None]
    keys = [key for place in places if (key := _KEY.match(text, *place)) is not None]
    if len(field.data) < 2 or len(keys) < len(entries):
        return
    for place, key in zip(places, keys):
        kind = str(key.lastgroup)
        message, title, sign = _MEANT[kind]
        end = key.end() if kind == "equals" else key.end(kind)
        yield slip(place, message.format(cut(key[1])), Edit(Span(key.end(1), end), sign), title)
