"""A slip in a value as a problem, and whether a value stands there as it is read."""

from __future__ import annotations

from contentlint.document import Problem
from contentlint.fields import Field
from contentlint.text import Edit, Span


def is_bare(text: str, field: Field) -> bool:
    """Whether a value is text without quotes that stands there as it is read."""
    return bool(field.data) and field.style == "plain" and field.data == text[field.value.start : field.value.end]


def slip(span: Span, message: str, mend: Edit | tuple[Edit, ...], title: str) -> Problem:
    """What is told of a place, with the edit or the edits that would mend it, and what they do."""
    edits = (mend,) if isinstance(mend, Edit) else mend
    return Problem("front-matter-unreadable", span, message, edits, title)
