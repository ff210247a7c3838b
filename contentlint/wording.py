"""Words for telling what was found: numbers with their nouns, where something stands, and what a slip was meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from itertools import groupby
from typing import Any

_MOST_CHARACTERS = 60
MOST_OF_A_PATH = 120  # a file's name in part is the name of no file


def counted(number: int, one: str, many: str = "") -> str:
    """A number and its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def cut(text: str, most: int = _MOST_CHARACTERS) -> str:
    """A text in one line, shortened where it is long."""
    return cut_at(" ".join(text.split()), most)


def cut_at(text: str, most: int) -> str:
    """A text of at most so many characters, its white space as it is."""
    return text if len(text) <= most else text[: most - 1] + "…"


def name_of(path: tuple[Any, ...]) -> str:
    """`a.b › item 2 › c`: keys with dots between them, items apart."""
    groups = groupby(path, key=lambda step: isinstance(step, int))
    return " › ".join(
        " › ".join(f"item {step + 1}" for step in steps) if are_items else ".".join(cut(str(step)) for step in steps)
        for are_items, steps in groups
    )


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """' — did you mean "x"?' for the nearest known word, or nothing."""
    meant = nearest(word, known, 0.65)
    return f' — did you mean "{meant}"?' if meant is not None else ""


def nearest(word: str, known: Iterable[str], cutoff: float = 0.75) -> str | None:
    """The known word that this one is a slip of, or None; the same one in whatever order they come."""
    return _nearest(word, frozenset(known), cutoff)


@lru_cache(1024)
def _nearest(word: str, known: frozenset[str], cutoff: float) -> str | None:
    folded = {_folded(name): name for name in sorted(known)}
    close = get_close_matches(_folded(word), folded, n=1, cutoff=cutoff)
    return folded[close[0]] if close else None


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-")


def letters_apart(one: str, other: str) -> int:
    """How many letters are too many, missing, wrong or in the place of their neighbours: the optimal string alignment
    distance, https://doi.org/10.1145/363958.363994."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        above, row = row, [i + 1]
        for j, wanted in enumerate(other):
            row.append(min(above[j + 1] + 1, row[j] + 1, above[j] + (letter != wanted)))
            if i and j and letter == other[j - 1] and one[i - 1] == wanted:
                row[-1] = min(row[-1], before[j - 1] + 1)
        before = above
    return row[-1]
