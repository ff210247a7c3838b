"""What a reader meets in an article, in order, and what its template uses: equal before and after a safe fix."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from contentlint.address import addresses_in_set
from contentlint.beacons import is_beacon
from contentlint.dates import same_instant
from contentlint.destination import canonical
from contentlint.document import Document, once
from contentlint.elements import TEXT_BLOCKS
from contentlint.equality import repeats
from contentlint.errors import KeyPath
from contentlint.fields import Field
from contentlint.nodes import Node
from contentlint.patterns import ITEM_LEAD, pattern
from contentlint.references import decode_references
from contentlint.spans import Spans, merged
from contentlint.text import Span, filled

_WORD_ATTRIBUTES = ("aria-label", "title", "placeholder", "label")
_TARGET_ATTRIBUTES = ("href", "src", "poster", "action", "data")
_TRACKER_TAGS = frozenset({"script", "link", "meta", "style", "base"})
_APART = TEXT_BLOCKS | {"br", "hr", "pre"}  # what stands before and behind their tags is not one word
_MARKS = pattern(r"[*_`\[\]\\|~]|(?:\A|\s)(?:[-+#>]|\d+[.)])\s")
_NOTHING: tuple[Any, ...] = ("", "~", "null", [])
_BREAKS = pattern(r"\0(?: \0)++")
_QUOTE_MARKS = pattern(r"\n((?:[ \t]*+>)++)")
_HARD_BREAK = pattern(r"(?<!\s) {2,}+(?=\n[^\S\n]*+(?:\S|\Z))")


class Reading(NamedTuple):
    """`words`: what is read in order, (what, how); `values`: each top-level front matter value in one spelling.

    `unsettled`: where HTML is about to become code, and which blocks it makes is not known yet: from how many
    characters read to how many.
    """

    words: tuple[tuple[str, str], ...]
    values: Mapping[str, Any]
    unsettled: tuple[Span, ...] = ()

    def keeps(self, other: Reading, renamed: Mapping[str, str]) -> bool:
        """Whether `other` says the same: a key may be added, renamed as told or, where it says nothing, filled in;
        never lost or changed."""
        if _settled(self.words, self.unsettled) != _settled(other.words, self.unsettled):
            return False
        for key, value in self.values.items():
            name = renamed.get(key, key)
            if name not in other.values or (other.values[name] != value and value not in _NOTHING):
                return False
        return True


@once
def reading(document: Document) -> Reading:
    """The reading of a document: visible text, links, images, alternatives, headings, code, and front matter."""
    read = sorted(_words(document), key=_place)
    words = _joined(merge(_outline(document), read, key=_place))
    return Reading(tuple(words), _values(document), _unsettled(document, read))


def _unsettled(document: Document, read: list[tuple[int, str, str]]) -> tuple[Span, ...]:
    becoming = document.all("becomes-code", samples=True)
    if not becoming:
        return ()
    places = [place for place, _, _ in read]
    amounts = list(accumulate((_amount(how) for _, _, how in read), initial=0))
    return tuple(Span(*(amounts[bisect_left(places, at)] for at in node.span)) for node in becoming)


def _amount(how: str) -> int:
    """How many characters are read, white space and the marks of breaks aside: blocks may move it, and the rest stays."""
    return len("".join(how.replace("\0", "").split()))


def _outline(document: Document) -> Iterator[tuple[int, str, str]]:
    """(offset, "block" or "end of block", kind) where a paragraph, a list or a block of HTML begins or ends."""
    source = document.source
    lists: list[tuple[int, str]] = []  # the open ones: the columns and the marks of their items
    for block in document.body.blocks:
        if block.kind == "definition":
            continue
        lead = ITEM_LEAD.match(source.flat, source.line_start(block.start), block.start)
        column = source.column(lead.start("mark") if lead else block.start)
        mark = lead["mark"][-1] if lead else ""
        while lists and (column < lists[-1][0] or (column == lists[-1][0] and mark != lists[-1][1])):
            lists.pop()
        if mark and (not lists or column > lists[-1][0]):
            lists.append((column, mark))
            yield block.start, "block", f"list {mark}"
        if block.kind in ("text", "html", "heading"):
            kind = "p" if block.kind == "text" else block.kind
            yield block.start, "block", kind
            yield block.end, "end of block", kind


def _words(document: Document) -> Iterator[tuple[int, str, str]]:
    """(offset, what, how) of all that is read, unordered, but for headings: each comes before the text that begins it."""
    text = document.source.flat
    for heading in document.all("heading", samples=True):
        if _says_something(document, heading):
            yield heading.span.start, "heading", heading.name
    beacons = [node.span for node in document.all("image") if node.markup == "markdown" and is_beacon(node)]
    # "![" and "]" are Markdown's marks, which count as text
    shown = filled(document.text, merged(beacons)) if beacons else document.text
    for span in document.body.texts:
        written = span.of(shown)
        written = written.replace("\r\n", "\n").replace("\r", "\n")  # the blank flat has for a CR would count
        if "\n" in written and ">" in written:
            written = _without_quote_marks(document, span.start, written)
        if "  \n" in written and _breaks_lines(document, span.start):
            written = _HARD_BREAK.sub(" \0", written)
        yield span.start, "text", decode_references(written).replace("\ufeff", "")
    unread = Spans([node.whole for node in document.tags("style", "script")])
    for node in document.body.nodes:
        if node.kind == "expression" and (node.name == "comment" or unread.cover(node.span)):
            continue
        if node.kind in ("code", "template", "expression"):
            written = node.span.of(text)
            yield node.span.start, node.kind, "\n".join(line.rstrip() for line in written.split("\n")).strip()
        elif node.kind in ("link", "image", "heading", "element", "component"):
            yield from _of_node(node)


def _without_quote_marks(document: Document, offset: int, written: str) -> str:
    """The text without the marks of the quotes in which its paragraph stands: no line has more of them than the first."""
    block = document.block_at(offset)
    if block is None:
        return written
    marks = document.source.flat.count(">", document.source.line_start(block.start), block.start)
    return _QUOTE_MARKS.sub(lambda found: "\n" + found[1].split(">", marks)[-1], written) if marks else written


def _says_something(document: Document, heading: Node) -> bool:
    """Whether a heading has words; asked of its pieces one by one, since one left open may hold the rest of an article."""
    content, text = heading.content if heading.content.start >= 0 else heading.span, document.text
    if any(decode_references(span.of(text)).strip() for span in document.texts_in(content)):
        return True
    return any(
        node.kind == "image" and decode_references(node.get("alt") or "").strip() for node in document.nodes_in(content)
    )


def _breaks_lines(document: Document, offset: int) -> bool:
    """Whether two blanks at a line's end break it here: in a paragraph of Markdown, not in a table."""
    block = document.block_at(offset)
    return block is not None and block.kind != "html" and not document.is_in_table(offset)


