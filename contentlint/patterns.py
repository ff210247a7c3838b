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


_FREQUENT = frozenset(" etaoinsrhdlucmfwygpbv")  # in English prose


class Words:
    """Whether and where a text holds one of these words, capitals as they are.

    A rare character is found far faster than a word, so each word is looked for by its last one that is not frequent.
    """

    def __init__(self, *words: str) -> None:
        self._by_anchor: dict[str, list[tuple[str, int]]] = {}
        self._frequent: list[str] = []
        for word in words:
            anchor = next((char for char in reversed(word) if char not in _FREQUENT), "")
            if anchor:
                self._by_anchor.setdefault(anchor, []).append((word, word.rindex(anchor)))
            else:
                self._frequent.append(word)

    def are_in(self, text: str) -> bool:
        return next(self._found(text, 0), -1) >= 0

    def places(self, text: str, start: int = 0) -> list[int]:
        """Where the words begin, in order, from an offset on."""
        return sorted(self._found(text, start))

    def _found(self, text: str, start: int) -> Iterator[int]:
        for anchor, words in self._by_anchor.items():
            at = text.find(anchor, start)
            while at >= 0:
                for word, offset in words:
                    if at - offset >= start and text.startswith(word, at - offset):
                        yield at - offset
                at = text.find(anchor, at + 1)
        for word in self._frequent:
            at = text.find(word, start)
            while at >= 0:
                yield at
                at = text.find(word, at + 1)
