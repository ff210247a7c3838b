"""See `BodyIsTitle`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document
from contentlint.rule import Bad, Finding, Good, Rule
from contentlint.rules.editorial.emptiness import TEXT_TAGS, needs_body
from contentlint.rules.editorial.titles import plain, title_field
from contentlint.text import Span, trimmed

_LONGEST = 400
_MOST_TEXTS = 20
_SOMETHING = frozenset({"image", "code", "template", "expression", "component", "link"})


class BodyIsTitle(Rule):
    """The text only repeats the title.

    A reader who opens the article learns nothing new; mostly the real text was lost on the way.

    There is no fix: write the text, or mark the article as a draft.
    """

    name = "body-is-title"
    good = (
        "---\ntitle: Kites\n---\n\nKites rise.\n",
        "---\ntitle: Kites\n---\n\n# Kites\n\nThey rise.\n",
        "---\ntitle: Kites\n---\n\nKites\n\n![](/kite.jpg)\n",
        Good("---\ntitle: Kites\n---\n\nKites\n", path="kites/_index.md"),
    )
    bad = (
        Bad("---\ntitle: Kites\n---\n\n⟦Kites⟧\n"),
        Bad("---\ntitle: '风筝节开幕，万人同乐'\n---\n\n<div>\n<p>　　⟦风筝节开幕，万人同乐⟧</p>\n</div>\n"),
        Bad("---\ntitle: Kites\n---\n\n# ⟦Kites\n\nKites⟧\n"),
        Bad("---\ntitle: How kites fly\n---\n\n# ⟦How Kites Fly!⟧\n"),
        Bad("---\ntitle: Kites\n---\n<p>⟦Kites⟧</p>\n", path="kites.html"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if len(document.body.texts) > _MOST_TEXTS:
            return
        title = title_field(document)
        texts = [span for span in document.body.texts if span.of(document.text).strip()]
        if title is None or not texts or texts[-1].end - texts[0].start > _LONGEST:
            return
        if any(
            node.kind in _SOMETHING or (node.kind == "element" and node.name not in TEXT_TAGS)
            for node in document.body.nodes
        ):
            return
        words = plain(" ".join(span.of(document.text) for span in texts))
        whole = plain(title.data)
        if words and words in (whole, whole + whole) and needs_body(document):
            span = trimmed(document.text, Span(texts[0].start, texts[-1].end))
            yield self.finding(span, "the whole text only repeats the title: write the text")
