"""HTML's elements as the rules of this group need them: https://html.spec.whatwg.org/multipage/indices.html."""

from __future__ import annotations

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
OPTIONAL_END = frozenset(
    "html head body p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rt rp rb rtc".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 head header hgroup html iframe li main menu nav object ol optgroup option p picture pre script "
    "search section select style summary table tbody td template textarea tfoot th thead title tr ul video audio".split()
)
KNOWN = (
    VOID
    | OPTIONAL_END
    | BLOCKS
    | frozenset(
        "a abbr acronym applet b bdi bdo big blink button canvas cite code data datalist del dfn em font frameset i ins "
        "kbd label legend listing map mark marquee math meter multicol nobr noembed noframes noscript output plaintext "
        "progress q ruby s samp selectedcontent slot small spacer span strike strong sub sup svg time tt u var xmp".split()
    )
)
