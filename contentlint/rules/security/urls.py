"""Which addresses run something, and where HTML keeps addresses: https://url.spec.whatwg.org/#url-parsing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.address import addresses_in_set, as_read
from contentlint.document import Document
from contentlint.nodes import Attribute, Node
from contentlint.patterns import pattern
from contentlint.references import decode_references
from contentlint.wording import cut

_IGNORED = r"[\t\n\r]*+"  # a browser drops these inside an address
_RUNS = pattern(
    r"[\x00-\x20]*+(?:"
    + "|".join(_IGNORED.join(name + ":") for name in ("javascript", "vbscript", "livescript", "data"))
    + ")",
    re.ASCII | re.IGNORECASE,  # ASCII letters alone: U+017F is no s
)
_LINE_END = pattern(r"[\n\r][ \t\n\r]*+")
_BEGINNINGS = frozenset("jJvVlLdD")
# what else an address can carry is shown or saved, and does nothing
_PAGE = pattern(r"text/html|(?:text|application)/xml|text/xsl|\S++(?<=\+xml)")
_AS_HOST = pattern(r"\A//([^/]++/)(?:\./)*+")  # data://text/./html: the type, taken for a host and a path

ON_ANY_ELEMENT = (
    "href", "src", "action", "formaction", "xlink:href", "poster", "background", "cite", "longdesc", "lowsrc", "dynsrc",
    "manifest", "icon", "ping", "xml:base",
)  # fmt: skip
_ANIMATED = ("to", "from", "by", "values")
_ANIMATIONS = frozenset({"animate", "set", "animatecolor", "animatemotion", "animatetransform"})
_SETS = ("srcset", "imagesrcset")
_OF_PLUG_INS = {"data": frozenset({"object", "embed", "applet"}), "code": frozenset({"embed"})}
_PLAIN, _RARE = frozenset(ON_ANY_ELEMENT), frozenset((*_OF_PLUG_INS, *_ANIMATED, *_SETS))
_WHOLE_HOST = pattern(
    r"(?:[a-zA-Z][a-zA-Z0-9+.-]*+:)?//[^/?#]++[/?#]|(?i:https?:)?[/\\]{2,}+[^/\\?#]++[/\\?#]"  # \ is / to the web's own
)
_PICTURES = frozenset({"img", "image", "feimage", "source", "input"})


def what_runs(url: str, *, is_picture: bool = False, is_markdown: bool = True) -> str:
    """What an address makes run, as an editor may call it ("javascript:", "data:text/html"); "" for a harmless one.

    `is_picture`: a browser shows what is there as an image, in which no SVG runs a script. `is_markdown`: its second
    line may be indented by the list or quote it stands in.
    """
    if url[:1] > " " and url[0] not in _BEGINNINGS:
        return ""
    url = _in_one_line(url) if is_markdown else url
    if _RUNS.match(url) is None:
        return ""
    scheme, _, rest = as_read(url).partition(":")
    scheme = scheme.lower()
    if scheme != "data":
        return scheme + ":"
    media, comma, payload = rest.partition(",")
    essence = _AS_HOST.sub("\\1", media.partition(";")[0].strip(" \f").lower(), count=1)
    if (comma and not payload) or not _PAGE.fullmatch(essence) or (is_picture and essence.startswith("image/")):
        return ""
    return f"data:{cut(essence)}"


def _in_one_line(url: str) -> str:
    """An address without its line ends and what the next line is indented by, which in a quote or list is no part of it."""
    return _LINE_END.sub("", url) if "\n" in url or "\r" in url else url


def certain_address(document: Document, attribute: Attribute) -> str:
    """The address as far as no template gives it; "" where a template may give the host."""
    span = attribute.value_span
    if span is None or not document.has_template(span):
        return _in_one_line(attribute.value)
    known = _in_one_line(decode_references(document.before_template(span)))
    return known if _WHOLE_HOST.match(as_read(known)) else ""


def addresses(document: Document) -> Iterator[tuple[Node, Attribute, str]]:
    """Every address in HTML attributes, with its element and attribute."""
    names = document.attribute_names
    for node, attribute in document.attributes(*_PLAIN.intersection(names), samples=True):
        if attribute.name != "xlink:href" or _leads_by_xlink(node):
            yield node, attribute, attribute.value
    if _RARE.isdisjoint(names):
        return
    for node, attribute in document.attributes(*_OF_PLUG_INS, samples=True):
        if node.name in _OF_PLUG_INS[attribute.name]:
            yield node, attribute, attribute.value
    for node, attribute in document.attributes(*_SETS, samples=True):
        for _, url in addresses_in_set(attribute.value):
            yield node, attribute, url
    for node, attribute in document.attributes(*_ANIMATED, samples=True):
        if node.name in _ANIMATIONS:
            yield node, attribute, attribute.value
            if attribute.name == "values":
                for url in attribute.value.split(";"):
                    yield node, attribute, url


def _leads_by_xlink(node: Node) -> bool:
    """Whether a browser follows `xlink:href` here: https://www.w3.org/TR/SVG2/linking.html#XLinkRefAttrs."""
    return node.namespace != "html" and (node.namespace != "svg" or node.attribute("href") is None)


def shows_picture(node: Node, attribute: Attribute) -> bool:
    """Whether a browser takes what this attribute leads to as an image."""
    if attribute.name in ("poster", "background", *_SETS):
        return True
    if node.name == "link":
        return "icon" in (node.get("rel") or "").lower()
    return node.name in _PICTURES and attribute.name in ("src", "href", "xlink:href")
