"""Markdown's blocks: which lines are text, headings, HTML, code and definitions.

Follows https://spec.commonmark.org/0.31.2/#blocks-and-inlines: first the blocks, line by line through the containers
they stand in, then what stands in them.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import NamedTuple

from contentlint.lazy import lazy
from contentlint.parsing.asking import Asking, asking
from contentlint.parsing.boxes import BEYOND_DOUBT, NOTE
from contentlint.parsing.definitions import Definition, definitions_at
from contentlint.parsing.html_blocks import ENDS_AT_BLANK, end_from, kind_at, mark_in
from contentlint.parsing.lines import BLANKS, Lines
from contentlint.patterns import pattern
from contentlint.spans import Merged
from contentlint.tables import DASHES, is_head
from contentlint.text import Span, as_span, filled

# a definition's colon has more than one blank behind it; with one, it may stand in a sentence, unless code begins there
_MARKER = pattern(r"(?:[-+*]|(\d{1,9}+)[.)])(?=[ \t\n]|\Z)|:(?=(?:  | ?\t)[ \t]*+[^ \t\n]| (?:```|~~~))")
_BREAK = pattern(r"(?:(?:-[ \t]*+){3,}+|(?:\*[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)(?=\n|\Z)")
_BREAK_RUN = pattern(r"(?:-[ \t]*+)++|(?:\*[ \t]*+)++|(?:_[ \t]*+)++")
_UNDERLINE = pattern(r"(?:=++|-++)[ \t]*+(?=\n|\Z)")
_ATX = pattern(r"(#{1,6}+)(?:[ \t]++([^\n]*+))?+(?=\n|\Z)")
_CLOSING_HASHES = pattern(r"(?:^|[ \t])#++[ \t]*+\Z")
_ATTRIBUTES = pattern(r"\{:[^{}\n]*+\}[ \t]*+(?=\n|\Z)")  # kramdown's, of the paragraph they end
_FENCE = pattern(r"(?:(`{3,}+)(?=[^`\n]*+(?:\n|\Z))|(~{3,}+))")
_ENDS_BREAK = "-*_ \t"
_BLOCK_STARTS = " \t<`~#=-_*+>0123456789["
_STARTS_BLOCK = frozenset(_BLOCK_STARTS + "!?:")
_PLAIN = rf"(?:[^\n{re.escape(_BLOCK_STARTS)}!?:]|!(?!!!)|\?(?!\?\?)|:(?![ \t]))[^\n]*+"
# most of an article is paragraphs between empty lines
_PLAIN_PARAGRAPH = pattern(rf"\n*+({_PLAIN}(?:\n{_PLAIN})*+(?:\n(?=\n)|\n?\Z))?+")
_MOST_CONTAINERS = 100  # one in the other; each line is held against all of them


class Block(NamedTuple):
    """A block in the order of the text. `kind` is text, heading, html, fence, indented or definition.

    `name` is that of a heading, `content` what stands in a heading or fence; where an `indented` block begins in its
    line, and the columns of its container, are in `indent`. Text `may_be_table` unless it is known to be none.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    content: Span = Span(-1, -1)
    indent: tuple[int, int] = (0, 0)
    definition: Definition | None = None
    may_be_table: bool = True


_block = partial(tuple.__new__, Block)
_REST = Block("", 0, 0)[3:]
_REST_OF_LINES = (*_REST[:-1], False)


