"""What went wrong, on standard error, where no file's name can steer the terminal."""

from __future__ import annotations

import click

from contentlint.reporters.plain import printable


def complain(text: str, path: str = "") -> None:
    """Say in one line what is wrong, with which file where one is named."""
    where = f"{printable(path)}: " if path else ""
    click.echo(f"contentlint: {where}{printable(text)}", err=True)
