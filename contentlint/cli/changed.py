"""What git says was changed: the files since the merge base, and the lines of each."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from contentlint.cli import git
from contentlint.errors import ConfigError
from contentlint.patterns import pattern
from contentlint.rules import all_rules
from contentlint.wire import Located, Result

_HUNK = pattern(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_BRANCHES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
# as git has it by default, whatever its config says; renames would be looked for in content that a partial clone lacks
_PLAIN = ("diff", "--no-relative", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-color",
          "--ignore-submodules=all", "--diff-filter=d")  # fmt: skip


class Base(NamedTuple):
    """The commit that changes are counted from, and the revision that led to it."""

    revision: str
    commit: str

    def __str__(self) -> str:
        if self.commit == git.told("rev-parse", "HEAD").strip():
            return f"{self.revision}, whose last commit is checked out; --changed=REV compares with another revision"
        return f"{self.revision} (merge base {self.commit[:10]})"


def base(revision: str) -> Base:
    """The merge base of what is checked out and a revision, "" for the default branch.

    Raises:
        ConfigError: this is no git repository, there is no such revision, or no commit that both come from.
    """
    git.told("rev-parse", "--git-dir")
    if not _is_commit("HEAD"):
        raise ConfigError("--changed: there is no commit yet to compare with")
    candidates = [revision] if revision else [*_BRANCHES, _configured_branch()]
    known = next(filter(_is_commit, candidates), None)
    if known is None and revision:
        raise ConfigError(f'--changed: git knows no revision "{revision}"{_hint()}')
    if known is None:
        raise ConfigError(f"--changed: which branch is the default one? Name it: --changed=BRANCH{_hint()}")
    is_related, commit, _ = git.asked("merge-base", "HEAD", known)
    if not is_related:
        raise ConfigError(f'--changed: "{known}" and what is checked out have no commit in common{_hint()}')
    return Base(known, commit.strip())


def changed_files(since: Base) -> list[str]:
    """The files changed since then, committed or not, relative to the working folder."""
    top = git.told("rev-parse", "--show-toplevel").removesuffix("\n")
    names = git.told(*_PLAIN, "--name-only", "-z", since.commit, "--").split("\0")
    names += git.told("ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", top).split("\0")
    files = [os.path.relpath(os.path.join(top, name)) for name in dict.fromkeys(names) if name]
    # what a new link leads to is not changed by that
    return sorted(file.replace(os.sep, "/") for file in files if os.path.isfile(file) and not os.path.islink(file))


def only_changed_lines(results: Iterable[Result], since: Base) -> list[Result]:
    """The results with the findings that stand on changed lines; what is asked of front matter as a whole stays, and
    what tells that a file was not checked."""
    return [_only_changed(result, since) for result in results]


def _only_changed(result: Result, since: Base) -> Result:
    rows = _rows(os.path.realpath(result.path), since) if result.findings else None
    if rows is None:
        return result
    kept = tuple(found for found in result.findings if _is_about_whole(found.rule) or _is_on(found, rows))
    return replace(result, findings=kept)


def _is_about_whole(name: str) -> bool:
    """Whether a rule speaks of no line alone: of front matter as a whole, or of what was not checked."""
    rule = all_rules().get(name)  # None for a rule of the config
    return name == "internal-error" or (rule is not None and (rule.is_about_whole or rule.is_indispensable))


def _is_on(found: Located, rows: list[range]) -> bool:
    return any(found.location.row < each.stop and found.last_row >= each.start for each in rows)


def _rows(path: str, since: Base) -> list[range] | None:
    """The changed rows of a file, an empty range where some were taken away; None where all of it is new."""
    diff = git.told(*_PLAIN, "--unified=0", "--inter-hunk-context=0", "--text", since.commit, "--", path)
    if not diff:
        is_tracked, _, _ = git.asked("ls-files", "--error-unmatch", "--", path)
        return [] if is_tracked else None
    rows = _rows_of_lines(Path(path).read_bytes())

    def row(line: int) -> int:
        return rows[min(line, len(rows)) - 1]

    hunks = [(int(first) + (count == "0"), int(count or 1)) for first, count in _HUNK.findall(diff)]
    return [range(row(first), row(first + count)) for first, count in hunks]


def _rows_of_lines(data: bytes) -> list[int]:
    """The row at which each of git's lines begins, and the one behind the last: for git a lone CR ends no line."""
    lines = data.replace(b"\r\n", b"\n").split(b"\n")
    return list(accumulate((1 + line.count(b"\r") for line in lines), initial=1))


def _is_commit(revision: str) -> bool:
    return not revision.startswith("-") and git.asked("rev-parse", "--verify", "-q", f"{revision}^{{commit}}")[0]


def _configured_branch() -> str:
    return git.asked("config", "init.defaultBranch")[1].strip()


def _hint() -> str:
    """What to do where the clone may lack what was asked for."""
    is_shallow = git.asked("rev-parse", "--is-shallow-repository")[1].strip() == "true"
    return "; this clone is shallow: fetch more of its history (in CI: fetch-depth: 0)" if is_shallow else ""
