"""Rules without code: a CSS selector, a pattern or a front matter key from the config becomes a rule like any other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from contentlint.document import Document, Field, Node, once
from contentlint.entries import removal_of
from contentlint.errors import ConfigError
from contentlint.rule import Finding, Fix, Rule, Safety, Severity, removal
from contentlint.text import Edit, Span

GROUP = "custom"
SCOPES = ("text", "comments", "attributes", "front-matter", "source")
FIXES = ("remove", "unwrap")
_SECONDS = 1.0  # for one pattern over one article

SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "required": ["name", "message"],
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "description": "The rule's name, in kebab-case."},
        "message": {"type": "string", "minLength": 1, "description": "What is said of each place."},
        "selector": {"type": "string", "description": "A CSS selector: the elements it matches are found."},
        "pattern": {"type": "string", "description": "A regular expression: what it matches is found."},
        "scope": {"enum": list(SCOPES), "default": "text", "description": "Where the pattern is looked for."},
        "key": {"type": "string", "description": "A front matter key that is found; with a pattern, only where its value matches."},
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
            object.__setattr__(rule, "severity", Severity(entry["severity"]))
        rule.prove()
        return rule

    def prove(self) -> None:
        if bool(self.selector) + bool(self.pattern or self.key) != 1:
            raise ConfigError(f'the custom rule "{self.name}" needs one of: selector, pattern, key')
        if self.fix and self.replace is not None:
            raise ConfigError(f'the custom rule "{self.name}" has both "fix" and "replace": choose one')
        if self.fix == "unwrap" and not self.selector:
            raise ConfigError(f'the custom rule "{self.name}": only what a selector finds can be unwrapped')
        if self.selector:
            import soupsieve

            try:
                soupsieve.compile(self.selector)
            except soupsieve.SelectorSyntaxError as error:
                reason = str(error).splitlines()[0]
                raise ConfigError(f'the selector of the custom rule "{self.name}" cannot be used: {reason}') from None
        if self.pattern:
            import regex

            try:
                regex.compile(self.pattern)
            except regex.error as error:
                raise ConfigError(f'the pattern of the custom rule "{self.name}" cannot be used: {error}') from None

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
        if document.front_matter is None:
            return
        path = tuple(self.key.split("."))
        entry = document.front_matter.fields.get(path)
        if entry is None or entry.key is None:
            return
        if self.pattern:
            yield from self._of_pattern(document, iter([entry.value]))
            return
        yield self.finding(entry.key, self.message, self._fix_of_key(document, entry))

    def _fix_of_key(self, document: Document, entry: Field) -> Fix | None:
        if self.replace is not None:
            return Fix("Replace the value", (Edit(entry.value, self.replace),), self.safety)
        edit = removal_of(document, entry) if self.fix == "remove" and len(entry.path) == 1 else None
        return Fix("Remove the key", (edit,), self.safety) if edit else None

    # -- patterns -----------------------------------------------------------------------------------------------

    def _of_pattern(self, document: Document, places: Iterator[Span]) -> Iterator[Finding]:
        import regex

        compiled = regex.compile(self.pattern)
        for place in places:
            try:
                for match in compiled.finditer(document.text, place.start, place.end, timeout=_SECONDS):
                    if match.end() > match.start():
                        span = Span(match.start(), match.end())
                        yield self.finding(span, self.message, self._fix_of_match(document, span, match))
            except TimeoutError:
                message = f'the pattern of the rule "{self.name}" took longer than {_SECONDS:g} s here and was stopped: make it simpler'
                yield self.finding(Span(place.start, place.start), message)
                return

    def _fix_of_match(self, document: Document, span: Span, match: Any) -> Fix | None:
        if document.has_template(span):
            return None
        if self.replace is not None:
            return Fix("Replace it", (Edit(span, match.expand(self.replace)),), self.safety)
        return Fix("Remove it", (removal(document, span),), self.safety) if self.fix == "remove" else None

    # -- elements -----------------------------------------------------------------------------------------------

    def _fix_of(self, document: Document, node: Node) -> Fix | None:
        whole = node.whole
        if self.replace is not None:
            return Fix("Replace it", (Edit(whole, self.replace),), self.safety)
        if self.fix == "remove" and (node.end_tag is not None or whole == node.span):
            return Fix("Remove it", (removal(document, whole),), self.safety)
        if self.fix == "unwrap" and node.content.start >= 0 and (node.end_tag is not None or node.markup == "markdown"):
            edits = (Edit(Span(whole.start, node.content.start), ""), Edit(Span(node.content.end, whole.end), ""))
            return Fix("Remove the tags around it", edits, self.safety)
        return None


def _places(document: Document, scope: str) -> Iterator[Span]:
    if scope == "text":
        yield from document.prose
    elif scope == "comments":
        yield from (node.content for node in document.all("comment"))
    elif scope == "attributes":
        for node in document.all("element"):
            yield from (attribute.value_span for attribute in node.attributes if attribute.value_span is not None)
    elif scope == "front-matter":
        if document.front_matter is not None:
            yield document.front_matter.content
    else:
        yield Span(0, len(document.text))


# -- CSS ------------------------------------------------------------------------------------------------------------

_MARKDOWN_TAGS = {"link": "a", "image": "img"}


def selected(document: Document, selector: str) -> list[Node]:
    """The nodes that a CSS selector matches: HTML elements, and the links, images and headings of Markdown."""
    import soupsieve

    soup, nodes = _tree(document)
    return [nodes[id(tag)] for tag in soupsieve.select(selector, soup)]


@once
def _tree(document: Document) -> tuple[Any, dict[int, Node]]:
    """BeautifulSoup's tree of the body, and the node each tag stands for; samples are left out."""
    from bs4 import BeautifulSoup
    from bs4.element import NavigableString

    soup = BeautifulSoup("", "html.parser")
    tags: dict[int, Any] = {}
    nodes: dict[int, Node] = {}
    texts = iter([*document.body.texts, Span(len(document.text) + 1, len(document.text) + 1)])
    text = next(texts)
    innermost: list[tuple[int, Any]] = [(len(document.text) + 1, soup)]

    def add_texts(before: int) -> None:
        nonlocal text
        while text.start < before:
            while innermost[-1][0] <= text.start:
                innermost.pop()
            innermost[-1][1].append(NavigableString(document.text[text.start : text.end]))
            text = next(texts)

    for node in document.body.nodes:
        name = _MARKDOWN_TAGS.get(node.kind, node.name) if node.markup == "markdown" else node.name
        if node.sample or node.kind not in ("element", "link", "image", "heading", "component"):
            continue
        add_texts(node.span.start)
        parent = tags.get(node.parent.span.start, soup) if node.parent is not None else soup
        attributes: dict[str, Any] = {}
        for attribute in node.attributes:
            attributes.setdefault(
                attribute.name, attribute.value.split() if attribute.name == "class" else attribute.value
            )
        tag = soup.new_tag(name, attrs=attributes)
        nodes[id(tag)] = node
        parent.append(tag)
        tags[node.span.start] = tag
        innermost.append((node.whole.end, tag))
    add_texts(len(document.text) + 1)
    return soup, nodes
