"""Plain YAML is read without the parser exactly as with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contentlint.parsing.front_matter.yaml import full, plain

PIECES = [
    "title", "a-b", "seo", "yes", "no", "null", "~", "true", "True", "0", "07", "12", "1.5", "0x1f", "2021-11-07", "10:30:00", "=", "<<",
    ":", ": ", " ", "  ", "\n", "\n  ", "\n- ", "\n  - ", "-", "- ", "#", " #", "'", '"', "''", "[", "]", ", ", ",", "{", "}", "|", ">", "|-",
    ">-", "|+", "&a", "*a", "!x", "\\", "风筝", "凧：", "\u3000", "\t", "%", "@", "`", "?", "? ", "http://x", "a: b", "\n\n", "\n#c\n", "...", "---",
]  # fmt: skip
PLAIN = [
    "title: Kites\n", "title: 'It''s'\n", 'title: "风筝"\n', "date: 2021-11-07 10:00:00\n", "draft: true\n", "weight: 10\n", "tags:\n- a\n- 'b'\n",
    "tags:\n  - a\n  - 12\n", "tags: [a, 'b', \"c\", 1]\n", "tags: []\n", "seo:\n  key: x\n  n: 1\n", "none:\n", "none: \n",
    "url: http://x.example/a#b\n", "k: ~\n", "k: a  \n", "title: twice\n", "k: =a\n", "k: <p>\n",
]  # fmt: skip
PARTLY_PLAIN = {  # alone, among others, before blanks
    "# note\n": [False, True, True],
    "\n": [False, True, True],
    "text: >-\n  one\n  two\n": [True, True, False],
    "text: |\n  one\n  two\n": [True, True, False],
}
NOT_PLAIN = [
    "tags: [a, ]\n", "seo:\n  key:\n", "text: >\n  one\n\n  two\n", "c: a #b\n", "c: a # b\n", "on: 1\n", "k: yes\n", "k: 1.5\n", "k: 007\n",
    "k: =\n", "k: [a, <<]\n",
    "k: [a: b]\n", "k: {a: b}\n", "k: a\n  b\n", "k: - a\n", "- a\n", "k:\n  - a: b\n", "k:\n  a:\n    b: c\n", "k: !!str 1\n", "k: 'a' b\n",
    "k: 'a\n  b'\n", "k: a:\n",
]  # fmt: skip
LINES = [*PLAIN, *PARTLY_PLAIN, *NOT_PLAIN]


def _agree(text: str) -> bool:
    """What is read without the parser is what it reads; whether anything was."""
    head = "---\n"
    found = plain.read(head + text + "---\n", len(head), len(head) + len(text))
    if found is None:
        return False
    parsed = full.parse(head + text + "---\n", len(head), len(head) + len(text))
    assert not parsed.failed
    assert repr(found.data) == repr(parsed.data)
    assert list(found.fields.items()) == list(parsed.fields.items())
    assert found.problems == parsed.problems
    return True


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@settings(max_examples=1500, deadline=None)
def test_any_characters(text: str) -> None:
    _agree(text)
    _agree(text + "\n")
    _agree("title: " + text + "\n")
    plain.read("title: " + text, 0, len("title: " + text))  # nothing is looked for behind the file's end


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=8).map("".join))
@settings(max_examples=600, deadline=None)
def test_any_lines(text: str) -> None:
    _agree(text)


@pytest.mark.parametrize(
    ("line", "is_plain"),
    [*((line, [True] * 3) for line in PLAIN), *PARTLY_PLAIN.items(), *((line, [False] * 3) for line in NOT_PLAIN)],
)
def test_each_line_is_read_alike_or_left_to_the_parser(line: str, is_plain: list[bool]) -> None:
    before_blanks = (line + "last: 2\n").replace("\n", " \n")  # as CRLF is read
    forms = (line, "first: 1\n" + line + "last: 2\n", before_blanks)
    assert [_agree(form) for form in forms] == is_plain


def test_most_is_plain() -> None:
    text = "title: Kites\ndate: 2021-11-07\ntags:\n  - a\n  - b\nseo:\n  title: x\ntext: >-\n  one\n  two\nkeys: [a, b]\nlast:\n"
    found = plain.read(text, 0, len(text))
    assert found is not None
    assert found.data == {
        "title": "Kites", "date": "2021-11-07", "tags": ["a", "b"], "seo": {"title": "x"}, "text": "one two", "keys": ["a", "b"], "last": None,
    }  # fmt: skip


def test_real_articles(shared: Path) -> None:
    read = 0
    for file in sorted((shared / "corpora" / "content").rglob("*.md")):
        text = file.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
        end = text.find("\n---", 3)
        if text.startswith("---\n") and end > 0:
            read += _agree(text[4 : end + 1])
    assert read > 100
