"""What a front matter parser gives back, and the limits all of them keep."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from contentlint.document import Field, Path, Problem

MAX_DEPTH = 100
MAX_LENGTH = 1_000_000
MAX_ALIASES = 1_000
MAX_EXPANDED = 100_000
WELL_KNOWN = frozenset(
    "title date layout tags tag categories category author authors draft description slug permalink published "
    "summary weight url aliases updated lastmod keywords type excerpt team release".split()
)


@dataclass
class Parsed:
    """`data` and the place of each value; `failed` where it could not be read, which a problem then explains."""

    data: Any = None
    fields: dict[Path, Field] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    failed: bool = False

    def fail(self, problem: Problem) -> Parsed:
        self.problems.append(problem)
        self.failed = True
        return self


def row_in(text: str, offset: int) -> int:
    """The row of an offset, counted from 1."""
    return text.count("\n", 0, offset) + text.count("\r", 0, offset) - text.count("\r\n", 0, offset) + 1
