"""`contentlint baseline`: write down today's findings, or strike off those that are gone."""

from __future__ import annotations

from pathlib import Path

import click

from contentlint import disk, files, runners
from contentlint.baseline import Baseline, baseline_file, refuse_other
from contentlint.cli.say import complain
from contentlint.config_file import load_config
from contentlint.job import Job
from contentlint.reporters.plain import printable
from contentlint.site import judged
from contentlint.wording import counted


@click.command(
    name="baseline",
    help="Write the baseline: from now on only new findings are reported. With PATHS, or in a folder below the config's, only what is "
    "known of those is written anew.",
)
@click.argument("paths", nargs=-1)
@click.option("--prune", is_flag=True, help="Only remove what is no longer found.")
@click.option("--baseline", "file", default="", metavar="PATH", help="The baseline file.")
@click.option("--config", "config_file", metavar="PATH", help="Use this config file.")
@click.option("--isolated", is_flag=True, help="Use no config file.")
def command(paths: tuple[str, ...], prune: bool, file: str, config_file: str | None, isolated: bool) -> int:
    config = load_config(file=config_file, isolated=isolated, paths=paths)
    config.prove_schemas()
    found = files.find(paths or (".",), config)
    for missing, reason in found.missing.items():
        complain(reason, missing)
    if found.missing:
        return 2
    is_part = bool(paths) or config.root in Path.cwd().parents  # of what the baseline knows
    path = baseline_file(config, file)
    refuse_other(path)
    name = printable(disk.called(path, Path.cwd()))
    run = runners.chosen(len(found.paths))
    results = judged(list(run(Job(config), found.paths)), config)
    errors = [result for result in results if result.error]
    for result in errors:
        complain(result.error, result.path)
    if errors:  # what is known of them would be lost
        complain(f"{name} was not written: {counted(len(errors), 'file')} could not be checked")
        return 2
    if prune:
        baseline = Baseline.load(path).pruned(results)
    elif is_part and path.is_file():
        baseline = Baseline.load(path).renewed(results)
    else:
        baseline = Baseline.of(path, results)
    baseline.save(config.project)
    click.echo(
        f"{name}: {counted(baseline.total, 'known finding')} in {counted(len(baseline.counts), 'file')}", err=True
    )
    return 0
