"""TOML front matter: tomllib reads the values and `scanner` finds their places, `broken` tells why one cannot be read."""

from __future__ import annotations

import tomllib

from contentlint.document import Problem
from contentlint.parsing.front_matter.parsed import MAX_DEPTH, Parsed
from contentlint.parsing.front_matter.toml.scanner import Scanner
from contentlint.patterns import pattern
from contentlint.text import Span

_LONG_KEY = pattern(rf"(?m)^[ \t]*+\[{{0,2}}[ \t]*+(?:[^\s.=\[\]#]++[ \t]*+\.[ \t]*+){{{MAX_DEPTH}}}")
_NUMBER = pattern(  # strings and comments are read over
    r"(?s)\"{3}.*?(?:\"{3}|\Z)|'{3}.*?(?:'{3}|\Z)|\"(?:[^\"\\\n]|\\.)*+\"?+|'[^'\n]*+'?+|#[^\n]*+|(?<![^\s=,\[{])(?P<number>[-+]?+\d[\d_]*+)"
)


def read(text: str, start: int, end: int) -> Parsed:
    """Read the TOML between two offsets; spans are places in `text`."""
    content = text[start:end]
    parsed = Parsed()
    if _LONG_KEY.search(content):
        return _too_deep(parsed, start)
    try:
        data = tomllib.loads(content)
    except tomllib.TOMLDecodeError:
        from contentlint.parsing.front_matter.toml.broken.diagnosis import explain  # only broken TOML needs it

        parsed.failed = True
        parsed.problems += explain(content, start)
        return parsed
    except RecursionError:
        return parsed.fail(Problem("limit-exceeded", Span(start, start + 1), "values nested too deep: flatten them"))
    except ValueError:  # of int(), which reads no more digits than Python is told to
        found = (match.span("number") for match in _NUMBER.finditer(content))
        numbers = (Span(start + begun, start + after) for begun, after in found if begun >= 0)
        longest = max(numbers, key=lambda span: span.end - span.start, default=Span(start, start + 1))
        return parsed.fail(Problem("limit-exceeded", longest, "this number has too many digits: put it in quotes"))
    scanner = Scanner(content, start, data)
    scanner.scan()
    parsed.data, parsed.fields = data, scanner.fields
    return _too_deep(parsed, start) if scanner.too_deep else parsed


def _too_deep(parsed: Parsed, start: int) -> Parsed:
    message = f"values nested more than {MAX_DEPTH} deep: flatten them"
    return parsed.fail(Problem("limit-exceeded", Span(start, start + 1), message))
