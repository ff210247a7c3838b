"""Words that rules wait for, all looked for in one pass over an article, whichever rules ask and however many.

The automaton is that of Aho and Corasick, "Efficient string matching: an aid to bibliographic search" (1975).
"""

from __future__ import annotations

from codecs import BOM_UTF8
from functools import lru_cache
from typing import TYPE_CHECKING

from contentlint.document import Document, once

if TYPE_CHECKING:
    from ahocorasick_rs import BytesAhoCorasick

_awaited: list[bytes] = []
"""What any of them waits for. It grows as modules are imported, since no rule should have to be listed elsewhere; what was
looked through before is looked through once more when a new word is asked for."""
_PIECE = 1 << 16  # bytes looked through at once: of a word that fills an article, not each place need be kept


class Sequences:
    """Whether an article holds one of these sequences of bytes, in UTF-8; a byte-order mark at its start aside."""

    def __init__(self, *sequences: bytes) -> None:
        self._first = len(_awaited)
        _awaited.extend(sequences)
        self._numbers = frozenset(range(self._first, len(_awaited)))

    def are_in(self, document: Document) -> bool:
        return not self._numbers.isdisjoint(_found(document, len(_awaited)))


class Words(Sequences):
    """Whether and where an article holds one of these words, capitals as they are."""

    def __init__(self, *words: str) -> None:
        self.words = words
        super().__init__(*(word.encode() for word in words))

    def places(self, document: Document, start: int) -> list[int]:
        """Where the words begin, in order, from an offset on."""
        numbers = self._numbers & _found(document, len(_awaited))
        if not numbers:
            return []
        places: list[int] = []
        find = document.source.flat.find
        for number in numbers:
            word = self.words[number - self._first]
            at = find(word, start)
            while at >= 0:
                places.append(at)
                at = find(word, at + 1)
        places.sort()
        return places


@once
def _found(document: Document, awaited: int) -> frozenset[int]:
    """Which of the first so many sequences that are awaited an article holds."""
    utf8, (automaton, longest) = document.source.utf8.removeprefix(BOM_UTF8), _automaton(awaited)
    pieces = [utf8[at : at + _PIECE + longest] for at in range(0, len(utf8), _PIECE)]
    return frozenset([number for piece in pieces for number, _, _ in automaton.find_matches_as_indexes(piece, True)])


@lru_cache(maxsize=1)
def _automaton(awaited: int) -> tuple[BytesAhoCorasick, int]:
    """What finds the first so many sequences that are awaited, and the length of the longest."""
    from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

    sequences = _awaited[:awaited]
    return BytesAhoCorasick(sequences, MatchKind.Standard, Implementation.DFA), max(map(len, sequences))
