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
    names = _git(
        "diff", "--no-relative", "--no-ext-diff", "--no-textconv", "--name-only", "-z", "--diff-filter=d", base, "--"
    ).split("\0")
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
    diff = _git("diff", "-U0", "--no-color", "--no-ext-diff", "--no-textconv", "--text", base, "--", path)
    if not diff:
        tracked, _, _ = _ran("ls-files", "--error-unmatch", "--", path)
        return [] if tracked else None
    return [range(int(start), int(start) + int(count or 1)) for start, count in _HUNK.findall(diff)]


def _merge_base(revision: str) -> str:
    for candidate in [revision] if revision else [*_BRANCHES, _configured_branch()]:
        is_known, found, _ = _ran("merge-base", "HEAD", candidate)
        if is_known and not candidate.startswith("-"):
            return found.strip()
    _git("rev-parse", "--git-dir")
    if not _ran("rev-parse", "--verify", "-q", "HEAD")[0]:
        raise ConfigError("--changed: there is no commit yet to compare with")
    if not revision:
        raise ConfigError("--changed: which branch is the default one? Name it: --changed=BRANCH")
    raise ConfigError(f'--changed: git knows no revision "{revision}"')


def _configured_branch() -> str:
    return _ran("config", "init.defaultBranch")[1].strip() or _BRANCHES[0]


def _git(*arguments: str) -> str:
    is_done, told, reason = _ran(*arguments)
    if not is_done:
        raise ConfigError(f"--changed: {reason or 'git failed'}")
    return told


def _ran(*arguments: str) -> tuple[bool, str, str]:
    """Whether git did it, what it printed, and the first line of its complaint. No program that the repository's own
    config names is started."""
    try:
        done = subprocess.run(["git", "-c", "core.fsmonitor=false", *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise ConfigError("--changed needs git, which is not installed") from None
    reason = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
    return done.returncode == 0, done.stdout.decode("utf-8", "surrogateescape"), reason
