"""See `DateNotIso`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from contentlint.dates import Written, may_be_turned, proviso, read_date, turned, weekday_in
from contentlint.document import Document
from contentlint.fields import Field
from contentlint.languages import has_day_first, written_language
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety
from contentlint.rules.front_matter.moments import dates_at_anchors
from contentlint.setting import is_for_hexo, is_for_javascript, is_for_jekyll
from contentlint.spelling import inner, is_editable
from contentlint.text import Edit, Span
from contentlint.wording import cut

_NUMBERS = pattern(r"\d[^\w:]+\d{1,2}[^\w:]+\d")
_HOURS_ALONE = pattern(r"(:\d\d ?[+-]\d\d)\Z")
_MINUTE_ALONE = pattern(r"[\d-]{10}(?:[Tt]|[ \t]++)(\d\d:\d\d)(?!:)")
_TIME_TO_YAML = pattern(
    r"\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]++)\d\d?:\d\d:\d\d(?:\.\d*)?\Z"
)  # https://yaml.org/type/timestamp.html


class DateNotIso(Rule):
    """A date is not like 2021-11-07 (ISO 8601).

    Site generators guess at other spellings, each in its own way: the article gets the wrong day, or none, and is
    sorted wrongly.

    An hour and a minute without seconds are told where Hugo reads the article: to Hugo they are no time.

    The fix is safe: it writes the same instant in the same time zone, with seconds behind any minute, as RFC 3339, YAML
    and TOML ask for them. It is unsafe where day and month may be the other way round, as in 03/04/2021 (where
    the article names its language, that says which comes first), and where the named weekday does not fit; also of a
    day without an hour where a generator written in JavaScript reads it: to that `2022-07-01` begins in London,
    `Jul 1 2022` where the site is built. There is none where the month's name is not known, and of a year that
    another calendar may have counted, as Persia's 1400 and Thailand's 2564.
    """

    name = "date-not-iso"
    yields_to = ("front-matter-unreadable",)
    good = (
        "---\ndate: 2021-11-07\n---\n",
        '---\ndate: "2021-11-07T23:45:49.5+08:00"\n---\n',
        "---\ndate: 2015-07-13 10:00:11 -0400\nlastmod: 2021-11-07T23:45Z\n---\n",
        "---\ntitle: 7 November 2021\nevent: 3/4/2021\n---\n",
        "---\ndate: 二〇二一年冬\nupdated: 10年前\nevent: 06-04\n---\n",
        "---\ndate: 2 semestre 2021\nupdated: 3 editions 2021\ncreated: 22. vecka 2021\n---\n",
        "---\ndate: 3 έκδοση 2021\nupdated: 1 الفصل 2021\ncreated: 3 ฉบับที่ 2564\n---\n",
        "---\ndate: 5 פרק 2021\nupdated: 2 Μάρτυρες 2021\ncreated: 3 अंक 2021\n---\n",
        "---\ndate: den 22-24 mars 2021\nupdated: Jaargang 22 nummer 3 2021\n---\n",
        "---\ndate: soon\nupdated: 2008/09\ncreated: 2010/11\n---\n",
        "---\ndate: 2021-11-07 10:00-12:00\nupdated: Updated for the 2021 edition\npublishTime: '10:00'\n---\n",
        "+++\ndate = 1979-05-27 07:32:00-08:00\n+++\n",
        Good(
            "---\ndate: '{{ .Date }}'\ncreated: 2021-11-07 23:45\nlastmod: 2021-11-07T23:45:49Z\n---\n", profile="hugo"
        ),
    )
    bad = (
        Bad("---\ndate: ⟦2024-02-07 20:30 +/-0000⟧\n---\n"),
        Bad("---\ndate: ⟦7 May⟧\nupdated: ⟦7. Mai⟧\n---\n"),
        Bad(
            "---\ndate: ⟦28 dic 2021 - 13:05 CET⟧\npublishTime: ⟦2/28(月) 16:55配信⟧\nupdatedAt: ⟦更新于 2021年3月22日⟧\n---\n"
        ),
        Bad("---\ndate: ⟦发布于 2020-05-12 11:30⟧\n---\n", fixed="---\ndate: 2020-05-12T11:30:00\n---\n"),
        Bad("---\npublishedAt: '⟦1504602000⟧'\n---\n", fixed="---\npublishedAt: '2017-09-05T09:00:00Z'\n---\n"),
        Bad("---\ndate: ⟦Sun, 05 Mar 17 10:00:00 GMT⟧\n---\n", fixed="---\ndate: 2017-03-05T10:00:00Z\n---\n"),
        Bad(
            "---\ndate: ⟦Sun, 06 Mar 17 10:00:00 GMT⟧\n---\n",
            fixed="---\ndate: 2017-03-06T10:00:00Z\n---\n",
            unsafe=True,
        ),
        Bad("---\nTitle: 凧\nDate: ⟦2021/3/22⟧\n---\n", fixed="---\nTitle: 凧\nDate: 2021-03-22\n---\n"),
        Bad("---\ndate: ⟦2021-O3-22⟧\nupdated: ⟦2021-03-T10:00:00Z⟧\ncreated: ⟦-2021-03-22⟧\n---\n"),
        Bad(
            "---\npost_date: ⟦2013/11/26 09:32:44⟧\n---\n",
            fixed="---\npost_date: 2013-11-26T09:32:44\n---\n",
            profile="hugo",
        ),
        Bad(
            "---\ndate: 2020-08-04T⟦12:37⟧-04:00\nlastmod: '2020-08-04 ⟦12:37⟧ -0400'\n---\n",
            fixed="---\ndate: 2020-08-04T12:37:00-04:00\nlastmod: '2020-08-04 12:37:00 -0400'\n---\n",
            profile="hugo",
        ),
        Bad("---\ndate: ⟦18.10.11⟧\nlast_modified_date: ⟦2021-11-07T16:07:57:z⟧\n---\n"),
        Bad(
            "---\ndate: &day ⟦2021/3/22⟧\nupdated: *day\n---\n",
            fixed="---\ndate: &day 2021-03-22\nupdated: *day\n---\n",
        ),
        Bad("---\nday: &day 2021/3/22\ndate: ⟦*day⟧\n---\n"),
        Bad("---\ndate: ⟦2021_03_22 9:05⟧\n---\n", fixed="---\ndate: 2021-03-22T09:05:00\n---\n"),
        Bad("---\ndate: ⟦2021-03-22 星期一⟧\n---\n", fixed="---\ndate: 2021-03-22\n---\n"),
        Bad(
            "---\ndate: ⟦2021年3月22日 星期一 10:05⟧\nupdated: ⟦2021年3月22日（月）⟧\nmodified: ⟦2021/3/22 10:05 JST⟧\n---\n",
            fixed="---\ndate: 2021-03-22T10:05:00\nupdated: 2021-03-22\nmodified: 2021-03-22T10:05:00+09:00\n---\n",
        ),
        Bad(
            "---\ndate: ⟦2021年3月22日 午後0時30分⟧\nupdated: ⟦2021-03-22 0:30 AM⟧\n---\n",
            fixed="---\ndate: 2021-03-22T12:30:00\nupdated: 2021-03-22T00:30:00\n---\n",
        ),
        Bad(
            "---\ndate: ⟦2021. 3. 22. (월)⟧\nupdated: ⟦2021-03-22 21時35分⟧\n---\n",
            fixed="---\ndate: 2021-03-22\nupdated: 2021-03-22T21:35:00\n---\n",
        ),
        Bad(
            "---\nevent:\n  start: ⟦22.3.2021⟧\n---\n",
            fixed="---\nevent:\n  start: 2021-03-22\n---\n",
            schema={
                "$defs": {"day": {"anyOf": [{"type": "null"}, {"type": "string", "format": "date"}]}},
                "properties": {"event": {"properties": {"start": {"$ref": "#/$defs/day"}}}},
            },
        ),
        Bad("---\ndate: ⟦Mardi 22 mars 2021⟧\n---\n", fixed="---\ndate: 2021-03-22\n---\n", unsafe=True),
        Bad("---\ndate: ⟦(2021-03-22)⟧\n---\n", fixed="---\ndate: 2021-03-22\n---\n"),
        Bad("---\ndate: ⟦March 2021⟧\nupdated: ⟦2021年3月⟧\ncreated: ⟦22-Mar-21⟧\n---\n"),
        Bad("---\ndate: ⟦2021年3月22日（火）⟧\n---\n", fixed="---\ndate: 2021-03-22\n---\n", unsafe=True),
        Bad(
            "---\ndate:\n  created: ⟦2021/3/22⟧\n---\n",
            fixed="---\ndate:\n  created: 2021-03-22\n---\n",
        ),
        Bad(
            "---\ndate: ⟦Sun, 07 Nov 2021 23:45:49 GMT⟧\n---\n",
            fixed='---\ndate: "2021-11-07T23:45:49Z"\n---\n',
            profile="hexo",
        ),
        Bad(
            "---\ntitle: 风筝\ndate: ⟦Sun, 07 Nov 2021 23:45:49 GMT⟧\n---\n",
            fixed="---\ntitle: 风筝\ndate: 2021-11-07T23:45:49Z\n---\n",
        ),
        Bad(
            "---\npubDate: ⟦Jul 01 2022⟧\n---\n",
            fixed="---\npubDate: 2022-07-01\n---\n",
            path="src/content/blog/kites.md",
            unsafe=True,
        ),
        Bad(
            "---\npubDate: ⟦Sun, 07 Nov 2021 23:45:49 GMT⟧\ndate: ⟦2021年3月22日⟧\n---\n",
            fixed="---\npubDate: 2021-11-07T23:45:49Z\ndate: 2021-03-22\n---\n",
            profile="astro",
        ),
        Bad("---\ndate: ⟦2021/3/22⟧\n---\n", fixed="---\ndate: 2021-03-22\n---\n", profile="hexo"),
        Bad("---\ndate: '⟦2021/3/22⟧'\n---\n", fixed="---\ndate: '2021-03-22'\n---\n", profile="hexo", unsafe=True),
        Bad(
            "---\ndate: ⟦2021/11/07 23:45:49⟧\n---\n",
            fixed='---\ndate: "2021-11-07T23:45:49"\n---\n',
            path="_posts/2021-11-07-kites.md",
        ),
        Bad(
            "---\ndate: ⟦2021-11-07 10:05:00 PM⟧\n---\n",
            fixed='---\ndate: "2021-11-07T22:05:00"\n---\n',
            profile="jekyll",
        ),
        Bad("---\ndate: '⟦2021/3/22⟧'  # 発行\n---\n", fixed="---\ndate: '2021-03-22'  # 発行\n---\n"),
        Bad("---\ndate: ⟦2014-01-09 1:20:11 -0400⟧\n---\n", fixed="---\ndate: 2014-01-09 01:20:11 -0400\n---\n"),
        Bad('+++\ndate = "⟦22 Mar 2021⟧"\n+++\n', fixed='+++\ndate = "2021-03-22"\n+++\n'),
        Bad('{\n  "date": "⟦2021年3月22日⟧"\n}\n\n风筝\n', fixed='{\n  "date": "2021-03-22"\n}\n\n风筝\n'),
        Bad('{"date": ⟦1616403900⟧}\n\n風\n', fixed='{"date": "2021-03-22T09:05:00Z"}\n\n風\n', unsafe=True),
        Bad("---\ndate: ⟦03/04/2021⟧\n---\n", fixed="---\ndate: 2021-03-04\n---\n", unsafe=True),
        Bad("---\ndate: ⟦03/04/2021⟧\nlang: ru\n---\n", fixed="---\ndate: 2021-04-03\nlang: ru\n---\n", unsafe=True),
        Bad(
            "---\ndate created: ⟦Thu., Sep. 5, 2024, 1:16 pm⟧\n---\n",
            fixed="---\ndate created: 2024-09-05T13:16:00\n---\n",
        ),
        Bad(
            "---\nevent:\n  start: ⟦March 22nd, 2021 4:05 pm⟧\n---\n",
            fixed="---\nevent:\n  start: 2021-03-22T16:05:00\n---\n",
            schema={"properties": {"event": {"properties": {"start": {"type": "string", "format": "date"}}}}},
        ),
        Bad("---\ndate: ⟦19年6月4日⟧\n---\n", fixed="---\ndate: 2019-06-04\n---\n", unsafe=True),
        Bad(
            "---\ndate: ⟦二〇一九年十月二十四日⟧\nupdated: ⟦民國108年6月4日⟧\n---\n",
            fixed="---\ndate: 2019-10-24\nupdated: 2019-06-04\n---\n",
        ),
        Bad("---\ndate: ⟦06月04日⟧\nupdated: ⟦06-04⟧\ncreated: ⟦28年6月4日⟧\n---\n"),
        Bad("---\ndate: ⟦2021-11–07⟧\n---\n", fixed="---\ndate: 2021-11-07\n---\n", unsafe=True),
        Bad("---\ndate: ⟦Tue, 22 Mar 2021⟧\n---\n", fixed="---\ndate: 2021-03-22\n---\n", unsafe=True),
        Bad("---\ndate: ⟦2021-11-07 10:00:00 +8⟧\n---\n", fixed="---\ndate: 2021-11-07 10:00:00 +08:00\n---\n"),
        Bad("---\ndate: ⟦2021-11-07 10:00 + 0900⟧\n---\n", fixed="---\ndate: 2021-11-07T10:00:00+09:00\n---\n"),
        Bad("---\ndate: ⟦2021-11-07 23:45:49 XYZ⟧\nupdated: ⟦03/04/2021 10:00 XYZ⟧\n---\n"),
        Bad("---\ndate: ⟦2021-03-2022⟧\nupdated: ⟦2021-003-22⟧\n---\n"),
        Bad("---\nlang: fa\ndate: ⟦1400/01/02⟧\nupdated: ⟦2564/3/22 10:00⟧\ncreated: ⟦03/04/1443⟧\n---\n"),
        Bad(
            "---\ndate: ⟦26 April 1564⟧\nupdated: ⟦1492/10/12⟧\ncreated: ⟦10 novembre 1413⟧\n---\n",
            fixed="---\ndate: 1564-04-26\nupdated: 1492-10-12\ncreated: 1413-11-10\n---\n",
        ),
        Bad("---\ndate: ⟦22 مارس 2021⟧\nupdated: ⟦22 मार्च 2021⟧\ncreated: ⟦22 במרץ 2021⟧\n---\n"),
        Bad(
            "---\ndate: ⟦ngày 22 tháng 3 năm 2021⟧\nupdated: ⟦den 22 mars 2021⟧\ncreated: ⟦22. maaliskuuta 2021⟧\n---\n"
        ),
        Bad("---\ndate: ⟦22 Μαρτίου 2021⟧\nupdated: ⟦22 كانون الثاني 2021⟧\ncreated: ⟦22 มี.ค. พ.ศ. 2564⟧\n---\n"),
        Bad("---\ndate: ⟦22 marca 2021⟧\nupdated: ⟦22 Şubat 2021⟧\ncreated: ⟦22 มีนาคม 2564⟧\n---\n"),
        Bad("---\ndate: ⟦<2021-03-22 Mon>⟧\n---\n", fixed="---\ndate: 2021-03-22\n---\n"),
        Bad("---\ndate: ⟦<b>2021-03-22</b>⟧\n---\n", fixed="---\ndate: 2021-03-22\n---\n", unsafe=True),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for field, written in dates_at_anchors(document):
            if written.impossible or document.has_template(field.value):
                continue
            if written.is_iso:
                if (minute := _minute_alone(document, field)) is not None:
                    yield self._of_minute(document, minute)
                continue
            text, first = str(field.data).strip(), "month"
            if may_be_turned(text, written) and _has_day_first(document):
                written, first = turned(written), "day"
            message = f'"{cut(text)}" is no ISO date'
            fix = _in_iso(document, field, written)
            if _is_of_other_calendar(text, written):
                message, fix = f"{message}: write the year as ISO counts it, like 2021-11-07", None
            elif written.moment is None:
                day = read_date(text[:10])
                is_day = day is not None and day.moment is not None and not text[10:11].isdigit()
                message += ": correct what follows the day" if is_day else ": write it like 2021-11-07"
            else:
                message += (
                    f": write {_with_minutes(written.iso)}{proviso(text, written, first)}"
                    if written.iso
                    else ": write the time zone as a number, like +08:00"
                )
            yield self.finding(inner(document, field), message, fix)

    def _of_minute(self, document: Document, minute: Span) -> Finding:
        meant = f"{minute.of(document.text)}:00"
        message = f"Hugo reads no time without seconds: write {meant} in place of {meant[:-3]}"
        return self.finding(minute, message, Fix("Write the seconds", (Edit(minute, meant),)))


def _minute_alone(document: Document, field: Field) -> Span | None:
    """The hour and minute without seconds of a date that Hugo reads, None in any other."""
    profile = document.setting.profile
    if profile.name != "hugo" or len(field.path) > 1 or field.name.lower() not in map(str.lower, profile.date_keys):
        return None
    minute = _MINUTE_ALONE.match(document.text, *inner(document, field))
    return Span(*minute.span(1)) if minute is not None else None


def _has_day_first(document: Document) -> bool:
    return has_day_first(written_language(document.data, document.source.path))


def _is_of_other_calendar(text: str, written: Written) -> bool:
    """Whether the year is rather one that Thailand (2564) counts, or, where no month is named, Persia (1400 began in
    2021) or Islam."""
    year = written.iso[:4]
    return "2400" <= year < "2600" or ("1300" <= year < "1460" and _NUMBERS.search(text) is not None)


def _contradicts(text: str, written: Written) -> bool:
    """Whether a date names another day of the week than it is."""
    named = weekday_in(text)
    return named is not None and named != date.fromisoformat(written.iso[:10]).weekday()


def _with_minutes(iso: str) -> str:
    """A date whose time zone has minutes, too."""
    return _HOURS_ALONE.sub(r"\1:00", iso)


def _in_iso(document: Document, field: Field, written: Written) -> Fix | None:
    if not written.iso or not is_editable(document, field._replace(value=inner(document, field))):
        return None
    is_date = isinstance(field.data, str) and read_date(field.data) is not None  # else its dashes were guessed
    is_sure = is_date and not written.ambiguous and not _contradicts(field.data, written)
    safety = Safety.SAFE if is_sure and not _is_local_day(document, field, written) else Safety.UNSAFE
    iso = _with_minutes(written.iso)
    if field.style == "plain" and _needs_quotes(document, field, written):
        iso = f'"{iso}"'
    return Fix("Write the date in ISO 8601", (Edit(inner(document, field), iso),), safety)


def _is_local_day(document: Document, field: Field, written: Written) -> bool:
    """Whether this day begins at midnight of where the site is built, and in ISO would at that of UTC.

    So JavaScript reads them (https://tc39.es/ecma262/#sec-date.parse); what YAML makes of a day without quotes, Hexo
    takes for local time again. Of what is not in ASCII it reads nothing.
    """
    if len(written.iso) > len("2021-11-07") or not str(field.data).isascii():
        return False
    profile, path = document.setting.profile, document.source.path
    is_local = field.style == "plain" and is_for_hexo(profile, path)
    return is_for_javascript(profile, path) and not is_local


def _needs_quotes(document: Document, field: Field, written: Written) -> bool:
    """Whether the date in ISO would be another instant without quotes, or would not be read."""
    if document.syntax == "json":
        return True
    profile, path = document.setting.profile, document.source.path
    has_zone = written.moment is not None and written.moment.tzinfo is not None
    if is_for_hexo(profile, path):  # it takes all that YAML makes a date of for local time
        return has_zone
    is_of_utc = is_for_javascript(profile, path) or is_for_jekyll(profile, path)  # as YAML has it
    if has_zone or not is_of_utc or not _TIME_TO_YAML.match(written.iso):
        return False
    return not _TIME_TO_YAML.match(str(field.data))
