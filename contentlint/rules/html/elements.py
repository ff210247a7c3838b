"""HTML's elements as the rules of this group need them: https://html.spec.whatwg.org/multipage/indices.html."""

from __future__ import annotations

from contentlint.document import Document, once
from contentlint.nodes import Node

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
OPTIONAL_END = frozenset(
    "html head body p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rt rp rb rtc".split()
)
BLOCKS = frozenset(  # Markdown takes such a tag at the beginning of a line for HTML
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "frameset h1 h2 h3 h4 h5 h6 head header hgroup html iframe legend li main menu nav noframes ol optgroup option p pre "
    "script search section style summary table tbody td textarea tfoot th thead title tr ul".split()
)
KNOWN = (
    VOID
    | OPTIONAL_END
    | BLOCKS
    | frozenset(
        "a abbr acronym applet audio b bdi bdo big blink button canvas cite code data datalist del dfn em font i ins "
        "kbd label listing map mark marquee math meter multicol nobr noembed noscript object output picture plaintext "
        "progress q ruby s samp select selectedcontent slot small spacer span strike strong sub sup svg template time tt u var video xmp".split()
    )
)


def written_name(document: Document, tag: Node) -> str:
    """A tag's name as the article spells it."""
    start = tag.span.start + (2 if tag.kind == "end-tag" else 1)
    return document.text[start : start + len(tag.name)]


def is_component(document: Document, tag: Node) -> bool:
    """Whether a tag is a component of a Markdown file that is written for JSX, though its name does not say so."""
    return _is_spelled_as_component(written_name(document, tag)) and _writes_jsx(document)


def _is_spelled_as_component(name: str) -> bool:
    return name[:1].isupper() and not name.isupper()


@once
def _writes_jsx(document: Document) -> bool:
    return any(
        attribute.value.startswith("{") and _is_spelled_as_component(written_name(document, node))
        for node in document.all("element")
        for attribute in node.attributes
    )
