"""Who watches readers: hosts of analytics, advertising and tag managers, and the snippets they ask to be pasted."""

from __future__ import annotations

import re

from contentlint.address import as_read, domains_of, host_of, is_on
from contentlint.lazy import known_if_short
from contentlint.patterns import pattern

# whose pictures of products may be seen
_SHOPS = frozenset(
    """
    amazon-adsystem.com assoc-amazon.com assoc-amazon.ca assoc-amazon.co.uk assoc-amazon.de assoc-amazon.es assoc-amazon.fr
    assoc-amazon.it assoc-amazon.jp
    """.split()
)
# They do nothing but count, follow or advertise, whatever is loaded from there.
_WATCHERS = _SHOPS.union(
    """
    google-analytics.com googletagmanager.com googletagservices.com googleadservices.com googlesyndication.com
    doubleclick.net adservice.google.com 2mdn.net app-measurement.com analytics.google.com
    scorecardresearch.com quantserve.com quantcount.com imrworldwide.com chartbeat.net static.chartbeat.com
    cdn.parsely.com srv.pixel.parsely.com p1.parsely.com
    static.hotjar.com script.hotjar.com vars.hotjar.com clarity.ms cdn.mxpnl.com api.mixpanel.com cdn.amplitude.com
    api.amplitude.com cdn.segment.com cdn.segment.io api.segment.io heapanalytics.com edge.fullstory.com rs.fullstory.com
    cdn.mouseflow.com script.crazyegg.com cdn.luckyorange.com d10lpsik1i8c69.cloudfront.net js-agent.newrelic.com
    nr-data.net cdn.inspectlet.com app.posthog.com us-assets.i.posthog.com eu-assets.i.posthog.com
    omtrdc.net 2o7.net demdex.net everesttech.net assets.adobedtm.com tags.tiqcdn.com krxd.net bluekai.com bkrtx.com
    webtrendslive.com cxense.com webtrekk.net wt-safetag.com etracker.com
    adsrvr.org adnxs.com criteo.com criteo.net adform.net rubiconproject.com pubmatic.com openx.net casalemedia.com
    moatads.com adroll.com media.net sharethrough.com teads.tv smartadserver.com
    cdn.taboola.com trc.taboola.com widgets.outbrain.com tr.outbrain.com zemanta.com zergnet.com revcontent.com mgid.com
    c.statcounter.com secure.statcounter.com sitemeter.com histats.com static.getclicky.com in.getclicky.com
    static.woopra.com stats.wp.com pixel.wp.com stats.wordpress.com
    bat.bing.com ads-twitter.com analytics.twitter.com analytics.tiktok.com snap.licdn.com
    px.ads.linkedin.com dc.ads.linkedin.com ct.pinterest.com alb.reddit.com tr.snapchat.com a.quora.com q.quora.com
    js.hs-analytics.net js.hs-scripts.com js.hscollectedforms.net track.hubspot.com munchkin.marketo.net pi.pardot.com
    trackcmp.net s7.addthis.com ws.sharethis.com w.sharethis.com cdn.tynt.com
    v1.jiathis.com v2.jiathis.com v3.jiathis.com bdimg.share.baidu.com busuanzi.ibruce.info busuanzi.sukap.dev counter.theconversation.com
    hm.baidu.com tongji.baidu.com cpro.baidu.com cpro.baidustatic.com pos.baidu.com eclick.baidu.com dup.baidustatic.com
    push.zhanzhang.baidu.com zz.bdstatic.com cbjs.baidu.com drmcmm.baidu.com cnzz.com cnzz.net 51.la 51yes.com
    umeng.com mmstat.com tanx.com atanx.alicdn.com beacon.sina.com.cn sax.sina.com.cn sax.sina.cn dcads.sina.com.cn
    pingjs.qq.com pingfore.qq.com pingtcss.qq.com tajs.qq.com beacon.qq.com beaconcdn.qq.com btrace.qq.com
    tcss.qq.com l.qq.com pgdt.ugdtimg.com adsense.html5.qq.com analytics.163.com analytics.ws.126.net
    wrating.com irs01.com irs01.net irs03.com miaozhen.com admaster.com.cn gridsumdissector.com gridsumdissector.cn
    sensorsdata.cn growingio.com zhugeio.com talkingdata.com talkingdata.net allyes.com mediav.com
    ipinyou.com emarbox.com pv.sohu.com txt.go.sohu.com hui.sohu.com stadig.ifeng.com webdig.people.com.cn webd.home.news.cn
    mc.yandex.ru mc.webvisor.org an.yandex.ru top-fwz1.mail.ru top.mail.ru counter.yadro.ru counter.rambler.ru
    st.top100.ru hit.gemius.pl ioam.de ivwbox.de xiti.com ati-host.net met.vgwort.de
    wcs.naver.net wcs.naver.com wcs.pstatic.net pixel.propublica.org ga-beacon.appspot.com simpleanalyticscdn.com cdn.usefathom.com gc.zgo.at
    cloudflareinsights.com cloud.umami.is dap.digitalgov.gov
    cdn.counter.dev analytics.ahrefs.com cdn.pendo.io cdn.optimizely.com s.skimresources.com scripts.mediavine.com rum-static.pingdom.net
    platform-api.sharethis.com cdn.rudderlabs.com tracker.metricool.com
    """.split()
)
# hosts with another side to them, with the paths that count
_TWO_SIDED = {
    domain: pattern(paths, re.IGNORECASE)
    for domain, paths in {
        "facebook.com": r"/tr(?:[/?]|\Z)",
        "facebook.net": r"/[^?#]*/fbevents",
        "statcounter.com": "/counter/",
        "list-manage.com": "/track/",
        "eotrx.substackcdn.com": r"/open\?",
        "mandrillapp.com": r"/track/open\.php",
        "awstrack.me": "/i0/",
        "hubspotemail.net": "/e2t/o/",
        "link.mail.beehiiv.com": "/ss/o/",
        **{
            f"{mailer}{number}.com": r"/t/[\w-]+/o\.gif"
            for mailer in ("cmail", "createsend")
            for number in range(1, 31)
        },
        "s.pinimg.com": "/ct/",
        "redditstatic.com": "/ads/",
        "sc-static.net": "/scevent",
        "plausible.io": "/(?:js|api)/",
        "goatcounter.com": "/count",
        "t.co": "/(?:1/)?i/adsct",
        "alicdn.com": "/alilog/",
        "sinajs.cn": "/[^?#]*suda",
        "sinaimg.cn": "/[^?#]*(?:/suda|sinaads)",
        "gtimg.co": r"/[^?#]*(?:beacon|ping_tcss|tcss)[\w.-]*\.js",
        "gtimg.com": r"/[^?#]*(?:beacon|ping_tcss|tcss)[\w.-]*\.js",
        "feeds.feedburner.com": "/~(?:r|ff|4)/",
        "feeds.wordpress.com": r"/1\.0/",
        "blogger.googleusercontent.com": "/tracker/",
        "medium.com": "/_/stat",
        "a8.net": r"/0\.gif",
        "i.moshimo.com": "/af/i/impression",
        "t.felmat.net": "/fmimp/",
        "rentracks.jp": r"/adx/p\.gifx",
        "static.scarf.sh": r"/a\.png",
        "t1.daumcdn.net": "/kas/",
        "t1.kakaocdn.net": "/kas/",
        "ads-partners.coupang.com": r"/g\.js",
        "ad.jp.ap.valuecommerce.com": "/servlet/(?:js|smartphone)banner",
        "xml.affiliate.rakuten.co.jp": "/widget/js/",
    }.items()
}
# the picture of a product, which its advertising shows and asks to be linked
_COVER = pattern(r"/widgets/q\?(?:[^#]*&)?id=asinimage(?:[&#]|\Z)")
# what is installed on a site of one's own, or answers there in a mailer's name
_OWN = ("matomo", "piwik", "umami", "/wf/open?upn=")
_INSTALLED = pattern(r"(?ai)(?:https?:)?//[\w.:-]+/(?:(?:[^?#]*/)?(?:matomo|piwik|umami)\.(?:js|php)|wf/open\?upn=)")
# what every snippet has in it, which is looked for first since a pattern is slow, and what follows it
_SNIPPETS = {
    "ga(": r"""\s*['"](?:create|send)['"]""", "gtag(": r"""\s*['"](?:js|config)['"]""", "_gaq": r"\s*(?:=|\.push)", "GoogleAnalyticsObject": "",
    "__gaTracker(": "", "gtm.start": r"\b", "googletag.": r"(?:cmd|pubads|defineSlot)", "adsbygoogle": r"\b", "google_ad_": r"(?:client|slot)\b",
    "google_conversion_id": r"\b", "fbq(": r"""\s*['"](?:init|track)['"]""", "twq(": r"""\s*['"](?:init|config|track)['"]""",
    "ttq.": r"(?:load|page)\(", "snaptr(": r"""\s*['"]init""", "pintrk(": r"""\s*['"]load""", "_linkedin_": r"(?:data_)?partner_id",
    "_paq": r"\s*(?:=|\.push)", "_hmt": r"\s*(?:=|\.push)", "_czc": r"\s*(?:=|\.push)", "cnzz_protocol": "", "CNZZ": "", "LA.": r"(?:init|ids)\b",
    "cpro_id": r"\b", "BAIDU_CLB_": "", "sinaad": r"(?:s?Toolkit\b|s\b)", "SUDA.": "", "suds_count": r"\b", "TencentGDT": r"\b",
    "_sf_async_config": r"\b", "_comscore": r"\s*(?:=|\.push)", "_qevents": r"\s*(?:=|\.push)", "mixpanel.": r"(?:init|track)",
    "amplitude.": r"(?:getInstance|init)", "analytics.load(": "", "heap.load(": "", "_hjSettings": r"\b", "ym(": r"""\s*\d+\s*,\s*['"]init""",
    "yaCounter": r"\d", "sc_project": r"\s*=", "_satellite.": "", "_tynt": r"\b", "Tynt.": "", "_taboola": r"\s*(?:=|\.push)",
    "clarity": r"""["']\s*,\s*["']script""", "amzn_assoc_": "", "_trackPageview": r"\b", "_uacct": r"\b", "urchinTracker": r"\b",
    "_bd_share_config": r"\b", "slotbydup": r"\b", "NREUM": r"\b", "dcsMultiTrack": r"\b", "_vwo_": "", "piwikTracker": r"\b", "posthog.init": r"\b",
    "_fbq": r"\s*=", "wcs_": r"""(?:add(?:\.wa|\[['"]wa['"]\])\s*=|do\(\s*(?:_nasa\s*)?\))""", "wcs.": r"(?:inflow|cnv)\(",
    "_nasa": r"""(?:\.cnv|\[['"]cnv['"]\])\s*=""", "PartnersCoupang": r"\.G\(", "rakuten_affiliateId": r"\s*=", "stLight.options(": "",
}  # fmt: skip
_SNIPPET = pattern("|".join(rf"(?<!\w){re.escape(word)}{rest}" for word, rest in _SNIPPETS.items()))
# advertising that readers see, by its hosts and by the words of its snippets
_ON_SHOW = pattern(
    r"(?i)googlesyndication|adsbygoogle|google_ad_|googletag\b|googletagservices|doubleclick|amazon-adsystem|assoc-amazon|amzn_assoc_"
    r"|valuecommerce|rakuten|coupang|/kas/|\bcpro|BAIDU_CLB_|slotbydup|dup\.baidustatic|pos\.baidu|cbjs\.baidu|sinaads?|\bsax\.sina"
    r"|TencentGDT|adsense\.html5\.qq|criteo|adnxs|adform|openx\.net|media\.net|teads|smartadserver|sharethrough|taboola|outbrain"
    r"|zergnet|revcontent|mgid|mediavine|an\.yandex\.ru|tanx\.com"
)
# what a page's own scripts do and no snippet does
_WORKS = pattern(
    r"\.(?:innerHTML|textContent|innerText|classList|style|value|hidden|checked)\b|\bquerySelector|\bon(?:click|submit|change|input)\b"
    r"|\baddEventListener\(\s*['\"](?!load|DOMContentLoaded)|\b(?:fetch|alert|confirm|prompt|XMLHttpRequest|console\.log|localStorage|sessionStorage|import)\b|\$\("
)
_NAME = r"(?:window\.)?[\w$.\[\]'\"]{1,60}"
_FRAME = pattern(  # statements that stand around a snippet
    rf"""(?x)\s*(?:
      (?:(?:var|let|const)\s+)?{_NAME}\s*=\s*(?:{_NAME}\s*\|\|\s*)?(?:\[[^()]*\]|\{{[^()]*\}}|{_NAME}|-?\d+|(['"])[^'"]*\1|new\s+Date\(\)|document\.(?:createElement|getElementsByTagName)\([^()]*\)(?:\[0\])?)
    | (?:var|let|const)\s+[\w$]+(?:\s*,\s*[\w$]+)*
    | if\s*\(\s*!(?P<lacking>{_NAME})\s*\)\s*(?:var\s+)?(?P=lacking)\s*=\s*\{{\s*\}}
    | function\s+[\w$]+\(\)\s*\{{\s*(?:window\.)?[\w$]+\.push\(arguments\);?\s*\}}
    | {_NAME}\.(?:push|insertBefore|appendChild|setAttribute)\(.*\)
    | (?:(?:var|let|const)\s+)?{_NAME}\s*=\s*\(*['"]https:['"]\s*===?.* | document\.write\(.*script.*\)
    | [!(]\s*(?:function\s*\([^()]*\)|\(\)\s*=>)\s*\{{.*\.createElement\(.*\.(?:insertBefore|appendChild)\(.*
    | ['"]use\ strict['"]
    )\s*""",
    re.DOTALL,
)
_TOKEN = pattern(  # the group: a string or comment that is never closed
    r"\n\s*+|//[^\n]*|/\*.*?\*/|'(?:[^'\\\n]|\\.)*+'|\"(?:[^\"\\\n]|\\.)*+\"|`(?:[^`\\]|\\.)*+`|<!--[^\n]*|(/\*|['\"`])|.",
    re.DOTALL,
)
_GOES_ON = pattern(r"\s*[({\[.,?:=+*/&|-]")
_MOST_STATEMENTS = 40
_LOADED = pattern(r"(?:https?:)?(?:\\?/){2}[\w.-]+(?:\\?/[\w./-]*)?")

