"""See `CssImportOrExpression`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import NamedTuple

from contentlint.document import Document
from contentlint.nodes import Attribute, Node
from contentlint.patterns import pattern
from contentlint.references import decode_references
from contentlint.removals import attribute_removal
from contentlint.rule import Bad, Finding, Fix, Rule, Safety, Severity
from contentlint.rules.security.inert import is_inert
from contentlint.rules.security.styles import Deed, deeds
from contentlint.spans import Spans
from contentlint.text import Edit, Span

_NO_TEXT = pattern(r"<!\[CDATA\[|\]\]>|<!--.*?-->|<\?.*?>", re.DOTALL)  # in the text of an SVG element
_HOST = pattern(r"//[^/\s\"']++/")
_IMPORTS_FROM_AFAR = pattern(r"(?i)@import\s++(?:url\(\s*+)?+[\"']?+(?:https?:)?+//")
_PAINTED = (
    "fill", "stroke", "mask", "cursor", "filter", "clip-path", "marker", "marker-start", "marker-mid", "marker-end",
)  # fmt: skip
_ANIMATED = frozenset({"to", "from", "by", "values"})
_LOADS = "this attribute loads a file from elsewhere: remove it"


class CssImportOrExpression(Rule):
    """A style loads something from another site, or runs a script.

    A remote `url()` or `@import` tells a stranger who reads the page and lets them change its looks at any time;
    `expression()`, `behavior` and `-moz-binding` are scripts in disguise.

    The fix is unsafe: it removes that part of the style, and with it a look.
    """

    name = "css-import-or-expression"
    severity = Severity.ERROR
    needs = {"<style>", "style=", "<set>", "<animate>", *map("%s=".__mod__, _PAINTED)}
    good = (
        '<p style="background: url(/img/kite.png); scroll-behavior: smooth">Kites</p>\n',
        '<style>/* @import "a.css" */ .behavior:hover { content: "expression(1)" }</style>\n',
        "<style>@namespace svg url(http://www.w3.org/2000/svg); .a { background: url(data:image/png;base64,AA==) }</style>\n",
        "```css\n@import url(//example.org/a.css);\n```\n",
        '<p style="background: url({{ page.image }})">风筝</p>\n',
        "<svg><rect><animate attributeName=fill values='url(#a);red' /></rect></svg> <style type=text/less>@import 'a';</style>\n",
        "<p style=\"--quote: '//'; --site: 'https://example.org/'; background: url(a.png)\">凧</p>\n",
        '<style>@import "{{ site.url }}/a.css"; .a { background: url({{ page.image }}) }</style>\n',
        "<p title=\"@import url(//example.org/a.css)\">凧</p>\n",
    )  # fmt: skip
    bad = (
        Bad("<svg><rect><set attributeName=mask ⟦to=url(//example.org/a.svg#a)⟧ /></rect></svg> 凧\n"),
        Bad("<style type=text/less>⟦@import '//example.org/a.css';⟧</style> 風箏\n", fixed="<style type=text/less></style> 風箏\n", unsafe=True),
        Bad("<p style=\"background: image-set(var(--a) 1x); ⟦--a: '//example.org/a.png'⟧\">风筝</p>\n", fixed='<p style="background: image-set(var(--a) 1x);">风筝</p>\n', unsafe=True),
        Bad('<style>⟦@import "//example.org/{{ kite }}.css";⟧</style>\n凧\n'),
        Bad('<style>\n⟦@import "//example.org/a.css";⟧\np {}\n</style>\n', fixed="<style>\n\np {}\n</style>\n", unsafe=True),
        Bad('<style>\n/* 凧 */\n\n/* 風 */\n⟦@import "//example.org/a.css";⟧\n</style>\n', fixed="<style>\n/* 凧 */\n\n/* 風 */\n\n</style>\n", unsafe=True),
        Bad('<p style="color: red; ⟦background: \\75rl(https://example.org/t.gif)⟧">风筝</p>\n', fixed='<p style="color: red;">风筝</p>\n', unsafe=True),
        Bad('<p ⟦style="width: expre/**/ssion(fly())"⟧>凧</p>\n', fixed="<p>凧</p>\n", unsafe=True),
        Bad("<style>.a { color: red; ⟦behavior: url(a.htc)⟧ }</style>\n", fixed="<style>.a { color: red;  }</style>\n", unsafe=True),
        Bad("<p ⟦style='background:&#117;rl(//example.org/t.gif)'⟧>Kites</p>\n", fixed="<p>Kites</p>\n", unsafe=True),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        styles = [
            each for each in document.tags("style", samples=True) if not is_inert(each) and _is_css(document, each)
        ]
        parts = list(_parts(styles))
        inner = [finding for part in parts if part.is_nested for finding in self._in_element(document, part)]
        told = Spans(finding.span for finding in inner)
        yield from inner
        for part in parts:
            if not part.is_nested:
                for finding in self._in_element(document, part):
                    if part.style.namespace == "svg" or not told.share(finding.span):
                        yield finding
        for node, attribute in document.attributes("style", samples=True):
            if attribute.value_span is not None and node.heeds(attribute) and not is_inert(node):
                yield from self._in_attribute(document, node, attribute, attribute.value_span)
        for node, attribute in document.attributes(*_PAINTED, samples=True):
            if node.namespace == "svg" and not is_inert(node) and any(deeds(f"{attribute.name}:{attribute.value}")):
                yield self.finding(attribute.span, _LOADS)
        for node in document.tags("set", "animate", samples=True):
            if node.namespace == "svg" and not is_inert(node):
                for attribute in node.attributes:
                    if attribute.name in _ANIMATED and any(deeds(f"{node.get('attributename')}:{attribute.value}")):
                        yield self.finding(attribute.span, _LOADS)

    def _in_element(self, document: Document, part: _Part) -> Iterator[Finding]:
        style, content = part.style, part.content
        css = content.of(document.text)
        if style.namespace == "svg":  # there it is text with references, not raw text
            for message in dict.fromkeys(map(_message, deeds(decode_references(_NO_TEXT.sub("", css))))):
                yield self.finding(style.whole, message)
            return
        for deed in deeds(css):
            span = Span(content.start + deed.span.start, content.start + deed.span.end)
            is_for_template = document.has_template(span)
            if is_for_template and not _is_certain(document.before_template(span)):
                continue
            fix = Fix("Remove this part of the style", (Edit(span, ""),), Safety.UNSAFE)
            yield self.finding(span, _message(deed), None if style.sample or is_for_template else fix)

    def _in_attribute(self, document: Document, node: Node, attribute: Attribute, value: Span) -> Iterator[Finding]:
        if document.has_template(attribute.span):
            if any(deeds(decode_references(document.before_template(value)))):
                yield self.finding(
                    attribute.span, "this style loads something from elsewhere, or runs a script: remove it"
                )
            return
        is_as_written = value.of(document.text) == attribute.value
        for deed in deeds(attribute.value):
            span, edit = attribute.span, attribute_removal(document, attribute.span)
            others = attribute.value[: deed.span.start] + attribute.value[deed.span.end :]
            if is_as_written and others.strip("; \t\n\r\f"):
                span = Span(value.start + deed.span.start, value.start + deed.span.end)
                before = attribute.value[: deed.span.start].rstrip()
                edit = Edit(Span(value.start + len(before), span.end), "")
            fix = Fix("Remove this part of the style", (edit,), Safety.UNSAFE)
            yield self.finding(span, _message(deed), None if node.sample else fix)
            if not is_as_written:
                return


class _Part(NamedTuple):
    """A style element, and what of its content is to be read."""

    style: Node
    content: Span
    is_nested: bool


def _parts(styles: Iterable[Node]) -> Iterator[_Part]:
    """Each style that stands in no other with all that is in it, as a browser takes it, and those left open inside up to
    the next one, as a program does that closes them."""
    reached = 0
    ordered = sorted(styles, key=lambda style: style.span)
    for style, following in zip_longest(ordered, ordered[1:]):
        start, end = style.content
        is_nested = start < reached
        if is_nested and following is not None:
            end = max(min(end, following.span.start), start)
        yield _Part(style, Span(start, end), is_nested)
        reached = max(reached, style.content.end)


def _message(deed: Deed) -> str:
    return f"this style {deed.what}: remove that part"


def _is_certain(css: str) -> bool:
    """Whether what stands before a template loads or runs already, and names the host if it is a style sheet."""
    return any(deeds(css)) and ("import" not in css.lower() or _HOST.search(css) is not None)


def _is_css(document: Document, style: Node) -> bool:
    """Whether browsers read it; where they read ahead they load what it imports, whatever its type."""
    if (style.get("type") or "text/css").strip().lower() == "text/css":
        return True
    return style.end_tag is not None and _IMPORTS_FROM_AFAR.search(document.text, *style.content) is not None
