"""Paths of Windows and LaTeX in double quotes, where a backslash and the letter behind it are one other character."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.document import Problem
from contentlint.errors import KeyPath
from contentlint.fields import Field
from contentlint.parsing.front_matter.mending import slip
from contentlint.parsing.front_matter.yaml.latex import broken_command
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_ESCAPE = pattern(r"\\(?:[\\\"]|(.))")
_LETTER = pattern(r"\\[abefnrtvNLP]")
# behind a drive another backslash or a suffix follows, or what is neither a line break nor a tab, but for folders that many
# have: "Q:\nWhy?" is no path. A and B are answers or disks of old, Q, R and V what is asked, responded, sung
_PATH = pattern(
    r"(?:(?![QRVqrv])[C-Zc-z]:(?:(?:\\[^\s\"\\:]++){2,}+|\\[^\s\"\\:]++\.\w{2,4}|\\[^nt\s\"\\:][^\"\\:\n]*+|\\t(?:e?mp|ools?|ests?|emplates?|hemes?))"
    r"|(?:\.{0,2}\\)?[^\s\"\\:/]++(?:\\[^\s\"\\:/]++)*+(?<=\.(?:png|jpg|gif|svg|bmp|ico))"
    r"|(?:\.{0,2}\\)?[^\s\"\\:/]++(?:\\[^\s\"\\:/]++)*+(?<=\.(?:jpeg|webp|avif)))\Z"
)
_ROOT = pattern(r"(?<!\w)(?![QRVqrv])[C-Zc-z]:(\\ )")


def lost_backslashes(text: str, fields: Mapping[KeyPath, Field]) -> Iterator[Problem]:
    """What is told of paths and LaTeX that would be read with a tab or a line break in them, or without a backslash."""
    for field in fields.values():
        if field.style != "double" or "\\" not in field.value.of(text):
            continue
        inside = Span(field.value.start + 1, field.value.end - 1)
        escape, what = _broken(inside.of(text))
        if not escape:
            continue
        signs = [each.start() for each in _ESCAPE.finditer(text, *inside) if each[1]]
        edits = tuple(Edit.at(at, "\\") for at in signs)
        message = f'"{escape}" is an escape in double quotes and breaks this {what}: write two backslashes, "\\\\"'
        yield slip(field.value, message, edits, "Mend the backslashes")


def _broken(quoted: str) -> tuple[str, str]:
    """An escape that was none to who wrote it, and what it breaks; or ""."""
    letter = _LETTER.search(quoted)
    if letter is not None and _PATH.match(quoted):
        return letter[0], "path"
    if (root := _ROOT.search(quoted)) is not None:
        return root[1], "path"
    command = broken_command(quoted) if letter is not None else None
    return (command[0][:2], "LaTeX") if command is not None else ("", "")
