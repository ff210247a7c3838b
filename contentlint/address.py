"""Where a link leads: the same destination under its many spellings; standard library only.

The rules that clean links and `Document.reading()`, which guards them, must agree on this, so it stands here, below both.
"""

from __future__ import annotations

import re
from collections.abc import Container
from urllib.parse import parse_qsl, unquote, urlsplit

TRACKING_PARAMETERS = frozenset(
    """
    fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh mc_cid mc_eid mkt_tok
    _hsenc _hsmi __hstc __hssc __hsfp hsctatracking oly_anon_id oly_enc_id vero_id vero_conv wickedid s_cid _openstat
    rb_clickid ml_subscriber ml_subscriber_hash spm spm_id_from scm share_token share_source share_medium
    share_plat share_session_id share_tag suda suda-uatrack vd_source from_spmid nsukey wt_mc xtor _ga _gl srsltid
    """.split()
)
_TRACKING_PREFIXES = ("utm_", "pk_", "mtm_", "hsa_")

# host suffix, path, query key that holds the target
_REDIRECTORS = (
    ("link.zhihu.com", "/", "target"),
    ("google.com", "/url", "q"),
    ("google.com", "/url", "url"),
    ("l.facebook.com", "/l.php", "u"),
    ("lm.facebook.com", "/l.php", "u"),
    ("l.instagram.com", "/", "u"),
    ("youtube.com", "/redirect", "q"),
    ("link.juejin.cn", "/", "target"),
    ("link.juejin.im", "/", "target"),
    ("jianshu.com", "/go-wild", "url"),
    ("link.csdn.net", "/", "target"),
    ("gitee.com", "/link", "target"),
    ("douban.com", "/link2/", "url"),
    ("weibo.cn", "/sinaurl", "u"),
    ("weibo.cn", "/sinaurl", "toasturl"),
    ("t.me", "/iv", "url"),
    ("steamcommunity.com", "/linkfilter/", "url"),
    ("out.reddit.com", "/", "url"),
    ("duckduckgo.com", "/l/", "uddg"),
    ("slack-redir.net", "/link", "url"),
)
# a portal's own redirector: the path says so, whatever the host
_REDIRECT_PATH = re.compile(r"(?i)/(?:GoToLink|linkfilter|sinaurl|go-wild)(?:\.aspx|\.php|\.html)?/?$")
_REDIRECT_KEYS = ("url", "u", "target", "toasturl")
_LEADING = "".join(map(chr, range(0x21)))
_DROPPED = dict.fromkeys(map(ord, "\t\n\r"))
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*+):")
_AUTHORITY = re.compile(r"(?:https?:)?[/\\]{2,}+(?:[^/\\?#]*@)?([^/\\?#:]*+)", re.ASCII | re.IGNORECASE)
_TARGET = re.compile(r"(?i)https?://[^\s/?#.][^\s/?#]*\.?[^\s]*\Z")


def as_read(url: str) -> str:
    """The address without what a browser drops before it looks at it: https://url.spec.whatwg.org/#url-parsing."""
    return url.strip(_LEADING).translate(_DROPPED)


def scheme_of(url: str) -> str:
    """The scheme in lower case, "" for a relative address."""
    match = _SCHEME.match(as_read(url))
    return match[1].lower() if match else ""


def host_of(url: str) -> str:
    """The host of an http(s) or protocol-relative address in lower case, "" for any other."""
    match = _AUTHORITY.match(as_read(url))
    return match[1].lower().rstrip(".") if match else ""


def is_remote(url: str) -> bool:
    """Whether an address names a host, which may or may not be the page's own."""
    return bool(host_of(url)) or scheme_of(url) in ("http", "https", "ftp")


def is_on(host: str, domains: Container[str]) -> bool:
    """Whether a host is one of these domains or below one."""
    while host:
        if host in domains:
            return True
        host = host.partition(".")[2]
    return False


def is_tracking_parameter(name: str, extra: frozenset[str] = frozenset()) -> bool:
    """Whether a query key only tells where a reader came from."""
    lowered = unquote(name).lower()
    return lowered in TRACKING_PARAMETERS or lowered.startswith(_TRACKING_PREFIXES) or lowered in extra


def without_tracking(url: str, extra: frozenset[str] = frozenset()) -> str:
    """The URL as written, less its tracking parameters; a URL that has none comes back unchanged."""
    head, hash_mark, fragment = url.partition("#")
    path, question, query = head.partition("?")
    if not question:
        return url
    separator = "&amp;" if "&amp;" in query else "&"
    pairs = query.split(separator)
    kept = [pair for pair in pairs if not is_tracking_parameter(pair.split("=", 1)[0], extra)]
    if len(kept) == len(pairs):
        return url
    return path + ("?" + separator.join(kept) if kept else "") + hash_mark + fragment


def redirect_target(url: str) -> str | None:
    """The absolute http(s) URL that a known redirector leads to, or None."""
    if "?" not in url or not url.lower().startswith(("http://", "https://", "//")):
        return None
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    keys = [
        key
        for suffix, path, key in _REDIRECTORS
        if (host == suffix or host.endswith("." + suffix)) and parts.path.rstrip("/") == path.rstrip("/")
    ]
    if not keys and _REDIRECT_PATH.search(parts.path):
        keys = list(_REDIRECT_KEYS)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    for key in keys:
        target = query.get(key, "")
        if _TARGET.match(target):
            return target
    return None


def canonical(url: str) -> str:
    """One spelling for all URLs that lead a reader to the same place."""
    url = re.sub(r"[\t\n\r]", "", url.strip())  # as a browser does: https://url.spec.whatwg.org/#url-parsing
    for _ in range(4):  # a redirector may lead to another
        target = redirect_target(url)
        if target is None:
            break
        url = target
    if url.startswith("//"):
        url = "https:" + url
    return re.sub(r"\s", lambda space: f"%{ord(space[0]):02X}", without_tracking(url))
