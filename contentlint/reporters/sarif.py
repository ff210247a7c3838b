"""SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

import contentlint
from contentlint.patterns import pattern
from contentlint.reporters.ascii import json_text
from contentlint.reporters.fingerprints import Fingerprints
from contentlint.reporters.plain import printable, visible
from contentlint.rule import HOME_URL, Severity
from contentlint.text import Position
from contentlint.wire import Located, LocatedFix, Result

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# in a message [text](target) is a link and {0} a placeholder (3.11.5, 3.11.6)
_LINK = pattern(r"\[(?=[^\[\]]*\]\()")
_PLACEHOLDER = pattern(r"\{(\d+)\}")
_DRIVE = pattern(r"[A-Za-z]:/")


def report(results: Iterable[Result]) -> str:
    results = list(results)
    found = {found.rule: found for result in results for found in result.findings}
    indexes = {name: index for index, name in enumerate(sorted(found))}
    fingerprints = Fingerprints()
    run = {
        "tool": {"driver": _driver([_rule(found[name]) for name in indexes])},
        "invocations": [_invocation(results)],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which contentlint was run."}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [
            _result(result.path, found, indexes[found.rule], fingerprints.of(result.path, found))
            for result in results
            for found in result.findings
        ],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _driver(rules: list[dict[str, Any]]) -> dict[str, Any]:
    version = contentlint.__version__
    return {
        "name": "contentlint",
        "version": version,
        "semanticVersion": version,
        "informationUri": HOME_URL,
        "rules": rules,
    }


def _rule(found: Located) -> dict[str, Any]:
    from contentlint.rules import all_rules

    rule = all_rules().get(found.rule)
    first, rest = (rule.summary(), rule.why()) if rule else (f"A rule of this project: {found.rule}.", "")
    level = _LEVELS[rule.severity if rule else found.severity]
    text = f"{first}\n\n{rest}".strip()
    told: dict[str, Any] = {
        "id": found.rule,
        "shortDescription": {"text": first},
        "fullDescription": {"text": text},
        "help": {"text": text},
        "defaultConfiguration": {"level": level},
        "properties": {"tags": [found.group]},
    }
    if found.url:
        told["help"]["markdown"] = f"{text}\n\n[{found.rule}]({found.url})"
        told["helpUri"] = found.url
    return told


def _invocation(results: list[Result]) -> dict[str, Any]:
    errors = [_notification(result.path, "error", result.error) for result in results if result.error]
    notes = [_notification(result.path, "note", note) for result in results for note in result.notes]
    return {"executionSuccessful": not errors, "toolExecutionNotifications": errors + notes}


def _notification(path: str, level: str, text: str) -> dict[str, Any]:
    return {
        "level": level,
        "message": {"text": _message(text)},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(path)}}],
    }


def _result(path: str, found: Located, rule_index: int, fingerprint: str) -> dict[str, Any]:
    region = _region(found.location, found.end_location)
    result: dict[str, Any] = {
        "ruleId": found.rule,
        "ruleIndex": rule_index,
        "level": _LEVELS[found.severity],
        "message": {"text": _message(found.message)},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(path), "region": region}}],
        "partialFingerprints": {"contentlint/v1": fingerprint},
    }
    if found.fix is not None:
        result["fixes"] = [_fix(path, found.fix)]
    return result


def _fix(path: str, fix: LocatedFix) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.location, edit.end_location), "insertedContent": {"text": edit.content}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": _message(fix.title)},
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}],
        "properties": {"safety": str(fix.safety)},
    }


def _message(text: str) -> str:
    return _PLACEHOLDER.sub(r"{{\1}}", _LINK.sub(r"\\[", printable(text)))


def _region(start: Position, end: Position) -> dict[str, int]:
    return {"startLine": start.row, "startColumn": start.column, "endLine": end.row, "endColumn": end.column}


def _artifact(path: str) -> dict[str, str]:
    if path.startswith("/") or _DRIVE.match(path):
        return {"uri": "file:///" + _quoted(path.lstrip("/"))}
    return {"uri": _quoted(path), "uriBaseId": _ROOT}


def _quoted(path: str) -> str:
    try:
        return quote(path.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:  # a surrogate that stands for no byte
        return quote(visible(path))
