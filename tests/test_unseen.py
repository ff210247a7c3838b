"""The characters that rules of `source` look for are all found by their bytes."""

from __future__ import annotations

import re

import pytest

from contentlint.parsing import parse
from contentlint.rules.source.unseen import DIRECTIONS, EASTERN, INVISIBLE, STRANGE
from contentlint.text import Source

_STRANGE = re.compile(f"[{INVISIBLE}{DIRECTIONS}{EASTERN}]")
_RANGES = (
    (0, 0x3400),
    (0x9000, 0x9800),
    (0xD700, 0x10000),
    (0xE0000, 0xE0100),
    (0xF0000, 0xF0040),
    (0x10FF80, 0x110000),
)


def _is_told(char: str) -> bool:
    return STRANGE.are_in(parse(Source("a.md", f"凧{char}\n")))


@pytest.mark.parametrize(("first", "end"), _RANGES)
def test_a_strange_character_is_found(first: int, end: int) -> None:
    strange = [char for char in map(chr, range(first, end)) if _STRANGE.match(char)]
    assert [char for char in strange if not _is_told(char)] == []


def test_usual_text_holds_none() -> None:
    usual = "\ufeffKites — “fly”…\r\n\t风筝　飞，高。《凧》「揚げ」연！Éléphant à 5 °C «oui»\u00a0! طائرة 🪁 Привет\n"
    assert not STRANGE.are_in(parse(Source("a.md", usual)))
