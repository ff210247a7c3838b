"""Lists of broken YAML that begin in the line of their key."""

from __future__ import annotations

from contentlint.parsing.front_matter.keys import LIST_KEYS
from contentlint.parsing.front_matter.mending import new_line
from contentlint.parsing.front_matter.yaml.broken.lines import LIST_BELOW, Line, Mistake, Value, before_value
from contentlint.parsing.front_matter.yaml.writing import as_lines, items_of
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_BETWEEN_LISTS = pattern(r"(?<=\])[ \t]*+,?+[ \t]*+-[ \t]++(?=\[)")
_DASH_OR_COMMA = pattern(r"[ \t]++-[ \t]++|[ \t]*+,[ \t]*+")


def list_on_the_line(content: str, lines: list[Line], index: int, value: Value) -> Mistake:
    """A list, with a dash before its first item at least, that belongs below its key."""
    line = lines[index]
    below = lines[index + 1] if index + 1 < len(lines) else None
    column = below.indent if below is not None and below.text.lstrip().startswith("- ") else value.column + 2
    start = before_value(line, value)
    edits = (Edit(Span(start, value.start), new_line(content) + " " * column),)
    inside = value.text[2:].lstrip()
    is_of_lists = inside.startswith("[")
    parts = (_BETWEEN_LISTS if is_of_lists else _DASH_OR_COMMA).split(inside) if value.key in LIST_KEYS else []
    if len(parts) > 1 and all(parts):
        items = parts if is_of_lists else items_of(",".join(parts))
        written = as_lines(items, column, new_line(content))
        edits = (Edit(Span(start, value.span.end), written),)
    return Mistake(line.written, LIST_BELOW, edits, "Begin the list below")
