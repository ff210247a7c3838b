"""Images and frames that are there to count readers, not to be seen."""

from __future__ import annotations

from contentlint.address import host_of, is_on
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.trackers import watches_from

_COUNTER = pattern(
    r"(?i)^(?!data:)[^?#]*(?:\?|\b(?:pixel|beacon|track|count|stats?|hit|log|collect)[\w-]{0,80}+\.\w++(?:$|[?#]))"
)
_PHOTO = pattern(r"(?i)[^?#]*\.(?:jpe?g|png|webp|avif|svg)(?:[?#]|\Z)")
_LOADING = frozenset({"iframe", "input", "video"})
_SOURCES = ("src", "original")  # as `data-lazy-src` ends
_HIDING = frozenset({"width", "height", "style", "hidden"})
_LENGTH = r"(?:0+(?:\.0*)?(?:%|[a-z]{1,4})|(\d{1,9})(?:\.\d*)?(?:px|pt)?)"  # nothing, or some pixels
_PIXELS = pattern(rf"\s*{_LENGTH}\s*[;/]?\s*")
_STYLED = pattern(rf"(?:^|(?<=;))(?:max-)?(width|height):{_LENGTH}(?=[;!]|$)")
# the size of an advertisement that its server is asked for
_BANNER = pattern(r"[?&;/](?:sz|size)=(?:[2-9]|\d{2,})x(?:[2-9]|\d{2,})(?!\d)")
# what a watcher answers with an empty picture or page
_SILENT = pattern(
    r"(?i)[^?#]*/(?:(?:tr|[pb])/?(?:[?#]|\Z)|(?:watch|collect|pixel|impression|activityi?)(?:[/?#;]|\Z)|ns\.html"
    r"|(?:\d|hm|__utm|(?:pixel|beacon|track|count|stats?|hit|collect)[\w-]*)\.gif(?:[?#]|\Z))"
)
_BADGE = pattern(r"(?i)[^?#]*(?<![a-z])(?:logo|badge|button|banner|icon)(?![a-z])")
_SIZED = pattern(r"(?:^|(?<=;))(?:width|height):([^;!]*)")
# at least two pixels, some of another unit, or what is not known
_LARGE = pattern(r"\s*(?:0*(?:[1-9]\d|[2-9])|(?=[\d.]*[1-9])[\d.]+(?:%|(?!px|pt)[a-z])|calc\(|\{)")
_TRANSPARENT = pattern(r"(?:^|(?<=;))opacity:0(?:\.0*+)?(?=[;!]|$)")
# who count for the author, or for the publisher whose article it is
_PAYING = frozenset({"vgwort.de"})
_OF_LICENCES = frozenset({"counter.theconversation.com", "pixel.propublica.org"})
_OF_REPUBLISHING = "republication-pixel="  # https://github.com/INN/republication-tracker-tool
_FAR_OFF = pattern(r"(?:^|(?<=;))(?:left|top):-\d{4,}px")


def is_beacon(node: Node) -> bool:
    """Whether an image or frame is there to count readers: at most one pixel large or hidden, and from afar or with a
    counter's name; or from a host that does nothing else, of no size one could see and no advertisement."""
    if node.kind != "image" and node.name not in _LOADING:
        return node.name == "amp-pixel"
    address = node.get("src") or ""
    host = host_of(address)
    if "{" in address:
        return is_watched(node) and is_unseen(node)
    if not (host or _COUNTER.search(address)):
        return False
    if node.kind != "image" and node.name != "iframe":
        return node.get("controls") is None and watches_from(host, address)
    if _HIDING.isdisjoint([attribute.name for attribute in node.attributes]):
        return watches_from(host, address) and _draws_nothing(node, address)
    style = style_of(node)
    sizes = _sizes(node, style)
    has_both = len({side for side, _ in sizes}) == 2
    if has_both and all(size <= 1 for _, size in sizes):
        return watches_from(host, address) or not _is_filled_later(node, address)
    if not host or (has_both and all(size > 1 for _, size in sizes)):  # a button may reveal it
        return False
    if watches_from(host, address):
        return is_unseen(node) or (_draws_nothing(node, address) and not _asks_for_size(node, style))
    if not _is_out_of_sight(node, style):
        return False
    if node.name == "iframe":
        return True
    # a script may show a picture, or other sites take it as the one of this page
    return not node.get("alt") and not _PHOTO.match(address) and _COUNTER.search(address) is not None


def is_watched(node: Node) -> bool:
    """Whether it is a picture from a host that does nothing else, whatever a template writes into the query."""
    address, brace, _ = (node.get("src") or "").partition("{")
    return node.kind == "image" and watches_from(host_of(address), address) and (not brace or "?" in address)


def is_unseen(node: Node) -> bool:
    """Whether an image or frame says itself that there is nothing to see: a side of at most one pixel, or hidden."""
    style = style_of(node)
    return (
        node.name == "amp-pixel" or any(size <= 1 for _, size in _sizes(node, style)) or _is_out_of_sight(node, style)
    )


def may_be_badge(node: Node) -> bool:
    """Whether a watcher's picture that is not invisible may be one that readers look at."""
    address = node.get("src") or ""
    return _BADGE.match(address) is not None or (bool(node.get("alt")) and _SILENT.match(address) is None)


def advice_on_debt(address: str) -> str:
    """What to heed before a counter goes that someone is owed; "" of any other."""
    host = host_of(address)
    if is_on(host, _PAYING):
        return "VG Wort pays the author by this count, so ask before you remove it"
    if is_on(host, _OF_LICENCES) or _OF_REPUBLISHING in address:
        return "the licence to republish the article may ask for it, so read that before you remove it"
    return ""


def style_of(node: Node) -> str:
    """What the attribute `style` says, in small letters and without white space."""
    return "".join((node.get("style") or "").split()).lower()


def hides(style: str) -> bool:
    """Whether a style, as `style_of` gives it, hides an element from eyes and screen readers."""
    return "display:none" in style or "visibility:hidden" in style


def _is_filled_later(node: Node, address: str) -> bool:
    """Whether a picture that counts nobody keeps the place for another one, which a script shows once a reader comes near."""
    if node.kind != "image":
        return False
    later = [
        value
        for name, value, _, _ in node.attributes
        if name.startswith("data-") and name.endswith(_SOURCES) and _PHOTO.match(value) and value != address
    ]
    return bool(later) and not _COUNTER.search(address) and not all(map(_COUNTER.search, later))


def _draws_nothing(node: Node, address: str) -> bool:
    """Whether what a watcher serves to a node of no known size is no advertisement; frames mostly show one."""
    return _SILENT.match(address) is not None if node.name == "iframe" else _BANNER.search(address) is None


def _is_out_of_sight(node: Node, style: str) -> bool:
    if node.get("hidden") is not None or hides(style):
        return True
    if "opacity:0" in style and node.kind == "image" and _TRANSPARENT.search(style) is not None:
        return True  # a player may be faded in
    return "position:" in style and _FAR_OFF.search(style) is not None


def _asks_for_size(node: Node, style: str) -> bool:
    values = (node.get("width") or "", node.get("height") or "", *_SIZED.findall(style))
    return any(map(_LARGE.match, values))


def _sizes(node: Node, style: str) -> list[tuple[str, int]]:
    """The sides of an image or frame and how many pixels they have at most, as far as they are told."""
    given = [(side, _PIXELS.fullmatch(node.get(side) or "")) for side in ("width", "height")]
    sizes = [(side, int(size[1] or 0)) for side, size in given if size]
    return sizes + [(size[1], int(size[2] or 0)) for size in _STYLED.finditer(style)]
