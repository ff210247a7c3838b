"""See `MediaAutoplay`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from contentlint.document import Document
from contentlint.nodes import Attribute, Node
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety
from contentlint.text import Edit, Span

_PARAMETER = pattern(r"(?i)(?<=[?&;])(?:auto_?play|autostart)=(?:1|true|yes|on)(?=[&#]|\Z)")
_NETEASE = pattern(r"(?i)(?<=[?&;])auto=1(?=[&#]|\Z)")
_STARTS_UNASKED = pattern(r"(?i)//(?:player|www)\.bilibili\.com/")  # where the parameter has to say no
_SILENT = pattern(r"(?i)(?<=[?&;])(?:muted?|background)=(?:1|true)(?=[&#]|\Z)")
_OFF = ("false", "0", "no", "off")


@dataclass(frozen=True)
class MediaAutoplay(Rule):
    """A video or sound starts by itself.

    It talks over a screen reader, startles people in quiet rooms and costs data nobody agreed to spend.

    The fix is unsafe: readers then have to press play. It removes the attribute or the parameter, which becomes
    `autoplay=0` where players start without it (Bilibili).
    """

    name = "media-autoplay"
    needs = {"autoplay=", "autoPlay=", "autostart=", "<iframe>", "<embed>"}
    options_help = {"silent": "Report videos without sound that start by themselves as well."}
    good = (
        '<video src="kite.mp4" controls></video> <video src="kite.mp4" autoplay muted loop></video>\n',
        '<iframe src="https://www.youtube.com/embed/x" allow="autoplay; fullscreen" title="风筝"></iframe>\n',
        '`<audio src="a.mp3" autoplay>` [autoplay](/a?autoplay=1)\n',
        '<iframe src="https://player.example/x?autoplay=0" title="凧"></iframe> <video {{ attributes }}></video>\n',
        Good("<video autoPlay={false} src='a.mp4' />\n", path="kites.mdx"),
    )
    bad = (
        Bad('<video src="kite.mp4" ⟦autoplay⟧></video>\n', fixed='<video src="kite.mp4"></video>\n', unsafe=True),
        Bad(
            '<iframe src="https://v.example/x?id=1&amp;⟦autoplay=1⟧" title="风筝"></iframe>\n'
            '<iframe src="https://v.example/y?⟦autoplay=true⟧&id=凧"></iframe>\n',
            fixed='<iframe src="https://v.example/x?id=1" title="风筝"></iframe>\n'
            '<iframe src="https://v.example/y?id=凧"></iframe>\n',
            unsafe=True,
        ),
        Bad(
            '<iframe src="//music.163.com/outchain/player?id=1&⟦auto=1⟧&height=66" title="風"></iframe>\n',
            fixed='<iframe src="//music.163.com/outchain/player?id=1&height=66" title="風"></iframe>\n',
            unsafe=True,
        ),
        Bad(
            '<iframe src="https://player.bilibili.com/player.html?bvid=1&⟦autoplay=1⟧" title="風"></iframe>\n',
            fixed='<iframe src="https://player.bilibili.com/player.html?bvid=1&autoplay=0" title="風"></iframe>\n',
            unsafe=True,
        ),
        Bad(
            "<audio ⟦AUTOPLAY=true⟧ loop src=a.mp3>凧</audio>\n",
            fixed="<audio loop src=a.mp3>凧</audio>\n",
            unsafe=True,
        ),
        Bad(
            '<video ⟦autoplay=""⟧ muted src="a.mp4"></video>\n',
            fixed='<video muted src="a.mp4"></video>\n',
            options={"silent": True},
            unsafe=True,
        ),
    )

    silent: bool = False

    def check(self, document: Document) -> Iterator[Finding]:
        for node, attribute in document.attributes("autoplay", "autoPlay", "autostart"):
            if document.has_template(node.span) or not _starts(node, attribute):
                continue
            is_silent = node.name == "video" and node.get("muted") is not None
            if self.silent or not is_silent:
                fix = Fix.without("Let readers press play", document, node, attribute)
                yield self.finding(attribute.span, f"this {node.name} starts by itself: let readers press play", fix)
        for frame in document.tags("iframe", "embed"):
            source = frame.attribute("src")
            if source is None or source.value_span is None or document.has_template(source.value_span):
                continue
            written = source.value_span.of(document.text)
            parameter = _NETEASE if "//music.163.com/" in written else _PARAMETER
            match = parameter.search(written)
            if match is not None and (self.silent or not _SILENT.search(written)):
                start = source.value_span.start
                place = Span(*match.span()).shifted(start)
                edit = _parameter_removal(written, match, start)
                if _STARTS_UNASKED.search(written):
                    edit = Edit(place, f"{match[0].partition('=')[0]}=0")
                fix = Fix("Let readers press play", (edit,), Safety.UNSAFE)
                yield self.finding(place, "what is embedded here starts by itself: let readers press play", fix)


def _starts(node: Node, attribute: Attribute) -> bool:
    if node.name in ("video", "audio"):
        return attribute.name.lower() == "autoplay"
    return node.name == "embed" and attribute.value.strip().lower() not in _OFF


def _parameter_removal(written: str, match: re.Match[str], offset: int) -> Edit:
    """Delete a parameter with the mark that joins it to its neighbours."""
    start, end = match.span()
    for joint in ("&amp;", "&#38;", "&"):
        if written.startswith(joint, end):
            return Edit(Span(offset + start, offset + end + len(joint)), "")
    for joint in ("&amp;", "&#38;", "&", "?"):
        if written.endswith(joint, 0, start):
            return Edit(Span(offset + start - len(joint), offset + end), "")
    return Edit(Span(offset + start, offset + end), "")
