"""See `EscapedBracesInRawText`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Good, Rule
from contentlint.text import Span

_BRACE = r"&(?:#0*+12[35]\b;?|#[xX]0*+7[bBdD]\b;?|lbrace;|lcub;|rbrace;|rcub;)"
# a string or comment that never ends reaches to the end of its line or of all: nothing is searched for twice
_QUOTED = r"\"(?:[^\"\\\n]|\\.)*+\"?+|'(?:[^'\\\n]|\\.)*+'?+"
_REGEX = r"(?<=[(=,:!&|?])[ \t]*+/(?![*/])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*+\]?+)++/"
_CSS = pattern(rf"/\*.*?(?:\*/|\Z)|{_QUOTED}|url\([^)\n]*+\)|({_BRACE})", re.DOTALL)
_CODE = pattern(rf"/\*.*?(?:\*/|\Z)|//[^\n]*+|{_REGEX}|{_QUOTED}|`(?:[^`\\]|\\.)*+`?+|({_BRACE})", re.DOTALL)


class EscapedBracesInRawText(Rule):
    """A style sheet or script has `&#123;` where a brace should be.

    Browsers see no brace in `&#123;` there: the block does nothing, and readers download it in vain.

    There is no fix: such a block has long done nothing, and bringing it to life may surprise. Remove it.
    """

    name = "escaped-braces-in-raw-text"
    needs = {"<style>", "<script>"}
    good = (
        "<style>.a { color: red }</style>\n",
        "A brace is written &#123; in `<style>`.\n",
        '<script>document.title = "&#123;kites&#125;" // &#123;\n</script>\n',
        "<style>/* &#123; */ .a::after { content: '&#123;' }</style>风筝\n",
        "<script>kite = kite.replace(/&#123;/g, '{')</script>\n<style>.a { background: url(a?&#123;) }</style>\n",
        "<pre>&lt;style&gt;.a &#123; &#125;&lt;/style&gt;</pre>\n",
        "<svg><style>.a &#123; fill: red &#125;</style></svg>凧\n",
        Good("<style>.a &#123; &#125;</style>\n", path="kites.mdx"),
    )
    bad = (
        Bad("<style>\n.a⟦&#123;⟧color:red&#125;\n.b&#123;&#125;\n</style>\n"),
        Bad("风筝<script>if (a) ⟦&#x7B;⟧ b() &#x7d;</script>\n"),
        Bad("<STYLE>.a ⟦&lbrace;⟧ color: red &rbrace;</STYLE>\n<style>.b ⟦&#0123⟧ }</style>凧\n", path="page.html"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if document.language == "mdx":  # JSX decodes references everywhere
            return
        for name, braces in (("style", _CSS), ("script", _CODE)):
            for node in document.tags(name):
                span = _first_brace(document, node, braces) if node.namespace == "html" else None
                if span is not None:
                    what = "style sheet" if name == "style" else "script"
                    shown = span.of(document.text)
                    yield self.finding(
                        span,
                        f"{shown} is no brace inside <{name}>, so this {what} has no effect: write real braces, or remove it",
                    )


def _first_brace(document: Document, node: Node, braces: re.Pattern[str]) -> Span | None:
    content = node.content
    if document.text.find("&", content.start, content.end) < 0:
        return None
    for match in braces.finditer(document.text, content.start, content.end):
        if match[1] is not None:
            return Span(*match.span(1))
    return None
