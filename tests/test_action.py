"""The GitHub action: its steps run here as they do there, less the installation."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import Site

ROOT = Path(__file__).parent.parent


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action's steps are bash")
def test_the_check_step(site: Site, tmp_path: Path) -> None:
    step = yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"][1]
    assert "${{" not in step["run"], "names come by the environment, never into the script"
    (tmp_path / "contentlint/bin").mkdir(parents=True)
    (tmp_path / "contentlint/bin/contentlint").symlink_to(Path(sys.executable).parent / "contentlint")
    site.write("posts/a b.md", "<style>p{}</style>\n")
    environment = {
        **os.environ, "RUNNER_TEMP": str(tmp_path), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "PATHS": "posts", "ARGS": "--fail-on error", "REPORT": "report.html",
    }  # fmt: skip
    done = subprocess.run(
        ["bash", "-e", "-c", step["run"]], cwd=site.folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert "::error file=posts/a b.md,line=1" in done.stdout
    assert "style-block" in (tmp_path / "summary.md").read_text()
    assert (site.folder / "report.html").is_file()
