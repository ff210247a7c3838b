"""The lines that a site leaves in an article which is copied from it, and how they are told."""

from __future__ import annotations

from contentlint.chinese import spellings
from contentlint.patterns import chinese_pattern, pattern
from contentlint.words import Words

# what a notice of rights speaks of; any other notice may be news for the reader
_NO_LICENCE = (
    r"(?!.*(?:(?<![A-Za-z])CC(?![A-Za-z])|知识共享|创作共用|许可协议|(?<!原)创用|(?<!未[经获])授权条款|姓名标示|署名[-－–—]"  # a licence lets readers use the text
    r"|(?<=[\s，,。；;：:】])(?:(?!不[可得能允准许要]|[禁勿]|谢绝|未[经获])[^\s，,。；;：:])*?(?:欢迎|可以|可|允许|自由|随意)转载))"
)
_OF_RIGHTS = (
    r"(?=.*(?:本文|此文|该文|文章|转载|版权|著作权|知识产权|观点|作者|侵权|平台|本站|本网|本公众号|稿件|网络|自媒体|上传))"
    rf"{_NO_LICENCE}"
)
_OF_SOURCE_ALONE = (
    rf"{_OF_RIGHTS}(?=.*(?:转载|转自|版权|著作权|知识产权|侵权|稿件|自媒体|上传|[不仅只]代表"
    r"|(?:[本此该]文|文章|稿件|内容|图片|素材|信息|资料|视频)[^。]{0,8}(?:来自|来源|源自)))"
    # an author's warning names the text as well: what it may be used for, whom it replaces; not so that of a repost
    r"(?:(?=.*(?:转载|自媒体|版权归))|(?!.*(?:不构成|据此|自担|自负|请勿用|切勿|不[能可得]?(?:代替|替代|取代)|就医|医[生师疗]|后果"
    r"|冒[名充用]|假冒|受骗|监视器|风险|业绩)))"
)
_SITE = r"(?:the |our )?(?:\[|<|https?:|[\w-]+\.[a-z]{2,}\b|[A-Z\d])"  # how the name of a site begins
_MEDIUM = "(?:网|报|社|客户端|知乎|简书|CSDN)"  # what the name of one ends with
_OWN = "我|本人|本[站号]|本公众号|笔者|作者|博主"
_ALONE = (  # what would make them the subject of a sentence; "时尚", "后续" and "数据" would not
    "(?!按钮|[者也是]|的(?:人|读者|用户|网友|朋友|同学|时候|比例|次数|按钮|链接|连结)"
    "|(?:后|时)(?:$|[，,会可即就弹出打进显发没无提跳请])"
    "|(?:率|量|数)(?:$|[为是达超很越不高低太增上下的占]))"
)
_HERE = "(?:こちら|コチラ)(?:の(?:リンク|サイト|ページ|記事|URL))?(?:から|で|へ)?(?:です|どうぞ|読めます|ご覧ください|お読みください)?"
_DAY = r"(?:\d|print\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d)"  # no site
_OF_WECHAT = (  # its buttons and what they say
    r"预览时标签不可点",
    r"微信扫一扫\s*关注该公众号.{0,20}",
    r"微信扫一扫(?:\s+使用小程序|可打开此内容，\s*使用完整服务)",
    r"(?=[^轻]*轻点两下取消)(?:[\s：，。]|视频|小程序|赞|在看|分享|留言|收藏|听过|轻点两下取消(?:赞|在看))+",
    r"(?:继续|向上)滑动看下一个",
    r"\W*点击[上下]方[“「\"].{1,20}[”」\"][，,\s]*(?:选择|设为)[“「\"]?(?:星标|置顶|或者?|/)+[”」\"]?公众号\W*",
    r"\W*点击[上下]方[“「\"](?:蓝色?字体?|.{1,20}(?=[”」\"]?关注))[”」\"]?(?:关注)?[，,\s]*设为[“「\"]?星标\W*",
    r"在(?:小说阅读器|公众号小说)(?:读本章|中沉浸阅读)",
    r"喜欢此内容的人还喜欢",
    r"收录于合集",
    r"发表于",
    r"长按(?:识别)?[上下]?方?二维码[，,]?\s*(?:查看|阅读)原文[。！!]?",
)
LINES = (
    r"[（(【]?原标题\s*[：:].*",
    rf"点击(?:此处|这里|下方)?(?:查看|阅读)(?:原文|全文|更多){_ALONE}[^，,。]{{0,12}}",
    r"[↓▼👇\s]*(?:点击|点|戳|轻触)(?:左下角|下方|文末)?[“「]?\s*阅读(?:原文|全文)\s*[”」]?"
    rf"{_ALONE}[，,]?[^，,。就便即会]{{0,12}}[。！!↓▼👇\s]*",
    r"(?:阅读|查看)(?:原文|全文)[>》…\s]*",
    r"本文由.{0,20}(?:简悦|SimpRead).{0,20}转码\W*原文地址.{1,60}",
    r"返回搜狐(?:，查看更多)?",
    *_OF_WECHAT,
    r"\W*(?:(?:点击|点|戳)?[上下]方|点击|点|戳)[“「]?蓝色?字体?[”」]?[，,\s]*(?:即可|一键)?(?:关注|订阅)[^，,。]{0,12}",
    r"[（(]?(?:本文|文章)(?:转自|转载自|首发于|原载于)"
    r"(?!\d|[^，。]{0,12}(?:一[位名个封篇本次]|读者|来信|网友|朋友|(?:日记(?!本)|家书)(?![》”」]?(?:微信)?(?:公众号|平台|网))))[^。]{0,60}。?[)）]?",
    r"[（(]?(?:本文|文章)来源"
    rf"(?:\s*[：:]|于?(?:微信)?公众号|于[^，。我一]{{2,16}}{_MEDIUM})[^。]{{0,60}}。?[)）]?",
    r"[（(]?原文(?:链接|地址|出处|网址|连结)\s*[：:]\s*<?https?:.{3,160}",
    r"[（(]?(?:转自|转载自)\s*[：:].{2,40}",
    rf"[（(]?(?:转自|转载自)(?![^，]*(?:{_OWN}|的(?!公众号|博客)))[^，。：:]{{2,20}}[，,][^。]{{0,20}}"
    r"[如若]有?侵权?[，,]?(?:请[^。，]{0,8}|联系[^。，]{0,6}|留言|即)删除?[。！!）)\s]*",
    rf"(?:声明\s*[：:]\s*)?(?:本文|文章)(?:来自|转自|转载自)(?![^，]*(?:{_OWN}|译者|记者|本社))[^，。]{{2,20}}[，,]\s*版权归原?作者所有。"
    r"文章内容仅代表作者(?:本人|个人|独立|的)*(?:观点|意见|立场)?(?:[，。,]\s*[^，。]{0,6}不代表[^，。]{0,20})?。?",
    rf"【版权声明】{_OF_RIGHTS}.*",
    rf"【(?:免责声明|特别声明)】{_OF_SOURCE_ALONE}.*",
    rf"(?![^。：:]*(?:我|本[站人博号]|本公众号|本专栏|[此个]人?博客|博主|笔者|作者|小站)){_OF_RIGHTS}[^。：:]{{2,24}}版权声明\s*[：:]\s*"
    r"本文所有内容受到?著作权法保护[，,].*(?:不得|未经|授权|禁止|请勿(?:转载|复制|使用|摘编|抄袭)|谢绝|必究).*",
    r"\w{0,4}声明\s*[：:]\s*(?:该文|本文)(?:观点)?(?:仅|只)代表作者.*",
    r"(?:该文|本文|文章)观点仅代表作者(?:本人)?[，,].{0,30}(?:平台|信息存储空间).*",
    r"[^。]{0,24}(?:[本此该]文|本网|转载|稿件)[^。]{0,24}(?:出于|目的在于|旨在)(?:传递|传播)更多(?:的)?信息.*",
    r"[^。]{0,32}(?:出于|目的在于|旨在)(?:传递|传播)更多(?:的)?信息[^。]{0,12}(?:不代表本|立场无关|赞同其观点).*",
    r"(?:声明\s*[：:]\s*)?(?:[本此]文[系为是])?[^，。我]{2,14}(?:网|报|社|新闻|客户端|周刊|杂志|财经|频道)"
    r"(?:独家|原创)?(?:稿件|文章|作品)?[，,]\s*未经(?:书面)?(?:授权|许可|允许)[，,]?\s*"
    r"(?:不得|禁止|请勿|严禁|谢绝)(?:转载|使用|摘编).{0,20}",
    r"著作权归作者所有。商业转载请联系作者获得授权.{0,30}",
    r"本网站之文字.{0,20}[非未]经授权.{0,60}",
    rf"[（(]?(?:本文|文章)来自(?:\s*[：:]|\s*(?:微信)?公众号|[^，。我一]{{2,16}}{_MEDIUM}).{{0,60}}",
    r"[（(]?(?:本文|文章)来自\s*(?![^，。]*(?:[我一的了是在国《]|文档|分享|投稿|作者|读者|内部|(?:大学|团队|研究|日记)(?!(?:微信)?公众号|平台|[局所院])))[^，。]{2,12}(?:，[^。]{0,60})?。?[)）]?",
    r"(?:如需|如若|如要|若要|如)?转载[，,、]?\s*(?:请|须|需)注明.{0,60}",
    rf"[（(]?版权声明\s*[：:]\s*{_OF_RIGHTS}.*",
    rf"[（(]?(?:免责声明|特别声明)\s*[：:]\s*{_OF_SOURCE_ALONE}.*",
    rf"Read (?:more|the (?:rest|full|original) .{{0,30}}?) (?:at|on)\s+{_SITE}.{{0,60}}",
    r"Read more: https?://\S+",
    r"(?:Click here to )?(?:[Rr]ead|[Vv]iew) (?:the (?:original|full)|(?:original|full)(?= (?:article|web)))"
    r"(?: (?:article|post|story|report|text|web ?page))?(?: (?:at|on|in|here|from)\b.{0,40})?[.…»>→\s]*",
    r"Continue reading the main story",
    rf"[Cc]ontinue reading(?:(?: at| on) {_SITE}.{{0,40}})?[.…»>→\s]*",
    rf"Originally (?:published|appeared|posted) (?:at|on|in)\s+{_SITE}[^;]{{0,80}}? on [A-Z][a-z]+ \d{{1,2}}, \d{{4}}"
    r"(?: at [\d:]{4,8}(?: [AP]M)?(?: [A-Z]{3,4})?)?\.?",
    rf"Originally (?:published|appeared|posted) (?:at|on|in)\s+(?!.*\b(?:by|\d{{4}})\b){_SITE}[^,;]{{0,60}}",
    r"This (?:article|post|story) (?:was )?(?:originally|first) (?:published|appeared|posted) (?:at|on|in|by) "
    rf"(?!{_DAY})(?!.*(?:\b(?:who|then|but|which|when|where)\b|, (?:and|or|so)\b)).{{1,80}}",
    r"Our Standards:\s+The Thomson Reuters Trust Principles\s*\.?\s*",
    r"(?:Copyright|©|\([Cc]\))(?: ©)? \d{4} .{2,60}All rights reserved\. This material may not be .*",
    r".{1,120} was originally published in .{1,60} on Medium\b.*",
    r"The post (?![a-z]).{1,160} (?:first )?appeared first on .{1,80}",
    r"[\[<〈‹【(]?\s*(?:저작권자\s*)?(?:(?:Copyright\s*)?(?:©|ⓒ|\([Cc]\))|Copyright).{1,40}?(?:무단|금지).*",
    r"[\[<〈‹【]\s*[^\[\]<>,.│|｜]{2,20}(?:\([\w.]{2,30}\))?\s*[│|｜,]\s*무단\s*전재\s*(?:및|[-·,])?\s*재배포\s*금지\s*[\]>〉›】]",
    r"무단\s*전재\s*(?:및|[-·,])?\s*(?:재배포)?\s*(?:를\s*)?금지[.\s]*",
    r"[記事写真画像文章・、のや\s]{0,10}無断(?:転載|複製|転用|使用)(?:(?:・|、)(?:転載|複製|転用|使用))*(?:を(?:固く)?禁じます|を禁止します|禁止|禁ず)。?",
    rf"(?:元記事|記事全文|続き)(?:\s*[：:]\s*https?:.{{0,60}}|(?:は{_HERE}"
    rf"|を(?:読む|お読みになる)(?:には{_HERE}|には(?:無料の?)?(?:会員)?(?:登録|ログイン)(?:が必要です|してください))?)"
    r"[。！!＞>»→…\s]*(?:(?:[（(「【\[：:]|https?:).{0,60})?)",
)
HINTS = Words(  # each of these lines has one of them
    *spellings(
        "原标题", "原文", "转自", "阅读", "查看", "返回搜狐", "文章", "本文", "转载", "声明", "此内容的人", "收录于合集", "发表于", "该文", "更多信息", "更多的信息",
        "未经", "经授权", "蓝字", "蓝色字", "该公众号", "看下一个", "星标", "使用小程序", "使用完整服务", "轻点两下", "预览时", "置顶", "读本章",
    ), "Read ", "read the ",
    "iew the ", "iew full ", "iew original ", "read full ", "read original ", "Click here", "Continue reading", "continue reading", "Originally ", "This article", "This post",
    "This story", "The post ", "on Medium", "元記事", "記事全文", "続き",
    "Our Standards", "All rights reserved. This", "저작권자", "무단", "無断", "재배포", "전재",
    "se publicó primero en", "erschien zuerst auf", "proviene da", "est apparu en premier sur", "apareceu primeiro em",
    "verscheen eerst op", "pochodzi z serwisu", "появились сначала на",
)  # fmt: skip
# WordPress' "The post … appeared first on …" in other languages, where both are links
LINKED_TWICE = pattern(
    r"(?:La entrada .+ se publicó primero en|Der Beitrag .+ erschien zuerst auf|O post .+ apareceu primeiro em"
    r"|L(?:['’]|&\S+?;)articolo .+ proviene da|(?:Cet |L(?:['’]|&\S+?;))article .+ est apparu en premier sur"
    r"|Het bericht .+ verscheen eerst op|Artykuł .+ pochodzi z serwisu|Сообщение .+ появились сначала на)\s[^,]{1,80}"
)
LINKED = chinese_pattern(r"[（(]?原文(?:链接|地址|出处|网址|连结)\s*[：:].{1,100}")  # where a link is in it
_WECHAT_LINE = chinese_pattern("|".join(_OF_WECHAT))
_OF_SOURCE = chinese_pattern(r"\s*(?:本文|原文)?(?:作者|(?:微信)?公众号|来源|出处|链接|连结|地址)\s*[：:].{1,60}")
_ADDRESS = pattern(r"(https?://[!-~]{8})[!-~]+")
_MEDIUMS_TAIL = ", where people are continuing the conversation by highlighting and responding to this story"
_BLANKS = pattern(r"[ \t]{2,}")


def is_of_wechat(text: str) -> bool:
    """Whether a line is one of those with which WeChat ends an article."""
    return _WECHAT_LINE.fullmatch(text.strip()) is not None


def only_names_source(text: str) -> bool:
    """Whether a line says no more than where the text is from, or whose it is."""
    return _OF_SOURCE.fullmatch(shortened(text)) is not None


def shortened(text: str) -> str:
    """A text without the greatest part of its addresses, of the blanks that stand for links' addresses, and of Medium's tail."""
    text = text.replace(_MEDIUMS_TAIL, "")
    if "://" in text:
        text = _ADDRESS.sub(r"\1", text)
    return _BLANKS.sub(" ", text) if "  " in text else text
