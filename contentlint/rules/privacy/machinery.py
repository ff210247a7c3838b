"""What publishing machines write into comments (slots, keywords, ids, stamps, payloads), and what authors' tools do."""

from __future__ import annotations

import re

from contentlint.lazy import known_if_short
from contentlint.patterns import pattern

_LONGEST_LABEL = 120
_LONGEST_STAMP = 400

# comments that somebody or something still needs
_WORKING = pattern(
    r"""(?isx) /?\s*(?:
      more | excerpt | truncate | read-?more | nextpage | page-?break | summary | endexcerpt | intro | toc | tocstop | no[ -]toc
    | omit\ (?:in|from)\ toc | contents | (?:start|end)\ doctoc | doctoc | markdown-?lint | mdlint | rumdl | prettier | vale | textlint
    | c?spell | spell-?check | codespell | aspell | contentlint | lint | eslint | stylelint | htmlhint | html-validate | djlint | htmllint
    | alex | remark | mdformat | dprint | autocorrect | proselint | write-good | languagetool | editorconfig | textidote
    | @\w | spdx | copyright | licen[cs]e | \(c\) | © | vim: | -\*- | \#(?:include|echo|exec|set|if|else|endif|region|endregion)
    | include | import | embed | snippet | transclude | region | endregion | all-contributors | auto-?generated | doc-?gen
    | todo | fixme | note | nb\b | xxx | hack | \[if | <!\[ | (?:start|end)fragment | tabs: | panels: | slide | noindex | googleo(?:n|ff)
    )(?![a-z0-9]*_)"""
)  # fmt: skip

# -- the words of a portal's slots in Chinese, Japanese and Korean -----------------------------------------------------

_STRONG = """
    文末 广告位 广告 廣告 広告枠 広告 광고 通栏 画中画 文字链 对联 弹窗 浮层 悬浮 吸顶 推广 导流 引流 植入 总声明 二维码 工作代码 编辑姓名 責任編輯
    责任编辑 责编 相关阅读 相关新闻 相关报道 相关推荐 相关链接 相关文章 相关专题 相关内容 推荐阅读 热门推荐 延伸阅读 猜你喜欢 関連記事
    関連リンク 関連ニュース 관련기사 统计代码 流量统计 访问统计 百度统计 统计 埋点 监测代码 监测 计数器 計測タグ アクセス解析 行情 碎片
    定位标记 定向 非定向 关键字广告 面包屑 パンくず 打赏 点赞 一键分享 分享代码 分享按钮 シェアボタン SNSボタン 微信扫码 扫码 客户端下载 APP下载 下载APP
    文字广告 推广文案 行情图 众测 政务账号 来源标示 网友评论 百度分享 底部声明 评论代码 评论框 搜索引擎 站内搜索 焦点图 轮播图 热词 大家都在看 编辑推荐 精彩推荐 订阅号 公众号
""".split()  # fmt: skip
_WEAK = """
    正文 内文 文章 新闻 内容 标题 副标题 摘要 导语 图片 组图 图集 视频 播放器 时间 日期 来源 作者 记者 编辑 姓名 署名 标签 关键词 关键字 评论 分享
    微博 微信 声明 免责声明 版权 版权声明 投票 专题 栏目 频道 导航 页头 页脚 页尾 头部 底部 尾部 顶部 页尾部 按钮 右侧 左侧 侧栏 侧边栏 中部 中间 首页 列表
    模块 区域 区块 位置 入口 容器 组件 代码 脚本 样式 原文 转载 翻页 分页 上一页 下一页 上一篇 下一篇 订阅 推荐 热点 排行 排行榜 更多 本文 原始
    顶通 底通 文首 文中 段落 手机 移动 端 引用 链接 信息 发布 稿件 处理 添加 标示 账号 自媒体 图片大小 记事 記事 本文 タイトル 見出し メイン コンテンツ ヘッダー
    フッター サイドバー ボタン リンク 日付 写真 본문 기사 제목 사진 及 和 与 的 の 区 栏 条 页 块 此处 插入 放置 网易 新浪 搜狐 腾讯 凤凰 头条 财经 通发 百度
""".split()  # fmt: skip
_EDGES = """
    开始 结束 開始 結束 終了 ここから ここまで 시작 끝 上方 下方 之前 之后 前 后 後 上 下 内 中
""".split()
_PLACES = r"(?:콘텐츠\s*+)?(?:상단|하단|중앙|내)"  # of an advertisement; of anything else they say nothing
_LATIN = (
    "iframe frame js css html div span ssi cms app pc wap h5 web mobile banner tag id gg sns qq qr top bottom left right box wrap mod "
    "block slot code pub new old bar btn button share img video ad ads sina sohu cnzz baidu google s e"
).split()


