"""Dates as people write them, and the instant they mean; standard library only."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from contentlint.patterns import pattern

_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d{1,2})(?::(?P<second>\d{1,2})(?P<fraction>[.,]\d+)?)?(?:\s*(?P<half>[AaPp]\.?[Mm]\.?))?"
_ZONE = r"(?:(?:GMT|UTC)(?=[+-]))?(?P<zone>Z|z|[+-]\d{1,2}:?\d{2}|[+-]\d{2}|UTC|UT|GMT|[A-Z]{3,4})(?:\s*\([\w .+-]+\))?"
_REST = rf"(?:(?P<gap>[Tt]|,?\s+(?:at\s+)?)\s*{_TIME}(?:\s*{_ZONE})?)?"
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), 1)
    for name in names.split()
}  # fmt: skip
_MONTH = r"(?P<name>[A-Za-z]{3,9})\.?"
_DAY_NAME = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+)?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_FORMS = tuple(
    (kind, pattern(form if form.endswith(r"\Z") else rf"(?:{form})\s*{_REST}\Z"))
    for kind, form in (
        ("iso", r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"),
        ("year first", r"(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})"),
        ("day first", rf"{_DAY_NAME}(?P<day>\d{{1,2}}){_ORDINAL}[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})"),
        ("month first", rf"{_DAY_NAME}{_MONTH}\s+(?P<day>\d{{1,2}}){_ORDINAL},?\s+(?P<year>\d{{4}})"),
        ("slashes", r"(?P<first>\d{1,2})(?P<sep>[-/.])(?P<then>\d{1,2})(?P=sep)(?P<year>\d{4})"),
        ("clock first", rf"{_DAY_NAME}{_MONTH}\s+(?P<day>\d{{1,2}})(?P<gap>\s+){_TIME}(?:\s+{_ZONE})?\s+(?P<year>\d{{4}})\Z"),
        ("chinese", r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日号일](?P<gap>\s*)"
                    r"(?:(?P<hour>\d{1,2})[:：时時](?P<minute>\d{1,2})(?:[:：分](?P<second>\d{1,2})秒?|分)?)?\Z"),
    )
)  # fmt: skip
_ZONES = {"Z": 0, "UTC": 0, "UT": 0, "GMT": 0, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}  # CST is China's too  # fmt: skip
_ISO_TIME = pattern(r"[Tt]|[ \t]+")


class Written(NamedTuple):
    """A date as someone wrote it.

    `is_iso`: ISO 8601, RFC 3339 or a generator's `2015-07-13 10:00:11 -0400`. `iso`: the same instant in ISO with
    the zone and precision as written, "" where that cannot be known. `moment`: the instant in UTC (naive where no
    zone is written), None for an `impossible` date. `ambiguous`: day and month may be the other way round.
    """

    is_iso: bool
    iso: str
    moment: datetime | None
    impossible: str = ""
    ambiguous: bool = False


def read_date(text: str) -> Written | None:
    """What date a text is, or None where it is none at all."""
    text = text.strip()
    if len(text) < 8 or len(text) > 80 or not (text[0].isdigit() or text[0].isalpha()):
        return None
    for kind, form in _FORMS:
        match = form.match(text)
        if match is not None:
            return _written(kind, match)
    return None


def same_instant(text: str) -> str:
    """One spelling for all texts that mean one instant; other text comes back unchanged."""
    written = read_date(text)
    if written is None or written.moment is None or written.ambiguous:
        return text
    if written.moment.tzinfo is None:
        return written.iso
    try:
        return written.moment.astimezone(UTC).isoformat()
    except OverflowError:  # the first or the last day there is
        return text


def _written(kind: str, match: re.Match[str]) -> Written | None:
    parts = match.groupdict()
    year = int(parts["year"])
    ambiguous = False
    if parts.get("name"):
        month, day = _MONTHS.get(parts["name"].lower(), 0), int(parts["day"])
        if not month:
            return None
    elif kind == "slashes":
        first, then = int(parts["first"]), int(parts["then"])
        dotted = parts["sep"] == "."  # 03.04.2021 is written where the day comes first
        month, day = (then, first) if dotted or first > 12 else (first, then)
        ambiguous = not dotted and first <= 12 and then <= 12 and first != then
    else:
        month, day = int(parts["month"]), int(parts["day"])
    try:
        written_day = date(year, month, day)
    except ValueError:
        return Written(kind == "iso", "", None, _why_impossible(year, month, day))
    if parts.get("hour") is None:
        moment = datetime(year, month, day)
        return Written(kind == "iso", written_day.isoformat(), moment, ambiguous=ambiguous)
    return _with_time(kind, parts, written_day, ambiguous)


def _with_time(kind: str, parts: dict[str, str | None], day: date, ambiguous: bool) -> Written:
    hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
    half = (parts.get("half") or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + 12 * half.startswith("p")
    leap = second == 60
    if hour > 23 or minute > 59 or second > 60:
        return Written(kind == "iso", "", None, f"there is no time {hour:02}:{minute:02}:{second:02}")
    moment = datetime(day.year, day.month, day.day, hour, minute, second - leap)
    time = f"{hour:02}:{minute:02}"
    if parts.get("second") is not None:
        time += f":{second:02}{(parts.get('fraction') or '').replace(',', '.')}"
    zone, offset = _zone(parts.get("zone"))
    if parts.get("zone") and offset is None:
        return Written(False, "", moment, ambiguous=ambiguous)
    if offset is not None:
        moment = moment.replace(tzinfo=timezone(offset))
    written_zone = parts.get("zone") or ""
    padded = len(parts["hour"] or "") == 2 and len(parts["minute"] or "") == 2 and len(parts.get("second") or "00") == 2
    gap = parts.get("gap") or " "
    is_near_iso = kind == "iso" and bool(_ISO_TIME.fullmatch(gap)) and not half and not written_zone.isalpha()
    is_iso = padded and (is_near_iso or (kind == "iso" and not half and written_zone in ("Z", "z")))
    if kind == "iso" and not is_iso and is_near_iso:
        blank = " " if written_zone and gap != "T" else ""
        return Written(False, f"{day.isoformat()}{gap}{time}{blank}{written_zone}", moment, ambiguous=ambiguous)
    return Written(is_iso, f"{day.isoformat()}T{time}{zone}", moment, ambiguous=ambiguous)


def _zone(written: str | None) -> tuple[str, timedelta | None]:
    if not written:
        return "", None
    if written[0] in "+-":
        digits = written[1:].replace(":", "")
        hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
        offset = timedelta(hours=hours, minutes=minutes) * (-1 if written[0] == "-" else 1)
        if abs(offset) >= timedelta(hours=24) or minutes > 59:
            return "", None
        return f"{written[0]}{hours:02}:{minutes:02}", offset
    hours_east = _ZONES.get(written.upper())
    if hours_east is None:
        return "", None
    return ("Z" if not hours_east else f"{hours_east:+03}:00"), timedelta(hours=hours_east)


def _why_impossible(year: int, month: int, day: int) -> str:
    if not year:
        return "there is no year 0"
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    return f"{year}-{month:02} has no day {day}"
