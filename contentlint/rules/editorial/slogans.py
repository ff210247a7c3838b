"""What asks readers to scan a code, to follow or to install a site's program, and what only tells of such things."""

from __future__ import annotations

import re

from contentlint.chinese import spellings
from contentlint.patterns import chinese_pattern, pattern
from contentlint.rules.editorial.credit_labels import LABEL
from contentlint.rules.editorial.passages import Passage
from contentlint.text import Span
from contentlint.words import Words

_SCANNED = r"can (?:(?:the |this |our )?(?:[Qq][Rr] )?[Cc]ode.{0,24}\b(?:to|and)|to) (?:[Ff]ollow|[Dd]ownload|[Ss]ubscribe|[Jj]oin)\b"
_CHANNEL = "(?:公众号|微信|微博|订阅号|视频号)"
_JOIN = "(?:フォロー|友だち追加)(?:してください|しよう|お願い|してね)"
HINT = Words(
    *spellings("扫码", "扫一扫", "扫描", "扫一下", "长按", "二维码", "公众号", "关注", "订阅", "尽在", "下载", "追踪我们"),
    "LINE",
    "Scan ", "scan ", "WeChat", "Wechat", "us on we", "QRコード", "友だち追加", "をフォロー", "ownload our",
)  # fmt: skip
_AT_END = r"(?![^\n。！!<]*[^\W_])"
_LINE_FRIEND = f"加入(?:我们的?)?(?:官方)? ?LINE ?(?:官方)?(?:帐号|好友|群组|社群)?{_AT_END}"
_FOLLOW_PAGE = f"追踪我们的? ?(?:Facebook|FB|IG|Instagram|LINE|脸书)? ?(?:粉丝(?:专页|团|页)|帐号)?{_AT_END}"
# every branch begins with a character, in one form or two (which takes ten times as long to look for, 0.1 s in a
# megabyte), not with a lookahead: the search then skips what begins none
_TO_JOIN = (
    r"扫(?:码|一扫|描|一下).{0,16}(?:关注|下载|订阅|加入|[进加入]群|添加)|点击[上下]方(?:的)?名片[，,]?\s*(?:即可|一键)?关注(?:我们?|本号|公众号)|长按.{0,12}(?:二维码|识别|关注|[进加入]群|加入.{0,4}群)"
    r"|二维码.{0,10}(?:关注|下载|订阅|加入)|公众号.{0,10}(?:关注|下载|订阅|加入)"
    rf"|关注.{{0,16}}{_CHANNEL}|订阅.{{0,16}}{_CHANNEL}"
    r"|尽在.{0,14}(?:APP|App|app|客户端|公众号)|下(?!載(?!我們|本[報台刊站]))载.{0,12}(?:APP|App|客户端)"  # in Taiwan, papers name the state's programs
    rf"|S{_SCANNED}|s{_SCANNED}|Follow us on [Ww]e[Cc]hat|follow us on [Ww]e[Cc]hat"
    rf"|{_LINE_FRIEND}|{_FOLLOW_PAGE}"
    r"|QRコード.{0,20}(?:フォロー|登録|ダウンロード|追加)|友だち追加は.{0,12}QRコード(?:から|より|で|を\w{2,4}[っし]て|\W*\Z)"
    rf"|LINEを{_JOIN}|アカウントを{_JOIN}"
    r"|Download our (?:\w+ )?[Aa]pp\b|download our (?:\w+ )?[Aa]pp\b"
)
_SCAN = (  # to scan alone is also what a scanner does
    "扫(?:码|一扫|(?:描|一下|一扫)(?:(?:[上下][方图面]|[文篇]末|[左右]侧|图中)的?)?二维码)"
)
_NEWS = "(?:(?:精彩|活动|课程)?(?:详情|信息|内容|资讯|活动|课程|视频))?"
_FOR_MORE = (  # as a report on a poster may say, too
    rf"{_SCAN}[，,]?(?:即可|可)?(?:进入小程序)?了解更多{_NEWS}{_AT_END}"
    rf"|更多(?!.{{0,8}}(?:步骤|做法|玩法|说明书|接口|证据|细节)).{{0,12}}[，,]\s*请?{_SCAN}(?:(?:查看|阅读|观看|了解|看|咨询){_NEWS})?{_AT_END}"
)
SLOGAN = chinese_pattern(f"{_TO_JOIN}|{_FOR_MORE}")
_JOINING = chinese_pattern(_TO_JOIN)
_MAY = "(?:(?:喜欢|感兴趣)的)?(?:大家)?[也还]?可以?(?!(?:长按|扫描|识别)+的)"
# an article on a program may ask its users to download it
_IF_LIKED = r"\W*(?:如果|要是|若)(?:你|您|大家|各位|读者)?(?:也|还|真的)?(?:喜欢|感兴趣|对.{1,8}感兴趣|觉得.{0,8}(?:不错|好看|有用|有帮助|有收获))[^，,。\n]{0,12}[，,]\s*"
_PLACE = "(?:[上下][方图面边]|[文篇]末|[左右][侧边]|旁边|图[中片]|我们?|本[号站]|这个?|微信|公众号)的?"
_OWN_CODE = f"(?=[扫长识])(?:扫(?:码|一扫|描|一下)?|长按|识别|{_PLACE})++二维码"
_CALL = chinese_pattern(  # how a sentence begins that asks the reader for something, or what it then says of the house
    rf"[^，,]{{0,20}}(?:首发|公众号\s*[：:“「])[^，,]{{0,16}}[，,]\s*{_MAY}(?:扫|长按|识别)"
    rf"|{_IF_LIKED}{_MAY}(?=.*(?:关注|订阅))(?:{_OWN_CODE}|(?!.*二维码)(?:扫|长按|识别|关注))"
    r"|(?:\W*|.{2,30}[，,：:、~～]\s*)"
    r"(?:请|欢迎|赶快|快来|立即|马上|现在就?|还可以|更多.{0,12}[，,]|长按|扫|识别|关注|订阅|追踪我们|加入(?=.{0,8}LINE)|下载(?![^，,。]{0,12}(?:手册|步骤|页面))|点击|微信扫|用?微信|打开微信|Scan|scan|Follow|follow|Download|download|QR|友だち追加|(?:公式|ぜひ)?(?:LINE|アカウント)を)"
    r"|.*(?:尽在|我们|本报|本台|本刊|本号|小编)"
)
_TELLS_ON = chinese_pattern(
    '才能|必须|如下|示例|界面|画面|的按钮|服务器|三步|再授权|就会|就能看到|即可(?:完成|看到|查看|收到|体验|试用)|(?:(?<!扫码)下载|LINE).{0,40}即可查询|可以在|第[一二三四五六七八九十\\d]+步|安装包|测试号|发送[“"]'
    "|加入.{0,8}(?:会议|答辩|直播|课堂|考场)|签到|报名|付款|支付|投票|填写|问卷|缴费"
)
_BY_SPEAKER = r"(?:[^\W\d_][”」』]?[ ]?[：:]|(?:[说称喊告]|表示|提醒|呼[吁籲]|指出|强调|建议|透露|补充)[^。！？!?\n]{0,30}[，,：:])[\s“「『\"]*"
_IS_SPEECH = chinese_pattern(  # words of others that a report repeats
    r"[，,.!?！？。][”\"」』] ?[^\W\d_A-Z]|\b(?:said|says|wrote|writes|reads|told|claimed|warned)\b"
    r"|(?:ください|お願い|しよう|してね)[」』]?[、，]?と(?!て)|写道|写着|[写印][：:]|(?<!小)(?<!小编)说道?[：:]|如图|[，,][^，,。]{1,12}说。"
    rf"|{_BY_SPEAKER}(?:请|欢迎)?(?:加入(?=.{{0,8}}LINE)|追踪我们)"
)
_OF_OTHERS = chinese_pattern(  # those of whom a report tells; "广大市民" are asked themselves
    r"(?<!广大)(?<!请)(?<!欢迎)(?:市民|观众|游客|顾客|居民|村民|群众|乘客|旅客|学生|家长|消费者|参观者|他们|人们)|记者(?:看到|发现|注意到|了解到)"
    r"|谨防诈骗|诈骗(?=短信|电话|信息|集团|团伙|分子)|(?:民众|诈骗)(?=.{0,30}(?:LINE|追踪我们))"
)
_SENTENCE = pattern(r"(?:(?<=[，,])[ \t]*+\n|[^。！？!?\n])*+(?:[。！？!?]++[”」』）)\"]*+|\n|\Z)")
_GOES_ALONG = chinese_pattern(  # what is said to readers before or after they are asked
    r"\W*(?:如果(?:你|您|觉得|喜欢)|喜欢|觉得|感谢|谢谢|更多|想(?:了解|看|要|获取)|欢迎|点赞|转发|收藏|在看|原创不易|创作不易|关注|订阅|扫|长按|点击|回复|我们(?:会)?每天|每天)"
)
# a line that names the account, or one that speaks of it beside a slogan
_TITLE = chinese_pattern(
    r"\W*(?:扫码)?(?:关注)?(?:我们?的?|本站|官方)*(?:微信|个人)?"
    r"(?:(?:公众号|订阅号|视频号)(?:的?二维码)?|二维码)\W*"
    r"|\W*(?:关注|联系)(?:我们?|本站|作者)\W*|\W*Follow [Uu]s\W*"
)
_LEADING = pattern("[👇👉↓⬇⏬\\ufe0f\U0001f3fb-\U0001f3ff\\s]+")  # hands and arrows, in all their colours
_TO_SCAN = chinese_pattern(r"\W*(?:微信)?(?:扫码|扫一扫|长按)")
_NAMED = (  # an account or a program; any other name may be what the code is good for
    r"(?<=关注)(?:《[^《》\n]{1,16}》|“[^“”\n]{1,16}”|[^\W\d_]{1,8}?(?:[日晚]报|(?=公众号|订阅号|视频号|微博)))"
    r"|(?<=下载)[^\W\d_]{1,8}?(?=新闻客户端)"
)
_TO_FOLLOW = chinese_pattern(
    rf"(?:{_NAMED}|\W|识别|(?<=[长识保][按别存])[上下]?图[片中]?|[上下][图方]|\d秒|二维码|保存|即可|可以?|一键|添加|关注|我们?|该"
    r"|微信|微博|公众号|订阅号?|视频号|下载|(?i:app)|(?:新闻)?客户端|加入|[加进入]|交流|群聊?|[或和的]"
    r"|好友|小助手|小编|投稿|了解|获取|查?看(?=更多)|更多|精彩|内容|资讯|[你您]|一起|[哦吧])*+\Z"
)
_OTHER_USE = chinese_pattern(
    "票|报名|预约|签到|付款|支付|收款|打赏|赞赏|说明书|成绩|名单|地图|菜单|点餐|登录|登入|问卷|投票|领取|领奖|参观|导览|活动详情|观看|充值|入场"
)
_OF_ACCOUNT = chinese_pattern(  # "微博上有人说" and "Blogger Ann Poe" tell a story
    r"(?!.*作者\s*[：:])[^\w|]*(?:本|我的?|我们的?|个人|[Mm]y |[Oo]ur )*(?:微信)?"
    r"(?:(?:公众号|订阅号|博客|微博|知乎|[Bb]log)(?:名称?|地址|主页|ID)?\s*[：:]"
    r"|(?:公众号|订阅号)(?:主要|专注|定期|不定期|每[天日周]|会?分享)"
    r"|(?:即可)?(?:获取|领取|解锁)(?:更多|免费)[^:：，。]{0,14}(?:服务|咨询|资讯|信息|内容|干货|资料|资源|福利|课程|优惠)\W*\Z)"
)
_GETS_MORE = chinese_pattern(r"\W*(?:即可)?(?:获取|解锁)更多(?:精彩)?(?:内容|资讯|信息|干货)?\W*")
_MOST_OF_TITLE, _MOST_OF_ACCOUNT = 30, 120
_PICTURE = pattern(r"!\[[^\[\]]*\]")
_ADDRESS = pattern(r"https?://[!-~]+")
MOST_SLOGAN = 60  # characters


