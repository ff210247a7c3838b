"""See `BaseOrRefresh`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.address import as_read, host_of, is_remote, scheme_of
from contentlint.document import Document, once
from contentlint.nodes import Attribute, Node
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety, Severity
from contentlint.rules.security.inert import is_inert
from contentlint.rules.security.urls import certain_address, what_runs
from contentlint.text import Span

_SENTENCE = 150  # characters, the link in it aside
_SECONDS = pattern(r"(?ai)[\s\d.]*+(?:[;,]\s*+)?(?:url\s*+=)?")
_RELOADS = pattern(r"(?a)\s*+[\d.]++\s*+")
_AROUND = " \t\r\n\f\"'"
_OF_MOVING = pattern(
    r"(?i)redirec|\b(?:moved|moving)\b|跳转|跳轉|转[到至]|轉[到至]|重定向|搬[家迁遷]|已移动|移动[到至]|移転|移動|転送|引っ越|URLが変|リダイレクト|이전되|이전했|이동"
    r"|weiter(?:ge)?leit|umgezogen|verhuisd|doorgestuurd|redirig|déplacé|movid[oa]|trasladad[oa]|reindirizz|spostat[oa]"
    r"|przeniesion|przekierow|перенаправ|переехал"
)
_ORIGIN = pattern(r"(?i)(?:https?:)?//[^/?]*+")
_HOST = pattern(r"//[^/?#\s]++[/?#]")


class BaseOrRefresh(Rule):
    """The article redirects every link of its page, or sends its readers elsewhere.

    `<base href>` sends links and images of the page to another place; `<meta http-equiv="refresh">` takes readers to
    another page without asking.

    The fix is unsafe: it removes the tag, so links resolve and readers stay where the site means them to.
    """

    name = "base-or-refresh"
    severity = Severity.ERROR
    needs = {"<base>", "<meta>"}
    good = (
        Good(
            '<!doctype html><title>Kites</title><meta http-equiv="refresh" content="2; url=/kites">'
            '<img src="logo.gif" alt="Kites"><p>This page has moved.</p>\n',
            path="page.html",
        ),
        Good(
            '<!doctype html><title>Kites</title><meta http-equiv="refresh" content="0; url=/kites">'
            '<p>This page is now <a href="/kites">here</a>.</p>\n',
            path="page.html",
        ),
        '---\ntitle: 风筝\n---\n<meta http-equiv="refresh" content="0; url=/kites">\n\n[风筝](/kites)\n',
        Good(
            '---\ntitle: Kites\n---\n<meta http-equiv="refresh" content="0; url=/kites"><p>Redirecting…</p>\n',
            path="kites.html",
        ),
        Good(
            '---\ntitle: 凧\n---\n<meta http-equiv="refresh" content="0; url=https://example.org/kites-2">'
            '<p>See <a href="https://example.org/kites-2">the other page</a>.</p>\n',
            path="kites.html",
        ),
        Good(
            '<!doctype html><title>凧</title><meta http-equiv="refresh" content="0; url=https://example.org/kites">'
            '<link rel="canonical" href="//Example.org/kites/">\n',
            path="kites.html",
        ),
        Good(
            "<!doctype html><title>example.org/kites</title>"
            '<meta http-equiv="refresh" content="0; url=https://example.org/kites">\n',
            path="kites.html",
        ),
        Good(
            '<!doctype html><title>凧</title><meta http-equiv="refresh" content="0; url=https://example.org/kites">'
            '<script>location.replace("https://example.org/kites")</script>\n',
            path="kites.html",
        ),
        Good(
            '<!doctype html><title>凧</title><meta http-equiv="refresh" content="0; url=https://example.org/kites">'
            '<noscript><meta http-equiv="refresh" content="1;https://example.org/kites"></noscript>'
            "<script>location = 'https:\\/\\/example.org\\/kites'</script>\n",
            path="kites.html",
        ),
        '---\ntitle: Redirecting\n---\n<meta http-equiv="refresh" content="0; url=https://example.org/kites">\n',
        '---\nredirect_to: https://example.org/kites/\n---\n<meta http-equiv="refresh" content="0; url=https://example.org/kites">\n',
        Good('<!doctype html><html><head><base href="/app/"></head><body>凧</body></html>\n', path="page.html"),
        "A `<base href>` in running text.\n",
        '<meta name="description" content="0;url=https://example.org/">\n',
        '<meta name="refresh" content="5">\n',
        '<meta http-equiv="refresh" content="0; url={{ page.target }}">\n',
        "<base target=_blank>\n风筝\n",
    )
    bad = (
        Bad(
            '<!doctype html><title>凧</title>⟦<meta http-equiv="refresh" content="2; url=/kites">⟧'
            '<img src="kite.jpg" alt="凧"><p>凧が舞う。</p>\n',
            fixed='<!doctype html><title>凧</title><img src="kite.jpg" alt="凧"><p>凧が舞う。</p>\n',
            path="page.html",
            unsafe=True,
        ),
        Bad(
            '---\ntitle: 風箏\n---\n⟦<meta http-equiv=refresh content="0; url=/kites">⟧\n\nKites fly.\n',
            fixed="---\ntitle: 風箏\n---\n\nKites fly.\n",
            unsafe=True,
        ),
        Bad(
            '---\ntitle: 凧\n---\n⟦<meta http-equiv="refresh" content="0; url=//example.org/">⟧<p>凧が舞う。</p>\n',
            fixed="---\ntitle: 凧\n---\n<p>凧が舞う。</p>\n",
            path="kites.html",
            unsafe=True,
        ),
        Bad(
            '---\ntitle: Kites\n---\n⟦<meta http-equiv="refresh" content="0; url=https://example.org/">⟧\n',
            fixed="---\ntitle: Kites\n---\n",
            unsafe=True,
        ),
        Bad(
            '---\ntitle: Kites\n---\n⟦<meta http-equiv="refresh" content="0;url= javascript:fly()">⟧\n',
            fixed="---\ntitle: Kites\n---\n",
            unsafe=True,
        ),
        Bad(
            '---\ntitle: 风筝\n---\n⟦<meta http-equiv="refresh" content="0; url=//example.org/moved">⟧<p>风筝飞，<a href="/kites">看</a>。</p>\n',
            path="kites.html",
            fixed='---\ntitle: 风筝\n---\n<p>风筝飞，<a href="/kites">看</a>。</p>\n',
            unsafe=True,
        ),
        Bad('⟦<base href="https://example.org/">⟧\nKites\n', fixed="Kites\n", unsafe=True),
        Bad(
            '<!doctype html><html><head>⟦<base href="//example.org/">⟧</head><body>凧</body></html>\n',
            path="page.html",
            fixed="<!doctype html><html><head></head><body>凧</body></html>\n",
            unsafe=True,
        ),
        Bad('<p>凧</p>⟦<META HTTP-EQUIV=Refresh CONTENT="0; URL=/a">⟧\n', fixed="<p>凧</p>\n", unsafe=True),
        Bad('⟦<meta http-equiv="refresh" content="0;url=//example.org" data-kite="{{ kite }}">⟧\n风筝\n'),
        Bad('⟦<meta content=5 http-equiv="&#114;efresh">⟧\n\n风筝\n', fixed="风筝\n", unsafe=True),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for base in document.tags("base", samples=True):
            target = base.attribute("href")
            if target is None or base.namespace != "html" or is_inert(base) or _is_own(document, base, target.value):
                continue
            if not document.has_template(base.span) or certain_address(document, target):
                yield self._tell(document, base, "<base> sends the page's links and images elsewhere")
        refreshes = list(_refreshes(document))
        targets = {_target(content.value) for _, content in refreshes}
        if len(targets) == 1 and _only_redirects(document, *targets):
            return
        for meta, content in refreshes:
            if not document.has_template(content.span) or _leads_to_a_host(document, content):
                what = (
                    "loads the page again and again"
                    if _RELOADS.fullmatch(content.value)
                    else "takes readers to another page"
                )
                yield self._tell(document, meta, f"this refresh {what} without asking")

    def _tell(self, document: Document, node: Node, message: str) -> Finding:
        fix = None
        if not node.sample and not document.has_template(node.span):
            fix = Fix.removing("Remove the tag", document, node.span, Safety.UNSAFE)
        return self.finding(node.span, message + ": remove it", fix)


def _refreshes(document: Document) -> Iterator[tuple[Node, Attribute]]:
    for meta in document.tags("meta", samples=True):
        content = meta.attribute("content")
        if (meta.get("http-equiv") or "").lower() == "refresh" and content and content.value and not is_inert(meta):
            yield meta, content


def _target(refresh: str) -> str:
    return _SECONDS.sub("", refresh, count=1).strip(_AROUND)


def _is_own(document: Document, base: Node, target: str) -> bool:
    """Whether a whole page says in its head where on its own site it stands."""
    return document.is_whole_page and base.is_in_head and not host_of(target) and not scheme_of(target)


def _only_redirects(document: Document, target: str) -> bool:
    """Whether this is a page of its own, or an article's head, with no more below than a link or a sentence about it."""
    is_of_a_site = document.is_whole_page or document.front_matter is not None
    links, images = document.all("link"), document.all("image")
    if not is_of_a_site or not target or what_runs(target) or len(links) > 1 or len(images) > 1:
        return False
    beside = [_words(document, node.whole) for node in (*links, *document.tags("title"))]
    words = _all_words(document)
    length = len(words) - sum(map(len, beside)) + len(images)  # a logo may stand above what is said of moving
    if length and (document.language != "html" or length > _SENTENCE):
        return False
    is_said = _OF_MOVING.search(f"{words} {document.data.get('title')} {document.data.get('layout')}") is not None
    return is_said or _names(document, target, words) or not (length or is_remote(target))


