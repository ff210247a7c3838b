"""Results remembered, keyed by content, effective rules and options, schemas and version; never by time stamps.

JSON, since a cache may come from anywhere; a damaged one is as good as none. Parallel runs each write a whole file, the
last one stays.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from contentlint import __version__, disk
from contentlint.config import Config
from contentlint.job import Job
from contentlint.wire import Result, from_json, to_json

FOLDER = ".contentlint_cache"


class Cache:
    """The remembered results of one config, in one file of the cache folder."""

    def __init__(self, folder: Path, config: Config) -> None:
        self.folder = folder
        self._config = config
        self._file = folder / f"{config.fingerprint(__version__)}.json"
        self._known = self._load()
        self._kept: dict[str, Any] = {}
        self._grown = False

    def results(self, job: Job, paths: Iterable[str], run: Any) -> Iterator[Result]:
        """The results of a checking job, in order: remembered ones, and for the others those of the runner `run`."""
        todo: list[str] = []
        remembered: dict[str, Result] = {}
        digests: dict[str, str] = {}
        paths = list(paths)
        for path in paths:
            digests[path] = digest = self._digest(path)
            known = self._known.get(path)
            if digest and isinstance(known, list) and known[:1] == [digest]:
                with suppress(LookupError, TypeError, ValueError, AttributeError):
                    remembered[path] = from_json(known[1])
                    self._kept[path] = known
                    continue
            todo.append(path)
        fresh = run(job, todo)
        for path in paths:
            if path in remembered:
                yield remembered.pop(path)
                continue
            result = next(fresh)
            if digests[path] and not result.error:
                self._kept[path] = [digests[path], to_json(result)]
                self._grown = True
            yield result

    def save(self) -> None:
        """Keep what this run has seen, and what it has not looked at."""
        if not self._grown:
            return
        with suppress(disk.Unusable, OSError):  # a cache that cannot be written is no fault
            self.folder.mkdir(parents=True, exist_ok=True)
            for name, text in (
                ("CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n"),
                (".gitignore", "*\n"),
            ):
                if not (self.folder / name).exists():
                    disk.write_new(self.folder / name, text)
            disk.write_new(
                self._file, json.dumps({**self._known, **self._kept}, ensure_ascii=False, separators=(",", ":"))
            )

    def _load(self) -> dict[str, Any]:
        try:
            known = json.loads(self._file.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return known if isinstance(known, dict) else {}

    def _digest(self, path: str) -> str:
        """What tells the content of a file, and of the schema its front matter may name, from any other."""
        try:
            data = disk.read(path).data
        except disk.Unusable:
            return ""
        if b"$schema" in data or b"schema=" in data:
            return ""  # the schema it names may change while it does not
        return hashlib.blake2b(data, digest_size=16).hexdigest()
