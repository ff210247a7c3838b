"""Files read without surprise, and written whole or not at all but for hard links that are written over."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from contentlint.interrupts import held_back

MAX_BYTES = 10_000_000
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | getattr(os, "O_BINARY", 0)
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)

_CHANGED = "it was changed by someone else meanwhile"
_LINKED = "it has several hard links, which writing would split"


class Unusable(Exception):
    """A file that cannot be read or must not be written, and why."""


class Outside(Unusable):
    """A file that lies outside the project, links followed."""


class TooLarge(Unusable):
    """A file with more bytes than are read."""


class Stamp(NamedTuple):
    """What tells that a file was not changed by someone else."""

    inode: int
    size: int
    mtime_ns: int
    ctime_ns: int


class Content(NamedTuple):
    """The bytes of a regular file, the path they were read from (`is_link`: the end of a link), and its stamp."""

    path: str
    data: bytes
    stamp: Stamp
    is_link: bool = False


def read(path: str | Path) -> Content:
    """Read a regular file of at most 10 MB; a symbolic link is followed to its target.

    Raises:
        Unusable: it is missing, no regular file, too large, forbidden, or changes while it is read.
    """
    try:
        real, descriptor = _opened(os.fspath(path))
    except OSError as error:
        raise Unusable(reason(error)) from None
    try:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            raise Unusable("it is a folder" if stat.S_ISDIR(before.st_mode) else "it is no regular file")
        if before.st_size > MAX_BYTES:
            raise TooLarge(f"the file is larger than {MAX_BYTES:,} bytes: it was not checked")
        data = _read_all(descriptor, before.st_size)
        after = os.fstat(descriptor)
    except OSError as error:
        raise Unusable(reason(error)) from None
    finally:
        os.close(descriptor)
    stamp = _stamp(before)
    if stamp != _stamp(after) or len(data) > MAX_BYTES:
        raise Unusable("it changed while it was read")
    return Content(real, data, stamp, real != os.fspath(path))


def _opened(path: str) -> tuple[str, int]:
    """The path of a file, links followed, and its descriptor."""
    if _NO_FOLLOW:
        try:
            return path, os.open(path, _OPEN | _NO_FOLLOW)
        except OSError:
            if not os.path.islink(path):
                raise
    real = os.path.realpath(path) if os.path.islink(path) else path
    return real, os.open(real, _OPEN | _NO_FOLLOW)


def read_text(path: str | Path, root: str | Path | None = None) -> str:
    """The text of a small UTF-8 file, which must lie inside `root` where one is given, links followed.

    Raises:
        Unusable: it is missing, outside, no regular file, too large or not UTF-8.
    """
    if root is not None and not is_inside(path, root):
        raise Outside("it is outside the project")
    try:
        return read(path).data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable("it is not UTF-8") from None


def is_inside(path: str | Path, root: str | Path) -> bool:
    """Whether a file, all links followed, lies in a folder."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def _is_called_in(path: str | Path, folder: str | Path) -> bool:
    """Whether a path, its links aside, lies in a folder."""
    return Path(os.path.abspath(path)).is_relative_to(os.path.abspath(folder))


def real_name(path: str) -> str:
    """A file by its own name, link or not, in its folder, the links to which are followed."""
    folder, name = os.path.split(os.path.abspath(path))
    return os.path.join(os.path.realpath(folder), name)


def called(path: Path, folder: Path) -> str:
    """How people call a file: from a folder on, where the file, its links followed, lies in it; else by its path."""
    try:
        return path.resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return path.as_posix()


def below(path: str, folder: Path) -> str | None:
    """A path relative to a folder, with `/`, where the file lies in it by its own name or once the links that lead to it
    are followed; None where it lies outside."""
    whole = os.path.abspath(path)
    return _inside(whole, folder) or _inside(real_name(whole), folder)


def _inside(path: str, folder: Path) -> str | None:
    """An absolute path relative to a folder, by their names alone; made for each file, and so without pathlib."""
    base = os.path.normcase(os.path.join(folder, ""))
    if os.path.normcase(path).startswith(base):
        return path[len(base) :].replace(os.sep, "/")
    return "." if Path(path) == folder else None


