"""What is made from the code is fresh, and what the docs say is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from contentlint.config_checks import config_schema
from contentlint.options import OPTIONS
from contentlint.reporters import FORMATS
from contentlint.rules import all_rules
from contentlint.schema import JsonSchema
from tests.regenerate import ROOT, files


@pytest.mark.parametrize(("path", "text"), [pytest.param(*each, id=str(each[0].relative_to(ROOT))) for each in files()])
def test_generated_files_are_fresh(path: Path, text: str) -> None:
    assert path.is_file(), "run: python -m tests.regenerate"
    assert path.read_text("utf-8") == text, "run: python -m tests.regenerate"


def test_no_page_of_a_rule_that_is_gone() -> None:
    pages = {path.stem for path in (ROOT / "docs/rules").glob("*.md")} - {"index"}
    assert pages == set(all_rules())


def test_the_readme_names_every_format() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert all(f"`{name}`" in readme for name in FORMATS)


def test_the_config_schema_is_sound_and_takes_the_defaults() -> None:
    schema = JsonSchema(config_schema())
    schema.prove("config")
    assert schema.violations({name: option.default for name, option in OPTIONS.items()}) == ()


def test_links_in_the_docs_lead_somewhere() -> None:
    missing = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        text = re.sub(r"(`{3,4})[\s\S]*?\1", "", page.read_text("utf-8"))
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
            if "://" not in target and not (page.parent / target).exists():
                missing.append(f"{page.relative_to(ROOT)}: {target}")
    assert not missing
