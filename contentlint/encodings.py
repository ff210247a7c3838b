"""What encoding bytes may have that are not UTF-8; standard library only."""

from __future__ import annotations

import re

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_HANZI = (
    "的一是不了人我在有他这這中大来來上国國个個到说說们們为為子和你地出道也时時年得就那要下以生会會自着著去之过過家学學对對可她里裡后後"
    "小么麼心多天而能好都然没沒日于於起还還发發成事只作当當想看文无無开開手十用主行方又如前所本见見经經头頭面公同三已老从從动動两兩长長"
)
# the characters of which each language has at least this share beyond ASCII, in the order in which one excludes the next
_LIKELY = tuple(
    (name, re.compile(f"[{characters}]"), share)
    for name, characters, share in (
        ("shift_jis", "ぁ-んァ-ー", 0.3),
        ("euc_jp", "ぁ-んァ-ー", 0.3),
        ("euc_kr", "가-힣", 0.9),
        ("gb18030", _HANZI, 0.15),
        ("big5", _HANZI, 0.15),
        ("cp1251", "оеаинтсрвл", 0.45),
        ("koi8_r", "оеаинтсрвл", 0.45),
        ("cp1252", "À-ÖØ-öø-ÿŒœ‘-”–—…•«»¡¿°§©®™€£\xa0", 1.0),
    )
)
_FEWEST = 3  # of these characters: fewer may be chance; in cp1252 one stands alone among letters
# in what cp1252 reads, signs of another encoding: no language has so many letters beyond ASCII in a row
_NOT_WESTERN = re.compile(r"[ÂÃ][^\x00-\x7f]|[^\x00-\x7f]{4}")


def likely_encoding(data: bytes) -> str:
    """The encoding in which bytes that are not UTF-8 are a plausible text, "" where none is known."""
    for name, likely, share in _LIKELY:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        found = len(likely.findall(text))
        is_likely = found >= share * len(_BEYOND_ASCII.findall(text)) and (found >= _FEWEST or name == "cp1252")
        if is_likely and not (name == "cp1252" and _NOT_WESTERN.search(text)):
            return name
    return ""
