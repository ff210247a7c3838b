"""See `SchemaViolation`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from contentlint.document import Document
from contentlint.errors import KeyPath
from contentlint.fields import Field, FrontMatter
from contentlint.lazy import lazy
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Good, Rule, Severity
from contentlint.rules.front_matter.conforming import fix_of
from contentlint.rules.front_matter.moments import date_elsewhere
from contentlint.setting import Schema, Violation, is_form, is_to_fill_in
from contentlint.spelling import place
from contentlint.text import Span

_LANGUAGE = {"properties": {"lang": {"enum": ["en", "zh-CN", "ja"]}}}
_TAGS = {"properties": {"tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": True}}}
_CLOSED = {"properties": {"title": {"type": "string"}, "draft": {"type": "boolean"}}, "additionalProperties": False}
_WEIGHT = {"properties": {"weight": {"type": "integer"}, "draft": {"type": "boolean"}}}
_COMMENTS = {"properties": {"comments": {"type": ["boolean", "object", "array", "null"]}}}
_FILLED = {"required": ["title"], "properties": {"title": {"pattern": "."}, "updated": {"format": "date"}}}
_LAYOUT = {"required": ["title", "layout"], "properties": {"layout": {"default": "post"}}}
_OF_TEXT = frozenset({"pattern", "format"})
_OF_KEYS = frozenset(
    {"required", "additionalProperties", "dependentRequired", "unevaluatedProperties", "propertyNames"}
)
_DATE_TO_BE = pattern(r"(?i)[ymdhsxtz年月日时分秒:./\s-]++\Z")


@dataclass(frozen=True)
class SchemaViolation(Rule):
    """The front matter is not as its schema asks.

    A template that finds no title, or a word where it wants a list, shows nothing or breaks the page.

    The fix is safe where no meaning changes: a repeated list item goes, a single value becomes the list that is asked
    for, a missing key gets its default. It is unsafe where it guesses: the nearest allowed value, a number out of
    quotes, the key that was probably meant, a list of one text that may be several names.
    """

    name = "schema-violation"
    is_about_whole = True
    severity = Severity.ERROR
    yields_to = (
        "front-matter-unreadable",
        "ambiguous-scalar",
        "date-not-iso",
        "date-impossible",
        "empty-value",
        "padded-value",
        "deprecated-key",
    )
    yields_to_parts = False  # an item's fault does not excuse its list's
    options_help = {"insert-defaults": "Whether a missing key may be added with the default that the schema names."}
    good = (
        "---\ntitle: Kites\ndate: 2021-11-07\ntags: [kites, wind]\ndraft: false\nfoo: {bar: 1}\n---\n",
        "---\ntitle: 风筝\ncategories:\n  - [金融, 新浪财经]\n  - 国内\nauthor: {name: 张玫}\ncomments: false\n---\n",
        "---\ntags: [凧, {label: Wind, permalink: /wind}]\nlayout: {title: {visible: true}}\n---\n",
        Good("---\nlang: ja\n---\n", schema=_LANGUAGE),
        Good("Kites fly.\n", schema=_LAYOUT),
        Good("+++\nlang = '{{ .Lang }}'\n+++\n", path="archetypes/default.md", schema=_LANGUAGE),
        Good("---\nlang: '<% lang %>'\ntitle:\n---\n", path="templates/article.md", schema=_LANGUAGE),
        Good("---\ntitle: '{{ .T }}'\ndate: YYYY-MM-DD\nweight: {}\ntags:\n  -\n  -\n---\n", path="archetypes/a.md"),
        Good(
            '---\ntitle: "{{ .T }}"\ntags: ["", ""]\n---\n',
            path="archetypes/a.md",
            schema={"properties": {"tags": {"uniqueItems": True, "items": {"minLength": 1}}}},
        ),
        Good("---\ntags: [a, A]\n---\n", schema=_TAGS),
        Good("---\ndate: 2021-11-07\n---\n", schema={"properties": {"date": {"type": "string", "format": "date"}}}),
    )
    bad = (
        Bad("⟦---⟧\ndate: 2021-11-07\n---\n", schema={"required": ["title"]}),
        Bad("⟦---⟧\ntitle: 风筝\npublishedAt: 2021-11-07\n---\n", schema={"required": ["date"]}),
        Bad("---\nlang: ⟦jp⟧\n---\n", fixed="---\nlang: ja\n---\n", unsafe=True, schema=_LANGUAGE),
        Bad("---\ntitle: ⟦[凧]⟧\n---\n", fixed="---\ntitle: 凧\n---\n", unsafe=True),
        Bad("---\ncomments: ⟦open⟧\n---\n", schema=_COMMENTS),
        Bad("---\ntags: ⟦kite⟧\n---\n", schema={"properties": {"tags": {"const": ["kites"]}}}),
        Bad("---\ntitle: ⟦''⟧\nupdated: ⟦''⟧\n---\n", schema=_FILLED),
        Bad("---\ntags: ⟦凧⟧\n---\n", fixed="---\ntags: [凧]\n---\n", schema=_TAGS),
        Bad(
            "---\nkites: ⟦凧⟧\n---\n",
            fixed="---\nkites: [凧]\n---\n",
            schema={
                "additionalProperties": {"anyOf": [{"$ref": "#/$defs/list"}, {"type": "null"}]},
                "$defs": {"list": {"type": "array"}},
            },
        ),
        Bad("---\ntags: ⟦kites wind⟧\n---\n", fixed="---\ntags: [kites wind]\n---\n", unsafe=True, schema=_TAGS),
        Bad("---\ntags: ⟦kites, wind⟧\n---\n", fixed="---\ntags: [kites, wind]\n---\n", unsafe=True, schema=_TAGS),
        Bad(
            "---\ntags:\n  ⟦- 风筝  # one\n  - 风\n  - 风筝⟧  # two\n---\n",
            fixed="---\ntags:\n  - 风筝  # one\n  - 风\n---\n",
            schema=_TAGS,
        ),
        Bad("---\ntitle: 凧\ntags:\n  - kites\n  -⟦⟧\n---\n"),
        Bad(
            "---\nkites: ⟦[{1: a, b: c}, {1: a, b: c}]⟧\n---\n",
            fixed="---\nkites: [{1: a, b: c}]\n---\n",
            schema={"properties": {"kites": {"uniqueItems": True}}},
        ),
        Bad('{"tags": ⟦["a", "a", "a"]⟧}\n\nText.\n', fixed='{"tags": ["a"]}\n\nText.\n', schema=_TAGS),
        Bad('+++\ntags = ⟦["a", "b", "a"]⟧\n+++\n', fixed='+++\ntags = ["a", "b"]\n+++\n', schema=_TAGS),
        Bad(
            "---\nweight: ⟦\"3\"⟧\ndraft: ⟦'true'⟧\n---\n",
            fixed="---\nweight: 3\ndraft: true\n---\n",
            unsafe=True,
            schema=_WEIGHT,
        ),
        Bad("---\nweight: ⟦3⟧\n---\n", schema={"properties": {"weight": {"anyOf": [{"multipleOf": 2}]}}}),
        Bad("---\ntitle: ⟦false⟧\ndate: ⟦false⟧\n---\n"),
        Bad('---\ntitle: "{{ .Site }} in layouts"\ndraft: ⟦maybe⟧\n---\n', path="docs/layouts/site.md"),
        Bad('---\ntitle: "{{ .T }}"\ntags: ⟦[凧, 凧]⟧\n---\n', path="archetypes/a.md", schema=_TAGS),
        Bad(
            "---\nlang: ⟦jp⟧\n⟦1⟧: kite\n---\n",
            schema=_LANGUAGE | {"patternProperties": {r"^\p{L}": {}}, "unevaluatedProperties": False},
        ),
        Bad('{"title": ⟦3⟧}\n\nText.\n', fixed='{"title": "3"}\n\nText.\n', unsafe=True),
        Bad("---\n⟦tilte⟧: Kites\n---\n", fixed="---\ntitle: Kites\n---\n", unsafe=True, schema=_CLOSED),
        Bad("---\ntitle: Kites\n⟦wind⟧: strong\n⟦title_url⟧: /kites\n---\n", schema=_CLOSED),
        Bad(
            "⟦---⟧\r\ntitle: Kites\r\n---\r\n",
            fixed="---\r\ntitle: Kites\r\nlayout: post\r\n---\r\n",
            schema=_LAYOUT,
            options={"insert-defaults": True},
        ),
        Bad(
            "---\nauthors:\n  - name: Ann\n  - ⟦role: writer⟧\n⟦image⟧: {src: a.png}\n---\n",
            schema={
                "properties": {
                    "authors": {"items": {"required": ["name"]}},
                    "image": {"required": ["alt"]},
                },
            },
        ),
    )

    insert_defaults: bool = False

    def check(self, document: Document) -> Iterator[Finding]:
        front_matter, schema = document.readable_front_matter, document.setting.schema
        if front_matter is None or schema is None:
            return
        is_form_here = is_form(document.source.path, front_matter.span.of(document.text))
        places = _Places(front_matter)
        for violation in schema.violations(front_matter.data):
            field = places.nearest(violation.path)
            if is_form_here and _is_left_open(document, violation, field):
                continue
            fix = None if is_form_here else fix_of(document, violation, field, insert_defaults=self.insert_defaults)
            detail = {"keyword": violation.keyword, "schema_path": violation.schema_path}
            message = violation.message + _held_elsewhere(document, violation)
            if _is_empty_item(violation):
                message = "this list item is empty: fill it in or remove it"
            elif violation.value == "" and violation.keyword in _OF_TEXT and not _is_about_key(violation):
                message += _to_fill_in(schema, violation)
            yield self.finding(_span(document, violation, field), message, fix, detail)


def _is_left_open(document: Document, violation: Violation, field: Field | None) -> bool:
    """Whether a form for new articles leaves it to them to be as the schema asks: a key or a value is missing, or is
    filled in later."""
    if field is None or violation.keyword == "required" or _holds_nothing(violation.value):
        return True
    return is_to_fill_in(field.value.of(document.text))


def _holds_nothing(value: Any) -> bool:
    """Whether no value stands anywhere in a list or group, or only letters that stand for a date."""
    if isinstance(value, dict | list):
        return all(map(_holds_nothing, value.values() if isinstance(value, dict) else value))
    return value is None or (isinstance(value, str) and (not value.strip() or _DATE_TO_BE.match(value) is not None))


def _held_elsewhere(document: Document, violation: Violation) -> str:
    """Which key has the date of publication that is missing, to follow the message."""
    name = violation.value
    if violation.keyword != "required" or violation.path or not isinstance(name, str):
        return ""
    other = date_elsewhere(document, name) if name in document.setting.profile.date_names else None
    return f' ("{other}" holds a date: is it meant?)' if other else ""


def _is_empty_item(violation: Violation) -> bool:
    """Whether nothing stands behind the dash of a list's item, where a value of some kind is asked for."""
    is_item = bool(violation.path) and isinstance(violation.path[-1], int)
    return is_item and violation.value is None and violation.keyword in ("type", "anyOf", "oneOf")


