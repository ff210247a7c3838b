"""git, asked so that it starts no program which the repository names, and reaches no network."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from functools import cache

from contentlint.errors import ConfigError

_SETTINGS = ("--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
_QUIET = {
    "GIT_OPTIONAL_LOCKS": "0",  # an index that is written anew calls a hook
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",  # the same for a git before 2.45
}
_NO_FILTER = {"clean": "", "smudge": "", "process": "", "required": "false"}


def told(*arguments: str) -> str:
    """What git prints.

    Raises:
        ConfigError: it complains, or is not installed.
    """
    is_done, printed, complaint = asked(*arguments)
    if not is_done:
        remedy = "; nothing is fetched here: git diff fetches what a partial clone lacks" * ("promisor" in complaint)
        raise ConfigError(f"--changed: {complaint or 'git failed'}{remedy}")
    return printed


def asked(*arguments: str) -> tuple[bool, str, str]:
    """Whether git did it, what it printed, and its complaint in one line.

    Raises:
        ConfigError: git is not installed.
    """
    return _ran(arguments, _unfiltered())


def _ran(arguments: tuple[str, ...], environment: Mapping[str, str]) -> tuple[bool, str, str]:
    try:
        done = subprocess.run(
            ["git", *_SETTINGS, *arguments], capture_output=True, check=False, env={**os.environ, **environment}
        )
    except FileNotFoundError:
        raise ConfigError("--changed needs git, which is not installed") from None
    complaints = done.stderr.decode("utf-8", "replace").splitlines()
    fatal = [line for line in complaints if line.startswith("fatal:")]
    complaint = next(iter(fatal[-1:] or complaints), "")
    return done.returncode == 0, done.stdout.decode("utf-8", "surrogateescape"), complaint


@cache
def _unfiltered() -> Mapping[str, str]:
    """The environment in which no filter of .gitattributes is a program: git has no flag for that, so each filter that
    is configured is named and emptied. A name may hold any character, which `-c` would not take."""
    _, printed, _ = _ran(("config", "-z", "--name-only", "--get-regexp", r"^filter\."), _QUIET)
    names = sorted({key.removeprefix("filter.").rpartition(".")[0] for key in printed.split("\0") if key})
    emptied = [(f"filter.{name}.{key}", value) for name in names for key, value in _NO_FILTER.items()]
    given = int(os.environ.get("GIT_CONFIG_COUNT") or 0)
    environment = {**_QUIET, "GIT_CONFIG_COUNT": str(given + len(emptied))}
    for number, (key, value) in enumerate(emptied, given):
        environment |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return environment
