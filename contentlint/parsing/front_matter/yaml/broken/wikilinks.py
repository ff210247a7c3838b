"""Values of broken YAML that are links in double brackets, as Obsidian has them."""

from __future__ import annotations

from contentlint.parsing.front_matter.yaml.broken.lines import Line, Mistake, Value, without_comment
from contentlint.parsing.front_matter.yaml.broken.signs import two_colons
from contentlint.parsing.front_matter.yaml.writing import as_list
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_LINK = r"\[\[[^\[\]\n\"\\]++\]\]"
_LINK_OR_TAG = rf"(?:{_LINK}|#[^\s#,\[\]\"\\]++)"
_EACH = pattern(_LINK_OR_TAG)
_LINKS = pattern(rf"{_LINK}(?:[ \t]*+,[ \t]*+{_LINK_OR_TAG})++,?+\Z")


def wikilinks(line: Line, first: Value) -> Mistake | None:
    """Several links in a value, or links and tags, which are a list of texts; a colon too many behind its key is told
    with them."""
    written = without_comment(first.text)
    if not _LINKS.match(written):
        return None
    edit = Edit(Span(first.start, first.start + len(written)), as_list(f'"{each}"' for each in _EACH.findall(written)))
    message = "links in double brackets need quotes, and brackets around all of them"
    told = Mistake(edit.span, message, (edit,), "Write a list", 0.6)
    colons = two_colons(line)
    return told if colons is None else told._replace(edits=(*colons.edits, edit), parts=(colons, told))
