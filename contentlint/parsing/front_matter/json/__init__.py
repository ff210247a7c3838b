"""JSON front matter: `reader` reads sound text, `broken` tells why another cannot be read."""

from __future__ import annotations

from contentlint.document import Problem
from contentlint.parsing.front_matter.json.reader import Bad, Reader
from contentlint.parsing.front_matter.parsed import Parsed
from contentlint.text import Span


def read(text: str, start: int, end: int, *, braces: bool = True) -> Parsed:
    """Read one JSON object between two offsets; without `braces` its outer braces are left out, as Hexo does."""
    reader = Reader(text, start, end)
    try:
        if braces:
            reader.parsed.data, after = reader.value(reader.skip(start), (), None)
        else:
            reader.parsed.data, after = reader.members(start, (), closed=False)
        after = reader.skip(after)
        if after < end:
            raise Bad("something stands after the end of the object", after)
    except Bad as bad:
        if not bad.limit:
            from contentlint.parsing.front_matter.json.broken.diagnosis import explain  # only broken JSON needs it

            told = explain(text, Span(start, end), min(bad.at, end), lambda mended: _reads_to(mended, braces=braces))
            if told is not None:
                return reader.parsed.fail(told)
        kind = "limit-exceeded" if bad.limit else "front-matter-unreadable"
        at = min(bad.at, max(end - 1, start))
        title = "Add the comma" if bad.mend and bad.mend[0].text else "Remove the comma"
        span = bad.span or Span(at, at + 1)
        return reader.parsed.fail(Problem(kind, span, bad.message, bad.mend, title if bad.mend else ""))
    return reader.parsed


def _reads_to(text: str, *, braces: bool) -> int:
    """How far a text can be read as one object, -1 where all of it can."""
    reader = Reader(text, 0, len(text))
    try:
        after = reader.value(reader.skip(0), (), None)[1] if braces else reader.members(0, (), closed=False)[1]
    except Bad as bad:
        return bad.at
    after = reader.skip(after)
    return after if after < len(text) else -1


def object_end(text: str, start: int) -> int:
    """Where the JSON object that begins at `start` ends; -1 where it is broken, -2 where it is nested too deep."""
    reader = Reader(text, start, len(text))
    try:
        return reader.value(start, (), None)[1]
    except Bad as bad:
        return -2 if bad.limit else -1
