"""Texts of several lines in sound YAML that stand as deep as the key they belong to, so that it is empty and their first
words became a key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise, takewhile

from contentlint.document import Problem
from contentlint.errors import KeyPath
from contentlint.fields import Field
from contentlint.parsing.front_matter.keys import PAGE_KEYS, named
from contentlint.parsing.front_matter.mending import slip
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

BLOCKS = frozenset({"literal", "folded"})
_INDENT = pattern(r"[ \t]*+(?=[^\s])")
_MARK_ABOVE = pattern(r"[|>][-+]?+[ \t]*+\r?\n[ \t]*+\Z")
_SENTENCE_ENDS = tuple(".!?。！？…")


def sentences_as_keys(text: str, fields: Mapping[KeyPath, Field]) -> Iterator[Problem]:
    """What is told of keys with blanks right below an empty text, where no other key near there has any."""
    in_order = list(fields.values())
    with_blanks = Counter(field.path[:-1] for field in in_order if _has_blanks(field))
    for place, (above, below) in enumerate(pairwise(in_order), 1):
        if above.data == "" and above.style in BLOCKS and _begins_text(above, below):
            sentences = list(_sentences(above, in_order, place))
            is_alone = sum(map(_has_blanks, sentences)) == with_blanks[above.path[:-1]]
            if is_alone and below.key and _MARK_ABOVE.match(text, above.value.start, below.key.start):
                after = place + len(sentences)
                rest = in_order[after : after + 1]
                yield _told(text, above, sentences, may_end_below=any(_has_capital(above, field) for field in rest))


def _sentences(above: Field, in_order: list[Field], place: int) -> Iterator[Field]:
    """What stands from a place on and belongs to the text above."""
    following = (in_order[at] for at in range(place, len(in_order)))
    return takewhile(lambda field: _goes_on(above, field), following)


def _told(text: str, above: Field, sentences: list[Field], *, may_end_below: bool) -> Problem:
    """The first of the sentences that belong to a text; no one knows how to mend it where its end is not clear."""
    first, last = sentences[0], sentences[-1]
    assert first.key is not None, "it looks like a key"
    start = text.rfind("\n", 0, first.key.start) + 1
    edits = tuple(
        Edit.at(at, "  ") for at in _lines_of(text, Span(start, last.value.end), text[start : first.key.start])
    )
    message = f'this line belongs to "{named(above.name)}" and must be indented'
    return slip(Span(first.key.start, first.value.end), message, () if may_end_below else edits, "Indent it")


def _is_beside(above: Field, field: Field) -> bool:
    return field.path[:-1] == above.path[:-1] and field.key is not None


def _has_blanks(field: Field) -> bool:
    """Whether a key and its value look like a text with a colon: a name has capitals, or is one word."""
    is_text = isinstance(field.data, str) and field.style == "plain" and not field.data[:1].isdigit()
    return is_text and field.key is not None and any(map(str.islower, field.name.split()[1:]))


def _has_capital(above: Field, field: Field) -> bool:
    """Whether a key has a capital, which no other has, as the one above shows, and is none that articles have."""
    is_word = _is_beside(above, field) and field.name not in PAGE_KEYS
    return is_word and above.name.islower() and field.name[:1].isupper()


def _begins_text(above: Field, field: Field) -> bool:
    """Whether a text begins below its key: with a capital, or as a sentence that ends in its line."""
    is_text = _is_beside(above, field) and _has_blanks(field)
    return is_text and (_has_capital(above, field) or _ends_sentence(field.data))


def _goes_on(above: Field, field: Field) -> bool:
    """Whether a text that began goes on in a line with a colon."""
    if not _is_beside(above, field) or field.name in PAGE_KEYS or field.style != "plain":
        return False
    return _has_blanks(field) or (isinstance(field.data, str) and _ends_sentence(field.data))


def _ends_sentence(text: str) -> bool:
    return " " in text and text.rstrip("\"'”)").endswith(_SENTENCE_ENDS)


def _lines_of(text: str, span: Span, indent: str) -> Iterator[int]:
    """Where the lines with an indentation begin."""
    at = span.start
    while at < span.end:
        line = _INDENT.match(text, at)
        if line is not None and line[0] == indent:
            yield at
        at = text.find("\n", at) + 1 or span.end
