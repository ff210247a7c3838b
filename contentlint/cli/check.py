"""`contentlint check`: find the files, run the job over them, report, exit."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import click

from contentlint import files, reporters, runners
from contentlint.checking import Wanted
from contentlint.config import Config, Overrides, load_config
from contentlint.errors import ConfigError
from contentlint.job import Job, unified_diff
from contentlint.reporters.plain import printable
from contentlint.site import judged
from contentlint.text import Source
from contentlint.wire import Result


def _names(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...] | None:
    names = tuple(name.strip() for value in values for name in value.split(",") if name.strip())
    return names if values else None


def _selector(flag: str, help_: str) -> Any:
    return click.option(flag, multiple=True, callback=_names, metavar="RULES", help=help_)


@click.command(name="check", help="Check content files, and fix them with --fix.")
@click.argument("paths", nargs=-1)
@click.option("--fix", "fix", is_flag=True, help="Apply safe fixes.")
@click.option("--unsafe-fixes", is_flag=True, help="Apply unsafe fixes too.")
@click.option("--diff", is_flag=True, help="Print the fixes as a diff instead of writing them.")
@_selector("--select", "Ask only these rules or groups.")
@_selector("--extend-select", "Ask these rules or groups too.")
@_selector("--ignore", "Do not ask these rules or groups.")
@click.option("--config", "config_file", metavar="PATH", help="Use this config file.")
@click.option("--isolated", is_flag=True, help="Use no config file.")
@click.option("--schema", default="", metavar="PATH", help="Judge front matter by this JSON schema.")
@click.option("--output-format", type=click.Choice(list(reporters.FORMATS)), default="full", help="How to print findings.")
@click.option("--statistics", is_flag=True, help="Print the number of findings of each rule instead.")
@click.option("--stdin-filename", default="stdin.md", metavar="PATH", help="The name of what comes by standard input.")
@click.option("-q", "--quiet", is_flag=True, help="Print findings, no summary.")
def command(**flags: Any) -> int:
    return Run(flags).run()


class Run:
    """One run of `check`; `flags` are the command line's, by their Python names."""

    def __init__(self, flags: dict[str, Any]) -> None:
        self.flags = flags
        _refuse_flag_like(flags["paths"])
        overrides = Overrides(
            select=flags["select"],
            extend_select=flags["extend_select"] or (),
            ignore=flags["ignore"],
            schema=flags["schema"],
        )
        self.config = load_config(".", file=flags["config_file"], isolated=flags["isolated"], overrides=overrides)
        self.config.plan_for("article.md")  # a broken schema is told before any file

    def run(self) -> int:
        if tuple(self.flags["paths"]) == ("-",):
            return self._standard_input()
        found = files.find(self.flags["paths"] or (".",), self.config)
        results = [*runners.here(self._job(), found.paths), *(Result(path, error="there is no such file or folder") for path in found.missing)]
        results = judged(results, self.config)
        if not results:
            self._say(_nothing(found))
        return self._report(results)

    def _job(self) -> Job:
        return Job(self.config, self._wanted(), write=not self.flags["diff"])

    def _wanted(self) -> Wanted | None:
        if not (self.flags["fix"] or self.flags["unsafe_fixes"] or self.flags["diff"]):
            return None
        return Wanted(self.flags["unsafe_fixes"], self.config.may_fix, self.config.trusted)

    def _standard_input(self) -> int:
        path = self.flags["stdin_filename"]
        source = Source.decode(path, sys.stdin.buffer.read())
        result, fixed = self._job().examine(source)
        if fixed is None:
            return self._report([result])
        if self.flags["diff"]:
            click.echo(unified_diff(path, source.text, fixed.text), nl=False)
        else:
            sys.stdout.buffer.write(fixed.text.encode("utf-8"))
            sys.stdout.buffer.flush()
        click.echo(reporters.reporter("concise")([result]), err=True, nl=False)
        return 1 if result.findings or (self.flags["diff"] and fixed.text != source.text) else 0

    def _report(self, results: list[Result]) -> int:
        for result in results:
            if result.error:
                self._tell(f"{printable(result.path)}: {printable(result.error)}")
            for note in result.notes if not self.flags["quiet"] else ():
                self._tell(f"{printable(result.path)}: {printable(note)}")
        click.echo("".join(result.diff for result in results), nl=False)
        if self.flags["statistics"]:
            click.echo(_statistics(results), nl=False)
        else:
            click.echo(reporters.reporter(self.flags["output_format"])(results), nl=False)
        self._say(_summary(results, self._wanted() is not None))
        if any(result.error for result in results):
            return 2
        return 1 if any(result.findings or result.diff for result in results) else 0

    def _say(self, line: str) -> None:
        if not self.flags["quiet"] and line:
            click.echo(line, err=True)

    def _tell(self, line: str) -> None:
        click.echo(f"contentlint: {line}", err=True)


def _refuse_flag_like(paths: tuple[str, ...]) -> None:
    """A file called `--fix` must not become a flag, nor a flag a file: `--` says which."""
    for argument in sys.argv[1:]:
        if argument == "--":
            return
        if argument.startswith("-") and argument != "-" and os.path.lexists(argument):
            raise ConfigError(f'there is a file called "{argument}": use "--" before file names')


def _nothing(found: files.Found) -> str:
    where = ", ".join(found.folders) or "what was named"
    left_out = [f"{found.gitignored} left out by .gitignore"] * bool(found.gitignored)
    left_out += [f"{found.excluded} excluded"] * bool(found.excluded)
    return f"nothing to check: no content files under {where}" + (f" ({', '.join(left_out)})" if left_out else "")


def _summary(results: list[Result], fixing: bool) -> str:
    counts = Counter(found.severity for result in results for found in result.findings)
    fixed = sum(sum(result.fixed.values()) for result in results)
    parts = [_count(counts[severity], severity.value if severity != "info" else "remark") for severity in sorted(counts, key=lambda each: each.rank)]
    files_ = _count(len(results), "file")
    found = ", ".join(parts) + f" in {files_}" if parts else f"no findings in {files_}"
    told = f"{_count(fixed, 'fix', 'fixes')} applied; " if fixing else ""
    if any(result.diff for result in results):
        told = f"{_count(fixed, 'fix', 'fixes')} would be applied; "
    safe = sum(1 for found_ in _all(results) if found_.fix is not None and found_.fix.safety == "safe")
    unsafe = sum(1 for found_ in _all(results) if found_.fix is not None and found_.fix.safety != "safe")
    hint = f" ({safe} fixable with --fix)" if safe and not fixing else f" ({unsafe} fixable with --fix --unsafe-fixes)" if unsafe else ""
    return told + found + hint if results else ""


def _all(results: list[Result]) -> Iterator[Any]:
    return (found for result in results for found in result.findings)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _statistics(results: list[Result]) -> str:
    counts = Counter((found.rule, found.severity) for found in _all(results))
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return "".join(f"{count:>7}  {severity:<7}  {rule}\n" for (rule, severity), count in rows)


