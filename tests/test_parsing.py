"""Parsing: tokens as the HTML standard has them, spans that are the thing itself, Markdown's code and links, time."""

from __future__ import annotations

import json
import re
import time
import warnings
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contentlint.document import Document, language_of
from contentlint.nodes import Node
from contentlint.parsing import parse
from contentlint.parsing.tags import MASK, ascii_lower, decode
from contentlint.profiles import PROFILES
from contentlint.reading import reading
from contentlint.setting import Setting
from contentlint.text import Source, Span


def _parsed(text: str, path: str = "article.md") -> Document:
    return parse(Source(path, text))


def _tokens(text: str, path: str = "page.html") -> list[str]:
    """What a document consists of, in order: tags with decoded attributes, stray end tags (</!x>), comments, text."""
    document = _parsed(text, path)
    found: list[tuple[int, str]] = [(span.start, text[span.start : span.end]) for span in document.body.texts]
    for node in document.body.nodes:
        inside = text[node.content.start : node.content.end]
        if node.kind == "comment":
            found.append((node.span.start, f"<!--{inside}-->"))
        elif node.kind in ("declaration", "doctype"):
            found.append((node.span.start, f"<!{node.kind}>"))
        elif node.kind == "end-tag":
            found.append((node.span.start, f"</!{node.name}>"))
        elif node.markup == "html":
            written = "".join(f" {attribute.name}={attribute.value}" for attribute in node.attributes)
            found.append((node.span.start, f"<{node.name}{written}>"))
            if node.end_tag is not None:
                found.append((node.end_tag.start, f"</{node.name}>"))
    return [token for _, token in sorted(found, key=lambda token: token[0])]


# -- tokens: https://html.spec.whatwg.org/multipage/parsing.html#tokenization ---------------------------------------

