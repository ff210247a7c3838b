"""Items of lists in sound YAML that became groups for a colon in their text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from contentlint.document import Problem
from contentlint.fields import Field, Path
from contentlint.parsing.front_matter.keys import KNOWN_KEYS, LIST_KEYS, names
from contentlint.parsing.front_matter.yaml.misread.slip import slip
from contentlint.parsing.front_matter.yaml.writing import in_quotes
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_OF_WORDS = names("tags tag keywords aliases")
_KEY_BEHIND = pattern(
    r"[^\s\"'\[{:#][^\n:#]*?(?<=\S)([ \t]++)([a-z_]++):[ \t]++(?:true|false|\d{4}-\d\d-\d\d[^\n#]*|\[[^\n\[\]]*\])[ \t]*+\Z"
)
_ADDRESS = pattern(r"(?:https?|ftp):([ \t]++)//")


def items_with_colon(text: str, path: Path, items: list[Any], fields: Mapping[Path, Field]) -> Iterator[Problem]:
    """Items that are a group of one key, among others that are all text."""
    groups = [index for index, item in enumerate(items) if isinstance(item, dict)]
    if len(groups) == len(items) or not all(isinstance(item, (str, dict)) for item in items):
        return
    for index in groups:
        field = fields.get((*path, index))
        is_last = len(path) == 1 and path[0] in LIST_KEYS and index == len(items) - 1
        if field is not None and is_last and (behind := _key_behind(text, field, fields)) is not None:
            yield behind
            continue
        written = text[field.value.start : field.value.end] if field is not None else "\n"
        if field is None or "\n" in written or written[:1] in "{[&*!\"'" or not _is_text(path, items[index]):
            continue
        message = "this item has a colon, which makes a group of it: it needs quotes"
        edit = Edit(field.value, in_quotes(written))
        if (address := _ADDRESS.match(written)) is not None:
            message = "this address has a blank too many"
            edit = Edit(Span(field.value.start + address.start(1), field.value.start + address.end(1)), "")
        yield slip(field.value, message, edit, "Mend the item")


def _key_behind(text: str, field: Field, fields: Mapping[Path, Field]) -> Problem | None:
    """The last item with the next key and what programs read behind it in its line."""
    key = _KEY_BEHIND.match(text, field.value.start, field.value.end)
    if key is None or key[2] not in KNOWN_KEYS or (key[2],) in fields:
        return None
    new_line = "\r\n" if text.startswith("\r", field.value.end) else "\n"
    edit = Edit(Span(*key.span(1)), new_line)
    message = "each key begins on a line of its own"
    return slip(field.value, message, edit, "Begin a new line")


def _is_text(path: Path, group: Mapping[Any, Any]) -> bool:
    """Whether a group was meant as text: an address with a blank too many, or one among words."""
    if len(group) != 1:
        return False
    [(key, value)] = group.items()
    if not isinstance(key, str) or not isinstance(value, str):
        return False
    if value.startswith("//"):
        return key in ("http", "https", "ftp")
    return path[-1] in _OF_WORDS
