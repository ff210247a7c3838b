"""Characters that nobody sees, or that hardly anybody writes: looked for once, for all rules that ask for some of them."""

from __future__ import annotations

from contentlint.document import Document, once
from contentlint.patterns import pattern

PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028\u2029\u2060-\u2064"
    f"\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff\ufdd0-\ufdef\ud800-\udfff\U000e0000-\U000e007f{PRIVATE}"
)
DIRECTIONS = "\u202a-\u202e\u2066-\u2069"
RIGHT_TO_LEFT = pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
# what Windows-1252 and Latin-1, and what GB18030 and Shift_JIS make of the first bytes of other characters
WESTERN, EASTERN = "\xc2-\xf4", "\ufffd锟鈥銆锛縺繧繝"

# A character class is held against each character of the text. One byte is found far faster, and so is a pattern that
# begins with one: these are the characters above in UTF-8.
_CERTAIN = (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xEE, 0xF3, 0xF4)
_CHARACTERS = "\u3164锟鈥銆锛縺繧繝"
_SEQUENCES = tuple(
    (lead, pattern(rb"\x%02x(?:%b)" % (lead, rest)))
    for lead, rest in (
        (0xC2, rb"[\x80-\x9f\xad]"),
        (0xCD, rb"\x8f"),
        (0xD8, rb"\x9c"),
        (0xE1, rb"\x85[\x9f\xa0]|\xa0\x8e"),
        (0xE2, rb"\x80[\x8b-\x8f\xa8-\xae]|\x81[\xa0-\xaf]"),
        (0xED, rb"[\xa0-\xbf]"),
        (0xEF, rb"[\x80-\xa3]|\xb7[\x90-\xaf]|\xbb\xbf|\xbe\xa0|\xbf[\xb9-\xbf]"),
    )
)


@once
def holds_strange(document: Document) -> bool:
    """Whether there may be a character that is invisible, directs the text or is garbled East Asian."""
    text, utf8 = document.text, document.source.utf8
    if any(map(utf8.__contains__, _CERTAIN)):
        return True
    if text.isascii():
        return False
    if any(map(text.__contains__, _CHARACTERS)):
        return True
    start = 3 if document.source.has_bom else 0
    return any(lead in utf8 and sequence.search(utf8, start) for lead, sequence in _SEQUENCES)
