"""What a schema may ask about beside one value, so that a change of that value is judged without all the rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from contentlint.errors import KeyPath
from contentlint.schema.as_json import spelled
from contentlint.schema.parts import walked


class Beside:
    """The keys that some schemas name, and how many items of a list they ask about one by one."""

    def __init__(self, schemas: Iterable[Any]) -> None:
        parts = [part for raw in schemas for _, part in walked(raw) if isinstance(part, dict)]
        required = [names for part in parts if isinstance(names := part.get("required"), list)]
        lists = [part.get(key) for part in parts for key in ("prefixItems", "items")]
        self.names = frozenset(name for names in (*parts, *required) for name in names if isinstance(name, str))
        self.items = max((len(each) for each in lists if isinstance(each, list)), default=0)

    def changed(self, data: Any, path: KeyPath, value: Any) -> tuple[Any, KeyPath]:
        """The data with another value at a path, without what no schema asks about beside it; and where it is then."""
        if not path:
            return value, ()
        step, rest = path[0], path[1:]
        if isinstance(data, list) and isinstance(step, int):
            inner, place = self.changed(data[step], rest, value)
            kept = data[: self.items]
            step = min(step, len(kept))
            return [*kept[:step], inner, *kept[step + 1 :]], (step, *place)
        group: dict[Any, Any] = {spelled(key): each for key, each in data.items()}
        inner, place = self.changed(group.get(step), rest, value)
        return {key: each for key, each in group.items() if key in self.names} | {step: inner}, (step, *place)
