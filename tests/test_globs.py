"""Patterns of paths mean what they mean to git, and take no longer for being hostile."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from contentlint.globs import Unfit, matcher

MEANT = [
    ("*.md", "a.md", True),
    ("*.md", "x/y/a.md", True),
    ("/*.md", "x/a.md", False),
    ("drafts/", "drafts/", True),
    ("drafts/", "drafts", False),
    ("drafts", "x/drafts", True),
    ("drafts/**", "drafts/a/b.md", True),
    ("drafts/**", "x/drafts/a.md", False),
    ("**/drafts/*.md", "drafts/a.md", True),
    ("a/**/b.md", "a/b.md", True),
    ("a/**/b.md", "a/x/y/b.md", True),
    ("a/*/b.md", "a/x/y/b.md", False),
    ("kite?.md", "kite1.md", True),
    ("kite?.md", "kite/.md", False),
    ("kite[0-9].md", "kite7.md", True),
    ("kite[!0-9].md", "kite7.md", False),
    ("kite[[:digit:]].md", "kite7.md", True),
    ("kite[[:punct:]a].md", "kite!.md", True),
    ("kite[[:punct:]a].md", "kite].md", True),
    ("kite[[:punct:]a].md", "kiteb.md", False),
    ("kite[![:xdigit:]].md", "kitef.md", False),
    ("kite[[:blank:][:cntrl:]].md", "kite .md", True),
    ("kite[[:space:]].md", "kites.md", False),
    ("kite[]].md", "kite].md", True),
    (r"\!a.md", "!a.md", True),
    (r"\#a.md", "#a.md", True),
    ("#a.md", "#a.md", False),
    (r"a\ ", "a ", True),
    ("a ", "a", True),
    (r"a\*.md", "ab.md", False),
    (r"a\*.md", "a*.md", True),
    ("风筝/*.md", "风筝/一.md", True),
]


@pytest.mark.parametrize(("pattern", "path", "is_meant"), MEANT)
def test_patterns(pattern: str, path: str, is_meant: bool) -> None:
    assert matcher([pattern])(path) is is_meant


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_agrees(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    for pattern, path, is_meant in MEANT:
        if path.endswith("/"):  # git looks whether the folder is there
            (tmp_path / path).mkdir(exist_ok=True)
        (tmp_path / ".gitignore").write_text(pattern + "\n", encoding="utf-8")
        asked = subprocess.run(["git", "check-ignore", "-q", "--no-index", path], cwd=tmp_path, check=False)
        assert (asked.returncode == 0) is is_meant, (pattern, path)
        if path.endswith("/"):
            (tmp_path / path).rmdir()


def test_the_last_that_matches_counts() -> None:
    is_meant = matcher(["*.md", "!kite.md", "old/kite.md"])
    assert [is_meant(path) for path in ("a.md", "kite.md", "old/kite.md")] == [True, False, True]


def test_a_pattern_that_matches_nothing_is_refused() -> None:
    with pytest.raises(Unfit):
        matcher(["[z-a].md"])
    with pytest.raises(Unfit, match="there is no class"):
        matcher(["[[:kites:]].md"])


def test_hostile_patterns_end() -> None:
    assert not matcher(["*a" * 60 + "b"])("a" * 4000)
    assert not matcher(["**/a/" * 60 + "b"])("a/" * 1000 + "c")


SETS = [
    ("/*\n!/content/\n", ["content/", "content/a.md", "a.md", "other/a.md"]),
    ("content/*\n!content/posts/\n", ["content/a.md", "content/posts/", "content/posts/a.md", "content/x/a.md"]),
    ("vendor/*/\n!vendor/keep/\n", ["vendor/keep/a.md", "vendor/other/a.md", "vendor/a.md"]),
    ("posts\n!posts/\n", ["posts/", "posts/a.md"]),
    ("posts/\n!posts/a.md\n", ["posts/a.md"]),  # what lies in an ignored folder cannot come back
    ("*.md\n!kites.md\n", ["a.md", "x/kites.md", "x/a.md"]),
    ("**/drafts/\n!**/drafts/\nx/drafts/\n", ["drafts/a.md", "x/drafts/a.md"]),
]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize(("patterns", "paths"), SETS)
def test_git_agrees_on_what_comes_back(tmp_path: Path, patterns: str, paths: list[str]) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / ".gitignore").write_text(patterns, encoding="utf-8")
    is_meant = matcher(patterns.splitlines())
    for path in paths:
        file = tmp_path / path
        (file if path.endswith("/") else file.parent).mkdir(parents=True, exist_ok=True)
        if not path.endswith("/"):
            file.write_text("x", encoding="utf-8")
    for path in paths:
        asked = subprocess.run(["git", "check-ignore", "-q", "--no-index", path], cwd=tmp_path, check=False)
        assert (asked.returncode == 0) is is_meant(path), (patterns, path)
