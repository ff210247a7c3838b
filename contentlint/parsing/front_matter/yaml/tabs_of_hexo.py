"""YAML whose lines begin with tabs, as Hexo reads it: to it each is two blanks, to YAML itself none is allowed."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from contentlint.document import Problem
from contentlint.parsing.front_matter import yaml
from contentlint.parsing.front_matter.parsed import Parsed
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_TABS = pattern(r"(?<=\n)\t++")


def read_with_tabs(text: str, content: Span) -> Parsed | None:
    """What Hexo reads, with its places in the text as it stands; None where Hexo cannot read it either."""
    runs: list[_Run] = []
    pieces, at, grown = [text[: content.start]], content.start, 0
    for tabs in _TABS.finditer(text, *content):
        count = len(tabs[0])
        runs.append(_Run(tabs.start() + grown, tabs.start(), count))
        pieces += [text[at : tabs.start()], "  " * count]
        at, grown = tabs.end(), grown + count
    read = "".join([*pieces, text[at : content.end]])
    parsed = yaml.read(read, content.start, len(read))
    return _as_written(parsed, runs) if parsed.has_keys else None


class _Run(NamedTuple):
    """Tabs in a row: where their blanks begin in what Hexo reads, where they themselves do, and how many they are."""

    read: int
    written: int
    length: int


def _as_written(parsed: Parsed, runs: list[_Run]) -> Parsed:
    """What was read with blanks, with its places in the text that has tabs."""
    starts = [run.read for run in runs]

    def back(span: Span) -> Span:
        return Span(*(_back(at, runs, bisect_right(starts, at) - 1) for at in span))

    def problem_back(problem: Problem) -> Problem:
        mend = tuple(Edit(back(edit.span), edit.text) for edit in problem.mend)
        return problem._replace(span=back(problem.span), mend=mend)

    fields = {
        path: field._replace(key=field.key and back(field.key), value=back(field.value))
        for path, field in parsed.fields.items()
    }
    return Parsed(parsed.data, fields, [problem_back(problem) for problem in parsed.problems])


def _back(at: int, runs: list[_Run], above: int) -> int:
    """A place in what Hexo reads as one in the text; `above` is the last run before it, -1 for none."""
    if above < 0:
        return at
    run = runs[above]
    inside = at - run.read
    return run.written + (inside // 2 if inside < 2 * run.length else inside - run.length)