_TRADITIONAL = str.maketrans(
    "廣碼維關聞閱讀報薦鏈熱門評論聲統計編輯責標題圖視頻導語欄頁腳頭頂側邊塊區組樣轉載訂點擊讚內内開結貼動態號時間來記鏡彈窗畫對聯環屬監測計數據獲專題頻",
    "广码维关闻阅读报荐链热门评论声统计编辑责标题图视频导语栏页脚头顶侧边块区组样转载订点击赞内内开结贴动态号时间来记镜弹窗画对联环属监测计数据获专题频",
)


def _any(words: list[str]) -> str:
    return "|".join(sorted((re.escape(word.translate(_TRADITIONAL)) for word in words), key=len, reverse=True))


_LABEL_WORD = pattern(
    rf"(?ai)\d{{1,4}}[/.-]\d{{1,2}}(?:[/.-]\d{{1,2}})?\s++[a-z]{{2,12}}\s++"  # when and by whom
    rf"(?:begin|start|end|over)(?![a-z])"
    rf"|(?P<strong>{_any(_STRONG)})|(?P<weak>{_any(_WEAK)})"
    rf"|(?P<edge>{_any(_EDGES)}|(?:begin|start|end|stop|over)(?![a-z]))"
    rf"|(?P<latin>(?:{_any(_LATIN)})(?![a-z])|pdps\d+)|(?P<place>{_PLACES})"
    r"|部分(?=\s*+(?:开始|结束|begin|start|end))"  # of a page; alone it is some part of the text
    rf"|[（(](?:\s*+(?:{_any(_EDGES)})\s*+|[\d\s-]*+)[）)]|\d+(?:\s*[x×]\s*\d+)?|[\s_/|:：.,，、\[\]【】<>《》*#=+-]++"
)

# -- English slots -----------------------------------------------------------------------------------------------------

_ADS = frozenset(
    "ad ads adv advert adverts advertisement advertisements adsense adslot adunit adzone adbox adnone dfp".split()
)
_SERVICES = frozenset(
    """
    adsbygoogle doubleclick googlead googleads taboola outbrain prebid ezoic criteo openx mediavine adthrive omniture
    comscore chartbeat quantcast webtrends statcounter cnzz gtm gtag metrika matomo piwik hotjar sitecatalyst parsely
    addthis sharethis jiathis bshare bdshare cxense clicktale gemius sitecensus sitemeter histats woopra kissmetrics tynt
    """.split()
)
_SLOTS = frozenset(
    "advertising nielsen analytics tracking tracker pixel beacon counter share sharing social newsletter related promo sponsor sponsored subscribe".split()
)
_NO_TOPICS = frozenset("related promo sponsor sponsored".split())  # no article is on them
_MARK_WORDS = frozenset("begin begins start starts end ends stop close".split())
_CODE_WORDS = frozenset("slot slots unit zone code tag tags snippet script placeholder".split())
_WIDGETS = frozenset("banner bar box button buttons widget".split())
_PARTS = frozenset("para paragraph part section stories story".split())  # of an article on the service
_AROUND = frozenset(
    """
    a after all and area article async bar before below above block body bottom box break button buttons by center class code col column
    container content counter default desktop display div end first foot footer for global google h head header here html id in informer inline
    insert js last left lazy link links manager mid middle mobile native new number of old on open page para paragraph part place
    placement pos position post posts px region responsive right row second section side sidebar site size sticky under story stories tablet
    text the third tool tools top v widget with wrap wrapper x facebook yandex baidu adobe twitter universal noscript weight ignore banner gpt oas
    """.split()
)
_KNOWN = _SLOTS | _MARK_WORDS | _CODE_WORDS | _AROUND
_GLUED = pattern(
    "(?:start|begin|end|stop|in|article|content|page|post|top|bottom|mid|side|mobile)*(?:ads?|advert)"
    "(?:start|begin|end|stop|code|slot|unit|box|top|bottom)*"
)
# an article, a preposition or a full stop: somebody wrote a sentence
_PROSE = pattern(
    r"(?ai)(?<![\w/-])(?:the(?! ads?\b)|an?|(?<!end )(?<!start )(?<!begin )of|by(?! google)|and"
    r"|(?:in|to|on)(?![ -](?:article|content|text|body|feed|page|post|top|bottom|mobile|desktop|sidebar)s?\b))(?![\w/-])"
    r"|\w \w+ \w+[.!?]\Z"
)
_PLAIN_LABEL = pattern(r"[\w\s/:#.,()\[\]=|*<>!;'\"@&+-]*+", re.ASCII)
_WORD = pattern(r"[A-Za-z]+|\d+")
_ONE_WORD = pattern(r"/?[\w:.-]+", re.ASCII)
# a year, Latin
_NO_SLOT = pattern(r"\bAD \d{1,4}\b|\b\d{1,4} (?:AD|A\.D\.)(?!\w)|(?i:\bad (?:hoc|lib|nauseam|infinitum))\b")
_SERVICE = pattern(
    r"(?ai)(?:google (?:analytics|tag manager)|(?:facebook|meta|twitter|tiktok|linkedin) pixel|global site tag|baidu (?:button|share|tongji)|"
    r"yandex\.?metrika|segment snippet|adobe analytics)"
)

