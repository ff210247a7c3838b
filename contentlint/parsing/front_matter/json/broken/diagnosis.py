"""Broken JSON in a writer's words: the line a person mends, the cause, and what they would do.

Every slip that people make near the place where reading stopped is mended on trial; the first that lets it be read on is
the cause.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from itertools import pairwise

from contentlint.document import Problem
from contentlint.parsing.front_matter.brackets import CLOSERS
from contentlint.parsing.front_matter.json.broken.slips import slips_of
from contentlint.parsing.front_matter.json.reader import Bad
from contentlint.parsing.front_matter.mending import (
    CONFLICT_TOLD,
    NEVER_FILLED,
    Fault,
    conflict_in,
    new_line,
    shifted,
    slip,
    told_in_turn,
)
from contentlint.patterns import LINE_END, pattern
from contentlint.text import Edit, Span, applied, line_end, visible

_MOST_TRIALS = 8
# templates with which a value begins, in quotes only one that is all of it: in a text it may be what an article is about
_TEMPLATE = r"\{\{-?[ \t]*+[\w.$][^\n{}]*+\}\}"
_TEMPLATE_AS_VALUE = pattern(
    r"(?m)(?:^|\"[ \t]*+(?:,|:[ \t]*+\[?+))[ \t]*+"
    rf"(\"{_TEMPLATE}\"(?=[ \t\r]*+(?:[,}}\]]|$))|{_TEMPLATE}(?:[^\n,\"{{}}\[\]]*+{_TEMPLATE})*+)"
)
_CONTROL = pattern(r"[\x00-\x1f]")
_TEXT_WITH_BREAKS = pattern(r"\"(?:[^\"\\]|\\.)*+\"(?=\s*+[,}\]])")
_MEMBER = pattern(r"(?m)(?:^|(?<=[{,，]))[ \t]*+(?=[\"'“”][^\"'“”{}\[\],，:：\n]++[\"'“”][ \t]*+[:=：])")
_ITEMS_BELOW = pattern(
    r"(?m)^[ \t]*+(\"[^\"\n]*+\"[ \t]*+:)[ \t\r]*+\n(?:[ \t]*+\"[^\"\n]*+\"[ \t]*+,[ \t\r]*+\n)*+[ \t]*+\"[^\"\n]*+\"\s*+\]"
)
_OPENING_LINE = pattern(r"(?m)^([ \t]++)\"[^\"\n]*+\"[ \t]*+:[ \t]*+([\[{])[ \t\r]*+\n")


def explain(content: str, offset: int, fault_of: Callable[[str], Bad | None]) -> list[Problem]:
    """The faults for which `content`, a JSON object that begins at `offset` of the file, cannot be read, with their
    mends. `fault_of` says where and why a text of it cannot be read on, None where all can."""

    def reads_to(content: str) -> int:
        bad = fault_of(content)
        return bad.at if bad is not None else -1

    def first(content: str) -> Fault | None:
        bad = fault_of(content)
        if bad is None:
            return None
        at = min(bad.at, len(content))
        if (blank := _blank_at(content, at)) is not None:
            return Fault(slip(blank, NEVER_FILLED), (Edit(blank, '""'),))
        looks = (_brace_too_many, _missing_opener, _slip, _missing_closer)
        problem = next(filter(None, (look(content, at, reads_to) for look in looks)), None) or _as_read(content, bad)
        return Fault(problem, problem.mend or _without_breaks(content, at, reads_to))

    conflict = conflict_in(content)
    found = told_in_turn(content, first) if conflict is None else [slip(conflict, CONFLICT_TOLD)]
    return [shifted(problem, offset) for problem in found]


def _blank_at(content: str, at: int) -> Span | None:
    """The value around an offset that is a template which nothing filled in."""
    line = Span(content.rfind("\n", 0, at) + 1, line_end(content, at))
    values = _TEMPLATE_AS_VALUE.finditer(content, *line) if "{{" in content else ()
    return next((Span(*value.span(1)) for value in values if value.start(1) <= at < value.end(1)), None)


def _as_read(content: str, bad: Bad) -> Problem:
    """What the reader itself says of a fault."""
    at = min(bad.at, max(len(content) - 1, 0))
    title = "Add the comma" if bad.mend and bad.mend[0].text else "Remove the comma"
    span = bad.span or Span(at, at + 1)
    return slip(span, bad.message, bad.mend, title if bad.mend else "")


def _without_breaks(content: str, stopped: int, reads_to: Callable[[str], int]) -> tuple[Edit, ...]:
    """Blanks for the line breaks and the like in the text where reading stopped, where all of it is one text."""
    text = _TEXT_WITH_BREAKS.match(content, stopped)
    if text is None:
        return ()
    edits = tuple(Edit(Span(*found.span()), " ") for found in _CONTROL.finditer(content, *text.span()))
    reached = reads_to(applied(content, edits))
    return edits if reached < 0 or reached > text.end() else ()


def _brace_too_many(content: str, stopped: int, reads_to: Callable[[str], int]) -> Problem | None:
    """A second brace below an object, where nothing else follows it."""
    if content[stopped:].strip() != "}" or reads_to(content[:stopped]) >= 0:
        return None
    place = Span(stopped, stopped + 1)
    return slip(place, 'one "}" too many', Edit(place, ""), 'Remove "}"')


def _slip(content: str, stopped: int, reads_to: Callable[[str], int]) -> Problem | None:
    """A slip near the place where reading stopped."""
    for start, end in _pieces(content, stopped):
        piece = content[start:end]
        for meant in slips_of(piece, content[end:]):
            if meant.mended == piece:
                continue
            reached = reads_to(content[:start] + meant.mended + content[end:])
            if reached < 0 or reached > max(end, stopped) + len(meant.mended) - len(piece):
                edit = _edit(piece, meant.mended, start)
                if not meant.mended.strip() and (line_end := LINE_END.match(content, end)):
                    edit = Edit(Span(start, line_end.end()), "")
                place = visible(content, Span(start, end))
                return slip(place, meant.message, edit if meant.title else (), meant.title)
    return None


def _pieces(content: str, stopped: int) -> Iterator[Span]:
    """Where a slip may be: the line where reading stopped, the one above, and the last members that begin in that line
    before it, each with the comma behind it."""
    line_start = content.rfind("\n", 0, stopped) + 1
    above = content.rfind("\n", 0, max(line_start - 1, 0)) + 1
    for start in dict.fromkeys((line_start, above)):
        yield Span(start, start + len(content[start:].partition("\n")[0].rstrip("\r")))
    line_end = content.find("\n", stopped)
    end = line_start + len(content[line_start : line_end if line_end >= 0 else None].rstrip(" \t\r}"))
    starts = [member.start() for member in _MEMBER.finditer(content, line_start, end)]
    members = [Span(start, following) for start, following in pairwise([*starts, end]) if start <= stopped]
    yield from reversed(members[-_MOST_TRIALS:])


def _missing_closer(content: str, stopped: int, reads_to: Callable[[str], int]) -> Problem | None:
    """A bracket that is missing above the place where reading stopped."""
    for place, edit in reversed(deque(_missing_closers(content[: stopped + 1]), _MOST_TRIALS)):
        reached = reads_to(content[: edit.span.start] + edit.text + content[edit.span.end :])
        if reached < 0 or reached > stopped + len(edit.text):
            closer = edit.text.strip(" \t\r\n,")
            message = f'the closing "{closer}" is missing below this line'
            return slip(place, message, edit, f'Add "{closer}"')
    return None


def _missing_opener(content: str, stopped: int, reads_to: Callable[[str], int]) -> Problem | None:
    """The bracket that is missing behind a key with the items of a list below it, where reading stopped among these."""
    lists = _ITEMS_BELOW.finditer(content)
    found = next((each for each in lists if each.start() < stopped < each.end()), None)
    if found is None:
        return None
    at = found.end(1)
    reached = reads_to(f"{content[:at]} [{content[at:]}")
    if 0 <= reached <= stopped + len(" ["):
        return None
    edit = Edit.at(at, " [")
    return slip(Span(*found.span(1)), 'this list has no opening "["', edit, 'Add "["')


def _missing_closers(content: str) -> Iterator[tuple[Span, Edit]]:
    """The last lines of lists and groups below which, to judge by the indentation, a bracket is missing."""
    for opening in _OPENING_LINE.finditer(content):
        indent, closer = opening[1], CLOSERS[opening[2]]
        after = re.compile(rf"(?m)^[ \t]{{0,{len(indent)}}}(?=[^\s])").search(content, opening.end())
        if after is None or content.startswith(closer, after.end()):
            continue
        if content[after.end()] in "]}" and after[0] == indent:  # the wrong one
            continue
        inside = content[opening.end() : after.start()].rstrip()
        if not inside:
            continue
        end = opening.end() + len(inside)
        kept = opening.end() + len(inside.rstrip(", \t"))
        start = content.rfind("\n", 0, end) + 1
        is_last = content[after.end()] in "]}"
        yield (
            Span(start + len(indent), end),
            Edit(Span(kept, end), new_line(content) + indent + closer + "," * (not is_last)),
        )


def _edit(old: str, new: str, start: int) -> Edit:
    """The least edit that makes the one line of the other."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(Span(start + head, start + len(old) - tail), new[head : len(new) - tail])
