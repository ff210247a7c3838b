"""A GitLab Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from contentlint.reporters.ascii import json_array
from contentlint.reporters.checkout import in_checkout
from contentlint.reporters.fingerprints import Fingerprints
from contentlint.reporters.plain import printable
from contentlint.rule import Severity
from contentlint.wire import Result

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(results: Iterable[Result]) -> str:
    return json_array(_issues(results))


def _issues(results: Iterable[Result]) -> Iterator[dict[str, Any]]:
    fingerprints = Fingerprints()
    for result in results:
        if result.error:
            fingerprint = fingerprints.of_text(result.path, "not checked")
            yield _issue("not-checked", result.error, fingerprint, "blocker", result.path, (1, 1))
        for found in result.findings:
            lines = (found.location.row, found.last_row)
            fingerprint = fingerprints.of(result.path, found)
            yield _issue(found.rule, found.message, fingerprint, _SEVERITIES[found.severity], result.path, lines)


def _issue(
    rule: str, message: str, fingerprint: str, severity: str, path: str, lines: tuple[int, int]
) -> dict[str, Any]:
    return {
        "type": "issue",
        "check_name": rule,
        "description": printable(message),
        "categories": ["Style"],
        "severity": severity,
        "fingerprint": fingerprint,
        "location": {"path": in_checkout(path, "CI_PROJECT_DIR"), "lines": {"begin": lines[0], "end": lines[1]}},
    }
