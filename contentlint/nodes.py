"""What stands in the body of an article, as data: elements, links, images, headings, comments, code, templates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Literal, NamedTuple, Protocol

from contentlint.address import TYPOGRAPHIC
from contentlint.text import Span, as_span

NOTHING = Span(-1, -1)
_BLANK = "[ \t\n\f\r]+"
_TAG_KINDS = frozenset({"element", "link", "image", "heading"})


class Attribute(NamedTuple):
    """An attribute of a tag: `value` is decoded; `value_span` is the value as written, without quotes."""

    name: str
    value: str
    span: Span
    value_span: Span | None

    @property
    def runs_on(self) -> bool:
        """Whether a typographic quote begins the value, which no browser knows, so that it ends before the one that was to
        close it and the rest became attributes."""
        return self.value[:1] in TYPOGRAPHIC and self.value[1:][-1:] not in TYPOGRAPHIC


as_attribute: Callable[[tuple[str, str, Span, Span | None]], Attribute] = partial(tuple.__new__, Attribute)
"""`Attribute(*values)` at half its price, for the many attributes of parsing."""


def tokens(value: str) -> list[str]:
    """What the white space of HTML parts in a value; a hard blank parts nothing:
    https://infra.spec.whatwg.org/#split-on-ascii-whitespace"""
    return value.split() if value.isascii() else [each for each in re.split(_BLANK, value) if each]


UNKNOWN = frozenset({"template", "expression"})  # kinds of nodes: what they write is not known


class Node:
    """A thing in the body, whoever wrote it: HTML, Markdown or a template engine. Only the parser changes one.

    `kind` and `name`:

    - element, heading, image, link: the tag in lower case; of Markdown h1 to h6, inline, reference, autolink, definition
    - component: the tag as written, in MDX
    - end-tag: the tag, where it closes nothing
    - code: span, fence, indented; raw, what a template engine is told to leave as it is
    - comment: "" or unclosed
    - template; expression, in MDX: "", comment, or esm where it is an import or export
    - becomes-code: HTML that its author meant, which Markdown shows as code
    - declaration, doctype
    - loose-tag, loose-link: text to CommonMark, a tag or a link (or the definition of one) to looser programs

    `span` is the start tag of an HTML element, else the whole thing; `content` is what stands inside; `end_tag` is
    None where nothing closes the element. `sample` is True inside `<pre>` and `<code>`.
    """

    __slots__ = (
        "attributes", "content", "end_tag", "kind", "markup", "name", "namespace", "parent", "sample", "span",
    )  # fmt: skip

    def __init__(
        self,
        kind: str,
        name: str,
        span: Span,
        content: Span = NOTHING,
        end_tag: Span | None = None,
        attributes: tuple[Attribute, ...] = (),
        parent: Node | None = None,
        markup: Literal["html", "markdown"] = "html",
        namespace: str = "html",
    ) -> None:
        self.kind, self.name, self.span, self.content, self.end_tag = kind, name, span, content, end_tag
        self.attributes, self.parent, self.markup, self.namespace = attributes, parent, markup, namespace
        self.sample = False

    @property
    def whole(self) -> Span:
        """From the start tag to the end tag, or to where the element's content ends."""
        start, end = self.span
        return as_span((start, self.end_tag[1] if self.end_tag is not None else max(end, self.content[1])))

    def attribute(self, name: str) -> Attribute | None:
        """The attribute of this name that a browser heeds: the first."""
        for attribute in self.attributes:
            if attribute[0] == name:
                return attribute
        return None

    def get(self, name: str) -> str | None:
        """The decoded value of an attribute; "" for a bare one, None where there is none."""
        attribute = self.attribute(name)
        return attribute.value if attribute is not None else None

    def heeds(self, attribute: Attribute) -> bool:
        """Whether a browser heeds this one of its attributes: of several with one name, the first."""
        return self.attribute(attribute[0]) is attribute

    @property
    def target(self) -> Attribute | None:
        """Where a link leads, or what a picture shows."""
        return self.attribute("src" if self.kind == "image" else "href")

    @property
    def relations(self) -> frozenset[str]:
        """What the attribute `rel` says, in small letters."""
        return frozenset(tokens((self.get("rel") or "").lower()))

    @property
    def words(self) -> frozenset[str]:
        """The classes of an element."""
        return frozenset(tokens(self.get("class") or ""))

    @property
    def level(self) -> int:
        """The level of a heading, 1 to 6."""
        return int(self.name[1]) if self.kind == "heading" else 0

    @property
    def is_in_head(self) -> bool:
        """Whether it is a page's <head> or stands in one."""
        return self.name == "head" or any(node.name == "head" for node in self.ancestors())

    def ancestors(self) -> Iterator[Node]:
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


def _no_nodes() -> tuple[Node, ...]:
    return ()


@dataclass(frozen=True)
class Body:
    """All nodes in the order of their places, and `texts`: the stretches a reader reads (character references
    and Markdown's own marks as written). `blocks` are Markdown's blocks in order, none in HTML."""

    span: Span = Span(0, 0)
    nodes: tuple[Node, ...] = field(default_factory=_no_nodes)
    texts: tuple[Span, ...] = ()
    blocks: Sequence[Block] = ()


class Block(Protocol):
    """A block of Markdown: text, heading, html, fence, indented or definition. Text `may_be_table` unless it is known to be
    none."""

    @property
    def kind(self) -> str: ...
    @property
    def may_be_table(self) -> bool: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Index:
    """Nodes by kind, elements by tag, attributes by name; every element that is HTML is an "element" too.

    `shown_kinds` and so on leave out what stands in samples.
    """

    def __init__(self, nodes: Iterable[Node]) -> None:
        self.kinds: defaultdict[str, list[Node]] = defaultdict(list)
        self.tags: defaultdict[str, list[Node]] = defaultdict(list)
        self.attributes: defaultdict[str, list[tuple[Node, Attribute]]] = defaultdict(list)
        has_samples = False
        kinds, tags, attributes = self.kinds, self.tags, self.attributes
        elements: list[Node] = []
        for node in nodes:
            kind = node.kind
            if node.sample:
                has_samples = True
            if node.markup == "html" and kind in _TAG_KINDS:
                elements.append(node)
                tags[node.name].append(node)
                for attribute in node.attributes:
                    attributes[attribute[0]].append((node, attribute))
                if kind == "element":
                    continue
            kinds[kind].append(node)
        if elements:
            kinds["element"] = elements
        self.shown_kinds: Mapping[str, list[Node]] = kinds
        self.shown_tags: Mapping[str, list[Node]] = tags
        self.shown_attributes: Mapping[str, list[tuple[Node, Attribute]]] = attributes
        if has_samples:
            self.shown_kinds = {name: [node for node in found if not node.sample] for name, found in kinds.items()}
            self.shown_tags = {name: [node for node in found if not node.sample] for name, found in tags.items()}
            self.shown_attributes = {
                name: [pair for pair in found if not pair[0].sample] for name, found in attributes.items()
            }
