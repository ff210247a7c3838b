"""Write anew what is made from the code: the README's table, the config's JSON schema, the rule pages.

Run `python -m tests.regenerate`; `test_docs.py` fails until it was.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

from contentlint.cli import cli
from contentlint.config_checks import config_schema
from contentlint.custom import SCHEMA
from contentlint.explain import as_markdown
from contentlint.options import OPTIONS
from contentlint.rules import all_rules, groups

ROOT = Path(__file__).parent.parent


def files() -> Iterator[tuple[Path, str]]:
    """Every generated file and what it must say."""
    yield ROOT / "README.md", _filled("README.md", rules=_table(""))
    yield ROOT / "docs/configuration.md", _filled("docs/configuration.md", options=_options(), custom=_custom())
    yield ROOT / "docs/commands.md", _commands()
    yield ROOT / "schemas/contentlint.schema.json", json.dumps(config_schema(), ensure_ascii=False, indent=2) + "\n"
    yield ROOT / "docs/rules/index.md", "# Rules\n\n" + _table("docs/rules/")
    for name, rule in all_rules().items():
        yield ROOT / f"docs/rules/{name}.md", as_markdown([rule])


def _filled(name: str, **parts: str) -> str:
    """A page with its parts between their marks."""
    text = (ROOT / name).read_text("utf-8")
    for mark, part in parts.items():
        between = re.compile(rf"(?<=<!-- {mark}: begin -->\n).*?(?=<!-- {mark}: end -->)", re.DOTALL)
        text = between.sub(lambda _, part=part: part, text)  # type: ignore[misc]
    return text


def _options() -> str:
    lines = ["| option | default | meaning |", "| --- | --- | --- |"]
    for name, option in OPTIONS.items():
        default = "" if option.default in ("", {}) else f"`{json.dumps(option.default)}`"
        choices = ", ".join(f"`{each}`" for each in option.schema.get("enum", ()) if each)
        told = option.schema["description"] + (f" One of {choices}." if choices else "")
        lines.append(f"| `{name}` | {default} | {told} |")
    return "\n".join(lines) + "\n"


def _custom() -> str:
    lines = ["| key | meaning |", "| --- | --- |"]
    for name, schema in SCHEMA["properties"].items():
        choices = ", ".join(f"`{each}`" for each in schema.get("enum", ()))
        told = schema.get("description", "How serious it is.") + (f" One of {choices}." if choices else "")
        told += f" Default: `{schema['default']}`." if "default" in schema else ""
        lines.append(f"| `{name}` | {told} |")
    return "\n".join(lines) + "\n"


def _commands() -> str:
    """What each command takes."""
    return "# Commands\n\n" + "\n".join(_command(cli, click.Context(cli, info_name="contentlint")))


def _command(group: click.Group, context: click.Context) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        inner = click.Context(command, parent=context, info_name=name)
        arguments = [each.make_metavar(inner) for each in command.params if isinstance(each, click.Argument)]
        told = f"`{' '.join([inner.command_path, *arguments])}`: " if arguments else ""
        yield f"## {inner.command_path}\n\n{_wrapped(f'{told}{command.help}')}\n"
        options = [each for each in command.params if isinstance(each, click.Option)]
        if options:
            rows = [f"| `{_flag(each)}` | {each.help} |" for each in options]
            yield "\n".join(["| flag | meaning |", "| --- | --- |", *rows, ""])
        if isinstance(command, click.Group):
            yield from _command(command, inner)


def _flag(option: click.Option) -> str:
    written = ", ".join([*option.opts, *option.secondary_opts])
    if isinstance(option.type, click.Choice):
        return " ".join((written, "\\|".join(option.type.choices)))
    return written if option.is_flag else f"{written} {option.metavar or option.type.name.upper()}"


def _wrapped(text: str) -> str:
    return textwrap.fill(text, 120, break_long_words=False, break_on_hyphens=False)


def _table(here: str) -> str:
    lines = [
        _wrapped(
            "**Fix**: S safe, U unsafe; a rule may have fixes of the other kind too, as its page says. "
            "**R**: in `recommended`, the default; the rest are chosen by name, group or `ALL`."
        )
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
            told = rule.summary().replace("|", "\\|")
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
