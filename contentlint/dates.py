"""Dates as people write them, and the instant they mean; standard library only."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from difflib import get_close_matches
from typing import NamedTuple

from contentlint.lazy import known_if_short
from contentlint.patterns import pattern

TO_BE_WRITTEN = "stands where the date belongs: write it like 2021-11-07"  # of a date that a form asks for
_TIME = (
    r"(?P<hour>\d{1,2})(?P<colon>[:.])(?P<minute>\d{1,2})(?:(?P=colon)(?P<second>\d{1,2})(?P<fraction>[.,]\d+)?)?"
    r"(?:\s*(?P<half>[AaPp]\.?[Mm]\.?))?"
)
_ZONE = r"(?:(?P<before_zone>GMT|UTC)(?=[+-]))?(?P<zone>Z|z|[+-]\d{1,2}:?\d{2}|[+-]\d{1,2}|UTC|UT|GMT|[A-Z]{3,4})(?:\s*\([\w .+-]+\))?"
_REST = rf"(?:(?P<gap>[Tt]|,?\s+(?:at\s+)?|,)\s*{_TIME}(?:\s*{_ZONE})?)?"
MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january janv janvier januar enero ene janeiro gennaio gen januari января янв 一月",
         "feb february févr février februar febrero fevereiro fev febbraio februari февраля фев 二月",
         "mar march mars märz marzo março maart марта мар 三月",
         "apr april avr avril abril abr aprile апреля апр 四月",
         "may mai mayo maio maggio mag mei maj мая 五月", "jun june juin juni junio junho giugno giu июня июн 六月",
         "jul july juil juillet juli julio julho luglio lug июля июл 七月",
         "aug august août aout agosto ago augustus августа авг 八月",
         "sep sept september septembre septiembre setembro set settembre сентября сен сент 九月",
         "oct october octobre oktober okt octubre outubro out ottobre ott октября окт 十月",
         "nov november novembre noviembre novembro ноября ноя нояб 十一月",
         "dec december déc décembre dezember dez diciembre dic dezembro dicembre декабря дек 十二月"), 1)
    for name in names.split()
}  # fmt: skip
_MONTH = r"(?P<name>[^\W\d_]{3,10}|[一二三四五六七八九十]{1,2}月)\.?"
_DAYS = {
    name: number
    for number, names in enumerate(
        ("montag lundi lunes lunedì segunda-feira maandag понедельник", "dienstag mardi martes martedì terça-feira dinsdag вторник",
         "mittwoch mercredi miércoles mercoledì quarta-feira woensdag среда", "donnerstag jeudi jueves giovedì quinta-feira donderdag четверг",
         "freitag vendredi viernes venerdì sexta-feira vrijdag пятница", "samstag samedi sábado sabato zaterdag суббота",
         "sonntag dimanche domingo domenica zondag воскресенье"))
    for name in names.split()
}  # fmt: skip
_FOREIGN_DAY = rf"(?<!\w)(?i:{'|'.join(_DAYS)})(?!\w)"
_DAY_NAME = rf"(?:(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*|{_FOREIGN_DAY})\.?,?\s+)?"
_ORDINAL = r"(?:st|nd|rd|th|er|\.|º)?"
_OF = r"(?:\s+(?:of|de|di|del))?"
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民国": 1911, "民國": 1911}
_FORMS = tuple(
    (kind, pattern(form if form.endswith(r"\Z") else rf"(?:{form})\s*{_REST}\Z"))
    for kind, form in (
        ("iso", r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
        ("year first", r"(?P<year>\d{4})(?P<sep>[-/._\u2010-\u2015]|\.?\s)(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})\.?"),
        ("iso slip", r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})[TZ]\Z"),
        ("day first", rf"{_DAY_NAME}(?P<day>\d{{1,2}}){_ORDINAL}{_OF}[\s/-]+{_MONTH}{_OF},?[\s/-]+(?P<year>\d{{4}})"),
        ("mail", rf"{_DAY_NAME.removesuffix('?')}(?P<day>\d{{1,2}})[\s-]{_MONTH}"  # RFC 822
                 rf"[\s-](?P<year>\d{{2}})(?P<gap>\s+){_TIME}\s+{_ZONE}\Z"),
        ("month first", rf"{_DAY_NAME}{_MONTH}[\s-]+(?P<day>\d{{1,2}}){_ORDINAL}(?:\s*,\s*|[\s-]+)(?P<year>\d{{4}})"),
        ("year and name", rf"(?P<year>\d{{4}})[\s/-]+{_MONTH}[\s/-]+(?P<day>\d{{1,2}})"),
        ("slashes", r"(?P<first>\d{1,2})(?P<sep>[-/.])(?P<then>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2}(?!\d))"),
        ("clock first", rf"{_DAY_NAME}{_MONTH}\s+(?P<day>\d{{1,2}})(?P<gap>\s+){_TIME}(?:\s+{_ZONE})?\s+(?P<year>\d{{4}})\Z"),
        ("chinese", r"(?:(?P<year>\d{4}|\d\d)|(?:中[华華])?(?P<era>令和|平成|昭和|民[国國])\s*(?P<reign>\d{1,3}|元))\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]"
                    r"\s*(?P<day>\d{1,2})\s*[日号號일](?P<gap>\s*)(?P<half>上午|下午|午前|午後|오전|오후)?\s*"
                    r"(?:(?P<hour>\d{1,2})(?P<colon>:)(?P<minute>\d{1,2})(?::(?P<second>\d{1,2}))?)?\Z"),
    )
)  # fmt: skip
_CLOCK_IN_WORDS = pattern(
    r"(?<!\d)(\d{1,2})\s?[:时時点點시]\s?(\d{1,2})(?:[:分분]\s?(\d{1,2})[秒초]?|[分분])?(?![\d:])"
)  # 21时35分, 21시 35분 10초
_NUMERALS = pattern(r"[〇零○一二三四五六七八九十]+(?=[年月日号號])")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_AFTERNOON = ("p", "下", "午後", "오후")
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}  # full-width characters
_ZONES = {"Z": 0, "UTC": 0, "UT": 0, "GMT": 0, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "JST": 9, "KST": 9}  # CST is China's too  # fmt: skip
_LAST_SHORT_YEAR = 69
# in 28年 the year may be one of an era, too; not today's year, so that a text is read alike each year
_LAST_PLAIN_SHORT_YEAR = 25
_MARKS = frozenset("-\"'“”‘’「『<(（")  # what a date may begin with by mistake
_NO_DATES = frozenset({"invalid date", "nan-nan-nan", "undefined", "0nan-nan-nan"})
# what PHP makes of a database's 0000-00-00
_ZERO_DATE = pattern(r"-0001-11-30(?!\d)|(?:\w{3}, )?30 Nov -0001(?!\d)")
# what a site writes before and after the day on which it published
_PUBLISHED = (
    r"(?:(?:发布|發布|發佈|发表|發表|刊登)(?:时间|時間|日期|于|於)?|(?:公開|投稿|掲載|配信)日時?|등록|입력|승인|(?i:опубликовано)"
    r"|(?i:published|posted|publié|publicado|pubblicato|veröffentlicht)(?:\s+(?i:on|at|le|el|em|il|am))?)\s*[:：]?\s*"
)
_PUBLISHED_BEHIND = r"(?:公開|配信|掲載|投稿|发布|發布|发表|發表)"
_WEEKDAY = (
    r"(?:星期|周|週|礼拜)[一二三四五六日天]|[(（](?:(?:星期|周|週)?[一二三四五六日天]|[日月火水木金土](?:曜日?)?|[월화수목금토일](?:요일)?)[)）]"
    r"|[日月火水木金土]曜日?|[월화수목금토일]요일"
    r"|(?<![A-Za-z])(?i:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?)(?![A-Za-z])\.?"
    rf"|{_FOREIGN_DAY}"
)
_NAMED_WEEKDAY = pattern(_WEEKDAY)
_WEEKDAYS = _DAYS | {
    sign: day
    for signs in (
        ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
        "一二三四五六日",
        "月火水木金土天",
        "월화수목금토일",
    )
    for day, sign in enumerate(signs)
}  # 天 is Sunday, too
# what may be around and between the parts of a date that is plain all the same
_SLIPS = (
    (pattern(r"[\"'“”‘’「『]+(.+?)[\"'“”‘’」』]*\Z"), r"\1"),
    (pattern(r"[(（](.+)[)）]\Z"), r"\1"),
    (pattern(r"(.*\d{4})\s*(?:г\.?|года?)(?!\w)(?:,?\s+в(?=\s))?(.*)\Z"), r"\1\2"),  # as Russians say "year"
    (pattern(r"<(\d{4}-\d\d-\d\d)(?:\s+[^\W\d]{1,4}\.?)?(\s+\d\d:\d\d)?>\Z"), r"\1\2"),  # as Org writes it
    (pattern(r"(.*[\dZz])\s*[,;.，；。-]+\Z"), r"\1"),
    (pattern(rf"(.*[\d日号號일])[\s,，.]*(?:{_WEEKDAY})\Z"), r"\1"),
    (pattern(rf"(.*[\d日号號일])[\s,，.]*(?:{_WEEKDAY})\s*(\d{{1,2}}:.+)\Z"), r"\1 \2"),
    (pattern(rf"{_PUBLISHED}(\S.+)\Z"), r"\1"),
    (pattern(rf"(.*[\d日分秒])\s*{_PUBLISHED_BEHIND}\Z"), r"\1"),
    (pattern(r"(\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AaPp]\.?[Mm]\.?)?),\s+([^:]*\d{4})\Z"), r"\2 \1"),
    (pattern(r"(\d{4}-\d{2}-\d{2})(\d{2}:\d{2}.*)\Z"), r"\1 \2"),
    (pattern(r"(\d{4}-\d{2}-\d{2})\s+T(\d{2}:.*)\Z"), r"\1T\2"),
    (pattern(r"(\d{4})\s*-\s*(\d{2})(?:\s*-\s*|\s+)(\d{2})(?![\d:])(.*)\Z"), r"\1-\2-\3\4"),
    (pattern(r"(\d{4})\s*/\s*(\d{1,2})\s*/\s*(\d{1,2})(?!\d)(.*)\Z"), r"\1/\2/\3\4"),
    (pattern(r"(.*:\d\d\s*)(\+)\s+(\d\d:?\d\d)\Z"), r"\1\2\3"),
    (pattern(r"(.*:\d\d:\d\d\s*)-\s+(0\d{3})\Z"), r"\1-\2"),  # behind minutes alone it may be the hour of an end
    (pattern(r"(\d{1,2})\.\s+(\d{1,2})\.\s+(\d{4})(?!\d)(.*)\Z"), r"\1.\2.\3\4"),
    (pattern(r"(\D+\d{1,2}\s+\d\d:\d\d:\d\d)\s+(\d{4})\s+([+-]\d{4})\Z"), r"\1 \3 \2"),  # as Git has it
    (pattern(r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)([T\s]\s*\d{1,2}:\d{2}.*)\Z"), r"\1-\2-\3\4"),
    (pattern(r"(.*\d)\.?\s*(?:上午|午前|오전)\s*(\d{1,2}:\d{2}(?::\d{2})?)\Z"), r"\1 \2 AM"),
    (pattern(r"(.*\d)\.?\s*(?:下午|午後|오후)\s*(\d{1,2}:\d{2}(?::\d{2})?)\Z"), r"\1 \2 PM"),
)
# what is meant as a date, though its parts are not clear: 2021-O3-22, 202-03-22, 2021-03-22T10-00, 2021-03-T10:00;
# ranges are none
_UNCLEAR = pattern(
    r"(?:\d{4}-\d{2}-(?:\Z|T\d)|(?:19|20)\d\d-(?:\d{3}-\d{1,2}|\d{1,2}-\d{4})(?!\d)|\d{5}-\d{2}-\d{2}(?!\d)|-(?:19|20)\d\d-\d\d-\d\d(?!\d)|(?:19|20)\d\d(?:0[1-9]|1[0-2])-[0-3]\d\Z"
    r"|[\dOoIl]{3,4}[-/.年]{1,2}(?:[\dOoIl]{1,2}[-/.月]{1,2}[\dOoIl]{1,3}|(?:0[1-9]|1[0-2])[0-3]\d)(?!\d))"
    r"(?!\s*(?:to|until|bis|[–—~/至到]|-\s))(?!.*\d{4}[-/.年])"
)
_NEARLY_NAMED = pattern(r"(?:\d{1,2}[a-z.]{0,2}\s+)?([^\W\d_]{3,10})\.?\s+(?:\d{1,2}[a-z.]{0,2},?\s+)?\d{4}\Z")
_PLAIN = pattern(r"(?a)(\d{4})-(\d\d)-(\d\d)(?:[T ]([01]\d|2[0-3]):([0-5]\d):([0-5]\d))?\Z")
_SECONDS = pattern(r":(\d\d)(\.\d+)?")
_ISO_TIME = pattern(r"[Tt]|[ \t]+")


class Written(NamedTuple):
    """A date as someone wrote it.

    `is_iso`: ISO 8601, RFC 3339 or a generator's `2015-07-13 10:00:11 -0400`. `iso`: the same instant in ISO with
    the zone as written and seconds behind any hour, "" where that cannot be known. `moment`: the instant in UTC (naive
    where no zone is written), None for an `impossible` date and one whose time cannot be read. `impossible`: why this is no date,
    to follow what is written. `ambiguous`: day and month may be the other way round, or the year has two digits.
    """

    is_iso: bool
    iso: str
    moment: datetime | None
    impossible: str = ""
    ambiguous: bool = False


@known_if_short
def read_date(text: str) -> Written | None:
    """What date a text is, or None where it is none at all."""
    plain = _PLAIN.match(text)
    if plain is not None:  # as most are written
        with suppress(ValueError):
            moment = datetime(*map(int, plain.groups("0")))  # type: ignore[arg-type]
            return Written(True, f"{text[:10]}T{text[11:]}" if len(text) > 10 else text, moment)
    text = text.strip()
    if len(text) < 6 or len(text) > 80 or not (text[0].isalnum() or text[0] in _MARKS):
        return None
    if text.lower() == "yyyy-mm-dd":
        return Written(False, "", None, TO_BE_WRITTEN)
    if text.lower() in _NO_DATES or ("-0001" in text and _ZERO_DATE.match(text)):
        return Written(False, "", None, "comes from a program that could not read the date: write it like 2021-11-07")
    if text.isdigit() and text.isascii():
        return read_number(int(text)) if len(text) <= 13 else None
    narrow = text if text.isascii() else _CLOCK_IN_WORDS.sub(_in_digits, text.translate(_NARROW))
    if "年" in narrow:
        narrow = _NUMERALS.sub(_in_numbers, narrow)
    written = _in_a_form(narrow)
    if written is not None:
        return written._replace(is_iso=False) if narrow != text else written
    for slip, meant in _SLIPS:
        written = _in_a_form(slip.sub(meant, narrow)) if slip.match(narrow) else None
        if written is not None:
            return written._replace(is_iso=False)
    return Written(False, "", None) if _UNCLEAR.match(narrow) or _is_nearly_named(narrow) else None


def _in_a_form(text: str) -> Written | None:
    for kind, form in _FORMS:
        match = form.match(text)
        if match is not None:
            return _written(kind, match)
    return None


def _in_digits(clock: re.Match[str]) -> str:
    return ":".join(filter(None, clock.groups()))


def _in_numbers(numeral: re.Match[str]) -> str:
    """Chinese numerals in digits: 二〇一九, 十一, 二十, 三十一."""
    written = numeral[0].translate(_DIGITS)
    tens, ten, ones = written.partition("十")
    return f"{tens or 1}{ones or 0}" if ten else written


def _is_nearly_named(text: str) -> bool:
    """Whether a month's name is misspelt where one stands: Febuary 3, 2020."""
    named = _NEARLY_NAMED.match(text)
    if named is None or not any(map(str.isdigit, text[:-4])):
        return False
    return bool(get_close_matches(named[1].lower(), MONTHS, n=1, cutoff=0.8))


