"""Sets of HTML's elements: https://html.spec.whatwg.org/multipage/indices.html.

What a rule alone looks at stands with the rule; what the standard knows as a set, or several
modules ask for, stands here.
"""

from __future__ import annotations

# https://html.spec.whatwg.org/multipage/syntax.html#void-elements, and those that were void once
VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
# https://html.spec.whatwg.org/multipage/syntax.html#optional-tags, and what was ruby once
OPTIONAL_END = frozenset(
    "html head body p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rt rp rb rtc".split()
)
# what is text up to its end tag: https://html.spec.whatwg.org/multipage/parsing.html#parsing-html-fragments
RAW_TEXT = frozenset("script style xmp iframe noembed noframes textarea title".split())

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LIST_ITEMS = frozenset({"li", "dt", "dd"})
_ROWS_AND_CELLS = frozenset("tbody td tfoot th thead tr".split())
TABLE_PARTS = _ROWS_AND_CELLS | {"caption", "colgroup"}  # that hold something

# where readers see white space as it was typed
KEEPING_SPACE = frozenset({"pre", "textarea", "xmp", "listing"})
# where code is shown
SAMPLES = frozenset({"pre", "code", "samp", "xmp", "listing"})

# whose start tag ends a paragraph: https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody
ENDING_PARAGRAPH = HEADINGS | frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form header "
    "hgroup hr main menu nav ol p pre listing search section summary table ul xmp plaintext".split()
)
# what readers see as blocks of an article's text, after
# https://html.spec.whatwg.org/multipage/rendering.html#non-replaced-elements; without what hardly anybody writes
# in one, and without what keeps its white space
TEXT_BLOCKS = (
    ENDING_PARAGRAPH - frozenset("dir hgroup menu search hr pre listing xmp plaintext".split())
    | LIST_ITEMS
    | _ROWS_AND_CELLS
)
# what stands in no line of text: the same with a page's own parts and with what does not flow as text does
BLOCKS = TEXT_BLOCKS | frozenset(
    "body dir frameset head hgroup html iframe legend menu noframes optgroup option pre script search style textarea "
    "title".split()
)
# whose tags begin a block of HTML in Markdown: https://spec.commonmark.org/0.31.2/#html-blocks, condition 6
MARKDOWN_BLOCKS = frozenset(
    (
        "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt "
        "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link "
        "main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead "
        "title tr track ul"
    ).split()
)
# what marks words in a line: https://html.spec.whatwg.org/multipage/text-level-semantics.html, and what did once
PHRASING = frozenset(
    "a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u "
    "var".split()
)
KNOWN = (
    VOID
    | OPTIONAL_END
    | BLOCKS
    | PHRASING
    | frozenset(
        "acronym applet audio blink button canvas data datalist label listing map marquee math meter multicol nobr noembed "
        "noscript object output picture plaintext progress ruby select selectedcontent slot spacer svg template time "
        "video xmp".split()
    )
)
