"""HTML's elements by name: https://html.spec.whatwg.org/multipage/indices.html."""

from __future__ import annotations

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
OPTIONAL_END = frozenset(
    "html head body p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rt rp rb rtc".split()
)
BLOCKS = frozenset(  # what readers see as blocks, and what stands in no line of text
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "frameset h1 h2 h3 h4 h5 h6 head header hgroup html iframe legend li main menu nav noframes ol optgroup option p pre "
    "script search section style summary table tbody td textarea tfoot th thead title tr ul".split()
)
KNOWN = (
    VOID
    | OPTIONAL_END
    | BLOCKS
    | frozenset(
        "a abbr acronym applet audio b bdi bdo big blink button canvas cite code data datalist del dfn em font i ins "
        "kbd label listing map mark marquee math meter multicol nobr noembed noscript object output picture plaintext "
        "progress q ruby s samp select selectedcontent slot small spacer span strike strong sub sup svg template time tt u var video xmp".split()
    )
)
