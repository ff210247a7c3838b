"""Markdown as far as judging needs it: which characters are code, HTML, headings, links and images, and where.

Follows https://spec.commonmark.org/0.31.2/ for blocks and inlines, with one difference on purpose: inside an HTML
element that is still open, indented HTML is read as the HTML its author meant (the node `becomes-code` marks it).
"""

from __future__ import annotations

import re
from bisect import bisect_right

from contentlint.document import Node
from contentlint.parsing.html import Builder
from contentlint.parsing.inlines import InlineReader
from contentlint.parsing.tags import MASK
from contentlint.patterns import pattern
from contentlint.text import Span

_INDENT = pattern(r"[ \t]*+")
_QUOTE = pattern(r"(?: {0,3}+> ?+)++")
_OUTSIDE_QUOTE = pattern(r"\n(?! {0,3}>)")
_MARKER = pattern(r"(?:[-+*]|(\d{1,9}+)[.)])(?=[ \t\n]|\Z)")
_BREAK = pattern(r"(?:(?:-[ \t]*+){3,}+|(?:\*[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)(?=\n|\Z)")
_BREAK_RUN = pattern(r"(?:-[ \t]*+)++|(?:\*[ \t]*+)++|(?:_[ \t]*+)++")
_UNDERLINE = pattern(r"(?:=++|-++)[ \t]*+(?=\n|\Z)")
_ATX = pattern(r"(#{1,6}+)(?:[ \t]++([^\n]*+))?+(?=\n|\Z)")
_CLOSING_HASHES = pattern(r"(?:^|[ \t])#++[ \t]*+\Z")
_FENCE = pattern(r"(?:(`{3,}+)(?=[^`\n]*+(?:\n|\Z))|(~{3,}+))")
_FOOTNOTE = pattern(r"\[\^[^\]\s]++\]:")
_BLOCK_NAMES = (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link "
    "main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead "
    "title tr track ul"
).replace(" ", "|")
_HTML_BLOCK = pattern(
    rf"(?i)<(?:(?P<raw>script|pre|style|textarea)(?=[\s>{MASK}]|\Z)|(?P<comment>!--)|(?P<instruction>\?)"
    rf"|(?P<cdata>!\[CDATA\[)|(?P<declaration>![a-z])|(?P<block>/?+(?:{_BLOCK_NAMES})(?=[\s{MASK}]|/?>|\Z)))"
)
_RAW_END = pattern(r"(?i)</(?:script|pre|style|textarea)>")
_LONE_TAG = pattern(r"</?+[A-Za-z][^\n]*+(?=\n|\Z)")
_HTML_START = pattern(r"<(?:[A-Za-z]|/[A-Za-z]|!--)")
_BLANK_LINE = pattern(r"\n[ \t]*+(?=\n|\Z)")
_BLOCK_STARTS = " \t<`~#=-_*+>0123456789["
_STARTS_BLOCK = frozenset(_BLOCK_STARTS)
_PLAIN = rf"[^\n{re.escape(_BLOCK_STARTS)}][^\n]*+"
_PLAIN_PARAGRAPH = pattern(rf"{_PLAIN}(?:\n{_PLAIN})*+(?:\n(?=\n)|\Z)")
_EMPTY_LINES = pattern(r"\n++")


