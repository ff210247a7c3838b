"""YAML front matter. Sound text is read by `plain` or, where that is not enough, `full`; `misread` tells where it says
something else than its author meant, `broken` why it cannot be read at all."""

from __future__ import annotations

from contentlint.parsing.front_matter.parsed import Parsed
from contentlint.parsing.front_matter.yaml import plain


def read(text: str, start: int, end: int) -> Parsed:
    """Read the YAML between two offsets; spans are places in `text`."""
    found = plain.read(text, start, end)
    if found is None:
        from contentlint.parsing.front_matter.yaml import full  # PyYAML is imported only where it has to read

        found = full.parse(text, start, end)
    return found


def is_blueprint(content: str) -> bool:
    """Whether this is a template for front matter, as Hugo's archetypes are: no data before it is filled in."""
    from contentlint.parsing.front_matter.yaml import loader

    return loader.is_blueprint(content)
