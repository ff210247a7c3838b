"""See `UnknownKey`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.document import Document
from contentlint.entries import renaming
from contentlint.fields import Field, FrontMatter
from contentlint.key_slips import is_sure, key_meant, words_of
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety, Severity
from contentlint.setting import Schema, Setting
from contentlint.wording import cut

_MOST_GUESSES = 200  # guessing is slow
_IN_STYLE = pattern(r"[a-z\d]+(?:(?:_[a-z\d]+)+|(?:[A-Z][a-z\d]*)+)\Z")  # snake_case or camelCase


class UnknownKey(Rule):
    """The schema does not know a key, though it allows it.

    A slip of the pen in a key is silent: the site looks for `title` and never at `tilte`.

    The fix is unsafe: it renames the key to the known one that is nearest, where that is still free, the value fits it,
    and what is written is no word of its own, such as `data`.
    """

    name = "unknown-key"
    recommended = False
    severity = Severity.INFO
    yields_to = ("schema-violation", "deprecated-key", "front-matter-unreadable")
    good = (
        "---\ntitle: Kites\ndate: 2021-11-07\noutput: html_document\n---\n",
        Good(
            "---\ntitle: Kites\nx-own: 1\n---\n", schema={"properties": {"title": {}}, "patternProperties": {"^x-": {}}}
        ),
        Good("---\nfoo: 1\n---\n", schema={"required": ["title"]}),
        Good("---\ntitle: 风筝\n$schema: a.json\n---\n", schema={"properties": {"title": {}}}),
    )
    bad = (
        Bad("---\n⟦tilte⟧: Kites\n---\n", fixed="---\ntitle: Kites\n---\n", unsafe=True),
        Bad(
            '---\ntitle: 风筝\n⟦"dtae"⟧: 2021-11-07\n---\n',
            fixed='---\ntitle: 风筝\n"date": 2021-11-07\n---\n',
            unsafe=True,
        ),
        Bad("---\n⟦tilte⟧: {wind: strong}\n⟦data⟧: 2021-11-07\n---\n"),
        Bad("---\n⟦pre⟧: 凧\n⟦publish⟧: true\n⟦updatedAt⟧: 2021-11-07\n---\n"),
        Bad("---\ntitle: 凧\n⟦titel⟧: 凧\n---\n"),
        Bad("---\n⟦titel⟧: Kites\n⟦ttile⟧: Wind\n---\n"),
        Bad("---\n⟦&key titel⟧: Kites\n---\n"),
        Bad("---\n⟦categoria⟧: 凧\n⟦imagem⟧: /kite.png\n⟦descripción⟧: 凧\n---\n"),
        Bad("---\n⟦ID⟧: 292\n---\n", schema={"properties": {"id": {"type": "integer"}}}),
        Bad("+++\n⟦autor⟧.name = 'Ann'\nautor.url = '/ann'\n+++\n"),
        Bad("+++\n[⟦auhtor⟧]\nname = 'Ann'\n+++\n", fixed="+++\n[author]\nname = 'Ann'\n+++\n", unsafe=True),
        Bad("+++\n⟦path⟧ = 'kites'\n+++\n", schema={"properties": {"math": {}}}),
        Bad("+++\n⟦wind⟧ = 'strong'\n+++\n"),
        Bad("---\n⟦publishedOn⟧: 2015-02-16\n⟦templateKey⟧: post\n⟦author_url⟧: /ann\n⟦header-img⟧: /kite.jpg\n---\n"),
        Bad("---\n⟦last_updated⟧: 2021-11-07\n⟦canonical_url⟧: /kites\n⟦types⟧: [凧]\n---\n"),
        Bad(
            "---\n⟦catagorise⟧: [凧]\n⟦Last-Modified-At⟧: 2021-11-07\n---\n",
            fixed="---\ncategories: [凧]\nlast_modified_at: 2021-11-07\n---\n",
            unsafe=True,
        ),
        Bad(
            "---\n⟦updat⟧: 2021-11-07\n⟦sumarry⟧: 凧\n⟦publishDat⟧: 2021-11-07\n---\n",
            fixed="---\nupdated: 2021-11-07\nsummary: 凧\npublishdate: 2021-11-07\n---\n",
            unsafe=True,
        ),
        Bad("---\n⟦cve⟧: CVE-2024-27867\n---\n", schema={"properties": {"cover": {}}}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        front_matter, schema = document.readable_front_matter, document.setting.schema
        if front_matter is None or schema is None or not schema.properties:
            return
        unknown = list(_unknown(front_matter, schema))
        guessed = unknown[:_MOST_GUESSES]
        meant = [_meant(document.setting, field.name, schema) for field in guessed] + [None] * (
            len(unknown) - len(guessed)
        )
        for field, near in zip(unknown, meant):
            key = field.key or field.value
            written = field.name if isinstance(field.path[0], str) else key.of(document.text)
            edit, hint = None, ": correct it, or add it to the schema"
            if (
                near is not None
                and near not in front_matter.data
                and schema.accepts(front_matter.data, (near,), field.data)
            ):
                hint = f' — did you mean "{near}"?'
                edit = renaming(document, field, near) if is_sure(field.name, near, meant) else None
            fix = Fix(f'Call it "{near}"', (edit,), Safety.UNSAFE, {field.name: near}) if edit and near else None
            yield self.finding(key, f'the schema does not know the key "{cut(written)}"{hint}', fix)


def _unknown(front_matter: FrontMatter, schema: Schema) -> Iterator[Field]:
    for field in front_matter.top:
        name = field.name
        if field.key is None or name in schema.properties or name == "$schema" or _fits_a_pattern(schema, name):
            continue
        yield field


def _meant(setting: Setting, name: str, schema: Schema) -> str | None:
    """The key that another one is a slip of, if any. Without a schema of the site's own, a theme may read the same words
    in another style: last_updated beside lastUpdated."""
    near = key_meant(name, schema.properties)
    is_in_style = near is not None and _IN_STYLE.match(name) and words_of(name) == words_of(near)
    return None if is_in_style and not setting.schema_is_explicit else near


def _fits_a_pattern(schema: Schema, name: str) -> bool:
    for form in schema.part(()).get("patternProperties", {}):
        try:
            if re.search(form, name):
                return True
        except re.error:
            return True
    return False
