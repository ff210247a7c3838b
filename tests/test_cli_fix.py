"""Fixing, previewing and silencing from the command line: what is written, and what is not."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from contentlint.config_file import load_config
from contentlint.job import Job
from contentlint.runners import processes
from contentlint.wire import Result
from tests.conftest import CLEAN, STYLE, TWO, Site, posix


def test_fix_writes_and_reports_what_remains(site: Site) -> None:
    article = site.write("a.md", TWO)
    ran = site.run("check", "--fix")
    assert ran.status == 1
    assert "presentational-markup" in ran.out
    assert article.read_text() == "<center>Kites</center>\n"
    assert "1 fix applied; 1 warning in 1 file" in ran.err
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
    ran = site.run("check", "--diff", "--output-format", "json")
    assert json.loads(ran.out)
    assert "0 fixes would be applied; " in site.run("check", "--diff", "--fixable", "date-not-iso").err
    assert "-<style>p{}</style>\n" in ran.err


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


def test_fixable_and_unfixable(site: Site) -> None:
    article = site.write("a.md", TWO)
    site.run("check", "--fix", "--unfixable", "style-block")
    assert article.read_text() == TWO
    site.run("check", "--fix", "--unsafe-fixes", "--fixable", "presentational-markup")
    assert "<style>" in article.read_text()
    assert "<center>" not in article.read_text()


def test_add_ignore_silences_what_is_found_of_the_site(site: Site) -> None:
    for name in ("a.md", "b.md"):
        site.write(name, f"---\ntitle: {name}\npermalink: /k/\n---\n\nKites.\n")
    assert site.run("check").status == 1
    ran = site.run("check", "--add-ignore=known")
    assert ran.status == 0
    assert "b.md: 1 finding about the site silenced" in ran.err
    assert "disable-file duplicate-slug -- known" in (site.folder / "b.md").read_text()
    assert site.run("check").status == 0


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


def test_add_ignore_is_not_held_back_by_the_rules_about_comments(site: Site) -> None:
    article = site.write("a.md", "---\ntitle: Kites\ntitle: Kites fly\n---\n\nHigh.\n")
    site.run("check", "--extend-select", "suppression", "--add-ignore")
    assert "# contentlint: ignore[duplicate-key]\n" in article.read_text()


def test_add_ignore_writes_nothing_twice_where_a_finding_cannot_be_silenced(site: Site) -> None:
    article = site.write("a.md", '{\n    "title": "Kites",\n    "date": "2015-01-22"\n\nText goes on.')
    assert "1 finding silenced" in site.run("check", "--add-ignore=because").err
    before = article.read_text()
    assert "front-matter-unclosed" in site.run("check", "--add-ignore=because").out
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
        pytest.param(
            "<font>a</font>\n\n- a\n- <font>b</font>\n",
            "{}<font>a</font>\n\n- a\n- <font>b</font>\n",
            id="one is enough",
        ),
        pytest.param("a\n<font>b</font>\n===\n", "{}a\n<font>b</font>\n===\n", id="in a heading"),
        pytest.param(
            "<pre>\na\n<b onclick=x()>b</b>\n</pre>\n",
            "<!-- contentlint-disable-file event-handler -->\n<pre>\na\n<b onclick=x()>b</b>\n</pre>\n",
            id="where an empty line would show",
        ),
    ],
)
def test_what_is_silenced_stays_as_it_reads(site: Site, before: str, after: str) -> None:
    article = site.write("a.md", before)
    site.run("check", "--add-ignore")
    assert article.read_text() == after.format("<!-- contentlint-disable-file presentational-markup -->\n")
    assert site.run("check").out == ""


@pytest.mark.parametrize(
    "text", ["|a|\n|-|\n|<font>b</font>|\n", "a\n<font>b</font> c\n===\n", "1. a\n2. <font>b</font>\n"]
)
@pytest.mark.parametrize("form", ["{}\n{}", "{1}\n{0}"], ids=["above", "below"])
def test_html_that_becomes_code_blinds_nothing_else(site: Site, text: str, form: str) -> None:
    whole = form.format(text, "<div>\n\n    <p>x</p>\n</div>\n")
    article = site.write("a.md", whole)
    site.run("check", "--add-ignore")
    assert article.read_text() == f"<!-- contentlint-disable-file html-becomes-code, presentational-markup -->\n{whole}"


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


@posix
def test_hard_links_are_fixed_in_place_when_asked(site: Site) -> None:
    article = site.write("a.md", STYLE)
    os.link(article, site.folder / "b.html.bak")
    assert site.run("check", "--fix").status == 2
    assert article.read_text() == STYLE
    assert site.run("check", "--fix", "--in-place-hardlinks").status == 0
    assert article.read_text() == (site.folder / "b.html.bak").read_text() == "Kites fly.\n\nHigh.\n"


def test_a_diff_is_split_where_a_file_is(site: Site) -> None:
    site.write("a.md", "One\u2028two\x0cthree \n")
    ran = site.run("check", "--diff", "--select", "trailing-whitespace", "-q")
    assert "-One\u2028two\x0cthree \n+One\u2028two\x0cthree\n" in ran.out


def test_places_of_a_diff_are_those_of_the_file_as_it_is(site: Site) -> None:
    site.write("a.md", "<style></style>\n\nKites.\n\n<center>High</center>\n")
    ran = site.run("check", "--diff", "--output-format", "json", "--select", "html")
    assert [(each["rule"], each["location"]["row"]) for each in json.loads(ran.out)] == [("presentational-markup", 5)]


def test_a_diff_gives_ci_no_commands(site: Site) -> None:
    site.write("a.md", "::error::a\n##[error]b [k](https://example.org/?utm_source=x)\n")
    diff = site.run("check", "--diff", GITHUB_ACTIONS="true").out
    assert "error::a" in diff
    assert "\n ::" not in diff
    assert "##[" not in diff


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


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", "---\ntitle: Kites\n---\n", "---\ntitle: Kites\n---\n\n\n\n"])
def test_add_ignore_swaps_no_finding_for_another(site: Site, text: str) -> None:
    article = site.write("a.md", text)
    before = site.found()
    site.run("check", "--add-ignore")
    after = site.found()
    assert {rule for _, rule, _ in after} <= {rule for _, rule, _ in before}
    assert len(after) < len(before) or article.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("above", "quote", "line"),
    [
        ("> [!NOTE]\n> Kites.\n>\n", "> ", "<center>x</center>\n"),
        ("> Kites.\n", "> > ", "<center>x</center>\n"),
        ("- > Kites.\n", "  > ", "<center>x</center>\n"),
    ],
)
def test_add_ignore_leaves_quotes_whole(site: Site, above: str, quote: str, line: str) -> None:
    article = site.write("a.md", above + quote + line)
    site.run("check", "--add-ignore")
    comment = f"{quote}<!-- contentlint-disable-next-line presentational-markup -->\n"
    assert article.read_text() == above + comment + quote + line


@pytest.mark.parametrize(
    ("above", "lead", "line"),
    [
        ("Kites.\n\n", "", "> [!NOTE] <center>x</center>\n"),
        ("> Kites.\n>\n", "> ", "> [!TIP] <center>x</center>\n"),
        ("> Kites.\n>\n", "> ", "[!TIP] <center>x</center>\n"),
        ("", "> ", "[![凧](//a.example/b.png)](/c) <center>x</center>\n"),
    ],
)
def test_add_ignore_writes_above_the_name_of_a_callout(site: Site, above: str, lead: str, line: str) -> None:
    article = site.write("a.md", above + lead + line)
    site.run("check", "--select", "presentational-markup", "--add-ignore")
    comment = f"{lead}<!-- contentlint-disable-next-line presentational-markup -->\n"
    assert article.read_text("utf-8") == above + comment + lead + line


def test_add_ignore_brings_about_no_finding(site: Site) -> None:
    article = site.write("a.md", "K <span>x\n</span>")
    site.run("check", "--select", "ALL", "--add-ignore")
    assert article.read_text() == "<!-- contentlint-disable-file missing-final-newline -->\nK <span>x\n</span>"


def test_add_ignore_writes_nothing_into_a_style_sheet(site: Site) -> None:
    site.write("a.md", "<style>\n.a&#123;b:c&#125;\n</style>\n\nKites.\n")
    site.run("check", "--add-ignore", "--isolated")
    text = (site.folder / "a.md").read_text()
    assert text.startswith("<!-- contentlint-disable-file escaped-braces-in-raw-text -->\n")
    assert text.endswith("<style>\n.a&#123;b:c&#125;\n</style>\n\nKites.\n")
    assert site.run("check", "--isolated").status == 0


def test_add_ignore_writes_nothing_into_what_markdown_shows_as_code(site: Site) -> None:
    text = "<div>\n\n    <p>Kites fly.</p>\n    <img src=a.png>\n\n</div>\n"
    article = site.write("a.md", text)
    site.run("check", "--add-ignore", "--isolated")
    assert article.read_text() == f"<!-- contentlint-disable-file html-becomes-code, image-missing-alt -->\n{text}"
    article = site.write("_posts/2021-11-07-a.md", text)
    site.run("check", "--add-ignore", "--isolated", "--select", "image-missing-alt", "_posts")
    assert "    <!-- contentlint-disable-next-line image-missing-alt -->\n    <img" in article.read_text()


def test_a_fix_is_told_as_the_config_takes_it(site: Site) -> None:
    site.write("a.md", STYLE)
    assert json.loads(site.run("check", "--output-format", "json").out)[0]["fix"]["safety"] == "safe"
    site.write("contentlint.toml", 'unfixable = ["style-block"]\n')
    assert json.loads(site.run("check", "--output-format", "json").out)[0]["fix"] is None
    assert "fixable with" not in site.run("check").err


def test_add_ignore_shows_what_it_would_write(site: Site) -> None:
    text = "---\ntitle: ' Kites '\n---\n\n<center>Kites</center>\n"
    article = site.write("a.md", text)
    shown = site.run("check", "--add-ignore", "--diff")
    assert article.read_text() == text
    assert "3 findings would be silenced" in shown.err
    assert "comments would be written to 1 file" in shown.err
    site.run("check", "--add-ignore")
    added = [line[1:] for line in shown.out.splitlines() if line.startswith("+") and not line.startswith("+++")]
    assert added == [line for line in article.read_text().splitlines() if line not in text.splitlines()]


def test_a_diff_calls_nothing_of_the_baseline_gone(site: Site) -> None:
    site.write("a.md", STYLE)
    site.run("baseline")
    assert "prune" not in site.run("check", "--diff").err
    assert "prune" in site.run("check", "--fix").err
