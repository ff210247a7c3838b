"""What users type and read: every flag, the exit codes, the streams."""

from __future__ import annotations

import inspect
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from contentlint import files
from contentlint.cli import cli
from contentlint.config_file import load_config
from contentlint.job import Job
from contentlint.runners import processes
from contentlint.wire import Result
from tests.conftest import Site

STYLE = "Kites fly.\n\n<style>p{}</style>\n\nHigh.\n"
CLEAN = "Kites fly high above the pier.\n"
TWO = "<center>Kites</center>\n\n<style>p{}</style>\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def test_clean(site: Site) -> None:
    site.write("a.md", CLEAN)
    ran = site.run("check")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "no findings in 1 file\n"


def test_findings_on_stdout_summary_on_stderr(site: Site) -> None:
    site.write("a.md", STYLE)
    ran = site.run("check")
    assert ran.status == 1
    assert "error[style-block]" in ran.out
    assert " --> a.md:3:1" in ran.out
    assert ran.err == "1 error in 1 file (1 fixable with --fix)\n"


def test_quiet_prints_findings_only(site: Site) -> None:
    site.write("a.md", STYLE)
    ran = site.run("check", "-q", "--output-format", "concise")
    assert ran.err == ""
    assert ran.out.startswith("a.md:3:1: error style-block")


def test_verbose_names_the_config(site: Site) -> None:
    site.write("contentlint.toml", "")
    site.write("a.md", CLEAN)
    assert "contentlint.toml" in site.run("check", "-v").err


def test_fix_writes_and_reports_what_remains(site: Site) -> None:
    article = site.write("a.md", TWO)
    ran = site.run("check", "--fix")
    assert ran.status == 1
    assert "presentational-markup" in ran.out
    assert article.read_text() == "<center>Kites</center>\n"
    assert "2 fixes applied; 1 warning in 1 file" in ran.err
    ran = site.run("check", "--fix", "--unsafe-fixes")
    assert ran.status == 0
    assert article.read_text() == "Kites\n"


def test_a_fixed_file_keeps_its_line_ends_and_mark(site: Site) -> None:
    article = site.write("a.md", b"Kites\r\n\r\n<style>p{}</style>\r\n")
    site.run("check", "--fix")
    assert article.read_bytes() == b"Kites\r\n"


