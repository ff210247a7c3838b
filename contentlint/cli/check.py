"""`contentlint check`: its flags."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from contentlint import reporters
from contentlint.cli.flags import Flags
from contentlint.cli.run import Run
from contentlint.cli.say import complain
from contentlint.cli.watch import watch
from contentlint.config_file import FILE_NAMES
from contentlint.errors import ConfigError


def _names(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...] | None:
    names = tuple(name.strip() for value in values for name in value.split(",") if name.strip())
    return names if values else None


_Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _rule_names(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...] | None:
    names = _names(context, parameter, values)
    if names == () and parameter.name == "select":
        raise click.BadParameter("it names no rule")
    return names


def _rules(flag: str, help_: str) -> _Decorator:
    return click.option(flag, multiple=True, callback=_rule_names, metavar="RULES", help=help_)


def _globs(flag: str, help_: str) -> _Decorator:
    return click.option(flag, multiple=True, callback=_names, metavar="GLOBS", help=help_)


class _Check(click.Command):
    """`--changed` and `--add-ignore` take a value only after "=", so that a path can follow them."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        end = args.index("--") if "--" in args else len(args)
        flags = [f"{each}=" if each in ("--changed", "--add-ignore") else each for each in args[:end]]
        return super().parse_args(context, flags + args[end:])


@click.command(
    name="check",
    cls=_Check,
    help="Check content files, and fix them with --fix. PATHS default to the working folder; - is standard input.",
)
@click.argument("paths", nargs=-1)
@click.option("--fix", "fix", is_flag=True, help="Apply safe fixes.")
@click.option("--unsafe-fixes", is_flag=True, help="Apply unsafe fixes too; implies --fix unless --diff is given.")
@click.option(
    "--diff",
    is_flag=True,
    help="Print the fixes as a diff, write nothing; beside a machine format it goes to standard error.",
)
@click.option("--fix-only", is_flag=True, help="Apply fixes and exit 0, whatever remains.")
@click.option("--show-fixes", is_flag=True, help="List the fixes that were applied.")
@click.option("--exit-non-zero-on-fix", is_flag=True, help="Exit 1 where a fix was applied.")
@_rules("--select", "Run only these rules or groups.")
@_rules("--ignore", "Do not run these rules or groups.")
@_rules("--extend-select", "Run these rules or groups too.")
@_rules("--fixable", "Apply the fixes of these rules only.")
@_rules("--unfixable", "Do not apply the fixes of these rules.")
@_globs("--exclude", "Do not check files that match, instead of the config's exclude.")
@_globs("--extend-exclude", "Do not check files that match these either.")
@click.option("--force-exclude", is_flag=True, help="Exclude files named on the command line too.")
@click.option("--respect-gitignore/--no-respect-gitignore", default=None, help="Whether to skip what .gitignore names.")
@click.option("--config", "config_file", metavar="PATH", help="Use this config file.")
@click.option("--isolated", is_flag=True, help="Use no config file.")
@click.option("--schema", default="", metavar="PATH", help="Check front matter against this JSON schema.")
@click.option(
    "--output-format", type=click.Choice(list(reporters.FORMATS)), default="full", help="How to print findings."
)
@click.option(
    "-o", "--output-file", multiple=True, metavar="[FORMAT=]PATH", help="Write findings to a file too; repeatable."
)
@click.option("--statistics", is_flag=True, help="Print the number of findings of each rule instead.")
@click.option(
    "--add-ignore", default=None, metavar="[=REASON]", help="Write a suppression for each finding, and exit 0."
)
@click.option("--baseline", default="", metavar="PATH", help="Report only what this baseline does not know.")
@click.option("--no-baseline", is_flag=True, help="Report everything, whatever the baseline knows.")
@click.option("--changed", default=None, metavar="[=REV]", help="Check only files changed against git's merge base.")
@click.option(
    "--changed-lines", is_flag=True, help="Report only findings on changed lines, and fix nothing; implies --changed."
)
@click.option(
    "--fail-on",
    type=click.Choice(["any", "warning", "error", "never"]),
    default="any",
    help="The least severity that exits 1; any: info too.",
)
@click.option(
    "--max-findings",
    type=click.IntRange(min=0),
    metavar="N",
    help="Print at most N findings; files written with -o, junit, markdown and html have all.",
)
@click.option("--ci", is_flag=True, help="Let no comment silence a security rule, and list every suppression.")
@click.option("--in-place-hardlinks", is_flag=True, help="Fix files with several hard links too, by writing over them.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Use N processes.")
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@click.option("--cache-dir", metavar="PATH", help="Where the cache is kept.")
@click.option("--watch", "watching", is_flag=True, help="Check again whenever a file changes.")
@click.option("--show-files", is_flag=True, help="List the files that would be checked.")
@click.option(
    "--stdin-filename",
    metavar="PATH",
    help="The file name of standard input, which is read where no path is given.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print findings only; with --ci, notes too.")
@click.option("-v", "--verbose", is_flag=True, help="Say which config is used and how long it took.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour findings.")
def command(**given: Any) -> int:
    flags = Flags(**given).with_implied()
    if flags.contradiction:
        raise ConfigError(flags.contradiction)
    if flags.watching:
        _watch(flags)
        return 0
    return Run(flags).run()


def _watch(flags: Flags) -> None:
    here = Path.cwd()
    configs = [str(folder / name) for folder in (here, *here.parents) for name in FILE_NAMES]  # one may come yet
    named = [*configs, *filter(None, (flags.config_file, flags.schema))]
    watched = list(named)

    def run() -> None:
        try:
            Run(flags).run()
        except ConfigError as error:  # it may be mended while we watch
            complain(str(error))
        if not flags.quiet:
            click.echo("watching for changes (Ctrl-C ends)\n", err=True)

    def files() -> list[str]:
        with suppress(ConfigError):  # while it is broken, what was watched before may mend it
            watched[:] = {*named, *Run(flags).watched()}
        return watched

    watch(run, files)
