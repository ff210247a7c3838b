"""Which files a run looks at: those named, and the content files below the folders named."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from contentlint.config import SUFFIXES, Config, matcher

NEVER_ENTERED = frozenset(
    "node_modules _site _includes _layouts public dist build vendor venv __pycache__ bower_components site-packages "
    "coverage htmlcov _build".split()
)


@dataclass
class Found:
    """The files to check, in order, and what was left out or is not there."""

    paths: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    excluded: int = 0
    gitignored: int = 0
    folders: list[str] = field(default_factory=list)


def find(paths: Iterable[str], config: Config, *, force_exclude: bool = False) -> Found:
    """The files that these paths mean: a file named is taken whatever it is called, unless `force_exclude`."""
    found = Found()
    walker = _Walker(config, found)
    here = os.getcwd() + os.sep
    for path in paths:
        path = os.path.normpath(path)
        path = path.removeprefix(here) if path + os.sep != here else "."
        if os.path.isdir(path):
            found.folders.append(path)
            walker.walk(path)
        elif not os.path.lexists(path):
            found.missing.append(path)
        elif force_exclude and walker.is_excluded(path):
            found.excluded += 1
        else:
            found.paths.append(path.replace(os.sep, "/"))
    found.paths = sorted(set(found.paths))
    return found


class _Walker:
    def __init__(self, config: Config, found: Found) -> None:
        self.config, self.found = config, found
        self.excludes = (
            matcher(patterns) if (patterns := config.get("exclude") + list(config.get("extend-exclude"))) else None
        )
        self.includes = matcher(patterns) if (patterns := config.get("include")) else None
        self.git = _GitIgnore() if config.get("respect-gitignore") else None

    def is_excluded(self, path: str, is_folder: bool = False) -> bool:
        if self.excludes is None:
            return False
        inside = self.config.relative(path)
        return self.excludes(inside + "/" if is_folder else inside)

    def walk(self, folder: str) -> None:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            self.found.missing.append(folder)
            return
        ignored = self.git.inside(folder) if self.git else None
        for entry in entries:
            path = entry.name if folder == "." else os.path.join(folder, entry.name)
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder:
                if entry.name.startswith(".") or entry.name in NEVER_ENTERED:
                    continue
                if self.is_excluded(path, True):
                    self.found.excluded += 1
                elif ignored and ignored(path, True):
                    self.found.gitignored += 1
                else:
                    self.walk(path)
            elif self._is_content(entry, path):
                if self.is_excluded(path):
                    self.found.excluded += 1
                elif ignored and ignored(path, False):
                    self.found.gitignored += 1
                else:
                    self.found.paths.append(path.replace(os.sep, "/"))

    def _is_content(self, entry: os.DirEntry[str], path: str) -> bool:
        name = entry.name
        if name.startswith("."):
            return False
        is_known = name.rsplit(".", 1)[-1].lower() in SUFFIXES and "." in name
        if not is_known and not (self.includes and self.includes(self.config.relative(path))):
            return False
        return not entry.is_symlink() or os.path.isfile(path)


class _GitIgnore:
    """The .gitignore files from the repository's root down to a folder."""

    def __init__(self) -> None:
        self._rules: dict[str, tuple[tuple[str, Callable[[str], bool | None]], ...]] = {}

    def inside(self, folder: str) -> Callable[[str, bool], bool] | None:
        """Whether a path in this folder is ignored; None where no .gitignore speaks."""
        rules = self._for(os.path.abspath(folder))
        if not rules:
            return None

        def ignored(path: str, is_folder: bool) -> bool:
            full = os.path.abspath(path)
            for base, decide in reversed(rules):  # the nearest file that says something wins
                inside = os.path.relpath(full, base).replace(os.sep, "/") + ("/" if is_folder else "")
                decision = decide(inside)
                if decision is not None:
                    return decision
            return False

        return ignored

    def _for(self, folder: str) -> tuple[tuple[str, Callable[[str], bool | None]], ...]:
        if folder not in self._rules:
            parent = os.path.dirname(folder)
            is_root = os.path.exists(os.path.join(folder, ".git")) or parent == folder
            above = () if is_root else self._for(parent)
            own = _read(os.path.join(folder, ".gitignore"))
            self._rules[folder] = (*above, (folder, own)) if own else above
        return self._rules[folder]


def _read(file: str) -> Callable[[str], bool | None] | None:
    try:
        lines = Path(file).read_text("utf-8", "replace").splitlines()
    except OSError:
        return None
    if not any(line.strip() and not line.startswith("#") for line in lines):
        return None
    import pathspec  # only where a .gitignore is

    spec = pathspec.PathSpec.from_lines("gitignore", lines)

    def decide(path: str) -> bool | None:
        return spec.check_file(path).include

    return decide
