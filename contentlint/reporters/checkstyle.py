"""Checkstyle XML, which many review tools read: https://checkstyle.org"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from contentlint.reporters.ascii import xml_text
from contentlint.reporters.plain import printable, visible
from contentlint.wire import Result


def report(results: Iterable[Result]) -> str:
    root = Element("checkstyle", {"version": "4.3"})
    for result in results:
        if result.findings or result.error:
            _add_file(root, result)
    return xml_text(root)


def _add_file(root: Element, result: Result) -> None:
    file = SubElement(root, "file", {"name": visible(result.path)})
    if result.error:
        told = {"severity": "error", "message": printable(result.error), "source": "contentlint.not-checked"}
        SubElement(file, "error", {"line": "1", **told})
    for found in result.findings:
        place = {"line": str(found.location.row), "column": str(found.location.column)}
        source = f"contentlint.{found.group}.{found.rule}"
        told = {"severity": str(found.severity), "message": printable(found.message), "source": source}
        SubElement(file, "error", {**place, **told})