class BlockReader(Lines):
    """Reads the blocks of a body between two offsets; `jsx`: as MDX has them, without HTML and indented code; `kramdown`:
    its lists of attributes end a paragraph."""

    def __init__(self, text: str, start: int, end: int, *, jsx: bool, kramdown: bool = False) -> None:
        super().__init__(text, end)
        self.start, self.jsx, self.kramdown = start, jsx, kramdown
        self.blocks: list[Block] = []
        self.asked: list[Span] = []  # what was read as Markdown since a tag asks for it, and is HTML to CommonMark
        self._asked_depth = 0  # how many containers the last of it stands in
        self._is_fresh = False  # whether nothing stands in the innermost list item yet
        self._paragraph = -1
        self._paragraph_marks = 0  # how many marks there were when the paragraph began
        self._is_table = False  # whether the paragraph's last lines are the rows of a table

    @lazy
    def _asking(self) -> Asking | None:
        return asking(self.text, kramdown=self.kramdown)

    def read(self) -> None:
        text, end, pos = self.text, self.end, self.start
        while pos < end:
            if self._paragraph < 0 and not self._containers:
                plain = _PLAIN_PARAGRAPH.match(text, pos, end)
                start, pos = plain.span(1)  # type: ignore[union-attr]
                if start >= 0:
                    self.blocks.append(_block(("text", start, pos, *_REST)))
                    continue
                pos = plain.end()  # type: ignore[union-attr]
                if pos >= end:
                    break
                if text[pos] not in BLANKS:
                    pos = self._start(pos, pos, 0, 0, self._line_end(pos))
                    continue
            pos = self._line(pos)
        self._end_paragraph(end)

    # -- lines --------------------------------------------------------------------------------------------------

    def _line(self, pos: int) -> int:
        """Read the line, or the block, that begins at `pos`; returns where the next begins."""
        text, containers = self.text, self._containers
        line_end = self._line_end(pos)
        following = min(line_end + 1, self.end)
        base = matched = column = 0
        at = pos
        if containers:
            matched, at, column, base = self._walk(pos, line_end)
        elif text[pos] in BLANKS:
            at, column = self._blanks(pos, 0)
        is_lazy = matched < len(containers)
        if at >= line_end:
            self._end_paragraph(pos)
            if is_lazy:
                self._close(matched)
            elif self._is_fresh:
                self._close(matched - 1)
            self._is_fresh = False
            return following
        self._is_fresh = False
        if self._paragraph >= 0:
            indented = column - base >= 4 and not self.jsx
            if self._is_table:  # ends where any other block begins, or its container
                ends = indented or is_lazy or self._interrupts(at, line_end, is_lazy=True)
            else:
                ends = not indented and text[at] in _STARTS_BLOCK and self._interrupts(at, line_end, is_lazy=is_lazy)
            if not ends:
                if text[at] in "|:-" and not (self._is_table or indented or is_lazy):
                    self._is_table = self._is_below_table_head(pos, at)
                self._note_marks(pos, at)
                if self.kramdown and text[at] == "{" and _ATTRIBUTES.match(text, at, self.end):
                    self._end_paragraph(following)
                return following
            if not is_lazy and not self._is_table and _UNDERLINE.match(text, at, self.end):
                return self._underline(pos, at, line_end, following)
            self._end_paragraph(pos)
        if is_lazy:
            self._close(matched)
        return self._start(pos, at, column, base, line_end)

    # -- starts -------------------------------------------------------------------------------------------------

    def _start(self, pos: int, at: int, column: int, base: int, line_end: int) -> int:
        """Read what begins at `at` in the line at `pos`, in no paragraph."""
        text, no_break, begun = self.text, -1, pos
        while at < line_end:
            if column - base >= 4 and not self.jsx:
                return self._indented(begun, at, base, line_end)
            char = text[at]
            if char not in _STARTS_BLOCK or len(self._containers) >= _MOST_CONTAINERS:
                break
            if char == ">":
                at, column, base = self._open_quote(at, column)
                continue
            if char == "<":
                kind = self._html_kind(at, is_lone_tag_enough=True)
                if kind in ENDS_AT_BLANK and self._asking is not None:
                    if self._asking.begins_paragraph(at):
                        break
                    after = self._html_that_asks(at, line_end)
                    if text[after - 1] == "\n":
                        return after
                    line_end = self._line_end(after)
                    at, _ = self._blanks(after, 0)
                    if at >= line_end or self._paragraph >= 0:
                        return min(line_end + 1, self.end)
                    begun, column, base = at, 0, 0
                    continue
                if kind:
                    return self._html(at, line_end, kind)
                break
            if char in "`~" and (fence := _FENCE.match(text, at, self.end)):
                return self._fence(at, line_end, fence[0])
            if char == "#" and (atx := _ATX.match(text, at, self.end)):
                return self._atx(atx, line_end)
            if char in "-*_" and at >= no_break and text[line_end - 1] in _ENDS_BREAK:
                if _BREAK.match(text, at, self.end):
                    return min(line_end + 1, self.end)
                no_break = _BREAK_RUN.match(text, at, self.end).end()  # type: ignore[union-attr]
            may_be_item = char in "-+*0123456789" or (char == ":" and self._may_define())
            if may_be_item and (marker := _MARKER.match(text, at, self.end)):
                begun = marker.end()
                at, column, base = self._item(at, column, base, begun, line_end)
                continue
            if char in "[!?=" and (note := self._note(at, line_end)):
                self._containers.append(column - base + 4)
                if char != "[":
                    return self._title(at, line_end)
                begun = note.end()
                content, column = self._blanks(begun, column + begun - at)
                if content < line_end:
                    at, base = content, column
                    continue
            break
        if at < line_end:
            self._paragraph, self._paragraph_marks = at, len(self.marks)
        return min(line_end + 1, self.end)

    def _item(self, at: int, column: int, base: int, after: int, line_end: int) -> tuple[int, int, int]:
        """Open the list item whose marker ends at `after`; returns where its content begins, its column, and the
        column that the content is indented from."""
        marked = column + after - at
        content, content_column = self._blanks(after, marked)
        self._is_fresh = content >= line_end
        own = marked + 1 if self._is_fresh or content_column - marked > 4 else content_column
        self._containers.append(own - base)
        return content, content_column, own

    def _may_define(self) -> bool:
        """Whether a term, or another definition of it, may stand above."""
        return bool(self.blocks) and self.blocks[-1].kind in ("text", "fence", "indented")

    def _note(self, at: int, line_end: int) -> re.Match[str] | None:
        """The first line of a footnote or box that begins at `at`."""
        note = NOTE.match(self.text, at, line_end)
        return None if note is not None and note[1] and not self._is_indented_below(at, line_end) else note

    def _is_indented_below(self, at: int, line_end: int) -> bool:
        """Whether the next line is indented as what stands in a box that begins at `at`; on a page that surely has boxes,
        empty lines may come before it."""
        column = len(self.text[self.text.rfind("\n", 0, at) + 1 : at].expandtabs(4))
        while line_end + 1 < self.end:
            pos = line_end + 1
            line_end = self._line_end(pos)
            _, start, below, _ = self._walk(pos, line_end)
            if start < line_end:
                return below >= column + 4
            if not self._has_boxes:
                return False
        return False

    @lazy
    def _has_boxes(self) -> bool:
        """Whether a box beyond doubt stands anywhere but in a fence, which only shows it."""
        if BEYOND_DOUBT.search(self.text, self.start) is None:
            return False
        reader = BlockReader(self.text, self.start, self.end, jsx=self.jsx, kramdown=self.kramdown)
        reader._has_boxes = False  # else it would ask the same
        reader.read()
        fences = Merged([Span(block.start, block.end) for block in reader.blocks if block.kind == "fence"])
        return any(not fences.hold(box.start()) for box in BEYOND_DOUBT.finditer(self.text, self.start))

    def _title(self, at: int, line_end: int) -> int:
        """Note the first line of a box, which is no part of the paragraph below."""
        after = min(line_end + 1, self.end)
        self.blocks.append(_block(("text", at, after, *_REST)))
        return after

    def _is_below_table_head(self, pos: int, at: int) -> bool:
        """Whether this line is one of dashes, below a line of the paragraph with as many cells."""
        dashes = DASHES.match(self.text, at, self.end)
        if dashes is None:
            return False
        head = max(self.text.rfind("\n", 0, pos - 1) + 1, self._paragraph)
        return is_head(self.text[head : pos - 1], dashes[0])

    def _interrupts(self, at: int, line_end: int, *, is_lazy: bool) -> bool:
        """Whether what stands at `at` ends the paragraph or table above it; `is_lazy`: as if outside that one's container."""
        text, char = self.text, self.text[at]
        if char == ">":
            return True
        if char == "<":
            return bool(self._html_kind(at, is_lone_tag_enough=self._is_table))
        if char in "`~":
            return _FENCE.match(text, at, self.end) is not None
        if char == "#":
            return _ATX.match(text, at, self.end) is not None
        if char in "=-" and not is_lazy and _UNDERLINE.match(text, at, self.end):
            return True
        if char in "-*_" and text[line_end - 1] in _ENDS_BREAK and _BREAK.match(text, at, self.end):
            return True
        if char in "-+*:0123456789" and (marker := _MARKER.match(text, at, self.end)):
            may_be_any = is_lazy or marker[1] in (None, "1")
            return may_be_any and (is_lazy or self._blanks(marker.end(), 0)[0] < line_end)
        return char in "[!?=" and self._note(at, line_end) is not None

    # -- paragraphs and headings --------------------------------------------------------------------------------

    def _end_paragraph(self, at: int) -> None:
        """Note the paragraph that ends at `at`, if one is open, and the definitions it begins with."""
        start, rest = self._paragraph, _REST if self._is_table else _REST_OF_LINES
        self._paragraph, self._is_table = -1, False
        if start >= 0 and (start := self._after_definitions(start, at)) < at:
            self.blocks.append(_block(("text", start, at, *rest)))

    def _underline(self, pos: int, at: int, line_end: int, following: int) -> int:
        """Make the paragraph a heading, unless only definitions stand in it."""
        start = self._after_definitions(self._paragraph, pos)
        if start >= pos:
            self._paragraph = at
            return following
        self._paragraph = -1
        name = "h1" if self.text[at] == "=" else "h2"
        self._note_marks(pos, at)
        whole = self._without_blanks(start, line_end)
        self.blocks.append(Block("heading", *whole, name, Span(start, max(pos - 1, start))))
        return following

    def _without_blanks(self, start: int, end: int) -> tuple[int, int]:
        """A heading's place up to its last mark; in a file with CRLF its line ends with a blank."""
        while end > start and self.text[end - 1] in " \t":
            end -= 1
        return start, end

    def _after_definitions(self, start: int, end: int) -> int:
        """Note the definitions a paragraph begins with; returns where its text begins, `end` where it has none."""
        if self.text[start] != "[":
            return start
        written = self.text[start:end]
        if self._paragraph_marks < len(self.marks):
            written = filled(written, self.marks[self._paragraph_marks :], start=start)
        for definition in definitions_at(written, start):
            self.blocks.append(Block("definition", *definition.span, definition=definition))
            start = min(definition.span.end + 1, end)
        return start

    def _atx(self, atx: re.Match[str], line_end: int) -> int:
        start, end = atx.span(2) if atx[2] is not None else (atx.end(), atx.end())
        hashes = _CLOSING_HASHES.search(self.text[start:end]) if self.text.find("#", start, end) >= 0 else None
        if hashes:
            end = start + hashes.start()
        begun, whole_end = self._without_blanks(atx.start(), atx.end())
        content = as_span((min(start, whole_end), min(end, whole_end)))
        self.blocks.append(_block(("heading", begun, whole_end, f"h{len(atx[1])}", content, *_REST[2:])))
        return min(line_end + 1, self.end)

    # -- code ---------------------------------------------------------------------------------------------------

    def _indented(self, pos: int, at: int, base: int, line_end: int) -> int:
        """Note an indented code block; whether HTML is meant is seen later."""
        end = after = min(line_end + 1, self.end)
        depth = len(self._containers)
        while after < self.end:
            line_end = self._line_end(after)
            matched, text_at, column, line_base = self._walk(after, line_end)
            if matched < depth or (text_at < line_end and column - line_base < 4):
                break
            self._note_marks(after, text_at)  # of what may be HTML
            after = min(line_end + 1, self.end)
            if text_at < line_end:
                end = after
        self.blocks.append(Block("indented", pos, end, indent=(at, base)))
        return end

    def _fence(self, at: int, line_end: int, fence: str) -> int:
        if not self._containers:
            # to MDX no indentation makes code
            close = closing_fence(fence, r"\n[ \t]*+" if self.jsx else r"\n {0,3}").search(
                self.text, line_end, self.end
            )
            end, content_end = (close.end(), close.start()) if close else (self.end, self.end)
        else:
            end, content_end = self._fence_end(line_end, fence)
        content = as_span((min(line_end + 1, content_end), content_end))
        self.blocks.append(_block(("fence", at, end, "", content, *_REST[2:])))
        return min(end + 1, self.end) if end == self.end or self.text[end] == "\n" else end

    def _fence_end(self, line_end: int, fence: str) -> tuple[int, int]:
        """Where a fence in containers ends, and its content."""
        closing = closing_fence(fence, "")
        depth, after = len(self._containers), min(line_end + 1, self.end)
        while after < self.end:
            line_end = self._line_end(after)
            matched, at, column, base = self._walk(after, line_end)
            if matched < depth:
                return max(after - 1, 0), max(after - 1, 0)
            if at < line_end and (column - base < 4 or self.jsx) and closing.match(self.text, at, self.end):
                return line_end, max(after - 1, 0)
            after = min(line_end + 1, self.end)
        return self.end, self.end

    # -- HTML ---------------------------------------------------------------------------------------------------

    def _html_kind(self, at: int, *, is_lone_tag_enough: bool) -> str:
        return "" if self.jsx else kind_at(self.text, at, self.end, is_lone_tag_enough=is_lone_tag_enough)

    def _html(self, at: int, line_end: int, kind: str) -> int:
        end = (
            self._html_end_in_containers(at, line_end, kind)
            if self._containers
            else end_from(self.text, at, self.end, kind)
        )
        self.blocks.append(_block(("html", at, end, *_REST)))
        return end

    def _html_that_asks(self, at: int, line_end: int) -> int:
        """Note a block of HTML up to where Markdown begins that a tag asks for, or its end; returns where that is."""
        asking, end = self._asking, self._html_reach(at, line_end)
        assert asking is not None
        # the marks of quotes begin the next lines, and a container in what was asked for may end with any of them
        reach = line_end if self._quotes or (self._is_asked(at) and len(self._containers) > self._asked_depth) else end
        while (after := asking.follow(at, reach)) >= 0:
            self.blocks.append(_block(("html", at, after, *_REST)))
            if not self.asked or self.asked[-1].end < end:
                self.asked.append(Span(after, end))
                self._asked_depth = len(self._containers)
            line_reach = self._line_end(after)
            is_span = asking.how == "span"
            close = asking.end_tag(after, reach if is_span else min(line_reach, reach))
            if close < 0:
                if is_span and after < self.end:
                    self._paragraph, self._paragraph_marks = after, len(self.marks)
                return after
            if not is_span and self._html_kind(self._blanks(after, 0)[0], is_lone_tag_enough=False) in ("block", "raw"):
                at = after  # where nothing but tags stand before the end tag, too
                continue
            if after < close:
                self.blocks.append(_block(("text", after, close, *_REST_OF_LINES)))
            at = close
        return self._html(at, line_end, "block")

    def _is_asked(self, at: int) -> bool:
        return bool(self.asked) and at < self.asked[-1].end

    def _html_reach(self, at: int, line_end: int) -> int:
        """Where the block of HTML ends for CommonMark in which a tag stands."""
        if self._is_asked(at):
            return self.asked[-1].end
        if not self._containers:
            return end_from(self.text, at, self.end, "block")
        depth, following = len(self._containers), min(line_end + 1, self.end)
        while following < self.end:
            line_end = self._line_end(following)
            matched, start, _, _ = self._walk(following, line_end)
            if matched < depth or start >= line_end:
                break
            following = min(line_end + 1, self.end)
        return following

    def _html_end_in_containers(self, at: int, line_end: int, kind: str) -> int:
        depth, start, ends_at_blank = len(self._containers), at + 1, kind in ENDS_AT_BLANK  # "<?>" is whole
        while True:
            following = min(line_end + 1, self.end)
            if not ends_at_blank and mark_in(self.text, start, line_end, kind) >= 0:
                return following
            if following >= self.end:
                return self.end
            line_end = self._line_end(following)
            matched, start, _, _ = self._walk(following, line_end)
            if matched < depth or (ends_at_blank and start >= line_end):
                return following
            self._note_marks(following, start)


@lru_cache
def closing_fence(fence: str, lead: str) -> re.Pattern[str]:
    """The fence that closes this one, behind a lead."""
    return re.compile(rf"{lead}{re.escape(fence[0])}{{{len(fence)},}}+[ \t]*+(?=\n|\Z)")
