"""The answers of site rules: facts of all files together, judged, and put with each file's own findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from contentlint.config import Config
from contentlint.rule import SiteRule
from contentlint.wire import Located, LocatedFact, Result


class Site:
    """What the files contribute to site rules, gathered while their results pass by."""

    def __init__(self, config: Config) -> None:
        self._rules = [rule for rule in config.rules if isinstance(rule, SiteRule)]
        self._facts: dict[str, list[tuple[str, LocatedFact]]] = {rule.name: [] for rule in self._rules}

    def passing(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results."""
        for result in results:
            for fact in result.facts:
                if fact.rule in self._facts:
                    self._facts[fact.rule].append((result.path, fact))
            yield result

    def findings(self) -> dict[str, list[Located]]:
        """What the site rules find in the files that have passed, by path."""
        found: dict[str, list[Located]] = {}
        for rule in self._rules:
            facts = self._facts[rule.name]
            known = {(path, each.fact.finding.span): each for path, each in facts}
            for path, fact, message in rule.judge([(path, each.fact) for path, each in facts]):
                told = known[path, fact.finding.span]
                if not told.is_silenced:
                    located = told.located._replace(message=message, severity=rule.severity)
                    found.setdefault(path, []).append(located)
        return {path: sorted(new, key=_place) for path, new in sorted(found.items())}


def judged(results: Iterable[Result], config: Config) -> list[Result]:
    """The results with what the site rules find once all files are known."""
    site = Site(config)
    known = list(site.passing(results))
    found = site.findings()
    return [_with(result, found[result.path]) if result.path in found else result for result in known]


def _with(result: Result, more: list[Located]) -> Result:
    return replace(result, findings=tuple(sorted([*result.findings, *more], key=_place)))


def _place(found: Located) -> tuple[object, ...]:
    return found.location, found.end_location, found.rule
