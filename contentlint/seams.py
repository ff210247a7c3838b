"""What an edit brings together, where Markdown then reads it otherwise: marks of emphasis, addresses, names."""

from __future__ import annotations

import unicodedata

from contentlint.document import Document
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_EMPHASIS = frozenset("*_~")
_RUNS = frozenset("*_~`")  # of these so many in a row are another mark
# what becomes a link by itself: https://github.github.com/gfm/#autolinks-extension-, and names that a site makes links of
_LINKED = pattern(r"(?i)(?:(?:https?|ftp)://|www\.)[^\s<>]++|[\w.+-]*+@[\w.-]++")
_NEAR = 80  # characters


def changes_marks(document: Document, edit: Edit) -> bool:
    """Whether Markdown would read otherwise what stands before and behind an edit: `**凧：**<b></b>风` is bold, `**凧：**风`
    is not, and `ann<b></b>@example.org` is no link."""
    if document.language == "html":
        return False
    text, (start, end) = document.source.flat, edit.span
    before, after = text[max(start - _NEAR, 0) : start], text[end : end + _NEAR]
    if not edit.text and before[-1:] == after[:1] and before[-1:] in _RUNS:
        return True
    new = f"{before[-1:]}{edit.text}{after[:1]}"
    mark = before[-1:]
    if mark in _EMPHASIS:
        outer = before.rstrip(mark)[-1:]
        if _roles(mark, outer, text[start]) != _roles(mark, outer, new[1:2]):
            return True
    mark = after[:1]
    if mark in _EMPHASIS:
        outer = after.lstrip(mark)[:1]
        if _roles(mark, text[end - 1], outer) != _roles(mark, new[-2:-1], outer):
            return True
    return not edit.text and not f" {before}"[-1].isspace() and _makes_link(document, edit.span)


def _roles(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a run of marks may begin emphasis, and whether it may end one, between two characters:
    https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run"""
    is_left = not _is_blank(after) and (not _is_sign(after) or _is_blank(before) or _is_sign(before))
    is_right = not _is_blank(before) and (not _is_sign(before) or _is_blank(after) or _is_sign(after))
    if mark == "_":
        return is_left and (not is_right or _is_sign(before)), is_right and (not is_left or _is_sign(after))
    return is_left, is_right


def _is_blank(char: str) -> bool:
    return not char.strip()


def _is_sign(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS" if char else False


def _makes_link(document: Document, span: Span) -> bool:
    """Whether the texts around a span, put together, hold an address or a name across the seam."""
    text, (start, end) = document.text, span
    before = [each for each in document.texts_in(Span(max(start - _NEAR, 0), start)) if each.end == start]
    after = next(document.texts_in(Span(end, end + _NEAR)), None)
    if not before or after is None or after.start != end:
        return False
    first, second = text[slice(*before[0])], text[slice(*after)]
    return any(match.start() < len(first) < match.end() for match in _LINKED.finditer(first + second))
