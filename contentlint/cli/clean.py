"""`contentlint clean`: forget remembered results."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import click

from contentlint import disk
from contentlint.cache import FOLDER
from contentlint.config_file import load_config


@click.command(name="clean", help="Remove the cache of the working folder's config, or of FOLDER's.")
@click.argument("folder", required=False)
def command(folder: str | None) -> None:
    if folder and not os.path.isdir(folder):
        raise click.UsageError(f"there is no folder {folder}")
    cache = load_config(folder or ".").root / FOLDER
    if cache.is_dir() and not cache.is_symlink():
        shutil.rmtree(cache)
        click.echo(f"removed {disk.called(cache, Path.cwd())}", err=True)
    else:
        click.echo("there is no cache", err=True)
