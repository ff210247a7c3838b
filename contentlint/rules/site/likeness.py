"""How alike two texts are: MinHash by the least hashes of their passages, as in Broder, "On the resemblance and
containment of documents" (1997).

Standard library only, and the same on every machine and run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from struct import pack
from zlib import crc32

from contentlint.patterns import pattern

_MOST = 128  # a text of no more passages is compared by all of them
_BYTES = 4
_COMPARED_BY = 8
_WORD = pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")
# punctuation parts passages: that of ASCII, and what begins with 0xEF in UTF-8, as full-width marks do
_PARTED = bytes.maketrans(b".,;:!?|\xef", b"\0\0\0\0\0\0\0\0")
_SAME = (("。", "."), ("、", ","))
# how a text is wrapped, indented and quoted makes no difference: with the bytes of the wide blank and of typographic
# quotes go parts of other characters, but all alike in the texts that are compared
_SILENT = b" \t\r\n\f>'\"" + "\u3000\u2018\u2019\u201c\u201d".encode()
_FEWEST_WORDS = 40
_ENOUGH = 1_000  # characters, in which so many words stand


def signature(texts: Sequence[str]) -> str:
    """The least hashes of a text's passages in order, four characters each; "" for a text of too few words to tell.

    A passage is what stands between two marks of punctuation or the ends of a stretch, without white space and quotes.
    """
    text = "\0".join(texts)
    if len(text) < _ENOUGH and len(_WORD.findall(text)) < _FEWEST_WORDS:
        return ""
    for mark, same in _SAME:
        text = text.replace(mark, same)
    passages = text.encode("utf-8", "surrogatepass").translate(_PARTED, _SILENT).split(b"\0")
    hashes = set(map(crc32, passages))
    hashes.discard(crc32(b""))
    least = sorted(hashes)[:_MOST]
    return pack(f">{len(least)}I", *least).decode("latin-1")


def likeness(one: str, other: str) -> float:
    """An estimate of two texts' Jaccard index by their signatures: the share of passages that stand in both."""
    ours, theirs = set(_hashes(one)), set(_hashes(other))
    least = sorted(ours | theirs)[:_MOST]
    return sum(hashed in ours and hashed in theirs for hashed in least) / len(least)


def samples(signature: str) -> Iterator[str]:
    """A few of a text's hashes: texts that are much alike share at least one."""
    return _hashes(signature[: _COMPARED_BY * _BYTES])


def _hashes(signature: str) -> Iterator[str]:
    return (signature[at : at + _BYTES] for at in range(0, len(signature), _BYTES))
