"""See `StyleBlock`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint import code_shortcodes, vue
from contentlint.components import is_for_head
from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety, Severity
from contentlint.rules.html.mentions import mention
from contentlint.rules.html.pages import is_no_article, is_page
from contentlint.text import Span

_SETS_VITEPRESS = pattern(r"--vp-[\w-]++\s*+:")  # what its theme looks up: the page's own looks


class StyleBlock(Rule):
    """A style sheet stands inside the article.

    It restyles the whole page it is published on, often for the worse, and it is a leftover of the site the text was
    copied from. Looks belong to the site's theme.

    The fix is safe: no reader reads a style sheet. It removes the block with its lines. It is unsafe where
    a sentence may only name the tag.
    """

    name = "style-block"
    severity = Severity.ERROR
    needs = {"<style>", "<link>"}
    good = (
        "A `<style>` element in running text.\n",
        Good("<Head>\n  <link rel='stylesheet' href='/a.css' />\n</Head>\n", path="kites.mdx"),
        "```html\n<style>.a { color: red }</style>\n```\n",
        '<details markdown="1">\n<summary>凧</summary>\n```html\n<style>a { }</style>\n```\n</details>\n',
        "<details>\n<summary>凧</summary>\n```html\n<style>a { }</style>\n```\n</details>\n",
        "<pre><code><style>.a { color: red }</style></code></pre>\n",
        '<p style="margin: 0">One paragraph.</p>\n',
        '<link rel="canonical" href="https://example.org/kites">\n',
        Good(
            "<!doctype html><html><head><style>p { margin: 0 }</style></head><body><p>Kites</p></body></html>\n",
            path="page.html",
        ),
        Good(
            "---\ndate: 2021-11-07\n---\n<html><head><style>p {}</style></head>凧</html>\n",
            path="page.html",
            along=("nested-document",),
        ),
        Good("<style scoped>\n.a { color: red }\n</style>\n\n# Kites\n", profile="docs"),
        "---\nlayout: home\n---\n\n<style>\n:root { --vp-c-brand: #3451b2 }\n</style>\n",
        "<script setup>\nimport Kite from './Kite.vue'\n</script>\n\n風箏\n\n<style>\n.kite { color: red }\n</style>\n",
        "---\npermalink: /404.html\nlayout: default\n---\n\n<style>\n.a { margin: 10px auto }\n</style>\n",
        "<script>\nexport default {}\n</script>\n\n<style>\n.kite { color: red }\n</style>\n",
        Good('<style lang="scss">\n.kite { .tail { color: red } }\n</style>\n', profile="docs"),
        Good('<link rel="stylesheet" href="/a.css">\n', path="themes/kite/head.html"),
    )
    bad = (
        Bad("Kites fly.\n\n⟦<style>\n.a { color: red }\n</style>⟧\n\nHigh.\n", fixed="Kites fly.\n\nHigh.\n"),
        Bad(
            "<div>\n\n    ⟦<style>\n    .qr{}\n    </style>⟧\n    <p>text</p>\n</div>\n",
            fixed="<div>\n\n    <p>text</p>\n</div>\n",
        ),
        Bad('⟦<link rel="stylesheet" href="//example.org/a.css">⟧\n风筝\n', fixed="风筝\n"),
        Bad(
            "---\nlayout: post\n---\n<html><body>⟦<style>p {}</style>⟧凧</body></html>\n",
            fixed="---\nlayout: post\n---\n<html><body>凧</body></html>\n",
            path="page.html",
        ),
        Bad(
            "---\nlayout: default\ntitle: 凧\n---\n\n⟦<style>p {}</style>⟧\n\n凧\n",
            fixed="---\nlayout: default\ntitle: 凧\n---\n\n凧\n",
        ),
        Bad(
            "---\nlayout: page\nsubtitle: 春の凧\n---\n\n⟦<style>p {}</style>⟧\n\n# 凧\n",
            fixed="---\nlayout: page\nsubtitle: 春の凧\n---\n\n# 凧\n",
        ),
        Bad('⟦<style lang="scss">\np { color: red }\n</style>⟧\n\n凧\n', fixed="凧\n"),
        Bad("[code lang=css]\n⟦<style>p {}</style>⟧\n[/code]\n"),
        Bad("<p>凧</p>\n⟦<style>{{ css }}</style>⟧\n"),
        Bad("<p>凧</p>\n⟦<style><%= css %></style>⟧\n"),
        Bad("<p>凧</p>⟦<STYLE>p{}</STYLE>⟧\n", fixed="<p>凧</p>\n"),
        Bad("> 凧\n>\n> ⟦<style>\n> p {}\n> </style>⟧\n>\n> 風\n", fixed="> 凧\n>\n> 風\n"),
        Bad("- ⟦<style></style>⟧ 凧\n", fixed="- 凧\n", unsafe=True),
        Bad("**凧：**⟦<style>p {}</style>⟧風\n"),
        Bad("标签⟦<style>⟧和</style>之间\n", fixed="标签&lt;style>和&lt;/style>之间\n", unsafe=True),
        Bad(
            "|⟦<style>⟧| 1 |\n|--|--|\n|</style>| 2 |\n",
            fixed="|&lt;style>| 1 |\n|--|--|\n|&lt;/style>| 2 |\n",
            unsafe=True,
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if document.is_layout or (document.is_whole_page and is_page(document)) or is_no_article(document):
            return
        for style in document.tags("style"):
            if style.namespace == "html" and not _is_of_program(document, style) and not _is_of_head(document, style):
                if (told := mention(document, style)) is not None:
                    yield self.finding(style.span, *told)
                    continue
                span = style.whole if style.end_tag is not None else style.span
                if code_shortcodes.is_sample(document, style.span.start):
                    yield self.finding(span, f"this style sheet takes effect: {code_shortcodes.ADVICE}")
                    continue
                yield self.finding(
                    span,
                    "a style block inside the article: remove it, and leave looks to the site's theme",
                    _fix(document, style),
                )
        for link in document.tags("link"):
            if "stylesheet" in link.relations and not _is_of_head(document, link):
                yield self.finding(
                    link.span,
                    "a style sheet loaded by the article: remove it, and leave looks to the site's theme",
                    _removing(document, "Remove the link", link.span),
                )


def _is_of_head(document: Document, node: Node) -> bool:
    return is_for_head(document, node) or (document.is_whole_page and node.is_in_head)


def _is_of_program(document: Document, style: Node) -> bool:
    """Whether it is the style of a page that VitePress or VuePress compiles, or of Marp's slides, which have their own."""
    if document.language != "markdown":
        return False
    if document.data.get("marp") is True or vue.renames_classes(document, style) or vue.is_written_for(document):
        return True
    if style.end_tag is not None and _SETS_VITEPRESS.search(document.text, *style.content):
        return True
    is_compiled = any(style.get(name) is not None for name in ("scoped", "lang"))
    return is_compiled and document.setting.profile.name == "docs"


def _fix(document: Document, style: Node) -> Fix | None:
    if style.end_tag is None:  # it would take the rest of the article with it
        return None
    if document.language == "mdx":  # which writes the sheet as an expression
        return Fix.removing("Remove the style block", document, style.whole, Safety.UNSAFE)
    return _removing(document, "Remove the style block", style.whole)


def _removing(document: Document, title: str, span: Span) -> Fix | None:
    return None if document.has_template(span) else Fix.removing(title, document, span)
