"""One rule, one file: the rules are found by looking into the folders, each folder is a group."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib.metadata import entry_points
from types import ModuleType

from contentlint.rule import Rule, SiteRule

ENTRY_POINT = "contentlint.rules"


@cache
def all_rules() -> Mapping[str, type[Rule]]:
    """Every rule class by name, in the order of groups and names; those of installed packages last."""
    found: dict[str, type[Rule]] = {}
    here = importlib.import_module(__name__)
    for group in _modules(here):
        if hasattr(group, "__path__"):
            for module in _modules(group):
                found |= _rules_in(module, group.__name__.rsplit(".", 1)[-1])
    for point in entry_points(group=ENTRY_POINT):
        package = point.load()
        for module in [package, *_modules(package)]:
            found |= _rules_in(module, point.name)
    return found


def groups() -> Mapping[str, tuple[type[Rule], ...]]:
    """The rules of each group, by the group's public name."""
    found: dict[str, list[type[Rule]]] = {}
    for rule in all_rules().values():
        found.setdefault(rule.group, []).append(rule)
    return {group: tuple(rules) for group, rules in found.items()}


def _modules(package: ModuleType) -> list[ModuleType]:
    path = getattr(package, "__path__", None)
    if path is None:
        return []
    return [importlib.import_module(f"{package.__name__}.{module.name}") for module in pkgutil.iter_modules(path)]


def _rules_in(module: ModuleType, group: str) -> dict[str, type[Rule]]:
    found: dict[str, type[Rule]] = {}
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, Rule) and value not in (Rule, SiteRule):
            if value.__module__ == module.__name__ and "name" in vars(value):
                value.group = group.replace("_", "-")
                found[value.name] = value
    return found
