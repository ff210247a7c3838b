"""See `EmptyLink`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from contentlint.address import is_in_typographic_quotes
from contentlint.document import Document, once
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.preformatted import shown
from contentlint.rule import Bad, Finding, Good, Rule

_MOST = 1000  # characters of a link, of which a browser makes many where none is closed
_SOURCES = ("src", "srcset", "srcdoc")
_LABEL = pattern(r"\[((?:[^\[\]\\]|\\.){1,999}+)\]")
# a link to "#" leads to the top of the page: that is what these say
_TO_TOP = pattern(
    r"(?i)\btop\b|\bhaut\b|\boben\b|\banfang\b|\barriba\b|\binicio\b|\btopo\b|\bначало\b|\bнаверх\b|頂|顶|上へ|トップ|先頭|맨 ?위|[↑⬆⇧△▲⇑🔝^]"
)


class EmptyLink(Rule):
    """A link leads nowhere, or an image or frame shows nothing.

    A reader who follows it stays where they are, or jumps to the top of the page. Often the address was to be filled
    in later. With typographic quotes around it, as text programs put them, it is no address either.

    There is no fix: write the address, or make the link plain text.
    """

    name = "empty-link"
    needs = {"link", "image", "<iframe>"}
    good = (
        "[](){#kites}\n# Kites\n\n[](){ #high }\n",
        "[Kites](https://example.org) and [more](#more), [up](../).\n",
        "[Back to top](#) and <a href='#'>返回顶部</a>\n",
        '<a name="kites">风筝</a> <a id="high"></a>\n',
        '<a href="{{ site.url }}">凧</a> [凧]({{ page.url }})\n',
        '`[text]()` and `<a href="#">`\n',
        "- [ ] Buy string\n- [x] Buy paper\n",
        "[//]: # (A note to writers)\n[//]: # (and one more)\n[comment]: <> (Another)\n\nKites.\n",
        '<iframe src="" data-src="/kites" title="凧"></iframe> <iframe src="" srcdoc="凧" title="凧"></iframe>\n',
        '<a href="/kites" target="out">Kites</a> <iframe name="out" src="" title="凧"></iframe>\n',
        '<iframe src="" data-lazy="/kites" title="凧"></iframe> <iframe id="kite" src="" title="凧"></iframe>\n',
        '<img src="" data-src="/kite.jpg" alt="Kite"><img srcset="/kite.jpg 2x" alt="凧">\n',
        Good("<a href={url}>Kites</a>\n", path="page.mdx"),
    )
    bad = (
        Bad('<pre>\n⟦<a href="">⟧凧</a>\n</pre>\n\n<pre><code><a href="">風</a></code></pre>\n'),
        Bad("Read about ⟦[kites]()⟧ and ⟦[strings](<>)⟧.\n"),
        Bad('⟦<a href="">⟧风筝</a>，⟦<a href=" # ">⟧点击</a>\n'),
        Bad("⟦[凧](#)⟧ [糸]\n\n⟦[糸]: #⟧\n"),
        Bad("⟦![风筝]()⟧\n\n⟦<img src='' alt='Kite'>⟧\n"),
        Bad(
            "⟦[凧](“https://example.org/kites”)⟧ ⟦<a href=”/kites”>⟧Kites</a> ⟦<a href=”#”>⟧風</a> ⟦<img src=“/kite.png” alt=凧>⟧\n"
        ),
        Bad('⟦<iframe src="" title="凧">⟧</iframe>\n'),
        Bad("⟦<a href>⟧Kites</a>\n", path="page.html"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for link in shown(document, "link"):
            href = link.attribute("href")
            if href is None or link.name == "reference":
                continue
            if is_in_typographic_quotes(href.value):
                yield self.finding(link.span, f"this link leads nowhere, as {_about_quotes(link)}")
                continue
            if href.value.strip(" \t\r\n") not in ("", "#"):
                continue
            if document.is_anchor(link) and not _words(document, link).strip():
                continue
            is_hash = "#" in href.value
            if link.name == "definition" and _is_note(document, link):
                continue
            if document.has_template(href.span) or (
                is_hash and _TO_TOP.search(_words(document, link) + " " + (link.get("id") or ""))
            ):
                continue
            why = '"#" is only the top of the page' if is_hash else "its address is empty"
            yield self.finding(link.span, f"this link leads nowhere, as {why}: write where it leads")
        for picture in (*shown(document, "image"), *document.tags("iframe")):
            what = "frame" if picture.name == "iframe" else "image"
            source = picture.attribute("src")
            if source is None or picture.name == "reference":
                continue
            if is_in_typographic_quotes(source.value):
                yield self.finding(picture.span, f"this {what} shows nothing, as {_about_quotes(picture)}")
            if source.value.strip() or document.has_template(picture.span):
                continue
            if not _is_filled_later(picture):
                yield self.finding(picture.span, f"this {what} shows nothing, as its address is empty: write it")


def _is_filled_later(picture: Node) -> bool:
    """Whether an image or frame has another source, or a link or a script may give a frame one."""
    filled = [attribute.name for attribute in picture.attributes if attribute.value]
    if any(name.endswith(_SOURCES) for name in filled):
        return True
    return picture.name == "iframe" and any(name in ("id", "name") or name.startswith("data-") for name in filled)


def _about_quotes(node: Node) -> str:
    advice = "write it without them" if node.markup == "markdown" else 'write " or none'
    return f"the quotes around its address are typographic: {advice}"


def _is_note(document: Document, definition: Node) -> bool:
    """Whether nothing refers to a definition, so that readers never see it: it is there for its title, or for nothing."""
    return _uses(document)[_label(document, definition)] <= 0


@once
def _uses(document: Document) -> Counter[str]:
    """How often each label stands in brackets, its definitions aside."""
    found = Counter(_folded(label[1]) for label in _LABEL.finditer(document.source.flat))
    found.subtract(_label(document, link) for link in document.all("link") if link.name == "definition")
    return found


def _label(document: Document, definition: Node) -> str:
    return _folded(definition.content.of(document.source.flat))


def _folded(label: str) -> str:
    return " ".join(label.casefold().split())


def _words(document: Document, link: Node) -> str:
    return " ".join((document.inner_text(link, _MOST), link.get("title") or "", link.get("aria-label") or ""))
