"""See `TitleMangled`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.document import Document
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Rule, Severity
from contentlint.rules.editorial.titles import title_field

_WIDE = r"\u3040-\u30ff\u3400-\u9fff\uff00-\uffef，。：；！？、（）《》“”"
_UNDERSCORE = pattern(rf"(?<=\w)_(?=\s)|(?<=\s)_(?=\s|\Z)|(?<=[{_WIDE}])_|_(?=[{_WIDE}])|(?<=[^\W_])_\Z")
_QUOTES = pattern(r"\"{2,}|“{2,}|”{2,}|‘{2,}|「{2,}|」{2,}|'{3,}|\"'\"|“\"|\"”|\\\"")
_QUOTED = frozenset("\"“”‘「」'")
_DOTS = pattern(r"(?<!\.)\.{2,}\s*\Z|。{2,}\s*\Z|(?:…\s*){3,}\Z")
_NAMES = pattern(r"__\w*?[^\W_]__|_\.|(?<![A-Za-z0-9])_[a-z][A-Za-z0-9]*")  # what programs call things
_OF_PROGRAMS = pattern(
    r"(?i)\b(?:python|scala|golang|go|java|javascript|js|rust|php|perl|swift|kotlin|ruby|haskell|operator|variable|underscore|method|function"
    r"|syntax|identifier|macro|regex)\b|c\+\+|c#|下划线|变量|语言|函数|方法|字段|アンダースコア|変数|関数"
)
_WIDE_CHARACTER = pattern(f"[{_WIDE}\uac00-\ud7a3]")
_SHORTEST, _LONG = 20, 80  # columns
_SUMMARIES = ("description", "summary", "excerpt")
_EMPHASIS = pattern(r"\A_[^_]+_\Z|(?:\A|\s)_[^_\s][^_]*_(?=\s|\Z)")


class TitleMangled(Rule):
    """The title shows what a file name or a scraper did to it.

    `_` where a colon or question mark stood, piled quotes and trailing dots look careless in lists and shares.

    There is no fix: only a person knows what stood there.
    """

    name = "title-mangled"
    severity = Severity.INFO
    recommended = False
    good = (
        "---\ntitle: The snake_case of kite_names and __init__\n---\n\nText.\n",
        "---\ntitle: MongoDB中的_id字段\n---\n\nText.\n",
        "---\ntitle: What a leading _ means in Python\n---\n\nText.\n",
        "---\ntitle: Wait for it…\n---\n\nText.\n",
        '---\ntitle: "And then..."\n---\n\nAnd then it flew.\n',
        "---\ntitle: Pourquoi j'aime les cerfs-volants...\n---\n\nPourquoi j'aime les cerfs-volants, je le dirai.\n",
        "---\ntitle: 风筝为什么会飞得那么高呢。。。\n---\n\n风筝为什么会飞得那么高呢？\n",
        '---\ntitle: "He said “fly” and it flew"\n---\n\nText.\n',
        "---\ntitle: 风筝为什么会飞？\n---\n\n风筝。\n",
    )
    bad = (
        Bad("---\ntitle: ⟦Kites_ how they fly⟧\n---\n\nText.\n"),
        Bad("---\ntitle: ⟦风筝为什么会飞_⟧\n---\n\n风筝。\n"),
        Bad('---\ntitle: ⟦\'""Kites"" rise\'⟧\n---\n\nText.\n'),
        Bad("---\ntitle: ⟦Kites rise over the old pi...⟧\n---\n\nKites rise over the old pier.\n"),
        Bad("---\ntitle: ⟦风筝在春天的山坡上飞..⟧\ndescription: 风筝在春天的山坡上飞舞。\n---\n\n风。\n"),
        Bad(
            "---\ntitle: ⟦Kites rise over the old pier while the whole town stands below and looks up at them...⟧\n---\n\nText.\n"
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        title = title_field(document)
        if title is None or "`" in title.data or "{{" in title.data:
            return
        text = title.data.strip()
        reasons = []
        if "_" in text:
            text = _EMPHASIS.sub(" ", text)
            if _UNDERSCORE.search(_NAMES.sub("x", text)) and not _OF_PROGRAMS.search(text):
                reasons.append('"_" stands where another character stood')
        if not _QUOTED.isdisjoint(text) and _QUOTES.search(text):
            reasons.append("quotes are piled up")
        if (
            text.endswith((".", "。", "…"))
            and (dots := _DOTS.search(text))
            and _is_cut_off(document, text[: dots.start()])
        ):
            reasons.append("it ends in dots as if cut off")
        if reasons:
            yield self.finding(title.value, f"the title looks mangled ({', '.join(reasons)}): correct it")


def _is_cut_off(document: Document, stem: str) -> bool:
    """Whether a program, not the author, ended a title in dots: it is long, or the article shows how it goes on."""
    stem = stem.rstrip(" .…。")[-_LONG:]
    width = len(stem) + len(_WIDE_CHARACTER.findall(stem))
    if width < _SHORTEST or not stem[-1].isalnum():
        return False
    if width >= _LONG:
        return True
    goes_on = re.compile(rf"{re.escape(stem)} ?\w")
    summaries = (str(document.data.get(key, "")) for key in _SUMMARIES)
    return any(map(goes_on.search, summaries)) or goes_on.search(document.text, document.body.span.start) is not None
