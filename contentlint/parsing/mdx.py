"""What of an MDX file is JavaScript: `import` and `export` blocks and `{ … }` expressions, outside code.

A comment of HTML is one of JavaScript to Docusaurus, and an error to MDX itself.
"""

from __future__ import annotations

import re

from contentlint.nodes import Node
from contentlint.parsing.blocks import closing_fence
from contentlint.parsing.inlines import code_span
from contentlint.patterns import BLANK_LINE_OR_END, pattern
from contentlint.text import Span

_ESM = pattern(r"(?:import|export)(?=[ \t{*\"'])")
_FENCE = pattern(r"[ \t>]*+(`{3,}+(?=[^`\n]*+(?:\n|\Z))|~{3,}+)")
_INTERESTING = pattern(r"[\n`{\\<]")
_TAG = pattern(r"<[A-Za-z][\w.:-]*+")
# what is quoted holds no expression
_TEXT_ATTRIBUTES = pattern(r"(?:\s++[\w.:-]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'))?+)*+")
_EXPRESSION = pattern(r"\s*+=?+\s*+\{")
_STRINGS = {
    '"': pattern(r'"(?:[^"\\\n]|\\.)*+"', re.DOTALL),
    "'": pattern(r"'(?:[^'\\\n]|\\.)*+'", re.DOTALL),
    "`": pattern(r"`(?:[^`\\]|\\.)*+`", re.DOTALL),
}
_TOKEN = pattern(r"[\"'`{}()\[\]]|/\*|//[^\n]*+")
_OPENING = pattern(
    r"\{|[(\[](?=[ \t]*+(?://[^\n]*+)?\n)"
    r"|(?<=[=(\[,:+{?|&\n])[ \t]*+`|\b(?:css|gql|graphql|html|sql|md|String\.raw|dedent)`"
    # an apostrophe of a text opens none, so that what stands behind counts: hence the limits of 2,000
    r"|/\*(?s:.{0,2000}?)\*/|\"(?:[^\"\\\n]|\\.){0,2000}+\"|'(?:[^'\\\n]|\\.){0,2000}+'|//[^\n]*+"
)
_BRACKETS = {"{": "}", "(": ")", "[": "]"}
_MOST_CHARACTERS = 20_000  # in one expression

_MAX_UNMATCHED = 50  # beyond, a lone brace is text: the search for its partner must not grow with their number


def expressions(text: str, start: int) -> list[Node]:
    """Every expression and ESM block from `start` on, as nodes in order."""
    nodes: list[Node] = []
    pos, end = start, len(text)
    at_line_start, after_blank = True, True
    reader = _Reader(text, nodes)
    while pos < end:
        if at_line_start:
            line_end = text.find("\n", pos) + 1 or end
            fence = _FENCE.match(text, pos)
            if fence is not None:
                pos = _after_fence(text, line_end, fence[1])
                after_blank = False
                continue
            if after_blank and _ESM.match(text, pos):
                block_end = reader.esm_end(pos)
                nodes.append(Node("expression", "esm", Span(pos, block_end), Span(pos, block_end), markup="markdown"))
                pos, after_blank = block_end, False
                continue
            after_blank = not text[pos:line_end].strip()
            at_line_start = False
            continue
        pos, at_line_start = reader.next(pos)
    return nodes


