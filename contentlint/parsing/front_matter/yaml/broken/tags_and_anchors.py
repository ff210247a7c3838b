"""Tags, anchors and aliases in broken YAML, which are meant as such and not as text."""

from __future__ import annotations

import math
import re
from binascii import a2b_base64
from collections.abc import Iterator

from contentlint.dates import read_date
from contentlint.parsing.front_matter.keys import BLOCK_HEADER, DATE_KEYS
from contentlint.parsing.front_matter.yaml.broken.lines import (
    Line,
    Mistake,
    Value,
    first_value,
    has_parts,
    whole_value,
    without_comment,
)
from contentlint.parsing.front_matter.yaml.broken.quoting import to_quote
from contentlint.parsing.front_matter.yaml.loader import TAGS_OF_R
from contentlint.parsing.front_matter.yaml.writing import in_quotes
from contentlint.patterns import pattern
from contentlint.spelling import is_plain
from contentlint.text import Edit, Span
from contentlint.wording import cut

# with the blanks behind it, before an anchor, a group, a list, a text in quotes or of several lines, or nothing
_TAG = pattern(r"(![^\s,\[\]{}]*+)(?:[ \t]*+\Z|[ \t]++(?=[&\[{\"'|>]))")
_CODE_OF_R = pattern(r"!(?:r|expr)[ \t]++(?=[\w.(])")
_COLON = pattern(r":(?:\s|\Z)")
_ANCHOR = pattern(r"&([^\s,\[\]{}]++)")
_IN_BASE64 = pattern(r"(!binary)[ \t]++(?:[|>][-+0-9]*+\s++)?+[\"']?+([A-Za-z0-9+/\s]++={0,2}+)[\"']?+\Z")
_NO_SIGN = pattern(r"[^A-Za-z0-9_-]++")
_ALIAS = pattern(r"(?:\A|(?<=[\[{,:])[ \t]*+)(?P<alias>\*([A-Za-z0-9_-]++))(?=[ \t]*+(?:[,\]}]|\Z))")
_NAMED = pattern(r"(?:[:-][ \t]++|[\[{][ \t]*+)&([A-Za-z0-9_-]++)(?=[\s,\]}]|\Z)")


def tags_and_anchors(content: str, lines: list[Line], index: int, first: Value) -> Iterator[Mistake]:
    """A tag that nobody but some program knows, or an anchor that libyaml cannot read."""
    tag = _TAG.match(first.text)
    if tag is not None and not _is_of_r(tag) and (tag.end() < len(first.text) or has_parts(lines, index, first)):
        edit = Edit(Span(first.start, first.start + tag.end()), "")
        if tag.end() == len(first.text):  # with the blanks before it
            before = lines[index].text[: first.start - lines[index].start]
            edit = Edit(Span(first.start - len(before) + len(before.rstrip()), first.span.end), "")
        span = Span(first.start, first.start + len(tag[1]))
        message = f'the tag "{cut(tag[1])}" is not allowed: front matter is plain data'
        yield Mistake(span, message, (edit,), "Remove the tag", 0.5)
    anchor = _ANCHOR.match(first.text)
    if anchor is not None and _NO_SIGN.search(anchor[1]):
        yield from _unreadable_anchor(content, lines, index, first, anchor[1])


def _is_of_r(tag: re.Match[str]) -> bool:
    """Whether a tag stands before a line of R, or several: it is none of a group's or a list's."""
    return tag[1] in TAGS_OF_R and tag.string[tag.end() : tag.end() + 1] in tuple("\"'|>")


def code_of_r(value: Value) -> Mistake | None:
    """A line of R to be run, of which a colon would make a key: its tag stands before the quotes."""
    code = _CODE_OF_R.match(value.text)
    if code is None or not _COLON.search(value.text):
        return None
    return to_quote(
        value._replace(start=value.start + code.end(), text=value.text[code.end() :]),
        'a value with ": " in it needs quotes',
        0.8,
    )


