"""An article as data: front matter, nodes of the body, and what could not be read. Nothing here knows rules or files."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, Concatenate, Literal, NamedTuple, ParamSpec, Protocol, TypeVar, cast

from contentlint.setting import Setting, is_site_part
from contentlint.text import BOM, Edit, Source, Span

Path = tuple[str | int, ...]
Language = Literal["markdown", "mdx", "html"]
Style = Literal["plain", "single", "double", "literal", "folded", "mapping", "sequence"]
NOTHING = Span(-1, -1)


class Problem(NamedTuple):
    """Something parsing could not make sense of, told by the rule that has this `kind` as its `problem`.

    `mend` is what a person would probably do about it.
    """

    kind: str
    span: Span
    message: str
    mend: tuple[Edit, ...] = ()
    mend_title: str = ""


class Field(NamedTuple):
    """A front matter value and its place; `key` is None for an item of a list."""

    path: Path
    key: Span | None
    value: Span
    data: Any
    style: Style = "plain"

    @property
    def name(self) -> str:
        return str(self.path[-1])


@dataclass(frozen=True)
class FrontMatter:
    """The block of metadata at an article's head.

    `span` takes in the fences; `opening` and `closing` are the fences' lines without line end (empty where there
    is none); `fields` has each key and list item by its path; dates in `data` are text as written. `readable` is
    False where `data` is not what the author meant: it did not parse, or is in an engine that is left alone.
    """

    syntax: str
    span: Span
    opening: Span
    content: Span
    closing: Span
    data: Mapping[str, Any] = field(default_factory=dict)
    fields: Mapping[Path, Field] = field(default_factory=dict)
    readable: bool = True

    @cached_property
    def top(self) -> tuple[Field, ...]:
        """The top-level fields in the order they are written."""
        return tuple([entry for path, entry in self.fields.items() if len(path) == 1])

    def first(self, *keys: str) -> Field | None:
        """The first of these top-level keys that is there."""
        return next((self.fields[(key,)] for key in keys if (key,) in self.fields), None)


class Attribute(NamedTuple):
    """An attribute of a tag: `value` is decoded; `value_span` is the value as written, without quotes."""

    name: str
    value: str
    span: Span
    value_span: Span | None


class Node:
    """A thing in the body, whoever wrote it: HTML, Markdown or a template engine. Only the parser changes one.

    `kind` is one of element, link, image, heading, component, comment, code, template, expression, end-tag,
    becomes-code, declaration. `name` says more: the tag in lower case, or the Markdown form (`inline`, `autolink`,
    `reference`, `definition`, `atx`, `setext`, `fence`, `span`, `indented`).
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
        if self.end_tag is not None:
            return Span(self.span.start, self.end_tag.end)
        return Span(self.span.start, max(self.span.end, self.content.end))

    def attribute(self, name: str) -> Attribute | None:
        """The attribute of this name that a browser heeds: the first."""
        for attribute in self.attributes:
            if attribute.name == name:
                return attribute
        return None

    def get(self, name: str) -> str | None:
        """The decoded value of an attribute; "" for a bare one, None where there is none."""
        attribute = self.attribute(name)
        return attribute.value if attribute is not None else None

    @property
    def words(self) -> frozenset[str]:
        """The classes of an element."""
        return frozenset((self.get("class") or "").split())

    @property
    def level(self) -> int:
        """The level of a heading, 1 to 6."""
        return int(self.name[1]) if self.kind == "heading" else 0

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
    """A block of Markdown: text, heading, html, fence, indented or definition."""

    @property
    def kind(self) -> str: ...
    @property
    def start(self) -> int: ...


