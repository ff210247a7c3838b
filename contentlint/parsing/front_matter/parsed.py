"""What a front matter parser gives back, and the limits all of them keep."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from contentlint.document import Problem
from contentlint.fields import Field, Path
from contentlint.lazy import lazy
from contentlint.patterns import pattern

MAX_DEPTH = 100
MAX_LENGTH = 1_000_000
MAX_ALIASES = 1_000
MAX_DIGITS = 4_300
MAX_EXPANDED = 100_000


def names(words: str) -> tuple[str, ...]:
    """Names of keys, each with a capital as well, which is how some write them."""
    return tuple(name for word in words.split() for name in (word, word.capitalize()))


_WELL_KNOWN = (
    "title date layout tags tag categories category author authors draft description slug permalink published "
    "summary weight url aliases updated lastmod keywords type excerpt team release"
)
WELL_KNOWN = frozenset(_WELL_KNOWN.split())  # where it may be a text that begins with "Date:" or "Summary:"
KNOWN_KEYS = frozenset(names(_WELL_KNOWN))

# keys that hold a list, keys that hold a text, and what programs read and nobody else
LIST_KEYS = names("tags tag categories category keywords aliases authors topics")
PROSE_KEYS = frozenset(names("title subtitle description summary excerpt"))
TEXT_KEYS = PROSE_KEYS | {*names("series author editor")}
PROGRAM_KEYS = frozenset(
    names("layout type permalink slug url image cover thumbnail date updated lastmod lang template draft")
)
PAGE_KEYS = KNOWN_KEYS | TEXT_KEYS | PROGRAM_KEYS | {*LIST_KEYS}

_GLUED = pattern(r"([A-Za-z_][\w-]*+):(?=[^\s:/])")


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


class Rows:
    """The rows of offsets in a text, counted from 1; the text is looked through once, and only when one is asked."""

    def __init__(self, text: str) -> None:
        self.text = text

    def of(self, offset: int) -> int:
        return bisect_right(self._ends, offset) + 1

    @lazy
    def _ends(self) -> list[int]:
        return [match.end() for match in re.finditer(r"\r\n?|\n", self.text)]


def switch_meant(word: str) -> str | None:
    """The switch whose letters a word has in another order or but for one: true for ture."""
    letters = sorted(word.lower())
    for switch in ("true", "false"):
        shorter = (sorted(switch[:at] + switch[at + 1 :]) for at in range(len(switch)))
        if word.lower() != switch and word[:1].lower() == switch[0] and letters in (sorted(switch), *shorter):
            return switch
    return None


def glued_head(key: object) -> str:
    """The key that a longer one begins with, its colon and the beginning of its value, for want of a blank; or ""."""
    glued = _GLUED.match(key) if isinstance(key, str) else None
    return glued[1] if glued is not None and glued[1] in KNOWN_KEYS else ""


def named(key: object) -> str:
    """A key as a message names it."""
    return " ".join(str(key)[:60].split())
