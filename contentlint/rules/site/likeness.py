"""How alike two texts are: MinHash by one permutation, as in Li, Owen and Zhang, "One Permutation Hashing" (2012).

Standard library only, and the same on every machine and run.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from contentlint.patterns import pattern

_SIZE = 128
_BANDS = 32
_FIRST_CHARACTER, _CHARACTERS = 0x3400, 0x6000  # each slot's number as one printable character
_WORD = pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")
_SHINGLE = 4
_FEWEST_WORDS = 40
_SPREAD = 0x9E3779B97F4A7C15
_MASK = 0xFFFFFFFFFFFFFFFF


def signature(text: str) -> str:
    """A text's signature, one character a slot; "" for a text of too few words to tell."""
    words = [word.casefold() for word in _WORD.findall(text)]
    if len(words) < _FEWEST_WORDS:
        return ""
    least = [_MASK] * _SIZE
    for at in range(len(words) - _SHINGLE + 1):
        mixed = crc32(" ".join(words[at : at + _SHINGLE]).encode()) * _SPREAD & _MASK
        mixed ^= mixed >> 29
        slot, value = mixed % _SIZE, mixed >> 20
        if value < least[slot]:
            least[slot] = value
    return _written(least)


def _written(least: list[int]) -> str:
    """The slots as characters; an empty slot takes its next neighbour's number."""
    borrowed = next(value for value in least if value != _MASK)
    written = []
    for value in reversed(least):
        borrowed = value if value != _MASK else borrowed
        written.append(chr(_FIRST_CHARACTER + borrowed % _CHARACTERS))
    return "".join(written)


def likeness(one: str, other: str) -> float:
    """The share of slots in which two signatures agree, an estimate of their texts' Jaccard index."""
    return sum(a == b for a, b in zip(one, other, strict=True)) / _SIZE


def bands(signature: str) -> Iterator[tuple[int, str]]:
    """The parts of a signature: texts that are much alike share at least one."""
    width = _SIZE // _BANDS
    for at in range(0, _SIZE, width):
        yield at, signature[at : at + width]
