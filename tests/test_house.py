"""The house itself: types, style, import contracts, and our own hook on our own pages."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["mypy"], id="types"),
        pytest.param(["ruff", "check"], id="style"),
        pytest.param(["ruff", "format", "--check"], id="format"),
    ],
)
def test_tools(command: list[str]) -> None:
    ran = run(sys.executable, "-m", *command)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_import_contracts() -> None:
    ran = run(sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")
    assert ran.returncode == 0, ran.stdout


def test_our_own_hook() -> None:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout")
    ran = run(sys.executable, "-m", "contentlint", "check", "--no-cache", "--fail-on", "warning", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs")  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_no_rule_imports_another_rule() -> None:
    offenders = []
    for path in (ROOT / "contentlint/rules").rglob("*.py"):
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("from contentlint.rules.") and path.name != "__init__.py":
                module = ROOT / (line.split()[1].replace(".", "/") + ".py")
                if module.is_file() and re.search(r"\((?:Site)?Rule\):", module.read_text("utf-8")):
                    offenders.append(f"{path.name}: {line}")
    assert not offenders


def test_starting_imports_little() -> None:
    heavy = "bs4 jsonschema soupsieve regex multiprocessing"
    code = f"import sys, contentlint.cli.check; print([name for name in {heavy.split()!r} if name in sys.modules])"
    assert run(sys.executable, "-c", code).stdout.strip() == "[]"
    code = "import sys, contentlint.cli; print([name for name in ('yaml', 'contentlint.rules', 'tomllib') if name in sys.modules])"
    assert run(sys.executable, "-c", code).stdout.strip() == "[]"


def test_sound_front_matter_loads_nothing_that_tells_broken_one() -> None:
    heads = ["---\ntitle: a\nseo: {b: c}\n---\n", '+++\ntitle = "a"\n+++\n', '{"title": "a"}\n']
    code = f"""import sys
from contentlint.parsing import parse
from contentlint.text import Source
assert all(parse(Source("a.md", head)).front_matter.readable for head in {heads!r})
print([name for name in sys.modules if ".broken" in name or name.endswith((".unclosed", ".other_fences"))])"""
    assert run(sys.executable, "-c", code).stdout.strip() == "[]"


def test_a_rule_is_called_as_its_file_and_class_are() -> None:
    for path in sorted((ROOT / "contentlint/rules").glob("*/*.py")):
        for rule in re.findall(
            r"^class (\w+)\((?:Site)?Rule\):(.*?)(?=^class |\Z)", path.read_text("utf-8"), re.M | re.S
        ):
            name = re.search(r'^    name = "([^"]+)"', rule[1], re.MULTILINE)
            assert name is not None, f"{path.name}: the class {rule[0]} has no name"
            assert name[1].replace("-", "_") == path.stem, f"{path.name}: the rule is called {name[1]}"
            assert "".join(word.title() for word in name[1].split("-")).lower() == rule[0].lower(), (
                f"{path.name}: the class is called {rule[0]}"
            )
