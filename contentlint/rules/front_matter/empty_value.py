"""See `EmptyValue`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document
from contentlint.entries import removal_of
from contentlint.rule import Bad, Finding, Fix, Rule, Safety
from contentlint.spelling import place


class EmptyValue(Rule):
    """A key of the front matter has no value.

    It is left over from a form or a template, and a site shows "by" with no name after it.

    The fix is unsafe: it removes the key, and a template may ask whether the key is there.
    """

    name = "empty-value"
    recommended = False
    good = (
        "---\ndraft: false\nweight: 0\n---\n",
        "---\ntags:\n  - kites\nimage:\n  alt: a kite\n---\n",
        '---\ntitle: "null"\nslug: "~"\n---\n',
        "---\nparams: {}\nlayout: null\n---\n",
    )
    bad = (
        Bad(
            "---\ntitle: 风筝\n⟦tags⟧:\ndate: 2021-11-07\n---\n",
            fixed="---\ntitle: 风筝\ndate: 2021-11-07\n---\n",
            unsafe=True,
        ),
        Bad("---\ntitle: 凧\nauthor: ⟦''⟧  # 誰\ntags: ⟦[]⟧\n---\n", fixed="---\ntitle: 凧\n---\n", unsafe=True),
        Bad("---\nimage: {alt: ⟦null⟧, src: a.png}\n---\n", fixed="---\nimage: {src: a.png}\n---\n", unsafe=True),
        Bad('+++\ntitle = "Kites"\nauthor = ⟦""⟧\n+++\n', fixed='+++\ntitle = "Kites"\n+++\n', unsafe=True),
        Bad(
            '{\n  "title": "Kites",\n  "author": ⟦null⟧,\n  "tags": ⟦[]⟧\n}\n\nThey fly.\n',
            fixed='{\n  "title": "Kites"\n}\n\nThey fly.\n',
            unsafe=True,
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if document.front_matter is None or not document.front_matter.readable:
            return
        for field in document.front_matter.fields.values():
            is_empty = (
                field.data is None or field.data == [] or (isinstance(field.data, str) and not field.data.strip())
            )
            if field.data is None and field.name == "layout" and field.value.start < field.value.end:
                continue  # Jekyll: no layout
            if field.key is not None and is_empty:
                edit = removal_of(document, field)
                fix = Fix("Remove the key", (edit,), Safety.UNSAFE) if edit else None
                yield self.finding(place(field), f'"{field.name[:60]}" is empty: fill it in or remove it', fix)
