"""Values of broken YAML that begin with a sign that means something to YAML."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.parsing.front_matter.keys import LIST_KEYS, PROSE_KEYS, TEXT_KEYS, names
from contentlint.parsing.front_matter.mending import NEVER_FILLED
from contentlint.parsing.front_matter.yaml.broken.after_value import behind
from contentlint.parsing.front_matter.yaml.broken.bracketed_values import closed_below, in_brackets, unread_inside
from contentlint.parsing.front_matter.yaml.broken.lines import Line, Mistake, Value
from contentlint.parsing.front_matter.yaml.broken.quoted_values import in_references
from contentlint.parsing.front_matter.yaml.broken.quoting import quoting_edit, to_quote
from contentlint.parsing.front_matter.yaml.broken.tags_and_anchors import (
    code_of_r,
    has_aliases,
    in_base64,
    is_before_parts,
    lost_aliases,
    tags_and_anchors,
)
from contentlint.parsing.front_matter.yaml.broken.wikilinks import wikilinks
from contentlint.parsing.front_matter.yaml.writing import in_quotes
from contentlint.patterns import pattern
from contentlint.text import Edit
from contentlint.wording import cut

_KNOWN_TEMPLATE = pattern(r"\{\{-?[ \t]*+(?:\w++[ \t]*+(?::[\w :/.-]*+)?-?\}\}\Z|replace \.|\.[A-Z]|now\b)")
_TEMPLATE_ENDS = {"{{": "}}", "{%": "%}"}
_BROKEN_LIST = "this list in brackets cannot be read: items have commas between them, and quotes that match"
_BROKEN_GROUP = 'this group in braces cannot be read: it has "key: value", with commas between, and quotes that match'
_GROUP = pattern(r"\{[ \t]*+[\"']?+[\w-]++[\"']?+[ \t]*+[:=](?![:=])")
_PICTURE_KEYS = frozenset(names("image cover thumbnail banner headimg"))
_LINK = pattern(r"!?+\[([^\[\]]*+)\]\(([^\s()<>]++)\)\Z")
_ADDRESS_KEY = pattern(r"(?i)canonical|.*(?:url|uri|href|homepage|website)\Z|(?:perma|.*[_-])?link\Z|.*(?-i:Link)\Z")
_IN_BRACKETS = pattern(r"\[[^\[\]]*+\],?\Z|\{[^{}]*+\},?\Z")


def with_mark(content: str, lines: list[Line], index: int, first: Value, value: Value) -> Iterator[Mistake]:
    """A value that begins with a sign that means something to YAML."""
    char, template_end = first.text[0], _TEMPLATE_ENDS.get(first.text[:2], "")
    if template_end == "%}" and template_end not in value.text:
        template_end = ""
    is_template = template_end != ""
    if is_template and (close := first.text.find(template_end)) > 0:
        for mistake in behind(content, lines, index, first, close + 2):
            yield mistake._replace(is_sure=True)  # a template alone lets nobody read on, either
    if is_template and (unfilled := _never_filled(value)) is not None:
        yield unfilled
        return
    if char in "*[{" and has_aliases(content, first):
        lost = list(lost_aliases(content, first))
        yield from lost
        if lost and char == "*":
            return
    if char in "&[" and "&" in value.text and (references := in_references(value)) is not None:
        yield references
    if char == "!" and (encoded := in_base64(content, lines, index)) is not None:
        yield encoded
        return
    if char == "!" and (code := code_of_r(value)) is not None:
        yield code
        return
    if char in "![" and (address := _address_in_link(value)):
        what = 'a picture\'s address alone, without "![](…)"' if char == "!" else 'an address alone, without "[](…)"'
        edits = (Edit(value.span, in_quotes(address)),)
        yield Mistake(value.span, f'"{cut(value.key)}" has {what}', edits, "Write the address", 0.8)
    if char in "!&":
        yield from tags_and_anchors(content, lines, index, first)
        if is_before_parts(lines, index, first):
            return
    has_brackets = char in "[{" and not is_template
    if has_brackets:
        if (links := wikilinks(lines[index], first)) is not None:
            yield links
            return
        yield from in_brackets(content, lines, index, first)
        if (whole := closed_below(content, lines, index, first)) is not None:
            yield from unread_inside(lines, whole)
            return
    if template_end in value.text:
        is_list = has_brackets and (
            _IN_BRACKETS.match(value.text) or _GROUP.match(value.text) or first.key in LIST_KEYS
        )
        mark = first.text[:2] if is_template else char
        is_person = first.key not in PROSE_KEYS and _GROUP.match(value.text) and value.text[-1] == "}"
        if is_list and (first.key not in TEXT_KEYS or is_person):
            told = Mistake(value.span, _BROKEN_LIST if char == "[" else _BROKEN_GROUP)
            yield told.to_read_on((quoting_edit(value),), 3.5)
        else:
            cost = 3.5 if is_list else 1.15 if char in "[{" else 1.0
            yield to_quote(value, f'a value that begins with "{mark}" needs quotes', cost)


def _address_in_link(value: Value) -> str:
    """The address in what is a link or a picture for Markdown, where that alone is meant; or ""."""
    link = _LINK.match(value.text)
    if link is None or not value.key:
        return ""
    if value.text[0] == "!":
        return link[2] if value.key in _PICTURE_KEYS else ""
    is_meant = link[1] in ("", link[2]) or _ADDRESS_KEY.match(value.key)
    return link[2] if is_meant else ""


def _never_filled(value: Value) -> Mistake | None:
    """A template's blank that nothing filled in."""
    if not _KNOWN_TEMPLATE.match(value.text):
        return None
    return Mistake(value.span, NEVER_FILLED).to_read_on((quoting_edit(value),), 0.5)
