"""JUnit XML, as CI servers read test results: a suite for each file, a failure for each finding."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from contentlint.reporters.ascii import xml_text
from contentlint.reporters.full import excerpt
from contentlint.reporters.plain import printable, visible
from contentlint.wire import Located, Result


def report(results: Iterable[Result]) -> str:
    results = list(results)
    root = Element("testsuites", {"name": "contentlint", **_counts(results)})
    for result in results:
        _add_suite(root, result)
    return xml_text(root)


def _counts(results: list[Result]) -> dict[str, str]:
    failures = sum(len(result.findings) for result in results)
    errors = sum(1 for result in results if result.error)
    clean = sum(1 for result in results if not result.findings and not result.error)
    tests = {"tests": failures + errors + clean, "failures": failures, "errors": errors}
    return {name: str(number) for name, number in tests.items()}


def _add_suite(root: Element, result: Result) -> None:
    path = visible(result.path)
    suite = SubElement(root, "testsuite", {"name": path, **_counts([result]), "skipped": "0", "time": "0"})
    if result.error:
        case = SubElement(suite, "testcase", {"name": "not checked", "classname": path, "file": path, "time": "0"})
        SubElement(case, "error", {"message": printable(result.error), "type": "not-checked"})
    for found in result.findings:
        _add_case(suite, path, found)
    if not len(suite):
        SubElement(suite, "testcase", {"name": "no findings", "classname": path, "file": path, "time": "0"})


def _add_case(suite: Element, path: str, found: Located) -> None:
    row, column = found.location
    name = f"{found.rule} ({row}:{column})"
    case = SubElement(suite, "testcase", {"name": name, "classname": path, "file": path, "line": str(row), "time": "0"})
    failure = SubElement(case, "failure", {"message": printable(found.message), "type": str(found.severity)})
    failure.text = "\n".join([printable(f"{path}:{row}:{column}"), *excerpt(found)])
