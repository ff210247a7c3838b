"""What users type and read: every flag, the exit codes, the streams."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner

from contentlint.baseline import FILE_NAME as BASELINE
from contentlint.cli import cli
from contentlint.config_file import FILE_NAMES
from tests.conftest import CLEAN, STYLE, TWO, Site, posix


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
    ran = site.run("check", "-v", "--select", "style-block", "--ignore", "limit-exceeded,not-utf8")
    assert "contentlint.toml; 1 rule; " in ran.err


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


@pytest.mark.parametrize(
    ("flag", "told"),
    [
        (["--select", "stile-block"], 'no rule or group "stile-block" — did you mean "style-block"'),
        (["--output-format", "jsn"], "json"),
        (["--fail-on", "sometimes"], "never"),
        (["--no-such-flag"], "--no-such-flag"),
        (["-q-x.md"], "a dash stands among flags of one letter"),
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
        (["--add-ignore=a\nb"], "the reason must be one line"),
        (["--isolated", "--config", "contentlint.toml"], "leave out --isolated or --config"),
        (["--baseline", "b.json", "--no-baseline"], "leave out one of them"),
        (["-o", "json=x.json", "-o", "sarif=./x.json"], "x.json is named twice"),
        (["--exclude", "[z-a]"], '--exclude: the pattern "[z-a]" cannot be used'),
        (["--extend-exclude", "/"], '--extend-exclude: the pattern "/" matches nothing'),
    ],
)
def test_wrong_usage_is_told_in_words(site: Site, flag: list[str], told: str) -> None:
    site.write("a.md", STYLE)
    ran = site.run("check", *flag)
    assert ran.status == 2
    assert told in ran.err
    assert ran.out == ""
    assert sorted(os.listdir(site.folder)) == [".git", "a.md"]


INTERRUPTED = """
import sys
class Ctrl:
    def find_spec(name, *_):
        if name == "click":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Ctrl)
