"""The config: what wins, what it means, and every mistake told in one line with file, line, key and the right spelling."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import contentlint
from contentlint.config_file import load_config
from contentlint.errors import ConfigError
from tests.conftest import Site

MISTAKES = {
    "unknown option": ('selct = ["ALL"]', 1, 'no option "selct" — did you mean "select"?'),
    "unknown option below": ('select = ["ALL"]\n\nexlude = []', 3, 'did you mean "exclude"?'),
    "snake case": ("per_file_ignores = {}", 1, 'did you mean "per-file-ignores"?'),
    "text for a list": ('select = "ALL"', 1, '"select" must be a list, not text'),
    "number for text": ("schema = 3", 1, '"schema" must be text, not the number 3'),
    "text for a switch": ('respect-gitignore = "yes"', 1, '"respect-gitignore" must be true or false, not text'),
    "unknown selector": ('select = ["html", "privcy"]', 1, 'select: there is no rule or group "privcy" — did you mean "privacy"?'),
    "unknown ignored rule": ('ignore = ["stile-block"]', 1, 'ignore: there is no rule or group "stile-block" — did you mean "style-block"?'),
    "unknown rule": ("[rules.stile-block]", 1, 'there is no rule "stile-block" — did you mean "style-block"?'),
    "unknown rule option": ("[rules.blank-line-run]\nmots = 3", 2, 'the rule blank-line-run has no option "mots" — did you mean "most"?'),
    "rule option of the wrong type": ('[rules.blank-line-run]\nmost = "3"', 2, "must be a whole number, not text"),
    "unknown severity": ('[rules.style-block]\nseverity = "fatal"', 2, 'must be one of "error", "warning", "info"'),
    "unknown profile": ('profile = "hgo"', 1, 'must be one of "hexo", "hugo", "jekyll", "astro", "docs", "news" — did you mean "hugo"?'),
    "no such selector per file": ('[per-file-ignores]\n"a/**" = ["htm"]', 2, 'did you mean "html"?'),
    "per-file ignore that is no list": ('[per-file-ignores]\n"a/**" = "html"', 2, "must be a list, not text"),
    "schema table without files": ('[[schemas]]\nschema = "s.json"', 1, 'add "files"'),
    "schema table with an unknown key": ('[[schemas]]\nfiles = []\nschema = "s.json"\nfile = 1', 4, '"file"'),
    "absolute schema": ('schema = "/etc/s.json"', 1, "relative to the config"),
    "schema from the web": ('schema = "https://example.org/s.json"', 1, "no local file"),
    "missing schema": ('# "none.json"\nschema = "none.json"', 2, "none.json"),
    "missing schema of some": ('schema = ""\n[[schemas]]\nfiles = ["none.json"]\nschema = \'\'\'none.json\'\'\'', 4, "none.json"),
    "schema with a NUL": ('\nschema = "s\\u0000.json"', 2, '"schema": no file has a name with a NUL'),
    "schema of some with a NUL": ('[[schemas]]\nfiles = []\nschema = "s\\u0000.json"', 3, '"schema": no file has a name with a NUL'),
    "extend with a NUL": ('\nextend = "s\\u0000.toml"', 2, '"extend": no file has a name with a NUL'),
    "baseline with a NUL": ('\nbaseline = "s\\u0000.json"', 2, '"baseline": no file has a name with a NUL'),
    "long schema": (f'\nschema = "{"s" * 300}"', 2, "the schema cannot be read"),
    "long extend": (f'\nextend = "{"s" * 300}"', 2, "there is no file sss"),
    "long baseline": (f'\nbaseline = "{"s" * 300}"', 2, "the baseline cannot be read"),
    "baseline elsewhere": ('\nbaseline = "../../../../b.json"', 2, "leads out of the project"),
    "rule option out of range": ("[rules.blank-line-run]\nmost = 0", 2, "most is at least 1"),
    "huge number": (f"[rules.blank-line-run]\nmost = {'9' * 30}", 2, "must be at most 1000000"),
    "number below nothing": ("[rules.date-in-future]\ndays = -999999999", 2, "must be at least 0"),
    "bad pattern of a rule": ('# [rules.boilerplate-line]\n"rules"."boilerplate-line" = { lines = ["("] }', 2, "no regular expression"),
    "address for a host": ('[rules.unsafe-embed]\nhosts = ["https://x.example/"]', 2, 'unsafe-embed: "https://x.example/" is no host: write it as in "www.example.org"'),
    "more than all": ("[rules.duplicate-body]\nalike = 500", 2, "duplicate-body: no two texts are alike to more than 100 percent"),
    "item of a list": ("[rules.generic-link-text]\nwords = [1]", 2, '"rules.generic-link-text.words › item 1" must be text'),
    "bad selector of a rule": ('[rules.empty-credit]\nelements = [\n".editor",\n"p["]', 4, 'empty-credit: "p[" is no selector: write .class'),
    "key renamed to itself": ("[rules.deprecated-key]\nkeys = {a = 'a'}", 2, 'deprecated-key: "a" cannot be renamed: its new names lead round'),
    "key renamed to nothing": ("[rules.deprecated-key]\nkeys = {a = ''}", 2, 'deprecated-key: "a" cannot be renamed: its new name is empty'),
    "path pattern of nothing": ('exclude = [\n"drafts",\n""]', 3, '"exclude": the pattern "" matches nothing'),
    "path pattern that is a comment": ('include = ["#a"]', 1, '"include": the pattern "#a" matches nothing'),
    "broken TOML": ('select = ["ALL"', 1, "no valid TOML"),
    "key twice": ("exclude = []\nexclude = []", 2, '"exclude" is there already'),
    "extend to nothing": ('extend = "none.toml"', 0, "there is no file none.toml"),
    "extend to itself": ('extend = "contentlint.toml"', 0, "round in a circle"),
    "extend out of the project": ('extend = "../../../x.toml"', 0, "out of the project"),
    "custom rule without a question": ('[[custom-rules]]\nname = "a"\nmessage = "m"', 1, "needs one of: selector, pattern, key"),
    "custom rule with two questions": ('[[custom-rules]]\nname = "a"\nmessage = "m"\nselector = "p"\nkey = "k"', 1, 'has both "selector" and "key"'),
    "custom rule in the table of others": ('[rules.my]\nseverity = "error"\n[[custom-rules]]\nname = "my"\nmessage = "m"\nkey = "k"', 1, "in its [[custom-rules]] table"),
    "long option": (f'{"x" * 300} = 1', 1, f'no option "{"x" * 59}…"'),
    "long rule": (f'[rules.{"x" * 300}]', 1, f'no rule "{"x" * 59}…"'),
    "long selector of rules": (f'select = ["{"x" * 300}"]', 1, f'no rule or group "{"x" * 59}…"'),
    "long path pattern": (f'exclude = ["{"x" * 300}[z-a]"]', 1, f'the pattern "{"x" * 100}" cannot be used'),
    "custom rule with a bad selector": ('[[custom-rules]]\nname = "a"\nmessage = "m"\nselector = "div["', 4, "selector"),
    "custom rule with a bad pattern": ('[[custom-rules]]\nname = "a"\nmessage = "m"\npattern = "("', 4, "pattern"),
    "custom rule with a built-in name": ('[[custom-rules]]\nname = "style-block"\nmessage = "m"\npattern = "x"', 1, "choose another"),
    "custom rule without a message": ('[[custom-rules]]\nname = "a"\npattern = "x"', 1, 'add "message"'),
    "a number with too many digits": (f'select = []\nignore = ["{"1" * 6_000}"]\n[rules.blank-line-run]\nmost = {"1" * 5_000}', 4, "no valid TOML: this number has too many digits"),
    "custom rule with an unknown key": ('[[custom-rules]]\nname = "a"\nmessage = "m"\npatern = "x"', 4, 'did you mean "pattern"?'),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_one_line(site: Site, name: str) -> None:
    text, row, told = MISTAKES[name]
    site.write("contentlint.toml", text + "\n")
    site.write("a.md", "Kites fly.\n")
    ran = site.run("check")
    assert ran.status == 2
    assert ran.out == ""
    assert ran.err.count("\n") == 1, ran.err
    assert told in ran.err
    assert f"contentlint.toml:{row}:" in ran.err or not row, ran.err


@pytest.mark.parametrize(
    ("text", "row"),
    [("\n[tool]\ncontentlint = 1\n", 3), ("\n\n[[tool.contentlint]]\nselect = []\n", 3), ("[tool.contentlint]\n\nselct = []\n", 3)],
    ids=["a number", "a list", "an unknown option"],
)  # fmt: skip
def test_a_mistake_in_pyproject_is_told_with_its_line(site: Site, text: str, row: int) -> None:
    site.write("pyproject.toml", text)
    ran = site.run("check")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert ran.err.startswith(f"contentlint: pyproject.toml:{row}: ")


def test_a_mistake_in_a_config_that_another_extends_is_told_there(site: Site) -> None:
    site.write("base.toml", '\nschema = "none.json"\n[rules.boilerplate-line]\nlines = ["("]\n')
    site.write("contentlint.toml", 'extend = "base.toml"\n\n\n\n\n[rules.style-block]\nseverity = "info"\n')
    assert 'base.toml:2: "schema": ' in site.run("check").err
    site.write("contentlint.toml", 'extend = "base.toml"\nselect = ["ALL"]\nschema = ""\n')
    site.write("a.md", "Kites.\n")
    assert "base.toml:4: boilerplate-line: " in site.run("check").err


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param('"s\\u0000.json"', "cannot be read", id="a NUL"),
        pytest.param("s" * 5_000, "cannot be read", id="too long"),
        pytest.param("../none.json", "posts/none.json: the schema cannot be read: there is no such file", id="missing above"),
        pytest.param("../../../none.json", "must be inside the project", id="outside"),
    ],
)  # fmt: skip
def test_a_schema_that_an_article_names_in_vain_is_told(site: Site, name: str, told: str) -> None:
    written = f"---\n$schema: {name}\n---\nKites. \n\n<style></style>\n"
    article = site.write("posts/new/a.md", written)
    assert "style-block" in site.run("check", "--fix").out  # whatever asks for no schema is told, and nothing is fixed
    assert article.read_text(encoding="utf-8") == written
    ran = site.run("check")
    assert ran.status == 2
    assert "internal error" not in ran.err + ran.out
    assert told in ran.err
    assert len(ran.err) < 400


def test_programs_are_told_of_a_schema_named_in_vain_by_an_error(tmp_path: Path) -> None:
    text = "---\n$schema: nope.json\n---\nKites. \n"
    for work in (contentlint.check, contentlint.fix):
        with pytest.raises(ConfigError, match=r"line 2: .*nope\.json"):
            work(text, "a.md", load_config(tmp_path))


def test_a_path_longer_than_any_is_told_or_does_without_a_cache(site: Site) -> None:
    for name in ("a.md", "b.md"):
        site.write(name, "<style>p{}</style>\n")
    assert len(site.found("--cache-dir", "c" * 5_000)) == 2
    ran = site.run("init", "f" * 5_000)
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert ran.err.startswith("contentlint: fff")


def test_where_none_stands_upward_the_config_of_what_is_checked_counts(site: Site) -> None:
    site.write("docs/contentlint.toml", 'select = ["trailing-whitespace"]\nexclude = ["old"]\n')
    for name in ("docs/a.md", "docs/old/b.md", "docs/new/c.md", "d.md"):
        site.write(name, "<style>p{}</style> \n")
    told = [("docs/a.md", "trailing-whitespace", 1), ("docs/new/c.md", "trailing-whitespace", 1)]
    assert site.found("docs") == told
    assert "docs/contentlint.toml" in site.run("config", "--show", "docs/new/c.md").out
    assert site.run("check", "docs/new/c.md", "docs/a.md").out.count("trailing-whitespace") == 2
    assert "style-block" in site.run("check", "docs/a.md", "d.md").out
    for link, target in (("to", "docs"), ("to.md", "docs/a.md")):
        (site.folder / link).symlink_to(site.folder / target)
    assert "style-block" not in site.run("check", "to").out
    assert "style-block" in site.run("check", "to.md").out
    site.write("contentlint.toml", 'select = ["style-block"]\n')
    assert "trailing-whitespace" not in site.run("check", "docs").out


def test_a_link_out_of_the_working_folder_brings_no_config(site: Site) -> None:
    article = site.write("far/a.md", "<style>p{}</style> \n")
    site.write("far/contentlint.toml", 'select = ["trailing-whitespace"]\n')
    here = Site(site.folder / "here")
    (here.folder / ".git").mkdir(parents=True)
    (here.folder / "to").symlink_to(site.folder / "far")
    (here.folder / "to.md").symlink_to(article)
    for path in ("to", "to.md", "to/a.md"):
        assert "trailing-whitespace" not in here.run("check", path, "--ignore", "source").out
    here.run("check", "--fix", "to.md")
    assert article.read_text(encoding="utf-8").endswith(" \n")
    (site.folder / "gone.toml").symlink_to("nowhere.toml")
    assert "gone.toml: the config cannot be read" in site.run("check", "--config", "gone.toml").err


def test_clean_removes_the_cache_of_the_folder_that_is_named(site: Site) -> None:
    for folder in ("", "s/"):
        site.write(f"{folder}contentlint.toml", "")
        site.write(f"{folder}.contentlint_cache/x", "")
    assert "removed s/.contentlint_cache" in site.run("clean", "s").err
    assert (site.folder / ".contentlint_cache").is_dir()
    assert site.run("clean", "nope").status == 2


def test_the_nearest_config_wins_whole(site: Site) -> None:
    site.write("pyproject.toml", '[tool.contentlint]\nselect = ["html"]\n')
    assert load_config(site.folder).get("select") == ["html"]
    site.write("contentlint.toml", 'select = ["links"]\n')
    assert load_config(site.folder).get("select") == ["links"]
    site.write(".contentlint.toml", 'select = ["privacy"]\n')
    assert load_config(site.folder).get("select") == ["privacy"]
    site.write("deep/contentlint.toml", 'exclude = ["x"]\n')
    assert load_config(site.folder / "deep").get("select") == ["recommended"]
    (site.folder / "deep/er").mkdir()
    assert load_config(site.folder / "deep/er").get("exclude") == ["x"]
    assert load_config(site.folder, isolated=True).get("select") == ["recommended"]


def test_a_pyproject_without_our_table_is_none(site: Site) -> None:
    site.write("contentlint.toml", 'select = ["links"]\n')
    for text in ("[project]\nname = 'x'\n", '[tool.poetry.dependencies]\ncontentlint = { version = "^1" }\n[broken\n'):
        site.write("deep/pyproject.toml", text)
        assert load_config(site.folder / "deep").get("select") == ["links"]


@pytest.mark.parametrize(
    "text",
    [
        '[tool]\ncontentlint.select=["html"]\n[tool.other\n',
        '[ tool . "contentlint" ]\n[tool.other\n',
        'tool.contentlint.select = ["html"]\n[tool.other\n',
        "[tool]\ncontentlint = {}\n[tool.other\n",
        "[tool.contentlint\n",
    ],
)
def test_a_broken_pyproject_with_our_table_is_told_however_it_is_written(site: Site, text: str) -> None:
    site.write("pyproject.toml", text)
    with pytest.raises(ConfigError, match=r"pyproject.toml:[123]: no valid TOML"):
        load_config(site.folder)
    site.write("pyproject.toml", '[project]\ndependencies = ["contentlint>=1"]\n[tool.other\n')
    assert load_config(site.folder).file == ""


@pytest.mark.parametrize("kind", ["a dangling link", "a folder", "a pipe"])
def test_a_config_that_is_no_file_is_told(site: Site, kind: str) -> None:
    path = site.folder / "contentlint.toml"
    if kind == "a dangling link":
        path.symlink_to("none.toml")
    elif kind == "a folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    with pytest.raises(ConfigError, match="the config cannot be read"):
        load_config(site.folder)


def test_extend_builds_on_another(site: Site) -> None:
    site.write(
        "base.toml",
        'select = ["html"]\nexclude = ["old"]\n[rules.blank-line-run]\nmost = 5\n[per-file-ignores]\n"a" = ["html"]\n',
    )
    site.write("contentlint.toml", 'extend = "base.toml"\nexclude = ["new"]\n[rules.style-block]\nseverity = "info"\n')
    config = load_config(site.folder)
    assert config.get("select") == ["html"]
    assert config.get("exclude") == ["new"]
    assert set(config.get("rules")) == {"blank-line-run", "style-block"}
    assert config.get("per-file-ignores") == {"a": ["html"]}


CUSTOM = '[[custom-rules]]\nname = "{}"\nmessage = "m"\npattern = "Kites"\n'


def test_a_config_keeps_and_may_name_the_rules_of_the_one_it_extends(site: Site) -> None:
    site.write("base.toml", 'select = ["house-x"]\n' + CUSTOM.format("house-x"))
    site.write("contentlint.toml", 'extend = "base.toml"\nextend-safe-fixes = ["house-x"]\n' + CUSTOM.format("own-y"))
    site.write("a.md", "Kites.\n")
    assert site.found() == [("a.md", "house-x", 1)]


def test_configs_that_build_on_each_other_without_end_are_told(site: Site) -> None:
    for number in range(200):
        site.write(f"f{number}.toml", f'extend = "f{number + 1}.toml"\n')
    site.write("contentlint.toml", 'extend = "f0.toml"\n')
    assert '.toml:1: "extend": 30 configs build on each other' in site.run("check").err


def test_options_and_severity_reach_the_rule(site: Site) -> None:
    site.write("contentlint.toml", '[rules.blank-line-run]\nmost = 1\nseverity = "error"\n')
    site.write("a.md", "Kites.\n\n\nHigh.\n")
    assert [each["severity"] for each in json.loads(site.run("check", "--output-format", "json").out)] == ["error"]


def test_per_file_ignores(site: Site) -> None:
    site.write("contentlint.toml", '[per-file-ignores]\n"legacy/**" = ["html"]\n"*.mdx" = ["style-block"]\n')
    for name in ("a.md", "legacy/b.md", "deep/legacy/c.md"):
        site.write(name, "<style>p{}</style>\n")
    assert [file for file, _, _ in site.found()] == ["a.md", "deep/legacy/c.md"]


def test_include_and_exclude(site: Site) -> None:
    site.write("contentlint.toml", 'include = ["*.txt"]\nexclude = ["drafts/**", "skip.md"]\n')
    for name in ("a.md", "b.txt", "drafts/c.md", "skip.md"):
        site.write(name, "Kites.\n")
    assert site.run("check", "--show-files").out.split() == ["a.md", "b.txt"]


SCHEMA = '{"type": "object", "properties": {"kite": {"type": "string", "enum": ["red", "blue"]}}}'


def test_which_schema_judges(site: Site) -> None:
    for name, colour in (("one", "red"), ("two", "blue"), ("three", "green"), ("four", "gold")):
        site.write(f"s/{name}.json", json.dumps({"properties": {"kite": {"const": colour}}}))
    site.write("contentlint.toml", 'schema = "s/one.json"\n[[schemas]]\nfiles = ["news/**"]\nschema = "s/two.json"\n')
    site.write("a.md", "---\nkite: red\n---\nKites.\n")
    site.write("news/b.md", "---\nkite: blue\n---\nKites.\n")
    site.write("news/c.md", "---\n$schema: s/three.json\nkite: green\n---\nKites.\n")
    site.write("news/d.md", "---\n# contentlint: schema=s/four.json\nkite: gold\n---\nKites.\n")
    site.write("news/e.md", "---\nkite: red\n---\nKites.\n")
    assert site.found() == [("news/e.md", "schema-violation", 2)]
    assert {file for file, _, _ in site.found("--schema", "s/one.json")} == {"news/b.md"}


def test_a_schema_outside_the_project_is_refused(site: Site) -> None:
    site.write("project/a.md", "---\n$schema: ../../s.json\n---\nKites.\n")
    site.write("s.json", "{}")
    site.write("project/contentlint.toml", 'schema = "../s.json"\n')
    assert "inside the project" in site.run("check", "--config", "project/contentlint.toml").err


def test_custom_rules(site: Site) -> None:
    site.write("contentlint.toml", """
