"""What may be meant with a value that TOML cannot read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from contentlint.dates import proviso, read_date
from contentlint.parsing.front_matter.brackets import CLOSERS, KINDS
from contentlint.parsing.front_matter.keys import DATE_KEYS, LIST_KEYS, TEXT_KEYS
from contentlint.parsing.front_matter.mending import has_quoted_ends, switch_meant, with_quotes_alone
from contentlint.parsing.front_matter.toml.broken.items import ESCAPE, ESCAPES, QUOTE_ALONE, items_mended
from contentlint.parsing.front_matter.toml.broken.numbers import number_in
from contentlint.parsing.front_matter.toml.broken.reading import is_sound, quoted, with_escapes
from contentlint.patterns import pattern
from contentlint.text import Edit, Span
from contentlint.wording import cut

_WORDS = {
    "True": "true",
    "False": "false",
    "TRUE": "true",
    "FALSE": "false",
    "yes": "true",
    "no": "false",
    "on": "true",
    "off": "false",
}
_GAP_BEFORE_PAIR = pattern(
    r"(?:(?<![ \t])(?:[ \t]*+,|;)[ \t]*+|(?<=[^ \t])[ \t]++|(?<=[\"'\]}]))(?=(?:[A-Za-z_][\w.-]*+|\"[\w.-]++\")[ \t]*+=)"
)
_COMMENT_BEHIND = pattern(r"(?<=[^ \t])[ \t]++(//|--|;)[ \t]")
_TWO_QUOTED = pattern(r"\"[^\"\\]++\"[ \t]++\"[^\"\\]++\"\Z")
_WIDE_COMMA = pattern(r"(?<=[\"'”’])\s*[，、；;]\s*(?=[\"'“‘])")
_COMMA_IN_NUMBER = pattern(r"[-+]?\d+,\d+\Z|[-+]?\d{1,3}(?:,\d{3})+\Z")  # or two items, who knows
_SEVERAL = "several values need brackets around them"
_OPENERS = {closer: opener for opener, closer in CLOSERS.items()}
_SIGNS = frozenset(",;.，；。、")
_TYPOGRAPHIC = pattern(r"(?:[“”][^“”\"\\]++[“”]|[‘’][^‘’'\\]++[‘’])\Z")
_QUOTE = pattern("[\"'“”‘’]")
_MOST_TRIALS = 8


def mends_of(value: str, span: Span, key: str) -> Iterator[tuple[str, str, Edit]]:
    """What may be meant with a value of a key that stands at a place of its line."""
    word = _WORDS.get(value) or switch_meant(value)
    if word:
        yield f"TOML writes {word} here", f"Write {word}", Edit(span, word)
    if not value:
        return
    if value[-1] in _SIGNS and is_sound(value[:-1].rstrip()):
        yield f'a "{value[-1]}" after the value has no place in TOML', "Remove it", Edit(span, value[:-1].rstrip())
    if value[-1] in ",;，；" and _TYPOGRAPHIC.match(bare := value[:-1].rstrip()):
        if not _QUOTE.search(bare, 1, len(bare) - 1):
            yield from _of_word(bare, span, key)
        else:
            yield "text needs quotes in TOML", "Quote the text", Edit(span, quoted(bare[1:-1]))
        return
    if value[0] == "=":
        bare = value.lstrip("= \t")
        if written := bare if is_sound(bare) else _WORDS.get(bare):
            yield 'one "=" too many', "Remove it", Edit(span, written)
        return
    for gap in islice(_GAP_BEFORE_PAIR.finditer(value), _MOST_TRIALS):
        if is_sound(value[: gap.start()]):
            place = Span(*gap.span()).shifted(span.start)
            yield "each key of TOML begins on a line of its own", "Begin a new line", Edit(place, "\n")
    for comment in islice(_COMMENT_BEHIND.finditer(value), _MOST_TRIALS):
        if is_sound(value[: comment.start()]):
            place = Span(*comment.span(1)).shifted(span.start)
            yield f'a comment begins with "#" in TOML, not with "{comment[1]}"', 'Write "#"', Edit(place, "#")
    if _COMMA_IN_NUMBER.match(value):
        return
    if (opener := _opener_missing(value)) and is_sound(opener + value):
        if "," in value or opener == "{":  # else it may be a bracket too many
            told = f'this {KINDS[opener]} has no opening "{opener}"'
            yield told, f'Add "{opener}"', Edit.at(span.start, opener)
        return
    bare = value[1:-1] if value[0] in "(（" and value[-1] in ")）" else value
    if "," in bare and value[0] not in "[{" and is_sound(f"[{bare}]") and not is_sound(bare):
        yield _SEVERAL, "Write a list", Edit(span, f"[{bare}]")
    elif key in LIST_KEYS and _are_words(bare):
        if (items := items_mended(bare)) is not None:
            yield _SEVERAL, "Write a list", Edit(span, items.written)
        if items is not None or value[0] in "\"'":
            return
    if value[0] in "\"'":
        yield from _of_quoted(value, span)
    if value[0] in "[{":
        yield from _of_brackets(value, span)
    if not is_no_date(value, key):
        yield from _of_word(value, span, key)


def is_no_date(value: str, key: str) -> bool:
    """Whether something else stands at the key of a date, where no mend makes one of it."""
    return key in DATE_KEYS and value[0] not in "\"'[{" and read_date(_bare(value)) is None


def _are_words(value: str) -> bool:
    """Whether commas part words, of which none but the first may be in quotes; a text in quotes may have commas, too."""
    first = value.partition(",")[0].rstrip()
    return first not in ("", value) and first[0] not in "[{" and (first[0] not in "\"'" or is_sound(first))


def _opener_missing(value: str) -> str:
    """The bracket that a value lacks before its last one, "" where it lacks none."""
    opener = _OPENERS.get(value[-1], "")
    return opener if value[0] != opener and value.count(opener) < value.count(value[-1]) else ""


def _of_word(value: str, span: Span, key: str) -> Iterator[tuple[str, str, Edit]]:
    """A number, a date or a text, of which the last two need no quotes elsewhere."""
    if (number := number_in(value)) is not None:
        if number.meant:
            yield number.told, f"Write {cut(number.meant)}", Edit(span, number.meant)
        return
    date = read_date(value) if key not in TEXT_KEYS else None
    if date is not None and date.iso and (not date.ambiguous or key in DATE_KEYS):
        on = proviso(value, date)
        title = f"Write {date.iso}{on}" if on else "Write the date in ISO 8601"
        yield f"TOML writes a date like this: {date.iso}{on}", title, Edit(span, date.iso)
    elif (date is None or not date.impossible) and value[0] not in "[{" and not _opener_missing(value):
        yield "text needs quotes in TOML", "Quote the text", Edit(span, quoted(_bare(value)))


def _bare(value: str) -> str:
    """A text without a quote around it, or all of it where its quotes hold parts of it."""
    if any(mark in "\"'" and value.count(mark) % 2 == 0 for mark in (value[0], value[-1])):
        return value
    bare = value.strip("“”‘’\"'")
    return value if any(mark in bare for mark in "“”‘") else bare


def _of_quoted(value: str, span: Span) -> Iterator[tuple[str, str, Edit]]:
    quote, end = value[0], span.end
    if "\\'" in value and value[-1] == quote:
        alone = with_quotes_alone(value)
        meant = alone if quote == '"' else quoted(alone[1:-1])
        yield QUOTE_ALONE, "Remove the backslash", Edit(span, meant)
    for bare, at in ((value[1:], span.start), (value[:-1], end - 1)):
        if value.count(quote) == 3 and bare and value[:3] != quote * 3 and is_sound(bare):
            yield "one quote too many", "Remove the quote", Edit(Span(at, at + 1), "")
    if quote == "'" and "''" in value[1:-1] and value.endswith("'"):
        told = "TOML has no way to write ' in single quotes: use double quotes"
        yield told, "Use double quotes", Edit(span, quoted(value[1:-1].replace("''", "'")))
    if value.count(quote) % 2:
        if value[-1] in "\"'”’" and len(value) > 1 and value[-1] != quote:
            told = f"this text begins with {quote} and ends with {value[-1]}"
            yield told, "Close with the same quote", Edit(Span(end - 1, end), quote)
        yield "this text has no closing quote", "Close the quote", Edit.at(end, quote)
    if (escaped := with_escapes(value)) is not None:
        yield ESCAPES, "Write two backslashes", Edit(span, escaped)
        return
    if len(value) > 1 and value[-1] == quote:
        told = "a quote inside the quotes ends the text too early: use the other quotes"
        if value.count(quote) == 2:
            told = ESCAPE
        if _TWO_QUOTED.match(value) or has_quoted_ends(value):
            yield told, "Quote the whole value", Edit(span, quoted(value))
            return
        yield told, "Use the other quotes", Edit(span, quoted(value[1:-1]))


def _of_brackets(value: str, span: Span) -> Iterator[tuple[str, str, Edit]]:
    closer, what = CLOSERS[value[0]], KINDS[value[0]]
    if value[0] == "{" and value[-1] == "}":
        mended = re.sub(r"(?<=[{,\s])([\w-]+|\"[^\"]*\")[ \t]*:[ \t]*", r"\1 = ", value)
        yield "TOML has an equals sign after a key", "Write an equals sign", Edit(span, mended)
        mended = re.sub(r",[ \t]*}\Z", "}", mended)
        yield 'no comma may stand before "}" in TOML', "Remove the comma", Edit(span, mended)
        return
    yield from _of_unbalanced(value, span)
    if value[0] == "[":
        plain = _WIDE_COMMA.sub(", ", value).replace("“", '"').replace("”", '"')
        if plain != value and is_sound(plain):
            told = "only a plain comma separates items, and plain quotes hold them"
            yield told, "Write plain commas", Edit(span, plain)
    if value[0] == "[" and value[-1] == "]":
        items = items_mended(value[1:-1])
        if items is not None:
            yield items.told, items.title, Edit(span, items.written)
        return
    if value[-1] in "])}】）":
        told = f'this {what} begins with "{value[0]}" and ends with "{value[-1]}"'
        yield told, f'Write "{closer}"', Edit(Span(span.end - 1, span.end), closer)
    told = f'this {what} has no closing "{closer}"'
    yield told, f'Add "{closer}"', Edit.at(span.end, closer)


def _of_unbalanced(value: str, span: Span) -> Iterator[tuple[str, str, Edit]]:
    """Brackets of which one is missing or one too many."""
    for bracket, at in (("]", -1), ("}", -1), ("[", 0), ("{", 0)):
        bare = value[:-1] if at else value[1:]
        # its partner is missing, or only a comment has one
        is_open = at == 0 and ("#" in value or not any(closer in value for closer in "]}"))
        if value[at] == bracket and bare and not is_open and is_sound(bare):
            place = span.end - 1 if at else span.start
            yield f'one "{bracket}" too many', f'Remove "{bracket}"', Edit(Span(place, place + 1), "")
            return
    braces = (("}", 0), ("}", 1)) if "{" in value else ()
    for closer, inside in (("]", 0), *braces):
        place = len(value) - inside
        if is_sound(value[:place] + closer + value[place:]):
            put = Edit.at(span.end - inside, closer)
            yield f'this {KINDS[closer]} has no closing "{closer}"', f'Add "{closer}"', put
            return
