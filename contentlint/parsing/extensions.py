"""What kramdown leaves out, `{::comment}`, or publishes as it is, `{::nomarkdown}`, and all others read as Markdown.

See https://kramdown.gettalong.org/syntax.html#extensions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from contentlint.nodes import Block, Node
from contentlint.patterns import pattern
from contentlint.spans import Merged
from contentlint.text import Span

_OPENING = pattern(r"\{::(comment|nomarkdown)\b[^{}\n]*+(?<!/)\}")
_CLOSINGS = {name: pattern(rf"\{{:/(?:{name})?\}}") for name in ("comment", "nomarkdown")}
_BEGINS = pattern(r" {0,3}\{::comment[^{}\n]*+\}[ \t]*+\n")
_ENDS = pattern(r"\n {0,3}\{:/(?:comment)?\}\Z")
_LONGEST_END = 20  # characters


def may_hold_extension(text: str) -> bool:
    """Whether one may begin in a text: one character is found much faster than three."""
    return "{" in text and "{::" in text


def extensions(text: str, code: Merged) -> Iterator[tuple[str, Span]]:
    """What stands in kramdown's extensions, with their names, where another program reads the text; in `code` none begins
    or ends."""
    pos = 0
    while (opening := _first(_OPENING, text, pos, code)) is not None:
        close = _first(_CLOSINGS[opening[1]], text, opening.end(), code)
        if close is None:
            return
        yield opening[1], Span(opening.end(), close.start())
        pos = close.end()


def _first(mark: re.Pattern[str], text: str, pos: int, code: Merged) -> re.Match[str] | None:
    return next((match for match in mark.finditer(text, pos) if not code.hold(match.start())), None)


def is_comment(text: str, node: Node, blocks: Sequence[Block], inside: Merged) -> bool:
    """Whether kramdown takes this for a comment: not `inside` elements, and over several lines only in its own."""
    start, end = node.span
    index = bisect_right(blocks, start, key=attrgetter("start")) - 1
    if inside.hold(start) or index < 0 or blocks[index].kind != "text":
        return False
    if text.find("\n", start, end) < 0:
        return True
    line = text.rfind("\n", 0, start) + 1
    is_ended = _ENDS.search(text, max(end - _LONGEST_END, start), end) is not None
    return blocks[index].start == start and is_ended and _BEGINS.match(text, line) is not None
