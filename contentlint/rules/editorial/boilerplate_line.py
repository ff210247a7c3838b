"""See `BoilerplateLine`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from contentlint.address import host_of
from contentlint.document import Document
from contentlint.lazy import lazy
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Rule, Safety, Severity
from contentlint.rules.editorial.credit_labels import LABEL
from contentlint.rules.editorial.passages import LIST_ITEM, Passage, passages, prose, unmarked
from contentlint.rules.editorial.removals import block_removal, whole_of
from contentlint.text import Span
from contentlint.words import Words

# what a notice of rights speaks of; any other notice may be news for the reader
_OF_RIGHTS = (
    r"(?=.*(?:本文|此文|该文|文章|转载|版权|著作权|知识产权|观点|作者|侵权|平台|本站|本网|本公众号|稿件|网络|自媒体|上传))"
    r"(?!.*(?:(?<![A-Za-z])CC(?![A-Za-z])|知识共享|创作共用|许可协议"  # a licence lets readers use the text
    r"|(?<=[\s，,。；;：:】])(?:(?!不[可得能允准许要]|[禁勿]|谢绝|未[经获])[^\s，,。；;：:])*?(?:欢迎|可以|可|允许|自由|随意)转载))"
)
_SITE = r"(?:the |our )?(?:\[|<|https?:|[\w-]+\.[a-z]{2,}\b|[A-Z\d])"  # how the name of a site begins
_MEDIUM = "(?:网|报|社|客户端|知乎|简书|CSDN)"  # what the name of one ends with
_ALONE = (  # what would make them the subject of a sentence; "时尚", "后续" and "数据" would not
    "(?!按钮|按鈕|[者也是]|的(?:人|读者|讀者|用户|用戶|网友|網友|朋友|同学|同學|时候|時候|比例|次数|次數|按钮|按鈕|链接|連結)"
    "|(?:后|後|时|時)(?:$|[，,会會可即就弹彈出打进進显顯发發没沒无無提跳请請])"
    "|(?:率|量|数|數)(?:$|[为為是达達超很越不高低太增上下的占]))"
)
_HERE = "(?:こちら|コチラ)(?:の(?:リンク|サイト|ページ|記事|URL))?(?:から|で|へ)?(?:です|どうぞ|読めます|ご覧ください|お読みください)?"
_DAY = r"(?:\d|print\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d)"  # no site
_LINES = (
    r"[（(【]?(?:原标题|原標題)\s*[：:].*",
    rf"(?:点击|點擊)(?:此处|这里|下方)?(?:查看|阅读|閱讀)(?:原文|全文|更多){_ALONE}[^，,。]{{0,12}}",
    r"[↓▼👇\s]*(?:点击|點擊|点|戳|轻触)(?:左下角|下方|文末)?[“「]?\s*(?:阅读|閱讀)(?:原文|全文)\s*[”」]?"
    rf"{_ALONE}[，,]?[^，,。就便即会會]{{0,12}}[。！!↓▼👇\s]*",
    r"(?:阅读|閱讀|查看)(?:原文|全文)[>》…\s]*",
    r"本文由.{0,20}(?:简悦|SimpRead).{0,20}转码\W*原文地址.{1,60}",
    r"返回搜狐(?:，查看更多)?",
    r"预览时标签不可点",
    r"\W*(?:(?:点击|点|戳)?[上下]方|点击|点|戳)[“「]?蓝色?字体?[”」]?[，,\s]*(?:即可|一键)?(?:关注|订阅)[^，,。]{0,12}",
    r"微信扫一扫\s*关注该公众号.{0,20}",
    r"(?:继续|向上)滑动看下一个",
    r"[（(]?(?:本文|文章)(?:转自|轉自|转载自|首发于|首發於|原载于)"
    r"(?!\d|[^，。]{0,12}(?:一[位名个封篇本次]|读者|来信|网友|朋友))[^。]{0,60}。?[)）]?",
    r"[（(]?(?:本文|文章)(?:来源|來源)"
    rf"(?:\s*[：:]|于?(?:微信)?公众号|于[^，。我一]{{2,16}}{_MEDIUM})[^。]{{0,60}}。?[)）]?",
    r"[（(]?原文(?:链接|地址|出处|网址|連結)\s*[：:]\s*<?https?:.{3,160}",
    r"[（(]?(?:转自|轉自|转载自|轉載自)\s*[：:].{2,40}",
    rf"【(?:免责声明|版权声明|特别声明)】{_OF_RIGHTS}.*",
    r"\w{0,4}声明\s*[：:]\s*(?:该文|本文)(?:观点)?(?:仅|只)代表作者.*",
    r"(?:该文|本文|文章)观点仅代表作者(?:本人)?[，,].{0,30}(?:平台|信息存储空间).*",
    r"[^。]{0,24}(?:出于|目的在于|旨在)(?:传递|传播)更多(?:的)?信息.*",
    r"(?:声明\s*[：:]\s*)?(?:[本此]文[系为是])?[^，。我]{2,14}(?:网|报|社|新闻|客户端|周刊|杂志|财经|频道)"
    r"(?:独家|原创)?(?:稿件|文章|作品)?[，,]\s*未经(?:书面)?(?:授权|许可|允许)[，,]?\s*"
    r"(?:不得|禁止|请勿|严禁|谢绝)(?:转载|使用|摘编).{0,20}",
    r"著作权归作者所有。商业转载请联系作者获得授权.{0,30}",
    r"本網站之文字.{0,20}[非未]經授權.{0,60}",
    rf"[（(]?(?:本文|文章)来自(?:\s*[：:]|\s*(?:微信)?公众号|[^，。我一]{{2,16}}{_MEDIUM}).{{0,60}}",
    r"[（(]?(?:本文|文章)来自\s*(?![^，。]*(?:[我一的了是在国《]|文档|分享|投稿|作者|读者|内部))[^，。]{2,12}(?:，[^。]{0,60})?。?[)）]?",
    r"(?:如需|如若|如要|若要|如)?(?:转载|轉載)[，,、]?\s*(?:请|請|须|須|需)(?:注明|註明).{0,60}",
    rf"[（(]?(?:免责声明|版权声明|特别声明)\s*[：:]\s*{_OF_RIGHTS}.*",
    rf"Read (?:more|the (?:rest|full|original) .{{0,30}}?) (?:at|on)\s+{_SITE}.{{0,60}}",
    r"Read more: https?://\S+",
    r"(?:Click here to )?(?:[Rr]ead|[Vv]iew) (?:the (?:original|full)|(?:original|full)(?= (?:article|web)))"
    r"(?: (?:article|post|story|report|text|web ?page))?(?: (?:at|on|in|here|from)\b.{0,40})?[.…»>→\s]*",
    r"Continue reading the main story",
    rf"[Cc]ontinue reading(?:(?: at| on) {_SITE}.{{0,40}})?[.…»>→\s]*",
    rf"Originally (?:published|appeared|posted) (?:at|on|in)\s+{_SITE}[^;]{{0,80}}? on [A-Z][a-z]+ \d{{1,2}}, \d{{4}}\.?",
    rf"Originally (?:published|appeared|posted) (?:at|on|in)\s+(?!.*\b(?:by|\d{{4}})\b){_SITE}[^,;]{{0,60}}",
    r"This (?:article|post|story) (?:was )?(?:originally|first) (?:published|appeared|posted) (?:at|on|in|by) "
    rf"(?!{_DAY})(?!.*(?:\b(?:who|then|but|which|when|where)\b|, (?:and|or|so)\b)).{{1,80}}",
    r"Our Standards:\s+The Thomson Reuters Trust Principles\s*\.?\s*",
    r"(?:Copyright|©|\([Cc]\))(?: ©)? \d{4} .{2,60}All rights reserved\. This material may not be .*",
    r".{1,120} was originally published in .{1,60} on Medium\b.*",
    r"The post (?![a-z]).{1,160} (?:first )?appeared first on .{1,80}",
    r"[\[<〈‹【(]?(?:저작권자\s*)?(?:(?:Copyright\s*)?(?:©|ⓒ|\([Cc]\))|Copyright).{1,40}?(?:무단|금지).*",
    r"무단\s*전재\s*(?:및|[-·,])?\s*(?:재배포)?\s*(?:를\s*)?금지[.\s]*",
    r"[記事写真画像文章・、のや\s]{0,10}無断(?:転載|複製|転用|使用)(?:(?:・|、)(?:転載|複製|転用|使用))*(?:を(?:固く)?禁じます|を禁止します|禁止|禁ず)。?",
    rf"(?:元記事|記事全文|続き)(?:\s*[：:]\s*https?:.{{0,60}}|(?:は{_HERE}"
    rf"|を(?:読む|お読みになる)(?:には{_HERE}|には(?:無料の?)?(?:会員)?(?:登録|ログイン)(?:が必要です|してください))?)"
    r"[。！!＞>»→…\s]*(?:(?:[（(「【\[：:]|https?:).{0,60})?)",
)
_HINTS = Words(  # each of these lines has one of them
    "原标题", "原標題", "原文", "转自", "轉自", "阅读", "閱讀", "查看", "返回搜狐", "文章", "本文", "转载", "轉載", "声明", "Read ", "read the ",
    "View the ", "view the ", "Click here", "Continue reading", "continue reading", "Originally ", "This article", "This post",
    "This story", "The post ", "on Medium", "元記事", "記事全文", "続き", "该文", "更多信息", "更多的信息", "未经", "著作权归", "經授權", "戳阅",
    "Our Standards", "All rights reserved. This", "저작권자", "무단", "無断", "蓝字", "蓝色字", "该公众号", "看下一个", "预览时",
)  # fmt: skip
_LINKED = pattern(r"[（(]?原文(?:链接|地址|出处|网址|連結)\s*[：:].{1,100}")  # where a link is in it
_BACK = "返回搜狐"
_BEHIND = pattern(r"[。！？”）!?]\s*+(返回搜狐(?:[，,]\s*查看更多)?)\s*\Z")
_OF_ORIGINAL = pattern(r"\W*(?:(?:本文|文章)?(?:原文|来源|來源|转自|轉自))")
_OF_TRANSLATION = pattern("译者|譯者|翻译|翻譯|译文|譯文|编译|編譯|原文作者|原作者")
_LABELLED = pattern(r"[^：:]{1,12}[：:]")
_LINE = pattern(r"[^\n]+")
_OF_SOURCE = pattern(r"\s*(?:本文|原文)?(?:作者|来源|來源|出处|链接|连结|連結|地址)\s*[：:].{1,60}")
_ADDRESS = pattern(r"(https?://[!-~]{8})[!-~]+")
_BLANKS = pattern(r"[ \t]{2,}")
_LONGEST, _MOST, _NEAR = 200, 1000, 200  # characters: as the patterns see it, as written, around it


@dataclass(frozen=True)
class BoilerplateLine(Rule):
    """A line that only the site needed from which the article was copied.

    "Original title: …", "Read more at …" and the like tell a reader nothing here, and often lead away.

    The fix is unsafe: it removes the line.
    """

    name = "boilerplate-line"
    severity = Severity.INFO
    recommended = False
    yields_to = ("promo-block",)
    options_help = {"lines": "Regular expressions; a paragraph that one of them matches whole is boilerplate."}
    good = (
        "他把原标题改了三次：一次比一次短。\n",
        "You can read more at the library on Main Street, which is open late.\n\nAnd more.\n",
        "`原标题：风筝`\n",
        "原标题：风筝 ![风筝](/kite.jpg)\n",
        "原題：The Shining\n",
        "文章来源于生活，又高于生活。\n\nThe post office appeared first on Main Street.\n",
        "Read more on [caching](/docs/caching/) before you go on.\n",
        "Originally published in 1851, the book sold badly.\n",
        "点击查看更多按钮，列表就会展开。\n",
        "- 查看原文\n- 收藏\n- 举报\n",
        "风筝飞上了天。\n\n本文来源：新华社 责任编辑：张玫\n",
        "特别声明：本届风筝节因天气取消。\n\n【特别声明】本届风筝节因天气取消，已购票的观众可以退票。\n",
        "版权声明：本文作者张三，采用CC BY 4.0协议。\n\n本文转自一位不愿透露姓名的读者来信，记者核实后发表。\n",
        "This article was first published in 1923, and the author never saw it in print.\n",
        "点击阅读原文按钮，列表就会展开。\n\n本文首发于2015年，后来收入文集。\n\n原文出处：《风筝》\n",
        "版权声明：本文为博主原创文章，欢迎转载，转载请注明作者、原文超链接\n",
        "本文由浅入深讲解视频转码，原文地址见文末\n",
        "标题：风筝\n作者：张三\n原文链接：https://example.org/a\n",
        "本站文章为原创，未经授权不得转载。\n\n무단 전재를 금지하는 법이 통과됐다.\n",
        "> * 原文地址：[Kites](https://kites.example/)\n> * 原文作者：Jane Roe\n> * 译者：张玫\n\n风筝飞上了天。\n",
        "点击蓝字的链接，关注天气的变化。\n",
        "## 原标题：说明\n\n点击阅读原文的读者越来越多。\n",
        "点击阅读原文后跳转到首页\n\n点击查看更多时会弹出广告\n",
        "続きを読む前に、まず凧を上げよう。\n\n続きはこちらの本にある。\n",
        "This article originally appeared in print on May 3.\n\nContinue reading on the train helps.\n\n本文来自真实的故事\n",
        "本文来自一次谈话。那天风很大，我们坐在山坡上，看着孩子们把风筝放上天，聊了很久很久，一直聊到天黑才下山回家，路上还在说风筝的事情，说它为什么能飞。\n",
    )
    bad = (
        Bad("风筝飞上了天。\n\n⟦原文链接：https://example.org/a⟧\n", fixed="风筝飞上了天。\n", unsafe=True),
        Bad(
            "风筝飞上了天。\n\n⟦版权声明：本文为博主原创文章，未经博主允许转载必究。⟧\n\n⟦版权声明：本文不可转载⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad("Kites rose.\n\n_⟦Originally published at https://sky.example.⟧_\n", fixed="Kites rose.\n", unsafe=True),
        Bad("<p>⟦原标题：风筝节开幕⟧</p>\n<p>风筝飞上了天。</p>\n", fixed="<p>风筝飞上了天。</p>\n", unsafe=True),
        Bad("Kites rose.\n\n⟦Read more at [Sky](https://sky.example)⟧\n", fixed="Kites rose.\n", unsafe=True),
        Bad("- ⟦[阅读原文](https://example.org/a)⟧\n\n风筝飞上了天。\n", fixed="风筝飞上了天。\n", unsafe=True),
        Bad("<p>⟦原标题：风筝节⟧<br>风筝飞上了天。</p>\n", fixed="<p>风筝飞上了天。</p>\n", unsafe=True),
        Bad(
            "风筝飞上了天。\n\n⟦（本文来自澎湃新闻，更多原创资讯请下载“澎湃新闻”APP）⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad("风筝飞上了天。\n\n⟦原文链接：[风筝](https://a.example/x)⟧\n", fixed="风筝飞上了天。\n", unsafe=True),
        Bad(
            '<p>风筝飞上了天。⟦<a href="//www.sohu.com/?spm=1">返回搜狐，查看更多</a>⟧</p>\n',
            fixed="<p>风筝飞上了天。</p>\n",
            unsafe=True,
        ),
        Bad("风筝飞上了天。\n\n⟦点击“阅读原文”查看更多⟧\n", fixed="风筝飞上了天。\n", unsafe=True),
        Bad(
            "<p>风筝。</p>\n<p>⟦平台声明：该文观点仅代表作者本人，搜狐仅提供信息存储空间服务。⟧</p>\n",
            fixed="<p>风筝。</p>\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦文章来源：https://mp.weixin.qq.com/s?__biz=MzA3MDY0NTMxOQ==&mid=2247483750&idx=1&sn=8f86e86ff26111⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n作者：张三\n⟦原文链接：https://example.org/a⟧\n来源：简书\n",
            fixed="风筝飞上了天。\n\n作者：张三\n来源：简书\n",
            unsafe=True,
        ),
        Bad(
            "风筝。\n\n⟦本文由 [简悦 SimpRead](http://ksria.com/simpread/) 转码， 原文地址 [a.example](https://a.example/x)⟧\n",
            fixed="风筝。\n",
            unsafe=True,
        ),
        Bad("⟦点击上方“蓝字”关注我们⟧\n\n风筝飞上了天。\n", fixed="风筝飞上了天。\n", unsafe=True),
        Bad("연이 날았다.\n\n⟦[ⓒ 연날리기신문, 무단전재 및 재배포 금지]⟧\n", fixed="연이 날았다.\n", unsafe=True),
        Bad("凧が舞った。\n\n⟦元記事はこちら⟧\n", fixed="凧が舞った。\n", unsafe=True),
        Bad("凧が舞った。\n\n⟦続きはこちらのサイトからどうぞ。⟧\n", fixed="凧が舞った。\n", unsafe=True),
        Bad("风筝飞上了天。\n\n⟦点击查看更多时尚资讯⟧\n", fixed="风筝飞上了天。\n", unsafe=True),
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
            if _BACK in suspect.text and self.lines == _LINES and (end := _end_of(document, suspect)) is not None:
                yield self._told(document, end, end, _BACK)
                continue
            if len(suspect.text) > _MOST and len(suspect.text.strip()) > _MOST:
                continue
            passage = unmarked(document, suspect)
            if self._fits(document, passage):
                yield from self._of(document, passage)
                continue
            for line in self._lines_of(document, passage):
                yield from self._of(document, line)

    def _of(self, document: Document, passage: Passage) -> Iterator[Finding]:
        span, told = _trimmed(document, passage), passage.text.strip()
        if LABEL.search(told) or _shows_a_picture(document, span) or _leads_on_here(document, span):
            return
        if _is_heading(document, span) or (not _LABELLED.match(told) and _is_one_of_many(document, span)):
            return
        if not _OF_ORIGINAL.match(told) or not _is_of_translation(document, span):
            yield self._told(document, span, whole_of(document, span), told)

    def _told(self, document: Document, span: Span, whole: Span, words: str) -> Finding:
        fix = None
        if not document.has_template(span):
            fix = Fix("Remove the line", (block_removal(document, whole),), Safety.UNSAFE)
        words = " ".join(unescape(words).split())[:40]
        message = f'"{words}" is no part of the article: it belongs to the site it came from, or to a template'
        return self.finding(span, message, fix)

    def _fits(self, document: Document, passage: Passage) -> bool:
        told = passage.text.strip()
        if self.lines == _LINES:
            told = _shortened(told)
        if len(told) > _LONGEST:
            return False
        if self._pattern.fullmatch(told):
            return True
        is_linked = self.lines == _LINES and _LINKED.fullmatch(told) is not None
        return is_linked and any(node.kind == "link" for node in document.nodes_in(passage.span))

    def _lines_of(self, document: Document, passage: Passage) -> list[Passage]:
        """The lines that fit, in a paragraph of which each line only says where the text is from and whose it is."""
        if self.lines != _LINES or "\n" not in passage.text.strip():
            return []
        lines = [match.span() for match in _LINE.finditer(passage.text) if match[0].strip()]
        parts = [Passage(passage.place(*line), passage.text[slice(*line)]) for line in lines]
        fitting = [part for part in parts if self._fits(document, part)]
        if all(part in fitting or _OF_SOURCE.fullmatch(_shortened(part.text)) for part in parts):
            return fitting
        return []

    def _suspects(self, document: Document) -> list[Passage]:
        if self.lines != _LINES:
            return passages(document)
        places = _HINTS.places(document, document.body.span.start)
        return prose(document).holding(places) if places else []

    @lazy
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{line})" for line in self.lines) or r"(?!)")


def _shortened(text: str) -> str:
    """A text without the greatest part of its addresses, and of the blanks that stand for links' addresses."""
    if "://" in text:
        text = _ADDRESS.sub(r"\1", text)
    return _BLANKS.sub(" ", text) if "  " in text else text


