"""HTML as a browser tokenises it, with the place of every tag, attribute and comment.

Follows https://html.spec.whatwg.org/multipage/parsing.html with scripting on: tags, comments, raw text, foreign
content and the optional end tags. It builds no tree: an element knows its parent and where it ends, no more.
Every pattern is possessive and every search that fails is remembered, so time grows with the text alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from contentlint.document import Problem
from contentlint.elements import KNOWN, RAW_TEXT, SAMPLES, VOID
from contentlint.lazy import lazy
from contentlint.nodes import NOTHING, Attribute, Node
from contentlint.parsing.end_tags import EndTags
from contentlint.parsing.open_elements import ENDS, FOREIGN, OpenElements
from contentlint.parsing.raw_text import RAW, RawText
from contentlint.parsing.tags import (
    COMMENT_END,
    INLINE_TAG,
    LOOSE_TAG,
    MARK,
    MASK,
    MAX_ATTRIBUTES,
    PLAIN_START_TAG,
    TAG,
    ascii_lower,
    attributes_of,
)  # fmt: skip
from contentlint.patterns import pattern
from contentlint.spans import Merged
from contentlint.text import Span, as_span

MAX_DEPTH = 512
_MAX_UNTERMINATED = 20
_LONG = 2_000  # characters

# a plain start tag, up to its end tag where only text stands before that; a plain end tag; or where anything may begin
_MARKUP = pattern(rf"{PLAIN_START_TAG}(?:(?<!/>)([^<]*+)</\1>)?+|</([a-z][a-z0-9]*+)>|<(?=[A-Za-z/!?])")
_LEAF, _END_TAG = 3, 4  # the last group of the former that matched
_COMPONENT = pattern(r"<([A-Z][a-z][A-Za-z0-9]*)(?=[\s/>])")
_UNMASKED = pattern(rf"[^{MASK}]++")

_NEVER_A_LEAF = RAW | VOID
_READ_RAW_TEXT = frozenset("xmp textarea title".split())
_KINDS = {"a": "link", "area": "link", "img": "image", **{f"h{level}": "heading" for level in range(1, 7)}}
_SHIELDS = frozenset({"template", "expression", "code"})


class Builder:
    """Reads the HTML of a body piece by piece and collects nodes, texts and problems.

    `text` is read with templates masked and line ends flat; `original` gives the values as written.
    """

    def __init__(
        self, original: str, text: str, end: int, *, jsx: bool = False, browser: bool = True, kramdown: bool = False
    ) -> None:
        self.original, self.text, self.end = original, text, end
        self.jsx = jsx
        self.browser = browser  # an unclosed <style> swallows the rest, as it does on a page of its own
        self.kramdown = kramdown
        self.nodes: list[Node] = []
        self.texts: list[Span] = []
        self._in_order = True  # no text was noted after what stands behind it
        self.problems: list[Problem] = []
        self._open = OpenElements(strict=jsx)
        self._raw = RawText(text, end, browser=browser)
        self.reach = end  # where the block of Markdown that is being read ends
        self._no_comment_end = 0  # none ends before this offset
        self._unterminated = 0
        self._long_loose = 0
        self._too_deep = False
        self._has_samples = False
        self.shown: list[Span] = []  # what some programs show as code, and others publish as it is
        self._last_gt = text.rfind(">")

    @property
    def _bound(self) -> int:
        """How far a tag may go: Markdown's blocks end it, since what follows becomes tags of their own."""
        return self.end if self.browser or self.jsx else self.reach

    # -- what Markdown asks -------------------------------------------------------------------------------------

    def around(self, at: int) -> Iterator[Node]:
        """The elements open at `at` that need an end tag, and are closed there or after it.

        Inside `<details>`, and where kramdown's `markdown` attribute asks for it, Markdown's own code is meant.
        """
        for element in self._open:
            if element.name == "details" or any(attribute.name == "markdown" for attribute in element.attributes):
                return
            if self._end_tags.close(element.name, at):
                yield element

    @lazy
    def _end_tags(self) -> EndTags:
        return EndTags(self.text)

    @lazy
    def _has_components(self) -> bool:
        """Whether this is Markdown for MDX or Vue, in which a slash closes any tag: it uses their components."""
        names = (match[1] for match in _COMPONENT.finditer(self.text)) if not self.browser else ()
        return any(name.lower() not in KNOWN for name in names)

    def add(self, node: Node) -> None:
        """Note a node that something else than HTML wrote."""
        node.parent = self._open.top
        self.nodes.append(node)

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._open.stack)

    def end_paragraph(self, depth: int, at: int) -> None:
        """Note that Markdown's paragraph ends here, which began at this depth."""
        self._open.end_paragraph(depth, at)

    def take_back(self, start: int) -> None:
        """Forget the nodes just noted from `start` on: they turn out to be an image's alternative, which is text."""
        while self.nodes and self.nodes[-1].span.start >= start and self.nodes[-1].kind not in _SHIELDS:
            self.nodes.pop()
        self._open.forget(start)

    def add_text(self, start: int, end: int) -> None:
        """Note a stretch of text, behind those that were noted before it."""
        if start < end:
            self.texts.append(as_span((start, end)))

    # -- reading ------------------------------------------------------------------------------------------------

    def feed(self, start: int, end: int, bound: int | None = None) -> int:
        """Read HTML from `start`; returns where it stopped: `end`, or after what began before it."""
        text, texts, stack = self.text, self.texts, self._open.stack
        text_from = pos = start
        self.reach = end
        if not self.browser:
            self._unterminated = 0
        limit = self.end if bound is None else bound
        while pos < end:
            markup = MARK if self.jsx or self._unterminated > _MAX_UNTERMINATED else _MARKUP
            for match in markup.finditer(text, pos, end):
                at, after = match.span()
                last = match.lastindex
                if last is None:
                    pos = self.markup(at, bound)
                    if pos <= at:
                        pos = after
                        if self._unterminated > _MAX_UNTERMINATED:
                            break
                        continue
                    if text_from < at:
                        texts.append(as_span((text_from, at)))
                    pos = min(self.raw_text(pos, limit), limit)
                else:
                    if text_from < at:
                        texts.append(as_span((text_from, at)))
                    pos = after
                    if last == _END_TAG:
                        self._close(match[4], as_span((at, after)))
                    else:
                        name = match[1]
                        written, rest = match.span(2)
                        found = self._attributes(at, written, rest) if written >= 0 else ()
                        if last == _LEAF and len(stack) < MAX_DEPTH and name not in _NEVER_A_LEAF:
                            inner = as_span(match.span(3))
                            opened, closed = as_span((at, inner[0])), as_span((inner[1], after))
                            self._element("element", name, opened, found, inner, closed)
                            if inner[0] < inner[1]:
                                texts.append(inner)
                        else:
                            if last == _LEAF:
                                pos = match.start(3)
                            self._open_element(self._element("element", name, as_span((at, pos)), found))
                            if name in RAW:
                                pos = min(self.raw_text(pos, limit), limit)
                text_from = pos
                if pos != after:
                    break
            else:
                break
        self.add_text(text_from, end)
        return max(end, text_from)

    def markup(self, at: int, bound: int | None = None, *, inline: bool = False) -> int:
        """Read one tag, comment or declaration at `at`; returns where it ends, `at` where there is none."""
        text = self.text
        following = text[at + 1 : at + 2]
        is_end, is_letter = following == "/", following.isascii() and following.isalpha()
        if not is_letter:
            if following == "!" or following == "?":
                return self._declaration(at, self.end if bound is None else bound, inline=inline)
            letter = text[at + 2 : at + 3]
            if not is_end:
                return at
            if not (letter.isascii() and letter.isalpha()):
                return at if inline or not letter else self._bogus(at, self._bound)
        if inline and not self.jsx and INLINE_TAG.match(text, at, self.end if bound is None else bound) is None:
            if is_letter:
                self._loose_tag(at, self.end if bound is None else bound)
            return at
        if at > self._last_gt or self._unterminated > _MAX_UNTERMINATED:
            return at
        match = TAG.match(text, at, self._bound if bound is None else bound)
        if match is None:
            self._unterminated += is_letter
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
            self._open_element(self._element(kind, name, span, self._attributes(at, *match.span(3))))
        return span.end

    def _loose_tag(self, at: int, bound: int) -> None:
        """Note what is text to CommonMark and a tag to looser programs, such as Python-Markdown: `<svg/onload=go()>`."""
        if at > self._last_gt or self._long_loose > _MAX_UNTERMINATED:
            return
        match = LOOSE_TAG.match(self.text, at, bound)
        if match is None:
            return
        if match.end() - at > _LONG:  # such tags may overlap, and each is read for itself
            self._long_loose += 1
            if self._long_loose > _MAX_UNTERMINATED:
                self._limit(at, "too many long tags that are text to Markdown: the rest of them was not read")
        if not match[3] or (name := ascii_lower(match[1])) not in KNOWN:
            return  # prose: "a <b, and c> d"
        attributes = self._attributes(at, *match.span(2))
        if name == "script" or any(attribute.value for attribute in attributes):
            self.add(Node("loose-tag", name, Span(at, match.end()), attributes=attributes, markup="markdown"))

    def raw_text(self, after: int, limit: int | None = None) -> int:
        """Read the content of the raw text element that was just opened, if one was, up to a limit; returns where it
        ends."""
        limit = self.end if limit is None else limit
        element = self._open.top
        if element is None or element.span.end != after or element.namespace != "html":
            return after
        name = element.name
        if name in RAW_TEXT and element.kind == "element":
            end = self._raw.end_of(name, after, self.reach)
        elif name == "plaintext":
            end = self.end
        elif name == "noscript":
            return self._noscript(after)
        else:
            return after
        if end < 0:
            return after
        end = min(end, limit)
        if name in _READ_RAW_TEXT or name == "plaintext":
            self.add_text(after, end)
        match = TAG.match(self.text, end) if end < limit else None
        if match is None:
            self._open.pop(end)
            return max(end, after)
        self._close(name, Span(end, match.end()))
        return match.end()

    def close_all(self, at: int) -> None:
        """End here what is still open."""
        while self._open.top is not None:
            self._open.pop(at)

    def finish(self) -> tuple[tuple[Node, ...], tuple[Span, ...]]:
        """All nodes and all stretches of text, in the order of their places."""
        self.close_all(self.end)
        nodes = self.nodes
        if self._has_samples or self.shown:
            samples = Merged([*self.shown, *(node.content for node in nodes if _is_sample(node))])
            for node in nodes:  # by its place: what is left open in a sample does not make one of what follows
                node.sample = samples.hold(node.span[0])
        nodes.sort(key=attrgetter("span"))
        if not self._in_order:
            self.texts.sort()
        return tuple(nodes), tuple(self._unmasked())

    def _unmasked(self) -> Iterable[Span]:
        if MASK not in self.text:
            return self.texts
        return (as_span(piece.span()) for text in self.texts for piece in _UNMASKED.finditer(self.text, *text))

    # -- tags ---------------------------------------------------------------------------------------------------

    def _element(
        self,
        kind: str,
        name: str,
        span: Span,
        attributes: tuple[Attribute, ...],
        content: Span = NOTHING,
        end_tag: Span | None = None,
    ) -> Node:
        """Note the element of a start tag, in its place among those that are open."""
        opened = self._open
        parent, namespace = opened.top, "html"
        if name in FOREIGN or (parent is not None and parent.namespace != "html"):
            namespace = opened.namespace(name, attributes, span.start)
            parent = opened.top
        if parent is not None and name in ENDS and parent.name in ENDS[name] and namespace == "html":
            opened.make_way(name, span.start)
            parent = opened.top
        if kind == "element":
            kind = _KINDS.get(name, kind)
        element = Node(kind, name, span, content, end_tag, attributes, parent, "html", namespace)
        self.nodes.append(element)
        if name in SAMPLES:
            self._has_samples = True
        return element

    def _open_element(self, element: Node) -> None:
        """Open the element just noted, unless it is void or too deep."""
        end = element.span.end
        is_void = element.name in VOID and element.namespace == "html"
        if not is_void and self.text[end - 2] == "/":
            is_void = self.jsx or element.namespace != "html" or self._has_components
        if not is_void and len(self._open.stack) < MAX_DEPTH:
            self._open.push(element)
            return
        element.content = as_span((end, end))
        if not is_void and not self._too_deep:
            self._too_deep = True
            message = f"tags nested more than {MAX_DEPTH} deep: flatten them"
            self._limit(element.span.start, message)

    def _attributes(self, at: int, start: int, end: int) -> tuple[Attribute, ...]:
        if start >= end:
            return ()
        found = attributes_of(self.text, self.original, start, end, jsx=self.jsx)
        if len(found) > MAX_ATTRIBUTES:
            self._limit(at, f"more than {MAX_ATTRIBUTES} attributes in one tag: remove some")
            return tuple(found[:MAX_ATTRIBUTES])
        return tuple(found)

    def _close(self, name: str, span: Span) -> None:
        if not self._open.close(name, span):
            self.add(Node("end-tag", name, span))

    # -- comments and raw text ----------------------------------------------------------------------------------

    def _declaration(self, at: int, bound: int, *, inline: bool) -> int:
        text = self.text
        if not text.startswith("<!--", at):
            top = self._open.top
            if text.startswith("<![CDATA[", at) and top is not None and top.namespace != "html":
                close = text.find("]]>", at, bound)
                end = close if close >= 0 else bound
                self.add_text(at + 9, end)
                self._in_order = False
                return min(end + 3, bound)
            return self._bogus(at, bound if inline else self._bound)
        if self.jsx:
            return at
        for empty in ("<!-->", "<!--->"):
            if text.startswith(empty, at):
                self.add(Node("comment", "", Span(at, at + len(empty)), Span(at + 4, at + 4)))
                return at + len(empty)
        match = None if at < self._no_comment_end else COMMENT_END.search(text, at + 4, bound)
        if match is not None:
            self.add(Node("comment", "", Span(at, match.end()), Span(at + 4, match.start())))
            return match.end()
        self._no_comment_end = bound
        if inline:  # to Markdown a mark that its paragraph does not close is text
            return at
        if bound == self.end:
            message = 'this comment hides the rest of the article: end it with "-->"'
            self.problems.append(Problem("unclosed-comment", Span(at, at + 4), message))
        self.add(Node("comment", "unclosed", Span(at, bound), Span(at + 4, bound)))
        return bound

    def _bogus(self, at: int, bound: int) -> int:
        close = self.text.find(">", at, bound) if at < self._last_gt else -1
        if close < 0:  # the tag that a program puts behind a block of Markdown ends it
            return bound if bound < self.end else at
        kind = "doctype" if self.text[at : at + 9].lower() == "<!doctype" else "declaration"
        self.add(Node(kind, "", Span(at, close + 1), Span(at + 2, close)))
        return close + 1

    def _noscript(self, start: int) -> int:
        """With scripting the content is text, without it is HTML: it is read as HTML that cannot outlive its end tag."""
        if self._open.count("noscript") > 1:
            return start
        end = self._raw.end_tag("noscript", start, self.reach)
        if end < 0:
            return start
        reach = self.reach
        self.feed(start, end, end)
        self.reach = reach
        match = TAG.match(self.text, end)
        if match is None:
            return end
        self._close("noscript", Span(end, match.end()))
        return match.end()

    def _limit(self, at: int, message: str) -> None:
        self.problems.append(Problem("limit-exceeded", Span(at, at + 1), message))


def _is_sample(node: Node) -> bool:
    return node.name in SAMPLES and node.end_tag is not None and node.markup == "html"
