"""See `FrameMissingTitle`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.beacons import is_beacon
from contentlint.components import is_component
from contentlint.document import Document
from contentlint.rule import Bad, Finding, Good, Rule
from contentlint.rules.accessibility.spoken import is_filled_by_template, is_hidden, is_named


class FrameMissingTitle(Rule):
    """An embedded frame has no title.

    A screen reader announces it as "frame" and no more: nobody knows whether a video, a map or an advertisement
    follows.

    There is no fix: only someone who knows what is embedded can name it.
    """

    name = "frame-missing-title"
    needs = {"<iframe>", "<frame>"}
    good = (
        '<iframe src="https://example.org/map" title="Map of the beach"></iframe>\n',
        '<iframe src="/a" aria-label="风筝"></iframe><iframe src="/b" aria-hidden="true"></iframe>\n',
        '`<iframe src="/a"></iframe>`\n',
        '<iframe {{ attributes }}></iframe>\n<iframe src="https://count.example/" height="0" width="0"></iframe>\n',
        Good("The <iframe> tag embeds a page.\n\n| <iframe> | 凧 |\n|---|---|\n", along=("unclosed-element",)),
        "<Frame>\n\n凧\n\n</Frame>\n\n<Kite />\n",
        Good('<iframe {...props} />\n\n<Video src="凧" />\n', path="kites.mdx"),
    )
    bad = (
        Bad('⟦<iframe width="560" src="https://www.youtube.com/embed/x">⟧</iframe>\n'),
        Bad('风筝\n\n⟦<iframe src="{{ url }}" title="">⟧</iframe>\n'),
        Bad('<frameset>⟦<FRAME src="凧.html">⟧</frameset>\n', path="page.html"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for frame in document.tags("iframe", "frame"):
            if is_named(frame) or is_hidden(frame) or is_beacon(frame):
                continue
            if not frame.attributes and frame.end_tag is None:  # it is but named, or left over
                continue
            if not is_filled_by_template(document, frame) and not is_component(document, frame):
                yield self.finding(frame.span, f'this <{frame.name}> has no title: say in "title" what is embedded')
