"""Old findings that are known: counts per file and rule, kept in one sorted JSON file."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from contentlint import disk
from contentlint.errors import ConfigError
from contentlint.lazy import lazy
from contentlint.patterns import pattern
from contentlint.wire import Located, Result

if TYPE_CHECKING:
    from contentlint.config import Config

FILE_NAME = "contentlint-baseline.json"
_BEGINNING = pattern(rb'\s*+(?:\Z|\{\s*+"version"\s*+:)')
_UNDECODABLE = pattern("[\ud800-\udfff]")  # what stands for a byte of a file name that is not UTF-8


@dataclass(frozen=True)
class Baseline:
    """`counts` has the known findings of each rule, by the file's path relative to the baseline's folder."""

    path: Path
    counts: Mapping[str, Mapping[str, int]]

    @classmethod
    def load(cls, path: Path) -> Baseline:
        """Read a baseline.

        Raises:
            ConfigError: it cannot be read or is none.
        """
        try:
            written = disk.read(path).data
        except disk.Unusable as error:
            told = f"the baseline cannot be read: {error}; contentlint baseline writes one"
            raise _mistake(path, told) from None
        data = _parsed(path, written)
        if wrong := _what_is_wrong(data):
            raise _mistake(path, f"{wrong}: write it anew with contentlint baseline")
        return cls(path, data["files"])

    @classmethod
    def of(cls, path: Path, results: Iterable[Result]) -> Baseline:
        """The baseline that knows every finding of these results."""
        return cls(path, {}).renewed(results)

    def renewed(self, results: Iterable[Result]) -> Baseline:
        """This baseline with what these results have now; files that were not checked stay as they are."""
        found = [(self._key(result.path), Counter(each.rule for each in result.findings)) for result in results]
        checked = {file for file, _ in found}
        kept = {file: rules for file, rules in self.counts.items() if file not in checked}
        return replace(self, counts=kept | {file: dict(rules) for file, rules in found if rules})

    def save(self, project: Path) -> None:
        """Write it, sorted, so that two branches merge well.

        Raises:
            disk.Unusable: it could not be written, or is a link that leads out of the project.
        """
        files = {file: dict(sorted(rules.items())) for file, rules in sorted(self.counts.items()) if rules}
        text = json.dumps({"version": 1, "files": files}, ensure_ascii=False, indent=2) + "\n"
        disk.write_new(self.path, _UNDECODABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text), project)

    def without_known(self, result: Result) -> tuple[Result, int]:
        """The result with only what is new, and how many known findings were left out; of more than are known, the last
        are new."""
        known = dict(self.counts.get(self._key(result.path), {}))
        if not known or not result.findings:
            return result, 0
        new: list[Located] = []
        for found in result.findings:
            if known.get(found.rule, 0) > 0:
                known[found.rule] -= 1
            else:
                new.append(found)
        return replace(result, findings=tuple(new)), len(result.findings) - len(new)

    def pruned(self, results: Iterable[Result]) -> Baseline:
        """This baseline, less what these results no longer have; files that were not checked stay as they are."""
        counts = {file: dict(rules) for file, rules in self.counts.items()}
        for result in results:
            key = self._key(result.path)
            if key in counts:
                now = Counter(found.rule for found in result.findings)
                counts[key] = {rule: min(count, now[rule]) for rule, count in counts[key].items() if now[rule]}
        kept = {file: rules for file, rules in counts.items() if rules and not self._is_gone(file)}
        return replace(self, counts=kept)

    def surplus(self, results: Iterable[Result], asked: Callable[[str], Container[str]]) -> int:
        """How many findings the baseline knows that are no longer there: of the rules that were asked of the files
        checked, and in files that are gone."""
        surplus = 0
        for result in results:
            known = self.counts.get(self._key(result.path))
            if known and not result.error:
                now, rules = Counter(found.rule for found in result.findings), asked(result.path)
                surplus += sum(max(count - now[rule], 0) for rule, count in known.items() if rule in rules)
        return surplus + sum(sum(rules.values()) for file, rules in self.counts.items() if self._is_gone(file))

    def _key(self, path: str) -> str:
        """What a baseline calls a file: its path from the baseline's folder on, as it is wherever the run began."""
        inside = disk.below(path, self._folder)
        if inside is not None:
            return inside
        try:
            return Path(os.path.relpath(disk.real_name(path), self._folder)).as_posix()
        except ValueError:  # on another drive
            return path

    @lazy
    def _folder(self) -> Path:
        return Path(os.path.realpath(self.path)).parent

    def _is_gone(self, file: str) -> bool:
        return not os.path.exists(self.path.parent / file)

    @property
    def total(self) -> int:
        return sum(sum(rules.values()) for rules in self.counts.values())


def baseline_file(config: Config, named: str) -> Path:
    """The file of the baseline that the command line names, else the config's, else the one beside the config.

    Raises:
        ConfigError: the config's, or the one beside it, leads out of the project.
    """
    if named:
        return Path(named)
    configured = config.get("baseline")
    path = config.root / (configured or FILE_NAME)
    if not disk.is_inside(path, config.project):
        if not configured:
            raise _mistake(path, "the baseline is a link that leads out of the project")
        raise config.places.mistake(f'"baseline" leads out of the project: {configured}', ("baseline",))
    return path


def _mistake(path: Path, message: str) -> ConfigError:
    return ConfigError(message, disk.called(path, Path.cwd()))


def refuse_other(path: Path) -> None:
    """See that no file is written over but a baseline.

    Raises:
        ConfigError: there is one that holds something else, or cannot be read.
    """
    if not path.is_file():
        return
    try:
        _parsed(path, disk.read(path).data)
    except disk.Unusable as error:
        raise _mistake(path, f"it is not written over, since it cannot be read: {error}") from None


def _parsed(path: Path, written: bytes) -> Any:
    """What a baseline says; anything where it is empty or begins as baselines do and was cut short.

    Raises:
        ConfigError: the file holds something else.
    """
    try:
        data = json.loads(written)
    except (ValueError, RecursionError):
        data = None
    if not _is_one(data) and not _BEGINNING.match(written):
        raise _mistake(path, "this is no baseline: name another file")
    return data


def _is_one(data: Any) -> bool:
    return isinstance(data, dict) and isinstance(data.get("files"), dict)


def _what_is_wrong(data: Any) -> str:
    """Why the data of a baseline cannot be used, or nothing."""
    if not _is_one(data):
        return "this is no baseline any more"
    if data.get("version", 1) != 1:
        return 'its "version" is not 1, the only one that is known'
    for file, rules in data["files"].items():
        for rule, count in rules.items() if isinstance(rules, dict) else [("findings", None)]:
            if type(count) is not int or count < 0:
                return f'its count of {rule:.80} in "{file:.80}" is no whole number from 0 up'
    return ""
