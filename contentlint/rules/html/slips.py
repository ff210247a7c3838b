"""Slips of the pen with tags: what was meant by one that closes nothing, or opens what was to be closed."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from operator import attrgetter

from contentlint.document import Document, once
from contentlint.elements import HEADINGS, KNOWN, OPTIONAL_END, VOID
from contentlint.misread import misread_tags
from contentlint.nodes import UNKNOWN, Attribute, Node
from contentlint.patterns import BLANK_LINE, pattern
from contentlint.rules.html.broken import (
    Broken,
    broken_tag,
    may_run,
    with_inner_quote,
    with_open_quote,
    with_unopened_value,
)
from contentlint.rules.html.mentions import is_shown, shows_tags
from contentlint.rules.html.open_tags import open_ends, open_starts
from contentlint.samples import in_sample
from contentlint.spans import Merged
from contentlint.text import Edit, Span
from contentlint.wording import cut, nearest
from contentlint.words import Words

_ALIKE = ({"b", "strong"}, {"i", "em"}, {"s", "del", "strike"}, HEADINGS)
_FARTHEST = 2_000
# as Pelican and MultiMarkdown have it
_KEYS_ABOVE = pattern(r"(?:[A-Za-z][\w -]{0,30}+:[^\n]*+\n(?:[ \t]++[^\s][^\n]*+\n)*+){3,}+(?=[ \t]*+(?:\n|\Z))")
_TITLE_ABOVE = pattern(r"(?im)^title:")
_RUNS_INTO_TAG = pattern(r"[^<>]*+>")
_RUNS_INTO_VALUE = pattern(r"\s[\w:-]++=\Z")
_MEANT_VALUE = pattern(r"[^\"'<>\n]*?(?<![ \t])(?=[ \t]++[\w:-]++=|[ \t]*+>)")
_TAG = pattern(r"<(/?)([A-Za-z][\w-]*+)")
_MOST_LONGER = 20  # names that only begin as the one that is sought
_NAME_GOES_ON = pattern(r"[\w:-]")
_IMAGE_TAG, _IMAGE = Words("<img"), pattern(r"<img(?<!\\<img)(?=[ \t\n])")
_LINE_END_OR_TAG = pattern(r"[ \t]*+(?:[\n<]|\Z)")
_SLASH_AS_REFERENCE = pattern(r"<(&(?i:#0*+47|#x0*+2f|sol);)([A-Za-z][\w-]*+)[ \t\n]*+>")
# what chooses or repeats, as engines write it, and its end
_CHOICE = pattern(
    r"(?i)(?:\{[%{]|<%|<\?(?:php)?)[-~=+_#]?\s*+(?:if(?!rame)\w*+|(?:else|end)\w*+|elsif|elif|unless|when|for|foreach|each|while|case"
    r"|switch|range|with)\b|\{\{[~-]?\s*+[#^/]|(?s:.)*(?:[{}]|\bdo\b[^%{}]*+)\)?\s*+[-_]?[?%]>"
)


@once
def meant_ends(document: Document) -> dict[Span, Node]:
    """The elements that are never closed, by the end tag of another name that was meant for each."""
    by_end = {node.content.end: node for node in document.all("element") if _is_open(node)}
    found: dict[Span, Node] = {}
    taken: set[Span] = set()
    for tag in document.all("end-tag"):
        if tag.span.start in open_ends(document):
            continue
        parent = tag.parent
        started = parent if parent is not None and parent.end_tag is None else by_end.get(tag.span.start)
        if started is not None and started.span not in taken and _is_meant(tag.name, started):
            found[tag.span] = started
            taken.add(started.span)
    return found


def _is_open(node: Node) -> bool:
    return node.end_tag is None and node.name not in VOID and node.name not in OPTIONAL_END and node.namespace == "html"


def _is_meant(name: str, started: Node) -> bool:
    if name == started.name or not _is_open(started):
        return False
    return any({name, started.name} <= names for names in _ALIKE) or (
        len(name) > 3 and nearest(name, (started.name,)) is not None
    )


def is_start_for_end(document: Document, node: Node) -> bool:
    """Whether a start tag stands where its parent's end tag was meant: `<b>bold<b>`."""
    parent = node.parent
    return (
        parent is not None
        and parent.name == node.name
        and node.name in KNOWN
        and not node.attributes
        and _is_open(node)
        and _is_open(parent)
        and document.text[parent.span.end : node.span.start].strip() != ""
    )