class MarkdownReader:
    """Drives a `Builder` over a Markdown body: HTML goes to it as such, the rest as inline text."""

    def __init__(self, builder: Builder, start: int) -> None:
        self.builder, self.text, self.start, self.end = builder, builder.text, start, builder.end
        self._paragraph = -1
        self._quote = 0
        self._lists: list[int] = []  # the column at which each open list item's content begins
        self._outer_lists: list[list[int]] = []  # those outside the block quotes now open
        self._reached = -1  # how far the paragraph before the last change of quotes was read
        self._known_column = (-1, -1, 0)  # the last line origin and offset asked for, and the column there
        self._quote_end = -1  # where the block quotes read last end
        self._list_ends: dict[int, int] = {}  # by the column of a list item's content: the last end looked for
        self._inlines = InlineReader(builder, start)

    def read(self) -> None:
        pos = self.start
        while pos < self.end:
            plain = None
            if self._paragraph < 0 and not self._quote:  # most of an article is paragraphs between empty lines
                blanks = _EMPTY_LINES.match(self.text, pos, self.end)
                if blanks is not None:
                    pos = blanks.end()
                    continue
                plain = _PLAIN_PARAGRAPH.match(self.text, pos, self.end)
            if plain is None:
                pos = self._line(pos)
            else:
                self._lists.clear()
                pos = max(self._inlines.read(plain.start(), plain.end()), plain.end())
        self._flush(self.end)

    # -- blocks -------------------------------------------------------------------------------------------------

    def _line(self, pos: int) -> int:
        """Read the line, or the block, at `pos`; returns where the next begins."""
        text = self.text
        if not self._quote and text[pos] == "\n":
            return max(self._flush(pos), pos + 1) if self._paragraph >= 0 else pos + 1
        line_end = text.find("\n", pos, self.end)
        line_end = self.end if line_end < 0 else line_end
        following = min(line_end + 1, self.end)
        if self._paragraph >= 0 and not self._quote and text[pos] not in _STARTS_BLOCK:
            return following
        origin = at = pos
        column = 0
        if self._quote or text[pos] in " \t>":
            origin = self._strip_quotes(pos, line_end)
            if self._reached > pos:  # raw text that the quoted paragraph opened goes on behind it
                return self._reached
            at = self._skip_indent(origin)
            if at >= line_end:
                return max(self._flush(pos), following)
            column = self._column(origin, at)
        depth = bisect_right(self._lists, column)
        relative = column - (self._lists[depth - 1] if depth else 0)
        if self._paragraph >= 0:
            if (relative >= 4 and not self.builder.jsx) or not self._interrupts(at, line_end):
                return following
            setext = _UNDERLINE.match(text, at, self.end)
            if setext is not None and text.find("\n", self._paragraph, at) >= 0:
                if depth == len(self._lists):
                    return max(self._flush(line_end, heading="h1" if text[at] == "=" else "h2"), following)
                if text[at] == "=":
                    return following
            after = self._flush(pos)
            if after > pos:
                return after
        del self._lists[depth:]
        if relative >= 4 and not self.builder.jsx:
            return self._indented(pos, origin, at, following)
        return self._block(pos, origin, at, line_end, following)

    def _block(self, pos: int, origin: int, at: int, line_end: int, following: int) -> int:
        text, no_break = self.text, -1
        while at < line_end:
            char = text[at]
            if char == "<" and not self.builder.jsx:
                end = self._html_block_end(at, line_end, interrupting=False)
                if end >= 0:
                    if self._quote or self._lists:
                        end = min(end, max(self._container_end(line_end) + 1, line_end))
                    return self.builder.feed(at, end)
                break
            if char in "`~" and (fence := _FENCE.match(text, at, self.end)):
                return self._fence(pos, at, line_end, fence[0])
            if char == "#" and (atx := _ATX.match(text, at, self.end)):
                return self._atx(atx, following)
            if char in "-*_" and at >= no_break:
                if _BREAK.match(text, at, self.end):
                    return following
                no_break = _BREAK_RUN.match(text, at, self.end).end()  # type: ignore[union-attr]
            if char in "-+*0123456789" and (marker := _MARKER.match(text, at, self.end)):
                at = self._list_item(origin, marker)
                if not self.builder.jsx and at < line_end and self._column(origin, at) - self._lists[-1] >= 4:
                    return self._indented(marker.end(), origin, at, following)
                continue
            if char == "[" and _FOOTNOTE.match(text, at, line_end):
                self._lists.append(self._column(origin, at) + 4)
            break
        if at < line_end:
            self._paragraph = at
        return following

    def _interrupts(self, at: int, line_end: int) -> bool:
        """Whether what stands at `at` ends the paragraph above it."""
        text, char = self.text, self.text[at]
        if char == "<":
            return not self.builder.jsx and self._html_block_end(at, line_end, interrupting=True) >= 0
        if char in "`~":
            return _FENCE.match(text, at, self.end) is not None
        if char == "#":
            return _ATX.match(text, at, self.end) is not None
        if char in "=-" and _UNDERLINE.match(text, at, self.end):
            return True
        if char in "-*_" and _BREAK.match(text, at, self.end):
            return True
        if char in "-+*0123456789" and (marker := _MARKER.match(text, at, self.end)):
            return self._skip_indent(marker.end()) < line_end and (
                marker[1] is None or marker[1] == "1" or bool(self._lists)
            )
        return char == "[" and _FOOTNOTE.match(text, at, line_end) is not None

    def _strip_quotes(self, pos: int, line_end: int) -> int:
        """Skip the block quote marks of a line; keeps count of the quotes that are open."""
        if not self._quote and self.text[pos] not in " >":
            return pos
        prefix = _QUOTE.match(self.text, pos, line_end)
        level = prefix[0].count(">") if prefix else 0
        if level != self._quote:
            origin = prefix.end() if prefix else pos
            at = self._skip_indent(origin)
            may_be_lazy = self._paragraph >= 0 and level < self._quote and at < line_end
            if not (may_be_lazy and self._goes_on(origin, at, line_end)):
                self._reached = self._flush(pos)
                while self._quote < level:
                    self._outer_lists.append(self._lists)
                    self._lists = []
                    self._quote += 1
                while self._quote > level:
                    self._lists = self._outer_lists.pop()
                    self._quote -= 1
        return prefix.end() if prefix else pos

    def _goes_on(self, origin: int, at: int, line_end: int) -> bool:
        return self._column(origin, at) >= 4 or not self._interrupts(at, line_end)

    def _skip_indent(self, pos: int) -> int:
        if self.text[pos : pos + 1] not in (" ", "\t"):
            return pos
        match = _INDENT.match(self.text, pos, self.end)
        return match.end() if match else pos

    def _column(self, origin: int, at: int) -> int:
        if origin == at:
            return 0
        known_origin, known_at, column = self._known_column
        if known_origin != origin or known_at > at:
            known_at, column = origin, 0
        between = self.text[known_at:at]
        if "\t" in between:
            column += len((" " * (column % 4) + between).expandtabs(4)) - column % 4
        else:
            column += at - known_at
        self._known_column = (origin, at, column)
        return column

    def _list_item(self, origin: int, marker: re.Match[str]) -> int:
        content = self._skip_indent(marker.end())
        column = self._column(origin, marker.end())
        blanks = self._column(origin, content) - column
        blank_rest = self.text[content : content + 1] in ("\n", "")
        self._lists.append(column + (1 if blank_rest or blanks > 4 else blanks))
        return content

    def _indented(self, pos: int, origin: int, at: int, following: int) -> int:
        """An indented code block, or the HTML that Markdown would publish as one."""
        limit = (self._lists[-1] if self._lists else 0) + 4
        end = after = following
        while after < self.end:
            line_end = self.text.find("\n", after, self.end)
            line_end = self.end if line_end < 0 else line_end
            text_at = self._skip_indent(after)
            if text_at < line_end:
                if self._column(after, text_at) < limit:
                    break
                end = min(line_end + 1, self.end)
            after = min(line_end + 1, self.end)
        span = Span(pos, end)
        if _HTML_START.match(self.text, at) and self.builder.inside_element(at):
            kept = min(limit - 4, at - pos) if "\t" not in self.text[pos:at] else 0
            self.builder.add(Node("becomes-code", "", span, Span(origin + kept, end), markup="markdown"))
            return self.builder.feed(pos, end)
        self.builder.add(Node("code", "indented", span, span, markup="markdown"))
        return end

    def _container_end(self, line_end: int) -> int:
        """Where the block quote or list item around a fence or an HTML block ends: neither outlasts it."""
        if self._quote:
            if self._quote_end < line_end:
                outside = _OUTSIDE_QUOTE.search(self.text, line_end, self.end)
                self._quote_end = outside.start() if outside else self.end
            return self._quote_end
        if not self._lists or not self._lists[-1]:
            return self.end
        column = self._lists[-1]
        if self._list_ends.get(column, -1) < line_end:
            outside = re.compile(rf"\n {{0,{column - 1}}}(?=[^ \t\n])").search(self.text, line_end, self.end)
            self._list_ends[column] = outside.start() if outside else self.end
        return self._list_ends[column]

    def _fence(self, pos: int, at: int, line_end: int, fence: str) -> int:
        bound = self._container_end(line_end)
        close = re.compile(
            rf"\n[ \t>]{{0,{at - pos + 3}}}{re.escape(fence[0])}{{{len(fence)},}}+[ \t]*+(?=\n|\Z)"
        ).search(self.text, line_end, bound)
        end, content_end = (close.end(), close.start()) if close else (bound, bound)
        content = Span(min(line_end + 1, content_end), content_end)
        self.builder.add(Node("code", "fence", Span(at, end), content, markup="markdown"))
        return min(end + 1, self.end)

    def _atx(self, atx: re.Match[str], following: int) -> int:
        start, end = atx.span(2) if atx[2] is not None else (atx.end(), atx.end())
        hashes = _CLOSING_HASHES.search(self.text[start:end])
        if hashes:
            end = start + hashes.start()
        self._heading(f"h{len(atx[1])}", Span(atx.start(), atx.end()), Span(start, end))
        return max(self._inlines.read(start, end), following)

    def _heading(self, name: str, span: Span, content: Span) -> None:
        self.builder.add(Node("heading", name, span, content, markup="markdown"))

    def _html_block_end(self, at: int, line_end: int, *, interrupting: bool) -> int:
        """Where the HTML block that begins at `at` ends, -1 where none begins."""
        match = _HTML_BLOCK.match(self.text, at, self.end)
        if match is None:
            if interrupting or not _LONE_TAG.match(self.text, at, self.end):
                return -1
            return self._lone_tag_end(at)
        kind = match.lastgroup
        if kind == "block":
            return self._blank_line(at)
        if kind == "raw":
            close = _RAW_END.search(self.text, at, self.end)
            found = close.start() if close else -1
        else:
            mark = {"comment": "-->", "instruction": "?>", "cdata": "]]>", "declaration": ">"}[kind or ""]
            found = self.text.find(mark, at + 1, self.end)  # "<?>" is whole
        if found < 0:
            return self.end
        end = self.text.find("\n", found, self.end)
        return self.end if end < 0 else end + 1

    def _lone_tag_end(self, at: int) -> int:
        end = self.builder.complete_tag_end(at)
        if end < 0 or self.text.find("\n", at, end) >= 0:
            return -1
        if self.text[self._skip_indent(end) : self._skip_indent(end) + 1] not in ("\n", ""):
            return -1
        return self._blank_line(at)

    def _blank_line(self, at: int) -> int:
        text = self.text
        end = text.find("\n\n", at, self.end)
        end = self.end if end < 0 else end + 1
        # a line of blanks is empty too; looked for only where a line begins with a blank
        if text.find("\n ", at, end) >= 0 or text.find("\n\t", at, end) >= 0:
            match = _BLANK_LINE.search(text, at, end)
            return match.start() + 1 if match else end
        return end

    def _flush(self, at: int, heading: str = "") -> int:
        """Read the paragraph that ends at `at`, if one is open; returns how far it reached."""
        start, self._paragraph = self._paragraph, -1
        if start < 0:
            return at
        start = self._inlines.definitions(start, at)
        if start >= at:
            return at
        if not heading:
            return self._inlines.read(start, at)
        content_end = self.text.rfind("\n", start, at)
        if content_end < 0:  # only definitions stood above the line of "=": it underlines nothing
            self._paragraph = start
            return at
        self._heading(heading, Span(start, at), Span(start, content_end))
        return self._inlines.read(start, content_end)
