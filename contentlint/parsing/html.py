"""HTML as a browser tokenises it, with the place of every tag, attribute and comment.

Follows https://html.spec.whatwg.org/multipage/parsing.html with scripting on: tags, comments, raw text, foreign
content and the optional end tags. It builds no tree: an element knows its parent and where it ends, no more.
Every pattern is possessive and every search that fails is remembered, so time grows with the text alone.
"""

from __future__ import annotations

import re
from functools import cached_property
from html.entities import html5

from contentlint.document import Attribute, Node, Problem
from contentlint.references import decode_references
from contentlint.text import Span

MASK = "\ufdd0"  # a noncharacter: stands for each character of a template, which is no HTML
MAX_DEPTH = 512
MAX_ATTRIBUTES = 256
_MAX_UNTERMINATED = 20

_S = r" \t\n\f\r"
_ATTRIBUTE = (
    rf"(?:=[^{_S}{MASK}/>=]*+|[^{_S}{MASK}/>=]++)"
    rf"(?:[{_S}]*+=[{_S}]*+(?:\"[^\"]*+\"|'[^']*+'|[^{_S}>\"'][^{_S}>]*+|(?=>|\Z)))?+"
)
_TAG = re.compile(rf"<(/?+)([A-Za-z][^{_S}{MASK}/>]*+)((?:[{_S}{MASK}/]++|{_ATTRIBUTE})*+)>")
_ATTRIBUTES = re.compile(
    rf"(=[^{_S}{MASK}/>=]*+|[^{_S}{MASK}/>=]++)"
    rf"(?:[{_S}]*+=[{_S}]*+(?:\"([^\"]*+)\"|'([^']*+)'|([^{_S}>\"'][^{_S}>]*+)|(?=>|\Z)))?+"
)
# Markdown takes only well-formed tags inside a paragraph: https://spec.commonmark.org/0.31.2/#raw-html
_INLINE_TAG = re.compile(
    rf"<(?:/[A-Za-z][A-Za-z0-9.:-]*+[{_S}{MASK}]*+|[A-Za-z][A-Za-z0-9.:-]*+(?:[{_S}{MASK}]++(?:[A-Za-z_:@#{MASK}][\w.:@{MASK}-]*+"
    rf"(?:[{_S}]*+=[{_S}]*+(?:\"[^\"]*+\"|'[^']*+'|[^{_S}\"'=<>`]++))?+)?+)*+[{_S}{MASK}]*+/?+)>"
)
_END_TAG = re.compile(rf"</([A-Za-z][^{_S}{MASK}/>]*+)")
_UNMASKED = re.compile(rf"[^{MASK}]++")
_COMMENT_END = re.compile(r"--!?>")
_SCRIPT_MARK = re.compile(r"(?i)<!--|-->|<(/?)script(?=[ \t\n\f\r/>])")
_AMBIGUOUS = re.compile(r"&([A-Za-z][A-Za-z0-9]*+)(;?+)(=?+)")

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
OPTIONAL_END = frozenset(
    "html head body p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rt rp".split()
)
_RAW_TEXT = frozenset("script style xmp iframe noembed noframes textarea title".split())
_READ_RAW_TEXT = frozenset("xmp textarea title".split())
_BLOCKS = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hgroup hr main menu nav ol p pre listing search section summary table ul xmp plaintext".split()
)
# a start tag of the key ends an open element of these names
_ENDS: dict[str, frozenset[str]] = {
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
    **dict.fromkeys(_BLOCKS, frozenset({"p"})),
}
_BREAKS_OUT = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta "
    "nobr ol p pre ruby s small span strong strike sub sup table tt u ul var".split()
)
_HTML_INSIDE = frozenset({("svg", "foreignobject"), ("svg", "desc"), ("svg", "title")}) | frozenset(
    ("math", name) for name in ("mi", "mo", "mn", "ms", "mtext")
)
_FOREIGN = frozenset({"svg", "math"})
_KINDS = {"a": "link", "area": "link", "img": "image", **{f"h{level}": "heading" for level in range(1, 7)}}
_KINDS_OF_LINKS = frozenset({"link", "image"})
_ASCII_LOWER = {upper: upper + 32 for upper in range(65, 91)}
_SAMPLES = frozenset({"pre", "code", "samp", "xmp", "listing"})


