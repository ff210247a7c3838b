"""Files spread over processes, results in order; each process keeps its parsed config and schemas.

Each has a pipe of its own: one that is killed takes no lock with it on which the others would wait for ever.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from contentlint.interrupts import end_with_parent, held_back
from contentlint.job import Job, in_turn
from contentlint.wire import Result

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from contentlint.runners import Runner

WORTH_IT = 400  # below this many files, starting processes costs more than it saves
_KILLED = "the process that checked it was killed, perhaps since memory is short"


def runner(jobs: int) -> Runner:
    """A runner with this many processes."""

    def run(job: Job, paths: Iterable[str]) -> Iterator[Result]:
        crew = _Crew(job)
        try:
            yield from crew.results(in_turn(paths), jobs)
        finally:
            crew.dismiss()

    return run


def sensible(files: int, wanted: int | None) -> int:
    """How many processes to use: what was asked for, else as many as there are cores where it is worth it."""
    if wanted is not None:
        return max(1, min(wanted, files or 1))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, max(1, files // WORTH_IT + 1)) if files > WORTH_IT else 1


class _Crew:
    """Processes for one job, each known by our end of its pipe."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._processes: dict[Connection, BaseProcess] = {}

    def results(self, tasks: Iterable[list[str]], jobs: int) -> Iterator[Result]:
        """The results of the tasks, in order; a process that is free gets the next one."""
        from multiprocessing.connection import wait

        numbered, turn = enumerate(tasks), 0
        free = [self._hired() for _ in range(jobs)]
        busy: dict[Connection, tuple[int, list[str]]] = {}
        done: dict[int, list[Result]] = {}
        while True:
            while free and (task := next(numbered, None)):
                worker = free.pop()
                busy[worker] = task
                with suppress(OSError):  # it was killed, which its pipe will tell
                    worker.send(task[1])
            while turn in done:
                yield from done.pop(turn)
                turn += 1
            if not busy:
                return
            for worker in [each for each in wait([*busy]) if each in busy]:
                number, paths = busy.pop(worker)
                try:
                    done[number] = worker.recv()
                except (EOFError, OSError):
                    done[number] = [Result(path, error=_KILLED) for path in paths]
                    worker = self._hired()
                free.append(worker)

    def _hired(self) -> Connection:
        import multiprocessing

        context = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else None)
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(self._job, theirs, [*self._processes, ours]), daemon=True)
        with held_back():
            process.start()
            self._processes[ours] = process
        theirs.close()
        return ours

    def dismiss(self) -> None:
        for process in self._processes.values():
            process.terminate()
        for ours, process in self._processes.items():
            process.join()
            ours.close()


def _work(job: Job, pipe: Connection, of_parent: list[Connection]) -> None:
    for each in of_parent:  # inherited; while anyone holds them, the pipes do not tell that the parent is gone
        each.close()
    end_with_parent()
    with suppress(EOFError):
        while True:
            pipe.send(job.together(pipe.recv()))
