"""Dates as people write them: what they mean, what cannot be known, and what does not exist."""

from __future__ import annotations

import pytest

from contentlint.dates import read_date, same_instant, weekday_in


@pytest.mark.parametrize(
    "text",
    [
        "2021-11-07",
        "2021-11-07T23:45:49Z",
        "2021-11-07T23:45:49.123+08:00",
        "2021-11-07t23:45z",
        "2021-11-07 23:45:49",
        "2015-07-13 10:00:11 -0400",
        "2015-07-13 10:00 +08",
    ],
)
def test_iso_and_what_generators_take_for_it(text: str) -> None:
    written = read_date(text)
    assert written is not None
    assert written.is_iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Sun, 07 Nov 2021 23:45:49 GMT", "2021-11-07T23:45:49Z"),
        ("Sun, 07 Nov 2021 23:45:49 +0800", "2021-11-07T23:45:49+08:00"),
        ("Sun Nov 07 2021 23:45:49 GMT+0800 (China Standard Time)", "2021-11-07T23:45:49+08:00"),
        ("Sun Nov  7 23:45:49 2021", "2021-11-07T23:45:49"),
        ("Sun Nov  7 23:45:49 UTC 2021", "2021-11-07T23:45:49Z"),
        ("2021/3/22", "2021-03-22"),
        ("2021.3.22", "2021-03-22"),
        ("2021-3-2 9:05", "2021-03-02T09:05:00"),
        ("2014-01-09 1:20:11 -0400", "2014-01-09 01:20:11 -0400"),
        ("2021-11-07 23:45:49 UTC", "2021-11-07T23:45:49Z"),
        ("22 Mar 2021", "2021-03-22"),
        ("22-Mar-2021", "2021-03-22"),
        ("March 22nd, 2021 at 4:05 pm", "2021-03-22T16:05:00"),
        ("Mon, March 22, 2021 12:05 a.m. EST", "2021-03-22T00:05:00-05:00"),
        ("March 22,2021", "2021-03-22"),
        ("2021/ 3/ 22", "2021-03-22"),
        ("22. 3. 2021", "2021-03-22"),
        ("Mar-22-2021", "2021-03-22"),
        ("22/Mar/2021", "2021-03-22"),
        ("2021/Mar/22", "2021-03-22"),
        ("22 maj 2021", "2021-05-22"),
        ("十二月 22, 2021", "2021-12-22"),
        ("Vendredi 26 mars 2021", "2021-03-26"),
        ("Lunes, 22 de marzo de 2021", "2021-03-22"),
        ("понедельник, 22 марта 2021", "2021-03-22"),
        ("22 марта 2021 г.", "2021-03-22"),
        ("22 марта 2021 года, 10:05", "2021-03-22T10:05:00"),
        ("22 марта 2021г. в 10:05", "2021-03-22T10:05:00"),
        ("22.03.2021 г.", "2021-03-22"),
        ("Mon Mar 22 10:05:00 2021 +0800", "2021-03-22T10:05:00+08:00"),
        ("2021-03-22 10:05 GMT+0800", "2021-03-22T10:05:00+08:00"),
        ("22/03/2021", "2021-03-22"),
        ("22-03-2021", "2021-03-22"),
        ("22.03.2021", "2021-03-22"),
        ("2021年3月22日", "2021-03-22"),
        ("2021年11月7日 23:45", "2021-11-07T23:45:00"),
        ("2021년 3월 22일", "2021-03-22"),
        ("2021년 11월 7일 일요일", "2021-11-07"),
        ("2021.11.07(일) 21:35", "2021-11-07T21:35:00"),
        ("2021년 11월 7일 21시 35분 10초", "2021-11-07T21:35:10"),
        ("2021-11-07 21時35分", "2021-11-07T21:35:00"),
        ("2021. 11. 7. 오후 9:35:00", "2021-11-07T21:35:00"),
        ("7. November 2021", "2021-11-07"),
        ("7 de noviembre de 2021", "2021-11-07"),
        ("7 novembre 2021", "2021-11-07"),
        ("7 ноября 2021", "2021-11-07"),
        ("1st of November 2021", "2021-11-01"),
        ("2021-Nov-07", "2021-11-07"),
        ("2021-11-0710:00:00", "2021-11-07T10:00:00"),
        ("2021-11-07,", "2021-11-07"),
        ("“2021-11-07”", "2021-11-07"),
        ("2021-11-07 下午3:00", "2021-11-07T15:00:00"),
        ("2021-11-07 星期日", "2021-11-07"),
        ("2021/11/07(日)", "2021-11-07"),
        ("2021-11-07 Sunday", "2021-11-07"),
        ("2021. 11. 7.", "2021-11-07"),
        ("2021 11 07", "2021-11-07"),
        ("2021–11–07", "2021-11-07"),
        ("２０２１－１１－０７", "2021-11-07"),
        ("令和3年11月7日", "2021-11-07"),
        ("中華民國一一〇年十一月七日", "2021-11-07"),
        ("二〇二一年十一月三十日", "2021-11-30"),
        ("二零二一年十月二十日 星期三", "2021-10-20"),
        ("2021年11月7日 下午3:05", "2021-11-07T15:05:00"),
        ("7.11.2021 9.05", "2021-11-07T09:05:00"),
        ("2021-11-07T", "2021-11-07"),
        ("2021-11-07T10:00:00+8", "2021-11-07T10:00:00+08"),
        ("2021-11-07 9:05:00", "2021-11-07 09:05:00"),
        ("2021_11_07 10:00:00", "2021-11-07T10:00:00"),
        ("2021- 11-07T10:00:00Z", "2021-11-07T10:00:00Z"),
        ("2021-11-07, 10:00:00Z", "2021-11-07T10:00:00Z"),
        ("2021-11-07 at 10:00:00Z", "2021-11-07T10:00:00Z"),
        ("Sun, 07 Nov 21 23:45:49 GMT", "2021-11-07T23:45:49Z"),
        ("Sunday, 07-Nov-99 23:45:49 GMT", "1999-11-07T23:45:49Z"),
        ("发布于 2021-11-07 23:45", "2021-11-07T23:45:00"),
        ("Published on November 7, 2021", "2021-11-07"),
        ("2021年11月7日 23时45分 公開", "2021-11-07T23:45:00"),
        ("23:45, 7 ноября 2021", "2021-11-07T23:45:00"),
        ("7 dic 2021", "2021-12-07"),
        ("٢٠٢١-١٢-٠٧", "2021-12-07"),
        ("1636328749", "2021-11-07T23:45:49Z"),
        ("20211107 9:05:00 -0400", "2021-11-07 09:05:00 -0400"),
    ],
)
def test_other_spellings_and_their_iso(text: str, iso: str) -> None:
    written = read_date(text)
    assert written is not None
    assert (written.is_iso, written.iso, written.ambiguous) == (False, iso, False)
    assert same_instant(text) == same_instant(iso)