def _names(document: Document, target: str, words: str) -> bool:
    """Whether the page says where it leads: in a link, a canonical address, its front matter, a script or its words."""
    place = _place(target)
    if not place:
        return False
    if any(_place(address) == place for address in _addresses(document)):
        return True
    scripts = (script.content.of(document.text).replace("\\/", "/") for script in document.tags("script"))
    return is_remote(target) and any(place in text for text in (words, *scripts))


def _addresses(document: Document) -> Iterator[str]:
    yield from (link.get("href") or "" for link in document.all("link"))
    yield from (link.get("href") or "" for link in document.tags("link") if "canonical" in link.relations)
    yield from (meta.get("content") or "" for meta in document.tags("meta") if meta.get("property") == "og:url")
    for value in document.data.values():
        yield from (each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str))


def _place(address: str) -> str:
    """Where an address leads, however it is spelled."""
    address = as_read(address).partition("#")[0]
    place = host_of(address) + _ORIGIN.sub("", address, count=1)
    return place if place == "/" else place.rstrip("/")


@once
def _all_words(document: Document) -> str:
    return _words(document, document.body.span)


def _words(document: Document, span: Span) -> str:
    """What a reader reads there."""
    return "".join(document.text[start:end].strip() for start, end in document.texts_in(span))


def _leads_to_a_host(document: Document, content: Attribute) -> bool:
    """Whether the refresh names a host before any template says more."""
    return content.value_span is not None and bool(_HOST.search(document.before_template(content.value_span)))
