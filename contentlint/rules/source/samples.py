"""Where an article shows characters instead of using them: code, in Markdown and in HTML."""

from __future__ import annotations

from bisect import bisect_right

from contentlint.document import Document

_TAGS = ("code", "samp", "kbd", "pre", "xmp", "listing", "tt")


class Samples:
    """The stretches of an article that are samples."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(node.whole for node in document.tags(*_TAGS, samples=True) if node.end_tag is not None):
            if not self._ends or span.end > self._ends[-1]:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def hold(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return (at >= 0 and offset < self._ends[at]) or self._document.in_code(offset)