_JOINED = pattern(r"\+\s*+['\"]([\w-]++(?:\.[\w-]++)++(?:/[\w./-]*+)?)")  # to the protocol that the page has


def watches(address: str) -> bool:
    """Whether what is loaded from an address is there to count or follow readers."""
    return watches_from(host_of(address), address)


def watches_from(host: str, address: str) -> bool:
    """Whether it is, by the address and its host."""
    if not host:
        return False
    lowered = as_read(address).lower()
    path = lowered.find(host) + len(host)
    if _only_watches(host):
        return not (is_on(host, _SHOPS) and _COVER.match(lowered, path))
    if any(word in lowered for word in _OWN) and _INSTALLED.match(lowered):
        return True
    counting = _other_side(host)
    return counting is not None and counting.match(lowered, path) is not None


@known_if_short
def _only_watches(host: str) -> bool:
    return is_on(host, _WATCHERS)


@known_if_short
def _other_side(host: str) -> re.Pattern[str] | None:
    """The paths of a host that count readers."""
    return next((_TWO_SIDED[domain] for domain in domains_of(host) if domain in _TWO_SIDED), None)


def is_snippet(script: str) -> bool:
    """Whether a script's text is one that a tracker asks to be pasted, or one that loads a tracker."""
    if any(word in script for word in _SNIPPETS) and _SNIPPET.search(script):
        return True
    if not any(way in script for way in (".src", "createElement", "document.write")):
        return False
    if any(watches(match[0].replace("\\", "")) for match in _LOADED.finditer(script)):
        return True
    return "document.write" in script and any(watches(f"//{match[1]}") for match in _JOINED.finditer(script))


def shows_something(script: str) -> bool:
    """Whether a tracker's script, by its address or its text, may draw an advertisement where it stands."""
    return _ON_SHOW.search(script) is not None


def is_only_snippet(script: str) -> bool:
    """Whether each statement of a tracker's snippet is the tracker's, so that nothing else goes with it."""
    if _WORKS.search(script):
        return False
    found = _statements(script)
    return (
        found is not None
        and len(found) <= _MOST_STATEMENTS
        and all(is_snippet(each) or _FRAME.fullmatch(each) for each in found)
    )


def _statements(script: str) -> list[str] | None:
    """The statements that stand in no brackets, without comments; None where what a quote begins does not end."""
    found, statement, depth = [], "", 0
    for token in _TOKEN.finditer(script):
        piece = token[0]
        if token[1]:
            return None
        if piece.startswith(("//", "/*", "<!--")):
            continue
        depth += (piece in ("(", "[", "{")) - (piece in (")", "]", "}"))
        ends = piece == ";" or (piece[0] == "\n" and not _GOES_ON.match(script, token.end()))
        if depth == 0 and ends:
            found.append(statement)
            statement = ""
        else:
            statement += piece
    return [each for each in (*found, statement) if each.strip()]
