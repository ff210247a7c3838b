"""How far TOML can be read, and a text as TOML writes it."""

from __future__ import annotations

import tomllib
from typing import NamedTuple

from contentlint.parsing.front_matter.mending import with_backslashes
from contentlint.patterns import pattern

_PLACE = pattern(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")


class Stop(NamedTuple):
    """Where TOML cannot be read on, its row counted from 1, and why, as tomllib says it: "" for a value out of bounds."""

    row: int
    at: int
    reason: str


def stop_in(content: str) -> Stop | None:
    """Where and why this TOML cannot be read on, None where all can."""
    try:
        tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
    except (ValueError, RecursionError):
        return Stop(0, 0, "")
    else:
        return None
    place = _PLACE.search(message)
    reason = message[: place.start()] if place else message
    if not (place and place[1]):
        return Stop(content.rstrip().count("\n") + 1, len(content), reason)
    row = int(place[1])
    above = content.split("\n", row - 1)[: row - 1]
    return Stop(row, sum(len(line) + 1 for line in above) + int(place[2]) - 1, reason)


def reads_to(content: str) -> int:
    """The row at which this TOML cannot be read on, -1 where all can."""
    stop = stop_in(content)
    return -1 if stop is None else stop.row


def is_sound(value: str) -> bool:
    return stop_in(f"x = {value}") is None


def quoted(text: str) -> str:
    if "'" not in text and ('"' in text or "\\" in text):
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def with_escapes(value: str) -> str | None:
    """A text in double quotes of whose backslashes some are escapes, as those before quotes or others show, with those
    doubled that are none; None where nothing shows it."""
    if '\\"' not in value and "\\\\" not in value:
        return None
    mended = f"{value[:1]}{with_backslashes(value[1:-1])}{value[-1:]}"
    return mended if is_sound(mended) else None
