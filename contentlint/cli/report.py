"""How a run's results are told: each as soon as it is known where the format allows it, to streams and files."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from contentlint import disk, reporters
from contentlint.baseline import Baseline
from contentlint.cli.flags import Flags
from contentlint.cli.outcome import Outcome
from contentlint.cli.say import complain, put
from contentlint.config import Config
from contentlint.errors import ConfigError
from contentlint.lazy import lazy
from contentlint.patterns import pattern
from contentlint.reporters.plain import visible, without_commands
from contentlint.site import Site, judged
from contentlint.wire import Result
from contentlint.wording import counted, did_you_mean

if TYPE_CHECKING:
    from contentlint.cli.changed import Base

_SUFFIX_FORMATS = {
    ".sarif": "sarif",
    ".html": "html",
    ".json": "json",
    ".md": "markdown",
    ".xml": "junit",
    ".jsonl": "json-lines",
}

_OBEYING = ("GITHUB_ACTIONS", "TF_BUILD")  # CI that takes commands from what is printed
_COMMAND_LINE = pattern(r"(?m)^([-+ ][ \t]*)::")

_TO_BE_CHECKED = "--output-file: {} is to be checked: name another file for the report"
_REPORT_MARKS = (b"## contentlint: ", b"<title>contentlint report</title>")


class Report:
    """What the flags want to be told, and where.

    Raises:
        ConfigError: an output file has no known format, is named twice, or is to be checked itself.
    """

    def __init__(self, flags: Flags, config: Config, baseline: Baseline | None) -> None:
        self.flags, self.config, self.baseline = flags, config, baseline
        self.outputs = [_output(written) for written in flags.output_file]
        written = Counter(os.path.realpath(path) for _, path in self.outputs)
        for _, path in self.outputs:
            if written[os.path.realpath(path)] > 1:
                raise ConfigError(f"--output-file: {path.as_posix()} is named twice, and holds one report only")
            if any(os.path.abspath(path) == os.path.abspath(each) for each in flags.paths):
                raise ConfigError(_TO_BE_CHECKED.format(path))

    def without_reports(self, paths: list[str]) -> list[str]:
        """Files to check without the reports that an earlier run left among them.

        Raises:
            ConfigError: a report would be written over an article.
        """
        outputs = {os.path.abspath(path): path for _, path in self.outputs}
        articles = []
        for path in paths:
            output = outputs.get(os.path.abspath(path))
            if output is None:
                articles.append(path)
            elif not _is_report(path):
                raise ConfigError(_TO_BE_CHECKED.format(output))
        return articles

    @lazy
    def streams(self) -> bool:
        """Whether each result can be told and forgotten, so that memory does not grow with the number of files."""
        flags = self.flags
        if self.outputs or self.baseline or flags.max_findings is not None or flags.changed_lines or flags.diff:
            return False
        return not self._prints_findings or flags.output_format in reporters.BY_LINE

    @lazy
    def since(self) -> Base:
        """From where changes are counted.

        Raises:
            ConfigError: git knows no such revision, or this is no repository.
        """
        from contentlint.cli.changed import base

        return base(self.flags.changed or "")

    def told(self, results: Iterable[Result]) -> Outcome:
        """Print and write the reports."""
        return self._told_one_by_one(results) if self.streams else self._told_together(results)

    def _told_one_by_one(self, results: Iterable[Result]) -> Outcome:
        """What site rules find comes last."""
        outcome, site = Outcome(), Site(self.config)
        for result in site.passing(results):
            outcome.add(result)
            self.note(result)
            self._print_findings([result])
        for path, findings in site.findings().items():
            outcome.count(findings)
            self._print_findings([Result(path, tuple(findings))])
        self._print_counts(outcome)
        return outcome

    def _told_together(self, results: Iterable[Result]) -> Outcome:
        outcome = Outcome()
        results = judged(results, self.config)
        if self.flags.changed_lines:
            from contentlint.cli.changed import only_changed_lines

            results = only_changed_lines(results, self.since)
        if self.baseline is not None:
            results, outcome.known = self._without_known(self.baseline, results)
        for result in results:
            outcome.add(result)
            self.note(result)
        is_whole = self.flags.output_format in reporters.COUNTING
        shown, outcome.hidden = _at_most(results, None if is_whole else self.flags.max_findings)
        diffs = (_shown_diff(result.diff, sys.stdout if self._is_for_people else sys.stderr) for result in shown)
        put("".join(diffs), err=not self._is_for_people)  # a machine reads its format alone
        self._print_findings(shown)
        self._print_counts(outcome)
        for format_, path in self.outputs:
            try:
                disk.write_new(path, reporters.reporter(format_)(results), self.config.project)
            except disk.Unusable as error:  # the others can still be written
                complain(str(error))
                outcome.errors += 1
        return outcome

    def _without_known(self, baseline: Baseline, results: list[Result]) -> tuple[list[Result], int]:
        """The results with what is new, and how much is not; what the baseline knows in vain is told."""
        surplus = baseline.surplus(results, self._judging_alone)
        if surplus and self.flags.changed is None and not self.flags.diff:
            gone = counted(surplus, "finding of the baseline is gone", "findings of the baseline are gone")
            self.say(f"{gone}: contentlint baseline --prune")
        pairs = [baseline.without_known(result) for result in results]
        return [result for result, _ in pairs], sum(count for _, count in pairs)

    def _judging_alone(self, path: str) -> frozenset[str]:
        """The rules that are asked of a file and need no other file to judge it."""
        return frozenset(rule.name for rule in self.config.plan_for(path).rules)

    def _print_counts(self, outcome: Outcome) -> None:
        if self.flags.show_fixes:
            self.say("".join(f"{count:>7}  {rule}\n" for rule, count in sorted(outcome.fixed.items())).rstrip("\n"))
        if self.flags.statistics:
            if self.flags.output_format == "json":
                put(outcome.statistics_as_json() + "\n", err=self.flags.is_text_out)
            else:
                put(outcome.statistics(), err=self.flags.is_text_out or not self._is_for_people)

    @property
    def _is_for_people(self) -> bool:
        return self.flags.output_format in reporters.HUMAN

    @property
    def _prints_findings(self) -> bool:
        """Whether a report is printed at all; a machine always gets the one it waits for."""
        flags = self.flags
        if self._is_for_people:
            return not (flags.statistics or flags.fix_only)
        return not (flags.statistics and flags.output_format == "json")

    def _print_findings(self, results: list[Result]) -> None:
        format_ = self.flags.output_format
        if not self._prints_findings:
            return
        if self.flags.fix_only:
            results = [replace(result, findings=()) for result in results]
        if self.flags.is_text_out:  # what remains goes where the text does not
            put(reporters.reporter("concise" if self._is_for_people else format_)(results), err=True)
            return
        text = reporters.reporter(format_)(results)
        if self._is_for_people and _colour(self.flags.color):
            from contentlint.reporters.colour import coloured

            text = coloured(text, format_)
        if text:
            put(text, color=True)

    def note(self, result: Result) -> None:
        if result.error:
            complain(result.error, result.path)
        if not self.flags.quiet or self.flags.ci:
            for note in result.notes:
                complain(note, result.path)

    def say(self, line: str) -> None:
        if line and not self.flags.quiet:
            put(f"{line}\n", err=True)


def _at_most(results: list[Result], limit: int | None) -> tuple[list[Result], int]:
    if limit is None:
        return results, 0
    shown, room = [], limit
    for result in results:
        shown.append(replace(result, findings=result.findings[:room]))
        room -= len(shown[-1].findings)
    return shown, sum(len(result.findings) for result in results) - limit + room


def _is_report(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            beginning = file.read(4_096)
    except OSError:
        return False
    return not beginning or any(mark in beginning for mark in _REPORT_MARKS)


def _output(written: str) -> tuple[str, Path]:
    """FORMAT=PATH, or a path whose suffix tells the format."""
    name, equals, path = written.partition("=")
    if not equals and written in reporters.FORMATS:
        raise ConfigError(f'--output-file: "{written}" is a format, not a file: write {written}=PATH')
    if (path or name) == "-":
        raise ConfigError("--output-file: standard output has --output-format")
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
    is_wanted = os.environ.get("FORCE_COLOR", "") not in ("", "0")
    return is_wanted or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def _shown_diff(diff: str, stream: TextIO) -> str:
    """A diff whose lines cannot steer the terminal or the CI that shows them; its file names never steer a terminal."""
    if stream.isatty():
        diff = "\n".join(map(visible, diff.split("\n")))
    if any(map(os.environ.get, _OBEYING)):
        diff = without_commands(_COMMAND_LINE.sub("\\1:\u200b:", diff))
    return diff