def write(content: Content, data: bytes, root: str | Path | None = None, *, in_place: bool = False) -> None:
    """Put new bytes in the place of a file that was read: at every instant it is the old one or the new one, unless it is
    written `in_place`.

    Mode, owner and extended attributes are kept. A file that is read-only, has several hard links, was reached by a
    link that leads out of `root` or was changed since it was read is left as it is. `in_place`: one with several hard
    links is written over, so that all of them change.

    Raises:
        Unusable: nothing was written, and why.
    """
    if data == content.data:
        return
    if root is not None and (content.is_link or _is_called_in(content.path, root)):
        _refuse_outside(content.path, root)
    try:
        before = os.stat(content.path, follow_symlinks=False)
        if _stamp(before) != content.stamp:
            raise Unusable(_CHANGED)
        if before.st_nlink > 1 and not in_place:
            raise Unusable(f"{_LINKED} (--in-place-hardlinks writes over them)")
        _refuse_read_only(content.path, before)
        with held_back():
            if before.st_nlink > 1:
                _write_over(content.path, data)
            else:
                _replace(content.path, data, before)
    except OSError as error:
        raise Unusable(reason(error)) from None


def write_new(path: Path, text: str, root: str | Path | None = None) -> None:
    """Write a text file whole. One that is there is written over as `write` does it; a device or a pipe is written to.

    Raises:
        Unusable: it could not be written; the message says which.
    """
    data, real = text.encode("utf-8"), os.path.realpath(path)
    try:
        if root is not None and _is_called_in(path, root):
            _refuse_outside(real, root)
        before = os.stat(real) if os.path.lexists(real) else None
        if before is not None and not stat.S_ISREG(before.st_mode):
            Path(real).write_bytes(data)
            return
        if before is not None and before.st_nlink > 1:
            raise Unusable(_LINKED)
        if before is not None:
            _refuse_read_only(real, before)
        os.makedirs(os.path.dirname(real), exist_ok=True)
        with held_back():
            _replace(real, data, before)
    except Unusable as error:
        raise Unusable(f"{path.as_posix()} was not written: {error}") from None
    except OSError as error:
        raise Unusable(f"{path.as_posix()} was not written: {reason(error)}") from None


def _replace(path: str, data: bytes, before: os.stat_result | None) -> None:
    """By way of a temporary file beside it, which takes its place with all that was `before`, or as a new file."""
    folder = os.path.dirname(path)
    temporary = os.path.join(folder, f".{os.urandom(8).hex()}.cl-tmp")
    descriptor = os.open(temporary, _CREATE, 0o666 if before is None else 0o600)
    try:
        try:
            _write_all(descriptor, data)
            if before is not None:
                _copy_attributes(descriptor, path, before)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if before is not None and _stamp(os.stat(path, follow_symlinks=False)) != _stamp(before):
            raise Unusable(_CHANGED)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    _sync_folder(folder)


def _write_over(path: str, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | _NO_FOLLOW | getattr(os, "O_BINARY", 0))
    try:
        _write_all(descriptor, data)
        os.ftruncate(descriptor, len(data))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _refuse_outside(path: str, root: str | Path) -> None:
    if not is_inside(path, root):
        raise Outside("it is a link to a file outside the project")


def _refuse_read_only(path: str, before: os.stat_result) -> None:
    if not before.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise Unusable("it is read-only: make it writable first")


def _copy_attributes(descriptor: int, path: str, before: os.stat_result) -> None:
    if hasattr(os, "fchown"):
        created = os.fstat(descriptor)
        if (created.st_uid, created.st_gid) != (before.st_uid, before.st_gid):
            _give(descriptor, before)
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, stat.S_IMODE(before.st_mode))
    if hasattr(os, "listxattr"):
        try:
            names = os.listxattr(path)
        except OSError as error:
            if error.errno in (errno.ENOTSUP, errno.ENOSYS):
                return
            raise
        for name in names:
            os.setxattr(descriptor, name, os.getxattr(path, name))


def _give(descriptor: int, before: os.stat_result) -> None:
    try:
        os.fchown(descriptor, before.st_uid, before.st_gid)
    except PermissionError:
        raise Unusable("its owner or group is another, and could not be kept") from None


def _read_all(descriptor: int, size: int) -> bytes:
    data = os.read(descriptor, size + 1)
    if len(data) in (0, size):
        return data
    pieces = [data]
    while (piece := os.read(descriptor, 1 << 16)) and sum(map(len, pieces)) <= MAX_BYTES:
        pieces.append(piece)
    return b"".join(pieces)


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _sync_folder(folder: str) -> None:
    with suppress(OSError):  # the file is whole already; some systems cannot sync a folder
        descriptor = os.open(folder or ".", os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def reason(error: OSError) -> str:
    """Why the system refused, in words."""
    if error.errno == errno.ENOENT:
        return "there is no such file"
    if error.errno in (errno.EACCES, errno.EPERM):
        return "permission denied"
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return "a part of its path is a file, not a folder"
    return error.strerror or str(error)