def test_an_unchanged_file_is_not_touched(site: Site) -> None:
    article = site.write("a.md", CLEAN)
    before = article.stat()
    site.run("check", "--fix")
    assert (article.stat().st_ino, article.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_check_writes_nothing_but_its_cache(site: Site) -> None:
    site.write("a.md", STYLE)
    site.write("b.md", STYLE)
    site.run("check")
    assert sorted(os.listdir(site.folder)) == [".contentlint_cache", ".git", "a.md", "b.md"]


def test_diff_prints_reports_and_writes_nothing(site: Site) -> None:
    article = site.write("a.md", TWO)
    ran = site.run("check", "--diff")
    assert ran.status == 1
    assert "--- a.md\n+++ a.md\n" in ran.out
    assert "-<style>p{}</style>\n" in ran.out
    assert "presentational-markup" in ran.out
    assert article.read_text() == TWO


def test_diff_of_a_machine_format_keeps_stdout_clean(site: Site) -> None:
    site.write("a.md", TWO)
    assert json.loads(site.run("check", "--diff", "--output-format", "json").out)


def test_fix_only_exits_zero(site: Site) -> None:
    article = site.write("a.md", TWO)
    ran = site.run("check", "--fix-only")
    assert (ran.status, ran.out) == (0, "")
    assert "<style>" not in article.read_text()


def test_exit_non_zero_on_fix(site: Site) -> None:
    site.write("a.md", STYLE)
    assert site.run("check", "--fix", "--exit-non-zero-on-fix").status == 1
    assert site.run("check", "--fix", "--exit-non-zero-on-fix").status == 0


def test_show_fixes(site: Site) -> None:
    site.write("a.md", STYLE)
    assert "style-block" in site.run("check", "--fix", "--show-fixes").err


@pytest.mark.parametrize(
    ("flags", "rules"),
    [
        (["--select", "style-block"], {"style-block"}),
        (["--select", "html"], {"style-block", "presentational-markup"}),
        (["--select", "front_matter,style-block"], {"style-block"}),
        (["--select", "html", "--ignore", "style-block"], {"presentational-markup"}),
        (["--select", "style-block", "--ignore", "html"], {"style-block"}),
        (["--ignore", "html"], set()),
        (["--select", "style_block"], {"style-block"}),
        (["--select", "style-block", "--extend-select", "presentational-markup"], {"style-block", "presentational-markup"}),
    ],
)  # fmt: skip
def test_selectors(site: Site, flags: list[str], rules: set[str]) -> None:
    site.write("a.md", TWO)
    assert {rule for _, rule, _ in site.found(*flags)} == rules


def test_fixable_and_unfixable(site: Site) -> None:
    article = site.write("a.md", TWO)
    site.run("check", "--fix", "--unfixable", "style-block")
    assert article.read_text() == TWO
    site.run("check", "--fix", "--unsafe-fixes", "--fixable", "presentational-markup")
    assert "<style>" in article.read_text()
    assert "<center>" not in article.read_text()


@pytest.mark.parametrize(
    ("flag", "told"),
    [
        (["--select", "stile-block"], 'no rule or group "stile-block" — did you mean "style-block"'),
        (["--output-format", "jsn"], "json"),
        (["--fail-on", "sometimes"], "never"),
        (["--no-such-flag"], "--no-such-flag"),
        (["--config", "none.toml"], "none.toml"),
        (["--schema", "none.json"], "none.json"),
        (["-o", "jsn=x"], 'no format "jsn" — did you mean "json"'),
        (["--baseline", "none.json"], "none.json"),
        (["--select", ""], "--select"),
        (["--fix", ""], "a path is empty"),
        (["--changed", "--stdin-filename", "a.md", "-"], "not standard input"),
        (["--changed-lines", "-"], "not standard input"),
        (["--changed-lines", "--fix"], "--changed-lines only tells"),
        (["--changed-lines", "--diff"], "--changed-lines only tells"),
        (["--changed-lines", "--add-ignore"], "--changed-lines only tells"),
        (["--isolated", "--config", "contentlint.toml"], "leave out --isolated or --config"),
        (["--baseline", "b.json", "--no-baseline"], "leave out one of them"),
        (["-o", "json=x.json", "-o", "sarif=./x.json"], "x.json is named twice"),
    ],
)
def test_wrong_usage_is_told_in_words(site: Site, flag: list[str], told: str) -> None:
    site.write("a.md", STYLE)
    ran = site.run("check", *flag)
    assert ran.status == 2
    assert told in ran.err
    assert ran.out == ""
    assert sorted(os.listdir(site.folder)) == [".git", "a.md"]


def test_an_unknown_command(site: Site) -> None:
    site.write("a.md", CLEAN)
    assert 'did you mean "check"' in site.run("chek").err
    assert 'contentlint check "a.md"' in site.run("a.md").err


def test_exclude_and_force_exclude(site: Site) -> None:
    site.write("a.md", STYLE)
    site.write("drafts/b.md", STYLE)
    assert {file for file, _, _ in site.found("--exclude", "drafts/**")} == {"a.md"}
    assert {file for file, _, _ in site.found("--extend-exclude", "a.md")} == {"drafts/b.md"}
    assert {file for file, _, _ in site.found("--exclude", "drafts/**", "drafts/b.md")} == {"drafts/b.md"}
    assert site.found("--exclude", "drafts/**", "--force-exclude", "drafts/b.md") == []


def test_hidden_ignored_and_built_folders_are_left_out(site: Site) -> None:
    site.write(".gitignore", "old/\n*.tmp.md\n!keep.tmp.md\n")
    for name in (
        "a.md",
        "old/b.md",
        "c.tmp.md",
        "keep.tmp.md",
        ".hidden/d.md",
        "node_modules/e.md",
        "_site/f.html",
        "g.txt",
        "h.MDX",
    ):
        site.write(name, CLEAN)
    assert site.run("check", "--show-files").out.split() == ["a.md", "h.MDX", "keep.tmp.md"]
    shown = site.run("check", "--show-files", "--no-respect-gitignore").out.split()
    assert shown == ["a.md", "c.tmp.md", "h.MDX", "keep.tmp.md", "old/b.md"]


def test_a_named_file_is_checked_whatever_it_is_called(site: Site) -> None:
    site.write("notes.txt", STYLE)
    assert site.found("notes.txt") == [("notes.txt", "style-block", 3)]


def test_nothing_to_check_is_said(site: Site) -> None:
    site.write(".gitignore", "*.md\n")
    site.write("a.md", CLEAN)
    ran = site.run("check")
    assert ran.status == 0
    assert ran.err == "nothing to check: no content files under ., 1 skipped by .gitignore\n"


@posix
def test_bad_paths_are_told_and_the_others_are_checked(site: Site) -> None:
    site.write("a.md", STYLE)
    os.mkfifo(site.folder / "pipe.md")
    (site.folder / "folder.md").mkdir()
    ran = site.run("check", "a.md", "none.md", "pipe.md", "folder.md", "--output-format", "concise")
    assert ran.status == 2
    assert "a.md:3:1: error style-block" in ran.out
    assert "contentlint: none.md: there is no such file or folder" in ran.err
    assert "contentlint: pipe.md: it is no regular file" in ran.err


def test_no_folder_is_too_deep(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = "d/" * 300
    site.write(f"{deep}a.md", STYLE)
    monkeypatch.chdir(site.folder)
    config, limit = load_config("."), sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 200)
    try:
        found = files.find(["."], config)
        assert files.is_wanted(f"{deep}a.md", config)
    finally:
        sys.setrecursionlimit(limit)
    assert found.paths == [f"{deep}a.md"]


@posix
def test_a_folder_that_cannot_be_looked_into_is_told_with_the_reason(site: Site) -> None:
    site.write("a.md", STYLE)
    (site.folder / "loop").symlink_to("loop")
    site.write("closed/b.md", STYLE)
    (site.folder / "closed").chmod(0)
    try:
        ran = site.run("check", "--output-format", "concise", ".", "loop/c.md", "k" * 300)
    finally:
        (site.folder / "closed").chmod(0o755)
    assert ran.status == 2
    assert "a.md:3:1: error style-block" in ran.out
    assert f"{'k' * 300}: File name too long" in ran.err
    assert "loop/c.md: Too many levels of symbolic links" in ran.err
    if os.geteuid() != 0:  # root may look anywhere
        assert "closed: permission denied" in ran.err


def test_the_command_line_beats_the_config_however_rules_are_named(site: Site) -> None:
    site.write("a.md", TWO)
    for config, flags, rules in (
        ('select = ["style-block"]', ["--ignore", "html"], set()),
        ('ignore = ["style-block"]', ["--extend-select", "style-block"], {"style-block", "presentational-markup"}),
        ('ignore = ["style-block"]', ["--extend-select", "html", "--ignore", "presentational-markup"], {"style-block"}),
    ):
        site.write("contentlint.toml", config + "\n")
        assert {rule for _, rule, _ in site.found(*flags)} & {"style-block", "presentational-markup"} == rules
    for config, flags, is_fixed in (
        ('fixable = ["style-block"]', ["--unfixable", "html"], False),
        ('unfixable = ["style-block"]', ["--fixable", "html"], True),
    ):
        site.write("contentlint.toml", config + "\n")
        assert ("-<style>" in site.run("check", "--diff", *flags).out) is is_fixed


def test_statistics(site: Site) -> None:
    site.write("a.md", TWO)
    ran = site.run("check", "--statistics")
    assert ran.out.splitlines() == [
        "      1  error    fix  style-block",
        "      1  warning  fix  presentational-markup",
    ]


def test_standard_input(site: Site) -> None:
    ran = site.run("check", "-", "--stdin-filename", "posts/a.md", "--output-format", "concise", stdin=STYLE.encode())
    assert ran.out.startswith("posts/a.md:3:1: error style-block")
    assert ran.status == 1
    ran = site.run("check", "-", "--fix", stdin=TWO.encode())
    assert ran.out == "<center>Kites</center>\n"
    assert "presentational-markup" in ran.err
    assert ran.status == 1
    ran = site.run("check", "-", "--fix", "--statistics", stdin=TWO.encode())
    assert ran.out == "<center>Kites</center>\n"
    assert "presentational-markup" in ran.err
    ran = site.run("check", "-", "--fix", "--output-format", "json", "-q", stdin=TWO.encode())
    assert [found["rule"] for found in json.loads(ran.err)] == ["presentational-markup"]
    ran = site.run("check", "-", "--diff", stdin=STYLE.encode())
    assert "-<style>p{}</style>\n" in ran.out
    assert ran.status == 1


def test_standard_input_is_never_lost(site: Site) -> None:
    text = "---\n$schema: none.json\ntitle: K\n---\n\nKites.\n"
    ran = site.run("check", "-", "--fix", stdin=text.encode())
    assert (ran.status, ran.out) == (2, text)
    assert "stdin.md: line 2: none.json" in ran.err
    ran = site.run("check", "-", "--output-format", "json", stdin=text.encode())
    assert (ran.status, json.loads(ran.out)) == (2, [])
    flags = ("--stdin-filename", "drafts/a.md", "--force-exclude", "--exclude", "drafts")
    ran = site.run("check", "-", *flags, "--fix", stdin=STYLE.encode())
    assert (ran.status, ran.out) == (0, STYLE)
    assert "nothing to check" in ran.err


def test_standard_input_by_its_name(site: Site) -> None:
    for name in ("./posts/../a.md", str(site.folder / "a.md")):
        ran = site.run("check", "--stdin-filename", name, "--output-format", "concise", stdin=STYLE.encode())
        assert ran.out.startswith("a.md:3:1: error style-block")
    ran = site.run("check", "a.md", "--stdin-filename", "a.md")
    assert (ran.status, "--stdin-filename names standard input" in ran.err) == (2, True)
    ran = site.run("check", "-", "a.md")
    assert (ran.status, "checked alone" in ran.err) == (2, True)


def test_paths_and_patterns_from_a_folder_below_the_config(site: Site) -> None:
    site.write("contentlint.toml", "")
    site.write("sub/drafts/a.md", STYLE)
    below = Site(site.folder / "sub")
    for pattern in ("drafts/a.md", "./drafts", "drafts/**", str(below.folder / "drafts")):
        ran = below.run("check", "--exclude", pattern)
        assert "nothing to check" in ran.err, pattern
    assert "nothing to check" in below.run("check", "--show-files", "--exclude", "drafts").err
    assert below.found("..", "drafts/a.md") == [("drafts/a.md", "style-block", 3)]


def test_add_ignore_silences_what_is_found_of_the_site(site: Site) -> None:
    for name in ("a.md", "b.md"):
        site.write(name, f"---\ntitle: {name}\npermalink: /k/\n---\n\nKites.\n")
    assert site.run("check").status == 1
    ran = site.run("check", "--add-ignore=known")
    assert ran.status == 0
    assert "b.md: 1 finding about the site silenced" in ran.err
    assert "disable-file duplicate-slug -- known" in (site.folder / "b.md").read_text()
    assert site.run("check").status == 0


def test_what_is_built_or_written_by_others_is_not_checked(site: Site) -> None:
    for name in ("mkdocs.yml", "_config.yml"):
        site.write(name, "")
    site.write("docs/themes/a.md", STYLE)
    for name in ("site/index.html", "themes/next/README.md"):
        site.write(name, STYLE)
    assert site.found() == [("docs/themes/a.md", "style-block", 3)]


def test_a_diff_names_files_as_git_does(site: Site) -> None:
    for name, told in (
        ("a b.md", "--- a b.md\t\n"),
        ("a\n::error::b.md", '--- "a\\012::error::b.md"\n'),
        ("凧.md", "--- 凧.md\n"),
        ('凧 "a"\nb.md', '--- "凧 \\"a\\"\\012b.md"\n'),
    ):
        site.write(name, STYLE)
        ran = site.run("check", "--diff", "-q", name)
        assert ran.out.startswith(told)
        assert "\n::error" not in ran.out
        (site.folder / name).unlink()


def test_several_outputs_at_once(site: Site) -> None:
    site.write("a.md", STYLE)
    site.run("check", "-o", "json=out/report.json", "-o", "sarif=out.sarif", "-o", "page.html")
    assert json.loads((site.folder / "out/report.json").read_text())[0]["rule"] == "style-block"
    assert json.loads((site.folder / "out.sarif").read_text())["version"] == "2.1.0"
    assert "<!doctype html" in (site.folder / "page.html").read_text().lower()


@pytest.mark.parametrize(("level", "status"), [("any", 1), ("warning", 0), ("error", 0), ("never", 0)])
def test_fail_on(site: Site, level: str, status: int) -> None:
    site.write("a.md", "Kites.\n\n\n\n\nHigh.\n")
    assert site.run("check", "--fail-on", level).status == status


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


def test_add_ignore(site: Site) -> None:
    text = "---\ntitle: ' Kites '\n---\nHigh.\n\n<style>p{}</style>\n\n> <center>Kites</center>\n"
    article = site.write("a.md", text)
    mdx = site.write("b.mdx", "High.\n\n<center>Kites</center>\n")
    ran = site.run("check", "--add-ignore=old article")
    assert ran.status == 0
    assert "contentlint-disable-next-line style-block -- old article -->" in article.read_text()
    assert "# contentlint: ignore[padded-value] -- old article\ntitle:" in article.read_text()
    assert "{/* contentlint-disable-next-line presentational-markup -- old article */}" in mdx.read_text()
    assert site.run("check").status == 0
    before = article.read_text()
    site.run("check", "--add-ignore")
    assert article.read_text() == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "\ufeffA <font>kite</font>\n",
            "\ufeff<!-- contentlint-disable-file byte-order-mark -->\n"
            "<!-- contentlint-disable-next-line presentational-markup -->\nA <font>kite</font>\n",
            id="below a byte order mark",
        ),
        pytest.param("A\n<font>kite</font>\n", "{}A\n<font>kite</font>\n", id="in a paragraph"),
        pytest.param("- a\n- <font>b</font>\n", "{}- a\n- <font>b</font>\n", id="in a list"),
        pytest.param("|a|\n|-|\n|<font>b</font>|\n", "{}|a|\n|-|\n|<font>b</font>|\n", id="in a table"),
        pytest.param(
            "a\n\n<!-- contentlint-disable-next-line style-block -->\n<center><style></style></center>\n",
            "a\n\n<!-- contentlint-disable-next-line style-block, presentational-markup -->\n<center><style></style></center>\n",
            id="a comment is there",
        ),
    ],
)
def test_what_is_silenced_stays_as_it_reads(site: Site, before: str, after: str) -> None:
    article = site.write("a.md", before)
    site.run("check", "--add-ignore")
    assert article.read_text() == after.format("<!-- contentlint-disable-file presentational-markup -->\n")
    assert site.run("check").out == ""


