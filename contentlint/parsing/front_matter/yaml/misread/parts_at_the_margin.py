"""Groups of sound YAML that are empty, since their parts stand at the margin, where no program looks for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.document import Problem
from contentlint.errors import KeyPath
from contentlint.fields import Field
from contentlint.parsing.front_matter.mending import slip
from contentlint.patterns import pattern
from contentlint.text import Span

# the groups of Hugo, VitePress and Starlight, and what begins one and means nothing at the top
_PARTS = {
    "menu": frozenset({"main"}),
    "menus": frozenset({"main"}),
    "hero": frozenset({"name", "text", "tagline", "actions"}),
    "sidebar": frozenset({"order", "label"}),
}
_RIGHT_BELOW = pattern(r":[ \t]*+\r?\n\Z")


def parts_at_the_margin(text: str, above: Field, field: Field, fields: Mapping[KeyPath, Field]) -> Iterator[Problem]:
    """The first part of a group, right below its name. How many of the keys below are parts as well, only its author
    knows."""
    if above.key is None or field.key is None or field.name not in _PARTS.get(above.name, ()):
        return
    if _RIGHT_BELOW.match(text, above.key.end, field.key.start) and _has_its_program(above.name, field, fields):
        message = f'"{field.name}" belongs to "{above.name}" and must be indented, as must its other parts'
        yield slip(Span(field.key.start, max(field.key.end, field.value.end)), message)


def _has_its_program(name: str, part: Field, fields: Mapping[KeyPath, Field]) -> bool:
    """Whether the other keys show which program this is for: an order alone may be one of pages elsewhere."""
    if name == "sidebar":
        return ("badge",) in fields or (("label",) in fields and ("order",) in fields)
    if name == "hero":  # Jekyll has a layout of this name as well, and a hero may be a picture
        layout, parts = fields.get(("layout",)), [each for each in _PARTS[name] if (each,) in fields]
        is_home = layout is not None and layout.data == "home"
        return is_home and (len(parts) > 1 or "actions" in parts or ("features",) in fields)
    return part.data is None or isinstance(part.data, dict)
