"""Lines of broken YAML that are indented too much or too little."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

from contentlint.parsing.front_matter.keys import BLOCK_HEADER, PAGE_KEYS, PROSE_KEYS, names
from contentlint.parsing.front_matter.yaml.broken.between_depths import (
    FITS_NO_OTHER,
    below_key_of_page,
    between_depths,
    parts_group,
)
from contentlint.parsing.front_matter.yaml.broken.lines import (
    EMPTY_KEY,
    Line,
    Mistake,
    begins,
    first_value,
    is_entry,
    is_item,
    is_prose,
    key_of,
    line_above,
    line_below,
    together,
)
from contentlint.parsing.front_matter.yaml.broken.values_with_colons import NO_PROSE
from contentlint.text import Edit, Span

_BELONGS = f"{FITS_NO_OTHER}it belongs "
_NO_GROUPS = PAGE_KEYS - {"author", "image", "cover", "thumbnail"}
_LISTS_OF_GROUPS = frozenset(names("authors affiliations contributors"))
_MOST_KEYS = 30  # of a list item


def indentation(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """A line, alone or with what hangs on it, moved to an indentation that other lines near it have."""
    line = lines[index]
    if line.is_blank or not begins(line.text) or is_prose(line.text):
        return
    if (between := between_depths(lines, index)) is not None:
        yield between
        return
    yield from below_key_of_page(lines, index)
    yield from _beside_its_dash(lines, index)
    yield from _without_its_dash(lines, index)
    yield from _beside_its_list(lines, index)
    yield from _beside_its_group(lines, index)
    near = [each for each in lines[max(index - 8, 0) : index + 6] if not each.is_blank]
    wanted = {each.indent for each in near} | {each.indent + 2 for each in near}
    wanted |= {each.column for each in near if is_item(each.text)} | {0}
    items = [dash for each in near for dash in each.dashes] if is_item(line.text) else []
    wanted |= {*items}
    above = line_above(lines, index)
    below = line_below(lines, index)
    sister = _sister(lines, index)
    may_be_text = _may_be_text(lines, index)
    for indent in sorted(wanted - {line.indent}, key=lambda each: abs(each - line.indent)):
        message = "the first key is indented"
        if above is not None:
            message = _BELONGS + ("less deep" if indent < line.indent else "deeper")
        if indent > line.indent and (above is None or _begins_anew(lines, index, above)):
            continue  # what follows is wrong, rather than what begins here
        if indent > line.indent and (_is_in_text(lines, index, indent) or parts_group(lines, index)):
            continue
        if indent < line.indent and may_be_text:
            continue
        cost = (
            3
            + 0.05 * abs(indent - line.indent)
            - _fitness(line, indent, above, below, items)
            - 0.3 * (indent == sister)
        )
        if not is_item(line.text) and any(each.indent == indent and is_entry(each.text) for each in lines[:index]):
            cost -= 0.15
        if items.count(indent) > items.count(line.indent):
            cost -= 0.15
        for last in dict.fromkeys((index, *(_last_so_deep(lines, index, line.indent + more) for more in (1, 0)))):
            edits = tuple(
                Edit(Span(each.start, each.start + each.indent), " " * max(each.indent + indent - line.indent, 0))
                for each in lines[index : last + 1]
                if each.text.strip()
            )
            found = Mistake(line.written, message, edits, "Mend the indentation", cost + 0.1 * len(edits))
            if above is None and not indent and _is_above_margin(lines, last):
                parts = (found, *_at_the_margin(lines, last, line.indent))
                found = found._replace(cost=0.9, is_sure=True, parts=parts)
            yield found


def _is_above_margin(lines: list[Line], index: int) -> bool:
    """Whether the next key stands at the margin."""
    below = line_below(lines, index)
    return below is not None and not below.indent and is_entry(below.text)


def _at_the_margin(lines: list[Line], last: int, indent: int) -> Iterator[Mistake]:
    """The first key at the margin, where fewer stand there than above, up to a line: who mends it may indent these."""
    rest = lines[last + 1 :]
    margin = [line for line in rest if not line.indent and is_entry(line.text)]
    indented = [line for line in lines[: last + 1] if line.indent == indent and is_entry(line.text)]
    if len(margin) < len(indented):
        yield Mistake(margin[0].written, "the keys above are indented, and this one is not")


def _beside_its_group(lines: list[Line], index: int) -> Iterator[Mistake]:
    """A key alone that is not as deep as its group, of which it is the first, or amid it, or heads a second one."""
    line, above = lines[index], line_above(lines, index)
    below = list(islice(_after(lines, index), 2))
    if above is None or not below or is_item(line.text) or not is_entry(below[0].text) or is_item(below[0].text):
        return
    value, indent = first_value(lines, index), below[0].indent
    wanted = line.indent
    if value is None and above.indent == indent > line.indent:
        wanted = next((each.indent for each in _before(lines, index) if each.indent < indent), wanted)
    elif value is not None and value.text[0] not in "|>" and indent > line.indent:
        is_amid = above.indent == indent and (line.indent > 0 or value.key not in PAGE_KEYS)
        is_first = line.indent == above.column and key_of(above.text) not in _NO_GROUPS
        is_first = is_first and not {value.key, key_of(below[0].text)} <= PAGE_KEYS
        if is_amid or (is_first and above.is_open):
            wanted = indent
    elif above.is_open and above.indent < indent < line.indent and not is_item(above.text):
        is_of_page = above.indent == 0 and key_of(below[0].text) in PAGE_KEYS
        wanted = indent if below[-1].indent < line.indent and not is_of_page else wanted
    if wanted != line.indent:
        edit = Edit(Span(line.start, line.start + line.indent), " " * wanted)
        message = _BELONGS + ("less deep" if wanted < line.indent else "deeper")
        yield Mistake(line.written, message, (edit,), "Mend the indentation", 2.4)


def _before(lines: list[Line], index: int) -> Iterator[Line]:
    """The lines above one, from the nearest on, as far as they may hold the beginning of its group."""
    return (each for each in reversed(lines[max(index - _MOST_KEYS, 0) : index]) if not each.is_blank)


def _after(lines: list[Line], index: int) -> Iterator[Line]:
    """The lines below one, from the nearest on, as far as they may hold the end of its group."""
    return (each for each in islice(lines, index + 1, index + _MOST_KEYS) if not each.is_blank)


def _is_in_text(lines: list[Line], index: int, indent: int) -> bool:
    """Whether a line so deep is part of a text of several lines above, to which what begins there does not belong."""
    least = indent
    for above in _before(lines, index):
        if above.indent < least:
            least = above.indent
            if BLOCK_HEADER.match(above.text):
                return True
    return False


def _may_be_text(lines: list[Line], index: int) -> bool:
    """Whether a line that seems to be a key may go on with a text that begins below its key."""
    line = lines[index]
    above = list(takewhile(lambda each: each.indent == line.indent and not begins(each.text), _before(lines, index)))
    header = lines[lines.index(above[-1]) - 1] if above and above[-1] is not lines[0] else None
    if header is None or is_item(line.text) or header.indent >= line.indent or not EMPTY_KEY.match(header.text):
        return False
    key, _, rest = line.text.strip().partition(":")
    may_be_key = key[0].islower() or key_of(header.text) not in PROSE_KEYS
    return key.lower() not in PAGE_KEYS and not (may_be_key and NO_PROSE.match(rest.strip()))


def _fitness(line: Line, indent: int, above: Line | None, below: Line | None, items: list[int]) -> float:
    """How much better a line looks with this indentation than with its own, to a person; `items`: the columns of
    the dashes near one, its own among them."""
    own, other = (depth % 2 and items.count(depth) < 2 for depth in (line.indent, indent))  # several are no slip
    fits = 0.4 * (own - other)
    if above is not None and (above.indent == indent or (items and indent in above.dashes)):
        fits += 0.25 if items and is_item(above.text) else 0.2  # who reads a list expects what the first one has
    if below is not None and below.indent == indent:
        fits += 0.2
    is_under_a_key = above is not None and above.is_open
    if above is not None and is_under_a_key and line.indent <= above.indent < indent <= above.indent + 4:
        fits += 0.3
    return fits + 0.3 * (above is None and not indent)


def _begins_anew(lines: list[Line], index: int, above: Line) -> bool:
    """Whether a key right below one without a value, and as deep, is none of its parts: articles have it at their top,
    or it has a list of its own, or the one above has no parts."""
    line, below = lines[index], line_below(lines, index)
    if is_item(line.text) or above.indent != line.indent or not above.is_open:
        return False
    has_list = below is not None and is_item(below.text) and first_value(lines, index) is None
    return has_list or key_of(line.text) in PAGE_KEYS or key_of(above.text) in _NO_GROUPS


def _sister(lines: list[Line], index: int) -> int:
    """The indentation of the group above that a key not quite as deep belongs to, which fits no other and is none that
    articles have at their top; -1 for none."""
    line, sister = lines[index], -1
    if is_item(line.text) or key_of(line.text) in PAGE_KEYS:
        return -1
    for above in _before(lines, index):
        if above.indent <= line.indent:
            return sister if above.indent < line.indent else -1
        sister = above.indent if sister < 0 else min(above.indent, sister)
    return -1


def _last_so_deep(lines: list[Line], index: int, least: int) -> int:
    """The last of the lines right below one that are at least so deep."""
    last = index
    for at, line in enumerate(lines[index + 1 : index + 40], index + 1):
        if not line.is_blank:
            if line.indent < least:
                break
            last = at
    return last


def _beside_its_dash(lines: list[Line], index: int) -> Iterator[Mistake]:
    """The second key of a list item, as deep as the item's dash and not as its first key."""
    line = lines[index]
    above = line_above(lines, index)
    if above is None or not is_item(above.text) or is_item(line.text) or not is_entry(line.text):
        return
    column = above.column
    if not above.indent <= line.indent < column and not (line.indent == column + 1 and is_entry(above.text)):
        return
    shift = column - line.indent
    edits = tuple(
        Edit(Span(each.start, each.start + max(-shift, 0)), " " * max(shift, 0))
        for each in _keys_of_items(lines, index, above.indent)
        if each.text.strip()
    )
    message = "this key belongs to the list item above and must be as deep as its first key"
    yield Mistake(line.written, message, edits, "Indent it", 2.5)


