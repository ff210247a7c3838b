"""For people: a heading for each file, one line a finding below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contentlint.reporters.plain import printable
from contentlint.wire import Result


def report(results: Iterable[Result]) -> str:
    return "".join(line + "\n" for result in results if result.findings for line in _lines(result))


def _lines(result: Result) -> Iterator[str]:
    yield printable(result.path)
    places = [f"{found.location.row}:{found.location.column}" for found in result.findings]
    place_width = max(map(len, places))
    rule_width = max(len(found.rule) for found in result.findings)
    for place, found in zip(places, result.findings, strict=True):
        fixable = " [*]" if found.has_safe_fix else ""
        yield f"  {place:>{place_width}}  {found.severity:<7}  {found.rule:<{rule_width}}  {printable(found.message)}{fixable}"
    yield ""