@pytest.mark.parametrize("text", ["2021-11-07T10:05", "2021-11-07 10:05 -0400", "2021-11-07T10:05Z"])
def test_a_minute_begins_with_its_first_second(text: str) -> None:
    assert same_instant(text) == same_instant(text.replace(":05", ":05:00"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("2021-11-07T10:00:00.1Z", "2021-11-07T10:00:00.9Z"), ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z")],
    ids=["parts of a second", "a leap second"],
)
def test_other_instants(one: str, other: str) -> None:
    assert same_instant(one) != same_instant(other)


@pytest.mark.parametrize("text", ["03/04/2021", "3-4-2021", "12/11/2021 10:00", "7/11/21"])
def test_day_and_month_may_be_the_other_way_round(text: str) -> None:
    written = read_date(text)
    assert written is not None
    assert written.ambiguous
    assert same_instant(text) == text


@pytest.mark.parametrize("text", ["18.10.11", "18/10/11", "'18.10.11", "22-3-21", "03.04.21", "03-04-21"])
def test_the_year_may_come_first(text: str) -> None:
    written = read_date(text)
    assert written is not None
    assert (written.iso, written.moment) == ("", None)


@pytest.mark.parametrize("text", ["19年6月4日", "19年06月04日", "一九年六月四日", "19년 6월 4일"])
def test_a_year_of_two_digits_may_be_another_era_s(text: str) -> None:
    written = read_date(text)
    assert written is not None
    assert (written.iso, written.ambiguous) == ("2019-06-04", True)


@pytest.mark.parametrize("text", ["28年6月4日", "99年6月4日"])
def test_a_year_of_two_digits_may_be_of_any_century(text: str) -> None:
    written = read_date(text)
    assert written is not None
    assert (written.iso, written.moment) == ("", None)


@pytest.mark.parametrize("text", ["2021-11-07 23:45:49 CST", "Sun, 07 Nov 2021 23:45:49 XYZ"])
def test_an_unknown_zone_has_no_iso(text: str) -> None:
    written = read_date(text)
    assert written is not None
    assert (written.is_iso, written.iso) == (False, "")


@pytest.mark.parametrize("text", ["2021-11-O20T10:00Z", "2021-11-T10:00Z", "202111-07", "-2021-11-07", "2021-11-"])
def test_parts_that_are_not_clear_have_no_iso(text: str) -> None:
    written = read_date(text)
    assert written is not None
    assert (written.is_iso, written.iso, written.moment) == (False, "", None)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2021-02-30", "2021-02 has no day 30"),
        ("2025-22-01", "there is no month 22"),
        ("0000-01-01", "there is no year 0"),
        ("31 June 2021", "2021-06 has no day 31"),
        ("2021-11-07T25:00:00Z", "there is no time 25:00:00"),
        ("13/13/2021", "there is no month 13"),
    ],
)
def test_dates_that_do_not_exist(text: str, why: str) -> None:
    written = read_date(text)
    assert written is not None
    assert written.impossible == f"is no date: {why}"


@pytest.mark.parametrize(
    "text", ["Mon, 30 Nov -0001 00:00:00 +0000", "30 Nov -0001", "-0001-11-30T00:00:00+00:00", "-0001-11-30 00:00:00"]
)
def test_the_zero_date_of_a_database_is_none(text: str) -> None:
    written = read_date(text)
    assert written is not None
    assert written.impossible.startswith("comes from a program")


@pytest.mark.parametrize(
    "text",
    [
        "2021-11",
        "2021-311",
        "2021-W45-7",
        "2021-11 10:00",
        "2021-11-07 - 2021-11-09",
        "-0044-03-15",
        "- a",
        "",
        "2021",
        "soon",
        "Kites 2021-11-07",
        "1.2.3",
        "12:30:00",
        "March of the kites 2021",
        "2021 г.",
        "март 2021 года",
        "22 марта 2021 гора",
        "{{ .Date }}",
        "7" * 30,
    ],
)
def test_other_text_is_no_date(text: str) -> None:
    assert read_date(text) is None
    assert same_instant(text) == text


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00+08:00", "9999-12-31T23:59:59-08:00"])
def test_the_first_and_the_last_day(text: str) -> None:
    assert same_instant(text) == text


@pytest.mark.parametrize(("text", "day"), [("Samstag, 2 Januar 2021", 5), ("ſamstag, 2 Januar 2021", None)])
def test_only_a_day_of_the_week_is_one(text: str, day: int | None) -> None:
    assert weekday_in(text) == day
