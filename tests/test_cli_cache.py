"""What is remembered of an earlier run: never more than still holds."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.conftest import CLEAN, STYLE, TWO, Site


def test_check_writes_nothing_but_its_cache(site: Site) -> None:
    site.write("a.md", STYLE)
    site.write("b.md", STYLE)
    site.run("check")
    assert sorted(os.listdir(site.folder)) == [".contentlint_cache", ".git", "a.md", "b.md"]


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


def test_clean_removes_the_cache(site: Site) -> None:
    for name in ("a.md", "b.md"):
        site.write(name, CLEAN)
    site.run("check")
    assert (site.folder / ".contentlint_cache").is_dir()
    assert site.run("clean").err == "removed .contentlint_cache\n"
    assert not (site.folder / ".contentlint_cache").exists()
    assert site.run("clean").err == "there is no cache\n"


def test_a_link_for_a_cache_is_left_alone(site: Site, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (site.folder / ".contentlint_cache").symlink_to(elsewhere)
    for name in ("a.md", "b.md"):
        site.write(name, STYLE)
    assert site.run("check").status == 1
    assert os.listdir(elsewhere) == []
