"""The schemas that come with contentlint, and the one that an article asks for itself."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from contentlint.document import Document
from contentlint.errors import ConfigError
from contentlint.patterns import pattern
from contentlint.schema import JsonSchema
from contentlint.wording import cut

_SCHEMA_COMMENT = pattern(
    r"(?:^|(?<=\s))(#[ \t]*contentlint:[ \t]*schema[ \t]*=[ \t]*(\S+))(?:[ \t]+--.*)?[ \t]*$", re.MULTILINE
)


@cache
def shipped_schema(name: str) -> JsonSchema:
    """A schema that comes with contentlint: `article`, or a profile's."""
    here = Path(__file__).parents[1]
    for folder in (here / "schemas", here.parent / "schemas"):  # in a wheel; in a checkout
        file = folder / f"{name}.schema.json"
        if file.is_file():
            return JsonSchema(json.loads(file.read_text("utf-8")))
    raise ConfigError(f"the schema of {name} is not installed: install contentlint anew")


def schema_named(document: Document) -> tuple[str, int] | None:
    """The schema file that an article's front matter asks for, and where; a URL names a standard, not a file."""
    front_matter = document.front_matter
    assert front_matter is not None
    name = document.data.get("$schema")
    if isinstance(name, str):
        field = front_matter.fields.get(("$schema",))
        return None if "://" in name else (name, field.value.start if field else 0)
    start, end = front_matter.content
    if document.text.find("contentlint", start, end) < 0 or front_matter.syntax not in ("yaml", "toml"):
        return None
    for comment in _SCHEMA_COMMENT.finditer(document.source.flat, start, end):
        if front_matter.scalars.hold(comment.start(1)):
            continue
        if "://" in comment[2]:
            row = document.source.position(comment.start(1)).row
            raise ConfigError(f"line {row}: the schema {cut(comment[2], 100)} is no local file: only those are read")
        return comment[2], comment.start(1)
    return None
