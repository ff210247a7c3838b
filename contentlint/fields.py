"""Front matter as data: each value with its place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from contentlint.errors import KeyPath
from contentlint.lazy import lazy
from contentlint.spans import Merged
from contentlint.text import Span

Style = Literal["plain", "single", "double", "literal", "folded", "mapping", "sequence"]


def small(key: str | int) -> str | int:
    """A key without its capital, with which some write all of them: title for Title."""
    return key[0].lower() + key[1:] if isinstance(key, str) and key[:1].isupper() else key


class Field(NamedTuple):
    """A front matter value and its place; `key` is None for an item of a list."""

    path: KeyPath
    key: Span | None
    value: Span
    data: Any
    style: Style = "plain"

    @property
    def is_table(self) -> bool:
        """Whether its key is the name of a table in TOML or stands before a dot, and not before its value."""
        return self.style in ("mapping", "sequence") and self.key is not None and self.value.start <= self.key.start

    @property
    def name(self) -> str:
        return str(self.path[-1])


@dataclass(frozen=True)
class FrontMatter:
    """The block of metadata at an article's head.

    `span` takes in the fences; `opening` and `closing` are the fences' lines without line end (empty where there
    is none); `fields` has each key and list item by its path; dates in `data` are text as written. `readable` is
    False where `data` is not what the author meant: it did not parse, or is in an engine that is left alone.
    """

    syntax: str
    span: Span
    opening: Span
    content: Span
    closing: Span
    data: Mapping[str, Any] = field(default_factory=dict)
    fields: Mapping[KeyPath, Field] = field(default_factory=dict)
    readable: bool = True

    @lazy
    def top(self) -> tuple[Field, ...]:
        """The top-level fields in the order they are written."""
        return tuple([entry for path, entry in self.fields.items() if len(path) == 1])

    @lazy
    def below(self) -> Mapping[str | int, Sequence[Field]]:
        """Each top-level field with those in it, by its key."""
        found: dict[str | int, list[Field]] = {}
        for path, entry in self.fields.items():
            found.setdefault(path[0], []).append(entry)
        return found

    @lazy
    def scalars(self) -> Merged:
        """The places of all values but lists and groups."""
        return Merged([entry.value for entry in self.fields.values() if entry.style not in ("mapping", "sequence")])

    def beginning_in(self, span: Span) -> Sequence[Field]:
        """The fields whose values begin within these characters."""
        start, end = (bisect_left(self._starts, at) for at in span)
        return self._in_order[start:end]

    @lazy
    def _in_order(self) -> Sequence[Field]:
        return sorted(self.fields.values(), key=lambda entry: entry.value.start)

    @lazy
    def _starts(self) -> Sequence[int]:
        return [entry.value.start for entry in self._in_order]

    def first(self, *keys: str) -> Field | None:
        """The first of these top-level keys that is there."""
        fields = self.fields
        for key in keys:
            if (key,) in fields:
                return fields[(key,)]
        return None
