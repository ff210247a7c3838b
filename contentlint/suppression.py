"""The comments that silence rules: where they are, which rules they name, how far they reach."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.text import Span

_COMMENT = pattern(
    r"\s*(?:/\*\s*)?contentlint-(?P<verb>disable-next-line|disable-file|disable|enable)(?![\w-])\s*(?P<names>.*?)\s*(?:\*/\s*)?\Z",
    re.DOTALL,
)
_DIRECTIVE = pattern(r"\s*(?:/\*\s*)?(?P<word>contentlint(?:-[\w-]+|:[ \t]*[\w-]+))")
_FRONT_DIRECTIVE = pattern(r"#[ \t]*(?P<word>contentlint:[ \t]*(?!(?:ignore|schema)\b)[\w-]+)")
DIRECTIVES = (
    "contentlint-disable-next-line", "contentlint-disable-file", "contentlint-disable", "contentlint-enable", "contentlint: ignore",
)  # fmt: skip
_REASON = pattern(r"(?:\s|\A)--(?:\s+(?P<reason>.*))?\Z", re.DOTALL)
_IGNORE = pattern(
    r"#[ \t]*contentlint:[ \t]*ignore(?:\[(?P<names>[^\]\n]*+)\])?(?:[ \t]*--[ \t]*(?P<reason>[^\r\n]*+))?"
)
_NAME = pattern(r"[^,\s]+")


class Name(NamedTuple):
    """A rule's (or group's) name in a suppression, and its place."""

    text: str
    span: Span

    def means(self, known: Container[str]) -> bool:
        return self.text in known or self.text.replace("_", "-") in known


class Suppression(NamedTuple):
    """`span` is the whole comment, `effect` where findings are silenced; `closes` marks an enabling comment, `ends` are
    those below, each a name and where it ends the silence for it."""

    span: Span
    names: tuple[Name, ...]
    reason: str
    effect: Span
    closes: bool = False
    ends: tuple[Name, ...] = ()

    def silences(self, name: str, group: str, at: int) -> Name | None:
        """The name by which a finding that begins at `at` is silenced, or None."""
        if self.closes or not self.effect.start <= at < max(self.effect.end, self.effect.start + 1):
            return None
        known = (name, group)
        if any(end.span.start <= at and end.means(known) for end in self.ends):
            return None
        return next((each for each in self.names if each.means(known)), None)


def suppressions(document: Document) -> tuple[Suppression, ...]:
    """Every suppression of an article, in order; inside code there is none."""
    if not document.speaks_to_us:
        return ()
    found = [*_in_front_matter(document), *_in_body(document)]
    return tuple(_reaching(document, found))


def unknown_directives(document: Document) -> Iterator[tuple[Span, str]]:
    """Comments that speak to contentlint in words it does not know, each with its first word."""
    if not document.speaks_to_us:
        return
    comments = [*document.all("comment", samples=True), *document.all("expression")]
    for node in comments:
        match = _DIRECTIVE.match(document.text, node.content.start, node.content.end)
        if match and not _COMMENT.match(document.text, node.content.start, node.content.end):
            yield node.span, match["word"]
    front_matter = document.front_matter
    if front_matter is not None and front_matter.syntax in ("yaml", "toml"):
        values = [field.value for field in front_matter.fields.values()]
        for match in _FRONT_DIRECTIVE.finditer(document.text, front_matter.content.start, front_matter.content.end):
            if not any(value.start <= match.start() < value.end for value in values):
                yield Span(*match.span()), match["word"]


def _in_body(document: Document) -> Iterator[Suppression]:
    comments = [*document.all("comment", samples=True), *document.all("expression")]
    for node in sorted(comments, key=lambda node: node.span):
        match = _COMMENT.match(document.text, node.content.start, node.content.end)
        if match is None:
            continue
        verb = match["verb"]
        start, end = match.span("names")
        reason = _REASON.search(document.text[start:end])
        told = ""
        if reason:
            told = (reason["reason"] or "").strip()
            end = start + reason.start()
        effect = _effect(document, node, verb)
        yield Suppression(node.span, _names(document.text, start, end), told, effect, verb == "enable")


def _effect(document: Document, node: Node, verb: str) -> Span:
    length = len(document.text) + 1
    if verb == "disable-file":
        return Span(0, length)
    if verb == "disable-next-line":
        line = document.source.line_span(max(node.span.end - 1, 0))
        return document.source.line_span(line.end) if line.end < length - 1 else Span(length, length)
    return Span(node.span.end, length)


def _reaching(document: Document, found: list[Suppression]) -> Iterator[Suppression]:
    """Each `disable` with the `enable`s below it."""
    closing = [each for each in found if each.closes]
    for each in found:
        opens_range = not each.closes and each.effect.start == each.span.end and each.effect.end > len(document.text)
        if opens_range:
            below = [other for other in closing if other.span.start >= each.span.end]
            each = each._replace(ends=tuple(Name(name.text, other.span) for other in below for name in other.names))
        yield each


def _in_front_matter(document: Document) -> Iterator[Suppression]:
    front_matter = document.front_matter
    if front_matter is None or front_matter.syntax not in ("yaml", "toml"):
        return
    values = [field.value for field in front_matter.fields.values() if field.style not in ("mapping", "sequence")]
    for match in _IGNORE.finditer(document.text, front_matter.content.start, front_matter.content.end):
        span = Span(*match.span())
        if any(value.start <= span.start < value.end for value in values):
            continue
        line = document.source.line_span(span.start)
        alone = not document.text[line.start : span.start].strip()
        target = document.source.line_span(line.end) if alone and line.end < len(document.text) else line
        ends = [
            field.value.end for field in front_matter.top if field.key and target.start <= field.key.start < target.end
        ]
        names = _names(document.text, *match.span("names")) if match["names"] is not None else ()
        yield Suppression(span, names, (match["reason"] or "").strip(), Span(target.start, max([target.end, *ends])))


def _names(text: str, start: int, end: int) -> tuple[Name, ...]:
    return tuple(Name(match[0], Span(*match.span())) for match in _NAME.finditer(text, start, end))
