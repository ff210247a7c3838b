"""See `EmptyHeading`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.removals import leaves_seam
from contentlint.rule import Bad, Finding, Fix, Good, Rule
from contentlint.rules.accessibility.spoken import Speech, is_filled_by_template, is_hidden, is_named

_HARMLESS = frozenset({"class", "style", "align", "dir", "lang"})


class EmptyHeading(Rule):
    """A heading says nothing.

    Screen readers announce it and find no words, and it leaves a hole in the table of contents.

    The fix is safe: it removes the heading with its line. One that carries an anchor or has something else inside is
    left to you.
    """

    name = "empty-heading"
    needs = {"heading"}
    good = (
        "## Kites\n\n<h2>{{ title }}</h2>\n\n## ![Kites](a.png)\n",
        '## ![](a.png "Kites")\n\n## ![][kite]\n\n[kite]: a.png "Kites"\n',
        '<h2><img src="风筝.png"></h2>\n<h2 aria-label="风筝"></h2>\n',
        "#\n\nkites".replace("#\n\n", "#kites\n\n"),
        "```\n##\n```\n<pre><h2></h2></pre>\n",
        '## <span aria-hidden="true">凧</span>\n',
        '<h2 id="a" aria-hidden="true"></h2>\n\n## `kite()`\n\n## 凧\n',
        "## <Kites />\n\n## <kite-banner></kite-banner>\n\n## [[\n",
        Good("## <Kites />\n\n## {title}\n", path="kites.mdx"),
        Good('<html><h1 id="t"></h1><script>t.textContent = "凧"</script></html>\n', path="page.html"),
    )
    bad = (
        Bad("Kites\n\n⟦##⟧\n\nfly\n", fixed="Kites\n\nfly\n"),
        Bad("<p>风筝</p>\n⟦<h2> </h2>⟧\n⟦<h3><b></b>&nbsp;</h3>⟧\n<p>飞</p>\n", fixed="<p>风筝</p>\n<p>飞</p>\n"),
        Bad("[cce_bash]\n⟦#⟧\n# A kite flies.\n[/cce_bash]\n"),
        Bad('⟦## <!-- fit -->⟧\n\n⟦## <i class="icon-kite"></i>⟧\n'),
        Bad('⟦<h2 id="a"></h2>⟧\n\n⟦## <a name="凧"></a>⟧\n'),
        Bad("⟦## <details>⟧\n\n凧\n\n</details>\n\n⟦<h2><div></h2>⟧凧\n"),
        Bad('⟦## ![](kite.png)⟧\n\n⟦<h2><img src="風.png" alt=""></h2>⟧\n'),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        speech = Speech(document)
        for heading in document.all("heading"):
            content = heading.content
            if speech.is_in(content, image_counts=True, hidden_counts=True) or is_named(heading) or is_hidden(heading):
                continue
            if is_filled_by_template(document, heading) or (
                heading.get("id") and document.all("element") and any(document.tags("script"))
            ):
                continue
            if heading.markup == "html" and heading.end_tag is None:
                continue
            place = heading.whole if heading.markup == "html" else heading.span
            is_removable = _is_bare(document, heading) and not leaves_seam(document, place, is_block=True)
            fix = Fix.removing("Remove the heading", document, place) if is_removable else None
            yield self.finding(place, "this heading has no words: remove it or give it some", fix)


def _is_bare(document: Document, heading: Node) -> bool:
    inner = list(document.nodes_in(heading.content))
    if any(node.kind == "comment" or node.get("class") for node in inner):  # to some program it may be the words
        return False
    return all(attribute.name in _HARMLESS for node in (heading, *inner) for attribute in node.attributes)
