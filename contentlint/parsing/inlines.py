"""What stands in a paragraph or heading of Markdown: code, HTML, links and images, and where.

Follows https://spec.commonmark.org/0.31.2/#inlines; emphasis is left out, no rule asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from contentlint.nodes import Attribute, Node, as_attribute
from contentlint.parsing.definitions import (
    DESTINATION_TEXT,
    LONGEST_LABEL,
    TITLE,
    Target,
    as_label,
    title_span,
    unescaped,
)
from contentlint.parsing.html import Builder
from contentlint.parsing.tags import INLINE_TAG, MASK
from contentlint.patterns import pattern
from contentlint.references import decode_references
from contentlint.tables import CELL, columns, table_start
from contentlint.text import Span, as_span

_SPECIAL = pattern(r"[\\`<\[\]]")
_TICKS = pattern(r"`++")
_ESCAPE_OR_TICKS = pattern(r"\\.|`")
_AUTOLINK = pattern(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}+:[^\s<>]*+|[\w.!#$%&'*+/=?^`{|}~-]++@[A-Za-z0-9.-]++)>")
_RESOURCE = pattern(
    rf"\([ \t\n]*+(?:<((?:[^<>\n\\]|\\.)*+)>|(?!<)({DESTINATION_TEXT}*+))(?:[ \t\n]++{TITLE})?+[ \t\n]*+\)", re.DOTALL
)
_LOOSE = r"(?:[^()\n<>\"]|\([^()\n<>\"]*+\))"
_LOOSE_RESOURCE = pattern(
    rf"\([ \t]*+((?:https?:/)?+\.{{0,2}}+/{_LOOSE}++|(?i:mailto):[^()\s<>\"?]++\?{_LOOSE}++|{_LOOSE}+\.[a-zA-Z0-9]{{2,5}}+(?:[#?][^()\s<>\"]*+)?+)[ \t]*+(?:\"[^\"\n]*+\"[ \t]*+)?+\)"
)
_LOOSE_DEFINITION = pattern(r":[ \t]*+([^\s<>\"()\[\]][^\n<>\"()\[\]]*+)(?:\"[^\"\n]*+\"[ \t]*+)?+(?=\n|\Z)")
_MOST_TAGS_IN_RAW_TEXT = 50
_LONGEST_RESOURCE = 2_000  # characters: those that are none may overlap
_LABEL = pattern(r"\[((?:[^\[\]\\]|\\.)*+)\]", re.DOTALL)


class InlineReader:
    """Reads stretches of inline text; `definitions` are the targets of reference links by their labels, `published` the
    ends of what is no Markdown but HTML, by where it begins."""

    def __init__(
        self, builder: Builder, text: str, definitions: Mapping[str, Target], published: Mapping[int, int]
    ) -> None:
        self.builder, self.text, self._definitions, self._published = builder, text, definitions, published
        self._unfound: dict[str, int] = {}  # what the paragraph that ends there does not hold
        self._inactive = 0  # so many brackets stand around a link already, and links hold no links

    def read(self, start: int, end: int, *, may_be_table: bool = False) -> int:
        """Read a paragraph's or heading's text; what it opens inline ends with it. Returns how far it reached."""
        if _SPECIAL.search(self.text, start, end) is None:
            self.builder.add_text(start, end)
            return end
        depth = self.builder.depth
        has_bar = may_be_table and self.text.find("|", start, end) >= 0
        table = table_start(self.text, start, end) if has_bar else -1
        if table < 0:
            after = self._inline(start, end)
        else:
            after = self._table(table, end, self._inline(start, table) if start < table else table)
        self.builder.end_paragraph(depth, after)
        return after

    def _table(self, start: int, end: int, reached: int) -> int:
        """Read a table, in which nothing goes on from one cell to the next, from where has been read already."""
        text = self.text
        count = columns(text[start : text.find("\n", start, end)])
        while start < end:
            line_end = text.find("\n", start, end) + 1 or end
            if reached <= start and _SPECIAL.search(text, start, line_end) is None:
                self.builder.add_text(start, line_end)
                reached = line_end
            else:
                first = 0 if text[start:line_end].lstrip(" \t>").startswith("|") else 1
                for number, cell in enumerate(CELL.finditer(text, start, line_end), first):
                    at, after = cell.span()
                    if after > reached:
                        at = max(at, reached)
                        if _SPECIAL.search(text, at, after) is None:
                            self.builder.add_text(at, after)
                            reached = after
                        else:
                            is_dropped = number > count  # by most programs, so that it must hide nothing below
                            reached = self._inline(at, after, after if is_dropped else None)
            start = line_end
        return max(reached, end)

    def _inline(self, start: int, end: int, limit: int | None = None) -> int:
        """Read what stands in a paragraph or cell; raw text that it begins may go on behind it, up to a limit."""
        text, builder = self.text, self.builder
        pos = text_from = start
        brackets: list[int] = []
        self._inactive = 0
        no_ticks: set[int] = set()
        for match in _SPECIAL.finditer(text, start, end):
            at = match.start()
            if at < pos:
                continue
            char = text[at]
            if char == "\\":
                pos = at + 2
            elif char == "[":
                brackets.append(at)
                pos = at + 1
            elif char == "`":
                opening, close = code_span(text, at, end, no_ticks)
                if close < 0:
                    pos = opening
                    continue
                builder.add_text(text_from, at)
                content = as_span((opening, close - (opening - at)))
                builder.add(Node("code", "span", as_span((at, close)), content, markup="markdown"))
                pos = text_from = close
            elif char == "<":
                if at in self._published:
                    builder.add_text(text_from, at)
                    pos = text_from = builder.feed(at, self._published[at], limit)
                    continue
                autolink = None if builder.jsx else _AUTOLINK.match(text, at, end)
                if autolink:
                    self._autolink(autolink)
                    pos = autolink.end()
                    continue
                bound = None if builder.jsx else end
                copied = self._copied_end(at, end)
                after = builder.markup(at, bound, inline=True) if copied >= 0 else at
                if after == at:
                    pos = at + 1
                    continue
                if copied > after:  # to a browser it has ended already
                    builder.add_text(text_from, at)
                    pos = text_from = builder.feed(after, copied)
                    continue
                builder.add_text(text_from, at)
                builder.reach = end
                pos = text_from = builder.raw_text(after, limit)
                if pos > after:
                    pos = text_from = self.read_cut_tag(after, pos, end)
            else:
                after = self._close_bracket(at, end, brackets) if brackets else at + 1
                if after > at + 1:
                    builder.add_text(text_from, at + 1)
                    text_from = after
                pos = after
        builder.add_text(text_from, end)
        return max(pos, end) if text_from > end else end

    def _copied_end(self, at: int, end: int) -> int:
        """Where what "<!" or "<?" begins ends in this paragraph, which Markdown copies as it is; -1 where it does not, and
        is text and hides nothing; 0 for tags and comments."""
        text, following = self.text, self.text[at + 1 : at + 3]
        if following[:1] not in ("!", "?") or text.startswith("<!--", at):
            return 0
        mark = "?>" if following[0] == "?" else "]]>" if text.startswith("<![CDATA[", at) else ">"
        if mark == ">" and not (following[1:].isascii() and following[1:].isalpha()):
            return -1
        if self._unfound.get(mark) == end:
            return -1
        close = text.find(mark, at + 2, end)
        if close < 0:
            self._unfound[mark] = end
            return -1
        return close + len(mark)

    def read_cut_tag(self, start: int, at: int, end: int) -> int:
        """Read the rest of a tag in which raw text from `start` on ended at `at`, `<xmp><p title="</xmp><svg/onload=…>">`:
        Markdown copies the tag as it is. Returns where it ends, `at` where no tag is cut."""
        pos, text = start, self.text
        for _ in range(_MOST_TAGS_IN_RAW_TEXT):
            pos = text.find("<", pos, at)
            if pos < 0:
                return at
            pos = max(self._tag_end(pos, end), pos + 1)
            if pos > at:
                return self.builder.feed(at, pos)
        return at

    def _tag_end(self, at: int, end: int) -> int:
        """Where the comment or tag at `at` ends in this paragraph, -1 where it does not."""
        if not self.text.startswith("<!--", at):
            tag = INLINE_TAG.match(self.text, at, end)
            return tag.end() if tag else -1
        if self._unfound.get("-->") == end:
            return -1
        close = self.text.find("-->", at + 4, end)
        if close < 0:
            self._unfound["-->"] = end
        return close + 3 if close >= 0 else -1

    def _autolink(self, match: re.Match[str]) -> None:
        span = as_span(match.span(1))
        url = match[1] if ":" in match[1] else "mailto:" + match[1]
        href = Attribute("href", decode_references(url), span, span)
        self.builder.add(Node("link", "autolink", as_span(match.span()), span, None, (href,), markup="markdown"))

    def _close_bracket(self, at: int, end: int, brackets: list[int]) -> int:
        """Read the link or image whose text ends at `at`; returns where it ends, `at + 1` where it is none."""
        text = self.text
        opening = brackets.pop()
        is_image = opening > 0 and text[opening - 1] == "!" and not _is_escaped(text, opening - 1)
        was_inactive, self._inactive = len(brackets) < self._inactive, min(self._inactive, len(brackets))
        if was_inactive and not is_image:
            return at + 1
        name, key = "inline", "src" if is_image else "href"
        attributes: tuple[Attribute, ...]
        resource = _RESOURCE.match(text, at + 1, end) if text.startswith("(", at + 1) else None
        if resource is not None:
            after, attributes = resource.end(), self._resource(key, resource)
        else:
            following, loose = text[at + 1 : at + 2], None
            if following == "(":
                loose = _LOOSE_RESOURCE.match(text, at + 1, min(end, at + _LONGEST_RESOURCE))
            elif following == ":":
                loose = _LOOSE_DEFINITION.match(text, at + 1, end)
            if loose is not None and " " in loose[1].strip():
                span = as_span((loose.start(1), loose.start(1) + len(loose[1].rstrip())))
                attribute, what = Attribute(key, span.of(text), span, span), "definition" if following == ":" else ""
                self.builder.add(Node("loose-link", what, as_span((opening - is_image, loose.end())), as_span((opening + 1, at)), None, (attribute,), markup="markdown"))  # fmt: skip
            label = _LABEL.match(text, at + 1, end)
            target = self._target(
                label[1] if label and label[1] else text[opening + 1 : min(at, opening + LONGEST_LABEL + 2)]
            )
            if target is None:
                return at + 1
            name, after = "reference", label.end() if label else at + 1
            place = as_span((at, after))
            title = () if target.title is None else (Attribute("title", target.title, place, None),)
            attributes = (Attribute(key, target.address, place, None), *title)
        content = as_span((opening + 1, at))
        if is_image:
            self.builder.take_back(opening)
            words = as_span((content.start, min(content.end, content.start + LONGEST_LABEL)))
            alt = words.of(text)
            if MASK in alt:
                alt = words.of(self.builder.original)
            attributes = (*attributes, as_attribute(("alt", unescaped(alt), words, words)))
        else:
            self._inactive = len(brackets)
        span = as_span((opening - is_image, after))
        kind = "image" if is_image else "link"
        self.builder.add(Node(kind, name, span, content, None, attributes, markup="markdown"))
        return after

    def _target(self, label: str) -> Target | None:
        return self._definitions.get(as_label(label)) if self._definitions and len(label) <= LONGEST_LABEL else None

    def _resource(self, key: str, match: re.Match[str]) -> tuple[Attribute, ...]:
        original = self.builder.original
        group = 1 if match[1] is not None else 2
        span = as_span(match.span(group))
        attributes = [as_attribute((key, unescaped(span.of(original)), span, span))]
        if (title := title_span(match, 3)) is not None:
            attributes.append(Attribute("title", unescaped(title.of(original)), title, title))
        return tuple(attributes)


def code_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """The code spans of a paragraph, whatever HTML may stand around them."""
    no_ticks: set[int] = set()
    pos = start
    while (mark := _ESCAPE_OR_TICKS.search(text, pos, end)) is not None:
        pos = mark.end()
        if mark[0] == "`":
            opening, close = code_span(text, mark.start(), end, no_ticks)
            pos = max(opening, close)
            if close >= 0:
                yield Span(mark.start(), close)


def _is_escaped(text: str, at: int) -> bool:
    """Whether an odd number of backslashes stands before a character."""
    start = at
    while start > 0 and text[start - 1] == "\\":
        start -= 1
    return (at - start) % 2 == 1


def code_span(text: str, at: int, end: int, no_ticks: set[int]) -> tuple[int, int]:
    """The ends of the opening backticks and of the code span; -1 for the latter where it never closes."""
    if not text.startswith("`", at + 1):
        close = text.find("`", at + 1, end) if 1 not in no_ticks else -1
        if close >= 0 and not text.startswith("`", close + 1):
            return at + 1, close + 1
    ticks = _TICKS.match(text, at, end)
    assert ticks is not None
    length = ticks.end() - at
    if length not in no_ticks:
        for run in _TICKS.finditer(text, ticks.end(), end):
            if run.end() - run.start() == length:
                return ticks.end(), run.end()
        no_ticks.add(length)
    return ticks.end(), -1