[[custom-rules]]
name = "house-promo"
message = "house promotion block"
selector = "div.promo"
fix = "remove"
safety = "unsafe"

[[custom-rules]]
name = "old-name"
message = "we are called Kite & Co now"
pattern = "Kites Ltd\\\\.?"
replace = "Kite & Co"
severity = "error"

[[custom-rules]]
name = "no-layout"
message = "the layout is chosen by folder"
key = "layout"
fix = "remove"
""")  # fmt: skip
    text = '---\ntitle: A\nlayout: post\n---\n<div class="promo"><p>Buy!</p></div>\n\nBy Kites Ltd. `Kites Ltd`\n'
    article = site.write("a.md", text)
    assert site.found("--select", "custom") == [
        ("a.md", "no-layout", 3),
        ("a.md", "house-promo", 5),
        ("a.md", "old-name", 7),
    ]
    assert site.found("--select", "house-promo") == [("a.md", "house-promo", 5)]
    site.run("check", "--fix", "--unsafe-fixes", "--select", "custom")
    assert article.read_text() == "---\ntitle: A\n---\n\nBy Kite & Co `Kites Ltd`\n"
    site.write("b.md", "<!-- contentlint-disable-next-line old-name -- history -->\nKites Ltd was its name.\n")
    assert site.found("b.md") == []


def test_a_pattern_among_the_options_is_told_where_it_stands(site: Site) -> None:
    site.write("contentlint.toml", 'select = ["ALL"]\n\n[rules.boilerplate-line]\nlines = ["("]\n')
    ran = site.run("check")
    assert ran.status == 2
    assert ran.err.startswith('contentlint: contentlint.toml:4: boilerplate-line: "(" is no regular expression')


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        pytest.param(
            'pattern = "^2020"\nfix = "remove"',
            "old: 2020-01-01\ntitle: A\n",
            "title: A\n",
            id="removed where it matches",
        ),
        pytest.param(
            'pattern = "^2020"\nfix = "remove"', "old: 2021-01-01\ntitle: A\n", "old: 2021-01-01\ntitle: A\n", id="kept"
        ),
        pytest.param(
            'pattern = "Kite"\nreplace = "New: \\"x\\" #y"', "old: Kite\n", "old: 'New: \"x\" #y'\n", id="in quotes"
        ),
        pytest.param('replace = "false"', "old: true\n", "old: false\n", id="a switch"),
        pytest.param('replace = "false"', "old: false\n", "old: false\n", id="a switch that is right"),
    ],
)
def test_a_rule_about_a_key_mends_its_value(site: Site, rule: str, before: str, after: str) -> None:
    head = '[[custom-rules]]\nname = "own-key"\nmessage = "m"\nkey = "old"\nsafety = "safe"\n'
    site.write("contentlint.toml", f'select = ["custom"]\n\n{head}{rule}\n')
    article = site.write("a.md", f"---\n{before}---\n\nKites.\n")
    site.run("check", "--fix")
    assert article.read_text() == f"---\n{after}---\n\nKites.\n"


def test_a_selector_with_an_old_name_warns_nobody(site: Site) -> None:
    site.write("contentlint.toml", '[[custom-rules]]\nname = "lorem"\nmessage = "m"\nselector = "p:contains(lorem)"\n')
    site.write("a.md", "<p>lorem</p>\n")
    ran = site.run("check", "--no-cache")
    assert "lorem" in ran.out
    assert "Warning" not in ran.err


def test_a_pattern_nested_too_deep_is_told(site: Site) -> None:
    pattern = "(" * 1000 + ")" * 1000
    site.write("contentlint.toml", f'[[custom-rules]]\nname = "deep-one"\nmessage = "m"\npattern = "{pattern}"\n')
    site.write("a.md", "a\n")
    ran = site.run("check")
    assert ran.status == 2
    assert 'the pattern of the custom rule "deep-one" cannot be used' in ran.err


def test_a_hostile_pattern_ends_in_a_finding(site: Site) -> None:
    site.write("contentlint.toml", '[[custom-rules]]\nname = "slow"\nmessage = "m"\npattern = "(?:a|aa|b?a)+$"\n')
    site.write("a.md", "a" * 5000 + "!\n")
    ran = site.run("check", "--output-format", "concise")
    assert ran.status == 1
    assert "took longer" in ran.out


# -- rules that others install ----------------------------------------------------------------------------------------

INSTALLED = """
from contentlint.rule import Bad, Rule

