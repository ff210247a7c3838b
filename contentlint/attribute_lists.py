"""Attributes that only some Markdown programs write: those in braces, and those of tags that CommonMark takes for text.

`{: onclick="go()"}`: https://kramdown.gettalong.org/syntax.html#attribute-list-definitions; other engines leave the colon
away. `<svg/onload=go()>`: a browser's tag, but https://spec.commonmark.org/0.31.2/#raw-html wants a blank there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from contentlint.document import Document, once
from contentlint.patterns import pattern
from contentlint.references import decode_references
from contentlint.text import Span

_LIST = pattern(r"\{:?([^{}\n=]*+=[^{}\n]*+)\}")
_LISTS = pattern(r"(?:\{:?[^{}\n]*+\})++")
_OWNERS = frozenset(")]*_`}>$")  # a link, an image, emphasis, code, a tag or a formula ends so
_HEAD = pattern(r"\ufeff?[ \t>]*+(?:(?:[-+*:]|\d{1,9}[.)])[ \t]++)*+(#?)")
_LONGEST_HEADING = 1_000
_ATTRIBUTE = pattern(r"(?<![^\s:{])([A-Za-z][\w:.-]*+)=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))")

_QUOTED = pattern(r"\"[^\"]*+\"|'[^']*+'")
_QUOTES = frozenset("\"'")


class Listed(NamedTuple):
    """One such attribute."""

    span: Span
    name: str
    value: str


@once
def listed_attributes(document: Document) -> tuple[Listed, ...]:
    """The attributes of every list and loose tag of a Markdown article."""
    if document.language != "markdown":
        return ()
    loose = [
        Listed(attribute.span, attribute.name, attribute.value)
        for tag in document.all("loose-tag")
        for attribute in tag.attributes
    ]
    return (*loose, *_read(document))


def attributes_in_braces(document: Document) -> Iterator[Listed]:
    """Those of the lists alone, and only where Markdown is read."""
    for listed in _read(document) if document.language == "markdown" else ():
        block = document.block_at(listed.span.start)
        if block is not None and block.kind != "html":
            yield listed


@once
def _read(document: Document) -> tuple[Listed, ...]:
    return tuple(_found(document)) if "{" in document.text else ()


def _found(document: Document) -> Iterator[Listed]:
    flat = document.source.flat
    for found in _LIST.finditer(flat, document.body.span.start):
        span = Span(*found.span(1))
        if _has_owner(flat, found.start()) and not document.in_code(span.start) and any(document.texts_in(span)):
            yield from _attributes_in(document.text, span)


def _attributes_in(text: str, span: Span) -> Iterator[Listed]:
    for match in _ATTRIBUTE.finditer(text, *span):
        value = next(group for group in match.groups()[1:] if group is not None)
        yield Listed(Span(*match.span()), match[1].lower(), decode_references(value))


def lists_behind(text: str, at: int) -> Span | None:
    """The lists that begin at a place, one right behind the other."""
    lists = _LISTS.match(text, at)
    return Span(*lists.span()) if lists is not None else None


def attributes_of_lists(text: str, lists: Span) -> dict[str, Listed]:
    """What lists say; of two attributes with one name the last counts."""
    found = (_attributes_in(text, Span(*each.span(1))) for each in _LIST.finditer(text, *lists))
    return {attribute.name: attribute for attributes in found for attribute in attributes}


def end_clearly(text: str, lists: Span) -> bool:
    """Whether each quote in the lists is closed there; else a value may hold the brace, and programs differ."""
    return _QUOTES.isdisjoint(_QUOTED.sub("", lists.of(text)))


def _has_owner(text: str, at: int) -> bool:
    """Whether a list belongs to something: what it stands behind, its heading, or the block it stands below alone."""
    if text[at - 1 : at] in _OWNERS:
        return True
    line = text.rfind("\n", max(at - _LONGEST_HEADING, 0), at) + 1
    head = _HEAD.match(text, line, at)
    return head is not None and (head.end() == at or bool(head[1]))
