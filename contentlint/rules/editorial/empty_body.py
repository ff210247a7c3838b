"""See `EmptyBody`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document
from contentlint.rule import Bad, Finding, Good, Rule
from contentlint.rules.editorial.emptiness import is_empty, needs_body


class EmptyBody(Rule):
    """The article has a title but nothing to read.

    It is published as a blank page and shows up in lists and searches.

    There is no fix: write the text, or mark the article as a draft.
    """

    name = "empty-body"
    good = (
        "---\ntitle: Kites\n---\n\nThey rise.\n",
        "---\ntitle: Kites\n---\n\n![A kite](/kite.jpg)\n",
        "---\ntitle: Kites\n---\n\n{{< gallery >}}\n",
        "---\ntitle: Kites\ndraft: true\n---\n",
        "---\ntitle: Archive\nlayout: archive\n---\n",
        "---\ntitle: A report elsewhere\ndate: 2024-01-01\nsource_url: https://example.org/report\n---\n",
        Good("---\ntitle: Guides\n---\n", path="guides/_index.md"),
        Good("---\ntitle: Kites\n---\n\nimport Kite from './Kite'\n\n<Kite />\n", path="kites.mdx"),
        Good("---\ntitle: Kites\n---\n\nexport { default } from './kites.md'\n", path="kites.mdx"),
        Good("<!DOCTYPE html>\n<title>Kites</title>\n<p></p>\n", path="kites.html"),
        Good("---\ntitle: Kites\nlayout: default\n---\n<div id='kites'></div>\n", path="kites.html"),
    )
    bad = (
        Bad("⟦---⟧\ntitle: Kites\ndate: 2024-01-01\n---\n"),
        Bad("⟦---⟧\ntitle: 风筝\nlayout: post\n---\n\n<div>\n<p>　　</p>\n<p>&nbsp;</p>\n</div>\n"),
        Bad(
            '⟦---⟧\ntitle: Kites\n---\n\n<p>&#160;\u200b</p>\n<img src="https://a.example/count?p=1" width="1" height="1">\n'
        ),
        Bad("⟦---⟧\ntitle: 凧\ntags: [空]\n---\n\n<!-- 後で書く -->\n\n"),
        Bad("⟦---⟧\ntitle: Kites\n---\n\nimport Kite from './Kite'\n\n{/* 凧 */}\n", path="kites.mdx"),
        Bad("⟦---⟧\ntitle: Kites\ndate: 2024-01-01\n---\n<p></p>\n", path="kites.html"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if is_empty(document) and needs_body(document):
            yield self.finding(
                document.head, "there is nothing to read: write the text, or mark the article as a draft"
            )
