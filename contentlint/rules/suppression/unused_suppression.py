"""See `UnusedSuppression`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contentlint.document import Document
from contentlint.rule import Bad, Finding, Good, Rule
from contentlint.rules.suppression.edits import without
from contentlint.suppression import Name, Suppression
from contentlint.text import Span


class UnusedSuppression(Rule):
    """A comment silences a rule that has nothing to say there.

    The fault it was written for is gone, and the comment would hide the next one. Rules that are off are not judged.

    The fix is safe: it removes the name, and the comment where nothing is left of it.
    """

    name = "unused-suppression"
    silenced_throughout = silenced_above = ""  # another comment would be unused too
    good = (
        Good(
            "<!-- contentlint-disable-next-line style-block -->\n<style>p{}</style>\n",
            along=("style-block",),
        ),
        "`<!-- contentlint-disable-next-line unused-suppression -->` is a comment.\n",
        Good(
            "<!-- contentlint-disable style-block -->\n<style>p{}</style>\n<!-- contentlint-enable style-block -->\n",
            along=("style-block",),
        ),
    )
    bad = (
        Bad(
            "<!-- contentlint-disable-next-line ⟦style-block⟧ -- old -->\nKites.\n",
            fixed="Kites.\n",
            along=("style-block",),
        ),
        Bad(
            "<!-- contentlint-disable ⟦blank-line-run⟧, style-block -->\n\n风筝<style>p{}</style>\n",
            fixed="<!-- contentlint-disable style-block -->\n\n风筝<style>p{}</style>\n",
            along=("style-block", "blank-line-run"),
        ),
        Bad("<!-- contentlint-disable-file ⟦style-block⟧ -->\n凧\n", fixed="凧\n", along=("style-block",)),
    )

    def unused(self, document: Document, idle: Sequence[tuple[Suppression, Name]]) -> Iterator[Finding]:
        together: dict[Span, list[Name]] = {}
        for suppression, name in idle:
            together.setdefault(suppression.span, []).append(name)
        for suppression, name in idle:
            names = tuple(together[suppression.span])
            fix = without(document, suppression, names)
            told = f'"{name.text}" finds nothing here'
            if suppression.closes:
                told = f'no comment above silences "{name.text}"'
            yield self.finding(name.span, f"{told}: remove it from this comment", fix)