def ends_as_text(document: Document, unclosed: Sequence[Node]) -> dict[Node, re.Match[str]]:
    """The end tags that are text to a browser, since their slash is written as a reference, by the elements of these that
    they were to close, or of those that need none."""
    found: dict[Node, re.Match[str]] = {}
    if "<&" not in document.text:
        return found
    without_need = (node for node in document.all("element") if node.end_tag is None and node.name in OPTIONAL_END)
    following = deque(sorted((*unclosed, *without_need), key=attrgetter("span")))
    above: dict[str, list[Node]] = {}
    for end in _SLASH_AS_REFERENCE.finditer(document.source.flat, document.body.span.start):
        while following and following[0].span.start < end.start():
            above.setdefault(following[0].name, []).append(following.popleft())
        around, same = document.around(end.start()), above.get(end[2].lower())
        is_loose = around is None or around.kind == "loose-tag"
        if same and is_loose and not _is_word(document, same[-1], end):
            node = same.pop()
            if end.start() <= node.content.end:
                found[node] = end
    return found


def _is_word(document: Document, element: Node, end: re.Match[str]) -> bool:
    """Whether it only tells of tags: in a sample that the element holds or, where nothing needs it, in a sentence or behind
    a tag that is shown, or seems to be."""
    if _is_shown_in(document, element, end.start()):
        return True
    if element.name not in OPTIONAL_END:
        return False
    return not _is_at_end(document, end) or shows_tags(document, Span(element.span.start - 1, end.start()))


def _is_shown_in(document: Document, element: Node, at: int) -> bool:
    """Whether a sample that stands in an element shows what stands at an offset."""
    return in_sample(document, at) and not in_sample(document, element.span.start)


def _is_at_end(document: Document, end: re.Match[str]) -> bool:
    """Whether it stands right behind words and before a line's end or a tag, as an end tag does, not in a sentence."""
    flat = document.source.flat
    return not flat[end.start() - 1].isspace() and _LINE_END_OR_TAG.match(flat, end.end()) is not None


@once
def templates_with_tags(document: Document) -> Merged:
    """The templates that may write a start or an end tag: those outside comments, and those in a comment that choose
    whether tags between them are written."""
    templates = (node for kind in UNKNOWN for node in document.all(kind, samples=True))
    return Merged([node.span for node in templates if not _is_without_tags(document, node.span)])


def _is_without_tags(document: Document, template: Span) -> bool:
    around = document.around(template.start)
    return around is not None and around.kind == "comment" and _CHOICE.match(document.text, *template) is None


def broken_start(document: Document, tag: Node) -> Broken | None:
    """The start tag that an end tag was written for, where a slip in it makes it text and can be told."""
    at = start_as_text(document, tag)
    return broken_tag(document.source.flat, tag.name, Span(at, tag.span.start)) if at >= 0 else None


def start_as_text(document: Document, tag: Node) -> int:
    """Where the start tag that an end tag was written for begins, if it is text; else -1."""
    flat = document.source.flat
    begins = tag.parent.span.end if tag.parent is not None else document.body.span.start
    at = _last_start(flat, tag.name, Span(max(begins, tag.span.start - _FARTHEST), tag.span.start))
    if at < 0 or BLANK_LINE.search(flat, at, tag.span.start) is not None:
        return -1
    around = document.around(at)
    return at if around is None or around.kind == "loose-tag" else -1


def _last_start(flat: str, name: str, within: Span) -> int:
    """Where the last start tag of this name, and no longer one, begins; -1 where none does."""
    start, at = f"<{name}", within.end
    for _ in range(_MOST_LONGER):
        at = flat.rfind(start, within.start, at)
        if at < 0 or not _NAME_GOES_ON.match(flat, at + len(start)):
            return at
    return -1


def broken_images(document: Document) -> Iterator[Broken]:
    """The pictures of Markdown whose tag is read as text; no end tag is left over that would tell of them."""
    if document.language != "markdown" or not _IMAGE_TAG.are_in(document):
        return
    flat = document.source.flat
    for image in _IMAGE.finditer(flat, document.body.span.start):
        at, around = image.start(), document.around(image.start())
        if (around is None or around.kind == "loose-tag") and any(document.texts_in(Span(*image.span()))):
            place = Span(at, min(document.block_end(at), at + _FARTHEST))
            broken = with_open_quote(flat, "img", place) or with_inner_quote(flat, "img", place)
            if broken is not None and not is_shown(document, at):
                yield broken


