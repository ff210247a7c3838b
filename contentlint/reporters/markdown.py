"""A summary in GitHub's Markdown, made for a job summary or a comment: totals, worst files, every finding folded by file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from contentlint.patterns import pattern
from contentlint.reporters.plain import printable
from contentlint.rule import Severity
from contentlint.wire import Located, Result
from contentlint.wording import counted

_WORST_FILES = 10
_LISTED = 500  # GitHub refuses a job summary of more than 1 MiB
_SPECIAL = pattern(r"[&<>\[\]()*_`~|\\#!$@:+=\"'{}]|(?<=www)\.")


def report(results: Iterable[Result]) -> str:
    results = list(results)
    lines = [
        f"## contentlint: {_headline(results)}",
        "",
        *_not_checked(results),
        *_by_rule(results),
        *_worst_files(results),
        *_findings(results),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _headline(results: list[Result]) -> str:
    files = counted(sum(1 for result in results if result.is_checked), "file")
    counts = _severities(found for result in results for found in result.findings)
    parts = [counted(counts[severity], severity) for severity in Severity if counts[severity]]
    with_findings = sum(1 for result in results if result.findings)
    return f"{', '.join(parts)} in {with_findings} of {files}" if parts else f"no findings in {files}"


def _not_checked(results: list[Result]) -> Iterator[str]:
    failed = [result for result in results if result.error]
    if failed:
        yield from ("> [!CAUTION]", f"> {counted(len(failed), 'file')} could not be checked.", ">")
        yield from (f"> - {_code(result.path)}: {_text(result.error)}" for result in failed[:_LISTED])
        yield ""


def _by_rule(results: list[Result]) -> Iterator[str]:
    rules: dict[str, list[Located]] = {}
    for result in results:
        for found in result.findings:
            rules.setdefault(found.rule, []).append(found)
    if rules:
        yield from ("| Rule | Group | Severity | Findings | Fixable |", "| :-- | :-- | :-- | --: | --: |")
    worst = {
        rule: min((found.severity for found in group), key=lambda severity: severity.rank)
        for rule, group in rules.items()
    }
    for rule, group in sorted(rules.items(), key=lambda item: (worst[item[0]].rank, -len(item[1]), item[0])):
        fixable = sum(1 for found in group if found.fix is not None)
        yield f"| {_rule(group[0])} | {_text(group[0].group)} | {worst[rule]} | {len(group)} | {fixable or ''} |"
    yield ""


def _worst_files(results: list[Result]) -> Iterator[str]:
    counts = {result.path: _severities(result.findings) for result in results if result.findings}
    if len(counts) < 2:
        return
    yield from ("### Worst files", "", "| File | Errors | Warnings | Infos |", "| :-- | --: | --: | --: |")
    worst = sorted(counts.items(), key=lambda item: ([-item[1][severity] for severity in Severity], item[0]))
    for path, numbers in worst[:_WORST_FILES]:
        yield f"| {_code(path)} | {' | '.join(str(numbers[severity] or '') for severity in Severity)} |"
    yield ""


def _findings(results: list[Result]) -> Iterator[str]:
    room = _LISTED
    total = sum(len(result.findings) for result in results)
    if total:
        yield from ("### Findings", "")
    for result in results:
        if result.findings and room:
            shown = result.findings[:room]
            room -= len(shown)
            yield from ("<details>", f"<summary>{_code(result.path)} ({len(result.findings)})</summary>", "")
            yield from map(_item, shown)
            yield from ("", "</details>", "")
    if total > _LISTED:
        yield from (f"{counted(total - _LISTED, 'more finding is', 'more findings are')} not listed here.", "")


def _item(found: Located) -> str:
    place = f"{found.location.row}:{found.location.column}"
    fix = f" — fix: {_text(found.fix.title)}" if found.fix is not None else ""
    return f"- {place} **{found.severity}** {_rule(found)}: {_text(found.message)}{fix}"


def _rule(found: Located) -> str:
    """A rule's name, as a link where it has a page."""
    name = _text(found.rule)
    return f"[{name}]({found.url})" if found.url else name


def _severities(findings: Iterable[Located]) -> Counter[Severity]:
    return Counter(found.severity for found in findings)


def _code(path: str) -> str:
    return f"<code>{_text(path)}</code>"


def _text(text: str) -> str:
    """Text that is no markup, no link and calls nobody: character references survive as text only."""
    escaped = _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", printable(text))
    return escaped.replace("&#64;", "&#64;\u200b")
