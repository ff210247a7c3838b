"""Keys and tables of TOML that stand a second time."""

from __future__ import annotations

from contentlint.document import Problem
from contentlint.parsing.front_matter.keys import named
from contentlint.parsing.front_matter.mending import Fault
from contentlint.parsing.front_matter.toml.broken.groups import PART
from contentlint.parsing.front_matter.toml.broken.reading import Stop, stop_in
from contentlint.parsing.front_matter.toml.scanner import Scanner
from contentlint.patterns import pattern
from contentlint.text import Edit

_TWICE = pattern(r"Cannot (?:overwrite|declare|mutate|redefine)|Duplicate inline table key")
_UNUSED = "a-key-of-no-article"


def twice(content: str, stop: Stop) -> Fault | None:
    """What is told of a key that stands a second time where TOML cannot be read on, None where that is not the reason.
    With another name in its place the rest can be read."""
    if not _TWICE.match(stop.reason):
        return None
    before, begin, closers = _pair(content, stop.at)
    keys, _ = Scanner(content, 0, {}).keys(begin)
    parts = enumerate(keys[:-1])
    full = (at for at, (_, span) in parts if stop_in(f"{before}{content[begin : span.end]}.{_UNUSED}{closers}"))
    at = next(full, len(keys) - 1)
    name, span = keys[at]
    told = "has its value or its table above, and TOML adds nothing to it here: write this key there"
    if at == len(keys) - 1:
        advice = "put what both hold into one" if closers.startswith("]") else "remove one of the two"
        told = f"is there already, and TOML allows a key once: {advice}"
    problem = Problem("duplicate-key", span, f'"{named(name)}" {told}')
    return Fault(problem, (Edit(span, f"{_UNUSED}-{span.start}"),))


def _pair(content: str, end: int) -> tuple[str, int, str]:
    """The innermost pair, or name of a table, that ends at an offset up to which all can be read: what stands before it,
    where its keys begin, and what makes TOML of some of these."""
    opened: list[int] = []
    begins = [0]
    for part in PART.finditer(content, 0, end):
        if part.lastgroup == "open":
            opened.append(part.start())
            begins.append(part.end())
        elif part.lastgroup == "close":
            opened.pop()
            begins.pop()
        elif part.lastgroup == "comma" or (not opened and "\n" in part[0] and part.lastgroup == "gap"):
            begins[-1] = part.end()
    begin = begins[-1]
    if not opened:
        return content[:begin], begin, " = 0"
    if content[opened[-1]] == "[":
        return content[:begin], begin, "]" * len(opened)
    return f"x = {content[opened[-1] : begin]}", begin, " = 0}"
