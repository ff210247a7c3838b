"""Rules without code: a CSS selector, a pattern or a front matter key from the config becomes a rule like any other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from contentlint.css import prove_selector, selected
from contentlint.document import Document
from contentlint.entries import removal_of
from contentlint.errors import ConfigError, OptionError
from contentlint.fields import Field
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.removals import unwrapping
from contentlint.rule import Finding, Fix, Rule, Safety, Severity
from contentlint.spelling import inner, spelled
from contentlint.text import Edit, Span

GROUP = "custom"
SCOPES = ("text", "comments", "attributes", "front-matter", "source")
FIXES = ("remove", "unwrap")
_LITERAL = pattern(r"true|false|null|-?\d+(?:\.\d+)?|[\[{\"'].*", re.DOTALL)  # what a config may mean as it is written
_SECONDS = 1.0  # for one pattern over one article

SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "required": ["name", "message"],
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "description": "The rule's name, in kebab-case."},
        "message": {"type": "string", "minLength": 1, "description": "What is said of each place."},
        "selector": {"type": "string", "description": "A CSS selector: the elements it matches are reported."},
        "pattern": {"type": "string", "description": "A regular expression: what it matches is reported."},
        "scope": {"enum": list(SCOPES), "default": "text", "description": "Where the pattern is looked for."},
        "key": {"type": "string", "description": "A front matter key that is reported; with a pattern, only where its value matches."},
        "fix": {"enum": list(FIXES), "description": "Remove what is found, or only the tags around it."},
        "replace": {"type": "string", "description": r"Put this in its place; \1 is the pattern's first group."},
        "safety": {"enum": ["safe", "unsafe"], "default": "unsafe", "description": "Whether --fix may apply the fix."},
        "severity": {"enum": [each.value for each in Severity], "default": "warning"},
        "description": {"type": "string", "description": "Why it matters."},
    },
}  # fmt: skip


@dataclass(frozen=True)
class CustomRule(Rule):
    """A rule of this project's own."""

    name: str = ""  # type: ignore[misc]
    message: str = ""
    selector: str = ""
    pattern: str = ""
    scope: str = "text"
    key: str = ""
    fix: str = ""
    replace: str | None = None
    safety: Safety = Safety.UNSAFE

    group = GROUP

    @classmethod
    def made(cls, entry: Mapping[str, Any]) -> CustomRule:
        """The rule of one `[[custom-rules]]` table that fits `SCHEMA`.

        Raises:
            ConfigError: it asks for nothing, or its selector or pattern cannot be used.
        """
        values = {name: value for name, value in entry.items() if name not in ("severity", "description")}
        values["safety"] = Safety(values.get("safety", "unsafe"))
        rule = cls(**values)
        if "severity" in entry:
            rule = rule.with_severity(Severity(entry["severity"]))
        rule.prove()
        return rule

    def prove(self) -> None:
        if self.selector and (self.pattern or self.key):
            other = "pattern" if self.pattern else "key"
            raise ConfigError(f'the custom rule "{self.name}" has both "selector" and "{other}": choose one')
        if not (self.selector or self.pattern or self.key):
            raise ConfigError(f'the custom rule "{self.name}" needs one of: selector, pattern, key')
        if self.fix and self.replace is not None:
            raise ConfigError(f'the custom rule "{self.name}" has both "fix" and "replace": choose one')
        if self.fix == "unwrap" and not self.selector:
            raise ConfigError(f'the custom rule "{self.name}": only what a selector finds can be unwrapped')
        if self.selector:
            self._prove("selector", "selector", lambda: prove_selector(self.selector))
        if self.pattern:
            self._prove("pattern", "pattern", self._compiled)
        if self.pattern and self.replace is not None:
            self._prove("replace", "replacement", self._prove_replacement)

    def _prove(self, option: str, what: str, use: Callable[[], object]) -> None:
        import regex

        try:
            use()
        except (regex.error, ValueError, IndexError, KeyError, RecursionError) as error:
            reason = str(error)
            if isinstance(error, (IndexError, KeyError)):
                reason = f"there is {reason}" if reason.startswith("no ") else f"there is no {reason}"
            raise OptionError(f'the {what} of the custom rule "{self.name}" cannot be used: {reason}', option) from None

    def _compiled(self) -> Any:
        import regex

        return regex.compile(self.pattern)

    def _prove_replacement(self) -> None:
        import regex

        compiled = self._compiled()
        names = {number: name for name, number in compiled.groupindex.items()}
        groups = range(1, compiled.groups + 1)
        empty = "".join(f"(?P<{names[number]}>)" if number in names else "()" for number in groups)
        match = regex.compile(empty).match("")
        assert match is not None
        match.expand(self.replace or "")

    def check(self, document: Document) -> Iterator[Finding]:
        if self.selector:
            for node in selected(document, self.selector):
                yield self.finding(
                    node.whole if self.fix == "remove" else node.span, self.message, self._fix_of(document, node)
                )
        elif self.key:
            yield from self._of_key(document)
        else:
            yield from self._of_pattern(document, _places(document, self.scope))

    # -- front matter -------------------------------------------------------------------------------------------

    def _of_key(self, document: Document) -> Iterator[Finding]:
        entry = document.fields.get((self.key,)) or document.fields.get(tuple(self.key.split(".")))
        if entry is None or entry.key is None:
            return
        if self.pattern:
            for finding in self._of_pattern(document, iter([_Place(inner(document, entry))])):
                yield finding._replace(fix=self._fix_of_matches(document, entry) if finding.fix else None)
        elif entry.value.of(document.text) != self.replace and str(entry.data) != self.replace:
            yield self.finding(entry.key, self.message, self._fix_of_key(document, entry))

    def _fix_of_key(self, document: Document, entry: Field) -> Fix | None:
        if self.replace is not None:
            new = self.replace
            if isinstance(entry.data, str) and not _LITERAL.fullmatch(new):
                new = spelled(document, entry, self.replace) or new
            return Fix("Replace the value", (Edit(entry.value, new),), self.safety)
        edit = removal_of(document, entry) if self.fix == "remove" else None
        return Fix("Remove the key", (edit,), self.safety) if edit else None

    def _fix_of_matches(self, document: Document, entry: Field) -> Fix | None:
        """What becomes of the key whose value matches: it goes, or all matches in its value are replaced, in quotes where
        the new value needs them."""
        if self.replace is None or not isinstance(entry.data, str):
            return self._fix_of_key(document, entry)
        try:
            new = spelled(document, entry, self._compiled().sub(self.replace, entry.data, timeout=_SECONDS))
        except (TimeoutError, MemoryError, RecursionError):
            return None
        return Fix("Replace it", (Edit(entry.value, new),), self.safety) if new else None

    # -- patterns -----------------------------------------------------------------------------------------------

    def _of_pattern(self, document: Document, places: Iterator[_Place]) -> Iterator[Finding]:
        compiled = self._compiled()
        for place in places:
            piece = _Piece(document.text, place.span)
            try:
                for match in compiled.finditer(piece.text, timeout=_SECONDS):
                    if match.end() > match.start():
                        span = piece.span(match.start(), match.end())
                        new = match.expand(self.replace) if self.replace is not None else None
                        if new != match[0]:
                            yield self.finding(span, self.message, self._fix_of_match(document, span, new, place))
            except (TimeoutError, MemoryError, RecursionError):
                message = f'the pattern of the rule "{self.name}" took longer than {_SECONDS:g} s here and was stopped: make it simpler'
                yield self.finding(Span(place.span.start, place.span.start), message)
                return

    def _fix_of_match(self, document: Document, span: Span, new: str | None, place: _Place) -> Fix | None:
        if document.has_template(span):
            return None
        if new is not None:
            return Fix("Replace it", (Edit(span, place.escaped(new)),), self.safety)
        return Fix.removing("Remove it", document, span, self.safety) if self.fix == "remove" else None

    # -- elements -----------------------------------------------------------------------------------------------

    def _fix_of(self, document: Document, node: Node) -> Fix | None:
        whole = node.whole
        if any(
            inside.kind == "template" and document.text.startswith("{%", inside.span.start)
            for inside in document.nodes_in(whole)
        ):
            return None  # half of an if or a loop would stay
        if self.replace is not None:
            return Fix("Replace it", (Edit(whole, self.replace),), self.safety)
        if self.fix == "remove" and (node.end_tag is not None or whole == node.span):
            return Fix.removing("Remove it", document, whole, self.safety)
        if self.fix == "unwrap" and node.end_tag is not None:
            return Fix("Remove the tags around it", unwrapping(document, node), self.safety)
        if self.fix == "unwrap" and node.content.start >= 0 and node.markup == "markdown":
            edits = (Edit(Span(whole.start, node.content.start), ""), Edit(Span(node.content.end, whole.end), ""))
            return Fix("Remove the marks around it", edits, self.safety)
        return None