# -- ids, stamps, payloads ---------------------------------------------------------------------------------------------

_DATE = r"(?:(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}|\d{1,2}[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ ,-]+(?:19|20)\d\d)"
_STAMP = pattern(
    rf"""(?aisx)
      (?:[\[(][\d_,. ]*[\])]\s*)?(?:(?:this|dynamic|static|page|file|html|content|was|is)\s+)*+
      (?:generated|rendered|cached|built|build|served|crawled|compiled|produced|exported)\b .{{0,80}}?
      (?: {_DATE} | \b1\d{{9,12}}\b | \d[\d.]*\s*(?:ms|s|sec|seconds|queries)\b ) .{{0,80}}
    | (?:[\[(][\d_,. ]*[\])]\s*)?(?:published|created|exported|uploaded)\s+(?:at|on|:)\s*{_DATE}[ t]+\d\d?:\d\d .{{0,40}}
    | (?: (?:build|host(?:name)?|cache|render(?:ed)?|request|trace|session) (?:[-_ ](?:id|key|time|number|no|date|stamp|by|on|hit|miss|status))?
        | (?:rev|revision|commit|server|node|template|tpl)[-_ ](?:id|key|time|number|no|date|stamp|by|on|hit|miss|status) )
      \s*[:=\#]\s* (?!https?:)(?=[\w.:/+-]*\d)(?=[\w.:/+-]*[a-z.:/_-]|\d{{5}})[\w.:/+-]{{5,}}
    | (?:server|node)\s*[:=\#]\s* [a-z]{{2,}}[-_]?\d+(?:[.-][\w.-]+)?
    | cache[-_ ]?(?:hit|miss|status)?\s*[:=]\s*(?:hit|miss|expired|stale)
    | (?:cms|article|news|doc|docu|document|content|page|post|story|node|item|object|asset|media|channel|column|topic|subject|section|publish|
      site|video|photo|tpl|template|entity|record|block|module|widget|cell)[-_ ]?(?:id|guid|uuid|key) \s*[:=\#]\s* ["']?[\w./:-]+["']?
    """
)
_PLUGIN = (
    r"w3 total cache|wp[- ]super[- ]cache|wp rocket|wp fastest cache|litespeed cache|comet cache|cache enabler|hyper cache|autoptimize"
    r"|(?:the )?yoast (?:wordpress )?seo(?: (?:premium )?plugin|\s*\Z)|all in one seo(?: pack)?(?=\W*\Z|[ \d])|rank math"
)
_CACHES = pattern(
    rf"(?ai)(?:\b(?:optimi[sz]ed|generated|cached|served|powered|created|compressed|minified|supercharged)\b.{{0,60}}|this (?:site|page|website) .{{0,60}}|\A/?\s*)(?:{_PLUGIN})(?!.*[!?;])"
)
# data that no tool of an author's reads: `livebook:{…}` and `{"layout": "wide"}` are needed
_PAYLOAD = pattern(
    r"(?ais)(?:[\w.$-]{1,40}+\s*+=\s*+|(?:ads?|cms|slot|track\w*|page|article|news|doc|site|channel|data)[\w.$-]*+\s*+:\s*+)?+"
    r"[\[{]\s*+(?:\"|'|[\[{]|[\w$]++\s*+:).*[\]}];?"
)
_MACHINES_PAIR = pattern(
    r"""(?aisx) (?<![\w$])["']?
    (?: ids?["']?\s*+:\s*+[\["']*+[\w-]*\d
      | (?: ads? | adv | slots? | pos | cms | channel | tracker | track(?:ing)? | spm | utm | pv | ts | timestamp | build | commit | guid | uuid | [acdgmopstuv]id
          | (?-i: [a-z]\w*(?:Id|ID)s? ) | [a-z]\w*_id
          | (?:ad|slot|page|news|article|doc|cms|utm|track|channel|publish|pub|render|cache)[_-]?(?:id|no|key|type|code|unit|pos|time|date|url|source|medium|campaign|server)
        )["']?\s*+:
    )
    """
)
_MACHINES = pattern(
    r"""(?aix)
      news_keyword\w* | \w*keyword_pub\w* | pageview_candidate | publish_helper | pdps\d{6,} | /?enp(?:content|property) | repaste\.
    | cms[A-Z_]?\w*(?:start|end|begin)\Z | /?google_ad_section | cxenseparse | sphereit | (?:start|end)clickprint | (?:start|end)print\Z | rte\Z | typo3search | content\ element,\ uid | mediahtml | biaoqian
    | theme\ (?:debug|hook) | file\ name\ suggestions | (?:begin|end)\ (?:custom\ template\ )?output\ from
    | (?:header|text|image\ block|image|menu)\s?:\s\[(?:begin|end)\] | maincontent\ (?:begin|end) | artical_real | artibody
    | /?wp:[a-z] | kg-card-(?:begin|end)\b | addthis\ | [0-9a-f]{32}\Z | /?(?:sina|sohu|ifeng|netease|163|tencent|people|xinhua|cctv)[-_ ]?(?:ad|ads|adv|slot|tag)\b
    | quick\ adsense\b | wp\ quads\b | revive\ adserver | ezoic\b\s*- | addtoany\ (?:begin|end) | ujian\ | baidu_clb_ | newszw_\w+_(?:begin|end)\Z
    | keywords\ (?:begin|end)\Z | end\ mc_embed_signup | begin\ mailchimp | mc_embed_signup | wordads
    | uy\ (?:begin|end)\Z | go\ to\ www\.addthis\.com | /?(?:sina_keyword_ad|article_adlist)\w*\Z
    | article_adlist\[[^\0]*\]article_adlist\Z | (?:rating[@\ ]|top\.)mail\.ru(?:\ (?:counter|logo))?\Z
    | (?:this\ site\ uses\ the\ )?google\ analytics\ by\ monsterinsights | (?:end\ )?google\ tag\ manager\ for\ wordpress
    | liveinternet(?:\ (?:counter|logo))?\Z
    | (?:(?:begin|end)\ (?:of\ )?)?top100\ (?:code|\(kraken\)\ (?:counter|widget))\Z
    | rakuten\ widget\ (?:from|to)\ here\Z | (?:start\ )?moshimoaffiliateeasylink(?:\ end)?\Z
    | se3?-[a-z]+\ \{\Z | \}\ se3?-[a-z]+\Z | se_doc_\w+_(?:start|begin|end)\Z | rabbit\ html\Z
    | (?:social\ )?shar(?:e|ing)\ buttons\Z | /\d{4,}/[\w./-]+\Z | -?1\d{12}\Z
    | (?:function:\s*\w+\s*\([^()]*\)|mark\s*\([^()]*\))\s+parse\s+(?:begin|end)(?:\s+\d+ms\b|\Z)
    | (?:generated\ by|code\ inserted\ with\ steve\ dunn['’]s)\ windows\ live\ writer\b
    | below\ is\ the\ conversation['’]s\ page\ counter | end\ of\ code\.\ if\ you\ don['’]t\ see\ any\ code | fin\ del\ código\.\ si\ no\ ve
    """
)
# by which Dreamweaver knows the template of a page: it cannot bring the page up to date without them
_OF_A_TEMPLATE = pattern(
    r"(?ai)(?:(?:instance|template|library)?(?:begin|end)editable|#(?:begin|end)(?:editable|libraryitem|template)|instance(?:begin|end))"
)
_CLOSING = pattern(r"/{1,2}\s*+")  # it ends what the comment without it begins
_KEYWORDS = pattern(r"(?a)[a-z]\w*_\w+(?:,\w*)+")


