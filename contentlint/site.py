"""The answers of site rules: facts of all files together, judged, and put with each file's own findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contentlint.config import Config
from contentlint.rule import Fact, SiteRule
from contentlint.wire import Located, Result


def judged(results: Sequence[Result], config: Config) -> list[Result]:
    """The results with what the site rules find once all files are known."""
    rules = [rule for rule in config.rules if isinstance(rule, SiteRule)]
    if not rules or not any(result.facts for result in results):
        return list(results)
    new: dict[str, list[Located]] = {}
    for rule in rules:
        given: list[tuple[str, Fact]] = []
        located: dict[int, Located] = {}
        for result in results:
            for fact in result.facts:
                if fact.rule == rule.name:
                    given.append((result.path, fact.fact))
                    located[id(fact.fact.finding.span)] = fact.located
        for path, finding in rule.judge(given):
            place = located[id(finding.span)]
            new.setdefault(path, []).append(place._replace(message=finding.message, severity=rule.severity))
    return [_with(result, new.get(result.path, [])) for result in results]


def _with(result: Result, more: list[Located]) -> Result:
    if not more:
        return result
    findings = sorted([*result.findings, *more], key=lambda found: (found.location, found.end_location, found.rule))
    return replace(result, findings=tuple(findings))
