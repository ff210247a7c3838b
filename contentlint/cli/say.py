"""What is said: findings on standard output, and what went wrong on standard error, where no file's name can steer the
terminal."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import click

from contentlint.reporters.plain import printable


def put(text: str, *, err: bool = False, color: bool | None = None) -> None:
    """Write to standard output, or error. Where nobody reads it any more, the work goes on in silence: fixes are to be
    written, and the exit code is to be right."""
    try:
        click.echo(text, nl=False, err=err, color=color)
    except BrokenPipeError:
        hush(sys.stderr if err else sys.stdout)


def hush(stream: TextIO) -> None:
    """Lead a stream to nowhere, once its reader went away.

    https://docs.python.org/3/library/signal.html#note-on-sigpipe
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def complain(text: str, path: str = "") -> None:
    """Say in one line what is wrong, with which file where one is named."""
    where = f"{printable(path)}: " if path else ""
    put(f"contentlint: {where}{printable(text)}\n", err=True)
