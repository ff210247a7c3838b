"""Items of lists in sound YAML that became groups for a colon in their text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from contentlint.document import Problem
from contentlint.errors import KeyPath
from contentlint.fields import Field
from contentlint.parsing.front_matter.keys import KNOWN_KEYS, LIST_KEYS, NAME_KEYS, WORD_KEYS
from contentlint.parsing.front_matter.mending import OWN_LINE_TOLD, new_line, slip
from contentlint.parsing.front_matter.yaml.misread.name_lists import IN_ANY_QUOTES
from contentlint.parsing.front_matter.yaml.writing import in_quotes
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_KEY_BEHIND = pattern(
    r"[^\s\"'\[{:#][^\n:#]*?(?<=\S)([ \t]++)([a-z_]++):[ \t]++(?:true|false|\d{4}-\d\d-\d\d[^\n#]*|\[[^\n\[\]]*\])[ \t]*+\Z"
)
_OPENED = pattern(r"\[[ \t]*+\r?\n")
_SHORT_LINES = pattern(r"\w[^\s,]*+(?: [^\s,]++)?(?:[ \t]*+\r?\n[ \t]*+[^\s,#]++(?: [^\s,]++)?)++\Z")
_LINE_ENDS = pattern(r"[ \t]*+\r?\n")
# behind a number it may stand for inches; an apostrophe ends many a phrase, and what is left of a French article
_ONE_QUOTE = pattern(r"[^\"']*+(?<=[^\W\d_])\"\Z|[^\s\"']*+(?<=[^\W\d_]{2})'\Z")
_QUOTES = {"'": "single", '"': "double"}
_ADDRESS = pattern(r"(?:https?|ftp):([ \t]++)//")


def items_with_colon(text: str, path: KeyPath, items: list[Any], fields: Mapping[KeyPath, Field]) -> Iterator[Problem]:
    """Items that are a group of one key, among others that are all text."""
    groups = [index for index, item in enumerate(items) if isinstance(item, dict)]
    if len(groups) == len(items) or not all(isinstance(item, (str, dict)) for item in items):
        return
    keys = Counter(key for index in groups for key in items[index])
    for index in groups:
        if any(keys[key] > 1 and str(key).islower() for key in items[index]):
            continue  # the parts of groups have names alike
        field = fields.get((*path, index))
        is_last = len(path) == 1 and path[0] in LIST_KEYS and index == len(items) - 1
        if field is not None and is_last and (behind := _key_behind(text, field, fields)) is not None:
            yield behind
            continue
        written = field.value.of(text) if field is not None else "\n"
        if field is None or "\n" in written or written[:1] in "{[&*!\"'" or not _is_text(path, items[index]):
            continue
        message = "this item has a colon, which makes a group of it: it needs quotes"
        edit = Edit(field.value, in_quotes(written[1:-1] if IN_ANY_QUOTES.match(written) else written))
        if (address := _ADDRESS.match(written)) is not None:
            message = "this address has a space too many"
            edit = Edit(Span(*address.span(1)).shifted(field.value.start), "")
        yield slip(field.value, message, edit, "Mend the item")


def items_in_brackets(text: str, field: Field, fields: Mapping[KeyPath, Field]) -> Iterator[Problem]:
    """Items of which each has a line of its own, but no comma, or that have one quote where others have two."""
    is_of_lines = field.path[-1] in LIST_KEYS and _OPENED.match(text, field.value.start) is not None
    if not is_of_lines and not any(str(item).endswith(("'", '"')) for item in field.data):
        return
    items = [item for at in range(len(field.data)) if (item := fields.get((*field.path, at))) is not None]
    styles = {item.style for item in items}
    for item in items:
        if item.style != "plain" or not isinstance(item.data, str) or not item.data:
            continue
        quote, span = item.data[-1], item.value
        if is_of_lines and _SHORT_LINES.match(text, *span):
            edits = tuple(Edit.at(end.start(), ",") for end in _LINE_ENDS.finditer(text, *span))
            message = "a comma is missing between two items of this list"
            yield slip(span, message, edits, "Add the comma")
        elif _QUOTES.get(quote) in styles and _ONE_QUOTE.match(item.data) and not _is_told(field, quote):
            edit = Edit(span, in_quotes(item.data[:-1]))
            yield slip(span, "this item has one quote only", edit, "Quote the item")


def _is_told(field: Field, quote: str) -> bool:
    """Whether lists of names have this told."""
    return quote == '"' and len(field.path) == 1 and field.path[0] in NAME_KEYS


def _key_behind(text: str, field: Field, fields: Mapping[KeyPath, Field]) -> Problem | None:
    """The last item with the next key and what programs read behind it in its line."""
    key = _KEY_BEHIND.match(text, field.value.start, field.value.end)
    if key is None or key[2] not in KNOWN_KEYS or (key[2],) in fields:
        return None
    edit = Edit(Span(*key.span(1)), new_line(text))
    return slip(field.value, OWN_LINE_TOLD, edit, "Begin a new line")


def _is_text(path: KeyPath, group: Mapping[Any, Any]) -> bool:
    """Whether a group was meant as text: an address with a blank too many, or one among words."""
    if len(group) != 1:
        return False
    [(key, value)] = group.items()
    if not isinstance(key, str) or not isinstance(value, str):
        return False
    if value.startswith("//"):
        return key in ("http", "https", "ftp")
    return path[-1] in WORD_KEYS
