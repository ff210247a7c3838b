"""See `PaddedValue`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.document import Document
from contentlint.fields import Field, small
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Rule
from contentlint.spelling import in_flow, inner, is_plain
from contentlint.text import Edit, Span, trimmed

_MEANT_SO = pattern(
    r"(?i)separator|delimiter|prefix|suffix|indent|glue|join|padding|divider|template|before|after|linebreak|(?-i:menuPre|menuPost)|^(?:pre|post)$"
)
_JOINS = pattern(r"\s+[-·•|–—»:/~]\s|[^\n]*\s[-·•|–—»:/~]\s+\Z")  # what is to follow another text, or precede one
_OF_ITS_OWN = frozenset("title subtitle author authors editor editors summary description excerpt".split())


class PaddedValue(Rule):
    """A value begins or ends with white space.

    Two tags that differ by a space are two tags, and a link with a space at its end leads nowhere.

    The fix is safe: it removes the white space and keeps the quotes.
    """

    name = "padded-value"
    yields_to = ("empty-value",)
    good = (
        '---json\n{"title": "凧", "summary": "Kites.\\n\\nThey fly.\\n"}\n---\n',
        "---\ntitle:    Kites   \ntags: [ kites , wind ]\n---\n",
        "---\nsummary: |\n  Kites fly.\n\n---\n",
        '---\nseparator: " - "\nmark: " | "\n---\n',
        '---\ntitleTemplate: " · Kites"\ntagline: "Kites | "\n---\n',
        '+++\nsummary = """\nKites fly.\n"""\n+++\n',
    )
    bad = (
        Bad('{"title": "⟦Kites\\n⟧", "summary": "⟦They\\nfly. \\n⟧"}\n\nText.\n'),
        Bad('---\ntitle: "⟦ Kites ⟧"\n---\n', fixed='---\ntitle: "Kites"\n---\n'),
        Bad("---\ntags: ['⟦风筝 ⟧', 风]\n---\n", fixed="---\ntags: ['风筝', 风]\n---\n"),
        Bad("---\ntitle: ⟦\u3000\u3000凧⟧\n---\n", fixed="---\ntitle: 凧\n---\n"),
        Bad(
            '---\nsummary: "⟦Kites fly\n  in the wind. ⟧"\n---\n',
            fixed='---\nsummary: "Kites fly\n  in the wind."\n---\n',
        ),
        Bad(
            '---\nlead: &lead "⟦ Kites ⟧"\nsummary: *lead\n---\n',
            fixed='---\nlead: &lead "Kites"\nsummary: *lead\n---\n',
        ),
        Bad('---\ntitle: "⟦Kites - ⟧"\n---\n', fixed='---\ntitle: "Kites -"\n---\n'),
        Bad('{"author": {"name": "⟦\\tAnn ⟧"}}\n\nText.\n'),
        Bad('+++\nauthor = "⟦ Ann⟧"\n+++\n', fixed='+++\nauthor = "Ann"\n+++\n'),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if "ISSUE_TEMPLATE" in document.source.path:  # what people type goes on behind the blank
            return
        message = "this value begins or ends with white space: remove it"
        for field in document.fields.values():
            data = field.data
            if isinstance(data, str) and data[:1].isspace() | data[-1:].isspace() and _is_padded(document, field):
                yield self.finding(inner(document, field), message, _bare(document, field))


def _is_padded(document: Document, field: Field) -> bool:
    """Whether the white space around a text has no meaning; of an alias it is told where the anchor is."""
    data = field.data
    return (
        not _ends_its_last_line(data)
        and field.style in ("plain", "single", "double")
        and document.text[field.value.start] != "*"
        and any(char.isalnum() for char in data)
        and (small(field.path[0]) in _OF_ITS_OWN or not _JOINS.match(data))
        and not _MEANT_SO.search(field.name)
    )


def _ends_its_last_line(data: str) -> bool:
    """Whether all that stands around a text is the line end after the last of its lines, as in a block of YAML."""
    text = data[:-1]
    return data[-1:] == "\n" and "\n" in text and not text[:1].isspace() and not text[-1:].isspace()


def _bare(document: Document, field: Field) -> Fix | None:
    """The blanks next to the quotes, as they are written; None where an escape stands for one."""
    span = inner(document, field)
    bare = trimmed(document.text, span)
    kept = bare.of(document.text)
    if field.style == "plain" and not is_plain(kept, flow=in_flow(document, field)):
        return None
    if field.style == "double" and (
        kept.endswith("\\")
        or re.match(r"\\[tnrNLP_ 0xuU]", kept)
        or re.search(r"\\(?:[tnrNLP_]|u00[aA]0|u3000)\Z", kept)
    ):
        return None
    blanks = (Span(span.start, bare.start), Span(bare.end, span.end))
    edits = tuple(Edit(each, "") for each in blanks if each.start < each.end)
    return Fix("Remove the white space", edits) if edits else None
