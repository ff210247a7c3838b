"""What git says was changed: the files since the merge base, and the lines of each."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from contentlint.errors import ConfigError
from contentlint.patterns import pattern
from contentlint.wire import Result

_HUNK = pattern(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_BRANCHES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
WHOLE = frozenset({"schema-violation", "front-matter-missing", "missing-editor-credit"})


def changed_files(revision: str) -> list[str]:
    """The files changed since the merge base with a revision ("" for the default branch), committed or not, relative to
    the working folder.

    Raises:
        ConfigError: this is no git repository, or there is no such revision.
    """
    base = _merge_base(revision)
    top = Path(_git("rev-parse", "--show-toplevel").strip())
    names = _git("diff", "--no-relative", "--no-ext-diff", "--name-only", "-z", "--diff-filter=d", base, "--").split(
        "\0"
    )
    names += _git("ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", str(top)).split("\0")
    files = [os.path.relpath(top / name) for name in dict.fromkeys(names) if name]
    return sorted(file.replace(os.sep, "/") for file in files if os.path.isfile(file))


def only_changed_lines(results: Iterable[Result], revision: str) -> list[Result]:
    """The results with the findings that stand on changed lines; what is asked of front matter as a whole stays."""
    base = _merge_base(revision)
    return [_only_changed(result, _rows(base, result.path)) for result in results]


def _only_changed(result: Result, rows: list[range] | None) -> Result:
    if rows is None:
        return result
    kept = tuple(
        found
        for found in result.findings
        if found.rule in WHOLE
        or any(found.location.row < each.stop and found.end_location.row >= each.start for each in rows)
    )
    return replace(result, findings=kept)


def _rows(base: str, path: str) -> list[range] | None:
    """The changed rows of a file; None where all of it is new."""
    diff = _git("diff", "-U0", "--no-color", "--no-ext-diff", "--text", base, "--", path)
    if not diff:
        tracked = subprocess.run(["git", "ls-files", "--error-unmatch", "--", path], capture_output=True, check=False)
        return [] if tracked.returncode == 0 else None
    return [range(int(start), int(start) + int(count or 1)) for start, count in _HUNK.findall(diff)]


def _merge_base(revision: str) -> str:
    for candidate in [revision] if revision else [*_BRANCHES, _configured_branch()]:
        found = subprocess.run(["git", "merge-base", "HEAD", candidate], capture_output=True, text=True, check=False)
        if found.returncode == 0:
            return found.stdout.strip()
    _git("rev-parse", "--git-dir")
    if subprocess.run(["git", "rev-parse", "--verify", "-q", "HEAD"], capture_output=True, check=False).returncode:
        raise ConfigError("--changed: there is no commit yet to compare with")
    if not revision:
        raise ConfigError("--changed: which branch is the default one? Name it: --changed=BRANCH")
    raise ConfigError(f'--changed: git knows no revision "{revision}"')


def _configured_branch() -> str:
    told = subprocess.run(["git", "config", "init.defaultBranch"], capture_output=True, text=True, check=False)
    return told.stdout.strip() or _BRANCHES[0]


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise ConfigError("--changed needs git, which is not installed") from None
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ConfigError(f"--changed: {reason[0] if reason else 'git failed'}")
    return done.stdout.decode("utf-8", "surrogateescape")
