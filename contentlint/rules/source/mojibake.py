"""See `Mojibake`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.document import Document
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Rule
from contentlint.rules.source.garbled import garbled, is_mentioned, meant_by
from contentlint.samples import in_sample
from contentlint.text import Span
from contentlint.wording import cut_at
from contentlint.words import Words

_ESCAPED = pattern(r"(?:\\(?:x|u00)[89A-Fa-f][\dA-Fa-f]){2,}+")  # such bytes as YAML, TOML and JSON write them in ASCII
_ESCAPE_MARK = pattern(r"\\(?:x|u00)")
# "â€™" of which an importer made a quote of "â€"; it may also be the mark of a name in quotes
_HALF_MENDED = Words('"™')
_APOSTROPHE = pattern(
    r'(?<=[A-Za-z])"™(?=(?:(?<=n"™)t|[sdm]|re|ve|ll)(?![A-Za-z]))'
    r'|(?<=[A-Za-z])(?<![\w"“][A-Za-z])"™(?=[A-Za-z])'  # a letter alone before it, as in French
)
_NAME_IN_QUOTES = pattern(r'["“](?=\w)[\w -]*\Z')
_LONGEST_NAME = 60  # characters
_GARBLING = pattern(r"(?i)mojibake|文字化け|乱码|亂碼|garbled|U\+FFFD|replacement character")
_ENCODINGS = pattern(
    r"(?i)encod(?:ing|ed)\b|字符集|编码|編碼|文字コード|\bGB(?:K|2312|18030)\b|ISO-8859|latin-?1\b|windows-125|cp125|UTF-?8"
)
_EXAMPLES = 8  # so many characters an article on encodings shows at most
_SHOWN = 20  # characters


class Mojibake(Rule):
    """Characters were garbled on their way here.

    The text was read in the wrong encoding once: readers see "â€™" for an apostrophe, "锟斤拷" for Chinese, or "�"
    where a character is lost.

    There is no fix: type the character anew, or copy the passage again from its source.
    """

    name = "mojibake"
    yields_to = ("front-matter-not-first",)
    good = (
        "The apostrophe’s fate: UTF-8 read as Latin-1 makes it `â€™`.\n",
        "“MANHÃ” e “NÃO” são “palavras”… São João – café™, «Ângela».\n",
        "« Déjà\xa0» et « thé\xa0» : É\xa0! Spaß“, též…“, 2×½, ‘café’”\n",
        "<p><code>锟斤拷</code> 是怎么来的</p>\n",
        "鉄の凧、縺れる糸、繧繝模様、锛\n",
        "The character “�” stands for what cannot be shown.\n",
        "```\ncafÃ©\n```\n",
        "DAĞ’IN, DAĞ…, “UÇAĞ”, TUĞ’Ü… ve ‚Äpfel‘, ‚Üb', ‚Ähnlich‘, ‚Öö‘, ‚Ää‘\n",
        "√π ≠ √2, 2√∞, A = x√±y, 3√≥0, ¬P ∧ ¬ß, süß, Grüße, süüõö, ü•\n",
        "sin√≤x, √°C, Item√•, x√•y, A√ß, √Øx\n",
        'The "Kite"™ and 中国"风筝"™品牌。\n',
        'The “Kite"™app, "Big Kite"™s tail, "Post-it"™Notes.\n',
        "---\ntitle: '\\xE2\\x80\\x93'\nsubtitle: \"\\\\xC3\\\\xA9\"\n---\n",
    )
    bad = (
        Bad("The kite⟦â€™⟧s tail, 20 ⟦Â°⟧C, ACME⟦Â®⟧.\n"),
        Bad("---\ntitle: Le cafÃ⟦⟧\n---\n\nSÃ⟦⟧rie\n".replace("Ã⟦⟧", "⟦Ã©⟧")),
        Bad("风筝⟦锟斤拷锟斤拷⟧飞得很高，⟦��⟧。\n"),
        Bad('<img src="a.png" alt="⟦å‡§ã‚’æš⟧">\n'.replace("æš⟧", "æ\x8f\x9a⟧")),
        Bad("⟦ðŸ˜€⟧ ⟦Ð¿Ñ€Ð¸Ð²ÐµÑ‚⟧ ⟦Ã¢â‚¬â„¢⟧ It was ⟦â€�⟧.\n"),
        Bad("⟦ðŸ‘⟧ for reading ⟦ðŸ˜⟧ it. Hello.⟦Â⟧  World, voil⟦Ã⟧ kites.\n"),
        Bad('---\ntitle: "Kites ⟦\\xE2\\x80\\x93⟧ caf\\xE9"\n---\n'),
        Bad('{"title": "Caf⟦\\u00c3\\u00a9⟧"}\n\nKites.\n'),
        Bad("⟦ĞºĞ¾ÑˆĞºĞ°⟧, ⟦ğŸ˜€⟧\n"),
        Bad("It⟦‚Äô⟧s a built⟦‚Äë⟧in caf⟦√©⟧ ⟦‚Äì⟧ 凧⟦‚Ä¶⟧ 20⟦¬†⟧km\n\n## ⟦üéß⟧ Kites ⟦\uf8ffüòÄ⟧\n"),
        Bad("凧⟦‚Ä¶üòÄ⟧ ni⟦√±⟧o acci⟦√≥⟧n\n"),
        Bad('`encoding="utf-8"`\n\nThe kite⟦â€™⟧s tail.\n'),
        Bad('"Don⟦"™⟧t fly "Kite"™ kites™, I⟦"™⟧m sure it⟦"™⟧s late.\n'),
        Bad("凧 ⟦縺薙ｓ縺ｫ⟧ 风筝⟦鈥檚⟧\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        escaped = list(_escaped(document))
        if escaped and not _tells_how(document, len(escaped)):
            for written, run in escaped:
                yield self.finding(Span(*run.span()), _message(written, run[0]))
        runs = [run for run in garbled(document) if not is_mentioned(run, text)]
        if _HALF_MENDED.are_in(document):
            runs += (run for run in _APOSTROPHE.finditer(text) if not _is_trade_mark(run, text))
        if not runs or _tells_how(document, len(runs)):
            return
        for run in runs:
            if not in_sample(document, run.start()):
                yield self.finding(Span(*run.span()), _message(run[0], run[0]))


def _escaped(document: Document) -> Iterator[tuple[str, re.Match[str]]]:
    """What front matter garbles by escapes, each with where it does."""
    head = document.readable_front_matter
    if head is None or document.text.find("\\", *head.content) < 0:
        return
    for field in head.fields.values():
        if field.style != "double" or not isinstance(field.data, str):
            continue
        for run in _ESCAPED.finditer(document.text, *field.value):
            written = bytes.fromhex(_ESCAPE_MARK.sub("", run[0])).decode("latin-1")
            if written in field.data and meant_by(written):
                yield written, run


def _tells_how(document: Document, number: int) -> bool:
    """Whether an article with so many garbled stretches tells how such characters come about."""
    title = document.data.get(document.setting.profile.title_keys[0])
    told = "\n".join((str(title), *(document.text[start:end] for start, end in document.prose)))
    return _GARBLING.search(told) is not None or (number <= _EXAMPLES and _ENCODINGS.search(told) is not None)


def _is_trade_mark(run: re.Match[str], text: str) -> bool:
    """Whether the mark may stand behind a name in quotes; "n't" ends none."""
    if text.startswith("t", run.end()):
        return False
    return _NAME_IN_QUOTES.search(text, max(run.start() - _LONGEST_NAME, 0), run.start()) is not None


def _message(garbled: str, written: str) -> str:
    if garbled in _HALF_MENDED.words:
        return f"{written} is garbled: it was an apostrophe"
    if set(garbled) == {"\ufffd"}:
        return "a character was lost here: type it anew"
    meant = meant_by(garbled)
    shown = f'"{cut_at(written, _SHOWN)}"'
    if meant and meant.isprintable():
        return f'{shown} is garbled: it was "{cut_at(meant, _SHOWN)}"'
    return f"{shown} is garbled: type it anew, or copy it again from its source"
