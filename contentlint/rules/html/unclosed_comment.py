"""See `UnclosedComment`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document
from contentlint.rule import Bad, Finding, Rule, Severity
from contentlint.text import Span


class UnclosedComment(Rule):
    """A comment begins and never ends.

    To a browser everything after the "<!--" is part of the comment, so readers miss the rest of the article.

    There is no fix: only the writer knows where the comment was to end.
    """

    name = "unclosed-comment"
    severity = Severity.ERROR
    problem = "unclosed-comment"
    needs = {"comment"}
    silenced_throughout = "above the comment"
    good = (
        "<!-- more -->\n\nKites fly.\n",
        "A comment begins with `<!--`.\n",
        "```html\n<!-- 风筝\n```\n",
        "Type <!-- to begin a comment.\n",
        "<!-- 凧 --!>\n",
        "<!-->\n\nKites\n",
        "<!-- write <!-- more --> here\n",
        "- Kites\n\n  <!-- 風\n\n  -->\n\nFly.\n",
    )
    bad = (
        Bad("Kites fly.\n\n⟦<!--⟧ and so do planes\n\nHigh.\n"),
        Bad("<div>\n⟦<!--⟧ 正文\n</div>\n\n风筝\n"),
        Bad("⟦<!--⟧ 广告位\n<p>风筝</p>\n<!-- end -->\n<p>飞</p>\n"),
        Bad("Kites\n\n⟦<!--⟧ more\n\nfly\n\n<!-- end of teaser\n\nhigh.\n"),
        Bad("- Kites\n  ⟦<!--⟧ todo:\n\nfly\n-->\n\nhigh.\n"),
        Bad("> ⟦<!--⟧\n> 凧\n\n揚げ -->\n"),
        Bad("<p>凧</p>⟦<!--⟧ 揚げ ->\n<p>高く</p>\n", path="page.html"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        yield from super().check(document)
        for comment in document.all("comment"):
            start, end = comment.content
            inner = document.text.find("<!--", start, end)
            if inner < 0 or comment.name == "unclosed":  # which is told above
                continue
            before = document.source.flat[start:inner]
            if "\n" in before and before.strip() and not before.startswith("["):  # Outlook's conditions
                row = document.source.position(inner).row
                told = f'another comment begins inside this one, in line {row}: end this one with "-->" before that'
                yield self.finding(Span(comment.span.start, comment.span.start + 4), told)