def _of_node(node: Node) -> Iterator[tuple[int, str, str]]:
    at = node.span.start
    if node.markup == "html" and node.name in _APART:
        yield at, "text", " "
        if node.end_tag is not None:
            yield node.end_tag.start, "text", " "
    elif node.kind == "heading":
        yield node.span.end, "text", " "
    if is_beacon(node) or node.name in _TRACKER_TAGS:
        return
    for attribute in node.attributes:
        if attribute.name in _TARGET_ATTRIBUTES:
            yield attribute.span.start, node.kind, canonical(attribute.value)
        elif attribute.name == "srcset":
            yield attribute.span.start, node.kind, _canonical_set(attribute.value)
        elif attribute.name == "alt" or attribute.name in _WORD_ATTRIBUTES:
            yield attribute.span.start, attribute.name, " ".join(attribute.value.split())


def _canonical_set(srcset: str) -> str:
    found, done = "", 0
    for at, address in addresses_in_set(srcset):
        found += srcset[done:at] + canonical(address)
        done = at + len(address)
    return found + srcset[done:]


def _joined(words: Iterable[tuple[int, str, str]]) -> Iterator[tuple[str, str]]:
    """In order, neighbouring texts as one, white space as one blank.

    Of the blocks only what changes the reading is told: that a list begins, that a paragraph follows a paragraph, and
    that Markdown's marks stand in HTML, where they are but characters.
    """
    text: list[str] = []
    begun: list[str] = []  # the blocks in which nothing stands yet
    block = ""

    def told(joined: str = "") -> Iterator[tuple[str, str]]:
        nonlocal block
        yield from (("block", kind) for kind in begun if kind.startswith("list"))
        last = begun[-1] if begun else ""
        if last == "html" and not _MARKS.search(joined):
            last = "p"  # to a reader it is a paragraph too
        if last == "html" or last == block == "p":
            yield "block", last
        block = last or block
        begun.clear()

    for _, what, how in (*words, (0, "end", "")):
        if what == "text":
            text.append(how)
            continue
        if joined := " ".join("".join(text).split()).rstrip(" \0"):  # a break before nothing is none
            joined = _BREAKS.sub("\0", joined) if "\0 \0" in joined else joined  # nor are two of them more than one
            yield from told(joined)
            yield "text", joined
        text = []
        if what == "block":
            begun.append(how)
        elif what == "end of block":
            if begun and begun[-1] == how:
                begun.pop()
        elif what != "end":
            yield from told()
            yield what, how


