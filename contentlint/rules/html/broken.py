"""Start tags that a slip makes text or something else than was meant, as they are written."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from contentlint.document import Document, once
from contentlint.elements import KNOWN
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.rule import Fix, Safety
from contentlint.rules.html.attributes import GLOBAL, OF
from contentlint.text import Edit, Span
from contentlint.wording import cut

_FARTHEST = 2_000
_WHOLE_ATTRIBUTE = (
    r"[\w:-]++(?:=(?:\"[^\s\"<>]*+\"|'[^\s'<>]*+'|\"[^\"<>]*+(?<!=)\"|'[^'<>]*+(?<!=)'|[^\s\"'<>=]++)|(?![\w:=-]))"
)
_OPEN_VALUE = pattern(r"[ \t\n]*+[\w:-]++=([\"'])[^\"'<>\n]*(?=>)")
# a value ends behind no blank: else a run of them would be read again from each one
_RUN_ON_VALUE = pattern(r"[ \t\n]*+[\w:-]++=([\"'])[^\"'<>\n]*?(?<![ \t])(?=[ \t]++[\w:-]++=\1)")
# a value of several words, or of one, that only ends with a quote
_UNOPENED_VALUE = r"[ \t\n]++[\w:-]++=(?P<value>[^\s\"'<>=][^\s\"'<>]*+(?:[ \t]++[^\s\"'<>=]++)*+)(?P<quote>[\"'])(?<!=.)(?=[ \t\n]|/?>)"
_INNER_QUOTE = pattern(r"(?<=([\"']))[^\s\"'<>=/][^<>=\n]*?\1(?=[ \t]++[\w:-]++=|[ \t]*+/?>)")
_TYPOGRAPHIC = pattern(r"=[ \t]*[“”„‘’]")
_IN_TYPOGRAPHIC = pattern(r"(?<==)[ \t]*(?:[“”„]([^“”„\"<>\n]+)[“”„]|[‘’]([^‘’\"<>\n]+)[‘’])(?=[ \t\n]|/?>)")
_NEXT_TAG = pattern(r"[ \t\n]*+</?([A-Za-z][\w-]*+)(?=[\s/>])")
# in which tags are text to a browser, or are not shown, or which change how tags are read
HIDES_TAGS = frozenset(
    "script template textarea xmp title style noscript noembed noframes iframe plaintext svg math".split()
)
_HIDES_TAGS = pattern(rf"(?ai)</?(?:{'|'.join(sorted(HIDES_TAGS))})\b")
# a handler, or an address that may hide a script; rather too much than too little
_RUNS = pattern(
    r"(?ai)\bon[a-z]{3,}+\s*+="
    r"|[\s\"'/](?!(?:style|title|alt|class|id|(?:data|aria)-[\w-]++)\s*+=)[\w:-]++\s*+=\s*+[\"'“”„‘’]?+\s*+(?!https?:|mailto:|tel:)"
    r"[^\"'/?#=>:&]*+[:&]"
)
_GLUED = pattern(r"([ \t]*+,[ \t\n]*+|)(?=[\w:-]+=[\"'][^\"'<>\n]*[\"'])")


# but for one that is data, by its first type, which no value of another attribute can feign
_OTHERS = r"""(?:[ \t\n\f\r]++(?!type\b)[\w-]++(?:="[^"<>]*+"|='[^'<>]*+'|=[\w./-]++)?+)*+"""
_SCRIPT = pattern(rf"(?ai)<script(?![\w-]|{_OTHERS}[ \t\n\f\r]++type=[\"']?application/(?:ld\+)?json[\s\"'>])")


class Broken(NamedTuple):
    """A start tag that is read as text: where, what is wrong with it, and what would mend it, if anybody can tell."""

    span: Span
    message: str
    edits: tuple[Edit, ...]

    @property
    def fix(self) -> Fix | None:
        return Fix("Mend the start tag", self.edits, Safety.UNSAFE) if self.edits else None


def broken_tag(flat: str, name: str, place: Span) -> Broken | None:
    """The start tag of this name that a place begins with, where a quote or a blank that is missing, a comma, a
    typographic quote or a ">" that is missing, makes it text."""
    if (broken := with_open_quote(flat, name, place) or with_unopened_value(flat, name, place)) is not None:
        return broken
    if not (sound_end := end_of_sound_part(flat, name, place)):
        return None
    span = _tag_in(flat, place)
    if (joint := _GLUED.match(flat, sound_end, place.end)) is not None:
        slip, mend = ("a comma stands", "write a space") if joint[1] else ("a space is missing", "add it")
        message = f"{slip} between two attributes of this <{name}>, so it is read as text: {mend}"
        return _mended(flat, span, span, message, Edit(Span(*joint.span(1)), " "))
    if (broken := with_inner_quote(flat, name, place) or without_end(flat, name, place)) is not None:
        return broken
    if _TYPOGRAPHIC.search(flat, *span):
        message = f"the quotes in this <{name}> are typographic, so it is read as text: write \" or '"
        values = _IN_TYPOGRAPHIC.finditer(flat, *span)
        edits = (Edit(Span(*value.span()), f'"{value[1] or value[2]}"') for value in values)
        return _mended(flat, span, span, message, *edits)
    return None


def with_open_quote(flat: str, name: str, place: Span) -> Broken | None:
    """The start tag that begins here and is no tag to Markdown, since a quote in it is never closed."""
    end = end_of_sound_part(flat, name, place)
    value = (_RUN_ON_VALUE.match(flat, end, place.end) or _OPEN_VALUE.match(flat, end, place.end)) if end else None
    if value is None:
        return None
    message = f"the quote that begins in this <{name}> is never closed, so no browser takes it for a tag: close it"
    tag = _tag_in(flat, place)
    return _mended(flat, tag, tag, message, Edit.at(value.end(), value[1]))


def with_inner_quote(flat: str, name: str, place: Span) -> Broken | None:
    """The start tag that begins here and has a value in which its own quote stands, as an apostrophe may."""
    end = end_of_sound_part(flat, name, place)
    value = _INNER_QUOTE.match(flat, end, place.end) if end else None
    if value is None:
        return None
    reference = "&quot;" if value[1] == '"' else "&#39;"
    message = f"a quote inside a value of this <{name}> ends it, so it is read as text: write {reference}, or other quotes around it"
    return Broken(_tag_in(flat, place), message, ())


def with_unopened_value(flat: str, name: str, place: Span) -> Broken | None:
    """The start tag that begins here and has a value with a quote behind it and none before."""
    attributes = rf"(?:[ \t\n]++{_WHOLE_ATTRIBUTE})*?{_UNOPENED_VALUE}"
    found = re.compile(rf"(?i)<{re.escape(name)}{attributes}").match(flat, *place)
    if found is None:
        return None
    message = f"a quote is missing before a value of this <{cut(name)}>, so it is not read as meant: add it"
    span, at = _tag_in(flat, place), found.start("value")
    is_last = flat.count(found["quote"], found.end(), span.end) % 2 == 0  # else nobody can tell where the value ends
    return _mended(flat, span, span, message, *((Edit.at(at, found["quote"]),) if is_last else ()))


def without_end(flat: str, name: str, place: Span) -> Broken | None:
    """The start tag that begins here and goes on in the next tag, since its ">" is missing. One without values may
    be a sign in a formula: `a<b<i>`."""
    end = end_of_sound_part(flat, name, place)
    following = _NEXT_TAG.match(flat, end, place.end) if end else None
    if following is None or following[1].lower() not in KNOWN:
        return None
    attributes = flat[place.start + 1 + len(name) : end]
    if "=" not in attributes and not (_are_known(attributes, name) and _is_closed(flat, name, place.end)):
        return None
    message = f'the ">" of this <{cut(name)}> is missing: add it'
    return _mended(flat, place, Span(place.start, end), message, Edit.at(end, ">"))


def _mended(flat: str, tag: Span, told: Span, message: str, *edits: Edit) -> Broken:
    """What is told of a place in a tag, with the edits that mend it unless a script in the tag could then run."""
    return Broken(told, message, () if may_run(flat, tag) else edits)


def may_run(flat: str, span: Span) -> bool:
    """Whether what is written here could run a script if it were no longer part of a tag: no fix may let it."""
    return _HIDES_TAGS.search(flat, *span) is not None or _RUNS.search(flat, *span) is not None


def hides_script(document: Document, node: Node) -> bool:
    """Whether a script would run if this element were closed or its tag were text: no fix may let it."""
    if node.name not in HIDES_TAGS:
        return False
    scripts = _scripts(document)
    return bisect_left(scripts, node.content.start) < bisect_left(scripts, node.content.end)


@once
def _scripts(document: Document) -> list[int]:
    """Where something is written that may run, were it not hidden."""
    return sorted(found.start() for each in (_SCRIPT, _RUNS) for found in each.finditer(document.text))


def _are_known(attributes: str, name: str) -> bool:
    return not {*attributes.lower().split()} - GLOBAL - OF.get(name.lower(), frozenset())


def _is_closed(flat: str, name: str, at: int) -> bool:
    return re.compile(rf"(?i)</{re.escape(name)}\b").search(flat, at, at + _FARTHEST) is not None


def end_of_sound_part(flat: str, name: str, place: Span) -> int:
    """Where the name and the well-formed attributes of a tag end; 0 where no such tag begins."""
    start = re.compile(rf"(?i)<{re.escape(name)}(?:[ \t\n]++{_WHOLE_ATTRIBUTE})*+").match(flat, *place)
    return start.end() if start is not None else 0


def _tag_in(flat: str, place: Span) -> Span:
    return Span(place.start, (flat.find(">", *place) + 1) or place.end)
