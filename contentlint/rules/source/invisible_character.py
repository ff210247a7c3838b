"""See `InvisibleCharacter`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from contentlint.document import Document
from contentlint.fields import FrontMatter
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Rule, Safety
from contentlint.rules.source.garbled import garbled_lines
from contentlint.rules.source.unseen import INVISIBLE, PRIVATE, RIGHT_TO_LEFT, STRANGE
from contentlint.samples import in_sample
from contentlint.text import Edit, Span

_INVISIBLE = pattern(f"[{INVISIBLE}]+")
_PRIVATE_CHARACTER = pattern(f"[{PRIVATE}]")
_OF_SAMPLES = pattern(f"[{PRIVATE}\x1b]")  # what terminals show, and what colours it
_MARKS = frozenset("*_~`")
_JOINERS = "\u200c\u200d"
_ZERO_WIDTH_SPACE = "\u200b"
_MARKS_OF_DIRECTION = "\u061c\u200e\u200f"
_SEPARATORS = "\x0b\x0c\u2028\u2029"
_LINE_ENDS = frozenset("\x85\u2028\u2029")
# Arabic and its kin, the scripts of India and of South-East Asia, Mongolian
_JOINED = pattern(
    "[\u0600-\u109f\u1780-\u18af\u1900-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff]"
)
_WITHOUT_SPACES = pattern("[\u0e00-\u109f\u1780-\u17ff\u1950-\u1aff\u1b00-\u1b7f\ua980-\uaadf]")
_OLD_HANGUL = pattern("[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]")
_NAMES = {"\ufeff": "byte-order mark", "\xad": "soft hyphen", "\x7f": "delete", "\x00": "null"}


class InvisibleCharacter(Rule):
    """A character stands in the text that nobody can see.

    It breaks search, links and line breaks, and nobody finds out why. Most come from word processors, PDF files and
    chat programs.

    The fix is unsafe: it removes the character, or puts a space or the intended character in its place. Joiners that
    emoji or a script needs stay, and code is left for you to mend.
    """

    name = "invisible-character"
    yields_to = ("mojibake", "front-matter-unreadable", "front-matter-not-first", "byte-order-mark")
    good = (
        "A family 👨‍👩‍👧, a flag 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f, ❤️‍🔥, 🙂‍↔️.\n",
        "می‌خواهم، क्‍ष, ශ්‍රී, ক্‌ত, ภาษา\u200bไทย, ភាសា\u200bខ្មែរ\n",
        "The zero-width space, `U+200B` or &#8203; or &shy;.\n",
        "风筝\u3000飞\u00a0高\ufe0e。\n",
        "\ufeffKites\tfly.\r\n",
        "שלום \u200fKites\u200e!\n",
        '<i class="iconfont">\ue600</i> Kites\n',
        "```\n\ue0b0 a prompt \ue0a0\n```\n",
        "```ansi\n\x1b[36mKites\x1b[0m\n```\n",
    )
    bad = (
        Bad("Kites⟦\u200b⟧ fly.\n", fixed="Kites fly.\n", unsafe=True),
        Bad("**⟦\u200b⟧**Kites\n"),
        Bad("---\ntitle: 风⟦\u200b\ufeff⟧筝\n---\n\n凧⟦\u2060⟧\n", fixed="---\ntitle: 风筝\n---\n\n凧\n", unsafe=True),
        Bad("Hy⟦\xad⟧phen, don⟦\x92⟧t, one⟦\x0b⟧two, ⟦\x08⟧\n", fixed="Hyphen, don’t, one two, \n", unsafe=True),
        Bad("---\ntitle: kites⟦\x85⟧date: 2021-11-07\n---\n"),
        Bad("<p>⟦\ue5cf⟧凧 a⟦\u200d⟧b</p>\n", fixed="<p>凧 ab</p>\n", path="page.html", unsafe=True),
        Bad("UTF-8: æ⟦\x97⟧¥æ⟦\x9c⟧¬\n"),
        Bad("‚Äôkite and Ñ€Ñ‚ hy⟦\xad⟧phen\n", along=("mojibake",)),
        Bad(
            "`â€™` “â€™” hy⟦\xad⟧phen\n\nKites\ufffd hy⟦\xad⟧phen\n",
            fixed="`â€™` “â€™” hyphen\n\nKites\ufffd hyphen\n",
            unsafe=True,
            along=("mojibake",),
        ),
        Bad("```\nfly(⟦\u200b⟧)\n```\n\n`a⟦\x00⟧b`\n"),
        Bad("风筝⟦\u200e⟧飞。\n", fixed="风筝飞。\n", unsafe=True),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if not STRANGE.are_in(document):
            return
        text = document.text
        runs_backwards = None
        for run in _INVISIBLE.finditer(text, 1 if document.source.has_bom else 0):
            for span in _unneeded(text, Span(*run.span())):
                written = span.of(text)
                if not written.strip(_MARKS_OF_DIRECTION):
                    if runs_backwards is None:
                        runs_backwards = RIGHT_TO_LEFT.search(text) is not None
                    if runs_backwards:
                        continue
                yield from self._told(document, span, written, is_sample=in_sample(document, span.start))

    def _told(self, document: Document, span: Span, written: str, *, is_sample: bool) -> Iterator[Finding]:
        if document.has_template(span) or (is_sample and _OF_SAMPLES.match(written)):
            return
        if written and all(map(_PRIVATE_CHARACTER.match, written)) and _is_icon(document, span):
            return
        names = list(dict.fromkeys(map(_name, written)))
        shown = ", ".join(names[:2]) + (" …" if len(names) > 2 else "")
        is_one = len(written) == 1
        what = f"an invisible character, {shown}" if is_one else f"{len(written)} invisible characters, {shown}"
        fix = None
        front_matter = document.front_matter
        unread = front_matter is not None and not front_matter.readable and front_matter.span.covers(span)
        is_marked = (
            document.text[span.start - 1 : span.start] in _MARKS and document.text[span.end : span.end + 1] in _MARKS
        )
        is_left = is_sample or unread or is_marked  # Markdown's marks with nothing between are shown
        is_half = _is_half(document.text, span) or garbled_lines(document).hold(span.start)
        if not is_left and not is_half and not _ends_line(front_matter, span, written):
            fix = Fix(*_instead(document.text, span, written), Safety.UNSAFE)
        advice = "remove it" if is_one else "remove them"
        if fix is not None and fix.edits[0].text:
            advice = fix.title[0].lower() + fix.title[1:]
        yield self.finding(span, f"{what}: {advice}", fix)


def _ends_line(front_matter: FrontMatter | None, span: Span, written: str) -> bool:
    """Whether a character stands between values of YAML, which takes it for the end of a line."""
    if front_matter is None or _LINE_ENDS.isdisjoint(written) or not front_matter.content.covers(span):
        return False
    return front_matter.syntax == "yaml" and not any(value.covers(span) for value in front_matter.scalars.spans)


def _is_icon(document: Document, span: Span) -> bool:
    """Whether characters of an icon font stand in an element for icons: `<i class="iconfont">`."""
    around = next((node for node in document.holding(span.start) if node.markup == "html"), None)
    return around is not None and any("icon" in word.lower() for word in around.words)


def _is_half(text: str, span: Span) -> bool:
    """Whether a control character is a part of a garbled one, which only with it can be known again."""
    around = text[max(span.start - 1, 0) : span.start] + text[span.end : span.end + 1]
    return "\x80" <= text[span.start] <= "\x9f" and any("\xa0" <= char <= "\xff" for char in around)


def _unneeded(text: str, run: Span) -> Iterator[Span]:
    """The stretches of a run of invisible characters that no emoji or script needs."""
    start = run.start
    for at in range(run.start, run.end):
        if _is_needed(text, at):
            if start < at:
                yield Span(start, at)
            start = at + 1
    if start < run.end:
        yield Span(start, run.end)


def _is_needed(text: str, at: int) -> bool:
    char, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if char in _JOINERS:
        if _JOINED.match(before) or _JOINED.match(after):
            return True
        return char == "\u200d" and _ends_emoji(before) and after != "" and unicodedata.category(after) in ("So", "Sm")
    if char == _ZERO_WIDTH_SPACE:
        return bool(_WITHOUT_SPACES.match(before) or _WITHOUT_SPACES.match(after))
    if char == "\u180e":
        return bool(_JOINED.match(before))
    if char == "\u034f":
        return after != "" and unicodedata.combining(after) > 0
    if char in "\u115f\u1160":
        return bool(_OLD_HANGUL.match(before) or _OLD_HANGUL.match(after))
    return "\U000e0020" <= char <= "\U000e007f" and "\U0001f3f4" in text[max(at - 8, 0) : at]  # the flag of a region


def _ends_emoji(before: str) -> bool:
    return before != "" and (before in "\ufe0f\u20e3\U000e007f" or unicodedata.category(before) in ("So", "Sk"))


def _name(char: str) -> str:
    code = f"U+{ord(char):04X}"
    if _PRIVATE_CHARACTER.match(char):
        return f"a private character ({code})"
    kind = (
        "control character"
        if ord(char) < 0xA0
        else "half a character"
        if "\ud800" <= char <= "\udfff"
        else "no character"
    )
    return f"{_NAMES.get(char) or unicodedata.name(char, kind).lower()} ({code})"


def _instead(text: str, span: Span, written: str) -> tuple[str, tuple[Edit, ...]]:
    """What to do about a run of invisible characters, and the edit that does it."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    repaired = "".join(map(_windows_character, written))
    if not repaired and any(char in _SEPARATORS for char in written) and before.strip() and after.strip():
        repaired = " "
    if repaired.strip():
        return f'Write "{repaired}" instead', (Edit(span, repaired),)
    title = "Write a space instead" if repaired else "Remove it" if len(written) == 1 else "Remove them"
    return title, (Edit(span, repaired),)


def _windows_character(char: str) -> str:
    """The character that a C1 control was in Windows-1252, "" where it was none."""
    return bytes([ord(char)]).decode("cp1252", "ignore") if "\x80" <= char <= "\x9f" else ""
