"""Texts of several lines in broken YAML of which one has a colon, so that it looks like a key."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from contentlint.parsing.front_matter.keys import BLOCK_HEADER, PROSE_KEYS, SENTENCE
from contentlint.parsing.front_matter.yaml.broken.lines import (
    EMPTY_KEY,
    MOST_LINES,
    Line,
    Mistake,
    Value,
    begins,
    first_value,
    is_entry,
    is_item,
    is_no_text,
    is_prose,
    key_of,
)
from contentlint.parsing.front_matter.yaml.broken.values_with_colons import is_text_below
from contentlint.parsing.front_matter.yaml.writing import in_quotes
from contentlint.text import Edit, Span
from contentlint.wording import cut


def text_at_the_margin(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """Lines below the mark of a text of several lines that are no deeper than its key."""
    header, value = lines[index], first_value(lines, index)
    if value is None or not BLOCK_HEADER.match(header.text):
        return
    rest = lines[index + 1 : index + MOST_LINES]
    below = takewhile(lambda line: line.indent > value.column or _may_belong(line, value), rest)
    written = [line for line in below if line.text.strip()]
    strays = [line for line in written if line.indent == value.column]
    if not strays or strays[0] is not written[0] or not any(is_entry(line.text) for line in strays):
        return
    edits = tuple(line.deeper(2) for line in strays)
    message = f'this line belongs to "{cut(value.key)}" and must be indented'
    told = Mistake(strays[0].written, message)
    if not is_item(strays[0].text):
        yield told._replace(edits=edits, title="Indent it", cost=0.9)
    elif value.key in PROSE_KEYS:  # it may be a list, too, and the mark above it too much
        yield told.to_read_on(edits, 1.5)


def text_below_its_key(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """A text that begins below its key."""
    header = lines[index]
    key = key_of(header.text)
    if not EMPTY_KEY.match(header.text):
        return
    rows = _deeper(lines, index, header.indent)
    if key not in PROSE_KEYS and not any(is_prose(row.text) for row in rows):
        return
    above = Value(header.start, "", key, header.indent, index)
    is_begun = key in PROSE_KEYS and rows != [] and not is_entry(rows[0].text)
    are_text = all(_is_text(row, key) or (is_begun and is_text_below(above, row)) for row in rows)
    if rows and any(is_entry(row.text) for row in rows) and are_text:
        span = Span(rows[0].written.start, rows[-1].text_end)
        message = f'a text with ": " in it needs quotes, or ">-" behind "{key}:"'
        edit = Edit.at(header.text_end, " >-")
        yield Mistake(span, message, (edit,), 'Write ">-"', 1.2)


def text_of_item(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """An item that goes on in the next lines."""
    line = lines[index]
    if not is_item(line.text) or " " not in key_of(line.text):
        return
    rows = _deeper(lines, index, line.indent)
    if rows and not any(begins(row.text) or is_no_text(row.text) for row in rows):
        span = Span(line.start + line.column, rows[-1].text_end)
        edit = Edit(span, in_quotes(" ".join(span.of(content).split())))
        yield Mistake(span, 'an item with ": " in it needs quotes', (edit,), "Quote the item", 1.3)


def _deeper(lines: list[Line], index: int, column: int) -> list[Line]:
    """The written lines below one that are deeper than a column."""
    rest = lines[index + 1 : index + MOST_LINES]
    below = takewhile(lambda line: line.indent > column or not line.text.strip(), rest)
    return [line for line in below if line.text.strip()]


def _may_belong(line: Line, value: Value) -> bool:
    """Whether a line that is no deeper than a key may belong to its text."""
    if not line.text.strip():
        return True
    return line.indent == value.column and (is_item(line.text) or _is_text(line, value.key))


def _is_text(line: Line, key: str) -> bool:
    """Whether a line is part of the text of a key, which shows whether keys have capitals here."""
    is_sentence = key.islower() and SENTENCE.match(line.text.lstrip()) is not None
    return not is_item(line.text) and (is_sentence or not is_no_text(line.text))