def _settled(words: Sequence[tuple[str, str]], unsettled: tuple[Span, ...]) -> Sequence[tuple[str, str]]:
    """The words without the breaks in what is not settled, without the blocks that begin there or right behind it, where
    the same block may go on, and without the first paragraph behind it, which is told for the sake of the one above."""
    if not unsettled:
        return words
    spans = Spans(unsettled)
    found: list[tuple[str, str]] = []
    amount = 0
    follows = False  # which block came last is not settled
    for what, how in words:
        is_open = spans.cover(Span(amount, amount))
        if what == "block" and (is_open or (follows and how in ("p", "html"))):
            continue
        follows = is_open or (follows and what != "text")
        if what == "text" and "\0" in how:
            how = _settled_breaks(how, amount, spans)
        if what != "block":
            amount += _amount(how)
        if what == "text" and is_open and found and found[-1][0] == "text":
            found[-1] = ("text", f"{found[-1][1]} {how}")
        else:
            found.append((what, how))
    return found


def _settled_breaks(how: str, amount: int, unsettled: Spans) -> str:
    """A text that so many characters are read before, without the breaks in what is not settled: HTML has none."""
    pieces = how.split("\0")
    found = pieces[:1]
    for before, after in pairwise(pieces):
        amount += _amount(before)
        found += ("" if unsettled.cover(Span(amount, amount)) else "\0", after)
    return " ".join("".join(found).split())


def _place(word: tuple[int, str, str]) -> int:
    return word[0]


def _values(document: Document) -> Mapping[str, Any]:
    front_matter = document.readable_front_matter
    if front_matter is None:
        return {}
    spell = _Spelling(document.text, front_matter.fields)
    return {str(key): spell.value(value, (key,)) for key, value in front_matter.data.items()}


class _Spelling(NamedTuple):
    """One spelling for values a template cannot tell apart: a list of one and its item, a repeated item, a padded or
    quoted scalar, a reference and its character, two spellings of one instant."""

    text: str
    fields: Mapping[KeyPath, Field]

    def value(self, value: Any, path: KeyPath) -> Any:
        if isinstance(value, dict):
            return {str(key): self.value(item, (*path, key)) for key, item in value.items()}
        if isinstance(value, list):
            spelled = [self.value(item, (*path, index)) for index, item in enumerate(value)]
            again = repeats(spelled)
            items = [item for index, item in enumerate(spelled) if index not in again]
            return items[0] if len(items) == 1 else items
        field = self.fields.get(path)
        if isinstance(value, str) or field is None:
            return same_instant(decode_references(str(value)).strip())
        return field.value.of(self.text)
