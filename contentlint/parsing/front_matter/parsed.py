"""What a front matter parser gives back, and the limits all of them keep."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from contentlint.document import Problem
from contentlint.errors import KeyPath
from contentlint.fields import Field
from contentlint.lazy import lazy

MAX_DEPTH = 100
MAX_LENGTH = 1_000_000
MAX_ALIASES = 1_000
MAX_DIGITS = 4_300
MAX_EXPANDED = 100_000


@dataclass
class Parsed:
    """`data` and the place of each value; `failed` where it could not be read, which a problem then explains."""

    data: Any = None
    fields: dict[KeyPath, Field] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    failed: bool = False

    @property
    def has_keys(self) -> bool:
        """Whether it could be read, and is at least one key with its value."""
        return not self.failed and isinstance(self.data, dict) and bool(self.data)

    def fail(self, *problems: Problem) -> Parsed:
        self.problems += problems
        self.failed = True
        return self


class Rows:
    """The rows of offsets in a text, counted from 1; the text is looked through once, and only when one is asked."""

    def __init__(self, text: str) -> None:
        self.text = text

    def of(self, offset: int) -> int:
        return bisect_right(self._ends, offset) + 1

    @lazy
    def _ends(self) -> list[int]:
        return [match.end() for match in re.finditer(r"\r\n?|\n", self.text)]