class _Reader:
    """Reads what stands between line starts; remembers what it searched for in vain."""

    def __init__(self, text: str, nodes: list[Node]) -> None:
        self.text, self.nodes = text, nodes
        self._unmatched = 0
        self._may_end_comment = True
        self._in_tag = False  # what comes next is an expression among attributes
        self._paragraph_end = -1
        self._lone_ticks: set[int] = set()  # lengths of backtick runs that nothing in the paragraph closes

    def next(self, pos: int) -> tuple[int, bool]:
        """Where to go on after the next thing that matters, and whether a line starts there."""
        match = _INTERESTING.search(self.text, pos)
        if match is None:
            return len(self.text), False
        at, mark = match.start(), match[0]
        if mark == "\n":
            return at + 1, True
        if mark == "\\":
            return at + 2, self.text[at + 1 : at + 2] == "\n"
        if self.text.startswith("<!--", at) and (end := self._after_comment(at)):
            return end, False
        if mark == "<":
            tag = _TAG.match(self.text, at)
            return (at + 1 if tag is None else self._after_attributes(tag.end())), False
        return (self._after_ticks(at) if mark == "`" else self._after_brace(at)), False

    def _after_comment(self, at: int) -> int:
        """Where a comment of HTML ends; 0 where nothing ends it."""
        close = self.text.find("-->", at + 4) if self._may_end_comment else -1
        self._may_end_comment = close >= 0
        if close < 0:
            return 0
        self._note("comment", Span(at, close + 3), Span(at + 4, close))
        return close + 3

    def _after_attributes(self, pos: int) -> int:
        """Where attributes that are plain text end, and whether one that is an expression follows in this tag."""
        end = _TEXT_ATTRIBUTES.match(self.text, pos).end()  # type: ignore[union-attr]
        self._in_tag = _EXPRESSION.match(self.text, end) is not None
        return end

    def esm_end(self, pos: int) -> int:
        """Where an `import` or `export` ends: at the first blank line outside brackets and template strings."""
        end = _blank_line(self.text, pos)
        while (opening := _OPENING.search(self.text, pos, end)) is not None:
            if opening[0][0] in "\"'/":
                pos = opening.end()
                continue
            pos = self._closing_of(opening.end() - 1)
            if pos < 0:
                break
            if pos > end:
                end = _blank_line(self.text, pos)
        return end

    def _closing_of(self, at: int) -> int:
        """The offset after what closes the bracket or the template string at an offset, -1 where nothing does."""
        if self.text[at] == "`":
            return _after_quoted(self.text, at, "`", min(len(self.text), at + _MOST_CHARACTERS))
        return self._closing_brace(at)

    def _after_ticks(self, at: int) -> int:
        if self._paragraph_end < at:
            self._paragraph_end = _blank_line(self.text, at)
            self._lone_ticks.clear()
        return max(code_span(self.text, at, self._paragraph_end, self._lone_ticks))

    def _after_brace(self, at: int) -> int:
        in_tag, self._in_tag = self._in_tag, False
        close_at = self._closing_brace(at)
        if close_at < 0:
            return at + 1
        inside = self.text[at + 1 : close_at - 1].strip()
        name = "comment" if inside.startswith("/*") and inside.endswith("*/") else ""
        self._note(name, Span(at, close_at), Span(at + 1, close_at - 1))
        return self._after_attributes(close_at) if in_tag else close_at

    def _note(self, name: str, span: Span, content: Span) -> None:
        self.nodes.append(Node("expression", name, span, content, markup="markdown"))

    def _closing_brace(self, at: int) -> int:
        close_at = _matching_brace(self.text, at) if self._unmatched < _MAX_UNMATCHED else -1
        self._unmatched += close_at < 0
        return close_at


def _matching_brace(text: str, at: int) -> int:
    """The offset after the brace, or bracket, that closes the one at `at`, -1 where none does within some distance."""
    depth, pos, end = 0, at, min(len(text), at + _MOST_CHARACTERS)
    opening, closing = text[at], _BRACKETS[text[at]]
    text_until = dict.fromkeys(("/*", *_STRINGS), -1)  # marks before these offsets are known to begin nothing
    while (token := _TOKEN.search(text, pos, end)) is not None:
        mark, pos = token[0], token.end()
        if mark == opening:
            depth += 1
        elif mark == closing:
            depth -= 1
            if not depth:
                return pos
        elif mark in text_until and token.start() >= text_until[mark]:
            after = _after_quoted(text, token.start(), mark, end)
            if after < 0:
                line_end = text.find("\n", pos, end) if mark in "\"'" else -1
                text_until[mark] = line_end if line_end >= 0 else end
            else:
                pos = after
    return -1


def _after_quoted(text: str, at: int, mark: str, end: int) -> int:
    """The offset after the comment or string that begins at `at`, -1 where it does not end."""
    if mark == "/*":
        close = text.find("*/", at + 2, end)
        return close + 2 if close >= 0 else -1
    match = _STRINGS[mark].match(text, at, end)
    return match.end() if match else -1


def _after_fence(text: str, pos: int, fence: str) -> int:
    close = closing_fence(fence, r"\n[ \t>]*+").search(text, pos - 1)
    return close.end() if close else len(text)


def _blank_line(text: str, pos: int) -> int:
    match = BLANK_LINE_OR_END.search(text, pos)
    return match.start() if match else len(text)
