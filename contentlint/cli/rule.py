"""`contentlint rule`: what a rule asks, why, and what its fix does."""

from __future__ import annotations

from collections.abc import Iterable

import click

from contentlint import explain
from contentlint.config_file import load_config
from contentlint.errors import ConfigError
from contentlint.rule import Rule
from contentlint.rules import all_rules, groups
from contentlint.suppression import plain
from contentlint.wording import did_you_mean


@click.command(
    name="rule", help="Explain a rule or, with --all, every rule; without a name, or with a group's, list them."
)
@click.argument("name", required=False)
@click.option("--all", "everything", is_flag=True, help="Explain every rule.")
@click.option(
    "--output-format", type=click.Choice(["text", "markdown", "json"]), default="text", help="How to print it."
)
def command(name: str | None, everything: bool, output_format: str) -> None:
    if name and everything:
        raise click.UsageError("name one rule, or ask for --all")
    if name is None and not everything and output_format == "text":
        click.echo(_listed(), nl=False)
        return
    known = all_rules()
    if name and name not in known and plain(name) in {*known, *groups()}:
        name = plain(name)
    if name in groups() and output_format == "text":
        click.echo(_listed(name), nl=False)
        return
    if name and name not in known:
        own = {rule.name for rule in load_config(".").rules if rule.group == "custom"}
        if name in own:
            raise ConfigError(f'"{name}" is a rule of your own: its [[custom-rules]] table in the config says it all')
        raise ConfigError(f'there is no rule "{name}"{did_you_mean(name, [*known, *own, *groups()])}')
    rules: Iterable[type[Rule]] = [known[name]] if name else known.values()
    click.echo(explain.FORMATS[output_format](rules), nl=False)


def _listed(wanted: str | None = None) -> str:
    """Every rule with what is wrong, by group; or those of one group."""
    lines = []
    for group, rules in groups().items():
        if wanted not in (None, group):
            continue
        lines.append(f"{group}\n")
        lines += [f"  {rule.name:<28} {rule.summary()}\n" for rule in rules]
    return "".join(lines)
