"""Rules by selectors: names, groups, "recommended", "ALL"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from contentlint.errors import ConfigError, Place
from contentlint.rule import Rule
from contentlint.suppression import plain
from contentlint.wording import cut, did_you_mean

_NOWHERE = Place("", 0)


def selected(select: Iterable[str], ignore: Iterable[str], known: Mapping[str, type[Rule] | Rule]) -> frozenset[str]:
    """The rules that are selected and not ignored; of two selectors that disagree the more exact one wins."""
    wanted, unwanted = _weights(select, known), _weights(ignore, known)
    return frozenset(name for name, weight in wanted.items() if weight > unwanted.get(name, -1))


def _weights(selectors: Iterable[str], known: Mapping[str, type[Rule] | Rule]) -> dict[str, int]:
    weights: dict[str, int] = {}
    for selector in selectors:
        for name, rule in known.items():
            weight = _weight(selector, rule)
            if weight >= 0:
                weights[name] = max(weight, weights.get(name, -1))
    return weights


def _weight(selector: str, rule: type[Rule] | Rule) -> int:
    if rule.name in (selector, plain(selector)):
        return 3
    if plain(selector) == rule.group:
        return 2
    if selector == "recommended":
        return 1 if rule.recommended else -1
    return 0 if selector == "ALL" else -1


def check_selectors(
    selectors: Iterable[str], known: Mapping[str, type[Rule] | Rule], where: str, place: Place = _NOWHERE
) -> None:
    """Raises:
    ConfigError: a selector names nothing.
    """
    names = {*known, *(rule.group for rule in known.values()), "recommended", "ALL"}
    for selector in selectors:
        if selector not in names and plain(selector) not in names:
            raise ConfigError(
                f'{where}: there is no rule or group "{cut(selector)}"{did_you_mean(selector, names)}', *place
            )
