"""What makes front matter conform to its schema: the fix of each kind of violation."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from contentlint.additions import addition
from contentlint.dates import read_date
from contentlint.document import Document, once
from contentlint.entries import removal_of, renaming
from contentlint.equality import repeats
from contentlint.errors import KeyPath
from contentlint.fields import Field
from contentlint.key_slips import is_sure, key_meant
from contentlint.patterns import pattern
from contentlint.rule import Fix, Safety
from contentlint.rules.front_matter.moments import is_for_date
from contentlint.setting import Violation
from contentlint.spelling import in_flow, is_editable, literal, respelled
from contentlint.text import Edit, Span
from contentlint.wording import nearest

_NUMBER = pattern(r"[-+]?\d+(?:\.\d+)?")
_ABOUT_KIND = ("type", "anyOf", "oneOf", "enum")
_KINDS = {
    bool: {"boolean"}, int: {"integer", "number"}, float: {"number"}, list: {"array"}, type(None): {"null"}
}  # fmt: skip
_REST_OF_ITEM = pattern(r"[ \t]*+,?+[ \t]*+(?:#[^\r\n]*+)?+(?:\r\n?|\n)")
_SEPARATOR = pattern(r"\s*[,，、;；]\s*")


def fix_of(document: Document, violation: Violation, field: Field | None, *, insert_defaults: bool) -> Fix | None:
    """The fix of a violation, or None where only a person knows it."""
    if violation.keyword == "required":
        return _with_default(document, violation) if insert_defaults and not violation.path else None
    if field is None or len(field.path) != len(violation.path) or document.has_template(field.value):
        return None
    if violation.keyword == "additionalProperties":
        return _renamed(document, violation, field)
    if violation.keyword == "uniqueItems":
        return _without_repeats(document, field)
    if not is_editable(document, field):
        return _unwrapped(document, violation, field)
    if violation.keyword in ("enum", "const"):
        return _allowed(document, violation, field)
    if violation.keyword in _ABOUT_KIND:
        return _listed(document, violation, field) or _coerced(document, violation, field)
    return None


def _with_default(document: Document, violation: Violation) -> Fix | None:
    about = violation.schema.get("properties", {}).get(violation.value)
    schema = document.setting.schema
    if not isinstance(about, dict) and schema is not None:
        about = schema.properties.get(violation.value)
    if not isinstance(about, dict) or "default" not in about:
        return None
    if schema is None or not schema.accepts(document.data, (violation.value,), about["default"]):
        return None
    edit = addition(document, violation.value, about["default"])
    return Fix(f'Add "{violation.value}" with its default', (edit,)) if edit else None


def _renamed(document: Document, violation: Violation, field: Field) -> Fix | None:
    called = _called(document, field.path[:-1], tuple(violation.expected))
    near = called.get(field.name)
    schema = document.setting.schema
    if near is None or schema is None or not is_sure(field.name, near, called.values()):
        return None
    if not schema.accepts(document.data, (*field.path[:-1], near), field.data):
        return None
    edit = renaming(document, field, near)
    return Fix(f'Call it "{near}"', (edit,), Safety.UNSAFE, {field.name: near}) if edit else None


@once
def _called(document: Document, above: KeyPath, known: tuple[str, ...]) -> Mapping[str, str | None]:
    """The keys of a group, each with the known one that it is, or is a slip of."""
    names = [str(path[-1]) for path in document.fields if path[:-1] == above]
    return {name: name if name in known else key_meant(name, known) for name in names}


def _without_repeats(document: Document, field: Field) -> Fix | None:
    """Every item that stands in the list before goes."""
    fields = document.fields
    is_row = document.text[field.value.start : field.value.start + 1] == "["
    edits: list[Edit] = []
    for index in repeats(field.data) if isinstance(field.data, list) else ():
        entry, before = fields.get((*field.path, index)), fields.get((*field.path, index - 1))
        if entry is None or before is None:
            continue
        if document.text[entry.value.start] in "&*":
            return None
        edit = _out_of_row(document, before, entry) if is_row else removal_of(document, entry)
        if edit is None:
            return None
        edits.append(edit)
    return Fix("Remove the repeated item", tuple(edits)) if edits else None


def _out_of_row(document: Document, before: Field, item: Field) -> Edit | None:
    """Delete an item of a list in brackets: its line where it fills one, else from the end of the item before it."""
    text, line = document.text, document.source.line_span(item.value.start)
    rest = _REST_OF_ITEM.match(text, item.value.end)
    if (
        rest is not None
        and document.syntax != "json"
        and not text[line.start : item.value.start].strip()
        and rest.end() == line.end
    ):
        return Edit(line, "")
    span = Span(before.value.end, item.value.end)
    is_elsewhere = span.start > span.end
    if is_elsewhere or "#" in text[span.start : item.value.start]:  # or a comment is there
        return None
    return Edit(span, "")


def _accepts(document: Document, violation: Violation, value: Any) -> bool:
    """Whether a value of another kind is right there, and of a kind that is asked for: what a schema asks of numbers, any
    text fulfils."""
    schema = document.setting.schema
    if schema is None or _asked(document, violation).isdisjoint(_KINDS.get(type(value), {"string"})):
        return False
    return schema.accepts(document.data, violation.path, value)


def _listed(document: Document, violation: Violation, field: Field) -> Fix | None:
    """A single value as the list that is asked for and nothing else; more than one where commas part them."""
    value = field.data
    is_asked = value not in (None, "") and _asked(document, violation) <= {"array", "null"}
    if not is_asked or not _accepts(document, violation, [value]):
        return None
    if isinstance(value, str) and _SEPARATOR.search(value):
        parts = [part for part in _SEPARATOR.split(value) if part]
        written = literal(document, parts)
        return Fix("Write a list", (Edit(field.value, written),), Safety.UNSAFE) if written else None
    slice_ = field.value.of(document.text)
    stays = field.style != "plain" or not isinstance(value, str) or read_date(value) is not None
    written = f"[{slice_}]" if stays else literal(document, [value])
    may_be_more = isinstance(value, str) and " " in value  # some generators part names at blanks
    safety = Safety.UNSAFE if may_be_more else Safety.SAFE
    return Fix("Write a list of one", (Edit(field.value, written),), safety) if written else None


def _asked(document: Document, violation: Violation) -> frozenset[str]:
    """The types that the schema names for the value, in its branches too."""
    schema = document.setting.schema
    return schema.types_of(violation.schema) | schema.types[violation.path] if schema is not None else frozenset()


def _unwrapped(document: Document, violation: Violation, field: Field) -> Fix | None:
    """A list of one item as that item, where no list is wanted."""
    if not isinstance(field.data, list) or len(field.data) != 1 or violation.keyword not in _ABOUT_KIND:
        return None
    written = field.value.of(document.text)
    item = field.data[0]
    is_object = item == "object Object"  # what JavaScript makes of a group: no text that anyone wrote
    if (
        is_object
        or not written.startswith("[")
        or isinstance(item, (dict, list))
        or not _accepts(document, violation, item)
    ):
        return None
    new = literal(document, item, flow=in_flow(document, field))
    return Fix("Write the value alone", (Edit(field.value, new),), Safety.UNSAFE) if new else None


def _allowed(document: Document, violation: Violation, field: Field) -> Fix | None:
    """The allowed value that is nearest."""
    is_one = violation.keyword == "const" and not isinstance(violation.expected, list)
    best = violation.expected if is_one else _choice(violation.expected, field.data)
    if best is None or isinstance(best, (dict, list)) or not _accepts(document, violation, best):
        return None
    if isinstance(best, str):
        edits = respelled(document, field, best)
    else:
        new = literal(document, best)
        edits = (Edit(field.value, new),) if new else ()
    title = f'Write "{best}"' if isinstance(best, str) else f"Write {json.dumps(best)}"
    return Fix(title, edits, Safety.UNSAFE) if edits else None


def _choice(choices: Iterable[Any], data: Any) -> Any:
    """Of some values the one that is meant, or None: the word that is nearest, else what is written alike."""
    if isinstance(data, str):
        word = nearest(data.strip(), [choice for choice in choices if isinstance(choice, str)], cutoff=0.5)
        if word is not None:
            return word
    written = str(data).strip().lower()
    return next((choice for choice in choices if choice is not None and str(choice).lower() == written), None)


def _coerced(document: Document, violation: Violation, field: Field) -> Fix | None:
    """The same characters as the type that is asked for: 3 for "3", true for "true", "3" for 3. At a key, false is meant
    to switch it off, and no word."""
    value, text = field.data, str(field.data).strip()
    candidates: list[Any] = []
    if isinstance(value, str):
        if text.lower() in ("true", "false"):
            candidates.append(text.lower() == "true")
        elif text.lower() in ("yes", "no", "on", "off"):
            candidates.append(text.lower() in ("yes", "on"))
        elif _NUMBER.fullmatch(text) and len(text) < 16:
            candidates.append(float(text) if "." in text else int(text))
    elif value is False and field.key is not None:
        return None
    elif isinstance(value, (int, float)) and not is_for_date(document, field):  # in quotes it were none either
        candidates.append(field.value.of(document.text))
        if value in (0, 1) and not isinstance(value, bool):
            candidates.append(bool(value))
    for candidate in candidates:
        if _accepts(document, violation, candidate):
            new = literal(document, candidate)
            return Fix(f"Write {new}", (Edit(field.value, new),), Safety.UNSAFE) if new else None
    return None
