"""See `UnclosedComment`."""

from __future__ import annotations

from contentlint.rule import Bad, Rule, Severity


class UnclosedComment(Rule):
    """A comment begins and never ends.

    To a browser everything after the "<!--" is part of the comment, so readers miss the rest of the article.

    There is no fix: only the writer knows where the comment was to end.
    """

    name = "unclosed-comment"
    severity = Severity.ERROR
    problem = "unclosed-comment"
    needs = {"!unclosed-comment"}
    good = (
        "<!-- more -->\n\nKites fly.\n",
        "A comment begins with `<!--`.\n",
        "```html\n<!-- 风筝\n```\n",
        "Type <!-- to begin a comment.\n",
        "<!-- 凧 --!>\n",
        "<!-->\n\nKites\n",
    )
    bad = (
        Bad("Kites fly.\n\n⟦<!--⟧ and so do planes\n\nHigh.\n"),
        Bad("<div>\n⟦<!--⟧ 正文\n</div>\n\n风筝\n"),
        Bad("<p>凧</p>⟦<!--⟧ 揚げ ->\n<p>高く</p>\n", path="page.html"),
    )
