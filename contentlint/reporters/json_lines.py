"""One JSON object a line and finding, with the fields of `json`."""

from __future__ import annotations

from collections.abc import Iterable

from contentlint.reporters.ascii import json_lines
from contentlint.reporters.json import objects
from contentlint.wire import Result


def report(results: Iterable[Result]) -> str:
    return json_lines(objects(results))
