"""Workflow commands that GitHub shows beside the lines of a pull request.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from contentlint.patterns import LINE_END
from contentlint.reporters.checkout import in_checkout
from contentlint.reporters.plain import visible, without_commands
from contentlint.rule import Severity
from contentlint.wire import Located, Result
from contentlint.wording import counted

_SHOWN = 10  # of each kind in a step, GitHub drops the rest without a word
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


class _Command(NamedTuple):
    kind: str
    line: str


def report(results: Iterable[Result]) -> str:
    commands = list(_commands(results))
    kinds = {kind: [command.line for command in commands if command.kind == kind] for kind in _KINDS.values()}
    shown = [line for lines in kinds.values() for line in lines[:_SHOWN]]
    left_out = len(commands) - len(shown)
    if left_out:
        # the notice about the rest counts as a notice itself
        shown = [line for kind, lines in kinds.items() for line in lines[: _SHOWN - (kind == "notice")]]
        left_out = len(commands) - len(shown)
        told = f"{counted(left_out, 'more finding is', 'more findings are')} not shown here: GitHub shows {_SHOWN} of a kind in a step"
        shown.append(_line("notice", {"title": "contentlint"}, told))
    return "".join(shown)


def _commands(results: Iterable[Result]) -> Iterator[_Command]:
    for result in results:
        path = in_checkout(result.path, "GITHUB_WORKSPACE")
        if result.error:
            properties = {"file": path, "title": "contentlint: not checked"}
            yield _Command("error", _line("error", properties, f"{result.path}: {result.error}"))
        for found in result.findings:
            kind = _KINDS[found.severity]
            yield _Command(kind, _line(kind, _properties(path, found), found.message))


def _properties(path: str, found: Located) -> dict[str, str]:
    start, end = found.location, found.end_location
    properties = {"file": path, "line": str(start.row)}
    if end.row == start.row:  # columns are refused where a finding spans lines
        properties |= {"col": str(start.column), "endColumn": str(end.column)}
    else:
        properties["endLine"] = str(end.row)
    return properties | {"title": f"contentlint: {found.rule}"}


def _line(kind: str, properties: dict[str, str], message: str) -> str:
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{kind} {told}::{_data(message)}\n"


def _data(text: str) -> str:
    return without_commands(visible(LINE_END.sub(" ", text).replace("\t", " "))).replace("%", "%25")


def _property(text: str) -> str:
    # a file's name may hold any character
    lines = ("%0D".join(map(_data, line.split("\r"))) for line in text.split("\n"))
    return "%0A".join(lines).replace(":", "%3A").replace(",", "%2C")
