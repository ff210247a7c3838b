"""Addresses that stand in Markdown's text as they are, of which most renderers make links."""

from __future__ import annotations

import re

from contentlint.document import Document, once
from contentlint.elements import SAMPLES
from contentlint.patterns import pattern
from contentlint.text import Span

# https://github.github.com/gfm/#autolinks-extension-
_ADDRESS = pattern(r"(?:https?://|www\.(?=[\w-]++\.))[^\s<>\"'`|*^{}\u3000-\u303f\uff00-\uffef]++")
# before it: then it is a part of something else; an underscore may begin emphasis
_GOES_ON = pattern(r"(?:[^\W_]_?|[/=.:&?%@#\"'<\[+-]|\]\()\Z", re.ASCII)
_BEHIND = "?!.,:;_~\\"  # punctuation of the sentence around it
_BLOCKS = frozenset({"text", "heading"})


@once
def bare_addresses(document: Document) -> list[tuple[str, Span]]:
    """Those with a query, and where they stand, which is in no link and no sample; as written, but that each has a protocol."""
    text, found = document.text, list[tuple[str, Span]]()
    floor = document.body.span.start if document.language != "html" else len(text)
    while (at := text.find("?", floor)) >= 0:  # one character is found many times faster than an address
        match = _address_over(text, floor, at)
        floor = at + 1
        if match is not None:
            start, floor = match.span()
            address = _trimmed(match[0])
            span = Span(start, start + len(address))
            if not _GOES_ON.search(text, max(start - 2, 0), start) and _is_read(document, span):
                found.append((address if address.startswith("http") else "http://" + address, span))
    return found


def _address_over(text: str, floor: int, at: int) -> re.Match[str] | None:
    """The address that begins after `floor` and goes on over an offset."""
    for beginning in ("http", "www."):
        start = text.rfind(beginning, floor, at)
        match = _ADDRESS.match(text, start) if start >= 0 else None
        if match is not None and match.end() > at:
            return match
    return None


def _trimmed(address: str) -> str:
    """The address without what belongs to the sentence: its punctuation, and brackets that open before it."""
    address = address.rstrip(_BEHIND)
    closing = min(address.count(")") - address.count("("), len(address) - len(address.rstrip(")")))
    return address[: len(address) - max(closing, 0)].rstrip(_BEHIND)


def _is_read(document: Document, span: Span) -> bool:
    """Whether it stands in text of Markdown that no link and no sample holds."""
    block = document.block_at(span.start)
    if block is None or block.kind not in _BLOCKS or next(document.texts_in(span), None) != span:
        return False
    return not any(node.kind == "link" or node.name in SAMPLES for node in document.holding(span.start))
