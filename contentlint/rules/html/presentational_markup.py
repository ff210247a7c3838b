"""See `PresentationalMarkup`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.attribute_lists import attributes_in_braces
from contentlint.components import is_component
from contentlint.document import Document, once
from contentlint.nodes import Attribute, Node
from contentlint.patterns import pattern
from contentlint.removals import attribute_removal, parts_texts, unwrapping
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety
from contentlint.rules.html.attributes import LOOKS, LOOKS_ANYWHERE, SYMBOL_FONTS, is_about_looks
from contentlint.rules.html.mentions import sure_mention
from contentlint.spans import Spans
from contentlint.text import Edit, Span
from contentlint.wording import cut

_TAGS = ("font", "center", "big", "strike", "marquee", "blink", "tt", "basefont", "nobr", "multicol", "spacer")
_SYMBOLS = pattern(rf"(?i)\W*{SYMBOL_FONTS}")
_ON_OLD_TAGS = frozenset(
    "align behavior bgcolor color cols direction face gutter height hspace loop scrollamount scrolldelay size truespeed "
    "vspace width".split()
)
_COLOR = pattern(r"(?i)color|background")
_GROUND = pattern(r"(?i)(?<![\w-])background(?:-color|-image)?\s*+:(?!\s*+(?:none|transparent|inherit|initial)\b)")
_GROUNDS = frozenset({"background", "bgcolor", "text"})
_BLOCK_MARK = pattern(r"[ \t]*+(?:#{1,6}+[ \t]|>|[-+*][ \t]|\d{1,9}+[.)][ \t])")
_PARTING = frozenset({"center", "marquee", "multicol"})  # what they hold has lines of its own
_SUCCESSORS = {"strike": "s", "tt": "code"}
_README = pattern(r"(?i)(?:^|[/\\._-])readme[^/]*\.(?:md|markdown)\Z")  # code hosts take `align` and no style


class PresentationalMarkup(Rule):
    """Markup says how something looks instead of what it is.

    Tags such as `<font>` and attributes such as `align` are leftovers of old pages: they fight the site's theme, and
    browsers keep them only out of courtesy.

    The fix is unsafe: the place looks different without them. It takes the two tags away and keeps what they hold, writes
    HTML's own successor for `<strike>` and `<tt>`, a `<div>` where `<center>` may keep two texts apart, or removes the
    attributes.
    """

    name = "presentational-markup"
    yields_to = ("unclosed-element",)
    good = (
        '<ol type="A"><li>凧</li></ol> <div text="kite" link="/kite">凧</div>\n',
        "The `<font>` tag and `align=` are history.\n",
        '<svg><font horiz-adv-x="1"></font><path color="red"></path></svg>\n',
        '<img src="kite.png" width="300" height="200" alt="A kite">\n',
        "<s>昨日</s> <u>今日</u> <small>風箏</small> <code><font color=red></code>\n",
        '<link rel="mask-icon" color="#000" href="a.svg"><my-button align="center" color="red"></my-button>\n',
        Good('<Grid align="center">\n\n凧\n\n</Grid>\n', path="kites.mdx"),
        "![凧](a.png){ align=left }\n",
        "<p>f(x){hspace=5}</p> <p><svg/hspace=5></p>\n",
        '<p align="{{ align }}">Kites</p>\n',
        Good("The <font> tag and <center> are old.\n", along=("unclosed-element",)),
        "<Kite>\n\n<Center>凧</Center>\n\n</Kite>\n",
        Good('<p align="center">Kites</p>\n', path="docs/README.ja.md"),
    )
    bad = (
        Bad(
            '<html>⟦<body bgcolor="#000" text="#fff" link="#0f0" topmargin=0>⟧<p>凧</p></body></html>\n',
            fixed="<html><body><p>凧</p></body></html>\n",
            path="kites.html",
            unsafe=True,
        ),
        Bad('<html>⟦<body bgcolor="{{ dark }}" text="#fff">⟧<p>凧</p></body></html>\n', path="kites.html"),
        Bad(
            "⟦<ul type=square compact>⟧<li>凧</ul>\n",
            fixed="<ul><li>凧</ul>\n",
            unsafe=True,
        ),
        Bad(
            "⟦<center>⟧Kites fly.</center>\n⟦<center>⟧They fly high.</center>\n",
            fixed="<div>Kites fly.</div>\n<div>They fly high.</div>\n",
            unsafe=True,
        ),
        Bad(
            "<p>Kites</p>⟦<marquee>⟧One</marquee>⟦<marquee>⟧<b>Two</b></marquee>\n\n⟦<center>⟧fly</center>\n",
            fixed="<p>Kites</p><div>One</div><div><b>Two</b></div>\n\nfly\n",
            unsafe=True,
        ),
        Bad(
            "<p>凧</p>\n風\n⟦<center>⟧\n空\n</center>\n",
            fixed="<p>凧</p>\n風\n<div>\n空\n</div>\n",
            path="kites.html",
            unsafe=True,
        ),
        Bad(
            "Kites.\n\n⟦<center>⟧<p>凧</p></center>\n<p>風</p>\n⟦<center>⟧<img src=a.png alt=凧></center>\n",
            fixed="Kites.\n\n<p>凧</p>\n<p>風</p>\n<img src=a.png alt=凧>\n",
            unsafe=True,
        ),
        Bad(
            "⟦<img src='/kite.jpg' alt='A kite' border=0>⟧ ⟦<br clear='all'>⟧\n",
            fixed="<img src='/kite.jpg' alt='A kite'> <br>\n",
            unsafe=True,
        ),
        Bad(
            "---\ntitle: 凧\n---\n⟦<center>⟧\n    <b>凧</b>\n</center>\n",
            fixed="---\ntitle: 凧\n---\n<b>凧</b>\n",
            unsafe=True,
        ),
        Bad(
            "Kites.\n⟦<center>⟧\n    <img src='/kite.jpg' alt='A kite'>\n</center>\n",
            fixed="Kites.\n<div>\n    <img src='/kite.jpg' alt='A kite'>\n</div>\n",
            unsafe=True,
        ),
        Bad(
            "凧\r\n \r\n⟦<center>⟧風</center>\r\n\r\n⟦<marquee loop=2 id=a>⟧\r\n空\r\n</marquee>\r\n海\r\n",
            fixed="凧\r\n \r\n風\r\n\r\n<div id=a>\r\n空\r\n</div>\r\n海\r\n",
            unsafe=True,
        ),
        Bad(
            "`凧`⟦<center>⟧[風](a)</center>`空`\n\n{{ a }}⟦<center>⟧{{ b }}</center>{{ c }}\n",
            fixed="`凧`<div>[風](a)</div>`空`\n\n{{ a }}<div>{{ b }}</div>{{ c }}\n",
            unsafe=True,
        ),
        Bad(
            "<p>凧</p>⟦<center>⟧風</center><br><b>凧</b><!-- </p> -->⟦<center>⟧風</center><input>\n",
            fixed="<p>凧</p>風<br><b>凧</b><!-- </p> --><div>風</div><input>\n",
            path="kites.html",
            unsafe=True,
        ),
        Bad("<style>body{color:#fff}</style>⟦<body bgcolor=#000>⟧凧</body>\n", path="kites.html"),
        Bad('⟦<table bgcolor=#036>⟧<td style="color:#fff">凧</table>\n'),
        Bad("![凧](a.png){⟦hspace=5⟧}\n"),
        Bad("[code]\n⟦<center>⟧凧</center>\n[/code]\n"),
        Bad('The angle ⟦<font face="Symbol">⟧f</font>\n'),
        Bad('<p style="background:#000">⟦<font color="white">⟧風筝</font></p>\n'),
        Bad(
            '<p style="background-size:9px">⟦<font color="red">⟧凧</font></p>\n',
            fixed='<p style="background-size:9px">凧</p>\n',
            unsafe=True,
        ),
        Bad("⟦<strike>⟧100</strike> 50\n", fixed="<s>100</s> 50\n", unsafe=True),
        Bad("Use the ⟦<center>⟧ tag.\n", fixed="Use the &lt;center> tag.\n", unsafe=True),
        Bad("Kites ⟦<center>⟧fly {{ site.x }} high.\n", fixed="Kites fly {{ site.x }} high.\n", unsafe=True),
        Bad("Rock ⟦<center>⟧and</center> Roll\n", fixed="Rock <div>and</div> Roll\n", unsafe=True),
        Bad("Use ⟦<big>⟧ or </big> tags.\n", fixed="Use &lt;big> or &lt;/big> tags.\n", unsafe=True),
        Bad('A ⟦<font color="red">⟧kite</font>.\n', fixed="A kite.\n", unsafe=True),
        Bad("<code><div></code> ⟦<tt>⟧x</tt>\n", fixed="<code><div></code> <code>x</code>\n", unsafe=True),
        Bad("⟦<center>⟧\n\n风筝\n\n</center>\n", fixed="风筝\n", unsafe=True),
        Bad(
            '⟦<td align="center" bgcolor=red class="x">⟧凧</td>\n',
            fixed='<td class="x">凧</td>\n',
            unsafe=True,
        ),
        Bad('⟦<img align=right src="a.png" alt="凧" border="0">⟧\n', fixed='<img src="a.png" alt="凧">\n', unsafe=True),
        Bad('⟦<p align="center>\n  <img src="a.png" alt="凧">⟧\n</p>\n'),
        Bad('⟦<p align="center>\n  凧\n</p>\n<p align="center>⟧\n  風\n</p>\n'),
        Bad('⟦<p align="center>⟧\n  凧\n</p>\n'),
        Bad(
            '<Img src="{{ site.url }}/a.png" alt="凧">\n\n⟦<Center>⟧凧</Center>\n',
            fixed='<Img src="{{ site.url }}/a.png" alt="凧">\n\n凧\n',
            unsafe=True,
        ),
        Bad(
            "![凧](/kite.jpg)\n⟦<center>⟧A kite</center>\n\n⟦<center>⟧1. Kites</center>\n",
            fixed="![凧](/kite.jpg)\n<div>A kite</div>\n\n<div>1. Kites</div>\n",
            unsafe=True,
        ),
        Bad("⟦<CENTER>⟧⟦<BIG>⟧Kites</BIG></CENTER>\n", fixed="Kites\n", unsafe=True),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        told: set[Span] = set()
        for node in document.tags(*_TAGS):
            if node.namespace == "html" and not is_component(document, node):
                told.add(node.span)
                yield self.finding(node.span, *(sure_mention(document, node) or _told(document, node)))
        is_readme = document.front_matter is None and _README.search(document.source.path) is not None
        for node, _ in document.attributes(*LOOKS.intersection(document.attribute_names)):
            if node.span in told or node.namespace != "html" or "-" in node.name or ":" in node.name:
                continue
            found = [
                attribute
                for attribute in node.attributes
                if is_about_looks(node, attribute) and not (is_readme and attribute.name == "align")
            ]
            bare = [attribute for attribute in found if not document.has_template(attribute.span)]
            if bare:
                told.add(node.span)
                names = ", ".join(dict.fromkeys(f'"{attribute.name}"' for attribute in bare))
                told_of = f"{names} on <{cut(node.name)}> {'is' if len(bare) == 1 else 'are'}"
                # of a page's two colors one alone hides its text
                hides_text = (node.name == "body" and bare != found) or _may_hide_text(document, node, bare)
                fix = None if hides_text else _bare(document, bare)
                yield self.finding(node.span, f"{told_of} about looks: leave that to the site's theme", fix)
        for listed in attributes_in_braces(document):
            if listed.name in LOOKS_ANYWHERE and listed.name != "align":  # that one the themes of some sites read there
                yield self.finding(listed.span, f'"{listed.name}" is about looks: leave that to the site\'s theme')


def _told(document: Document, node: Node) -> tuple[str, Fix | None]:
    return f"<{cut(node.name)}> is about looks: leave that to the site's theme", _unwrap(document, node)


def _unwrap(document: Document, node: Node) -> Fix | None:
    if document.has_template(node.span) or _SYMBOLS.match(node.get("face") or ""):
        return None
    if node.get("color") is not None and _is_on_ground(document, node):
        return None
    # a place that links lead to, what hides or strikes out, a language
    keeps_more = any(attribute.name not in _ON_OLD_TAGS and attribute.name != "class" for attribute in node.attributes)
    if node.end_tag is not None:
        if meant := _meant(document, node, keeps_more=keeps_more):
            bare = [attribute_removal(document, each.span) for each in node.attributes if each.name in _ON_OLD_TAGS]
            return Fix(f"Write <{meant}>", (*_renaming(node, node.end_tag, meant), *bare), Safety.UNSAFE)
    elif keeps_more:
        return None
    return Fix(f"Remove the {cut(node.name)} tags", unwrapping(document, node), Safety.UNSAFE)


def _meant(document: Document, node: Node, *, keeps_more: bool) -> str | None:
    """The element to write for one about looks; None where it can go."""
    if node.name in _PARTING and (parts_texts(document, node) or _hides_mark(document, node)):
        return "div"
    return _SUCCESSORS.get(node.name) or (("div" if node.name == "center" else "span") if keeps_more else None)


def _renaming(node: Node, end_tag: Span, name: str) -> tuple[Edit, ...]:
    return tuple(Edit(Span(at, at + len(node.name)), name) for at in (node.span.start + 1, end_tag.start + 2))


def _bare(document: Document, attributes: list[Attribute]) -> Fix:
    edits = tuple(attribute_removal(document, attribute.span) for attribute in attributes)
    return Fix("Remove what is about looks", edits, Safety.UNSAFE)


def _hides_mark(document: Document, node: Node) -> bool:
    """Whether Markdown would make a heading or a list of what a <center> holds."""
    if document.language == "html" or _BLOCK_MARK.match(document.text, node.span.end) is None:
        return False
    return not document.text[document.source.line_start(node.span.start) : node.span.start].strip()


def _may_hide_text(document: Document, node: Node, bare: list[Attribute]) -> bool:
    """Whether without these attributes a color from elsewhere could stand alone, as white text on white."""
    if not any(attribute.name in _GROUNDS for attribute in bare):
        return False
    return _has_colored_sheet(document) or _colored(document).share(node.whole)


def _is_on_ground(document: Document, node: Node) -> bool:
    """Whether text whose color goes could stand on a ground that stays, as black on black."""
    return _has_colored_sheet(document) or _grounds(document).cover(node.span)


@once
def _grounds(document: Document) -> Spans:
    """The elements whose style gives a ground, and those whose attribute does and stays."""
    styled = [node.whole for node, style in document.attributes("style") if _GROUND.search(style.value)]
    kept = [
        node.whole for node, _ in document.attributes("bgcolor", "background") if _colored(document).share(node.whole)
    ]
    return Spans(styled + kept)


@once
def _has_colored_sheet(document: Document) -> bool:
    return any(_COLOR.search(document.text, *sheet.content) for sheet in document.tags("style"))


@once
def _colored(document: Document) -> Spans:
    """The start tags whose style gives a color."""
    return Spans([node.span for node, style in document.attributes("style") if _COLOR.search(style.value)])
