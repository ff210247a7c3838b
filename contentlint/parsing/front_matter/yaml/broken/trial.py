"""How far a YAML parser gets with a text, told from its events, which need no stack."""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml

from contentlint.parsing.front_matter.keys import glued_head
from contentlint.parsing.front_matter.yaml.loader import NO_NAME, TAGS_OF_R, Loader
from contentlint.patterns import pattern
from contentlint.text import Span

NEVER_ENDS = "unexpected end of stream"  # of a quote that is never closed: the parser stops at the end of everything
_ITEM_BELOW = pattern(r"\n[ \t]*+- ")
_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class Trial(NamedTuple):
    """`stopped`: the offset of what cannot be read, -1 where all can; `context`: where the broken thing begins; `keys`:
    the top-level keys until there; `swallowed`: the texts of which list items below became the end;
    `never_ends`: what begins there has no end."""

    stopped: int
    context: int
    keys: frozenset[str]
    swallowed: tuple[Span, ...] = ()
    never_ends: bool = False

    @property
    def is_whole(self) -> bool:
        return self.stopped < 0


def attempt(content: str) -> Trial:
    """Read content as one document that is a mapping with plain keys."""
    reader = _Reader(content)
    try:
        for event in yaml.parse(content, Loader=Loader):
            if not reader.takes(event):
                at = event.start_mark.index if event.start_mark is not None else 0
                return Trial(at, at, frozenset(reader.keys))
    except yaml.MarkedYAMLError as error:
        marks = [mark.index for mark in (error.problem_mark, error.context_mark) if mark is not None]
        first, last = min(marks, default=0), max(marks, default=0)
        if NEVER_ENDS in str(error.problem):
            return Trial(first, first, frozenset(reader.keys), never_ends=True)
        return Trial(last, first, frozenset(reader.keys))
    except (yaml.YAMLError, ValueError):
        return Trial(0, 0, frozenset())
    return Trial(-1, -1, frozenset(reader.keys), tuple(reader.swallowed))


class _Reader:
    def __init__(self, content: str) -> None:
        self._content = content
        self.keys: list[str] = []
        self._wants_key: list[bool | None] = []  # of each open collection; None for a sequence
        self._anchors: set[str] = set()
        self._documents = 0
        self.swallowed: list[Span] = []

    def takes(self, event: Any) -> bool:
        """Whether an event may come here."""
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            return self._documents == 1
        if isinstance(event, _ENDS):
            self._wants_key.pop()
            return True
        if not isinstance(event, (*_STARTS, yaml.ScalarEvent, yaml.AliasEvent)):
            return True
        if isinstance(event, yaml.AliasEvent) and event.anchor not in self._anchors:
            return False
        if event.anchor:
            self._anchors.add(event.anchor)
        if not self._wants_key and not isinstance(event, yaml.MappingStartEvent):
            return False
        if isinstance(event, yaml.ScalarEvent) and event.implicit[0] and " - " in event.value:
            if event.start_mark is not None and event.end_mark is not None:
                written = Span(event.start_mark.index, event.end_mark.index)
                if _ITEM_BELOW.search(self._content, written.start, written.end):
                    self.swallowed.append(written)
        if not self._takes_its_place(event):
            return False
        if isinstance(event, _STARTS):
            self._wants_key.append(True if isinstance(event, yaml.MappingStartEvent) else None)
        tag = getattr(event, "tag", None)
        if not isinstance(tag, str) or not tag.startswith(NO_NAME) or tag == "!":
            return True
        return tag in TAGS_OF_R and isinstance(event, yaml.ScalarEvent)

    def _takes_its_place(self, event: Any) -> bool:
        if not self._wants_key or self._wants_key[-1] is None:
            return True
        is_key = self._wants_key[-1]
        if is_key and isinstance(event, _STARTS):
            return False
        if is_key and len(self._wants_key) == 1 and isinstance(event, yaml.ScalarEvent):
            if event.implicit[0] and glued_head(event.value):
                return False
            self.keys.append(event.value)
        self._wants_key[-1] = not is_key
        return True
