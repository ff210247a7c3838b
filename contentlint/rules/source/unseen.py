"""Characters that nobody sees, or that hardly anybody writes: looked for once, for all rules that ask for some of them."""

from __future__ import annotations

from contentlint.document import Document, once
from contentlint.patterns import pattern

_PRIVATE_IN_PLANE_0, _INVISIBLE_IN_PLANE_0 = (
    "\ue000-\uf8ff",
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028\u2029\u2060-\u2064"
    "\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff\ufdd0-\ufdef\ud800-\udfff",
)
PRIVATE = f"{_PRIVATE_IN_PLANE_0}\U000f0000-\U000ffffd\U00100000-\U0010fffd"
INVISIBLE = f"{_INVISIBLE_IN_PLANE_0}\U000e0000-\U000e007f{PRIVATE}"
DIRECTIONS = "\u202a-\u202e\u2066-\u2069"
# what Windows-1252 and Latin-1, and what GB18030 and Shift_JIS make of the first bytes of other characters
WESTERN, EASTERN = "\xc2-\xf4", "\ufffd锟鈥銆锛縺繧繝"
_SEEN = bytes((*b"\t\n\r", *range(0x20, 0x7F)))
_STRANGE = pattern(f"[{_INVISIBLE_IN_PLANE_0}{_PRIVATE_IN_PLANE_0}{DIRECTIONS}{EASTERN}]")


@once
def holds_strange(document: Document) -> bool:
    """Whether there may be a character that is invisible, directs the text or is garbled East Asian."""
    text, utf8 = document.text, document.source.utf8
    if text.isascii():
        return bool(utf8.translate(None, _SEEN))
    if b"\xf3" in utf8 or b"\xf4" in utf8:  # the planes from 12 on; a class that holds them too is slower by half
        return True
    return _STRANGE.search(text, 1 if document.source.has_bom else 0) is not None