def is_among_keys_above(document: Document, at: int) -> bool:
    """Whether it stands in lines of keys above the text, which are plain text to the program that reads them there."""
    return at < _end_of_keys_above(document)


@once
def _end_of_keys_above(document: Document) -> int:
    """Where such lines end; 0 where there are none."""
    if document.front_matter is not None or document.language != "markdown":
        return 0
    keys = _KEYS_ABOVE.match(document.source.flat, document.body.span.start)
    return keys.end() if keys is not None and _TITLE_ABOVE.search(keys[0]) is not None else 0


@once
def open_quotes(document: Document) -> dict[Node, Broken]:
    """The start tags in which a quote begins that is never closed, so that they reach to the next one."""
    tags = (tag for tag in misread_tags(document) if not tag.sample and not document.has_template(tag.span))
    found = ((tag, _open_quote(document, tag)) for tag in tags)
    return {tag: broken for tag, broken in found if broken is not None}


def _open_quote(document: Document, tag: Node) -> Broken | None:
    flat = document.source.flat
    at = next((at for each in tag.attributes if (at := _value_that_runs_on(flat, tag, each))), 0)
    if not at:
        return None
    value = _MEANT_VALUE.match(flat, at, tag.span.end)
    edits = (Edit.at(value.end(), flat[at - 1]),) if value is not None and not may_run(flat, tag.span) else ()
    span = Span(tag.span.start, flat.find(">", at) + 1)
    message = f"the quote that begins in this <{cut(tag.name)}> is never closed, so what follows is read as part of the tag: close it"
    return Broken(span, message, edits)


def _value_that_runs_on(flat: str, tag: Node, attribute: Attribute) -> int:
    """Where the value of an attribute begins if its quote is not closed before the tag was to end; else 0."""
    if attribute.name[:2] in ('="', "='"):  # no other quote follows
        return attribute.span.start + 2
    if attribute.value_span is None or flat[attribute.value_span.start - 1] not in "\"'":
        return 0
    start, end = attribute.value_span
    is_next_value = _RUNS_INTO_VALUE.search(flat, start, end) is not None and not flat[end + 1].isspace()
    is_text = any("<" in each.name for each in tag.attributes) and _RUNS_INTO_TAG.match(flat, start, end) is not None
    return start if is_next_value or is_text else 0


@once
def unopened_values(document: Document) -> dict[Node, Broken]:
    """The start tags that have a value with a quote behind it and none before, though they are read as tags."""
    names = [name for name in document.attribute_names if name.endswith(("'", '"'))]
    tags = dict.fromkeys(tag for tag, _ in document.attributes(*names) if not document.has_template(tag.span))
    found = ((tag, with_unopened_value(document.source.flat, tag.name, tag.span)) for tag in tags)
    return {tag: broken for tag, broken in found if broken is not None and tag not in open_quotes(document)}


@once
def _swallowed_tags(document: Document) -> tuple[re.Match[str], ...]:
    """What is written as a tag and became part of another one, whose quote is never closed or whose ">" is missing."""
    starts = {**open_quotes(document), **open_starts(document)}
    spans = [Span(tag.span.start + ("<" not in tag.name), tag.span.end) for tag in starts]
    spans += [end.swallowed for end in open_ends(document).values()]
    strays = (tag.span for tag in document.all("end-tag") if tag.span.start not in open_ends(document))
    spans += [Span(start + 1, end) for start, end in strays]
    return tuple(tag for span in sorted(spans) for tag in _TAG.finditer(document.text, *span))


def lost_ends(document: Document) -> Iterator[tuple[int, str]]:
    """The end tags that close nothing since they lack their ">" or became part of another tag: their places and names."""
    for at, end in open_ends(document).items():
        if not end.is_heeded:
            yield at, end.element.name
    for tag in _swallowed_tags(document):
        if tag[1]:
            yield tag.start(), tag[2].lower()


@once
def ends_of_swallowed(document: Document) -> frozenset[int]:
    """Where the end tags stand that close nothing since their start tags became part of another tag: for each of those
    the next one of its name."""
    starts: dict[str, deque[int]] = {}
    for tag in _swallowed_tags(document):
        if not tag[1]:
            starts.setdefault(tag[2].lower(), deque()).append(tag.start())
    found: set[int] = set()
    for end in document.all("end-tag") if starts else ():
        swallowed = starts.get(end.name)
        if swallowed and swallowed[0] < end.span.start:
            swallowed.popleft()
            found.add(end.span.start)
    return frozenset(found)
