"""Which files a run looks at: those named, and the content files below the folders named."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from contentlint import disk
from contentlint.config import SUFFIXES, Config, Overrides
from contentlint.errors import ConfigError
from contentlint.globs import Unfit, decider, matcher

NEVER_ENTERED = frozenset(
    "node_modules _site _includes _layouts public dist build vendor venv __pycache__ bower_components site-packages "
    "coverage htmlcov _build".split()
)

# what is built, or by others, where one of these files stands beside it
_NOT_WRITTEN_HERE = {
    "site": ("mkdocs.yml", "mkdocs.yaml"),
    "output": ("pelicanconf.py",),
    "themes": ("_config.yml", "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json"),
}


@dataclass
class Found:
    """The files to check, in order, and what was left out or is not there."""

    paths: list[str] = field(default_factory=list)
    missing: dict[str, str] = field(default_factory=dict)  # what cannot be looked into, and why
    links: dict[str, str] = field(default_factory=dict)  # those left alone, and where they lead
    excluded: int = 0
    gitignored: int = 0
    hidden: int = 0
    folders: list[str] = field(default_factory=list)
    since: str = ""  # where only files changed since then are wanted


def find(paths: Iterable[str], config: Config, *, force_exclude: bool = False) -> Found:
    """The files that these paths mean: a file named is taken whatever it is called, unless `force_exclude`. A file that
    several paths lead to is taken once.

    Raises:
        ConfigError: a path is empty, as a shell's variable that was never set: it does not mean the whole folder.
    """
    paths = list(paths)
    if "" in paths:
        raise ConfigError('a path is empty: write "." for the working folder')
    found = Found()
    walker = _Walker(config, found)
    for path in map(from_here, paths):
        if os.path.isdir(path):
            found.folders.append(path)
            walker.walk(path)
        elif reason := _why_missing(path):
            found.missing[path] = reason
        elif force_exclude and not walker.is_wanted(path):
            found.excluded += 1
        else:
            found.paths.append(path.replace(os.sep, "/"))
    to_here = tuple(_ways_to_here())
    known = {from_here(path) if path.startswith(to_here) else path for path in found.paths}
    found.paths = _without_twins(sorted(known))
    return found


def _ways_to_here() -> Iterator[str]:
    """How paths begin that lead up and down again into the working folder, or to where it lies."""
    up, here = "../", os.getcwd().replace(os.sep, "/")
    for name in reversed(here.split("/")):
        yield f"{up}{name}/"
        up += "../"


def is_wanted(path: str, config: Config) -> bool:
    """Whether a file of this path would be checked if its folder was named."""
    return _Walker(config, Found()).is_wanted(path)


def from_here(path: str) -> str:
    """A path as it is called from the working folder."""
    path = os.path.normpath(path)
    here = os.getcwd()
    if os.path.isabs(path):
        real = disk.real_name(path)
        path = os.path.relpath(real if real.startswith(os.path.join(here, "")) else path)
    elif path.startswith(os.pardir):
        path = os.path.relpath(path)
    return path.replace(os.sep, "/")


def _as_pattern(written: str) -> str:
    """A pattern of the command line, relative to the working folder."""
    here = os.getcwd().replace(os.sep, "/") + "/"
    return "/" + written.removeprefix(here) if written.startswith(here) else re.sub(r"\A(?:\./)+", "/", written)


def _excluding_from_here(overrides: Overrides) -> Callable[[str], bool] | None:
    """Whether the command line excludes a path; None where it excludes none.

    Raises:
        ConfigError: a pattern cannot be used.
    """
    written = {"--exclude": overrides.exclude or (), "--extend-exclude": overrides.extend_exclude}
    for flag, globs in written.items():
        try:
            matcher(map(_as_pattern, globs))
        except Unfit as error:
            raise ConfigError(f"{flag}: {error}") from None
    patterns = [_as_pattern(each) for globs in written.values() for each in globs]
    return matcher(patterns) if patterns else None


def _why_missing(path: str) -> str:
    try:
        os.lstat(path)
    except OSError as error:
        return _told(error)
    return ""


def _told(error: OSError) -> str:
    return "there is no such file or folder" if isinstance(error, FileNotFoundError) else disk.reason(error)


def _without_twins(paths: list[str]) -> list[str]:
    """The paths without those that lead to others of them by a link, so that no file is told or written twice."""
    linked = {each for each in set(map(os.path.dirname, paths)) if os.path.realpath(each) != os.path.abspath(each)}
    links = [path for path in paths if os.path.islink(path) or os.path.dirname(path) in linked]
    if not links:
        return paths
    real = set(map(os.path.abspath, set(paths).difference(links)))
    left_out = set()
    for path in links:
        target = os.path.realpath(path)
        if target in real:
            left_out.add(path)
        real.add(target)
    return [path for path in paths if path not in left_out]


def _is_of_others(folder: str, name: str) -> bool:
    """Whether a folder inside another one holds what is built, or a theme."""
    return any(os.path.exists(os.path.join(folder, sign)) for sign in _NOT_WRITTEN_HERE.get(name, ()))


class _Walker:
    def __init__(self, config: Config, found: Found) -> None:
        self.config, self.found = config, found
        # the config's patterns are relative to its root, the command line's to the working folder
        overrides, values = config.overrides, config.values
        patterns = [*(() if overrides.exclude else config.get("exclude")), *values.get("extend-exclude", ())]
        self.excludes = matcher(patterns) if patterns else None
        self.excludes_from_here = _excluding_from_here(overrides)
        self.includes = matcher(patterns) if (patterns := config.get("include")) else None
        self.git = _GitIgnore() if config.get("respect-gitignore") else None

    def is_wanted(self, path: str) -> bool:
        """Whether a walk would find this file."""
        parts = self.config.relative(path).split("/")
        folders = [part for part in parts[:-1] if part != os.pardir]
        if any(part.startswith(".") or part in NEVER_ENTERED for part in folders) or parts[-1].startswith("."):
            return False
        here = path.split("/")[:-1]
        if any(_is_of_others("/".join(here[:depth]), name) for depth, name in enumerate(here)):
            return False
        if not self._has_suffix(parts[-1], path) or self.is_excluded(path):
            return False
        ignored = self.git.inside(os.path.dirname(path) or ".") if self.git else None
        return not (ignored and ignored(path, False))

    def is_excluded(self, path: str, *, is_folder: bool = False) -> bool:
        end = "/" if is_folder else ""
        if self.excludes_from_here is not None and self.excludes_from_here(path + end):
            return True
        return self.excludes is not None and self.excludes(self.config.relative(path) + end)

    def walk(self, folder: str) -> None:
        """Find what is wanted in a folder and those below, however deep."""
        entered = [self._looked_into(folder)]
        while entered:
            inner = next(entered[-1], None)
            if inner is None:
                entered.pop()
            else:
                entered.append(self._looked_into(inner))

    def _looked_into(self, folder: str) -> Iterator[str]:
        """Find what is wanted in a folder; the folders to enter are given in their turn."""
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self.found.missing[folder] = _told(error)
            return
        ignored = self.git.inside(folder) if self.git else None
        for entry in entries:
            path = entry.name if folder == "." else os.path.join(folder, entry.name)
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder:
                if entry.name.startswith(".") or entry.name in NEVER_ENTERED:
                    continue
                if _is_of_others(folder, entry.name) or self.is_excluded(path, is_folder=True):
                    self.found.excluded += 1
                elif ignored and ignored(path, True):
                    self.found.gitignored += 1
                else:
                    yield path
            elif self._is_content(entry, path):
                self._take(entry, path, is_ignored=bool(ignored and ignored(path, False)))

    def _take(self, entry: os.DirEntry[str], path: str, *, is_ignored: bool) -> None:
        if self.is_excluded(path):
            self.found.excluded += 1
        elif is_ignored:
            self.found.gitignored += 1
        elif entry.is_symlink() and not disk.is_inside(path, self.config.project):
            self.found.links[path] = "a file outside the project"
        elif entry.is_symlink() and not os.path.exists(path):
            self.found.links[path] = "nothing"
        else:
            self.found.paths.append(path.replace(os.sep, "/"))

    def _is_content(self, entry: os.DirEntry[str], path: str) -> bool:
        if not self._has_suffix(entry.name, path):
            return False
        if entry.name.startswith("."):
            self.found.hidden += 1
            return False
        return not entry.is_symlink() or os.path.isfile(path) or not os.path.exists(path)

    def _has_suffix(self, name: str, path: str) -> bool:
        is_known = "." in name and name.rsplit(".", 1)[-1].lower() in SUFFIXES
        return is_known or bool(self.includes and self.includes(self.config.relative(path)))


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
        unknown = []
        while folder not in self._rules:
            unknown.append(folder)
            parent = os.path.dirname(folder)
            if os.path.exists(os.path.join(folder, ".git")) or parent == folder:
                break
            folder = parent
        rules = self._rules.get(folder, ())
        for each in reversed(unknown):
            own = _read(os.path.join(each, ".gitignore"))
            self._rules[each] = rules = (*rules, (each, own)) if own else rules
        return rules


def _read(file: str) -> Callable[[str], bool | None] | None:
    if not os.path.isfile(file) or os.path.islink(file):  # as git has it
        return None
    try:
        lines = disk.read(file).data.decode("utf-8", "replace").split("\n")
    except disk.Unusable:
        return None
    return decider(line for line in lines if _is_fit(line)) if any(map(str.strip, lines)) else None


def _is_fit(line: str) -> bool:
    try:
        decider([line])
    except Unfit:
        return False
    return True
