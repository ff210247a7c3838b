"""Text and places: a position found again is the offset it came from, and edits change only what they name."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.text import Edit, Position, Source, Span
from contentlint.wording import cut, cut_at

TEXTS = st.text(alphabet="ab \t\n\r\u3000風é🪁\ufeff\u2028\x0b")


@given(TEXTS)
def test_every_offset_has_its_own_position(text: str) -> None:
    source = Source("a.md", text)
    for offset in range(len(text) + 1):
        row, column = source.position(offset)
        assert source.line_starts[row - 1] + column - 1 == offset


@given(TEXTS)
def test_rows_end_at_lf_crlf_and_cr_only(text: str) -> None:
    source = Source("a.md", text)
    assert [source.line(row) for row in range(1, len(source.line_starts) + 1)] == re.split(r"\r\n|\r|\n", text)


@given(TEXTS)
def test_flat_text_keeps_every_offset(text: str) -> None:
    flat = Source("a.md", text).flat
    assert len(flat) == len(text)
    assert "\r" not in flat
    assert all(one == other or one in "\r\n" for one, other in zip(text, flat, strict=True))


@given(TEXTS, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text(max_size=3)), max_size=5))
def test_edits_change_only_what_they_name(text: str, wanted: list[tuple[int, int, str]]) -> None:
    edits: list[Edit] = []
    at = 0
    for gap, length, new in wanted:
        start = min(at + gap, len(text))
        end = min(start + length, len(text))
        edits.append(Edit(Span(start, end), new))
        at = end + 1
        if at > len(text):
            break
    edited = Source("a.md", text).edited(reversed(edits)).text
    expected = text
    for edit in reversed(edits):
        expected = expected[: edit.span.start] + edit.text + expected[edit.span.end :]
    assert edited == expected


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        Source("a.md", "abc").edited([Edit(Span(0, 2), ""), Edit(Span(1, 3), "")])


@pytest.mark.parametrize(
    ("data", "told", "before"),
    [
        pytest.param(b"caf\xe9 au lait", "line 1 (byte 3)", "caf", id="latin-1"),
        pytest.param("é".encode("utf-16"), "UTF-16", "", id="utf-16 with a mark"),
        pytest.param("kites".encode("utf-16-le"), "looks like UTF-16", "", id="utf-16 without a mark"),
        pytest.param("风筝在飞，他们在看".encode("gb18030"), "gb18030", "", id="gb18030"),
        pytest.param(b"\xff\xfe\x00\x00a\x00\x00\x00", "UTF-32", "", id="utf-32"),
        pytest.param("风筝\r\n会".encode()[:-1], "in line 2", "风筝\r\n", id="cut off"),
    ],
)
def test_undecodable(data: bytes, told: str, before: str) -> None:
    source = Source.decode("a.md", data)
    assert told in source.undecodable
    assert source.text == before


def test_bom_is_a_character() -> None:
    source = Source.decode("a.md", b"\xef\xbb\xbfa\n")
    assert source.has_bom
    assert source.position(1) == Position(1, 2)


@pytest.mark.parametrize(("text", "newline"), [("a\r\nb\r\nc\n", "\r\n"), ("a\nb\r\n", "\n"), ("", "\n")])
def test_newline_is_the_majority(text: str, newline: str) -> None:
    assert Source("a.md", text).newline == newline


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(b"Ann\x92s kites\n", "cp1252", id="a sign of Windows among letters"),
        pytest.param("Vi går på båten så får vi se".encode("cp1252"), "cp1252", id="Swedish"),
        pytest.param("El señor Núñez está aquí. Mañana así".encode("cp1252"), "cp1252", id="Spanish"),
        pytest.param("la città è là, però".encode("cp1252"), "cp1252", id="Italian"),
        pytest.param("Voilà, là-bas à côté".encode("cp1252"), "cp1252", id="French"),
        pytest.param("标题：风筝".encode("gb18030"), "gb18030", id="a title alone, simplified"),
        pytest.param("標題：風箏節".encode("big5"), "big5", id="a title alone, traditional"),
        pytest.param(b"caf\xe9 " + "凧が高く".encode("iso2022_jp"), "iso2022_jp", id="the encoding switches itself"),
        *(
            pytest.param(text.encode(encoding), encoding, id=encoding)
            for encoding, text in (
                ("gb18030", "风筝在飞，孩子们在看。"),
                ("big5", "風箏在飛，孩子們在看。"),
                ("shift_jis", "凧が高く揚がる。カイトだ。"),
                ("euc_jp", "凧が高く揚がる。カイトだ。"),
                ("euc_kr", "연이 하늘 높이 난다."),
                ("cp1251", "Змеи летают высоко."),
                ("koi8_r", "Змеи летают высоко."),
                ("cp1252", "Größe d’un cerf-volant « élevé »"),
            )
        ),
    ],
)
def test_the_likely_encoding_of_what_is_not_utf8_is_named(data: bytes, encoding: str) -> None:
    assert Source.decode("a.md", data).undecodable.endswith(f"but perhaps {encoding}: save the file as UTF-8")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("风筝".encode("gb18030"), id="too short to know"),
        pytest.param("Οι χαρταετοί πετούν".encode("cp1253"), id="Greek"),
        pytest.param("ว่าวบินสูง".encode("tis_620"), id="Thai"),
        pytest.param("אבא ואמא גרים בבית גדול מאוד".encode("cp1255"), id="Hebrew"),
        pytest.param("Řečtí vůdci šli lesem".encode("cp1250"), id="Czech"),
        pytest.param("中文的文章在这里".encode() + b" Ann\x92s kites", id="UTF-8 but for one byte"),
        pytest.param("Le café ".encode() + b"caf\xe9", id="Latin UTF-8 but for one byte"),
    ],
)
def test_no_encoding_is_named_in_which_the_text_is_garbage(data: bytes) -> None:
    assert "perhaps" not in Source.decode("a.md", data).undecodable


def test_what_is_shown_in_part_says_so() -> None:
    assert cut("kites\n  fly") == "kites fly"
    assert cut("凧" * 60) == "凧" * 60
    assert cut("凧" * 61) == "凧" * 59 + "…"
    assert cut_at("kite  fly", 7) == "kite  …"