def read_number(number: int) -> Written | None:
    """What date a bare number is: year, month and day without dashes, or seconds (13 digits: milliseconds) since 1970."""
    if isinstance(number, bool):
        return None
    digits = str(number)
    if len(digits) == 8 and digits[:2] in ("19", "20"):
        return read_date(f"{digits[:4]}/{digits[4:6]}/{digits[6:]}")
    if len(digits) not in (9, 10, 13) or number < 0:
        return None
    moment = datetime.fromtimestamp(number / 1000 if len(digits) == 13 else number, UTC).replace(microsecond=0)
    return Written(False, moment.isoformat().replace("+00:00", "Z"), moment)


def may_be_turned(text: str, written: Written) -> bool:
    """Whether day and month of an ambiguous date may be the other way round."""
    is_plain = written.ambiguous and written.iso and not any(sign in text for sign in "年년")
    return bool(is_plain) and int(written.iso[8:10]) <= 12


def turned(written: Written) -> Written:
    """The same date with the day for its month and the month for its day."""
    year, month, day, rest = written.iso[:4], written.iso[5:7], written.iso[8:10], written.iso[10:]
    moment = written.moment and written.moment.replace(month=written.moment.day, day=written.moment.month)
    return written._replace(iso=f"{year}-{day}-{month}{rest}", moment=moment)


