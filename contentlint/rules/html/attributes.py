"""The attributes HTML knows, obsolete ones included: https://html.spec.whatwg.org/multipage/indices.html#attributes-3."""

from __future__ import annotations

from collections.abc import Mapping

from contentlint.elements import TABLE_PARTS
from contentlint.nodes import Attribute, Node

# global, ARIA's role, microdata, RDFa (https://www.w3.org/TR/html-rdfa/), what kramdown and Vue add, what XML brings
GLOBAL = frozenset(
    """
    accesskey autocapitalize autocorrect autofocus class contenteditable dir draggable enterkeyhint exportparts hidden
    id inert inputmode is itemid itemprop itemref itemscope itemtype lang nonce part popover role slot spellcheck style
    tabindex title translate virtualkeyboardpolicy writingsuggestions anchor
    about content datatype inlist prefix property rel resource rev typeof vocab
    markdown ref key i18n slot-scope
    xmlns xml:lang xml:space xml:base
    """.split()
)
# in their letters other signs are drawn: without the font a reader meets another text
SYMBOL_FONTS = r"(?:symbol|wingdings|webdings|zapf ?dingbats|mt extra)"
# families: data-*, aria-*, event handlers, and the directives of frameworks
FAMILIES = (
    "data-", "aria-", "xmlns:", "on", "@", ":", "#", "*", "[", "(", "{", "v-", "x-", "hx-", "ng-", "v:", "x:", "bind:",
    "on:", "use:", "class:", "style:", "let:", "transition:", "in:", "out:", "animate:", "client:", "set:", "is:",
    "define:", "server:", "wire:", "sveltekit:", "up-", "th:", "phx-", "fs-", "x5-",
)  # fmt: skip
_CELL = "abbr align axis bgcolor char charoff colspan headers height nowrap rowspan scope valign width background bordercolor"
_ROWS = "align char charoff valign bgcolor background"
_MEDIA = (
    "autoplay controls controlslist crossorigin disablepictureinpicture disableremoteplayback height loop loading muted "
    "playsinline poster preload src width webkit-playsinline type"
)
_ROW_LISTS = {
    "a": "attributionsrc charset coords download href hreflang interestfor methods name ping referrerpolicy shape target type urn",
    "applet": "align alt archive code codebase height hspace mayscript name object vspace width",
    "area": "alt attributionsrc coords download href hreflang name nohref ping referrerpolicy shape target type",
    "audio": _MEDIA,
    "base": "href target",
    "basefont": "color face size",
    "blockquote": "cite",
    "body": "alink background bgcolor bottommargin leftmargin link marginheight marginwidth rightmargin text topmargin vlink",
    "br": "clear",
    "button": "command commandfor disabled form formaction formenctype formmethod formnovalidate formtarget name "
    "popovertarget popovertargetaction type value interestfor",
    "canvas": "height width moz-opaque",
    "caption": "align",
    "center": "align",
    "col": "align bgcolor char charoff span valign width",
    "colgroup": "align bgcolor char charoff span valign width",
    "data": "value",
    "del": "cite datetime",
    "details": "name open",
    "dialog": "open closedby",
    "dir": "compact",
    "div": "align nowrap",
    "dl": "compact",
    "embed": "align allowfullscreen allownetworking allowscriptaccess autostart bgcolor flashvars height hidden name "
    "pluginspage quality scale src type width wmode menu loop play",
    "fieldset": "disabled form name",
    "font": "color face size point-size",
    "form": "accept accept-charset action autocomplete enctype method name novalidate target",
    "frame": "frameborder longdesc marginheight marginwidth name noresize scrolling src",
    "frameset": "border cols frameborder framespacing rows",
    "head": "profile",
    "hr": "align color noshade size width",
    "html": "manifest version amp amp4ads amp4email",
    "iframe": "align allow allowfullscreen allowpaymentrequest allowtransparency browsingtopics credentialless csp "
    "fetchpriority frameborder framespacing border height hspace loading longdesc marginheight marginwidth "
    "mozallowfullscreen msallowfullscreen name referrerpolicy sandbox scrolling seamless src srcdoc vspace "
    "webkitallowfullscreen width",
    "img": "align alt attributionsrc border controls crossorigin decoding dynsrc elementtiming fetchpriority height hspace "
    "ismap loading longdesc lowsrc name referrerpolicy sizes src srcset usemap vspace width",
    "input": "accept align alpha alt autocomplete autosave border capture checked colorspace dirname disabled form formaction "
    "formenctype formmethod formnovalidate formtarget height incremental list max maxlength min minlength mozactionhint "
    "multiple name pattern placeholder popovertarget popovertargetaction readonly required results size src step type "
    "usemap value width webkitdirectory",
    "ins": "cite datetime",
    "label": "for form",
    "legend": "align",
    "li": "type value",
    "link": "as blocking charset color crossorigin disabled fetchpriority href hreflang imagesizes imagesrcset integrity media "
    "methods name referrerpolicy sizes target type urn",
    "map": "name",
    "marquee": "behavior bgcolor direction height hspace loop scrollamount scrolldelay truespeed vspace width",
    "menu": "compact type label",
    "meta": "charset http-equiv media name scheme value",
    "meter": "form high low max min optimum value",
    "object": "align allowfullscreen archive border classid codebase codetype data declare form height hspace name standby "
    "type typemustmatch usemap vspace width",
    "ol": "compact reversed start type",
    "optgroup": "disabled label",
    "option": "disabled label name selected value",
    "output": "for form name",
    "p": "align",
    "param": "name type value valuetype",
    "pre": "cols width wrap",
    "progress": "form max value",
    "q": "cite",
    "script": "async attributionsrc blocking charset crossorigin custom-element custom-template defer event fetchpriority for integrity language nomodule "
    "referrerpolicy src type",
    "select": "autocomplete disabled form multiple name required size",
    "slot": "name",
    "source": "height media sizes src srcset type width",
    "style": "blocking media scoped type amp-custom amp-boilerplate",
    "table": "align background bgcolor border bordercolor bordercolordark bordercolorlight cellpadding cellspacing cols "
    "datapagesize frame height hspace layout rules summary vspace width",
    "tbody": _ROWS,
    "td": _CELL,
    "template": "shadowrootclonable shadowrootdelegatesfocus shadowrootmode shadowrootserializable shadowrootcustomelementregistry",
    "textarea": "autocomplete cols dirname disabled form maxlength minlength name placeholder readonly required rows wrap",
    "tfoot": _ROWS,
    "th": _CELL + " sorted",
    "thead": _ROWS,
    "time": "datetime pubdate",
    "tr": _ROWS + " height bordercolor",
    "track": "default kind label src srclang",
    "ul": "compact type",
    "video": _MEDIA,
    **{f"h{level}": "align" for level in range(1, 7)},
}
OF: Mapping[str, frozenset[str]] = {name: frozenset(row.split()) for name, row in _ROW_LISTS.items()}
# React's spelling, as MDX has it
REACT = frozenset(
    "classname htmlfor key ref dangerouslysetinnerhtml suppresshydrationwarning defaultvalue defaultchecked acceptcharset httpequiv".split()
)

