"""See `IdeographicIndent`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from contentlint.document import Document, once
from contentlint.elements import BLOCKS
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Rule, Safety, Severity
from contentlint.text import Edit, Span
from contentlint.words import Words

_BLANKS, _REFERENCES = Words("\u3000"), Words("3000;", "&#12288;")
_BLANK = r"(?:\u3000|&#12288;|&#[xX]3000;)"
_ONE_BLANK = pattern(_BLANK)
_INDENT = pattern(rf"[ \t\n]*+({_BLANK}(?:(?:[ \t\u00a0]|&nbsp;)*+{_BLANK})*+)(?=[^\s<&]|&(?!nbsp;|#)|\Z)")
_LINE_INDENT = pattern(rf"\n[ \t>]*+({_BLANK}(?:[ \t]*+{_BLANK})*+)(?=[^\s<&]|&(?!nbsp;|#))")
_TAG = pattern(r"<([A-Za-z]++)[^<>]*+>")
_PARAGRAPHS = frozenset({"p", "br", "div", "section", "article", "blockquote", "td", "dd", "center"})
_INLINE = frozenset({"strong", "b", "em", "i", "font", "span", "a", "u"})  # may stand between the tag and the text
_OPENED = rf"<(?:{'|'.join(sorted(_INLINE))})(?:[ \t\n][^<>]*+)?>{_BLANK}*+"
_FARTHEST = 2_000  # characters
_MOST_TAGS = 8
_DEEPEST = 2  # blanks before a paragraph
_LINE_END = pattern(r"(?i)<br\b[^<>]*+>|\n")
_LEAD = pattern(rf"(?:[ \t>\u00a0]|&nbsp;|</?[A-Za-z][^<>]*+>|{_BLANK})*+")
_TARGET = r"(?:\((?:[^()\n]++|\([^()\n]*+\))*+\)|\[[^\[\]\n]*+\])"
_NO_WORDS = pattern(  # a picture, a template, a comment or a rule
    rf"(?:!\[[^\[\]\n]*+\]{_TARGET}(?:\]{_TARGET})?+|\{{[{{%][^{{}}\n]*+\}}|<!--(?:(?!-->)[^<\n])*+-->|[\W_])*+\Z"
)
_BETWEEN_PARAGRAPHS = pattern(
    rf"(?i)<br\b[^<>]*+>\s*+(?=<br\b)|\n[ \t>]*+(?=\n)|</?(?:{'|'.join(sorted(BLOCKS))})(?![\w:-])[^<>]*+>"
)
_SHOWN = pattern(  # behind the blanks
    rf"(?i)(?:{_OPENED}){{1,{_MOST_TAGS}}}+[^\s<&]|(?:{_OPENED}){{0,{_MOST_TAGS}}}+(?:<img\b|`)"
)
# what may begin a block at a line's start; emphasis, code, links and pictures begin none
_MARKDOWN = pattern(
    r"[#>+\-=~|:\\{<$?/%]|(?:im|ex)port\b|\*\[|([*_])(?!\1?[^\s*_])|```|\[(?![^\[\]\n]++\]\()|!(?!\[[^\[\]\n]*+\]\()|\d{1,9}[.)]"
)


class IdeographicIndent(Rule):
    """Paragraphs are indented with ideographic spaces.

    A space typed into the text (U+3000, 全角空格) is copied, searched and read aloud with it; the indentation of
    paragraphs belongs to the site's theme (`text-indent: 2em`).

    The fix is safe: it removes the spaces at the beginning of paragraphs, nowhere else. It is unsafe where there are more
    than two, and where lines of one paragraph, not the first alone, have some more than others: so verse is laid out.
    """

    name = "ideographic-indent"
    severity = Severity.INFO
    recommended = False
    good = (
        "风筝　飞得高。\n",
        "```\n　　风筝\n```\n",
        "<pre>　　凧</pre>\n",
        "# 一　风筝\n\n<h2>第二章　飞</h2>\n",
        "<p>　　</p>\n",
        "| 一 | 二 |\n| -- | -- |\n|　三 | 四 |\n",
    )
    bad = (
        Bad("<p>⟦　　⟧风筝飞得高。</p>\n", fixed="<p>风筝飞得高。</p>\n"),
        Bad("⟦　　⟧风筝飞得高。\n\n⟦　⟧「凧」を揚げる。\n", fixed="风筝飞得高。\n\n「凧」を揚げる。\n"),
        Bad(
            "<p>一<br>\n⟦　　⟧二<br/>⟦&#12288;&#x3000;⟧Kites</p>\n", fixed="<p>一<br>\n二<br/>Kites</p>\n", unsafe=True
        ),
        Bad("风筝。  \n⟦　　⟧高。\n", fixed="风筝。  \n高。\n", unsafe=True),
        Bad("⟦　　⟧风筝飞得\n高。\n", fixed="风筝飞得\n高。\n"),
        Bad("⟦　　⟧一。\n![凧](a.png)\n{{< kite >}}\n⟦　　⟧二。\n", fixed="一。\n![凧](a.png)\n{{< kite >}}\n二。\n"),
        Bad(
            "⟦　　⟧一。\n<!-- 凧 -->\n[![凧](a_(1).png)][a]\n⟦　　⟧二。\n",
            fixed="一。\n<!-- 凧 -->\n[![凧](a_(1).png)][a]\n二。\n",
        ),
        Bad("白\n⟦　　⟧黄\n欲\n⟦　　⟧更\n", fixed="白\n黄\n欲\n更\n", unsafe=True),
        Bad(
            "<div>⟦　　⟧风<br><br>⟦　　⟧筝<br />\n<br>⟦　⟧飞</div>\n",
            fixed="<div>风<br><br>筝<br />\n<br>飞</div>\n",
        ),
        Bad("<p><strong>⟦　　⟧风筝</strong>　飞</p>\n", fixed="<p><strong>风筝</strong>　飞</p>\n", path="page.html"),
        Bad("> ⟦　　⟧风筝\n> ⟦　　⟧飞\n>> ⟦　　⟧高\n", fixed="> 风筝\n> 飞\n>> 高\n"),
        Bad("⟦　　⟧# 风筝\n\n⟦　　⟧1. 凧\n"),
        Bad("⟦　　⟧*[HTML]: 超文本\n\n⟦　　⟧$$\n\n⟦　　⟧import 凧\n"),
        Bad("⟦　　⟧1999年，风筝飞得高。\n", fixed="1999年，风筝飞得高。\n"),
        Bad("<p>⟦　　⟧<strong>新华社电</strong>风筝</p>\n", fixed="<p><strong>新华社电</strong>风筝</p>\n"),
        Bad("<P>⟦　⟧<STRONG>⟦　⟧风筝</STRONG></P>\n", fixed="<P><STRONG>风筝</STRONG></P>\n"),
        Bad('<p>⟦　　⟧<img src="a.png" alt="凧">凧</p>\n', fixed='<p><img src="a.png" alt="凧">凧</p>\n'),
        Bad(
            "古池や\n⟦　　⟧蛙飛びこむ\n⟦　　　　⟧水の音\n",
            fixed="古池や\n蛙飛びこむ\n水の音\n",
            unsafe=True,
        ),
        Bad(
            "<div><p>古池や<br>⟦　⟧<b>蛙</b><br>⟦　&#12288;⟧水の音</p></div>\n",
            fixed="<div><p>古池や<br><b>蛙</b><br>水の音</p></div>\n",
            path="page.html",
            unsafe=True,
        ),
        Bad("⟦　　　⟧三月\n", fixed="三月\n", unsafe=True),
        Bad("<div>\n<p>⟦　　⟧风</p>\n<p>⟦　⟧筝</p>\n</div>\n", fixed="<div>\n<p>风</p>\n<p>筝</p>\n</div>\n"),
        Bad("⟦　　⟧`kite`风筝\n\n⟦　　⟧**风**筝\n", fixed="`kite`风筝\n\n**风**筝\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        has_references = _REFERENCES.are_in(document)
        if not has_references and not _BLANKS.are_in(document):
            return
        known: dict[Span, bool] = {}
        for span in self._indents(document, has_references=has_references):
            paragraph = _paragraph(document, span.start)
            if paragraph not in known:
                known[paragraph] = _is_laid_out(document, paragraph)
            yield self._told(document, span, is_layout=known[paragraph])

    def _indents(self, document: Document, *, has_references: bool) -> Iterator[Span]:
        text = document.source.flat
        for prose in document.prose:
            if not has_references and text.find("\u3000", prose.start, prose.end) < 0:
                continue
            first = _INDENT.match(text, prose.start, prose.end)
            if first is not None and first.end() == prose.end and not _SHOWN.match(text, prose.end):
                continue
            if first is not None and _begins_paragraph(document, prose.start, first.start(1)):
                yield Span(*first.span(1))
            for match in _LINE_INDENT.finditer(text, prose.start if first is None else first.end(), prose.end):
                yield Span(*match.span(1))

    def _told(self, document: Document, span: Span, *, is_layout: bool) -> Finding:
        line_start = document.source.line_start(span.start)
        at_line_start = not document.source.flat[max(line_start, span.start - _FARTHEST) : span.start].strip(" \t>")
        fix = None
        if not (at_line_start and document.language != "html" and _MARKDOWN.match(document.text, span.end)):
            fix = Fix("Remove the spaces", (Edit(span, ""),), Safety.UNSAFE if is_layout else Safety.SAFE)
        return self.finding(
            span, "a paragraph indented with ideographic spaces (U+3000): leave indentation to the site's theme", fix
        )


def _paragraph(document: Document, at: int) -> Span:
    """What stands around an offset up to the next empty line, double break or tag of a block, in one block of Markdown."""
    ends = _ends_of_paragraphs(document)
    following = bisect_right(ends, at)
    block = document.block_at(at) or document.body.span
    return Span(max(ends[following - 1], block.start), min(ends[following], block.end))


@once
def _ends_of_paragraphs(document: Document) -> list[int]:
    start, end = document.body.span
    return [start, *(found.end() for found in _BETWEEN_PARAGRAPHS.finditer(document.source.flat, start, end)), end + 1]


def _is_laid_out(document: Document, paragraph: Span) -> bool:
    """Whether its lines of words begin with more blanks than a paragraph's, or some below the first with more than others."""
    lines = _LINE_END.split(paragraph.of(document.source.flat))
    leads = [
        lead for line in lines if (lead := _LEAD.match(line)) is not None and not _NO_WORDS.match(line, lead.end())
    ]
    depths = [sum(1 for _ in _ONE_BLANK.finditer(lead[0])) for lead in leads]
    return max(depths, default=0) > _DEEPEST or (any(depths[1:]) and len(set(depths)) > 1)


def _begins_paragraph(document: Document, start: int, at: int) -> bool:
    """Whether the text that starts here begins a paragraph: after a line's start, a block's tag or a line break."""
    if document.in_code(at):
        return False
    line_start = document.source.line_start(at)
    before = document.source.flat[max(line_start, start - _FARTHEST) : start].rstrip()
    for _ in range(_MOST_TAGS):
        if not before.strip(" \t>"):
            return True
        tag = _TAG.match(before, before.rfind("<") if before.endswith(">") else len(before))
        if tag is None or tag[1].lower() not in _INLINE:
            return tag is not None and tag[1].lower() in _PARAGRAPHS
        before = before[: tag.start()].rstrip()
    return False
