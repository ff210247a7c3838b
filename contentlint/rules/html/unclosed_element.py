"""See `UnclosedElement`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.components import is_component, written_name
from contentlint.document import Document, once
from contentlint.elements import BLOCKS, HEADINGS, KNOWN, OPTIONAL_END, RAW_TEXT, VOID
from contentlint.misread import tags_cut_short
from contentlint.nodes import UNKNOWN, Node
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety
from contentlint.rules.html.broken import HIDES_TAGS, hides_script
from contentlint.rules.html.mentions import as_text, is_comparison, is_in_formula, is_named, mention
from contentlint.rules.html.open_tags import open_ends, open_starts
from contentlint.rules.html.slips import (
    broken_images,
    ends_as_text,
    is_among_keys_above,
    is_start_for_end,
    lost_ends,
    meant_ends,
    open_quotes,
    templates_with_tags,
)
from contentlint.text import Edit, Span
from contentlint.wording import cut, nearest

_PARAGRAPH_END = pattern(r"\s*+(?:[^\n]++|\n(?![ \t]*+\n))*+(?=\n)")
_MARKUP = pattern(r"<(?:/?[A-Za-z]|!--)")
_FIRST_LINE = pattern(r"\s*+[^\n]++")
_MARKS_AT_END = pattern(r"[*_~]++\Z")
_CUT_SHORT = 'another tag begins inside this <{}>, so readers see neither: in code, write "<" as "&lt;"'
_OF_A_LINE = HEADINGS | {"summary", "iframe"}
_NEVER_NESTED = frozenset({"button", "form", "label"})
_UNSEEN = RAW_TEXT - {"textarea", "xmp"}
_OPEN_TAG = pattern(r"<(?:/|/?[A-Za-z][^<>]*+)")


class UnclosedElement(Rule):
    """An element, a tag or a quote in a tag is never closed.

    A browser then guesses where it ends: a link or bold type may run on through the rest of the page, a box may
    swallow the site's footer, an open quote swallows all up to the next one, and a tag without its ">" the tag behind it.

    The fix is unsafe: it adds the end tag at the end of the paragraph or where the browser ends the element, the quote
    before the next attribute or ">", or the ">" behind a tag's name or its attributes; only the writer knows the right place.
    From an end tag it takes the attributes out, with which Markdown reads it as text. It adds nothing that could let a
    script run.
    """

    name = "unclosed-element"
    yields_to = ("nested-document", "style-block", "script-element", "unknown-attribute")
    yields_to_parts = False  # an unknown attribute is a part
    good = (
        Good('<html><body><image src="a.png"/>凧</body></html>\n', path="kites.html"),
        Good("---\n---\n<html><body><p>凧<kite/>舞う。</p></body></html>\n", path="kites.html"),
        "<p>Kites<p>fly<ul><li>high<li>low</ul><br><img src=a.png alt>\n",
        "Write `<div>` or &lt;div&gt;; see <https://example.org> and 1 < 2.\n",
        "{% if a %}<div>{% else %}<div class='x'>{% endif %}\n风筝</div>\n",
        "<!-- {% if a %} --><div><!-- {% else %} --><div class='x'><!-- {% endif %} -->\n风筝</div>\n",
        "<!-- {{#a}} --><div><!-- {{/a}} -->\n<!-- {{^a}} --><div id='a'><!-- {{/a}} -->\n凧\n</div>\n",
        '<a name="凧"/>凧\n\n<a id="b" />\n',
        "<svg><path d='M0 0'><g></svg>\n",
        "<table><tr><td>a<td>b<tr><td>c</table>\n<details><summary>凧</summary>\n\n揚げ\n\n</details>\n",
        Good("<div>\n  <Card />\n  <br />\n  <a id='x' />\n</div>\n", path="kites.mdx"),
        "# <<title>>\n\nKites.\n",
        "Wind: <input> Height: <input>\n\nWind <input /> miles.\n\nKites fly.<hr>High.\n\n<hr>\n\nText <hr> tags: kites\n",
        "<p>The <input> field is <br> an element.</p>\n\nRain. <img src='a.png' alt='凧'> tags\n",
        Good("| <script> | 凧 |\n|---|---|\n", along=("script-element",)),
        "<Figure src='/a.png' />\n\n凧\n",
        '<docmeta name="displayName" value="Kites">\n\nKites.\n',
        "$$\na<b>c\n$$\n",
        '$$\n<img src="/a.png alt="凧">\n$$\n\nWrite \\<img src="/a.png alt="凧"> or <kbd><img src="/a.png alt="凧"></kbd>.\n',
        "Write `<b>a<&#47;b>` or 1 <&#47;b>.\n",
        "<ul><li>Its end is <&#47;li>\n<li>that of <&#47;li>, too</ul>\n<p>Not `<p>a<&#47;p>`, but<&#47;p>.</p>\n<&#47;p>\n",
        "<ul>\n<li>Its end: <code>&lt;li>a<&#47;li></code>\n<li><kbd>凧<&#47;li>\n</kbd>\n</ul>\n",
        "<p>It is &lt;p>x<&#47;p>\nor so.\n\n<p>Or \\<p>x<&#47;p>\n\n<p>`<p>`x<&#47;p>\n<ul><li>A &lt;li>x<&#47;li></ul>\n",
        "<p title='</b <i>'>凧</p \n>\n\nWrite `<b>a</b` or `</p`.\n\n<pre>&lt;b>a</b</pre>\n",
        "Title: The <address> and\n  the <b> and <img> tags\nDate: 2011-08-26 17:26\nAuthor: Ann\n\nKites.\n",
        "The mean is\n\n$$\n<E> = \\sum_i E_i\n$$\n",
    )
    bad = (
        Bad("A kite ⟦<b>⟧flies <i"),
        Bad("<p>A <b>kite⟦</b⟧</p>\n", fixed="<p>A <b>kite</b></p>\n", unsafe=True),
        Bad("<ul>\n<li>凧⟦</li⟧\n<li>風</li>\n</ul>\n", fixed="<ul>\n<li>凧</li>\n<li>風</li>\n</ul>\n", unsafe=True),
        Bad("<p>凧⟦</p⟧\n\n<p id='a'>風</p>\n", fixed="<p>凧</p>\n\n<p id='a'>風</p>\n", unsafe=True),
        Bad("<div><b>A kite⟦</b.⟧</div>\n", fixed="<div><b>A kite</b></div>\n", unsafe=True),
        Bad("<div>A <b>kite⟦</b,⟧ wind</div>\n", fixed="<div>A <b>kite</b>, wind</div>\n", unsafe=True),
        Bad("<b>风筝⟦</b》⟧飞\n", fixed="<b>风筝</b>飞\n", unsafe=True),
        Bad("A <strong>kite⟦</strong.⟧ High. <b>Kites⟦</b.>⟧ fly.\n"),
        Bad("<p>Он <b>да⟦</b»⟧</p>\n"),
        Bad("Он <b>да⟦</b id='a'>⟧!\n", fixed="Он <b>да</b>!\n", unsafe=True),
        Bad("A ⟦<b>⟧kite</b ${wind}> flies\n", fixed="A <b>kite</b ${wind}> flies</b>\n", unsafe=True),
        Bad("<p>凧⟦</p⟧ <script>fly()</script>\n", along=("script-element",)),
        Bad("<p>凧⟦</p⟧ <img src=a.png alt='>' onerror=fly()>\n"),
        Bad("⟦<p id='a'⟧ <iframe src='java&#115;cript:fly()' title='凧'>凧</p>\n"),
        Bad("⟦<p id='a'⟧\n<b>凧</b></p>\n", fixed="<p id='a'>\n<b>凧</b></p>\n", unsafe=True),
        Bad(
            "⟦<details open⟧\n<summary>凧</summary>\n揚げ\n</details>\n",
            fixed="<details open>\n<summary>凧</summary>\n揚げ\n</details>\n",
            unsafe=True,
        ),
        Bad(
            "Wind: 5 ⟦<b>⟧m\nRain: 2\nSun: 7\n\nKites.\n",
            fixed="Wind: 5 <b>m\nRain: 2\nSun: 7</b>\n\nKites.\n",
            unsafe=True,
        ),
        Bad("<p>⟦<label>⟧\n<label for='a'>凧</label></p>\n"),
        Bad(
            '<html><body><p>凧⟦<kite type="a"/>⟧舞う。</p></body></html>\n',
            fixed='<html><body><p>凧<kite type="a"></kite>舞う。</p></body></html>\n',
            path="kites.html",
            unsafe=True,
        ),
        Bad("The </span> API.\n\nThen ⟦<span>⟧x\n", fixed="The </span> API.\n\nThen <span>x</span>\n", unsafe=True),
        Bad(
            "Use ⟦<a>⟧, ⟦<b>⟧,\nor ⟦<img>⟧.\n\n⟦<kbd>⟧ und ⟦<q>⟧\n",
            fixed="Use &lt;a>, &lt;b>,\nor &lt;img>.\n\n&lt;kbd> und &lt;q>\n",
            unsafe=True,
        ),
        Bad("⟦<b>⟧、⟦<i>⟧和⟦<u>⟧都不用。\n", fixed="&lt;b>、&lt;i>和&lt;u>都不用。\n", unsafe=True),
        Bad(
            "Kites<b>, <i>fly</i></b> or\n⟦<b>⟧, <i>land</i>\n",
            fixed="Kites<b>, <i>fly</i></b> or\n<b>, <i>land</i></b>\n",
            unsafe=True,
        ),
        Bad("Kites ⟦<b>⟧, ⟦<i>⟧fly\n", fixed="Kites <b>, <i>fly</i></b>\n", unsafe=True),
        Bad("Kites ⟦<b>⟧fly high.\n\nVery.\n", fixed="Kites <b>fly high.</b>\n\nVery.\n", unsafe=True),
        Bad(
            "Kites ⟦<b>⟧fly.\n\n<!-- {% kite %} -->\n",
            fixed="Kites <b>fly.</b>\n\n<!-- {% kite %} -->\n",
            unsafe=True,
        ),
        Bad("⟦<div class='a'>⟧\n<p>风筝</p>\n", fixed="<div class='a'>\n<p>风筝</p>\n</div>\n", unsafe=True),
        Bad("<section>⟦<a href='/x'>⟧凧</section>\n", fixed="<section><a href='/x'>凧</a></section>\n", unsafe=True),
        Bad("A ⟦<span class='x' />⟧ kite.\n", fixed="A <span class='x'></span> kite.\n", unsafe=True),
        Bad("Kites <b>fly⟦<b>⟧ high.\n", fixed="Kites <b>fly</b> high.\n", unsafe=True),
        Bad(
            "<code>a()⟦<&#47;code>⟧ and <code>b()⟦<&#x2f;code>⟧, <em>凧⟦<&sol;em>⟧.\n",
            fixed="<code>a()</code> and <code>b()</code>, <em>凧</em>.\n",
            unsafe=True,
        ),
        Bad(
            "<p>Kites⟦<&#47;p>⟧\n<ul><li>one⟦<&#x2F;li>⟧<li>two⟦<&sol;li>⟧</ul>\n",
            fixed="<p>Kites</p>\n<ul><li>one</li><li>two</li></ul>\n",
            unsafe=True,
        ),
        Bad("The ⟦<div>⟧ element is a box.\n", fixed="The &lt;div> element is a box.\n", unsafe=True),
        Bad("Use ⟦<img>⟧ for pictures.\n", fixed="Use &lt;img> for pictures.\n", unsafe=True),
        Bad("Kites ⟦<noscript>⟧ fly.\n\n<script>fly()</script>\n"),
        Bad("Kites ⟦<template>⟧ fly.\n\n<a onclick='fly()'>凧</a>\n"),
        Bad(
            "Kites ⟦<iframe>⟧ fly.\n",
            fixed="Kites &lt;iframe> fly.\n",
            unsafe=True,
            along=("unsafe-embed", "frame-missing-title"),
        ),
        Bad(
            "The ⟦<img>⟧ tag, the ⟦<input>⟧ field and the ⟦<hr>⟧ tag.\n",
            fixed="The &lt;img> tag, the &lt;input> field and the &lt;hr> tag.\n",
            unsafe=True,
        ),
        Bad("⟦<strong>⟧标签：风筝\n", fixed="<strong>标签：风筝</strong>\n", unsafe=True),
        Bad("A ⟦<b>⟧element of kites\n", fixed="A <b>element of kites</b>\n", unsafe=True),
        Bad(
            '⟦<iframe src="/kites" title="Kites">⟧\n\nMore.\n',
            fixed='<iframe src="/kites" title="Kites"></iframe>\n\nMore.\n',
            unsafe=True,
        ),
        Bad(
            "<details>\n⟦<summary>⟧凧\n\n舞う。\n\n</details>\n",
            fixed="<details>\n<summary>凧</summary>\n\n舞う。\n\n</details>\n",
            unsafe=True,
        ),
        Bad('# Kites ⟦<a id="k">⟧\n\nThey fly.\n', fixed='# Kites <a id="k"></a>\n\nThey fly.\n', unsafe=True),
        Bad("- ⟦<b>⟧风筝\n- 风\n", fixed="- <b>风筝</b>\n- 风\n", unsafe=True),
        Bad("⟦<h2>⟧\n\n凧\n\n舞う。\n", fixed="<h2>\n\n凧</h2>\n\n舞う。\n", unsafe=True),
        Bad(
            "⟦<h2>⟧Kites<br>\nfly\n\n<p>high</p>\n",
            fixed="<h2>Kites<br>\nfly</h2>\n\n<p>high</p>\n",
            path="page.html",
            unsafe=True,
        ),
        Bad("⟦<h2>⟧\n<p>凧</p>\n"),
        Bad("<p>Kites</p>\n⟦<title>fly</p>⟧\n<p>high</p>\n", path="page.html", along=("nested-document",)),
        Bad(
            '⟦<script src="/kite.js"/> 凧</p>⟧\n<p>舞う</p>\n',
            fixed='<script src="/kite.js"></script> 凧</p>\n<p>舞う</p>\n',
            path="page.html",
            unsafe=True,
            along=("script-element",),
        ),
        Bad(
            '⟦<iframe src="/kite" /> 凧</p>⟧\n<script id="a" type="application/ld+json">{}</script>\n',
            fixed='<iframe src="/kite"></iframe> 凧</p>\n<script id="a" type="application/ld+json">{}</script>\n',
            path="kites.html",
            unsafe=True,
        ),
        Bad(
            '⟦<script src="/kite.js" /> 凧</p>⟧\n<p>舞う <script src="/wind.js" /></p>\n',
            path="page.html",
            along=("script-element",),
        ),
        Bad("**⟦<b>⟧凧**\n", fixed="**<b>凧</b>**\n", unsafe=True),
        Bad("**⟦<b>⟧凧** と **鳥**\n", fixed="**<b>凧** と **鳥**</b>\n", unsafe=True),
        Bad("风筝⟦<b data-v-1a2b>⟧高飞\n", fixed="风筝<b data-v-1a2b>高飞</b>\n", unsafe=True),
        Bad("If a⟦<b and c>⟧d then.\n", fixed="If a&lt;b and c>d then.\n", unsafe=True),
        Bad("fly ⟦<kite>⟧ ⟦<dir>⟧\n", fixed="fly &lt;kite> &lt;dir>\n", unsafe=True),
        Bad(
            '⟦<p align="center>⟧\n  <img src="a.png" alt="凧">\n</p>\n',
            fixed='<p align="center">\n  <img src="a.png" alt="凧">\n</p>\n',
            unsafe=True,
        ),
        Bad("⟦<p align='center>⟧\nit's me\n</p>\n", fixed="<p align='center'>\nit's me\n</p>\n", unsafe=True),
        Bad(
            '<table><tr>⟦<td width="50%>⟧凧</td><td width="50%">風</td></tr></table>\n',
            fixed='<table><tr><td width="50%">凧</td><td width="50%">風</td></tr></table>\n',
            unsafe=True,
        ),
        Bad(
            '⟦<img src="a.png width="100" alt="A kite">⟧\n',
            fixed='<img src="a.png" width="100" alt="A kite">\n',
            unsafe=True,
        ),
        Bad('⟦<script type=<b style="color:red">⟧"a/b"</b> src="/kite.js"></script>\n'),
        Bad("<Kite/>\n\nA list⟦<Kites>⟧.\n", fixed="<Kite/>\n\nA list&lt;Kites>.\n", unsafe=True),
        Bad("A vector⟦<int>⟧ of kites.\n", fixed="A vector&lt;int> of kites.\n", unsafe=True),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if "!limit-exceeded" in document.signs:
            return
        open_tags = {**open_starts(document), **open_quotes(document)}
        for broken in (*open_tags.values(), *broken_images(document)):
            yield self.finding(broken.span, broken.message, broken.fix)
        for at, end in open_ends(document).items():
            if not is_among_keys_above(document, at):
                yield self.finding(end.span, end.message, end.fix)
        cut_short = tags_cut_short(document)
        for tag in cut_short:
            yield self.finding(tag.span, _CUT_SHORT.format(cut(tag.name)))
        misread = cut_short.union(open_tags)
        unclosed = [
            node
            for node in document.all("element")
            if node.end_tag is None
            and _needs_end_tag(document, node)
            and node not in misread
            and not is_among_keys_above(document, node.span.start)
        ]
        ends = ends_as_text(document, unclosed)
        for slash in ends.values():
            yield self.finding(Span(*slash.span()), *_told_slash(slash))
        unclosed = [node for node in unclosed if node not in ends]
        if unclosed:
            yield from self._unclosed(document, unclosed)

    def _unclosed(self, document: Document, unclosed: list[Node]) -> Iterator[Finding]:
        repeated = {
            node.parent.span for node in unclosed if is_start_for_end(document, node) and node.parent is not None
        }
        meant = {node.span for node in meant_ends(document).values()}
        closed_late: dict[str, list[int]] = {}
        strays = [(tag.span.start, tag.name) for tag in document.all("end-tag", samples=True)]
        for at, name in sorted((*strays, *lost_ends(document))):
            closed_late.setdefault(_family(name), []).append(at)
        innermost = _innermost(document)
        for node in reversed(unclosed):
            if node.span in repeated or node.span in meant:
                continue  # the tag that was to close it is told
            late = closed_late.get(_family(node.name))
            if late and late[-1] > node.span.start:  # only closed in the wrong order: stray-end-tag tells
                late.pop()
            elif templates_with_tags(document).meet(node.whole):
                continue
            elif _swallows_the_rest(document, node):
                # more than the tag, of which another rule may say that it does not belong here
                yield self.finding(_with_first_line(document, node), *_told_swallowed(document, node))
            else:
                told = _slip(document, node) or (
                    _message(document, node),
                    _fix(document, node) if innermost[node.content.end] == node.span.start else None,
                )
                yield self.finding(node.span, *told)


def _told_slash(end: re.Match[str]) -> tuple[str, Fix | None]:
    name = cut(end[2])
    message = f"the slash of this end tag is written as a reference, so that it closes nothing: write </{name}>"
    if end[2].lower() in HIDES_TAGS:  # who knows what it hides
        return message, None
    return message, Fix(f"Write </{name}>", (Edit(Span(*end.span(1)), "/"),), Safety.UNSAFE)


def _innermost(document: Document) -> dict[int, int]:
    """By the offset where elements end without an end tag: where the last of them begins. It wants to be closed first."""
    elements = (
        node for node in document.all("element", samples=True) if node.end_tag is None and node.name not in VOID
    )
    return {node.content.end: node.span.start for node in elements}


def _needs_end_tag(document: Document, node: Node) -> bool:
    if node.namespace != "html" or node.kind == "component":
        return False
    if document.has_slash(node) and node.content.start == node.content.end == node.span.end:
        return False  # read as closed: to MDX and Vue it is
    name = node.name
    if name in VOID or name == "image":  # which browsers read as <img>
        return is_named(document, node)
    if document.text[node.span.start - 1 : node.span.start] == "<":  # <<name>> is to be filled in
        return False
    if name in OPTIONAL_END or is_component(document, node) or ":" in name:
        return False
    if name not in KNOWN and _is_for_a_program(document, node) and nearest(name, KNOWN) is None:
        return False
    if not node.attributes and is_in_formula(document, node.span.start):
        return False
    if not document.has_slash(node):
        return True
    if document.language == "mdx" or _is_anchor(node):
        return False
    return name in KNOWN or ("-" not in name and _is_for_browsers_alone(document))


@once
def _is_for_browsers_alone(document: Document) -> bool:
    """Whether no program makes something of a page before browsers read it."""
    return document.is_whole_page and document.front_matter is None and not any(map(document.all, UNKNOWN))


def _is_anchor(node: Node) -> bool:
    """Whether it names a place and leads nowhere."""
    return node.name == "a" and node.get("href") is None


def _is_for_a_program(document: Document, node: Node) -> bool:
    """Whether a tag that is no HTML is meant for a site's own program: alone in its line, with quoted attributes."""
    line = document.source.line_span(node.span.start)
    is_alone = line.of(document.text).strip() == node.span.of(document.text)
    return is_alone and any(attribute.value_span is not None for attribute in node.attributes)


