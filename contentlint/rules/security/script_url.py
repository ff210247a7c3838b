"""See `ScriptUrl`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.attribute_lists import listed_attributes
from contentlint.document import Document
from contentlint.nodes import Attribute, Node
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety, Severity
from contentlint.rules.security.inert import never_runs
from contentlint.rules.security.urls import ON_ANY_ELEMENT, addresses, shows_picture, what_runs
from contentlint.spelling import inner
from contentlint.text import Edit

_KEYS = pattern(  # of front matter, that hold an address
    r"(?i)(?:.*[_-]?(?:url|uri|link|href|src)|(?:canonical|redirect|permalink)(?:[_-]?(?:to|from))?|alias(?:es)?|website|homepage"
    r"|source|image|cover|thumbnail|banner)\Z"
)


class ScriptUrl(Rule):
    """An address runs a script, or carries a whole page, instead of leading somewhere.

    A click on `javascript:…` acts in the name of your site and of the reader; a page inside a `data:` address shows
    what it likes under your name. An address in the front matter becomes a link, too.

    The fix is unsafe: it removes the attribute, or leaves only a Markdown link's text.
    """

    name = "script-url"
    severity = Severity.ERROR
    good = (
        "Never write javascript:alert(1) in a link, nor `[x](javascript:alert(1))`.\n",
        '<img src="data:image/png;base64,iVBORw0KGgo=" alt="">\n',
        "![凧](data:image/svg+xml,%3Csvg%3E%3C/svg%3E) ![风筝](data:image;base64,iVBORw0KGgo=)\n",
        '<a download="kites.csv" href="data:text/csv,name%0A凧">Kites</a> <track src="data:text/vtt,WEBVTT">\n',
        '<p title="javascript:fly()" data-href="javascript:fly()">风筝</p>\n',
        '<a href="/javascript:fly()">Kites</a> and [more](<javascript.html>)\n',
        '<a href="javaſcript:fly()">Kites</a>\n',
        '<svg><a href="/kites" xlink:href="javascript:fly()">凧</a></svg> <a xlink:href="javascript:fly()">風箏</a>\n',
        '<noscript><a href="javascript:fly()">Kites</a></noscript>\n',
        "---\ntitle: 'javascript:void(0)'\nlink: https://example.org\ncover: data:image/png;base64,iVBORw0KGgo=\n---\n\n凧\n",
        Good('<a href="java\n  script:fly()">Kites</a>\n', path="page.html"),
        Good('<link rel="icon" href="data:,">\n', path="page.html"),
    )
    bad = (
        Bad("[kites](⟦javascript:fly()⟧) fly\n", fixed="kites fly\n", unsafe=True),
        Bad('<a ⟦href=" Java&Tab;Script&colon;fly()"⟧>风筝</a>\n', fixed="<a>风筝</a>\n", unsafe=True),
        Bad('<iframe title="凧" ⟦src="data:text/html,<p>凧</p>"⟧></iframe>\n', fixed='<iframe title="凧"></iframe>\n', unsafe=True),
        Bad('<embed ⟦code="data:text/html,<p>风筝</p>"⟧>\n', fixed="<embed>\n", unsafe=True),
        Bad("![凧](⟦vbscript:fly⟧)\n", fixed="凧\n", unsafe=True),
        Bad("[kites]\n\n[kites]: ⟦javascript:fly()⟧\n"),
        Bad("[kites](⟦\u00a0javascript:fly()⟧) fly\n", fixed="kites fly\n", unsafe=True),  # some programs drop the blank
        Bad("<svg><a><animate attributeName=href ⟦values=/a;javascript:fly()⟧ /></a></svg>\n", fixed="<svg><a><animate attributeName=href /></a></svg>\n", unsafe=True),
        Bad('<a ⟦href="javascript:go({{ page.id }})"⟧>Kites</a>\n'),
        Bad("---\ntitle: 凧\nredirect_to: ⟦javascript:fly()⟧\nlinks:\n  - url: '⟦JavaScript:fly()⟧'\n---\n\n凧\n"),
        Bad("!!! note\n\n    [kites](⟦javascript:fly()⟧) fly\n", fixed="!!! note\n\n    kites fly\n", unsafe=True),
        Bad('[凧](/kites){: ⟦href="javascript:fly()"⟧ }\n'),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        told: set[Attribute] = set()
        is_markdown = document.language != "html"
        for node, attribute, url in addresses(document):
            runs = what_runs(url, is_picture=shows_picture(node, attribute), is_markdown=is_markdown)
            if not runs or attribute in told or never_runs(node) or not node.heeds(attribute):
                continue
            told.add(attribute)
            fix = Fix.without("Remove the attribute", document, node, attribute)
            yield self.finding(attribute.span, _message(runs), fix)
        yield from self._in_markdown(document)
        yield from self._in_front_matter(document)
        for listed in listed_attributes(document):
            runs = what_runs(listed.value) if listed.name in ON_ANY_ELEMENT else ""
            if runs and not runs.startswith("data:"):
                yield self.finding(listed.span, _message(runs))

    def _in_front_matter(self, document: Document) -> Iterator[Finding]:
        for path, field in document.fields.items():
            runs = what_runs(field.data.strip(), is_picture=True) if isinstance(field.data, str) else ""
            if runs and _KEYS.match(str(next((part for part in reversed(path) if isinstance(part, str)), ""))):
                yield self.finding(inner(document, field), _message(runs))

    def _in_markdown(self, document: Document) -> Iterator[Finding]:
        referred: dict[str, Node] = {}
        definitions: list[Attribute] = []
        for kind, key in (("link", "href"), ("image", "src")):
            for node in document.all(kind, samples=True):
                target = node.attribute(key) if node.markup == "markdown" else None
                runs = what_runs(target.value.strip(), is_picture=kind == "image") if target is not None else ""
                if target is None or not runs:
                    continue
                if target.value_span is None:
                    referred.setdefault(target.value, node)
                elif node.name == "definition":
                    definitions.append(target)
                else:
                    yield self.finding(target.span, _message(runs), _plain(document, node))
        for target in definitions:  # nobody gets to see one that no link refers to
            if target.value in referred:
                yield self.finding(target.span, _message(what_runs(target.value.strip())))
        defined = {target.value for target in definitions}
        for value, node in referred.items():
            if value not in defined:  # a comment hides the definition, which counts all the same
                yield self.finding(node.span, _message(what_runs(value.strip())))


def _message(runs: str) -> str:
    if runs.startswith("data:"):
        return f"this address carries a document of its own ({runs}): link to a page instead"
    return f"this address runs a script ({runs}): link to a page instead"


def _plain(document: Document, node: Node) -> Fix | None:
    if node.name != "inline" or document.has_template(node.span):
        return None
    text = node.content.of(document.text)
    return Fix("Leave the text alone", (Edit(node.span, text),), Safety.UNSAFE)
