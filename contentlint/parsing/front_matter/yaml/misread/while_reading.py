"""What only the full reader of sound YAML sees is meant otherwise: values lost in comments, glued keys, swallowed items.

`content` is the YAML, `offset` where it begins in the article; spans are places in the article.
"""

from __future__ import annotations

import re
from functools import lru_cache

from contentlint.document import Problem
from contentlint.parsing.front_matter.keys import (
    KNOWN_ELSEWHERE,
    LIST_KEYS,
    NAME_KEYS,
    TEXT_KEYS,
    WELL_KNOWN,
    glued_head,
    named,
)
from contentlint.parsing.front_matter.mending import moved, slip
from contentlint.parsing.front_matter.yaml.remarks import comment_told, remark_alone
from contentlint.parsing.front_matter.yaml.writing import LIKE_SPACES, as_list, blank_after_colon, in_quotes
from contentlint.patterns import pattern
from contentlint.text import Edit, Span
from contentlint.wording import cut

_ITEM_LINE = pattern(r"(?<=\n)([ \t]*+)(-[ \t]*+)[^\s-]")
_KEY_ABOVE = pattern(r"([ \t]*+)([\w-]++):[ \t]*+\r?\n([ \t]*+)\Z")
_ONE_TEXT = "these lines are read as one text, not as a list"
_DASH_BEFORE = pattern(r"(-[ \t]++)\Z")
_LOST_VALUE = pattern(r"[ \t]*+:[ \t]++(##?[^\s#!][^\r\n]*+)")
_LOST_VALUES = pattern(r"(?m)^([\w-]++):[ \t]++(#[^\s#!][^\r\n]*+)")
_ANCHOR = pattern(r"[ \t]*+:[ \t]++(&[^\s&;]++)[ \t]*+(?=[\r\n]|\Z)")
_ALIAS = pattern(r"\*([^\s,\[\]{}]++)")
_COUNTED = pattern(r"#(?:\d+|[\da-fA-F]{3,8})(?=[ \t]++#[ \t]|\Z)")  # a number, a colour, before a comment
_CHANNEL_KEY = pattern(r"(?:(?:\w*[_-])?(?:slack|discord|chat)(?:[_-]channel)?|channel)\Z")
_CHANNEL = pattern(
    r"#(?!(?:channel|name|disabled|unused|empty|string|url|id|n-a|na|fixme|later|tbd|yourchannel)\Z)[a-z0-9]++(?:[_-][a-z0-9]++)*+\Z"
)
_COMMENT_BEHIND = pattern(r"[ \t]++#[ \t][^\r\n]*+\Z")
_REMARK = pattern(r"(?i)##?(?:\[|/|true\b|false\b|none\b|optional|required|todo|可|选|必|是否)")
# what a remark says of the value that belongs there, the names of keys among it
_SAYS_WHAT = pattern(
    rf"(?i)\b(?:{'|'.join(sorted(WELL_KNOWN))})s?\b|\b(?:max|min|maximum|minimum|your|one (?:line|sentence|word)"
    r"|commas?|separated?|chars?|characters|sentences?|optional|required)\b"
    rf"|{'|'.join(sorted(KNOWN_ELSEWHERE))}"
    r"|隔开|分隔|逗号|多个|字以内|字数|填写|输入|笔名|区切り|カンマ|쉼표|구분|글자"
)
_LOST_ITEM = pattern(r"[ \t]++(#[^\s#!][^\r\n]*+)")
_TAG = pattern(r"#[\w-]++,?\Z")


