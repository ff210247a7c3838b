"""See `NewTabWithoutNoopener`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from contentlint.attribute_lists import attributes_of_lists, end_clearly, lists_behind
from contentlint.document import Document
from contentlint.nodes import Node, tokens
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety
from contentlint.rules.security.inert import is_inert
from contentlint.text import Edit, Span

_MESSAGE = 'this link opens a new tab that can steer this page: add rel="noopener"'
_NEW_TABS = frozenset({"_blank", "_new", "new", "blank"})  # the last three by name: such a tab can steer to this day
_ANSWERS = frozenset({"noopener", "noreferrer", "opener"})
_NO_PAGE = ("#", "mailto:", "tel:", "sms:")


class NewTabWithoutNoopener(Rule):
    """A link opens a new tab and hands it the keys to this page.

    With `target="_blank"` and no `rel="noopener"`, older browsers let the opened page steer yours, for instance to a
    copy that asks for a password. With `target="_new"` or `"blank"`, today's browsers do so, too.

    The fix is safe: text, target and look of the link stay the same. It is unsafe in `{:target=…}` (kramdown), which
    other programs show as text.
    """

    name = "new-tab-without-noopener"
    needs = {"target=", "link"}
    good = (
        '<a target="_blank" name="kites"></a>\n',
        '<a href="/about">About</a>\n',
        '<a href="https://x.example" target="_blank" rel="me noreferrer">X</a>\n',
        "Write `<a target=_blank>` with care.\n",
        '<a href="https://x.example" target="_blank" rel="opener">凧</a>\n',
        '<a href="https://x.example" target="_blank" rel="{{ rel }}">风筝</a> <a target="_blank" {{ more }}>x</a>\n',
        Good('<a target="_blank" href={url} {...rest}>Kites</a>\n', path="article.mdx"),
        '<a id="kites" target="_self">Kites</a> <a href="#top" target="_blank">Top</a>\n',
        '<a href="mailto:li@example.org" target="_blank">李华</a> [凧](/kites){:target="_blank"}{:rel="noopener"}\n',
        "[Kites](https://example.org){target=_blank rel=noopener}\n",
    )
    bad = (
        Bad(
            '⟦<a href="https://x.example" target="_new">⟧凧</a>\n',
            fixed='<a rel="noopener" href="https://x.example" target="_new">凧</a>\n',
        ),
        Bad('⟦[凧](/a){:target="_blank" title="x}⟧y"}\n'),
        Bad(
            "⟦[Kites](https://example.org){target=_blank}⟧\n",
            fixed='[Kites](https://example.org){target=_blank rel="noopener"}\n',
            unsafe=True,
        ),
        Bad(
            '⟦<a href="https://x.example" target="_blank">⟧X</a>\n',
            fixed='<a rel="noopener" href="https://x.example" target="_blank">X</a>\n',
        ),
        Bad(
            "⟦<a target=_blank href=/a rel=me>⟧风筝</a>\n",
            fixed='<a target=_blank href=/a rel="me noopener">风筝</a>\n',
        ),
        Bad(
            '⟦<a href="https://x.example" target="_blank" rel="noopener&nbsp;noreferrer">⟧凧</a>\n',
            fixed='<a href="https://x.example" target="_blank" rel="noopener noreferrer">凧</a>\n',
        ),
        Bad(
            "⟦<A REL HREF=//x.example\n   TARGET=_BLANK>⟧凧</A>\n",
            fixed='<A rel="noopener" HREF=//x.example\n   TARGET=_BLANK>凧</A>\n',
        ),
        Bad(
            '⟦[凧](https://x.example){:target="_blank"}⟧\n',
            fixed='[凧](https://x.example){:target="_blank" rel="noopener"}\n',
            unsafe=True,
        ),
        Bad(
            '⟦[凧][1]{:target="_blank"}⟧\n\n[1]: https://x.example\n',
            fixed='[凧][1]{:target="_blank" rel="noopener"}\n\n[1]: https://x.example\n',
            unsafe=True,
        ),
        Bad(
            '⟦[凧](https://x.example){:rel="nofollow" target="_blank"}⟧\n',
            fixed='[凧](https://x.example){:rel="nofollow noopener" target="_blank"}\n',
            unsafe=True,
        ),
        Bad(
            '⟦<a target="_blank" href="{{ url }}">⟧Kites</a>\n',
            fixed='<a rel="noopener" target="_blank" href="{{ url }}">Kites</a>\n',
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for link, target in document.attributes("target", samples=True):
            if target.value.lower() not in _NEW_TABS or link.name not in ("a", "area") or not _leads_on(document, link):
                continue
            if (link.get("href") or "").lower().startswith(_NO_PAGE) or _is_answered(document, link) or is_inert(link):
                continue
            fix = None if link.sample else Fix('Add rel="noopener"', (_promise(link),))
            yield self.finding(link.span, _MESSAGE, fix)
        if "target=" in document.text:
            yield from self._in_lists(document)

    def _in_lists(self, document: Document) -> Iterator[Finding]:
        """What kramdown adds to a link, in braces behind it, whatever its form."""
        for link in document.all("link") if document.language == "markdown" else ():
            lists = lists_behind(document.text, link.span.end) if link.name != "definition" else None
            if lists is None:
                continue
            listed = attributes_of_lists(document.text, lists)
            target, rel = listed.get("target"), listed.get("rel")
            if target is None or target.value.lower() not in _NEW_TABS or (rel is not None and _answers(rel.value)):
                continue
            if not (link.get("href") or "").lower().startswith(_NO_PAGE):
                end = Span(lists.end - 1, lists.end - 1)
                edit = Edit(rel.span, _extended(rel.value)) if rel is not None else Edit(end, ' rel="noopener"')
                fix = Fix('Add rel="noopener"', (edit,), Safety.UNSAFE)
                yield self.finding(
                    Span(link.span.start, lists.end), _MESSAGE, fix if end_clearly(document.text, lists) else None
                )


def _leads_on(document: Document, link: Node) -> bool:
    """Whether it is a link at all, or a template may make it one."""
    return document.has_template(link.span) or any("href" in attribute.name for attribute in link.attributes)


def _is_answered(document: Document, link: Node) -> bool:
    rel = link.attribute("rel")
    if rel is None and not document.has_template(link.span):
        return False
    if rel is None:  # what a template writes between the attributes may be one
        known = [attribute.span for attribute in link.attributes]
        between = [Span(one.end, other.start) for one, other in pairwise(known)]
        between += [Span(link.span.start, known[0].start), Span(known[-1].end, link.span.end)]
        return any(document.has_template(span) for span in between if span.end > span.start)
    return _answers(rel.value) or document.has_template(rel.span)


def _answers(rel: str) -> bool:
    return not _ANSWERS.isdisjoint(tokens(rel.lower()))


def _promise(link: Node) -> Edit:
    rel = link.attribute("rel")
    if rel is not None:
        return Edit(rel.span, _extended(rel.value))
    after = link.span.start + 1 + len(link.name)
    return Edit.at(after, ' rel="noopener"')


def _extended(rel: str) -> str:
    words = " ".join(dict.fromkeys([*rel.split(), "noopener"])).replace('"', "&quot;")
    return f'rel="{words}"'
