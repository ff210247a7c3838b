"""Values of broken YAML that quotes would mend."""

from __future__ import annotations

from contentlint.parsing.front_matter.yaml.broken.lines import Mistake, Value, without_comment
from contentlint.parsing.front_matter.yaml.writing import in_quotes
from contentlint.text import Edit


def to_quote(value: Value, message: str, cost: float = 1.0) -> Mistake:
    """A value that needs quotes."""
    return Mistake(value.span, message, (quoting_edit(value),), "Quote the value", cost)


def quoting_edit(value: Value) -> Edit:
    """A value in one line and in quotes, but for a comment behind it."""
    text = " ".join(value.text.split()) if "\n" in value.text or "\r" in value.text else value.text
    bare = without_comment(text) if not text.startswith("#") else text
    return Edit(value.span, in_quotes(bare) + text[len(bare) :])