def swallowed_items(content: str, offset: int, span: Span) -> Problem | None:
    """A text without quotes whose lines look like items: someone meant a list."""
    start, end = span.start - offset, span.end - offset
    items = list(_ITEM_LINE.finditer(content, start, end))
    first, _, rest = content[start:end].partition("\n")
    if not items or len(items) != rest.count("\n") + 1:
        return None
    if (mark := remark_alone(first)) is not None:
        written = Span(span.start, span.start + len(first.rstrip()))
        return slip(written, comment_told(), Edit(mark.shifted(span.start), "# "), 'Write "#"')
    dash = _DASH_BEFORE.search(content, content.rfind("\n", 0, start) + 1, start)
    key = _KEY_ABOVE.match(content, _line_above(content, start), start)
    edits: tuple[Edit, ...] = ()
    message = f'{_ONE_TEXT}: each item begins as deep as the first, with "- "'
    if first.startswith("--"):
        message, edits = f'{_ONE_TEXT}: one "-" too many', (Edit(Span(span.start, span.start + 2), "-"),)
    elif first.startswith("-"):
        message = f'{_ONE_TEXT}: a plain space belongs after each "-"'
        wide = len(first) - len(first[1:].lstrip(LIKE_SPACES)) - 1
        glued = [start + 1, *(item.end(2) for item in items if item[2] == "-")]
        edits = tuple(Edit(Span(offset + at, offset + at + wide * (at == start + 1)), " ") for at in glued)
    elif any(item[2] == "-" for item in items):
        return None
    elif dash is not None and dash.end() == start:
        span, edits = _of_item(content, offset, span, dash.start(1), items)
    elif key is not None and key[2] in LIST_KEYS:
        indent = min(len(item[1]) for item in items)
        edits = (Edit(Span(key.end() - len(key[3]) + offset, span.start), " " * indent + "- "),)
    elif len(items) < 2:  # a dash may stand in a text, before who said it
        return None
    return slip(span, message, edits, "Write a list")


def _of_item(
    content: str, offset: int, span: Span, dash: int, items: list[re.Match[str]]
) -> tuple[Span, tuple[Edit, ...]]:
    """The place and the edits of items that the item above them, whose dash stands at a place, has swallowed."""
    end = span.end - offset
    indent = dash - content.rfind("\n", 0, dash) - 1
    indents = [(item.span(1), indent) for item in items]
    if _is_first_alone(content, dash, end, indent, len(items)):
        indents = [((dash - indent, dash), len(items[0][1]))]
    else:
        span = Span(items[0].start(2) + offset, span.end)
    return span, tuple(Edit(Span(*(offset + at for at in blanks)), " " * width) for blanks, width in indents)


def _line_above(content: str, at: int) -> int:
    """Where the line above the one of a place begins."""
    return content.rfind("\n", 0, max(content.rfind("\n", 0, at), 0)) + 1


def _is_first_alone(content: str, dash: int, end: int, indent: int, below: int) -> bool:
    """Whether of a list's items only the first is less deep than the others, so that it is the one to move."""
    above = _KEY_ABOVE.match(content, _line_above(content, dash), dash)
    is_last = not content.startswith(" " * indent + "- ", content.find("\n", end) + 1)
    return above is not None and is_last and (below > 1 or (indent - len(above[1])) % 2 == 1)


def lost_value(content: str, offset: int, key: str, key_span: Span) -> Problem | None:
    """A value that YAML takes for a comment since it begins with "#"."""
    lost = _LOST_VALUE.match(content, key_span.end - offset)
    if lost is None:
        return None
    written = lost[1].rstrip()
    if not _is_meant(content, key, written):
        return None
    written = _COMMENT_BEHIND.sub("", written)
    span = Span(lost.start(1) + offset, lost.start(1) + len(written) + offset)
    if _are_tags(key, written):
        message = f'what stands after "{named(key)}:" is a comment for YAML: a list has brackets, "[a, b]"'
        row = as_list(tag.strip("#,") for tag in written.split())
        return slip(span, message, Edit(span, row), "Write a list")
    message = f'what stands after "{named(key)}:" is a comment for YAML: a value that begins with "#" needs quotes'
    edit = Edit(span, in_quotes(written))
    return slip(span, message, edit, "Quote the value")