def _slip(document: Document, node: Node) -> tuple[str, Fix | None] | None:
    """What is told of a tag that was meant as another one, or as no tag; mended where it stands."""
    name = cut(written_name(document, node))
    if is_start_for_end(document, node):
        edit = Edit.at(node.span.start + 1, "/")
        return f"<{name}> opens a second time: write </{name}>", Fix(f"Write </{name}>", (edit,), Safety.UNSAFE)
    if node.name not in KNOWN and not document.has_slash(node):
        return f"readers do not see <{name}>, which is not HTML: write it as code or with &lt;", as_text(document, node)
    if is_comparison(node):
        return f'this "<" begins a tag, <{name}>, to a browser: write &lt;', as_text(document, node)
    return mention(document, node)


def _swallows_the_rest(document: Document, node: Node) -> bool:
    """Whether what was meant as the rest of a page is but the text of a script, style sheet or the like."""
    return (
        document.language == "html"
        and node.name in _UNSEEN
        and node.content.end == document.body.span.end
        and _MARKUP.search(document.text, *node.content) is not None
    )


def _with_first_line(document: Document, node: Node) -> Span:
    line = _FIRST_LINE.match(document.source.flat, *node.content)
    return Span(node.span.start, line.end() if line else node.span.end)


def _told_swallowed(document: Document, node: Node) -> tuple[str, Fix | None]:
    name, end = written_name(document, node), node.span.end
    if document.has_slash(node):
        message = f"in HTML the slash does not close <{name}>, and so it hides all that follows: add </{name}>"
        return message, _fix(document, node)
    message = f"<{name}> is never closed and hides all that follows: add </{name}>"
    if hides_script(document, node) or (
        node.name != "iframe" and node.get("src") is None
    ):  # who knows how much belongs into it
        return message, None
    return message, Fix(f"Add </{name}>", (Edit.at(end, f"</{name}>"),), Safety.UNSAFE)


