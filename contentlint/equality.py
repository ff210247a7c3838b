"""Which values of JSON are equal, as JSON Schema compares them: 1 and 1.0 are, 1 and true are not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def repeats(items: Sequence[Any]) -> dict[int, int]:
    """The places of the items that stand in a list before, each with that of the first one like it."""
    known: dict[Any, int] = {}
    firsts = [known.setdefault(_to_look_up(item), index) for index, item in enumerate(items)]
    return {index: first for index, first in enumerate(firsts) if first != index}


def _to_look_up(value: Any) -> Any:
    """What is equal, and has the same hash, for values that are; dates and other values that JSON lacks are as written."""
    if isinstance(value, dict):
        return frozenset((str(key), _to_look_up(part)) for key, part in value.items())
    if isinstance(value, (list, tuple)):
        return tuple(map(_to_look_up, value))
    if isinstance(value, bool):  # which to Python is 1 or 0
        return bool, value
    return value if isinstance(value, (int, float, str, type(None))) else str(value)
