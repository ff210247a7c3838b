"""See `ConditionalComment`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.document import Document
from contentlint.named_tags import stands_apart
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Rule, Safety

# https://learn.microsoft.com/en-us/previous-versions/windows/internet-explorer/ie-developer/compatibility/ms537512(v=vs.85)
_IF = r"\[if\b(?:[\s!()&|\d.]|\b(?:[lg]te?|ie(?:mobile)?|mso|vml|ppt|pub|excel|contenteditable|true|false|support\w+|windowsedition)\b)*+\]"
_CONDITION = pattern(rf"\s*+(?:{_IF}|<!\[endif\]|<!-*+\[endif\])|\[endif\]", re.IGNORECASE)
_FOR_BROWSERS = pattern(r"\s*+\[if\b[^\]]*\bie\b", re.IGNORECASE)
_REVEALED = pattern(r"\s*+\[\s*+(?:if\b[^\]]*+|endif)\s*+\]", re.IGNORECASE)


class ConditionalComment(Rule):
    """A comment speaks to an Internet Explorer that no longer exists.

    Conditional comments (`<!--[if IE]>`) come with text pasted from Word or old pages; readers download them, and no
    browser of today uses them.

    The fix is safe: it removes the comment with its lines; what stands between two such comments stays. It is unsafe where
    the line may be about the comment.
    """

    name = "conditional-comment"
    needs = {"comment", "declaration"}
    good = (
        "<!-- if you read this: [if] -->\n",
        "`<!--[if IE]>x<![endif]-->`\n",
        "```html\n<!--[if lt IE 9]>\n<script></script>\n<![endif]-->\n```\n",
        "<!-- [iffy] 风筝 -->\n\n<!-- [if we have time] rewrite this -->\n\n飞\n",
        "<!DOCTYPE html>\n凧\n",
    )
    bad = (
        Bad("Kites.\n\n⟦<!--[if gte mso 9]><xml>\n<o:x/></xml><![endif]-->⟧\n\nFly.\n", fixed="Kites.\n\nFly.\n"),
        Bad("<p>⟦<![if !supportEmptyParas]>⟧风筝⟦<![endif]>⟧</p>\n", fixed="<p>风筝</p>\n"),
        Bad("<p>⟦<!--[if !IE]><!-->⟧凧⟦<!--<![endif]-->⟧</p>\n", fixed="<p>凧</p>\n"),
        Bad("- ⟦<!--[if IE]><p>凧</p><![endif]-->⟧ 凧\n", fixed="- 凧\n", unsafe=True),
        Bad("凧 ⟦<!--[if gte mso 9]><xml></xml><![endif]-->⟧\n", fixed="凧\n"),
        Bad(
            "⟦<!-- [if lt IE 9]>\n<script src=x></script>\n<![endif] -->⟧\n<p>Kites</p>\n",
            fixed="<p>Kites</p>\n",
            path="page.html",
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for kind, sign in (("comment", _CONDITION), ("declaration", _REVEALED)):
            for node in document.all(kind):
                if node.name == "unclosed" or not sign.match(document.text, node.content.start, node.content.end):
                    continue
                fix = None
                if not document.has_template(node.span):
                    safety = Safety.UNSAFE if _may_be_named(document, node) else Safety.SAFE
                    fix = Fix.removing("Remove the comment", document, node.span, safety)
                yield self.finding(node.span, "a comment for Word or old Internet Explorer: remove it", fix)


def _may_be_named(document: Document, comment: Node) -> bool:
    """Whether this is all of one for Internet Explorer, as the example of a sentence would be."""
    written = comment.content.of(document.text)
    return "endif" in written and _FOR_BROWSERS.match(written) is not None and stands_apart(document, comment.span)
