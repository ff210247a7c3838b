"""Values of broken YAML in a line: which module tells what may be wrong with one, and an opening quote that is missing."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.parsing.front_matter.brackets import CLOSERS
from contentlint.parsing.front_matter.keys import LIST_KEYS, TEXT_KEYS, WELL_KNOWN
from contentlint.parsing.front_matter.mending import LOOSE_QUOTE, OWN_LINE_TOLD
from contentlint.parsing.front_matter.yaml.broken.after_value import remarks, several_keys
from contentlint.parsing.front_matter.yaml.broken.block_marks import behind_block_mark, overdone_block_mark
from contentlint.parsing.front_matter.yaml.broken.lines import (
    Line,
    Mistake,
    Value,
    first_value,
    whole_value,
    without_comment,
)
from contentlint.parsing.front_matter.yaml.broken.lists_on_the_line import list_on_the_line
from contentlint.parsing.front_matter.yaml.broken.marked_values import with_mark
from contentlint.parsing.front_matter.yaml.broken.quoted_values import in_quoted
from contentlint.parsing.front_matter.yaml.broken.quoting import to_quote
from contentlint.parsing.front_matter.yaml.broken.values_with_colons import (
    COLON,
    KEY_INSIDE,
    with_colon,
    with_colon_below,
    with_colons_below,
)
from contentlint.parsing.front_matter.yaml.writing import in_mixed_quotes, in_quotes
from contentlint.patterns import pattern
from contentlint.text import Edit

_PAIRS = (*CLOSERS.items(), ("(", ")"))
_QUOTED = pattern(r"(?<!\w)(?:\"[^\"]*+\"|'[^']*+'|“[^“”]*+”|‘[^‘’]*+’|«[^«»]*+»)(?!\w)")
_KEY_BEHIND_QUOTES = pattern(r"(?:\"[^\"\\\n]*+\"|'[^'\n]*+'),?[ \t]++[A-Za-z_][\w-]*+:[ \t]")
_TYPOGRAPHIC = pattern(r"(?:“[^“”\"\n]++”|‘[^‘’\"\n]++’)\Z")
_SPECIAL = pattern(r"[@`%*&!|>{\[\]},?]")
_BLOCK = pattern(r"[|>][-+0-9]*(?:\s+#.*)?\Z")
_SOUND_BLOCK = pattern(r"[|>](?:[-+][1-9]?|[1-9][-+]?)?(?:\s|\Z)")


def in_value(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """What may be wrong with the value that begins on a line. Where further keys stand in it, quotes around all of it
    would hide them: they are no mend, and let YAML read on alone. So do edits that may leave a part of it to a comment."""
    first = first_value(lines, index)
    if first is None:
        return
    has_keys = _has_keys(first) or _begins_in_key(first)
    cut_off = _cut_off(first.text) if " #" in first.text else ""
    for mistake in _in_value(content, lines, index, first):
        is_quoting = any(edit.span == first.span and edit.text[:1] in ("'", '"') for edit in mistake.edits)
        if has_keys and is_quoting and not mistake.parts:
            mistake = mistake._replace(parts=(Mistake(mistake.span, OWN_LINE_TOLD),))
        elif cut_off and any(_leaves_behind(cut_off, first, edit) for edit in mistake.edits):
            mistake = mistake._replace(parts=(mistake._replace(edits=(), parts=()),))
        yield mistake


def _cut_off(text: str) -> str:
    """What seems to be a comment, but may belong to the quotes or the brackets that are open before it; "" if none does."""
    bare = without_comment(text)
    rest = text[len(bare) :]
    is_quoted = LOOSE_QUOTE.search(rest) and LOOSE_QUOTE.search(_QUOTED.sub("", bare))
    is_inside = any(bare.count(a) > bare.count(b) and rest.count(b) > rest.count(a) for a, b in _PAIRS)
    return rest if is_quoted or is_inside else ""


def _leaves_behind(rest: str, value: Value, edit: Edit) -> bool:
    """Whether an edit closes a value before its last part, or quotes it without that."""
    return edit.span.end == value.span.end - len(rest) or (edit.span == value.span and edit.text.endswith(rest))


def _has_keys(value: Value) -> bool:
    """Whether a key that articles have stands in a value that is no text, or behind one in quotes; or any key right
    behind the quotes of what is surely no text."""
    is_text = value.key in TEXT_KEYS
    if ":" not in value.text or (is_text and value.text[0] not in "\"'"):
        return False
    if value.key and not is_text and _KEY_BEHIND_QUOTES.match(value.text):
        return True
    keys = [key[1] for key in KEY_INSIDE.finditer(value.text)]
    return not WELL_KNOWN.isdisjoint(keys) and len(keys) > is_text


def _begins_in_key(value: Value) -> bool:
    """Whether what looks like a key is a text with a key that articles have behind it, and another key follows."""
    words = value.key.rsplit(maxsplit=1)
    return len(words) > 1 and words[1] in WELL_KNOWN and KEY_INSIDE.search(value.text) is not None


def _in_value(content: str, lines: list[Line], index: int, first: Value) -> Iterator[Mistake]:
    """What may be wrong with a value, whatever further keys stand in it."""
    yield from several_keys(content, lines, index, first)
    if "//" in first.text:
        yield from remarks(content, lines, index, first)
    char = first.text[0]
    if char in "\"'":
        yield from in_quoted(content, lines, index, first)
        return
    if _BLOCK.match(first.text):
        if not _SOUND_BLOCK.match(first.text):
            yield overdone_block_mark(first)
        return
    yield from behind_block_mark(content, lines, index, first)
    whole = whole_value(content, lines, index)
    value = whole or first
    if value.text[-1] in "\"'" and value.text.count(value.text[-1]) % 2 and "{{" not in value.text:
        yield _without_opening_quote(value)
    if first.text == "]" and first.key in LIST_KEYS:
        yield Mistake(first.span, 'this list has no opening "["', (Edit.at(first.start, "["),), 'Add "["', 0.7)
    elif first.text == "-":
        yield to_quote(first, 'a "-" alone is no value: put it in quotes, or leave it out')
    elif first.text.startswith("- "):
        yield list_on_the_line(content, lines, index, first)
        if first.key in TEXT_KEYS and value == first:
            yield to_quote(value, 'a value that begins with "-" needs quotes', 0.9)
    elif _SPECIAL.match(first.text) and not (char == "?" and first.text[1:2].strip()):
        yield from with_mark(content, lines, index, first, value)
    elif COLON.search(value.text):
        if _TYPOGRAPHIC.match(value.text):
            edit = Edit(value.span, in_quotes(value.text[1:-1]))
            message = "these quotes are typographic: YAML takes plain ones"
            yield Mistake(value.span, message, (edit,), "Write plain quotes", 0.9)
        if whole is None and first.key in TEXT_KEYS and first.key.islower():
            yield from with_colons_below(content, lines, index, first)
        yield from with_colon(content, lines, index, value)
    elif whole is None:
        yield from with_colon_below(content, lines, index, first)


def _without_opening_quote(value: Value) -> Mistake:
    """A value that ends with a quote and begins with none, or with a typographic one."""
    if (mixed := in_mixed_quotes(value.text)) is not None:
        edits = (Edit(value.span, in_quotes(mixed)),)
        message = f"this value begins with {value.text[0]} and ends with {value.text[-1]}"
        return Mistake(value.span, message, edits, "Write plain quotes", 0.9)
    edits = (Edit.at(value.start, value.text[-1]),)
    return Mistake(value.span, "this value has no opening quote", edits, "Add the quote", 0.9)
