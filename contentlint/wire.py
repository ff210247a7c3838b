"""A Result: all that is known of one file, with rows and columns; picklable, and JSON for the cache."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from contentlint.rule import Fact, Finding, Safety, Severity, page_of
from contentlint.text import Position, Source, Span

_MAX_LINES = 8
_MAX_LINE = 400
_MAX_LONG_LINE = 4_000  # a paragraph on one line is kept up to a little behind its finding


class LocatedEdit(NamedTuple):
    content: str
    location: Position
    end_location: Position


class LocatedFix(NamedTuple):
    title: str
    safety: Safety
    edits: tuple[LocatedEdit, ...]


class Located(NamedTuple):
    """A finding with rows and columns from 1, the end exclusive, and the source lines it stands in."""

    rule: str
    group: str
    severity: Severity
    message: str
    location: Position
    end_location: Position
    fix: LocatedFix | None
    lines: tuple[str, ...]
    detail: Mapping[str, str]

    @property
    def last_row(self) -> int:
        """The last row with a character of it: one that ends with a line end does not reach the next row."""
        row, column = self.end_location
        return row - 1 if column == 1 and row > self.location.row else row

    @property
    def has_safe_fix(self) -> bool:
        return self.fix is not None and self.fix.safety is Safety.SAFE

    @property
    def url(self) -> str:
        """The rule's page; "" for a rule of the project's own."""
        return "" if self.group in ("custom", "internal") else page_of(self.rule)


class LocatedFact(NamedTuple):
    """What a file contributes to a site rule, with the finding it may become, unless a comment silences that."""

    rule: str
    fact: Fact
    located: Located
    is_silenced: bool = False


_position = partial(tuple.__new__, Position)
_edit = partial(tuple.__new__, LocatedEdit)
_fix = partial(tuple.__new__, LocatedFix)
_located = partial(tuple.__new__, Located)


@dataclass(frozen=True)
class Result:
    """All that is known of one file.

    `fixed` counts the applied fixes by rule; `error` is why it could not be checked or written, in one line; `in_part`:
    in spite of it all was asked that could be;
    `notes` are remarks that are no findings; `diff` is what the fixes would change; `digest` tells the checked content
    from any other, where the job was to work it out.
    """

    path: str
    findings: tuple[Located, ...] = ()
    fixed: Mapping[str, int] = field(default_factory=dict)
    error: str = ""
    notes: tuple[str, ...] = ()
    diff: str = ""
    facts: tuple[LocatedFact, ...] = ()
    digest: str = ""
    in_part: bool = False

    @property
    def is_checked(self) -> bool:
        """Whether any rule was asked."""
        return not self.error or self.in_part or bool(self.findings)


def locate(source: Source, finding: Finding) -> Located:
    """The finding as the doors show it."""
    rule, group, severity, span, message, fix, detail = finding
    start, end = _positions(source, span)
    located_fix = None
    if fix is not None and fix[1]:
        title, edits, safety, _ = fix
        if len(edits) == 1:
            [(at, text)] = edits
            put: tuple[LocatedEdit, ...] = (
                _edit((text, start, end) if at == span else (text, *_positions(source, at))),
            )
        else:
            put = tuple([_edit((text, *_positions(source, at))) for at, text in sorted(edits)])
        located_fix = _fix((title, safety, put))
    (row, column), (last, end_column) = start, end
    reach = (column if column > end_column else end_column) + 100
    reach = _MAX_LINE if reach <= _MAX_LINE else min(reach, _MAX_LONG_LINE)
    if row == last:
        lines: tuple[str, ...] = (source.line(row, reach),)
    else:
        lines = tuple([source.line(each, reach) for each in range(row, min(last, row + _MAX_LINES - 1) + 1)])
    return _located((rule, group, severity, message, start, end, located_fix, lines, detail))


def _positions(source: Source, span: Span) -> tuple[Position, Position]:
    start, end = span
    starts = source.line_starts
    row = bisect_right(starts, start)
    begun = starts[row - 1]
    first = _position((row, start - begun + 1))
    if start == end:
        return first, first
    if row == len(starts) or end < starts[row]:
        return first, _position((row, end - begun + 1))
    return first, source.position(end)


def to_json(result: Result) -> dict[str, Any]:
    """A Result as plain JSON data."""
    return {
        "path": result.path,
        "findings": [_located_to_json(found) for found in result.findings],
        "fixed": dict(result.fixed),
        "error": result.error,
        "notes": list(result.notes),
        "diff": result.diff,
        "facts": [
            [each.rule, each.fact.key, each.fact.finding.span, _located_to_json(each.located), each.is_silenced]
            for each in result.facts
        ],
        "in_part": result.in_part,
    }


def _located_to_json(found: Located) -> list[Any]:
    return [*found[:4], *found.location, *found.end_location, _fix_to_json(found.fix), found.lines, dict(found.detail)]


def _fix_to_json(fix: LocatedFix | None) -> Any:
    return fix and [fix.title, fix.safety, [[edit.content, *edit.location, *edit.end_location] for edit in fix.edits]]


def from_json(data: Mapping[str, Any]) -> Result:
    """The Result that `to_json` wrote.

    Raises:
        KeyError, TypeError, ValueError: the data is none.
    """
    findings = tuple(_located_from_json(found) for found in data["findings"])
    facts = tuple(_fact_from_json(*fact) for fact in data["facts"])
    told = data["error"], tuple(data["notes"]), data["diff"]
    return Result(data["path"], findings, data["fixed"], *told, facts, in_part=data["in_part"])


def _located_from_json(data: Any) -> Located:
    rule, group, severity, message, row, column, end_row, end_column, fix, lines, detail = data
    start, end = Position(row, column), Position(end_row, end_column)
    return Located(rule, group, Severity(severity), message, start, end, _fix_from_json(fix), tuple(lines), detail)


def _fact_from_json(rule: str, key: Any, span: Any, located: Any, is_silenced: bool) -> LocatedFact:
    told = _located_from_json(located)
    finding = Finding(rule, told.group, told.severity, Span(*span), told.message)
    return LocatedFact(rule, Fact(_tuples(key), finding), told, is_silenced)


def _tuples(value: Any) -> Any:
    """Lists as the tuples they were."""
    return tuple(_tuples(each) for each in value) if isinstance(value, list) else value


def _fix_from_json(fix: Any) -> LocatedFix | None:
    if fix is None:
        return None
    title, safety, edits = fix
    return LocatedFix(title, Safety(safety), tuple(LocatedEdit(content, Position(row, column), Position(end_row, end_column)) for content, row, column, end_row, end_column in edits))  # fmt: skip
