"""Tags whose ">" was left out or mistyped, so that they go on in what follows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from contentlint.document import Document, once
from contentlint.elements import BLOCKS
from contentlint.misread import misread_tags
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.rule import Fix, Safety
from contentlint.rules.html.broken import Broken, without_end
from contentlint.rules.html.mentions import is_shown
from contentlint.text import Edit, Span
from contentlint.wording import cut

_LIKE_THE_SIGN = "＞》〉"  # what keyboards of Chinese and Japanese write for it
_END = pattern(
    rf"</(?P<name>[A-Za-z][A-Za-z0-9-]*+)(?:(?P<sign>[{_LIKE_THE_SIGN}]|[.,;:!?](?=[\s<>]|\Z))|(?=[\s<]|\Z)(?!\s*+>))"
)
_SCRIPT = pattern(r"(?i)<script\b")


class OpenEnd(NamedTuple):
    """An end tag without its ">": as it is written, the element it was to close, and what became part of it."""

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
        return Span(start, end + self._has_both)

    @property
    def message(self) -> str:
        name, sign = cut(self.written["name"]), self.written["sign"]
        if self._has_both:
            return f'"{sign}" stands in this </{name}>, so that it closes nothing: take it out'
        if self._is_typed_for_it:
            return f'"{sign}" stands in this </{name}> where ">" was meant: write it'
        return f'the ">" of this </{name}> is missing: add it'

    @property
    def fix(self) -> Fix | None:
        edit = self._edit
        if edit is None or _SCRIPT.search(self.written.string, *self.swallowed) is not None:
            return None  # no fix may let a script run
        return Fix(f"Write </{cut(self.written['name'])}>", (edit,), Safety.UNSAFE)

    @property
    def _edit(self) -> Edit | None:
        if self._is_typed_for_it:
            return Edit(Span(*self.written.span("sign")), "" if self._has_both else ">")
        if self._has_both or self.written["sign"] == ".":  # the sentence may end with it, or it is a slip
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
    """The end tags whose ">" is missing, by their places."""
    found: dict[int, OpenEnd] = {}
    last = document.body.span.start
    for written in _END.finditer(document.source.flat, last):
        if written.start() >= last and (end := _open_end(document, written)) is not None:
            found[written.start()] = end
            last = end.swallowed.end
    return found


def _open_end(document: Document, written: re.Match[str]) -> OpenEnd | None:
    flat, (at, end), name = document.source.flat, written.span(), written["name"].lower()
    element, around = _closed_elements(document).get(at), document.around(at)
    is_stray = around is not None and around.kind == "end-tag" and around.span.start == at and not around.sample
    if element is not None or is_stray:
        swallowed = Span(end, flat.find(">", end) + 1)
        following = flat.find("<", end, swallowed.end)
        if following < 0 and written["sign"] is None:
            return None
    elif (around is None or around.kind == "loose-tag") and not document.in_code(at) and not is_shown(document, at):
        swallowed, following = Span(end, end), flat.find("\n", end)
    else:
        return None
    if document.has_template(Span(at, following + 1 if following >= 0 else swallowed.end)):
        return None
    if element is None:
        above = (node for node in document.holding(at) if node.name == name and (is_stray or node.end_tag is None))
        element = next(above, None)
    return OpenEnd(written, element, swallowed) if element is not None else None


@once
def _closed_elements(document: Document) -> Mapping[int, Node]:
    return {node.end_tag.start: node for node in document.all("element") if node.end_tag is not None}


@once
def open_starts(document: Document) -> Mapping[Node, Broken]:
    """The start tags whose ">" is missing, so that another tag became part of them."""
    tags = [tag for tag in misread_tags(document) if not tag.sample]
    tags += document.tags(*(name for name in document.tag_names if "<" in name))
    found = ((tag, without_end(document.source.flat, tag.name.partition("<")[0], tag.span)) for tag in tags)
    return {tag: broken for tag, broken in found if broken is not None and not document.has_template(broken.span)}
