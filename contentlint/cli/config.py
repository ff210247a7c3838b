"""`contentlint config`: every option and what it means, or what is in effect for a path."""

from __future__ import annotations

import json
import os
from typing import Any

import click

from contentlint import disk
from contentlint.baseline import FILE_NAME
from contentlint.config import Config
from contentlint.config_checks import config_schema
from contentlint.config_file import load_config
from contentlint.errors import ConfigError
from contentlint.options import OPTIONS, as_toml
from contentlint.parsing import parse
from contentlint.setting import Schema, Setting
from contentlint.text import Source
from contentlint.wording import counted, did_you_mean


@click.command(name="config", help="List every option, explain one, or show what is in effect for a path.")
@click.argument("key", required=False)
@click.option("--show", is_flag=True, help="Show what is in effect, for the path given or the working folder.")
@click.option("--json-schema", is_flag=True, help="Print the JSON schema of the config, for editors.")
@click.option("--config", "config_file", metavar="PATH", help="Use this config file.")
def command(key: str | None, show: bool, json_schema: bool, config_file: str | None) -> None:
    if json_schema:
        click.echo(json.dumps(config_schema(), ensure_ascii=False, indent=2))
    elif show:
        _show(key, config_file)
    else:
        _explain(key)


def _explain(key: str | None) -> None:
    properties = config_schema()["properties"]
    known = {**properties, **{f"rules.{name}": each for name, each in properties["rules"]["properties"].items()}}
    if key is None:
        for name, option in properties.items():
            click.echo(f"{name} = {as_toml(OPTIONS[name].default)}\n    {_type(option)}. {option['description']}")
        return
    if key not in known:
        raise ConfigError(f'there is no option "{key}"{did_you_mean(key, known)}')
    option = known[key]
    click.echo(f"{key}: {_type(option)}\n    {option.get('description', '')}")
    if "default" in option:
        click.echo(f"    default: {as_toml(option['default'])}")
    for name, inner in option.get("properties", {}).items() if key != "rules" else ():
        click.echo(f"    {name} = {as_toml(inner.get('default', ''))}  {_type(inner)}. {inner.get('description', '')}")


def _show(path: str | None, config_file: str | None) -> None:
    config = load_config(file=config_file, paths=(path,) if path else ())
    config.prove_schemas()
    click.echo(f"# {config.file or 'no config file: the defaults'}")
    for name in OPTIONS:
        if name not in ("rules", "custom-rules", "extend"):
            click.echo(f"{name} = {as_toml(config.get(name))}")
    if not config.get("baseline") and (config.root / FILE_NAME).is_file():
        click.echo(f"# baseline: {FILE_NAME}, since it is there")
    plan = config.plan_for(path or "article.md")
    schema = _schema_of(path, config, plan.setting)
    click.echo(f"# schema: {getattr(schema, 'path', '') or 'the one that comes with contentlint'}")
    rules = (*plan.rules, *plan.site_rules)
    click.echo(f"# {counted(len(rules), 'rule')}{' for ' + path if path else ''}:")
    for rule in rules:
        options = {
            name: getattr(rule, name.replace("-", "_")) for name in type(rule).options() if rule.group != "custom"
        }
        told = ", ".join(f"{name} = {as_toml(value)}" for name, value in options.items())
        click.echo(f"#   {rule.name} ({rule.severity})" + (f": {told}" if told else ""))


def _schema_of(path: str | None, config: Config, setting: Setting) -> Schema | None:
    """The schema in effect: that which an article names in its own front matter beats the config's."""
    if path is None or not os.path.isfile(path):
        return setting.schema
    try:
        source = Source.decode(path, disk.read(path).data)
    except disk.Unusable as error:
        raise ConfigError(str(error), path) from None
    return config.placed(parse(source, setting)).setting.schema


def _type(option: Any) -> str:
    if "enum" in option:
        return "one of " + ", ".join(f'"{each}"' for each in option["enum"])
    names = {
        "array": "list",
        "object": "table",
        "string": "text",
        "boolean": "true or false",
        "integer": "whole number",
    }
    kind = str(option.get("type", "value"))
    return names.get(kind, kind)