def _family(name: str) -> str:
    """The name by which end tags are told apart: a browser lets any heading's end any heading."""
    return "heading" if name in HEADINGS else name


def _message(document: Document, node: Node) -> str:
    name = cut(written_name(document, node))
    if document.has_slash(node):
        return f"the slash does not close <{name}> in HTML, so that it holds what follows: add </{name}>"
    return f"<{name}> is never closed: add </{name}> where it ends"


def _fix(document: Document, node: Node) -> Fix | None:
    if hides_script(document, node):
        return None
    text, name, end = document.text, node.name, node.span.end
    written = written_name(document, node)
    if document.has_slash(node):
        start = node.span.start + len(text[node.span.start : end - 2].rstrip())
        return Fix(f"Add </{name}>", (Edit(Span(start, end), f"></{written}>"),), Safety.UNSAFE)
    at = _end_of(document, node)
    is_last = name in BLOCKS and name not in _OF_A_LINE and node.content.end == document.body.span.end
    if (
        document.in_code(at)
        or _is_in_open_end(document, at)
        or _is_in_open_tag(document, end, at)
        or (name in HEADINGS and at == end)
    ):
        return None
    if any(inner.whole.end > at or inner.name == name in _NEVER_NESTED for inner in document.nodes_in(Span(end, at))):
        return None  # that one wants to be closed first, or is what was meant
    tag = f"{document.source.newline if is_last else ''}</{written}>"
    return Fix(f"Add </{name}>", (Edit.at(at, tag),), Safety.UNSAFE)


