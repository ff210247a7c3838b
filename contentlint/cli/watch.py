"""`--watch`: check again whenever a file changes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable

import click

_PAUSE = 0.5  # seconds


def watch(run: Callable[[], object], files: Callable[[], Iterable[str]]) -> None:
    """Run, then run again each time one of the files is added, removed or changed, until interrupted."""
    seen = _state(files())  # before the run, so that a change during it is seen
    run()
    while True:
        time.sleep(_PAUSE)
        now = _state(files())
        if now != seen:
            seen = now
            click.clear()
            run()


def _state(files: Iterable[str]) -> dict[str, tuple[int, int]]:
    state = {}
    for file in files:
        try:
            status = os.stat(file)
        except OSError:
            continue
        state[file] = (status.st_mtime_ns, status.st_size)
    return state
