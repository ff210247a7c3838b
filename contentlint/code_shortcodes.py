"""Samples in WordPress' shortcodes for code, `[sourcecode language="html"] … [/sourcecode]` or `[html] … [/html]`, of which no
other site makes code: an import left them over, and the markup in them takes effect."""

from __future__ import annotations

import re

from contentlint.document import Document, once
from contentlint.patterns import pattern
from contentlint.spans import Merged
from contentlint.text import Edit, Span
from contentlint.words import Words

ADVICE = "put this sample into a code block"
_CLOSES = Words("[/")
_NAMES = """
    code source sourcecode highlight crayon geshi
    actionscript3 as3 bash c clojure coldfusion cpp csharp css delphi diff erlang fsharp go groovy html java javafx javascript js
    json latex matlab objc pascal perl php plain powershell python py r ruby rails scala shell sql swift text vb vbnet xhtml xml
    yaml yml
    """
# under which other programs keep words
_OF_WORDS = frozenset({"highlight", "latex", "plain", "swift", "text"})
# CodeColorer's end in a language, too: `[cce_bash]`
_MARK = pattern(rf"(?i)\[(/?)({'|'.join(_NAMES.split())}|cc[a-z]?(?:_\w++)?)(?:[ \t:=][^\[\]\n]*+|\\)?+\](?![(\[:])")


def is_sample(document: Document, offset: int) -> bool:
    """Whether such a shortcode holds what stands here."""
    return _samples(document).hold(offset)


def has_samples(document: Document) -> bool:
    return bool(_samples(document))


def changes_sample(document: Document, edit: Edit) -> bool:
    """Whether an edit begins in such a sample and changes more than white space."""
    return is_sample(document, edit.span.start) and not (edit.span.of(document.text) + edit.text).isspace()


@once
def _samples(document: Document) -> Merged:
    found: list[Span] = []
    opened: dict[str, int] = {}
    for mark in _MARK.finditer(document.text, *document.body.span) if _CLOSES.are_in(document) else ():
        name = mark[2].lower()
        if document.around(mark.start()) is not None:  # it is shown itself, or stands in a tag
            continue
        if not mark[1]:
            if name not in _OF_WORDS or _says_code(document, mark):
                opened[name] = mark.end()
        elif name in opened:
            found.append(Span(opened.pop(name), mark.start()))
    return Merged(found)


def _says_code(document: Document, mark: re.Match[str]) -> bool:
    """Whether a mark names a language, or has a line of its own."""
    line = document.source.line_span(mark.start())
    return "lang" in mark[0] or line.of(document.text).strip() == mark[0]
