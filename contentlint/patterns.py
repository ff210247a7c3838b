"""Regular expressions that are compiled when they are first used, since most articles never need them; and words that
are looked for without one."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Later:
    def __init__(self, source: str | bytes, flags: int) -> None:
        self._made_of: tuple[Any, int] = source, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._made_of)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, later."""
    return cast("re.Pattern[AnyStr]", _Later(source, flags))


# how rare a character is in prose: first these, from the rarest on, then whatever is in neither list, then the frequent ones
_RARE = "QXZKVYBNLUEGOH_FMRDCA責"  # the last for the sake of 文責, whose 文 is frequent
_FREQUENT = "TSPIW()jzq,.-:xk bvywfgpmucldhrsnioaet"
_OTHER = len(_RARE)
_RANKS = {char: rank for rank, char in enumerate(_RARE)}
_RANKS |= {char: rank for rank, char in enumerate(_FREQUENT, _OTHER + 1)}
_TOO_FREQUENT = _RANKS["k"]  # a word of which every character is more frequent than this is looked for itself


class Words:
    """Whether and where a text holds one of these words, capitals as they are.

    A rare character is found far faster than a word, so each word is looked for by its rarest one, if it is rare enough.
    """

    def __init__(self, *words: str) -> None:
        anchored: dict[str, list[tuple[str, int]]] = {}
        self._frequent = tuple(word for word in words if _rank(_rarest(word)) > _TOO_FREQUENT)
        for word in words:
            if word not in self._frequent:
                shared = next((char for char in anchored if char in word and _rank(char) <= _OTHER), _rarest(word))
                anchored.setdefault(shared, []).append((word, word.rindex(shared)))
        self._anchored = tuple(anchored.items())

    def are_in(self, text: str) -> bool:
        return bool(self._found(text, 0))

    def places(self, text: str, start: int = 0) -> list[int]:
        """Where the words begin, in order, from an offset on."""
        found = self._found(text, start)
        found.sort()
        return found

    def _found(self, text: str, start: int) -> list[int]:
        found: list[int] = []
        find = text.find
        for anchor, words in self._anchored:
            at = find(anchor, start)
            while at >= 0:
                for word, offset in words:
                    if text.startswith(word, at - offset) and at - offset >= start:
                        found.append(at - offset)
                at = find(anchor, at + 1)
        for word in self._frequent:
            at = find(word, start)
            while at >= 0:
                found.append(at)
                at = find(word, at + 1)
        return found


def _rarest(word: str) -> str:
    return min(word, key=_rank)


def _rank(char: str) -> int:
    return _RANKS.get(char, _OTHER)
