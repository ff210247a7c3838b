"""The fix that the rules on suppressions share."""

from __future__ import annotations

from contentlint.document import Document
from contentlint.rule import Fix
from contentlint.suppression import Name, Suppression
from contentlint.text import Edit, Span


def without(document: Document, suppression: Suppression, names: tuple[Name, ...]) -> Fix | None:
    """Remove these names from a suppression, or all of it where none is left."""
    kept = [name for name in suppression.names if name not in names]
    if kept:
        start, end = suppression.names[0].span.start, suppression.names[-1].span.end
        return Fix("Remove the name", (Edit(Span(start, end), ", ".join(name.text for name in kept)),))
    if document.text[suppression.span.start] != "#":
        return Fix.removing("Remove the comment", document, suppression.span)
    if said_behind(document, suppression):
        return Fix("Remove what it asks for", (Edit(suppression.span, "#"),))
    line = document.source.line_span(suppression.span.start)
    before = document.text[line.start : suppression.span.start].rstrip(" \t")
    place = Span(line.start + len(before), suppression.span.end) if before else line
    return Fix("Remove the comment", (Edit(place, ""),))


def said_behind(document: Document, suppression: Suppression) -> str:
    """What else stands in a comment of the front matter, up to its line's end."""
    start = suppression.span.end
    if document.text[suppression.span.start] != "#":
        return ""
    return document.text[start : document.source.line_span(suppression.span.start).end].rstrip()
