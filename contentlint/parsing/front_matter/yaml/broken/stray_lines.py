"""Lines of broken YAML that belong to the value above, to the article below, or nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from contentlint.parsing.front_matter.keys import BLOCK_HEADER, LIST_KEYS, TEXT_KEYS
from contentlint.parsing.front_matter.mending import new_line
from contentlint.parsing.front_matter.yaml.broken.lines import (
    EMPTY_KEY,
    LIST_BELOW,
    PLACE,
    SHORT_ITEM,
    Line,
    Mistake,
    Value,
    before_value,
    begins,
    first_value,
    is_entry,
    is_item,
    is_named_as_key,
    is_no_text,
    is_prose,
    key_of,
    line_below,
    without_comment,
)
from contentlint.parsing.front_matter.yaml.writing import in_quotes, in_single_quotes
from contentlint.patterns import pattern
from contentlint.text import Edit, Span
from contentlint.wording import cut

_MARKS = "[{@`%*&!"
_SENTENCE_END = tuple(".!?。！？…\"'”’)")
_TEMPLATE = pattern(r"[ \t]*+(?:\{[%{]|<%)")
_CODE_FENCES = ("```", "~~~")
NO_PART = 'this line is neither "key: value" nor indented as part of the value above: make it one of the two'
_NO_TEXT = pattern(rf"(?:true|false|null|~|[-+]?\d[\d.:TZ+/ \t-]*+|{PLACE})[ \t]*\Z")
_NO_REST = pattern(r"[<\[\]{}#＃|]|%%|%[ \t]|--[ \t]|[*+][ \t]|(?:import|export)\s")
_FILE = pattern(r"\A[\w-]+[ \t]+\S+\.\w{2,4}[ \t]*\Z")
_NO_NAME = pattern(r"[ \t]*+(?:[\W_]*\Z|[</]|!?\[[^\]]*+\]\(|(?:\S++[ \t]++){3}\S|.*[.!?。！？…][ \t]*\Z)")
# what would be code in the article: a line so deep, or what a bullet so far before its text begins
_CODE = pattern(r"(?: {0,3}\t| {4}| {0,3}(?:[-*+]|\d+[.)])(?:\t| {5}))[ \t]*+\S")
_FENCE_AND_MORE = pattern(r"---[ \t]++\S")
_CLOSED = pattern(r"\[.*\]\Z|\{.*\}\Z|([\"']).*\1\Z")


class _Run(NamedTuple):
    """Lines in a row that are no entries, below the entry or item that may own them, and its value, None for none."""

    owner: Line
    value: Value | None
    lines: list[Line]

    @property
    def column(self) -> int:
        """Where the owner begins: its lines would be deeper."""
        return self.value.column if self.value else self.owner.indent

    @property
    def key(self) -> str:
        return key_of(self.owner.text)

    @property
    def is_block(self) -> bool:
        """Whether the owner's value is a text of several lines."""
        return BLOCK_HEADER.match(self.owner.text) is not None

    @property
    def is_empty(self) -> bool:
        return EMPTY_KEY.match(self.owner.text) is not None

    @property
    def written(self) -> list[Line]:
        return [line for line in self.lines if line.text.strip()]

    @property
    def strays(self) -> list[Line]:
        """Those that are not deeper than the owner."""
        return [line for line in self.written if line.indent <= self.column]

    @property
    def has_paragraphs(self) -> bool:
        """Whether blank lines stand between the lines."""
        return len(self.written) < len(self.lines)

    @property
    def is_text(self) -> bool:
        """Whether the value and the lines hold no comment, nor a line that is a key without its sign or with another."""
        has_comment = any(without_comment(line.text) != line.text.rstrip() for line in (self.owner, *self.written))
        is_key = any(is_named_as_key(line.text) for line in self.strays)
        return not (has_comment or is_key or any(is_no_text(line.text) for line in self.written))

    @property
    def belongs(self) -> str:
        owner = f'"{cut(self.key)}"' if self.key else "the line above"
        return f"this line belongs to {owner} and must be indented"

    @property
    def moved(self) -> tuple[Edit, ...]:
        """The edits that indent what is not deeper than the owner."""
        return tuple(line.deeper(self.column + 2 - line.indent) for line in self.strays)


