"""What `contentlint check` is asked for on its command line."""

from __future__ import annotations

from typing import NamedTuple

from contentlint.config import Overrides
from contentlint.reporters.plain import visible


class Flags(NamedTuple):
    """The arguments, by the Python names of their options; None where an option is not given at all."""

    paths: tuple[str, ...]
    fix: bool
    unsafe_fixes: bool
    diff: bool
    fix_only: bool
    show_fixes: bool
    exit_non_zero_on_fix: bool
    select: tuple[str, ...] | None
    ignore: tuple[str, ...] | None
    extend_select: tuple[str, ...] | None
    fixable: tuple[str, ...] | None
    unfixable: tuple[str, ...] | None
    exclude: tuple[str, ...] | None
    extend_exclude: tuple[str, ...] | None
    force_exclude: bool
    respect_gitignore: bool | None
    config_file: str | None
    isolated: bool
    schema: str
    output_format: str
    output_file: tuple[str, ...]
    statistics: bool
    add_ignore: str | None
    baseline: str
    no_baseline: bool
    changed: str | None
    changed_lines: bool
    fail_on: str
    max_findings: int | None
    ci: bool
    in_place_hardlinks: bool
    jobs: int | None
    no_cache: bool
    cache_dir: str | None
    watching: bool
    show_files: bool
    stdin_filename: str | None
    quiet: bool
    verbose: bool
    color: str

    def with_implied(self) -> Flags:
        """These flags with what some of them imply."""
        paths = self.paths or (() if self.stdin_filename is None else ("-",))
        return self._replace(paths=paths, changed="" if self.changed_lines and self.changed is None else self.changed)

    @property
    def overrides(self) -> Overrides:
        """Those that beat what the config says."""
        return Overrides(
            select=self.select,
            extend_select=self.extend_select or (),
            ignore=self.ignore,
            fixable=self.fixable,
            unfixable=self.unfixable,
            exclude=self.exclude,
            extend_exclude=self.extend_exclude or (),
            respect_gitignore=self.respect_gitignore,
            schema=self.schema,
        )

    @property
    def is_fixing(self) -> bool:
        return self.fix or self.unsafe_fixes or self.fix_only or (self.diff and self.add_ignore is None)

    @property
    def is_piped(self) -> bool:
        """Whether standard input is what is checked."""
        return self.paths == ("-",)

    @property
    def named(self) -> tuple[str, ...]:
        """The paths that are to be checked, as far as any is named."""
        if not self.is_piped:
            return self.paths
        return (self.stdin_filename,) if self.stdin_filename else ()

    @property
    def is_text_out(self) -> bool:
        """Whether standard output is for the changed text, so that all else goes to standard error."""
        return self.is_piped and not self.diff and (self.is_fixing or self.add_ignore is not None)

    @property
    def contradiction(self) -> str:
        """What of these speaks against the rest, "" where nothing does."""
        if "-" in self.paths:
            if len(self.paths) > 1:
                return '"-" is standard input, which is checked alone'
            if self.changed is not None:
                return "--changed: git knows files, not standard input"
            if self.watching or self.show_files:
                return "--watch and --show-files are about files, not standard input"
        elif self.stdin_filename is not None:
            return '--stdin-filename names standard input: write "-" in the place of the paths'
        if self.no_baseline and self.baseline:
            return "--no-baseline looks past the baseline that --baseline names: leave out one of them"
        if visible(self.add_ignore or "") != (self.add_ignore or ""):
            return "--add-ignore: the reason must be one line, without characters that cannot be seen"
        if self.changed_lines and self.is_fixing:
            return "--changed-lines only tells, since fixes reach whole files: to fix those that changed, use --changed"
        if self.changed_lines and self.add_ignore is not None:
            return "--changed-lines only tells, since --add-ignore reaches whole files: use --changed"
        return ""
