"""See `InlineStyle`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from contentlint.attribute_lists import attributes_in_braces
from contentlint.document import Document, once
from contentlint.lazy import known_if_short
from contentlint.misread import tags_cut_short
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Good, Rule
from contentlint.rules.html.attributes import SYMBOL_FONTS
from contentlint.trackers import watches
from contentlint.wording import cut

# without it what is hidden would be read, what is struck out would be valid, what is emphasised or raised no more so
_MEANS_SOMETHING = pattern(
    r"(?i)display\s*:\s*none|visibility\s*:\s*hidden|line-through|underline|font-style\s*:\s*italic|font-weight\s*:\s*(?:bold|[6-9]00)"
    r"|(?:(?<![\w-])(?:max-)?height|(?<![\w-])(?:max-)?width|font-size|opacity)\s*:\s*0*\.?0+(?:px|em|rem|pt|%)?\s*(?:!important\s*)?(?:;|\Z)"
    r"|(?:left|right|top|text-indent|margin-left)\s*:\s*-\d{3,}|(?<![\w-])color\s*:\s*transparent|clip(?:-path)?\s*:|vertical-align\s*:\s*(?:super|sub)"
    rf"|font-family\s*:\W*{SYMBOL_FONTS}"
)
# what a style sets that goes on inside an element, so that one there may undo it; of text and its ground one alone may hide
# it, and a box without height may hold what stands over its padding
_SETS = pattern(
    r"(?i)(?<![\w-])(?:(?P<color>color|background(?:-color|-image)?)|(?P<box>(?:max-)?(?:height|width)|position)|font-(?:family|size|style|weight)|text-(?:decoration|indent)|visibility)\s*+:"
)
_BY_NAME = {
    **dict.fromkeys(("b", "strong"), frozenset({"font-weight"})),
    **dict.fromkeys(("cite", "dfn", "em", "i", "var"), frozenset({"font-style"})),
    **dict.fromkeys(("del", "ins", "s", "strike", "u"), frozenset({"text-decoration"})),
}
_KEEPS_SPACE = pattern(r"(?i)white-space\s*:\s*(?:pre|break-spaces)")
# the first line of an element mostly begins below its tag
_SPACE = pattern(r"(?:(?<!\s)(?:[ \t]{2,}+|\t)|(?<![\s>])[ \t]*+\r?\n[ \t]*+)(?=[^\s<])")
# what a service of advertisements knows its places by
_PLACE_CLASSES = frozenset({"adsbygoogle", "kakao_ad_area"})
_PLACE_IDS = ("div-gpt-ad", "yandex_rtb_")
_PLACE_ATTRIBUTES = (
    *(f"data-ad-{name}" for name in ("client", "slot", "unit", "format", "width", "height")),
    "data-revive-",
)
_CODE_HOLDERS = frozenset({"pre", "code", "samp", "kbd"})
_CODE_CLASSES = ("highlight", "sourcecode", "codehilite", "chroma", "rouge", "prism", "hljs", "katex", "mathjax")


class InlineStyle(Rule):
    """An element brings its own look in a `style` attribute.

    Such a look overrules the site's theme in this one place, so it stays behind when the theme changes and often
    breaks on small screens or in dark mode.

    The fix is unsafe: without the attribute the place looks different. It removes the attribute; there is none where the
    style hides, strikes out or emphasises something, makes signs of letters, keeps white space, gives an advertisement
    its size, or undoes what its element or one around it does.
    """

    name = "inline-style"
    yields_to = ("word-processor-markup",)
    recommended = False
    good = (
        '<span class="katex"><span class="strut" style="height:0.6em"></span></span>\n',
        "Write `<p style='color: red'>` to make it red.\n",
        '<pre style="line-height: 125%"><span style="color: #008000">kite</span></pre>\n',
        '<div class="highlight" style="background: #f8f8f8"><pre>凧</pre></div>\n',
        '<svg style="width: 1em"><path style="fill: red" d="M0 0"></path></svg>\n',
        Good("<div style={{color: 'red'}}>风筝</div>\n", path="kites.mdx"),
        '<p style="{{ page.style }}">Kites</p>\n',
        Good("<b id=<i style='color:red'>凧</i>></b>\n", path="page.html", along=("unclosed-element",)),
        '<p>f(x){style="y"}</p>\n\n<img src="/a.png" alt="凧"style="color:red">\n',
    )
    bad = (
        Bad("Settings <span ⟦style='font-family: Wingdings'⟧>à</span> Links\n"),
        Bad('<span ⟦style=""⟧>凧</span>\n', fixed="<span>凧</span>\n", unsafe=True),
        Bad('Kites <span ⟦style="text-decoration: line-through"⟧>100</span> 50\n'),
        Bad('<p ⟦style="font-size:0"⟧><b ⟦style="font-size:1em"⟧>凧</b></p>\n'),
        Bad(
            '<div ⟦style="position:relative;height:0;padding-bottom:75%"⟧>\n'
            '<iframe ⟦style="position:absolute;width:100%"⟧ src="https://www.youtube.com/embed/x" title="凧"></iframe>\n</div>\n'
        ),
        Bad('<p ⟦style="background:#000;text-indent:-999px"⟧><b ⟦style="color:#fff"⟧>凧</b></p>\n'),
        Bad('<table bgcolor="#000"><td ⟦style="color:#fff"⟧>風箏</td></table>\n', along=("presentational-markup",)),
        Bad('<table background="a.png"><td ⟦style="color:#fff"⟧>風箏</td></table>\n', along=("presentational-markup",)),
        Bad('<del ⟦style="text-decoration:none"⟧>Kites</del> <em><i ⟦style="font-style:normal"⟧>fly</i></em>\n'),
        Bad('<p ⟦style="white-space:pre-wrap"⟧>凧  風</p>\n<p ⟦style="white-space:pre-wrap"⟧>  凧\t風</p>\n'),
        Bad('<p ⟦style="white-space:pre"⟧>凧 風</p>\n', fixed="<p>凧 風</p>\n", unsafe=True),
        Bad('<iframe ⟦style="width:120px"⟧ src="//rcm-fe.amazon-adsystem.com/e/cm" title="凧"></iframe>\n'),
        Bad(
            '<ins class="adsbygoogle" ⟦style="display:block"⟧></ins> <div id="div-gpt-ad-1" ⟦style="height:90px"⟧></div>\n'
        ),
        Bad('<p data-ad-preview ⟦style="color:red"⟧>凧</p>\n', fixed="<p data-ad-preview>凧</p>\n", unsafe=True),
        Bad('<p ⟦style="text-align: center"⟧>Kites fly.</p>\n', fixed="<p>Kites fly.</p>\n", unsafe=True),
        Bad(
            "一只<span class=red ⟦style='color:red'⟧>风筝</span>\n",
            fixed="一只<span class=red>风筝</span>\n",
            unsafe=True,
        ),
        Bad(
            "<p ⟦style=”color:⟧ red”>凧</p> <b ⟦style=”color:red”⟧>風</b>\n",
            fixed="<p style=”color: red”>凧</p> <b>風</b>\n",
            unsafe=True,
            along=("unknown-attribute",),
        ),
        Bad('![凧](a.png){⟦style="color: red"⟧}\n'),
        Bad(
            '<hr ⟦style="color: red"⟧width="9">\n<p ⟦style="color: red"⟧/>\n',
            fixed='<hr width="9">\n<p />\n',
            unsafe=True,
        ),
        Bad(
            "<td ⟦STYLE=color:red⟧>凧</td><img\n  ⟦style⟧ src=a.png alt>\n",
            fixed="<td>凧</td><img src=a.png alt>\n",
            unsafe=True,
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for node, attribute in document.attributes("style"):
            if node in tags_cut_short(document):  # it is the style of a tag inside
                continue
            if node.namespace != "html" or document.has_template(attribute.span) or _is_code(node):
                continue
            fix = None
            if node not in _meaningful(document) and not _is_advertisement(node):
                fix = Fix.without("Remove the style attribute", document, node, attribute)
            name = cut(node.name)
            message = f"<{name}> brings its own look: leave it to the site's theme"
            if not attribute.value.strip():
                message = f'"style" on <{name}> is empty: remove it'
            yield self.finding(attribute.span, message, fix)
        for listed in attributes_in_braces(document):
            if listed.name == "style":
                yield self.finding(
                    listed.span, "this list of attributes brings its own look: leave it to the site's theme"
                )


def _is_advertisement(node: Node) -> bool:
    """Whether it is an advertisement or will hold one: by its size one tells what a watcher shows from what only counts."""
    return (
        watches(node.get("src") or "")
        or not _PLACE_CLASSES.isdisjoint(node.words)
        or (node.get("id") or "").startswith(_PLACE_IDS)
        or any(attribute.name.startswith(_PLACE_ATTRIBUTES) for attribute in node.attributes)
    )


@once
def _meaningful(document: Document) -> frozenset[Node]:
    """The elements whose style says something, or undoes what they or others around them say otherwise."""
    found: set[Node] = set()
    # where each element that sets something ends, and what it and those around it set
    open_elements: list[tuple[int, frozenset[str]]] = [(len(document.text), frozenset())]
    grounds = {node for node, _ in document.attributes("bgcolor", "background")}
    styled = {node for node, _ in document.attributes("style")}
    for node in document.all("element"):
        while open_elements[-1][0] <= node.span.start:
            open_elements.pop()
        around = settled = open_elements[-1][1]
        if node.name in _BY_NAME:
            settled |= _BY_NAME[node.name]
        if node in grounds:
            settled |= {"color"}
        if node in styled and (style := node.get("style")):
            given = _given(style)
            told = _telling(style)
            if told or not given.isdisjoint(settled) or _keeps_space(document, node, style):
                found.add(node)
                settled = settled.union(given & {"color"}, *map(_given, told))
        if settled is not around:
            open_elements.append((node.whole.end, settled))
    return frozenset(found)


@known_if_short
def _telling(style: str) -> Sequence[str]:
    """The parts of a style that say something."""
    return [match[0] for match in _MEANS_SOMETHING.finditer(style)]


@known_if_short
def _given(style: str) -> frozenset[str]:
    """What a style sets that goes on inside its element."""
    return frozenset((match.lastgroup or match[0].rstrip(": \t\r\n").lower()) for match in _SETS.finditer(style))


def _keeps_space(document: Document, node: Node, style: str) -> bool:
    """Whether it keeps white space that a browser would draw as one blank."""
    if "white-space" not in style.lower() or _KEEPS_SPACE.search(style) is None:
        return False
    spaces = _spaces(document)
    at = bisect_left(spaces, node.content.start)
    return at < len(spaces) and spaces[at] < node.content.end


@once
def _spaces(document: Document) -> Sequence[int]:
    """Where white space begins that a browser would draw as one blank or not at all."""
    return [match.start() for match in _SPACE.finditer(document.text, *document.body.span)]


def _is_code(node: Node) -> bool:
    """Whether a program laid this out, code or a formula, itself or what it stands in."""
    return any(
        each.name in _CODE_HOLDERS or any(word.lower().startswith(_CODE_CLASSES) for word in each.words)
        for each in (node, *node.ancestors())
    )
