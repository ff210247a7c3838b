"""`contentlint clean`: forget remembered results."""

from __future__ import annotations

import shutil

import click

from contentlint.cache import FOLDER
from contentlint.config_file import load_config


@click.command(name="clean", help="Remove the cache.")
def command() -> None:
    folder = load_config(".").root / FOLDER
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
        click.echo(f"removed {folder.name}", err=True)
    else:
        click.echo("there is no cache", err=True)
