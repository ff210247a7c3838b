"""See `UnknownKey`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.document import Document
from contentlint.entries import renaming
from contentlint.fields import Field, FrontMatter
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety, Severity
from contentlint.setting import Schema, Setting
from contentlint.wording import cut, letters_apart, nearest

_MOST_GUESSES = 200  # guessing is slow
_IN_STYLE = pattern(r"[a-z\d]+(?:(?:_[a-z\d]+)+|(?:[A-Z][a-z\d]*)+)\Z")  # snake_case or camelCase
_SHORT, _LONG = 3, 7  # letters: to a short word others are near by chance, in a long one two slips are soon made
# that lie near a known key and may be meant themselves; Spanish and German ones too
_OWN_WORDS = frozenset(
    """
    abide actors alias aliased autor autores build built categorize categorized commands commented commit commits common contents
    data datum descriptive descriptor editions edits except expert feature fixtures futures had head headed heading headings
    heap heard heat held her here hire indexing keyword land lint line local locale locals locate long match minus modifier
    modifies neat nest net older online outlined output pain param passwd photo pi ping pink polished pre pred prep publish
    publishers publishes redirected relate related relates relaxed released repeated replaced resource sourced stats states
    stick subtle summer tabs tag titel titled topic typed types typo unlimited untested update updates
    """.split()
)


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
            '---\ntitle: 风筝\n⟦"dtae"⟧: 2021-11-07\n---\n',
            fixed='---\ntitle: 风筝\n"date": 2021-11-07\n---\n',
            unsafe=True,
        ),
        Bad("---\n⟦tilte⟧: {wind: strong}\n⟦data⟧: 2021-11-07\n---\n"),
        Bad("---\n⟦output⟧: pdf_document\n⟦pre⟧: 凧\n⟦publish⟧: true\n⟦updatedAt⟧: 2021-11-07\n---\n"),
        Bad("---\ntitle: 凧\n⟦titel⟧: 凧\n---\n"),
        Bad("---\n⟦titel⟧: Kites\n⟦ttile⟧: Wind\n---\n"),
        Bad("---\n⟦&key titel⟧: Kites\n---\n"),
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
            written = field.name if isinstance(field.path[0], str) else document.text[key.start : key.end]
            edit, hint = None, ": correct it, or add it to the schema"
            if (
                near is not None
                and near not in front_matter.data
                and schema.accepts(front_matter.data, (near,), field.data)
            ):
                hint = f' — did you mean "{near}"?'
                is_sure = meant.count(near) == 1 and not _is_own_word(field.name, near)
                edit = renaming(document, field, near) if is_sure else None
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
    near = None if name.startswith("_") else nearest(name, schema.properties)
    if near is None or not _is_slip(name, near):
        return None
    is_of_theme = not setting.schema_is_explicit and _IN_STYLE.match(name) and _words(name) == _words(near)
    return None if is_of_theme else near


def _is_slip(name: str, near: str) -> bool:
    """Whether a key may be a slip of another. One of more words or fewer is a key of its own (an author_url is no author), as
    are its plural, one that begins with another letter, and one so short that words are near it by chance."""
    ours, theirs = _words(name), _words(near)
    one, other = "".join(ours), "".join(theirs)
    if one == other:
        return True
    if len(ours) != len(theirs):
        return _is_written_apart(ours, other) or _is_written_apart(theirs, one)
    if one == other + "s" or one[:1] != other[:1] or (len(name) <= _SHORT and len(near) - len(name) not in (0, 1)):
        return False
    return all(letters_apart(*pair) <= (1 if len(pair[1]) < _LONG else 2) for pair in zip(ours, theirs))


def _is_own_word(name: str, near: str) -> bool:
    """Whether a word in which a key differs from another one may be meant as it is: one of its own, or another form."""
    ours, theirs = _words(name), _words(near)
    if "".join(ours) == "".join(theirs):
        return False
    if len(ours) != len(theirs):
        ours = ["".join(ours)]
    forms = {word + ending for word in theirs for ending in ("s", "d")}
    stems = {word[:-1] for word in theirs if word.endswith(("s", "ed"))}
    return any(word in _OWN_WORDS or word in forms or word in stems for word in ours if word not in theirs)


def _is_written_apart(words: list[str], joined: str) -> bool:
    """Whether words are another key written apart, but for a slip in the last one: publish|dat for publishdate."""
    *first, last = words
    rest = joined.removeprefix("".join(first))
    is_slip = min(len(last), len(rest)) >= _SHORT and rest.isalpha() and letters_apart(last, rest) <= 1
    return rest != joined and is_slip


def _words(key: str) -> list[str]:
    return [word.lower() for word in re.split(r"[-_. ]+|(?<=[a-z0-9])(?=[A-Z])", key)]


def _fits_a_pattern(schema: Schema, name: str) -> bool:
    for form in schema.part(()).get("patternProperties", {}):
        try:
            if re.search(form, name):
                return True
        except re.error:
            return True
    return False