def ascii_lower(name: str) -> str:
    """Lower case as HTML means it: A to Z alone, so that U+212A is no k."""
    return name.lower() if name.isascii() else name.translate(_ASCII_LOWER)


def decode(value: str) -> str:
    """An attribute's value with its character references decoded, once."""
    if "\0" in value:
        value = value.replace("\0", "\ufffd")
    if "&" not in value:
        return value
    return decode_references(_AMBIGUOUS.sub(_keep_ambiguous, value))


def _keep_ambiguous(match: re.Match[str]) -> str:
    # In an attribute "&copy=1" and "&copyright" are no references, for the sake of query strings.
    name, semicolon, equals = match.groups()
    is_reference = name + ";" in html5 if semicolon else name in html5 and not equals
    return match[0] if is_reference else "&amp;" + match[0][1:]


class _Open:
    """A node under construction."""

    __slots__ = ("attributes", "content_end", "content_start", "end_tag", "kind", "name", "namespace", "parent", "span")

    def __init__(
        self, kind: str, name: str, span: Span, attributes: tuple[Attribute, ...], parent: _Open | None, namespace: str
    ) -> None:
        self.kind, self.name, self.span, self.attributes = kind, name, span, attributes
        self.parent, self.namespace = parent, namespace
        self.content_start, self.content_end = span.end, -1
        self.end_tag: Span | None = None


