"""Sites whose links lead on to another address, which they hold; standard library only."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from contentlint.address import domains_of, is_google, is_on
from contentlint.patterns import pattern

# host suffix, path (None: any), query keys that hold the target; "" for a query that is the target as a whole
_REDIRECTORS: tuple[tuple[str, str | None, tuple[str, ...]], ...] = (
    ("link.zhihu.com", "/", ("target",)),
    ("medium.com", "/r", ("url",)),
    ("tieba.baidu.com", "/mo/q/checkurl", ("url",)),
    ("bdimg.com", "/safecheck/index", ("url",)),
    ("facebook.com", "/l.php", ("u",)),
    ("facebook.com", "/flx/warn", ("u",)),
    ("l.messenger.com", "/l.php", ("u",)),
    ("l.instagram.com", "/", ("u",)),
    ("l.threads.net", "/", ("u",)),
    ("l.threads.com", "/", ("u",)),
    ("youtube.com", "/redirect", ("q",)),
    ("linkedin.com", "/redir/redirect", ("url",)),
    ("linkedin.com", "/safety/go", ("url",)),
    ("vk.com", "/away.php", ("to",)),
    ("livejournal.com", "/away", ("to",)),
    ("t.umblr.com", "/redirect", ("z",)),
    ("exit.sc", "/", ("url",)),
    ("gate.sc", "/", ("url",)),
    ("disq.us", "/url", ("url",)),
    ("developer.aliyun.com", "/redirect", ("target",)),
    ("href.li", "/", ("",)),
    ("anonym.to", "/", ("",)),
    ("anon.to", "/", ("",)),
    ("dereferer.me", "/", ("",)),
    ("nullrefer.com", "/", ("",)),
    ("pixiv.net", "/jump.php", ("url", "")),
    ("deviantart.com", "/users/outgoing", ("",)),
    ("curseforge.com", "/linkout", ("remoteUrl",)),
    ("steamcommunity.com", "/linkfilter", ("url", "u")),
    ("out.reddit.com", None, ("url",)),
    ("duckduckgo.com", "/l", ("uddg",)),
    ("slack-redir.net", "/link", ("url",)),
    ("safelinks.protection.outlook.com", "/", ("url",)),
    ("getpocket.com", "/redirect", ("url",)),
    ("quora.com", "/_/redirect", ("url",)),
    ("yandex.ru", "/clck/jsredir", ("url",)),
    ("googleadservices.com", "/pagead/aclk", ("adurl",)),
    ("ld246.com", "/forward", ("goto",)),
    ("security.feishu.cn", "/link/safety", ("target",)),
    ("go.redirectingat.com", "/", ("url",)),
    ("go.skimresources.com", "/", ("url",)),
    ("redirect.viglink.com", "/", ("u",)),
    ("c.duomai.com", "/track.php", ("t",)),
    ("t.me", "/iv", ("url",)),
    ("link.juejin.cn", "/", ("target",)),
    ("link.juejin.im", "/", ("target",)),
    ("jianshu.com", "/go-wild", ("url",)),
    ("links.jianshu.com", "/go", ("to",)),
    ("link.jianshu.com", "/", ("t",)),
    ("link.csdn.net", "/", ("target",)),
    ("link.cnblogs.com", "/", ("url",)),
    ("link.segmentfault.com", "/", ("url",)),
    ("gitee.com", "/link", ("target",)),
    ("gitcode.com", "/link", ("target",)),
    ("leetcode.cn", "/link", ("target",)),
    ("leetcode-cn.com", "/link", ("target",)),
    ("hd.nowcoder.com", "/link.html", ("target",)),
    ("sspai.com", "/link", ("target",)),
    ("yuque.com", "/r/goto", ("url",)),
    ("afdian.net", "/link", ("target",)),
    ("afdian.com", "/link", ("target",)),
    ("coolapk.com", "/link", ("url",)),
    ("infoq.cn", "/link", ("target",)),
    ("cloud.tencent.com", "/developer/tools/blog-entry", ("target",)),
    ("docs.qq.com", "/scenario/link.html", ("url",)),
    ("c.pc.qq.com", None, ("pfurl", "url")),
    ("weixin110.qq.com", "/cgi-bin/mmspamsupport-bin/newredirectconfirmcgi", ("url",)),
    ("mp.weixinbridge.com", "/mp/wapredirect", ("url",)),
    ("game.bilibili.com", "/linkfilter", ("url",)),
    ("search.naver.com", "/p/crd/rd", ("u",)),
    ("douban.com", "/link2", ("url",)),
    ("weibo.cn", "/sinaurl", ("u", "toasturl")),
    ("weibo.com", "/sinaurl", ("u", "toasturl")),
    ("passport.weibo.com", "/visitor/visitor", ("url",)),
)
# redirectors that keep their target in the path
_IN_PATH = pattern(
    r"(?i)(?:https?:)?//(?:rd\.yahoo\.co\.jp/[^?#]*?/\*|r\.search\.yahoo\.com/[^?#]*?/RU="
    r"|[^\s/?#]+/C?L0/(?=https?:%2F%2F[^\s/?#]+/\d+/))(?P<target>[^\s]+)"  # of mails that Amazon sends
)
_DEFENSE = pattern(
    r"(?i)https?://(?:urldefense\.(?:com|us)/v3/__(?P<plain>https?://[^\s*]+?)__;|urldefense\.proofpoint\.com/v2/url\?u=(?P<coded>[^\s&]+))"
)
_IN_BASE64 = pattern(r"(?i)https?://[\w-]+\.convertkit-mail\d*\.com/\w+/\w+/(?P<target>aHR0c[\w-]+=*)\Z")
_BING = pattern(r"(?i)(?:https?:)?//(?:www\.)?bing\.com/ck/a\?")
_OF_GOOGLE = {"/url": ("q", "url"), "/aclk": ("adurl",)}
# a portal's own redirector: the path says so, whatever the host
_REDIRECT_PATH = pattern(r"(?i)/(?:GoToLink|linkfilter|sinaurl|go-wild)(?:\.aspx|\.php|\.html)?/?\Z")
_MOST_HOPS = 4  # a redirector may lead to another
_REDIRECT_KEYS = ("url", "u", "target", "toasturl")
_SIGNED = pattern(r":[\w-]{6,}\Z")  # what Disqus writes behind the target
_BYTES = "surrogateescape"  # what keeps bytes that are no text
_TARGET = pattern(r"(?i)https?://[^\s/?#.][^\s/?#]*\.?[^\s]*\Z")


def may_redirect(text: str) -> bool:
    """Whether there may be a redirector in a text at all."""
    # this is asked of every link, and a loop over the words takes twice the time
    return "?" in text or "yahoo" in text or "urldefense" in text or "L0/http" in text or "/aHR0c" in text


def redirect_target(url: str) -> str | None:
    """The absolute http(s) URL that a known redirector leads to at last, or None."""
    target = None
    for _ in range(_MOST_HOPS):
        following = _next_target(url if target is None else target)
        if following is None:
            break
        target = following
    return target


def _next_target(url: str) -> str | None:
    if not may_redirect(url) or not url.lower().startswith(("http://", "https://", "//")):
        return None
    target = next(filter(_TARGET.match, _targets(url)), None)
    return None if target is None else _visible(target)


def _visible(address: str) -> str:
    """An address in which signs that draw nothing or turn the line around, and bytes that are none, stay encoded."""
    if address.isprintable() and "\ufffd" not in address:
        return address
    return "".join(sign if sign.isprintable() and sign != "\ufffd" else quote(sign, errors=_BYTES) for sign in address)


def _targets(url: str) -> Iterator[str]:
    """What a redirector may hold as its target."""
    if (defense := _DEFENSE.match(url)) is not None:
        yield defense["plain"] or unquote(defense["coded"].replace("-", "%").replace("_", "/"), errors=_BYTES)
        return
    if (in_path := _IN_PATH.match(url)) is not None:
        first = in_path["target"].split("/", 1)[0]
        yield unquote(first, errors=_BYTES) if "%" in first else in_path["target"]
        return
    if (in_base64 := _IN_BASE64.match(url)) is not None:
        yield _from_base64(in_base64["target"])
        return
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return
    query = dict(parse_qsl(parts.query, keep_blank_values=True, errors=_BYTES))
    if _BING.match(url):
        yield _from_base64(query.get("u", "")[2:])
        return
    for key in _keys(host, parts.path):
        target = (query.get(key, "") if key else parts.query).strip().replace(" ", "%20")
        for each in (target, unquote(target, errors=_BYTES).replace(" ", "%20")):
            yield _SIGNED.sub("", each) if is_on(host, ("disq.us",)) else each


def _from_base64(text: str) -> str:
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    except ValueError:
        return ""


@cache
def _by_domain() -> Mapping[str, Sequence[tuple[str | None, tuple[str, ...]]]]:
    """The paths and keys of `_REDIRECTORS` by their hosts."""
    found: dict[str, list[tuple[str | None, tuple[str, ...]]]] = {}
    for domain, path, keys in _REDIRECTORS:
        found.setdefault(domain, []).append((path, keys))
    return found


def _keys(host: str, path: str) -> list[str]:
    """The query keys in which a redirector at this place keeps its target."""
    bare = path.rstrip("/")
    known = [each for domain in domains_of(host) for each in _by_domain().get(domain, ())]
    keys = [key for at, names in known if at is None or at.rstrip("/") == bare for key in names]
    if bare in _OF_GOOGLE and is_google(host):
        keys += _OF_GOOGLE[bare]
    return keys or (list(_REDIRECT_KEYS) if _REDIRECT_PATH.search(path) else [])
