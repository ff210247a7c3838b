"""What changed in a text, as `diff -u` writes it and `patch` and git read it."""

from __future__ import annotations

import difflib

from contentlint.patterns import pattern

_LINE = pattern(r"[^\n]*+\n|[^\n]++")  # diff and patch know no other line end


def unified_diff(path: str, old: str, new: str) -> str:
    """What fixing changes, as `diff -u` writes it."""
    name = _as_git_names(path)
    lines = difflib.unified_diff(_LINE.findall(old), _LINE.findall(new), name, name)
    return "".join(line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines)


def _as_git_names(path: str) -> str:
    """A file's name as git writes it in a diff: quoted where it could be taken for something else."""
    if path.isprintable() and '"' not in path and "\\" not in path:
        return f"{path}\t" if " " in path else path  # the tab says where it ends
    return '"' + "".join(map(_escaped, path)) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    if char.isprintable():
        return char
    return "".join(f"\\{byte:03o}" for byte in char.encode("utf-8", "surrogateescape"))