@known_if_short
def is_left_over(text: str) -> bool:
    """Whether a comment's text, without white space around it, is a publishing machine's, and no tool needs it."""
    return _WORKING.match(text) is None and _is_machinery(text)


def ties_to_template(text: str) -> bool:
    """Whether a comment marks what a page has from a template, or may change of it."""
    return _OF_A_TEMPLATE.match(text) is not None


def may_be_filled(text: str) -> bool:
    """Whether a comment is a mark of one word at which a program may write or cut out what it includes: the place of an
    advertisement, such as `adsense`, or an end of what is no advertisement, such as `related:start`."""
    if _ONE_WORD.fullmatch(text) is None or _MACHINES.match(text):
        return False
    words = {word.lower() for word in _WORD.findall(text)}
    if any(map(_is_watcher, words)):
        marks = tuple(_MARK_WORDS)  # also as a part of a word: "endad"
        return not any(word.startswith(marks) or word.endswith(marks) for word in words)
    return not (words.isdisjoint(_SLOTS) or words.isdisjoint(_MARK_WORDS))


def _is_machinery(text: str) -> bool:
    if _MACHINES.match(text) or ties_to_template(text) or _KEYWORDS.fullmatch(text):
        return True
    closing = _CLOSING.match(text)
    if closing is not None and _MACHINES.match(text, closing.end()):
        return True
    if text[-1] in "]};" and _PAYLOAD.fullmatch(text) and _MACHINES_PAIR.search(text, 0, 2000):
        return True
    if len(text) <= _LONGEST_STAMP and (_STAMP.fullmatch(text) or _CACHES.search(text)):
        return True
    if len(text) > _LONGEST_LABEL:
        return False
    return _is_english_slot(text) if text.isascii() else _is_slot(text)


