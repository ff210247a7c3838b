"""Whether a text holds characters that nobody sees."""

from __future__ import annotations

from contentlint.document import Document, once

_BLANKS = ("\r", "\t", "\u3000", "\xa0")  # white space is not printable, yet known to be there


@once
def holds_unseen(document: Document) -> bool:
    """Whether there is any character without a shape, besides the usual white space."""
    return not all(line.isprintable() or _is_seen(line) for line in document.text.split("\n"))


def _is_seen(line: str) -> bool:
    for blank in _BLANKS:
        line = line.replace(blank, "")
    return line.isprintable()