def in_base64(content: str, lines: list[Line], index: int) -> Mistake | None:
    """A text that Ruby took for bytes: https://yaml.org/type/binary.html."""
    value = whole_value(content, lines, index, stop_at_entries=False)  # it may end with equals signs
    written = _IN_BASE64.match(value.text) if value is not None else None
    if value is None or written is None:
        return None
    tag = Span(value.start, value.start + len(written[1]))
    told = Mistake(tag, f'the tag "{written[1]}" is not allowed: write the text itself in place of its base64')
    text = _decoded(written[2])
    if not text:
        return told.to_read_on((Edit(tag, ""),), 0.5)
    written_anew = text if is_plain(text) or _is_date(text, value.key) else in_quotes(text)
    return told._replace(edits=(Edit(value.span, written_anew),), title=f'Write "{cut(text)}"', cost=0.5)


def _decoded(encoded: str) -> str:
    """The text in base64; "" where it holds more than what one can read in a line."""
    try:
        text = a2b_base64("".join(encoded.split()), strict_mode=True).decode().strip()
    except ValueError:
        return ""
    return text if text.isprintable() else ""


def _is_date(text: str, key: str) -> bool:
    """Whether a text is a date as YAML writes it, at the key of one."""
    date = read_date(text) if key in DATE_KEYS else None
    return date is not None and date.is_iso


def is_before_parts(lines: list[Line], index: int, first: Value) -> bool:
    """Whether a value is a tag or an anchor alone, with the parts of a group or list below."""
    sign = _ANCHOR.match(first.text) or _TAG.match(first.text)
    return sign is not None and sign.end() == len(first.text) and has_parts(lines, index, first)


def _unreadable_anchor(content: str, lines: list[Line], index: int, first: Value, name: str) -> Iterator[Mistake]:
    """An anchor whose name has other signs than YAML's readers take, where an alias has it, too, or parts stand below."""
    places = [first.start + 1, *(at + 1 for at in _aliases(lines, name))]
    if len(places) > 1 or (len(first.text) == len(name) + 1 and has_parts(lines, index, first)):
        plain = _NO_SIGN.sub("-", name)
        message = "the name of an anchor has letters, digits, - and _ only"
        told = Mistake(Span(first.start, first.start + len(name) + 1), message)
        if plain.strip("-") and f"&{plain}" not in content:
            edits = tuple(Edit(Span(at, at + len(name)), plain) for at in places)
            yield told._replace(edits=edits, title=f'Write "{cut(plain)}"', cost=0.5)
        else:  # another anchor has that name, or nothing is left of it
            yield told.to_read_on(tuple(Edit(Span(at, at + len(name)), f"a-{first.start}") for at in places), 0.5)


def has_aliases(content: str, value: Value) -> bool:
    """Whether "*" before words is meant as an alias: where anchors are, and in what a group takes from another."""
    return "*" in value.text and (value.key == "<<" or _NAMED.search(content) is not None)


def lost_aliases(content: str, first: Value) -> Iterator[Mistake]:
    """Aliases whose anchor has another name, or stands below. Only who wrote them knows what they are of."""
    named: dict[str, int] = {}
    for anchor in _NAMED.finditer(content):
        named.setdefault(anchor[1], anchor.start())
    for alias in _ALIAS.finditer(without_comment(first.text)):
        span, name = Span(*alias.span("alias")).shifted(first.start), alias[2]
        if named.get(name, span.start) < span.start:
            continue
        message = f'no anchor "&{cut(name)}" stands above, which this alias needs'
        if name in named:
            message = f'the anchor "&{cut(name)}" stands below: it must stand above its alias'
        read_on = Edit(span, "{}" if first.key == "<<" else in_quotes(alias["alias"]))
        yield Mistake(span, message).to_read_on((read_on,), 0.8)


def _aliases(lines: list[Line], name: str) -> Iterator[int]:
    """Where aliases of a name stand as values, or among those that a line has in brackets."""
    alias = re.compile(rf"(?:\A|(?<=[\[{{,:])[ \t]*+)(\*{re.escape(name)})(?=[ \t]*+(?:[,\]}}]|\Z))")
    text_column: float = math.inf  # lines deeper than this are a text of several lines
    for index, line in enumerate(lines):
        if line.text.strip() and line.indent <= text_column:
            text_column = math.inf
        if text_column == math.inf and BLOCK_HEADER.match(line.text):
            text_column = line.indent
        if line.indent <= text_column and f"*{name}" in line.text and (value := first_value(lines, index)) is not None:
            text = without_comment(value.text)
            if text[0] in "*[{":
                yield from (value.start + found.start(1) for found in alias.finditer(text))