def test_jobs_and_cache_give_the_same_bytes(site: Site) -> None:
    for number in range(60):
        site.write(
            f"{number % 7}/a{number}.md", [CLEAN, STYLE, TWO, "---\npermalink: /same/\n---\n" + CLEAN][number % 4]
        )
    plain = site.run("check", "--output-format", "json", "--no-cache", "--jobs", "1")
    assert json.loads(plain.out)
    assert not (site.folder / ".contentlint_cache").exists()
    for flags in (["--no-cache", "--jobs", "2"], ["--jobs", "2"], ["--jobs", "1"], ["--cache-dir", "elsewhere"]):
        assert site.run("check", "--output-format", "json", *flags).out == plain.out


def test_a_damaged_cache_is_rebuilt(site: Site) -> None:
    for name in ("a.md", "b.md"):
        site.write(name, STYLE)
    plain = site.run("check", "--output-format", "json").out
    for damage in (b"", b"{", b"[]\n", b'x\t"a.md"\t1\n', b"\xff\xff\t\n\n\t\t"):
        for file in (site.folder / ".contentlint_cache").glob("*.jsonl"):
            lines = file.read_bytes().split(b"\n")
            file.write_bytes(damage + lines[0][: len(lines[0]) // 2] + b"\n" + b"\n".join(lines[1:]))
        assert site.run("check", "--output-format", "json").out == plain


def test_a_line_of_the_cache_that_was_changed_is_none(site: Site) -> None:
    for name in ("a.md", "b.md"):
        site.write(name, STYLE)
    plain = site.run("check", "--output-format", "json").out
    [file] = (site.folder / ".contentlint_cache").glob("*.jsonl")
    whole = file.read_bytes()
    for old, new in ((b"a style block", b"a stale block"), (b'"notes":[]', b'"notes":[3]'), (b'"fixed":{}', b'"fixed":3'), (b"error", b"errr")):  # fmt: skip
        assert old in whole
        file.write_bytes(whole.replace(old, new))
        assert site.run("check", "--output-format", "json").out == plain


def test_the_cache_sees_content_config_and_schema(site: Site) -> None:
    article = site.write("a.md", "---\nkite: 1\n---\n" + CLEAN)
    site.write("b.md", "---\ntitle: A\n---\n" + CLEAN)
    config = site.write("contentlint.toml", 'schema = "s.json"\n')
    schema = site.write("s.json", '{"required": ["title"]}')
    assert ("a.md", "schema-violation", 1) in site.found()
    schema.write_text("{}")
    assert site.found() == []
    article.write_text(STYLE)
    assert ("a.md", "style-block", 3) in site.found()
    config.write_text('ignore = ["style-block"]\n')
    assert site.found() == []


SLOW = """
import os, time
sync = os.fsync
os.fsync = lambda descriptor: (time.sleep(0.02), sync(descriptor))
from contentlint.cli import main
main()
"""


@posix
@pytest.mark.parametrize(
    ("jobs", "sent", "to"),
    [
        ("1", "SIGINT", "group"),
        ("1", "SIGTERM", "parent"),
        ("4", "SIGINT", "group"),
        ("4", "SIGTERM", "group"),
        ("4", "SIGTERM", "parent"),
        ("4", "SIGHUP", "group"),
        ("4", "SIGKILL", "parent"),
    ],
)
def test_nothing_is_left_half_done(site: Site, jobs: str, sent: str, to: str) -> None:
    for number in range(400):
        site.write(f"{number:03}.md", STYLE)
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, "check", "--fix", "-q", "--jobs", jobs],
        cwd=site.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )  # fmt: skip
    while (site.folder / "003.md").read_text() == STYLE:
        time.sleep(0.005)
    (os.killpg if to == "group" else os.kill)(process.pid, getattr(signal, sent))
    _, told = process.communicate(timeout=20)  # also waits for the others, which hold the pipes too
    assert told.strip() == ("" if sent == "SIGKILL" else "contentlint: stopped")
    assert process.returncode == (-signal.SIGKILL if sent == "SIGKILL" else 2)
    assert [name for name in os.listdir(site.folder) if not name.endswith(".md")] == [".git"]
    assert {path.read_text() for path in site.folder.glob("*.md")} == {STYLE, "Kites fly.\n\nHigh.\n"}