class Builder:
    """Reads the HTML of a body piece by piece and collects nodes, texts and problems.

    `text` is read with templates masked and line ends flat; `original` gives the values as written.
    """

    def __init__(self, original: str, text: str, end: int, *, jsx: bool = False, browser: bool = True) -> None:
        self.original, self.text, self.end = original, text, end
        self.jsx = jsx
        self.browser = browser  # an unclosed <style> swallows the rest, as it does on a page of its own
        self.texts: list[Span] = []
        self.problems: list[Problem] = []
        self._found: list[_Open | Node] = []
        self._parents: list[_Open | None] = []
        self._stack: list[_Open] = []
        self._open_names: dict[str, int] = {}
        self._never_closed: set[str] = set()
        self._no_comment_end = 0  # none ends before this offset
        self._unterminated = 0
        self._too_deep = False
        self._has_masks = MASK in text
        self._last_gt = text.rfind(">")

    # -- what Markdown asks -------------------------------------------------------------------------------------

    def inside_element(self, at: int) -> bool:
        """Whether an element that needs an end tag is open at `at`, and closed after it.

        Inside `<details>`, and where kramdown's `markdown` attribute asks for it, Markdown's own code is meant.
        """
        for element in reversed(self._stack):
            if element.name == "details" or any(attribute.name == "markdown" for attribute in element.attributes):
                return False
            if element.name not in OPTIONAL_END and self._last_end_tags.get(element.name, -1) > at:
                return True
        return False

    @cached_property
    def _last_end_tags(self) -> dict[str, int]:
        return {ascii_lower(tag[1]): tag.start() for tag in _END_TAG.finditer(self.text)}

    def add(self, node: Node) -> None:
        """Note a node that something else than HTML wrote."""
        self._found.append(node)
        self._parents.append(self._stack[-1] if self._stack else None)

    def take_back(self, start: int) -> None:
        """Forget the links and images just noted from `start` on: they turn out to be an image's alternative."""
        while self._found and isinstance(last := self._found[-1], Node) and last.kind in _KINDS_OF_LINKS:
            if last.span.start < start:
                break
            self._found.pop()
            self._parents.pop()

    def add_text(self, start: int, end: int) -> None:
        if end <= start:
            return
        if self._has_masks and self.text.find(MASK, start, end) >= 0:
            self.texts.extend(Span(*piece.span()) for piece in _UNMASKED.finditer(self.text, start, end))
        else:
            self.texts.append(Span(start, end))

    # -- reading ------------------------------------------------------------------------------------------------

    def feed(self, start: int, end: int, bound: int | None = None) -> int:
        """Read HTML from `start`; returns where it stopped: `end`, or after what began before it."""
        find, pos, text_from = self.text.find, start, start
        while True:
            at = find("<", pos, end)
            if at < 0:
                break
            after = self.markup(at, bound)
            if after <= at:
                pos = at + 1
                continue
            self.add_text(text_from, at)
            pos = text_from = self.raw_text(after) if bound is None else min(self.raw_text(after), bound)
        if end > text_from:
            self.add_text(text_from, end)
        return max(end, pos)

    def markup(self, at: int, bound: int | None = None, *, inline: bool = False) -> int:
        """Read one tag, comment or declaration at `at`; returns where it ends, `at` where there is none."""
        text = self.text
        following = text[at + 1 : at + 2]
        if not following.isalpha():
            if following == "!" or following == "?":
                return self._declaration(at, self.end if bound is None else bound, inline=inline)
            if following != "/" or not text[at + 2 : at + 3].isascii():
                return at
        if inline and not self.jsx and _INLINE_TAG.match(text, at, self.end if bound is None else bound) is None:
            return at
        if at > self._last_gt or self._unterminated > _MAX_UNTERMINATED:
            return at
        match = _TAG.match(text, at) if bound is None else _TAG.match(text, at, bound)
        if match is None:
            if following == "/" and not inline and not text[at + 2 : at + 3].isalpha():
                return self._bogus(at, self.end)
            if following.isalpha():
                self._unterminated += 1
                if self._unterminated > _MAX_UNTERMINATED:
                    self._limit(at, "too many tags that never end: the rest was not read as HTML")
            return at
        name = match[2]
        if self.jsx and (name[0].isupper() or "." in name):
            kind = "component"
        else:
            name = ascii_lower(name)
            kind = "element"
        span = Span(at, match.end())
        if match[1]:
            self._close(name, span)
        else:
            self._start(kind, name, span, match)
        return span.end

    def raw_text(self, after: int) -> int:
        """Read the content of the raw text element that was just opened, if one was; returns where it ends."""
        element = self._stack[-1] if self._stack else None
        if element is None or element.content_start != after or element.namespace != "html":
            return after
        name = element.name
        if name in _RAW_TEXT and element.kind == "element":
            end = self._raw_text_end(name, after)
        elif name == "plaintext":
            end = self.end
        elif name == "noscript":
            return self._noscript(after)
        else:
            return after
        if end < 0:
            return after
        if name in _READ_RAW_TEXT or name == "plaintext":
            self.add_text(after, end)
        match = _TAG.match(self.text, end) if end < self.end else None
        if match is None:
            self._pop(end)
            return max(end, after)
        self._close(name, Span(end, match.end()))
        return match.end()

    def complete_tag_end(self, at: int) -> int:
        """Where the well-formed tag at `at` ends, -1 where there is none."""
        match = _INLINE_TAG.match(self.text, at)
        return match.end() if match else -1

    def finish(self) -> tuple[Node, ...]:
        """All nodes, in the order of their places."""
        while self._stack:
            self._pop(self.end)
        made: dict[int, Node] = {}
        nodes: list[Node] = []
        for found, parent_under_way in zip(self._found, self._parents, strict=True):
            parent = made[id(parent_under_way)] if parent_under_way is not None else None
            sample = parent is not None and (
                parent.sample or (parent.name in _SAMPLES and parent.end_tag is not None and parent.markup == "html")
            )
            if isinstance(found, Node):
                node = found._replace(parent=parent, sample=sample)
            else:
                node = Node(
                    found.kind, found.name, found.span, Span(found.content_start, max(found.content_end, found.content_start)),
                    found.end_tag, found.attributes, parent, "html", found.namespace, sample,  # type: ignore[arg-type]
                )  # fmt: skip
                made[id(found)] = node
            nodes.append(node)
        nodes.sort(key=lambda node: node.span)
        return tuple(nodes)

    # -- tags ---------------------------------------------------------------------------------------------------

    def _start(self, kind: str, name: str, span: Span, match: re.Match[str]) -> None:
        attributes = self._attributes(match) if match.end(3) > match.start(3) else ()
        namespace = self._namespace(name, attributes, span.start)
        if namespace == "html":
            ends = _ENDS.get(name)
            if ends is not None:
                while self._stack and self._stack[-1].name in ends:
                    if name in ("li", "dt", "dd") and self._stack[-1].name == "p" and not self._in_list_item():
                        break
                    self._pop(span.start)
        parent = self._stack[-1] if self._stack else None
        element = _Open(
            _KINDS.get(name, kind) if kind == "element" else kind, name, span, attributes, parent, namespace
        )
        self._found.append(element)
        self._parents.append(parent)
        slash = self.text[span.end - 2] == "/" and (namespace != "html" or self.jsx)
        if slash or (name in VOID and namespace == "html"):
            element.content_end = span.end
        elif len(self._stack) >= MAX_DEPTH:
            element.content_end = span.end
            if not self._too_deep:
                self._too_deep = True
                self._limit(span.start, f"tags nested more than {MAX_DEPTH} deep: the deeper ones were read flat")
        else:
            self._stack.append(element)
            self._open_names[name] = self._open_names.get(name, 0) + 1

    def _in_list_item(self) -> bool:
        return len(self._stack) > 1 and self._stack[-2].name in ("li", "dt", "dd")

    def _attributes(self, match: re.Match[str]) -> tuple[Attribute, ...]:
        found: list[Attribute] = []
        original = self.original
        for part in _ATTRIBUTES.finditer(self.text, match.start(3), match.end(3)):
            if len(found) == MAX_ATTRIBUTES:
                self._limit(match.start(), f"more than {MAX_ATTRIBUTES} attributes in one tag: the rest was not read")
                break
            group = part.lastindex or 1
            if group > 1:
                start, end = part.span(group)
                value, value_span = decode(original[start:end]), Span(start, end)
            else:
                value, value_span = "", None
            name = part[1]
            found.append(Attribute(name if self.jsx else ascii_lower(name), value, Span(*part.span()), value_span))
        return tuple(found)

    def _namespace(self, name: str, attributes: tuple[Attribute, ...], at: int) -> str:
        top = self._stack[-1] if self._stack else None
        inside = "html" if top is None else top.namespace
        if inside == "html" and name not in _FOREIGN:
            return inside
        if top is not None and inside != "html" and self._holds_html(top, name):
            inside = "html"
        if inside == "html":
            return name if name in ("svg", "math") else "html"
        if name == "svg" and top is not None and top.name == "annotation-xml":
            return "svg"
        is_font = name == "font" and any(attribute.name in ("color", "face", "size") for attribute in attributes)
        if name in _BREAKS_OUT or is_font:
            self._leave_foreign(at)
            return "html"
        return inside

    def _holds_html(self, element: _Open, name: str) -> bool:
        if (element.namespace, element.name) in _HTML_INSIDE:
            return element.namespace == "svg" or name not in ("mglyph", "malignmark")
        if element.name != "annotation-xml":
            return False
        encodings = [attribute.value for attribute in element.attributes if attribute.name == "encoding"]
        return bool(encodings) and ascii_lower(encodings[0]) in ("text/html", "application/xhtml+xml")

    def _leave_foreign(self, at: int) -> None:
        while self._stack and self._stack[-1].namespace != "html" and not self._holds_html(self._stack[-1], ""):
            self._pop(at)

    def _close(self, name: str, span: Span) -> None:
        if name in ("p", "br") and self._stack and self._stack[-1].namespace != "html":
            self._leave_foreign(span.start)
        if not self._open_names.get(name):
            self.add(Node("end-tag", name, span))
            return
        while True:
            element = self._pop(span.start)
            if element.name == name:
                element.end_tag = span
                return

    def _pop(self, at: int) -> _Open:
        element = self._stack.pop()
        element.content_end = at
        self._open_names[element.name] -= 1
        return element

    # -- comments and raw text ----------------------------------------------------------------------------------

    def _declaration(self, at: int, bound: int, *, inline: bool) -> int:
        text = self.text
        if not text.startswith("<!--", at):
            if text.startswith("<![CDATA[", at) and self._stack and self._stack[-1].namespace != "html":
                close = text.find("]]>", at)
                end = close if close >= 0 else self.end
                self.add_text(at + 9, end)
                return min(end + 3, self.end)
            return self._bogus(at, bound if inline else self.end)
        if self.jsx:
            return at
        for empty in ("<!-->", "<!--->"):
            if text.startswith(empty, at):
                self.add(Node("comment", "", Span(at, at + len(empty)), Span(at + 4, at + 4)))
                return at + len(empty)
        end = bound if inline else self.end  # to Markdown a mark that its paragraph does not close is text
        match = None if at < self._no_comment_end else _COMMENT_END.search(text, at + 4, end)
        if match is not None:
            self.add(Node("comment", "", Span(at, match.end()), Span(at + 4, match.start())))
            return match.end()
        self._no_comment_end = end
        if inline:
            return at
        self.problems.append(
            Problem("unclosed-comment", Span(at, at + 4), 'this comment has no "-->": it hides the rest of the article')
        )
        self.add(Node("comment", "unclosed", Span(at, self.end), Span(at + 4, self.end)))
        return self.end

    def _bogus(self, at: int, bound: int) -> int:
        close = self.text.find(">", at, bound) if at < self._last_gt else -1
        if close < 0:
            return at
        kind = "doctype" if self.text[at : at + 9].lower() == "<!doctype" else "declaration"
        self.add(Node(kind, "", Span(at, close + 1), Span(at + 2, close)))
        return close + 1

    def _raw_text_end(self, name: str, start: int) -> int:
        """Where the end tag begins; the end of the text, or -1 where the rest shall be read as usual."""
        if name not in self._never_closed:
            end = self._script_end(start) if name == "script" else self._end_tag(name, start)
            if end >= 0:
                return end
            self._never_closed.add(name)
        return self.end if self.browser else -1

    def _end_tag(self, name: str, start: int) -> int:
        match = re.compile(rf"(?i)</{name}(?=[{_S}/>])").search(self.text, start, self.end)
        return match.start() if match else -1

    def _script_end(self, start: int) -> int:
        # "script data double escaped state": <!-- <script> hides one </script>
        escaped = nested = False
        for mark in _SCRIPT_MARK.finditer(self.text, start, self.end):
            if mark[0] == "<!--":
                escaped = True
            elif mark[0] == "-->":
                escaped = nested = False
            elif not mark[1]:
                nested = nested or escaped
            elif nested:
                nested = False
            else:
                return mark.start()
        return -1

    def _noscript(self, start: int) -> int:
        """With scripting the content is text, without it is HTML: it is read as HTML that cannot outlive its end tag."""
        if "noscript" in self._never_closed or self._open_names.get("noscript", 0) > 1:
            return start
        end = self._end_tag("noscript", start)
        if end < 0:
            self._never_closed.add("noscript")
            return start
        self.feed(start, end, end)
        match = _TAG.match(self.text, end)
        if match is None:
            return end
        self._close("noscript", Span(end, match.end()))
        return match.end()

    def _limit(self, at: int, message: str) -> None:
        self.problems.append(Problem("limit-exceeded", Span(at, at + 1), message))
