"""See `UnknownKey`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.document import Document
from contentlint.entries import renaming
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety, Severity
from contentlint.setting import Schema
from contentlint.wording import nearest

_MOST_GUESSES = 200  # guessing is slow
_SHORT = 3  # letters: other words are near by chance


class UnknownKey(Rule):
    """The schema does not know a key, though it allows it.

    A slip of the pen in a key is silent: the site looks for `title` and never at `tilte`.

    The fix is unsafe: it renames the key to the known one that is nearest, where one is near and still free.
    """

    name = "unknown-key"
    recommended = False
    severity = Severity.INFO
    yields_to = ("schema-violation", "deprecated-key", "front-matter-unreadable")
    good = (
        "---\ntitle: Kites\ndate: 2021-11-07\n---\n",
        Good(
            "---\ntitle: Kites\nx-own: 1\n---\n", schema={"properties": {"title": {}}, "patternProperties": {"^x-": {}}}
        ),
        Good("---\nfoo: 1\n---\n", schema={"required": ["title"]}),
        Good("---\ntitle: 风筝\n$schema: a.json\n---\n", schema={"properties": {"title": {}}}),
    )
    bad = (
        Bad("---\n⟦tilte⟧: Kites\n---\n", fixed="---\ntitle: Kites\n---\n", unsafe=True),
        Bad(
            '---\ntitle: 风筝\n⟦"data"⟧: 2021-11-07\n---\n',
            fixed='---\ntitle: 风筝\n"date": 2021-11-07\n---\n',
            unsafe=True,
        ),
        Bad("---\ntitle: 凧\n⟦titel⟧: 凧\n---\n"),
        Bad("+++\n⟦path⟧ = 'kites'\n+++\n", schema={"properties": {"math": {}}}),
        Bad("+++\n⟦wind⟧ = 'strong'\n+++\n"),
        Bad("---\n⟦cve⟧: CVE-2024-27867\n---\n", schema={"properties": {"cover": {}}}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        front_matter, schema = document.readable_front_matter, document.setting.schema
        if front_matter is None or schema is None or not schema.properties:
            return
        guesses = 0
        for field in front_matter.top:
            name = field.name
            if field.key is None or name in schema.properties or name == "$schema" or _fits_a_pattern(schema, name):
                continue
            is_slip = guesses < _MOST_GUESSES and not name.startswith("_")
            near = nearest(name, schema.properties) if is_slip else None
            if near is not None and not _is_slip(name, near):
                near = None
            guesses += 1
            written = name if isinstance(field.path[0], str) else document.text[field.key.start : field.key.end]
            message = f'the schema does not know the key "{written[:60]}"'
            fix = None
            if near is not None and near not in front_matter.data:
                message += f' — did you mean "{near}"?'
                edit = renaming(document, field, near)
                fix = Fix(f'Call it "{near}"', (edit,), Safety.UNSAFE, {name: near}) if edit else None
            yield self.finding(field.key, message, fix)


def _is_slip(name: str, near: str) -> bool:
    """Whether a key may be a slip of another: a path is none of math, a cve none of cover, an idx none of id."""
    return name[:1].lower() == near[:1].lower() and (len(name) > _SHORT or len(near) - len(name) in (0, 1))


def _fits_a_pattern(schema: Schema, name: str) -> bool:
    for pattern in schema.part(()).get("patternProperties", {}):
        try:
            if re.search(pattern, name):
                return True
        except re.error:
            return True
    return False
