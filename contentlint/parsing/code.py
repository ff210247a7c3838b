"""Where Markdown's code stands, whatever templates or HTML may write there."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.parsing.blocks import BlockReader
from contentlint.parsing.inlines import code_spans
from contentlint.text import Span


def code_in(text: str, start: int, end: int) -> Iterator[Span]:
    """The code between two offsets of a text, of which the first begins a line outside of any container."""
    part = text[start:end]
    reader = BlockReader(part, 0, len(part), jsx=False)
    reader.read()
    for block in reader.blocks:
        if block.kind in ("fence", "indented"):
            yield Span(start + block.start, start + block.end)
        elif block.kind in ("text", "heading"):
            yield from (Span(start + a, start + b) for a, b in code_spans(part, block.start, block.end))
