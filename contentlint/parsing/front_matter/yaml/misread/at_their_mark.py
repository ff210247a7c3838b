"""Texts of several lines in sound YAML that stand as deep as the key they belong to, so that it is empty and their first
words became a key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile

from contentlint.document import Problem
from contentlint.fields import Field, Path
from contentlint.parsing.front_matter.keys import named
from contentlint.parsing.front_matter.yaml.misread.slip import slip
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_INDENT = pattern(r"[ \t]*+(?=[^\s])")
_MARK_ABOVE = pattern(r"[|>][-+]?+[ \t]*+\r?\n[ \t]*+\Z")


def sentence_as_key(text: str, above: Field, fields: Mapping[Path, Field]) -> Iterator[Problem]:
    """What is told of keys with blanks right below an empty text, where no other key near there has any."""
    siblings = [field for path, field in fields.items() if path[:-1] == above.path[:-1]]
    sentences = list(takewhile(_is_sentence, siblings[siblings.index(above) + 1 :]))
    if not sentences or sum(map(_is_sentence, siblings)) > len(sentences):
        return
    first, last = sentences[0].key, sentences[-1].value
    if first is None or not _MARK_ABOVE.match(text, above.value.start, first.start):
        return
    start = text.rfind("\n", 0, first.start) + 1
    indent = text[start : first.start]
    edits = tuple(Edit(Span(at, at), "  ") for at in _lines_of(text, Span(start, last.end), indent))
    message = f'this line belongs to "{named(above.name)}" and must be indented'
    yield slip(Span(first.start, sentences[0].value.end), message, edits, "Indent it")


def _is_sentence(field: Field) -> bool:
    """Whether a key and its value look like a text with a colon: a name has capitals, or is one word."""
    is_text = isinstance(field.data, str) and field.style == "plain" and not field.data[:1].isdigit()
    return is_text and field.key is not None and any(map(str.islower, field.name.split()[1:]))


def _lines_of(text: str, span: Span, indent: str) -> Iterator[int]:
    """Where the lines with an indentation begin."""
    at = span.start
    while at < span.end:
        line = _INDENT.match(text, at)
        if line is not None and line[0] == indent:
            yield at
        at = text.find("\n", at) + 1 or span.end
