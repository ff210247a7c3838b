"""How values are written in YAML: in quotes or without, in brackets, behind a colon."""

from __future__ import annotations

import re
from collections.abc import Iterable

from contentlint.fields import Field
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_COLON = pattern(r":(?:[ \t]|\Z)")
# a value in quotes or brackets that more than a comment follows, or one that begins with a sign no plain one may have
_NO_VALUE = pattern(r"(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+'|\[[^\[\]\"']*+\])[ \t]*+(?:[^\s#,]|(?<![ \t])#)|[@`%]")
_REST = pattern(r"[^\r\n]*+")
_MARKS = pattern(r"[@`%*&!|>{\[\]},?\"'#]")
_COLON_INSIDE = pattern(r":(?:\s|\Z)")
# an item in sound quotes, in which a comma may stand, or what stands up to the next comma
_ITEM = pattern(r"\s*+(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+')\s*+(?=,|\Z)|[^,]++")
LIKE_SPACES = "\u00a0\u2002\u2003\u2009\u200b\u202f\u3000\ufeff"  # to who reads them, or nothing
# what only begins an item, as a pattern's part: a blank may follow
BULLETS = r"[•·●■◆▪・･][ \t]*+(?=[^\s•·●■◆▪・･])"
_MIXED_QUOTES = pattern(r"[“”„«»‘‚＂「『]([^“”„«»＂「」『』\"\r\n]++)\"\Z|[‘‚‹›]([^‘’‚‹›'\r\n]++)(?<=\w\w)'\Z")
_TWO_QUOTED = pattern(r"[\"']\s+[\"']")


def blank_after_colon(content: str, at: int) -> Edit:
    """The blank that is missing at a place, behind a key's colon; where the rest of the line needs quotes, with them."""
    rest = _REST.match(content, at)
    assert rest is not None
    written = rest[0].rstrip()
    is_quoted = written[:1] in "\"'" and closing_quote(written) == len(written) - 1
    if is_quoted or not (_COLON.search(written) or _NO_VALUE.match(written)):
        return Edit.at(at, " ")
    return Edit(Span(at, at + len(written)), " " + in_quotes(written))


def is_bare(text: str, field: Field) -> bool:
    """Whether a value is text without quotes that stands there as it is read."""
    return bool(field.data) and field.style == "plain" and field.data == field.value.of(text)


def closing_quote(text: str) -> int:
    """The index of the quote that ends the value that begins `text`, -1 where none does."""
    quotes = r'"(?:[^"\\]|\\[\s\S])*+"' if text[:1] == '"' else r"'(?:[^']|'')*+'"
    match = re.match(quotes, text)
    return match.end() - 1 if match else -1


def in_quotes(text: str) -> str:
    """Text in double quotes, or in single ones where it has double quotes or backslashes in it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return in_single_quotes(text)


def in_mixed_quotes(text: str) -> str | None:
    """What stands between a quote of another kind and a plain one, which begin and end a text; None where they do not."""
    mixed = _MIXED_QUOTES.match(text)
    return (mixed[1] or mixed[2]) if mixed is not None else None


def in_single_quotes(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def needs_quotes(text: str) -> bool:
    """Whether a text cannot stand in brackets without quotes."""
    return bool(_MARKS.match(text) or _COLON_INSIDE.search(text))


def _without_third_quote(part: str) -> str:
    is_doubled = part.count('"') == 3 and (part.startswith('""') or part.endswith('""'))
    return '"' + part.strip('"') + '"' if is_doubled else part


def as_list(items: Iterable[str]) -> str:
    """Items as a list in brackets."""
    return f"[{', '.join(items)}]"


def as_lines(items: Iterable[str], column: int, line_end: str) -> str:
    """Items as a list below its key, whose dashes stand at a column."""
    return "".join(f"{line_end}{' ' * column}- {item}" for item in items)


def items_of(inside: str) -> list[str]:
    """The items of a list, each in quotes where it needs them."""
    items = []
    for part in map(_without_third_quote, map(str.strip, _ITEM.findall(inside.strip().rstrip(",")))):
        if len(part) > 1 and part[0] in "\"'" and closing_quote(part) == len(part) - 1:
            items.append(part)
            continue
        bare = part.strip("\"'“”‘’＂＇ ")
        if len(part) > 1 and part[0] in "\"'" and (part[0] == part[-1] or closing_quote(part) > 0):
            bare = part[1:-1] if part[0] == part[-1] else part  # a word of it is quoted
        if _TWO_QUOTED.search(bare):
            items += [f'"{each}"' for each in _TWO_QUOTED.split(bare.strip("\"'"))]
        elif bare:
            is_plain = not (needs_quotes(bare) or needs_quotes(part) or " #" in bare or part != bare)
            items.append(bare if is_plain else in_quotes(bare))
    return items
