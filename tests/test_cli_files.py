"""Which files are checked, and what is said of those that are not."""

from __future__ import annotations

import inspect
import os
import sys

import pytest

from contentlint import files
from contentlint.config_file import load_config
from tests.conftest import CLEAN, STYLE, Site, posix


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
    site.write("hidden/.a.html", CLEAN)
    assert site.run("check", "hidden").err == "nothing to check: no content files under hidden, 1 hidden\n"


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


def test_paths_and_patterns_from_a_folder_below_the_config(site: Site) -> None:
    site.write("contentlint.toml", "")
    site.write("sub/drafts/a.md", STYLE)
    below = Site(site.folder / "sub")
    for pattern in ("drafts/a.md", "./drafts", "drafts/**", str(below.folder / "drafts")):
        ran = below.run("check", "--exclude", pattern)
        assert "nothing to check" in ran.err, pattern
    assert "nothing to check" in below.run("check", "--show-files", "--exclude", "drafts").err
    assert below.found("..", "drafts/a.md") == [("drafts/a.md", "style-block", 3)]


def test_what_is_built_or_written_by_others_is_not_checked(site: Site) -> None:
    for name in ("mkdocs.yml", "_config.yml"):
        site.write(name, "")
    site.write("docs/themes/a.md", STYLE)
    for name in ("site/index.html", "themes/next/README.md"):
        site.write(name, STYLE)
    assert site.found() == [("docs/themes/a.md", "style-block", 3)]


def test_a_file_called_like_a_flag_is_refused(site: Site) -> None:
    site.write("--fix", CLEAN)
    site.write("a.md", STYLE)
    ran = site.run("check", "--fix", "a.md")
    assert ran.status == 2
    assert 'put "--" before file names' in ran.err
    assert site.run("check", "--", "--fix").status == 0


def test_names_are_relative_to_the_working_folder(site: Site) -> None:
    site.write("posts/a.md", STYLE)
    folder = str(site.folder.resolve())
    for path in ("posts/../posts/a.md", "./posts", f"{folder}/posts/a.md", folder):
        assert site.found(path) == [("posts/a.md", "style-block", 3)]


@posix
def test_a_link_to_nothing_is_told(site: Site) -> None:
    site.write("a.md", CLEAN)
    (site.folder / "b.md").symlink_to("none.md")
    ran = site.run("check")
    assert ran.status == 0
    assert ran.err == "contentlint: b.md: it is a link to nothing: left alone\nno findings in 1 file\n"


def test_a_path_that_is_not_there_is_no_file_without_findings(site: Site) -> None:
    site.write("a.md", "Kites.\n")
    ran = site.run("check", "a.md", "nope.md")
    assert ran.status == 2
    assert "no findings in 1 file, 1 path not checked" in ran.err


def test_a_file_behind_a_linked_folder_is_one_with_itself(site: Site) -> None:
    site.write("sub/b.md", STYLE)
    (site.folder / "linked").symlink_to("sub")
    assert {name for name, _, _ in site.found("linked", "sub")} == {"sub/b.md"}
    assert {name for name, _, _ in site.found("linked")} == {"linked/b.md"}
