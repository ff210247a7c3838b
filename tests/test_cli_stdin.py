"""Standard input: checked by its name, and never lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import STYLE, TWO, Site, posix


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


def test_standard_input_too_large_is_a_finding(site: Site) -> None:
    ran = site.run("check", "--stdin-filename", "a.md", "--output-format", "concise", "-", stdin=b"a" * 10_000_001)
    assert "limit-exceeded" in ran.out
    assert ran.status == 1