# what says how something looks: on any element, and on some only
LOOKS_ANYWHERE = frozenset(
    {"align", "valign", "bgcolor", "bordercolor", "cellpadding", "cellspacing", "hspace", "vspace", "noshade"}
)
_LOOKS_ONLY_ON = {
    "color": frozenset({"hr"}),
    "face": frozenset({"span", "p", "div"}),
    "border": frozenset({"table", "img", "object", "input"}),
    "background": TABLE_PARTS - {"caption", "colgroup"} | {"table", "body", "div"},
    "nowrap": frozenset({"td", "th"}),
    "clear": frozenset({"br"}),
    "compact": frozenset({"ul", "ol", "dl", "dir", "menu"}),
    "type": frozenset({"ul"}),
    **dict.fromkeys(
        "text link vlink alink topmargin leftmargin rightmargin bottommargin marginwidth marginheight".split(),
        frozenset({"body"}),
    ),
}
LOOKS = LOOKS_ANYWHERE.union(_LOOKS_ONLY_ON)


def is_about_looks(node: Node, attribute: Attribute) -> bool:
    """Whether an attribute says how its element looks; a style sheet says that today."""
    return attribute.name in LOOKS_ANYWHERE or node.name in _LOOKS_ONLY_ON.get(attribute.name, ())
