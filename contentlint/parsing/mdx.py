"""What of an MDX file is JavaScript: `import` and `export` blocks and `{ … }` expressions, outside code."""

from __future__ import annotations

import re

from contentlint.document import Node
from contentlint.text import Span

_ESM = re.compile(r"(?:import|export)(?=[ \t{*\"'])")
_FENCE = re.compile(r"[ \t>]*+(`{3,}+(?=[^`\n]*+(?:\n|\Z))|~{3,}+)")
_TICKS = re.compile(r"`++")
_TOKEN = re.compile(
    r"\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'|`(?:[^`\\]|\\.)*+`|/\*(?:(?!\*/).)*+\*/|//[^\n]*+|[{}]", re.DOTALL
)

_MAX_UNMATCHED = 50  # beyond, a lone brace is text: the search for its partner must not grow with their number


def expressions(text: str, start: int) -> list[Node]:
    """Every expression and ESM block from `start` on, as nodes in order."""
    nodes: list[Node] = []
    pos, end = start, len(text)
    at_line_start, after_blank = True, True
    unmatched = [0]
    while pos < end:
        if at_line_start:
            line_end = text.find("\n", pos) + 1 or end
            fence = _FENCE.match(text, pos)
            if fence is not None:
                pos = _after_fence(text, line_end, fence[1])
                after_blank = False
                continue
            if after_blank and _ESM.match(text, pos):
                block_end = _blank_line(text, pos)
                nodes.append(Node("expression", "esm", Span(pos, block_end), Span(pos, block_end), markup="markdown"))
                pos, after_blank = block_end, False
                continue
            after_blank = not text[pos:line_end].strip()
            at_line_start = False
            continue
        pos, at_line_start = _next(text, pos, end, nodes, unmatched)
    return nodes


_INTERESTING = re.compile(r"[\n`{\\]")


def _next(text: str, pos: int, end: int, nodes: list[Node], unmatched: list[int]) -> tuple[int, bool]:
    match = _INTERESTING.search(text, pos)
    if match is None:
        return end, False
    at, mark = match.start(), match[0]
    if mark == "\n":
        return at + 1, True
    if mark == "\\":
        return at + 2, text[at + 1 : at + 2] == "\n"
    if mark == "`":
        ticks = _TICKS.match(text, at)
        assert ticks is not None
        block_end = _blank_line(text, at)
        close = re.compile(rf"(?<!`){ticks[0]}(?!`)").search(text, ticks.end(), block_end)
        return (close.end() if close else ticks.end()), False
    close_at = _matching_brace(text, at) if unmatched[0] < _MAX_UNMATCHED else -1
    if close_at < 0:
        unmatched[0] += 1
        return at + 1, False
    inside = text[at + 1 : close_at - 1].strip()
    name = "comment" if inside.startswith("/*") and inside.endswith("*/") else ""
    nodes.append(Node("expression", name, Span(at, close_at), Span(at + 1, close_at - 1), markup="markdown"))
    return close_at, False


def _matching_brace(text: str, at: int) -> int:
    """The offset after the brace that closes the one at `at`, -1 where none does within 20,000 characters."""
    depth = 0
    for token in _TOKEN.finditer(text, at, min(len(text), at + 20_000)):
        if token[0] == "{":
            depth += 1
        elif token[0] == "}":
            depth -= 1
            if not depth:
                return token.end()
    return -1


def _after_fence(text: str, pos: int, fence: str) -> int:
    close = re.compile(rf"(?m)^[ \t>]*+{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$").search(text, pos)
    return close.end() if close else len(text)


def _blank_line(text: str, pos: int) -> int:
    match = re.compile(r"\n[ \t]*+(?=\n|\Z)").search(text, pos)
    return match.start() if match else len(text)