@dataclass(frozen=True, eq=False)
class Document:
    """An article as data; every span in it is a place in `source`."""

    source: Source
    language: Language
    front_matter: FrontMatter | None
    body: Body
    problems: tuple[Problem, ...] = ()
    setting: Setting = field(default_factory=Setting)
    answers: dict[Any, Any] = field(default_factory=dict, init=False, repr=False)  # what `once` remembers

    @cached_property
    def text(self) -> str:
        return self.source.text

    @cached_property
    def data(self) -> Mapping[str, Any]:
        """The front matter's values; empty where it is missing or unreadable."""
        return self.front_matter.data if self.front_matter and self.front_matter.readable else {}

    @cached_property
    def speaks_to_us(self) -> bool:
        """Whether contentlint is named anywhere, as suppressions must."""
        return "contentlint" in self.text

    @property
    def is_whole_page(self) -> bool:
        """Whether this is an HTML document of its own rather than an article that a generator puts into a page."""
        return self.language == "html" and ("html" in self._index.tags or "doctype" in self._index.kinds)

    @property
    def is_site_part(self) -> bool:
        """Whether this is HTML that a site is built with, by its folder: a layout, a partial, a theme's page."""
        return self.language == "html" and is_site_part(self.source.path)

    @cached_property
    def head(self) -> Span:
        """Where a missing front matter key is told: the opening fence, or the first line's first character."""
        if self.front_matter is None or not self.front_matter.opening.end:
            start = len(BOM) if self.source.has_bom else 0
            return Span(start, start)
        return self.front_matter.opening

    def all(self, kind: str, *, samples: bool = False) -> Sequence[Node]:
        """Every node of a kind, in order. Every HTML tag is an "element" besides its own kind.

        What stands in `<pre>` or `<code>` is left out unless `samples` is asked for: it is shown, yet it runs.
        """
        index = self._index
        found = index.kinds.get(kind, ())
        return found if samples or not index.has_samples else [node for node in found if not node.sample]

    def tags(self, *names: str, samples: bool = False) -> Iterator[Node]:
        """Every HTML element with one of these names, grouped by name."""
        index, found = self._index, list[Node]()
        for name in names:
            if name in index.tags:
                found += index.tags[name]
        return iter(found if samples or not index.has_samples else [node for node in found if not node.sample])

    def attributes(self, *names: str, samples: bool = False) -> Iterator[tuple[Node, Attribute]]:
        """Every HTML attribute with one of these names, with its element."""
        index, found = self._index, list[tuple[Node, Attribute]]()
        for name in names:
            if name in index.attributes:
                found += index.attributes[name]
        return iter(found if samples or not index.has_samples else [pair for pair in found if not pair[0].sample])

    @property
    def attribute_names(self) -> Collection[str]:
        return self._index.attributes.keys()

    @property
    def tag_names(self) -> Collection[str]:
        return self._index.tags.keys()

    @cached_property
    def signs(self) -> frozenset[str]:
        """What there is at all, as rules name what they need: kinds of nodes ("image"), tags ("<style>"), attributes
        ("style="), problems ("!duplicate-key")."""
        index = self._index
        problems = ["!" + problem.kind for problem in self.problems]
        return frozenset(
            (*index.kinds, *map("<%s>".__mod__, index.tags), *map("%s=".__mod__, index.attributes), *problems)
        )

    def has_template(self, span: Span) -> bool:
        """Whether a template or an MDX expression stands inside these characters."""
        starts, spans = self._templates
        at = bisect_right(starts, span.end - 1) - 1
        return at >= 0 and spans[at].end > span.start

    def before_template(self, span: Span) -> str:
        """What is written in these characters up to the first template or MDX expression."""
        starts, spans = self._templates
        at = max(bisect_right(starts, span.start) - 1, 0)
        inside = (each.start for each in spans[at:] if each.end > span.start)
        return self.text[span.start : max(min(next(inside, span.end), span.end), span.start)]

    def in_code(self, offset: int) -> bool:
        """Whether white space at this offset is kept as it is: code, `<pre>`, `<textarea>`, script, template."""
        starts, spans = self._kept
        at = bisect_right(starts, offset) - 1
        return at >= 0 and offset < spans[at].end

    def inner_text(self, node: Node) -> str:
        """What a reader reads inside a node, as written, images' alternatives included."""
        content = node.content if node.content.start >= 0 else node.span
        pieces = [self.text[span.start : span.end] for span in self.texts_in(content)]
        pieces += [image.get("alt") or "" for image in self.nodes_in(content) if image.kind == "image"]
        return " ".join(" ".join(pieces).split())

    def texts_in(self, span: Span) -> Iterator[Span]:
        """The stretches of readable text inside these characters."""
        texts = self.body.texts
        at = max(bisect_right(self._text_starts, span.start) - 1, 0)
        for index in range(at, len(texts)):  # a slice would copy the rest for each question
            text = texts[index]
            if text.start >= span.end:
                break
            if text.end > span.start:
                yield Span(max(text.start, span.start), min(text.end, span.end))

    def nodes_in(self, span: Span) -> Iterator[Node]:
        """The nodes that begin inside these characters."""
        nodes = self.body.nodes
        for index in range(bisect_right(self._node_starts, span.start - 1), len(nodes)):
            node = nodes[index]
            if node.span.start >= span.end:
                break
            yield node

    def around(self, offset: int) -> Node | None:
        """The tag, comment or piece of Markdown in which an offset lies, templates aside."""
        nodes = self.body.nodes
        index = bisect_right(self._node_starts, offset) - 1
        while index >= 0 and (nodes[index].kind in _UNKNOWN or nodes[index].name == "raw"):
            index -= 1
        return nodes[index] if index >= 0 and offset < nodes[index].span.end else None

    @cached_property
    def prose(self) -> tuple[Span, ...]:
        """The readable text outside samples."""
        samples = _merged(node.whole for node in self.all("element", samples=True) if node.name in SAMPLES)
        if not samples:
            return self.body.texts
        starts = [span.start for span in samples]
        kept = []
        for text in self.body.texts:
            at = bisect_right(starts, text.start) - 1
            if at < 0 or samples[at].end <= text.start:
                kept.append(text)
        return tuple(kept)

    @cached_property
    def _text_starts(self) -> list[int]:
        return [span.start for span in self.body.texts]

    @cached_property
    def _node_starts(self) -> list[int]:
        return [node.span.start for node in self.body.nodes]

    @cached_property
    def _index(self) -> _Index:
        return _Index(self.body.nodes)

    @cached_property
    def _templates(self) -> tuple[list[int], list[Span]]:
        spans = _merged(node.span for node in self.body.nodes if node.kind in _UNKNOWN)
        return [span.start for span in spans], spans

    @cached_property
    def _kept(self) -> tuple[list[int], list[Span]]:
        kinds, tags = self._index.kinds, self._index.tags
        spans = [node.span for kind in ("code", *_UNKNOWN) for node in kinds.get(kind, ())]
        spans += [node.whole for name in _SPACE_KEEPING if name in tags for node in tags[name]]
        merged = _merged(spans)
        return [span.start for span in merged], merged


