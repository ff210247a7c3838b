"""Elements that ask kramdown or Python-Markdown to read what they hold as Markdown: `<div markdown="1">`.

To CommonMark all of it is HTML up to the next empty line.
https://kramdown.gettalong.org/syntax.html#html-blocks and https://python-markdown.github.io/extensions/md_in_html/
"""

from __future__ import annotations

import re

from contentlint.elements import VOID
from contentlint.parsing.extensions import may_hold_extension
from contentlint.parsing.tags import END_TAG, ascii_lower, attributes_of
from contentlint.patterns import pattern

_ASKS = pattern(r"[\s\"']markdown(?=[\s=/>])")
_NEAR = 1000  # characters of a tag before that
_OPTION = pattern(r"\{::options [^}\n]*?parse_block_html=[\"']true[\"']")
_MOST_OPEN = 100  # each end tag is held against all of them
_TAG = pattern(r"<(?:(/?+)([A-Za-z][\w-]*+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>|!--)")
_RAW = frozenset("script style textarea pre code kbd samp var math option".split())
_LINES = frozenset(
    "a abbr acronym b bdo big button caption cite del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb rp "
    "rt rtc ruby select small span strong sub sup th tt".split()
)  # which hold no blocks
_ASKED_BY_OPTION = frozenset(
    "address applet article aside blockquote body caption dd div dl dt fieldset details figcaption figure footer form h1 "
    "h2 h3 h4 h5 h6 header hgroup legend li main map nav p section summary td th".split()
)
_READ = _LINES | _ASKED_BY_OPTION | {"iframe", "menu", "noscript", "object"}  # by kramdown, all others stay HTML

# in a block these begin a paragraph, or go on with one
_IN_PARAGRAPHS = frozenset(
    "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark q rb rbc rp rt rtc ruby samp "
    "select small span strike strong sub sup tt u var".split()
)


def asking(text: str, *, kramdown: bool) -> Asking | None:
    """What follows the tags of a text in which anything asks for Markdown, None for all others."""
    option = _OPTION.search(text) if may_hold_extension(text) else None
    if option is None and not (
        "markdown" in text and any(_is_in_tag(text, each.start()) for each in _ASKS.finditer(text))
    ):
        return None
    return Asking(text, option.end() if option is not None else len(text), kramdown=kramdown)


def _is_in_tag(text: str, at: int) -> bool:
    start = text.rfind("<", max(at - _NEAR, 0), at)
    return start >= 0 and text.find(">", start, at) < 0


class Asking:
    """Follows the tags of HTML from the first on that asks: `how` what they hold is read where it has come to, as
    "block", as "span" or, where it is "", as HTML. From `all_from` on each element asks that stands in none read as HTML.
    """

    def __init__(self, text: str, all_from: int, *, kramdown: bool) -> None:
        self._text, self._all_from, self._kramdown = text, all_from, kramdown
        self._reached = 0
        self._open: list[tuple[str, str]] = []  # the names of elements, and how they are read
        self._unclosed: set[tuple[str, int]] = set()

    @property
    def how(self) -> str:
        return self._open[-1][1] if self._open else ""

    def follow(self, at: int, end: int) -> int:
        """Where the first tag ends behind which Markdown stands, -1 where all of these characters are HTML."""
        self._close_up_to(at)
        while (tag := _TAG.search(self._text, at, end)) is not None:
            at = self._reached = tag.end()
            if tag[2] is None or ascii_lower(tag[2]) in _RAW:
                at = self._after_raw(tag, end)
            elif tag[1]:
                self._close(ascii_lower(tag[2]))
            else:
                self._start(ascii_lower(tag[2]), tag)
            if self.how and tag[2] is not None:
                return at
        return -1

    def end_tag(self, at: int, end: int) -> int:
        """Where the end tag of the innermost element begins, -1 where it has none among these characters."""
        name = self._open[-1][0]
        if (name, end) in self._unclosed:
            return -1
        close = re.compile(rf"(?ai)</{re.escape(name)}\s*+>").search(self._text, at, end)
        if close is None:
            self._unclosed.add((name, end))
        return close.start() if close is not None else -1

    def begins_paragraph(self, at: int) -> bool:
        """Whether the tag at an offset stands in a paragraph of what is read as Markdown."""
        tag = _TAG.match(self._text, at) if self.how else None
        return tag is not None and tag[1] == "" and ascii_lower(tag[2]) in _IN_PARAGRAPHS

    def _after_raw(self, tag: re.Match[str], end: int) -> int:
        """Where what holds no tags ends: a comment, or an element such as a script."""
        if tag[1]:
            return tag.end()
        mark = re.compile("-->" if tag[2] is None else rf"(?ai)</{tag[2]}\s*+>")
        close = mark.search(self._text, tag.end(), end)
        return close.end() if close is not None else end

    def _start(self, name: str, tag: re.Match[str]) -> None:
        how = self._asked(name, tag)
        is_void = name in VOID or tag[3].endswith("/")
        if (how or self._open or tag.start() >= self._all_from) and not is_void and len(self._open) < _MOST_OPEN:
            self._open.append((name, how))

    def _asked(self, name: str, tag: re.Match[str]) -> str:
        found = attributes_of(self._text, self._text, *tag.span(3), jsx=False) if "markdown" in tag[3] else ()
        asked = next((attribute.value.lower() for attribute in found if attribute.name == "markdown"), None)
        if asked in ("block", "span"):
            return asked
        is_asked = asked == "1" or (not self._kramdown and asked in ("", "markdown"))
        if asked is None or (self._kramdown and asked not in ("0", "1")):
            is_in_markdown = not self._open or self.how != ""
            is_asked = tag.start() >= self._all_from and name in _ASKED_BY_OPTION and is_in_markdown
        if not is_asked or (self._kramdown and name not in _READ):
            return ""
        return "span" if name in _LINES else "block"

    def _close_up_to(self, at: int) -> None:
        """Close the elements read as HTML whose end tags stand before this offset, in what was read as text."""
        while self._open and not self.how:
            tag = END_TAG.search(self._text, self._reached, at)
            if tag is None:
                self._reached = max(self._reached, at)
                break
            self._reached = tag.end()
            self._close(ascii_lower(tag[1]))

    def _close(self, name: str) -> None:
        names = [each for each, _ in self._open]
        if name in names:
            del self._open[len(names) - 1 - names[::-1].index(name) :]
