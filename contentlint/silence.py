"""Write the comments that silence today's findings, in the right syntax for each place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from contentlint.document import Document, Field
from contentlint.reading import reading
from contentlint.rule import Finding
from contentlint.text import Edit, Source, Span

NEVER = frozenset(
    {"not-utf8", "limit-exceeded", "unused-suppression", "unknown-rule-in-suppression", "suppression-without-reason"}
)

Parse = Callable[[Source], Document]
Ask = Callable[[Document], list[Finding]]


def silenced(source: Source, reason: str, parse: Parse, ask: Ask) -> tuple[Source, int]:
    """The source with a comment for each finding, and how many were silenced.

    A comment goes to the finding's own line where that changes nothing for readers, else it speaks for the whole file.
    """
    before = ask(parse(source))
    wanted = [finding for finding in before if finding.rule not in NEVER]
    if not wanted:
        return source, 0
    near = _with(source, wanted, reason, parse(source), whole_file=False)
    left = [finding for finding in ask(parse(near)) if finding.rule not in NEVER]
    if not _reads_the_same(parse(source), parse(near)):
        near, left = source, wanted
    if left:
        near = _with(near, left, reason, parse(near), whole_file=True)
        left = [finding for finding in ask(parse(near)) if finding.rule not in NEVER]
        if not _reads_the_same(parse(source), parse(near)):
            return source, 0
    return near, len(wanted) - len(left)


def _reads_the_same(old: Document, new: Document) -> bool:
    return reading(old).keeps(reading(new), {}) and reading(new).keeps(reading(old), {})


def _with(source: Source, findings: Iterable[Finding], reason: str, document: Document, *, whole_file: bool) -> Source:
    if whole_file:
        names = sorted({finding.rule for finding in findings})
        at = document.body.span.start
        comment = _comment(document, "disable-file", names, reason)
        gap = source.newline if at and not source.text[:at].endswith(("\n", "\r")) else ""
        return source.edited([Edit(Span(at, at), f"{gap}{comment}{source.newline}")])
    lines: dict[int, set[str]] = defaultdict(set)
    keys: dict[int, set[str]] = defaultdict(set)
    for finding in findings:
        at = finding.span.start
        if document.front_matter is not None and at < document.front_matter.span.end:
            entry = _entry(document, at)
            if entry is not None and entry.key is not None:
                keys[entry.key.start].add(finding.rule)
        elif at >= document.body.span.start:
            lines[source.line_span(at).start].add(finding.rule)
    edits = [_above(document, at, sorted(names), reason) for at, names in lines.items()]
    edits += [edit for at, names in keys.items() if (edit := _beside(document, at, sorted(names), reason))]
    return source.edited(edits)


def _above(document: Document, at: int, names: list[str], reason: str) -> Edit:
    line = document.text[at:]
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    comment = _comment(document, "disable-next-line", names, reason)
    return Edit(Span(at, at), f"{indent}{comment}{document.source.newline}")


def _beside(document: Document, at: int, names: list[str], reason: str) -> Edit | None:
    """On the line above the key: a value over several lines has no line of its own to write on."""
    if document.front_matter is None or document.front_matter.syntax == "json":
        return None
    start = document.source.line_span(at).start
    why = f" -- {reason}" if reason else ""
    return Edit(Span(start, start), f"# contentlint: ignore[{', '.join(names)}]{why}{document.source.newline}")


def _comment(document: Document, verb: str, names: list[str], reason: str) -> str:
    why = f" -- {reason.replace('--', '—')}" if reason else ""
    text = f"contentlint-{verb} {', '.join(names)}{why}"
    return f"{{/* {text} */}}" if document.language == "mdx" else f"<!-- {text} -->"


def _entry(document: Document, at: int) -> Field | None:
    assert document.front_matter is not None
    before = [entry for entry in document.front_matter.top if entry.key is not None and entry.key.start <= at]
    return before[-1] if before and at <= before[-1].value.end else None
