"""Front matter entries put in as text, in the file's own style: YAML, TOML, JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from contentlint.document import Document, Field, FrontMatter
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_AUTHOR_KEYS = ("author", "authors", "byline", "reporter", "writer", "作者", "记者")
_NEEDS_QUOTES = pattern(
    r"(?i)(?:yes|no|on|off|y|n|true|false|null|~|[-+]?[\d._]+|\d[\d:.eE+-]*)\Z|[\s!&*|>%@`\"'#,\[\]{}?:=-]|.*(?:: |:\Z| #|\s\Z)|\Z"
)
_FLOW_MARKS = pattern(r"[,\[\]{}]")


def addition(document: Document, key: str, values: Sequence[str]) -> Edit | None:
    """Put a key with one value, or a list of them, after the author's key or at the end.

    None where the front matter is in a form that no line can be added to.
    """
    front_matter = document.front_matter
    if front_matter is None or not front_matter.readable or front_matter.syntax not in ("yaml", "toml", "json"):
        return None
    if front_matter.syntax == "json":
        return _json_addition(document, front_matter, key, values)
    if document.text[front_matter.content.start : front_matter.content.end].lstrip().startswith("{"):
        return None
    return _line_addition(document, front_matter, key, values)


# -- lines ----------------------------------------------------------------------------------------------------------


def _line_addition(document: Document, front_matter: FrontMatter, key: str, values: Sequence[str]) -> Edit | None:
    flat = document.source.flat
    anchor = front_matter.first(*_AUTHOR_KEYS)
    if anchor is not None and _is_table(document, anchor):
        anchor = None
    at = _line_after(flat, anchor.value.end) if anchor else _end_of_keys(document, front_matter)
    if at > front_matter.content.end or (at and flat[at - 1 : at] not in ("\n", "")):
        return None
    newline = document.source.newline
    if front_matter.syntax == "toml":
        return Edit(Span(at, at), f"{key} = {_quoted_list(values)}{newline}")
    sibling = anchor or next(iter(front_matter.top), None)
    indent = _indent(flat, sibling) if sibling is not None else ""
    if len(values) == 1:
        return Edit(Span(at, at), f"{indent}{key}: {_plain(values[0])}{newline}")
    return Edit(Span(at, at), f"{indent}{key}:" + _yaml_list(document, front_matter, indent, values, newline))


def _end_of_keys(document: Document, front_matter: FrontMatter) -> int:
    """Before the closing fence; in TOML before the first table, which would swallow the key."""
    if front_matter.syntax != "toml":
        return front_matter.content.end
    ends = [field.value.end for field in front_matter.top if not _is_table(document, field)]
    return _line_after(document.source.flat, max(ends)) if ends else front_matter.content.start


def _is_table(document: Document, field: Field) -> bool:
    is_header = field.key is None or field.value.covers(field.key)
    return (
        is_header
        and field.style in ("mapping", "sequence")
        and document.text[field.value.start : field.value.start + 1] == "["
    )


def _yaml_list(document: Document, front_matter: FrontMatter, indent: str, values: Sequence[str], newline: str) -> str:
    flat = document.source.flat
    for field in front_matter.top:
        if field.style == "sequence" and flat[field.value.start : field.value.start + 1] == "-":
            item = flat[flat.rfind("\n", 0, field.value.start) + 1 : field.value.start]
            return newline + "".join(f"{item}- {_plain(value)}{newline}" for value in values)
    items = (json.dumps(value, ensure_ascii=False) if _FLOW_MARKS.search(value) else _plain(value) for value in values)
    return f" [{', '.join(items)}]{newline}"


def _indent(flat: str, field: Field) -> str:
    if field.key is None:
        return ""
    before = flat[flat.rfind("\n", 0, field.key.start) + 1 : field.key.start]
    return before if not before.strip() else ""


def _plain(value: str) -> str:
    return json.dumps(value, ensure_ascii=False) if _NEEDS_QUOTES.match(value) else value


def _quoted_list(values: Sequence[str]) -> str:
    quoted = [json.dumps(value, ensure_ascii=False) for value in values]
    return quoted[0] if len(quoted) == 1 else f"[{', '.join(quoted)}]"


def _line_after(flat: str, at: int) -> int:
    end = flat.find("\n", at)
    return len(flat) if end < 0 else end + 1


# -- members of a JSON object or a flow mapping ---------------------------------------------------------------------


def _json_addition(document: Document, front_matter: FrontMatter, key: str, values: Sequence[str]) -> Edit | None:
    text = document.text
    fields = front_matter.top
    if not fields:
        return None
    anchor = front_matter.first(*_AUTHOR_KEYS) or fields[-1]
    sample = fields[-1] if len(fields) > 1 else anchor
    if sample.key is None:
        return None
    start = sample.key.start
    while start > front_matter.span.start and text[start - 1] in " \t\r\n":
        start -= 1
    gap = text[start : sample.key.start]
    if not gap and text[start - 1 : start] != ",":
        gap = " " if text[start - 1 : start] == "{" else document.source.newline
    colon = text[sample.key.end : sample.value.start]
    name = json.dumps(key, ensure_ascii=False)
    return Edit(Span(anchor.value.end, anchor.value.end), f",{gap}{name}{colon}{_quoted_list(values)}")
