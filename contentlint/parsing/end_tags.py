"""Whether what is open is closed further on, asked before its end tag is reached."""

from __future__ import annotations

from bisect import bisect_left

from contentlint.elements import OPTIONAL_END
from contentlint.lazy import lazy
from contentlint.parsing.tags import END_TAG, ascii_lower
from contentlint.patterns import pattern

_OPTIONAL_TAG = pattern(rf"(?ai)<(/?)({'|'.join(sorted(OPTIONAL_END))})(?=[\s/>])")


class EndTags:
    """The end tags of a text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def close(self, name: str, at: int) -> bool:
        """Whether an open element of this name has an end tag at an offset or after it: the next tag of its name, where
        end tags may be left out."""
        if self._last.get(name, -1) < at:
            return False
        if name not in OPTIONAL_END:
            return True
        places = self._optional.get(name, [])
        index = bisect_left(places, (at, False))
        return index < len(places) and places[index][1]

    @lazy
    def _last(self) -> dict[str, int]:
        return {ascii_lower(tag[1]): tag.start() for tag in END_TAG.finditer(self._text)}

    @lazy
    def _optional(self) -> dict[str, list[tuple[int, bool]]]:
        """The places of the tags of each name, and whether they are end tags."""
        found: dict[str, list[tuple[int, bool]]] = {}
        for tag in _OPTIONAL_TAG.finditer(self._text):
            found.setdefault(ascii_lower(tag[2]), []).append((tag.start(), tag[1] == "/"))
        return found
