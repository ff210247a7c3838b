"""One rule, one file: the rules are found by looking into the folders, each folder is a group."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from contentlint.errors import ConfigError
from contentlint.rule import Rule, SiteRule

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

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
    for name, modules in _installed():
        for module in modules:
            found |= _rules_in(module, name)
    return found


def _installed() -> Iterator[tuple[str, list[ModuleType]]]:
    """The modules with rules that others have installed, by their group's name.

    Raises:
        ConfigError: one cannot be imported.
    """
    if any(map(_brings_rules, sys.path)):
        from importlib.metadata import entry_points  # it is slow, and mostly there are none

        for point in entry_points(group=ENTRY_POINT):
            yield point.name, _loaded(point)


def _loaded(point: EntryPoint) -> list[ModuleType]:
    """The package that a point names, and the modules in it."""
    try:
        package = point.load()
        return [package, *_modules(package)]
    except (Exception, SystemExit) as error:
        told = f"the rules of the package {point.value} cannot be loaded: {type(error).__name__}: {error}"
        raise ConfigError(told, _file_of(error)) from error


def _file_of(error: BaseException) -> str:
    """The file of others in which an import ended; "" where it never came to one."""
    if isinstance(error, SyntaxError) and error.filename:
        return error.filename
    from traceback import extract_tb

    files = [frame.filename for frame in extract_tb(error.__traceback__)]
    return next((file for file in reversed(files) if file != __file__ and "importlib" not in file), "")


def _brings_rules(folder: str) -> bool:
    """Whether a package that is installed here may name our entry point; what is no folder may."""
    path = Path(folder or ".")
    if not path.is_dir():
        return path.is_file()
    return any(ENTRY_POINT in file.read_text("utf-8", "replace") for file in path.glob("*-info/entry_points.txt"))


def code_of(rule: type[Rule] | Rule) -> list[tuple[str, int, int]]:
    """What tells the code of a rule that others have installed from another version's: size and time of each module of
    its package that is in use; nothing for our own rules, which our version tells."""
    package = rule.__module__.partition(".")[0]
    if package == __name__.partition(".")[0]:
        return []
    modules = [module for name, module in list(sys.modules.items()) if name.partition(".")[0] == package]
    files = sorted({file for module in modules if (file := getattr(module, "__file__", None)) and os.path.isfile(file)})
    return [(file, status.st_size, status.st_mtime_ns) for file, status in ((file, os.stat(file)) for file in files)]


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