class _Index:
    """Nodes by kind, elements by tag, attributes by name."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self.kinds: defaultdict[str, list[Node]] = defaultdict(list)
        self.tags: defaultdict[str, list[Node]] = defaultdict(list)
        self.attributes: defaultdict[str, list[tuple[Node, Attribute]]] = defaultdict(list)
        self.has_samples = False
        kinds, tags, attributes = self.kinds, self.tags, self.attributes
        elements: list[Node] = []
        for node in nodes:
            kind = node.kind
            if node.sample:
                self.has_samples = True
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


_UNKNOWN = ("template", "expression")  # what they write is not known
_TAG_KINDS = frozenset({"element", "link", "image", "heading"})
SAMPLES = frozenset({"pre", "code", "samp", "xmp", "listing"})
_SPACE_KEEPING = frozenset({"pre", "textarea", "script", "style", "xmp", "listing", "plaintext"})


_P = ParamSpec("_P")
_T = TypeVar("_T")


def once(function: Callable[Concatenate[Document, _P], _T]) -> Callable[Concatenate[Document, _P], _T]:
    """Remember what a function says of a document (and of hashable arguments) as long as the document lives."""

    def remembered(document: Document, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        key = (function, args, *kwargs.items())
        try:
            return cast(_T, document.answers[key])
        except KeyError:
            answer = document.answers[key] = function(document, *args, **kwargs)
            return answer

    return wraps(function)(remembered)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Overlapping and nested spans as one, in order."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            if span.end > merged[-1].end:
                merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return merged
