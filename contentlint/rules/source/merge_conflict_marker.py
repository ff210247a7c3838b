"""See `MergeConflictMarker`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.document import Document
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Good, Rule, Severity
from contentlint.text import BOM, Span, line_above
from contentlint.words import Words

_EDGES = Words("<" * 7, ">" * 7)
_MARKER = pattern(r"(?:\A\ufeff?|(?<=\n))(<{7}|={7}(?=[ \t]*+(?:\n|\Z))|>{7}|\|{7})(?: ([^\n]*))?[ \t]*+(?=\n|\Z)")
# what git, Mercurial and Subversion write there: a branch, a commit with its subject, a revision
_LABEL = pattern(
    r"\S+|.*\b[0-9a-f]{7,40}\b.*|(?:HEAD|Updated upstream|Stashed changes|ours|theirs|local|other|base)\b.*|\S+ \(.*\)"
)


class MergeConflictMarker(Rule):
    """Marks of a merge conflict are left in the article.

    Two people changed the same lines and nobody chose: readers see both versions and the marks between them.

    There is no fix: choose which version stays, then delete the lines with the marks.
    """

    name = "merge-conflict-marker"
    severity = Severity.ERROR
    good = (
        "Example\n=======\n\nKites fly.\n",
        "```\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> branch\n```\n",
        "Conflicts look so:\n\n    <<<<<<< HEAD\n    ours\n    =======\n    theirs\n    >>>>>>> branch\n",
        ">>>>>> a\n>>>>>>> b\n>>>>>> c\n",
        "风筝 <<<<<<< 风筝\n\n<<<<<<<<<<\n",
        "Kites\n\n=======\n\nand more\n",
        Good("<pre>\n<<<<<<< HEAD\n凧\n=======\n>>>>>>> main\n</pre>\n", path="page.html"),
    )
    bad = (
        Bad("⟦<<<<<<< HEAD⟧\nKites fly.\n⟦=======⟧\nKites flew.\n⟦>>>>>>> spring⟧\n"),
        Bad(
            "---\n⟦<<<<<<< ours⟧\ntitle: 风筝\n⟦||||||| 1f2e3d4⟧\ntitle: 筝\n⟦=======⟧\ntitle: 纸鸢\n⟦>>>>>>> theirs⟧\n---\n\n风筝。\n"
        ),
        Bad("凧。\r\n⟦>>>>>>> 7c0ffee (Add the kites)⟧\r\n"),
        Bad("⟦<<<<<<< HEAD⟧\n\nTitle\n=====\n\nKites.\n"),
        Bad("Example\n=======\n\nKites fly.\n\n⟦=======⟧\nKites flew.\n⟦>>>>>>> origin/main⟧\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if not _EDGES.are_in(document):
            return
        flat = document.source.flat
        markers = [marker for marker in _MARKER.finditer(flat) if not document.in_code(marker.start(1))]
        for marker in _left(markers, flat):
            span = Span(marker.start(1), marker.start(1) + len(marker[0].lstrip(BOM).rstrip()))
            yield self.finding(
                span, "a merge conflict was never resolved here: choose one version and delete the marks"
            )


def _left(markers: list[re.Match[str]], flat: str) -> Iterator[re.Match[str]]:
    """The marks that are left of conflicts: whole blocks, and what some hand forgot of one."""
    block: list[re.Match[str]] = []
    for marker in markers:
        sign = marker[1][0]
        if sign == "<":
            yield from _forgotten(block, flat)
            block = [marker]
        elif sign == ">" and block and block[0][1][0] == "<":
            yield from _whole([*block, marker], flat)
            block = []
        else:
            block.append(marker)
            if sign == ">":
                yield from _forgotten(block, flat)
                block = []
    yield from _forgotten(block, flat)


def _whole(block: list[re.Match[str]], flat: str) -> Iterator[re.Match[str]]:
    rules = [marker for marker in block if marker[1][0] == "="]
    if not rules:
        yield from _forgotten(block[:1], flat)
        yield from _forgotten(block[-1:], flat)
        return
    dividers = [marker for marker in rules if not _underlines(marker, flat)] or rules[:1]
    yield from (marker for marker in block if marker[1][0] != "=" or marker in dividers)


def _forgotten(block: list[re.Match[str]], flat: str) -> Iterator[re.Match[str]]:
    """What counts of a block that lacks its first or its last mark."""
    edges = [
        marker for marker in block if marker[1][0] in "<>" and _is_labelled(marker) and not _is_quoted(marker, flat)
    ]
    if edges:
        yield from (
            marker for marker in block if marker in edges or (marker[1][0] == "=" and not _underlines(marker, flat))
        )


def _is_labelled(marker: re.Match[str]) -> bool:
    return bool(_LABEL.fullmatch((marker[2] or "").strip()))


def _is_quoted(marker: re.Match[str], flat: str) -> bool:
    """Whether a line of ">" stands among quoted lines, as in a mail that was answered seven times."""
    below = flat[marker.end() + 1 : marker.end() + 9]
    return marker[1][0] == ">" and any(
        line.startswith(">") and not line.startswith(">>>>>>> ") for line in (line_above(flat, marker.start(1)), below)
    )


def _underlines(marker: re.Match[str], flat: str) -> bool:
    """Whether a line of "=" makes the line above it a heading: as wide as it, and alone below a blank line."""
    above = line_above(flat, marker.start(1)).lstrip(BOM).rstrip()
    return len(above) == len(marker[1]) and above[0] not in "<>|="