TOKENS = {
    "tag": ("<b>x</b>", ["<b>", "x", "</b>"]),
    "tag names are lower case": ("<B>x</b>", ["<b>", "x", "</b>"]),
    "only ASCII is lower case": ("<i\u212a>x</i\u212a>", ["<i\u212a>", "x", "</i\u212a>"]),
    "a slash separates": ("<a/b/c=d>x</a>", ["<a b= c=d>", "x", "</a>"]),
    "blanks and line ends in tags": ("<a\n\tb \f=\n c >x</a \n>", ["<a b=c>", "x", "</a>"]),
    "end tags may have attributes": ("<a>x</a b='>'>y", ["<a>", "x", "</a>", "y"]),
    "a tag name takes nearly all": ("<a'b<c>x", ["<a'b<c>", "x"]),
    "no tag without a letter": ("1 < 2 <3 <>", ["1 < 2 <3 <>"]),
    "an end tag without a letter is a comment": ("a</ b>c</1>d</>e", ["a", "<!declaration>", "c", "<!declaration>", "d", "<!declaration>", "e"]),
    "double quotes": ('<a b="c>\'d">', ["<a b=c>'d>"]),
    "single quotes": ("<a b='c>\"d'>", ['<a b=c>"d>']),
    "no quotes": ("<a b=c/d=e&amp;f>", ["<a b=c/d=e&f>"]),
    "a bare attribute": ("<a b c>", ["<a b= c=>"]),
    "an empty value": ("<a b= >", ["<a b=>"]),
    "no blank after quotes": ("<a b='c'd=\"e\"f>", ["<a b=c d=e f=>"]),
    "an equals sign first": ("<a =b=c>", ["<a =b=c>"]),
    "two equals signs": ("<a b==c>", ["<a b==c>"]),
    "quotes in names": ("<a b\"c'd>", ["<a b\"c'd=>"]),
    "quotes inside an unquoted value": ("<a b=c\"d'e>", ["<a b=c\"d'e>"]),
    "attribute names are lower case": ("<a ONCLICK=x>", ["<a onclick=x>"]),
    "the first of two attributes is told first": ("<a b=1 B=2>", ["<a b=1 b=2>"]),
    "a new tag inside an attribute": ("<a b<c d>x", ["<a b<c= d=>", "x"]),
    "void elements": ("<br>x<img/>y", ["<br>", "x", "<img>", "y"]),
    "a slash closes no element": ("<b/>x</b>", ["<b>", "x", "</b>"]),
    "comment": ("a<!-- b -->c", ["a", "<!-- b -->", "c"]),
    "comment with dashes": ("<!-- a -- b - > -->c", ["<!-- a -- b - > -->", "c"]),
    "the shortest comment": ("<!-->a", ["<!---->", "a"]),
    "the second shortest comment": ("<!--->a-->", ["<!---->", "a-->"]),
    "a comment may end in --!>": ("<!-- a --!>b", ["<!-- a -->", "b"]),
    "a comment in a comment": ("<!-- <!-- a --> b -->", ["<!-- <!-- a -->", " b -->"]),
    "a comment of dashes": ("<!------>a", ["<!------>", "a"]),
    "a comment swallows the rest": ("a<!-- b <p>c", ["a", "<!-- b <p>c-->"]),
    "a wrong comment": ("<! a>b<!a>c", ["<!declaration>", "b", "<!declaration>", "c"]),
    "an instruction": ("<?xml a='>'?>b", ["<!declaration>", "'?>b"]),
    "CDATA is no HTML": ("<![CDATA[a>b]]>", ["<!declaration>", "b]]>"]),
    "CDATA in SVG": ("<svg><![CDATA[<p>]]></svg>", ["<svg>", "<p>", "</svg>"]),
    "text before CDATA": ("<svg>a<![CDATA[b]]>c</svg>", ["<svg>", "a", "b", "c", "</svg>"]),
    "doctype": ("<!DOCTYPE html>a", ["<!doctype>", "a"]),
    "style is raw": ("<style><p>&amp;<!-- </style>a", ["<style>", "</style>", "a"]),
    "title is raw and read": ("<title><b>a</title>b", ["<title>", "<b>a", "</title>", "b"]),
    "textarea is raw and read": ("<textarea></a></TEXTAREA >b", ["<textarea>", "</a>", "</textarea>", "b"]),
    "an iframe's content is raw": ("<iframe><p></iframe>a", ["<iframe>", "</iframe>", "a"]),
    "a longer name ends no raw text": ("<style></styles></style>a", ["<style>", "</style>", "a"]),
    "script": ("<script>a<b></script>c", ["<script>", "</script>", "c"]),
    "script with a comment": ("<script><!-- a </script>b", ["<script>", "</script>", "b"]),
    "script, escaped twice": ("<script><!--<script></script>--></script>b", ["<script>", "</script>", "b"]),
    "script, escape ended": ("<script><!--<script>--></script>b", ["<script>", "</script>", "b"]),
    "script, twice escaped and never ended": ("<script><!--<script></script>b", ["<script>"]),
    "style never ended": ("<style>a<p>", ["<style>"]),
    "plaintext": ("<plaintext>a</plaintext>", ["<plaintext>", "a</plaintext>"]),
    "style in SVG is no raw text": ("<svg><style><b>a</b></style></svg>", ["<svg>", "<style>", "<b>", "a", "</b>", "</!style>", "</!svg>"]),
    "a slash closes in SVG": ("<svg><g/>a</svg>", ["<svg>", "<g>", "a", "</svg>"]),
    "HTML in SVG": ("<svg><foreignObject><b/>a</b></foreignObject></svg>", ["<svg>", "<foreignobject>", "<b>", "a", "</b>", "</foreignobject>", "</svg>"]),
    "noscript is HTML to us": ("<noscript><img src=a></noscript>b", ["<noscript>", "<img src=a>", "</noscript>", "b"]),
    "a tag never ended": ("a<b c", ["a<b c"]),
    "an angle at the end": ("a<", ["a<"]),
    "a slash at the end": ("a</", ["a</"]),
    "an unfinished mark": ("a<!", ["a<!"]),
    "a stray end tag": ("a</b>c", ["a", "</!b>", "c"]),
    "crossed tags": ("<b><i>a</b></i>", ["<b>", "<i>", "a", "</b>", "</!i>"]),
    "optional end tags": ("<ul><li>a<li>b</ul>", ["<ul>", "<li>", "a", "<li>", "b", "</ul>"]),
    "an end tag stays in its cell": ("<div><table><tr><td>a</div>b</td></tr></table></div>", ["<div>", "<table>", "<tr>", "<td>", "a", "</!div>", "b", "</td>", "</tr>", "</table>", "</div>"]),
    "an inline end tag stays in its block": ("<span><p>a</span>b</p></span>", ["<span>", "<p>", "a", "</!span>", "b", "</p>", "</span>"]),
    "an item's end tag stays in its list": ("<ul><li>a<ol></li></ol></ul>", ["<ul>", "<li>", "a", "<ol>", "</!li>", "</ol>", "</ul>"]),
    "formatting ends without the block inside": ("<b><p>a</b>c</p>", ["<b>", "<p>", "a", "</b>", "c", "</p>"]),
    "formatting twice around a block": ("<b><i><p>a</b>c</i>d</p>e", ["<b>", "<i>", "<p>", "a", "</b>", "c", "</i>", "d", "</p>", "e"]),
    "any heading's end tag ends a heading": ("<h2>a</h3><p>b</p>", ["<h2>", "a", "</!h3>", "<p>", "b", "</p>"]),
    "a div ends a paragraph": ("<p>a<div>b</div></p>", ["<p>", "a", "<div>", "b", "</div>", "</!p>"]),
    "a table's parts": ("<table><tr><td>a<td>b<tr><td>c</table>", ["<table>", "<tr>", "<td>", "a", "<td>", "b", "<tr>", "<td>", "c", "</table>"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOKENS.values(), ids=TOKENS)
def test_tokens(text: str, expected: list[str]) -> None:
    assert _tokens(text) == expected


VALUES = {
    "named": ("&lt;&amp;&nbsp;", "<&\u00a0"),
    "without semicolon at the end": ("a&amp", "a&"),
    "without semicolon before a blank": ("&copy a", "© a"),
    "a query string": ("?a=1&copy=2&lt=3", "?a=1&copy=2&lt=3"),
    "a longer word": ("&copyright &notit;", "&copyright &notit;"),
    "a name only with semicolon": ("&colon; &colon", ": &colon"),
    "numbers": ("&#65;&#x42;&#0067", "ABC"),
    "Windows numbers": ("&#128;&#x99;", "€™"),
    "controls stay": ("java&#1;script&#9;", "java\x01script\t"),
    "nothing and surrogates": ("&#0;&#xD800;&#x110000;", "\ufffd\ufffd\ufffd"),
    "a very long number": ("&#" + "1" * 5000 + ";", "\ufffd"),
    "no reference": ("& &; &# &#x; &unknown;", "& &; &# &#x; &unknown;"),
    "once only": ("&amp;lt;", "&lt;"),
}


@pytest.mark.parametrize(("written", "value"), VALUES.values(), ids=VALUES)
def test_attribute_values(written: str, value: str) -> None:
    assert decode(written) == value


# -- spans are the thing --------------------------------------------------------------------------------------------

ARTICLES = {
    "seed-like.md": (
        "\n---\ntitle: 风筝\n---\n\n<div class=a id='b' title=\"c &amp; d\">\n<p>　　风筝飞</p><!-- 广告 -->\n\n"
        "        <!-- x -->\n        <style>\n        .q&#123;&#125;\n        </style>\n"
        '        <div class="clearfix"><img src="a.png" referrerpolicy=no-referrer></div>\n\n</div>\n'
    ),
    "plain.md": (
        '# Kites\n\nSee [kites](/k "Kites") and ![a *kite*](a.png) `code <b>` <b>bold</b>.\n\n'
        "> quoted [link][1]\n> - item\n\n    code\n\n```html\n<b>\n```\n\n[1]: <https://example.org> 'One'\n\nTwo\n---\n"
    ),
    "crlf.md": "# 凧\r\n\r\n<p\r\nclass='x'>揚げ</p>\r\n\r\n* [a](b)\r\n\r\n```\r\ncode\r\n```\r\n",
    "liquid.md": "{% if a %}<a href='{{ url }}' {{ b }}>x</a>{% endif %}\n\n{% raw %}<b>{% endraw %}\n\n{{< kite >}} <i>y</i>\n",
    "page.mdx": "import A from 'a'\n\n# Kite {1}\n\n<A b={c} d='e'>\n  <p className=\"x\">凧</p>\n</A>\n\n{/* no */}\n",
    "page.html": '<!doctype html>\n<html lang=en><head><title>A &lt; B</title></head><body onload="x()"><svg viewBox="0 0 1 1"/>\n<br></body></html>\n',
}


def _check_spans(document: Document) -> None:
    text, end = document.text, len(document.text)
    flat = document.source.flat
    nodes = document.body.nodes
    assert [node.span for node in nodes] == sorted(node.span for node in nodes)
    for node in nodes:
        _check_span(node.span, end)
        if node.content.start >= 0:
            _check_span(node.content, end)
        for attribute in node.attributes:
            _check_span(attribute.span, end)
            if attribute.value_span is not None:
                _check_span(attribute.value_span, end)
        if node.markup == "html":
            _check_html(document, node)
    texts = document.body.texts
    assert all(before.end <= after.start for before, after in pairwise(texts))
    assert all(span.start < span.end <= len(flat) for span in texts)
    tags = sorted(_tags(document))
    at = 0
    for tag in tags:
        while at < len(texts) and texts[at].end <= tag.start:
            at += 1
        assert at == len(texts) or texts[at].start >= tag.end, f"{texts[at]} {text[tag.start : tag.end]!r}"


def _check_span(span: Span, end: int) -> None:
    assert 0 <= span.start <= span.end <= end


def _check_html(document: Document, node: Node) -> None:
    text = document.text.replace(MASK, "\ufffd")  # a name keeps no noncharacter
    written = text[node.span.start : node.span.end]
    if node.kind == "comment":
        assert written.startswith("<!--")
        return
    if node.kind in ("declaration", "doctype"):
        assert written.startswith("<")
        assert written.endswith(">")
        return
    if node.kind == "end-tag":
        assert ascii_lower(written).startswith("</" + ascii_lower(node.name))
        return
    assert ascii_lower(written).startswith("<" + ascii_lower(node.name))
    assert written.endswith(">")
    for attribute in node.attributes:
        assert node.span.covers(attribute.span)
        assert ascii_lower(text[attribute.span.start : attribute.span.end]).startswith(ascii_lower(attribute.name))
        if attribute.value_span is None:
            assert attribute.value == ""
        else:
            assert attribute.span.covers(attribute.value_span)
            assert decode(document.text[attribute.value_span.start : attribute.value_span.end]) == attribute.value
    assert node.content.start == node.span.end
    if node.end_tag is not None:
        tag = text[node.end_tag.start : node.end_tag.end]
        assert ascii_lower(tag).startswith("</" + ascii_lower(node.name))
        assert tag.endswith(">")
        assert node.content.end == node.end_tag.start


def _tags(document: Document) -> Iterator[Span]:
    for node in document.body.nodes:
        if node.markup == "html" or node.kind in ("template", "expression", "code"):
            yield node.span
        if node.end_tag is not None:
            yield node.end_tag


@pytest.mark.parametrize("path", ARTICLES)
def test_spans_are_the_thing(path: str) -> None:
    document = _parsed(ARTICLES[path], path)
    assert document.body.nodes
    assert not document.problems or path == "seed-like.md"
    _check_spans(document)


def test_markdown_spans_are_the_thing() -> None:
    text = ARTICLES["plain.md"]
    document = _parsed(text)
    shown = {(node.kind, node.name): text[node.span.start : node.span.end] for node in document.body.nodes}
    assert shown["link", "inline"] == '[kites](/k "Kites")'
    assert shown["image", "inline"] == "![a *kite*](a.png)"
    assert shown["link", "reference"] == "[link][1]"
    assert shown["code", "span"] == "`code <b>`"
    assert shown["code", "indented"].strip() == "code"
    assert shown["code", "fence"] == "```html\n<b>\n```"
    assert shown["heading", "h1"] == "# Kites"
    assert shown["heading", "h2"] == "Two\n---"
    link = document.all("link")[0]
    places = {attribute.name: attribute.value_span for attribute in link.attributes}
    assert {name: text[span.start : span.end] for name, span in places.items() if span} == {
        "href": "/k",
        "title": "Kites",
    }


def test_marks_and_escapes_of_markdown_are_no_part_of_what_follows() -> None:
    text = "\\\\![a](a.png) \\![b](b.png) \\\\\\![c](c.png)\n\n1.     <b>code</b>\n"
    shown = [(node.kind, text[node.span.start : node.span.end]) for node in _parsed(text).body.nodes]
    assert shown == [
        ("image", "![a](a.png)"),
        ("link", "[b](b.png)"),
        ("link", "[c](c.png)"),
        ("code", "     <b>code</b>\n"),
    ]


# -- the three traps ------------------------------------------------------------------------------------------------


def test_indented_html_inside_an_open_element_is_html() -> None:
    document = _parsed(ARTICLES["seed-like.md"])
    assert len(list(document.tags("style"))) == 1
    assert [node.kind for node in document.all("becomes-code")] == ["becomes-code"]
    assert not document.all("code")


def test_indented_html_below_a_style_sheet_in_a_quote_is_html() -> None:
    document = _parsed("> <div>\n> <style>\n> a {}\n>\n>     b {}\n>     </style>\n>     <p>\n> </div>\n")
    assert [node.kind for node in document.body.nodes] == ["element", "element", "becomes-code", "element"]


SHIELDS = {
    "fence": "```\n<b>\n```\n",
    "tildes": "~~~~ html\n<b>\n~~~\n~~~~\n",
    "code span": "`` a ` <b> ``\n",
    "indented code": "text\n\n    <b>\n",
    "indented code in an element that is never closed": "<a name='x'>\n\n    <b>\n",
    "code in details": "<details>\n<summary>x</summary>\n\n    <b>\n\n</details>\n",
    "code in a list": "1. a\n\n        <b>\n",
    "fence in a list in a quote": "> - ```\n>   <b>\n>   ```\n",
    "code below a comment that ends at the beginning of a line, in a list": "- a\n\n  <!--\n  a\n  -->\n\n  `<b>`\n",
    "the same in a quote": "> <!--\n> a\n> -->\n> `<b>`\n",
    "code below an instruction in a list": "- <?>\n  `<b>`\n",
    "a fence that begins a footnote": "a[^1]\n\n[^1]: ```html\n    <b>\n    ```\n",
    "a fence in a list that begins a footnote": "[^1]: - a\n\n      ~~~\n      <b>\n      ~~~\n",
    "a fence that begins a definition": "Kite\n: ```html\n  <b>\n  ```\n",
    "raw": "{% raw %}<b>{% endraw %}\n",
    "highlight": "{% highlight html %}\n<b>\n{% endhighlight %}\n",
    "shortcode": "{{< highlight html >}}\n<b>\n{{< /highlight >}}\n",
    "a shortcode whose name begins like another": "{{< code-toggle >}}\n<b>\n{{</ code-toggle >}}\n",
    "a shortcode for a block of code": "{{< code-block lang='html' >}}\n<b>\n{{< /code-block >}}\n",
    "code in tabs": "{% tabbed_codeblock %}\n<b>\n{% endtabbed_codeblock %}\n\n{{< tabbed-codeblock >}}\n<b>\n{{< /tabbed-codeblock >}}\n",
    "a tag that blanks are taken from": "{%- raw-%}<b>{%- endraw -%}\n",
    "template": '{{ "<b>" }} {% x "<b>" %} {{% a "<b>" %}} <%= "<b>" %>\n',
    "escaped": "\\<b> &lt;b&gt;\n",
    "comment": "<!-- <b> -->\n",
}


@pytest.mark.parametrize("text", SHIELDS.values(), ids=SHIELDS)
def test_code_and_templates_shield(text: str) -> None:
    assert list(_parsed(text).tags("b", samples=True)) == []


def test_kramdown_reads_an_element_to_its_end_tag() -> None:
    indented = "<div>\n\n    a <b>\n\n</div>\n"
    texts = {indented, "<table><tr><td>\n\n    a:\n\n    a <b></b></td></tr></table>\n"}
    shown = {"a\n\n    a <b>\n", "<span>\n\n    a <b>\n\n</span>\n", f'<div markdown="1">{indented[5:]}'}
    shown |= {"In a <div>:\n\n    a <b>\n\na </div>\n", "| <div> | a |\n|--|--|\n\n    a <b>\n\n</div>\n"}
    for path, found in (("_posts/a.md", texts), ("source/_posts/a.md", set())):
        assert {text for text in texts | shown if list(_parsed(text, path).tags("b", samples=True))} == found


BOXES = {
    "a type": "!!! note\n\n    <b>\n",
    "a type and a title": 'Text\n!!! kite-sort wide "Kites"\n\n    a\n\n    <b>\n',
    "a place": "!!! Tip inline end\n\n    <b>\n",
    "a type of one's own": "Text\n!!! kite-sort\n    <b>\n",
    "a type of one's own on a page with boxes": "!!! kite-sort\n\n    <b>\n\n!!! note\n\n    a\n",
    "a type of one's own on a page that shows boxes, too": "!!! kite\n\n    <b>\n\n```\n!!! tip\n```\n\n!!! note\n",
    "a type of one's own, closed": "??? kite\n    <b>\n",
    "a type of one's own in an item": '- !!! kite\n\n      <b>\n\n=== "A"\n',
    "a type of one's own in a quote": "> !!! kite\n>\n>     <b>\n>\n> ??? note\n",
    "a class of one's own": "!!! danger highlight\n    <b>\n",
    "closed": '??? "Kites"\n\n    <b>\n',
    "open": "???+ question\n\n    <b>\n",
    "tabs": '=== "A"\n\n    a\n\n===! "B"\n\n    <b>\n',
    "line ends of Windows": "!!! note\r\n\r\n    <b>\r\n",
    "indentation with tabs": "!!! note\n\n\t!!! tip\n\n\t\t<b>\n",
    "no empty line": "!!! note\n    a\n\n    <b>\n",
    "below a fence": "!!! note\n\n    ```\n    <i>\n\n    <i>\n    ```\n\n    <b>\n",
    "in an item": "1. a\n\n    !!! note\n\n        <b>\n",
    "a list in it": "!!! note\n\n    - a\n\n        <b>\n",
    "in a quote": "> !!! note\n>\n>     <b>\n",
    "in an element": "<div>\n\n!!! note\n\n    <b>\n\n</div>\n",
    "a definition": "Kite\n:   a\n\n    <b>\n",
    "a definition below an empty line": "Kite\n\n:\ta\n\n    <b>\n",
    "a second definition": "Kite\n:   a\n\n        <i>\n\n:   c\n\n    <b>\n",
    "a box in a definition": "Kite\n:   a\n\n    !!! note\n\n        <b>\n",
}


@pytest.mark.parametrize("text", BOXES.values(), ids=BOXES)
def test_what_is_indented_below_a_box_is_text(text: str) -> None:
    document = _parsed(text)
    assert [node.name for node in document.all("element") if node.name != "div"] == ["b"]
    assert not document.all("becomes-code")
    assert ("code", "<b>") not in reading(document).words


NO_BOXES = {
    "a cry": "!!! Wow\n\n    <b>\n",
    "a cry above code": "Wow\n\n??? really\n\n    <b>\n",
    "a cry above a text": "!!! wow\n\na\n\n    <b>\n",
    "a cry in an item": "- !!! wow\n\na\n\n    <b>\n",
    "a sentence": "!!! note that kites fly\n\n    <b>\n",
    "a sentence that cries": "!!! wow kites\n\n    <b>\n",
    "a quotation": '!!! "Kites"\n\n    <b>\n',
    "a title that goes on": '=== "Kites" fly\n\n    <b>\n',
    "no title": "=== x\n\n    <b>\n",
    "an image": "![note](a.png)\n\n    <b>\n",
    "slashes": "/// note | Kites\n\n    <b>\n\n///\n",
    "a colon without a term": "# Kite\n\n:   a\n\n    <b>\n",
    "a sentence that goes on with a colon": "Les cerfs-volants\n: a\n\n    <b>\n",
    "an emoji": "Kite\n:kite: a\n\n    <b>\n",
    "colons": "::: note\n\n    <b>\n\n:::\n",
    "in a fence": "```\n!!! note\n```\n\n    <b>\n",
    "a cry on a page that shows a box": "!!! wow\n\n    <b>\n\n- a\n\n  ```\n  !!! note\n  ```\n",
    "below a box": "!!! note\n\n    a\n\nb\n\n    <b>\n",
    "deeper": "!!! note\n\n    a\n\n        <b>\n",
    "deeper in a definition": "Kite\n:   a\n\n        <b>\n",
    "a list in a box": "!!! note\n\n    - a\n\n            <b>\n",
}


@pytest.mark.parametrize("text", NO_BOXES.values(), ids=NO_BOXES)
def test_what_is_indented_below_anything_else_is_code(text: str) -> None:
    document = _parsed(text)
    assert list(document.tags("b", samples=True)) == []
    assert ("code", "<b>") in reading(document).words


def test_an_inline_element_ends_with_its_markdown_paragraph() -> None:
    assert _tokens("a <span>b\n\nc</span>\n", "a.md") == ["a ", "<span>", "b\n", "c", "</!span>", "\n"]
    assert _tokens("<span>\n\nc\n\n</span>\n", "a.md")[-2:] == ["</span>", "\n"]


def test_prose_of_less_and_more_is_no_tag() -> None:
    document = _parsed("a <b, c> d, " + "a <b " * 300 + "c>\n")
    assert (document.problems, list(document.all("loose-tag"))) == ((), [])


@pytest.mark.parametrize("name", ["textarea", "title", "xmp", "iframe"])
def test_raw_text_ends_at_an_empty_line_of_a_quote(name: str) -> None:
    document = _parsed(f"> a <{name}> b\n>\n> <img src=x>\n>\n> c </{name}> d\n")
    assert [node.name for node in document.all("image", samples=True)] == ["img"]


def test_a_section_of_svg_ends_with_what_is_read() -> None:
    assert "".join(_tokens("<noscript><svg><![CDATA[</noscript>a b", "a.html")).count("a b") == 1


@pytest.mark.parametrize(
    ("path", "language"), [("a.HTM", "html"), ("a.mdx", "mdx"), ("html", "markdown"), ("a.html/b", "markdown")]
)
def test_the_suffix_tells_the_language(path: str, language: str) -> None:
    assert language_of(path) == language


def test_samples_are_told_apart() -> None:
    document = _parsed("<pre><b>x</b></pre>\n\n<code><i>y</i></code> <u>z</u>\n")
    assert [node.name for node in document.all("element")] == ["pre", "code", "u"]
    assert [node.name for node in document.all("element", samples=True)] == ["pre", "b", "code", "i", "u"]


def test_expressions_of_mdx_shield() -> None:
    document = _parsed("export const a = {\n  b: '<b>',\n\n  c: 1\n}\n\n{/* <b> */} {'<b>'} <i>{d}</i>\n", "page.mdx")
    assert [node.name for node in document.all("element")] == ["i"]


def test_an_export_goes_on_over_empty_lines() -> None:
    for opening, closing in (("`", "`"), ("[", "]"), ("f(", ")")):
        document = _parsed(
            f"export const a = {opening}\n'x'\n\n'<p></p>'\n\n{closing};\n\n<b>c</b>\n".replace(
                "'", "" if opening == "`" else "'"
            ),
            "a.mdx",
        )
        assert [node.name for node in document.all("element")] == ["b"], opening


@pytest.mark.parametrize("lead", ["What's new: ", "All of src/*.js: ", 'He said "no: '])
def test_what_only_looks_like_a_quote_hides_no_bracket(lead: str) -> None:
    document = _parsed(f"export const A = () => <p>{lead}{{f({{\n  a: 1,\n\n  b: '<i></i>',\n}})}}</p>\n", "a.mdx")
    assert not document.all("element")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("export const a = 1; /* see ( here */", id="a bracket in a comment"),
        pytest.param("export const re = /\\(/;", id="a bracket in a pattern"),
        pytest.param("export const Q = () => <p>Don`t</p>;", id="a tick in text"),
    ],
)
def test_an_export_ends_at_an_empty_line(line: str) -> None:
    document = _parsed(f"{line}\n\n<b>c</b>\n\n1) `one`\n", "a.mdx")
    assert "b" in [node.name for node in document.all("element")]