from contentlint.__main__ import main
main()
"""


def test_an_interrupt_while_it_is_imported_gives_no_traceback() -> None:
    ran = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", "contentlint: stopped\n")


def test_an_unknown_command(site: Site) -> None:
    site.write("a.md", CLEAN)
    assert 'did you mean "check"' in site.run("chek").err
    assert 'contentlint check "a.md"' in site.run("a.md").err


def test_the_command_line_beats_the_config_however_rules_are_named(site: Site) -> None:
    site.write("a.md", TWO)
    for config, flags, rules in (
        ('select = ["links"]\nignore = ["style-block"]', ["--select", "style-block"], {"style-block"}),
        ('select = ["links"]', ["--isolated", "--ignore", "style-block"], {"presentational-markup"}),
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


@pytest.mark.parametrize(("level", "status"), [("any", 1), ("warning", 0), ("error", 0), ("never", 0)])
def test_fail_on(site: Site, level: str, status: int) -> None:
    site.write("a.md", "Kites.\n\n\n\n\nHigh.\n")
    assert site.run("check", "--fail-on", level).status == status


def test_a_link_may_leave_out_the_number_of_a_file(site: Site) -> None:
    site.write("docs/01-start.md", "# Start\n\n[a](./kites) [b](../docs/kites#tail) [c](./planes)\n")
    site.write("docs/15-kites.mdx", "# Kites\n")
    assert site.found("--select", "broken-relative-link") == [("docs/01-start.md", "broken-relative-link", 3)]


def test_a_bundle_of_hugo_may_use_files_kept_elsewhere(site: Site) -> None:
    site.write("contentlint.toml", 'profile = "hugo"\n')
    site.write("content/english/blog/kite/kite.png", "")
    site.write("content/chinese/blog/kite/index.md", "![风筝](kite.png) ![线](line.png)\n")
    site.write("static/x/y/kite.png", "")
    site.write("content/blog/wind/index.md", "---\nurl: /x/y/\n---\n\n![Kite](kite.png)\n")
    assert site.found("--select", "broken-relative-link") == [
        ("content/chinese/blog/kite/index.md", "broken-relative-link", 1)
    ]


def test_watch_checks_again(site: Site) -> None:
    article = site.write("a.md", CLEAN)
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "contentlint", "check", "--watch", "--output-format", "concise"],
        cwd=site.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    timer = threading.Timer(20, process.kill)  # what is not told by then is told by an empty line
    timer.start()
    try:
        assert process.stderr is not None
        assert process.stdout is not None
        assert "no findings" in process.stderr.readline()
        article.write_text(STYLE)
        assert "style-block" in process.stdout.readline()
    finally:
        timer.cancel()
        process.kill()
        process.communicate()


def test_configs_schemas_and_the_baseline_are_watched_even_while_they_are_broken(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.write("parts.json", "{}")
    schema = site.write("site.json", '{"properties": {"title": {"$ref": "parts.json"}}}')
    site.write("a.md", "---\ntitle: Kites\n---\n")
    seen: list[set[str]] = []

    def watching(run: Callable[[], object], files: Callable[[], Iterable[str]]) -> None:
        seen.append({Path(file).name for file in files()})
        schema.write_text("{")
        seen.append({Path(file).name for file in files()})
        site.write("contentlint.toml", "nope = 1\n")
        seen.append({Path(file).name for file in files()})

    monkeypatch.setattr("contentlint.cli.check.watch", watching)
    monkeypatch.chdir(site.folder)
    CliRunner().invoke(cli, ["check", "--watch", "--schema", "site.json"])
    assert seen == [{"a.md", "site.json", "parts.json", BASELINE, *FILE_NAMES}] * 3  # a config is told once it is there


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
    assert "A sign such as [no line end] stands for" in site.run("rule", "missing-final-newline").out
    assert site.run("rule", "stile-block").status == 2


def test_config_explains(site: Site) -> None:
    site.write("contentlint.toml", 'select = ["html"]\n[rules.blank-line-run]\nmost = 1\n')
    assert "per-file-ignores" in site.run("config").out
    assert "default: []" in site.run("config", "exclude").out
    assert 'select = ["html"]' in site.run("config", "--show").out
    assert 'did you mean "exclude"' in site.run("config", "exlude").err
    assert json.loads(site.run("config", "--json-schema").out)["title"]


def test_what_config_shows_is_a_config(site: Site) -> None:
    values = {
        "select": ["style-block"],
        "ignore": ["limit-exceeded", "not-utf8"],
        "exclude": ['"old"'],
        "per-file-ignores": {"b/**": ["html"], "c": []},
        "schemas": [{"files": ["news/**"], "schema": "s.json"}],
    }
    site.write("s.json", "{}")
    site.write(
        "contentlint.toml",
        'select = ["style-block"]\nignore = ["limit-exceeded", "not-utf8"]\nexclude = [\'"old"\']\n'
        'schemas = [{files = ["news/**"], schema = "s.json"}]\n'
        '[per-file-ignores]\n"b/**" = ["html"]\nc = []\n',
    )
    shown = site.run("config", "--show").out
    assert "\n# 1 rule:\n" in shown
    assert tomllib.loads(shown).items() >= values.items()
    site.write("contentlint.toml", shown)
    assert site.run("config", "--show").out == shown


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


@posix
@pytest.mark.parametrize("arguments", [["version"], ["check", "-"]], ids=" ".join)
def test_a_working_folder_that_is_gone_is_no_traceback(site: Site, arguments: list[str]) -> None:
    (site.folder / "gone").mkdir()
    command = f'rmdir ../gone; exec "{sys.executable}" -m contentlint {" ".join(arguments)}'
    ran = subprocess.run(
        ["sh", "-c", command],
        cwd=site.folder / "gone",
        input="",
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    assert (ran.returncode, ran.stderr) in ((0, ""), (2, "contentlint: the working folder is gone\n"))


def test_a_closed_stdout_is_no_traceback(site: Site) -> None:
    for number in range(40):
        site.write(f"{number}.md", STYLE * 40)
    command = f'"{sys.executable}" -m contentlint check --no-cache | head -n 1'
    done = subprocess.run(command, shell=True, cwd=site.folder, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


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


def test_ci_lets_no_comment_silence_what_was_not_checked(site: Site) -> None:
    nested = "[" * 101 + "]" * 101
    site.write("a.md", f"---\na: {nested}\n---\n\n<!-- contentlint-disable-file limit-exceeded -- old -->\n")
    assert "limit-exceeded" not in site.run("check", "--output-format", "concise").out
    assert site.run("check", "--ci", "--output-format", "concise").out.count(" error ") == 1


def test_ci_lets_no_comment_silence_a_security_rule(site: Site) -> None:
    site.write(
        "a.md",
        "<!-- contentlint-disable-file script-element, style-block -- old -->\n\n<script>go()</script>\n\n<style></style>\n",
    )
    assert site.run("check", "--ignore", "suppression").status == 0
    ran = site.run("check", "--ci", "--output-format", "concise", "--ignore", "suppression")
    assert ran.status == 1
    assert [line.split()[2] for line in ran.out.splitlines()] == ["script-element"]
    silenced = "a.md: line 1 silences script-element, style-block: old\n"
    assert silenced in ran.err
    assert site.run("check", "--ci", "-q", "--ignore", "suppression").err == f"contentlint: {silenced}"


def test_a_missing_baseline_is_told(site: Site) -> None:
    site.write("a.md", STYLE)
    ran = site.run("check", "--baseline", "none.json")
    assert (ran.status, ran.out) == (2, "")
    assert "none.json" in ran.err


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


@pytest.mark.parametrize("format_", ["json", "markdown"])
def test_a_group_is_explained_as_its_rules_are(site: Site, format_: str) -> None:
    ran = site.run("rule", "source", "--output-format", format_)
    assert ran.status == 0
    assert "mixed-newlines" in ran.out
    assert "style-block" not in ran.out


def test_a_pyproject_that_is_not_utf8_is_told(site: Site) -> None:
    site.write("pyproject.toml", b'# \xff\n[tool.contentlint]\nselect = ["html"]\n')
    ran = site.run("check")
    assert ran.status == 2
    assert "pyproject.toml: the config cannot be read: it is not UTF-8" in ran.err


def test_what_stands_in_the_place_of_front_matter_is_named(site: Site) -> None:
    site.write("s.json", '{"required": ["title"]}')
    site.write("a.md", "---\n- Kites\n- 风筝\n---\n\nThey fly.\n")
    assert "no keys and values stand between the fences: add" in site.run("check", "--schema", "s.json").out


def test_an_article_whose_schema_cannot_be_used_is_checked_all_the_same(site: Site) -> None:
    site.write("posts/a.md", "---\ntitle: Kites\n$schema: ../../s.json\n---\n\nHigh.\n")
    ran = site.run("check")
    assert ran.status == 2
    assert "a.md: line 3: ../s.json: a schema must be inside the project" in ran.err
    assert "no findings in 1 file\n" in ran.err


def test_a_schema_on_the_web_is_not_used_and_that_is_said(site: Site) -> None:
    site.write("a.md", "---\ntitle: Kites\n$schema: https://example.org/a.json\n---\n\nHigh.\n")
    assert 'a.md: its "$schema" is an address on the web' in site.run("check").err
