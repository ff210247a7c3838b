"""`contentlint clean`: forget remembered results."""

from __future__ import annotations

import shutil

import click

from contentlint.cache import FOLDER
from contentlint.config_file import load_config


@click.command(name="clean", help="Remove the cache, that of the working folder's config or of a folder's.")
@click.argument("folder", required=False)
def command(folder: str | None) -> None:
    cache = load_config(paths=(folder,) if folder else ()).root / FOLDER
    if cache.is_dir() and not cache.is_symlink():
        shutil.rmtree(cache)
        click.echo(f"removed {cache.name}", err=True)
    else:
        click.echo("there is no cache", err=True)
