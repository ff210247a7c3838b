"""See `ImageMissingAlt`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contentlint.beacons import is_beacon
from contentlint.document import Document, once
from contentlint.nodes import Node
from contentlint.preformatted import shown
from contentlint.rule import Bad, Finding, Good, Rule
from contentlint.rules.accessibility.spoken import is_filled_by_template, is_hidden, is_named


@dataclass(frozen=True)
class ImageMissingAlt(Rule):
    """An image has no alternative text.

    A screen reader then reads out the file's name or skips the picture, and whoever cannot load it sees nothing. Say
    what the picture shows, or write `alt=""` where it is mere decoration.

    There is no fix: only someone who sees the picture can describe it.
    """

    name = "image-missing-alt"
    yields_to = ("unclosed-element",)  # the tag is only named
    needs = {"image", "<input>"}
    options_help = {"markdown": "Report Markdown images whose alternative is empty as well."}
    good = (
        '<img :src="kite" :alt="name"> <img v-bind="kite">\n',
        '<img src="kite.png" alt="A kite">\n<img src="line.png" alt="">\n<img src="line.png" alt>\n',
        '<img src="a.png" role="presentation"> <img src="b.png" aria-hidden="true"> <img src="c.png" aria-label="风筝">\n',
        '`<img src="kite.png">` ![](kite.png)\n',
        '<pre class="brush: html">\n<img src="a.png">\n</pre>\n\n<pre lang="html4strict"><img src="b.png"></pre>\n',
        '<img {{ attributes }}> <img src="a.png" {% if alt %}alt="{{ alt }}"{% endif %}>\n',
        '<img src="https://count.example/p.gif" width="1" height="1">\n',
        '<input type="image" src="a.png" alt="Fly"> <input type="image" src="a.png" title="风筝"> <input type="text">\n',
        'The <input type="image"> element. <label>Fly <input type="image" src="a.png"></label>\n',
        Good("Use the <img> tag, or <img> alone.\n", along=("unclosed-element",)),
        Good('<img {...props} />\n\n<Image src="凧.png" />\n', path="kites.mdx"),
    )
    bad = (
        Bad("<pre>\n⟦<img src=a.png>⟧\n</pre>\n\n<pre><code><img src=b.png></code></pre>\n"),
        Bad('⟦<img src="kite.png">⟧\n'),
        Bad('<form>⟦<input type="image" src="凧.png">⟧</form>\n'),
        Bad("<p>⟦<IMG SRC=风筝.png title='风筝'>⟧ [⟦<img src='{{ url }}'>⟧](/kites)</p>\n"),
        Bad("⟦![](凧.png)⟧ ![凧](凧.png) ⟦![ ](b.png)⟧\n", options={"markdown": True}),
        Bad("<p>\n⟦<img src={kite} />⟧\n</p>\n", path="kites.mdx"),
    )

    markdown: bool = False

    def check(self, document: Document) -> Iterator[Finding]:
        for image in shown(document, "image"):
            if image.markup == "markdown":
                if self.markdown and not (image.get("alt") or "").strip() and not document.has_template(image.span):
                    yield self.finding(
                        image.span, "this image has no alternative text: say in the brackets what it shows"
                    )
            elif not _answers(image) and not is_beacon(image) and not is_filled_by_template(document, image):
                yield self.finding(
                    image.span,
                    'this image has no alternative text: say in "alt" what it shows, or write alt="" if it is decoration',
                )
        for button in document.tags("input"):
            if (button.get("type") or "").lower() == "image" and not _says_what_it_does(document, button):
                yield self.finding(
                    button.span, 'this button is an image without alternative text: say in "alt" what it does'
                )


def _says_what_it_does(document: Document, button: Node) -> bool:
    """Whether a button has a name, or shows no image, as where a sentence names the tag."""
    if button.get("src") is None or is_named(button) or _answers(button) or is_filled_by_template(document, button):
        return True
    if any(node.name == "label" for node in document.holding(button.span.start)):
        return True
    return button.get("id") in _labelled(document)


@once
def _labelled(document: Document) -> frozenset[str]:
    """The names of what the labels of a page are for."""
    return frozenset(filter(None, (label.get("for") for label in document.tags("label"))))


def _answers(image: Node) -> bool:
    if any(image.get(name) is not None for name in ("alt", "aria-label", "aria-labelledby")) or is_hidden(image):
        return True
    return (image.get("role") or "").strip().lower() in ("presentation", "none")
