"""`contentlint init`: look at the content here and propose a config and a schema for it."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import click

from contentlint import files, inference
from contentlint.cli.inferred import as_text, described, tell_outliers, write
from contentlint.config import Config
from contentlint.config_file import FILE_NAMES, holds_config
from contentlint.errors import ConfigError
from contentlint.generators import Generator, generator_of
from contentlint.profiles import PROFILES
from contentlint.reporters.plain import printable
from contentlint.setting import Setting
from contentlint.survey import Survey, languages_of, read_articles
from contentlint.wording import counted

_CONFIG, _SCHEMA = "contentlint.toml", "contentlint.schema.json"
_ENOUGH = 3  # articles from which a schema can be inferred


@click.command(name="init", help="Look at the content here and propose a config and a schema; nothing is overwritten.")
@click.argument("folder", default=".", metavar="[FOLDER]")
@click.option(
    "--profile",
    type=click.Choice([name for name in PROFILES if name]),
    help="Take this profile, whatever the files show.",
)
@click.option("--no-schema", is_flag=True, help="Infer no schema; the profile's own applies.")
def command(folder: str, profile: str | None, no_schema: bool) -> int:
    if not folder:
        raise ConfigError('the folder is empty: write "." for the working folder')
    root = Path(folder)
    _refuse(root, no_schema)
    seen = _look(root, profile)
    if not seen.paths:
        raise ConfigError(f"no content files here: {folder} holds no Markdown and no HTML")
    inferred = None
    setting = Setting(PROFILES[seen.profile])
    if not no_schema and len(seen.survey.articles) >= _ENOUGH:
        inferred = inference.infer(seen.survey, setting, words=described(seen.profile))
        write(root / _SCHEMA, as_text(inferred.schema), root)
    write(root / _CONFIG, _config(seen, inferred is not None), root)
    for line in _told(seen):
        click.echo(line)
    if inferred is not None:
        tell_outliers(inferred.outliers, every=False)
    elif not no_schema:
        there = len(seen.survey.articles)
        click.echo(
            f"no schema was inferred: that takes {_ENOUGH} articles with front matter, and there {'is' if there == 1 else 'are'} {there}"
        )
    click.echo(_next_steps(folder, inferred is not None))
    return 0


class _Seen(NamedTuple):
    """What is there."""

    paths: list[str]
    survey: Survey
    generator: Generator | None
    profile: str
    languages: Counter[str]


def _refuse(root: Path, no_schema: bool) -> None:
    if not root.is_dir():
        raise ConfigError(f"there is no such folder: {root.as_posix()}")
    for name in (*FILE_NAMES, *(() if no_schema else (_SCHEMA,))):
        path = root / name
        if not os.path.lexists(path):
            continue
        if name == "pyproject.toml":
            if holds_config(path):
                raise ConfigError(
                    "its [tool.contentlint] is a config already, and nothing is overwritten", path.as_posix()
                )
        else:
            raise ConfigError("it is there already, and nothing is overwritten: remove it first", path.as_posix())


def _look(root: Path, profile: str | None) -> _Seen:
    paths = files.find([str(root)], Config(root.resolve())).paths
    generator = generator_of(root, paths)
    name = profile or (generator.profile if generator else "")
    survey = read_articles(paths, Setting(PROFILES[name]))
    return _Seen(paths, survey, generator, name, languages_of(survey.articles))


def _told(seen: _Seen) -> list[str]:
    """What was seen, line by line; also the comments at the head of the config."""
    survey = seen.survey
    syntaxes = Counter(article.syntax for article in survey.articles)
    keys = Counter(key for article in survey.articles for key in article.data)
    matter = ", ".join(f"{counted(count, 'article')} in {name.upper()}" for name, count in syntaxes.most_common())
    lines = [
        f"files: {counted(len(seen.paths), 'content file')}",
        f"generator: {seen.generator.name} (by {seen.generator.evidence})"
        if seen.generator
        else "generator: none was recognised",
        f"front matter: {matter or 'none'}, {counted(len(survey.without), 'file')} without",
    ]
    if survey.forms:
        lines.append(f"for new articles: {counted(len(survey.forms), 'form')}")
    if survey.unreadable:
        lines.append(f"unreadable: {counted(len(survey.unreadable), 'file')}")
    if seen.languages:
        lines.append("languages: " + ", ".join(f"{name} ({count})" for name, count in _most(seen.languages)))
    if keys:
        lines.append("keys: " + ", ".join(f"{key} ({count})" for key, count in _most(keys)))
    return [printable(line) for line in lines]


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:12]


def _config(seen: _Seen, has_schema: bool) -> str:
    lines = ["# contentlint's config, proposed by `contentlint init` from what is here:"]
    lines += [f"#   {line}" for line in _told(seen)]
    lines += ["# Every option: contentlint config", ""]
    lines += ["# The site's kind or generator: sets its key names and schema."]
    known = ", ".join(f'"{name}"' for name in PROFILES if name)
    lines += [f"profile = {json.dumps(seen.profile)}" if seen.profile else f'# profile = ""  # one of {known}', ""]
    lines += [
        '# Rules: names, groups ("html", "privacy" …), "recommended" or "ALL". Explained by: contentlint rule NAME'
    ]
    lines += ['select = ["recommended"]', "ignore = []", ""]
    if has_schema:
        lines += ["# What front matter must be: inferred from yours, and yours to edit."]
        lines += [f"schema = {json.dumps(_SCHEMA)}", ""]
    else:
        lines += [f"# What front matter must be, once there is a schema: contentlint schema infer -o {_SCHEMA}"]
        lines += [f"# schema = {json.dumps(_SCHEMA)}", ""]
    lines += ["# Files not to check.", "exclude = []", ""]
    lines += ["# Rules not to ask of some files:", "# [per-file-ignores]", '# "legacy/**" = ["html"]', ""]
    lines += ["# A rule's options and severity:", "# [rules.missing-editor-credit]", '# severity = "error"']
    return "\n".join(lines) + "\n"


def _next_steps(folder: str, has_schema: bool) -> str:
    where = "" if folder == "." else f" (in {folder})"
    wrote = f"wrote {_CONFIG}" + (f" and {_SCHEMA}" if has_schema else "")
    return (
        f"{wrote}; now{where}:\n"
        "  contentlint check                          see what there is to mend; --fix mends what is safe\n"
        "  contentlint baseline                       accept the rest for now: only new findings are reported\n"
        "  contentlint check --output-format github   the line for CI (or the pre-commit hook “contentlint”)"
    )
