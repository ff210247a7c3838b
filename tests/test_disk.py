"""A file is the old one or the new one, whatever happens, and its surroundings stay as they were."""

from __future__ import annotations

import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from contentlint import disk

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX file modes and links")
not_root = pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "kites.md"
    path.write_bytes(b"old\n")
    return path


def test_writes_the_new_bytes_and_keeps_the_mode(article: Path) -> None:
    article.chmod(0o640)
    disk.write(disk.read(article), b"new\n")
    assert article.read_bytes() == b"new\n"
    assert stat.S_IMODE(article.stat().st_mode) == 0o640
    assert os.listdir(article.parent) == ["kites.md"]


def test_unchanged_bytes_are_not_written(article: Path) -> None:
    before = article.stat()
    disk.write(disk.read(article), b"old\n")
    after = article.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_file_changed_meanwhile_is_left_alone(article: Path) -> None:
    content = disk.read(article)
    article.write_bytes(b"someone else's\n")
    with pytest.raises(disk.Unusable, match="someone else"):
        disk.write(content, b"new\n")
    assert article.read_bytes() == b"someone else's\n"
    assert os.listdir(article.parent) == ["kites.md"]


@pytest.mark.parametrize("call", ["fsync", "replace", "fchmod", "write"])
@posix
def test_a_failing_system_call_leaves_the_old_bytes(article: Path, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content = disk.read(article)

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(disk.Unusable, match="No space left"):
        disk.write(content, b"new\n")
    monkeypatch.undo()
    assert article.read_bytes() == b"old\n"
    assert os.listdir(article.parent) == ["kites.md"]


@posix
def test_a_symbolic_link_stays_one(article: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(article)
    disk.write(disk.read(link), b"new\n", tmp_path)
    assert link.is_symlink()
    assert article.read_bytes() == b"new\n"


@posix
def test_a_link_out_of_the_project_is_not_followed_for_writing(article: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    link = project / "link.md"
    link.symlink_to(article)
    with pytest.raises(disk.Unusable, match="outside the project"):
        disk.write(disk.read(link), b"new\n", project)
    assert article.read_bytes() == b"old\n"


@posix
def test_hard_links_are_not_split(article: Path, tmp_path: Path) -> None:
    os.link(article, tmp_path / "twin.md")
    with pytest.raises(disk.Unusable, match="hard links"):
        disk.write(disk.read(article), b"new\n")
    assert (tmp_path / "twin.md").read_bytes() == article.read_bytes() == b"old\n"


@posix
def test_a_read_only_file_is_not_replaced(article: Path) -> None:
    article.chmod(0o444)
    with pytest.raises(disk.Unusable, match="read-only"):
        disk.write(disk.read(article), b"new\n")
    assert article.read_bytes() == b"old\n"


@posix
def test_an_owner_that_cannot_be_kept_is_told(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content, mine = disk.read(article), os.fstat

    def others(descriptor: int) -> os.stat_result:
        status = list(mine(descriptor))
        status[stat.ST_GID] += 1
        return os.stat_result(status)

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "fchown", refuse)
    monkeypatch.setattr(os, "fstat", others)
    with pytest.raises(disk.Unusable, match="owner or group"):
        disk.write(content, b"new\n")
    assert article.read_bytes() == b"old\n"


def test_a_report_below_a_file_is_told(article: Path) -> None:
    with pytest.raises(disk.Unusable, match="a part of its path is a file"):
        disk.write_new(article / "report.json", "new\n")


@posix
def test_extended_attributes_are_kept(article: Path) -> None:
    if not hasattr(os, "setxattr"):
        pytest.skip("no extended attributes on this system")
    try:
        os.setxattr(article, "user.note", b"kept")
    except OSError:
        pytest.skip("no extended attributes on this file system")
    disk.write(disk.read(article), b"new\n")
    assert os.getxattr(article, "user.note") == b"kept"


@posix
def test_a_report_is_written_over_as_an_article_is(article: Path, tmp_path: Path) -> None:
    article.chmod(0o640)
    disk.write_new(article, "new\n")
    assert article.read_bytes() == b"new\n"
    assert stat.S_IMODE(article.stat().st_mode) == 0o640
    os.link(article, tmp_path / "twin.md")
    with pytest.raises(disk.Unusable, match=r"kites.md was not written: it has several hard links.*split$"):
        disk.write_new(article, "newer\n")
    (tmp_path / "twin.md").unlink()
    article.chmod(0o444)
    with pytest.raises(disk.Unusable, match="read-only"):
        disk.write_new(article, "newer\n")
    assert article.read_bytes() == b"new\n"


@posix
def test_a_new_report_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        disk.write_new(tmp_path / "reports" / "new.json", "[]\n")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "reports" / "new.json").stat().st_mode) == 0o640


@posix
@pytest.mark.parametrize("name", ["report.json", "linked/report.json"])
def test_a_report_is_not_written_through_a_link_out_of_the_project(tmp_path: Path, name: str) -> None:
    project, outside = tmp_path / "project", tmp_path / "outside"
    project.mkdir()
    outside.mkdir()
    (project / "report.json").symlink_to(outside / "report.json")
    (project / "linked").symlink_to(outside)
    with pytest.raises(disk.Unusable, match="outside the project"):
        disk.write_new(project / name, "[]\n", project)
    assert os.listdir(outside) == []
    disk.write_new(outside / "report.json", "[]\n", project)
    assert (outside / "report.json").read_text() == "[]\n"


def test_a_long_name_can_be_written(tmp_path: Path) -> None:
    article = tmp_path / ("k" * 252 + ".md")
    article.write_bytes(b"old\n")
    disk.write(disk.read(article), b"new\n")
    assert article.read_bytes() == b"new\n"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(disk.Unusable, match="folder"):
        disk.read(tmp_path)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(disk.Unusable, match="no such file"):
        disk.read(tmp_path / "none.md")


@posix
@not_root
def test_permission_denied(article: Path) -> None:
    article.chmod(0)
    with pytest.raises(disk.Unusable, match="permission denied"):
        disk.read(article)


@posix
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    told: list[str] = []

    def read() -> None:
        try:
            disk.read(tmp_path / "pipe.md")
        except disk.Unusable as error:
            told.append(str(error))

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    thread.join(5)
    assert told == ["it is no regular file"]


def test_too_large(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "MAX_BYTES", 3)
    with pytest.raises(disk.Unusable, match="larger than"):
        disk.read(article)
