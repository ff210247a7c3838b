"""What the compiled validator finds, in the form of the reference's errors, where the two say the same.

Most front matter breaks a plain keyword of one key, and loading the reference takes longer than checking fifty articles.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from contentlint.errors import KeyPath

_PLAIN = frozenset(
    "type enum const format pattern required additionalProperties minLength maxLength minItems maxItems minimum maximum".split()
)


class PlainError(NamedTuple):
    """As much of jsonschema's `ValidationError` as telling one takes."""

    absolute_path: KeyPath
    absolute_schema_path: KeyPath
    instance: Any
    schema: Any
    message: str
    context: tuple[PlainError, ...] = ()

    @property
    def validator(self) -> str | int:
        return self.absolute_schema_path[-1]

    @property
    def validator_value(self) -> Any:
        return self.schema[self.validator]


def plain_errors(raw: Any, data: Any, errors: Iterable[Any]) -> list[PlainError]:
    """The errors that a compiled validator of `raw` finds in the data; none where one of them is not plain, that is, of
    another keyword, or of a schema that more than `properties` and `items` leads to."""
    found = []
    for error in errors:
        path, steps = tuple(error.instance_path), tuple(error.schema_path)
        is_direct = tuple(error.evaluation_path) == steps  # no `$ref` led there
        schema = _schema_at(raw, steps[:-1]) if is_direct and steps[-1:] and steps[-1] in _PLAIN else None
        if schema is None:
            return []
        instance = data
        for step in path:
            instance = instance[step]
        is_missing = steps[-1] == "required"
        message = f"{error.kind.property!r} is a required property" if is_missing else error.message
        found.append(PlainError(path, steps, instance, schema, message))
    return found


def _schema_at(raw: Any, steps: KeyPath) -> dict[str, Any] | None:
    """The schema at the end of these steps, where `properties` and `items` alone lead to it."""
    current, left = raw, list(reversed(steps))
    while left:
        step = left.pop()
        if step == "properties" and left:
            current = current["properties"][left.pop()]
        elif step == "items":
            current = current["items"]
        else:
            return None
    return current if isinstance(current, dict) else None
