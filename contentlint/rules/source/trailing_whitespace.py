"""See `TrailingWhitespace`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document
from contentlint.elements import MARKDOWN_BLOCKS, TEXT_BLOCKS
from contentlint.entries import has_twins
from contentlint.lazy import lazy
from contentlint.nodes import NOTHING
from contentlint.patterns import LINE_END, pattern
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Severity
from contentlint.samples import in_sample
from contentlint.text import BOM, Edit, Span

_NOT_BLANK = pattern(r"[ \t]*+(?=[^\r\n])")
_GOES_ON = pattern(r"[ \t]*+(?!`{3})[<`=]|(?: {4}|\t)[ \t]*+(?![-+*\d])")
_TAG = pattern(r"</?+([A-Za-z][A-Za-z0-9]*+)[^<>]*+>")
_FIRST_TAG = pattern(r" {0,3}</?([A-Za-z][A-Za-z0-9]*+)(?=[\s/>])")
_SCALARS = ("literal", "folded", "single", "double")  # which may have several lines
_HARD_BREAK = "  "
_ENDS_OF_SIGNS = frozenset("-*+.)")
_SIGN_ALONE = pattern(r"[ \t>]*+(?:[-*+]|\d{1,9}[.)])\Z")
_BLOCKS = TEXT_BLOCKS | {"hr"}
_AT_LINE_END = "white space at the end of the line: remove it"
_TOLD = {
    "white space": _AT_LINE_END,
    "empty line": "an empty line at the end of the file: remove it",
    "empty lines": "empty lines at the end of the file: remove them",
}


class TrailingWhitespace(Rule):
    """White space stands at the end of a line, or empty lines at the end of the file.

    Nobody sees them, yet they show up as changes when versions are compared, and two of them can become a line break
    by accident.

    The fix is safe: it removes them. Two spaces that break a line in Markdown stay, and so does white space in code and
    behind the sign of an empty list item, which is none for kramdown (Jekyll) without it.
    """

    name = "trailing-whitespace"
    severity = Severity.INFO
    good = (
        "First line,  \nsecond line.\n",
        "```\ncode  \n\t\n```\n",
        "<pre>\n凧  \n  \n</pre>\n",
        "    code  \n    more\n",
        "---\ntext: |\n  One  \n  two.  \nmore: >-\n  三  \n\n  四  \nquoted: 'a \n  b'\n---\n\n風\n",
        "[code]\nfly()  \n[/code]\n\n[cce_js]\nfly() \n[/cce_js]\n",
        "<code>\nfly() \n\nland() \n</code>\n\nA <code>kite \nflies</code>.\n",
        "{% highlight text %}\ncode \n{% endhighlight %}\n",
        "> 一  \n> 二\n",
        "风筝\u3000\n飞\u00a0\n",
        "- 风筝\n- \n- Wind\n\n> 1. 凧\n> 2. \n",
        "- Kites\n- ",
        "> 一  \n=== 二\n\n<b>三  \n</b>\n",
        "<div>\n>\n>  \n> 凧\n\n</div>\n",
        "Kites   \n[fly](https://example.org)  \n`high`\n",
        Good("export const a = `x \ny`\n\n凧\n", path="page.mdx"),
        '<p data-poem="one \ntwo">凧</p>\n',
        "<s title='{% raw %}a{% endraw %} \nb'>x</s>\n",
        "",
    )
    bad = (
        Bad("Kites⟦ ⟧\nfly.⟦  ⟧\n\nHigh.\n", fixed="Kites\nfly.\n\nHigh.\n"),
        Bad("# 风筝⟦  ⟧\n一。\n⟦  ⟧\n二。⟦\t⟧\n", fixed="# 风筝\n一。\n\n二。\n"),
        Bad(
            "---\ntitle: Kites⟦ ⟧\n# note⟦ ⟧\ntags:⟦ ⟧\n  - a⟦  ⟧\n---⟦ ⟧\n\n凧\n",
            fixed="---\ntitle: Kites\n# note\ntags:\n  - a\n---\n\n凧\n",
        ),
        Bad("一⟦ ⟧\r\n二⟦   ⟧\r\n\r\n三\r\n⟦\r\n \r\n⟧", fixed="一\r\n二\r\n\r\n三\r\n"),
        Bad("Kites fly.\n⟦\n\n⟧", fixed="Kites fly.\n"),
        Bad("Kites fly.⟦  \n\n⟧", fixed="Kites fly.\n"),
        Bad("- one⟦  ⟧\n- two⟦ ⟧", fixed="- one\n- two"),
        Bad("<p>凧⟦  ⟧\n揚げ</p>⟦ ⟧\n<br>\n", fixed="<p>凧\n揚げ</p>\n<br>\n", path="page.html"),
        Bad("```\ncode  \n```\n⟦\n\n⟧", fixed="```\ncode  \n```\n"),
        Bad("<div>⟦   ⟧\n<p>凧</p>⟦  ⟧\n</div>\n", fixed="<div>\n<p>凧</p>\n</div>\n"),
        Bad(
            "| 凧 | b |⟦  ⟧\n| --- | --- |⟦  ⟧\n| 1 | 2 |⟦  ⟧\n| 3 | 4 |⟦  ⟧\n\nRun:⟦  ⟧\n```\nx\n```\n",
            fixed="| 凧 | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n\nRun:\n```\nx\n```\n",
        ),
        Bad("{{< kites >}}⟦  ⟧\n<div>凧</div>\n", fixed="{{< kites >}}\n<div>凧</div>\n"),
        Bad("A [code]⟦ ⟧\nin <code>a</code>⟦ ⟧\nwords [/x]\n", fixed="A [code]\nin <code>a</code>\nwords [/x]\n"),
        Bad("Read `this`⟦ ⟧\n{{ that }}⟦ ⟧\n", fixed="Read `this`\n{{ that }}\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        kept = _Kept(document)
        tail = len(text.rstrip(" \t\r\n"))
        yield from self._lines(document, kept, tail)
        if kept.belongs_to_sign(tail):
            tail = len(text) - len(text[tail:].lstrip(" \t"))
        if tail < len(text):
            yield from self._end(document, tail)

    def _lines(self, document: Document, kept: _Kept, tail: int) -> Iterator[Finding]:
        for span in _blanks(document.text, tail):
            if (
                in_sample(document, span.start)
                or kept.is_break(span)
                or kept.belongs_to_sign(span.start)
                or kept.holds(span.start)
            ):
                continue
            yield self.finding(span, _AT_LINE_END, Fix("Remove the white space", (Edit(span, ""),)))

    def _end(self, document: Document, tail: int) -> Iterator[Finding]:
        text = document.text
        first = LINE_END.search(text, tail)
        if first is None:
            span, kept, what = Span(tail, len(text)), "", "white space"
        elif first.end() == len(text):
            span, kept, what = Span(tail, first.start()), "", "white space"
        else:
            span, kept, what = Span(tail, len(text)), first[0], "empty lines"
            if first.start() == tail or document.in_code(tail):
                span, kept = Span(first.end(), len(text)), ""
            rows = LINE_END.split(text[first.end() :])
            if len(rows) == 2 and not rows[1]:  # the empty line, and what stands behind its end
                what = "empty line"
        front_matter = document.front_matter
        unread = front_matter is not None and not front_matter.readable and tail < front_matter.span.end
        if span.start == span.end or unread or document.in_code(span.start) or not text.removeprefix(BOM).strip():
            return
        yield self.finding(span, _TOLD[what], Fix(f"Remove the {what}", (Edit(span, kept),)))


def _blanks(text: str, tail: int) -> list[Span]:
    """The blanks at line ends before `tail`: found from the line ends, since most blanks stand between words."""
    found = []
    marks = [blank + end for blank in " \t" for end in "\n\r" if blank in text and end in text]
    for mark in marks:
        end = text.find(mark, 0, tail) + 1
        while end:
            start = end
            while start and text[start - 1] in " \t":
                start -= 1
            found.append(Span(start, end))
            end = text.find(mark, end, tail) + 1
    return sorted(found)


class _Kept:
    """Where blanks at the end of a line mean something."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def is_break(self, blanks: Span) -> bool:
        """Whether Markdown makes a line break of these blanks (and of a backslash, once they were gone)."""
        document, text = self.document, self.document.text
        if document.language == "html" or blanks.start < document.body.span.start:
            return False
        if text[blanks.start - 1 : blanks.start] == "\\":
            return True
        if not text.startswith(_HARD_BREAK, blanks.end - 2) or blanks.end - blanks.start < 2:
            return False
        # no break after the tag of a block
        if text[blanks.start - 1] == ">" and _ends_block(text, blanks.start):
            return False
        line_end = LINE_END.match(text, blanks.end)
        following = line_end.end() if line_end else len(text)
        begun = _NOT_BLANK.match(text, following)
        if begun is None or not text[blanks.start - 1 : blanks.start].strip():
            return False
        paragraph = next(document.texts_in(Span(blanks.start, begun.end() + 1)), NOTHING)
        if paragraph.start > blanks.start or paragraph.end < following:
            return False
        if document.language == "markdown" and paragraph.end == following and _begins_block(text, following):
            return False
        if "|" in text[document.source.line_start(blanks.start) : blanks.start] and document.is_in_table(blanks.start):
            return False
        # a code span, a tag, and "===" below a quote go on with the paragraph, and so does an indented line
        return paragraph.end > following or bool(_GOES_ON.match(text, following))

    def belongs_to_sign(self, at: int) -> bool:
        """Whether the sign of a list item stands alone before blanks here."""
        document, text = self.document, self.document.text
        if document.language == "html" or text[at - 1 : at] not in _ENDS_OF_SIGNS or at < document.body.span.start:
            return False
        return _SIGN_ALONE.match(text, document.source.line_start(at), at) is not None

    def holds(self, at: int) -> bool:
        """Whether blanks here belong to a value: of a key in the front matter, of an attribute, or to what a
        conditional comment hides."""
        if at < self.document.body.span.start:
            return any(span.start <= at < span.end for span in self._front_matter_values)
        node = self.document.around(at)
        if node is None:
            return False
        if node.kind == "comment":
            return self.document.text.startswith("[if", node.content.start)
        values = (attribute.value_span for attribute in node.attributes)
        return any(value is not None and value.start <= at < value.end for value in values)

    @lazy
    def _front_matter_values(self) -> list[Span]:
        return list(_front_matter_values(self.document))


def _ends_block(text: str, at: int) -> bool:
    """Whether the tag of a block ends here."""
    tag = _TAG.fullmatch(text, max(text.rfind("<", 0, at), 0), at)
    return tag is not None and tag[1].lower() in _BLOCKS


def _begins_block(text: str, at: int) -> bool:
    """Whether a tag stands at the start of this line that ends the paragraph above."""
    tag = _FIRST_TAG.match(text, at)
    return tag is not None and tag[1].lower() in MARKDOWN_BLOCKS


def _front_matter_values(document: Document) -> Iterator[Span]:
    """Values of several lines in the front matter, or all of it where the values' places are not known."""
    front_matter, text = document.front_matter, document.source.flat
    if front_matter is None:
        return
    content = front_matter.content.of(text)
    if not front_matter.readable or has_twins(document) or "<<:" in content:
        yield front_matter.span
        return
    for field in [field for field in front_matter.fields.values() if field.style in _SCALARS]:
        if field.style in ("literal", "folded"):
            rest = text[field.value.end : front_matter.content.end]
            yield Span(field.value.start, field.value.end + len(rest) - len(rest.lstrip()))
        elif "\n" in field.value.of(text):
            yield field.value
