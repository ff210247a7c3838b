"""What ends work before it is done: Ctrl-C and requests to end, but never in the middle of what must be whole; deadlines."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_ENDINGS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def held_back() -> Iterator[None]:
    """What is done inside is done to its end before an interrupt comes through, where signals can wait (POSIX)."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDINGS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def unwind_when_asked_to_end() -> None:
    """A request to end becomes a KeyboardInterrupt, as Ctrl-C is; what is ignored (by nohup) stays so."""
    for ending in _ENDINGS:
        if signal.getsignal(ending) is signal.SIG_DFL:
            signal.signal(ending, signal.default_int_handler)


def end_with_parent() -> None:
    """For a process that works for another and was started `held_back`: Ctrl-C is for the parent; SIGTERM ends it
    without a word, and so does a parent that is gone."""
    for ending in _ENDINGS:
        signal.signal(ending, signal.SIG_DFL if ending == signal.SIGTERM else signal.SIG_IGN)
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDINGS)


class Late(BaseException):
    """Time is up; no `except Exception` on the way may keep it."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise `Late` inside once the time is up, where signals can tell: in a main thread on POSIX."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    if signal.getsignal(signal.SIGALRM) is not _stop:
        signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _stop(*_: object) -> None:
    raise Late
