"""Where the nodes of PyYAML's composer stand in an article."""

from __future__ import annotations

from typing import Any

import yaml
from yaml.nodes import ScalarNode

from contentlint.document import Problem
from contentlint.lazy import lazy
from contentlint.parsing.front_matter.parsed import MAX_ALIASES
from contentlint.parsing.front_matter.yaml.loader import Loader
from contentlint.text import Span

_BLOCK_STYLES = ("|", ">")


class Refused(Exception):
    """A value that cannot be read, with its problem; `at` where a mistake near there may be the cause."""

    def __init__(self, problem: Problem, at: int = -1) -> None:
        self.problem, self.at = problem, at


class Places:
    """The places of nodes of a content that begins at an offset of the article."""

    def __init__(self, content: str, offset: int) -> None:
        self.content, self.offset = content, offset
        self._aliases_passed = 0

    def of(self, node: Any) -> Span:
        start, end = node.start_mark.index, node.end_mark.index
        if isinstance(node, ScalarNode) and node.style in _BLOCK_STYLES:
            written = self.content[start:end]
            keeps_line_ends = node.value.endswith("\n\n") or node.value == "\n"  # the empty lines below it are its own
            end = start + len(written.removesuffix("\n").removesuffix("\r") if keeps_line_ends else written.rstrip())
        return Span(start + self.offset, (end if end > start else start) + self.offset)

    def next_alias(self, anchor: Span) -> Span:
        """Where the next alias stands: the parser puts it where its anchor is. They are met in the order of the text."""
        if self._aliases_passed == MAX_ALIASES:
            raise Refused(Problem("limit-exceeded", anchor, f"more than {MAX_ALIASES} aliases: write fewer"))
        self._aliases_passed += 1
        return self._aliases[self._aliases_passed - 1]

    @lazy
    def _aliases(self) -> list[Span]:
        events = yaml.parse(self.content, Loader=Loader)
        return [self.of(event) for event in events if isinstance(event, yaml.AliasEvent)]
