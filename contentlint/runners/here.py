"""One file after the other, in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contentlint.job import Job
from contentlint.wire import Result


def run(job: Job, paths: Iterable[str]) -> Iterator[Result]:
    return map(job, paths)