@pytest.mark.parametrize(
    ("first", "language"),
    [
        ("import Tabs from '@theme/Tabs';", "mdx"),
        ("import {Kite} from './kite.js';\nimport Link from '@site/link';", "mdx"),
        ("import kites from 'kites';", "markdown"),
        ("import Tabs from '@theme/Tabs' is what you write.", "markdown"),
        ("Kites.\n\nimport Tabs from '@theme/Tabs';", "mdx"),
        ("凧\n\nimport kite from 'kite'\nimport {Kite} from '@site/kite'\r", "mdx"),
        ("Kites.\n\nimport '@site/kite.css'", "mdx"),
        ("Kites.\nimport Tabs from '@theme/Tabs'", "markdown"),
        ("Kites:\n\n```js\nimport Tabs from '@theme/Tabs'\n```", "markdown"),
        ("<pre>\nimport Tabs from '@theme/Tabs'\n</pre>", "markdown"),
        ("Kites.\n\nimport Tabs from '@theme/Tabs' then fly.", "markdown"),
    ],
)
def test_markdown_that_imports_from_docusaurus_is_mdx(first: str, language: str) -> None:
    assert (
        parse(Source("a.md", f"---\ntitle: A\n---\n\n{first}\n\n<Tabs values={{[1]}}>\n</Tabs>\n")).language == language
    )