def _end_of(document: Document, passage: Passage) -> Span | None:
    """The link back to a portal, or its words, where they stand behind the last sentence of a paragraph."""
    words = _BEHIND.search(unmarked(document, passage).text)
    return _touched(document, passage, words.start(1), words.end(1)) if words is not None else None


def _trimmed(document: Document, passage: Passage) -> Span:
    """A passage's words with the links they are in."""
    text = passage.text
    return _touched(document, passage, len(text) - len(text.lstrip()), len(text.rstrip()))


def _touched(document: Document, passage: Passage, first: int, last: int) -> Span:
    """A stretch of a passage's text with the links it is in."""
    start, end = passage.place(first, last)
    links = [node.whole for node in document.nodes_in(passage.span) if node.kind == "link"]
    touched = [link for link in links if link.start < end and link.end > start]
    return Span(min([start, *(link.start for link in touched)]), max([end, *(link.end for link in touched)]))


def _shows_a_picture(document: Document, span: Span) -> bool:
    """Whether a picture, which may be one of the story, stands among these words."""
    return any(node.kind == "image" for node in document.nodes_in(span))


def _leads_on_here(document: Document, span: Span) -> bool:
    """Whether a link in these words leads to a page of the same site."""
    links = (node for node in document.nodes_in(span) if node.kind == "link")
    return any(not host_of(node.get("href") or "") for node in links)


def _is_of_translation(document: Document, span: Span) -> bool:
    """Whether a line that names the original stands beside one that names its translator: a licence may ask for it."""
    flat = document.source.flat
    return _OF_TRANSLATION.search(flat, max(span.start - _NEAR, 0), span.end + _NEAR) is not None


def _is_heading(document: Document, span: Span) -> bool:
    return any(node.kind == "heading" and node.content.covers(span) for node in document.holding(span.start))


def _is_one_of_many(document: Document, span: Span) -> bool:
    """Whether the words are an item of a longer list: a menu that the text tells of."""
    flat = document.source.flat
    start, end = flat.rfind("\n", 0, span.start) + 1, flat.find("\n", span.end)
    above, below = flat[:start].rstrip("\n").rpartition("\n")[2], flat[end:].lstrip("\n").partition("\n")[0]
    return bool(LIST_ITEM.match(flat, start)) and any(
        LIST_ITEM.match(line) for line in (above, below if end >= 0 else "")
    )
