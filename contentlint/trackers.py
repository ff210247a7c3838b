"""Who watches readers: hosts of analytics, advertising and tag managers, and the snippets they ask to be pasted."""

from __future__ import annotations

import re

from contentlint.address import host_of, is_on

# counters and analytics: a picture, script or frame from there is there to count
HOSTS = frozenset(
    """
    google-analytics.com googletagmanager.com googleadservices.com googlesyndication.com doubleclick.net
    googletagservices.com scorecardresearch.com quantserve.com chartbeat.com parsely.com parse.ly hotjar.com
    mixpanel.com amplitude.com segment.com segment.io heapanalytics.com fullstory.com mouseflow.com crazyegg.com
    newrelic.com nr-data.net omtrdc.net demdex.net everesttech.net 2o7.net adobedtm.com tealiumiq.com tiqcdn.com
    krxd.net bluekai.com adsrvr.org adnxs.com criteo.com criteo.net outbrain.com taboola.com zemanta.com
    statcounter.com histats.com addfreestats.com clicky.com getclicky.com woopra.com kissmetrics.com clarity.ms
    bat.bing.com ads-twitter.com analytics.tiktok.com snap.licdn.com px.ads.linkedin.com ct.pinterest.com
    pixel.wp.com stats.wp.com pixel.quantserve.com b.scorecardresearch.com connect.facebook.net
    hm.baidu.com cnzz.com 51.la mmstat.com tanx.com sinajs.cn beacon.sina.com.cn sax.sina.com.cn
    pingjs.qq.com beacon.qq.com analytics.163.com wrating.com irs01.com miaozhen.com admaster.com.cn growingio.com
    mc.yandex.ru top-fwz1.mail.ru counter.yadro.ru hit.gemius.pl ioam.de imrworldwide.com
    plausible.io matomo.cloud piwik.pro simpleanalyticscdn.com umami.is goatcounter.com static.cloudflareinsights.com
    """.split()
)
_BEACON_PATH = re.compile(
    r"(?i)//(?:[\w.-]*\.)?facebook\.com/tr(?:[/?]|\Z)|/(?:pixel|beacon|track(?:ing)?|collect)\.(?:gif|png)(?:\?|\Z)|/piwik\.php\?|/matomo\.php\?"
)
_SNIPPET = re.compile(
    r"\bga\(\s*['\"](?:create|send)['\"]|\bgtag\(\s*['\"](?:js|config)['\"]|\b_gaq\s*(?:=|\.push)|\bfbq\(\s*['\"](?:init|track)['\"]"
    r"|GoogleAnalyticsObject|\b_hmt\s*(?:=|\.push)|googletag\.(?:cmd|pubads)|\(adsbygoogle\s*=|\b_paq\s*(?:=|\.push)|\bgtm\.start\b"
    r"|\b_sf_async_config\b|\b_comscore\s*(?:=|\.push)|\bCNZZ|cnzz_protocol|\bmixpanel\.(?:init|track)|\bhj\(|\b_hjSettings\b|\bym\(\d"
)


def watches(address: str) -> bool:
    """Whether what is loaded from an address is there to count or follow readers."""
    host = host_of(address)
    return bool(host) and (is_on(host, HOSTS) or _BEACON_PATH.search(address) is not None)


def is_snippet(script: str) -> bool:
    """Whether a script's text is one that a tracker asks to be pasted."""
    return _SNIPPET.search(script) is not None
