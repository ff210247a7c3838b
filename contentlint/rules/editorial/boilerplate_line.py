"""See `BoilerplateLine`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from contentlint.document import Document
from contentlint.patterns import Words
from contentlint.rule import Bad, Finding, Fix, Rule, Safety, Severity
from contentlint.rules.editorial.blocks import Block, block_removal, blocks, prose
from contentlint.text import Span

_LINES = (
    r"[（(【]?原标题\s*[：:].*",
    r"[（(【]?原題\s*[：:].*",
    r"(?:点击|點擊)(?:此处|这里|下方)?(?:查看|阅读|閱讀)(?:原文|全文|更多).{0,20}",
    r"(?:阅读|閱讀|查看)(?:原文|全文)[>》\s]*",
    r"[（(]?(?:本文|文章)(?:来自|来源|來源|转自|轉自|转载自|首发于|首發於|原载于).{0,60}",
    r"(?:转载|轉載)(?:请|請)(?:注明|註明).{0,40}",
    r"[（(]?(?:免责声明|版权声明|特别声明)\s*[：:].*",
    r"Read (?:more|the (?:rest|full|original) .{0,30}) (?:at|on) .{1,60}",
    r"(?:Click here to )?(?:[Rr]ead|[Vv]iew) the original(?: article| post)?.{0,40}",
    r"(?:This (?:article|post|story) (?:was )?)?[Oo]riginally (?:published|appeared|posted) (?:at|on|in) .{1,80}",
    r"The post .{1,160} (?:first )?appeared first on .{1,80}",
    r"(?:元記事|記事全文|続き)(?:は(?:こちら|コチラ)|を読む).{0,20}",
)
_HINTS = Words(  # each of these lines has one of them
    "原标题", "原題", "点击", "點擊", "阅读", "閱讀", "查看", "本文", "文章", "转载", "轉載", "声明", "Read ", "riginal", "The post ", "元記事",
    "記事全文", "続き",
)  # fmt: skip
_LONGEST = 200


@dataclass(frozen=True)
class BoilerplateLine(Rule):
    """A line that only the site needed from which the article was copied.

    "Original title: …", "Read more at …" and the like tell a reader nothing here, and often lead away.

    The fix is unsafe: it removes the line.
    """

    name = "boilerplate-line"
    severity = Severity.INFO
    recommended = False
    options_help = {"lines": "Regular expressions; a paragraph that one of them matches whole is boilerplate."}
    good = (
        "他把原标题改了三次：一次比一次短。\n",
        "You can read more at the library on Main Street, which is open late.\n\nAnd more.\n",
        "`原标题：风筝`\n",
        "本文来自一次谈话。那天风很大，我们坐在山坡上，看着孩子们把风筝放上天，聊了很久很久，一直聊到天黑才下山回家，路上还在说风筝的事情，说它为什么能飞。\n",
    )
    bad = (
        Bad("<p>⟦原标题：风筝节开幕⟧</p>\n<p>风筝飞上了天。</p>\n", fixed="<p>风筝飞上了天。</p>\n", unsafe=True),
        Bad("Kites rose.\n\n⟦Read more at [Sky](https://sky.example)⟧\n", fixed="Kites rose.\n", unsafe=True),
        Bad("凧が舞った。\n\n⟦元記事はこちら⟧\n", fixed="凧が舞った。\n", unsafe=True),
        Bad(
            "Kites.\n\n⟦All rights reserved by Sky.⟧\n",
            fixed="Kites.\n",
            unsafe=True,
            options={"lines": ["All rights .*"]},
        ),
    )

    lines: tuple[str, ...] = _LINES

    def check(self, document: Document) -> Iterator[Finding]:
        for block in self._suspects(document):
            told = block.text.strip()
            if len(told) <= _LONGEST and self._pattern.fullmatch(told):
                span = _trimmed(document, block)
                fix = None
                if not document.has_template(span):
                    fix = Fix("Remove the line", (block_removal(document, _whole(document, span)),), Safety.UNSAFE)
                yield self.finding(
                    span, f'"{" ".join(told.split())[:40]}" is a leftover of the site it was copied from', fix
                )

    def _suspects(self, document: Document) -> list[Block]:
        if self.lines != _LINES:
            return blocks(document)
        places = _HINTS.places(document.source.flat, document.body.span.start)
        return prose(document).holding(places) if places else []

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{line})" for line in self.lines) or r"(?!)")


def _trimmed(document: Document, block: Block) -> Span:
    start = block.span.start + len(block.text) - len(block.text.lstrip())
    end = block.span.start + len(block.text.rstrip())
    following = next((node for node in document.nodes_in(Span(start, end)) if node.whole.end > end), None)
    return Span(start, following.whole.end if following is not None and following.markup == "markdown" else end)


def _whole(document: Document, span: Span) -> Span:
    """The paragraph element whose all the line is, or the line itself."""
    for node in document.tags("p", "div", "li"):
        if node.content.covers(span) and node.end_tag is not None:
            around = document.text[node.content.start : span.start], document.text[span.end : node.content.end]
            if not any(part.strip(" \t\r\n\u3000") for part in around):
                return node.whole
    return span
