"""A job spread over files: the results come in the order of the paths."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from contentlint.job import Job
from contentlint.runners.here import run as here
from contentlint.wire import Result

Runner = Callable[[Job, Iterable[str]], Iterator[Result]]

__all__ = ["Runner", "chosen", "here"]


def chosen(files: int, jobs: int | None = None) -> Runner:
    """The runner for so many files: in this process, or in as many as were asked for or are worth it."""
    from contentlint.runners import processes

    count = processes.sensible(files, jobs)
    return here if count == 1 else processes.runner(count)
