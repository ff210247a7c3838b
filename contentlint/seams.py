"""What an edit brings together, where Markdown then reads it otherwise: marks of emphasis, addresses, names."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from typing import NamedTuple

from contentlint.document import Document, once
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_READING_MARKS = ("text", "heading")  # kinds of blocks; none in HTML
_EMPHASIS = frozenset("*_~")
_RUNS = frozenset("*_~`")  # of these so many in a row are another mark
_RUN = pattern(r"(?<!\\)([*_~])\1*+")
# what becomes a link by itself: https://github.github.com/gfm/#autolinks-extension-, and names that a site makes links of
_LINKED = pattern(r"(?i)(?:(?:https?|ftp)://|www\.)[^\s<>]++|[\w.+-]*+@[\w.-]++")
_ENDS_NO_LINK = "?!.,:*_~'\""
_NEAR = 80  # characters


def changes_marks(document: Document, edit: Edit) -> bool:
    """Whether Markdown would read otherwise what stands before and behind an edit: `**凧：**<b></b>风` is bold, `**凧：**风`
    is not, and `ann<b></b>@example.org` is no link."""
    block = document.block_at(edit.span.start)
    if block is None or block.kind not in _READING_MARKS:
        return False
    text, (start, end) = document.source.flat, edit.span
    before, after = text[max(start - _NEAR, 0) : start], text[end : end + _NEAR]
    if not edit.text and before[-1:] == after[:1] and before[-1:] in _RUNS:
        return True
    new = f"{before[-1:]}{edit.text}{after[:1]}"
    mark = before[-1:]
    if mark in _EMPHASIS:
        run = Span(start - len(before) + len(before.rstrip(mark)), start)
        outer = text[run.start - 1 : run.start]
        if _changes_run(document, run, _roles(mark, outer, text[start]), _roles(mark, outer, new[1:2])):
            return True
    mark = after[:1]
    if mark in _EMPHASIS:
        run = Span(end, end + len(after) - len(after.lstrip(mark)))
        outer = text[run.end : run.end + 1]
        if _changes_run(document, run, _roles(mark, text[end - 1], outer), _roles(mark, new[-2:-1], outer)):
            return True
    if _moves_cell(document, edit):
        return True
    return not edit.text and not f" {before}"[-1].isspace() and _makes_link(document, edit.span)


def _changes_run(document: Document, run: Span, old: _Roles, new: _Roles) -> bool:
    """Whether a run of marks would begin or end other emphasis with new roles: where the same run before it began
    one, it must still end it, where one behind it ends one, still begin it; else its roles must stay."""
    if old == new:
        return False
    if not (old.ends and new.ends) and not (old.begins and new.begins):
        return True
    mark, place = run.of(document.text), _paragraph(document, run.start)
    runs = _runs(document, mark, place)
    if document.text[run.start - 1] == "\\" or runs.may_part:
        return True
    is_open, is_mixed = runs.states[bisect_left(runs.starts, run.start)]
    if is_open:
        return is_mixed or not (old.ends and new.ends)
    following = bisect_left(runs.starts, run.end)
    partner = runs.roles[following] if following < len(runs.roles) else None
    return partner is None or not partner.ends or not (old.begins and new.begins)


def _paragraph(document: Document, at: int) -> Span:
    """The paragraph, heading or cell of a table in which an offset lies."""
    flat, block, end = document.source.flat, document.block_at(at), document.block_end(at)
    start = block.start if block is not None else at
    if block is not None and block.kind == "heading":
        end = block.end
    if document.is_in_table(at):
        start = max(start, document.source.line_start(at), flat.rfind("|", start, at) + 1)
    return Span(start, end)


class _Runs(NamedTuple):
    """The runs of one sign in a paragraph: where they begin, their roles (None for those that are longer or shorter than
    the one asked for, and may take a part of it), and before each and at the end whether such a one is open, and whether
    one of those stands in it. `may_part`: three in a row may be parted."""

    starts: list[int]
    roles: list[_Roles | None]
    states: list[tuple[bool, bool]]
    may_part: bool


@once
def _runs(document: Document, mark: str, place: Span) -> _Runs:
    flat, char = document.source.flat, mark[0]
    runs = _Runs([], [], [(False, False)], char * 3 in place.of(flat))
    is_open = is_mixed = False
    for match in (match for span in document.texts_in(place) for match in _RUN.finditer(flat, *span)):
        if match[1] != char:
            continue
        roles = None
        if match[0] != mark:
            is_mixed = True
        else:
            roles = _roles(char, flat[match.start() - 1 : match.start()], flat[match.end() : match.end() + 1])
            if roles.ends if is_open else roles.begins:
                is_open, is_mixed = not is_open, False
        runs.starts.append(match.start())
        runs.roles.append(roles)
        runs.states.append((is_open, is_mixed))
    return runs


class _Roles(NamedTuple):
    """Whether a run of marks may begin emphasis, and whether it may end one."""

    begins: bool
    ends: bool


def _roles(mark: str, before: str, after: str) -> _Roles:
    """What a run of marks may do between two characters:
    https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run"""
    is_left = not _is_blank(after) and (not _is_sign(after) or _is_blank(before) or _is_sign(before))
    is_right = not _is_blank(before) and (not _is_sign(before) or _is_blank(after) or _is_sign(after))
    if mark == "_":
        return _Roles(is_left and (not is_right or _is_sign(before)), is_right and (not is_left or _is_sign(after)))
    return _Roles(is_left, is_right)


def _is_blank(char: str) -> bool:
    return not char.strip()


def _is_sign(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS" if char else False


def _moves_cell(document: Document, edit: Edit) -> bool:
    """Whether the first cell of a row would be left without a word, and the bar behind it begin the row."""
    text, (start, end) = document.source.flat, edit.span
    if edit.text or not document.is_in_table(start) or not text[end : end + _NEAR].lstrip(" \t").startswith("|"):
        return False
    return not text[document.source.line_start(start) : start].strip(" \t>")


def _makes_link(document: Document, span: Span) -> bool:
    """Whether the texts around a span, put together, hold an address or a name across the seam."""
    text, (start, end) = document.text, span
    before = [each for each in document.texts_in(Span(max(start - _NEAR, 0), start)) if each.end == start]
    after = next(document.texts_in(Span(end, end + _NEAR)), None)
    if not before or after is None or after.start != end:
        return False
    first, second = before[0].of(text), after.of(text)
    return any(match.start() < len(first) < _link_end(match) for match in _LINKED.finditer(first + second))


def _link_end(linked: re.Match[str]) -> int:
    """Where a link ends: signs and a bracket that it does not open belong to the sentence around it."""
    written = linked[0].rstrip(_ENDS_NO_LINK)
    while written.endswith(")") and written.count(")") > written.count("("):
        written = written[:-1].rstrip(_ENDS_NO_LINK)
    return linked.start() + len(written)
