"""See `AmbiguousScalar`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from contentlint.document import Document, once
from contentlint.errors import KeyPath
from contentlint.fields import Field, small
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety
from contentlint.rules.front_matter.moments import is_for_date
from contentlint.spelling import inner, quoted
from contentlint.text import Edit
from contentlint.wording import cut, letters_apart, nearest

_SWITCHES = ("true", "false")
_OF_SWITCHES = frozenset("tTfF")
_SWITCH = pattern(r"(?:yes|Yes|YES|on|On|ON)|(no|No|NO|off|Off|OFF)")
_CHANGES = pattern(
    r"[-+]?0+[1-7][0-7_]+"  # octal in YAML 1.1, decimal in 1.2
    r"|[-+]?0\d*[89]\d*|[-+]?(?:\d+\.?\d*|\.\d+)[eE]\d+|[-+]?\d+[eE][-+]\d+"  # text in YAML 1.1, a number in 1.2
    r"|0o[0-7]+"
    r"|[-+]?\d[\d_]*_[\d_]*(?:\.[\d_]*)?"
    r"|[-+]?0[xb][\dA-Fa-f]*_[\dA-Fa-f_]*|[-+]?0b[01]+"
    r"|[-+]?[1-9][\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?"
)
_DAY = pattern(r"(?a)\d{4}-\d\d-\d\d(?:[Tt \t]+\d\d?:\d\d:\d\d(?:\.\d+)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)?")
_OF_TIME = pattern(r"(?i)date|time|day|_at\Z|publish|creat|modif|start|end|due|expir|since|until")
# "no" is Norway, or Norwegian, or what someone is called
_OF_NAMES = pattern(
    r"(?i)(?:country|locale|lang(?:uage)?|region|nationality|iso|(?:first|last|sur)?[_-]?name)s?(?:[_-]?code)?\Z"
)
_BEGINNINGS = frozenset("yYnNoO+-.0123456789")
_KINDS = {bool: {"boolean"}, int: {"integer", "number"}, float: {"number"}}


class AmbiguousScalar(Rule):
    """Text without quotes may be read as something else.

    `no` becomes false, `1_000` a number and `12:30:00` a count of seconds, depending on the site generator: an
    article marked `no` for Norway loses its mark.

    The fix is safe: it puts quotes around the text as it is written. It is unsafe for a switch, `yes` or `no` where no
    schema says more: there it writes `true` or `false`.
    """

    name = "ambiguous-scalar"
    good = (
        "---\ndraft: no\ncomments: yes\nsitemap: off\ntoc: no\nweight: 010\n---\n",
        "---\ntitle: 'no'\nslug: \"2019\"\ndate: 2021-11-07\nlastmod: 2021-11-07 12:30:00\n---\n",
        "---\norder: 12\ncomments: 121\nprice: 1.50\nrate: 1.0e+3\nmath: true\nkey:\n---\n",
        "---\ntags: [a, b]\nisbn: 978-3-16-148410-0\ntime: 12.30\nid: 0\n---\n",
        "+++\ntitle = 'x'\norder = 1_000\ndate = 2021-11-07\n[extra]\nflown = 2021-11-07\n+++\n",
        Good('{"title": "no", "order": 12}\n\n风筝\n'),
        "---\ndate: 20211107\ndescription: false\n---\n",
        "---\nheldin: Ture\ntoc: fleas\nwords: [treu, ture]\n---\n",
        Good("---\ncount: 0123\n---\n", schema={"properties": {"count": {"type": "integer"}}}),
    )
    bad = (
        Bad(
            "---\ncomments: ⟦ture⟧\nDraft: ⟦flase⟧\nmermaid: ⟦truez⟧\nnumbered: ⟦flase⟧\n---\n",
            fixed="---\ncomments: true\nDraft: false\nmermaid: true\nnumbered: false\n---\n",
            unsafe=True,
        ),
        Bad(
            "---\nhide_title: ⟦yes⟧\ncomments: ⟦no⟧\n---\n",
            fixed="---\nhide_title: true\ncomments: false\n---\n",
            unsafe=True,
            profile="docs",
        ),
        Bad("---\ntitle: ⟦1984⟧\n---\n", fixed='---\ntitle: "1984"\n---\n'),
        Bad("---\ntitle: ⟦2021-11-07⟧\n---\n", fixed='---\ntitle: "2021-11-07"\n---\n'),
        Bad(
            "+++\ntitle = ⟦2021-11-07⟧\nslug = ⟦10:00:00⟧\ntags = [⟦2021-11-07 10:00:00Z⟧]\n+++\n",
            fixed='+++\ntitle = "2021-11-07"\nslug = "10:00:00"\ntags = ["2021-11-07 10:00:00Z"]\n+++\n',
        ),
        Bad("---\nlang: ⟦no⟧\nslug: '凧'\n---\n", fixed="---\nlang: 'no'\nslug: '凧'\n---\n"),
        Bad(
            "---\ncountry: ⟦NO⟧\nlocale: ⟦no⟧\nauthor: {name: ⟦No⟧}\n---\n",
            fixed='---\ncountry: "NO"\nlocale: "no"\nauthor: {name: "No"}\n---\n',
        ),
        Bad(
            "---\ntags: [⟦no⟧, 风筝]\nlength: ⟦12:30:00⟧\n---\n",
            fixed='---\ntags: ["no", 风筝]\nlength: "12:30:00"\n---\n',
        ),
        Bad(
            "---\nzip: ⟦01234⟧\nsold: ⟦1_000⟧\nhash: ⟦1e3⟧\nissue: ⟦08⟧\n---\n",
            fixed='---\nzip: "01234"\nsold: "1_000"\nhash: "1e3"\nissue: "08"\n---\n',
        ),
        Bad("---\n⟦on⟧: push\n⟦2019⟧: x\n---\n", fixed='---\n"on": push\n"2019": x\n---\n'),
        Bad(
            "---\ntitle: 凧\nflown: {⟦2021-11-07⟧: here, 7-11: there}\n---\n",
            fixed='---\ntitle: 凧\nflown: {"2021-11-07": here, 7-11: there}\n---\n',
        ),
        Bad(
            "---\ntitle: 凧\ngallery: ⟦yes⟧\nopinion: ⟦off⟧\n---\n",
            fixed="---\ntitle: 凧\ngallery: true\nopinion: false\n---\n",
            unsafe=True,
        ),
        Bad(
            "---\ntitle: Kites\ntags: [⟦2019⟧, 凧]\nauthor: ⟦007⟧\n---\n",
            fixed='---\ntitle: Kites\ntags: ["2019", 凧]\nauthor: "007"\n---\n',
        ),
        Bad(
            "---\nversion: ⟦1.10⟧\n---\n",
            fixed='---\nversion: "1.10"\n---\n',
            schema={"properties": {"version": {"type": "string"}}},
        ),
        Bad(
            "---\ntaste: ⟦no⟧\n---\n",
            fixed='---\ntaste: "no"\n---\n',
            schema={"properties": {"taste": {"enum": ["yes", "no"]}}},
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if document.syntax == "toml":
            yield from self._of_toml(document)
        if document.syntax != "yaml":
            return
        for field in document.fields.values():
            path, key, _, data, style = field
            if key is not None and (not isinstance(path[-1], str) or path[-1][:1].isdecimal()):
                yield from self._of_key(document, field)
            if style != "plain" or data is None or isinstance(data, (dict, list)):
                continue
            if not isinstance(data, str) or data[:1] in _BEGINNINGS or (len(data) < 8 and data[:1] in _OF_SWITCHES):
                yield from self._of_value(document, field)

    def _of_toml(self, document: Document) -> Iterator[Finding]:
        """Text has quotes in TOML: what has none, and is kept as text, is a date or a time."""
        for field in document.fields.values():
            if field.style != "plain" or not isinstance(field.data, str) or is_for_date(document, field):
                continue
            if "string" in _types(document, field) and not _OF_TIME.search(field.name):
                yield self._no_text(document, field, field.data, "a time" if field.data[2] == ":" else "a date")

    def _of_key(self, document: Document, field: Field) -> Iterator[Finding]:
        if field.key is None:
            return
        written = field.key.of(document.text)
        if written[:1] in "&*!?" or not written.strip():
            return
        name = str(field.path[-1])
        is_text = isinstance(field.path[-1], str)
        if is_text and not _DAY.fullmatch(written):  # a date is kept as it is written
            return
        message = f'the key "{cut(written)}" is no text for YAML: put it in quotes'
        if not is_text and (*field.path[:-1], written) in document.fields:
            yield self.finding(field.key, message)  # in quotes it would stand there twice
            return
        safety = Safety.SAFE if len(field.path) == 1 or name == written else Safety.UNSAFE
        fix = Fix("Quote the key", (Edit(field.key, quoted(document, written)),), safety, {name: written})
        yield self.finding(field.key, message, fix)

    def _of_value(self, document: Document, field: Field) -> Iterator[Finding]:
        written = field.value.of(document.text)
        if written[:1] in ("&", "*", "!") or "\n" in written:
            return
        types = _types(document, field)
        if isinstance(field.data, str) and (meant := _meant(field, written, types)):
            fix = Fix(f"Write {meant}", (Edit(field.value, meant),), Safety.UNSAFE)
            message = f'"{cut(written)}" is a word and neither true nor false: write {meant}'
            yield self.finding(inner(document, field), message, fix)
            return
        if is_for_date(document, field):
            if not isinstance(field.data, str):  # other rules know more about it
                return
        elif "string" in types and _is_day(field):
            yield self._no_text(document, field, written, "a date")
            return
        if "string" in types and not _has_kind(field.data, types):
            is_switch = written.lower() in ("true", "false")  # to many themes, false under such a key switches it off
            if is_switch and (written.lower() == "false" or not document.setting.schema_is_explicit):
                return
            safety = Safety.UNSAFE if is_switch else Safety.SAFE
            yield self._no_text(document, field, written, _kind(field.data), safety)
            return
        switch = _SWITCH.fullmatch(written)
        if switch and ("boolean" not in types or document.setting.profile.yes_is_text):
            yield self.finding(inner(document, field), *_told_switch(document, field, written, is_on=switch[1] is None))
        elif _CHANGES.fullmatch(written) and not types & {"number", "integer"}:
            message = f'"{cut(written)}" is text for some site generators and a number for others: put it in quotes'
            yield self.finding(inner(document, field), message, _in_quotes(document, field, written))

    def _no_text(
        self, document: Document, field: Field, written: str, kind: str, safety: Safety = Safety.SAFE
    ) -> Finding:
        message = f'"{cut(written)}" is read as {kind}, but text is wanted here: put it in quotes'
        fix = _in_quotes(document, field, written)
        return self.finding(inner(document, field), message, fix._replace(safety=safety))


def _is_day(field: Field) -> bool:
    """Whether a value is a date under a key that says nothing of time."""
    return (
        isinstance(field.data, str)
        and _DAY.fullmatch(field.data) is not None
        and not _OF_TIME.search(str(field.path[-1]))
    )


def _meant(field: Field, written: str, types: frozenset[str]) -> str | None:
    """The switch that a word is a slip of, true for ture; where text may stand, only what is no word in itself. Under a
    key the schema says nothing of, a capital makes a name of it."""
    word = written.strip(" .").lower()
    if "boolean" in types and "string" not in types:
        return nearest(word, _SWITCHES) if word != written or word not in _SWITCHES else None
    if "boolean" in types and written[:-1].lower() in _SWITCHES:
        return written[:-1].lower()
    if "boolean" in types or (not types and field.key is not None and written == word):
        return next((each for each in _SWITCHES if _has_neighbours_swapped(word, each)), None)
    return None


def _has_neighbours_swapped(word: str, other: str) -> bool:
    return sorted(word) == sorted(other) and letters_apart(word, other) == 1


def _types(document: Document, field: Field) -> frozenset[str]:
    schema = document.setting.schema
    if schema is None:
        return frozenset()
    return schema.types[field.path] or schema.types[(small(field.path[0]), *field.path[1:])]


def _has_kind(data: Any, types: frozenset[str]) -> bool:
    """Whether a value, as YAML reads it, is of one of these types."""
    return isinstance(data, str) or bool(_KINDS.get(type(data), types) & types)


@once
def _holds_words(document: Document, path: KeyPath) -> bool:
    """Whether a list stands here with text in it."""
    above = document.fields.get(path)
    return above is not None and isinstance(above.data, list) and any(isinstance(item, str) for item in above.data)


def _told_switch(document: Document, field: Field, written: str, *, is_on: bool) -> tuple[str, Fix]:
    """What is said of yes and no: a word among words in a list and where text is wanted, else a switch."""
    is_name = _OF_NAMES.match(field.name) is not None
    types = _types(document, field)
    if is_name or ("string" in types and "boolean" not in types) or _holds_words(document, field.path[:-1]):
        return f'"{written}" may be read as {str(is_on).lower()}: put it in quotes', _in_quotes(
            document, field, written
        )
    meant = str(is_on).lower()
    fix = Fix(f"Write {meant}", (Edit(field.value, meant),), Safety.UNSAFE)
    return (
        f'"{written}" is {meant} for some site generators and a word for others: write {meant}, or "{written}" in quotes',
        fix,
    )


def _in_quotes(document: Document, field: Field, written: str) -> Fix:
    return Fix("Put it in quotes", (Edit(field.value, quoted(document, written)),))


def _kind(data: object) -> str:
    return str(data).lower() if isinstance(data, bool) else "a number"
