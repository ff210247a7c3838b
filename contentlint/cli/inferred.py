"""A schema that was inferred, as `init` and `schema infer` write it, and the articles that do not keep it, as they tell them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from contentlint import disk
from contentlint.errors import ConfigError
from contentlint.reporters.plain import printable
from contentlint.schema.shipped import shipped_schema
from contentlint.survey import Outlier

_SHOWN = 10


def described(profile: str) -> dict[str, str]:
    """What keys mean, in a writer's words, as the schemas say that come with contentlint."""
    schemas = [shipped_schema(name) for name in ("article", profile) if name]
    known = [each for schema in schemas for each in schema.properties.items()]
    return {key: part["description"] for key, part in known if part.get("description")}


def as_text(schema: object) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write(path: Path, text: str, project: Path) -> None:
    """Raises:
    ConfigError: the file cannot be written.
    """
    try:
        disk.write_new(path, text, project)
    except disk.Unusable as error:
        raise ConfigError(str(error)) from None


def tell_outliers(outliers: Sequence[Outlier], *, every: bool) -> None:
    """List outliers on standard error: the first few, or all."""
    if not outliers:
        return
    click.echo("not as the others are, and often at fault:", err=True)
    for outlier in outliers if every else outliers[:_SHOWN]:
        click.echo(f"  {printable(outlier.told())}", err=True)
    if not every and len(outliers) > _SHOWN:
        click.echo(f"  … and {len(outliers) - _SHOWN:,} more: contentlint schema infer --outliers lists all", err=True)
