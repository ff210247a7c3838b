"""The comments that silence rules: where they are, which rules they name, how far they reach."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from contentlint.document import Document, once
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.spans import Stretches
from contentlint.text import Span
from contentlint.words import Words

_OUR_NAME = Words("contentlint", "Contentlint", "ContentLint", "CONTENTLINT")
_COMMENT = pattern(
    r"\s*(?:/\*\s*)?contentlint-(?P<verb>disable-next-line|disable-file|disable|enable)(?![\w-]):?\s*(?P<names>.*?)\s*(?:\*/\s*)?\Z",
    re.DOTALL,
)
_SPOKEN = r"(?:disable|enable|ignore)(?:[-_][\w-]+)?(?=[\s\[(]|\Z)"
_LOOSE = rf"(?P<loose>(?i:contentlint(?:[-_:][ \t]*|[ \t]+){_SPOKEN}))"  # in prose too
_DIRECTIVE = pattern(rf"\s*(?:/\*\s*)?(?P<word>contentlint(?:-[\w-]+|:[ \t]*[\w-]+|[ \t]+{_SPOKEN})|{_LOOSE})")
_FRONT_DIRECTIVE = pattern(
    r"#[ \t]*(?P<word>(?!contentlint:[ \t]*(?:ignore|schema)(?![\w-]))"
    rf"(?:contentlint(?::[ \t]*[\w-]+|(?:-|[ \t]+){_SPOKEN})|{_LOOSE}))"
)
_NAME_BEHIND = pattern(r"[\s:(\[]*+([\w-]+)")
DIRECTIVES = (
    "contentlint-disable-next-line", "contentlint-disable-file", "contentlint-disable", "contentlint-enable", "contentlint: ignore",
)  # fmt: skip
# word processors make one dash of two
_REASON = pattern(r"(?:(?:\s|\A)(?:-{1,3}|[–—])|(?<=\w):)(?:\s+(?P<reason>.*))?\Z", re.DOTALL)
_IGNORE = pattern(
    r"#[ \t]*contentlint:[ \t]*ignore(?![\w-])(?:\[(?P<names>[^\]\r\n]*+)\])?"
    r"(?:[ \t]*--[ \t]*(?P<reason>[^\r\n]*+))?"
)
_NAME = pattern(r"[^,\s:]+")


def plain(name: str) -> str:
    """As rules and groups are called: `front_matter` is another spelling of `front-matter`."""
    return name.replace("_", "-")


class Name(NamedTuple):
    """A rule's (or group's) name in a suppression, and its place."""

    text: str
    span: Span

    @property
    def plain(self) -> str:
        """The name as rules and groups are called."""
        return plain(self.text)


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
        """Whether it silences all below it, until a comment enables that again."""
        return not self.closes and self.effect.start == self.span.end


class UnknownDirective(NamedTuple):
    """A comment that speaks to contentlint in words that it does not know."""

    span: Span
    word: str
    names_rule: bool  # right behind the word


Pair = tuple[Suppression, Name]


class Effects:
    """What the suppressions of an article silence, asked in time that does not grow with their number."""

    def __init__(self, comments: Iterable[Suppression]) -> None:
        self._throughout: dict[str, Pair] = {}  # by name
        self._ranges: dict[str, list[Pair]] = {}
        stretches: dict[str, list[tuple[Span, Pair]]] = {}
        self._ends: dict[str, list[int]] = {}
        for comment in sorted(comments):
            for name in comment.names:
                if comment.closes:
                    self._ends.setdefault(name.plain, []).append(comment.span.start)
                elif comment.opens_range:
                    self._ranges.setdefault(name.plain, []).append((comment, name))
                elif not comment.effect.start:
                    self._throughout.setdefault(name.plain, (comment, name))
                else:
                    stretches.setdefault(name.plain, []).append((comment.effect, (comment, name)))
        self._stretches = {name: Stretches(pairs) for name, pairs in stretches.items()}

    def silencing(self, rule: str, group: str, at: int) -> list[Pair]:
        """The comments, and the names in them, that silence a finding that begins here: of those for the whole file and
        of those with an open end one each, which does for all."""
        found: list[Pair] = []
        for name in (rule, group):
            if name in self._throughout:
                found.append(self._throughout[name])
            ranges = self._ranges.get(name, [])
            last = bisect_right(ranges, at, key=_effect_start) - 1
            if last >= 0 and not self._is_ended(ranges[last][0].span.end, at, (rule, group)):
                found.append(ranges[last])
            if name in self._stretches:
                found += self._stretches[name].over(at)
        return found

    def _is_ended(self, start: int, at: int, names: Iterable[str]) -> bool:
        for ends in (self._ends.get(name, []) for name in names):
            index = bisect_left(ends, start)
            if index < len(ends) and ends[index] <= at:
                return True
        return False


def _effect_start(pair: Pair) -> int:
    return pair[0].effect.start


def speaks_to_us(document: Document) -> bool:
    """Whether contentlint is named anywhere, as suppressions must."""
    return _OUR_NAME.are_in(document)


@once
def suppressions(document: Document) -> tuple[Suppression, ...]:
    """Every suppression of an article, in order; inside code there is none."""
    if not speaks_to_us(document):
        return ()
    return (*_in_front_matter(document), *_in_body(document))


def unknown_directives(document: Document) -> Iterator[UnknownDirective]:
    """Comments that speak to contentlint in words it does not know; in loose spelling only those that name a rule."""
    if not speaks_to_us(document):
        return
    for span, end, match in _spoken(document):
        names_rule = _names_rule(document, match.end(), end)
        if names_rule or not match["loose"]:
            yield UnknownDirective(span, match["word"], names_rule)


def _spoken(document: Document) -> Iterator[tuple[Span, int, re.Match[str]]]:
    """What may be such comments, each with its end and its first word."""
    for node in _comments(document):
        match = _DIRECTIVE.match(document.text, node.content.start, node.content.end)
        if match and not _COMMENT.match(document.text, node.content.start, node.content.end):
            yield node.span, node.content.end, match
    front_matter = document.front_matter
    if front_matter is not None and front_matter.syntax in ("yaml", "toml"):
        for match in _FRONT_DIRECTIVE.finditer(document.text, front_matter.content.start, front_matter.content.end):
            if not front_matter.scalars.hold(match.start()):
                yield Span(*match.span()), document.source.line_span(match.start()).end, match


def _names_rule(document: Document, start: int, end: int) -> bool:
    match = _NAME_BEHIND.match(document.text, start, end)
    return match is not None and not document.setting.known_rules.isdisjoint((match[1], plain(match[1])))


def _comments(document: Document) -> list[Node]:
    """The body's comments, those of HTML before MDX's."""
    return [*document.all("comment", samples=True), *document.all("expression")]


def _in_body(document: Document) -> Iterator[Suppression]:
    for node in sorted(_comments(document), key=lambda node: node.span):
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
        if line.end == length - 1:
            return Span(length, length)
        following = document.source.line_span(line.end)
        is_last = following.end == length - 1 and not document.source.flat.endswith("\n")
        return Span(following.start, length) if is_last else following  # a line end that is missing belongs to it
    return Span(node.span.end, length)


def _in_front_matter(document: Document) -> Iterator[Suppression]:
    front_matter = document.front_matter
    if front_matter is None or front_matter.syntax not in ("yaml", "toml"):
        return
    tops = sorted((field.key.start, field.value.end) for field in front_matter.top if field.key)
    for match in _IGNORE.finditer(document.text, front_matter.content.start, front_matter.content.end):
        span = Span(*match.span())
        if front_matter.scalars.hold(span.start):
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
