"""An article as data: front matter, body, and what could not be read. Nothing here knows rules or files."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from itertools import chain, repeat
from operator import attrgetter
from typing import Any, Concatenate, Literal, NamedTuple, ParamSpec, TypeVar, cast

from contentlint.elements import KEEPING_SPACE, SAMPLES
from contentlint.errors import KeyPath
from contentlint.fields import Field, FrontMatter
from contentlint.lazy import lazy
from contentlint.nodes import UNKNOWN, Attribute, Block, Body, Index, Node
from contentlint.patterns import pattern
from contentlint.setting import Setting, lies_among_site_parts
from contentlint.spans import Merged, Stretches
from contentlint.tables import table_start
from contentlint.text import BOM, Edit, Source, Span, as_span

Language = Literal["markdown", "mdx", "html"]
_LANGUAGES: dict[str, Language] = {".html": "html", ".htm": "html", ".mdx": "mdx"}


def language_of(path: str) -> Language:
    """The language a file name means: Markdown unless its suffix says otherwise."""
    return _LANGUAGES.get(path[path.rfind(".") :].lower(), "markdown")


class Problem(NamedTuple):
    """Something parsing could not make sense of, told by the rule that has this `kind` as its `problem`.

    `mend` is what a person would probably do about it, and `is_safe` where nothing a reader sees changes with that;
    `is_slight` where most programs read the same with it and without.
    """

    kind: str
    span: Span
    message: str
    mend: tuple[Edit, ...] = ()
    mend_title: str = ""
    is_slight: bool = False
    is_safe: bool = False


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

    @lazy
    def text(self) -> str:
        return self.source.text

    @lazy
    def data(self) -> Mapping[str, Any]:
        """The front matter's values; empty where it is missing or unreadable."""
        return self.readable_front_matter.data if self.readable_front_matter is not None else {}

    @lazy
    def readable_front_matter(self) -> FrontMatter | None:
        """The front matter, None where it is missing or cannot be read."""
        return self.front_matter if self.front_matter is not None and self.front_matter.readable else None

    @lazy
    def fields(self) -> Mapping[KeyPath, Field]:
        """The place of every front matter value; empty where it is missing or unreadable."""
        return self.front_matter.fields if self.front_matter is not None else {}

    @property
    def syntax(self) -> str:
        """What the front matter is written in; "" where there is none."""
        return self.front_matter.syntax if self.front_matter is not None else ""

    @property
    def is_whole_page(self) -> bool:
        """Whether this is an HTML document of its own rather than an article that a generator puts into a page."""
        return self.language == "html" and (any(self.tags("html")) or bool(self.all("doctype")))

    @lazy
    def is_site_part(self) -> bool:
        """Whether a site is built with this, by its folder: a layout, a partial, a template for articles."""
        return lies_among_site_parts(self.source.path)

    @property
    def is_layout(self) -> bool:
        """Whether this is a site's part in HTML, in which its own style sheets and scripts belong."""
        return self.language == "html" and self.is_site_part

    @property
    def is_draft(self) -> bool:
        """Whether an article is not published yet, by its front matter or its folder."""
        data = self.data
        keys = ("draft", *self.setting.profile.draft_keys)
        if any(data.get(key) is (key != "published") for key in keys) or str(data.get("status", "")).lower() == "draft":
            return True
        return not _DRAFTS.isdisjoint(self.source.path.lower().split("/")[:-1])

    @lazy
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
        return (index.kinds if samples else index.shown_kinds).get(kind, ())

    def tags(self, *names: str, samples: bool = False) -> Iterator[Node]:
        """Every HTML element with one of these names, grouped by name."""
        tags = self._index.tags if samples else self._index.shown_tags
        return chain.from_iterable(map(tags.get, names, _NO_NODES))

    def attributes(self, *names: str, samples: bool = False) -> Iterator[tuple[Node, Attribute]]:
        """Every HTML attribute with one of these names, with its element."""
        attributes = self._index.attributes if samples else self._index.shown_attributes
        return chain.from_iterable(map(attributes.get, names, _NO_PAIRS))

    @property
    def attribute_names(self) -> Collection[str]:
        return self._index.attributes.keys()

    @property
    def tag_names(self) -> Collection[str]:
        return self._index.tags.keys()

    @lazy
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
        templates = self._templates
        return bool(templates.spans) and templates.meet(span)  # most articles have none

    def before_template(self, span: Span) -> str:
        """What is written in these characters up to the first template or MDX expression."""
        templates = self._templates.meeting(span)
        return self.text[span.start : max(templates[0].start, span.start) if templates else span.end]

    def beside_templates(self, span: Span) -> str:
        """What is written in these characters, templates and MDX expressions left out."""
        pieces, pos = [], span.start
        for template in self._templates.meeting(span):
            pieces.append(self.text[pos : template.start])
            pos = max(pos, template.end)
        return "".join((*pieces, self.text[pos : span.end]))

    def in_code(self, offset: int) -> bool:
        """Whether white space at this offset is kept as it is: code, `<pre>`, `<textarea>`, script, template."""
        return self._kept.hold(offset)

    def keeps_space(self, span: Span) -> bool:
        """Whether a span stands inside something in which white space is kept as it is."""
        return self._kept.enclose(span)

    def block_end(self, offset: int) -> int:
        """Where the paragraph, item or table cell of Markdown ends in which an offset lies; the body's end where none does."""
        flat, block = self.source.flat, self.block_at(offset)
        if block is None or block.kind != "text":
            return self.body.span.end
        if not self.is_in_table(offset):
            return block.end
        line_end = flat.find("\n", offset, block.end)
        line_end = block.end if line_end < 0 else line_end
        bar = flat.find("|", offset, line_end)
        return bar if bar >= 0 else line_end

    def is_in_table(self, offset: int) -> bool:
        """Whether a table of Markdown stands here, in which each line is a row."""
        block = self.block_at(offset)
        if block is None or not block.may_be_table:
            return False
        return 0 <= _table_start(self, block.start, block.end) <= offset

    def block_at(self, offset: int) -> Block | None:
        """The block of Markdown in which an offset lies."""
        blocks = self.body.blocks
        index = bisect_right(blocks, offset, key=attrgetter("start")) - 1
        return blocks[index] if index >= 0 and offset < blocks[index].end else None

    def inner_text(self, node: Node, most: int = sys.maxsize) -> str:
        """What a reader reads inside a node, as written, images' alternatives included; no more than stands in so many
        characters."""
        content = node.content if node.content.start >= 0 else node.span
        content = Span(content.start, min(content.end, content.start + most))
        pieces = [span.of(self.text) for span in self.texts_in(content)]
        pieces += [image.get("alt") or "" for image in self.nodes_in(content) if image.kind == "image"]
        return " ".join(" ".join(pieces).split())

    def has_slash(self, tag: Node) -> bool:
        """Whether a tag is written with a slash at its end, which closes it in XML, MDX and Vue, not in HTML."""
        return self.text[tag.span.end - 2] == "/"

    def is_anchor(self, link: Node) -> bool:
        """Whether a link of Markdown leads nowhere and only names its place: `[](){#kites}`."""
        is_empty = link.markup == "markdown" and not (link.get("href") or "").strip()
        return is_empty and _NAMED.match(self.text, link.span.end) is not None

    def texts_in(self, span: Span) -> Iterator[Span]:
        """The stretches of readable text inside these characters."""
        texts, (start, end) = self.body.texts, span
        at = max(bisect_left(texts, (start + 1,)) - 1, 0)
        for index in range(at, len(texts)):  # a slice would copy the rest for each question
            text = texts[index]
            first, last = text
            if first >= end:
                break
            if last > start:
                yield text if start <= first and last <= end else as_span((max(first, start), min(last, end)))

    def nodes_in(self, span: Span) -> Iterator[Node]:
        """The nodes that begin inside these characters."""
        nodes, starts, (start, end) = self.body.nodes, self._node_starts, span
        return map(nodes.__getitem__, range(bisect_left(starts, start), bisect_left(starts, end)))

    def around(self, offset: int) -> Node | None:
        """The tag, comment or piece of Markdown in which an offset lies, templates aside."""
        starts, nodes = self._known
        index = bisect_right(starts, offset) - 1
        return nodes[index] if index >= 0 and offset < nodes[index].span.end else None

    def holding(self, offset: int) -> Iterator[Node]:
        """The nodes inside whose tags or marks an offset lies, the last that begins first."""
        return self._contents.over(offset)

    @lazy
    def _contents(self) -> Stretches[Node]:
        return Stretches([(node.content, node) for node in self.body.nodes if node.content.start >= 0])

    @lazy
    def _known(self) -> tuple[list[int], Sequence[Node]]:
        """The nodes that no template writes, and where they begin."""
        kinds = self._index.kinds
        if UNKNOWN.isdisjoint(kinds) and all(node.name != "raw" for node in kinds.get("code", ())):
            return self._node_starts, self.body.nodes
        nodes = [node for node in self.body.nodes if node.kind not in UNKNOWN and node.name != "raw"]
        return [node.span[0] for node in nodes], nodes

    @lazy
    def prose(self) -> tuple[Span, ...]:
        """The readable text outside samples."""
        samples = Merged([node.whole for node in self.tags(*SAMPLES, samples=True)])
        return tuple([text for text in self.body.texts if not samples.hold(text[0])]) if samples else self.body.texts

    @lazy
    def _node_starts(self) -> list[int]:
        return [node.span[0] for node in self.body.nodes]

    @lazy
    def _index(self) -> Index:
        return Index(self.body.nodes)

    @lazy
    def _templates(self) -> Merged:
        kinds = self._index.kinds
        return Merged([node.span for kind in UNKNOWN if kind in kinds for node in kinds[kind]])

    @lazy
    def _kept(self) -> Merged:
        kinds, tags = self._index.kinds, self._index.tags
        spans = [node.span for kind in ("code", *UNKNOWN) for node in kinds.get(kind, ())]
        spans += [node.whole for name in _SPACE_KEEPING if name in tags for node in tags[name]]
        return Merged(spans)


_NAMED = pattern(r"\{(?::|[ \t]*+#)")
_DRAFTS = frozenset({"_drafts", "drafts"})
_NO_NODES: repeat[Sequence[Node]] = repeat(())
_NO_PAIRS: repeat[Sequence[tuple[Node, Attribute]]] = repeat(())
_SPACE_KEEPING = KEEPING_SPACE | {"script", "style", "plaintext"}  # here it is about bytes, not about what is seen


_P = ParamSpec("_P")
_T = TypeVar("_T")


def once(function: Callable[Concatenate[Document, _P], _T]) -> Callable[Concatenate[Document, _P], _T]:
    """Remember what a function says of a document (and of hashable arguments) as long as the document lives."""

    def remembered(document: Document, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        key = (function, args, *kwargs.items()) if kwargs else (function, args)
        try:
            return cast(_T, document.answers[key])
        except KeyError:
            answer = document.answers[key] = function(document, *args, **kwargs)
            return answer

    return wraps(function)(remembered)


@once
def _table_start(document: Document, start: int, end: int) -> int:
    return table_start(document.source.flat, start, end)
