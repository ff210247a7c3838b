"""Every kind of tracker is known by its address or its snippet: what is looked for first must not hide any."""

from __future__ import annotations

import pytest

from contentlint.beacons import is_beacon
from contentlint.parsing import parse
from contentlint.text import Source
from contentlint.trackers import is_only_snippet, is_snippet, watches

ADDRESSES = """
https://www.facebook.com/tr?id=1 //connect.facebook.net/en_US/fbevents.js https://www.statcounter.com/counter/counter.js
https://x.list-manage.com/track/open.php https://s.pinimg.com/ct/core.js https://www.redditstatic.com/ads/pixel.js
https://sc-static.net/scevent.min.js https://plausible.io/js/script.js https://kite.goatcounter.com/count https://t.co/i/adsct?x=1
https://g.alicdn.com/alilog/mlog.js https://i.sso.sinajs.cn/js/suda.js https://n.sinaimg.cn/a/sinaads.js https://d1.sinaimg.cn/x/suda_log.js
https://mat1.gtimg.com/www/js/ping_tcss.js https://res.gtimg.co/a/beacon.min.js https://feeds.feedburner.com/~r/kite/1
https://feeds.wordpress.com/1.0/comments/ https://blogger.googleusercontent.com/tracker/1 https://medium.com/_/stat?event=1
https://static.scarf.sh/a.png?x-pxid=1 https://cdn.counter.dev/script.js https://analytics.ahrefs.com/analytics.js
https://cdn.pendo.io/agent/static/x/pendo.js https://cdn.optimizely.com/js/1.js https://s.skimresources.com/js/1.skimlinks.js
//scripts.mediavine.com/tags/kites.js //rum-static.pingdom.net/pa-1.js https://platform-api.sharethis.com/js/sharethis.js
https://cdn.rudderlabs.com/v1.1/rudder-analytics.min.js https://tracker.metricool.com/resources/be.js
https://kites.example:8080/stats/Matomo.js //example.org/piwik.php?idsite=1 https://www.google-analytics.com/collect
https://ir-jp.amazon-adsystem.com/e/ir?u=/widgets/q?id=AsinImage
//t1.daumcdn.net/kas/static/ba.min.js https://ads-partners.coupang.com/g.js //ad.jp.ap.valuecommerce.com/servlet/jsbanner?sid=1
https://xml.affiliate.rakuten.co.jp/widget/js/rakuten_widget.js //wcs.pstatic.net/wcslog.js
https://eotrx.substackcdn.com/open?token=1 http://www.assoc-amazon.co.uk/e/ir?t=1 https://u1.ct.sendgrid.net/wf/open?upn=1
https://kite.example/wf/open?upn=1 https://mandrillapp.com/track/open.php?u=1 https://drc.cmail19.com/t/i-o-abc-l/o.gif
https://r.us-east-1.awstrack.me/I0/1 https://t.hubspotemail.net/e2t/o/1 https://link.mail.beehiiv.com/ss/o/u001.1/4d/h1.gif
""".split()
SNIPPETS = """
ga('create', 'UA-1')|ga( "send", 'pageview')|gtag('config', 'G-1')|_gaq = []|_gaq.push([])|window.GoogleAnalyticsObject|__gaTracker(1)|{'gtm.start': 1}
googletag.cmd|adsbygoogle|google_ad_client|google_conversion_id|fbq('init', 1)|twq('config')|ttq.load(1)|snaptr('init')|pintrk('load')
_linkedin_partner_id|_linkedin_data_partner_id|_paq.push(1)|_hmt = _hmt|_czc.push(1)|cnzz_protocol|CNZZ|LA.init(1)|cpro_id|BAIDU_CLB_fill
sinaadToolkit|sinaadsToolkit|sinaads|SUDA.log|suds_count|TencentGDT|_sf_async_config|_comscore.push|_qevents = 1|mixpanel.track|amplitude.init
analytics.load('x')|heap.load(1)|_hjSettings|ym(1, 'init')|yaCounter1|sc_project = 1|_satellite.pageBottom|_tynt|Tynt.push|_taboola = []
clarity", "script"|amzn_assoc_ad|_trackPageview|NREUM|dcsMultiTrack|_vwo_code|piwikTracker|posthog.init|_fbq = 1
wcs_add["wa"] = 1|wcs_do()|wcs_do(_nasa)|wcs.inflow()|_nasa["cnv"] = 1|new PartnersCoupang.G({})|rakuten_affiliateId="1"|stLight.options({publisher: "1"})
""".strip().replace("\n", "|").split("|")  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_watches(address: str) -> None:
    assert watches(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.facebook.com/kites", "https://n.sinaimg.cn/kite.png", "https://medium.com/kites", "/matomo.js",
        "https://example.org/kite.js", "https://notfacebook.com/tr?id=1", "https://alicdn.com/kite.png", "https://www.pingdom.com/", "https://static.scarf.sh/logo.png", "",
        "https://r.us-east-1.awstrack.me/L0/1", "https://substackcdn.com/image/1.png", "https://kite.example/?u=/wf/open?upn=1",
        "//ad.jp.ap.valuecommerce.com/servlet/gifbanner?sid=1", "https://t1.daumcdn.net/cfile/tistory/1", "https://ads-partners.coupang.com/banners/1",
        "https://ws-na.amazon-adsystem.com/widgets/q?_encoding=UTF8&ASIN=1&Format=_SL160_&ID=AsinImage&WS=1",
    ],
)  # fmt: skip
def test_an_address_that_does_not(address: str) -> None:
    assert not watches(address)


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_a_snippet(snippet: str) -> None:
    assert is_snippet(f"var kite = 1; {snippet}; fly()")


def test_a_script_that_loads_a_tracker() -> None:
    assert is_snippet(r"s = document.createElement('script'); s.src = 'https:\/\/hm.baidu.com/hm.js?1'")
    assert not is_snippet("s = document.createElement('script'); s.src = 'https://example.org/kite.js'")
    assert not is_snippet("gatsby(1); mega('create'); clarity = 'good'")
    assert not is_snippet("if (!wcs_add) var wcs_add = {}; fetch(_nasa.apod); wcs_do(1)")


def test_what_is_never_closed_may_hide_more_than_a_snippet() -> None:
    assert is_only_snippet("ga('create'); /* kites */ ga('send', \"x\")")
    assert not is_only_snippet("_gaq.push(a.replace(/'/g)); fly()")
    for piece in ("/* ", "`\\", "'\\", " \n"):
        assert is_only_snippet("ga('create');" + piece * 30_000) == piece.isspace()


def test_a_counters_name_is_sought_once() -> None:
    address = "http://a.example/" + "track-" * 100_000
    attributes = f'src="{address}" width="1" height="1" data-src="/kite.jpg"'
    document = parse(Source("a.md", f"<img {attributes}>\n\n![kite]({address})\n"))
    assert not any(map(is_beacon, document.all("image")))
