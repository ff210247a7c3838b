"""See `LinkWithoutText`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.address import host_of
from contentlint.document import Document, once
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Good, Rule
from contentlint.rules.accessibility.spoken import Speech, is_filled_by_template, is_named
from contentlint.text import Span

# a directive, a role or an address of https://mystmd.org
_MYST = pattern(
    r"(?m)^[ \t]*+(?:`{3,}|:{3,}|~{3,})\{(?!r\b|python|mermaid|julia|bash|sql|ojs|dot)[\w:-]{2,}\}"
    r"|\{(?:ref|numref|doc|cite\w*|eq|term)\}`|\]\(xref:"
)


class LinkWithoutText(Rule):
    """A link has nothing that could be read out.

    A screen reader says "link" or spells out the address; without a picture nobody can see it either.

    There is no fix: only the writer knows what the link is to be called.
    """

    name = "link-without-text"
    yields_to = ("image-missing-alt", "empty-link", "tracking-pixel")
    needs = {"link"}
    good = (
        '<a name="top"></a> <a id="凧"></a> <a></a>\n',
        '<a href="/kites"><img src="a.png" alt="Kites"></a> [![风筝](a.png)](/kites) [ ![凧](a.png)](/b)\n',
        '<a href="/a" aria-label="Kites"><i class="icon"></i></a> <a href="/b" title="凧"></a>\n',
        '<a href="/a"><svg><title>Kites</title><path d=""></path></svg></a> <a href="/a">{{ title }}</a>\n',
        '<a href="/x#respond" style="display: none;"><i class="x"></i></a>\n',
        '<a class="anchor" aria-hidden="true" href="#top"></a> `[](/kites)` [`kite`](/kites)\n',
        "<https://example.org> [kites][1]\n\n[1]: /kites\n",
        '## Kites <a href="#kites" id="kites"></a>\n',
        "See [](#eq-kites) and {ref}`kites`.\n",
        Good("<a href='/a'>{title}</a>\n\n<a href='/b'><Icon /></a>\n", path="kites.mdx"),
    )
    bad = (
        Bad('Kites ⟦<a href="/kites"></a>⟧ fly. ⟦[](/fly)⟧\n'),
        Bad('⟦<a href="/a"><i class="fa fa-kite"></i></a>⟧ ⟦<a href="/b">&nbsp;</a>⟧ 风筝\n'),
        Bad('⟦[![](凧.png)](/kites)⟧ ⟦[ ![](a.png)\n](/b)⟧ ⟦<a href="/c"><img src="a.png" alt=""></a>⟧\n'),
        Bad(
            '⟦<a href="/a"> <span aria-hidden="true">凧</span> </a>⟧ <a href="/b">凧 <i aria-hidden="true">→</i></a>\n'
        ),
        Bad('⟦<a href="/a"><b><i aria-hidden="true">凧</i></b><i aria-hidden="true">→</i></a>⟧\n'),
        Bad('<div style="display:none" id="menu">⟦<a href="/kites"><i></i></a>⟧</div>\n'),
        Bad('<map name="m">⟦<area href="/a" shape="default">⟧<area href="/b" alt="B"></map>\n'),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        speech = Speech(document)
        for link in document.all("link"):
            if link.name in ("autolink", "definition") or not link.attributes or link.get("href") is None:
                continue
            if (link.name != "area" and speech.is_in(link.content)) or document.is_anchor(link):
                continue
            if _leads_to_itself(link):
                continue
            if is_named(link) or (link.get("alt") or "").strip() or speech.is_passed_over(link):
                continue
            is_inner = link.markup == "markdown" and not host_of(link.get("href") or "")
            if not is_filled_by_template(document, link) and not (is_inner and _is_for_myst(document)):
                yield self.finding(_place(link), "this link has no text: say where it leads")


def _leads_to_itself(link: Node) -> bool:
    """Whether it only names its place, as the anchors do that programs put into headings."""
    name = link.get("id") or link.get("name")
    return bool(name) and link.get("href") == f"#{name}"


@once
def _is_for_myst(document: Document) -> bool:
    """Whether a program reads the article that writes the target's title where a link has no text."""
    return document.language == "markdown" and _MYST.search(document.source.flat) is not None


def _place(link: Node) -> Span:
    """All of a link that is closed; the tag of one that is not."""
    return link.whole if link.end_tag is not None else link.span
