"""See `BoilerplateLine`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from contentlint.address import host_of
from contentlint.document import Document
from contentlint.lazy import lazy
from contentlint.patterns import Words, pattern
from contentlint.rule import Bad, Finding, Fix, Rule, Safety, Severity
from contentlint.rules.editorial.blocks import Block, blocks, prose, unmarked
from contentlint.rules.editorial.credit_labels import LABEL
from contentlint.rules.editorial.removals import block_removal, whole_of
from contentlint.text import Span

_SITE = r"(?:the |our )?(?:\[|<|https?:|[\w-]+\.[a-z]{2,}\b|[A-Z\d])"  # how the name of a site begins
_LINES = (
    r"[（(【]?(?:原标题|原標題)\s*[：:].*",
    r"(?:点击|點擊)(?:此处|这里|下方)?(?:查看|阅读|閱讀)(?:原文|全文|更多)(?!按钮|按鈕)[^，,。]{0,12}",
    r"(?:阅读|閱讀|查看)(?:原文|全文)[>》…\s]*",
    r"返回搜狐(?:，查看更多)?",
    r"[（(]?(?:本文|文章)(?:转自|轉自|转载自|首发于|首發於|原载于)[^。]{0,60}。?[)）]?",
    r"[（(]?(?:本文|文章)(?:来源|來源)(?:\s*[：:]|于?(?:微信)?公众号|于[^，。我一]{2,16}(?:网|报|社|客户端|知乎|简书|CSDN))[^。]{0,60}。?[)）]?",
    r"[（(]?原文(?:链接|地址|出处|网址|連結)\s*[：:]\s*<?https?:.{3,160}",
    r"[（(]?(?:转自|轉自)\s*[：:].{2,40}",
    r"【(?:免责声明|版权声明|特别声明)】.*",
    r"声明\s*[：:]\s*(?:该文|本文)(?:观点)?(?:仅|只)代表作者.*",
    r"[（(]?(?:本文|文章)来自(?:\s*[：:]|\s*(?:微信)?公众号|[^，。我一]{2,16}(?:网|报|社|客户端|知乎|简书|CSDN)).{0,60}",
    r"[（(]?(?:本文|文章)来自\s*(?![^，。]*(?:[我一的了是在国《]|文档|分享|投稿|作者|读者|内部))[^，。]{2,12}(?:，[^。]{0,60})?。?[)）]?",
    r"(?:如需|如若|如要|若要|如)?(?:转载|轉載)[，,、]?\s*(?:请|請|须|須|需)(?:注明|註明).{0,60}",
    r"[（(]?(?:免责声明|版权声明|特别声明)\s*[：:].*",
    rf"Read (?:more|the (?:rest|full|original) .{{0,30}}?) (?:at|on)\s+{_SITE}.{{0,60}}",
    r"Read more: https?://\S+",
    r"(?:Click here to )?(?:[Rr]ead|[Vv]iew) (?:the (?:original|full)|(?:original|full)(?= (?:article|web)))(?: (?:article|post|story|report|text|web ?page))?(?: (?:at|on|in|here|from)\b.{0,40})?[.…»>→\s]*",
    rf"[Cc]ontinue reading(?:(?: at| on) {_SITE}.{{0,40}})?[.…»>→\s]*",
    rf"Originally (?:published|appeared|posted) (?:at|on|in)\s+{_SITE}[^;]{{0,80}}? on [A-Z][a-z]+ \d{{1,2}}, \d{{4}}\.?",
    rf"Originally (?:published|appeared|posted) (?:at|on|in)\s+(?!.*\b(?:by|\d{{4}})\b){_SITE}[^,;]{{0,60}}",
    r"This (?:article|post|story) (?:was )?(?:originally|first) (?:published|appeared|posted) (?:at|on|in|by) (?!.*\b(?:who|then|but)\b).{1,80}",
    r".{1,120} was originally published in .{1,60} on Medium\b.*",
    r"The post (?![a-z]).{1,160} (?:first )?appeared first on .{1,80}",
    r"(?:元記事|記事全文|続き)(?:は(?:こちら|コチラ)|を読む|\s*[：:]\s*https?:).{0,60}",
)
_HINTS = Words(  # each of these lines has one of them
    "原标题", "原標題", "原文", "转自", "轉自", "阅读", "閱讀", "查看", "返回搜狐", "文章", "本文", "转载", "轉載", "声明", "Read ", "read the ",
    "View the ", "view the ", "Click here", "Continue reading", "continue reading", "Originally ", "This article", "This post",
    "This story", "The post ", "on Medium", "元記事", "記事全文", "続き",
)  # fmt: skip
_ITEM = pattern(r"[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]")
_LABELLED = pattern(r"[^：:]{1,12}[：:]")
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
        "原題：The Shining\n",
        "文章来源于生活，又高于生活。\n\nThe post office appeared first on Main Street.\n",
        "Read more on [caching](/docs/caching/) before you go on.\n",
        "Originally published in 1851, the book sold badly.\n",
        "点击查看更多按钮，列表就会展开。\n",
        "- 查看原文\n- 收藏\n- 举报\n",
        "风筝飞上了天。\n\n本文来源：新华社 责任编辑：张玫\n",
        "Continue reading on the train helps.\n\n本文来自真实的故事\n",
        "本文来自一次谈话。那天风很大，我们坐在山坡上，看着孩子们把风筝放上天，聊了很久很久，一直聊到天黑才下山回家，路上还在说风筝的事情，说它为什么能飞。\n",
    )
    bad = (
        Bad("风筝飞上了天。\n\n⟦原文链接：https://example.org/a⟧\n", fixed="风筝飞上了天。\n", unsafe=True),
        Bad("<p>⟦原标题：风筝节开幕⟧</p>\n<p>风筝飞上了天。</p>\n", fixed="<p>风筝飞上了天。</p>\n", unsafe=True),
        Bad("Kites rose.\n\n⟦Read more at [Sky](https://sky.example)⟧\n", fixed="Kites rose.\n", unsafe=True),
        Bad("- ⟦[阅读原文](https://example.org/a)⟧\n\n风筝飞上了天。\n", fixed="风筝飞上了天。\n", unsafe=True),
        Bad("<p>⟦原标题：风筝节⟧<br>风筝飞上了天。</p>\n", fixed="<p>风筝飞上了天。</p>\n", unsafe=True),
        Bad(
            "风筝飞上了天。\n\n⟦（本文来自澎湃新闻，更多原创资讯请下载“澎湃新闻”APP）⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad("凧が舞った。\n\n⟦元記事はこちら⟧\n", fixed="凧が舞った。\n", unsafe=True),
        Bad(
            "Kites.\n\n⟦All rights reserved by Sky.⟧\n",
            fixed="Kites.\n",
            unsafe=True,
            options={"lines": ["All rights .*"]},
        ),
    )

    lines: tuple[str, ...] = _LINES

    def __post_init__(self) -> None:
        self.try_each("lines", re.compile, "regular expression")

    def check(self, document: Document) -> Iterator[Finding]:
        for suspect in self._suspects(document):
            if len(suspect.text) > _LONGEST and len(suspect.text.strip()) > _LONGEST:
                continue
            block = unmarked(document, suspect)
            told = block.text.strip()
            if len(told) > _LONGEST or not self._pattern.fullmatch(told) or LABEL.search(told):
                continue
            span = _trimmed(document, block)
            if _leads_on_here(document, span) or (not _LABELLED.match(told) and _is_one_of_many(document, span)):
                continue
            fix = None
            if not document.has_template(span):
                fix = Fix("Remove the line", (block_removal(document, whole_of(document, span)),), Safety.UNSAFE)
            yield self.finding(
                span, f'"{" ".join(told.split())[:40]}" is a leftover of the site it was copied from', fix
            )

    def _suspects(self, document: Document) -> list[Block]:
        if self.lines != _LINES:
            return blocks(document)
        places = _HINTS.places(document.source.flat, document.body.span.start)
        return prose(document).holding(places) if places else []

    @lazy
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{line})" for line in self.lines) or r"(?!)")


def _trimmed(document: Document, block: Block) -> Span:
    """A block's words with the links they are in."""
    start = block.span.start + len(block.text) - len(block.text.lstrip())
    end = block.span.start + len(block.text.rstrip())
    links = [node.whole for node in document.nodes_in(block.span) if node.kind == "link"]
    touched = [link for link in links if link.start < end and link.end > start]
    return Span(min([start, *(link.start for link in touched)]), max([end, *(link.end for link in touched)]))


def _leads_on_here(document: Document, span: Span) -> bool:
    """Whether a link in these words leads to a page of the same site."""
    links = (node for node in document.nodes_in(span) if node.kind == "link")
    return any(not host_of(node.get("href") or "") for node in links)


def _is_one_of_many(document: Document, span: Span) -> bool:
    """Whether the words are a heading, or an item of a longer list: a menu that the text tells of."""
    flat = document.source.flat
    if any(node.kind == "heading" and node.content.covers(span) for node in document.holding(span.start)):
        return True
    start, end = flat.rfind("\n", 0, span.start) + 1, flat.find("\n", span.end)
    above, below = flat[:start].rstrip("\n").rpartition("\n")[2], flat[end:].lstrip("\n").partition("\n")[0]
    return bool(_ITEM.match(flat, start)) and any(_ITEM.match(line) for line in (above, below if end >= 0 else ""))
