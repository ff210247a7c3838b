"""Mistakes in the indentation of YAML."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.parsing.front_matter.lines import Line, Mistake, is_entry, is_item
from contentlint.text import Edit, Span


def tabs(lines: list[Line]) -> Iterator[Mistake]:
    """Tabs in the indentation, all of them."""
    found = [
        (line, len(line.text) - len(line.text.lstrip(" \t")))
        for line in lines
        if "\t" in line.text and line.text.strip()
    ]
    edits = [
        Edit(Span(line.start, line.start + width), line.text[:width].expandtabs(2))
        for line, width in found
        if "\t" in line.text[:width]
    ]
    if edits:
        yield Mistake(
            edits[0].span, "YAML is indented with blanks, never with a tab", tuple(edits), "Indent with blanks", 0.5
        )


def indentation(lines: list[Line], index: int) -> Iterator[Mistake]:
    """A line, alone or with what hangs on it, moved to an indentation that other lines near it have."""
    line = lines[index]
    if line.is_blank or not (is_entry(line.text) or is_item(line.text)):
        return
    yield from _beside_its_dash(lines, index)
    near = [each for each in lines[max(index - 8, 0) : index + 6] if not each.is_blank]
    wanted = {each.indent for each in near} | {each.indent + 2 for each in near}
    wanted |= {len(each.text) - len(each.text.lstrip(" -")) for each in near if is_item(each.text)} | {0}
    above = any(not each.is_blank for each in lines[:index])
    for indent in sorted(wanted - {line.indent}, key=lambda each: abs(each - line.indent)):
        for last in dict.fromkeys((index, _hanging(lines, index), _siblings(lines, index))):
            edits = tuple(
                Edit(Span(each.start, each.start + each.indent), " " * max(each.indent + indent - line.indent, 0))
                for each in lines[index : last + 1]
                if each.text.strip()
            )
            deeper = "shallower" if indent < line.indent else "deeper"
            message = (
                f"the indentation of this line fits no line above it: it belongs {deeper}"
                if above
                else "the first key is indented"
            )
            yield Mistake(
                line.written,
                message,
                edits,
                "Mend the indentation",
                3 + 0.1 * len(edits) + 0.05 * abs(indent - line.indent),
            )


def _hanging(lines: list[Line], index: int) -> int:
    """The last line that is deeper than this one and follows it."""
    last = index
    for at in range(index + 1, min(index + 40, len(lines))):
        if not lines[at].is_blank and lines[at].indent <= lines[index].indent:
            break
        last = at if not lines[at].is_blank else last
    return last


def _siblings(lines: list[Line], index: int) -> int:
    """The last line of those from here on that are at least as deep as this one."""
    last = index
    for at in range(index + 1, min(index + 40, len(lines))):
        if not lines[at].is_blank and lines[at].indent < lines[index].indent:
            break
        last = at if not lines[at].is_blank else last
    return last


def _beside_its_dash(lines: list[Line], index: int) -> Iterator[Mistake]:
    """The second key of a list item, as deep as the item's dash and not as its first key."""
    line = lines[index]
    above = next((each for each in reversed(lines[:index]) if not each.is_blank), None)
    if above is None or not is_item(above.text) or is_item(line.text) or above.indent != line.indent:
        return
    width = len(above.text) - len(above.text.lstrip(" -")) - above.indent
    edits = []
    for each in lines[index:]:
        if not each.is_blank and (each.indent < line.indent or (each.indent == line.indent and is_item(each.text))):
            break
        if each.text.strip():
            edits.append(Edit(Span(each.start, each.start), " " * width))
    message = "this key belongs to the list item above and must be as deep as its first key"
    yield Mistake(line.written, message, tuple(edits), "Indent it", 2.5)
