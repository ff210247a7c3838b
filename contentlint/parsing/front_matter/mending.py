"""What the mends of broken front matter have in common, whatever its syntax."""

from __future__ import annotations

from contentlint.text import Edit, Span


def switch_meant(word: str) -> str | None:
    """The switch whose letters a word has in another order or but for one: true for ture."""
    letters = sorted(word.lower())
    for switch in ("true", "false"):
        shorter = (sorted(switch[:at] + switch[at + 1 :]) for at in range(len(switch)))
        if word.lower() != switch and word[:1].lower() == switch[0] and letters in (sorted(switch), *shorter):
            return switch
    return None


def new_line(content: str) -> str:
    """How lines end here."""
    return "\r\n" if "\r\n" in content else "\n"


def moved(edit: Edit, by: int) -> Edit:
    """An edit of a part of a text as one of the whole, in which the part begins at an offset."""
    return Edit(Span(edit.span.start + by, edit.span.end + by), edit.text)
