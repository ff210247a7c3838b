"""With git: `--changed`, and the hooks run by pre-commit itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Site

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


@pytest.mark.skipif(os.name == "nt", reason="the program is a shell script")
def test_no_program_that_a_repository_names_is_started(repository: Site) -> None:
    program = repository.write(".git/watch.sh", "#!/bin/sh\ntouch ran\n")
    program.chmod(0o755)
    git(repository.folder, "config", "core.fsmonitor", str(program))
    git(repository.folder, "config", "diff.own.textconv", str(program))
    repository.write(".gitattributes", "*.md diff=own\n")
    (repository.folder / "kept.md").write_text(STYLE + "\nHigher.\n")
    repository.run("check", "--changed", "--changed-lines")
    assert not (repository.folder / "ran").exists()


def test_git_may_be_missing(repository: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    ran = repository.run("check", "--changed")
    assert ran.status == 2
    assert "git, which is not installed" in ran.err


def test_an_unknown_revision_is_told(repository: Site) -> None:
    ran = repository.run("check", "--changed=nowhere")
    assert ran.status == 2
    assert 'no revision "nowhere"' in ran.err


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
    repository.write("posts/-x.md", "Kites.\n")
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
