"""Patterns of paths as .gitignore has them (https://git-scm.com/docs/gitignore), matched in time that grows with the path
alone; standard library only.

What stands between two stars is sought at its first place and never elsewhere: a later place would leave less of the path
for the rest, so nothing is tried twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from contentlint.patterns import pattern

_TOKEN = pattern(
    r"\\(?P<escaped>.)|(?P<star>\*+)|(?P<one>\?)|\[(?P<not>[!^]?)(?P<set>\]?(?:\[:\w+:\]|[^\]])*)\]|(?P<char>.)",
    re.DOTALL,
)
_CLASSES = {
    "alnum": "a-zA-Z0-9", "alpha": "a-zA-Z", "blank": r" \t", "cntrl": r"\x00-\x1f\x7f", "digit": "0-9", "graph": "!-~",
    "lower": "a-z", "print": " -~", "punct": r"!-/:-@\[-`{-~", "space": r" \t-\r", "upper": "A-Z", "xdigit": "0-9A-Fa-f",
}  # fmt: skip
_SPECIAL_IN_SET = pattern(r"[\\\[&|~]|(?<=-)-")
_NAMED_CLASS = pattern(r"\[:(\w+):\]")


class Unfit(ValueError):
    """A pattern that matches nothing on earth."""


def decider(patterns: Iterable[str]) -> Callable[[str], bool | None]:
    """Whether a path is meant: True, False by a pattern that begins with "!", None where no pattern speaks of it.

    Paths are relative and have `/`; one that ends with `/` is a folder. The last pattern that matches counts. All that
    lies in a folder that is meant is meant, whatever other patterns say of it.

    Raises:
        Unfit: a pattern cannot be used.
    """
    rules = [rule for written in patterns if (rule := _rule(written)) is not None]
    rules.reverse()
    folders: dict[str, bool] = {"": False}

    def own(path: str) -> bool | None:
        return next((is_meant for is_meant, regex in rules if regex.match(path)), None)

    def is_in_one(path: str) -> bool:
        folder = path[: path.rfind("/", 0, len(path) - 1) + 1]
        if folder in folders:
            return folders[folder]
        end, is_meant = 0, False
        while not is_meant and end < len(folder):
            end = folder.index("/", end) + 1
            known = folders.get(folder[:end])
            is_meant = folders[folder[:end]] = bool(own(folder[:end])) if known is None else known
        folders[folder] = is_meant
        return is_meant

    return lambda path: True if is_in_one(path) else own(path)


def matcher(patterns: Iterable[str]) -> Callable[[str], bool]:
    """Whether a path matches these patterns.

    Raises:
        Unfit: a pattern cannot be used.
    """
    decide = decider(patterns)
    return lambda path: bool(decide(path))


def _rule(line: str) -> tuple[bool, re.Pattern[str]] | None:
    written = re.sub(r"(?<!\\)[ \t]+\Z", "", line.rstrip("\r\n"))
    if not written or written.startswith("#"):
        return None
    is_meant = not written.startswith("!")
    path = written if is_meant else written[1:]
    is_folder = path.endswith("/")
    parts = path.strip("/").split("/")
    if parts == [""] or (path.endswith("\\") and not path.endswith("\\\\")):
        raise Unfit(f'the pattern "{line[:100]}" matches nothing')
    is_anchored = path.startswith("/") or len(parts) > 1
    if not is_anchored:
        parts = ["**", *parts]
    end = r"/\Z" if is_folder else r"/?\Z"
    try:
        return is_meant, re.compile(_regex(parts) + end)  # at once, since a bad one is to be refused here
    except re.error as error:
        raise Unfit(f'the pattern "{line[:100]}" cannot be used: {error.msg}') from None


def _regex(parts: list[str]) -> str:
    """A regular expression for a path's beginning, from the names and stars that stand between its slashes."""
    groups: list[list[str]] = [[]]
    for part in parts:
        if part == "**":
            groups.append([])
        else:
            groups[-1].append(_name(part))
    written = "/".join(groups[0]) + ("/" if groups[0] and len(groups) > 1 else "")
    inner = [group for group in groups[1:-1] if group]
    for group in inner:
        written += rf"(?>(?:[^/]++/)*?{'/'.join(group)}/)"
    if len(groups) > 1:
        last = groups[-1]
        written += rf"(?:[^/]++/)*?{'/'.join(last)}" if last else r"[^/]++"
    return written


def _inside(written: str) -> str:
    """What stands in the brackets of a set, as a regular expression has it."""
    pieces = _NAMED_CLASS.split(written)  # every second one is the name of a class
    for name in pieces[1::2]:
        if name not in _CLASSES:
            raise re.error(f"there is no class [:{name}:]")
    return "".join(
        _CLASSES[piece] if index % 2 else _SPECIAL_IN_SET.sub(r"\\\g<0>", piece) for index, piece in enumerate(pieces)
    )


def _name(part: str) -> str:
    """A regular expression for one name."""
    pieces = [""]
    for token in _TOKEN.finditer(part):
        if token["star"]:
            pieces.append("")
        elif token["one"]:
            pieces[-1] += "[^/]"
        elif token["set"] is not None:
            pieces[-1] += f"(?!/)[{'^' if token['not'] else ''}{_inside(token['set'])}]"
        else:
            pieces[-1] += re.escape(token["escaped"] or token["char"])
    first, *others = pieces
    if not others:
        return first
    *middle, last = others
    if not any(pieces):
        return "[^/]+"
    found = first + "".join(rf"(?>[^/]*?{piece})" for piece in middle if piece)
    return f"{found}[^/]*{last}(?=/|\\Z)"
