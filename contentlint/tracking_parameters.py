"""Parameters of an address that only tell where a reader came from; standard library only."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Mapping
from functools import cache
from urllib.parse import unquote

from contentlint.address import host_of, is_google, is_on
from contentlint.patterns import pattern

# they count on whatever site
_ANYWHERE = frozenset(
    """
    fbclid gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid msclkid yclid ysclid twclid ttclid li_fat_id epik rdt_cid
    igshid igsh mibextid mc_cid mc_eid mkt_tok _hsenc _hsmi __hstc __hssc __hsfp hsctatracking oly_anon_id oly_enc_id vero_id
    vero_conv wickedid s_cid s_kwcid ef_id _openstat rb_clickid ml_subscriber ml_subscriber_hash dm_i _ke _kx _branch_match_id
    _bta_tid _bta_c trk_contact trk_msg trk_module trk_sid sc_campaign sc_channel sc_llid elq elqtrackid elqtrack elqaid elqat
    elqcampaignid cm_mmc cm_mmca1 cm_ven cm_sp wt_mc wt_zmc xtor at_campaign at_medium at_custom1 at_custom2 at_custom3 at_custom4
    at_recipient_id at_recipient_list _ga _gl srsltid soc_src soc_trk guccounter guce_referrer guce_referrer_sig
    fb_action_ids fb_action_types fb_source fb_ref fb_comment_id __tn__ __xts__ wprov intcmp int_cmp
    spm spm_id_from pvid_from share_token share_source share_medium share_plat share_session_id share_tag share_from
    share_uid share_did share_app_id suda suda-uatrack vd_source from_spmid nsukey sharer_shareid sharer_sharetime sharer_shareinfo sharer_shareinfo_first
    wt.mc_id wt.tsrc wt.mc_ev isappinstalled ops_request_misc pd_rd_i pd_rd_r pd_rd_w pd_rd_wg pf_rd_i pf_rd_m pf_rd_p pf_rd_r pf_rd_s pf_rd_t
    pk_campaign pk_kwd pk_keyword pk_source pk_medium pk_content pk_cid xhsshare xsec_source bd_vid qhclickid hmsr hmpl hmcu hmkw hmci unique_k is_story_h5 gd_label tt_from
    _bhlid _bhiiv bhcl_id __s mc_phishing_protection_id ck_subscriber_id irclickid cjevent ranmid raneaid ransiteid hss_channel __twitter_impression
    """.split()
)
_COORDINATES = frozenset({"utm_zone", "utm_easting", "utm_northing", "utm_x", "utm_y", "utm_band", "utm_epsg"})
_TRACKING_PREFIXES = ("utm_", "piwik_", "mtm_", "matomo_", "hsa_", "itm_", "vero_", "__cft__")
_NESTED = pattern(r"depth_\d+-utm_")  # as CSDN has them
# what only counts on these sites, their search pages or beside another name; elsewhere it may choose what is shown
_BY_SITE: tuple[tuple[str, frozenset[str]], ...] = (
    ("youtube.com", frozenset({"si", "feature", "pp", "ab_channel"})),
    ("youtube-nocookie.com", frozenset({"si", "feature"})),
    ("youtu.be", frozenset({"si", "feature"})),
    ("substack.com", frozenset({"isfreemail", "triedredirect"})),
    ("open.spotify.com", frozenset({"si"})),
    ("twitter.com", frozenset({"s", "t", "cxt", "src", "ref_src", "ref_url"})),
    ("x.com", frozenset({"s", "t", "cxt", "src", "ref_src", "ref_url"})),
    ("nytimes.com", frozenset({"partner", "emc", "smid", "smtyp"})),
    ("linkedin.com", frozenset({"trk", "trkinfo", "lipi", "trackingid", "refid"})),
    ("medium.com", frozenset({"source"})),
    ("theguardian.com", frozenset({"cmp"})),
    ("bbc.co.uk", frozenset({"ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee", "ocid"})),
    ("bbc.com", frozenset({"ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee", "ocid"})),
    ("microsoft.com", frozenset({"ocid"})),
    ("msn.com", frozenset({"ocid"})),
    ("xbox.com", frozenset({"ocid"})),
    ("aol.com", frozenset({"ncid"})),
    ("engadget.com", frozenset({"ncid"})),
    ("huffingtonpost.com", frozenset({"ncid"})),
    ("huffpost.com", frozenset({"ncid"})),
    ("nvidia.com", frozenset({"ncid"})),
    ("techcrunch.com", frozenset({"ncid"})),
    ("ti.com", frozenset({"ref_url"})),
    ("forbes.com", frozenset({"sh"})),
    ("washingtonpost.com", frozenset({"itid", "wpisrc", "wpmm"})),
    ("wsj.com", frozenset({"mod", "reflink"})),
    ("spiegel.de", frozenset({"sara_ref", "sara_ecid"})),
    ("aljazeera.com", frozenset({"traffic_source"})),
    ("asahi.com", frozenset({"iref"})),
    ("elpais.com", frozenset({"ssm"})),
    ("lefigaro.fr", frozenset({"origine"})),
    ("ft.com", frozenset({"segmentid"})),
    ("weibo.cn", frozenset({"wm", "sourcetype"})),
    ("tiktok.com", frozenset({"is_from_webapp", "sender_device"})),
    ("google/search", frozenset({"ved", "ei", "sca_esv", "gs_lcp", "gs_lp"})),
    ("bing.com/search", frozenset({"cvid", "form"})),
    ("nikkei.com", frozenset({"n_cid"})),
    ("qq.com", frozenset({"pgv_ref"})),
    (
        "mp.weixin.qq.com",
        frozenset(
            "mpshare srcid chksm scene subscene sessionid clicktime enterid exportkey acctmode pass_ticket wx_header".split()
        ),
    ),
    ("sina.com.cn", frozenset({"cre", "rfunc", "tj", "tr", "cref"})),
    ("?spm", frozenset({"scm"})),
    ("sina.com.cn?cre", frozenset({"mod", "loc"})),
    ("sina.cn", frozenset({"cre", "rfunc", "tj", "tr", "wm"})),
    ("sina.cn?cre", frozenset({"loc"})),
    ("bilibili.com", frozenset({"bbid", "seid", "buvid"})),
    ("taobao.com", frozenset({"ali_trackid", "ali_refid", "pvid", "scm"})),
    ("tmall.com", frozenset({"ali_trackid", "ali_refid", "pvid", "scm"})),
    ("aliyun.com", frozenset({"scm"})),
    ("1688.com", frozenset({"scm"})),
    ("alibaba.com", frozenset({"scm"})),
    ("youku.com", frozenset({"scm"})),
    ("csdn.net", frozenset({"from_tracking_code", "from_code"})),
    ("zhihu.com", frozenset({"zhida_source"})),
    ("blog.naver.com", frozenset({"trackingcode"})),
    ("xiaohongshu.com", frozenset({"app_platform", "app_version", "apptime", "appuid", "author_share"})),
)
# a value as one tracker alone writes it: sites that Medium hosts, tweets that are shown elsewhere, ShareASale, WeChat
_BY_VALUE = pattern(
    r"source=(?:rss|post_page|user_profile|collection_\w+)-{4}[\w-]*|ref\\?_src=twsrc(?:%5e|\^).*|sscid=\w+k\d\\?_\w+"
    r"|from=udn-\w+|(?-i:from=(?:single|group)message)",
    re.IGNORECASE,
)
_SEPARATOR = pattern(r"(\\?&(?:(?:amp|#0*38|#x0*26);)*|;(?=[\w.-]+=))")
_ADDRESS_IN_PATH = pattern(r"/https?(?::|%3a)/", re.IGNORECASE)  # another one may be archived or shown otherwise
# a fragment that names no place in the page
_CAMPAIGN = pattern(
    r"#(?:utm\\?_\w++|xtor)=(?:[^&#\\]|\\[^&])*+(?:\\?&(?:amp;)?+utm\\?_\w++=(?:[^&#\\]|\\[^&])*+)*+", re.IGNORECASE
)
_FRAGMENT = pattern(r"(?<!&)#|(?<=&)#(?!x?[0-9a-f]+;)", re.IGNORECASE)  # "&#38;" holds none


@cache
def _sites_of() -> Mapping[str, Collection[str]]:
    """The sites of `_BY_SITE` by the names that count there."""
    found: dict[str, set[str]] = {}
    for site, names in _BY_SITE:
        for name in names:
            found.setdefault(name, set()).add(site)
    return found


def _is_tracking(name: str, extra: Container[str], places: Iterable[str]) -> bool:
    """Whether a query key only tells where a reader came from; some `places` have names of their own."""
    lowered = unquote(name.replace("\\", "")).lower()
    if lowered in _ANYWHERE or lowered in extra:
        return True
    if lowered.startswith(_TRACKING_PREFIXES) or _NESTED.match(lowered):
        return lowered not in _COORDINATES
    sites = _sites_of().get(lowered)
    return sites is not None and any(is_on(place, sites) for place in places)


def may_track(text: str) -> bool:
    """Whether there may be a tracking parameter in a text at all."""
    return "?" in text or "#utm" in text or "#xtor" in text


def without_tracking(url: str) -> str:
    """The URL as written, less its tracking parameters; a URL that has none comes back unchanged."""
    return parted(url)[0]


def parted(url: str, extra: Container[str] = frozenset()) -> tuple[str, list[str]]:
    """A URL without its tracking parameters, and their names as written; one that has none comes back unchanged."""
    path, pieces, tail = _query(url)
    if "http" in path[5:] and _ADDRESS_IN_PATH.search(path) is not None:
        return url, []
    kept, found = "", list[str]()
    for index, counts in enumerate(_counting(path, pieces[::2], extra)):
        if counts:
            found.append(pieces[2 * index])
        else:
            kept += (pieces[2 * index - 1] if kept else "") + pieces[2 * index]
    if _only_tells(path, tail):
        found += _SEPARATOR.split(tail[1:])[::2]
        tail = ""
    clean = path + ("?" + kept if kept else "") + tail if found else url
    return clean, [piece.partition("=")[0] for piece in found]


def _counting(path: str, parameters: list[str], extra: Container[str]) -> list[bool]:
    """Which of the parameters behind a path only count."""
    if not parameters:
        return []
    host = host_of(path)
    places = [host]
    if path.endswith("/search"):
        places.append(("google" if is_google(host) else host) + "/search")
    names = {parameter.partition("=")[0].lower() for parameter in parameters}
    if "cre" in names:
        places.append(host + "?cre")
    if "spm" in names:
        places.append("?spm")
    return [
        _is_tracking(parameter.partition("=")[0], extra, places)
        or _BY_VALUE.fullmatch(parameter) is not None
        or (parameter == "from=timeline" and "isappinstalled" in names)  # as WeChat writes them
        for parameter in parameters
    ]


def _only_tells(path: str, fragment: str) -> bool:
    """Whether the fragment of an address that leads to a page tells of a campaign alone."""
    return bool(path) and len(fragment) > 1 and _CAMPAIGN.fullmatch(fragment) is not None


def _query(url: str) -> tuple[str, list[str], str]:
    """What stands before the "?", the query's parameters with the separators between them, and the fragment."""
    fragment = _FRAGMENT.search(url)
    head, tail = (url[: fragment.start()], url[fragment.start() :]) if fragment else (url, "")
    path, question, query = head.partition("?")
    return path, _SEPARATOR.split(query) if question else [], tail
