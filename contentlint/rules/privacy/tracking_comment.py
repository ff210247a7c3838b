"""See `TrackingComment`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from contentlint.document import Document, once
from contentlint.elements import MARKDOWN_BLOCKS
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.removals import with_wrappers
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety
from contentlint.rules.privacy.machinery import is_left_over, may_be_filled, ties_to_template
from contentlint.text import Span, line_end

_COMMENT = pattern(r"(?s)<!--(?:(?!<!--|-->).)*+-->")  # "<!--" alone hides a script from old browsers
# what Markdown takes for more than text: pairs of marks around words, escapes, and what begins a block
_MARKS = pattern(
    r"\*(?=[^\s*])[^*]*+\*|(?<!\w)_++(?=[^\s_])[^_]*+_++(?!\w)|`[^`]++`|~~(?=[^\s~])[^~]++~~|\[[^\[\]]*+\][(\[]"
    r"|\\[!-/:-@\[-`{-~]|\A\s*(?:[-+*#>]|\d+[.)])\s"
)
_SIGNS = pattern(r"[*_`\[\]\\|~]")  # of which nobody knows here whether they would be marks
# whose text is not Markdown's
_BLOCKS = MARKDOWN_BLOCKS | {"pre", "script", "style", "textarea"}
_FIRST = pattern(r"[ \t]*+(?:(?P<no_tag><[!?])|</?(?P<tag>[A-Za-z][A-Za-z0-9]*+))")


@lru_cache(256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@dataclass(frozen=True)
class TrackingComment(Rule):
    """A comment is a leftover of somebody else's publishing system.

    Portals mark their advertising slots, keywords and building blocks with comments. They came along when the text was
    copied; readers download them, and they tell where the text was taken from.

    The fix is safe: no reader reads a comment. Where it fills its line, the line goes too. It is unsafe where the comment
    parts a list from what would go on with it, where it is a mark of one word, such as `adsense`, at which a program of
    the site's own may write, and where it begins a line of Markdown, whose marks readers see until it is gone.
    """

    name = "tracking-comment"
    needs = {"comment"}
    proofs = dict.fromkeys(("patterns", "keep"), (_compiled, "regular expression"))
    options_help = {
        "patterns": "Regular expressions; comments that match are reported too.",
        "keep": "Regular expressions; comments that match stay.",
    }
    good = (
        Good(
            '<html><!-- InstanceBegin template="/kites.dwt" --><!-- #BeginEditable "body" -->凧<!-- InstanceEnd --></html>\n',
            path="kites.html",
        ),
        "<!-- commit: 3f2a1b9 -->\n<!-- server: nginx/1.18.0 -->\n<!-- 二维码（作者的） -->\n凧\n",
        "Kites.\n\n<!-- more -->\n\nHigh.\n",
        "<!-- TOC -->\n\n<!-- markdownlint-disable MD013 -->\n\n<!-- prettier-ignore -->\n\nKites.\n",
        "<!-- Ask Ann whether the article should begin with the pier. -->\n\n<!-- The ad people wanted this shorter. -->\nKites.\n",
        "<!-- Advertising in the 1920s -->\n<!-- number of ads -->\n<!-- Mobile ads: the story -->\n<!-- Nielsen -->\nKites.\n",
        "<!-- 这里的内容还要请作者核对一遍，特别是年份。 -->\n\n风筝\n",
        "<!-- 标题待定 -->\n\n<!-- 来源待核实，责任编辑：张三 -->\n\n<!-- 正文 -->\n风筝\n",
        "<!-- 사진 하단 -->\n<!-- 콘텐츠 상단 -->\n<!-- 제목 하단 시작 -->\n<!-- 관련기사 삽입 -->\n<!-- 광고 중단 -->\n<!-- 콘텐츠 광고 -->\n연\n",
        "<!-- 9783161484100 -->\n<!-- 202103041230 -->\nKites.\n",
        "<!-- Chart kites start -->\n<!-- intro_start -->\n<!-- updated 2021-03-04 by Ann -->\n<!-- see AD 79 -->\nKites.\n",
        "<!-- LiveInternet closed its counter in 2020 -->\nKites.\n",
        "<!-- 17/09 Ann: begin here -->\n<!-- 统计 17/09 张三核对 begin -->\nKites.\n",
        "<!-- Google Analytics is explained below -->\n<!-- Google Tag Manager vs. Matomo -->\n<!-- start tracking section -->\n<!-- related section end -->\n<!-- counter start -->\nKites.\n",
        '<!-- livebook:{"persist_outputs":true} -->\n<!-- {"layout": "wide"} -->\n<!-- {"grid": 3, "id": "intro"} -->\nKites.\n',
        "```html\n<!-- ad_44124 begin -->\n```\n",
        "<!--startprint-->\n<script>print(html.indexOf('<!--startprint-->'))</script>\n",
        "<!--startprint-->\n<script><!--\nprint(html.indexOf('<!--startprint-->'))\n//--></script>\n",
        "<!--startprint-->\n<button onclick=\"print('<!--startprint-->')\">凧</button>\n<!-- function: kite(x) parse end of line -->\n",
        "<!-- 上部分 -->\n<!-- 第一部分开始 -->\n<!-- RTE reported this -->\n凧\n",
        "<!--[if IE]><p>old</p><![endif]-->\n凧\n",
        "<!-- include: kites.html -->\n\n<!-- SPDX-License-Identifier: MIT -->\n\n<!-- START doctoc generated TOC -->\nKites.\n",
        Good("<!-- ad_44124 begin -->\nKites.\n", options={"keep": ["ad_.*"]}),
    )
    bad = (
        Bad("<p>风</p>\n⟦<!--/article_adlist-->⟧\n⟦<!-- 广告位 300x250 -->⟧\n⟦<!-- E 通发广告 -->⟧\n<p>筝</p>\n", fixed="<p>风</p>\n<p>筝</p>\n"),
        Bad(
            '---\nlayout: post\n---\n<body>⟦<!-- InstanceBeginEditable name="body" -->⟧凧</body>\n',
            fixed="---\nlayout: post\n---\n<body>凧</body>\n",
            path="kites.html",
        ),
        Bad("凧\n\n⟦<!-- 总声明 -->⟧\n\n<p>⟦<!-- 広告 -->⟧</p>\n", fixed="凧\n"),
        Bad("风筝⟦<!-- 百度分享 -->⟧  \n飞\n", fixed="风筝  \n飞\n"),
        Bad("<p>风筝</p>⟦<!-- news_keyword_pub,stock, -->⟧\n", fixed="<p>风筝</p>\n"),
        Bad("<p>风</p>\n\n⟦<!-- 正文下iframe -->⟧\n\n⟦<!-- 总声明-->⟧\n⟦<!-- 文末二维码 start -->⟧\n\n<p>筝</p>\n", fixed="<p>风</p>\n\n<p>筝</p>\n"),
        Bad("⟦<!-- 编辑姓名及工作代码 -->⟧\n<p>凧</p>\n⟦<!-- 编辑姓名及工作代码-->⟧\n", fixed="<p>凧</p>\n"),
        Bad("Kites.\n\n⟦<!-- ad_44124 begin -->⟧\n⟦<!-- /AD START -->⟧\n\nHigh.\n", fixed="Kites.\n\nHigh.\n"),
        Bad("⟦<!-- Rating@Mail.ru counter -->⟧\n⟦<!--/LiveInternet-->⟧\n凧⟦<!-- //Rating@Mail.ru counter -->⟧\n", fixed="凧\n"),
        Bad("⟦<!-- 非定向300*250按钮  17/09  wenjing  begin -->⟧\n⟦<!-- 顶通广告 -->⟧\n凧\n", fixed="凧\n"),
        Bad("凧⟦<!--article_adlist[<p>来源：湖北日报</p>]article_adlist-->⟧\n", fixed="凧\n"),
        Bad("⟦<!-- StartAd -->⟧\n⟦<!-- In Article Ad 1 -->⟧\n⟦<!-- endad -->⟧\n⟦<!-- End of ad -->⟧\nKites.\n", fixed="Kites.\n"),
        Bad("⟦<!-- wp:paragraph -->⟧\n<p>Kites</p>\n⟦<!-- /wp:paragraph -->⟧\n", fixed="<p>Kites</p>\n"),
        Bad("⟦<!--startprint-->⟧\n⟦<!--RTE-->⟧\n<p>凧</p>\n⟦<!--/RTE-->⟧\n⟦<!--endprint-->⟧\n", fixed="<p>凧</p>\n"),
        Bad("⟦<!--mark ( top ) parse begin-->⟧\n⟦<!--function: content() parse end  0ms cost! -->⟧\n凧\n", fixed="凧\n"),
        Bad("<p>凧</p>\n⟦<!--一键分享 图片大小-->⟧⟦<!--一键分享-->⟧\n⟦<!--底部部分开始-->⟧⟦<!--底部部分结束-->⟧\n", fixed="<p>凧</p>\n"),
        Bad('⟦<!-- {"id": 7, "slot": "top"} -->⟧\n⟦<!-- cms-id: 4711 -->⟧\n⟦<!-- generated 2021-11-07 23:45 by w3 -->⟧\nKites.\n', fixed="Kites.\n"),
        Bad("- 风\n⟦<!-- 广告 -->⟧\n- 筝\n", fixed="- 风\n- 筝\n", unsafe=True),
        Bad('⟦<!-- {"articleId": "x7", "time": 1} -->⟧\n⟦<!-- data: {"ts": 1616383838} -->⟧\n⟦<!-- social buttons start -->⟧\nKites.\n', fixed="Kites.\n"),
        Bad("- 風\n\n⟦<!-- 広告 -->⟧\n\n  凧\n", fixed="- 風\n\n  凧\n", unsafe=True),
        Bad("-\n  ⟦<!-- 広告 -->⟧\n  凧\n", fixed="-\n  凧\n"),
        Bad("- ⟦<!-- 広告 -->⟧\n\n  凧\n"),
        Bad("⟦<!-- promo-start -->⟧\n⟦<!-- tracking-pixel-start -->⟧\nKites.\n⟦<!-- related:end -->⟧\n", fixed="Kites.\n", unsafe=True),
        Bad("Kites.\n\n⟦<!--adsense-->⟧\n\nHigh.\n", fixed="Kites.\n\nHigh.\n", unsafe=True),
        Bad("⟦<!-- [1,2] published at 2021-04-21 15:10:23 -->⟧\n⟦<!-- 正文 begin -->⟧\n凧\n⟦<!-- 関連記事 ここから -->⟧\n", fixed="凧\n"),
        Bad("⟦<!-- End Google Tag Manager (noscript) -->⟧\nKites.\n", fixed="Kites.\n"),
        Bad("⟦<!-- sponsor block start -->⟧\n⟦<!-- sponsored content begin -->⟧\nKites.\n⟦<!-- related posts start -->⟧\n", fixed="Kites.\n"),
        Bad("⟦<!-- build: web-20210304 -->⟧\n⟦<!--kg-card-begin: html-->⟧\nKites.⟦<!--374da728a4ddd7b02c94fc9d3ab56178-->⟧\n", fixed="Kites.\n"),
        Bad("凧⟦<!--1381852800000-->⟧\n\n<p>舞う。⟦<!-- Below is The Conversation's page counter tag. Please DO NOT REMOVE. -->⟧</p>\n", fixed="凧\n\n<p>舞う。</p>\n"),
        Bad("Kites\n⟦<!-- google_ad_section_start -->⟧\nfly.\n", fixed="Kites\n\nfly.\n"),
        Bad("<p>⟦<!-- SE-TEXT { -->⟧연⟦<!-- } SE-TEXT -->⟧</p>\n⟦<!-- 본문 상단 광고 -->⟧\n⟦<!-- 콘텐츠 내 광고 -->⟧\n", fixed="<p>연</p>\n"),
        Bad("⟦<!-- SE_DOC_HEADER_START -->⟧\n⟦<!-- Rabbit HTML -->⟧\n연\n⟦<!-- SE_DOC_HEADER_END -->⟧\n", fixed="연\n"),
        Bad("⟦<!-- Rakuten Widget FROM HERE -->⟧凧⟦<!-- MoshimoAffiliateEasyLink END -->⟧\n", fixed="凧\n"),
        Bad("**凧。**⟦<!-- 広告 -->⟧\n\n凧⟦<!-- 広告 -->⟧**揚げ**、*凧*⟦<!-- 広告 -->⟧揚げ\n", fixed="**凧。**\n\n凧**揚げ**、*凧*揚げ\n"),
        Bad("**凧：**⟦<!-- 広告 -->⟧風 *凧*⟦<!-- 広告 -->⟧*風*\n\n__凧__⟦<!-- 広告 -->⟧風\n"),
        Bad("<p>**凧：**⟦<!-- 広告 -->⟧風 *⟦<!-- 広告 -->⟧凧</p>\n", fixed="<p>**凧：**風 *凧</p>\n"),
        Bad("⟦<!--kg-card-begin: html-->⟧[凧](/a)\n", fixed="[凧](/a)\n", unsafe=True),
        Bad('⟦<!--kg-card-begin: html-->⟧<a href="/x">snake_case</a> ~5 *\n', fixed='<a href="/x">snake_case</a> ~5 *\n', unsafe=True),
        Bad('⟦<!--kg-card-begin: html-->⟧<img src="a.png" alt="凧"> __凧__\n', fixed='<img src="a.png" alt="凧"> __凧__\n', unsafe=True),
        Bad('⟦<!--kg-card-begin: html-->⟧<a href="/x">凧</a> 風\n', fixed='<a href="/x">凧</a> 風\n'),
        Bad("⟦<!--kg-card-begin: html-->⟧<b>[sic]</b>\n", fixed="<b>[sic]</b>\n", unsafe=True),
        Bad("⟦<!--kg-card-begin: html-->⟧<!-- 凧 --> *風*\n", fixed="<!-- 凧 --> *風*\n"),
        Bad("⟦<!--kg-card-begin: html-->⟧Kites [sic] snake_case\n", fixed="Kites [sic] snake_case\n", unsafe=True),
        Bad("⟦<!--kg-card-begin: html-->⟧<pre>*a* [x]</pre>\n", fixed="<pre>*a* [x]</pre>\n"),
        Bad("⟦<!-- Generated by Windows Live Writer -->⟧\n凧\n", fixed="凧\n"),
        Bad("⟦<!-- house slot 7 -->⟧\nKites.\n", fixed="Kites.\n", options={"patterns": [r"house slot \d+"]}),
    )  # fmt: skip

    patterns: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()

    def check(self, document: Document) -> Iterator[Finding]:
        for comment in document.all("comment"):
            text = comment.content.of(document.text).strip()
            if comment.name == "unclosed" or not text or not self._is_machinery(text):
                continue
            if ties_to_template(text) and document.is_whole_page and document.front_matter is None:
                continue
            if document.has_template(comment.span) or _is_looked_for(document, comment):
                continue
            whole = with_wrappers(document, comment, comment.span)
            is_mark, hidden = may_be_filled(text), _hidden(document, comment)
            hides_markdown = any(map(_MARKS.search, hidden))
            may_hide = any(map(_SIGNS.search, hidden))
            safety = Safety.UNSAFE if is_mark or hides_markdown or may_hide else Safety.SAFE
            fix = Fix.removing("Remove the comment", document, whole, safety)
            what = "a leftover of another site's publishing system"
            also = ", which keeps the rest of its line from being read as Markdown" if hides_markdown else ""
            unless = " unless a program of yours looks for it" if is_mark else ""
            yield self.finding(comment.span, f"{what}{also}: remove it{unless}", fix)

    def _is_machinery(self, text: str) -> bool:
        if any(_compiled(pattern).search(text) for pattern in self.keep):
            return False
        if any(_compiled(pattern).search(text) for pattern in self.patterns):
            return True
        return is_left_over(text)


def _hidden(document: Document, comment: Node) -> list[str]:
    """What follows in a line of Markdown that begins with the comment, where it is HTML and its marks are text."""
    block, flat = document.block_at(comment.span.start), document.source.flat
    if block is None or block.kind != "html" or block.start != comment.span.start:
        return []
    first = _FIRST.match(flat, comment.span.end)
    if first is not None and (first["no_tag"] or first["tag"].lower() in _BLOCKS):
        return []
    rest = Span(comment.span.end, line_end(flat, comment.span.end))
    return [text.of(flat) for text in document.texts_in(rest)]


def _is_looked_for(document: Document, comment: Node) -> bool:
    """Whether a script of the page names the comment, as to print what stands between two of them."""
    return comment.span.of(document.text) in _comments_in_scripts(document)


@once
def _comments_in_scripts(document: Document) -> frozenset[str]:
    if document.text.count("<!--") == len(document.all("comment", samples=True)):
        return frozenset()
    scripts = [script.content.of(document.text) for script in document.tags("script")]
    for name in document.attribute_names:  # handlers, and addresses that are programs
        scripts += [attribute.value for _, attribute in document.attributes(name)]
    return frozenset(comment for script in scripts for comment in _COMMENT.findall(script))
