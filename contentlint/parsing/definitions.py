"""Markdown's link reference definitions, and what they have in common with links: destinations, titles, labels.

Follows https://spec.commonmark.org/0.31.2/#link-reference-definitions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from contentlint.patterns import pattern
from contentlint.references import decode_references
from contentlint.text import Span, as_span

_MOST_NESTED = 32  # parentheses
_WORD = r"[^\x00-\x20\x7f()\\]"  # other white space, such as an ideographic blank, may stand in a destination


def _nested(depth: int) -> str:
    inside = rf"\({_nested(depth - 1)}*+\)" if depth else r"(?!)"
    return rf"(?:{_WORD}++|\\[!-/:-@\[-`{{-~]?+|{inside})"


DESTINATION_TEXT = _nested(_MOST_NESTED)
TITLE = r"(?:\"((?:[^\"\\]|\\.)*+)\"|'((?:[^'\\]|\\.)*+)'|\(((?:[^()\\]|\\.)*+)\))"
_DEFINITION = pattern(
    rf"[ \t]*+\[(?!\s*+\])((?:[^\[\]\\]|\\.)++)\]:[ \t]*+\n?[ \t]*+(?:<((?:[^<>\n\\]|\\.)*+)>|((?!<){DESTINATION_TEXT}++))"
    rf"(?:(?:[ \t]++|[ \t]*+\n[ \t]*+){TITLE}(?=[ \t]*+(?:\n|\Z)))?+[ \t]*+(?=\n|\Z)",
    re.DOTALL,
)
_ESCAPE = pattern(r"\\([!-/:-@\[-`{-~])")
_REFERENCE = pattern(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]*+);")
LONGEST_LABEL = 1_000


class Definition(NamedTuple):
    """`[label]: target "title"`, with the places of each; `name` is the label as it is compared."""

    span: Span
    name: str
    label: Span
    target: Span
    title: Span | None


class Target(NamedTuple):
    """Where a reference leads, and the title that its definition gives it."""

    address: str
    title: str | None


def definitions_at(text: str, offset: int) -> Iterator[Definition]:
    """The definitions that a paragraph, which begins at an offset, begins with."""
    at = 0
    while (match := _DEFINITION.match(text, at)) is not None and not match[1].startswith("^"):
        group = 3 if match[2] is None else 2
        label, target = Span(*match.span(1)), Span(*match.span(group))
        yield Definition(
            Span(label.start - 1 + offset, match.end() + offset),
            as_label(match[1]),
            label.shifted(offset),
            target.shifted(offset),
            title.shifted(offset) if (title := title_span(match, 4)) is not None else None,
        )
        at = match.end() + 1


def title_span(match: re.Match[str], first_group: int) -> Span | None:
    """Where the title stands in a match, whose three groups for it begin with this one."""
    for group in (first_group, first_group + 1, first_group + 2):
        if match.start(group) >= 0:
            return as_span(match.span(group))
    return None


def as_label(text: str) -> str:
    """A label as labels are compared: without regard to case and to how many blanks there are."""
    return " ".join(text.split()).casefold()


def unescaped(text: str) -> str:
    """Backslash escapes and character references decoded, as in a link's destination."""
    if "\\" not in text:
        return _decoded(text)
    pieces = _ESCAPE.split(text)  # every second one is an escaped character, which begins or ends no reference
    return "".join(piece if index % 2 else _decoded(piece) for index, piece in enumerate(pieces))


def _decoded(text: str) -> str:
    """References decoded as Markdown has them: with their semicolon, and of no more digits than characters need."""
    return _REFERENCE.sub(lambda match: decode_references(match[0]), text) if "&" in text else text
