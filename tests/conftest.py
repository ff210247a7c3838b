"""What the tests share: articles, a site to type commands in, and where the outside corpora are, if they are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

STYLE = "Kites fly.\n\n<style>p{}</style>\n\nHigh.\n"
CLEAN = "Kites fly high above the pier.\n"
TWO = "<center>Kites</center>\n\n<style>p{}</style>\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the shared corpora are not beside this checkout")
    return SHARED


class Site:
    """A folder of articles of its own, and the command typed in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def run(self, *arguments: str, stdin: bytes = b"", **environment: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "contentlint", *arguments],
            cwd=self.folder,
            input=stdin,
            capture_output=True,
            check=False,
            timeout=60,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "NO_COLOR": "", **environment},
        )
        assert b"Traceback" not in done.stderr + done.stdout
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def found(self, *arguments: str) -> list[tuple[str, str, int]]:
        """(file, rule, row) of every finding."""
        ran = self.run("check", "--output-format", "json", *arguments)
        return [(each["filename"], each["rule"], each["location"]["row"]) for each in json.loads(ran.out)]


class Ran(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def site(tmp_path: Path) -> Site:
    (tmp_path / ".git").mkdir()  # a project of its own: no config above it counts
    return Site(tmp_path)
