"""Tabs in the indentation of broken YAML, which knows blanks alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from contentlint.parsing.front_matter.keys import BLOCK_HEADER
from contentlint.parsing.front_matter.yaml.broken.lines import Line, Mistake
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

# what tabs may stand for, at which cost: the indentation above, and at least this much; or so many blanks each
_WIDTHS = ((0.5, 0, "  "), (0.51, 0, ""), (0.52, 2, ""), (0.54, 4, ""), (0.58, 8, ""))
_SIZES = (2, 4, 8)
_GIVEN_DEPTH = pattern(r"[ \t][|>][-+]?[1-9][-+]?[ \t]*+(?:#.*)?\Z")  # of a text, behind its mark
_TAB_AFTER_DASH = pattern(r"-[ ]*+\t[ \t]*+(?=\S)")


def tabs(lines: list[Line]) -> Iterator[Mistake]:
    """Tabs in the indentation, all of them: as deep as the line above or deeper, or none to eight blanks each; and
    those after a dash and on lines that hold nothing else."""
    found: list[tuple[Line, int, str]] = []  # each with the width and the text of the indentation above it
    others: list[Edit] = []
    above = ""
    lines = list(_outside_texts(lines))
    for line in lines:
        if not line.text.strip():
            if "\t" in line.text:
                others.append(Edit(Span(line.start, line.end), ""))
            continue
        width = len(line.text) - len(line.text.lstrip(" \t"))
        blanks = line.text[:width]
        if "\t" in blanks:
            found.append((line, width, above))
            blanks = above or "  "
        dash = _TAB_AFTER_DASH.match(line.text, width)
        if dash:
            others.append(Edit(Span(line.start + width + 1, line.start + dash.end()), " "))
        if not line.is_blank:
            above = blanks + "  " * line.is_open
    if not found and not others:
        return
    message = "YAML is indented with spaces, never with a tab"
    depths = {line.text[:width].count("\t") for line, width, _ in found}
    widths = ((0.49, _unit(lines), ""), *_WIDTHS) if len(depths) > 1 else _WIDTHS  # the deeper ones then say how deep
    sizes = _sizes_by_dashes(lines)
    for cost, size, least in widths if found else _WIDTHS[:1]:
        edits = others + [
            Edit(Span(line.start, line.start + width), line.text[:width].expandtabs(size) if size else blanks or least)
            for line, width, blanks in found
        ]
        mistake = Mistake(min(edits).span, message, tuple(sorted(edits)), "Indent with spaces", cost)
        if sizes is None or size in sizes:
            yield mistake
        elif not sizes:
            yield mistake._replace(edits=(), title="").to_read_on(mistake.edits, cost)


def _outside_texts(lines: list[Line]) -> Iterator[Line]:
    """The lines that are no part of a text of several lines, in which a tab behind its blanks is sound."""
    header: int | None = None  # how deep the header of a text above stands, whose first line is still to come
    is_depth_given = False  # so that a tab may begin that line
    text: int | None = None  # how deep the first line of the text stands that goes on
    for line in lines:
        if text is not None and line.indent >= text:
            continue
        is_first = header is not None and line.indent > header and line.text.strip() != ""
        if is_first and (is_depth_given or line.text[line.indent] != "\t"):
            header, text = None, line.indent
            continue
        if line.text.strip():
            text = None
            header = line.indent if BLOCK_HEADER.match(line.text) else None
            is_depth_given = header is not None and _GIVEN_DEPTH.search(line.text) is not None
        yield line


def _sizes_by_dashes(lines: list[Line]) -> set[int] | None:
    """The blanks that a tab may stand for where items stand below one with several dashes, each beside one of these: none
    where it may be beside several; None without such items."""
    sizes: set[int] | None = None
    for above, line in pairwise(each for each in lines if not each.is_blank):
        item, upper = line.text.lstrip(" \t"), _TAB_AFTER_DASH.sub("- ", above.text)
        is_below_several = len(Line(0, upper.lstrip()).dashes) > 1 and item.startswith("- ")
        if not is_below_several or "\t" not in line.text[: -len(item)]:
            continue
        beside: dict[int, int] = {}  # which dash, by the size of a tab
        for size in _SIZES:
            dashes, indent = Line(0, upper.expandtabs(size)).dashes, Line(0, line.text.expandtabs(size)).indent
            if indent in dashes:
                beside[size] = dashes.index(indent)
        fits = {*beside} if len({*beside.values()}) == 1 else set[int]()
        sizes = fits if sizes is None else sizes & fits
    return sizes


def _unit(lines: list[Line]) -> int:
    """The blanks of one step where lines are indented with blanks, else two."""
    steps = [
        line.indent for line in lines if not line.is_blank and line.indent and "\t" not in line.text[: line.indent + 1]
    ]
    return min(steps, default=2)
