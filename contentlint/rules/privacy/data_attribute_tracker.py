"""See `DataAttributeTracker`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.document import Document
from contentlint.rule import Bad, Finding, Fix, Rule, Severity, attribute_removal

_TRACKS = re.compile(
    r"data-(?:track(?:ing|er)?(?:-[\w-]+)?|spm(?:-[\w-]+)?|spm[a-z]*|ga(?:-[\w-]+)?|gtm(?:-[\w-]+)?|analytics(?:-[\w-]+)?|sudaclick|suda[\w-]*"
    r"|click-?track[\w-]*|beacon[\w-]*|za-(?:detail|extra|not-track)[\w-]*|hveid|ved|omni[\w-]*|lynk[\w-]*)|suda-[\w-]+|ping"
)


class DataAttributeTracker(Rule):
    """A tag carries a mark for somebody's click counter.

    Attributes such as `data-spm` or `suda-uatrack` do nothing here: they were meant for the scripts of the site the text
    was copied from, and `ping` tells a third party of each click.

    The fix is safe: it removes the attribute, nobody sees it.
    """

    name = "data-attribute-tracker"
    severity = Severity.INFO
    good = (
        '<p data-kite="red" data-trackless="1">Kites</p>\n',
        '`<a data-spm="1">` in code\n',
        '<div data-spmx:y="1" data-gallery="a" data-gantt="b" class="ping">风筝</div>\n',
        '<audio><track src="kite.vtt"></audio>\n',
    )
    bad = (
        Bad('<p ⟦data-spm="1.2"⟧ id="a">Kites</p>\n', fixed='<p id="a">Kites</p>\n'),
        Bad('<a href="/a" ⟦suda-uatrack="key=x&value=y"⟧>风筝</a>\n', fixed='<a href="/a">风筝</a>\n'),
        Bad('<a ⟦data-track-click⟧ ⟦ping="https://example.jp/p"⟧ href="/a">凧</a>\n', fixed='<a href="/a">凧</a>\n'),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for name in document.attribute_names:
            if name[0] in "dsp" and _TRACKS.fullmatch(name):
                for node, attribute in document.attributes(name):
                    if name == "ping" and node.name not in ("a", "area"):
                        continue
                    is_free = not document.has_template(node.span)
                    fix = (
                        Fix("Remove the attribute", (attribute_removal(document, attribute.span),)) if is_free else None
                    )
                    yield self.finding(attribute.span, f"{name[:40]} is for a click counter", fix)