class _Place(NamedTuple):
    """Where a pattern is looked for; `quote` is what stands around an attribute's value, None outside of attributes."""

    span: Span
    quote: str | None = None
    is_markdown: bool = False

    def escaped(self, text: str) -> str:
        """What to write here so that it reads as this text."""
        if self.is_markdown:
            return "".join(f"%{ord(char):02X}" if char in " \t\n()<>" else char for char in text)
        if self.quote is None:
            return text
        forbidden = self.quote or " \t\n\"'<>`="
        return "".join(f"&#{ord(char)};" if char in forbidden else char for char in text)


class _Piece:
    """A stretch of text to match a pattern on, with every line end as "\\n", and the way back to the places in it."""

    def __init__(self, text: str, span: Span) -> None:
        written = span.of(text)
        self._start = span.start
        self._dropped: list[int] = []  # of each CR before an LF, where the LF stands in `text`
        self.text = written.replace("\r\n", "\n").replace("\r", "\n") if "\r" in written else written
        if len(self.text) < len(written):
            ends = (match.start() for match in re.finditer("\r\n", written))
            self._dropped = [end - count for count, end in enumerate(ends)]

    def span(self, start: int, end: int) -> Span:
        return Span(self._place(start), self._place(end))

    def _place(self, at: int) -> int:
        return self._start + at + bisect_left(self._dropped, at)


def _places(document: Document, scope: str) -> Iterator[_Place]:
    if scope == "text":
        yield from map(_Place, document.prose)
    elif scope == "comments":
        comments = [*document.all("comment"), *(node for node in document.all("expression") if node.name == "comment")]
        yield from (_Place(node.content) for node in sorted(comments, key=lambda node: node.span))
    elif scope == "attributes":
        yield from _values(document)
    elif scope == "front-matter":
        if document.front_matter is not None:
            yield _Place(document.front_matter.content)
    else:
        yield _Place(Span(0, len(document.text)))


def _values(document: Document) -> Iterator[_Place]:
    """The values of HTML's attributes and the addresses and titles of Markdown's links and images, in order."""
    for node in document.body.nodes:
        is_markdown = node.markup == "markdown" and node.kind in ("link", "image")
        if node.sample or not (is_markdown or node.markup == "html"):
            continue
        for attribute in node.attributes:
            span = attribute.value_span
            if span is not None and not (is_markdown and attribute.name == "alt"):
                before = document.text[span.start - 1]
                yield _Place(span, before if before in "\"'" else "", is_markdown)
