"""Tags whose ">" was left out or mistyped, so that they go on in what follows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from contentlint.document import Document, once
from contentlint.elements import BLOCKS, VOID
from contentlint.misread import misread_tags
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.rule import Fix, Safety
from contentlint.rules.html.broken import HIDES_TAGS, Broken, may_run, without_end
from contentlint.rules.html.mentions import is_shown
from contentlint.text import Edit, Span
from contentlint.wording import cut

_LIKE_THE_SIGN = "＞》〉"  # what keyboards of Chinese and Japanese write for it
_EITHER = frozenset('.»”"')  # what may belong to the sentence or be a slip
_ATTRIBUTES = r"(?:[ \t]++[\w:-]++=(?:\"[^\"<>\n]*+\"|'[^'<>\n]*+'|[^\s\"'<>=]++))++[ \t]*+"
_END = pattern(
    rf"</(?P<name>[A-Za-z][A-Za-z0-9-]*+)(?:(?P<sign>[{_LIKE_THE_SIGN}]|[.,;:!?»”\"](?=[\s<>]|\Z))"
    rf"|(?P<attributes>{_ATTRIBUTES})(?=>)|(?=[\s<]|\Z)(?!\s*+>))"
)
_HAS_SIGN_BEHIND = pattern(r"(?:\"[^\"\n]*+\"|'[^'\n]*+'|[^\"'<>\n])*+(?<![\s=-])>")  # "-> and =>" end no tag


class OpenEnd(NamedTuple):
    """An end tag without its ">", or with attributes, with which it is text to Markdown: as it is written, the element
    it was to close, and what became part of it."""

    written: re.Match[str]
    element: Node
    swallowed: Span

    @property
    def is_heeded(self) -> bool:
        """Whether a browser takes it for the end tag of its element all the same."""
        end_tag = self.element.end_tag
        return end_tag is not None and end_tag.start == self.written.start()

    @property
    def span(self) -> Span:
        start, end = self.written.span()
        return Span(start, end + self.written.string.startswith(">", end))

    @property
    def message(self) -> str:
        name, sign = cut(self.written["name"]), self.written["sign"]
        if self.written["attributes"]:
            return f"an end tag has no attributes, so that this </{name}> is but text: take them out"
        if self._has_both:
            return f'"{sign}" stands in this </{name}>, so that it closes nothing: take it out'
        if self._is_typed_for_it:
            return f'"{sign}" stands in this </{name}> where ">" was meant: write it'
        return f'the ">" of this </{name}> is missing: add it'

    @property
    def fix(self) -> Fix | None:
        edit = self._edit
        if edit is None or self.element.name in HIDES_TAGS or may_run(self.written.string, self.swallowed):
            return None
        return Fix(f"Write </{cut(self.written['name'])}>", (edit,), Safety.UNSAFE)

    @property
    def _edit(self) -> Edit | None:
        if self.written["attributes"]:
            return Edit(Span(*self.written.span("attributes")), "")
        if self._is_typed_for_it:
            return Edit(Span(*self.written.span("sign")), "" if self._has_both else ">")
        if self._has_both or self.written["sign"] in _EITHER:
            return None
        return Edit.at(self.written.end("name"), ">")

    @property
    def _has_both(self) -> bool:
        return self.written["sign"] is not None and self.written.string.startswith(">", self.written.end())

    @property
    def _is_typed_for_it(self) -> bool:
        """Whether the sign is no part of a sentence: none goes on behind a block, and a full stop, which is on one key with
        ">", is followed by a blank."""
        sign, following = self.written["sign"], self.written.string[self.written.end() : self.written.end() + 1]
        if sign is None:
            return False
        return sign in _LIKE_THE_SIGN or self.element.name in BLOCKS or (sign == "." and following == "<")


@once
def open_ends(document: Document) -> Mapping[int, OpenEnd]:
    """The end tags whose ">" is missing or that have attributes, by their places."""
    found: dict[int, OpenEnd] = {}
    if not _may_lack_sign(document):
        return found
    last = document.body.span.start
    for written in _END.finditer(document.source.flat, last):
        if written.start() >= last and (end := _open_end(document, written)) is not None:
            found[written.start()] = end
            last = end.swallowed.end
    return found


def _may_lack_sign(document: Document) -> bool:
    """Whether an end tag is longer than its name, or one is missing or left over; in most articles none is."""
    if document.all("end-tag"):
        return True
    return any(
        node.name not in VOID if (tag := node.end_tag) is None else tag[1] - tag[0] != len(node.name) + 3
        for node in document.all("element")
    )


def _open_end(document: Document, written: re.Match[str]) -> OpenEnd | None:
    flat, (at, end), name = document.source.flat, written.span(), written["name"].lower()
    element, around = _closed_elements(document).get(at), document.around(at)
    tag = element.end_tag if element is not None else None
    if around is not None and around.kind == "end-tag" and around.span.start == at and not around.sample:
        tag = around.span
    if tag is not None:
        swallowed = Span(end, tag.end)
        following = flat.find("<", end, swallowed.end)
        if following < 0 and written["sign"] is None:
            return None
    elif (around is None or around.kind == "loose-tag") and not document.in_code(at) and not is_shown(document, at):
        if written.end() == written.end("name") and _HAS_SIGN_BEHIND.match(flat, end) is not None:
            return None  # who knows what stands before it
        swallowed, following = Span(end, end), flat.find("\n", end)
    else:
        return None
    if document.has_template(Span(at, following + 1 if following >= 0 else swallowed.end)):
        return None
    if element is None:
        above = (
            node for node in document.holding(at) if node.name == name and (tag is not None or node.end_tag is None)
        )
        element = next(above, None)
    return OpenEnd(written, element, swallowed) if element is not None else None


@once
def _closed_elements(document: Document) -> Mapping[int, Node]:
    return {node.end_tag.start: node for node in document.all("element") if node.end_tag is not None}


@once
def open_starts(document: Document) -> Mapping[Node, Broken]:
    """The start tags whose ">" is missing, so that another tag became part of them."""
    tags = [tag for tag in misread_tags(document) if not tag.sample]
    if "<" in "".join(document.tag_names):
        tags += document.tags(*(name for name in document.tag_names if "<" in name))
    found = ((tag, without_end(document.source.flat, tag.name.partition("<")[0], tag.span)) for tag in tags)
    return {tag: broken for tag, broken in found if broken is not None and not document.has_template(broken.span)}
