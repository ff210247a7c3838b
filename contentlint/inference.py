"""A JSON Schema from front matter that is there: what most articles do is the rule, the others are told by file and line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from contentlint.equality import repeats
from contentlint.patterns import pattern
from contentlint.schema import JsonSchema
from contentlint.schema.soundness import DRAFT
from contentlint.setting import Setting
from contentlint.survey import Article, LineNumbers, Outlier, Survey
from contentlint.wording import counted, nearest

_FEW = 3  # fewer values than this say nothing but their type
_MANY = 10  # from here on a single odd value is an outlier, not a second way
_MAX_CHOICES = 12
_REPEATED = 4  # how often each choice stands on average
_MAX_CHOICE_LENGTH = 40
_MAX_KEYS = 400
_FREE = pattern(
    r"(?:^|[_-])(?:title|headline|name|desc\w*|summary|excerpt|deck|lead|subtitle|slug|ur[il]|link|path|permalink|by|authors?|editors?"
    r"|reporters?|images?|img|photos?|thumb\w*|cover|banner|date|time|version|id|alias\w*|redirect|keywords?|tags?|caption|alt)(?:$|[_-])"
)
_WORD_START = pattern(r"(?<=[a-z])(?=[A-Z])")
_FORMATS = (
    ("date", pattern(r"\d{4}-\d\d-\d\d\Z")),
    ("date-time", pattern(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d")),
    ("email", pattern(r"[^\s@]+@[^\s@]+\.[^\s@]+\Z")),
    ("uri", pattern(r"https?://\S")),
)
_SLUG = (
    "^[a-z0-9]+(?:-[a-z0-9]+)*$",
    pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z"),
    "Small letters, digits and single hyphens.",
)
_PATTERNS = (
    ("^/", pattern(r"/"), 'It begins with "/".'),
    ("^[0-9]{4}-[0-9]{2}-[0-9]{2}", pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), "It begins with a day like 2021-11-07."),
)


class Inferred(NamedTuple):
    schema: dict[str, Any]
    outliers: tuple[Outlier, ...]


def infer(
    survey: Survey, setting: Setting, required_share: float = 0.95, words: Mapping[str, str] | None = None
) -> Inferred:
    """The schema that most of these articles keep, and each article that does not.

    A key that at least `required_share` (0 to 1) of the articles have is required. `words` describes keys.
    """
    inference = _Inference(survey.articles, required_share, words or {})
    schema = {
        "$schema": DRAFT,
        "title": "The front matter of this site",
        "description": f"Inferred from {counted(len(survey.articles), 'article')}; it is yours to edit.",
        **inference.group([article.data for article in survey.articles], levels=2),
    }
    outliers = [*survey.unreadable, *_violations(survey.articles, JsonSchema(schema), setting)]
    outliers += _slips(survey.articles, inference.slips, setting)
    return Inferred(schema, tuple(sorted(outliers)))


class _Inference:
    def __init__(self, articles: Sequence[Article], required_share: float, words: Mapping[str, str]) -> None:
        self.share, self.words = required_share, words
        self.slips = _slip_keys(articles)

    def group(self, groups: Sequence[Mapping[str, Any]], levels: int) -> dict[str, Any]:
        """The schema of groups of keys, `levels` deep."""
        schema: dict[str, Any] = {"type": "object"}
        if not levels:
            return schema
        values: dict[str, list[Any]] = {}
        for group in groups:
            for key, value in group.items():
                values.setdefault(key, []).append(value)
        top = levels == 2
        keys = [key for key in _in_order(groups) if not (top and key in self.slips)][:_MAX_KEYS]
        least = max(2 if top else _FEW, self.share * len(groups))
        required = [key for key in keys if len(values[key]) >= least]
        if required:
            schema["required"] = required
        schema["properties"] = {key: self._described(key, values[key], len(groups), levels, top) for key in keys}
        return schema

    def _described(self, key: str, values: list[Any], total: int, levels: int, top: bool) -> dict[str, Any]:
        told = f"{len(values)} of {counted(total, 'article')} have it." if len(values) != 1 else "One article has it."
        is_free = bool(_FREE.search(_WORD_START.sub("_", key).lower()))
        schema = self.value(values, levels - 1, is_free=is_free)
        if not top:
            return schema
        words = [self.words.get(key) or ("" if "description" in schema else told), schema.get("description", "")]
        return {**schema, "description": " ".join(filter(None, words))}

    def value(self, values: Sequence[Any], levels: int, *, is_free: bool) -> dict[str, Any]:
        """The schema of the values of one key."""
        types = _usual_types(values)
        if types == ["null"]:
            return {}  # a key that is always empty says nothing of what may stand there
        schema: dict[str, Any] = {"type": types[0] if len(types) == 1 else types} if types else {}
        texts = [value for value in values if isinstance(value, str) and value.strip()]
        lists = [value for value in values if isinstance(value, list)]
        groups = [value for value in values if isinstance(value, dict)]
        if "string" in types and not set(types) - {"string", "null"}:
            schema |= _text_shape(texts, values, is_free=is_free, has_null="null" in types)
        if "array" in types:
            schema |= self._list(lists, levels, is_free=is_free)
        if "object" in types and levels:
            schema |= {key: part for key, part in self.group(groups, levels).items() if key != "type"}
        return schema

    def _list(self, lists: Sequence[list[Any]], levels: int, *, is_free: bool) -> dict[str, Any]:
        items = [item for each in lists for item in each]
        schema: dict[str, Any] = {}
        if items:
            schema["items"] = self.value(items, levels, is_free=is_free)
        once = sum(not repeats(each) for each in lists)
        if len(lists) >= _FEW and _is_usual(once, len(lists)) and any(len(each) > 1 for each in lists):
            schema["uniqueItems"] = True
        return schema


# -- what is usual --------------------------------------------------------------------------------------------------


def _is_usual(count: int, total: int) -> bool:
    """Whether so many of all are the rule, the others outliers: all of few, nearly all of many."""
    odd = total - count
    return not odd if total < _MANY else odd <= max(1, total * 0.05)


def _usual_types(values: Sequence[Any]) -> list[str]:
    counts = Counter(_type(value) for value in values)
    if counts["number"] and counts["integer"]:
        counts["number"] += counts.pop("integer")
    rare = [name for name, count in counts.items() if _is_usual(len(values) - count, len(values))]
    order = ("string", "integer", "number", "boolean", "array", "object", "null")
    return [name for name in order if counts[name] and name not in rare]


def _type(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, float) and value.is_integer():
        return "integer"  # 3.0 is a whole number to JSON Schema
    names: dict[type, str] = {
        str: "string",
        bool: "boolean",
        int: "integer",
        float: "number",
        list: "array",
        dict: "object",
    }
    return names.get(type(value), "string")


def _text_shape(texts: Sequence[str], values: Sequence[Any], *, is_free: bool, has_null: bool) -> dict[str, Any]:
    """The format, choice or pattern that texts have in common, if any."""
    total = sum(isinstance(value, str) for value in values)
    if total < _FEW:
        return {}
    for name, form in _FORMATS:
        if _is_usual(sum(bool(form.match(text)) and _has_format(name, text) for text in texts), total):
            return {"format": name}
    moments = sum(_has_format("date", text) or _has_format("date-time", text) for text in texts if text[:1].isdigit())
    if moments and _is_usual(moments, total):
        return {"anyOf": [{"format": "date"}, {"format": "date-time"}, *([{"type": "null"}] if has_null else [])]}
    choices = [] if is_free else _choices(texts, total)
    if choices:
        return {"enum": [*choices, None] if has_null else choices}
    if total >= 5:
        hyphened = sum("-" in text for text in texts)
        for written, form, words in (*((_SLUG,) if hyphened * 5 >= total else ()), *_PATTERNS):
            if _is_usual(sum(bool(form.match(text)) for text in texts), total):
                return {"pattern": written, "description": words}
    return {}


def _choices(texts: Sequence[str], total: int) -> list[str]:
    """The few values that are repeated often; a value that stands once among many is left out, as a likely slip."""
    counts = Counter(texts)
    usual = {text: count for text, count in counts.items() if count > 1}
    known = sum(usual.values())
    if not (2 <= len(usual) <= _MAX_CHOICES and known >= _REPEATED * len(usual) and _is_usual(known, total)):
        return []
    if any(len(text) > _MAX_CHOICE_LENGTH or "\n" in text for text in usual):
        return []
    return sorted(usual, key=lambda text: (-usual[text], text))


@cache
def _format(name: str) -> JsonSchema:
    return JsonSchema({"$schema": DRAFT, "format": name})


def _has_format(name: str, text: str) -> bool:
    return not _format(name).violations(text)


def _in_order(groups: Sequence[Mapping[str, Any]]) -> list[str]:
    """All keys, by where in the front matter they usually stand."""
    places: dict[str, list[int]] = {}
    for group in groups:
        for place, key in enumerate(group):
            places.setdefault(key, []).append(place)
    return sorted(places, key=lambda key: (round(sum(places[key]) / len(places[key]), 6), -len(places[key]), key))


def _slip_keys(articles: Sequence[Article]) -> dict[str, str]:
    """Keys that are rare and look like a slip of a common one."""
    counts = Counter(key for article in articles for key in article.data)
    if len(articles) < _MANY:
        return {}
    common = [key for key, count in counts.items() if count >= 0.2 * len(articles)]
    found: dict[str, str] = {}
    for key, count in counts.items():
        if count <= max(1, 0.01 * len(articles)) and len(key) > 3:
            meant = nearest(key, [name for name in common if not _differs_by_plural(name, key)], 0.85)
            if meant is not None and meant != key:
                found[key] = meant
    return found


def _differs_by_plural(one: str, other: str) -> bool:
    """`category` and `categories`, `tag` and `tags` are both known to generators."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return long in (short + "s", short + "es", short[:-1] + "ies")


# -- outliers -------------------------------------------------------------------------------------------------------


def _violations(articles: Sequence[Article], schema: JsonSchema, setting: Setting) -> Iterator[Outlier]:
    for article in articles:
        found = schema.violations(article.data)
        if found:
            rows = LineNumbers(article.path, setting)
            for violation in found:
                yield Outlier(
                    article.path, rows.of(violation.path), ".".join(map(str, violation.path)), violation.message
                )


def _slips(articles: Sequence[Article], slips: Mapping[str, str], setting: Setting) -> Iterator[Outlier]:
    for article in articles if slips else ():
        for key in slips.keys() & article.data.keys():
            why = f'the key "{key}" is rare: did you mean "{slips[key]}"?'
            yield Outlier(article.path, LineNumbers(article.path, setting).of((key,)), key, why)