def test_a_process_that_is_killed_is_told(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(70):
        site.write(f"{number:03}.md", CLEAN)
    together = Job.together

    def killed(job: Job, paths: list[str]) -> list[Result]:
        if "040.md" in paths:
            os.kill(os.getpid(), signal.SIGTERM)
        return together(job, paths)

    monkeypatch.setattr(Job, "together", killed)
    monkeypatch.chdir(site.folder)
    results = list(processes.runner(2)(Job(load_config(".")), [f"{number:03}.md" for number in range(70)]))
    assert [result.path for result in results] == [f"{number:03}.md" for number in range(70)]
    assert {result.path for result in results if "was killed" in result.error} == {f"{n:03}.md" for n in range(32, 64)}


def test_a_link_may_leave_out_the_number_of_a_file(site: Site) -> None:
    site.write("docs/01-start.md", "# Start\n\n[a](./kites) [b](../docs/kites#tail) [c](./planes)\n")
    site.write("docs/15-kites.mdx", "# Kites\n")
    assert site.found("--select", "broken-relative-link") == [("docs/01-start.md", "broken-relative-link", 3)]


def test_the_cache_sees_strictness_and_the_working_folder(site: Site) -> None:
    silent = "<!-- contentlint-disable-file security -->\n<script>x()</script>\n"
    for name in ("a/a.md", "a/b.md", "b/a.md", "b/b.md"):
        site.write(name, STYLE if name.startswith("b") else silent)
    assert not [found for found in site.found() if found[0].startswith("a/")]
    assert ("a/a.md", "script-element", 2) in site.found("--ci")
    site.write("contentlint.toml", '[per-file-ignores]\n"a/**" = ["style-block"]\n')
    for name in ("a/a.md", "a/b.md"):
        site.write(name, STYLE)
    assert Site(site.folder / "a").found() == []
    assert len(Site(site.folder / "b").found()) == 2


@pytest.mark.parametrize(
    "comment", ["# contentlint: schema=s.json", "#contentlint:schema\t= s.json", '"$\\u0073chema": s.json'], ids=repr
)
def test_the_cache_sees_the_schema_that_an_article_names(site: Site, comment: str) -> None:
    for name in ("a.md", "b.md"):
        site.write(name, f"---\n{comment}\nkite: 1\n---\n{CLEAN}")
    schema = site.write("s.json", '{"required": ["title"]}')
    assert ("a.md", "schema-violation", 1) in site.found("--select", "schema-violation")
    schema.write_text("{}")
    assert site.found("--select", "schema-violation") == []


def test_the_cache_forgets_what_is_gone_and_what_is_old(site: Site) -> None:
    for name in ("a.md", "b.md", "c.md"):
        site.write(name, STYLE)
    site.found()
    [first] = (site.folder / ".contentlint_cache").glob("*.jsonl")
    other = site.write("cache/notes.jsonl", "kept")
    (site.folder / "c.md").unlink()
    site.write("a.md", CLEAN)
    site.found()
    assert b"c.md" not in first.read_bytes()
    first.rename(other.with_name(first.name))
    for file in (other, other.with_name(first.name)):
        os.utime(file, (0, 0))
    site.found("--cache-dir", "cache", "--select", "style-block")
    assert [file.name for file in other.parent.glob("*.jsonl") if file.stat().st_mtime == 0] == ["notes.jsonl"]


def test_watch_checks_again(site: Site) -> None:
    article = site.write("a.md", CLEAN)
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "contentlint", "check", "--watch", "--output-format", "concise"],
        cwd=site.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert process.stderr is not None
        assert process.stdout is not None
        assert "no findings" in process.stderr.readline()
        article.write_text(STYLE)
        lines = iter(process.stdout.readline, "")
        timer = threading.Timer(20, process.kill)
        timer.start()
        assert "style-block" in next(lines, "nothing within 20 seconds")
        timer.cancel()
    finally:
        process.kill()
        process.communicate()


