"""A few files after the other, in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contentlint.job import Job, in_turn
from contentlint.wire import Result


def run(job: Job, paths: Iterable[str]) -> Iterator[Result]:
    for few in in_turn(paths):
        yield from job.together(few)
