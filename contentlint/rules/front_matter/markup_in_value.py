"""See `MarkupInValue`."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.entities import html5

from contentlint.document import Document
from contentlint.fields import Field
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety
from contentlint.spelling import in_flow, inner, is_editable, is_plain, quoted
from contentlint.text import Edit, Span, applied
from contentlint.wording import cut

_REFERENCE = pattern(r"&(?:#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = pattern(
    r"(?i)</?(a|abbr|b|big|blockquote|br|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|nobr|ol|p|pre|q|s|"
    r"small|span|strike|strong|sub|sup|table|tt|u|ul|wbr)(?:\s[^<>]*+)?/?>"
)
_OF_TEASER = pattern(
    r"<[A-Za-z]+\d?>[\"'“‘(]?[A-Za-z\d\u00c0-\u04ff]"
)  # it was cut off before the tag that closes this one
_BREAKING = pattern(r"(?i)<(?:br|hr|/?(?:p|div|li|h[1-6]|blockquote|pre|table|[uo]l))[\s/>]")
_TAG_START = pattern(r"<[A-Za-z/!?]")
_CODE = pattern(r"(`++)(?:(?!\1)[^`]|`(?!\1))*?\1(?!`)")
_INVISIBLE = ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp")
_NO_CHARACTER = ("", "\ufffd")  # what HTML makes of references to control characters, halves of characters and the like
_LABELS = frozenset({"category", "categories", "tag", "tags"})  # which make addresses, too
_BRACES = frozenset("{}")


@dataclass(frozen=True)
class MarkupInValue(Rule):
    """A title or a description has HTML in it.

    Search engines, feeds and browser tabs show it as it is written: readers see `&#8217;` instead of an apostrophe.

    The fix is safe where it writes the character that a reference stands for. It is unsafe where it takes tags away, where
    a brace may be hidden from a template engine, and in categories and tags, whose names are part of addresses. There is
    none where other tags would stay, such as those of a form.
    """

    name = "markup-in-value"
    options_help = {
        "keys": "Top-level keys that hold plain text, besides the title; a list of yours replaces the default."
    }
    good = (
        "---\ntitle: Kites & more\ndescription: R&D; **wind** in `<div>a</div>`\n---\n",
        "---\ntitle: The <select> element, Vec<T> and <div>\n---\n",
        "---\ncontent: <b>Kites</b> &amp; more\n---\n",
        "---\ntitle: '`&nbsp;` explained'\n---\n",
        "---\ntitle: <b> or <strong>\ndescription: <p> 与段落\nlead: <p>标签\n---\n",
        "---\ntitle: HTML 中 &nbsp; 的含义\n---\n",
        "---\ntags: [HTML, '&nbsp;', C&A]\n---\n",
        "---\ntitle: AT&T; if a < b then c > d\n---\n",
        Good("<p>Kites &amp; more</p>\n"),
    )
    bad = (
        Bad(
            "---\ntitle: Check out Data.gov⟦&#8217;⟧s page\n---\n", fixed="---\ntitle: Check out Data.gov’s page\n---\n"
        ),
        Bad(
            "---\ntitle: 'He said ⟦&quot;⟧it&#39;s high&quot;'\n---\n",
            fixed="---\ntitle: 'He said \"it''s high\"'\n---\n",
        ),
        Bad('{"title": "Kites ⟦&quot;⟧high&quot;"}\n\nText.\n', fixed='{"title": "Kites \\"high\\""}\n\nText.\n'),
        Bad("---\ntitle: “風箏”⟦&#58;⟧ 一\n---\n", fixed='---\ntitle: "“風箏”: 一"\n---\n'),
        Bad("---\nsummary: >-\n  Strategy ⟦&amp;⟧ Policy\n---\n", fixed="---\nsummary: >-\n  Strategy & Policy\n---\n"),
        Bad(
            '---\ndeck: "1"\nsummary: Is it\n  ⟦&#34;⟧high&#34;?\n---\n',
        ),
        Bad(
            "---\nsummary: Kites ⟦&mdash;⟧\n  high &#34;up&#34;\n---\n",
            fixed='---\nsummary: Kites —\n  high "up"\n---\n',
        ),
        Bad("---\ntitle: ⟦<b>⟧凧</b>が揚がる<br>\n---\n", fixed="---\ntitle: 凧が揚がる\n---\n", unsafe=True),
        Bad('---\nlead: "⟦<p>⟧Kites</p><p>Wind</p>"\n---\n', fixed='---\nlead: "Kites Wind"\n---\n', unsafe=True),
        Bad(
            "---\nexcerpt: 凧⟦<br>⟧<br>風。<br>揚\n---\n",
            fixed="---\nexcerpt: 凧 風。揚\n---\n",
            unsafe=True,
        ),
        Bad("---\ntitle: How ⟦&#123;⟧&#123; works\n---\n", fixed="---\ntitle: How {{ works\n---\n", unsafe=True),
        Bad(
            "---\npost_title: 凧⟦&#8211;⟧風\n---\n",
            fixed="---\npost_title: 凧–風\n---\n",
        ),
        Bad(
            "---\ntitle: x\ncategories: [凧, Kites ⟦&amp;⟧ Wind]\n---\n",
            fixed="---\ntitle: x\ncategories: [凧, Kites & Wind]\n---\n",
            unsafe=True,
        ),
        Bad("---\ntitle: Show ⟦&amp;⟧nbsp; as text\n---\n"),
        Bad("---\ndescription: ⟦<p>⟧凧</p><button type='button'>Fly</button>\n---\n"),
        Bad("---\ntitle: Say ⟦&amp;quot;⟧Hi&amp;quot;\n---\n"),
        Bad(
            "---\nexcerpt: ⟦<p>⟧I just picked up...\n---\n",
            fixed="---\nexcerpt: I just picked up...\n---\n",
            unsafe=True,
        ),
    )

    keys: tuple[str, ...] = ("subtitle", "description", "summary", "excerpt", "deck", "dek", "tagline", "headline", "kicker", "lead", "teaser", "abstract", "post_title", "post_excerpt")  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        front_matter = document.readable_front_matter
        if front_matter is None or not _has_marks(document.text, front_matter.content):
            return
        for key in {*document.setting.profile.title_keys, *self.keys} & front_matter.data.keys():
            field = front_matter.fields.get((key,))
            if field is None or not isinstance(field.data, str) or not ("&" in field.data or "<" in field.data):
                continue
            references, tags = _markup(document.text, inner(document, field))
            if references:
                yield self._of_references(document, references, _decoded(document, field, references))
            if tags:
                shown = tags[0].of(document.text)
                message = f'"{cut(shown)}" is HTML, which feeds and search engines show as it is: write plain text'
                yield self.finding(tags[0], message, _stripped(document, field, tags))
        for key in _LABELS & front_matter.data.keys():
            for field in front_matter.below[key]:
                if isinstance(field.data, str) and "&" in field.data and not _REFERENCE.fullmatch(field.data):
                    references, _ = _markup(document.text, inner(document, field))
                    if references:
                        fix = _decoded(document, field, references)
                        yield self._of_references(document, references, fix and fix._replace(safety=Safety.UNSAFE))

    def _of_references(self, document: Document, references: list[Span], fix: Fix | None) -> Finding:
        shown = _written_out(document.text, references[0])
        start = references[0].start
        return self.finding(Span(start, start + len(shown)), f'"{shown}" is HTML: {_plainly(shown)}', fix)


def _has_marks(text: str, span: Span) -> bool:
    return text.find("&", *span) >= 0 or text.find("<", *span) >= 0


def _markup(text: str, span: Span) -> tuple[list[Span], list[Span]]:
    """The character references and the tags of a value, but for those in code."""
    written = _without_code(span.of(text))
    references = [
        Span(*match.span()).shifted(span.start)
        for match in _REFERENCE.finditer(written)
        if (match[0][1] == "#" or match[0][1:] in html5) and not _is_spoken_of(written, match)
    ]
    tags = list(_TAG.finditer(written))
    closed = {match[1].lower() for match in tags if match[0][1] == "/"}
    opened = {match[1].lower() for match in tags if match[0][1] != "/"}
    meant = [
        Span(*match.span()).shifted(span.start)
        for match in tags
        if match[1].lower() in closed & opened
        or match[1].lower() in ("br", "wbr", "img")
        or "=" in match[0]
        or (len(tags) == 1 and _OF_TEASER.match(written))
    ]
    return references, meant


def _without_code(text: str) -> str:
    """A text in which each piece of code is as many marks."""
    return _CODE.sub(lambda match: "`" * len(match[0]), text)


def _is_spoken_of(written: str, match: re.Match[str]) -> bool:
    """Whether a value is about a reference, which stands there as a word and for a blank: "What &nbsp; means"."""
    before, after = written[match.start() - 1 : match.start()], written[match.end() : match.end() + 1]
    return not (before + after).strip() and before + after != "" and unescape(match[0]).isspace()


def _written_out(text: str, reference: Span) -> str:
    """A reference, with what follows where that was one before its "&" was escaped once more."""
    shown = reference.of(text)
    once_more = _REFERENCE.match("&" + text[reference.end : reference.end + 40]) if unescape(shown) == "&" else None
    if once_more is None or unescape(once_more[0]) == once_more[0] or unescape(once_more[0]).isspace():
        return shown  # of a blank the value may speak
    return shown + once_more[0][1:]


def _plainly(reference: str) -> str:
    char = unescape(unescape(reference))
    if char in _NO_CHARACTER:
        return "delete it, as it stands for no character"
    if char.isprintable() and not char.isspace():
        return f"write {char} itself"
    return f"write the character itself, or {'a space' if char.isspace() else 'delete it'}"


def _decoded(document: Document, field: Field, references: list[Span]) -> Fix | None:
    """Every reference as its character, unless one is invisible or the text would then be markup."""
    chars = [unescape(span.of(document.text)) for span in references]
    written = field.value.of(document.text)
    decoded = applied(document.text, map(Edit, references, chars), field.value)
    if any(char in _NO_CHARACTER or unicodedata.category(char[0]) in _INVISIBLE for char in chars):
        return None
    if unescape(decoded) != unescape(written) or len(_TAG_START.findall(decoded)) > len(_TAG_START.findall(written)):
        return None
    fix = Fix("Write the characters themselves", (), Safety.UNSAFE if _BRACES & set("".join(chars)) else Safety.SAFE)
    if field.style == "plain" and document.syntax == "yaml":
        if is_editable(document, field):
            new = decoded if is_plain(decoded, flow=in_flow(document, field)) else quoted(document, decoded)
            return fix._replace(edits=(Edit(field.value, new),))
        if not _stays_plain(document, field, references, chars):
            return None
    escaped = [_escaped(document, field, char) for char in chars]
    if None in escaped:
        return None
    return fix._replace(edits=tuple(Edit(span, new) for span, new in zip(references, escaped) if new is not None))


def _stays_plain(document: Document, field: Field, references: list[Span], chars: list[str]) -> bool:
    """Whether a text of several lines without quotes can take these characters where the references stand."""
    text = document.source.flat
    if text[field.value.start] in "&*!" or in_flow(document, field):
        return False
    for span, char in zip(references, chars):
        begins = span.start == field.value.start or not text[text.rfind("\n", 0, span.start) + 1 : span.start].strip()
        if char.isspace() or char in ":#" or (begins and not char.isalnum()):
            return False
    return True


def _escaped(document: Document, field: Field, char: str) -> str | None:
    """A character as this value's own quoting writes it; None where it cannot."""
    if field.style == "double":
        return json.dumps(char, ensure_ascii=False)[1:-1]
    if field.style == "single":
        return char.replace("'", "''") if document.syntax == "yaml" else (None if "'" in char else char)
    return None if char.isspace() or (document.syntax == "toml" and char in "\"'\\") else char


