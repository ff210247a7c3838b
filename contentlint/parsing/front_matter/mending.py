"""What the mends of broken front matter have in common, whatever its syntax."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from contentlint.document import Problem
from contentlint.patterns import pattern
from contentlint.text import Edit, Span, applied

LOOSE_QUOTE = pattern(r"[\"“”„«»‘]|(?<!\w)['’]|['’](?!\w)")  # but for the apostrophe in a word
# words in quotes at both ends of a text: the first quote is closed behind a word, the last one opened before one
_QUOTED_ENDS = pattern(
    r"([\"'])(?:(?!\1).)*+(?<=[^\s\"'\\])\1(?=[ \t.,:;!?/&+|…–—)，。、：；！？・-]).*(?<=[ \t/&+|…–—(，。、：；！？・-])\1(?=[^\s\"'])(?:(?!\1).)++\1\Z"
)
_ESCAPE = pattern(r"\\[\s\S]")
_BACKSLASH = pattern(r"\\([\\\"/bfnrt]|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|)")
_SHOWS_ESCAPES = pattern(r"(?<!\\)(?:\\\\)*+\\\"")  # without, \t may be one of a path
_SHARE = pattern(r"\\\\[\w.-]++\\(?!\\)")  # \\server\x: its two backslashes may be meant
_CONFLICT = pattern(r"(?m)^(?:<{7}|>{7}|\|{7})(?: [^\r\n]*+)?(?=\r?$)")
CONFLICT_TOLD = "a merge conflict was never resolved here: choose one version and delete the marks"
OWN_LINE_TOLD = "each key begins on a line of its own"
NEVER_FILLED = "a template was never filled in here: write what belongs there"
_MOST_PROBLEMS = 10
_LONGEST = 5_000  # characters: each problem costs some readings of the whole text


class Fault(NamedTuple):
    """The first problem of a text, and edits with which the rest of it can be read: its mend, or what leaves it out."""

    problem: Problem
    passed: tuple[Edit, ...]


def slip(span: Span, message: str, mend: Edit | tuple[Edit, ...] = (), title: str = "") -> Problem:
    """What is told of a place, with the edit or the edits that would mend it, and what they do."""
    return Problem("front-matter-unreadable", span, message, (mend,) if isinstance(mend, Edit) else mend, title)


def misfenced(span: Span, message: str, mend: Edit | tuple[Edit, ...] = (), title: str = "") -> Problem:
    """The same of a fence that is missing, or none to most programs."""
    return slip(span, message, mend, title)._replace(kind="front-matter-unclosed")


def switch_meant(word: str) -> str | None:
    """The switch whose letters a word has in another order or but for one: true for ture."""
    letters = sorted(word.lower())
    for switch in ("true", "false"):
        shorter = (sorted(switch[:at] + switch[at + 1 :]) for at in range(len(switch)))
        if word.lower() != switch and word[:1].lower() == switch[0] and letters in (sorted(switch), *shorter):
            return switch
    return None


def with_quotes_alone(text: str) -> str:
    """A text without the backslashes before single quotes, which TOML and JSON need nowhere."""
    return _ESCAPE.sub(lambda escape: "'" if escape[0] == "\\'" else escape[0], text)


def has_quoted_ends(value: str) -> bool:
    """Whether the quotes at the ends of a value in one line hold words of it and not all: "Foo" and "bar"."""
    return _QUOTED_ENDS.match(value) is not None


def with_backslashes(text: str) -> str:
    """A text in double quotes with its backslashes written twice, but for those that are twice already, stand before a
    quote, or name a character by its number; and where one before a quote shows that escapes are meant, but for all escapes."""
    if _SHARE.match(text):
        return text
    alone = ("",) if _SHOWS_ESCAPES.search(text) else ("", *"bfnrt")
    return _BACKSLASH.sub(lambda found: "\\\\" + found[1] if found[1] in alone else found[0], text)


def new_line(content: str) -> str:
    """How lines end here."""
    return "\r\n" if "\r\n" in content else "\n"


def conflict_in(content: str) -> Span | None:
    """The first mark of a merge conflict in a broken text, beside which nothing else is worth telling."""
    mark = _CONFLICT.search(content)
    return Span(*mark.span()) if mark is not None else None


def told_in_turn(content: str, tell: Callable[[str], Fault | None]) -> list[Problem]:
    """The problem of a broken text, then that of the text with the first one passed, and so on downwards, each at its
    place in the text as it stands. `tell` gives the first fault of a text, None where there is none or nothing is known.
    """
    found: list[Problem] = []
    grown = reached = 0
    while len(found) < _MOST_PROBLEMS and (fault := tell(content)) is not None and fault.problem.span.start >= reached:
        found.append(shifted(fault.problem, -grown))
        if not fault.passed or len(content) > _LONGEST:
            break
        mended = applied(content, fault.passed)
        grown += len(mended) - len(content)
        reached = max(edit.span.end for edit in fault.passed) + len(mended) - len(content)
        content = mended
    return found


def shifted(problem: Problem, by: int) -> Problem:
    """A problem of a part of a text as one of the whole, in which the part begins at an offset."""
    span = problem.span.shifted(by)
    return problem._replace(span=span, mend=tuple(moved(edit, by) for edit in problem.mend))


def moved(edit: Edit, by: int) -> Edit:
    """An edit of a part of a text as one of the whole, in which the part begins at an offset."""
    return Edit(edit.span.shifted(by), edit.text)
