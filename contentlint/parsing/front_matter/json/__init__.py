"""JSON front matter: `reader` reads sound text, `broken` tells why another cannot be read."""

from __future__ import annotations

from contentlint.document import Problem
from contentlint.parsing.front_matter.json.reader import Bad, Reader
from contentlint.parsing.front_matter.parsed import Parsed
from contentlint.text import Span


def read(text: str, start: int, end: int, *, braces: bool = True) -> Parsed:
    """Read one JSON object between two offsets; without `braces` its outer braces are left out, as Hexo does."""
    reader = Reader(text, start, end)
    bad = _read(reader, braces=braces)
    if bad is None:
        return reader.parsed
    if bad.limit:
        at = min(bad.at, max(end - 1, start))
        return reader.parsed.fail(Problem("limit-exceeded", bad.span or Span(at, at + 1), bad.message))
    from contentlint.parsing.front_matter.json.broken.diagnosis import explain  # only broken JSON needs it

    def fault_of(content: str) -> Bad | None:
        return _read(Reader(content, 0, len(content)), braces=braces)

    return reader.parsed.fail(*explain(text[start:end], start, fault_of))


def _read(reader: Reader, *, braces: bool) -> Bad | None:
    """Why what a reader reads is no object, None where it is one."""
    start, end = reader.start, reader.end
    try:
        if braces:
            reader.parsed.data, after = reader.value(reader.skip(start), (), None)
        else:
            reader.parsed.data, after = reader.members(start, (), closed=False)
    except Bad as bad:
        return bad
    after = reader.skip(after)
    if isinstance(reader.parsed.data, str) and reader.text.startswith(":", after):
        is_closed = reader.text[start:end].rstrip().endswith("}")
        more = "" if is_closed else ' and the "}" behind them'
        return Bad(f'the keys lack the "{{" before them{more}', reader.skip(start))
    return Bad('something stands after the closing "}" of the front matter: remove it', after) if after < end else None


def object_end(text: str, start: int) -> int:
    """Where the JSON object that begins at `start` ends; -1 where it is broken, -2 where it is nested too deep."""
    reader = Reader(text, start, len(text))
    try:
        return reader.value(start, (), None)[1]
    except Bad as bad:
        return -2 if bad.limit else -1
