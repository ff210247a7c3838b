"""See `StrayEndTag`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from contentlint.components import is_component, written_name
from contentlint.document import Document, once
from contentlint.elements import KNOWN, PHRASING, VOID
from contentlint.nodes import Node
from contentlint.patterns import last_blank_line, pattern
from contentlint.removals import removal
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety
from contentlint.rules.html.broken import broken_tag
from contentlint.rules.html.mentions import mention
from contentlint.rules.html.open_tags import open_ends
from contentlint.rules.html.slips import (
    broken_start,
    ends_of_swallowed,
    is_among_keys_above,
    meant_ends,
    start_as_text,
    templates_with_tags,
)
from contentlint.spans import Merged
from contentlint.text import Edit, Span
from contentlint.wording import cut

_CLOSES_NOTHING = 'this end tag closes nothing, and its ">" is missing: remove it'
_CANNOT_REACH = "this </{0}> stands in a <{1}> and cannot close the <{0}> around that: close it before the <{1}>"
_START_WITH_VALUE = pattern(r"(?<!\\)<[\w:-]++[ \t\n]++[\w:-]++=[\"']")
_MOST_OF_A_NAME = 40  # three times in one message


class StrayEndTag(Rule):
    """An end tag closes nothing.

    The start tag is missing, or something else closed the element before: what the writer meant to mark is not marked
    as meant. Where a slip in the start tag is the cause, the finding points there.

    The fix is unsafe: it removes the end tag, though it may be the start tag that is missing, or mends the start tag, or
    moves the page's own end tag below. A pair of tags that is not HTML becomes text. There is none in CDATA, which is text
    to programs that read XML.
    """

    name = "stray-end-tag"
    needs = {"end-tag", "loose-tag"}
    good = (
        "<p>Kites</p><ul><li>fly</li></ul>\n",
        "`</div>` and &lt;/div&gt;\n",
        "{% include head.html %}\n风筝</div>\n",
        "<embed src=a.swf></embed>\n",
        "<div>风筝<!-- {% if a %} --></div><!-- {% endif %} --><!-- {% unless a %} --></div><!-- {% endunless %} -->\n",
        "Title: The </b> tag\nDate: 2011-08-26 17:26\nAuthor: Ann\n\nKites.\n",
        "```html\n</div>\n```\n<pre></b></pre>\n\n<pre><code><html></code></pre>\n",
        "Kites.\n\nimport Tabs from '@theme/Tabs';\n\n<Tabs values={[\n  { a: 1 },\n]}>\n\n凧\n\n</Tabs>\n",
        "<script setup>\nfly()\n</script>\n\nSee <Link to='/x'>凧</Link>.\n",
        "See <Link to='/x'>凧</Link>.\n",
        Good("<Note>\n凧\n</Note>\n\n<img src='a.png'></img>\n", path="kites.mdx"),
    )
    bad = (
        Bad(
            "<html><body>\n<div>凧\n</body>\n⟦</div>⟧\n</html>\n",
            fixed="<html><body>\n<div>凧\n</div>\n</body>\n</html>\n",
            path="kites.html",
            unsafe=True,
        ),
        Bad("Kites fly.⟦</b>⟧ High.\n", fixed="Kites fly. High.\n", unsafe=True),
        Bad(
            '<p align="center>\n<a href="/a">凧</a>\n</p>\n\n凧⟦</a>⟧\n',
            fixed='<p align="center>\n<a href="/a">凧</a>\n</p>\n\n凧\n',
            unsafe=True,
        ),
        Bad("<div>风筝</div>\n⟦</div>⟧\n", fixed="<div>风筝</div>\n", unsafe=True),
        Bad("<p>凧<ul><li>揚げ</ul>⟦</p>⟧\n", fixed="<p>凧<ul><li>揚げ</ul>\n", unsafe=True),
        Bad("<h2>Kites⟦</h3>⟧\n\nfly\n", fixed="<h2>Kites</h2>\n\nfly\n", unsafe=True),
        Bad("<strong>风筝⟦</storng>⟧飞\n", fixed="<strong>风筝</strong>飞\n", unsafe=True),
        Bad('See ⟦<a href="/kites>⟧kites</a>.\n', fixed='See <a href="/kites">kites</a>.\n', unsafe=True),
        Bad('凧 ⟦<a href="/kites title="y">⟧凧</a>\n', fixed='凧 <a href="/kites" title="y">凧</a>\n', unsafe=True),
        Bad(
            '凧 ⟦<a href="/a" title=凧 (1)" id="b">⟧凧</a>\n',
            fixed='凧 <a href="/a" title="凧 (1)" id="b">凧</a>\n',
            unsafe=True,
        ),
        Bad("凧 ⟦<a href=“/kites?a=1”>⟧凧</a>\n", fixed='凧 <a href="/kites?a=1">凧</a>\n', unsafe=True),
        Bad("A ⟦<a href=“/kites?a=1>⟧kite</a>.\n"),
        Bad('⟦<img src="/a.png" alt="凧"id="a">⟧\n', fixed='<img src="/a.png" alt="凧" id="a">\n', unsafe=True),
        Bad('凧 ⟦<a href="/a" ,title="b">⟧凧</a>\n', fixed='凧 <a href="/a" title="b">凧</a>\n', unsafe=True),
        Bad("{{< youtube abc >}}\n\nKites ⟦</b>⟧ fly.\n", fixed="{{< youtube abc >}}\n\nKites fly.\n", unsafe=True),
        Bad("{{ kite }}\n \nKites ⟦</b>⟧ fly.\n", fixed="{{ kite }}\n \nKites fly.\n", unsafe=True),
        Bad(
            "<!-- {% kite %} -->\n<div>凧</div>\n⟦</div>⟧\n", fixed="<!-- {% kite %} -->\n<div>凧</div>\n", unsafe=True
        ),
        Bad("<LINK to='/x'>凧⟦</LINK>⟧\n", fixed="<LINK to='/x'>凧\n", unsafe=True),
        Bad("Kites fly ⟦</p>⟧ high.\n", fixed="Kites fly high.\n", unsafe=True),
        Bad("After `<p>` a ⟦</p>⟧ may follow.\n", fixed="After `<p>` a &lt;/p> may follow.\n", unsafe=True),
        Bad("Kites⟦</br>⟧fly\n", fixed="Kites<br>fly\n", unsafe=True),
        Bad(
            "<MUST-FLY>Kites.\n\nHigh.⟦</MUST-FLY>⟧\n",
            fixed="&lt;MUST-FLY>Kites.\n\nHigh.&lt;/MUST-FLY>\n",
            unsafe=True,
        ),
        Bad("<ac:plain-text-body><![CDATA[<script>fly()⟦</script>⟧]]></ac:plain-text-body>\n"),
        Bad("`<![CDATA[` 凧⟦</i>⟧ `]]>`\n", fixed="`<![CDATA[` 凧 `]]>`\n", unsafe=True),
        Bad("<source lang='c'>\nfly();\n⟦</source>⟧\n"),
        Bad("<img src='/a.png' alt='凧'>凧⟦</img>⟧\n", fixed="<img src='/a.png' alt='凧'>凧\n", unsafe=True),
        Bad("Voir ⟦<a href='/a' title='Ouvrir l'article'>⟧le cerf-volant</a>.\n"),
        Bad('凧 ⟦<b class="a "b" c">⟧凧</b>\n'),
        Bad('凧 <i title="5" tall">凧⟦</i>⟧\n'),
        Bad('凧 \\<i title="5" tall">凧⟦</i>⟧\n', fixed='凧 \\<i title="5" tall">凧\n', unsafe=True),
        Bad('凧 <b-card class="x" y= z 凧⟦</b>⟧。\n', fixed='凧 <b-card class="x" y= z 凧。\n', unsafe=True),
        Bad("<p>Kites⟦</b⟧ <i>fly</i></p>\n"),
        Bad("<p>Kites⟦</b»⟧ fly</p>\n"),
        Bad("⟦<a href='/kites'⟧ <b>凧</b></a>\n", fixed="<a href='/kites'> <b>凧</b></a>\n", unsafe=True),
        Bad("<div><span>Kites.\n<p>⟦</span>⟧</div>\n"),
        Bad("<b><i>Kites</b>⟦</i>⟧ fly\n", fixed="<b><i>Kites</b> fly\n", unsafe=True),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if "!limit-exceeded" in document.signs:
            return
        for tag in document.all("loose-tag"):
            if tag.name in VOID and (broken := broken_tag(document.source.flat, tag.name, tag.span)) is not None:
                yield self.finding(broken.span, broken.message, broken.fix)
        if strays := document.all("end-tag"):
            yield from self._strays(document, strays)

    def _strays(self, document: Document, strays: Sequence[Node]) -> Iterator[Finding]:
        templates = templates_with_tags(document)
        voids = {node.span.end for node in document.tags(*VOID)}
        blank = last = 0  # the last empty line, sought once over all the text
        for tag in strays:
            found = last_blank_line(document.source.flat, last, tag.span.start)
            blank = found.start() if found is not None else blank
            last = tag.span.start
            begins = tag.parent.span.end if tag.parent is not None else document.body.span.start
            if tag.name in PHRASING and document.language != "html":  # what opened it would stand in its paragraph
                begins = max(begins, blank)
            if templates.meet(Span(begins, tag.span.start)):
                continue
            if is_component(document, tag) or is_among_keys_above(document, tag.span.start):
                continue
            if tag.span.start in open_ends(document) or tag.span.start in ends_of_swallowed(document):
                continue
            if tag.name in VOID and _end_before(document.text, tag.span.start) in voids:
                continue
            yield self.finding(*_told(document, tag))


def _told(document: Document, tag: Node) -> tuple[Span, str, Fix | None]:
    if (broken := broken_start(document, tag)) is not None:
        return broken.span, broken.message, broken.fix
    following = document.text.find("<", tag.span.start + 1, tag.span.end)
    if following >= 0:  # another tag, which no fix may take along
        end = min(tag.span.start + len(f"</{tag.name}"), following)
        return Span(tag.span.start, end), _CLOSES_NOTHING, None
    return tag.span, *_told_whole(document, tag)


def _told_whole(document: Document, tag: Node) -> tuple[str, Fix | None]:
    early = _early_ends(document).get(tag.name)
    if early is not None and early.end <= tag.span.start:
        return _told_too_late(document, tag, early)
    started = meant_ends(document).get(tag.span)
    if started is not None:
        return _renamed(document, tag, started)
    if tag.parent is not None and _is_open_outside(document, tag):
        return _CANNOT_REACH.format(cut(written_name(document, tag)), cut(tag.parent.name)), None
    at = start_as_text(document, tag)
    if at >= 0 and _START_WITH_VALUE.match(document.source.flat, at) is not None:
        return f"the start tag of this </{cut(tag.name)}> is read as text, since it is no sound tag: mend that", None
    return mention(document, tag) or (_message(document, tag), _fix(document, tag))


def _is_open_outside(document: Document, tag: Node) -> bool:
    """Whether an element of this name waits for its end tag around the element in which this one stands."""
    return any(node.name == tag.name and node.end_tag is None for node in document.holding(tag.span.start))


def _end_before(text: str, at: int) -> int:
    """Where what stands before an offset ends, without the white space between."""
    while at and text[at - 1].isspace():
        at -= 1
    return at


@once
def _early_ends(document: Document) -> Mapping[str, Span]:
    """The end tags of a page that stand where elements are open still, by the names of those; browsers let an end tag
    below reach them."""
    tags = (page.end_tag for page in document.tags("html", "body") if page.end_tag is not None)
    ends = {tag.start: tag for tag in tags}
    nodes = document.all("element", samples=True) if ends else ()
    return {node.name: ends[node.content.end] for node in nodes if node.end_tag is None and node.content.end in ends}


def _told_too_late(document: Document, tag: Node, early: Span) -> tuple[str, Fix]:
    end, name = early.of(document.text), cut(written_name(document, tag))
    edits = (removal(document, early), Edit.at(tag.span.end, document.source.newline + end))
    return f"{end} stands before </{name}>, though <{name}> is open: move it below", Fix(
        f"Move {end}", edits, Safety.UNSAFE
    )


def _message(document: Document, tag: Node) -> str:
    name = cut(written_name(document, tag))
    if tag.name == "br":
        return f"</{name}> is an end tag where a line is to break: write <br>"
    if tag.name in VOID:
        advice = "put this code into a code block" if _is_of_code(document, tag) else "remove it"
        return f"<{name}> holds nothing in HTML, so </{name}> closes nothing: {advice}"
    if _lone_start(document, tag) is not None:
        return f"<{name}> and </{name}> are not HTML: write them as code or with &lt;"
    return f"</{name}> closes nothing: remove it, or add its <{name}>"


def _is_of_code(document: Document, tag: Node) -> bool:
    """Whether this ends code in a <source> that leads to no picture or sound, as some sites had it."""
    return tag.name == "source" and _first_source_of_code(document) < tag.span.start


@once
def _first_source_of_code(document: Document) -> int:
    sources = document.tags("source")
    starts = (each.span.start for each in sources if each.get("src") is None and each.get("srcset") is None)
    return next(starts, len(document.text))


def _renamed(document: Document, tag: Node, started: Node) -> tuple[str, Fix]:
    """What is told of an end tag that was meant for an element of another name."""
    written, meant = written_name(document, tag), written_name(document, started)
    edit = Edit(Span(tag.span.start + 2, tag.span.start + 2 + len(tag.name)), meant)
    shown = cut(meant, _MOST_OF_A_NAME)
    fix = Fix(f"Write </{shown}>", (edit,), Safety.UNSAFE)
    return f"<{shown}> is closed by </{cut(written, _MOST_OF_A_NAME)}>, which does not match: write </{shown}>", fix


def _fix(document: Document, tag: Node) -> Fix | None:
    if _texts_of_xml(document).hold(tag.span.start) or _is_of_code(document, tag):
        return None
    if tag.name == "br":
        return Fix("Write <br>", (Edit(tag.span, "<br>"),), Safety.UNSAFE)
    started = _lone_start(document, tag)
    if started is not None:
        edits = tuple(Edit(Span(each.span.start, each.span.start + 1), "&lt;") for each in (started, tag))
        return Fix("Write both tags as text", edits, Safety.UNSAFE)
    return Fix.removing("Remove the end tag", document, tag.span, Safety.UNSAFE)


def _lone_start(document: Document, tag: Node) -> Node | None:
    """The start tag of the same name that no browser knows, whose paragraph ends before this end tag."""
    starts = _open_unknowns(document).get(tag.name, [])
    at = bisect_left(starts, tag.span.start, key=lambda node: node.span.start) - 1
    return starts[at] if at >= 0 else None


@once
def _texts_of_xml(document: Document) -> Merged:
    found: list[Span] = []
    end, find = 0, document.text.find
    while (start := find("<![CDATA[", end)) >= 0:
        if document.in_code(start):
            end = start + 1
        elif (end := find("]]>", start)) >= 0:
            found.append(Span(start, end))
        else:
            break
    return Merged(found)


@once
def _open_unknowns(document: Document) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = {}
    for node in document.all("element"):
        if node.end_tag is None and node.name not in KNOWN:
            found.setdefault(node.name, []).append(node)
    return found
