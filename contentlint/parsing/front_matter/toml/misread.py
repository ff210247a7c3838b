"""Sound TOML that says something else than its author meant: keys of the article below a table's name, which are that
table's then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.document import Problem
from contentlint.errors import KeyPath
from contentlint.fields import Field
from contentlint.parsing.front_matter.mending import slip
from contentlint.patterns import pattern
from contentlint.text import Edit, Span, line_after
from contentlint.wording import cut

_OF_MENUS = frozenset({"menu", "menus"})
_OF_ARTICLE = frozenset("title date draft lastmod updated slug description weight template".split())
_NO_PARTS_OF_MENUS = frozenset("date draft lastmod slug description aliases tags categories".split())
# tables in which a draft is none, whatever else a theme may look for there
_WITH_DRAFTS = frozenset("params extra build sitemap author cover image seo".split())
_BLANK_LINE = pattern(r"[ \t\r]*+\n")
_BLANK_ABOVE = pattern(r"\n[ \t\r]*+\n[ \t]*+\Z")


def misread_in(text: str, content: Span, fields: Mapping[KeyPath, Field]) -> Iterator[Problem]:
    """What is told of the pairs below the names of tables: `text` is the whole article."""
    place, at_the_top = _below_the_top(text, content, fields), {path[0] for path in fields if len(path) == 1}
    for path, field in fields.items():
        if len(path) < 2 or field.key is None or path[-1] in at_the_top:
            continue
        table = fields.get(path[:-1])
        if table is not None and _is_header(table) and _is_of_article(text, table, field):
            at_the_top.add(path[-1])  # the first one only: it is there once this is mended
            name = table.value.of(text)
            message = f'"{path[-1]}" belongs to {cut(name)} here: keys of the article stand above the first table'
            edits = _moved_to(place, text, content, field)
            yield slip(Span(field.key.start, field.value.end), message, edits, "Move it up")


def _is_header(field: Field) -> bool:
    """Whether this is a table that its name in brackets begins, and no group in braces and no list."""
    return field.key is not None and field.value.start < field.key.start and field.style == "mapping"


def _is_of_article(text: str, table: Field, field: Field) -> bool:
    """Whether a pair has no meaning in its table, and one at the top, where the same key is missing."""
    above, name, data = table.path, field.path[-1], field.data
    if above == ("taxonomies",):  # which has lists of names
        return name in _OF_ARTICLE and not isinstance(data, (list, dict))
    if above[0] in _OF_MENUS and len(above) < 3:
        return name in _NO_PARTS_OF_MENUS or (name == "title" and _stands_apart(text, table, field))
    return name == "draft" and data is True and len(above) == 1 and above[0] in _WITH_DRAFTS


def _stands_apart(text: str, table: Field, field: Field) -> bool:
    """Whether a pair stands less deep than the name of its table, or below a blank line."""
    assert field.key is not None
    columns = [at - text.rfind("\n", 0, at) for at in (field.key.start, table.value.start)]
    return columns[0] < columns[1] or _BLANK_ABOVE.search(text, table.value.end, field.key.start) is not None


def _below_the_top(text: str, content: Span, fields: Mapping[KeyPath, Field]) -> int:
    """Where the line after the last pair above all tables begins."""
    pairs = [top.value.end for path, top in fields.items() if len(path) == 1 and top.key and top.key < top.value]
    return line_after(text, pairs[-1]) if pairs else content.start


def _moved_to(place: int, text: str, content: Span, field: Field) -> tuple[Edit, ...]:
    """The edits that move a pair with its line."""
    assert field.key is not None
    start, end = text.rfind("\n", 0, field.key.start) + 1, line_after(text, field.value.end)
    written = text[field.key.start : end]
    is_last = end == content.end or _BLANK_LINE.match(text, end) is not None
    while is_last and not text[(above := text.rfind("\n", 0, start - 1) + 1) : start].strip():
        start = above  # the blank lines above it are enough below what stands there
    return Edit.at(place, written), Edit(Span(start, end), "")
