"""`contentlint rule`: what a rule asks, why, and what its fix does."""

from __future__ import annotations

import click

from contentlint import explain
from contentlint.errors import ConfigError, did_you_mean
from contentlint.rules import all_rules


@click.command(name="rule", help="Explain a rule, or all of them.")
@click.argument("name", required=False)
@click.option("--all", "everything", is_flag=True, help="Explain every rule.")
@click.option(
    "--output-format", type=click.Choice(["text", "markdown", "json"]), default="text", help="How to print it."
)
def command(name: str | None, everything: bool, output_format: str) -> None:
    known = all_rules()
    if bool(name) == everything:
        raise click.UsageError("name one rule, or ask for --all")
    if name and name not in known:
        raise ConfigError(f'there is no rule "{name}"{did_you_mean(name, known)}')
    rules = [known[name]] if name else list(known.values())
    click.echo(explain.FORMATS[output_format](rules), nl=False)
