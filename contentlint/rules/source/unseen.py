"""Characters that nobody sees, or that hardly anybody writes: looked for once, for all rules that ask for some of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from contentlint.patterns import pattern
from contentlint.words import Sequences

PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028\u2029\u2060-\u2064"
    f"\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff\ufdd0-\ufdef\ud800-\udfff\U000e0000-\U000e007f{PRIVATE}"
)
DIRECTIONS = "\u202a-\u202e\u2066-\u2069"
RIGHT_TO_LEFT = pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
# what Windows-1252 and Latin-1, and what GB18030 and Shift_JIS make of the first bytes of other characters
WESTERN, EASTERN = "\xc2-\xf4", "\ufffd锟鈥銆锛縺繧繝"


def _beginnings(first: int, last: int) -> Iterator[bytes]:
    """The bytes with which, in UTF-8, the characters from one up to another begin and no others do."""
    while first <= last:
        whole = chr(first).encode("utf-8", "surrogatepass")
        spared = max(n for n in range(len(whole)) if first % 64**n == 0 and first + 64**n - 1 <= last)
        yield whole[: len(whole) - spared]
        first += 64**spared


def _ranges(characters: str) -> Iterable[tuple[int, int]]:
    """The first and last of each range in a character class."""
    return ((ord(first), ord(last or first)) for first, last in re.findall(r"(?s)(.)(?:-(.))?", characters))


STRANGE = Sequences(*{start for each in _ranges(INVISIBLE + DIRECTIONS + EASTERN) for start in _beginnings(*each)})
"""What begins a character that is invisible, directs the text or is garbled East Asian."""
CONTROLS = Sequences(*(start for each in _ranges(DIRECTIONS) for start in _beginnings(*each)))
