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
    line = document.source.line_span(suppression.span.start)
    if document.text[line.start : suppression.span.start].strip() and document.text[suppression.span.start] == "#":
        start = suppression.span.start
        while document.text[start - 1] in " \t":
            start -= 1
        return Fix("Remove the comment", (Edit(Span(start, suppression.span.end), ""),))
    if document.text[suppression.span.start] == "#":  # it begins its line in the front matter
        is_alone = not document.text[suppression.span.end : line.end].strip()
        return Fix("Remove the comment", (Edit(line, "") if is_alone else Edit(suppression.span, "#"),))
    return Fix.removing("Remove the comment", document, suppression.span)
