"""A line of broken TOML, and a mend of it."""

from __future__ import annotations

from typing import NamedTuple

from contentlint.text import Edit, Span


class Row(NamedTuple):
    """A line of `content`, which begins there at `start`. Its mends are edits at offsets from there."""

    content: str
    start: int
    line: str


class Mend(NamedTuple):
    """What is wrong with a line, what to do about it, and the edits that do it."""

    told: str
    title: str
    edits: tuple[Edit, ...]


def removal(row: Row) -> Edit:
    """Without the line and its end."""
    end = row.content.find("\n", row.start) + 1 or len(row.content)
    return Edit(Span(0, end - row.start), "")
