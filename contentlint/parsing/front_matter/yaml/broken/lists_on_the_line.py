"""Lists of broken YAML that begin in the line of their key."""

from __future__ import annotations

from contentlint.parsing.front_matter.keys import LIST_KEYS, WELL_KNOWN
from contentlint.parsing.front_matter.mending import OWN_LINE_TOLD, new_line
from contentlint.parsing.front_matter.yaml.broken.lines import LIST_BELOW, Line, Mistake, Value, before_value, next_line
from contentlint.parsing.front_matter.yaml.broken.quoting import quoting_edit
from contentlint.parsing.front_matter.yaml.writing import as_lines, items_of
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_BETWEEN_LISTS = pattern(r"(?<=\])[ \t]*+,?+[ \t]*+-[ \t]++(?=\[)")
_DASH_OR_COMMA = pattern(r"[ \t]++-[ \t]++|[ \t]*+,[ \t]*+")
_QUOTED = pattern(r"\"[^\"]*+\"|(?<!\w)'[^']*+'")
_KEY_BEHIND = pattern(r"(?<=[^\s-])[ \t]++([A-Za-z_][\w-]*+):(?=[ \t]|\Z)")


def list_on_the_line(content: str, lines: list[Line], index: int, value: Value) -> Mistake:
    """A list, with a dash before its first item at least, that belongs below its key."""
    line, below = lines[index], next_line(lines, index)
    has_items = below is not None and below.text.lstrip().startswith("- ")
    keys = _KEY_BEHIND.findall(_QUOTED.sub('""', value.text))
    if (message := _ends_before(value, keys)) is not None:
        passed = Edit(value.span, "") if has_items else quoting_edit(value)
        return Mistake(line.written, message).to_read_on((passed,), 0.9)
    column = below.indent if below is not None and has_items else value.column + 2
    start = before_value(line, value)
    edits = (Edit(Span(start, value.start), new_line(content) + " " * column),)
    inside = value.text[2:].lstrip()
    is_of_lists = inside.startswith("[")
    parts = (_BETWEEN_LISTS if is_of_lists else _DASH_OR_COMMA).split(inside) if value.key in LIST_KEYS else []
    if (len(parts) > 1 or keys) and all(parts):
        items = parts if is_of_lists else items_of(",".join(parts))
        written = as_lines(items, column, new_line(content))
        edits = (Edit(Span(start, value.span.end), written),)
    return Mistake(line.written, LIST_BELOW, edits, "Begin the list below")


def _ends_before(value: Value, keys: list[str]) -> str | None:
    """What is told where only its author knows how far a list in a line goes, and what its last item is: another key
    stands behind an item, or nothing behind the last dash."""
    is_listed = value.key in LIST_KEYS
    if any(key.lower() in WELL_KNOWN or (is_listed and not key[0].isupper()) for key in keys):  # no "Star Wars: One"
        return OWN_LINE_TOLD
    return LIST_BELOW if is_listed and value.text.endswith(" -") else None
