"""See `NestedDocument`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from operator import attrgetter

from contentlint import code_shortcodes
from contentlint.components import is_component, is_for_head
from contentlint.document import Document
from contentlint.nodes import UNKNOWN, Node
from contentlint.patterns import BLANK_LINE, pattern
from contentlint.removals import unwrapping
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety
from contentlint.rules.html.mentions import mention
from contentlint.rules.html.pages import is_page

_WRAPPERS = ("html", "head", "body")
_SAMPLE = 1_000  # characters, in which code between backticks may go on
_CHOOSES = pattern(r"(?i)<!--#|\[#if|<#if|<MT\w|\btal:")  # of servers and templates that no generator of sites has


class NestedDocument(Rule):
    """An article brings the frame of a whole page with it.

    The site builds `<html>`, `<head>`, `<title>` and `<body>` around every article; a second set comes from a page
    that was saved or pasted whole, and the title or settings in it have no effect or a wrong one.

    The fix is unsafe: it takes the frame's tags away and keeps what the body holds. There is none where the tags are a
    sample between backticks.
    """

    name = "nested-document"
    yields_to = ("base-or-refresh",)
    needs = {*map("<%s>".__mod__, _WRAPPERS), "<title>", "<meta>", "doctype"}
    good = (
        Good("<html>{% if a %}<body class=a>{% else %}<body>{% endif %}凧</body></html>\n", path="kites.html"),
        Good(
            '<html><!--#if expr="$a" --><body class=a><!--#else --><body><!--#endif -->凧</body></html>\n',
            path="kites.html",
        ),
        Good("<head>\n  <title>Kites</title>\n</head>\n", path="kites.mdx", profile="docs"),
        Good('Kites.\n\n<head>\n  <meta name="twitter:card" content="凧">\n</head>\n', profile="docs"),
        "A page has `<html>`, `<head>` and `<body>`.\n",
        "```html\n<html><head><title>Kites</title></head></html>\n```\n",
        Good("<!doctype html><html><head><title>凧</title></head><body>凧</body></html>\n", path="page.html"),
        Good("---\nlayout: none\n---\n<html><body>风筝</body></html>\n", path="page.html"),
        Good("---\ndate: 2021-11-07\n---\n<html><body>{{ content }}</body></html>\n", path="page.html"),
        Good("---\npublished: true\n---\n<html><body>凧</body></html>\n", path="about.html"),
        Good("---\n---\n<!doctype html><html><title>404</title><body>凧</body></html>\n", path="404.html"),
        "Text <code><html></code> and <pre>\n<html>\n  <body>\n</pre>\n",
        '<span itemscope><meta itemprop="name" content="Kites"></span>\n',
        '<feed xmlns="http://www.w3.org/2005/Atom">\n<title type="html">Kites</title>\n</feed>\n',
        Good("<Head>\n  <title>Kites</title>\n</Head>\n", path="kites.mdx"),
        "<Head>\n  <title>Kites</title>\n  <meta name='author' content='Ann' />\n</Head>\n",
        '<svg><title>A kite</title></svg> <header class="head">凧</header>\n',
        "# <<title>>\n\nKites.\n",
        "<script setup>\nimport Title from './Title.vue'\n</script>\n\n<Title>凧</Title>\n\n<Meta />\n",
    )
    bad = (
        Bad("⟦<Head>⟧\n⟦<Title>⟧凧</Title>\n</Head>\n\n風\n", fixed="風\n", unsafe=True),
        Bad(
            "<html><head></head><body>凧</body></html>\n⟦<html>⟧<head></head><body>風</body></html>\n",
            path="kites.html",
        ),
        Bad("<html><body>凧⟦<body>⟧風</body></html>\n", path="kites.html"),
        Bad("⟦<html>⟧\n⟦<body>⟧\n<p>Kites</p>\n</body>\n</html>\n", fixed="<p>Kites</p>\n", unsafe=True),
        Bad(
            '⟦<!DOCTYPE html>⟧\n⟦<meta charset="utf-8">⟧\n⟦<title>⟧风筝</title>\n\n风筝飞。\n',
            fixed="风筝飞。\n",
            unsafe=True,
        ),
        Bad(
            "⟦<HTML>⟧\n⟦<Head>⟧\n⟦<title>⟧Kites</title>\n</Head>\n⟦<Body>⟧\n凧\n</Body>\n</HTML>\n",
            fixed="凧\n",
            unsafe=True,
        ),
        Bad(
            "⟦<HTML>⟧⟦<Head>⟧⟦<title>⟧Kites</title>⟦<meta name='generator' content='凧' />⟧</Head>⟦<Body>⟧凧</Body></HTML>\n",
            fixed="凧\n",
            unsafe=True,
        ),
        Bad("[code]\n⟦<html>⟧⟦<title>⟧风筝</title></html>\n[/code]\n"),
        Bad(
            "`<!-- 凧 --><br>\n⟦<html lang='ja'>⟧`\n\n⟦<meta charset='utf-8'>⟧\n",
            fixed="`<!-- 凧 --><br>\n<html lang='ja'>`\n",
            unsafe=True,
        ),
        Bad('⟦<meta name="referrer" content="no-referrer">⟧\n凧\n'),
        Bad("In ⟦<title>⟧ and </title>.\n", fixed="In &lt;title> and &lt;/title>.\n", unsafe=True),
        Bad("| 1 | 2 |\n|--|--|\n| ⟦<meta>⟧ | 凧 |\n", fixed="| 1 | 2 |\n|--|--|\n| &lt;meta> | 凧 |\n", unsafe=True),
        Bad(
            "Set the ⟦<title>⟧ of a page.\n\nKites.\n",
            fixed="Set the &lt;title> of a page.\n\nKites.\n",
            unsafe=True,
        ),
        Bad(
            "---\ntitle: 凧\nlayout: post\n---\n⟦<html>⟧⟦<head>⟧\n</head>⟦<body>⟧<p>凧</p></body></html>\n",
            fixed="---\ntitle: 凧\nlayout: post\n---\n<p>凧</p>\n",
            path="page.html",
            unsafe=True,
        ),
        Bad(
            "---\ntitle: 风筝\n---\n⟦<html>⟧风筝</html>\n",
            fixed="---\ntitle: 风筝\n---\n风筝\n",
            path="_posts/2021-03-04-kites.html",
            unsafe=True,
        ),
        Bad(
            "---\npubDate: 2021-03-04\n---\n⟦<html>⟧Kites</html>\n",
            fixed="---\npubDate: 2021-03-04\n---\nKites\n",
            path="kites.html",
            unsafe=True,
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        nodes = [*document.tags(*_WRAPPERS, "title", "meta"), *document.all("doctype")]
        if _is_for_docusaurus(document):  # it puts into the page's <head> what stands in one here
            nodes = [node for node in nodes if not node.is_in_head]
        if not nodes:
            return
        if is_page(document):
            yield from self._second_pages(document)
            return
        for node in nodes:
            if node.namespace != "html" or _describes_data(node):
                continue
            if is_component(document, node) or is_for_head(document, node):
                continue
            if document.text[node.span.start - 1 : node.span.start] == "<":  # <<title>> is to be filled in
                continue
            tag = f"<{node.name}>" if node.name else "<!doctype>"
            if node.name and (told := mention(document, node)) is not None:
                yield self.finding(node.span, *told)
                continue
            if code_shortcodes.is_sample(document, node.span.start):
                yield self.finding(node.span, f"{tag} takes effect here: {code_shortcodes.ADVICE}")
                continue
            advice, fix = "remove it", _fix(document, node)
            if (node.get("name") or "").lower() == "referrer":  # browsers heed it in the body, too
                advice, fix = "say in the site's template what its links and pictures tell other sites", None
            yield self.finding(node.span, f"{tag} belongs to a whole page, not to an article: {advice}", fix)

    def _second_pages(self, document: Document) -> Iterator[Finding]:
        """What stands twice in a page of its own, unless a template chooses one of them."""
        if not document.is_whole_page or any(map(document.all, UNKNOWN)):
            return
        second = [node for name in _WRAPPERS for node in islice(document.tags(name), 1, None)]
        if second and _CHOOSES.search(document.text):
            return
        reached = 0  # so far goes the last one told, which brings those inside it
        for node in sorted(second, key=attrgetter("span")):
            if node.namespace == "html" and node.span.start >= reached:
                reached = node.whole.end
                message = f"a second <{node.name}> in one page: keep one"
                yield self.finding(node.span, *(mention(document, node) or (message, None)))


def _is_for_docusaurus(document: Document) -> bool:
    is_for_docs = document.language == "markdown" and document.setting.profile.name == "docs"
    return document.language == "mdx" or is_for_docs


def _describes_data(node: Node) -> bool:
    return node.name == "meta" and any(node.get(name) is not None for name in ("itemprop", "property"))


def _fix(document: Document, node: Node) -> Fix | None:
    removed = node.whole if node.name == "title" else node.span
    if document.has_template(removed) or _is_between_backticks(document, node):
        return None
    if node.name not in _WRAPPERS:
        if node.name == "title" and node.end_tag is None:  # the rest of the article stands in it
            return None
        return Fix.removing("Remove it", document, node.whole, Safety.UNSAFE)
    return Fix(f"Remove the {node.name} tags", unwrapping(document, node), Safety.UNSAFE)


def _is_between_backticks(document: Document, node: Node) -> bool:
    flat, (start, end) = document.source.flat, node.span
    before = BLANK_LINE.split(flat[max(start - _SAMPLE, 0) : start])[-1]
    behind = BLANK_LINE.split(flat[end : end + _SAMPLE], maxsplit=1)[0]
    return before.count("`") % 2 == 1 and "`" in behind
