"""How alike two texts are: MinHash by one permutation, as in Li, Owen and Zhang, "One Permutation Hashing" (2012).

Standard library only, and the same on every machine and run.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat
from operator import rshift
from zlib import crc32

from contentlint.patterns import pattern

_SIZE, _SHIFT = 128, 25  # a slot is told by the first seven of 32 bits
_BAND = 4
_EMPTY = "-"
_FIRST_CHARACTER, _LAST_BITS = 0x3400, 0x3FFF  # each slot's number as one printable character
_WORD = pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")
# punctuation parts passages: of ASCII, "。", and what begins with 0xEF in UTF-8 as full-width marks do
_PARTED = bytes.maketrans(b".,;:!?|\xef\n\t\r", b"\0\0\0\0\0\0\0\0   ")
_STOP = "。".encode()
_FEWEST_WORDS = 40
_ENOUGH = 1_000  # characters, in which so many words stand


def signature(text: str) -> str:
    """The signature of a text's passages, one character a slot; "" for a text of too few words to tell.

    A passage is what stands between two marks of punctuation, line ends as blanks.
    """
    if len(text) < _ENOUGH and len(_WORD.findall(text)) < _FEWEST_WORDS:
        return ""
    parted = text.encode("utf-8", "surrogatepass").translate(_PARTED).replace(_STOP, b"\0").split(b"\0")
    hashes = sorted(map(crc32, set(map(bytes.strip, parted))), reverse=True)
    least = dict(zip(map(rshift, hashes, repeat(_SHIFT)), hashes, strict=True))  # the least of each slot comes last
    written = {slot: chr((number & _LAST_BITS) + _FIRST_CHARACTER) for slot, number in least.items()}
    return "".join(map(written.get, range(_SIZE), repeat(_EMPTY)))


def likeness(one: str, other: str) -> float:
    """The share of slots in which two signatures agree, an estimate of their texts' Jaccard index."""
    filled = [pair for pair in zip(one, other, strict=True) if pair != (_EMPTY, _EMPTY)]
    return sum(a == b for a, b in filled) / len(filled)


def bands(signature: str) -> Iterator[tuple[int, str]]:
    """The parts of a signature: texts that are much alike share at least one."""
    for at in range(0, _SIZE, _BAND):
        band = signature[at : at + _BAND]
        if band != _EMPTY * _BAND:
            yield at, band
