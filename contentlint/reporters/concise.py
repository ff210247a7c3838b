"""One line a finding: path, place, rule, message."""

from __future__ import annotations

from collections.abc import Iterable

from contentlint.reporters.plain import printable
from contentlint.wire import Result


def report(results: Iterable[Result]) -> str:
    lines = []
    for result in results:
        path = printable(result.path)
        for found in result.findings:
            fixable = " [*]" if found.has_safe_fix else ""
            lines.append(
                f"{path}:{found.location.row}:{found.location.column}: {found.severity} {found.rule}{fixable} {printable(found.message)}\n"
            )
    return "".join(lines)