def test_another_generator_compiles_no_imports() -> None:
    source = Source("a.md", "Kites.\n\nimport Tabs from '@theme/Tabs'\n")
    assert parse(source, Setting(profile=PROFILES["hexo"])).language == "markdown"


def test_to_mdx_a_fence_closes_at_any_indentation() -> None:
    document = _parsed("```js\na\n      ```\n\n# b\n", "a.mdx")
    assert [node.kind for node in document.body.nodes] == ["code", "heading"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("- one\n  <!-- todo:\n\n[a](b)\n-->\n\n[c](d)\n", ["comment", "link"]),
        ("- one\n  <!-- todo:\n\n<style>a{}</style>\n\n[a](b)\n", ["comment"]),
        ("> <!--[if mso]><xml>\n\n</xml><![endif]-->\n\n`c`\n", ["comment", "code"]),
    ],
)
def test_a_comment_that_its_container_cuts_off_hides_what_stands_before_the_next_end(
    text: str, kinds: list[str]
) -> None:
    assert [node.kind for node in _parsed(text).body.nodes] == kinds


def test_what_asks_for_markdown_is_read_as_markdown() -> None:
    for asking in ('markdown="1"', "markdown=span", "markdown"):
        document = _parsed(f'<div class="a" {asking}>\n[a](b) `c`\n</div>\n')
        assert [node.kind for node in document.body.nodes] == ["element", "link", "code"]
    document = _parsed('<div data-x="markdown">\n[a](b)\n</div>\n')
    assert [node.kind for node in document.body.nodes] == ["element"]


