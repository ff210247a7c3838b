"""Whether a text holds characters that nobody sees."""

from __future__ import annotations

from itertools import filterfalse

from contentlint.document import Document, once

_SEEN = bytes((*b"\t\n\r", *range(0x20, 0x7F)))
_BLANKS = ("\r", "\t", "\u3000", "\xa0")  # white space is not printable, yet known to be there


@once
def holds_unseen(document: Document) -> bool:
    """Whether there is any character without a shape, besides the usual white space."""
    if document.text.isascii():
        return bool(document.source.utf8.translate(None, _SEEN))
    return not all(map(_is_seen, filterfalse(str.isprintable, document.source.lines)))


def _is_seen(line: str) -> bool:
    for blank in _BLANKS:
        line = line.replace(blank, "")
    return line.isprintable()