def _is_slot(text: str) -> bool:
    """Whether a label is made of a portal's words alone; one more word, and it is somebody's note."""
    text = text.translate(_TRADITIONAL)
    kinds: set[str | None] = set()
    pos = 0
    while pos < len(text):
        match = _LABEL_WORD.match(text, pos)
        if match is None:
            return False
        kinds.add(match.lastgroup)
        pos = match.end()
    if "place" in kinds and "광고" not in text:
        return False
    return "strong" in kinds or ("weak" in kinds and bool(kinds & {"edge", "latin"}))


def _is_english_slot(text: str) -> bool:
    if _PLAIN_LABEL.fullmatch(text) is None:
        return False
    if _NO_SLOT.search(text):
        return False
    named = _SERVICE.sub(" matomo ", text)  # one service is as good as another
    words = [word.lower() for word in _WORD.findall(named)]
    if len(words) > 12 or not words or _PROSE.search(text):
        return False
    unknown = sum(not (word.isdigit() or len(word) == 1 or word in _KNOWN or _is_watcher(word)) for word in words)
    has_code = not _CODE_WORDS.isdisjoint(words)
    has_mark = not _MARK_WORDS.isdisjoint(words)
    if any(map(_is_watcher, words)):
        if words[0] == "ad" and len(words) == 2 and words[1].isdigit():
            return not text[2:].startswith(" ")  # a year of our era is no slot
        if not _PARTS.isdisjoint(words) and not any(map(_is_ad, words)):
            return False
        return unknown <= (has_code or has_mark)
    if unknown or _SLOTS.isdisjoint(words):
        return False
    if has_code or not has_mark:
        return has_code
    # an article on tracking has a beginning and an end, too
    if len(_SLOTS.intersection(words)) > 1 or not _WIDGETS.isdisjoint(words):
        return True
    return not _NO_TOPICS.isdisjoint(words) and _PARTS.isdisjoint(words)


def _is_watcher(word: str) -> bool:
    return word in _SERVICES or _is_ad(word)


def _is_ad(word: str) -> bool:
    return word in _ADS or _GLUED.fullmatch(word) is not None
