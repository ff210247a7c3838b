"""An article's title: where front matter has it, and what a reader hears of it."""

from __future__ import annotations

from html import unescape

from contentlint.document import Document
from contentlint.fields import Field
from contentlint.patterns import pattern

_MARKS = pattern(r"<[^<>]*>|\s*\{[:#.][^{}]*\}\s*\Z|(?:(?![+#])[\W_])+")


def title_field(document: Document) -> Field | None:
    """The front matter entry that holds the title as text."""
    front_matter = document.readable_front_matter
    if front_matter is None:
        return None
    field = front_matter.first(*document.setting.profile.title_keys)
    return field if field is not None and isinstance(field.data, str) and field.data.strip() else None


def plain(text: str) -> str:
    """A text without marks, blanks and letter case: what two spellings of one title share; "C", "C++" and "C#" differ."""
    return _MARKS.sub("", unescape(text)).casefold()
