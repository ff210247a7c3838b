"""With git: `--changed`, and the hooks run by pre-commit itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Site, posix

STYLE = "<style>p{}</style>\n\nKites.\n"
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(site: Site) -> Site:
    (site.folder / ".git").rmdir()
    git(site.folder, "init", "-q", "-b", "main")
    site.write("old.md", STYLE)
    site.write("kept.md", STYLE + "\nHigh.\n")
    git(site.folder, "add", ".")
    git(site.folder, "commit", "-q", "-m", "first")
    git(site.folder, "checkout", "-q", "-b", "work")
    return site


def test_only_changed_files(repository: Site) -> None:
    assert repository.found("--changed") == []
    (repository.folder / "kept.md").write_text(STYLE + "\nHigher.\n")
    repository.write("new/untracked.md", STYLE)
    assert repository.found("--changed") == [("kept.md", "style-block", 1), ("new/untracked.md", "style-block", 1)]
    git(repository.folder, "add", ".")
    git(repository.folder, "commit", "-q", "-m", "second")
    assert len(repository.found("--changed=main")) == 2
    assert repository.found("--changed=HEAD") == []
    assert repository.found("--changed", "new") == [("new/untracked.md", "style-block", 1)]


def test_only_changed_lines(repository: Site) -> None:
    (repository.folder / "kept.md").write_text(STYLE + "\nHigher.\n\n<center>Kites</center>\n")
    for flags in (["--changed", "--changed-lines"], ["--changed-lines"]):
        assert repository.found(*flags) == [("kept.md", "presentational-markup", 7)]


@posix
def test_a_new_link_changes_nothing_of_what_it_leads_to(repository: Site) -> None:
    (repository.folder / "link.md").symlink_to("old.md")
    assert repository.found("--changed") == []
    repository.write("old.md", STYLE + "\nHigher.\n")
    assert repository.found("--changed") == [("old.md", "style-block", 1)]


LINES = "One.\n\nTwo.\n\n<center>Old</center>\n\nThree.\n"


@pytest.mark.parametrize(
    ("name", "before", "after", "rows"),
    [
        pytest.param("a.md", LINES, LINES.replace("Two", "<tt>Two</tt>"), [3], id="one line"),
        pytest.param("a.md", LINES, LINES.replace("\n<center>", " <center>"), [4], id="a line joined"),
        pytest.param("a.md", "A.\rB.\r\r" + LINES, "A.\rB.\r\r" + LINES.replace("Three", "<tt>3</tt>"), [10], id="lone CR"),
        pytest.param("a.md", "A.\r" + LINES, "<tt>A</tt>.\r" + LINES, [1], id="a line of git's with two of ours"),
        pytest.param("a.md", LINES, LINES.replace("One", "1").replace("Three", "3"), [], id="beside it"),
        pytest.param("a.md", "<style>\na{}\n\nb{}\n</style>\n", "<style>\na{}\nb{}\n</style>\n", [1], id="a line taken out of it"),
        pytest.param("a.md", "A.\n\n" + LINES, LINES, [], id="lines taken from above it"),
        pytest.param("a.md", LINES.replace("Old</center>\n", "Old</center>\nA.\n"), LINES, [], id="a line taken from below it"),
        pytest.param("a.md", "", "<tt>A.</tt>\n", [1], id="once empty"),
        pytest.param("[x].md", LINES, LINES.replace("Two", "<tt>Two</tt>"), [3], id="a set of letters"),
        pytest.param("é ü.md", LINES, LINES.replace("Two", "<tt>Two</tt>"), [3], id="beyond ASCII"),
        *([] if os.name == "nt" else [
            pytest.param(":!x.md", LINES, LINES.replace("Two", "<tt>Two</tt>"), [3], id="a pathspec that excludes"),
            pytest.param("*.md", LINES, LINES.replace("Two", "<tt>Two</tt>"), [3], id="a pathspec for all"),
        ]),
    ],
)  # fmt: skip
def test_rows_that_changed(repository: Site, name: str, before: str, after: str, rows: list[int]) -> None:
    git(repository.folder, "config", "diff.interHunkContext", "9")
    git(repository.folder, "config", "diff.relative", "true")
    repository.write("news/x.md", "A.\n" * 9)
    repository.write(f"news/{name}", before)
    git(repository.folder, "add", ".")
    git(repository.folder, "commit", "-q", "-m", "second")
    repository.write("news/x.md", "B.\n" * 9)
    repository.write(f"news/{name}", after)
    for folder, called in ((repository, f"news/{name}"), (Site(repository.folder / "news"), name)):
        found = folder.found("--select", "html", "--changed=HEAD", "--changed-lines")
        assert [(file, row) for file, _, row in found] == [(called, row) for row in rows]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("link", ["l.md", "linked/old.md"])
def test_rows_of_what_a_link_leads_to(repository: Site, link: str) -> None:
    repository.write("posts/old.md", LINES)
    (repository.folder / "l.md").symlink_to("posts/old.md")
    (repository.folder / "linked").symlink_to("posts")
    git(repository.folder, "add", ".")
    git(repository.folder, "commit", "-q", "-m", "second")
    repository.write("posts/old.md", LINES.replace("Two", "<tt>Two</tt>"))
    found = repository.found("--changed=HEAD", "--changed-lines", link)
    assert found == [(link, "presentational-markup", 3)]


def test_what_was_not_checked_is_told_whatever_lines_changed(repository: Site) -> None:
    repository.write("kept.md", STYLE.encode() + b"\nHigh \xff.\n")
    git(repository.folder, "commit", "-q", "-a", "-m", "second")
    repository.write("kept.md", STYLE.encode() + b"\nHigh \xff.\n\n<script>\n")
    assert [rule for _, rule, _ in repository.found("--changed=HEAD", "--changed-lines")] == ["not-utf8"]


PROGRAMS = {
    "core.fsmonitor": "",
    "diff.own.textconv": "*.md diff=own",
    "diff.own.command": "*.md diff=own",
    "diff.external": "",
    "filter.own.clean": "*.md filter=own",
    "filter.a=b.c.clean": "*.md filter=a=b.c",
    "filter.own.process": "*.md filter=own",
}


@pytest.mark.skipif(os.name == "nt", reason="the program is a shell script")
@pytest.mark.parametrize("key", [*PROGRAMS, "hook"])
def test_no_program_that_a_repository_names_is_started(repository: Site, key: str) -> None:
    name = ".git/hooks/post-index-change" if key == "hook" else ".git/own.sh"
    ran = repository.folder / "ran"
    program = repository.write(name, f"#!/bin/sh\ntouch '{ran}'\ncat\n")
    program.chmod(0o755)
    if key != "hook":
        git(repository.folder, "config", key, str(program))
        git(repository.folder, "config", key.rpartition(".")[0] + ".required", "true")
        repository.write(".gitattributes", PROGRAMS[key] + "\n")
    (repository.folder / "kept.md").write_text(STYLE + "\nHigher.\n")
    os.utime(repository.folder / "old.md", (1, 1))
    assert repository.found("--changed", "--changed-lines") == []
    assert not ran.exists()


@pytest.fixture
def clone(repository: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A clone of the newest commit of two, its branch "work"."""
    (repository.folder / "kept.md").write_text(STYLE + "\nHigher.\n")
    git(repository.folder, "commit", "-q", "-a", "-m", "second")
    git(repository.folder, "config", "uploadpack.allowFilter", "true")
    folder = tmp_path_factory.mktemp("clone")
    git(folder, "clone", "-q", "--depth=1", "--no-single-branch", repository.folder.as_uri(), ".")
    return Site(folder)


