"""Broken YAML in a writer's words: the line a person mends, the cause, and what they would do.

A YAML parser stops where it can go on no more, often lines below the mistake. So every known mistake near there is
mended on trial: what lets the parser read on, at the least cost, is the cause.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from contentlint.document import Problem
from contentlint.parsing.front_matter.mending import CONFLICT_TOLD, conflict_in, shifted, slip
from contentlint.parsing.front_matter.yaml.broken.bracketed_values import keys_in_open_brace
from contentlint.parsing.front_matter.yaml.broken.indentation import indentation
from contentlint.parsing.front_matter.yaml.broken.lines import Line, Mistake, first_value, is_entry, key_of, lines_of
from contentlint.parsing.front_matter.yaml.broken.signs import glued_items, hidden_breaks, in_line, in_several_lines
from contentlint.parsing.front_matter.yaml.broken.stray_lines import (
    NO_PART,
    lone_dash,
    shallow_in_block,
    stray_lines,
    text_inside,
)
from contentlint.parsing.front_matter.yaml.broken.tabs import tabs
from contentlint.parsing.front_matter.yaml.broken.texts_with_colons import (
    text_at_the_margin,
    text_below_its_key,
    text_of_item,
)
from contentlint.parsing.front_matter.yaml.broken.trial import NEVER_ENDS, Trial, attempt
from contentlint.parsing.front_matter.yaml.broken.two_values import (
    dashed_key,
    dashed_keys,
    first_part_behind_key,
    item_without_key,
    items_above_keys,
    key_behind_key,
    list_around_keys,
    nested_too_deep,
    value_above_its_parts,
)
from contentlint.parsing.front_matter.yaml.broken.values import in_value
from contentlint.parsing.front_matter.yaml.loader import is_blueprint
from contentlint.parsing.front_matter.yaml.writing import closing_quote
from contentlint.text import Edit, Span, applied

_NO_COLON = "could not find expected ':'"  # behind what the parser took for a key
_MOST_PROBLEMS = 8
_ROWS_ABOVE, _ROWS_BELOW = 12, 1
_UNSURE = 3.0
_GUESS = 2.0  # a mend that only moves where the parser stops in its line proves nothing from here on
_TRIAL_CHARACTERS = 600_000  # all trials together read no more
_LOOKS = (
    in_line,
    in_value,
    value_above_its_parts,
    stray_lines,
    shallow_in_block,
    text_inside,
    item_without_key,
    dashed_key,
    lone_dash,
    nested_too_deep,
    key_behind_key,
    first_part_behind_key,
    text_at_the_margin,
    text_below_its_key,
    text_of_item,
    indentation,
)


class Stop(NamedTuple):
    """Where a parser stopped: the offsets of the context's and the problem's mark, and its own words."""

    context: int
    problem: int
    words: str


def diagnose(content: str, offset: int, stop: Stop, misread: Callable[[str], list[Problem]]) -> list[Problem]:
    """The problems that explain why `content`, which begins at `offset` of the file, is no YAML, and what else is told
    of it.

    `misread` tells what the mended content says otherwise than it was meant.
    """
    found: list[Problem] = []
    edits: list[Edit] = []
    budget, is_guess = _TRIAL_CHARACTERS, False
    stopped = stop.context if NEVER_ENDS in stop.words else stop.problem
    mended, trial = content, Trial(max(stopped, 0), max(stop.context, 0), frozenset())
    for _ in range(_MOST_PROBLEMS):
        chosen = _choose(mended, trial, stop, budget)
        if not found and chosen.trial is None and 0 <= (earlier := attempt(content)).stopped < trial.stopped:
            # what parsers take and no front matter has, such as a group for a key, may be the first mistake
            sooner = _choose(mended, earlier, Stop(earlier.context, earlier.stopped, ""), budget)
            chosen = sooner if sooner.mistake.cost <= _UNSURE else chosen
        if found and chosen.trial is None and chosen.mistake.cost > _UNSURE:
            break  # it may be no mistake but a wrong guess above
        back = _Way(edits)
        for part in chosen.mistake.parts or (chosen.mistake,):
            found.append(_as_written(slip(part.span, part.message, part.edits, part.title), content, back))
        budget -= chosen.spent
        is_guess |= chosen.mistake.cost >= _GUESS
        if chosen.trial is None:
            break
        edits = sorted(edits + [Edit(back.span(edit.span), edit.text) for edit in chosen.mistake.edits])
        if any(after.span.start < before.span.end for before, after in pairwise(edits)):
            break
        mended, trial = applied(mended, chosen.mistake.edits), chosen.trial
        if trial.is_whole or budget < len(mended) * 4 or (found[-1].mend and is_blueprint(mended)):
            break
        stop = Stop(trial.context, trial.stopped, "")
    if trial.is_whole:
        way, besides = _Way(edits), misread(mended)
        if is_guess or mended.count("\n") != content.count("\n"):
            # a key may stand twice only as it was mended, and what is told of it names the row of the first one
            besides = [problem for problem in besides if problem.kind != "duplicate-key"]
        found += [_as_written(problem, content, way) for problem in besides if not way.is_mended(problem)]
    # what is found again in the mended text, where it was written, was told already
    once = {(problem.span, problem.message): problem for problem in reversed(found)}
    return [shifted(problem, offset) for problem in reversed(once.values())]


class _Choice(NamedTuple):
    mistake: Mistake
    trial: Trial | None  # what the parser makes of the mended text, None where nothing mends it
    spent: int


def _choose(content: str, trial: Trial, stop: Stop, budget: int) -> _Choice:
    lines = lines_of(content)
    starts = [line.start for line in lines]
    last = max(bisect_right(starts, max(stop.problem, trial.stopped, 0)) - 1, 0)
    first = max(bisect_right(starts, min(max(stop.context, 0), max(stop.problem, 0))) - 1, 0)
    if (conflict := conflict_in(content)) is not None:
        return _Choice(Mistake(conflict, CONFLICT_TOLD), None, 0)
    keys = frozenset(key_of(line.text) for line in lines if line.text[:1] not in (" ", "\t", "-", "")) - {""}
    best: tuple[tuple[bool, float], Mistake, Trial | None] | None = None
    spent = 0
    for mistake, distance in _suspects(content, lines, first, last):
        mended: Trial | None = None
        cost = mistake.cost + 0.06 * min(distance, 6)
        if mistake.edits:
            if spent > budget:
                continue
            spent += len(content)
            mended = attempt(content[: mistake.keeps] if mistake.keeps >= 0 else applied(content, mistake.edits))
            if _swallows(content, mistake, mended) or (
                not (mended.is_whole or mistake.is_sure or _is_further(mistake, mended, trial, starts))
            ):
                mended, cost = None, cost + 10
        else:
            cost += 1
        if mended is not None:
            cost += len(keys - mended.keys - _moved_keys(lines, mistake)) if mended.is_whole else 2
        rank = (mended is None and not mistake.is_sure, cost)
        if best is None or rank < best[0]:
            best = (rank, mistake if mended is not None else mistake._replace(edits=(), title=""), mended)
    if best is None or (best[2] is None and best[0][1] > 9):
        if _NO_COLON in stop.words and not is_entry(lines[first].text):
            return _Choice(Mistake(lines[first].written, NO_PART, cost=9), None, spent)
        line = _last_written(lines, last)
        return _Choice(Mistake(line.written, _words(stop.words), cost=9), None, spent)
    return _Choice(best[1], best[2], spent)


def _suspects(content: str, lines: list[Line], first: int, last: int) -> Iterator[tuple[Mistake, int]]:
    """Every mistake that may be here, with the distance in lines from where the parser stopped."""
    for mistake in (
        *tabs(lines),
        *hidden_breaks(lines),
        *glued_items(lines),
        *dashed_keys(lines),
        *list_around_keys(lines),
        *items_above_keys(lines),
        *in_several_lines(lines),
        *keys_in_open_brace(content),
    ):
        yield mistake, 0
    rows = {*range(max(last - _ROWS_ABOVE, 0), min(last + _ROWS_BELOW + 1, len(lines))), first}
    rows |= set(_open_quotes(lines, first, last))
    for index in sorted(rows, key=lambda row: min(abs(row - last), abs(row - first))):
        distance = min(abs(index - last), abs(index - first))
        for look in _LOOKS:
            for mistake in look(content, lines, index):
                yield mistake, distance


def _moved_keys(lines: list[Line], mistake: Mistake) -> set[str]:
    """The keys that a mend takes from the top on purpose."""
    starts = {edit.span.start for edit in mistake.edits}
    return {key_of(line.text) for line in lines if line.start in starts}


def _open_quotes(lines: list[Line], first: int, last: int) -> list[int]:
    """The first lines whose value begins with a quote that is not closed there, though an entry follows."""
    found = []
    for index in range(first, last):
        value = first_value(lines, index)
        if value is not None and value.text[0] in "\"'" and closing_quote(value.text) < 0:
            if index + 1 < len(lines) and (is_entry(lines[index + 1].text) or lines[index + 1].is_blank):
                found.append(index)
                if len(found) > _ROWS_ABOVE:
                    break
    return found


def _is_further(mistake: Mistake, mended: Trial, before: Trial, starts: list[int]) -> bool:
    """Whether the parser now stops on a later line than before, or what it cannot read begins on one, and later than
    what was mended."""
    grown = sum(len(edit.text) - (edit.span.end - edit.span.start) for edit in mistake.edits)
    mend, at = bisect_right(starts, mistake.span.end - 1), mended.stopped - grown
    row, old = bisect_right(starts, at), bisect_right(starts, max(before.stopped, 0))
    if row != old or row <= mend:
        return row > max(mend, old)
    begins = bisect_right(starts, mended.context - grown)
    is_inside = mended.context < mended.stopped or mended.never_ends
    is_guess = mistake.cost >= _GUESS
    return (at > before.stopped and not is_guess) or (
        is_inside and begins > max(mend, bisect_right(starts, max(before.context, 0)))
    )


def _swallows(content: str, mistake: Mistake, mended: Trial) -> bool:
    """Whether a mend makes list items the end of a text; of those that it does not touch, they were the end before."""
    back = _Way(list(mistake.edits))
    for text in map(back.span, mended.swallowed):
        above = len(content[: text.start].rstrip())  # a key there may hold the text
        start = content.rfind("\n", 0, above) + 1
        if any(edit.span.start <= text.end and start <= edit.span.end for edit in mistake.edits):
            return True
    return False


class _Way:
    """The way from places in a mended text back to the places in the text as it is written."""

    def __init__(self, edits: list[Edit]) -> None:
        self._edits = sorted(edits)
        self._places: list[Span] = []  # of what was written, in the mended text
        shift = 0
        for span, text in self._edits:
            self._places.append(Span(span.start + shift, span.start + shift + len(text)))
            shift += len(text) - (span.end - span.start)

    def span(self, span: Span) -> Span:
        return Span(self._back(span.start), self._back(span.end))

    def is_mended(self, problem: Problem) -> bool:
        """Whether a problem of the mended text, or its mend, is of what was mended, so that it is told once that is done."""
        spans = (problem.span, *(edit.span for edit in problem.mend))
        return any((last := self._last(span.end)) >= 0 and span.start < self._places[last].end for span in spans)

    def _back(self, at: int) -> int:
        last = self._last(at)
        if last < 0:
            return at
        end, span = self._places[last].end, self._edits[last].span
        return span.start if end > at else at - end + span.end

    def _last(self, at: int) -> int:
        """The last edit whose place begins before an offset of the mended text, -1 for none."""
        return bisect_left(self._places, at, key=lambda place: place.start) - 1


def _as_written(problem: Problem, content: str, back: _Way) -> Problem:
    """A problem of a text that was mended on trial as one of `content`, to which there is a way back."""
    written = (Edit(back.span(edit.span), edit.text) for edit in problem.mend)
    # one that takes back what another mend near it did changes nothing as the text stands
    mend = tuple(edit for edit in written if edit.span.of(content) != edit.text)
    return problem._replace(span=back.span(problem.span), mend=mend, mend_title=problem.mend_title if mend else "")


def _words(told: str) -> str:
    if "document start" in told:
        return "this ends the YAML too early: one document is allowed"
    return f"this is no valid YAML ({told})" if told else "this is no valid YAML"


def _last_written(lines: list[Line], index: int) -> Line:
    while index and not lines[index].text.strip():
        index -= 1
    return lines[index]
