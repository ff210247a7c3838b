"""A job spread over files: `Runner = Callable[[Job, Iterable[str]], Iterator[Result]]`, order out = order in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from contentlint.job import Job
from contentlint.runners.here import run as here
from contentlint.wire import Result

Runner = Callable[[Job, Iterable[str]], Iterator[Result]]

__all__ = ["Runner", "here"]
