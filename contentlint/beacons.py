"""Images and frames that are there to count readers, not to be seen."""

from __future__ import annotations

from contentlint.address import host_of
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.trackers import watches_from

_COUNTER = pattern(
    r"(?i)^(?!data:)[^?#]*(?:\?|\b(?:pixel|beacon|track|count|stats?|hit|log|collect)[\w-]*\.\w+(?:$|[?#]))"
)
_PHOTO = pattern(r"(?i)[^?#]*\.(?:jpe?g|png|webp|avif|svg)(?:[?#]|\Z)")
_LOADING = frozenset({"iframe", "input", "video"})
_HIDING = frozenset({"width", "height", "style", "hidden"})
_PIXELS = pattern(r"\s*(\d+)(?:\.0*)?(?:px)?\s*/?")
_STYLED = pattern(r"(?:^|(?<=;))(?:max-)?(width|height):(\d+)(?:px)?(?=[;!]|$)")
# the size of an advertisement that its server is asked for
_BANNER = pattern(r"[?&;/](?:sz|size)=(?:[2-9]|\d{2,})x(?:[2-9]|\d{2,})(?!\d)")
_SIZED = pattern(r"(?:^|(?<=;))(?:width|height):(?!auto)")
_TRANSPARENT = pattern(r"(?:^|(?<=;))opacity:0(?:\.0*+)?(?=[;!]|$)")
_FAR_OFF = pattern(r"(?:^|(?<=;))(?:left|top):-\d{4,}px")


def is_beacon(node: Node) -> bool:
    """Whether an image or frame is there to count readers: at most one pixel large or hidden, and from afar or with a
    counter's name; or an image, of no size one could see, from a host that does nothing else."""
    if node.kind != "image" and node.name not in _LOADING:
        return node.name == "amp-pixel"
    address = node.get("src") or ""
    host = host_of(address)
    if "{" in address or not (host or _COUNTER.search(address)):
        return False
    is_frame = node.name == "iframe"
    if node.kind != "image" and not is_frame:
        return watches_from(host, address)
    if _HIDING.isdisjoint([attribute.name for attribute in node.attributes]):
        return not is_frame and watches_from(host, address) and not _BANNER.search(address)
    style = style_of(node)
    sizes = _sizes(node, style)
    has_both = len({side for side, _ in sizes}) == 2
    if has_both and all(size <= 1 for _, size in sizes):
        return True
    if not host or (has_both and all(size > 1 for _, size in sizes)):  # a button may reveal it
        return False
    if watches_from(host, address):
        return is_unseen(node) or not (is_frame or _asks_for_size(node, style) or _BANNER.search(address))
    if not _is_out_of_sight(node, style):
        return False
    # a script may show a picture, or other sites take it as the one of this page
    return is_frame or (not node.get("alt") and not _PHOTO.match(address) and _COUNTER.search(address) is not None)


def is_unseen(node: Node) -> bool:
    """Whether an image or frame says itself that there is nothing to see: a side of at most one pixel, or hidden."""
    style = style_of(node)
    return (
        node.name == "amp-pixel" or any(size <= 1 for _, size in _sizes(node, style)) or _is_out_of_sight(node, style)
    )


def style_of(node: Node) -> str:
    """What the attribute `style` says, in small letters and without white space."""
    return "".join((node.get("style") or "").split()).lower()


def _is_out_of_sight(node: Node, style: str) -> bool:
    if node.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style:
        return True
    if "opacity:0" in style and node.kind == "image" and _TRANSPARENT.search(style) is not None:
        return True  # a player may be faded in
    return "position:" in style and _FAR_OFF.search(style) is not None


def _asks_for_size(node: Node, style: str) -> bool:
    return any(node.get(side) for side in ("width", "height")) or _SIZED.search(style) is not None


def _sizes(node: Node, style: str) -> list[tuple[str, int]]:
    """The sides of an image or frame and how many pixels they have at most, as far as they are told."""
    given = [(side, _PIXELS.fullmatch(node.get(side) or "")) for side in ("width", "height")]
    sizes = [(side, int(size[1])) for side, size in given if size]
    return sizes + [(size[1], int(size[2])) for size in _STYLED.finditer(style)]
