"""What is said: findings on standard output, and what went wrong on standard error, where no file's name can steer the
terminal."""

from __future__ import annotations

import os
import sys

import click

from contentlint.reporters.plain import printable


def complain(text: str, path: str = "") -> None:
    """Say in one line what is wrong, with which file where one is named."""
    where = f"{printable(path)}: " if path else ""
    click.echo(f"contentlint: {where}{printable(text)}", err=True)


def put(text: str, *, color: bool | None = None) -> None:
    """Write to standard output. Where nobody reads it any more, the work goes on in silence: fixes are to be written,
    and the exit code is to be right."""
    try:
        click.echo(text, nl=False, color=color)
    except BrokenPipeError:
        hush()


def hush() -> None:
    """Lead standard output to nowhere, once its reader went away.

    https://docs.python.org/3/library/signal.html#note-on-sigpipe
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
