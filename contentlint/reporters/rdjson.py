"""The diagnostics of reviewdog: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf

Its columns count UTF-8 bytes, so a place is told to the column only where the source line is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from contentlint.reporters.ascii import json_text
from contentlint.reporters.plain import printable
from contentlint.rule import HOME_URL
from contentlint.text import Position
from contentlint.wire import Located, Result

_SOURCE = {"name": "contentlint", "url": HOME_URL}


def report(results: Iterable[Result]) -> str:
    diagnostics = [diagnostic for result in results for diagnostic in _diagnostics(result)]
    return json_text({"source": _SOURCE, "diagnostics": diagnostics}) + "\n"


def _diagnostics(result: Result) -> Iterator[dict[str, Any]]:
    if result.error:
        yield {
            "message": f"not checked: {printable(result.error)}",
            "location": {"path": result.path},
            "severity": "ERROR",
            "code": {"value": "not-checked"},
        }
    for found in result.findings:
        yield _diagnostic(result.path, found)


def _diagnostic(path: str, found: Located) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": printable(found.message),
        "location": {"path": path, "range": _range(found, found.location, found.end_location)},
        "severity": str(found.severity).upper(),
        "code": {"value": found.rule, **({"url": found.url} if found.url else {})},
    }
    suggestion = _suggestion(found)
    if suggestion is not None:
        diagnostic["suggestions"] = [suggestion]
    return diagnostic


def _suggestion(found: Located) -> dict[str, Any] | None:
    """A fix of one edit; suggestions are alternatives, so edits that stand or fall together are none."""
    if found.fix is None or len(found.fix.edits) != 1:
        return None
    content, start, end = found.fix.edits[0]
    place = _range(found, start, end)
    if not all("column" in position for position in place.values()):
        return None
    return {"range": place, "text": content}


def _range(found: Located, start: Position, end: Position) -> dict[str, dict[str, int]]:
    return {"start": _position(found, start), "end": _position(found, end)}


def _position(found: Located, position: Position) -> dict[str, int]:
    before = position.column - 1
    index = position.row - found.location.row
    line = found.lines[index] if 0 <= index < len(found.lines) else ""
    if before > len(line):
        return {"line": position.row}
    return {"line": position.row, "column": len(line[:before].encode("utf-8", "surrogatepass")) + 1}
