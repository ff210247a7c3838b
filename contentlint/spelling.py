"""How values are spelled in YAML, TOML and JSON, so that a fix keeps the quotes it finds."""

from __future__ import annotations

import json
from typing import Any

from contentlint.document import Document
from contentlint.fields import Field
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_QUOTED = frozenset({"single", "double"})
_UNPRINTABLE = pattern("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_BARE_KEY = pattern(r"[A-Za-z0-9_-]++")  # TOML's, https://toml.io/en/v1.0.0#keys
_PROPERTIES = pattern(r"(?:[&!]\S*+(?:[ \t\r\n]++|#[^\r\n]*+)*+)*+")  # of YAML: anchors and tags
_NO_PLAIN_START = pattern(r"[,\[\]{}#&*!|>'\"%@`]|[-?:](?:\s|\Z)|---|\.\.\.")
_NOT_TEXT = pattern(
    r"(?i:~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?\.inf|\.nan|[-+]?[\d.][\d_,.:eEoOxXa-f+-]*|\d{4}-\d\d?-\d\d?.*)"
)


def place(field: Field) -> Span:
    """Where something wrong with a value is told: the value, or the key where the value is nothing."""
    return field.key if field.key is not None and field.value.start == field.value.end else field.value


def inner(document: Document, field: Field) -> Span:
    """A value without its quotes, and without its anchor and tag."""
    start, end = field.value
    first = document.text[start : start + 1]
    if first == "*":
        return field.value
    if first in ("&", "!") and (properties := _PROPERTIES.match(document.text, start, end)):
        start = properties.end()
    return Span(start + 1, end - 1) if field.style in _QUOTED else Span(start, end)


def is_editable(document: Document, field: Field) -> bool:
    """Whether a value stands on one line of its own making: no block of text, no alias, anchor or tag."""
    written = field.value.of(document.text)
    return (
        field.style in ("plain", "single", "double")
        and "\n" not in written
        and "\r" not in written
        and written[:1] not in ("&", "*", "!")
    )


def in_flow(document: Document, field: Field) -> bool:
    """Whether a YAML value stands inside `[ ]` or `{ }`."""
    front_matter = document.front_matter
    if front_matter is None or front_matter.syntax != "yaml":
        return False
    above = (front_matter.fields.get(field.path[:depth]) for depth in range(1, len(field.path)))
    starts = [front_matter.content.start, *(each.value.start for each in above if each is not None)]
    return any(document.text[start : start + 1] in ("[", "{") for start in starts)


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Whether text may stand in YAML without quotes and stay this very text, in YAML 1.1 and 1.2."""
    if not text or text != text.strip() or _UNPRINTABLE.search(text) or "\t" in text:
        return False
    if ": " in text or " #" in text or text.endswith(":") or _NO_PLAIN_START.match(text) or _NOT_TEXT.fullmatch(text):
        return False
    return not flow or not any(char in ",[]{}" for char in text)


def written_key(name: str, syntax: str) -> str | None:
    """How a line of YAML or TOML begins that gives a key its value; None where YAML needs quotes for it."""
    if syntax == "toml":
        return name if _BARE_KEY.fullmatch(name) else _doubly_quoted(name)
    return name if is_plain(name, flow=True) and ":" not in name else None


def quoted(document: Document, text: str) -> str:
    """Text in quotes, of the kind that this front matter uses most; double where only they can hold it."""
    if document.syntax == "json":
        return json.dumps(text, ensure_ascii=False)
    styles = [field.style for field in document.fields.values()]
    prefers_single = styles.count("single") > styles.count("double") or ('"' in text and "'" not in text)
    single = _singly_quoted(text, document.syntax) if prefers_single else None
    return _doubly_quoted(text) if single is None else single


def _quotes_all(document: Document) -> bool:
    """Whether this front matter writes every text in quotes."""
    fields = document.fields.values()
    texts = [field.style in _QUOTED for field in fields if isinstance(field.data, str) and field.data[:1].isalpha()]
    return bool(texts) and all(texts)


def spelled(document: Document, field: Field, text: str) -> str | None:
    """What to write in the place of a value so that it reads `text`, in the quotes it has; None where that is unsure."""
    if not is_editable(document, field):
        return None
    if document.syntax == "json":
        return json.dumps(text, ensure_ascii=False)
    if field.style == "double":
        return _doubly_quoted(text)
    if field.style == "single" and (single := _singly_quoted(text, document.syntax)) is not None:
        return single
    if document.syntax == "yaml" and field.style == "plain" and is_plain(text, flow=in_flow(document, field)):
        return text
    return quoted(document, text)


def literal(document: Document, value: Any, *, flow: bool = False) -> str | None:
    """Any JSON value in the front matter's syntax, on one line; None where TOML cannot say it."""
    if isinstance(value, str):
        is_bare = document.syntax == "yaml" and is_plain(value, flow=flow) and not _quotes_all(document)
        return value if is_bare else quoted(document, value)
    if isinstance(value, list):
        items = [literal(document, item, flow=True) for item in value]
        return None if None in items else "[" + ", ".join(filter(None, items)) + "]"
    if isinstance(value, dict):
        if document.syntax not in ("yaml", "json"):
            return None
        pairs = [
            (literal(document, str(key), flow=True), literal(document, item, flow=True)) for key, item in value.items()
        ]
        return "{" + ", ".join(f"{key}: {item}" for key, item in pairs) + "}"
    if value is None and document.syntax not in ("yaml", "json"):
        return None
    return json.dumps(value)


def respelled(document: Document, field: Field, text: str) -> tuple[Edit, ...]:
    """The edit that makes a value read `text`, or none."""
    new = spelled(document, field, text)
    return () if new is None else (Edit(field.value, new),)


def _singly_quoted(text: str, syntax: str) -> str | None:
    """Text in single quotes; None where they cannot hold it."""
    if _UNPRINTABLE.search(text) or ("'" in text and syntax != "yaml"):
        return None
    return "'" + text.replace("'", "''") + "'"


def _doubly_quoted(text: str) -> str:
    """Text in double quotes, as YAML, TOML and JSON all read it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")
    return '"' + _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", escaped) + '"'
