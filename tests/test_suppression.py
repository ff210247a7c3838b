"""Comments that silence rules: how far they reach, and that inside code they are text."""

from __future__ import annotations

from pathlib import Path

import pytest

import contentlint
from contentlint.config import Config, Overrides

STYLE = "<style>p{}</style>"


def found(text: str, path: str = "a.md") -> list[tuple[str, int]]:
    return [(each.rule, each.location.row) for each in contentlint.check(text, path).findings]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"<!-- contentlint-disable-next-line style-block -->\n{STYLE}\n", id="next line"),
        pytest.param(f"<!-- contentlint-disable-next-line style-block -- why -->\n{STYLE}\n", id="with a reason"),
        pytest.param(f"<!-- contentlint-disable-next-line html -->\n{STYLE}\n", id="a group"),
        pytest.param(f"<!-- contentlint-disable style-block -->\nKites.\n\n{STYLE}\n", id="to the end"),
        pytest.param(
            f"<!-- contentlint-disable style-block -->\n{STYLE}\n<!-- contentlint-enable style-block -->\n",
            id="a stretch",
        ),
        pytest.param(
            f"<!-- contentlint-disable html -->\n{STYLE}\n<!-- contentlint-enable style-block -->\n<center>K</center>\n",
            id="a group but for the rule that is enabled",
        ),
        pytest.param(
            "---\n# contentlint: ignore[front_matter] -- why\ntitle: ' A '\n---\nKites.\n", id="a group's other name"
        ),
        pytest.param(f"{STYLE}\n\n<!-- contentlint-disable-file style-block -->\n", id="the file"),
        pytest.param(
            "---\ntitle: ' A '  # contentlint: ignore[padded-value]\n---\nKites.\n", id="front matter, same line"
        ),
        pytest.param(
            "---\n# contentlint: ignore[padded-value] -- why\ntitle: ' A '\n---\nKites.\n",
            id="front matter, line above",
        ),
        pytest.param('+++\ntitle = " A " # contentlint: ignore[padded-value]\n+++\nKites.\n', id="TOML"),
    ],
)
def test_silenced(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("start", "end"), [("{/*", "*/}"), ("<!--", "-->")])  # the latter is Docusaurus' own
def test_silenced_in_mdx(start: str, end: str) -> None:
    assert found(f"{start} contentlint-disable-next-line style-block {end}\n{STYLE}\n", "a.mdx") == []


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        pytest.param(
            f"<!-- contentlint-disable-next-line style-block -->\n\n{STYLE}\n",
            [("unused-suppression", 1), ("style-block", 3)],
            id="only the next line",
        ),
        pytest.param(
            f"<!-- contentlint-disable style-block -->\n{STYLE}\n<!-- contentlint-enable style-block -->\n{STYLE}\n",
            [("style-block", 4)],
            id="until enabled",
        ),
        pytest.param(
            f"<!-- contentlint-disable style-block -->\n{STYLE}\n<!-- contentlint-enable html -->\n{STYLE}\n",
            [("style-block", 4)],
            id="until its group is enabled",
        ),
        pytest.param(
            f"<!-- contentlint-disable style-block -->\n{STYLE}\n<!-- contentlint-enable presentational-markup -->\n"
            "<!-- contentlint-enable style-block -->\n<!-- contentlint-enable style-block -->\n",
            [("unused-suppression", 3), ("unused-suppression", 5)],
            id="enabled what is not disabled",
        ),
        pytest.param(
            "Kites.\n\n<!-- contentlint-enable style-block -->\n",
            [("unused-suppression", 3)],
            id="enabled without being disabled",
        ),
        pytest.param(
            f"```\n<!-- contentlint-disable-file style-block -->\n```\n\n{STYLE}\n", [("style-block", 5)], id="text inside code"
        ),
        pytest.param(
            f"<!-- contentlint-disable-file -->\n{STYLE}\n",
            [("unknown-rule-in-suppression", 1), ("style-block", 2)],
            id="without a name it does nothing",
        ),
        pytest.param("---\ntitle: 'A # contentlint: ignore[padded-value] '\n---\nKites.\n", [("padded-value", 2)], id="inside a value"),
    ],
)  # fmt: skip
def test_not_silenced(text: str, rules: list[tuple[str, int]]) -> None:
    assert found(text) == rules


def test_the_whole_file_is_silenced_whatever_else_is_said() -> None:
    ended = "<!-- contentlint-disable style-block -->\n<!-- contentlint-enable style-block -->\n" * 30
    text = f"<!-- contentlint-disable-file style-block -->\n\n{ended}\n{STYLE}\n"
    assert {rule for rule, _ in found(text)} == {"unused-suppression"}


def test_many_comments_are_read_in_time() -> None:
    comments = "<!-- contentlint-disable a -- b -->\n" * 2_000 + f"{STYLE}\n"
    entries = "".join(f'k{n}: "a " # contentlint: ignore[padded-value] -- b\n' for n in range(2_000))
    rules = {rule for rule, _ in found(f"---\n{entries}---\n\n{comments}")}  # where time is up, only that is told
    assert {"unknown-rule-in-suppression", "style-block"} <= rules
    assert "padded-value" not in rules


def test_only_asked_rules_are_unused() -> None:
    text = "<!-- contentlint-disable-next-line style-block -->\nKites.\n"
    config = Config(Path.cwd(), overrides=Overrides(select=("links", "suppression")))
    findings = contentlint.check(text, "a.md", config).findings
    assert [each.rule for each in findings] == ["suppression-without-reason"]
