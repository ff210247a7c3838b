"""See `BlankLineRun`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from contentlint.document import Document
from contentlint.errors import OptionError
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Rule, Severity
from contentlint.samples import in_sample
from contentlint.text import BOM, Edit, Span

_LINE_END = pattern(r"\n")


@dataclass(frozen=True)
class BlankLineRun(Rule):
    """Many empty lines stand together.

    A reader sees no difference, but an editor scrolls past holes and later changes are harder to compare.

    The fix is safe: it keeps as many empty lines as are allowed.
    """

    name = "blank-line-run"
    severity = Severity.INFO
    silenced_above = ""  # among the empty lines a comment parts them
    options_help = {"most": "How many empty lines may stand together."}
    good = (
        "One.\n\n\nTwo.\n",
        "```\nOne.\n\n\n\n\nTwo.\n```\n",
        "[sourcecode]\nfly();\n\n\n\n\nland();\n[/sourcecode]\n",
        "<code>\nfly();\n\n\n\n\nland();\n</code>\n",
        "<pre>\nOne.\n\n\n\n\nTwo.\n</pre>\n",
    )
    bad = (
        Bad("One.\n\n\n⟦\n\n⟧Two.\n", fixed="One.\n\n\nTwo.\n"),
        Bad("一。\r\n\r\n  \r\n⟦\r\n⟧二。\r\n", fixed="一。\r\n\r\n  \r\n二。\r\n"),
        Bad("<p>凧</p>\n\n\n⟦\t\n\n\n⟧<p>揚げ</p>\n", fixed="<p>凧</p>\n\n\n<p>揚げ</p>\n"),
        Bad("\ufeff\n \n⟦\n\n⟧风筝\n", fixed="\ufeff\n \n风筝\n"),
    )

    most: int = 2

    def __post_init__(self) -> None:
        if self.most < 1:
            raise OptionError(f"{self.name}: most is at least 1, for an empty line parts paragraphs", "most")

    def check(self, document: Document) -> Iterator[Finding]:
        flat = document.source.flat
        for run in self._runs(flat, document.body.span.start):
            line_starts = [run.start("lines"), *(found.end() for found in _LINE_END.finditer(flat, *run.span("lines")))]
            if run.end() + 1 == len(flat) or in_sample(document, line_starts[0]):
                continue
            span = Span(line_starts[self.most], run.end() + 1)
            fix = Fix("Remove the surplus lines", (Edit(span, ""),))
            enough = "1 is" if self.most == 1 else f"{self.most} are"
            yield self.finding(span, f"{len(line_starts)} empty lines together: {enough} enough", fix)

    def _runs(self, flat: str, start: int) -> Iterator[re.Match[str]]:
        at_top = _too_long(self.most, BOM + "?+").match(flat) if start <= len(BOM) else None
        if at_top is not None:
            yield at_top
        yield from _too_long(self.most, r"\n").finditer(flat, at_top.end() if at_top else max(start - 1, 0))


@lru_cache
def _too_long(most: int, above: str) -> re.Pattern[str]:
    return re.compile(rf"{above}(?P<lines>[ \t]*+(?:\n[ \t]*+){{{most},}})(?=\n)")
