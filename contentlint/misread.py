"""Start tags that are read otherwise than they were written, since a quote in them is missing or one too many."""

from __future__ import annotations

from itertools import pairwise

from contentlint.document import Document, once
from contentlint.nodes import Attribute, Node
from contentlint.patterns import pattern
from contentlint.spans import Merged
from contentlint.text import Edit, Span
from contentlint.words import Words

# in an attribute's name they are errors: https://html.spec.whatwg.org/multipage/parsing.html#attribute-name-state
_OUT_OF_PLACE = frozenset("\"'<=")
_REACHES_END_OF_TAG = pattern(r"=[\"'][^\"'<>]*+>")
_TAG_AS_VALUE = Words("=<")
_MAY_BE_SWALLOWED = pattern(r"[<>\r\n]")


@once
def misread_tags(document: Document) -> tuple[Node, ...]:
    """The tags with a quote, a "<" or a "=" in an attribute's name, or with a name that follows a value without a blank.

    The value before it ran on to the next quote, wherever that stands, so that what looks like their attributes may be
    the article's text, links and pictures.
    """
    names = [name for name in document.attribute_names if not _OUT_OF_PLACE.isdisjoint(name)]
    found = {node.span: node for node, _ in document.attributes(*names, samples=True)}
    if _REACHES_END_OF_TAG.search(document.source.flat) is not None:
        nodes = document.all("element", samples=True)
        found |= {node.span: node for node in nodes if _has_name_behind_value(document, node)}
    return tuple(found[span] for span in sorted(found))


def _has_name_behind_value(document: Document, tag: Node) -> bool:
    """Whether a name stands right behind a value that holds an end of a tag or ends in an equals sign."""
    for attribute, following in pairwise(tag.attributes):
        if attribute.value_span is not None and attribute.span.end == following.span.start:
            value = attribute.value_span.of(document.text)
            if ">" in value or value.endswith("="):
                return True
    return False


@once
def tags_cut_short(document: Document) -> frozenset[Node]:
    """The tags in which another one begins as a value, `<script type=<b>"x"</b>>`: code that was pasted with its colours."""
    if not _TAG_AS_VALUE.are_in(document):
        return frozenset()
    return frozenset(tag for tag in document.all("element") if any(_is_tag(document, each) for each in tag.attributes))


def _is_tag(document: Document, attribute: Attribute) -> bool:
    span, value = attribute.value_span, attribute.value
    if span is None or value[:1] != "<" or not value[1:2].isalpha():
        return False
    return document.text[span.start - 1] == "=" and not document.has_template(attribute.span)


def changes_misread(document: Document, edit: Edit) -> bool:
    """Whether an edit takes out or rewrites anything that stands in such a tag behind its "<", white space aside.

    A tag in one line without another's begin or end has swallowed nothing: it may go as a whole.
    """
    old = edit.span.of(document.text)
    if old == "" or (old + edit.text).isspace():
        return False
    insides = _insides(document).meeting(edit.span)
    return any(edit.text or not _is_all_gone(document, inside, edit.span) for inside in insides)


def _is_all_gone(document: Document, inside: Span, span: Span) -> bool:
    is_whole = span.start < inside.start and inside.end <= span.end
    return is_whole and _MAY_BE_SWALLOWED.search(document.text, inside.start, inside.end - 1) is None


@once
def _insides(document: Document) -> Merged:
    return Merged([Span(tag.span.start + 1, tag.span.end) for tag in misread_tags(document)])