def _end_of(document: Document, node: Node) -> int:
    """Where the end tag of an element that lacks one was probably meant to stand."""
    flat, name, start = document.source.flat, node.name, node.span.end
    holds_nothing = name == "iframe" or _is_anchor(node)  # what stands in a frame is never seen
    at = start if holds_nothing else node.content.end
    if name in HEADINGS or ((name not in BLOCKS or name in _OF_A_LINE) and document.language != "html"):
        blank = _PARAGRAPH_END.match(flat, start, at)
        at = min(blank.end() if blank else at, document.block_end(node.span.start))
    if name in HEADINGS:
        at = min((each.span.start for each in document.nodes_in(Span(start, at)) if each.name in BLOCKS), default=at)
    at = start + len(flat[start:at].rstrip())
    marks = _MARKS_AT_END.search(flat, start, at)
    if marks is None or not flat.endswith(marks[0], 0, node.span.start) or marks[0] in flat[start : marks.start()]:
        return at
    return marks.start()


def _is_in_open_tag(document: Document, start: int, at: int) -> bool:
    """Whether what is added here would go on a tag that lacks its ">"."""
    flat, last = document.source.flat, document.text.rfind("<", start, at)
    if last < 0 or _OPEN_TAG.fullmatch(flat, last, at) is None:
        return False
    around = document.around(last)
    return around is None or around.kind == "loose-tag"


def _is_in_open_end(document: Document, at: int) -> bool:
    """Whether what is added here would be part of a comment or of code that never ends."""
    if any(comment.name == "unclosed" and comment.span.start < at for comment in document.all("comment", samples=True)):
        return True
    code = document.all("code", samples=True)
    return (
        bool(code) and code[-1].span.start < at and code[-1].span.end == document.body.span.end == code[-1].content.end
    )