CODE_TO_SOME = {
    "below a tag": '<details markdown="1">\n<summary>a</summary>\n```\n<b>\n```\n</details>\n',
    "below an empty line and a tag": '<div markdown="1">\n\n<h4>a</h4>\n`<b>`\n</div>\n',
    "in the tag's line": '<p class="a" markdown="1">a `<b>`</p>\n',
    "a fence in the tag's line": '<div markdown="1">```\n<b>\n```\n</div>\n',
    "in an element that does not ask": '<div>\n<div markdown="1">\na `<b>`\n</div>\n</div>\n',
    "in a cell": '<table><tr><td markdown="span">a `<b>`</td></tr></table>\n',
    "in a list": '- <details markdown="1">\n  <summary>a</summary>\n  `<b>`\n  </details>\n',
    "in an element in a list": '1. a\n\n   <div>\n   <div markdown="1">\n   `<b>`\n   </div>\n   </div>\n',
    "in a quote": '> <div markdown="1">\n> `<b>`\n> </div>\n',
    "indented": '<div markdown="1">\n    <b>\n</div>\n',
    "by an option": '{::options parse_block_html="true" /}\n\n<div>\n`<b>`\n</div>\n',
    "in a comment": "{::comment}\n<b>\n\n{:/comment}\n",
    "in a comment in a line": "a {::comment}<b>{:/} a\n",
}


