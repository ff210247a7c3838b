"""`contentlint schema`: infer a JSON Schema from front matter that is there, or check one."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from contentlint import disk, files, inference
from contentlint.cli.inferred import as_text, described, tell_outliers, write
from contentlint.cli.say import complain
from contentlint.config_file import load_config
from contentlint.errors import ConfigError
from contentlint.schema import JsonSchema
from contentlint.schema.soundness import slips
from contentlint.setting import Setting
from contentlint.survey import read_articles
from contentlint.wording import counted


@click.group(name="schema", help="Infer a JSON schema from your front matter, or check one.")
def command() -> None:
    pass


@command.command(
    name="infer", help="Write the JSON schema that most front matter here keeps; list the articles that do not."
)
@click.argument("paths", nargs=-1)
@click.option("--required-share", type=click.FloatRange(0, 1), default=0.95, show_default=True, metavar="SHARE",
              help="A key is required when this share of the articles has it.")  # fmt: skip
@click.option("--outliers", "every", is_flag=True, help="List every article that differs from the others.")
@click.option("-o", "--output-file", "output", default="", metavar="FILE", help="Write the schema to this file.")
@click.option("--force", is_flag=True, help="Overwrite the file.")
@click.option("--config", "config_file", metavar="PATH", help="Use this config file.")
@click.option("--isolated", is_flag=True, help="Use no config file.")
def infer(
    paths: tuple[str, ...],
    required_share: float,
    every: bool,
    output: str,
    force: bool,
    config_file: str | None,
    isolated: bool,
) -> int:
    if output and not force and os.path.lexists(output):
        raise ConfigError("it is there already: --force writes over it", output)
    if output and not _may_be_schema(Path(output)):
        raise ConfigError("this is no schema: name another file", output)
    config = load_config(file=config_file, isolated=isolated, paths=paths)
    found = files.find(paths or (".",), config)
    for path, reason in found.missing.items():
        raise ConfigError(reason, path)
    setting = Setting(config.plan_for("article.md").setting.profile)
    survey = read_articles(found.paths, setting)
    if not survey.articles:
        looked_at = f"{counted(len(found.paths), 'file')} under {', '.join(paths) or '.'}"
        raise ConfigError(f"no front matter can be read in {looked_at}")
    inferred = inference.infer(survey, setting, required_share, described(setting.profile.name))
    text = as_text(inferred.schema)
    if output:
        write(Path(output), text, config.project)
    else:
        click.echo(text, nl=False)
    tell_outliers(inferred.outliers, every=every)
    without = f"{counted(len(survey.without), 'file has', 'files have')} no front matter"
    click.echo(f"inferred from {counted(len(survey.articles), 'article')} ({without})", err=True)
    return 0


def _may_be_schema(path: Path) -> bool:
    """Whether nothing but a schema is written over: no article, even where writing over was asked for."""
    if not path.is_file():
        return True
    try:
        return isinstance(json.loads(disk.read(path).data or b"{}"), dict)
    except (ValueError, RecursionError):
        return False


@command.command(name="check", help="Check that a JSON schema is itself sound.")
@click.argument("file")
def check(file: str) -> int:
    path, here = Path(file), Path.cwd()
    schema = JsonSchema.load(path, here if disk.is_inside(path, here) else path.resolve().parent)
    found = list(slips(schema.raw, disk.read_text(path)))
    for row, told in found:
        complain(told, f"{file}:{row}")
    if not found:
        click.echo(f"{file}: a sound schema for {counted(len(schema.properties), 'key')}")
    return 1 if found else 0
