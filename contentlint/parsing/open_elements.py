"""The elements that are open while HTML is read: what a start tag ends, what an end tag may close, in which namespace.

See https://html.spec.whatwg.org/multipage/parsing.html#the-stack-of-open-elements
"""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.elements import ENDING_PARAGRAPH, HEADINGS, LIST_ITEMS, TABLE_PARTS
from contentlint.nodes import Attribute, Node
from contentlint.text import Span, as_span

# a start tag of the key ends an open element of these names
ENDS: dict[str, frozenset[str]] = {
    "li": frozenset({"li", "p"}),
    "dt": frozenset({"dt", "dd", "p"}),
    "dd": frozenset({"dt", "dd", "p"}),
    "option": frozenset({"option"}),
    "optgroup": frozenset({"option", "optgroup"}),
    "tr": frozenset({"tr", "td", "th", "p", "caption", "colgroup"}),
    "td": frozenset({"td", "th", "p"}),
    "th": frozenset({"td", "th", "p"}),
    **dict.fromkeys(
        ("thead", "tbody", "tfoot"),
        frozenset({"tr", "td", "th", "thead", "tbody", "tfoot", "p", "caption", "colgroup"}),
    ),
    "rt": frozenset({"rt", "rp"}),
    "rp": frozenset({"rt", "rp"}),
    "body": frozenset({"head"}),
    **dict.fromkeys(ENDING_PARAGRAPH, frozenset({"p"})),
}
_LISTS = frozenset({"ol", "ul"})
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_TABLE = TABLE_PARTS | {"table"}
_TABLE_SCOPE = frozenset({"table", "template"})  # <html> bars nothing: within another element a browser ignores it
_SCOPE = _TABLE_SCOPE | {"applet", "caption", "td", "th", "marquee", "object"}
_SPECIAL = (
    ENDING_PARAGRAPH
    | _SCOPE
    | _TABLE
    | LIST_ITEMS
    | frozenset(
        "body button frameset head html iframe noembed noframes noscript script select style textarea title".split()
    )
)
_BREAKS_OUT = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta "
    "nobr ol p pre ruby s small span strong strike sub sup table tt u ul var".split()
)
_HTML_INSIDE = frozenset({("svg", "foreignobject"), ("svg", "desc"), ("svg", "title")}) | frozenset(
    ("math", name) for name in ("mi", "mo", "mn", "ms", "mtext")
)
FOREIGN = frozenset({"svg", "math"})
_WITHOUT_BARRIERS = frozenset({"template", "noscript"})  # whose end tags close whatever is open in them


