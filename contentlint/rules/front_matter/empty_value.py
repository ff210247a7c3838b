"""See `EmptyValue`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from contentlint.document import Document
from contentlint.entries import has_twins, removal_of
from contentlint.fields import Field
from contentlint.rule import Bad, Finding, Fix, Rule, Safety
from contentlint.spelling import place
from contentlint.text import Span
from contentlint.wording import cut

# null means "none" to generators
_NONE = frozenset({"layout", "pagination_next", "pagination_prev", "custom_edit_url", "displayed_sidebar"})


class EmptyValue(Rule):
    """A key of the front matter has no value.

    It is left over from a form or a template, and a site shows "by" with no name after it.

    The fix is unsafe: it removes the key, and a template may ask whether the key is there. There is none where the
    schema requires the key, where its comment would end up above another key, and where a key is there
    twice: what follows may have lost its indentation.
    """

    name = "empty-value"
    recommended = False
    good = (
        "---\ndraft: false\nweight: 0\n---\n",
        "---\ntags:\n  - kites\nimage:\n  alt: a kite\n---\n",
        '---\ntitle: "null"\nslug: "~"\n---\n',
        "---\nparams: {}\nlayout: null\npagination_next: null\ndisplayed_sidebar: null\n---\n",
        "---\ntitle: 凧\nlanguages: !!set\n  ? ja\n  ? zh\n---\n",
        '---\nseparator: "\\n"\ncolor: #ff0000\ntags: {kites, wind}\n---\n',
    )
    bad = (
        Bad(
            "---\ntitle: 风筝\n⟦tags⟧:\ndate: 2021-11-07\n---\n",
            fixed="---\ntitle: 风筝\ndate: 2021-11-07\n---\n",
            unsafe=True,
        ),
        Bad("---\ntitle: 凧\nauthor: ⟦''⟧  # 誰\ntags: ⟦[]⟧\n---\n", fixed="---\ntitle: 凧\n---\n", unsafe=True),
        Bad("---\n# Who wrote it\nauthor: ⟦''⟧\ntitle: 凧\n---\n"),
        Bad("---\n⟦banner⟧:\ntitle: 风\n⟦hero⟧:\ntitle: 风筝\n---\n", along=("front-matter-unreadable",)),
        Bad("---\nimage: {? ⟦alt⟧, src: a.png}\n---\n"),
        Bad("---\n? ⟦title⟧\ndate: 2021-11-07\n---\n"),
        Bad("---\n⟦title⟧:\ndate: 2021-11-07\n---\n", schema={"required": ["title"]}),
        Bad("---\n⟦title⟧:\nlang: en\n---\n", schema={"allOf": [{"required": ["title"]}]}),
        Bad("---\nimage: {alt: ⟦null⟧, src: a.png}\n---\n", fixed="---\nimage: {src: a.png}\n---\n", unsafe=True),
        Bad('+++\ntitle = "Kites"\nauthor = ⟦""⟧\n+++\n', fixed='+++\ntitle = "Kites"\n+++\n', unsafe=True),
        Bad(
            '{\n  "title": "Kites",\n  "author": ⟦null⟧,\n  "tags": ⟦[]⟧\n}\n\nThey fly.\n',
            fixed='{\n  "title": "Kites"\n}\n\nThey fly.\n',
            unsafe=True,
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if not document.fields:
            return
        told = (problem.span.start for problem in document.problems if problem.kind == "front-matter-unreadable")
        lost = {line for at in told for line in _lines_told(document, at)}
        for field in document.fields.values():
            if field.key is None or not _is_empty(field.data):
                continue
            if field.data is None:
                says_none = field.name in _NONE and field.value.start < field.value.end
                is_told = document.source.line_start(field.key.start) in lost
                if says_none or is_told or not _is_key(document, field.key) or _is_of_set(document, field):
                    continue
            stays = _is_required(document, field) or _has_comment_above(document, field.key) or has_twins(document)
            edit = None if stays else removal_of(document, field)
            fix = Fix("Remove the key", (edit,), Safety.UNSAFE) if edit else None
            yield self.finding(place(field), f'"{cut(field.name)}" is empty: fill it in or remove it', fix)


def _lines_told(document: Document, at: int) -> tuple[int, int]:
    """Where the line of a slip and the one above it begin: the value is lost there, or stands below its key."""
    start = document.source.line_start(at)
    return start, document.source.line_start(max(start - 1, 0))


def _is_required(document: Document, field: Field) -> bool:
    schema = document.setting.schema
    return schema is not None and field.path[-1] in schema.required(field.path[:-1])


def _has_comment_above(document: Document, key: Span) -> bool:
    start = document.source.line_start(key.start)
    above = document.source.line_start(max(start - 1, 0))
    return document.text[above:start].lstrip().startswith("#")


def _is_empty(value: Any) -> bool:
    return value is None or value == [] or (isinstance(value, str) and not value.strip(" "))


def _is_of_set(document: Document, field: Field) -> bool:
    """Whether this is a member of YAML's sets, which have no values."""
    group = document.fields.get(field.path[:-1])
    return group is not None and document.text.startswith("!!set", group.value.start)


def _is_key(document: Document, key: Span) -> bool:
    """Whether this is a key to its author: an item of `{a, b}` is one only to YAML."""
    before, after = document.text[max(key.start - 20, 0) : key.start], document.text[key.end : key.end + 20]
    return after.lstrip(" \t\"'").startswith((":", "=")) or before.rstrip(" \t").endswith("?")