@pytest.mark.parametrize("text", CODE_TO_SOME.values(), ids=CODE_TO_SOME)
def test_what_only_some_programs_show_as_code_is_a_sample_to_all_others(text: str) -> None:
    document = _parsed(f"{text}\n<i>kites</i>\n")
    assert [node.sample for node in document.tags("b", "i", samples=True)] == [True, False]
    assert not list(_parsed(text, "_posts/a.md").tags("b", samples=True))


@pytest.mark.parametrize("path", ["a.md", "_posts/a.md"])
@pytest.mark.parametrize(
    "text",
    [
        '<figure markdown="span">\n    <b>\n</figure>\n',
        '<p markdown="1">\n    <b>\n</p>\n',
        '<div markdown="0">\n`<b>`\n</div>\n',
        '<div markdown="1">\n<p>`<b>`</p>\n</div>\n',
        "<!-- {::comment} -->\n<b>\n<!-- {:/} -->\n",
        "<div>\n\n{::comment}\n<b>\n{:/}\n\n</div>\n",
        "{::comment}\n<b>\n\na {:/comment}\n",
        "`{::comment}`\n\n<b>\n\n`{:/comment}`\n",
        "{::nomarkdown}\n\n    <b>\n\n{:/nomarkdown}\n",
    ],
)
def test_what_kramdown_publishes_is_no_code(text: str, path: str) -> None:
    assert list(_parsed(text, path).tags("b", samples=True))


@pytest.mark.parametrize(
    "text",
    [
        "<div>\n```\n⟦<b>⟧\n~~~\n```\n<u>\n</div>\n\n<div>\n~~~\n<s>\n</div>\n",
        "<div>\n```html\n⟦<b>⟧\n\n⟦<i>⟧\n```\n<u>\n</div>\n",
        "<div>\n```\n<b>\n</div>\n\n<i>\n\n```\na\n```\n",
        "<div>\n```sh\n<b>\n</div>\n\n<i>\n\n```js\na\n```\n",
        "<script>\n```\n</script>\n\n<b>\n\n```\na\n```\n",
        "<div><pre>\n```\n</pre>\n<b>\n<pre>\n```\n</pre></div>\n",
        "<div>\n<!--\n```\n-->\n<b>\n<!--\n```\n--></div>\n",
    ],
)
def test_between_fences_in_a_block_of_html_stand_samples(text: str) -> None:
    marked = re.findall("⟦<(.)>⟧", text)
    document = _parsed(text.replace("⟦", "").replace("⟧", ""))
    assert [node.name for node in document.tags(*"bisu", samples=True) if node.sample] == marked


@pytest.mark.parametrize(
    "text",
    [
        "```\n{::comment}\n```\n\n<b>\n\n```\n{:/comment}\n```\n",
        "    {::comment}\n\n<b>\n\n    {:/comment}\n",
        "a ` {::comment} `\n\n<b>\n\n` {:/} `\n",
        "{::comment}\na\n{:/comment}\n\n<b>\n\n    {::comment}\n\n{:/comment}\n",
    ],
)
def test_an_extension_of_kramdown_in_code_is_none(text: str) -> None:
    assert [node.sample for node in _parsed(text).tags("b", samples=True)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        '<details markdown="1">\n<summary>a</summary>\n```\n\n`<b>`\n\n```\n</details>\n',
        '<details markdown="1">\n<summary>a</summary>\n```\n<i>\n\n    <b>\n\n```\n</details>\n',
        '<div markdown="1">\n    a\n\n    <b>\n\n</div>\n',
    ],
)
def test_what_all_programs_show_as_code_below_an_empty_line_is_no_tag(text: str) -> None:
    assert not list(_parsed(text).tags("b", samples=True))


