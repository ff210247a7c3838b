"""See `HtmlBecomesCode`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.components import has_expressions
from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.removals import is_left_open
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety, Severity
from contentlint.setting import is_for_jekyll
from contentlint.spans import Merged
from contentlint.text import Edit, Span

_ENDS_BLOCK = pattern(r"(?i)-->|</(?:script|pre|style|textarea)>")
_BLANKS = pattern(r"[ \t]*+")
_PROGRAM = pattern(r"(?ai)[\x00-\x20]*+(?:(?:java|vb)[\x00-\x20]*+script|data)[\x00-\x20]*+:")
_KEPT_OPEN = frozenset({"pre", "script", "style", "textarea"})  # by Markdown, up to their end tag
_COLOURING = frozenset({"font", "span"})
_MESSAGE = "Markdown shows this indented HTML as code"
_MOST = 3  # blanks before HTML that is still HTML to Markdown


class HtmlBecomesCode(Rule):
    """Indented HTML is published as code.

    To Markdown a block that is indented by four spaces after an empty line is a code sample: readers see the tags
    themselves in the middle of the page.

    The fix is safe: it moves the lines to the left, so that Markdown takes them for the HTML they are. It is unsafe where
    a program would then begin to run. There is none in `<pre>`, where spaces count, and where a tag is never closed.
    """

    name = "html-becomes-code"
    severity = Severity.ERROR
    needs = {"becomes-code"}
    silenced_above = "Directly above the line, not indented"
    good = (
        "Put this into your page:\n\n    <div>kite</div>\n",
        '<div class="note">の中に本文を書きます。最後に\n\n    </div>\n\nと書いて閉じます。\n',
        "<div>\n    <p>风筝</p>\n        <p>飞</p>\n</div>\n",
        "<div>\n\n```html\n    <p>凧</p>\n```\n\n</div>\n",
        "<pre>\n\n    <b>kite</b>\n\n</pre>\n",
        "<div>\n<pre>\n\n    <p>kite</p>\n</pre>\n</div>\n",
        '<pre>凧\n\n    <span class="k">kite</span>\n</pre>\n',
        '<div>\n<pre>\n\n    <a href="/kites">kite</a>\n\n</pre>\n</div>\n',
        "1. Kites\n\n    <p>fly</p>\n",
        '<div>\n\n!!! tip "Kites"\n\n    <p>fly</p>\n\n</div>\n',
        "<p>Kites:\n\n    <p>kite</p>\n",
        "Find <body> in the file. Just before\n\n    </body>\n\nput your kite.\n",
        '<div class="a"> の中に書きます。最後に\n\n    </div>\n\nと書きます。\n',
        "<ul> の中に書きます。最後に\n\n    </ul>\n\nと書きます。\n",
        Good("<div>\n\n    <p>kite</p>\n\n</div>\n", path="page.html"),
        Good("<div>\n\n    <p>kite</p>\n\n</div>\n", profile="jekyll"),
        "{{< rawhtml >}}\n<div>\n\n    <p>风筝</p>\n\n</div>\n{{< /rawhtml >}}\n",
        "{{< raw >}}\n<div>\n\n    <p>凧</p>\n\n</div>\n{{< /raw >}}\n",
        Good("<Note>\n\n    <p>kite</p>\n\n</Note>\n", path="page.mdx"),
        "<Note high={true}>\n\n    <p>凧</p>\n\n</Note>\n",
    )
    bad = (
        Bad(
            "Write <Note high={x}> here.\n\n<Chart data='{}'></Chart>\n<div>\n\n    ⟦<p>kite</p>⟧\n</div>\n",
            fixed="Write <Note high={x}> here.\n\n<Chart data='{}'></Chart>\n<div>\n\n<p>kite</p>\n</div>\n",
        ),
        Bad('<div>\n<pre>凧\n\n    ⟦<span class="k">fly</span>()⟧\n</pre>\n</div>\n'),
        Bad(
            "<div>\n    <style>\n      a {}\n\n      b {}\n    </style>\n        ⟦<p>凧</p>⟧\n</div>\n",
            fixed="<div>\n    <style>\n      a {}\n\n      b {}\n    </style>\n<p>凧</p>\n</div>\n",
        ),
        Bad(
            "<div>\n\n    ⟦<script>kite()</script>⟧\n\n</div>\n",
            fixed="<div>\n\n<script>kite()</script>\n\n</div>\n",
            unsafe=True,
        ),
        Bad(
            "<p align='center'>\n\n    ⟦<b>kite</b>⟧\n\n</p>\n",
            fixed="<p align='center'>\n\n<b>kite</b>\n\n</p>\n",
        ),
        Bad(
            "<div>\n\n    ⟦<p>Kites fly.</p>\n      <p>High.</p>⟧\n\n</div>\n",
            fixed="<div>\n\n<p>Kites fly.</p>\n  <p>High.</p>\n\n</div>\n",
        ),
        Bad(
            "<div>\n\n\t⟦<ul>\n\t\t<li>风筝</li>\n\t</ul>⟧\n</div>\n",
            fixed="<div>\n\n<ul>\n\t<li>风筝</li>\n</ul>\n</div>\n",
        ),
        Bad(
            "<section>\n<p>凧</p>\n\n        ⟦<!-- 凧 -->\n        <pre>\n        揚げ\n        </pre>⟧\n</section>\n",
            fixed="<section>\n<p>凧</p>\n\n<!-- 凧 -->\n<pre>\n        揚げ\n        </pre>\n</section>\n",
        ),
        Bad(
            "<div>\n\n    ⟦<div>\n      <p>Kites</p>\n    </div>\n\n      <p>fly</p>⟧\n</div>\n",
            fixed="<div>\n\n<div>\n  <p>Kites</p>\n</div>\n\n  <p>fly</p>\n</div>\n",
        ),
        Bad(
            "{{% rawhtml %}}\n<div>\n\n    ⟦<p>凧</p>⟧\n\n</div>\n{{% /rawhtml %}}\n",
            fixed="{{% rawhtml %}}\n<div>\n\n<p>凧</p>\n\n</div>\n{{% /rawhtml %}}\n",
        ),
        Bad(
            "<div>\n\n    ⟦<p>Kites</p>  \n    <p>fly</p>⟧\n\n</div>\n",
            fixed="<div>\n\n<p>Kites</p>  \n<p>fly</p>\n\n</div>\n",
        ),
        Bad("<div>\n<p>凧</p>\n\n    ⟦</div>⟧\n\nKites.\n", fixed="<div>\n<p>凧</p>\n\n</div>\n\nKites.\n"),
        Bad(
            "<table>\n<tr><td>凧</td>\n\n    ⟦</tr>\n    <tr><td>揚げ</td></tr>⟧\n</table>\n",
            fixed="<table>\n<tr><td>凧</td>\n\n</tr>\n<tr><td>揚げ</td></tr>\n</table>\n",
        ),
        Bad(
            "<div>\n<p>凧</p>\n\n    ⟦</div>⟧\nKites **fly**.\n",
            fixed="<div>\n<p>凧</p>\n\n</div>\n\nKites **fly**.\n",
        ),
        Bad(
            "> <div>\n> <p>凧</p>\n>\n>     ⟦</div>⟧\n> Kites **fly**.\n",
            fixed="> <div>\n> <p>凧</p>\n>\n> </div>\n>\n> Kites **fly**.\n",
        ),
        Bad("<div>\n\n    ⟦<pre>Kites⟧\nfly\n</pre>\n</div>\n"),
        Bad(
            '<div class="a">Kites fly.\n\n    ⟦</div>⟧\n\n<div>High.</div>\n',
            fixed='<div class="a">Kites fly.\n\n</div>\n\n<div>High.</div>\n',
        ),
        Bad(
            '<div class="note">凧は舞う。\n\n    ⟦</div>⟧\n<br>\n',
            fixed='<div class="note">凧は舞う。\n\n</div>\n<br>\n',
        ),
        Bad('<div>\n\n    ⟦<iframe src="https://kites.example.org/">⟧\n\n凧\n\n</div>\n'),
        Bad("- <div>\n\n  Kites\n\nfly\n\n    ⟦</div>⟧\n"),
        Bad(
            "- <div>\n\n      ⟦<p>Kites</p>⟧\n\n  </div>\n",
            fixed="- <div>\n\n  <p>Kites</p>\n\n  </div>\n",
        ),
        Bad(
            '<div>\n\n=== "凧"\n\n\t揚げ\n\n\t\t⟦<p>凧</p>⟧\n\n</div>\n',
            fixed='<div>\n\n=== "凧"\n\n\t揚げ\n\n\t<p>凧</p>\n\n</div>\n',
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if is_for_jekyll(document.setting.profile, document.source.path):
            return  # kramdown reads an element as HTML up to its end tag
        for block in document.all("becomes-code", samples=True):
            if block.sample and _is_coloured(document, block):
                yield self.finding(
                    _filled(document, block), f"{_MESSAGE}: leave no empty line above it in this element"
                )
        blocks = document.all("becomes-code")
        if not blocks or has_expressions(document):  # MDX knows no indented code
            return
        styles = Merged([style.whole for style in document.tags("style")])
        for block in blocks:
            span = _filled(document, block)
            may_move = _may_move(document, block, span.start) and not _is_left_open(document, block)
            edits = _dedent(document, block, styles) if may_move else ()
            if edits and _has_text_below(document, block):
                edits = () if _goes_on_below(document, block) else (*edits, _empty_line_below(document, block))
            safety = Safety.UNSAFE if _would_run(document, block) else Safety.SAFE
            fix = Fix("Move the lines to the left", edits, safety) if edits else None
            yield self.finding(span, f"{_MESSAGE}: indent it by fewer than four spaces", fix)


def _is_coloured(document: Document, block: Node) -> bool:
    """Whether the tags, in code that is shown, can only be meant to colour it, and to lead away from it: any other may be a sample."""
    nodes = [node for node in document.nodes_in(block.span) if node.markup == "html"]
    names = {node.name for node in nodes}
    if not names <= _COLOURING | {"a"} or names.isdisjoint(_COLOURING):
        return False
    return all(node.attributes or node.kind == "end-tag" for node in nodes)


def _filled(document: Document, block: Node) -> Span:
    """The block without the blanks at its ends."""
    start = block.content.start + len(_blanks(document, block.content.start))
    return Span(start, block.span.start + len(block.span.of(document.text).rstrip()))


def _may_move(document: Document, block: Node, at: int) -> bool:
    """Whether the block begins with no end tag, or with that of an element of its own container: what a list item began
    is to end in it, further to the right."""
    if not document.text.startswith("</", at):
        return True
    around = [block.parent, *block.parent.ancestors()] if block.parent is not None else []
    closed = next((each for each in around if each and each.end_tag and each.end_tag.start == at), None)
    began = document.block_at(closed.span.start) if closed is not None else None
    if began is None or began.kind != "html":
        return False
    kept = document.text[block.span.start : block.content.start]
    line = document.source.line_start(began.start)
    start = line + len(kept)
    lead = _blanks(document, start)  # a list item would begin two columns further to the right
    return document.text.startswith(kept, line) and lead in ("", " ") and document.text[start + len(lead)] == "<"


def _is_left_open(document: Document, block: Node) -> bool:
    """Whether a tag begins in the block whose element, or the tag itself, would as HTML take in what stands below."""
    return any(node.span.end > block.span.end or is_left_open(node) for node in document.nodes_in(block.span))


def _has_text_below(document: Document, block: Node) -> bool:
    """Whether Markdown goes on in the next line of the same container: HTML would draw it in, and no mark would count."""
    text, start = document.text, block.span.end
    kept = text[block.span.start : block.content.start]
    below = text[start : document.source.line_end(start)].rstrip()
    around = document.block_at(start + len(below) - 1) if below.startswith(kept) and below != kept else None
    return around is not None and around.kind not in ("html", "indented")


def _goes_on_below(document: Document, block: Node) -> bool:
    """Whether what no empty line ends begins in the block and would take the text below in."""
    return any(
        node.whole.end > block.span.end
        for node in document.nodes_in(block.span)
        if node.kind == "comment" or node.name in _KEPT_OPEN
    )


def _empty_line_below(document: Document, block: Node) -> Edit:
    start, end = block.span
    kept = document.text[start : block.content.start].rstrip()
    return Edit.at(end, kept + document.source.newline)


def _would_run(document: Document, block: Node) -> bool:
    """Whether a program would begin to run once this is HTML."""
    return any(
        node.name == "script"
        or any(each.name.startswith("on") or _PROGRAM.match(each.value) for each in node.attributes)
        for node in document.nodes_in(block.span)
        if node.markup == "html"
    )


def _blanks(document: Document, at: int) -> str:
    match = _BLANKS.match(document.text, at)
    return match[0] if match else ""


def _dedent(document: Document, block: Node, styles: Merged) -> tuple[Edit, ...]:
    """Each line's indentation as it is to be: its own beyond the least one. Where a block of HTML begins, that must be
    less than four; else it and the lines below it go further to the left."""
    kept = document.text[block.span.start : block.content.start]
    lines: list[tuple[int, str, bool]] = []  # with whether Markdown looks for a new block there
    at, begins = block.span.start, True
    while at < block.span.end:
        line = document.source.line_span(at)
        written = document.text[at : line.end]
        if written.strip() and (not document.in_code(at) or styles.hold(at)):
            if not document.text.startswith(kept, at):
                return ()
            lines.append((at + len(kept), _blanks(document, at + len(kept)), begins))
        begins = not written.strip() or _ENDS_BLOCK.search(written) is not None
        at = line.end
    shared = min((blanks for _, blanks, _ in lines), key=len, default="")
    is_shared = all(blanks.startswith(shared) for _, blanks, _ in lines)
    least = min((len(blanks.expandtabs(4)) for _, blanks, _ in lines), default=0)
    edits, surplus = [], 0
    for start, blanks, begins in lines:
        beyond = len(blanks.expandtabs(4)) - least
        if begins:
            surplus = beyond if beyond > _MOST else 0
        wanted = " " * max(beyond - surplus, 0)
        if not surplus and is_shared:  # tabs stay what they are
            wanted = blanks[len(shared) :]
        if wanted != blanks:
            edits.append(Edit(Span(start, start + len(blanks)), wanted))
    return tuple(edits)
