"""The comments that silence rules: where they are, which rules they name, how far they reach."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from contentlint.document import Document, once
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
_MOST_REPEATED = 20
_NAME = pattern(r"[^,\s]+")


class Name(NamedTuple):
    """A rule's (or group's) name in a suppression, and its place."""

    text: str
    span: Span

    @property
    def plain(self) -> str:
        """As rules and groups are called: `front_matter` is a group's other name."""
        return self.text.replace("_", "-")


class Suppression(NamedTuple):
    """`span` is the whole comment, `effect` where findings are silenced, up to a comment that enables them again, which
    `closes`."""

    span: Span
    names: tuple[Name, ...]
    reason: str
    effect: Span
    closes: bool = False

    @property
    def opens_range(self) -> bool:
        return not self.closes and self.effect.start == self.span.end


class Silence:
    """What the suppressions of an article silence."""

    def __init__(self, comments: Iterable[Suppression]) -> None:
        self._near: dict[str, list[tuple[Suppression, Name]]] = {}  # by name, in the order of where they begin to work
        self._wide: dict[str, list[tuple[Suppression, Name]]] = {}
        self._ends: dict[str, list[int]] = {}
        for comment in comments:
            for name in comment.names:
                if comment.closes:
                    self._ends.setdefault(name.plain, []).append(comment.span.start)
                    continue
                is_wide = comment.opens_range or not comment.effect.start
                (self._wide if is_wide else self._near).setdefault(name.plain, []).append((comment, name))
        for pairs in (*self._near.values(), *self._wide.values()):
            pairs.sort(key=_effect_start)
        for ends in self._ends.values():
            ends.sort()

    def of(self, rule: str, group: str, at: int) -> list[tuple[Suppression, Name]]:
        """The comments, and the names in them, that silence a finding that begins here: of those that repeat one
        another a few."""
        found = []
        for key in (rule, group):
            for pairs in (self._near.get(key, ()), self._wide.get(key, ())):
                last = bisect_right(pairs, at, key=_effect_start)
                found += [
                    pair
                    for pair in pairs[max(last - _MOST_REPEATED, 0) : last]
                    if self._lasts(pair[0], rule, group, at)
                ]
        return found

    def _lasts(self, comment: Suppression, rule: str, group: str, at: int) -> bool:
        if at >= max(comment.effect.end, comment.effect.start + 1):
            return False
        if not comment.opens_range:
            return True
        for name in (rule, group):
            ends = self._ends.get(name, [])
            index = bisect_left(ends, comment.span.end)
            if index < len(ends) and ends[index] <= at:
                return False
        return True


def _effect_start(pair: tuple[Suppression, Name]) -> int:
    return pair[0].effect.start


@once
def suppressions(document: Document) -> tuple[Suppression, ...]:
    """Every suppression of an article, in order; inside code there is none."""
    if not document.speaks_to_us:
        return ()
    return (*_in_front_matter(document), *_in_body(document))


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


def _in_front_matter(document: Document) -> Iterator[Suppression]:
    front_matter = document.front_matter
    if front_matter is None or front_matter.syntax not in ("yaml", "toml"):
        return
    scalars = (field.value for field in front_matter.fields.values() if field.style not in ("mapping", "sequence"))
    values = sorted(span for span in scalars if span.end > span.start)
    tops = sorted((field.key.start, field.value.end) for field in front_matter.top if field.key)
    for match in _IGNORE.finditer(document.text, front_matter.content.start, front_matter.content.end):
        span = Span(*match.span())
        before = bisect_right(values, (span.start, len(document.text))) - 1
        if before >= 0 and values[before].end > span.start:
            continue
        line = document.source.line_span(span.start)
        alone = not document.text[line.start : span.start].strip()
        target = document.source.line_span(line.end) if alone and line.end < len(document.text) else line
        inside = tops[bisect_left(tops, (target.start, 0)) : bisect_left(tops, (target.end, 0))]
        names = _names(document.text, *match.span("names")) if match["names"] is not None else ()
        reach = max([target.end, *(end for _, end in inside)])
        yield Suppression(span, names, (match["reason"] or "").strip(), Span(target.start, reach))


def _names(text: str, start: int, end: int) -> tuple[Name, ...]:
    return tuple(Name(match[0], Span(*match.span())) for match in _NAME.finditer(text, start, end))