def are_pictures(passage: Passage) -> bool:
    """Whether a passage is pictures alone, with what they show in words."""
    return not _PICTURE.sub("", passage.text).strip()


def slogan_in(passage: Passage) -> Span | None:
    """Where a short passage asks its readers to follow: the sentence, with those beside it that only lead on to it."""
    words = _ADDRESS.sub(_blanks, _PICTURE.sub(_blanks, passage.text))
    if len(" ".join(words.split())) > MOST_SLOGAN or not SLOGAN.search(words) or _IS_SPEECH.search(words):
        return None
    sentences = [match.span() for match in _SENTENCE.finditer(words) if match[0].strip()]
    if any(map(is_for_other_use, words.split("\n"))):
        return None
    for asked in SLOGAN.finditer(words):
        first = next((at for at, sentence in enumerate(sentences) if asked.start() < sentence[1]), 0)
        last = next((at for at, sentence in enumerate(sentences) if asked.end() <= sentence[1]), len(sentences) - 1)
        if not asks(words[sentences[first][0] : sentences[last][1]]):
            continue
        while first and _leads_on(words, sentences[first - 1]):
            first -= 1
        while last + 1 < len(sentences) and _leads_on(words, sentences[last + 1]):
            last += 1
        start, end = sentences[first][0], sentences[last][1]
        told = _PICTURE.sub(_blanks, passage.text[start:end])
        return passage.place(end - len(told.lstrip()), start + len(told.rstrip()))
    return None


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _leads_on(text: str, sentence: tuple[int, int]) -> bool:
    """Whether a sentence is said to the readers only, and is no credit, or has only signs that lead on."""
    if _LEADING.fullmatch(text, *sentence):
        return True
    return _GOES_ALONG.match(text, *sentence) is not None and LABEL.search(text, *sentence) is None


