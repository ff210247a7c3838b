"""What encoding bytes may have that are not UTF-8; standard library only."""

from __future__ import annotations

import re

_KANA = "".join(map(chr, (*range(0x3041, 0x3094), *range(0x30A1, 0x30FD))))
_SYLLABLES = (
    "이다는에의가을를하고은로한도지기사리나인아어그시자서대일해정스수부전라보제장주원연만게면들상여비구오과안거것있없으"
    "니든날글목와음적공성신유동국내조세미모계발회소마트위습할된되때년월중요우말무문방교재경영선분"
)
# of texts, and of their titles, dates and tags
_HANZI = (
    "的一是不了人我在有他这這中大来來上国國个個到说說们們为為子和你地出道也时時年得就那要下以生会會自着著去之过過家学學对對可她里裡后後"
    "小么麼心多天而能好都然没沒日于於起还還发發成事只作当當想看文无無开開手十用主行方又如前所本见見经經头頭面公同三已老从從动動两兩长長"
    "标標题題期分类類签籤者章新法网網"
)
# the characters of which each language has at least this share of its letters, in the order in which one excludes the next
_LIKELY = tuple(
    (encoding, frozenset(characters), share)
    for encoding, characters, share in (
        ("shift_jis", _KANA, 0.3),
        ("euc_jp", _KANA, 0.3),
        ("euc_kr", _SYLLABLES, 0.4),
        ("gb18030", _HANZI, 0.15),
        ("big5", _HANZI, 0.15),
    )
)
_FEWEST = 2  # of these characters: one may be chance
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_SWITCH = re.compile(rb"\x1b\$[@B]")
_WESTERN = re.compile(r"[\x00-\x7fÀ-ÖØ-öø-ÿŒœŠšŽžŸ‘-”–—…•«»¡¿°§©®™€£´·ªº\xa0]*+\Z")
# in what cp1252 reads, signs of another encoding: no language has so many letters beyond ASCII in a row, and none has
# those two together, which Czech, Croatian and Turkish become
_NOT_WESTERN = re.compile(
    r"[À-ÿ]{3}|[^\x00-\x7f]{4}|\A(?:(?=[^æøÆØ]*+[æøÆØ])[^ìùšž]*+[ìùšž]|(?=[^ýþ]*+[ýþ])[^çü]*+[çü])"
)
_CYRILLIC = re.compile(r"[\x00-\x7fА-яЁёІіЇїЄєҐґЎў№‘-”„–—…•«»°§©®™€\xa0]*+\Z")
_CYRILLIC_WORD = re.compile(r"(?<![^\W\d_])(?:[А-ЯЁІЇЄҐЎ]?[а-яёіїєґў]++|[А-ЯЁІЇЄҐЎ]++)(?![^\W\d_])")
_CYRILLIC_VOWEL = re.compile(r"[аеиоуыэюяёіїєАЕИОУЫЭЮЯЁІЇЄ]")
_NOT_HEBREW = re.compile(r"[А-Яыьэюя]")  # where Hebrew, whose letters stand in the places of the others, has none


def likely_encoding(data: bytes) -> str:
    """The encoding in which bytes that are not UTF-8 are a plausible text, "" where none is known."""
    if _SWITCH.search(data):
        return "iso2022_jp"
    if _is_broken_utf8(data):
        return ""
    western = _decoded(data, "cp1252")
    if western and _WESTERN.match(western) and not _NOT_WESTERN.search(western):
        return "cp1252"
    for encoding in ("cp1251", "koi8_r"):
        if _is_cyrillic(_decoded(data, encoding)):
            return encoding
    for encoding, likely, share in _LIKELY:
        letters = [character for character in _decoded(data, encoding) if character > "\x7f" and character.isalpha()]
        if sum(character in likely for character in letters) >= max(_FEWEST, share * len(letters)):
            return encoding
    return ""


def _is_broken_utf8(data: bytes) -> bool:
    """Whether as many characters beyond ASCII are UTF-8 as are not."""
    beyond = _BEYOND_ASCII.findall(data.decode("utf-8", "replace"))
    return len(beyond) >= 2 * beyond.count("\ufffd")


def _decoded(data: bytes, encoding: str) -> str:
    """The text that bytes are in an encoding, "" where they are none."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _is_cyrillic(text: str) -> bool:
    """Whether all beyond ASCII is Cyrillic: whole words with vowels, most of it in small letters."""
    if not _CYRILLIC.match(text) or not _NOT_HEBREW.search(text):
        return False
    written = "".join(_CYRILLIC_WORD.findall(text))
    letters: int = sum(character.isalpha() for character in _BEYOND_ASCII.findall(text))
    small: int = sum(character.islower() for character in written)
    vowels = len(_CYRILLIC_VOWEL.findall(written))
    return len(written) >= 0.9 * letters and small > 0.5 * letters and vowels > 0.3 * letters
