"""What a run tells, where and in which order."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import weakref
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from contentlint.cli import cli
from contentlint.job import Job
from contentlint.wire import Result
from tests.conftest import CLEAN, STYLE, TWO, Site


def test_statistics(site: Site) -> None:
    site.write("a.md", TWO)
    ran = site.run("check", "--statistics")
    assert ran.out.splitlines() == [
        "      1  error    fix  style-block",
        "      1  warning  fix  presentational-markup",
    ]


def test_several_outputs_at_once(site: Site) -> None:
    site.write("a.md", STYLE)
    site.run("check", "-o", "json=out/report.json", "-o", "sarif=out.sarif", "-o", "page.html")
    assert json.loads((site.folder / "out/report.json").read_text())[0]["rule"] == "style-block"
    assert json.loads((site.folder / "out.sarif").read_text())["version"] == "2.1.0"
    assert "<!doctype html" in (site.folder / "page.html").read_text().lower()


def test_max_findings_limits_what_is_shown_alone(site: Site) -> None:
    site.write("a.md", TWO)
    ran = site.run("check", "--max-findings", "1", "--output-format", "concise")
    assert len(ran.out.splitlines()) == 1
    assert "1 not shown" in ran.err
    assert ran.status == 1
    assert site.run("check", "--max-findings", "0").status == 1


def test_max_findings_makes_no_report_say_what_is_false(site: Site) -> None:
    site.write("a.md", TWO)
    site.write("b.md", STYLE)
    ran = site.run(
        "check", "--max-findings", "1", "--output-format", "junit", "-o", "all.json", "-o", "markdown=all.txt"
    )
    assert 'tests="3" failures="3"' in ran.out
    assert "no findings" not in ran.out
    assert "not shown" not in ran.err
    assert len(json.loads((site.folder / "all.json").read_text())) == 3
    assert "2 errors, 1 warning in 2 of 2 files" in (site.folder / "all.txt").read_text()


def test_colour(site: Site) -> None:
    site.write("a.md", STYLE)
    assert "\x1b[" not in site.run("check").out
    assert "\x1b[" in site.run("check", "--color", "always").out
    assert "\x1b[" in site.run("check", FORCE_COLOR="1").out
    assert "\x1b[" not in site.run("check", "--color", "always", "--output-format", "json").out


def test_a_report_that_cannot_be_written_keeps_no_other_from_it(site: Site) -> None:
    site.write("a.md", STYLE)
    site.write("folder.json/x", "")
    ran = site.run("check", "a.md", "--output-format", "concise", "-o", "folder.json", "-o", "out.json")
    assert ran.status == 2
    assert "folder.json was not written" in ran.err
    assert "style-block" in ran.out
    assert [found["rule"] for found in json.loads(site.folder.joinpath("out.json").read_text())] == ["style-block"]


def test_an_ascii_terminal_is_no_traceback(site: Site) -> None:
    site.write("风筝.md", "<p>风筝</p>\n<style>p{}</style>\n")
    ran = site.run("check", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert ran.status == 1


@pytest.mark.parametrize(("tty", "ci", "shown"), [(True, "", True), (False, "", False), (True, "true", False)])
def test_a_bar_shows_on_a_terminal_after_a_second(
    monkeypatch: pytest.MonkeyPatch, tty: bool, ci: str, shown: bool
) -> None:
    from contentlint.cli import progress
    from contentlint.wire import Result

    class Stderr(io.StringIO):
        def isatty(self) -> bool:
            return tty

    written = Stderr()
    clock = iter(range(100))
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(sys, "stderr", written)
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    results = [Result(f"{number}.md") for number in range(5)]
    assert list(progress.with_progress(results, 5, wanted=True)) == results
    assert ("4 of 5 files" in written.getvalue()) is shown
    assert written.getvalue().endswith("\x1b[K") is shown


def test_what_a_site_rule_finds_is_told_last_where_files_are_told_one_by_one(site: Site) -> None:
    for name in ("a.md", "b.md"):
        site.write(name, "---\ntitle: Kites\npermalink: /same/\n---\n\nKites fly. \n")
    lines = site.run("check", "--output-format", "concise").out.splitlines()
    assert [line.split(":")[0] + line.split()[2] for line in lines] == [
        "a.mdtrailing-whitespace", "b.mdtrailing-whitespace", "b.mdduplicate-slug",
    ]  # fmt: skip
    grouped = site.run("check", "--output-format", "json").out
    assert next(found["rule"] for found in json.loads(grouped) if found["filename"] == "b.md") == "duplicate-slug"


def test_the_order_of_the_paths_does_not_matter(site: Site) -> None:
    for name in ("b.md", "a.md"):
        site.write(name, STYLE)
    assert site.run("check", "b.md", "a.md").out == site.run("check", "a.md", "b.md").out


@pytest.mark.parametrize("flag", ["--statistics", "--fix-only"])
@pytest.mark.parametrize("format_", ["json", "gitlab", "sarif", "rdjson", "junit", "checkstyle", "markdown", "html"])
def test_many_files_are_one_document(site: Site, format_: str, flag: str) -> None:
    for name in ("a.md", "b.md", "c.md"):
        site.write(name, "Kites fly.\n<center>High</center>\n")
    out = site.run("check", flag, "--output-format", format_).out
    if out.startswith(("{", "[")):
        json.loads(out)
    else:
        assert sum(out.count(mark) for mark in ("<?xml", "## contentlint", "<!doctype html>")) == 1


def test_a_report_tells_what_was_not_fixed(site: Site) -> None:
    site.write("a.md", STYLE).chmod(0o444)
    ran = site.run("check", "--fix-only", "--output-format", "sarif")
    [run] = json.loads(ran.out)["runs"]
    assert ran.status == 2
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["results"] == []


@pytest.mark.parametrize("flags", [["full"], ["concise"], ["json-lines"], ["json", "--statistics"]], ids=" ".join)
def test_a_result_that_was_told_is_forgotten(site: Site, monkeypatch: pytest.MonkeyPatch, flags: list[str]) -> None:
    for number in range(20):
        site.write(f"{number}.md", STYLE)
    told: list[weakref.ref[Result]] = []
    most = 0

    def here(job: Job, paths: Iterable[str]) -> Iterator[Result]:
        nonlocal most
        for path in paths:
            most = max(most, sum(each() is not None for each in told))
            result = job(path)
            told.append(weakref.ref(result))
            yield result

    monkeypatch.setattr("contentlint.runners.here", here)
    monkeypatch.chdir(site.folder)
    CliRunner().invoke(cli, ["check", "--jobs", "1", "--no-cache", "--output-format", *flags], standalone_mode=False)
    assert 0 < most <= 2


def test_a_report_is_not_checked_by_the_next_run(site: Site) -> None:
    site.write("a.md", CLEAN)
    for _ in range(2):
        assert site.run("check", "-o", "report.html").status == 0
    assert (site.folder / "report.html").exists()


def test_output_file_refuses_a_format_alone_and_standard_output(site: Site) -> None:
    site.write("a.md", "Kites.\n")
    assert "write sarif=PATH" in site.run("check", "-o", "sarif").err
    assert "--output-format" in site.run("check", "-o", "json=-").err


def test_a_report_never_lands_on_an_article(site: Site) -> None:
    article = site.write("a.md", STYLE)
    ran = site.run("check", "-o", "json=a.md")
    assert ran.status == 2
    assert "a.md" in ran.err
    assert article.read_text() == STYLE


@pytest.mark.parametrize(
    "flag", ["--output-format=full", "--output-format=concise", "--output-format=json", "--statistics"]
)
def test_who_stops_reading_stops_no_fix(site: Site, flag: str) -> None:
    articles = [site.write(f"{number:03}.md", STYLE) for number in range(40)]
    run = [sys.executable, "-m", "contentlint", "check", "--fix", "--select", "front-matter-missing,style-block"]
    root = str(Path(__file__).parent.parent)
    with subprocess.Popen(
        [*run, "--jobs", "1", flag, ".", "nope.md"],
        cwd=site.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": root},
    ) as running:
        assert running.stdout is not None
        running.stdout.close()
        _, told = running.communicate(timeout=60)
    assert running.returncode == 2
    assert b"nope.md: there is no such file" in told
    assert not any("<style>" in article.read_text() for article in articles)


@pytest.mark.parametrize(
    ("format_", "variable", "mark"),
    [("github", "GITHUB_WORKSPACE", "file="), ("gitlab", "CI_PROJECT_DIR", '"path": "')],
)
def test_annotations_stand_where_the_checkout_has_the_file(site: Site, format_: str, variable: str, mark: str) -> None:
    site.write("posts/a.md", STYLE)
    inside = Site(site.folder / "posts")
    run = ("check", "--output-format", format_)
    assert f"{mark}posts/a.md" in inside.run(*run, **{variable: str(site.folder)}).out
    assert f"{mark}a.md" in inside.run(*run, **{variable: str(site.folder / "elsewhere")}).out
    assert f"{mark}posts/a.md" in site.run(*run, **{variable: str(site.folder)}).out


def test_the_summary_counts_what_was_checked(site: Site) -> None:
    site.write("a.md", CLEAN)
    ran = site.run("check", "--output-format", "markdown", ".", "nope.md")
    assert "no findings in 1 file\n" in ran.out
