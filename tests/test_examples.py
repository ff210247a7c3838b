"""What the rule pages say of their examples is so: saved and configured as a page has it, each gives what it claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from contentlint.checking import check
from contentlint.config_file import load_config
from contentlint.examples import plain
from contentlint.explain import as_markdown, place_of
from contentlint.job import Job
from contentlint.parsing import parse
from contentlint.rule import Bad, Rule
from contentlint.rules import all_rules
from contentlint.site import judged
from contentlint.text import Source
from tests.test_rules import setting_of

RULES = list(all_rules().values())
_EXAMPLE = re.compile(
    r"(?:(?P<said>(?:In|With) .*):\n\n|(?P<fixed>becomes)\n\n)?(?P<fence>`{3,})(?:markdown|html)\n(?P<text>[\s\S]*?)\n(?P=fence)\n"
)
_SIGNS = {
    "[space]": " ",
    "[tab]": "\t",
    "[CRLF]\n": "\r\n",
    "[CR]\n": "\r",
    "[empty file]\n": "",
    "[no line end]\n": "",
}
_SIGN = re.compile(r"\[(?:space|tab)\]|\[(?:CRLF|CR|no line end|empty file)\]\n|\[U\+([0-9A-F]{4})\]")


_NEXT_LINE = r"<!-- contentlint-disable-next-line [^`]*"
_IN_FRONT_MATTER = r"# contentlint: ignore[^`]*"
_WHOLE_FILE = r"<!-- contentlint-disable-file [^`]*"


class Shown(NamedTuple):
    """An example as a reader of the page has it."""

    text: str
    path: str
    is_twice: bool
    config: tuple[str, ...]
    schema: str


def _shown(page: str, kind: str) -> list[Shown]:
    """The examples of a page under "Good" or "Bad"."""
    bad, _, good = page.partition("\n## Bad\n")[2].partition("\n## Good\n")
    return [_read(match) for match in _EXAMPLE.finditer(bad if kind == "Bad" else good) if not match["fixed"]]


def _read(match: re.Match[str]) -> Shown:
    said = match["said"] or ""
    schema = re.search(r"the schema `([^`]*)`", said)
    path = re.match(r"In `([^`]*)`", said)
    settings = re.findall(r"`([\w-]+ = [^`]*)`", said)
    text = _SIGN.sub(
        lambda sign: _SIGNS.get(sign[0]) or chr(int(sign[1], 16)) if sign[1] else _SIGNS[sign[0]], match["text"] + "\n"
    )
    return Shown(
        text, path[1] if path else "article.md", "two articles" in said, tuple(settings), schema[1] if schema else ""
    )


def _found(rule: type[Rule], shown: Shown, data: bytes, folder: Path) -> set[str]:
    """The rules that are reported with the config that the page names."""
    (folder / "schema.json").write_text(shown.schema, "utf-8")
    profile = [line for line in shown.config if line.startswith("profile = ")]
    options = [line for line in shown.config if line not in profile]
    schema = ['schema = "schema.json"'] if shown.schema else []
    lines = [f'select = ["recommended", "{rule.name}"]', *profile, *schema, f"[rules.{rule.name}]", *options, ""]
    (folder / "contentlint.toml").write_text("\n".join(lines), "utf-8")
    config = load_config(folder)
    paths = [shown.path, f"second-{shown.path}"] if shown.is_twice else [shown.path]
    results = judged([Job(config).of(path, data)[0] for path in paths], config)
    return {found.rule for result in results for found in result.findings}


def _data(rule: type[Rule], kind: str) -> Iterator[bytes | None]:
    """The bytes of those examples that are no text, which a page shows with escapes."""
    for example in rule.bad if kind == "Bad" else rule.good:
        yield example.data if isinstance(example, Bad) else None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_examples_are_what_the_page_says(rule: type[Rule], tmp_path: Path) -> None:
    page = as_markdown([rule])
    wrong: list[Any] = []
    for kind in ("Bad", "Good"):
        examples = _shown(page, kind)
        assert len(examples) == len(rule.bad if kind == "Bad" else rule.good)
        for shown, data in zip(examples, _data(rule, kind), strict=True):
            found = _found(rule, shown, shown.text.encode() if data is None else data, tmp_path)
            claimed = {rule.name, *rule.yields_to} if kind == "Bad" else {rule.name}  # others may say it more exactly
            if found.isdisjoint(claimed) == (kind == "Bad"):
                wrong.append((kind, shown))
    assert not wrong


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_comments_silence_what_the_page_says(rule: type[Rule]) -> None:
    """Half of the examples at the least: some comments change what they silence."""
    _, _, suppress = as_markdown([rule]).partition("\n## Suppress\n")
    silenced: dict[str, list[bool]] = {}
    for bad in (bad for bad in rule.bad if "⟦" in bad.text):
        text, place = plain(bad.text), place_of(bad)
        before = _count(rule, bad, text)
        for comment, where in ((_NEXT_LINE, "body"), (_IN_FRONT_MATTER, "front matter"), (_WHOLE_FILE, place)):
            if (written := re.search(comment, suppress)) and place == where:
                commented = _with(text, bad, written[0])
                silenced.setdefault(comment, []).append(_count(rule, bad, commented) < before)
    assert all(sum(each) * 2 >= len(each) for each in silenced.values()), silenced


def _count(rule: type[Rule], example: Bad, text: str) -> int:
    document = parse(Source(example.path, text), setting_of(example))
    asked = [rule.configured(example.options), *(all_rules()[name].configured({}) for name in example.along)]
    return sum(finding.rule == rule.name for finding in check(document, asked))


def _with(text: str, bad: Bad, comment: str) -> str:
    """An article with a comment above the place that is found, or for the whole file above its body."""
    source = Source(bad.path, text)
    at = source.line_start(bad.text.index("⟦"))
    if "disable-file" in comment:
        at = parse(source, setting_of(bad)).body.span.start
        comment = f"\n{comment}\n"
    if bad.path.endswith(".mdx"):
        comment = comment.replace("<!--", "{/*").replace("-->", "*/}")
    return f"{text[:at]}{comment}{source.newline}{text[at:]}"