def stray_lines(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """Lines that are no entries: they go on with the value above, which would be indented, or belong nowhere."""
    line = lines[index]
    if line.is_blank or begins(line.text):
        return
    if _TEMPLATE.match(line.text):
        yield _without([line], 1.9, "a template tag stands in the front matter, which is plain data")
        return
    if _FENCE_AND_MORE.match(line.text):
        rest = (Edit(Span(line.start, len(content)), ""),)
        yield Mistake(line.written, 'a fence of the front matter, "---", stands alone on its line').to_read_on(
            rest, 0.9
        )
        return
    owner = next((at for at in range(index - 1, -1, -1) if begins(lines[at].text)), -1)
    below = line_below(lines, index)
    if owner < 0:
        if below is not None and is_entry(below.text):
            yield Mistake(line.written, 'this line is no "key: value"', cost=4)
        return
    between = lines[owner + 1 : index]
    if any(each.is_blank and each.text.strip() for each in between):
        yield Mistake(line.written, 'this line is neither "key: value" nor a comment', cost=4)
        return
    run = _run(lines, owner, index)
    if not run.is_block and any(not each.text.strip() for each in between):
        yield Mistake(line.written, NO_PART, cost=4)
    elif run.is_empty and run.lines[0] is line and _stands_between(line, run.column, below):
        yield _without([line], 0.9)
    elif run.is_empty and run.key in LIST_KEYS and _are_items(run.written):
        yield _without_dashes(run.written)
    elif run.is_empty and run.written[0].text.startswith(_CODE_FENCES):
        edits = (Edit.at(run.owner.text_end, " |"), *run.moved)
        message = f'a text of several lines begins with "|" behind "{cut(run.key)}:" and is indented'
        yield Mistake(run.written[0].written, message, edits, 'Write "|"', 2)
    elif run.is_empty and len(run.written) == 1 and not run.strays and line.text.lstrip()[0] in _MARKS:
        edit = Edit(line.written, in_quotes(line.text.strip()))
        message = f'a value that begins with "{line.text.lstrip()[0]}" needs quotes'
        yield Mistake(line.written, message, (edit,), "Quote the value", 1.5)
    elif run.is_block or run.is_empty:
        if run.strays and run.has_paragraphs and not lines[-1].text.strip():  # the fence may be a rule in the article
            yield Mistake(run.strays[0].written, run.belongs).to_read_on(run.moved, 2)
        elif run.strays:
            yield Mistake(run.strays[0].written, run.belongs, run.moved, "Indent it", 2)
        elif run.is_empty:
            yield Mistake(line.written, f'this line cannot be read as part of "{cut(run.key)}"', cost=2)
    elif run.value is None or run.value.text[0] in "\"'[{" or not _may_go_on(run.value.text, line.text):
        yield _without(run.lines, 1.9) if _is_done(run) else Mistake(line.written, NO_PART, cost=1.9)
    elif line in run.strays:
        yield from _rest_of_text(content, run, run.value, line)


def _run(lines: list[Line], owner: int, index: int) -> _Run:
    """The lines below an owner of which the line at an index is one, up to the next that is of another owner."""
    run = _Run(lines[owner], first_value(lines, owner), [])
    first = next((at for at in range(owner + 1, index + 1) if not lines[at].is_blank), index)
    is_block, column = run.is_block, run.column
    last = first
    for below in lines[first + 1 :]:
        if below.indent <= column and (is_entry(below.text) or (is_item(below.text) and not is_block)):
            break
        last += 1
    while last > first and lines[last].is_blank:
        last -= 1
    return run._replace(lines=lines[first : last + 1])


def _are_items(lines: list[Line]) -> bool:
    """Whether lines below the key of a list may be its items."""
    return len(lines) > 1 and all(SHORT_ITEM.match(line.text) for line in lines)


def _is_done(run: _Run) -> bool:
    """Whether the owner's value is complete, so that the lines below belong nowhere."""
    value = run.value
    if value is not None and value.text[0] in "\"'[{":
        return _CLOSED.match(without_comment(value.text)) is not None
    return value is None or not any(_may_go_on(value.text, each.text) for each in run.lines)


def _rest_of_text(content: str, run: _Run, value: Value, line: Line) -> Iterator[Mistake]:
    """Lines that go on with a text: indented, or with quotes around all of it."""
    if not run.is_text or is_prose(run.owner.text):  # what seems to be its key is a part of a text, too
        yield Mistake(line.written, NO_PART, cost=4)
        return
    if value.text.startswith("- ") and run.key not in TEXT_KEYS:
        yield _in_item_on_the_line(content, run, value)
        return
    moved, key, strays = run.moved, run.key, run.strays
    end = run.lines[-1].text_end
    joined = " ".join(content[value.start : end].split())
    if joined[-1] == '"' and joined.count('"') == 1:
        edits = (Edit.at(value.start, '"'), *moved)
        yield Mistake(Span(value.start, end), "this value has no opening quote", edits, "Add the quote", 1.5)
    if not value.text.endswith(_SENTENCE_END) or line.text.count(" ") > 2:
        # of several lines who puts quotes around it mends the first, too
        is_all = len(strays) == len(run.written) > 1
        span = Span(value.start if is_all else strays[0].written.start, end)
        where = "this line" if len(strays) == 1 else "the next lines"
        message = f'the value of "{cut(key)}" goes on in {where}, which must be indented' if key else run.belongs
        yield Mistake(span, message, moved, "Indent it", 2)
        whole = Edit(Span(value.start, end), in_single_quotes(joined))
        yield Mistake(span, message, (whole,), "Quote the whole value", 2.2)
    yield Mistake(line.written, NO_PART, cost=4)


def _in_item_on_the_line(content: str, run: _Run, value: Value) -> Mistake:
    """Lines that go on with an item that stands in the line of the list's key: the list begins below it."""
    blanks = " " * (value.column + 2)
    list_edit = Edit(Span(before_value(run.owner, value), value.start), new_line(content) + blanks)
    begun = Mistake(run.owner.written, LIST_BELOW, (list_edit,), "Begin the list below")
    moved = tuple(line.deeper(value.column + 4) for line in run.strays)
    rest = Mistake(
        run.strays[0].written, "this line belongs to the list item above and must be indented", moved, "Indent it"
    )
    return begun._replace(edits=(list_edit, *moved), cost=1.4, parts=(begun, rest))


def _stands_between(line: Line, column: int, below: Line | None) -> bool:
    """Whether a line parts a key from its items or keys below, and is no word that only lacks a dash or a colon."""
    if below is None or line.indent > column:
        return False
    is_value = below.indent >= column if is_item(below.text) else below.indent > column and is_entry(below.text)
    return is_value and _NO_NAME.match(line.text) is not None


def _without(stray: list[Line], cost: float, message: str = NO_PART) -> Mistake:
    """Lines that belong nowhere: only to read on, they are left out."""
    told = Mistake(stray[0].written, message)
    edits = tuple(Edit(Span(line.start, line.end), "") for line in stray)
    return told.to_read_on(edits, cost)


def lone_dash(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """A dash without an item, above a key as deep as it."""
    line, below = lines[index], line_below(lines, index)
    if line.text.strip() == "-" and below is not None and is_entry(below.text) and below.indent == line.indent:
        if not is_item(below.text):
            edit = Edit(Span(line.start, below.start), "")
            yield Mistake(line.written, 'this "-" has no item: it has no place here', (edit,), "Remove it", 0.9)


def _without_dashes(lines: list[Line]) -> Mistake:
    """Lines below the key of a list, of which each is meant as an item."""
    starts = [line.written.start for line in lines]
    edits = tuple(Edit.at(start, "- ") for start in starts)
    return Mistake(lines[0].written, 'each item of a list begins with "- "', edits, 'Add the "-"', 0.9)


def _may_go_on(value: str, line: str) -> bool:
    """Whether a line may be the rest of the text above: that is no date, number or address, the line no word alone and
    no markup."""
    words = len(line.split()) > 1 or not line.isascii() or value.endswith(",")
    return words and not _NO_TEXT.match(value) and not _NO_REST.match(line) and not _FILE.search(line)


def shallow_in_block(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """A line of a block scalar that is less deep than the first one, or a blank one above that, whatever it looks like."""
    line = lines[index]
    header = next(
        (at for at in range(index - 1, -1, -1) if lines[at].text.strip() and lines[at].indent < line.indent), -1
    )
    if header < 0 or line.is_blank or not BLOCK_HEADER.match(lines[header].text):
        return
    first = next(each for each in lines[header + 1 :] if each.text.strip())
    if first.indent > line.indent:
        message = f'this line belongs to "{cut(key_of(lines[header].text))}" and must be as deep as its first'
        edit = Edit(Span(line.start, line.start + line.indent), " " * first.indent)
        yield Mistake(line.written, message, (edit,), "Indent it", 0.9)
    elif first is line:
        deeper = [Span(each.start, each.end) for each in lines[header + 1 : index] if each.indent > line.indent]
        if deeper:
            message = "this blank line is deeper than the text below it, which then has no beginning"
            yield Mistake(deeper[0], message, tuple(Edit(span, "") for span in deeper), "Empty it", 0.9)


def text_inside(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """Prose up to the closing fence: the article begins before the front matter ends."""
    line = lines[index]
    rest = [each for each in lines[index:] if each.text.strip()]
    if (
        line.is_blank
        or line.text[:1].isspace()
        or is_item(line.text)
        or not any(is_entry(each.text) for each in lines[:index])
        or any(key_of(each.text) and not each.text[:1].isspace() for each in rest)
    ):
        return
    if sum(len(each.text) for each in rest) > 60 and " " in line.text and not (index and lines[index - 1].text.strip()):
        message = 'text stands inside the front matter: its closing "---" belongs above this line'
        fence = Edit.at(line.start, "---" + new_line(content) * 2)
        old = Edit(Span(len(content), len(content) + 3), "")
        told = Mistake(line.written, message, keeps=line.start)
        if any(_CODE.match(each.text) for each in rest):
            yield told.to_read_on((fence, old), 1.8)
        else:
            yield told._replace(edits=(fence, old), title='Move the "---"', cost=1.8)