def test_a_schema_is_watched_even_while_it_is_broken(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.write("parts.json", "{}")
    schema = site.write("site.json", '{"properties": {"title": {"$ref": "parts.json"}}}')
    site.write("a.md", "---\ntitle: Kites\n---\n")
    seen: list[set[str]] = []

    def watching(run: Callable[[], object], files: Callable[[], Iterable[str]]) -> None:
        seen.append({Path(file).name for file in files()})
        schema.write_text("{")
        seen.append({Path(file).name for file in files()})

    monkeypatch.setattr("contentlint.cli.check.watch", watching)
    monkeypatch.chdir(site.folder)
    CliRunner().invoke(cli, ["check", "--watch", "--schema", "site.json"])
    assert seen == [{"a.md", "site.json", "parts.json"}] * 2


def test_a_report_that_cannot_be_written_keeps_no_other_from_it(site: Site) -> None:
    site.write("a.md", CLEAN)
    site.write("folder.json/x", "")
    ran = site.run("check", "a.md", "-o", "folder.json", "-o", "out.json")
    assert ran.status == 2
    assert "folder.json was not written" in ran.err
    assert json.loads(site.folder.joinpath("out.json").read_text()) is not None


def test_version_and_help(site: Site) -> None:
    assert site.run("--version").out == site.run("version").out
    assert "contentlint 0." in site.run("version").out
    for command in ("check", "rule", "config", "init", "schema", "baseline", "clean", "version"):
        ran = site.run(command, "--help")
        assert ran.status == 0
        assert "Usage:" in ran.out


def test_rule_explains(site: Site) -> None:
    assert "style-block (html, error, recommended, fixed by --fix)" in site.run("rule", "style-block").out
    assert site.run("rule", "style-block", "--output-format", "markdown").out.startswith("# style-block")
    rules = json.loads(site.run("rule", "--all", "--output-format", "json").out)
    assert {"name", "group", "severity", "recommended", "fix", "doc", "good", "bad", "options", "url"} == set(rules[0])
    assert site.run("rule", "stile-block").status == 2


def test_config_explains(site: Site) -> None:
    site.write("contentlint.toml", 'select = ["html"]\n[rules.blank-line-run]\nmost = 1\n')
    assert "per-file-ignores" in site.run("config").out
    assert "default: []" in site.run("config", "exclude").out
    assert 'select = ["html"]' in site.run("config", "--show").out
    assert 'did you mean "exclude"' in site.run("config", "exlude").err
    assert json.loads(site.run("config", "--json-schema").out)["title"]


def test_a_file_called_like_a_flag_is_refused(site: Site) -> None:
    site.write("--fix", CLEAN)
    site.write("a.md", STYLE)
    ran = site.run("check", "--fix", "a.md")
    assert ran.status == 2
    assert 'put "--" before file names' in ran.err
    assert site.run("check", "--", "--fix").status == 0


def test_a_module_of_the_checked_folder_never_runs(site: Site) -> None:
    for name in ("yaml.py", "html.py", "json.py", "click.py", "contentlint_plugin.py"):
        site.write(name, 'print("owned")\n')
    site.write("a.md", CLEAN)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-m", "contentlint", "check"],
        cwd=site.folder,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert "owned" not in done.stdout + done.stderr
    assert done.returncode == 0


def test_a_closed_stdout_is_no_traceback(site: Site) -> None:
    for number in range(40):
        site.write(f"{number}.md", STYLE * 40)
    command = f'"{sys.executable}" -m contentlint check --no-cache | head -n 1'
    done = subprocess.run(command, shell=True, cwd=site.folder, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


@posix
@pytest.mark.parametrize(("flags", "status"), [(["--fix", "-"], 2), (["--force-exclude", "--fix", "-"], 2), ([], 1)])
def test_a_fixed_text_that_went_nowhere_is_told(site: Site, flags: list[str], status: int) -> None:
    site.write("a.md", STYLE)
    command = [sys.executable, "-m", "contentlint", "check", *flags]
    done = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", *command],
        cwd=site.folder, input=STYLE, stderr=subprocess.PIPE, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )  # fmt: skip
    assert done.returncode == status
    assert ("standard output is closed" in done.stderr) == (status == 2)


def test_an_ascii_terminal_is_no_traceback(site: Site) -> None:
    site.write("风筝.md", "<p>风筝</p>\n<style>p{}</style>\n")
    ran = site.run("check", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert ran.status == 1


def test_nothing_is_fetched(site: Site) -> None:
    guard = site.write(
        "guard/sitecustomize.py",
        "import pathlib, socket\ndef no(*a, **k):\n    raise SystemExit('network')\nsocket.socket.connect = no\n"
        "pathlib.Path(__file__).with_name('is-on').touch()\n",
    ).parent
    path = os.pathsep.join((str(guard), str(Path(__file__).parent.parent)))
    site.write("s.json", '{"$ref": "https://example.org/s.json"}')
    site.write(
        "a.md", "---\n$schema: https://example.org/s.json\ntitle: A\n---\n<img src='http://example.org/a.png' alt=''>\n"
    )
    ran = site.run("check", "--schema", "s.json", PYTHONPATH=path)
    assert ran.status == 2
    assert "https://example.org" in ran.err
    assert site.run("check", "--isolated", "a.md", PYTHONPATH=path).status == 1
    assert (guard / "is-on").exists()


def test_a_file_too_large_or_too_slow_is_a_finding(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from contentlint import disk, job
    from contentlint.config import Config
    from contentlint.job import Job

    article = site.write("a.md", "Kites.\n")
    monkeypatch.setattr(disk, "MAX_BYTES", 3)
    assert [found.rule for found in Job(Config(site.folder))(str(article)).findings] == ["limit-exceeded"]
    monkeypatch.undo()
    monkeypatch.setattr(job, "SECONDS", 0.05)
    monkeypatch.setattr(Job, "examine", lambda *_: time.sleep(5))
    result = Job(Config(site.folder))(str(article))
    assert [found.message for found in result.findings] == ["checking took longer than 0.05 seconds and was stopped"]


def test_a_bug_in_a_rule_is_named_and_the_others_go_on(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from contentlint.config import Config
    from contentlint.job import Job
    from contentlint.rules import all_rules

    def broken(*_: object) -> None:
        raise KeyError("kite")

    site.write("a.md", STYLE)
    monkeypatch.setattr(all_rules()["style-block"], "check", broken)
    result = Job(Config(site.folder))(str(site.folder / "a.md"))
    assert "style-block: KeyError" in result.error
    assert [found.rule for found in result.findings] == ["internal-error"]


def test_names_are_relative_to_the_working_folder(site: Site) -> None:
    site.write("posts/a.md", STYLE)
    folder = str(site.folder.resolve())
    for path in ("posts/../posts/a.md", "./posts", f"{folder}/posts/a.md", folder):
        assert site.found(path) == [("posts/a.md", "style-block", 3)]


def test_the_shell_completes_commands_and_flags(site: Site) -> None:
    words = {"COMP_WORDS": "contentlint che", "COMP_CWORD": "1"}
    command = [str(Path(sys.executable).parent / "contentlint")]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **words, "_CONTENTLINT_COMPLETE": "bash_complete"},
    )
    assert done.stdout.split() == ["plain,check"]


def test_clean_removes_the_cache(site: Site) -> None:
    for name in ("a.md", "b.md"):
        site.write(name, CLEAN)
    site.run("check")
    assert (site.folder / ".contentlint_cache").is_dir()
    assert site.run("clean").err == "removed .contentlint_cache\n"
    assert not (site.folder / ".contentlint_cache").exists()
    assert site.run("clean").err == "there is no cache\n"


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


def test_a_link_for_a_cache_is_left_alone(site: Site, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (site.folder / ".contentlint_cache").symlink_to(elsewhere)
    for name in ("a.md", "b.md"):
        site.write(name, STYLE)
    assert site.run("check").status == 1
    assert os.listdir(elsewhere) == []


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


def test_a_report_that_cannot_be_written_is_told(site: Site) -> None:
    site.write("a.md", STYLE)
    (site.folder / "reports").mkdir()
    ran = site.run("check", "--output-format", "concise", "-o", "reports")
    assert ran.status == 2
    assert "reports was not written" in ran.err
    assert "style-block" in ran.out


def test_rules_are_listed(site: Site) -> None:
    listed = site.run("rule").out
    assert "html\n" in listed
    assert "  style-block                  A style sheet stands inside the article.\n" in listed


def test_a_rule_of_the_config_is_no_stranger(site: Site) -> None:
    site.write("contentlint.toml", '[[custom-rules]]\nname = "kite"\nmessage = "m"\nselector = "b"\n')
    assert '"kite" is a rule of your own' in site.run("rule", "kite").err


def test_a_missing_schema_is_told_where_it_is_asked_for(site: Site) -> None:
    site.write("a.md", CLEAN)
    site.write("contentlint.toml", 'profile = "hexo"\nschema = "nope.json"\n')
    ran = site.run("check")
    assert ran.status == 2
    assert 'contentlint.toml:2: "schema": nope.json' in ran.err


def test_ci_lets_no_comment_silence_a_security_rule(site: Site) -> None:
    site.write(
        "a.md",
        "<!-- contentlint-disable-file script-element, style-block -- old -->\n\n<script>go()</script>\n\n<style></style>\n",
    )
    assert site.run("check", "--ignore", "suppression").status == 0
    ran = site.run("check", "--ci", "--output-format", "concise", "--ignore", "suppression")
    assert ran.status == 1
    assert [line.split()[2] for line in ran.out.splitlines()] == ["script-element"]
    assert "a.md: line 1 silences script-element, style-block: old" in ran.err


@posix
def test_hard_links_are_fixed_in_place_when_asked(site: Site) -> None:
    article = site.write("a.md", STYLE)
    os.link(article, site.folder / "b.html.bak")
    assert site.run("check", "--fix").status == 2
    assert article.read_text() == STYLE
    assert site.run("check", "--fix", "--in-place-hardlinks").status == 0
    assert article.read_text() == (site.folder / "b.html.bak").read_text() == "Kites fly.\n\nHigh.\n"


def test_standard_input_too_large_is_a_finding(site: Site) -> None:
    ran = site.run("check", "--stdin-filename", "a.md", "--output-format", "concise", "-", stdin=b"a" * 10_000_001)
    assert "limit-exceeded" in ran.out
    assert ran.status == 1


def test_a_missing_baseline_is_told(site: Site) -> None:
    site.write("a.md", STYLE)
    ran = site.run("check", "--baseline", "none.json")
    assert (ran.status, ran.out) == (2, "")
    assert "none.json" in ran.err


def test_a_diff_is_split_where_a_file_is(site: Site) -> None:
    site.write("a.md", "One\u2028two\x0cthree \n")
    ran = site.run("check", "--diff", "--select", "trailing-whitespace", "-q")
    assert ran.out.splitlines()[-2:] == ["-One\u2028two\x0cthree ", "+One\u2028two\x0cthree"] or (
        "-One\u2028two\x0cthree \n+One\u2028two\x0cthree\n" in ran.out
    )


def test_places_of_a_diff_are_those_of_the_file_as_it_is(site: Site) -> None:
    site.write("a.md", "<style></style>\n\nKites.\n\n<center>High</center>\n")
    ran = site.run("check", "--diff", "--output-format", "json", "--select", "html")
    assert [(each["rule"], each["location"]["row"]) for each in json.loads(ran.out)] == [("presentational-markup", 5)]


@posix
def test_a_link_to_nothing_is_told(site: Site) -> None:
    site.write("a.md", CLEAN)
    (site.folder / "b.md").symlink_to("none.md")
    ran = site.run("check")
    assert ran.status == 0
    assert ran.err == "contentlint: b.md: it is a link to nothing: left alone\nno findings in 1 file\n"


def test_a_diff_gives_ci_no_commands(site: Site) -> None:
    site.write("a.md", "::error::a\n##[error]b [k](https://example.org/?utm_source=x)\n")
    diff = site.run("check", "--diff", GITHUB_ACTIONS="true").out
    assert "error::a" in diff
    assert "\n ::" not in diff
    assert "##[" not in diff


def test_site_rules_heed_comments(site: Site) -> None:
    site.write("contentlint.toml", 'extend-select = ["duplicate-slug"]\n')
    article = "---\n{}permalink: /kite/\n---\nKites fly.\n"
    site.write("a.md", article.format(""))
    site.write("b.md", article.format(""))
    assert [file for file, rule, _ in site.found() if rule == "duplicate-slug"] == ["b.md"]
    site.write("b.md", article.format("# contentlint: ignore[duplicate-slug] -- moved\n"))
    assert "duplicate-slug" not in [rule for _, rule, _ in site.found()]


@posix
@pytest.mark.parametrize("special", ["/dev/zero", "../../../../../../dev/zero"])
def test_a_schema_that_never_ends_is_not_read(site: Site, special: str) -> None:
    site.write("a.md", f"---\n$schema: {special}\n---\nKites.\n")
    ran = site.run("check", "--output-format", "concise")
    assert ran.status == 2
    assert "a.md: line 2: " in ran.err
    assert "a schema must be inside the project" in ran.err


def test_a_config_that_leads_out_of_the_project_is_not_read(site: Site, tmp_path: Path) -> None:
    secret = tmp_path.parent / f"{tmp_path.name}-secret.toml"
    secret.write_text("password = 'kite'\n")
    site.write("a.md", CLEAN)
    (site.folder / "contentlint.toml").symlink_to(secret)
    ran = site.run("check")
    assert ran.status == 2
    assert "leads out of the project" in ran.err
    assert "password" not in ran.err
    assert "password" in site.run("check", "--config", "contentlint.toml").err


def test_force_exclude_holds_for_named_files(site: Site) -> None:
    site.write("contentlint.toml", 'exclude = ["old/**"]\n')
    site.write("old/a.md", STYLE)
    assert site.run("check", "old/a.md").status == 1
    assert site.run("check", "--force-exclude", "old/a.md").status == 0


def test_a_path_that_is_not_there_is_no_file_without_findings(site: Site) -> None:
    site.write("a.md", "Kites.\n")
    ran = site.run("check", "a.md", "nope.md")
    assert ran.status == 2
    assert "no findings in 1 file, 1 path not checked" in ran.err


def test_output_file_refuses_a_format_alone_and_standard_output(site: Site) -> None:
    site.write("a.md", "Kites.\n")
    assert "write sarif=PATH" in site.run("check", "-o", "sarif").err
    assert "--output-format" in site.run("check", "-o", "json=-").err


@pytest.mark.parametrize(
    "text",
    [
        "High\nup <center>Kites</center> fly\n",
        "- a\n- <center>Kites</center>\n",
        "- a\n\n- <center>Kites</center>\n",
        "> a\n> <center>Kites</center>\n",
        "| a |\n|---|\n| <center>Kites</center> |\n",
        '<p\n  className="a"\n><center\n  id="b">Kites</center></p>\n',
    ],
)
def test_add_ignore_cuts_nothing_of_mdx_in_two(site: Site, text: str) -> None:
    article = site.write("a.mdx", text)
    assert site.run("check", "--select", "presentational-markup", "--add-ignore").status == 0
    assert article.read_text() == f"{{/* contentlint-disable-file presentational-markup */}}\n{text}"


def test_add_ignore_writes_nothing_into_a_style_sheet(site: Site) -> None:
    site.write("a.md", "<style>\n.a&#123;b:c&#125;\n</style>\n\nKites.\n")
    site.run("check", "--add-ignore", "--isolated")
    text = (site.folder / "a.md").read_text()
    assert text.startswith("<!-- contentlint-disable-file escaped-braces-in-raw-text -->\n")
    assert text.endswith("<style>\n.a&#123;b:c&#125;\n</style>\n\nKites.\n")
    assert site.run("check", "--isolated").status == 0


def test_words_of_other_tools_are_understood(site: Site) -> None:
    assert "did you mean check --fix?" in site.run("fix").err
    site.write("contentlint.toml", '[tool.contentlint]\nselect = ["html"]\n')
    assert "contentlint.toml:1: [tool.contentlint] is for pyproject.toml" in site.run("check").err


def test_a_group_of_rules_is_listed(site: Site) -> None:
    ran = site.run("rule", "suppression")
    assert ran.status == 0
    assert [line.split()[0] for line in ran.out.splitlines()] == [
        "suppression", "suppression-without-reason", "unknown-rule-in-suppression", "unused-suppression",
    ]  # fmt: skip


def test_a_report_never_lands_on_an_article(site: Site) -> None:
    article = site.write("a.md", STYLE)
    ran = site.run("check", "-o", "json=a.md")
    assert ran.status == 2
    assert "a.md" in ran.err
    assert article.read_text() == STYLE


def test_a_fix_is_told_as_the_config_takes_it(site: Site) -> None:
    site.write("a.md", STYLE)
    assert json.loads(site.run("check", "--output-format", "json").out)[0]["fix"]["safety"] == "safe"
    site.write("contentlint.toml", 'unfixable = ["style-block"]\n')
    assert json.loads(site.run("check", "--output-format", "json").out)[0]["fix"] is None
    assert "fixable with" not in site.run("check").err
