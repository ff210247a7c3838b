"""Front matter that people broke and mended: each break is told on a line that was mended, and no mended one is told."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from contentlint.document import Document, Problem
from contentlint.parsing import parse
from contentlint.text import Source

FRONT_MATTER = frozenset(
    {"front-matter-unreadable", "front-matter-unclosed", "front-matter-not-first", "duplicate-key"}
)
CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")


class Pair(NamedTuple):
    name: str
    broken: Document
    mended: Document


def pairs(shared: Path) -> Iterator[Pair]:
    for before in sorted((shared / "corpora" / "pairs").rglob("*-before.*")):
        after = before.with_name(before.name.replace("-before", "-after"))
        broken, mended = (parse(Source.decode(path.name, path.read_bytes())) for path in (before, after))
        yield Pair(f"{before.parent.name}/{before.name}", broken, mended)


@pytest.fixture(name="told")
def _told(shared: Path) -> list[Pair]:
    """The pairs whose break is the front matter's; the others are told by rules about the whole file."""
    found = []
    for pair in pairs(shared):
        has_conflict = any(line.startswith(CONFLICT) for line in pair.broken.text.splitlines())
        if not pair.broken.source.undecodable and (not has_conflict or problems(pair.broken)):
            found.append(pair)
    assert len(found) > 100
    return found


def problems(document: Document) -> list[Problem]:
    return [problem for problem in document.problems if problem.kind in FRONT_MATTER]


def changed_rows(pair: Pair) -> set[int]:
    """The rows of the broken file that are not in the mended one, and those around a line that came in."""
    rows: set[int] = set()
    old, new = pair.broken.text.splitlines(), pair.mended.text.splitlines()
    for what, start, end, _, _ in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            rows |= set(range(start + 1, end + 1)) or {start, start + 1}
    return rows


def rows_of(pair: Pair, problem: Problem) -> set[int]:
    """The row of a problem; of a key that stands twice both, for a person may take either away."""
    rows = {pair.broken.source.position(problem.span.start).row}
    if problem.kind == "duplicate-key":
        rows.add(int(problem.message.split(" is in line ")[1].split()[0]))
    return rows


def test_each_break_is_told_where_a_person_mended_it(told: list[Pair]) -> None:
    wrong = []
    for pair in told:
        rows = changed_rows(pair)
        if not any(rows & rows_of(pair, problem) for problem in problems(pair.broken)):
            wrong.append(pair.name)
    assert wrong == []


def test_no_mended_file_is_told(told: list[Pair]) -> None:
    kinds = {
        pair.name: {problem.kind for problem in problems(pair.broken)}
        & {problem.kind for problem in problems(pair.mended)}
        for pair in told
    }
    assert {name for name, both in kinds.items() if both} == set()


def test_each_mend_can_be_read(told: list[Pair]) -> None:
    """A mend leaves front matter that reads, or goes to the next mistake below."""
    mended = 0
    for pair in told:
        source = pair.broken.source
        for _ in range(8):
            edits = [
                edit for problem in parse(source).problems if problem.kind in FRONT_MATTER for edit in problem.mend
            ]
            if not edits:
                break
            source = source.edited(edits)
        document = parse(source)
        offered = any(problem.mend for problem in problems(pair.broken))
        mended += offered
        if offered:
            assert document.front_matter is not None, pair.name
            assert document.front_matter.readable, pair.name
    assert mended > 80


def test_undecodable_files_are_told(shared: Path) -> None:
    seen = 0
    for pair in pairs(shared):
        if pair.broken.source.undecodable:
            assert [problem.kind for problem in pair.broken.problems] == ["not-utf8"]
            assert not pair.mended.source.undecodable
            seen += 1
    assert seen > 5
