"""The languages that articles are in, as keys, folders and files name them: ISO 639-1."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from contentlint.patterns import pattern

_KEYS = ("lang", "language", "locale")
_LANGUAGES = frozenset(
    """
    aa ab af ak am ar as ay az ba be bg bn bo br bs ca co cs cy da de dz el en eo es et eu fa ff fi fo fr fy ga gd gl gn gu
    ha he hi hr ht hu hy id ig is it ja jv ka kk km kn ko ku ky la lb lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no
    or pa pl ps pt qu rm ro ru rw sa sd si sk sl sm sn so sq sr st su sv sw ta te tg th ti tk tl tn to tr tt ug uk ur uz vi
    wo xh yi yo zh zu
    """.split()
)
_WITH_DAY_FIRST = frozenset(
    "be bg bs ca cs cy da de el es et eu fi fr ga gl hr id is it lv mk nb nl nn no pl pt ro ru sk sl sq sr sv tr uk vi".split()
)
_ENGLISH_WITH_DAY_FIRST = frozenset({"en-gb", "en-uk", "en-au", "en-nz", "en-ie", "en-in", "en-za"})
_LANGUAGE = pattern(r"([a-z]{2})(?:[-_](?:[A-Za-z]{4}|[A-Za-z]{2}|\d{3}))?")


def is_language(word: str) -> bool:
    """Whether a folder's or suffix's name is a language: `en`, `zh-cn`, `pt_BR`."""
    match = _LANGUAGE.fullmatch(word)
    return match is not None and match[1] in _LANGUAGES


def written_language(data: Mapping[Any, Any], path: str) -> str:
    """The language that front matter, file name or folder says, as written there; "" where none does."""
    for key in _KEYS:
        value = data.get(key)
        if isinstance(value, str) and value:
            return value
    folder, _, name = path.rpartition("/")
    parts = name.lstrip(".").split(".")
    if len(parts) > 2 and is_language(parts[-2]):
        return parts[-2]
    return _language_of_folder(folder)


@lru_cache
def _language_of_folder(folder: str) -> str:
    return next((part for part in folder.split("/") if is_language(part)), "")


def has_day_first(language: str) -> bool:
    """Whether who writes this language puts the day before the month in 03/04/2021."""
    tag = language.lower().replace("_", "-")
    return tag.partition("-")[0] in _WITH_DAY_FIRST or tag in _ENGLISH_WITH_DAY_FIRST
