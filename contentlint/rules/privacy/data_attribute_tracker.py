"""See `DataAttributeTracker`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document
from contentlint.nodes import Attribute, Node
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Rule, Safety, Severity
from contentlint.wording import cut

_TRACKS = pattern(
    r"""(?x)
      data-(?:[a-z]{2,8}-)?(?:click-?track(?:ing)?|spm|suda|ga4?|gtm|analytics|omniture|mixpanel|snowplow|piwik|matomo|tealium|utm|aplus|ylk)
        (?:-[\w-]+)?
    | data-(?:(?:ga|gtm|event|click|link|cta|nav|page|mod|module|site|article|promo|aop|bsap)-)?track(?:ing|er(?=-))?
        (?:-(?:click|event|label|action|category|name|title|link|value|module|section|code|data|page|pos|position|params?|type|url|props?
          |properties|context|component|element|location|campaign|impression|view|hover|outbound|area|block|cta|nav|menu|item|key|info|ga|gtm|content|control|will|id|source)[\w-]*)?
    | data-(?:dtm|beacon|exposure|sensors|heap|amplitude|bi|rapid)-(?:id|event|click|module|key|value|type|data|name|params?|page|pos|track[\w-]*|extra|tag)
    | data-(?:za|tiara)-[\w-]+ | data-cl-(?:params|options)
    | data-(?:track(?:ing)?(?:id|label|event|click|link|action|category|name|type|code|data|page|pos|value|module|section|url|params?)
        |spm[a-z]+|suda[a-z]+|utm_\w+|hveid|ved|usg|zop[\w-]*|event-(?:category|action|label)|stat-id|boss[\w-]*)
    | data-beacon(?:-parsed)? | data-cthref | data-saferedirecturl | suda-[\w-]+ | bosszone | ping
    """
)
_OF_MUSIC = frozenset(f"data-track-{what}" for what in "number src artist album length duration file audio".split())
_PLAYERS = frozenset({"audio", "video", "track", "source"})  # theirs are tracks of music


class DataAttributeTracker(Rule):
    """A tag carries a mark for somebody's click counter.

    Attributes such as `data-spm` or `suda-uatrack` do nothing here: they were meant for the scripts of the site the text
    was copied from, and `ping` tells a third party of each click.

    The fix is safe: it removes the attribute, which nobody sees.
    """

    name = "data-attribute-tracker"
    severity = Severity.INFO
    good = (
        '<p data-kite="red" data-trackless="1">Kites</p>\n',
        '`<a data-spm="1">` in code\n',
        '<div data-spmx:y="1" data-gallery="a" data-gantt="b" class="ping">风筝</div>\n',
        '<img src="/k.jpg" alt="Kite" data-exposure="1/250">\n',
        '<table data-tracking-number="1Z999"><tr><td>凧</td></tr></table>\n',
        '<li data-track-number="3" data-track-title="Kites" data-utm="33N 500000">Kites</li>\n',
        '<div data-track-src="kites.mp3" data-track-id="5">Kites</div>\n<p data-fast-track="yes" data-tracker="gps">凧</p>\n',
        '<ol><li data-track="1">Kites</li><li data-track="2">凧</li></ol>\n',
        '<audio data-track="3" data-track-name="Kites"><track src="kite.vtt"></audio>\n',
    )
    bad = (
        Bad('<p ⟦data-spm="1.2"⟧ id="a">Kites</p>\n', fixed='<p id="a">Kites</p>\n'),
        Bad('<a href="/a" ⟦suda-uatrack="key=x&value=y"⟧>风筝</a>\n', fixed='<a href="/a">风筝</a>\n'),
        Bad('<p ⟦data-tiara-layer="body"⟧>연</p>\n', fixed="<p>연</p>\n"),
        Bad('<p><a ⟦data-spm="x"⟧href="/a">凧</a></p>\n', fixed='<p><a href="/a">凧</a></p>\n'),
        Bad(
            '<a href="/a" ⟦data-saferedirecturl="https://www.google.com/url?q=/a"⟧>凧</a>\n',
            fixed='<a href="/a">凧</a>\n',
        ),
        Bad(
            '> <a href="/a"\n> ⟦data-spm="a"⟧\n> ⟦data-ved="b"⟧>凧</a>\n',
            fixed='> <a href="/a">凧</a>\n',
        ),
        Bad('<a <%= rel %> ⟦data-spm="a"⟧ href="/a">凧</a>\n', fixed='<a <%= rel %> href="/a">凧</a>\n'),
        Bad('<a ⟦data-track-click⟧ ⟦ping="https://example.jp/p"⟧ href="/a">凧</a>\n', fixed='<a href="/a">凧</a>\n'),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for name in document.attribute_names:
            if name[0] in "bdsp" and _TRACKS.fullmatch(name):
                for node, attribute in document.attributes(name):
                    if not _is_for_something_else(node, attribute):
                        fix = Fix.without("Remove the attribute", document, node, attribute, Safety.SAFE)
                        message = f'"{cut(name)}" is there for a click counter: remove it'
                        yield self.finding(attribute.span, message, fix)


def _is_for_something_else(node: Node, attribute: Attribute) -> bool:
    name, value = attribute.name, attribute.value
    if node.name in _PLAYERS or (
        name.startswith("data-track") and any(each.name in _OF_MUSIC for each in node.attributes)
    ):
        return True
    return (
        (name == "ping" and node.name not in ("a", "area"))
        or (name == "data-utm" and " " in value)  # a place on a map
        or (name == "data-track" and value.isdigit())  # a song of an album
        or (name == "data-beacon" and not value.startswith("{"))
    )
