"""The languages that folders and files are named for: ISO 639-1."""

from __future__ import annotations

from contentlint.patterns import pattern

_LANGUAGES = frozenset(
    """
    aa ab af ak am ar as ay az ba be bg bn bo br bs ca co cs cy da de dz el en eo es et eu fa ff fi fo fr fy ga gd gl gn gu
    ha he hi hr ht hu hy id ig is it ja jv ka kk km kn ko ku ky la lb lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no
    or pa pl ps pt qu rm ro ru rw sa sd si sk sl sm sn so sq sr st su sv sw ta te tg th ti tk tl tn to tr tt ug uk ur uz vi
    wo xh yi yo zh zu
    """.split()
)
_LANGUAGE = pattern(r"([a-z]{2})(?:[-_](?:[A-Za-z]{4}|[A-Za-z]{2}|\d{3}))?")


def is_language(word: str) -> bool:
    """Whether a folder's or suffix's name is a language: `en`, `zh-cn`, `pt_BR`."""
    match = _LANGUAGE.fullmatch(word)
    return match is not None and match[1] in _LANGUAGES
