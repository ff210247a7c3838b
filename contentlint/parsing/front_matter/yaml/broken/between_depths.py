"""Keys of broken YAML between two depths: deeper than a group's key at the margin, and less deep than its own keys;
or below a key of the article that parts a group."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import NamedTuple

from contentlint.parsing.front_matter.keys import BLOCK_HEADER, PAGE_KEYS, TEXT_KEYS, names
from contentlint.parsing.front_matter.yaml.broken.lines import (
    EMPTY_KEY,
    Line,
    Mistake,
    first_value,
    is_entry,
    is_item,
    key_of,
    line_above,
    line_below,
)
from contentlint.parsing.front_matter.yaml.broken.two_values import BELOW_VALUE
from contentlint.parsing.front_matter.yaml.broken.values_with_colons import is_text_below
from contentlint.text import Edit, Span
from contentlint.wording import cut

FITS_NO_OTHER = "the indentation of this line fits no other: "
_NO_PARTS = frozenset(names("layout permalink categories draft"))  # articles have them, and none of their groups
_PARTS = frozenset(names("alt caption relative src width height"))  # groups have them, as pictures, and no article
_NOT_PLAIN = frozenset("\"'[{&!#|>")  # first signs of values that may go on below
_COST = 2.0


class _Between(NamedTuple):
    """`group`: the key at the margin; `lines`: those from the first key between on, up to the margin or the end."""

    group: str
    lines: list[Line]
    may_leave: bool  # whether all may be the article's if one is: all below is as deep, and not the group above

    @property
    def keys(self) -> list[str]:
        return [key_of(line.text) for line in self.lines if line.indent == self.lines[0].indent]

    @property
    def has_parts_of_values(self) -> bool:
        """Whether a key hangs on one that has a value, so that nobody knows where either belongs."""
        return any(
            above.indent < below.indent and is_entry(below.text) and _has_plain_value(above)
            for above, below in pairwise(self.lines)
            if not is_item(above.text) and not BLOCK_HEADER.match(above.text)
        )


def _has_plain_value(line: Line) -> bool:
    value = first_value([line], 0)
    return value is not None and value.text[:1] not in _NOT_PLAIN


def between_depths(lines: list[Line], index: int) -> Mistake | None:
    """A key between two depths, with all up to the margin, where it may be one of the article: either is as likely, so
    only keys that no group has show which."""
    between = _between(lines, index)
    if between is None:
        return None
    is_known = PAGE_KEYS.issuperset(between.keys)
    if not is_known and (not between.may_leave or _PARTS.issuperset(between.keys)):
        return None
    either = f'{FITS_NO_OTHER}it is part of "{cut(between.group)}" or a key beside it'
    if between.has_parts_of_values:
        passed = tuple(Edit(Span(line.start, line.end), "") for line in between.lines)
        return Mistake(lines[index].written, either).to_read_on(passed, _COST)
    edits = tuple(
        Edit(Span(line.start, line.start + lines[index].indent), "")
        for line in between.lines
        if line.indent >= lines[index].indent
    )
    if is_known and not _NO_PARTS.isdisjoint(between.keys):
        message = FITS_NO_OTHER + "it belongs less deep"
        return Mistake(lines[index].written, message, edits, "Mend the indentation", _COST)
    return Mistake(lines[index].written, either).to_read_on(edits, _COST)


def _between(lines: list[Line], index: int) -> _Between | None:
    line = lines[index]
    if not line.indent or is_item(line.text) or not is_entry(line.text):
        return None
    before = (each for each in reversed(lines[:index]) if not each.is_blank)
    first = group = None
    for above in before:
        if above.indent <= line.indent:
            group = above
            break
        first = above
    if first is None or group is None or group.indent or not EMPTY_KEY.match(group.text):
        return None
    if is_item(first.text) or not is_entry(first.text):
        return None
    is_sister = any(each.indent == line.indent for each in takewhile(lambda each: each.indent > 0, before))
    rest = [each for each in lines[index:] if not each.is_blank]
    deep = list(takewhile(lambda each: each.indent > 0, rest))
    return _Between(key_of(group.text), deep, not is_sister and len(deep) == len(rest))


def parts_group(lines: list[Line], index: int) -> bool:
    """Whether a key of the article at the margin, with a value, stands between keys of a group: it or those below may be
    out of place."""
    value, above, below = first_value(lines, index), line_above(lines, index), line_below(lines, index)
    return (
        value is not None
        and not value.column
        and value.key in PAGE_KEYS
        and above is not None
        and below is not None
        and min(above.indent, below.indent) > 0
        and all(is_entry(each.text) and not is_item(each.text) for each in (above, below))
    )


def below_key_of_page(lines: list[Line], index: int) -> Iterator[Mistake]:
    """A key that hangs on one of the article's in the midst of a group: whose it is, only its author knows."""
    line, owner = lines[index], next((at for at in range(index - 1, -1, -1) if not lines[at].is_blank), -1)
    if owner < 0 or not line.indent or not is_entry(line.text) or not parts_group(lines, owner):
        return
    above = first_value(lines, owner)
    if above is not None and not (above.key in TEXT_KEYS and " " in above.text and is_text_below(above, line)):
        rest = takewhile(lambda each: each.is_blank or each.indent > 0, lines[index:])
        edits = tuple(
            Edit(Span(each.start, each.start + line.indent), "") for each in rest if each.indent >= line.indent
        )
        yield Mistake(line.written, BELOW_VALUE).to_read_on(edits, 0.9)