def test_below_an_empty_line_html_runs_in_what_only_some_programs_show_as_code() -> None:
    text = '<details markdown="1">\n<summary>a</summary>\n```\n\n<b>\n\n```\n</details>\n'
    assert [node.sample for node in _parsed(text).tags("b", samples=True)] == [True]


def test_nothing_runs_between_extensions_of_kramdown_in_code() -> None:
    text = "    {::nomarkdown}\n\n`<b>`\n\n    {:/nomarkdown}\n"
    assert not list(_parsed(text).tags("b", samples=True))


@pytest.mark.parametrize(
    "text",
    [
        '{::options parse_block_html="true" /}\n\n<ul><li>`<b>`</li></ul>\n',
        '{::options parse_block_html="true" /}\n\n<div>\n<table><tr><td>`<b>`</td></tr></table>\n</div>\n',
        '<div markdown="1"><p>`<b>`</p></div>\n',
        '<div markdown="1"> <h2>`<b>`</h2></div>\n',
        '<div markdown="1"><table><tr><td>`<b>`</td></tr></table></div>\n',
        '<table markdown="1"><tr><td>`<b>`</td></tr></table>\n',
        '<ul markdown="1"><li>`<b>`</li></ul>\n',
        '<div markdown="markdown">\n`<b>`\n</div>\n',
        "<div markdown>\n`<b>`\n</div>\n",
        '<div markdown="1">\n<br>\n    <b>\n\n</div>\n',
        '<div markdown="1">\n<span>a</span>\n    <b>\n\n</div>\n',
    ],
)
def test_what_kramdown_reads_as_html_is_no_code(text: str) -> None:
    assert list(_parsed(text, "_posts/a.md").tags("b", samples=True))


@pytest.mark.parametrize(
    "text",
    [
        '{::options parse_block_html="true" /}\n\n<ul>\n<li>a\n\nb</li></ul>\n\n<div>\n`<b>`\n</div>\n',
        '{::options parse_block_html="true" /}\n\n<div>\n<p>`<b>`</p>\n</div>\n',
        '<div markdown="1"><p>a</p> `<b>`</div>\n',
        '<div markdown="1">a `<b>` <p>a</p></div>\n',
        '<div markdown="1">\n<hr>\n    <b>\n\n</div>\n',
        '<table markdown="1"><tr><td markdown="1">`<b>`</td></tr></table>\n',
    ],
)
def test_what_kramdown_reads_as_markdown_may_be_code(text: str) -> None:
    assert not list(_parsed(text, "_posts/a.md").tags("b", samples=True))


def test_a_lazy_line_makes_no_table() -> None:
    for lead in ("- a\n", "> a\n"):
        assert not list(_parsed(f"{lead}| a | b |\n|---|---|\n| `a|<b>` | c |\n").tags("b", samples=True))
    assert not list(_parsed("a|b\n    -|-\n`a|<b>`\n").tags("b", samples=True))


def test_an_attribute_list_of_kramdown_ends_a_paragraph() -> None:
    text = "a\n{: .a}\n    <b>\n"
    assert [len(list(_parsed(text, path).tags("b"))) for path in ("a.md", "_posts/a.md")] == [1, 0]


def test_a_template_ends_with_as_many_braces_as_begin_it() -> None:
    document = _parsed("<style>a{b:{{ c }}}</style> {{{ d }}}\n\n![{{ e }}](f.png)\n")
    written = [document.text[node.span.start : node.span.end] for node in document.all("template")]
    assert written == ["{{ c }}", "{{{ d }}}", "{{ e }}"]
    assert document.all("image")[0].get("alt") == "{{ e }}"


def test_an_indented_fence_in_a_component_is_code() -> None:
    document = _parsed("<Tabs>\n  <Tab>\n    ```sh\n    # no heading\n    ```\n  </Tab>\n</Tabs>\n", "page.mdx")
    assert not document.all("heading")
    assert [node.name for node in document.all("code")] == ["fence"]


@pytest.mark.parametrize(
    "text",
    [
        "<b class=x",
        "<!-- a",
        "a <textarea> b",
        "<style>",
        "<script>",
        "<a b='c>",
        '<p title="a',
        "<svg><style>",
        "{{ a",
        "{% raw %}",
    ],
)
def test_the_rest_is_never_dropped_silently(text: str) -> None:
    document = _parsed(f"{text}\n\n<i>kites</i>\n")
    read = "".join(document.text[span.start : span.end] for span in document.body.texts)
    assert "kites" in read or document.problems


# -- Markdown: https://spec.commonmark.org/0.31.2/ ------------------------------------------------------------------

DIFFERENT = {191: "indented HTML inside an open element is read as HTML, on purpose"}


