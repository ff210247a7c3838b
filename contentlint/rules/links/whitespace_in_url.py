"""See `WhitespaceInUrl`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.document import Document, once
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety
from contentlint.text import Edit, Span
from contentlint.wording import cut

_ATTRIBUTES = ("href", "src", "poster", "action", "cite")
_BLANKS = pattern(r"[ \t\r\n\f]++")
_NO_ADDRESS = pattern(r"(?i)\s*(?:data|javascript|vbscript|tel|sms|about):")
_SIZE = pattern(r"(?<![ \t])[ \t]++=\d*+x\d*+[ \t]*+\Z")
_SECOND = pattern(r"(?i)\s(?:https?:|//|www\.)")
_SUFFIX = r"\.(?:md|mdx|markdown|html?|pdf|png|jpe?g|gif|svg|webp|avif|docx?|xlsx?|pptx?|csv|zip|mp[34]|txt)"
# what a Markdown address with blanks looks like, as opposed to a remark in brackets
_ADDRESS = pattern(rf"(?i)(?:https?:)?//|mailto:|\.{{0,2}}/|[^ ]*[^ ]/[^ ]|.*{_SUFFIX}(?:[#?].*)?\Z")
_LABEL = pattern(r"\[([^\[\]\n]++)\](?!:)")
_DEFINITION_ABOVE = pattern(r"[ \t>]*+\[[^\[\]\n]++\]:")
_PATH = pattern(r"\.{0,2}/(?!/)")
_FILE = pattern(rf"(?i)\S*{_SUFFIX}(?:[#?]\S*)?")
# what is whole before the last word: part of a sentence, a file's name, another address
_WHOLE = pattern(
    r"(?i).*(?:[,;:]|\.[a-z]\w{0,4})|(?:https?:|www\.).*|see|then|as|by|or|and|is|in|with|returns|edit|siehe|voir"
)
_MOST_WORDS = 4


class WhitespaceInUrl(Rule):
    """An address has spaces in it.

    Markdown then shows it as text instead of a link, and programs cut it off at the space, so that the link breaks
    when it is copied.

    The fix is safe: it writes each space as "%20" and drops those at the ends, as a browser does. Where Markdown has
    shown no link so far the fix is unsafe.
    """

    name = "whitespace-in-url"
    needs = {*map("%s=".__mod__, _ATTRIBUTES), "loose-link"}
    good = (
        "[Kites](a%20kite.md) and [more](<a kite.md>)\n",
        '<a href="https://example.org/a%20kite" title="a kite">凧</a>\n',
        '<img src="data:image/svg+xml,<svg viewBox=\'0 0 1 1\'></svg>" alt="风筝">\n',
        '<a href="{{ site.url }}/kites">Kites</a> <a href="tel:+1 555 0100">call</a>\n',
        "He said [sic] (see the appendix, p. 12) and [more] (a kite.md)\n",
        '`<a href="a kite.html">`\n',
        "Kites [1] and [2].\n\n[1]: /kites, as told\n[2]: see /kites\n\n[3]: /my kites.md\n",
        "Kites.[^1] [note]\n\n[^1]: /my kites.md\n\n[note]: https://example.org/a and https://example.org/b.md\n",
        "As [1] and [2] say. [x]\n\n[1]: Smith 2020, kites.pdf\n[2]: Le Monde, le 3/4/2020, kites.html\n\n[x]: TCP/IP in a.md\n",
        "[a] [b] [c]\n\n[a]: https://example.org/x – Die Seite von Node.js\n[b]: https://example.org/x am 12.10.2020\n[c]: /x v1.10\n",
        "[a] [b] [c]\n\n[a]: /a.html by Ann/Bob\n[b]: /docs see file.md\n[c]: /a {.cls key=a/b}\n",
        "Kites [a].\n[a]: /my kites.md\n\n    [a]: /my kites.md\n",
        "See [note](to be written: mail) and [post](mailto:ann@example.org is hers)\n",
        "See [note](to be written) and [1](Smith et al. 1999)\n",
        Good("<a href={`a ${kite}`}>Kites</a>\n", path="page.mdx"),
    )
    bad = (
        Bad('<a href="⟦a kite.html⟧">Kites</a>\n', fixed='<a href="a%20kite.html">Kites</a>\n'),
        Bad('<a href="⟦ https://example.org/风筝 ⟧">风筝</a>\n', fixed='<a href="https://example.org/风筝">风筝</a>\n'),
        Bad('<a href="⟦/a\nb⟧">凧</a>\n', fixed='<a href="/ab">凧</a>\n'),
        Bad("<img src='⟦凧/\n\t凧 1.png⟧' alt='凧'>\n", fixed="<img src='凧/凧%201.png' alt='凧'>\n", path="page.html"),
        Bad(
            "Read [kites](⟦my kites.md⟧), ![凧](⟦/img/my kite.png⟧).\n",
            fixed="Read [kites](my%20kites.md), ![凧](/img/my%20kite.png).\n",
            unsafe=True,
        ),
        Bad(
            "![凧](⟦img/my kite (1).png⟧) [a](⟦docs/a b.md#part⟧)\n",
            fixed="![凧](img/my%20kite%20(1).png) [a](docs/a%20b.md#part)\n",
            unsafe=True,
        ),
        Bad(
            "[凧](⟦mailto:ann@example.org?subject=A kite⟧)\n",
            fixed="[凧](mailto:ann@example.org?subject=A%20kite)\n",
            unsafe=True,
        ),
        Bad("⟦![凧](/kite.png =100x200)⟧\n", fixed="![凧](/kite.png)\n", unsafe=True),
        Bad(
            'Read [kites][1], [a].\n\n[1]: ⟦/my kites.md⟧\n[A]: ⟦../凧 1.pdf⟧ "凧"\n',
            fixed='Read [kites][1], [a].\n\n[1]: /my%20kites.md\n[A]: ../凧%201.pdf "凧"\n',
            unsafe=True,
        ),
        Bad('<a href="⟦https://example.org/a https://example.org/b⟧">Kites</a>\n'),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for _, attribute in document.attributes(*_ATTRIBUTES):
            span = attribute.value_span
            if span is None or _BLANKS.search(document.text, span.start, span.end) is None:
                continue
            if attribute.value.strip() and not document.has_template(attribute.span):
                yield from self._told(document, span, Safety.SAFE)
        for loose in document.all("loose-link"):
            span = loose.attributes[0].value_span
            if loose.name == "definition" and not _is_meant_to_define(document, loose):
                continue
            size = (
                _SIZE.search(document.text, span.start, span.end)
                if span and document.text[loose.span.start] == "!"
                else None
            )
            if size is not None:
                fix = Fix("Remove the size", (Edit(Span(*size.span()), ""),), Safety.UNSAFE)
                written = document.text[slice(*size.span())].strip()
                told = f'Markdown takes no size here ("{cut(written)}"), so readers see all of this as text: remove it'
                yield self.finding(loose.span, told, fix)
                continue
            if span is not None and not document.has_template(span) and _ADDRESS.match(loose.attributes[0].value):
                yield from self._told(document, span, Safety.UNSAFE)

    def _told(self, document: Document, span: Span, safety: Safety) -> Iterator[Finding]:
        written = span.of(document.text)
        if _BLANKS.search(written) is None or _NO_ADDRESS.match(written):
            return
        edits = tuple(_edits(written, span.start))
        is_dropped = not any(edit.text for edit in edits)
        fix = None
        if not _SECOND.search(written.strip()) and "<" not in written:  # there a quote is missing
            fix = Fix("Remove the white space" if is_dropped else 'Write the spaces as "%20"', edits, safety)
        is_text = safety is Safety.UNSAFE
        more = ", so most Markdown programs show all of this as text" if is_text else ""
        what = "white space that browsers drop" if is_dropped else "spaces"
        advice = "remove it" if is_dropped else 'write them as "%20"'
        yield self.finding(span, f"{what} in this address{more}: {advice}", fix)


def _is_meant_to_define(document: Document, loose: Node) -> bool:
    """Whether this stands where a definition may, holds one path to its end, and the article asks for its label."""
    text, at = document.text, loose.span.start
    line, block = document.source.line_start(at), document.block_at(at)
    if block is None or text[line:at].strip(" \t>") or _as_compared(loose.content.of(text)) not in _labels(document):
        return False
    if block.start < line and not _DEFINITION_ABOVE.match(text, document.source.line_start(line - 1)):
        return False
    words = loose.attributes[0].value.split()
    if len(words) > _MOST_WORDS or not _PATH.match(words[0]) or not _FILE.fullmatch(words[-1]):
        return False
    return not any(map(_PATH.match, words[1:])) and not any(map(_WHOLE.fullmatch, words[:-1]))


@once
def _labels(document: Document) -> frozenset[str]:
    """What the article's links may ask for by a label; notes have labels of their own."""
    labels = (match[1] for match in _LABEL.finditer(document.text, *document.body.span))
    return frozenset(_as_compared(label) for label in labels if not label.startswith("^"))


def _as_compared(label: str) -> str:
    return " ".join(label.split()).casefold()


def _edits(written: str, start: int) -> Iterator[Edit]:
    """Drop blanks at the ends and line ends in the middle, as a browser does; encode the others."""
    for blanks in _BLANKS.finditer(written):
        at_end = blanks.start() == 0 or blanks.end() == len(written)
        kept = "" if at_end else re.sub("[\t\r\n]", "", blanks[0]).replace(" ", "%20").replace("\f", "%0C")
        yield Edit(Span(*blanks.span()).shifted(start), kept)
