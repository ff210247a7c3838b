"""Whole entries of front matter, to remove, to rename and to move as text."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from contentlint.document import Document
from contentlint.fields import Field, FrontMatter
from contentlint.patterns import LINE_END, pattern
from contentlint.spelling import in_flow, written_key
from contentlint.text import Edit, Span, line_after

_COMMA = pattern(r"[ \t\r\n]*+,[ \t]*+")
_COMMA_BEFORE = pattern(r",[ \t\r\n]*+\Z")
_REST_OF_LINE = pattern(r"[ \t]*+(?:#[^\r\n]*+)?+(?:\r\n?|\n|\Z)")
_COMMENTS_INSIDE = pattern(r"(?:(?:[ \t]*+(?:\r\n?|\n))++[ \t]++#[^\r\n]*+)++")  # the indented ones below a value
_ANCHOR = pattern(r"&([^\s,\[\]{}]++)")
_ALIAS = pattern(r"(?<![^\s,\[{])\*([^\s,\[\]{}]++)")
_KEEPS_LINE_ENDS = pattern(r"(?:!\S*+[ \t]++)?+[|>]\d?+\+")
_MERGE = pattern(r"(?m)^[ \t]*+<<[ \t]*+:")


class Entry(NamedTuple):
    """A top-level entry with the comment lines right above it and those indented below it, without its last line end."""

    field: Field
    span: Span


def has_twins(document: Document) -> bool:
    """Whether a key is there twice, of which `fields` knows one."""
    return "!duplicate-key" in document.signs


def _start_of(document: Document, field: Field) -> int:
    """Where an entry begins: its key, the dash of a list item, or the item itself."""
    if field.key is not None:
        return field.key.start
    if in_flow(document, field) or document.syntax != "yaml":
        return field.value.start
    return max(document.text.rfind("-", 0, field.value.start), 0)


def removal_of(document: Document, field: Field, others: Collection[Field] = ()) -> Edit | None:
    """Delete an entry: its lines where it fills them, else it and its comma; None where that is unsure, or where what
    stays behind once it and these others are gone refers to it."""
    text, front_matter = document.text, document.front_matter
    if front_matter is None:
        return None
    is_of_tables = field.key is None and field.style == "mapping" and text[field.value.start] == "["
    if front_matter.syntax == "toml" and (is_of_tables or field.is_table):
        return _removal_of_table(document, front_matter, field)
    start, end = _start_of(document, field), max(field.value.end, field.key.end if field.key else 0)
    if front_matter.syntax == "yaml" and _is_referred_to(document, Span(start, end), others):
        return None
    if front_matter.syntax == "yaml" and text.endswith(("? ", "?\t"), 0, start):
        return None
    if front_matter.syntax == "json" or in_flow(document, field) or _is_inline(front_matter, text, field):
        return _out_of_a_row(text, Span(start, end))
    line = document.source.line_start(start)
    if text[line:start].strip(" \t"):
        return None
    rest = _REST_OF_LINE.match(text, end)
    return Edit(Span(line, rest.end()), "") if rest else None


def _is_referred_to(document: Document, span: Span, others: Collection[Field]) -> bool:
    """Whether an anchor of YAML stands in these characters, with an alias outside of them and of these others."""
    text, front_matter = document.text, document.front_matter
    if front_matter is None or text.find("&", span.start, span.end) < 0:
        return False
    anchors = set(_ANCHOR.findall(text, span.start, span.end))
    gone = [span, *(other.value for other in others)]
    aliases = _ALIAS.finditer(text, front_matter.content.start, front_matter.content.end)
    return any(
        alias[1].rstrip(":") in anchors and not any(piece.start <= alias.start() < piece.end for piece in gone)
        for alias in aliases
    )


def _removal_of_table(document: Document, front_matter: FrontMatter, field: Field) -> Edit | None:
    """Delete a table of TOML from its head to its last value, where nothing of another stands between."""
    depth, text = len(field.path), document.text
    parts = [each.value for each in front_matter.below[field.path[0]] if each.path[:depth] == field.path]
    span = Span(min(part.start for part in parts), max(part.end for part in parts))
    inside = [each.path for each in front_matter.beginning_in(span) if span.covers(each.value)]
    start, rest = document.source.line_start(span.start), _REST_OF_LINE.match(text, span.end)
    is_mixed = any(path != field.path[: len(path)] and path[:depth] != field.path for path in inside)
    if is_mixed or rest is None or text[start : span.start].strip():
        return None
    above = text[front_matter.content.start : start].rstrip()
    if above:  # the empty lines between go, too
        start = line_after(document.source.flat, front_matter.content.start + len(above))
    return Edit(Span(start, rest.end()), "")


def _is_inline(front_matter: FrontMatter, text: str, field: Field) -> bool:
    """Whether a TOML value stands inside an array or an inline table."""
    if front_matter.syntax != "toml" or len(field.path) < 2:
        return False
    if isinstance(field.path[-1], int):
        return True
    above = front_matter.fields.get(field.path[:-1])
    return above is not None and text[above.value.start : above.value.start + 1] == "{"


def _out_of_a_row(text: str, span: Span) -> Edit:
    """An item of a row of items with one of its commas, and with its line where it has one."""
    after = _COMMA.match(text, span.end)
    line = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    is_first_in_line = not text[line : span.start].strip(" \t")
    if after is not None:
        end_of_line = LINE_END.match(text, after.end())
        if is_first_in_line and end_of_line:
            return Edit(Span(line, end_of_line.end()), "")
        return Edit(Span(span.start, after.end()), "")
    before = _COMMA_BEFORE.search(text, max(span.start - 2000, 0), span.start)
    return Edit(Span(before.start() if before else span.start, span.end), "")


def renaming(document: Document, field: Field, name: str) -> Edit | None:
    """Write another name for a key, in the quotes it has; None where the new name cannot stand there, or the key is
    written in other places too."""
    front_matter = document.front_matter
    if field.key is None or front_matter is None or has_twins(document) or not _is_in_one_place(front_matter, field):
        return None
    written = field.key.of(document.text)
    if written[:1] in ("&", "*", "!"):
        return None
    if written[:1] in ("'", '"') and written[-1:] == written[0]:
        if any(char in name for char in "\\\"'"):
            return None
        return Edit(Span(field.key.start + 1, field.key.end - 1), name)
    new = written_key(name, front_matter.syntax)
    return None if new is None else Edit(field.key, new)


def _is_in_one_place(front_matter: FrontMatter, field: Field) -> bool:
    """Whether a key is written once: one of TOML may stand in the names of several tables and before several dots."""
    if not field.is_table:
        return True
    depth = len(field.path)
    entries = [each for each in front_matter.below[field.path[0]] if each.path[:depth] == field.path]
    tables = [each for each in entries if each.is_table]
    if field.key == field.value:  # it stands before a dot
        return all(len(each.data) == 1 for each in tables if each.key == each.value)
    *above, last = [each for each in tables if each.key != each.value]
    return (
        all(each.value == field.value and len(each.data) == 1 for each in above)
        and last.value == field.value
        and (last.style == "mapping" or len(last.data) == 1)
    )


def movable_entries(document: Document) -> list[Entry]:
    """The top-level entries that may change places; none where that could change what they mean."""
    front_matter, text = document.readable_front_matter, document.text
    if front_matter is None or has_twins(document):
        return []
    fields = [field for field in front_matter.top if field.key is not None]
    if front_matter.syntax == "json" or (fields and in_flow(document, fields[0])):
        return _movable_members(text, front_matter.content, fields)
    content = front_matter.content.of(text)
    if "<<" in content and _MERGE.search(content):
        return []
    if "&" in content and any(text.startswith("&", field.value.start) for field in front_matter.fields.values()):
        return []  # an alias must stay below its anchor
    if "+" in content and any(
        _KEEPS_LINE_ENDS.match(text, field.value.start) for field in front_matter.fields.values()
    ):
        return []  # the empty lines below it are its own
    found: list[Entry] = []
    for field in fields:
        if field.is_table:
            break  # a TOML table takes all that follows
        entry = _entry(document, field, found[-1].span.end if found else front_matter.content.start)
        if entry is None:
            return []
        found.append(entry)
    return found


def _movable_members(text: str, content: Span, fields: list[Field]) -> list[Entry]:
    """The entries in braces; none where a comment stands between them, of which nobody knows whose it is."""
    members = [Entry(field, Span(field.key.start, field.value.end)) for field in fields if field.key]
    starts = [*(member.span.start for member in members), content.end]
    ends = [content.start, *(member.span.end for member in members)]
    return [] if any("#" in text[end:start] for end, start in zip(ends, starts)) else members


def _entry(document: Document, field: Field, floor: int) -> Entry | None:
    text, source = document.text, document.source
    if field.key is None:
        return None
    key = field.key.start
    start = source.flat.rfind("\n", 0, key) + 1
    if start < floor or (start < key and text[start:key].strip("\ufeff")):
        return None
    while start > floor + 1 and text[floor:start].strip():  # comments, maybe
        above = source.line_span(start - 1)
        if above.start < floor or not above.of(text).startswith("#"):
            break
        start = above.start
    end = field.value.end
    if text[end : end + 1] != "\n":
        rest = _REST_OF_LINE.match(text, end)
        if rest is None:
            return None
        end += len(rest[0].rstrip("\r\n"))
    if (inside := _COMMENTS_INSIDE.match(text, end)) is not None:
        end = inside.end()
    return Entry(field, Span(start, end))
