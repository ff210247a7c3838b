"""See `TrackingScript`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contentlint import code_shortcodes, vue
from contentlint.address import check_host, host_of, is_on
from contentlint.beacons import advice_on_debt
from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.removals import with_wrappers
from contentlint.rule import Bad, Finding, Fix, Rule, Safety, Severity
from contentlint.trackers import is_only_snippet, is_snippet, shows_something, watches
from contentlint.wording import cut

_OWN = pattern(r"/(?:plausible|umami|script)[\w.-]*\.js(?:[?#]|\Z)")
_OF_A_HOST = ("/_vercel/insights/", "/_vercel/speed-insights/")  # counters that a host of sites brings along
_LONGEST_SNIPPET = 4000


@dataclass(frozen=True)
class TrackingScript(Rule):
    """A script in the article follows its readers.

    Analytics, advertising and tag managers are pasted into texts or copied with them, and then report every reader of
    your page to somebody's account, often not even yours. Where you want them, they belong to the site's templates.

    The fix is safe where the script does nothing else: it removes it, and no reader sees it. It is unsafe where the script
    draws an advertisement, where a sentence may only name it, where the author is paid by it or a licence to republish may
    ask for it, or where only Vue makes a script of it.
    """

    name = "tracking-script"
    severity = Severity.ERROR
    needs = {"<script>", "<component>", "<amp-analytics>"}
    proofs = {"hosts": (check_host, "host")}
    options_help = {"hosts": "Further hosts whose scripts track."}
    good = (
        '<script src="https://cdn.example.org/kite.js"></script>\n',
        '```html\n<script src="https://www.googletagmanager.com/gtag/js"></script>\n```\n',
        '<pre><code>&lt;script>gtag("js", new Date())&lt;/script></code></pre>\n',
        '<script type="application/json">{"adsbygoogle": "_gaq.push"}</script>\n',
        '<script src="https://connect.facebook.net/en_US/sdk.js"></script>\n',
        '<script src="/_vercel/kite.js"></script> <script src="https://static.klaviyo.com/onsite/js/klaviyo.js"></script>\n',
        "<script>fetch('/kites').then(() => gtag('event', 'kites'))</script>\n",
        '<script>const _nasa = {apod: "/kites.json"}; var wcs_add = (a, b) => a + b; wcs_add(1, 2)</script>\n',
        "Paste `gtag('config', 'G-1')` into the theme. 风筝\n",
    )
    bad = (
        Bad(
            '[code]⟦<script src="https://www.google-analytics.com/ga.js"></script>⟧\n[/code]\n',
            along=("script-element",),
        ),
        Bad(
            'Kites.\n\n⟦<script>\nif(!wcs_add) var wcs_add = {};\nwcs_add["wa"] = "1";\nif(window.wcs) { wcs_do(); }\n</script>⟧\n',
            fixed="Kites.\n",
        ),
        Bad(
            '⟦<script>if (!_nasa) var _nasa = {}; if (window.wcs) _nasa["cnv"] = wcs.cnv("1", "10"); wcs_do(_nasa);</script>⟧\n연\n',
            fixed="연\n",
        ),
        Bad('⟦<script>rakuten_design="slide";rakuten_affiliateId="1.2";</script>⟧\n凧\n', fixed="凧\n", unsafe=True),
        Bad(
            "风筝\n\n⟦<script>(window.slotbydup = window.slotbydup || []).push({id: '1'})</script>⟧\n",
            fixed="风筝\n",
            unsafe=True,
        ),
        Bad(
            'Kites.\n\n⟦<script src="https://pixel.propublica.org/pixel.js"></script>⟧\n',
            fixed="Kites.\n",
            unsafe=True,
        ),
        Bad(
            'Kites.\n\n⟦<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>⟧\n',
            fixed="Kites.\n",
        ),
        Bad(
            "⟦<component :is=\"'script'\">gtag('config', 'G-1')</component>⟧\n凧\n",
            fixed="凧\n",
            unsafe=True,
        ),
        Bad("⟦<script>\nwindow.dataLayer = [];\ngtag('config', 'G-1');\n</script>⟧\n风筝\n", fixed="风筝\n"),
        Bad(
            "凧\n\n⟦<script>document.write(unescape(\"%3Cscript src='https://s9.cnzz.com/z_stat.php%3Fid%3D1'%3E%3C/script%3E\"));</script>⟧\n",
            fixed="凧\n",
        ),
        Bad(
            '⟦<script>var _p = (("https:" == document.location.protocol) ? " https://" : " http://");'
            'document.write(unescape("%3Cscript src=\'" + _p + "hm.baidu.com/h.js%3Ff3\'%3E%3C/script%3E"));</script>⟧\n凧\n',
            fixed="凧\n",
        ),
        Bad(
            '⟦<script async src="https://count.example.org/script.js" data-website-id="x"></script>⟧\nKites.\n',
            fixed="Kites.\n",
        ),
        Bad(
            'Kites.\n\n⟦<script defer src="/_vercel/insights/script.js"></script>⟧\n',
            fixed="Kites.\n",
        ),
        Bad(
            '风筝\n\n⟦<amp-analytics type="gtag"><script type="application/json">{"vars": {}}</script></amp-analytics>⟧\n',
            fixed="风筝\n",
        ),
        Bad("- ⟦<script src='//hm.baidu.com/hm.js'></script>⟧ 风筝\n", fixed="- 风筝\n", unsafe=True),
        Bad("1. 风筝 ⟦<script src='//hm.baidu.com/hm.js?1'></script>⟧\n", fixed="1. 风筝\n"),
        Bad('[html]\n⟦<script src="https://www.google-analytics.com/ga.js"></script>⟧\n[/html]\n'),
        Bad('⟦<script async"" src="https://www.google-analytics.com/ga.js"></script>⟧\n凧\n', fixed="凧\n"),
        Bad("<p>凧</p>⟦<script src='//hm.baidu.com/hm.js?1'></script>⟧\n", fixed="<p>凧</p>\n"),
        Bad(
            '⟦<script src="//count.example.jp/a.js"></script>⟧\n凧\n',
            fixed="凧\n",
            options={"hosts": ["count.example.jp"]},
        ),
        Bad(
            "Kites.\n\n⟦<script>\nga('create', 'UA-1');\ndocument.getElementById('k').textContent = 'Kite';\n</script>⟧\n",
            fixed="Kites.\n",
            unsafe=True,
        ),
        Bad(
            "Kites.\n\n⟦<script>var s = document.createElement('script'); s.src = '//hm.baidu.com/hm.js?1';</script>⟧\n",
            fixed="Kites.\n",
        ),
    )

    hosts: tuple[str, ...] = ()

    def check(self, document: Document) -> Iterator[Finding]:
        if document.is_layout:
            return
        for script in vue.scripts(document):
            if not _is_code(script) or document.has_template(script.whole):
                continue
            source = script.get("src") or ""
            code = "" if source else document.text[script.content.start : _end_of_code(script)]
            if self._watches(script, source) if source else is_snippet(code):
                host = host_of(source)
                does = f"reports readers to {cut(host)}" if host else "follows readers"
                is_alone = len(code) <= _LONGEST_SNIPPET and is_only_snippet(code)
                is_safe = (
                    script.name == "script"
                    and is_alone
                    and not shows_something(source or code)
                    and not advice_on_debt(source)
                )
                yield self._told(document, script, does, Safety.SAFE if is_safe else Safety.UNSAFE)
        for script in document.tags("amp-analytics"):
            if not document.has_template(script.whole):
                yield self._told(document, script, "follows readers", Safety.SAFE)

    def _told(self, document: Document, script: Node, does: str, safety: Safety) -> Finding:
        if code_shortcodes.is_sample(document, script.span.start):
            return self.finding(script.whole, f"a script that {does}: {code_shortcodes.ADVICE}")
        whole = with_wrappers(document, script, script.whole)
        fix = Fix.removing("Remove the script", document, whole, safety)
        advice = advice_on_debt(script.get("src") or "") or "remove it, or leave it to the site's templates"
        message = f"a script that {does}: {advice}"
        return self.finding(script.whole, message, fix if script.end_tag is not None else None)

    def _watches(self, script: Node, source: str) -> bool:
        """Whether it loads a tracker; Umami and Plausible, on a site of one's own, tell by their attributes."""
        is_set_up = any(script.get(name) is not None for name in ("data-website-id", "data-domain"))
        is_own = is_set_up and bool(host_of(source)) and _OWN.search(source) is not None
        return is_own or source.startswith(_OF_A_HOST) or watches(source) or is_on(host_of(source), self.hosts)


def _end_of_code(script: Node) -> int:
    """Where the code is looked through to: of scripts that are never closed, each may reach to the article's end."""
    start, end = script.content
    return end if script.end_tag is not None else min(end, start + _LONGEST_SNIPPET)


def _is_code(script: Node) -> bool:
    kind = (script.get("type") or "").lower()
    return kind in ("", "module") or "javascript" in kind