def proviso(text: str, written: Written, first: str = "month") -> str:
    """On what it hangs that an ambiguous date is the day that is meant, to follow what is said of it; "" for any other."""
    if may_be_turned(text, written):
        return f", if the {first} comes first here"
    is_short = written.ambiguous and written.iso and any(sign in text for sign in "年년")
    return f", if the year is {written.iso[:4]}" if is_short else ""


def weekday_in(text: str) -> int | None:
    """The day of the week that a date names, 0 for Monday; None where it names none."""
    named = _NAMED_WEEKDAY.search(text)
    if named is None:
        return None
    sign = named[0].lower().lstrip("星期周週礼拜(（")
    if sign in _WEEKDAYS:
        return _WEEKDAYS[sign]
    return _WEEKDAYS.get(sign[:3] if sign.isascii() else sign[0])


def same_instant(text: str) -> str:
    """One spelling for all texts that mean one instant; other text comes back unchanged."""
    written = read_date(text)
    if written is None or written.moment is None or written.ambiguous:
        return text
    if written.moment.tzinfo is None:
        day, time = written.iso[:10], written.iso[10:].lstrip("Tt \t")
        return f"{day}T{time}" if time else day
    try:
        minute = written.moment.astimezone(UTC).isoformat()[:16]
    except OverflowError:  # the first or the last day there is
        return text
    seconds = _SECONDS.match(written.iso, len(minute))  # a moment knows no leap second and no part of one
    return f"{minute}:{seconds[1] if seconds else '00'}{(seconds[2] or '').rstrip('0.') if seconds else ''}Z"


