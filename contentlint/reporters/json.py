"""An array with one object a finding, as the public contract has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from contentlint.reporters.ascii import json_array
from contentlint.text import Position
from contentlint.wire import Located, LocatedFix, Result


def report(results: Iterable[Result]) -> str:
    return json_array(objects(results))


def objects(results: Iterable[Result]) -> Iterator[dict[str, Any]]:
    """The findings as plain data, sorted by filename, row, column, rule."""
    for result in sorted(results, key=lambda result: result.path):
        for found in sorted(result.findings, key=lambda found: (found.location, found.rule)):
            yield _object(result.path, found)


def _object(path: str, found: Located) -> dict[str, Any]:
    data: dict[str, Any] = {
        "filename": path,
        "rule": found.rule,
        "group": found.group,
        "severity": str(found.severity),
        "message": found.message,
        "location": _position(found.location),
        "end_location": _position(found.end_location),
        "fix": _fix(found.fix),
        "url": found.url,
    }
    if found.detail:
        data["detail"] = dict(found.detail)
    return data


def _fix(fix: LocatedFix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [
        {"content": edit.content, "location": _position(edit.location), "end_location": _position(edit.end_location)}
        for edit in fix.edits
    ]
    return {"title": fix.title, "safety": str(fix.safety), "edits": edits}


def _position(position: Position) -> dict[str, int]:
    return {"row": position.row, "column": position.column}