def _is_meant(content: str, key: str, written: str) -> bool:
    """Whether what YAML takes for a comment was meant as the value, and is no remark behind one left empty."""
    return not _is_template(content) and (_is_channel(key, written) or _may_be_value(key, written))


def _may_be_value(key: str, written: str) -> bool:
    if _REMARK.match(written):
        return False
    return key in TEXT_KEYS or key in LIST_KEYS or _COUNTED.match(written) is not None


def _is_channel(key: str, written: str) -> bool:
    """Whether this is a channel of a chat, and no remark on what belongs there."""
    is_named = _CHANNEL_KEY.match(key) is not None and _CHANNEL.match(written) is not None
    return is_named and not (_REMARK.match(written) or _SAYS_WHAT.search(written))


def _are_tags(key: str, written: str) -> bool:
    tags = written.split()
    return len(tags) > 1 and key in NAME_KEYS and all(map(_TAG.match, tags))


@lru_cache(1)
def _is_template(content: str) -> bool:
    """Whether Marp reads this, to which such remarks are directives, or several are remarks, as they are but where a
    title, a number or several tags are among them and each may be a value."""
    lost = [each for each in _LOST_VALUES.findall(content) if not _is_channel(*each)]
    if len(lost) < 2 or "marp:" in content:
        return "marp:" in content
    has_value = any(
        key.lower() == "title" or _COUNTED.match(written) or _are_tags(key, written) for key, written in lost
    )
    return not has_value or not all(_may_be_value(*each) and not _SAYS_WHAT.search(each[1]) for each in lost)


def lost_in_anchor(content: str, offset: int, key: str, key_span: Span) -> Problem | None:
    """A text that YAML takes for an anchor since it begins with "&", though nothing refers to it."""
    anchor = _ANCHOR.match(content, key_span.end - offset) if key in TEXT_KEYS else None
    if anchor is None or anchor[1][1:] in _aliases_in(content):
        return None
    span = Span(*anchor.span(1)).shifted(offset)
    message = f'"{cut(anchor[1])}" only names a place for YAML: a value that begins with "&" needs quotes'
    return slip(span, message, Edit(span, in_quotes(anchor[1])), "Quote the value")


@lru_cache(1)
def _aliases_in(content: str) -> frozenset[str]:
    return frozenset(_ALIAS.findall(content))


def glued_key(content: str, offset: int, key: str, key_span: Span, value: Span) -> Problem | None:
    """A key that holds another and the beginning of its value, as in `title:Kites: a story`."""
    head, start = glued_head(key), key_span.start - offset
    if not head or not content.startswith(key, start) or "\n" in content[start : value.end - offset]:
        return None
    edit = moved(blank_after_colon(content, start + len(head) + 1), offset)
    span = Span(key_span.start, max(value.end, key_span.end))
    message = f'a space is missing after "{cut(head)}:"'
    return slip(span, message, edit, "Add the space")


def lost_item(content: str, offset: int, at: int) -> Problem | None:
    """An item that YAML takes for a comment since it begins with "#", after a dash that ends at a place."""
    lost = _LOST_ITEM.match(content, at)
    if lost is None:
        return None
    written = lost[1].rstrip()
    span = Span(lost.start(1) + offset, lost.start(1) + len(written) + offset)
    message = f'"{cut(written)}" is a comment for YAML: an item that begins with "#" needs quotes'
    return slip(span, message, Edit(span, in_quotes(written)), "Quote the item")


def wide_blanks(key: str, span: Span, *, is_inside: bool, is_known: bool) -> Problem | None:
    """A key that begins with characters that only look like blanks: its author meant to indent it. Where one without them
    is known beside it, there is no mend."""
    width = len(key) - len(key.lstrip(LIKE_SPACES))
    if not width:
        return None
    edits = () if is_known else (Edit(Span(span.start, span.start + width), " " * width * is_inside),)
    message = f'a character that only looks like a space stands before "{named(key.strip())}" and belongs to the key'
    return slip(span, message, edits, "Write a space")