def asks(text: str) -> bool:
    """Whether a sentence asks the reader to scan or to follow, and does not tell what then happens, or who did it."""
    text = " ".join(text.split())
    if not (SLOGAN.search(text) and _CALL.match(text)):
        return False
    return not _TELLS_ON.search(text) and not is_told_of_others(text)


def asks_to_join(text: str) -> bool:
    """Whether a slogan names what only a site asks for: to follow, to subscribe, to download."""
    return _JOINING.search(text) is not None


def is_title(text: str) -> bool:
    """Whether a line says, or shows by signs, no more than that an account, or its code, comes below."""
    return len(text) <= _MOST_OF_TITLE and (_TITLE.fullmatch(text) or _LEADING.fullmatch(text)) is not None


def leads_on(text: str) -> bool:
    """Whether a line below a code only says what one gets who follows."""
    return _GETS_MORE.fullmatch(text) is not None


def is_of_code(text: str) -> bool:
    """Whether a line below a code says no more than that readers may scan it to follow."""
    begin = _TO_SCAN.match(text)
    return begin is not None and _TO_FOLLOW.match(text, begin.end()) is not None


def is_for_other_use(text: str) -> bool:
    """Whether a line beside a code says what else it is good for, as to buy a ticket."""
    begin = _TO_SCAN.match(text)
    return begin is not None and _OTHER_USE.search(text, begin.end()) is not None


def is_of_account(text: str) -> bool:
    """Whether a line between a slogan and a code speaks of what readers are asked to follow."""
    if is_title(text):
        return True
    if len(text) > _MOST_OF_ACCOUNT or LABEL.search(text):
        return False
    return all(_OF_ACCOUNT.match(line) for line in text.strip().split("\n"))


def is_told_of_others(text: str) -> bool:
    """Whether a report tells of people who scan a code; a promotion speaks to its readers."""
    return _OF_OTHERS.search(text) is not None
