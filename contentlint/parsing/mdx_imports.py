"""Whether Markdown is meant for MDX although its file is not called so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from contentlint.parsing.blocks import BlockReader
from contentlint.patterns import pattern
from contentlint.setting import Setting
from contentlint.text import Source

_IMPORT = pattern(r"\s*import\s+[\w*{][^\n;]*\sfrom\s+(['\"])[^'\"\n]+\1;?[ \t]*\n")
_DOCUSAURUS = pattern(r"(?:\s*+import\s[^\n]*+)*?\s*+import\s[^\n]*?['\"]@(?:theme|site|docusaurus)/")
_OF_DOCUSAURUS = pattern(  # in a line of its own
    r"^import[ \t]++(?:[^\n'\"]*[ \t}]from[ \t]*+)?+(['\"])@(?:theme|site|docusaurus)/[^'\"\n]++\1;?+[ \t]*+$",
    re.MULTILINE,
)


def is_for_mdx(source: Source, start: int, setting: Setting) -> bool:
    """Whether Markdown imports, as only MDX does: at its beginning, or anywhere from Docusaurus or the site it builds."""
    flat, profile = source.flat, setting.profile.name
    first = _IMPORT.match(flat, start)
    if first is not None and (profile == "docs" or _DOCUSAURUS.match(flat, start) is not None):
        return True
    if profile not in ("", "docs") or "\nimport " not in flat:
        return False
    found = [match.start() for match in _OF_DOCUSAURUS.finditer(flat, start)]
    return bool(found) and _begins_paragraph(flat, start, found)


def _begins_paragraph(text: str, start: int, places: Sequence[int]) -> bool:
    """Whether a paragraph begins at one of these offsets, or a few lines of imports above it."""
    reader = BlockReader(text, start, len(text), jsx=False)
    reader.read()
    for block in reader.blocks:
        at = bisect_left(places, block.start)
        if block.kind == "text" and at < len(places) and places[at] < block.end:
            above = text[block.start : places[at]].splitlines()
            if all(line.startswith("import ") for line in above):
                return True
    return False
