"""One run of `contentlint check`: the files, the job, the reports, the exit code."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

import click

from contentlint import disk, files, reporters, runners
from contentlint.baseline import FILE_NAME, Baseline
from contentlint.cli.outcome import Outcome, counted
from contentlint.cli.progress import with_progress
from contentlint.config import Overrides
from contentlint.config_file import load_config
from contentlint.errors import ConfigError, did_you_mean
from contentlint.fixing import Wanted
from contentlint.job import Job
from contentlint.reporters.plain import printable, visible
from contentlint.site import Site, judged
from contentlint.text import Source
from contentlint.wire import Result

_MISSING = "there is no such file or folder"
_SUFFIX_FORMATS = {
    ".sarif": "sarif",
    ".html": "html",
    ".json": "json",
    ".md": "markdown",
    ".xml": "junit",
    ".jsonl": "json-lines",
}


class Run:
    """`flags` are the command line's, by their Python names.

    Raises:
        ConfigError: the flags, the config or a schema cannot be used.
    """

    def __init__(self, flags: dict[str, Any]) -> None:
        self.flags = flags
        if flags["changed_lines"] and flags["changed"] is None:
            flags["changed"] = ""
        overrides = Overrides(
            **{
                name: flags[name]
                for name in ("select", "ignore", "fixable", "unfixable", "exclude", "respect_gitignore", "schema")
            },
            extend_select=flags["extend_select"] or (),
            extend_exclude=flags["extend_exclude"] or (),
        )
        self.config = load_config(".", file=flags["config_file"], isolated=flags["isolated"], overrides=overrides)
        self.config.prove_schemas()
        self.outputs = [_output(written) for written in flags["output_file"]]
        self.baseline = self._baseline()

    def run(self) -> int:
        started = time.monotonic()
        found = files.Found() if self._is_piped else self._found()
        if self.flags["show_files"]:
            click.echo("".join(f"{printable(path)}\n" for path in found.paths), nl=False)
            for path in found.missing:
                self._tell(Result(path, error=_MISSING))
            return 2 if found.missing else 0
        outcome, known, hidden = self._report(self._piped() if self._is_piped else self._results(found))
        if not outcome.files:
            click.echo(nothing_to_check(found), err=True)
        else:
            self._say(outcome.summary(fixing=self._wanted() is not None, known=known, hidden=hidden))
        if self.flags["verbose"]:
            self._say(
                f"config: {self.config.file or 'none'}; {len(self.config.rules)} rules; {time.monotonic() - started:.2f} s"
            )
        return self._status(outcome)

    def watched(self) -> list[str]:
        """The files whose change is worth another run."""
        return [*self._found().paths, *([self.config.file] if self.config.file else [])]

    # -- what is checked ----------------------------------------------------------------------------------------

    def _found(self) -> files.Found:
        found = files.find(self.flags["paths"] or (".",), self.config, force_exclude=self.flags["force_exclude"])
        reports = {os.path.abspath(path) for _, path in self.outputs}
        found.paths = [path for path in found.paths if os.path.abspath(path) not in reports]
        if self.flags["changed"] is not None:
            from contentlint.cli.changed import changed_files

            changed = set(map(os.path.realpath, changed_files(self.flags["changed"])))
            found.paths = [path for path in found.paths if os.path.realpath(path) in changed]
        return found

    def _wanted(self) -> Wanted | None:
        if not any(self.flags[name] for name in ("fix", "unsafe_fixes", "diff", "fix_only")):
            return None
        return Wanted(self.flags["unsafe_fixes"], self.config.may_fix, self.config.trusted, self.config.own)

    def _results(self, found: files.Found) -> Iterator[Result]:
        job = self._job(write=not self.flags["diff"])
        is_watched = not self.flags["quiet"] and not (self._streams and sys.stdout.isatty())
        yield from with_progress(self._spread(job, found.paths), len(found.paths), wanted=is_watched)
        for path in found.missing:
            yield Result(path, error=_MISSING)
        for path in found.leading_out:
            yield Result(path, notes=("it is a link to a file outside the project: left alone",))

    def _job(self, *, write: bool) -> Job:
        flags = self.flags
        return Job(
            self.config,
            self._wanted(),
            write=write,
            silence=flags["add_ignore"],
            in_place=flags["in_place_hardlinks"],
            strict=flags["ci"],
        )

    def _spread(self, job: Job, paths: list[str]) -> Iterator[Result]:
        # an article's nodes die with it, by count of references: looking for cycles among them finds nothing
        gc.freeze()
        gc.set_threshold(100_000, 50, 50)
        from contentlint.runners import processes

        jobs = processes.sensible(len(paths), self.flags["jobs"])
        run = runners.here if jobs == 1 else processes.runner(jobs)
        is_forgetful = any(rule.is_fickle for rule in self.config.rules)
        if (
            self.flags["no_cache"]
            or is_forgetful
            or job.wanted is not None
            or job.silence is not None
            or len(paths) < 2
        ):
            yield from run(job, paths)
            return
        from contentlint.cache import FOLDER, Cache

        with Cache(Path(self.flags["cache_dir"] or self.config.root / FOLDER), self.config) as cache:
            yield from cache.results(job, paths, run)

    @property
    def _is_piped(self) -> bool:
        return tuple(self.flags["paths"]) == ("-",)

    def _piped(self) -> Iterator[Result]:
        """The result for standard input; where fixing was wanted, the fixed text goes to standard output."""
        path = self.flags["stdin_filename"]
        if sys.stdin is None:
            raise ConfigError("standard input is closed")
        data = sys.stdin.buffer.read()
        job = self._job(write=False)
        result, fixed = job.of(path, data)
        source = Source.decode(path, data)
        if job.wanted is None and job.silence is None:
            yield result
            return
        if self.flags["diff"]:
            yield result if fixed is None or fixed.text == source.text else job.previewed(source, fixed, result)
            return
        sys.stdout.buffer.write(data if fixed is None or source.undecodable else fixed.text.encode("utf-8"))
        sys.stdout.buffer.flush()
        yield result

    # -- what is told -------------------------------------------------------------------------------------------

    @cached_property
    def _streams(self) -> bool:
        """Whether each result can be told and forgotten, so that memory does not grow with the number of files."""
        flags = self.flags
        if (
            self.outputs
            or self.baseline
            or flags["max_findings"] is not None
            or flags["changed_lines"]
            or flags["diff"]
        ):
            return False
        return bool(flags["statistics"] or flags["fix_only"] or flags["output_format"] in reporters.BY_LINE)

    def _report(self, results: Iterable[Result]) -> tuple[Outcome, int, int]:
        """Print and write the reports; returns the outcome, and how many findings are known and not shown."""
        return (self._told_one_by_one(results), 0, 0) if self._streams else self._told_together(results)

    def _told_one_by_one(self, results: Iterable[Result]) -> Outcome:
        """What site rules find comes last."""
        outcome, site = Outcome(), Site(self.config)
        for result in site.passing(results):
            outcome.add(result)
            self._tell(result)
            self._print_findings([result])
        for path, findings in site.findings().items():
            outcome.count(findings)
            self._print_findings([Result(path, tuple(findings))])
        self._print_counts(outcome)
        return outcome

    def _told_together(self, results: Iterable[Result]) -> tuple[Outcome, int, int]:
        known = 0
        results = judged(results, self.config)
        if self.flags["changed_lines"]:
            from contentlint.cli.changed import only_changed_lines

            results = only_changed_lines(results, self.flags["changed"])
        if self.baseline is not None:
            surplus = self.baseline.surplus(results)
            pairs = [self.baseline.without_known(result) for result in results]
            results, known = [result for result, _ in pairs], sum(count for _, count in pairs)
            if surplus and self.flags["changed"] is None:
                self._say(f"{counted(surplus, 'finding')} of the baseline are gone: contentlint baseline --prune")
        outcome = Outcome()
        for result in results:
            outcome.add(result)
            self._tell(result)
        shown, hidden = _at_most(results, self.flags["max_findings"])
        if self.flags["output_format"] in reporters.HUMAN:
            click.echo("".join(_shown_diff(result.diff) for result in shown), nl=False)
        self._print_findings(shown)
        self._print_counts(outcome)
        for format_, path in self.outputs:
            disk.write_new(path, reporters.reporter(format_)(shown))
        return outcome, known, hidden

    def _print_counts(self, outcome: Outcome) -> None:
        if self.flags["show_fixes"]:
            self._say("".join(f"{count:>7}  {rule}\n" for rule, count in sorted(outcome.fixed.items())).rstrip("\n"))
        if self.flags["statistics"]:
            if self.flags["output_format"] == "json":
                click.echo(outcome.statistics_as_json())
            else:
                click.echo(outcome.statistics(), nl=False, err=not self._is_for_people)

    @property
    def _is_for_people(self) -> bool:
        return self.flags["output_format"] in reporters.HUMAN

    def _print_findings(self, results: list[Result]) -> None:
        format_ = self.flags["output_format"]
        if self.flags["statistics"] and (self._is_for_people or format_ == "json"):
            return
        if self.flags["fix_only"]:
            if self._is_for_people:
                return
            results = []
        is_text_on_stdout = self._is_piped and (self._wanted() or self.flags["add_ignore"] is not None)
        if is_text_on_stdout and not self.flags["diff"]:  # what remains goes where the text does not
            if not self.flags["quiet"]:
                click.echo(reporters.reporter("concise")(results), err=True, nl=False)
            return
        text = reporters.reporter(format_)(results)
        if format_ in reporters.HUMAN and _colour(self.flags["color"]):
            from contentlint.reporters.colour import coloured

            text = coloured(text, format_)
        if text:
            click.echo(text, nl=False, color=True)

    def _tell(self, result: Result) -> None:
        if result.error:
            click.echo(f"contentlint: {printable(result.path)}: {printable(result.error)}", err=True)
        if not self.flags["quiet"]:
            for note in result.notes:
                click.echo(f"contentlint: {printable(result.path)}: {printable(note)}", err=True)

    def _say(self, line: str) -> None:
        if line and not self.flags["quiet"]:
            click.echo(line, err=True)

    def _status(self, outcome: Outcome) -> int:
        fix_only = self.flags["fix_only"] or self.flags["add_ignore"] is not None
        return outcome.status(self.flags["fail_on"], fix_only=fix_only, fail_on_fix=self.flags["exit_non_zero_on_fix"])

    def _baseline(self) -> Baseline | None:
        if self.flags["no_baseline"]:
            return None
        named = self.flags["baseline"] or self.config.get("baseline")
        path = Path(self.flags["baseline"]) if self.flags["baseline"] else self.config.root / (named or FILE_NAME)
        if not self.flags["baseline"] and not path.resolve().is_relative_to(self.config.project):
            raise ConfigError(f'"baseline" leads out of the project: {named}', self.config.file)
        if not named and not path.is_file():
            return None
        return Baseline.load(path)


def nothing_to_check(found: files.Found) -> str:
    """Why there was nothing: said, never silent."""
    where = ", ".join(found.folders) or "what was named"
    reasons = [f"{found.gitignored:,} skipped by .gitignore"] if found.gitignored else []
    reasons += [f"{found.excluded:,} excluded"] if found.excluded else []
    return f"nothing to check: no content files under {printable(where)}" + (
        f", {', '.join(reasons)}" if reasons else ""
    )


def _at_most(results: list[Result], limit: int | None) -> tuple[list[Result], int]:
    if limit is None:
        return results, 0
    shown, room = [], limit
    for result in results:
        shown.append(replace(result, findings=result.findings[:room]))
        room -= len(shown[-1].findings)
    return shown, sum(len(result.findings) for result in results) - limit + room


def _output(written: str) -> tuple[str, Path]:
    """FORMAT=PATH, or a path whose suffix tells the format."""
    name, equals, path = written.partition("=")
    if not equals:
        name, path = _SUFFIX_FORMATS.get(Path(written).suffix, "full"), written
    if not path:
        raise ConfigError(f'--output-file: "{written}" names no file')
    if name not in reporters.FORMATS:
        raise ConfigError(f'--output-file: there is no format "{name}"{did_you_mean(name, reporters.FORMATS)}')
    return name, Path(path)


def _colour(wanted: str) -> bool:
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return os.environ.get("FORCE_COLOR", "0") != "0" or sys.stdout.isatty()


def _shown_diff(diff: str) -> str:
    """A diff whose file names cannot steer anything, nor its lines where a terminal shows them."""
    head, mark, rest = diff.partition("@@")
    lines = [f"{line[:4]}{printable(line[4:])}\n" for line in head.split("\n")[:-1]]
    return "".join(lines) + mark + ("\n".join(map(visible, rest.split("\n"))) if sys.stdout.isatty() else rest)
