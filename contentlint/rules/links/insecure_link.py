"""See `InsecureLink`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contentlint.address import check_host, is_at_home
from contentlint.document import Document
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety, Severity
from contentlint.text import Edit, Span
from contentlint.wording import cut

_PLAIN = pattern(r"(?i)\s*http://((?:[^/?#@]*@)?)(\[[^\]]*\]|[^/?#:@]*)(:\d+)?")
# names that only look like addresses: with https they would be others
_NAMESPACE = pattern(
    r"(?i)\s*http://(?:www\.w3\.org/(?:\d{4}/\d\d/[\w-]+#|(?:1998|1999|2000|2001)/[\w-]+#?\s*\Z|XML/1998/namespace|ns/[\w-]+#)|purl\.org/(?:dc|goodrelations|vocab|ontology)/"
    r"|xmlns\.com/foaf/0\.1/|schemas\.[\w.-]+/|ns\.adobe\.com/|ogp\.me/ns#|rdfs\.org/\w+)"
)
_SCHEME = pattern(r"(?i)\s*(http)://")


@dataclass(frozen=True)
class InsecureLink(Rule):
    """A link leads to a page that is not encrypted.

    Others can read along and change the page on its way, and browsers warn readers. Nearly every site answers over
    https today.

    The fix is unsafe: it writes https, but nobody has asked whether the site answers there.
    """

    name = "insecure-link"
    severity = Severity.INFO
    recommended = False
    needs = {"link"}
    proofs = {"allowed_hosts": (check_host, "host")}
    options_help = {"allowed-hosts": "Hosts that are known to answer only over http."}
    good = (
        "[Kites](https://example.org/?from=http://example.com)\n",
        "Open <http://localhost:4000> or http://192.168.1.1/ or [it](http://127.0.0.1/).\n",
        '<a href="http://{{ site.host }}/">风筝</a>\n',
        '<img src="http://example.org/a.png" alt="凧">\n',
        "`http://example.org`\n",
        "PREFIX foaf: <http://xmlns.com/foaf/0.1/> <http://www.w3.org/1999/02/22-rdf-syntax-ns#>\n",
        Good("[凧](http://tako.example.jp/a)\n", options={"allowed-hosts": ["tako.example.jp"]}),
    )
    bad = (
        Bad(
            "[http://example.org/a](⟦http://example.org/a⟧)\n",
            fixed="[https://example.org/a](https://example.org/a)\n",
            unsafe=True,
        ),
        Bad("[Kites](⟦http://example.org/a⟧)\n", fixed="[Kites](https://example.org/a)\n", unsafe=True),
        Bad(
            '<a href="⟦HTTP://风筝.example.com⟧">风筝</a>\n',
            fixed='<a href="https://风筝.example.com">风筝</a>\n',
            unsafe=True,
        ),
        Bad(
            "<⟦http://example.org⟧>, [凧]\n\n[凧]: ⟦http://example.jp/⟧\n",
            fixed="<https://example.org>, [凧]\n\n[凧]: https://example.jp/\n",
            unsafe=True,
        ),
        Bad("[Kites](⟦http://example.org:8080/⟧)\n"),
    )

    allowed_hosts: tuple[str, ...] = ()

    def check(self, document: Document) -> Iterator[Finding]:
        for link in document.all("link"):
            href = link.attribute("href")
            if href is None or href.value_span is None or not (match := _PLAIN.match(href.value)):
                continue
            host = match[2].lower()
            if is_at_home(host) or host in self.allowed_hosts or document.has_template(href.span):
                continue
            if _NAMESPACE.match(href.value):
                continue
            span = href.value_span
            scheme = _SCHEME.match(document.text, span.start, span.end)
            fix = None
            if scheme and match[3] in (None, ":443"):
                edits = [Edit(Span(*scheme.span(1)), "https")]
                shown = _SCHEME.match(document.text, link.content.start, link.content.end)
                if shown and link.name != "autolink" and document.text.startswith(href.value, link.content.start):
                    edits.insert(0, Edit(Span(*shown.span(1)), "https"))  # what is shown is the address
                fix = Fix("Write https", tuple(edits), Safety.UNSAFE)
            yield self.finding(
                span, f"this link to {cut(host)} is not encrypted: use https where the site answers there", fix
            )
