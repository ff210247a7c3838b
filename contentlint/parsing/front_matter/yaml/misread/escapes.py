"""Paths of Windows in double quotes, where a backslash and the letter behind it are one other character."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.document import Problem
from contentlint.fields import Field, Path
from contentlint.parsing.front_matter.mending import slip
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


def escapes_in_paths(text: str, fields: Mapping[Path, Field]) -> Iterator[Problem]:
    """What is told of paths that would be read with a tab or a line break in them."""
    for field in fields.values():
        if field.style != "double" or "\\" not in field.value.of(text):
            continue
        inside = Span(field.value.start + 1, field.value.end - 1)
        letter = _LETTER.search(text, *inside)
        if letter is None or not _PATH.match(inside.of(text)):
            continue
        signs = [escape.start() for escape in _ESCAPE.finditer(text, *inside) if escape[1]]
        edits = tuple(Edit.at(at, "\\") for at in signs)
        message = f'"{letter[0]}" is an escape in double quotes and breaks this path: write two backslashes, "\\\\"'
        yield slip(field.value, message, edits, "Mend the backslashes")
