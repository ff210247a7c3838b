"""A promotion that has no telling class: a QR picture with a slogan, the last thing in the article."""

from __future__ import annotations

import re

from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.patterns import Words, pattern
from contentlint.rules.editorial.credit_lines import LABEL
from contentlint.rules.editorial.passages import Passage, passages
from contentlint.rules.editorial.removals import joined, whole_of
from contentlint.text import Span, line_end

_SCANNED = r"can (?:the |this |our )?(?:[Qq][Rr] )?[Cc]ode.{0,24}\b(?:to|and) (?:follow|download|subscribe|join)\b"
_CHANNEL = "(?:公众号|微信|微博|订阅号|视频号)"
_HINT = Words(
    "扫码", "扫一扫", "扫描", "扫一下", "长按", "二维码", "公众号", "关注", "订阅", "尽在", "下载", "掃碼", "掃描", "Scan ", "scan ", "WeChat", "Wechat",
    "QRコード",
)  # fmt: skip
# every branch begins with a plain character: the search then skips what begins none
_SLOGAN = pattern(
    r"扫(?:码|一扫|描|一下).{0,16}(?:关注|下载|订阅|加入|进群|添加)|长按.{0,12}(?:二维码|识别|关注)"
    r"|二维码.{0,10}(?:关注|下载|订阅|加入)|公众号.{0,10}(?:关注|下载|订阅|加入)"
    rf"|关注.{{0,16}}{_CHANNEL}|订阅.{{0,16}}{_CHANNEL}"
    r"|尽在.{0,14}(?:APP|App|app|客户端|公众号)|下载.{0,12}(?:APP|App|客户端)"
    r"|掃(?:碼|描).{0,16}(?:關注|下載|訂閱|加入)"
    rf"|S{_SCANNED}|s{_SCANNED}|Follow us on [Ww]e[Cc]hat|follow us on [Ww]e[Cc]hat"
    r"|QRコード.{0,20}(?:フォロー|登録|ダウンロード|追加)"
)
_CALL = pattern(  # how a line begins that asks the reader for something, or what it then says of the house
    r"(?:\W*|.{2,30}[，,。！!：:、~～]\s*)(?:请|請|欢迎|歡迎|赶快|快来|立即|马上|现在就?|还可以|更多.{0,12}[，,]|长按|扫|掃|识别|关注|關注|订阅|訂閱|下载(?![^，,。]{0,12}(?:手册|步骤|页面))|点击|微信扫|用?微信|打开微信|Scan|scan|Follow|follow|QR)"
    r"|.*(?:尽在|我们|本报|本台|本刊|本号|小编)"
)
_TELLS_ON = pattern(
    '才能|必须|如下|示例|界面|画面|服务器|三步|再授权|就会|就能看到|即可(?:完成|看到|查看|收到|体验|试用)|可以在|第[一二三四五六七八九十\\d]+步|安装包|测试号|发送[“"]'
    "|加入.{0,8}(?:会议|答辩|直播|课堂|考场)|签到|报名|付款|支付|投票|填写|问卷|缴费"
)
_QR = pattern(
    r"(?i)(?<![a-z])qr(?![a-z])|qr[-_]?code|二维码|二維碼|公众号|wechat|weixin|(?<![a-z])gzh(?![a-z])|erweima|扫|掃|长按|scan |APP|QRコード"
)
_PICTURE = pattern(r"!\[[^\[\]]*\]")
_ADDRESS = pattern(r"https?://[!-~]+")
_ATTRIBUTES_BELOW = pattern(r"\n[ \t>]*\{:[^{}\n]*\}[ \t]*(?=\n|\Z)")  # kramdown's, of the line above
_HOLDERS = ("p", "div", "figure", "center", "section", "blockquote", "li", "td")
_STEP = pattern(r"[ \t>]*(?:#{1,6}|\d{1,2}[.)])[ \t]|[ \t]*<h[1-6]\b")
_SENTENCE = 10
_MOST_SLOGAN = 60
_MOST_AFTER = 40
_TAIL = 3000


