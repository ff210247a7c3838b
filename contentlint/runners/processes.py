"""Files spread over processes, results in order; each process keeps its parsed config and schemas."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator

from contentlint.job import Job, in_turn
from contentlint.wire import Result

WORTH_IT = 400  # below this many files, starting processes costs more than it saves

_job: Job | None = None


def runner(jobs: int) -> Callable[[Job, Iterable[str]], Iterator[Result]]:
    """A runner with this many processes."""

    def run(job: Job, paths: Iterable[str]) -> Iterator[Result]:
        import multiprocessing

        method = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
        with multiprocessing.get_context(method).Pool(jobs, _start, (job,)) as pool:
            for results in pool.imap(_work, in_turn(paths)):
                yield from results

    return run


def sensible(files: int, wanted: int | None) -> int:
    """How many processes to use: what was asked for, else as many as there are cores where it is worth it."""
    if wanted is not None:
        return max(1, min(wanted, files or 1))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, max(1, files // WORTH_IT + 1)) if files > WORTH_IT else 1


def _start(job: Job) -> None:
    global _job
    _job = job
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops us


def _work(paths: list[str]) -> list[Result]:
    assert _job is not None
    return _job.together(paths)