class TooWindy(Rule):
    \"\"\"The wind is too strong.

    Kites break.
    \"\"\"

    name = "too-windy"
    good = ("calm",)
    bad = (Bad("⟦storm⟧"),)

    def check(self, document):
        at = document.text.find("storm")
        if at >= 0:
            from contentlint.text import Span
            yield self.finding(Span(at, at + 5), "too strong a wind")
"""


def test_an_installed_package_brings_rules(site: Site) -> None:
    site.write("packages/weather.py", INSTALLED)
    site.write("packages/weather-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: weather\nVersion: 1.0\n")
    site.write("packages/weather-1.0.dist-info/entry_points.txt", "[contentlint.rules]\nweather = weather\n")
    site.write("article.md", "Kites in a storm.\n")
    path = os.pathsep.join((str(Path(__file__).parent.parent), str(site.folder / "packages")))
    ran = site.run("check", "--output-format", "concise", "article.md", PYTHONPATH=path)
    assert "article.md:1:12: warning too-windy too strong a wind" in ran.out
    assert "too-windy" not in site.run("check", "article.md").out


@pytest.mark.parametrize(
    ("code", "told"),
    [
        pytest.param("import nothere", "ModuleNotFoundError: No module named 'nothere'", id="no such module"),
        pytest.param("raise SystemExit(3)", "SystemExit: 3", id="an end"),
        pytest.param("class (", "SyntaxError: ", id="no Python"),
    ],
)
def test_an_installed_package_that_cannot_be_loaded_is_named(site: Site, code: str, told: str) -> None:
    site.write("packages/weather/__init__.py", "")
    file = site.write("packages/weather/winds.py", code)
    site.write("packages/weather-1.0.dist-info/entry_points.txt", "[contentlint.rules]\nweather = weather\n")
    site.write("article.md", "Kites in a storm.\n")
    path = os.pathsep.join((str(Path(__file__).parent.parent), str(site.folder / "packages")))
    ran = site.run("check", "article.md", PYTHONPATH=path)
    assert ran.status == 2
    assert ran.err.startswith(f"contentlint: {file}: the rules of the package weather cannot be loaded: {told}")


def test_the_cache_sees_that_an_installed_package_is_another(site: Site) -> None:
    rules = site.write("packages/weather/rules.py", INSTALLED)
    site.write("packages/weather/__init__.py", "")
    site.write("packages/weather-1.0.dist-info/entry_points.txt", "[contentlint.rules]\nweather = weather\n")
    for name in ("a.md", "b.md"):
        site.write(name, "Kites in a storm, and a calm.\n")
    path = os.pathsep.join((str(Path(__file__).parent.parent), str(site.folder / "packages")))
    for message in ("too strong a wind", "too strong a breeze", "too strong a hurricane"):
        rules.write_text(INSTALLED.replace("too strong a wind", message))
        assert message in site.run("check", "a.md", "b.md", PYTHONPATH=path).out


def test_a_checked_folder_brings_none(site: Site) -> None:
    site.write("weather.py", INSTALLED)
    site.write("weather-1.0.dist-info/entry_points.txt", "[contentlint.rules]\nweather = weather\n")
    site.write("article.md", "Kites in a storm.\n")
    assert "too-windy" not in site.run("check", "--output-format", "concise", "article.md").out
