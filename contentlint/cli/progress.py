"""A bar on stderr for long runs that a person watches; never in logs."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator

from contentlint.wire import Result

_PATIENCE = 1.0  # seconds before the bar shows
_WIDTH = 30


def with_progress(results: Iterable[Result], total: int, *, wanted: bool) -> Iterator[Result]:
    """The same results; a bar is drawn once the run takes longer than a second, and wiped at the end."""
    if not wanted or not sys.stderr.isatty() or os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        yield from results
        return
    started, drawn = time.monotonic(), 0.0
    for number, result in enumerate(results, 1):
        now = time.monotonic()
        if now - started > _PATIENCE and now - drawn > 0.1:
            done = _WIDTH * number // max(total, 1)
            sys.stderr.write(f"\r{'━' * done}{' ' * (_WIDTH - done)} {number:,} of {total:,} files")
            sys.stderr.flush()
            drawn = now
        yield result
    if drawn:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
