"""Write anew what is made from the code: the README's table, the config's JSON schema, the rule pages.

Run `python -m tests.regenerate`; `test_docs.py` fails until it was.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from contentlint.config_file import config_schema
from contentlint.explain import as_markdown, summary
from contentlint.rules import all_rules, groups

ROOT = Path(__file__).parent.parent
_TABLE = re.compile(r"(?<=<!-- rules: begin -->\n).*?(?=<!-- rules: end -->)", re.DOTALL)


def files() -> Iterator[tuple[Path, str]]:
    """Every generated file and what it must say."""
    readme = ROOT / "README.md"
    yield readme, _TABLE.sub(lambda _: _table(""), readme.read_text("utf-8"))
    yield ROOT / "schemas/contentlint.schema.json", json.dumps(config_schema(), ensure_ascii=False, indent=2) + "\n"
    yield ROOT / "docs/rules/index.md", "# Rules\n\n" + _table("docs/rules/")
    for name, rule in all_rules().items():
        yield ROOT / f"docs/rules/{name}.md", as_markdown([rule])


def _table(here: str) -> str:
    lines = [
        "**Fix**: S safe, U unsafe. **R**: in `recommended`, the default; the rest is chosen by name, group or `ALL`.\n"
    ]
    for group, rules in sorted(groups().items()):
        lines += [
            f"\n{'##' if here else '###'} {group}\n",
            "| rule | what is wrong | fix | R | severity |",
            "| --- | --- | --- | --- | --- |",
        ]
        for rule in rules:
            fix = {"safe": "S", "unsafe": "U"}.get(rule.fix_safety() or "", "")
            target = f"{rule.name}.md" if here else f"docs/rules/{rule.name}.md"
            told = summary(rule).replace("|", "\\|")
            lines.append(
                f"| [{rule.name}]({target}) | {told} | {fix} | {'R' if rule.recommended else ''} | {rule.severity} |"
            )
    return "\n".join(lines) + "\n"


def main() -> None:
    for path, text in files():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
