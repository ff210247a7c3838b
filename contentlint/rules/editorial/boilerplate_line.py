"""See `BoilerplateLine`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from contentlint.address import host_of
from contentlint.chinese import in_either_script
from contentlint.document import Document
from contentlint.lazy import lazy
from contentlint.patterns import chinese_pattern, pattern
from contentlint.rule import Bad, Finding, Fix, Rule, Safety, Severity
from contentlint.rules.editorial.credit_labels import LABEL
from contentlint.rules.editorial.leftovers import HINTS, LINES, LINKED, LINKED_TWICE, only_names_source, shortened
from contentlint.rules.editorial.passages import LIST_ITEM, SOMETHING, Passage, passages, prose, unmarked
from contentlint.rules.editorial.removals import block_removal, whole_of
from contentlint.text import Span, line_end
from contentlint.wording import cut

_BACK = "返回搜狐"
_BEHIND = pattern(r"[。！？”）!?]\s*+(返回搜狐(?:[，,]\s*查看更多)?)\s*\Z")
_OF_ORIGINAL = chinese_pattern(r"\W*(?:(?:本文|文章)?(?:原文|来源|转自))")
_OF_TRANSLATION = chinese_pattern("译者|翻译|译文|编译|原文作者|原作者")
_LABELLED = pattern(r"[^：:]{1,12}[：:]")
_LINE = pattern(r"(?m)^[ \t>]*+([^\n]+)")  # without the marks of a quote
_LONGEST, _MOST, _NEAR = 200, 1000, 200  # characters: as the patterns see it, as written, around it


@dataclass(frozen=True)
class BoilerplateLine(Rule):
    """A line belongs to the site the article was copied from.

    "Original title: …", "Read more at …" and the like tell a reader nothing here, and often lead away.

    The fix is unsafe: it removes the line, which you may owe to the source.
    """

    name = "boilerplate-line"
    severity = Severity.INFO
    recommended = False
    yields_to = ("promo-block",)
    proofs = {"lines": (re.compile, "regular expression")}
    options_help = {
        "lines": "Regular expressions; a paragraph that one of them matches whole is boilerplate. A list of yours replaces the default."
    }
    good = (
        "他把原标题改了三次：一次比一次短。\n",
        "You can read more at the library on Main Street, which is open late.\n\nAnd more.\n",
        "`原标题：风筝`\n",
        "这篇文章收录于合集《风筝》。\n\n喜欢此内容的人还喜欢风筝。\n\n长按识别二维码查看原文的方法\n",
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
        "免责声明：本文不能代替医生的诊断，身体不适请及时就医。\n\n免責聲明：本文僅供參考，不構成投資建議。\n",
        "免责声明：由于传播或利用此文所提供的信息而造成的损失，作者概不承担。\n\n【免责声明】本文技术仅供学习交流。\n",
        "特别声明：本公司从未授权任何个人代表本公司卖风筝。\n\n【特别声明】竹材来源可追溯，请放心使用。\n\n特別聲明：落箏來源尚未查明。\n",
        "免責聲明：本人持有文中提及之風箏，立場可能不中立。\n\n免責聲明：本文僅代表個人立場，放風箏有風險。\n",
        "免責聲明：本文來自風箏網，不能取代醫師的診斷。\n\n版權聲明：本站內容採用姓名標示-非商業性創用授權條款。\n",
        "本文來自風箏大學，研究團隊花了三年。\n\n風箏節旨在傳播更多信息。\n\n本文轉載自先父日記\n",
        "风筝飞上了天。\n___发表于_\n又落下来。\n",
        "风筝节的发布会旨在传递更多信息，让更多人来放风筝。\n\n本文轉載自先父家書\n\n本文来自风筝团队\n",
        "特別聲明：本社平台遭人冒名，不代表本社立場，請勿受騙。\n\n免責聲明：影片內容來自監視器，已徵得作者同意播出。\n",
        "免责声明：本文由医疗专家撰写，仅代表个人观点。\n\n版权声明：本文按授权条款发布。\n",
        "本文は凧の話。声明：本文の写真は自由に転載できます。\n",
        "This article was first published in 1923, and the author never saw it in print.\n",
        "点击阅读原文按钮，列表就会展开。\n\n本文首发于2015年，后来收入文集。\n\n原文出处：《风筝》\n",
        "版权声明：本文为博主原创文章，欢迎转载，转载请注明作者、原文超链接\n",
        "本文由浅入深讲解视频转码，原文地址见文末\n",
        "标题：风筝\n作者：张三\n原文链接：https://example.org/a\n",
        "本站文章为原创，未经授权不得转载。\n\n무단 전재를 금지하는 법이 통과됐다.\n",
        "> * 原文地址：[Kites](https://kites.example/)\n> * 原文作者：Jane Roe\n> * 译者：张玫\n\n风筝飞上了天。\n",
        "开源软件版权声明：本文所有内容受著作权法保护，采用 CC BY 4.0 许可，未经署名不得转载。\n",
        "我的版权声明：本文所有内容受著作权法保护，转载请注明作者。\n\n本博客版权声明：本文所有内容受著作权法保护，谢绝转载。\n",
        "点击蓝字的链接，关注天气的变化。\n\n点击上方“收件箱”，选择“星标”邮件。\n\n点击上方“Star”，设为星标。\n",
        "转自我的公众号，如有侵权请告知删除\n\n转载自网络的图片，平台若有侵权投诉会删除。\n\n转自风筝网，如有侵权即删，点评：\n",
        "本文来自风筝联盟，版权归作者所有。文章内容仅代表作者独立观点。三月里测量了十二只风筝。\n",
        "本文来自记者李明，版权归作者所有。文章内容仅代表作者本人，感谢王芳提供图片。\n",
        "轻点两下取消赞，按钮就变灰。\n\n打开微信扫一扫使用小程序，就能看到风筝。\n\n이 글은 무단 전재 및 재배포 금지\n",
        "原文链接：https://example.org/a\n---\n风筝飞上了天。\n\n> 本文转自风筝网\n> ===\n> 风筝飞上了天。\n",
        "L'articolo di Anna proviene da [Napoli](/n).\n\nDer Beitrag [Wind](/b) erschien zuerst auf [Papier](/p), dann im Netz.\n",
        "Originally published in Sky on May 3, 1951 at 3 pounds a copy, it sold badly.\n",
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
        Bad("Kites rose.\n\n⟦view full article⟧\n", fixed="Kites rose.\n", unsafe=True),
        Bad(
            "风筝飞上了天。\n\n⟦点击上方“风筝”，选择“置顶公众号”⟧\n\n⟦在公众号小说读本章⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad("Kites rose.\n\n⟦Read more at [Sky](https://sky.example)⟧\n", fixed="Kites rose.\n", unsafe=True),
        Bad(
            "Kites rose.\n\n⟦[I Flew My First 5 Kites in a Storm — Then I Stopped Doing These 7 Very Stupid Things](https://sky.example/i) was originally published in [Windward](https://sky.example) on Medium, where people are continuing the conversation by highlighting and responding to this story.⟧\n",
            fixed="Kites rose.\n",
            unsafe=True,
        ),
        Bad(
            "Kites rose.\n\n*⟦Originally published on [Sky](https://sky.example/a) on January 6, 2026 at 02:16:05 GMT⟧*\n",
            fixed="Kites rose.\n",
            unsafe=True,
        ),
        Bad(
            "Volant.\n\n⟦L’article [Vent](https://a.example/v) est apparu en premier sur [Ciel](https://a.example).⟧\n",
            fixed="Volant.\n",
            unsafe=True,
        ),
        Bad(
            "<p>Cometas.</p>\n<p>⟦La entrada <a href='https://a.example/v'>Viento</a> se publicó primero en <a href='https://a.example'>Cielo</a>.⟧</p>\n",
            fixed="<p>Cometas.</p>\n",
            unsafe=True,
        ),
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
        Bad("> ⟦本文来自公众号风筝，请勿转载！⟧\n>\n>\n风筝飞上了天。\n", fixed="风筝飞上了天。\n", unsafe=True),
        Bad("⟦点击上方“风筝”，选择“星标”公众号⟧\n\n风筝飞上了天。\n", fixed="风筝飞上了天。\n", unsafe=True),
        Bad("风筝。\n\n⟦转自风筝，仅用于学术分享，如有侵权留言删除⟧\n", fixed="风筝。\n", unsafe=True),
        Bad(
            "风筝。\n\n⟦声明：本文来自风筝联盟，版权归作者所有。文章内容仅代表作者独立观点，不代表本站立场。⟧\n",
            fixed="风筝。\n",
            unsafe=True,
        ),
        Bad("风筝。\n\n___⟦发表于⟧_\n\n凧。\n", fixed="风筝。\n\n凧。\n", unsafe=True),
        Bad(
            "風箏。\n\n⟦原文鏈接：https://example.org/a⟧\n\n⟦原文網址：https://example.org/a⟧\n\n⟦本文轉載自風箏網⟧\n",
            fixed="風箏。\n",
            unsafe=True,
        ),
        Bad(
            "風箏。\n\n⟦免責聲明：本文來自風箏網，不代表本站立場。⟧\n\n⟦預覽時標籤不可點⟧\n\n⟦收錄於合集⟧\n",
            fixed="風箏。\n",
            unsafe=True,
        ),
        Bad(
            "风筝。\n\n⟦风筝网发布此信息的目的在于传播更多信息，与本站立场无关。⟧\n\n⟦以上信息来源于网络，旨在传递更多信息，并不代表本站观点。⟧\n\n⟦此信息出于传递更多信息之目的，不意味着赞同其观点。⟧\n",
            fixed="风筝。\n",
            unsafe=True,
        ),
        Bad(
            "风筝。\n\n⟦免责声明：本文转载自风筝财经，不代表本站立场，投资有风险。⟧\n\n⟦免责声明：本文由“医疗风筝”自媒体上传。⟧\n",
            fixed="风筝。\n",
            unsafe=True,
        ),
        Bad(
            "风筝。\n\n⟦版权声明：本文为原创用户作品，不得转载。⟧\n\n⟦版权声明：未经授权条款约定，禁止转载本文。⟧\n",
            fixed="风筝。\n",
            unsafe=True,
        ),
        Bad(
            "风筝。\n\n⟦本文转自《风筝日记》公众号⟧\n\n⟦本文首发于风筝家书平台⟧\n\n⟦本文来自风筝研究局⟧\n",
            fixed="风筝。\n",
            unsafe=True,
        ),
        Bad("⟦点击上方“蓝字”关注我们⟧\n\n风筝飞上了天。\n", fixed="风筝飞上了天。\n", unsafe=True),
        Bad("연이 날았다.\n\n⟦[ⓒ 연날리기신문, 무단전재 및 재배포 금지]⟧\n", fixed="연이 날았다.\n", unsafe=True),
        Bad(
            "연이 날았다.\n\n⟦[연날리기신문(kite.example), 무단전재 및 재배포 금지]⟧\n",
            fixed="연이 날았다.\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦微信扫一扫\n使用小程序⟧\n\n⟦在看\n，轻点两下取消在看⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n> 来源：风筝公众号\n> ⟦原文链接：https://kites.example/a⟧\n> 公众号：风筝\n",
            fixed="风筝飞上了天。\n\n> 来源：风筝公众号\n> 公众号：风筝\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n作者：张三\\\n⟦原文链接：https://example.org/a⟧\\\n来源：简书\n",
            fixed="风筝飞上了天。\n\n作者：张三\\\n来源：简书\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n作者：张三\\\n⟦原文链接：https://example.org/a⟧\n",
            fixed="风筝飞上了天。\n\n作者：张三\n",
            unsafe=True,
        ),
        Bad(
            "- 作者：张三\\\n  ⟦原文链接：https://example.org/a⟧\n- 来源：简书\n",
            fixed="- 作者：张三\n- 来源：简书\n",
            unsafe=True,
        ),
        Bad("作者：张三\\\n⟦原文链接：https://example.org/a⟧\\\n", fixed="作者：张三\n", unsafe=True),
        Bad(
            "1. 作者：张三\\\n   ⟦原文链接：https://example.org/a⟧\n2. 来源：简书\n",
            fixed="1. 作者：张三\n2. 来源：简书\n",
            unsafe=True,
        ),
        Bad(
            "作者：张三\\\n⟦原文链接：https://example.org/a⟧\n***\n",
            fixed="作者：张三\n***\n",
            unsafe=True,
        ),
        Bad(
            "> 作者：张三\n>\n> ⟦原文链接：https://example.org/a⟧\n>\n> 风筝飞上了天。\n",
            fixed="> 作者：张三\n>\n> 风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "⟦在小说阅读器读本章⟧\n\n_⟦发表于⟧_\n\n⟦收录于合集⟧\n\n风筝飞上了天。\n\n**⟦长按识别二维码查看原文⟧**\n\n⟦喜欢此内容的人还喜欢⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦© 2020年德国之声版权声明：本文所有内容受到著作权法保护，如无德国之声特别授权，不得擅自使用。⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
        Bad(
            "风筝飞上了天。\n\n⟦风筝网版权声明：本文所有内容受著作权法保护，谢绝转载。⟧\n",
            fixed="风筝飞上了天。\n",
            unsafe=True,
        ),
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

    lines: tuple[str, ...] = LINES

    def check(self, document: Document) -> Iterator[Finding]:
        for suspect in self._suspects(document):
            if _BACK in suspect.text and self.lines == LINES and (end := _end_of(document, suspect)) is not None:
                yield self._told(document, end, end, _BACK)
                continue
            if len(suspect.text.strip()) > _MOST:
                continue
            passage = unmarked(document, suspect)
            for line in [passage] if self._fits(document, passage) else self._lines_of(document, passage):
                yield from self._of(document, line)

    def _of(self, document: Document, passage: Passage) -> Iterator[Finding]:
        span, told = _with_links(document, passage, passage.filled), passage.text.strip()
        if LABEL.search(told) or _shows_a_picture(document, span) or _leads_on_here(document, span):
            return
        if _is_heading(document, span) or (not _LABELLED.match(told) and _is_one_of_many(document, span)):
            return
        if not _OF_ORIGINAL.match(told) or not _is_of_translation(document, span):
            yield self._told(document, span, whole_of(document, span), _as_written(document, passage))

    def _told(self, document: Document, span: Span, whole: Span, words: str) -> Finding:
        fix = None
        if not document.has_template(span):
            fix = Fix("Remove the line", (block_removal(document, whole),), Safety.UNSAFE)
        message = f'"{cut(unescape(words))}" belongs to the site it came from, or to a template: remove it'
        return self.finding(span, message, fix)

    def _fits(self, document: Document, passage: Passage) -> bool:
        told = passage.text.strip()
        if self.lines == LINES:
            told = shortened(told)
        if len(told) > _LONGEST:
            return False
        if self._pattern.fullmatch(told):
            return True
        if self.lines != LINES:
            return False
        least = 1 if LINKED.fullmatch(told) else 2 if LINKED_TWICE.fullmatch(told) else 0
        return least > 0 and least <= sum(node.kind == "link" for node in document.nodes_in(passage.span))

    def _lines_of(self, document: Document, passage: Passage) -> list[Passage]:
        """The lines that fit, in a paragraph of which each line only says where the text is from and whose it is."""
        if self.lines != LINES or "\n" not in passage.text.strip():
            return []
        lines = [
            Passage(passage.place(*line.span(1)), line[1]) for line in _LINE.finditer(passage.text) if line[1].strip()
        ]
        fitting = [line for line in lines if self._fits(document, line)]
        return fitting if all(line in fitting or only_names_source(line.text) for line in lines) else []

    def _suspects(self, document: Document) -> list[Passage]:
        if self.lines != LINES:
            return passages(document)
        places = HINTS.places(document, document.body.span.start)
        return prose(document).holding(places) if places else []

    @lazy
    def _pattern(self) -> re.Pattern[str]:
        joined = "|".join(f"(?:{line})" for line in self.lines) or r"(?!)"
        return re.compile(in_either_script(joined) if self.lines == LINES else joined)


def _end_of(document: Document, passage: Passage) -> Span | None:
    """The link back to a portal, or its words, where they stand behind the last sentence of a paragraph."""
    words = _BEHIND.search(unmarked(document, passage).text)
    return _with_links(document, passage, passage.place(*words.span(1))) if words is not None else None


def _as_written(document: Document, passage: Passage) -> str:
    """A passage's words, with the code and the templates among them as the writer wrote them."""
    if SOMETHING not in passage.text:
        return passage.text.strip()
    written = passage.span.of(document.text)
    return "".join(own if own != SOMETHING else char for own, char in zip(passage.text, written, strict=True)).strip()


def _with_links(document: Document, passage: Passage, words: Span) -> Span:
    """A stretch of a passage with the links it is in."""
    links = [node.whole for node in document.nodes_in(passage.span) if node.kind == "link"]
    parts = [words, *(link for link in links if link.start < words.end and link.end > words.start)]
    return Span(min(part.start for part in parts), max(part.end for part in parts))


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
    start, end = document.source.line_start(span.start), line_end(flat, span.end)
    beside = flat[:start].rstrip().rpartition("\n")[2], flat[end:].lstrip().partition("\n")[0]
    return LIST_ITEM.match(flat, start) is not None and any(map(LIST_ITEM.match, beside))
