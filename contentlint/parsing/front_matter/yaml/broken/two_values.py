"""Keys of broken YAML that have a value and, below it, items or keys as well."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from contentlint.parsing.front_matter.key_lines import are_dashed_keys, are_marked_keys
from contentlint.parsing.front_matter.keys import (
    DASHED_KEY,
    LIST_KEYS,
    PAGE_KEYS,
    PROSE_KEYS,
    TEXT_KEYS,
    WELL_KNOWN,
    names,
)
from contentlint.parsing.front_matter.mending import OWN_LINE_TOLD, new_line
from contentlint.parsing.front_matter.yaml.broken.lines import (
    EMPTY_KEY,
    SHORT_ITEM,
    WORD_ENTRY,
    Line,
    Mistake,
    Value,
    before_value,
    begins,
    first_value,
    is_entry,
    is_item,
    key_of,
    line_above,
    line_below,
    whole_value,
    without_comment,
)
from contentlint.parsing.front_matter.yaml.broken.values_with_colons import NO_PROSE
from contentlint.parsing.front_matter.yaml.writing import as_lines, closing_quote, items_of
from contentlint.patterns import pattern
from contentlint.text import Edit, Span
from contentlint.wording import cut

BELOW_VALUE = "this key is indented deeper than the key above it, which has a value already"
_SWITCH = pattern(r"[ \t]++(?i:true|false)[ \t]*+\Z")
_NO_LIST = 'front matter is keys and no list: they have no "- " before them'
_MOST_LINES = 300
_SWITCHES = names("comments comment toc published featured pinned sticky math mathjax katex mermaid share sitemap")
_GROUPS = frozenset(names("author editor image cover thumbnail menu output"))
_NO_PARTS = PAGE_KEYS - {*names("title url image type description weight")}  # where it slipped
_NO_VALUE = pattern(r"\A//|:[ \t]")  # of a first key: the rest of an address, or another key
_EMPTY_VALUE = pattern(r"(?:\[[ \t]*+\]|\{[ \t]*+\}|\"\"|''|~|null)\Z")
_OUTPUTS = names("output format")  # of R Markdown and Quarto, whose keys go below a format's name
_FORMAT = pattern(r"(?!(?i:true|false|null|yes|no|on|off)\Z)[A-Za-z][\w.:-]*+\Z")
_KEY_ALONE = pattern(r"[A-Za-z_][\w-]*+:\Z")
_MARK_ALONE = pattern(r"(?:[|>][-+]?+|-)\Z")
_ROW = pattern(r"\[([^\[\]{}\n]*+)\]\Z")


def dashed_keys(lines: list[Line]) -> Iterator[Mistake]:
    """Dashes or asterisks before the keys of the front matter, which make a list of it."""
    texts = [line.text for line in lines]
    if (are_marked_keys if texts[:1] and texts[0].startswith("* ") else are_dashed_keys)(texts):
        sign = "*" if lines[0].text.startswith("*") else "-"
        dashes = [
            (line.start, line.start + len(line.text) - len(line.text[1:].lstrip()))
            for line in lines
            if line.text[:1] == sign
        ]
        edits = tuple(Edit(Span(*dash), "") for dash in dashes)
        message, title = _NO_LIST.replace("-", sign), f'Remove the "{sign} "'
        yield Mistake(lines[0].written, message, edits, title, 0.3, is_sure=True)


def list_around_keys(lines: list[Line]) -> Iterator[Mistake]:
    """A dash before the first key of the front matter, below which all others are as deep; of several such items one is
    meant, or none."""
    written = [line for line in lines if not line.is_blank]
    column = written[0].column if written and DASHED_KEY.match(written[0].text) else 0
    if not column or not 1 < len(written) < _MOST_LINES or written[1].indent != column:
        return
    if not all(line.indent >= column or DASHED_KEY.match(line.text) for line in written):
        return
    if len(WELL_KNOWN.intersection(key_of(line.text) for line in written if line.column == column)) > 1:
        told = Mistake(written[0].written, _NO_LIST, cost=0.3, is_sure=True)
        if all(line.indent for line in written[1:]):
            moved = (line for line in lines if line is written[0] or line.indent >= column)
            edits = tuple(Edit(Span(line.start, line.start + column), "") for line in moved)
            told = told._replace(edits=edits, title='Remove the "- "')
        yield told


def items_above_keys(lines: list[Line]) -> Iterator[Mistake]:
    """Items of a list above the first key, which are no keys themselves."""
    written = [line for line in lines if not line.is_blank]
    items = list(takewhile(lambda line: line.text.startswith("- ") and not is_entry(line.text), written))
    if items and len(items) < len(written) and _is_key(written[len(items)]):
        told = Mistake(Span(items[0].start, items[-1].text_end), "this list has no key: it stands above the first one")
        yield told.to_read_on(tuple(Edit(Span(line.start, line.end), "") for line in items), 0.5)


def dashed_key(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """A dash before one key of the front matter, between others that have none."""
    line, above, below = lines[index], line_above(lines, index), line_below(lines, index)
    key = DASHED_KEY.match(line.text)
    if key is None or (above is not None and _may_own_items(above)):
        return
    if key[2] not in PAGE_KEYS and not (key[2] in _SWITCHES and _SWITCH.match(line.text, key.end())):
        return
    if (below is not None and (below.indent or is_item(below.text))) or not any(map(_is_key, lines)):
        return
    if any(_is_key(each) and key_of(each.text) == key[2] for each in lines):  # it has its place already
        return
    edit = Edit(Span(line.start, line.start + key.end(1)), "")
    message = 'this key has no "- " before it: only items of a list have'
    yield Mistake(line.written, message, (edit,), 'Remove the "- "', 0.5)


def _may_own_items(above: Line) -> bool:
    """Whether an item below a line may belong to the list that this one begins or goes on with."""
    if above.indent:
        return is_entry(above.text)  # items of words have no keys beside them
    return is_item(above.text) or EMPTY_KEY.match(above.text) is not None


def _is_key(line: Line) -> bool:
    return not line.indent and not is_item(line.text) and is_entry(line.text)


def item_without_key(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """A list item right below a key that has a value already."""
    line, above = lines[index], line_above(lines, index)
    if above is None or not is_item(line.text) or is_item(above.text) or not is_entry(above.text):
        return
    value = first_value(lines, lines.index(above))
    if value is not None and line.indent == above.indent and _is_done(value):
        message = (
            f'a list item stands below "{cut(value.key)}", which has a value already: the key of this list is missing'
        )
        yield Mistake(line.written, message, cost=2.5, is_sure=True)


def _is_done(value: Value) -> bool:
    """Whether nothing below a value can belong to it: it is text, in quotes that are closed or in none."""
    written = without_comment(value.text)
    return written[0] not in "[{|>&!" and (written[0] not in "\"'" or closing_quote(written) == len(written) - 1)


def nested_too_deep(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """A deeper line below a value: a comment between, or a key that cannot have both a value and keys."""
    line = lines[index]
    above = next((at for at in range(index - 1, -1, -1) if not lines[at].is_blank), -1)
    if line.is_blank or above < 0 or lines[above].indent >= line.indent:
        return
    value = first_value(lines, above)
    if is_entry(line.text) and value is not None and not value.text.startswith(("|", ">")):
        yield Mistake(line.written, BELOW_VALUE, cost=4)
    elif (
        not is_entry(line.text)
        and not is_item(line.text)
        and any(each.is_blank and each.text.strip() for each in lines[above + 1 : index])
    ):
        yield Mistake(line.written, "this line belongs to no key: a comment stands before it", cost=3.8)
    elif is_entry(line.text) and whole_value(content, lines, above) is None and value is not None:
        yield Mistake(line.written, 'the value that goes on here has ": " in it: it needs quotes', cost=4)


def _may_have_keys(value: Value, bare: str, below: list[Line]) -> bool:
    """Whether keys below an empty value may be its own: no list has any, nor has a text, and one key alone slipped."""
    if bare[0] not in "[\"'":
        return True
    deeper = takewhile(lambda line: line.is_blank or line.indent > value.column, below)
    rows = sum(not line.is_blank for line in deeper)
    return bare[0] != "[" and rows > 1 and value.key not in TEXT_KEYS


def key_behind_key(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """A key right behind another, with its own keys or items below."""
    value = first_value(lines, index)
    if value is None or value.key in TEXT_KEYS or not _KEY_ALONE.match(value.text):
        return
    deeper = takewhile(lambda line: line.is_blank or line.indent > value.column, lines[index + 1 :])
    rows = [line for line in deeper if line.text.strip()]
    if not rows or not begins(rows[0].text):
        return
    least = min(row.indent for row in rows)
    column = least if rows[0].indent > least else value.column + 2
    deepen = max(column + 2 - rows[0].indent, 0)
    edits = [Edit(Span(before_value(lines[index], value), value.start), new_line(content) + " " * column)]
    edits += [row.deeper(deepen) for row in rows if deepen]
    yield Mistake(lines[index].written, OWN_LINE_TOLD, tuple(edits), "Begin a new line", 0.8)


def first_part_behind_key(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """The first key of a group in the line of the group's own, above the others."""
    value = first_value(lines, index)
    first = WORD_ENTRY.match(value.text) if value is not None and value.key not in PROSE_KEYS else None
    if value is None or first is None or first.end() == len(value.text):
        return
    deeper = takewhile(lambda line: line.is_blank or line.indent > value.column, lines[index + 1 :])
    written = [line for line in deeper if not line.is_blank]
    rows = [line.text.strip() for line in written if line.indent == written[0].indent]
    if not rows or min(line.indent for line in written) < written[0].indent:
        return
    parts = [WORD_ENTRY.match(row) for row in (value.text, *rows)]
    names_of = [part[2] for part in parts if part is not None and not part[1]]
    values = [row.partition(":")[2].strip() for row in (value.text, *rows)]
    is_group = value.key in _GROUPS or all(map(NO_PROSE.match, values))
    are_parts = len({*names_of}) == len(parts) and all(name[0].islower() for name in names_of)
    if is_group and are_parts and _NO_PARTS.isdisjoint(names_of) and not _NO_VALUE.search(values[0]):
        blanks = new_line(content) + " " * written[0].indent
        edit = Edit(Span(before_value(lines[index], value), value.start), blanks)
        yield Mistake(lines[index].written, OWN_LINE_TOLD, (edit,), "Begin a new line", 0.8)


