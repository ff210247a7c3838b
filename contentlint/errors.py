"""The user's mistakes, told in one line: file, line, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class ConfigError(Exception):
    """A config, schema, flag or path that cannot be used."""

    def __init__(self, message: str, file: str = "", row: int = 0) -> None:
        place = f"{file}:{row}: " if file and row else f"{file}: " if file else ""
        super().__init__(" ".join(f"{place}{message}".split()))


class OptionError(ConfigError):
    """An option of a rule that cannot be used; `path` leads to it from the rule's table."""

    def __init__(self, message: str, *path: str | int) -> None:
        super().__init__(message)
        self.path: KeyPath = path


class Place(NamedTuple):
    """A line of a file, which is called as from the working folder."""

    file: str
    row: int


KeyPath = tuple[str | int, ...]


@dataclass(frozen=True)
class Places:
    """Where the values of a config stand, by the keys and indexes that lead to them."""

    file: str = ""
    known: Mapping[KeyPath, Place] = field(default_factory=dict)

    def of(self, path: KeyPath) -> Place:
        """The place of a value, or of the nearest table around it that is known."""
        around = (self.known.get(path[:end]) for end in range(len(path), 0, -1))
        return next(filter(None, around), Place(self.file, 1))

    def mistake(self, message: str, path: KeyPath) -> ConfigError:
        """What is wrong with a value."""
        return ConfigError(message, *self.of(path))

    def over(self, other: Places, merged: Collection[str]) -> Places:
        """These, and of the other config's those that this one says nothing of; of `merged` tables each key counts."""

        def said(path: KeyPath) -> KeyPath:
            return path[: 2 if path[0] in merged else 1]

        own = set(map(said, self.known))
        kept = {path: place for path, place in other.known.items() if said(path) not in own}
        return Places(self.file, {**kept, **self.known})
