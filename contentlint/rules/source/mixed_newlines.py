"""See `MixedNewlines`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from contentlint.document import Document
from contentlint.patterns import LINE_END
from contentlint.rule import Bad, Finding, Fix, Rule
from contentlint.text import Edit, Span

_NAMES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}


class MixedNewlines(Rule):
    """Lines end in more than one way.

    Text from several systems was put together. Some editors then show one long line, and every comparison of
    versions shows lines that nobody changed.

    The fix is safe: it gives every line the end that most lines have.
    """

    name = "mixed-newlines"
    good = (
        "One.\n\nTwo.\n",
        "一。\r\n\r\n二。\r\n",
        "一。\r\r二。\r",
        "Write `\\r\\n` here\nand there\n",
    )
    bad = (
        Bad("One.⟦\r\n⟧\nTwo.\n", fixed="One.\n\nTwo.\n"),
        Bad(
            "---\r\ntitle: 风筝⟦\n⟧---\r\n\r\n一。\n二。\r\n", fixed="---\r\ntitle: 风筝\r\n---\r\n\r\n一。\r\n二。\r\n"
        ),
        Bad("```\n凧⟦\r⟧```\n", fixed="```\n凧\n```\n"),
        Bad("One.⟦\r\n⟧Two.\n", fixed="One.\nTwo.\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        if "\r" not in text:
            return
        pairs = text.count("\r\n")
        if pairs == text.count("\r") and pairs == text.count("\n"):
            return
        kept = document.source.newline
        others = [end for end in LINE_END.finditer(text) if end[0] != kept]
        if not others:
            return
        kinds = " and ".join(_NAMES[kind] for kind, _ in Counter(end[0] for end in others).most_common())
        count = f"{len(others)} lines end" if len(others) > 1 else "this line ends"
        fix = Fix(f"End every line with {_NAMES[kept]}", tuple(Edit(Span(*end.span()), kept) for end in others))
        yield self.finding(
            Span(*others[0].span()), f"{count} with {kinds}, the rest with {_NAMES[kept]}: end all alike", fix
        )
