"""One file's journey: done with others or alone, the result is the same, and trouble stays with its file."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from contentlint.checking import check
from contentlint.config import Config
from contentlint.document import Document
from contentlint.fixing import Wanted
from contentlint.interrupts import Late, deadline
from contentlint.job import Job, in_turn
from contentlint.parsing import parse
from contentlint.reading import reading
from contentlint.rule import Finding
from contentlint.rules.front_matter.ambiguous_scalar import AmbiguousScalar
from contentlint.rules.html.stray_end_tag import StrayEndTag
from contentlint.rules.html.style_block import StyleBlock
from contentlint.rules.html.unclosed_element import UnclosedElement
from contentlint.rules.security.css_import_or_expression import CssImportOrExpression
from contentlint.rules.suppression.unused_suppression import UnusedSuppression
from contentlint.silence import silenced
from contentlint.text import Source

ARTICLES = Path(__file__).parent / "articles"
STYLE = "Kites fly.\n\n<style>p{}</style>\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "latin.md").write_bytes("Drachen überall.\n".encode("latin-1"))
    (tmp_path / "link.md").symlink_to("latin.md")
    for number in range(9):
        (tmp_path / f"{number}.md").write_text(STYLE * number + "---\n" * (number % 2))
    return tmp_path


def _paths(folder: Path) -> list[str]:
    own = [path.name for path in sorted(folder.iterdir())]
    return [*own, "missing.md", *(str(path) for path in sorted(ARTICLES.rglob("*.*")))]


@pytest.mark.parametrize(
    "values",
    [{}, {"select": ["ALL"]}, {"per-file-ignores": {"[1-4].md": ["style-block"]}}, {"profile": "hugo"}],
    ids=["default", "all", "per file", "profile"],
)
def test_together_is_as_alone(folder: Path, values: dict[str, object]) -> None:
    job = Job(Config(folder, values=values))
    paths = _paths(folder)
    together = [result for few in in_turn(paths) for result in job.together(few)]
    assert together == [job(path) for path in paths]
    assert [result.path for result in together] == paths


def test_what_is_together_in_no_trouble_is_not_done_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def alone(*_: object) -> None:
        pytest.fail("it was done alone")

    monkeypatch.setattr(Job, "__call__", alone)
    paths = [path for path in _paths(folder) if path not in ("folder.md", "missing.md")]
    assert [result.path for few in in_turn(paths) for result in Job(Config(folder)).together(few)] == paths


def test_a_rule_that_fails_spoils_only_its_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = StyleBlock.check

    def check(self: StyleBlock, document: Document) -> Iterator[Finding]:
        if document.source.path == "3.md":
            raise ZeroDivisionError
        yield from sound(self, document)

    monkeypatch.setattr(StyleBlock, "check", check)
    results = Job(Config(folder)).together([f"{number}.md" for number in range(1, 6)])
    assert [bool(result.error) for result in results] == [False, False, True, False, False]
    assert "style-block: ZeroDivisionError" in results[2].error
    assert [found.rule for found in results[2].findings] == ["internal-error"]
    assert any(found.rule == "style-block" for found in results[3].findings)


def test_a_rule_that_hangs_spoils_only_its_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(self: StyleBlock, document: Document) -> Iterator[Finding]:
        if document.source.path == "3.md" and document.text:
            time.sleep(60)
        yield from ()

    monkeypatch.setattr(StyleBlock, "check", check)
    monkeypatch.setattr("contentlint.job.SECONDS", 0.3)
    results = Job(Config(folder)).together(["2.md", "3.md", "4.md"])
    assert [found.rule for found in results[1].findings] == ["limit-exceeded"]
    assert not any(found.rule == "limit-exceeded" for result in (results[0], results[2]) for found in result.findings)


def test_a_file_too_large_or_too_slow_is_a_finding(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = Job(Config(folder))
    with monkeypatch.context() as changed:
        changed.setattr("contentlint.disk.MAX_BYTES", 3)
        assert [found.rule for found in job("1.md").findings] == ["limit-exceeded"]
    monkeypatch.setattr("contentlint.job.SECONDS", 0.05)
    monkeypatch.setattr(Job, "examine", lambda *_: time.sleep(5))
    assert [found.message for found in job("1.md").findings] == [
        "checking took longer than 0.05 seconds and was stopped"
    ]


def test_a_bug_outside_the_rules_is_told_for_bytes_as_for_a_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def examine(*_: object) -> None:
        raise ZeroDivisionError("kite")

    monkeypatch.setattr(Job, "examine", examine)
    job = Job(Config(folder))
    assert job.of("1.md", b"x")[0] == job("1.md")
    assert "ZeroDivisionError: kite" in job("1.md").error


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, ["error"]),
        ({"rules": {"limit-exceeded": {"severity": "info"}}}, ["info"]),
        ({"ignore": ["limit-exceeded"]}, []),
    ],
    ids=["default", "severity", "ignored"],
)
def test_findings_beyond_the_limit_are_told_as_the_config_says(
    folder: Path, monkeypatch: pytest.MonkeyPatch, values: dict[str, object], told: list[str]
) -> None:
    monkeypatch.setattr("contentlint.job.MAX_FINDINGS", 3)
    findings = Job(Config(folder, values={"select": ["style-block"], **values}))("8.md").findings
    more = [found for found in findings if found.rule == "limit-exceeded"]
    assert [str(found.severity) for found in more] == told
    assert all(found.message == "5 more findings in this file are not listed: mend these first" for found in more)
    assert len(findings) == 3 + len(told)


def test_a_preview_is_as_strict_as_the_check(folder: Path) -> None:
    (folder / "s.md").write_text("<!-- contentlint-disable-file security -->\n<script>x()</script>\n\n\n\n\nKites.\n")
    job = Job(Config(folder), strict=True)
    shown = replace(job, wanted=Wanted(), write=False)("s.md")
    assert [found.rule for found in shown.findings if found.group == "security"] == ["script-element"]


def test_large_files_are_done_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("contentlint.job._MOST_BYTES", 10)
    job = Job(Config(folder))
    assert job.together(["1.md", "2.md"]) == [job("1.md"), job("2.md")]


def test_the_deadline_ends_what_is_inside() -> None:
    with pytest.raises(Late), deadline(0.05):
        time.sleep(5)
    with deadline(0.05):
        pass
    time.sleep(0.1)


def test_in_turn() -> None:
    assert [len(few) for few in in_turn(map(str, range(70)))] == [32, 32, 6]
    assert [path for few in in_turn(map(str, range(70))) for path in few] == [*map(str, range(70))]
    assert [*in_turn([])] == []


PIECES = (
    "<p ", "<!--", "[", "`", "\n", "\n\n\n", " \n", "责任编辑：", "xxx", "&nbsp;", "<b></b>", "<div>", "</b>", "> ", "- ", "    code\n",
    "{{ x }} \n", "a\n\n{{ x }} \n", "Edited by \n\n", "TODO: x\n\n", "<a b='c \nd'>x</a> \n", "![](a.png)\n\n", "[a](b) ", "<!-- x -->\n",
    "<script>_a</script>\n", "<span></span>\n\n", "\t\n", "* x\n", "<img src=//x.y/a>", "{", "<svg>", "\u200b ", "Ã©",
    "<xmp><!--</xmp>", "<svg/onload=a> ",
    '<img b="' + " " * 1900 + ", x\n\n", "<Head><title>x</title>\n",
    "x <b></b> y ", "x </font> y ", "x <tt>and</tt> y ", "<style>a</style> and ",
    "# h\n\nTODO: x\n\n", "# h\n\nAll rights reserved\n\n", "[a](b) <img src=//x.y/t.gif width=1 height=1> ",
    "<object><param name=src value=//x.y></object>\n", "a\n| b | c |\n| - | - |\n\n",
)  # fmt: skip


NUMBERED = {
    "tags": ("---\ntags:\n", "- kite{}\n", "---\n\nKites.\n"),
    "keys": ("---\n", "key{}: yes\n", "---\n\nKites.\n"),
    "silenced lines in a silenced key": ("---\n# contentlint: ignore[ambiguous-scalar]\nkites:\n", "  - yes # contentlint: ignore[ambiguous-scalar]\n", "---\n"),
    "beacons": ("", "![](//hm.baidu.com/{}.gif) text ", "\n"),
    "styles and expressions": ("", "<style>p{{}}</style>{{{}}}\n\n", ""),
    "styles left open": ("", "<style>@import 'x';", ""),
    "blanks in a value without a quote": ('<p align="', " ", ', y="z"w="b">x'),
    "a row of cells": ("", "a|", "`"),
    "end tags": ("{{< kites >}} ", "</b>", ""),
    "end tags of what has none": ("<br>", " </br>", ""),
    "tags that only look so": ("", "a <b ", "\n\n>"),
    "HTML in HTML that asks for Markdown": ('<div markdown="1">\n\n<div>\n\n', '"<div <\n\n', ""),
    "an address that goes on": ("[a](", "x.aa?", ""),
    "scripts in cells": ("|a|\n|-|\n|x|", "<script>|", "\n\n</script>"),
    "comments below an import": ("import a from '{0}'\n", "/* ", ""),
    "quotes below an import": ("import a from '{0}'\n", "\"\\'", ""),
    "members without a comma": ("{", '"key{}": 1, ', '"y": 2 "z": 3}\n\nKites.\n'),
}  # fmt: skip
TASKS = {
    "check": Job,
    "fix": partial(Job, wanted=Wanted(unsafe=True)),
    "ignore": partial(Job, silence="no time"),
}


def _grows_with_the_length_alone(
    work: Callable[[str], object], text: Callable[[int], str], lengths: tuple[int, int]
) -> None:
    """Of a long text: what grew with the square of the length would take sixteen times as long for four times as much."""
    for _ in range(3):  # a processor that others use is slow now and then
        seconds = []
        for length in lengths:
            written = text(length)
            started = time.process_time()
            work(written)
            seconds.append(time.process_time() - started)
        if seconds[1] < 9 * seconds[0] + 0.05:
            return
    pytest.fail("{:.3f} s, then {:.3f} s".format(*seconds))


@pytest.mark.parametrize(
    ("task", "suffix"), [("check", "md"), ("check", "html"), ("fix", "md"), ("ignore", "md"), ("ignore", "html")]
)
@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_a_long_file_of_one_piece_is_done_in_time(folder: Path, piece: str, task: str, suffix: str) -> None:
    job = TASKS[task](Config(folder))

    def work(text: str) -> None:
        result, _ = job.of(f"a.{suffix}", text.encode())
        assert not any("took longer" in found.message for found in result.findings)
        assert not result.error

    _grows_with_the_length_alone(work, lambda length: piece * (length // len(piece)), (10_000, 40_000))


@pytest.mark.parametrize(("before", "piece", "after"), NUMBERED.values(), ids=NUMBERED)
def test_a_long_file_of_many_pieces_is_read_in_time(before: str, piece: str, after: str) -> None:
    rules = [UnusedSuppression(), AmbiguousScalar(), CssImportOrExpression(), UnclosedElement(), StrayEndTag()]

    def work(text: str) -> None:
        source = Source("a.mdx" if "{0}" in text else "a.md", text)
        document = parse(source)
        reading(document)
        findings = check(document, rules)
        silenced(source, "", lambda text: document, lambda _: findings)

    def text(length: int) -> str:
        return before + "".join(map(piece.format, range(length // len(piece)))) + after

    _grows_with_the_length_alone(work, text, (80_000, 320_000))