def qr_ending(document: Document) -> tuple[Span, ...]:
    """The picture and its slogan, as the stretches to be taken out; empty where there is none."""
    images = document.all("image")
    if not images:
        return ()
    start = max(images[-1].span.start - _TAIL, document.body.span.start)
    if not _is_near_end(document, images[-1].span.end):
        return ()
    if not _HINT.places(document.text, start) or not _SLOGAN.search(document.text, start):
        return ()
    image = images[-1]
    every = passages(document)
    near = [passage for passage in every if _is_beside(document, passage, image)]
    slogan = next((passage for passage in near if _is_slogan(passage.text)), None)
    if slogan is None and not _asks(image.get("alt") or ""):
        return ()
    after = [passage for passage in every if passage.span.start >= image.span.end and passage is not slogan]
    if sum(len(passage.text.strip()) for passage in after) > _MOST_AFTER or (slogan is None and len(every) < 2):
        return ()
    if any(_goes_on(document, passage) for passage in after):
        return ()
    words = f"{image.get('src')} {image.get('alt')} {slogan.text if slogan else ''}"
    if not _QR.search(words) or document.has_template(image.span):
        return ()
    pieces = {_unit(document, image.span)} | ({_unit(document, slogan.span)} if slogan else set())
    parted = joined(document, sorted(pieces))
    return (whole_of(document, parted[0]),) if len(parted) == 1 else parted


def _goes_on(document: Document, passage: Passage) -> bool:
    """Whether the article goes on with a passage below a picture: a sentence, a heading, the next step."""
    text = passage.text.strip()
    is_sentence = len(text) >= _SENTENCE and text[-1] in "。.!！?？" and LABEL.search(text) is None
    line = document.source.line_start(passage.span.start)
    return is_sentence or _STEP.match(document.source.flat, line) is not None


def _is_near_end(document: Document, at: int) -> bool:
    """Whether a reader finds so little from here on that a picture here may belong to an ending."""
    length = 0
    for start, end in reversed(document.prose):
        if start < at:
            break
        length += len(document.text[start:end].strip())
        if length > _MOST_AFTER + _MOST_SLOGAN:
            return False
    return True


def _is_slogan(text: str) -> bool:
    words = _ADDRESS.sub("", _PICTURE.sub("", text)).strip()
    return len(words) <= _MOST_SLOGAN and _asks(words)


def _asks(text: str) -> bool:
    """Whether a line asks the reader to scan or to follow, and does not tell what then happens."""
    return bool(_SLOGAN.search(text) and _CALL.match(text.strip())) and not _TELLS_ON.search(text)


def _is_beside(document: Document, passage: Passage, image: Node) -> bool:
    """Whether only tags and blanks part a passage from a picture, or the picture stands in it."""
    if passage.span.start <= image.span.start < passage.span.end:
        return True
    first, then = sorted((passage.span, image.span))
    if then.start - first.end > 600:
        return False
    between = document.text[first.end : then.start]
    return not re.sub(r"<[^<>]*>|[\s>*_()\[\]!]|\{[^{}]*\}", "", between)


def _unit(document: Document, span: Span) -> Span:
    """What to take out with a span: the small element that holds it, or its lines."""
    holders = [
        node
        for node in document.tags(*_HOLDERS)
        if node.end_tag is not None and node.content.covers(span) and _is_light(document, node)
    ]
    if holders:
        return min((node.whole for node in holders), key=lambda whole: whole.end - whole.start)
    flat = document.source.flat
    start, end = document.source.line_start(span.start), line_end(flat, max(span.end - 1, span.start))
    outside = flat[start : span.start] + flat[min(span.end, end) : end]
    if re.sub(r"[\s>*_]|<[^<>]*>|\{:[^{}]*\}", "", outside):
        return Span(span.start, min(span.end, end))
    listed = _ATTRIBUTES_BELOW.match(flat, end)
    return Span(start, listed.end() if listed else end)


def _is_light(document: Document, node: Node) -> bool:
    return node.whole.end - node.whole.start < _TAIL and len(document.inner_text(node)) <= _MOST_SLOGAN + 20
