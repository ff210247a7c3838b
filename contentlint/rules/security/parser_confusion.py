"""See `ParserConfusion`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice, takewhile

from contentlint.document import Document
from contentlint.elements import RAW_TEXT, TABLE_PARTS
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.references import decode_references
from contentlint.rule import Bad, Finding, Good, Rule, Severity
from contentlint.rules.security.inert import is_inert
from contentlint.spans import Merged
from contentlint.text import Span

_ONLY_TEXT = RAW_TEXT | {"noscript"}  # the last where scripts run
_RAW = _ONLY_TEXT - {"script"}  # to every program a script is one
_TAG = pattern(r"<[A-Za-z]")
_TAG_LIKE = pattern(r"</?[A-Za-z]")
_PIECE = pattern(
    r"(?ai)<!--(?:.*?--!?>(?P<comment>))?+"
    rf"|<(?P<raw>{'|'.join(sorted(RAW_TEXT))})(?=[\s/>])(?:.*?</(?P=raw)(?P<raw_end>)(?=[\s/>]|\Z))?+"
    r"|</?[a-z](?:[^\"'>]|\"[^\"]*\"|'[^']*')*+(?:(?P<tag>>))?+",
    re.DOTALL,
)
# a tag that only the page's next ">" will end, and then acts: a handler, an address that runs, a script, a base
_RUNS_AT_END = pattern(
    r"(?ais)<(?:(?:script|base|meta|link|form|iframe|frame|embed|object|animate|set)[\s/][^=]*+="
    r"|[a-z][^\s/>]*+[\s/](?:.*?[\s/\"'])?(?:(?:on[a-z]{3,}+|formaction)[ \t\n\f\r]*+=|style\s*+=[^\0]{0,1000}?url\("
    r"|(?:href|src|action|formaction|data|xlink:href)\s*+=\s*+[\"']?+\s*+(?:java|vb|live)script:))"
)
_UNFINISHED = pattern(r"<[A-Za-z](?:[^\"'=>]|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?+|[\"'])*+\Z")

_VALUE = r"=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'\s]))"
_OPEN_QUOTE = pattern(rf"(?:[^=]|{_VALUE})*+=\s*+[\"']")
_WHOLE_TAG = pattern(rf"<(?:[^=>]|{_VALUE})*+>")
_MOST_BELOW, _LONGEST = 50, 1_000  # nodes among whose tags one closes a quote, and characters of each

_LAST = 100  # nodes among which the last one to end is looked for

_TABLE_PARTS = TABLE_PARTS | {"col"}
_NEVER_INSIDE = frozenset({"html", "head", "body", "frameset", "image"})


class ParserConfusion(Rule):
    """The markup here means one thing to one program and another to the next.

    Attackers use such markup (text elements inside a drawing, tags inside `<noscript>` that end elsewhere, a comment that
    ends with `--!>`) to smuggle scripts past a site's filter to its readers. No sound article needs it.

    There is no fix: write the passage anew.
    """

    name = "parser-confusion"
    severity = Severity.ERROR
    good = (
        "<svg><title>Kites</title><style>.a { fill: red }</style><path d='M0 0'/></svg>\n",
        "<noscript><img src=/kite.png alt='风筝'></noscript>\n",
        "<noscript>Please turn on <b>JavaScript</b>. 1 < 2</noscript>\n",
        "<!-- a -- b ! --> 凧 <!---->\n",
        "<svg><style><![CDATA[.a { fill: red }]]></style></svg>\n",
        "<math><mi>x</mi><annotation encoding='application/x-tex'>x</annotation></math>\n",
        Good("<p>1 <a b and on = 2\n", path="page.html"),
        '<div title="\n\n<b class="kite">风筝</b> `onclick=fly()` "onclick=fly()"\n',
    )
    bad = (
        Bad('<svg>⟦<style>⟧<a id="</style>">凧</a></style></svg>\n'),
        Bad("<math><mtext>⟦<mglyph>⟧</mglyph></mtext></math>\n"),
        Bad("⟦<!-- kites --!>⟧ fly\n"),
        Bad('⟦<noscript>⟧<p title="</noscript>">风筝\n'),
        Bad('⟦<noscript>⟧\n\n<b title="</noscript>凧">\n\n</noscript>\n\na ⟦<xmp>⟧\n\n<!-- </xmp> -->\n\n</xmp>\n'),
        Bad("<p>a</p><svg>⟦</p>⟧\n"),
        Bad("<math><mtext>⟦<form>⟧</form></mtext></math>\n"),
        Bad("<select>⟦<style>⟧<b></select><i></style>\n"),
        Bad("<p>凧</p>\n⟦<img src=x onerror=fly()\n⟧", path="page.html"),
        Bad("凧\n\n⟦<details open ontoggle=fly()\n⟧\n# 凧\n"),
        Bad('⟦<div title="\n⟧\n<b class="x onclick=fly() y">风筝</b>\n'),
        Bad("> ⟦<section title='\n⟧\n- <b class='x onclick=fly() y'>凧</b>\n"),
        Bad("<p>凧</p>\n⟦<a title='1 > 0 <b' href=javascript:fly() {{ x }}\n⟧", path="page.html"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for problem in document.problems:
            if problem.kind == "limit-exceeded" and problem.span.end > document.body.span.start:
                yield self.finding(
                    problem.span, "what this tag hides was not checked, and may act on readers: flatten or remove it"
                )
        for comment in document.all("comment", samples=True):
            if document.text.endswith("--!>", comment.span.start + 4, comment.span.end):
                yield self.finding(
                    comment.span,
                    'this comment ends with "--!>", which not every program takes for its end: write "-->"',
                )
        for node in document.tags("mglyph", "malignmark", samples=True):
            yield self.finding(node.span, f"browsers and cleaning programs disagree on <{node.name}>: remove it")
        if document.language == "html":
            yield from self._unfinished(document, document.body.nodes[-_LAST:], document.body.span)
        for block in document.body.blocks:  # of Markdown, which copies one of HTML as it is
            if block.kind == "html" and _may_be_unfinished(document.text, block.start, block.end):
                place = Span(block.start, block.end)
                yield from self._unfinished(document, list(document.nodes_in(place))[-_LAST:], place)
        yield from self._in_foreign(document)
        yield from self._misread(document)
        if document.language == "markdown":
            yield from self._going_on(document)

    def _going_on(self, document: Document) -> Iterator[Finding]:
        """Raw text of several blocks, which ends at an end tag in what is a comment, a value or raw text otherwise."""
        opened = [node for node in document.tags(*_RAW, samples=True) if node.namespace == "html"]
        ends = {name: _ends_of(document.text, name) for name in {node.name for node in opened}}
        own = {node.end_tag.start for node in opened if node.end_tag is not None}
        if own.issuperset(chain.from_iterable(ends.values())):
            return
        places = [comment.span for comment in document.all("comment", samples=True)]
        places += [node.content for node in opened if node.name != "noscript" and node.end_tag is not None]
        for element in document.all("element", samples=True):
            places += [each.value_span for each in element.attributes if each.value_span is not None]
        hidden = Merged(places)
        ends = {name: [at for at in found if hidden.hold(at)] for name, found in ends.items()}
        told: set[str] = set()
        for node in opened:
            found, end = ends[node.name], node.end_tag.start if node.end_tag is not None else document.body.span.end
            index = bisect_left(found, node.span.end)
            if index < len(found) and found[index] < end and node.name not in told:
                told.add(node.name)
                message = (
                    f"browsers take all up to the next </{node.name}> for text, wherever that stands: close this tag"
                )
                yield self.finding(node.span, message)

    def _misread(self, document: Document) -> Iterator[Finding]:
        known: dict[int, str] = {}
        reached = 0  # so far goes the last <noscript>: one inside it is text, or read with it
        for node in document.tags(*_RAW, samples=True):
            content = node.content
            if node.name == "noscript":
                if content.end <= reached:
                    continue
                reached = content.end
            is_cut = node.end_tag is None and _TAG.match(document.text, content.end)  # by a tag that leaves <svg>
            if not (is_cut or _TAG_LIKE.search(document.text, *content)) or is_inert(node):
                continue
            where = _around(node, known)
            if where and node.name != "noscript":
                yield self.finding(
                    node.span,
                    f"browsers and cleaning programs disagree on markup in <{node.name}> inside <{where}>: remove it",
                )
            elif node.name == "noscript" and (where or _ends_elsewhere(content.of(document.text))):
                yield self.finding(
                    node.span,
                    "without scripts this <noscript> ends elsewhere than with them: close its tags and quotes",
                )

    def _in_foreign(self, document: Document) -> Iterator[Finding]:
        for form in document.tags("form", samples=True):
            if any(ancestor.namespace == "math" for ancestor in form.ancestors()):
                yield self.finding(
                    form.span, "browsers and cleaning programs disagree on a form inside <math>: remove it"
                )
        if not any(document.tags("svg", "math", samples=True)):
            return
        cut_short = {
            node.content.end: node.name
            for node in document.all("element", samples=True)
            if node.namespace != "html" and node.end_tag is None and not document.has_slash(node)
        }
        for stray in document.all("end-tag", samples=True):
            if stray.name in ("p", "br") and stray.span.start in cut_short:
                yield self._tell_cut(stray.span, stray.name, cut_short)
        for node in document.all("element", samples=True):
            if node.namespace == "html" and node.end_tag is not None and node.end_tag.start in cut_short:
                if node.name == "p" or _is_dropped(node):
                    yield self._tell_cut(node.end_tag, node.name, cut_short)

    def _tell_cut(self, end_tag: Span, name: str, cut_short: Mapping[int, str]) -> Finding:
        return self.finding(end_tag, f"</{name}> ends the <{cut_short[end_tag.start]}> around it: close that first")

    def _unfinished(self, document: Document, nodes: Sequence[Node], place: Span) -> Iterator[Finding]:
        """The tag without an end behind the last of these nodes."""
        known = takewhile(_is_finished, (node for node in nodes if node.kind != "template"))
        last = max(map(_reach, known), default=place.start)
        unfinished = _UNFINISHED.search(document.text, last, place.end)
        if unfinished is None:
            return
        written = unfinished[0] + (_tags_below(document, place.end) if _OPEN_QUOTE.match(unfinished[0]) else "")
        whole = _WHOLE_TAG.match(written) or unfinished
        if _RUNS_AT_END.match(decode_references(whole[0])):
            message = (
                'this tag never ends, and acts once something below ends it: remove it, or write its "<" as "&lt;"'
            )
            yield self.finding(Span(*unfinished.span()), message)


def _ends_of(text: str, name: str) -> list[int]:
    """Where end tags of this name stand, or what looks like one."""
    return [match.start() for match in re.finditer(rf"(?ai)</{name}[\s/>]", text)]


def _tags_below(document: Document, at: int) -> str:
    """The next tags: of what Markdown writes around them, no quote is left that could end another."""
    below = islice(document.nodes_in(Span(at, document.body.span.end)), _MOST_BELOW)
    tags = (node.span for node in below if node.markup == "html")
    return "".join(document.text[start : min(end, start + _LONGEST)] for start, end in tags)


def _may_be_unfinished(text: str, start: int, end: int) -> bool:
    while end > start and text[end - 1] in " \t\r\n":
        end -= 1
    return text[end - 1] != ">" or any(text.count(quote, start, end) % 2 for quote in "\"'")


def _is_finished(node: Node) -> bool:
    """Whether no quote is missing, for which browsers would read on to the next one."""
    return not any(attribute.name[:2] in ('="', "='") for attribute in node.attributes)


def _reach(node: Node) -> int:
    """Where the last tag of a node ends; the node, if it holds text alone."""
    if node.end_tag is not None or node.name in _ONLY_TEXT:
        return node.whole.end
    return node.span.end


def _is_dropped(node: Node) -> bool:
    """Whether browsers take no notice of this start tag where it stands, so that its end tag ends something else."""
    above = {ancestor.name for ancestor in node.ancestors() if ancestor.namespace == "html"}
    if node.name in _TABLE_PARTS:
        return not above & {"table", "template"}
    return node.name in _NEVER_INSIDE or (node.name == "form" and "form" in above)


def _around(node: Node, known: dict[int, str]) -> str:
    """The nearest element around a node in which text elements are read otherwise; `known` spares climbing twice."""
    path: list[Node] = []
    above = node.parent
    while above is not None and above.span.start not in known:
        path.append(above)
        above = above.parent
    name = known[above.span.start] if above is not None else ""
    for element in reversed(path):
        if element.namespace != "html" or element.name == "select":
            name = element.name
        known[element.span.start] = name
    return name


def _ends_elsewhere(content: str) -> bool:
    """Whether something inside a `<noscript>` is still open where it ends."""
    for piece in _PIECE.finditer(content):
        if piece["comment"] is None and piece["raw_end"] is None and piece["tag"] is None:
            return True
    return False
