"""See `TrackingComment`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from contentlint.document import Document
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Good, Rule, removal

_EDGE = r"(?:start|begins?|end(?:s|ed)?|close|开始|結束|结束|開始|終了)"
# what portals mark: advertising, shares, related links, legal notes, the editor's own code
_SLOT = (
    r"(?:广告|廣告|広告|通栏|画中画|文字链|对联|弹窗|浮层|悬浮|轮播|推广|推荐|分享|评论|相关(?:阅读|新闻|报道|文章|专题)|关键词|标签|面包屑|吸顶|导航|底部|顶部|右侧"
    r"|左侧|声明|总声明|二维码|版权|正文|内容|标题|摘要|来源|责编|编辑|页脚|页头|播放器|投票|点赞|打赏|订阅|热词|微博|微信)"
)
_PATTERNS = (
    r"news_keyword_pub|publish_helper|pageview_candidate|repaste\.|enp(?:content|property)|mediaHtml|biaoqian|adNone|ad_?\d{3,}(?:\s+[\w-]+)?",
    rf"/?\s*{_SLOT}[\w\u3400-\u9fff/|、 -]{{0,16}}{_EDGE}?\s*[:：\d]*",
    rf"{_EDGE}\s*[:：-]?\s*{_SLOT}[\w\u3400-\u9fff ]{{0,12}}",
    r"正文[下上内中]?\s*(?:iframe|画中画|广告|流)|编辑姓名及工作代码|文末.{0,12}|.{0,12}定位标记.{0,6}",
    rf"/?\s*(?:google_ad_section_(?:start|end)[\w()=]*|ads?(?:vert(?:isement|ising)?)?[\s_:-]*(?:slot|unit|zone|container|wrapper|code|block|break|tag|here|{_EDGE})[\w\s/:.-]{{0,30}})",
    rf"{_EDGE}[\s:_-]*(?:of[\s_-]+)?(?:the[\s_-]+)?(?:ads?|advert\w*|banner ad|dfp|adsense|share(?:bar|[\s_-]*(?:bar|buttons?|tools?))|social[\s_-]*share|related[\s_-]*(?:links|posts|articles|stories)|newsletter|promo\w*|tracking|analytics|omniture|comscore|chartbeat|google analytics|tag manager)\b.{{0,40}}",
    rf"(?:share|social|newsletter|related|promo\w*|tracking|analytics|omniture|comscore|chartbeat|google analytics|google tag manager|gtm|dfp|taboola|outbrain|qr ?code)[\w\s()/:.-]{{0,24}}?\s*{_EDGE}",
    r"(?:dfp|adsense|doubleclick|taboola|outbrain|criteo|comscore|omniture|chartbeat|quantcast)\b[\w\s/:.#=-]{0,60}",
    r"(?:cms|article|story|content|doc(?:ument)?|node|page|news|post|asset|object|template)[\s_-]?(?:id|guid|uuid|key)\s*[:=#]\s*[\w./-]+",
    r"(?:page |html )?(?:generated|published|rendered|cached|built|build|exported|crawled|served|created)(?:\s+(?:by|at|on|from|in|time|date|in \d))*\s*[:=]?\s*[^.!?]{0,60}\d{4}[-/.]?\d\d[-/.]?\d\d.{0,40}",
    r"(?:version|build|rev(?:ision)?|node|server|host|cache|render(?:ed)? ?time)\s*[:=#]\s*[\w.:/-]+",
    r"[{\[]\s*(?:\"[^\"]*\"\s*[:,\]]|\{\s*\").*[}\]]",
    r"/?wp:[a-z][\w/-]*(?:\s+\{.*\})?\s*/?",
    r"(?:sina|sohu|ifeng|netease|163|qq|people|xinhua(?:net)?|cctv|toutiao)[\w\s.:_-]{0,30}(?:start|begin|end|ad|slot|code)",
)  # fmt: skip
_MACHINERY = pattern(r"(?is)\s*(?:" + "|".join(_PATTERNS) + r")\s*,?\s*")
_CONTAINS = pattern(r"news_keyword_pub|pageview_candidate|publish_helper|google_ad_section|編輯姓名|编辑姓名及工作代码")
_WORKING = pattern(
    r"(?is)\s*/?(?:more|excerpt|truncate|toc|tableofcontents|read ?more|summary|readmore|markdownlint|prettier|vale|textlint|cspell|spell-?checker|codespell|contentlint"
    r"|eslint|stylelint|htmlhint|html-validate|djlint|lint|alex|remark|mdformat|dprint|rumdl|autocorrect|@format|spdx|copyright|licen[cs]e|include|import|embed|snippet"
    r"|start doctoc|end doctoc|doctoc|all-contributors|auto-?generated|replace-|region|endregion|ko |/ko|\[if|<!\[endif|startfragment|endfragment|todo|fixme|note|xxx"
    r"|body|slide|layout|_class|theme|paginate|pagebreak|newpage|end list|break|nbsp|begin_|end_|tab|card|columns?)\b"
)


@dataclass(frozen=True)
class TrackingComment(Rule):
    """A comment is a leftover of somebody else's publishing machine.

    Portals mark their advertising slots, keywords and building blocks with comments. They came along when the text was
    copied; readers download them, and they tell where the text was taken from.

    The fix is safe: no reader reads a comment. Where it fills its line, the line goes too.
    """

    name = "tracking-comment"
    options_help = {
        "patterns": "Further regular expressions; a comment that one of them fits is found.",
        "keep": "Regular expressions of comments that stay.",
    }
    good = (
        "Kites.\n\n<!-- more -->\n\nHigh.\n",
        "<!-- TOC -->\n\n<!-- markdownlint-disable MD013 -->\n\n<!-- prettier-ignore -->\n\nKites.\n",
        "<!-- Ask Ann whether the article should begin with the pier. -->\n\n<!-- The ad people wanted this shorter. -->\nKites.\n",
        "<!-- 这里的内容还要请作者核对一遍，特别是年份。 -->\n\n风筝\n",
        "```html\n<!-- ad_44124 begin -->\n```\n",
        "<!--[if IE]><p>old</p><![endif]-->\n凧\n",
        "<!-- include: kites.html -->\n\n<!-- SPDX-License-Identifier: MIT -->\n\n<!-- START doctoc generated TOC -->\nKites.\n",
        Good("<!-- ad_44124 begin -->\nKites.\n", options={"keep": ["ad_.*"]}),
    )
    bad = (
        Bad("<p>风筝</p>⟦<!-- news_keyword_pub,stock, -->⟧\n", fixed="<p>风筝</p>\n"),
        Bad("<p>风</p>\n\n⟦<!-- 正文下iframe -->⟧\n\n⟦<!-- 总声明-->⟧\n⟦<!-- 文末二维码 start -->⟧\n\n<p>筝</p>\n", fixed="<p>风</p>\n\n<p>筝</p>\n"),
        Bad("⟦<!-- 编辑姓名及工作代码 -->⟧\n<p>凧</p>\n⟦<!-- 编辑姓名及工作代码-->⟧\n", fixed="<p>凧</p>\n"),
        Bad("Kites.\n\n⟦<!-- ad_44124 begin -->⟧\n⟦<!-- /AD START -->⟧\n\nHigh.\n", fixed="Kites.\n\nHigh.\n"),
        Bad("⟦<!-- wp:paragraph -->⟧\n<p>Kites</p>\n⟦<!-- /wp:paragraph -->⟧\n", fixed="<p>Kites</p>\n"),
        Bad('⟦<!-- {"id": 7, "slot": "top"} -->⟧\n⟦<!-- cms-id: 4711 -->⟧\n⟦<!-- generated 2021-11-07 23:45 by w3 -->⟧\nKites.\n', fixed="Kites.\n"),
        Bad("Kites\n⟦<!-- google_ad_section_start -->⟧\nfly.\n", fixed="Kites\n\nfly.\n"),
        Bad("⟦<!-- house slot 7 -->⟧\nKites.\n", fixed="Kites.\n", options={"patterns": [r"house slot \d+"]}),
    )  # fmt: skip

    patterns: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()

    def check(self, document: Document) -> Iterator[Finding]:
        for comment in document.all("comment"):
            text = document.text[comment.content.start : comment.content.end].strip()
            if comment.name == "unclosed" or not text or not self._is_machinery(text):
                continue
            if document.has_template(comment.span):
                continue
            fix = Fix("Remove the comment", (removal(document, comment.span),))
            yield self.finding(
                comment.span, "a leftover of another site's publishing machine: readers do not need it", fix
            )

    def _is_machinery(self, text: str) -> bool:
        if any(_compiled(pattern).fullmatch(text) for pattern in self.keep):
            return False
        if any(_compiled(pattern).fullmatch(text) for pattern in self.patterns):
            return True
        if len(text) > 4000 or _WORKING.match(text):
            return False
        return _CONTAINS.search(text) is not None or _MACHINERY.fullmatch(text) is not None


@lru_cache(256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
