"""Regular expressions that are compiled when they are first used, since most articles never need them; and words that
are looked for without one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Later:
    def __init__(self, source: str, flags: int) -> None:
        self._made_of = source, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._made_of)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, later."""
    return cast("re.Pattern[str]", _Later(source, flags))


class Words:
    """Whether and where a text holds one of these words, capitals as they are.

    One character is found far faster than a word, if it is rare: each word is looked for by its rarest character.
    """

    def __init__(self, *words: str) -> None:
        self._by_anchor: dict[str, list[tuple[str, int]]] = {}
        self._common: list[str] = []
        for word in words:
            anchor = min(word, key=_frequency)
            if _frequency(anchor) < _COMMON:
                self._by_anchor.setdefault(anchor, []).append((word, word.index(anchor)))
            else:
                self._common.append(word)

    def are_in(self, text: str) -> bool:
        return next(self._found(text, 0), -1) >= 0

    def places(self, text: str, start: int = 0) -> list[int]:
        """Where the words begin, in order."""
        return sorted(self._found(text, start))

    def _found(self, text: str, start: int) -> Iterator[int]:
        for anchor, words in self._by_anchor.items():
            at = text.find(anchor, start)
            while at >= 0:
                for word, offset in words:
                    if text.startswith(word, at - offset):
                        yield at - offset
                at = text.find(anchor, at + 1)
        for word in self._common:
            at = text.find(word, start)
            while at >= 0:
                yield at
                at = text.find(word, at + 1)


_LETTERS = "etaoinsrhdlucmfywgpbvkxqjz "  # from the most frequent of English prose on
_COMMON = len(_LETTERS) - _LETTERS.index("v")


def _frequency(char: str) -> int:
    return len(_LETTERS) if char == " " else len(_LETTERS) - _LETTERS.index(char) if char in _LETTERS else 0
