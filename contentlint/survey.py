"""What the files of a site hold: their front matter, and its languages."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from contentlint import disk
from contentlint.document import Problem
from contentlint.fields import FrontMatter
from contentlint.languages import written_language
from contentlint.parsing.front_matter import read_front_matter
from contentlint.patterns import pattern
from contentlint.schema.as_json import plain
from contentlint.setting import Setting, is_form
from contentlint.text import Source

_CHINESE, _KANA, _HANGUL = pattern(r"[\u4e00-\u9fff]"), pattern(r"[\u3040-\u30ff]"), pattern(r"[\uac00-\ud7af]")
_NO_NUMBER = pattern(r"[-+]?\d+:\d|0\d+\Z")


class Article(NamedTuple):
    """Front matter as JSON has it; `syntax` is yaml, toml or json."""

    path: str
    data: Mapping[str, Any]
    syntax: str


class Outlier(NamedTuple):
    """An article that is not as the others are, and in what; `key` is empty where it is the whole."""

    path: str
    row: int
    key: str
    why: str

    def told(self) -> str:
        return f"{self.path}:{self.row}: {self.why}"


@dataclass
class Survey:
    """What reading many files gave: their front matter, those that have none or none that can be read, and the forms for
    new articles."""

    articles: list[Article] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    unreadable: list[Outlier] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)


def read_articles(paths: Iterable[str], setting: Setting) -> Survey:
    """The front matter of these files, in their order; what cannot be read is listed, never raised."""
    found = Survey()
    for path in paths:
        try:
            source = Source.decode(path, disk.read(path).data)
        except disk.Unusable as error:
            found.unreadable.append(Outlier(path, 1, "", f"the file cannot be read: {error}"))
            continue
        if source.undecodable:
            found.unreadable.append(Outlier(path, source.position(len(source.text)).row, "", source.undecodable))
            continue
        front_matter, problems = read_front_matter(source, setting)
        if front_matter is None:
            found.without.append(path)
        elif is_form(path, front_matter.span.of(source.text)):
            found.forms.append(path)
        elif front_matter.readable and _is_text(data := plain(_as_meant(source.text, front_matter))):
            found.articles.append(Article(path, data, front_matter.syntax))
        else:
            found.unreadable.append(_unreadable(source, front_matter, problems))
    return found


def _is_text(data: dict[str, Any]) -> bool:
    """Whether no half of a character stands in it, which no schema can hold."""
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _as_meant(text: str, front_matter: FrontMatter) -> dict[str, Any]:
    """The data with times and codes as they are written, which YAML takes for numbers: 1:31, 01231."""
    written = {
        field.name: field.value.of(text)
        for field in front_matter.top
        if field.style == "plain" and isinstance(field.data, int) and not isinstance(field.data, bool)
    }
    return {**front_matter.data, **{key: value for key, value in written.items() if _NO_NUMBER.match(value)}}


class LineNumbers:
    """The rows of an article's values; the file is read again, for few articles are outliers."""

    def __init__(self, path: str, setting: Setting) -> None:
        self.rows: dict[tuple[str, ...], int] = {}
        try:
            source = Source.decode(path, disk.read(path).data)
        except disk.Unusable:
            return
        front_matter, _ = read_front_matter(source, setting)
        if front_matter is not None:
            self.rows[()] = source.position(front_matter.opening.start).row
            for place, entry in front_matter.fields.items():
                steps = tuple(next(iter(plain({step: 0}))) for step in place)
                self.rows[steps] = source.position((entry.key or entry.value).start).row

    def of(self, path: tuple[Any, ...]) -> int:
        steps = tuple(map(str, path))
        while steps and steps not in self.rows:
            steps = steps[:-1]
        return self.rows.get(steps, 1)


def _unreadable(source: Source, front_matter: FrontMatter, problems: Sequence[Problem]) -> Outlier:
    problem = next((each for each in problems if each.kind != "front-matter-not-first"), None)
    if problem is None:
        row = source.position(front_matter.opening.start).row
        return Outlier(source.path, row, "", f"front matter in {front_matter.syntax} is not read")
    return Outlier(source.path, source.position(problem.span.start).row, "", problem.message)


def languages_of(articles: Iterable[Article]) -> Counter[str]:
    """How many articles are in which language, as far as a key, a name or the headline's script tells."""
    found: Counter[str] = Counter()
    for article in articles:
        found[written_language(article.data, article.path) or _script_of(article.data.get("title"))] += 1
    found.pop("", None)
    return found


def _script_of(title: Any) -> str:
    if not isinstance(title, str):
        return ""
    if _KANA.search(title):
        return "ja"
    if _HANGUL.search(title):
        return "ko"
    return "zh" if _CHINESE.search(title) else ""
