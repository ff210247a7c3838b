"""Lines of YAML that belong to a value, to another place, or nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from contentlint.parsing.front_matter.keys import LIST_KEYS, TEXT_KEYS
from contentlint.parsing.front_matter.mending import new_line
from contentlint.parsing.front_matter.yaml.broken.lines import (
    Line,
    Mistake,
    Value,
    first_value,
    is_entry,
    is_item,
    key_of,
    line_above,
    line_below,
    whole_value,
    without_comment,
)
from contentlint.parsing.front_matter.yaml.writing import items_of
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
_EMPTY_VALUE = pattern(r"(?:\[[ \t]*+\]|\{[ \t]*+\}|\"\"|''|~|null)\Z")
_SHORT_ITEM = pattern(r"[ \t]*+(?:\"[^\"\\\n]*+\"|'[^'\n]*+'|[\w/+.#]\S*+(?:[ \t]++\S++){0,2}+)[ \t]*+\Z")
_MARK_ALONE = pattern(r"(?:[|>][-+]?+|-)\Z")
_NO_NAME = pattern(r"[ \t]*+(?:[\W_]*\Z|[</]|!?\[[^\]]*+\]\(|(?:\S++[ \t]++){3}\S|.*[.!?。！？…][ \t]*\Z)")
_CLOSED = pattern(r"\[.*\]\Z|\{.*\}\Z|([\"']).*\1\Z")
_ROW = pattern(r"\[([^\[\]{}\n]*+)\]\Z")


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
        if len(found) > 1 and all(_SHORT_ITEM.match(each.text) for each in found):
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


def item_without_key(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """A list item right below a key that has a value already."""
    line, above = lines[index], line_above(lines, index)
    if above is None or not is_item(line.text) or is_item(above.text) or not is_entry(above.text):
        return
    value = first_value(lines, lines.index(above))
    if value is not None and line.indent == above.indent and value.text[0] not in "[{\"'|>&!":
        message = (
            f'a list item stands below "{value.key[:40]}", which has a value already: the key of this list is missing'
        )
        yield Mistake(line.written, message, cost=2.5, is_sure=True)


def nested_too_deep(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """A deeper line below a value: a comment between, or a key that cannot have both a value and keys."""
    line = lines[index]
    above = next((at for at in range(index - 1, -1, -1) if not lines[at].is_blank), -1)
    if line.is_blank or above < 0 or lines[above].indent >= line.indent:
        return
    value = first_value(lines, above)
    if is_entry(line.text) and value is not None and not value.text.startswith(("|", ">")):
        yield Mistake(
            line.written, "this key is indented deeper than the key above it, which has a value already", cost=4
        )
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


def value_above_its_parts(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """A key with a value, and below it the items or keys that would be its value."""
    value, below = first_value(lines, index), line_below(lines, index)
    if value is None or not value.key or below is None:
        return
    has_items = is_item(below.text) and below.indent >= value.column
    if not has_items and not (is_entry(below.text) and below.indent > value.column):
        return
    bare, line = without_comment(value.text), lines[index]
    span = Span(line.start + len(line.text[: value.start - line.start].rstrip()), value.start + len(bare))
    told, parts = f'"{value.key[:40]}" has', "items" if has_items else "keys"
    if _EMPTY_VALUE.match(bare) and (has_items or _may_have_keys(value, bare, lines[index + 1 : index + 9])):
        message = f"{told} an empty value here, and {parts} below"
        yield Mistake(value.span, message, (Edit(span, ""),), "Remove the empty value", 0.8)
    elif has_items and (row := _ROW.match(bare)):
        begun = new_line(content) + " " * below.indent + "- "
        items = "".join(begun + item for item in items_of(row[1]))
        yield Mistake(value.span, f"{told} a list here, and items below", (Edit(span, items),), "Write one list", 0.9)
    elif has_items and lines[index + 1].text.lstrip().startswith("#"):
        yield Mistake(value.span, f"{told} a value here, and items below", cost=3)
    elif has_items and value.key in LIST_KEYS and _MARK_ALONE.match(bare):
        message = f'"{bare}" has no place here, above the items of a list'
        yield Mistake(value.span, message, (Edit(span, ""),), "Remove it", 0.8)
    elif has_items and value.key in LIST_KEYS and _SHORT_ITEM.match(bare):
        begun = new_line(content) + " " * below.indent + "- "
        items = "".join(begun + item for item in items_of(bare))
        yield Mistake(value.span, f"{told} a value here, and items below", (Edit(span, items),), "Write one list", 0.9)