def _written(kind: str, match: re.Match[str]) -> Written | None:
    parts = match.groupdict()
    ambiguous = False
    if parts.get("era"):
        year = _ERAS[parts["era"]] + (1 if parts["reign"] == "元" else int(parts["reign"]))
    else:
        year = int(parts["year"])
    if parts.get("name"):
        month, day = MONTHS.get(parts["name"].lower(), 0), int(parts["day"])
        if not month:
            return None
    elif kind == "slashes":
        first, then = int(parts["first"]), int(parts["then"])
        dotted = parts["sep"] == "."  # 03.04.2021 is written where the day comes first
        month, day = (then, first) if dotted or first > 12 else (first, then)
        ambiguous = not dotted and first <= 12 and then <= 12 and first != then
        is_reversible = first > 12 or parts["sep"] in ".-"
        if year < 100 and is_reversible and then <= 12 and 1 <= year <= 31:  # the year may come first, too
            return Written(False, "", None)
        ambiguous = ambiguous or year < 100
    else:
        month, day = int(parts["month"]), int(parts["day"])
    if year < 100 and kind == "chinese" and not parts["era"]:
        if year > _LAST_PLAIN_SHORT_YEAR:
            return Written(False, "", None)
        year, ambiguous = year + 2000, True
    if year < 100 and kind in ("slashes", "mail"):
        year += 1900 if year > _LAST_SHORT_YEAR else 2000
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
    if half and hour <= 12:  # hour 0 of the afternoon is noon, as Japanese papers write it
        hour = hour % 12 + 12 * half.startswith(_AFTERNOON)
    leap = second == 60
    ends_day = minute % 15 == 14  # of UTC, from which zones are quarters of an hour away
    if hour > 23 or minute > 59 or second > 59 + ends_day:
        return Written(kind == "iso", "", None, f"is no date: there is no time {hour:02}:{minute:02}:{second:02}")
    moment = datetime(day.year, day.month, day.day, hour, minute, second - leap)
    fraction = (parts.get("fraction") or "").replace(",", ".")
    time = f"{hour:02}:{minute:02}:{second:02}{fraction}"  # RFC 3339, YAML and TOML ask for seconds
    written_zone = parts.get("zone") or ""
    zone, offset = _zone(written_zone)
    if written_zone and offset is None:
        if not written_zone.isalpha():
            return Written(kind == "iso", "", None, f"is no date: there is no time zone {written_zone}")
        return Written(False, "", moment, ambiguous=ambiguous)
    if offset is not None:
        moment = moment.replace(tzinfo=timezone(offset))
    numbers = (parts["hour"], parts["minute"], parts.get("second") or "00")
    padded = parts["colon"] == ":" and all(len(number or "") == 2 for number in numbers)
    padded = padded and (not written_zone.startswith(("+", "-")) or sum(map(str.isdigit, written_zone)) % 2 == 0)
    gap = parts.get("gap") or " "
    is_near_iso = kind == "iso" and bool(_ISO_TIME.fullmatch(gap)) and not half and not parts["before_zone"]
    is_near_iso = is_near_iso and (not written_zone.isalpha() or written_zone in ("Z", "z"))
    is_iso = padded and is_near_iso
    if is_near_iso and not is_iso:
        blank = " " if written_zone and gap != "T" else ""
        return Written(False, f"{day.isoformat()}{gap}{time}{blank}{_padded_zone(written_zone)}", moment)
    return Written(is_iso, f"{day.isoformat()}T{time}{zone}", moment, ambiguous=ambiguous)


def _padded_zone(written: str) -> str:
    """A zone as a number with both digits of its hours."""
    return written if sum(map(str.isdigit, written)) % 2 == 0 else f"{written[0]}0{written[1:]}"


def _zone(written: str) -> tuple[str, timedelta | None]:
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
        return "is no date: there is no year 0"
    if not 1 <= month <= 12:
        return f"is no date: there is no month {month}"
    return f"is no date: {year}-{month:02} has no day {day}"
