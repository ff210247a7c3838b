"""See `BidiControl`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document
from contentlint.patterns import BLANK_LINE, last_blank_line, pattern
from contentlint.rule import Bad, Finding, Rule, Severity
from contentlint.rules.source.unseen import CONTROLS, DIRECTIONS, RIGHT_TO_LEFT
from contentlint.text import Span, line_end

_CONTROL = pattern(f"[{DIRECTIONS}]")
_NAMES = {
    "\u202a": "left-to-right embedding",
    "\u202b": "right-to-left embedding",
    "\u202c": "end of embedding",
    "\u202d": "left-to-right override",
    "\u202e": "right-to-left override",
    "\u2066": "left-to-right isolate",
    "\u2067": "right-to-left isolate",
    "\u2068": "first strong isolate",
    "\u2069": "end of isolate",
}
_OVERRIDES = "\u202d\u202e"
_ISOLATES = "\u2066\u2067\u2068"
_END_OF_ISOLATE = "\u2069"
_ENDS = "\u202c" + _END_OF_ISOLATE


class BidiControl(Rule):
    """An invisible character changes the direction of text.

    It can show words, links or code in another order than they really stand, which has been used to hide attacks
    ("Trojan Source"). Arabic and Hebrew need such characters only in pairs, around a word in the other direction.

    There is no fix: only a person can tell what the text should say. Delete the character, or write its missing half.
    """

    name = "bidi-control"
    severity = Severity.ERROR
    good = (
        "Kites fly: طائرة ورقية.\n",
        "קיטס \u2066Kites 2024\u2069 עפים.\n",
        "يطير \u202aKite\u202c عالياً،\nو\u2067طائرة\nورقية\u2069.\n",
        "The character U+202E, `\\u202e` or &#8238;, turns text round.\n",
        "שלום \u200fKites\u200e!\n",
    )
    bad = (
        Bad("The file is called kite⟦\u202e⟧gpj.exe\n"),
        Bad("`if ⟦\u2066⟧admin\u2069:`\n"),
        Bad("```python\nlevel = '风筝⟦\u202e⟧ ⟦\u2066⟧// is it?\u2069 ⟦\u2066⟧'\n```\n"),
        Bad("---\ntitle: ⟦\u202a⟧凧\n---\n\nשלום ⟦\u2067⟧עפיפון.\n\nעף⟦\u2069⟧\n"),
        Bad('<a href="https://example.org/⟦\u202d⟧a">شعار\u202c</a>\n'),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if not CONTROLS.are_in(document):
            return
        for start, controls, end in _paragraphs(document):
            has_reason = RIGHT_TO_LEFT.search(document.text, start, end) is not None
            for span, reason in _together(sorted(_faults(document.text, controls, has_reason))):
                char = document.text[span.start]
                more = f", with {span.end - span.start - 1} more behind it," if span.end > span.start + 1 else ""
                message = f"a hidden {_NAMES[char]} (U+{ord(char):04X}){more} {reason}"
                yield self.finding(span, message)


def _paragraphs(document: Document) -> Iterator[tuple[int, list[int], int]]:
    """Where each paragraph with controls begins, its controls, and where it ends; in code a line is a paragraph."""
    flat = document.source.flat
    group: list[int] = []
    start = end = 0
    for match in _CONTROL.finditer(flat):
        at = match.start()
        if at >= end:
            if group:
                yield start, group, end
            group = []
            start = max(flat.rfind("\n", end, at), end) if _is_by_line(document, at) else _last_end(flat, end, at)
            end = _end(document, at)
        group.append(at)
    yield start, group, end


def _is_by_line(document: Document, at: int) -> bool:
    return at < document.body.span.start or document.in_code(at)


def _end(document: Document, at: int) -> int:
    flat = document.source.flat
    if _is_by_line(document, at):
        return line_end(flat, at)
    match = BLANK_LINE.search(flat, at)
    return match.start() if match else len(flat)


def _last_end(flat: str, start: int, at: int) -> int:
    found = last_blank_line(flat, start, at)
    return found.end() - 1 if found is not None else start


def _faults(text: str, controls: list[int], has_reason: bool) -> Iterator[tuple[int, str]]:
    """The controls that override, have no partner, or stand where nothing runs from right to left."""
    opened: list[int] = []
    isolates = 0
    for at in controls:
        char = text[at]
        if char not in _ENDS:
            opened.append(at)
            isolates += char in _ISOLATES
            if char in _OVERRIDES:
                yield at, "shows the text in the wrong order: delete it"
            continue
        is_isolate = char == _END_OF_ISOLATE
        if not isolates if is_isolate else not opened or text[opened[-1]] in _ISOLATES:
            yield at, "ends nothing: delete it"
            continue
        while is_isolate and text[opened[-1]] not in _ISOLATES:
            yield from _unclosed(text, opened.pop())
        isolates -= is_isolate
        opener = opened.pop()
        if not has_reason and text[opener] not in _OVERRIDES:
            yield opener, "stands where nothing runs from right to left: delete it and its partner"
    for at in opened:
        yield from _unclosed(text, at)


def _unclosed(text: str, at: int) -> Iterator[tuple[int, str]]:
    if text[at] not in _OVERRIDES:
        yield at, "is never ended: delete it, or end it"


def _together(faults: list[tuple[int, str]]) -> Iterator[tuple[Span, str]]:
    """Faults side by side as one, with the reason of the first."""
    first = 0
    for index, (at, _) in enumerate(faults):
        if index + 1 == len(faults) or faults[index + 1][0] > at + 1:
            yield Span(faults[first][0], at + 1), faults[first][1]
            first = index + 1
