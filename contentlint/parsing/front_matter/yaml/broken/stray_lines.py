"""Lines of broken YAML that belong to the value above, to the article below, or nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.parsing.front_matter.keys import LIST_KEYS
from contentlint.parsing.front_matter.mending import new_line
from contentlint.parsing.front_matter.yaml.broken.lines import (
    SHORT_ITEM,
    Line,
    Mistake,
    first_value,
    is_entry,
    is_item,
    key_of,
    line_below,
    without_comment,
)
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_BLOCK_HEADER = pattern(r"[^#]*:[ \t]+[|>][-+0-9]*[ \t]*(?:#.*)?\Z")
_EMPTY_KEY = pattern(r"[^#]*:[ \t]*\Z")
_SENTENCE_END = tuple(".!?。！？…\"'”’)")
_TEMPLATE = pattern(r"[ \t]*+\{[%{]")
_NO_PART = 'this line is neither "key: value" nor part of the value above, which would be indented'
_NO_TEXT = pattern(r"(?:true|false|null|~|[-+]?\d[\d.:TZ+/ \t-]*+)[ \t]*\Z")
_NO_REST = pattern(r"[<\[\]{}#＃|]|(?:import|export)\s")
_FILE = pattern(r"\A[\w-]+[ \t]+\S+\.\w{2,4}[ \t]*\Z")
_NO_NAME = pattern(r"[ \t]*+(?:[\W_]*\Z|[</]|!?\[[^\]]*+\]\(|(?:\S++[ \t]++){3}\S|.*[.!?。！？…][ \t]*\Z)")
_CLOSED = pattern(r"\[.*\]\Z|\{.*\}\Z|([\"']).*\1\Z")


def stray_lines(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """Lines that are no entries: they go on with the value above, which would be indented, or belong nowhere."""
    line = lines[index]
    if line.is_blank or is_entry(line.text) or is_item(line.text):
        return
    if _TEMPLATE.match(line.text):
        yield _without([line], 1.9, "a template tag stands in the front matter, which is plain data")
        return
    owner = next((at for at in range(index - 1, -1, -1) if is_entry(lines[at].text) or is_item(lines[at].text)), -1)
    below = line_below(lines, index)
    if owner < 0 and below is not None and is_entry(below.text):
        yield Mistake(line.written, 'this line is no "key: value"', cost=4)
    if owner >= 0 and any(each.is_blank and each.text.strip() for each in lines[owner + 1 : index]):
        yield Mistake(line.written, 'this line is neither "key: value" nor a comment', cost=4)
        return
    if owner < 0:
        return
    if not _BLOCK_HEADER.match(lines[owner].text) and any(not each.text.strip() for each in lines[owner + 1 : index]):
        yield Mistake(line.written, _NO_PART, cost=4)
        return
    first = next((at for at in range(owner + 1, index + 1) if not lines[at].is_blank), index)
    value = first_value(lines, owner)
    column = value.column if value else lines[owner].indent
    key = key_of(lines[owner].text)
    last = first
    while last + 1 < len(lines) and not (is_entry(lines[last + 1].text) and lines[last + 1].indent <= column):
        if (
            is_item(lines[last + 1].text)
            and lines[last + 1].indent <= column
            and not _BLOCK_HEADER.match(lines[owner].text)
        ):
            break
        last += 1
    while last > first and lines[last].is_blank:
        last -= 1
    moved = tuple(
        Edit(Span(each.start, each.start), " " * (column + 2 - min(each.indent, column + 1)))
        for each in lines[first : last + 1]
        if each.text.strip() and each.indent <= column
    )
    belongs = (
        f'this line belongs to "{key[:40]}" and must be indented'
        if key
        else "this line belongs to the line above and must be indented"
    )
    is_empty = _EMPTY_KEY.match(lines[owner].text) is not None
    if is_empty and first == index and _stands_between(line, column, below):
        yield _without([line], 0.9)
        return
    if key in LIST_KEYS and is_empty:
        found = [each for each in lines[first : last + 1] if each.text.strip()]
        if len(found) > 1 and all(SHORT_ITEM.match(each.text) for each in found):
            yield without_dashes(found)
            return
    if _BLOCK_HEADER.match(lines[owner].text) or is_empty:
        stray = next((each for each in lines[first : last + 1] if each.text.strip() and each.indent <= column), line)
        yield Mistake(stray.written, belongs, moved, "Indent it", 2)
        return
    if value is None or value.text[0] in "\"'[{" or not _may_go_on(value.text, line.text):
        run = lines[first : last + 1]
        if value is not None and value.text[0] in "\"'[{":
            is_done = _CLOSED.match(without_comment(value.text)) is not None
        else:
            is_done = value is None or not any(_may_go_on(value.text, each.text) for each in run)
        yield _without(run, 1.9) if is_done else Mistake(line.written, _NO_PART, cost=1.9)
        return
    end = lines[last].start + len(lines[last].text.rstrip())
    joined = " ".join(content[value.start : end].split())
    if joined[-1] == '"' and joined.count('"') == 1:
        edits = (Edit(Span(value.start, value.start), '"'), *moved)
        yield Mistake(Span(value.start, end), "this value has no opening quote", edits, "Add the quote", 1.5)
    if not value.text.endswith(_SENTENCE_END) or line.text.count(" ") > 2:
        # of several lines who puts quotes around it mends the first, too
        span = lines[first].written if first == last else Span(value.start, end)
        where = "this line" if first == last else "the next lines"
        message = f'the value of "{key[:40]}" goes on in {where}, which must be indented' if key else belongs
        yield Mistake(span, message, moved, "Indent it", 2)
        whole = Edit(Span(value.start, end), "'" + joined.replace("'", "''") + "'")
        yield Mistake(span, message, (whole,), "Quote the whole value", 2.2)
    yield Mistake(line.written, _NO_PART, cost=4)


def _stands_between(line: Line, column: int, below: Line | None) -> bool:
    """Whether a line parts a key from its items or keys below, and is no word that only lacks a dash or a colon."""
    if below is None or line.indent > column:
        return False
    is_value = below.indent >= column if is_item(below.text) else below.indent > column and is_entry(below.text)
    return is_value and _NO_NAME.match(line.text) is not None


def _without(stray: list[Line], cost: float, message: str = _NO_PART) -> Mistake:
    """Lines that belong nowhere: only to read on, they are left out."""
    told = Mistake(stray[0].written, message)
    edits = tuple(Edit(Span(line.start, line.end), "") for line in stray)
    return told._replace(edits=edits, cost=cost, parts=(told,))


def lone_dash(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """A dash without an item, above a key as deep as it."""
    line, below = lines[index], line_below(lines, index)
    if line.text.strip() == "-" and below is not None and is_entry(below.text) and below.indent == line.indent:
        if not is_item(below.text):
            edit = Edit(Span(line.start, below.start), "")
            yield Mistake(line.written, 'this "-" has no item: it has no place here', (edit,), "Remove it", 0.9)


def without_dashes(lines: list[Line]) -> Mistake:
    """Lines below the key of a list, of which each is meant as an item."""
    starts = [line.start + len(line.text) - len(line.text.lstrip()) for line in lines]
    edits = tuple(Edit(Span(start, start), "- ") for start in starts)
    return Mistake(lines[0].written, 'each item of a list begins with "- "', edits, 'Add the "-"', 0.9)


def _may_go_on(value: str, line: str) -> bool:
    """Whether a line may be the rest of the text above: neither is a date, a number or a word alone, nor is it markup."""
    words = len(line.split()) > 1 or not line.isascii() or value.endswith(",")
    return words and not _NO_TEXT.match(value) and not _NO_REST.match(line) and not _FILE.search(line)


def shallow_in_block(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """A line of a block scalar that is less deep than the first one, whatever it looks like."""
    line = lines[index]
    header = next(
        (at for at in range(index - 1, -1, -1) if lines[at].text.strip() and lines[at].indent < line.indent), -1
    )
    if header < 0 or line.is_blank or not _BLOCK_HEADER.match(lines[header].text):
        return
    first = next(each for each in lines[header + 1 :] if each.text.strip())
    if first.indent > line.indent:
        message = f'this line belongs to "{key_of(lines[header].text)[:40]}" and must be as deep as its first'
        edit = Edit(Span(line.start, line.start + line.indent), " " * first.indent)
        yield Mistake(line.written, message, (edit,), "Indent it", 0.9)


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
        fence = Edit(Span(line.start, line.start), "---" + new_line(content) * 2)
        old = Edit(Span(len(content), len(content) + 3), "")
        yield Mistake(line.written, message, (fence, old), 'Move the "---"', 1.8, line.start)
