"""What stands behind a value of broken YAML in its line: another key, a comment of another language."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.parsing.front_matter.keys import KNOWN_KEYS
from contentlint.parsing.front_matter.mending import new_line
from contentlint.parsing.front_matter.yaml.broken.lines import Line, Mistake, Value
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_KEY = pattern(r"[ \t]*+,?[ \t]*+(?=([A-Za-z_][\w-]*+):(?:\s|\Z))")
_COMMENT = pattern(r"[ \t]*+(//+|<!--|/\*)[ \t]*+([^\n]*?)[ \t]*+(?:-->|\*/)?[ \t]*+\Z")


def behind(content: str, lines: list[Line], index: int, value: Value, end: int) -> Iterator[Mistake]:
    """What follows the first so many characters of a value, which are all of it."""
    rest = value.text[end:]
    key = _KEY.match(rest)
    if key is not None and key[1] in KNOWN_KEYS:
        yield key_behind(content, lines, index, value, end, 0.6)
    comment = _COMMENT.match(rest)
    if comment is not None:
        span = Span(value.start + end, value.start + len(value.text))
        message = f'a comment begins with "#" here, not with "{comment[1]}"'
        yield Mistake(lines[index].written, message, (Edit(span, f" # {comment[2]}"),), 'Write "#"', 0.5)


def key_behind(content: str, lines: list[Line], index: int, value: Value, end: int, cost: float) -> Mistake:
    """Another key in the line of a value that ends after so many characters."""
    key = _KEY.match(value.text, end)
    assert key is not None
    edit = Edit(Span(value.start + end, value.start + key.end()), new_line(content) + " " * value.column)
    return Mistake(lines[index].written, "each key begins on a line of its own", (edit,), "Begin a new line", cost)
