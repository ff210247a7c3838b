"""How alike two texts are: MinHash by one permutation, as in Li, Owen and Zhang, "One Permutation Hashing" (2012).

Standard library only, and the same on every machine and run.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from contentlint.patterns import pattern

_SIZE, _SHIFT = 128, 25  # a slot is told by the first seven of 32 bits
_BANDS = 32
_FIRST_CHARACTER, _CHARACTERS = 0x3400, 0x6000  # each slot's number as one printable character
_WORD = pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")
_BETWEEN = pattern("[.,;:!?…。，、；：！？|][.,;:!?…。，、；：！？| ]*")
_FEWEST_WORDS = 40
_ENOUGH = 1_000  # characters, in which so many words stand


def signature(text: str) -> str:
    """The signature of a text's passages, one character a slot; "" for a text of too few words to tell.

    A passage is what stands between two marks of punctuation, line ends as blanks.
    """
    if len(text) < _ENOUGH and len(_WORD.findall(text)) < _FEWEST_WORDS:
        return ""
    passages = set(_BETWEEN.split(text.replace("\n", " ")))
    encoded = "\0".join(passages).encode("utf-8", "surrogatepass").split(b"\0")
    hashes = sorted(map(crc32, encoded), reverse=True)
    least = {hashed >> _SHIFT: hashed for hashed in hashes}  # the least of each slot comes last
    return _written(least)


def _written(least: dict[int, int]) -> str:
    """The slots as characters; an empty slot takes its next neighbour's number."""
    number = least[min(least)]
    written = []
    for slot in range(_SIZE - 1, -1, -1):
        number = least.get(slot, number)
        written.append(number % _CHARACTERS + _FIRST_CHARACTER)
    return "".join(map(chr, reversed(written)))


def likeness(one: str, other: str) -> float:
    """The share of slots in which two signatures agree, an estimate of their texts' Jaccard index."""
    return sum(a == b for a, b in zip(one, other, strict=True)) / _SIZE


def bands(signature: str) -> Iterator[tuple[int, str]]:
    """The parts of a signature: texts that are much alike share at least one."""
    width = _SIZE // _BANDS
    for at in range(0, _SIZE, width):
        yield at, signature[at : at + width]
