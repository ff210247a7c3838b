"""What may be meant with a line of TOML that is no pair: a table's name, or a key that is not written as one."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.parsing.front_matter.toml.broken.values import is_sound, quoted
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_TABLE = pattern(r"[ \t]*+(\[\[?)[ \t]*+([A-Za-z0-9_-]++(?:\.[A-Za-z0-9_-]++)*+)\.?[ \t]*+\]{0,2}[ \t]*+(?=#|\Z)")
_DASHED = pattern(r"[ \t]*+(-[ \t]++)(?=[\w-]++[ \t]*+=)")
_KEY_OF_WORDS = pattern(r"[ \t]*+([A-Za-z0-9_-]++(?:[ \t]++[A-Za-z0-9_-]++)++)[ \t]*+=")
_NO_EQUALS = pattern(r"[ \t]*+[A-Za-z0-9_-]++([ \t]*+[＝：][ \t]*+|[ \t]++)(?=\S)")


def mends_of_line(line: str) -> Iterator[tuple[str, str, Edit]]:
    """What is wrong, what to do about it, and the edit, at offsets from the beginning of the line."""
    table = _TABLE.match(line)
    if table is not None:
        name = table[1] + table[2] + "]" * len(table[1])
        yield (
            f'the name of a table stands in brackets: "{name[:60]}"',
            "Mend it",
            Edit(Span(table.start(1), len(table[0].rstrip())), name),
        )
        return
    dashed = _DASHED.match(line)
    if dashed is not None:
        yield 'a key of TOML has no "-" before it', 'Remove the "-"', Edit(Span(*dashed.span(1)), "")
    words = _KEY_OF_WORDS.match(line)
    if words is not None:
        edit = Edit(Span(*words.span(1)), quoted(words[1]))
        yield f'the key "{words[1][:40]}" needs quotes in TOML', "Quote the key", edit
    unequal = _NO_EQUALS.match(line)
    if unequal is not None and is_sound(line[unequal.end() :].strip()):
        yield 'a TOML key is followed by " = " and its value', 'Write "="', Edit(Span(*unequal.span(1)), " = ")