def test_a_shallow_clone_is_told(clone: Site) -> None:
    ran = clone.run("check", "--changed=origin/main")
    assert ran.status == 2
    assert '"origin/main" and what is checked out have no commit in common; this clone is shallow' in ran.err
    assert 'no revision "HEAD~1"; this clone is shallow' in clone.run("check", "--changed=HEAD~1").err


def test_what_was_compared_is_told_where_nothing_changed(clone: Site) -> None:
    ran = clone.run("check", "--changed")
    assert ran.status == 0
    assert "no content file has changed since origin/HEAD, whose last commit is checked out" in ran.err


def test_nothing_is_fetched(clone: Site, repository: Site) -> None:
    shutil.rmtree(clone.folder / ".git")
    (clone.folder / "kept.md").unlink()
    (clone.folder / "old.md").unlink()
    git(clone.folder, "clone", "-q", "--filter=blob:none", repository.folder.as_uri(), ".")
    assert clone.found("--changed=origin/main") == [("kept.md", "style-block", 1)]
    clone.write("kept.md", "Kites.\n")
    ran = clone.run("check", "--changed=origin/main")
    assert ran.status == 2
    assert "nothing is fetched here" in ran.err


def test_git_may_be_missing(repository: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    ran = repository.run("check", "--changed")
    assert ran.status == 2
    assert "git, which is not installed" in ran.err


@pytest.mark.parametrize("revision", ["nowhere", "--all", "main:old.md"])
def test_an_unknown_revision_is_told(repository: Site, revision: str) -> None:
    ran = repository.run("check", f"--changed={revision}")
    assert ran.status == 2
    assert f'no revision "{revision}"' in ran.err


def test_a_default_branch_that_is_not_known_is_asked_for(repository: Site) -> None:
    git(repository.folder, "branch", "-m", "main", "trunk")
    repository.write("new.md", STYLE)
    ran = repository.run("check", "--changed", GIT_CONFIG_GLOBAL=os.devnull)
    assert ran.status == 2
    assert "--changed=BRANCH" in ran.err
    assert repository.found("--changed=trunk") == [("new.md", "style-block", 1)]
    git(repository.folder, "config", "init.defaultBranch", "trunk")
    assert repository.found("--changed") == [("new.md", "style-block", 1)]


def test_without_a_commit_nothing_has_changed(site: Site) -> None:
    (site.folder / ".git").rmdir()
    git(site.folder, "init", "-q", "-b", "main")
    ran = site.run("check", "--changed")
    assert ran.status == 2
    assert "there is no commit yet" in ran.err


def test_outside_a_repository(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(STYLE)
    ran = Site(tmp_path).run("check", "--changed", GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert ran.status == 2
    assert ran.err.count("\n") == 1


def test_the_hooks_by_pre_commit(repository: Site) -> None:
    """pre-commit runs the hooks as .pre-commit-hooks.yaml has them, with this checkout's command on the path."""
    pytest.importorskip("pre_commit")
    import yaml

    hooks = yaml.safe_load((Path(__file__).parent.parent / ".pre-commit-hooks.yaml").read_text())
    local = [{**hook, "language": "system"} for hook in hooks]
    repository.write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [{"repo": "local", "hooks": local}]}))
    article = repository.write("posts/a b.md", STYLE)
    for name in ("posts/-x.md", "-x.md"):
        repository.write(name, "Kites.\n")
    git(repository.folder, "add", ".")
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "PRE_COMMIT_HOME": str(repository.folder / ".cache")}  # fmt: skip

    def hook(name: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", "run", name, "--color", "never"]
        return subprocess.run(
            command, cwd=repository.folder, capture_output=True, text=True, check=False, env=environment
        )

    ran = hook("contentlint")
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "error[style-block]" in ran.stdout
    assert article.read_text() == STYLE
    ran = hook("contentlint-fix")
    assert ran.returncode == 1
    assert "files were modified by this hook" in ran.stdout
    assert article.read_text() == "Kites.\n"
    git(repository.folder, "add", "posts")
    assert hook("contentlint").returncode == 0, hook("contentlint").stdout
    assert hook("contentlint-fix").returncode == 0
