"""Numbers that TOML does not allow, and the ones that are meant."""

from __future__ import annotations

from typing import NamedTuple

from contentlint.parsing.front_matter.toml.broken.reading import is_sound
from contentlint.patterns import pattern

_NUMBER = pattern(
    r"(?a)[-+]*+(?:0[xXoObB][\da-fA-F_]++|(?=\.?\d)[\d_]*+\.?+[\d_]*+(?:(?<=[\d._])[eE][-+]*+[\d_.]++)?+)\Z"
)
_ZERO = pattern(r"(?a)([-+]?+)0(\d++)\Z")
_ZEROS = pattern(r"[-+]?0[\d_]")
_LARGE_PREFIX = pattern(r"\b0[XOB]")
_UNDERSCORES, _UNDERSCORES_IN_HEX = (pattern(rf"(?<={digit})_++(?={digit})|(_++)") for digit in (r"\d", r"[\da-fA-F]"))
_NO_DIGIT_BEFORE = pattern(r"(?<!\d)\.(?=\d)")
_NO_DIGIT_BEHIND = pattern(r"(?<=\d)\.(?!\d)")


def _with_single_underscores(number: str) -> str:
    underscores = _UNDERSCORES_IN_HEX if "0x" in number else _UNDERSCORES
    return underscores.sub(lambda found: "" if found[1] else "_", number)


_SLIPS = (
    (lambda number: _LARGE_PREFIX.sub(lambda found: found[0].lower(), number), "writes 0x, 0o and 0b small"),
    (_with_single_underscores, "has underscores singly, between its digits"),
    (lambda number: _NO_DIGIT_BEFORE.sub("0.", number), "has a digit before its point"),
    (lambda number: _NO_DIGIT_BEHIND.sub(".0", number), "has a digit behind its point"),
)


class Number(NamedTuple):
    """What is wrong with a number, and what is meant, "" where that is not sure."""

    told: str
    meant: str


def number_in(value: str) -> Number | None:
    """The number that a value is, though not for TOML; None where it is none."""
    if not _NUMBER.match(value) or is_sound(value):
        return None
    if _ZEROS.match(value):
        return Number("a TOML number does not begin with a zero", _without_zero(value))
    told, meant = "this is no number that TOML knows: text needs quotes", value
    for without_slip, words in _SLIPS:
        mended = without_slip(meant)
        if mended != meant:
            told, meant = f"a TOML number {words}", mended
    return Number(told, meant if is_sound(meant) else "")


def _without_zero(value: str) -> str:
    """A digit without the zero before it; more of them may be a code, of which no digit is lost in quotes; a fraction may
    be a day and a month."""
    found = _ZERO.match(value)
    if found is None:
        return ""
    if len(found[2]) == 1:
        return found[1] + found[2]
    return "" if found[1] else f'"{value}"'
