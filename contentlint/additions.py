"""Front matter entries put in or filled in as text, in the file's own style: YAML, TOML, JSON."""

from __future__ import annotations

import json
from itertools import takewhile
from typing import Any

from contentlint.document import Document
from contentlint.fields import Field, FrontMatter
from contentlint.patterns import pattern
from contentlint.spelling import in_flow, literal, written_key
from contentlint.text import Edit, Span, line_after

_COMMENT = pattern(r"(?P<comma>[ \t]*+,)?+(?P<comment>[ \t]*+#[^\r\n]*+)")
_EMPTY = pattern(r"\s*+(?:''|\"\"|~|[Nn]ull|NULL|\[\s*+\])?+")


def addition(document: Document, name: str, value: Any, *, after: Field | None = None) -> Edit | None:
    """Put a top-level key in, below another or at the end.

    None where the front matter is in a form that no line can be added to, or its syntax has no such value.
    """
    front_matter = document.readable_front_matter
    if front_matter is None or front_matter.syntax not in ("yaml", "toml", "json"):
        return None
    if front_matter.syntax == "json":
        return _member_addition(document, front_matter, json.dumps(name, ensure_ascii=False), value, after)
    written = written_key(name, front_matter.syntax)
    if written is None:
        return None
    is_in_braces = front_matter.content.of(document.text).lstrip().startswith("{")
    add = _member_addition if is_in_braces else _line_addition
    return add(document, front_matter, written, value, after)


def filling(document: Document, field: Field, value: Any) -> Edit | None:
    """Put a value where a key has none: nothing, `""`, `null` or `[]`; None where it has one."""
    written = field.value.of(document.text)
    if field.data not in (None, "", []) or not _EMPTY.fullmatch(written):
        return None
    values = value if isinstance(value, list) or field.data != [] else [value]
    if field.style in ("single", "double") and isinstance(value, str) and not {"'", '"', "\\"} & set(value):
        new: str | None = f"{written[0]}{value}{written[-1]}"
    else:
        new = literal(document, values, flow=in_flow(document, field))
    if new is None:
        return None
    gap = " " if not written and document.text[field.value.start - 1] == ":" else ""
    return Edit(field.value, gap + new)


# -- lines ----------------------------------------------------------------------------------------------------------


def _line_addition(
    document: Document, front_matter: FrontMatter, key: str, value: Any, after: Field | None
) -> Edit | None:
    flat, newline = document.source.flat, document.source.newline
    anchor = None if after is None or _is_below(after) else after
    at = line_after(flat, _end_of(front_matter, anchor)) if anchor else _end_of_keys(document, front_matter)
    if at > front_matter.content.end:
        return None
    lead = newline if at and flat[at - 1] != "\n" and at > front_matter.content.start else ""
    if front_matter.syntax == "toml":
        written = literal(document, value)
        return None if written is None else Edit.at(at, f"{lead}{key}{_equals(document)}{written}{newline}")
    sibling = anchor or next(iter(front_matter.top), None)
    indent = _indent(flat, sibling) if sibling is not None else ""
    if indent is None:
        return None
    if isinstance(value, list) and (item := _item_lead(document, front_matter)) is not None:
        rows = [f"{item}- {literal(document, each)}" for each in value]
        return Edit.at(at, newline.join((f"{lead}{indent}{key}:", *rows, "")))
    return Edit.at(at, f"{lead}{indent}{key}: {literal(document, value)}{newline}")


def _end_of_keys(document: Document, front_matter: FrontMatter) -> int:
    """Before the closing fence; in TOML before the first table, which would swallow the key."""
    if front_matter.syntax != "toml":
        return front_matter.content.end
    ends = [_end_of(front_matter, field) for field in front_matter.top if not _is_below(field)]
    return line_after(document.source.flat, max(ends)) if ends else front_matter.content.start


def _end_of(front_matter: FrontMatter, field: Field) -> int:
    """Where the value of a top-level field ends: that of a key of TOML before a dot with the last value it leads to."""
    if field.key != field.value:
        return field.value.end
    led_to = takewhile(lambda each: not _is_below(each), front_matter.below[field.path[0]])
    return max(each.value.end for each in led_to)


def _is_below(field: Field) -> bool:
    """Whether it is a table of TOML with a head of its own."""
    return field.is_table and field.key != field.value


def _item_lead(document: Document, front_matter: FrontMatter) -> str | None:
    """What stands before the dash of a YAML list item here; None where lists are written in brackets."""
    flat = document.source.flat
    for field in front_matter.top:
        if field.style == "sequence" and flat[field.value.start : field.value.start + 1] == "-":
            return flat[flat.rfind("\n", 0, field.value.start) + 1 : field.value.start]
    return None


def _equals(document: Document) -> str:
    """The equals sign of TOML with the blanks that the first key gives it."""
    fields = document.front_matter.top if document.front_matter else ()
    gaps = (document.text[field.key.end : field.value.start] for field in fields if field.key)
    return next((gap for gap in gaps if gap.strip(" ") == "="), " = ")


def _indent(flat: str, field: Field) -> str | None:
    """The blanks before a key; None where something else stands before it."""
    if field.key is None:
        return ""
    before = flat[flat.rfind("\n", 0, field.key.start) + 1 : field.key.start].lstrip("\ufeff")
    return None if before.strip() else before


# -- members of an object in braces, JSON or YAML ---------------------------------------------------------------------


def _member_addition(
    document: Document, front_matter: FrontMatter, key: str, value: Any, after: Field | None
) -> Edit | None:
    text, fields = document.text, front_matter.top
    if not fields:
        return None
    anchor = after or fields[-1]
    sample = fields[-1] if len(fields) > 1 else anchor
    if sample.key is None:
        return None
    start = sample.key.start
    while start > front_matter.span.start and text[start - 1] in " \t\r\n":
        start -= 1
    gap = text[start : sample.key.start]
    if not gap and text[start - 1 : start] != ",":
        gap = " "
    quote, colon = text[sample.key.start], text[sample.key.end : sample.value.start]
    if front_matter.syntax == "yaml":
        is_quoted = quote in "'\"" and not {quote, "\\"} & set(key)
        key = f"{quote}{key}{quote}" if is_quoted else key
        colon = colon if is_quoted and colon.strip(" ") == ":" else ": "
    return _behind(text, anchor.value.end, gap, f"{key}{colon}{literal(document, value, flow=True)}")


def _behind(text: str, at: int, gap: str, member: str) -> Edit:
    """Put a member in behind the one that ends at an offset, which keeps a comment in its line."""
    comment = _COMMENT.match(text, at) if "\n" in gap else None
    if comment is None:
        return Edit.at(at, f",{gap}{member}")
    if comment["comma"]:
        return Edit.at(comment.end(), f"{gap}{member},")
    return Edit(Span(at, comment.end()), f",{comment['comment']}{gap}{member}")
