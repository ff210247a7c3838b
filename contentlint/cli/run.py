"""One run of `contentlint check`: the files, the job, the reports, the exit code."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from contentlint import files, runners
from contentlint.baseline import Baseline, baseline_file
from contentlint.cli.flags import Flags
from contentlint.cli.outcome import Outcome
from contentlint.cli.progress import with_progress
from contentlint.cli.report import Report
from contentlint.cli.say import put
from contentlint.config_file import load_config
from contentlint.errors import ConfigError
from contentlint.job import Job, fixes_of
from contentlint.reporters.plain import printable
from contentlint.site import judged
from contentlint.text import Source
from contentlint.wire import Result
from contentlint.wording import counted


class Run:
    """A run that checks what the flags name, as they ask for it.

    Raises:
        ConfigError: the flags, the config or a schema cannot be used.
    """

    def __init__(self, flags: Flags) -> None:
        self.flags = flags
        self.config = load_config(
            file=flags.config_file, isolated=flags.isolated, overrides=flags.overrides, paths=flags.named
        )
        self.config.prove_schemas()
        self.report = Report(flags, self.config, self._baseline())

    def run(self) -> int:
        started = time.monotonic()
        _hardly_look_for_cycles()
        found = files.Found() if self.flags.is_piped else self._found()
        if self.flags.show_files:
            return self._list(found)
        outcome = self.report.told(self._piped() if self.flags.is_piped else self._results(found))
        for path, target in found.links.items():
            self.report.note(Result(path, notes=(f"it is a link to {target}: left alone",)))
        if not outcome.files and not outcome.errors:
            put(_nothing_to_check(found) + "\n", err=True)
        else:
            self.report.say(outcome.summary(fixing=self.flags.is_fixing, writing=not self.flags.diff))
        if self.flags.verbose:
            rules = counted(len(self.config.rules), "rule")
            self.report.say(f"config: {self.config.file or 'none'}; {rules}; {time.monotonic() - started:.2f} s")
        return self._status(outcome)

    def _list(self, found: files.Found) -> int:
        """Print the files that would be checked; returns the exit code."""
        put("".join(f"{printable(path)}\n" for path in found.paths))
        for path, reason in found.missing.items():
            self.report.note(Result(path, error=reason))
        if not found.paths and not found.missing:
            put(_nothing_to_check(found) + "\n", err=True)
        return 2 if found.missing else 0

    def watched(self) -> list[str]:
        """The files whose change is worth another run."""
        config = self.config
        configs = filter(None, (config.file, *(place.file for place in config.places.known.values())))
        baseline = [] if self.flags.no_baseline else [str(baseline_file(config, self.flags.baseline))]
        return [*self._found().paths, *sorted(set(map(os.path.abspath, configs))), *config.schema_files(), *baseline]

    # -- what is checked ----------------------------------------------------------------------------------------

    def _found(self) -> files.Found:
        found = files.find(self.flags.paths or (".",), self.config, force_exclude=self.flags.force_exclude)
        found.paths = self.report.without_reports(found.paths)
        if self.flags.changed is not None:
            from contentlint.cli.changed import changed_files

            found.since = str(self.report.since)
            changed = set(map(os.path.realpath, changed_files(self.report.since)))
            found.paths = [path for path in found.paths if os.path.realpath(path) in changed]
        return found

    def _results(self, found: files.Found) -> Iterator[Result]:
        job = self._job()
        run = self._spread if job.silence is None or not job.write else self._silenced
        is_watched = not self.flags.quiet and not (self.report.streams and sys.stdout.isatty())
        yield from with_progress(run(job, found.paths), len(found.paths), wanted=is_watched)
        for path, reason in found.missing.items():
            yield Result(path, error=reason)

    def _silenced(self, job: Job, paths: list[str]) -> Iterator[Result]:
        """The results once comments are written, those for rules about the whole site last: only then it is known."""
        for result in judged(self._spread(job, paths), self.config):
            asked = {rule.name for rule in self.config.plan_for(result.path).site_rules}
            told = [found for found in result.findings if found.rule in asked]
            if told and job.silence_throughout(result.path, frozenset(found.rule for found in told)):
                kept = tuple(found for found in result.findings if found not in told)
                note = f"{counted(len(told), 'finding')} about the site silenced"
                result = replace(result, findings=kept, notes=(*result.notes, note))
            yield replace(result, facts=())

    def _job(self) -> Job:
        flags = self.flags
        return Job(
            self.config,
            fixes_of(self.config, unsafe=flags.unsafe_fixes) if flags.is_fixing else None,
            write=not flags.diff,
            silence=flags.add_ignore,
            in_place=flags.in_place_hardlinks,
            strict=flags.ci,
        )

    def _spread(self, job: Job, paths: list[str]) -> Iterator[Result]:
        run = runners.chosen(len(paths), self.flags.jobs)
        is_forgetful = any(rule.is_fickle for rule in self.config.rules)
        if self.flags.no_cache or is_forgetful or job.wanted is not None or job.silence is not None or len(paths) < 2:
            yield from run(job, paths)
            return
        from contentlint.cache import FOLDER, Cache

        with Cache(Path(self.flags.cache_dir or self.config.root / FOLDER), job) as cache:
            yield from cache.results(paths, run)

    def _piped(self) -> Iterator[Result]:
        """The result for standard input; where fixing was wanted, the fixed text goes to standard output."""
        path = files.from_here(self.flags.stdin_filename or "stdin.md")
        if sys.stdin is None:
            raise ConfigError("standard input is closed")
        data = sys.stdin.buffer.read()
        job = self._job()
        if self.flags.force_exclude and not files.is_wanted(path, self.config):
            if self.flags.is_text_out:
                _write_out(data)
            return
        result, fixed = job.of(path, data)
        source = Source.decode(path, data)
        if self.flags.is_text_out:
            _write_out(data if fixed is None or source.undecodable else fixed.text.encode("utf-8"))
        elif fixed is not None and fixed.text != source.text:
            result = job.previewed(source, fixed, result)
        yield result

    # -- what is told -------------------------------------------------------------------------------------------

    def _status(self, outcome: Outcome) -> int:
        fix_only = self.flags.fix_only or self.flags.add_ignore is not None
        return outcome.status(self.flags.fail_on, fix_only=fix_only, fail_on_fix=self.flags.exit_non_zero_on_fix)

    def _baseline(self) -> Baseline | None:
        if self.flags.no_baseline:
            return None
        named = self.flags.baseline or self.config.get("baseline")
        path = baseline_file(self.config, self.flags.baseline)
        if not named and not path.is_file():
            return None
        try:
            return Baseline.load(path)
        except ConfigError as error:
            if self.flags.baseline or not named:
                raise
            raise self.config.places.mistake(f'"baseline": {error}', ("baseline",)) from None


@cache
def _hardly_look_for_cycles() -> None:
    """Once for a process: an article's nodes die with it, by count of references, so that no cycle is found among them."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


def _write_out(data: bytes) -> None:
    if sys.__stdout__ is None:
        raise ConfigError("standard output is closed: the fixed text went nowhere")
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _nothing_to_check(found: files.Found) -> str:
    """Why there was nothing: said, never silent."""
    where = ", ".join(found.folders) or "what was named"
    if found.since:
        here = "" if found.folders == ["."] else f" under {printable(where)}"
        return f"nothing to check: no content file{here} has changed since {printable(found.since)}"
    reasons = [f"{found.gitignored:,} skipped by .gitignore"] if found.gitignored else []
    reasons += [f"{found.excluded:,} excluded"] if found.excluded else []
    reasons += [f"{found.hidden:,} hidden"] if found.hidden else []
    return f"nothing to check: no content files under {printable(where)}" + (
        f", {', '.join(reasons)}" if reasons else ""
    )