def value_above_its_parts(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """A key with a value, and below it the items or keys that would be its value."""
    value, below = first_value(lines, index), line_below(lines, index)
    if value is None or not value.key or below is None:
        return
    has_items = is_item(below.text) and below.indent >= value.column
    if not has_items and not (is_entry(below.text) and below.indent > value.column):
        return
    bare, line = without_comment(value.text), lines[index]
    span = Span(before_value(line, value), value.start + len(bare))
    told, parts = f'"{cut(value.key)}" has', "items" if has_items else "keys"
    if not has_items and value.key in _OUTPUTS and _FORMAT.match(bare):
        message = f'{told} a value here, and keys below: put "{cut(bare)}:" above them, on a line of its own'
        yield Mistake(value.span, message).to_read_on((Edit(span, ""),), 0.8)
    elif _EMPTY_VALUE.match(bare) and (has_items or _may_have_keys(value, bare, lines[index + 1 : index + 9])):
        message = f"{told} an empty value here, and {parts} below"
        yield Mistake(value.span, message, (Edit(span, ""),), "Remove the empty value", 0.8)
    elif has_items and (row := _ROW.match(bare)):
        items = as_lines(items_of(row[1]), below.indent, new_line(content))
        yield Mistake(value.span, f"{told} a list here, and items below", (Edit(span, items),), "Write one list", 0.9)
    elif has_items and lines[index + 1].text.lstrip().startswith("#"):
        yield Mistake(value.span, f"{told} a value here, and items below", cost=3)
    elif has_items and value.key in LIST_KEYS and _MARK_ALONE.match(bare):
        message = f'"{bare}" has no place here, above the items of a list'
        yield Mistake(value.span, message, (Edit(span, ""),), "Remove it", 0.8)
    elif has_items and value.key in LIST_KEYS and SHORT_ITEM.match(bare):
        items = as_lines(items_of(bare), below.indent, new_line(content))
        yield Mistake(value.span, f"{told} a value here, and items below", (Edit(span, items),), "Write one list", 0.9)