def _without_its_dash(lines: list[Line], index: int) -> Iterator[Mistake]:
    """A key as deep as the dashes of the items above or, for the first of a list, below, that begins an item as they do."""
    line, above = lines[index], line_above(lines, index)
    if is_item(line.text) or above is None:
        return
    beside = next((each for each in _before(lines, index) if each.indent <= line.indent), above)
    is_deeper = above.indent > line.indent
    if above.is_open and above.indent <= line.indent and not is_item(above.text):
        beside = next((each for each in _after(lines, index) if each.indent < line.indent or is_item(each.text)), above)
        is_deeper = True
    if not (is_item(beside.text) and beside.indent == line.indent and key_of(beside.text) == key_of(line.text)):
        return
    rest = takewhile(lambda each: each.indent >= line.indent and not is_item(each.text), lines[index + 1 :])
    written = [each for each in rest if each.text.strip()]
    if written and written[0].indent > line.indent and first_value(lines, index) is not None:
        written = []  # they are as deep as the keys of an item already
    dash = Edit.at(line.start + line.indent, "- ")
    edits = (dash, *(each.deeper(2) for each in written))
    cost = 0.9 if is_deeper else 1.5
    yield _dashless(line, *edits)._replace(cost=cost)


def _beside_its_list(lines: list[Line], index: int) -> Iterator[Mistake]:
    """The first key of a list's items, without its dash and as deep as the list's key, above deeper ones."""
    line, above, below = lines[index], line_above(lines, index), line_below(lines, index)
    if above is None or below is None or not PAGE_KEYS.isdisjoint((key_of(line.text), key_of(below.text))):
        return
    is_list = above.is_open and above.indent == line.indent and key_of(above.text) in _LISTS_OF_GROUPS
    if not is_list or not is_entry(below.text) or is_item(below.text) or below.indent < line.indent + 2:
        return
    dash = " " * (below.indent - line.indent - 2) + "- "
    rest = takewhile(lambda each: each.indent > line.indent or key_of(each.text) == key_of(line.text), lines[index:])
    yield together(
        [
            _dashless(each, Edit.at(each.start + each.indent, dash))
            for each in rest
            if each.indent == line.indent and each.text.strip()
        ],
        0.9,
    )


def _dashless(line: Line, *edits: Edit) -> Mistake:
    return Mistake(line.written, 'the "- " of this list item is missing', edits, 'Add the "-"')


def _keys_of_items(lines: list[Line], index: int, dash: int) -> Iterator[Line]:
    """The lines from this one on that belong to list items whose dashes stand at a column: to the first item all keys as
    deep as this line up to the next item, or to the margin this one alone, and to each other item those that the first
    has. What is deeper goes with its key."""
    indent, keys, is_next, is_meant = lines[index].indent, set[str](), False, True
    has_next = any(is_item(line.text) and line.indent == dash for line in lines[index:])
    for line in lines[index:]:
        if line.is_blank:
            continue
        if line.indent < dash or (line.indent == dash < indent and not is_item(line.text)):
            return
        if line.indent == dash and is_item(line.text):
            is_next, is_meant = True, False
        elif line.indent == indent:
            is_known = key_of(line.text) in keys
            is_meant = is_known if is_next else (has_next or indent > 0 or not keys)
            if not is_meant:
                return
            keys.add(key_of(line.text))
        if is_meant:
            yield line
