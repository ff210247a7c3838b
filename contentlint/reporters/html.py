"""One self-contained page to look through the findings: the data as JSON, shown by a script through text nodes alone."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

import contentlint
from contentlint.patterns import LINE_END
from contentlint.reporters.ascii import json_text
from contentlint.reporters.plain import spelled, visible, width
from contentlint.rule import Severity
from contentlint.text import Position
from contentlint.wire import Located, LocatedFix, Result

_SCRIPTS = ("data.js", "totals.js", "filters.js", "list.js", "begin.js")
_SHOWN_LINES = 4
_CONTEXT = 80
_SHOWN_MARK = 400


def report(results: Iterable[Result]) -> str:
    style = _part("page.css")
    script = "\n".join(_part(name) for name in _SCRIPTS)
    # as Unicode escapes, so that nothing in the data can end the script element or begin a comment
    data = json_text(_data(results)).replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")
    parts = {"style": style, "script": script, "data": data, "style-hash": _hash(style), "script-hash": _hash(script)}
    page = _part("page.html").split("{{")
    return page[0] + "".join(parts[name] + rest for name, rest in (piece.split("}}", 1) for piece in page[1:]))


def _part(name: str) -> str:
    return files("contentlint.reporters").joinpath("page", name).read_text("utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


def _data(results: Iterable[Result]) -> dict[str, Any]:
    """What the page shows; lists instead of objects, there may be very many findings."""
    results = list(results)
    with_findings = [result for result in results if result.findings]
    rules = {found.rule: found for result in with_findings for found in result.findings}
    indexes = {name: index for index, name in enumerate(sorted(rules))}
    return {
        "version": contentlint.__version__,
        "checked": len(results),
        "notChecked": [[visible(result.path), visible(result.error)] for result in results if result.error],
        "severities": [str(severity) for severity in Severity],
        "rules": [[visible(name), visible(rules[name].group), rules[name].url] for name in indexes],
        "files": [visible(result.path) for result in with_findings],
        "findings": [
            [index, indexes[found.rule], found.severity.rank, *found.location, visible(found.message), *_excerpt(found), _fix(found)]
            for index, result in enumerate(with_findings)
            for found in result.findings
        ],
    }  # fmt: skip


def _excerpt(found: Located) -> tuple[list[list[str]], int]:
    """The source lines, each as what stands before the mark, in it and behind it; the last row where it is not shown."""
    last = found.last_row
    rows = list(enumerate(found.lines[:_SHOWN_LINES], found.location.row))
    lines = [list(_cut(line, *_marked(found, row, line))) for row, line in rows if row <= last]
    return lines, last if last >= found.location.row + _SHOWN_LINES else 0


def _marked(found: Located, row: int, line: str) -> tuple[int, int]:
    start = found.location.column - 1 if row == found.location.row else 0
    end = found.end_location.column - 1 if row == found.end_location.row else len(line)
    return start, max(start, end)


def _cut(line: str, start: int, end: int) -> Iterator[str]:
    """The three parts of a line, none of them too long to read."""
    if start > len(line):  # in the rest of a very long line, which is not known
        line += "…"
    before, mark, after = line[:start], line[start:end], line[end:]
    yield visible("…" + before[-_CONTEXT:] if len(before) > 2 * _CONTEXT else before)
    yield spelled(mark) if mark and not width(mark) else visible(_shortened(mark))
    yield visible(after[:_CONTEXT] + "…" if len(after) > 2 * _CONTEXT else after)


def _shortened(text: str) -> str:
    return text[:_SHOWN_MARK] + "…" if len(text) > _SHOWN_MARK else text


def _fix(found: Located) -> list[Any] | None:
    """Title, whether it is safe, and where the source lines are known: context before, removed, put there, context after."""
    if found.fix is None:
        return None
    return [visible(found.fix.title), found.has_safe_fix, *_change(found, found.fix)]


def _change(found: Located, fix: LocatedFix) -> tuple[str, ...]:
    text = "\n".join(found.lines) + "\n"
    edits = [
        (_offset(found, text, edit.location), _offset(found, text, edit.end_location), edit.content)
        for edit in fix.edits
    ]
    if any(start is None or end is None for start, end, _ in edits):
        return ()
    known = [(start or 0, end or 0, content) for start, end, content in edits]
    first, last = known[0][0], known[-1][1]
    put, at = "", first
    for start, end, content in known:
        put += text[at:start] + content
        at = end
    before = text[text.rfind("\n", 0, first) + 1 : first]
    is_whole_lines = not before and (last == len(text) or text[last - 1 : last] == "\n") and last > first
    after = "" if is_whole_lines else text[last : text.index("\n", last)] if last < len(text) else ""
    before = "…" + before[-_CONTEXT:] if len(before) > _CONTEXT else before
    after = after[:_CONTEXT] + "…" if len(after) > _CONTEXT else after
    return (
        _visible_lines(before),
        _visible_lines(_shortened(text[first:last])),
        _visible_lines(_shortened(put)),
        _visible_lines(after),
    )


def _visible_lines(text: str) -> str:
    return "\n".join(map(visible, LINE_END.split(text)))


def _offset(found: Located, text: str, position: Position) -> int | None:
    """The offset of a place in the known lines, or None."""
    row = position.row - found.location.row
    if row == len(found.lines) and position.column == 1:
        return len(text)
    if not 0 <= row < len(found.lines) or position.column - 1 > len(found.lines[row]):
        return None
    return sum(len(line) + 1 for line in found.lines[:row]) + position.column - 1
