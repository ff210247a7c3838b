"""Addresses that stand in Markdown's text as they are, of which most renderers make links."""

from __future__ import annotations

import re

from contentlint.document import Document, once
from contentlint.nodes import SAMPLES
from contentlint.patterns import pattern
from contentlint.text import Span

_ADDRESS = pattern(r"https?://[^\s<>\"'`|*^{}\u3000-\u303f\uff00-\uffef]++")
_GOES_ON = pattern(r"[\w/=.:&?%@#\"'<\[+-]", re.ASCII)  # before it: then it is a part of something else
_BEHIND = "?!.,:;_~\\"  # punctuation of the sentence around it
_BLOCKS = frozenset({"text", "heading"})


@once
def possible_addresses(document: Document) -> list[tuple[str, Span]]:
    """What looks like such an address, as written; `is_bare` tells whether it is one."""
    if document.language == "html":
        return []
    text = document.text
    found: list[tuple[str, Span]] = []
    for match in _ADDRESS.finditer(text, document.body.span.start):
        start = match.start()
        if start and _GOES_ON.match(text, start - 1):
            continue
        address = _trimmed(match[0])
        found.append((address, Span(start, start + len(address))))
    return found


def _trimmed(address: str) -> str:
    """The address without what belongs to the sentence: its punctuation, and brackets that open before it."""
    address = address.rstrip(_BEHIND)
    closing = min(address.count(")") - address.count("("), len(address) - len(address.rstrip(")")))
    return address[: len(address) - max(closing, 0)].rstrip(_BEHIND)


def is_bare(document: Document, span: Span) -> bool:
    """Whether an address stands in text of Markdown that no link and no sample holds."""
    block = document.block_at(span.start)
    if block is None or block.kind not in _BLOCKS or next(document.texts_in(span), None) != span:
        return False
    return not any(node.kind == "link" or node.name in SAMPLES for node in document.holding(span.start))