def _to_fill_in(schema: Schema, violation: Violation) -> str:
    """What to do with an empty text, to follow the message."""
    if violation.path and isinstance(violation.path[-1], int):
        return ": fill it in or remove it"
    is_required = bool(violation.path) and violation.path[-1] in schema.required(violation.path[:-1])
    return ": fill it in" if is_required else ": fill it in or remove the key"


def _is_about_key(violation: Violation) -> bool:
    """Whether the schema asks something of a key itself, or of which keys there are."""
    return violation.keyword in _OF_KEYS or "propertyNames" in violation.schema_path.split("/")


class _Places:
    """The fields of front matter by the paths a schema has, where every key is text."""

    def __init__(self, front_matter: FrontMatter) -> None:
        self.fields = front_matter.fields

    def nearest(self, path: KeyPath) -> Field | None:
        """The field at a path, or the nearest one above it."""
        while path:
            field = self.fields.get(path) or self._by_text.get(_texts(path))
            if field is not None:
                return field
            path = path[:-1]
        return None

    @lazy
    def _by_text(self) -> dict[tuple[str, ...], Field]:
        return {_texts(path): field for path, field in self.fields.items()}


def _texts(path: KeyPath) -> tuple[str, ...]:
    return tuple(
        "null" if step is None else str(step).lower() if isinstance(step, bool) else str(step) for step in path
    )


def _span(document: Document, violation: Violation, field: Field | None) -> Span:
    if field is None:
        return document.head
    return field.key if field.key is not None and _is_about_key(violation) else place(field)
