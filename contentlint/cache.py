"""Results remembered, keyed by content, effective rules and options, schemas, strictness, version and the working
folder, which paths are relative to; never by time stamps.

One line a file: digest, signature, path and result as JSON. A cache may come with a repository, so only lines signed with
this user's own key are believed; a damaged line is as good as none.
Lines are read and written as they are needed, so memory does not grow with them. Parallel runs each write a whole file,
the last one stays. Lines of files that are gone go too, and what other configs and versions wrote, after a month.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Self

from contentlint import __version__, disk
from contentlint.job import Job, digest_of
from contentlint.lazy import lazy
from contentlint.patterns import pattern
from contentlint.wire import Result, from_json, to_json

if TYPE_CHECKING:
    from contentlint.runners import Runner

FOLDER = ".contentlint_cache"
_OURS = pattern(r"[0-9a-f]{32}\.jsonl|\.[0-9a-f]{16}\.cl-tmp")
_LONG_UNUSED = 30 * 24 * 60 * 60.0  # seconds since it was written
_json = json.JSONEncoder(check_circular=False, separators=(",", ":")).encode


class _Line(NamedTuple):
    """Where the line of a path stands in the file, and the digest of the content it is about."""

    digest: bytes
    offset: int


class Cache:
    """The remembered results of one checking job, in one file of the cache folder; leaving it keeps what was seen."""

    def __init__(self, folder: Path, job: Job) -> None:
        self._folder, self._job = folder, replace(job, digests=True)
        self._file = folder / f"{job.config.fingerprint(__version__, str(job.strict), os.getcwd())}.jsonl"
        self._old: BinaryIO | None = None
        self._new: BinaryIO | None = None
        self._lines: dict[str, _Line] = {}
        self._written: set[str] = set()
        self._is_writable = not os.path.islink(folder)

    def __enter__(self) -> Self:
        with suppress(OSError):
            if self._file.is_file():
                self._old = self._file.open("rb")
                self._lines = dict(_index(self._old))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._new is not None:
            with suppress(OSError), self._new:
                if kind is None:
                    self._keep(self._new)
            with suppress(OSError):
                os.unlink(self._new.name)
        if self._old is not None:
            self._old.close()

    def results(self, paths: Iterable[str], run: Runner) -> Iterator[Result]:
        """The results, in order: remembered ones, and for the others those of the runner `run`."""
        job, every = self._job, list(dict.fromkeys(paths))
        known = {path for path in every if path in self._lines and self._is_still_about(path)}
        fresh = run(job, [path for path in every if path not in known])
        for path in every:
            result = self._remembered(path) if path in known else None
            if result is None:
                result = job(path) if path in known else next(fresh)  # the line of a known one was damaged
                if result.digest and not result.error and self._is_writable:
                    self._remember(path, result)
            yield result

    def _is_still_about(self, path: str) -> bool:
        """Whether a file has the content that its line is about."""
        with suppress(disk.Unusable):
            return self._lines[path].digest == digest_of(disk.read(path).data).encode()
        return False

    def _remembered(self, path: str) -> Result | None:
        if self._old is None:
            return None
        with suppress(OSError, LookupError, TypeError, ValueError, AttributeError, RecursionError):
            self._old.seek(self._lines[path].offset)
            digest, signature, told = self._old.readline().rstrip(b"\n").split(b"\t", 2)
            if hmac.compare_digest(signature, self._signed(digest + told)):
                return from_json(json.loads(told.split(b"\t", 1)[1]))
        return None

    def _remember(self, path: str, result: Result) -> None:
        digest, told = result.digest.encode(), "\t".join((_json(path), _json(to_json(result)))).encode()
        try:
            self._new = self._new or _opened(self._folder)
            self._new.write(b"\t".join((digest, self._signed(digest + told), told)) + b"\n")
            self._written.add(path)
        except OSError:  # a cache that cannot be written is no fault, but is not tried again
            self._is_writable = False

    def _signed(self, data: bytes) -> bytes:
        return hashlib.blake2b(data, key=self._key, digest_size=16).hexdigest().encode()

    @lazy
    def _key(self) -> bytes:
        """This user's key, made when it is first needed; where it cannot be kept, one that nobody knows."""
        home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
        file = Path(home) / "contentlint" / "key"
        with suppress(OSError, disk.Unusable):
            if not file.exists():
                file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                with suppress(FileExistsError), _new_file(file) as new:
                    new.write(os.urandom(32))
            key = disk.read(file).data
            if len(key) == 32:
                return key
        return os.urandom(32)

    def _keep(self, new: BinaryIO) -> None:
        """Put the new file in the old one's place, with the lines of files that this run has not looked at."""
        for path, line in self._lines.items():
            if self._old is not None and path not in self._written and os.path.lexists(path):
                self._old.seek(line.offset)
                new.write(self._old.readline())
        new.close()
        os.replace(new.name, self._file)
        _remove_unused(self._folder)


def _opened(folder: Path) -> BinaryIO:
    """A file to write in the cache folder, which is made where it is not."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("CACHEDIR.TAG", b"Signature: 8a477f597d28d172789f06886806bc55\n"), (".gitignore", b"*\n")):
        with suppress(FileExistsError), _new_file(folder / name) as file:
            file.write(text)
    return _new_file(folder / f".{os.urandom(8).hex()}.cl-tmp")


def _remove_unused(folder: Path) -> None:
    for file in folder.iterdir():
        if _OURS.fullmatch(file.name) and time.time() - file.lstat().st_mtime > _LONG_UNUSED:
            file.unlink()


def _new_file(path: Path) -> BinaryIO:
    """A file that is not there yet, not even as a link, open to be written by this user alone."""
    return open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600))


def _index(file: BinaryIO) -> Iterator[tuple[str, _Line]]:
    offset = 0
    for written in file:
        with suppress(ValueError, RecursionError):
            digest, _, path, _ = written.split(b"\t", 3)
            name = json.loads(path)
            if isinstance(name, str) and written.endswith(b"\n"):
                yield name, _Line(digest, offset)
        offset += len(written)
