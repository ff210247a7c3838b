"""Attributes that Markdown gives to what it writes, in braces: `{: onclick="go()"}`.

See https://kramdown.gettalong.org/syntax.html#attribute-list-definitions; other engines leave the colon away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from contentlint.document import Document, once
from contentlint.patterns import pattern
from contentlint.references import decode_references
from contentlint.text import Span

# behind a link, an image, emphasis or code; in a heading; or alone on its line, of the block above
_LIST = pattern(r"(?:(?<=[)\]*_`}])|^(?:[ \t>]*+|[ \t]*+#[^{\n]*))\{:?([^{}\n]*=[^{}\n]*)\}", re.MULTILINE)
_ATTRIBUTE = pattern(r"(?<![^\s:])([A-Za-z][\w:.-]*+)=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))")


class Listed(NamedTuple):
    """One attribute of such a list."""

    span: Span
    name: str
    value: str


@once
def listed_attributes(document: Document) -> tuple[Listed, ...]:
    """The attributes in every list of a Markdown article."""
    if document.language != "markdown" or "{" not in document.text:
        return ()
    return tuple(_read(document))


def _read(document: Document) -> Iterator[Listed]:
    for found in _LIST.finditer(document.text, document.body.span.start):
        span = Span(*found.span(1))
        if document.in_code(span.start) or not any(True for _ in document.texts_in(span)):
            continue
        for match in _ATTRIBUTE.finditer(document.text, *span):
            value = next(group for group in match.groups()[1:] if group is not None)
            yield Listed(Span(*match.span()), match[1].lower(), decode_references(value))