class OpenElements:
    """The stack of them. `strict`: tags close what they name and all inside it, as JSX has it."""

    def __init__(self, *, strict: bool) -> None:
        self.top: Node | None = None
        self.stack: list[Node] = []
        # for each, the places on the stack that end tags inside cannot reach beyond: for most tags, for those of blocks
        # and formatting, for those of tables, for those of list items
        self._barriers: list[tuple[int, int, int, int]] = []
        self._places: dict[str, list[int]] = {}
        self._strict = strict

    def __iter__(self) -> Iterator[Node]:
        """The open elements, innermost first."""
        return (element for element in reversed(self.stack) if element.end_tag is None)

    def count(self, name: str) -> int:
        return len(self._places.get(name, ()))

    def push(self, element: Node) -> None:
        stack, barriers, name = self.stack, self._barriers, element.name
        place = len(stack)
        reach = barriers[-1] if barriers else (0, 0, 0, 0)
        if element.namespace != "html":
            if (element.namespace, name) in _HTML_INSIDE or (name == "annotation-xml" and element.namespace == "math"):
                reach = (place, place, reach[2], place)
        elif name in _SCOPE:
            reach = (place, place, place if name in _TABLE_SCOPE else reach[2], place)
        elif name in _SPECIAL:
            reach = (place, reach[1], reach[2], place if name in _LISTS else reach[3])
        barriers.append(reach)
        stack.append(element)
        places = self._places.get(name)
        if places is None:
            self._places[name] = [place]
        else:
            places.append(place)
        self.top = element

    def pop(self, at: int) -> Node:
        """End the innermost element at this offset, without an end tag."""
        stack = self.stack
        element = stack.pop()
        self._barriers.pop()
        self._places[element.name].pop()
        start = element.span.end
        element.content = as_span((start, at if at > start else start))
        while stack and stack[-1].end_tag is not None:
            stack.pop()
            self._barriers.pop()
        self.top = stack[-1] if stack else None
        return element

    def forget(self, start: int) -> None:
        """Take the elements that begin from this offset on as never opened."""
        while self.top is not None and self.top.span.start >= start:
            self.pop(start)

    def make_way(self, name: str, at: int) -> None:
        """End what the start tag of this name ends."""
        ends = ENDS[name]
        while self.top is not None and self.top.name in ends:
            if name in LIST_ITEMS and self.top.name == "p":
                if len(self.stack) < 2 or self.stack[-2].name not in LIST_ITEMS:
                    return
            self.pop(at)

    def close(self, name: str, tag: Span) -> bool:
        """Close the element an end tag names, with all that is open in it; False where it closes none."""
        top = self.top
        if top is not None:
            if top.namespace != "html":
                if name in ("p", "br"):
                    self.leave_foreign(tag.start)
            elif top.name == name:  # as nearly always
                self.pop(tag.start)
                top.end_tag = tag
                return True
            if self._close_foreign(name, tag):
                return True
        places = self._places.get(name)
        if not places or self.top is None:
            if name in HEADINGS:
                self._end_heading(tag.start)
            return False
        element = self.stack[places[-1]]
        if element.namespace != "html" and not self._strict:  # from the HTML inside it, no end tag reaches it
            return False
        if not self._strict and name not in _WITHOUT_BARRIERS:
            if places[-1] < self._barriers[-1][_barrier(name)]:
                return False
            if name in _FORMATTING and places[-1] < self._barriers[-1][0]:
                # the block that was opened inside stays open: https://html.spec.whatwg.org/#adoption-agency-algorithm
                element.content, element.end_tag = Span(element.span.end, tag.start), tag
                places.pop()
                return True
        self._close_all(element, tag)
        return True

    def _close_foreign(self, name: str, tag: Span) -> bool:
        """In foreign content an end tag closes the nearest foreign element of its name, whatever stands in between."""
        for element in reversed(self.stack):
            if element.namespace == "html":
                break
            if element.name == name and element.end_tag is None:
                self._close_all(element, tag)
                return True
        return False

    def _close_all(self, element: Node, tag: Span) -> None:
        """Close an open element and all that is open in it."""
        while self.pop(tag.start) is not element:
            pass
        element.end_tag = tag

    def end_paragraph(self, depth: int, at: int) -> None:
        """End what a paragraph opened, beyond this depth, and its end tag closes: neither blocks nor formatting."""
        while self.top is not None and len(self.stack) > depth and not self._strict:
            top = self.top
            stays = top.name in _SPECIAL or top.name in _FORMATTING if top.namespace == "html" else _holds_html(top, "")
            if stays:
                return
            self.pop(at)

    def _end_heading(self, at: int) -> None:
        # the end tag of any heading ends whichever is open
        place = max((self._places[name][-1] for name in HEADINGS if self._places.get(name)), default=-1)
        if self.top is not None and place >= self._barriers[-1][1]:
            while len(self.stack) > place:
                self.pop(at)

    # -- foreign content ----------------------------------------------------------------------------------------

    def namespace(self, name: str, attributes: tuple[Attribute, ...], at: int) -> str:
        """The namespace of a start tag here; a tag of HTML's own ends the foreign content it stands in."""
        top = self.top
        inside = "html" if top is None else top.namespace
        if inside == "html" and name not in FOREIGN:
            return inside
        if top is not None and inside != "html" and _holds_html(top, name):
            inside = "html"
        if inside == "html":
            return name if name in FOREIGN else "html"
        if name == "svg" and top is not None and top.name == "annotation-xml":
            return "svg"
        is_font = name == "font" and any(attribute.name in ("color", "face", "size") for attribute in attributes)
        if name in _BREAKS_OUT or is_font:
            self.leave_foreign(at)
            return "html"
        return inside

    def leave_foreign(self, at: int) -> None:
        while self.top is not None and self.top.namespace != "html" and not _holds_html(self.top, ""):
            self.pop(at)


def _barrier(name: str) -> int:
    if name in _TABLE:
        return 2
    if name == "li":
        return 3
    return 1 if name in _SPECIAL or name in _FORMATTING else 0


def _holds_html(element: Node, name: str) -> bool:
    if (element.namespace, element.name) in _HTML_INSIDE:
        return element.namespace == "svg" or name not in ("mglyph", "malignmark")
    if (element.namespace, element.name) != ("math", "annotation-xml"):
        return False
    encodings = [attribute.value for attribute in element.attributes if attribute.name == "encoding"]
    return bool(encodings) and encodings[0].lower() in ("text/html", "application/xhtml+xml")
