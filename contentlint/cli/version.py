"""`contentlint version`."""

from __future__ import annotations

import platform

import click

from contentlint import __version__


def told() -> str:
    return f"contentlint {__version__} ({platform.python_implementation()} {platform.python_version()}, {platform.system()} {platform.machine()})"


@click.command(name="version", help="Print the version and the platform.")
def command() -> None:
    click.echo(told())