def _in_html(html: str) -> tuple[int, list[str], list[str], list[str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        soup = BeautifulSoup(html, "html.parser")
    links = sorted(unquote(str(link["href"])) for link in soup.find_all("a") if link.get("href") is not None)
    images = sorted(unquote(str(image.get("src"))) for image in soup.find_all("img"))
    headings = [heading.name for heading in soup.find_all([f"h{level}" for level in range(1, 7)])]
    return len(soup.find_all("code")), links, images, headings


def _in_markdown(text: str) -> tuple[int, list[str], list[str], list[str]]:
    document = _parsed(text)
    code = len(document.all("code", samples=True)) + len(list(document.tags("code", samples=True)))
    links = [node for node in document.all("link", samples=True) if node.name != "definition"]
    images = document.all("image", samples=True)
    headings = [node.name for node in document.all("heading", samples=True)]
    return (
        code,
        sorted(unquote(node.get("href") or "") for node in links if node.get("href") is not None),
        sorted(unquote(node.get("src") or "") for node in images),
        headings,
    )


def test_markdown_is_read_as_the_standard_has_it(shared: Path) -> None:
    path = shared / "suites" / "commonmark" / "spec.json"
    if not path.is_file():
        pytest.skip("the CommonMark cases are not there")
    examples = json.loads(path.read_text("utf-8").replace("→", "\\t"))
    different = [
        example["number"] for example in examples if _in_html(example["html"]) != _in_markdown(example["markdown"])
    ]
    assert len(examples) > 600
    assert different == list(DIFFERENT)


# -- any text -------------------------------------------------------------------------------------------------------

PIECES = (
    "<div>", "</div>", "<p", ">", "<", "</", "/>", " a=b", ' c="d"', " e='f", "'", '"', "=", "<!--", "-->", "--!>", "<!", "<?",
    "<style>", "</style>", "<script>", "</script", "<textarea>", "</TEXTAREA>", "<svg>", "</svg>", "<math>", "<![CDATA[", "]]>",
    "<title>", "<plaintext>", "<noscript>", "</noscript>", "<pre>", "</pre>", "<code>", "<a href=x>", "</a>", "<li>", "<b>", "</b>", "<br/>",
    "<h2>", "</h2>", "<details>", "<Card a={b}>", "</Card>", "{", "}", "{/*", "*/}", "{{", "}}", "{%", "%}", "{% raw %}",
    "{% endraw %}", "{{< a >}}", "<%", "%>", "`", "``", "```\n", "~~~\n", "\n", "\n\n", "\r\n", "\r", "    ", "\t", " ", "- ", "1. ",
    "> ", '!!! note "a"\n', "??? tip\n", '=== "a"\n', ": ", "# ", "## ", "===\n", "---\n", "* ", "*", "_", "[", "]", "(", ")", "![", "](", "](/x)", "[a]: b\n", "[^1]: ", "\\", "&amp;",
    "&#123;", "&", "|", "a", "凧", "风筝 ", "\u3000", "\u00a0", "\0", "\ufdd0", "\ufeff", "import a\n", "export ", "http://a.b",
    "<http://a.b>", "😀",
)  # fmt: skip
MARKUP = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
PATHS = st.sampled_from(["a.md", "a.html", "a.mdx"])


@example(text="<noscript><!--</noscript><p", path="a.md")
@given(text=MARKUP, path=PATHS)
@example(text="<?=", path="a.md")
@settings(max_examples=600, deadline=None)
def test_any_markup_is_read_with_exact_spans(text: str, path: str) -> None:
    document = _parsed(text, path)
    _check_spans(document)
    reading(document)


@given(text=st.text(max_size=200), path=PATHS)
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_with_exact_spans(text: str, path: str) -> None:
    _check_spans(_parsed(text, path))


@given(text=MARKUP, path=PATHS)
@settings(max_examples=200, deadline=None)
def test_line_ends_do_not_matter(text: str, path: str) -> None:
    text = text.replace("\r", "")
    kinds = [(node.kind, node.name) for node in _parsed(text, path).body.nodes]
    assert [(node.kind, node.name) for node in _parsed(text.replace("\n", "\r\n"), path).body.nodes] == kinds


# -- time -----------------------------------------------------------------------------------------------------------

N = 60_000  # characters
SHAPES = {
    shape: (shape * N)[:N]
    for shape in (
        "<div>", "<", "<a ", '<a b="', "<a b='\"", "<!--", "<!--\n\n", "<!-", "</", "</a>", "<b></i>", "<p>", "<li><p>", "<svg><p>",
        "<style ", "<style>", "<script><!--<script>", "<noscript><b>", "<title>a</titl", "<textarea>\n\n", "<svg><![CDATA[", "<!x",
        "<?", "<![CDATA[\n\n", "<pre>\n\n", "<a\n", "<http:", "<a@", "[", "[a\n\n", "](", "[](", "[a](b ", '[a](b "', "[a](<b",
        "[a][", "[a]: ", "[a]: x '\n", "![", "![a](b)", "[![a](b)](c)", "*", "*a_ ", "* ", "> ", "> a\n", "> ```\n", "> ```\na\n",
        "- ", "- a\n", "1. ", "1. a\n", "#", "=\n", "a\n=\n", "a\n", " ", "\t", " \n", "    a\n\n", "```\n", "`a``b", "`a\n", "`\n\n",
        "{{", "{{ a ", "{%", "{% ", "{#", "<%", "<?php ", "{% raw %}", "{{< highlight a >}}", "{", '{"', "{'\\'", "{`", "{/*", "{}",
        "export {\n\n", "<Card a={", "<a {{b}}", "&", "\\", "[^1]: a\n", "|",
        "|-", "a|\n|-\n", "a|b\n-|-|-\n", "a|b\n-|-x\n", "\\![a](b)",
    )
}  # fmt: skip
SHAPES |= {
    "growing backticks": " ".join("`" * length for length in range(1, 600)),
    "growing quotes": "\n".join("> " * depth + "a" for depth in range(400)),
    "growing lists": "\n".join("  " * depth + "- a" for depth in range(400)),
    "nested quotes": "> " * (N // 2) + "a",
    "nested lists": "- " * (N // 2) + "a",
    "nested lists and empty lines": "- " * (N // 3) + "a" + "\n" * (N // 3),
    "nested brackets": "[" * (N // 5) + "](a)" * (N // 5),
    "attributes": "<a " + "b " * (N // 2) + ">",
    "a name without end": "<" + "a" * N,
    "names without number": "".join(f"<x{number}>\n\n    <a>\n\n</x{number}>\n" for number in range(N // 25)),
    "indented HTML": "<div>\n\n" + "    <b>\n\n" * (N // 9) + "</div>",
}
GENEROUS = 3.0  # seconds; a search made again at every place takes many times as long


@pytest.mark.parametrize("path", ["a.md", "a.html", "a.mdx"])
def test_hostile_texts_are_read_in_time(path: str) -> None:
    for name, text in SHAPES.items():
        start = time.process_time()
        _parsed(text, path)
        assert time.process_time() - start < GENEROUS, name


def test_a_million_angles_are_read_in_time() -> None:
    start = time.process_time()
    _parsed("<" * 1_000_000)
    _parsed("<div>" * 100_000)
    assert time.process_time() - start < 3 * GENEROUS
