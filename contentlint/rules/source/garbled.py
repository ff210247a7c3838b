"""What of an article was read in the wrong encoding, and what it was before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.document import Document, once
from contentlint.patterns import pattern
from contentlint.rules.source.unseen import EASTERN, STRANGE, WESTERN
from contentlint.samples import in_sample
from contentlint.spans import Merged
from contentlint.text import Span
from contentlint.words import Words

# the bytes 0x80 to 0xBF as Windows-1252, Windows-1254 and Latin-1 read them
_REST = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_WESTERN = rf"(?:[\xc2-\xdfĞ]{_REST}|[\xe0-\xef]{_REST}{{2}}|[\xf0-\xf4]{_REST}{{3}}|[ðğ]Ÿ{_REST}{{0,2}}|â€|\ufffd)++"
_GARBLED = pattern(
    rf"{_WESTERN}|(?<=[a-z.,;:!?])(?P<lost>[ÂÃ])(?= )|(?:锟斤拷)++锟?斤?|[鈥銆锛][\u4e00-\u9fff\ufffd]++|(?:[縺繧繝][^\s縺繧繝]{{1,2}}){{2,}}+"
)
_START = pattern(f"[{WESTERN}{EASTERN}Ğğ]")
# pairs that no language writes
_CERTAIN = pattern("â€|âœ|ã€|[ðğ]Ÿ|ï¿½|ï»¿|[\xc2-\xf4][\x80-\x9f]|\ufffd|[锟鈥銆锛縺繧繝]")
_ODD = pattern("[Â-ÖØ-ï][¢£¤¥¦¨ª¬\xad¯±´µ¶¸º¼½¾ƒ†‡ˆ‰˜‚„]|[à-ï].[¢£¤¥¦¨ª¬\xad¯±´µ¶¸º¼½¾ƒ†‡ˆ‰˜‚„]")
_AFTER_A_WORD = "”’“‘»«…—–›‹•¹²³\xa0"
_LEADS_A_WORD = "ÂÃÄÅ"
# what Windows-1254 has in the place of letters of Windows-1252; Turkish writes a Ğ before a quote, too
_TURKISH = Words("Ğ", "ğŸ")
_TO_WESTERN = str.maketrans("Ğğ", "Ðð")
_CYRILLIC = pattern("[\u0400-\u045f]")
# UTF-8 as Mac OS read it, but for sequences that a language or a formula may write
_MAC_REST = f"[{re.escape(bytes(range(0x80, 0xC0)).decode('mac_roman'))}]"
_MAC_ACCENT = "√[§£¢†¶®©™´¨Æªº]"
_MAC_ACCENT_OR_FORMULA = "√[°•ßØ≠±≤≥]"
_MAC = pattern(
    rf"(?:‚Ä[êëíìîïòôúùû†°¢¶]|‚Ç¨|‚Ñ¢|‚Ü[êëíìîï]|‚[òôöõúùû](?![öüõäå]){_MAC_REST}|Ô∏è|¬[†©Æ´ª]"
    rf"|\uf8ffü{_MAC_REST}{{2}}|(?<!\w)ü[åçéèêëíìîïñóòôöõ§•¶ß](?![öüõäå]){_MAC_REST}(?!(?!Ô∏)\w)"
    rf"|(?<=[A-Za-z]){_MAC_ACCENT}|{_MAC_ACCENT}(?=[A-Za-z])"
    rf"|(?<=[a-z]{{2}})(?<!(?i:sin|cos|tan|log|exp|min|max|lim)){_MAC_ACCENT_OR_FORMULA}(?=[a-z]))++"
)
_PART_OF_MAC = pattern("(?P<lost>ü)..|\uf8ff...|[‚Ô]..|[√¬].")
_BEGINNINGS_OF_MAC = ("‚", "√", "¬", "Ô∏", "\uf8ff", "ü")  # an emoji's first byte is a private character, lost at times
_OF_MAC = Words(
    *"‚Ä ‚Ç¨ ‚Ñ¢ ‚Ü ‚ò ‚ô ‚ö ‚õ ‚ú ‚ù ‚û Ô∏ ¬† ¬© ¬Æ ¬´ ¬ª \uf8ffü √".split(),
    *map("ü%s".__mod__, "åçéèêëíìîïñóòôöõ§•¶"),
)

_LONGEST_MENTION = 6
_QUOTES = {
    "“": "”",
    "‘": "’",
    "«": "»",
    "「": "」",
    "『": "』",
    '"': '"',
    "'": "'",
    "(": ")",
    "（": "）",
    "[": "]",
    "【": "】",
    "《": "》",
}


@once
def garbled(document: Document) -> tuple[re.Match[str], ...]:
    """Every stretch that was read in the wrong encoding, and is as that left it."""
    text = document.text
    if text.isascii():
        return ()
    runs = [run for run in _MAC.finditer(text) if meant_by(run[0])] if _OF_MAC.are_in(document) else []
    begins_western = b"\xc3" in document.source.utf8
    if begins_western or STRANGE.are_in(document) or _TURKISH.are_in(document):
        of_mac = Merged([Span(*run.span()) for run in runs])
        runs += (run for run in _runs(text) if not of_mac.meet(Span(*run.span())) and _is_garbled(run, text))
    return tuple(runs)


@once
def garbled_lines(document: Document) -> Merged:
    """The lines in which something was read in the wrong encoding that may be known again, but for what is only shown."""
    known = (run for run in garbled(document) if run[0].strip("\ufffd") and not _is_shown(document, run))
    return Merged([document.source.line_span(run.start()) for run in known])


def _is_shown(document: Document, run: re.Match[str]) -> bool:
    return is_mentioned(run, document.text) or in_sample(document, run.start())


def is_mentioned(run: re.Match[str], text: str) -> bool:
    """Whether it stands alone in quotes or brackets: then the article talks about it."""
    opening = text[run.start() - 1 : run.start()]
    if opening not in _QUOTES or not text.startswith(_QUOTES[opening], run.end()) or len(run[0]) > _LONGEST_MENTION:
        return False
    is_value = opening in "\"'" and text[max(run.start() - 3, 0) : run.start() - 1].rstrip().endswith(
        ("=", ":", "[", ",")
    )
    return not is_value


def _runs(text: str) -> Iterator[re.Match[str]]:
    """Every stretch that may be garbled: first characters are found fast, the rest of the pattern is slow."""
    end = 0
    for start in _START.finditer(text):
        if start.start() >= end and (run := _GARBLED.match(text, start.start())):
            end = run.end()
            yield run


def _is_garbled(run: re.Match[str], text: str) -> bool:
    written = run[0]
    if run["lost"] or _CERTAIN.search(written):  # the hard blank behind it became a blank
        return True
    meant = meant_by(written)
    if not meant:
        return False
    if "Ğ" in written:
        return len(_CYRILLIC.findall(meant)) > 1
    if len(meant) > 1 or _ODD.match(written):
        return True
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    if written[0] not in _LEADS_A_WORD:
        return False
    if written[0] in "ÂÃ":  # "MANHÃ”" is Portuguese in capitals, within quotes
        return not before.isupper() or after.isalpha() or written[1:] not in _AFTER_A_WORD
    return before.islower() or after.islower()


def meant_by(written: str) -> str:
    """What was written before it was read in the wrong encoding, once or twice; "" where that cannot be known."""
    if written.startswith(_BEGINNINGS_OF_MAC):
        return _meant_on_mac(written)
    meant, written = "", written.translate(_TO_WESTERN)
    for _ in range(2):
        try:
            written = b"".join(
                bytes([ord(char)]) if char <= "\xff" else char.encode("cp1252") for char in written
            ).decode("utf-8")
        except ValueError:
            break
        meant = written
    return meant


def _meant_on_mac(written: str) -> str:
    whole = _PART_OF_MAC.sub(lambda part: "\uf8ff" + part[0] if part["lost"] else part[0], written)
    try:
        return whole.encode("mac_roman").decode("utf-8")
    except ValueError:
        return ""