def _stripped(document: Document, field: Field, tags: list[Span]) -> Fix | None:
    instead = _instead(document.text, inner(document, field), tags)
    kept = applied(document.text, map(Edit, tags, instead), field.value)
    if _TAG_START.search(_without_code(kept)):  # half of the markup would be no text, either
        return None
    if field.style == "plain" and not (is_editable(document, field) and is_plain(kept, flow=in_flow(document, field))):
        return None
    return Fix("Remove the tags", tuple(map(Edit, tags, instead)), Safety.UNSAFE)


def _instead(text: str, value: Span, tags: list[Span]) -> list[str]:
    """What stands in the place of each tag: a blank where tags that break the line are all that parts two words."""
    found: list[str] = []
    while len(found) < len(tags):
        first = last = len(found)
        while last + 1 < len(tags) and tags[last + 1].start == tags[last].end:
            last += 1
        found += [_between(text, value, Span(tags[first].start, tags[last].end)), *[""] * (last - first)]
    return found


def _between(text: str, value: Span, tags: Span) -> str:
    if tags.start == value.start or tags.end >= value.end or not _BREAKING.search(text, *tags):
        return ""
    before, after = text[tags.start - 1], text[tags.end]
    # a wide sign parts words itself
    parts_words = max(before, after) < "\u2e80" or (before.isalnum() and after.isalnum())
    return " " if before.strip() and after.strip() and parts_words else ""
