"""Addresses: what only tracks is stripped, redirectors are seen through, and a browser's reading is ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.address import addresses_in_set, as_read, check_host, host_of, is_at_home, is_on, is_remote, scheme_of
from contentlint.destination import canonical
from contentlint.redirectors import redirect_target
from contentlint.tracking_parameters import parted, without_tracking


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        pytest.param("https://a.example/?utm_source=x", "https://a.example/", id="only one"),
        pytest.param("/a?b=1&utm_source=x&c=2#d", "/a?b=1&c=2#d", id="between others, relative"),
        pytest.param("/a?utm_source=x&b=1", "/a?b=1", id="first"),
        pytest.param("/a?b=1&amp;fbclid=x", "/a?b=1", id="as written in HTML"),
        pytest.param("/a?fbclid=x&amp;b=1&c=2", "/a?b=1&c=2", id="separators of both kinds"),
        pytest.param("/a?b=1&#38;gclid=x&#38;c=2", "/a?b=1&#38;c=2", id="numeric reference as separator"),
        pytest.param("/a?UTM_Source=x", "/a", id="capitals"),
        pytest.param("/a?utm%5Fsource=x", "/a", id="percent-encoded name"),
        pytest.param(r"/a?b=1\&utm\_source=x", "/a?b=1", id="escapes of Markdown"),
        pytest.param("/a?utm_source", "/a", id="no value"),
        pytest.param(
            "https://www.youtube.com/watch?v=1&si=x&t=5", "https://www.youtube.com/watch?v=1&t=5", id="a site's own"
        ),
        pytest.param("https://a.example/b?_bhiiv=1&bhcl_id=2&__s=3&id=7", "https://a.example/b?id=7", id="of mailers"),
        pytest.param("https://x.com/a/status/1?s=20&t=abc", "https://x.com/a/status/1", id="another site's own"),
        pytest.param(
            "https://a.example/b?irclickid=x&id=7&ranMID=1", "https://a.example/b?id=7", id="of affiliates' clicks"
        ),
        pytest.param(
            "https://a.example/b?id=7&sscid=41k7_n2lff", "https://a.example/b?id=7", id="a tracker's own value"
        ),
        pytest.param("https://a.example/b?ref_src=twsrc%5Etfw", "https://a.example/b", id="of an embedded tweet"),
        pytest.param("https://a.example/b?id=1;utm_source=x", "https://a.example/b?id=1", id="behind a semicolon"),
        pytest.param("https://a.example/b?utm_source=x;id=1", "https://a.example/b?id=1", id="before a semicolon"),
        pytest.param("https://a.example/b#utm_source=x&amp;utm_medium=y", "https://a.example/b", id="a fragment"),
        pytest.param("https://a.example/b?c=1#xtor=RSS-1", "https://a.example/b?c=1", id="another fragment"),
        pytest.param("https://www.msn.com/a?ocid=x&id=7", "https://www.msn.com/a?id=7", id="ocid where it counts"),
        pytest.param("https://blogs.nvidia.com/a/?ncid=so-1", "https://blogs.nvidia.com/a/", id="ncid where it counts"),
        pytest.param("https://www.nytimes.com/a.html?smid=tw", "https://www.nytimes.com/a.html", id="smid of a paper"),
        pytest.param("https://www.forbes.com/a?sh=12ab&b=1", "https://www.forbes.com/a?b=1", id="sh where it counts"),
        pytest.param(
            "https://www.bing.com/search?q=b&form=QBLH&cvid=1", "https://www.bing.com/search?q=b", id="a search page"
        ),
        pytest.param(
            "https://www.google.de/search?q=b&ei=1&ved=2", "https://www.google.de/search?q=b", id="another search page"
        ),
        pytest.param("https://k.sina.cn/a?cre=x&loc=3&d=1", "https://k.sina.cn/a?d=1", id="beside another name"),
        pytest.param("https://k.sina.cn/a?CRE=x&LOC=3&d=1", "https://k.sina.cn/a?d=1", id="in capitals beside another"),
        pytest.param("https://item.taobao.com/a.htm?spm=a1.2&id=7", "https://item.taobao.com/a.htm?id=7", id="spm"),
    ],
)
def test_tracking_parameters_are_stripped(url: str, clean: str) -> None:
    assert without_tracking(url) == clean
    assert without_tracking(clean) == clean


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/utm_source=x",
        "https://a.example/?q=utm_source",
        "https://a.example/?a=1#utm_source",
        "https://a.example/#utm_source=x&chapter=2",
        "#utm_source=x",
        "https://a.example/login?ref_url=%2Fb&ref_src=main",
        "https://a.example/?ncid=12&page=2&ocid=987&smid=3&sscid=7&sh=1&itid=2",
        "https://www.bing.com/maps?form=1&cvid=2",
        "https://www.google.com/maps?ei=1",
        "https://a.example/search?q=1&ei=2&ved=3&form=4",
        "https://weather.sina.cn/?loc=beijing",
        "https://a.example/?a=1;b=2",
        "https://a.example/?si=1&feature=2&t=3&source=4",
        "https://a.example/?a=1&&b=2&",
        "https://a.example/?",
        "#a?utm_source=x",
        "",
    ],
)
def test_other_parameters_stay_as_written(url: str) -> None:
    assert without_tracking(url) == url


def test_parameters_of_ones_own() -> None:
    assert parted("/a?from_app=1&b=2&utm_source=c", {"from_app"}) == ("/a?b=2", ["from_app", "utm_source"])
    assert parted("/a?from_app=1") == ("/a?from_app=1", [])


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://link.zhihu.com/?target=https%3A//a.example/b%3Fc%3D1", "https://a.example/b?c=1"),
        ("https://www.google.com/url?q=https://a.example/%E9%A3%8E%20a", "https://a.example/风%20a"),
        ("https://www.google.com/url?sa=t&url=https%3A%2F%2Fa.example%2F&usg=x", "https://a.example/"),
        ("https://www.google.co.uk/url?q=http://a.example/", "http://a.example/"),
        ("//l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F&h=AT0", "https://a.example/"),
        ("https://href.li/?https://a.example/b?c=1", "https://a.example/b?c=1"),
        ("https://www.pixiv.net/jump.php?https%3A%2F%2Fa.example%2F", "https://a.example/"),
        ("https://www.curseforge.com/linkout?remoteUrl=https%253a%252f%252fa.example%252f", "https://a.example/"),
        ("https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F&data=1", "https://a.example/"),
        ("https://www.oschina.net/action/GoToLink?url=https%3A%2F%2Fa.example%2F", "https://a.example/"),
        ("https://out.reddit.com/t3_abc?url=https%3A%2F%2Fa.example%2F&token=1", "https://a.example/"),
        ("https://m.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F&h=AT0", "https://a.example/"),
        ("https://urldefense.us/v3/__https://a.example/b__;!!x", "https://a.example/b"),
        ("https://link.cnblogs.com/?url=https%3A%2F%2Fa.example%2F", "https://a.example/"),
        ("https://www.quora.com/_/redirect?sig=x&url=https%3A%2F%2Fa.example%2F", "https://a.example/"),
        ("https://www.google.com/aclk?sa=l&adurl=https%3A%2F%2Fa.example%2F", "https://a.example/"),
        ("https://yandex.ru/clck/jsredir?from=x&url=https%3A%2F%2Fa.example%2F", "https://a.example/"),
        ("https://jump2.bdimg.com/safecheck/index?url=https%3A%2F%2Fa.example%2F", "https://a.example/"),
        ("https://dereferer.me/?https%3A//a.example/", "https://a.example/"),
        ("https://anon.to/?https://a.example/b?c=1", "https://a.example/b?c=1"),
        ("https://steamcommunity.com/linkfilter/?u=https%3A%2F%2Fa.example%2F", "https://a.example/"),
        ("https://www.livejournal.com/away?to=https%3A%2F%2Fa.example%2F", "https://a.example/"),
        ("https://t.b.example/CL0/https:%2F%2Fa.example%2Fb%3Fc=1/1/010001a0-000000/iKeR=1", "https://a.example/b?c=1"),
        ("https://click.convertkit-mail.com/8kuo65/n2hohq/aHR0cHM6Ly9hLmV4YW1wbGUvYg", "https://a.example/b"),
        ("https://link.zhihu.com/?target=https%3A//a.example/%E2%80%AEb", "https://a.example/%E2%80%AEb"),
        ("https://link.zhihu.com/?target=https%3A//a.example/%FF", "https://a.example/%FF"),
        ("https://b.example/L0/https:%2F%2Fa.example%2F%FF/1/01/abc=12", "https://a.example/%FF"),
        (
            "https://click.convertkit-mail.com/8kuo65/n2hohq/aHR0cHM6Ly9raXRlcy5leGFtcGxlLm9yZy_igK54",
            "https://kites.example.org/%E2%80%AEx",
        ),
    ],
)
def test_redirectors_are_seen_through(url: str, target: str) -> None:
    assert redirect_target(url) == target
    assert canonical(url) == canonical(target)


@pytest.mark.parametrize(
    "url",
    [
        "https://link.zhihu.com/?target=a",
        "https://link.zhihu.com/?target=javascript:alert(1)",
        "https://www.google.com/search?q=https://a.example/",
        "https://notgoogle.com/url?q=https://a.example/",
        "https://google.evil.example/url?q=https://a.example/",
        "https://www.facebook.com/sharer.php?u=https://a.example/",
        "https://www.google.com/maps?adurl=https://a.example/",
        "https://jump.bdimg.com/safecheck/index?url=x+Z5mMbGPAuCJCoZ",
        "https://a.example/login?url=https://a.example/",
        "https://translate.google.com/translate?u=https://a.example/",
        "https://[broken/url?q=https://a.example/",
        "https://b.example/L0/https:%2F%2Fa.example%2F",
        "https://click.convertkit-mail.com/8kuo65/n2hohq/aHR0cA",
        "/url?q=https://a.example/",
    ],
)
def test_other_links_lead_where_they_say(url: str) -> None:
    assert redirect_target(url) is None


def test_a_redirector_may_lead_to_another() -> None:
    inner = "https%3A%2F%2Flink.zhihu.com%2F%3Ftarget%3Dhttps%253A%252F%252Fa.example%252F%253Futm_source%253Dx"
    assert canonical(f"https://www.google.com/url?q={inner}") == "https://a.example/"


@pytest.mark.parametrize(
    ("url", "scheme", "host"),
    [
        (" \x01HTTPS://A.Example:8080/b", "https", "a.example"),
        ("https:\\\\user@a.example\\b", "https", "a.example"),
        ("//a.example?b", "", "a.example"),
        ("java\nscript:a", "javascript", ""),
        ("/a//b.example", "", ""),
        ("a.example/b", "", ""),
        ("mailto:a@b.example", "mailto", ""),
    ],
)
def test_addresses_are_read_as_a_browser_reads_them(url: str, scheme: str, host: str) -> None:
    assert (scheme_of(url), host_of(url)) == (scheme, host)
    assert is_remote(url) is bool(host)


@pytest.mark.parametrize(
    "host",
    ["nas", "a_kite-2", "a,%20kite", "kites.local", "127.0.0.1", "192.168.1.5", "[::1]", "[fd12::1]", "[fe80::1]"],
)
def test_hosts_at_home(host: str) -> None:
    assert is_at_home(host)


@pytest.mark.parametrize(
    "host",
    [
        "a.example.org",
        "134744072",
        "%31%33%34744072",
        "0x8080808",
        "０ｘ08080808",
        "\xad134744072",
        "[2606:4700:4700::1111]",
        "[fec0::1]",
        "a%2eorg",
        "a。org",
        "a%E3%80%82org",
        "a%ef%bc%8eorg",
    ],
)
def test_public_hosts(host: str) -> None:
    assert not is_at_home(host)


def test_a_host_is_on_its_domain_alone() -> None:
    assert is_on("a.b.example", {"b.example"})
    assert is_on("b.example", {"b.example"})
    assert not is_on("ab.example", {"b.example"})
    assert not is_on("", {"b.example"})


@given(st.text(alphabet="ab?&=#;:/.\\%u tm_source1amp\t\n", max_size=60))
def test_cleaning_comes_to_rest_and_changes_no_destination(url: str) -> None:
    clean = without_tracking(url)
    assert without_tracking(clean) == clean
    assert canonical(clean) == canonical(url)
    assert as_read(as_read(url)) == as_read(url)


@pytest.mark.parametrize(
    ("srcset", "found"),
    [
        pytest.param(" ,a.png 1x, ,b.png,c.png 2x,  ", [(2, "a.png"), (13, "b.png,c.png")], id="commas"),
        pytest.param("a.png, b.png 2x", [(0, "a.png"), (7, "b.png")], id="no size"),
        pytest.param("", [], id="nothing"),
        pytest.param("a.png 1x" + "," * 1_000_000, [(0, "a.png")], id="commas to the end, in a moment"),
        pytest.param("a.png 1x" + ", " * 500_000, [(0, "a.png")], id="commas and blanks to the end, in a moment"),
    ],
)
def test_addresses_in_a_set(srcset: str, found: list[tuple[int, str]]) -> None:
    assert list(addresses_in_set(srcset)) == found


@pytest.mark.parametrize("host", ["www.example.org", "localhost", "127.0.0.1", "[::1]", "凧.jp", "a_b.example"])
def test_a_host_may_be_written_so(host: str) -> None:
    check_host(host)


@pytest.mark.parametrize("host", ["", "a b", "a..b", "-", ".a", "*.a", "%31.example", "A.example", "a:80", "a/b"])
def test_no_host_is_written_so(host: str) -> None:
    with pytest.raises(ValueError, match="in small letters"):
        check_host(host)
