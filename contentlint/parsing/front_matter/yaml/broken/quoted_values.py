"""Values of broken YAML that begin with a quote: what stands behind the quotes or inside, one too many, escapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from json import loads

from contentlint.parsing.front_matter.keys import TEXT_KEYS
from contentlint.parsing.front_matter.mending import NEVER_FILLED, has_quoted_ends
from contentlint.parsing.front_matter.yaml.broken.after_value import behind
from contentlint.parsing.front_matter.yaml.broken.lines import (
    MOST_LINES,
    Line,
    Mistake,
    Value,
    is_entry,
    is_item,
    is_no_text,
    shown,
    whole_value,
    without_comment,
)
from contentlint.parsing.front_matter.yaml.broken.unclosed_quotes import in_three_quotes, never_closed
from contentlint.parsing.front_matter.yaml.latex import broken_command
from contentlint.parsing.front_matter.yaml.writing import closing_quote, in_quotes, in_single_quotes
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_BAD_ESCAPE = pattern(r"\\(?![0abtnvfre \"/\\N_LP\r\n\t]|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8})")
# the two halves of a character, as JSON writes it, or the number of what may be none; others are read over
_NUMBERED = pattern(
    r"\\(?:(?P<halves>u[dD][89abAB][\dA-Fa-f]{2}\\u[dD][c-fC-F][\dA-Fa-f]{2})|[uU](?P<number>[\dA-Fa-f]{8}|[\dA-Fa-f]{4})|[\s\S])"
)
_QUOTED_TEMPLATE_OF_HUGO = pattern(r"[\"']\{\{-?[ \t]*+(?:replace \.|\.[A-Z])")
_SHORTENED = pattern(r"(?:s|t|d|m|re|ve|ll)\b")  # behind an apostrophe
_ESCAPES = pattern(r"\\[\s\S]?")
_ESCAPE_OR_QUOTE = pattern(r"\\[\s\S]|\"")
_PARTED = pattern(r"\":[ \t]++(\")[^\"\\\n]*+\"\Z")
_SEVERAL_QUOTED = pattern(r"(?:\"[^\"\\\n]*+\"|'[^'\n]*+')(?:,[ \t]*+(?:\"[^\"\\\n]*+\"|'[^'\n]*+'))++\Z")
_LIST_END = pattern(r"[ \t]*+\]\Z")
_QUOTED_LAST = pattern(r"[^\n]*[ \t]([\"'])[^\"'\n]*+\1\Z")
# a quote that nothing closes, before a pair of them
_PAIR_INSIDE = pattern(r"([\"'])(?:(?!\1)[^\\])*+(?<=[ (])\1(?=\w)(?:(?!\1)[^\\])++\1(?!\w)(?:(?!\1)[^\\])*+\Z")
_ELISION = pattern(r"'(?:\d|(?:tis|twas|cause|til|em|n)\b)")  # an apostrophe that begins a word
_PUNCTUATION = pattern(r"[.,;:!?。，；：！？…)\]]+")
_APOSTROPHE = pattern(r"[^\W\d_]'[a-zA-Z]")
# the same reference at both ends and, but for the apostrophe in a word, nowhere between, as some converters write quotes
_REFERENCE = r"&(?:(?:quot|#34|#x22)|(?P<single>apos|#39|#x27));"
_IN_REFERENCES = rf"({_REFERENCE})((?:(?!\1)[^\n]|(?(single)(?<=\w)\1(?=\w)|(?!)))++)\1"
_WHOLE_IN_REFERENCES = pattern(rf"{_IN_REFERENCES}\Z")
_ITEM_IN_REFERENCES = pattern(rf"(?<=[\[,\s]){_IN_REFERENCES}(?=\s*+[,\]])")
_ANY_REFERENCE = pattern(_REFERENCE)
_AND = pattern(r"[ \t]|,[ \t]++[\"']|[与和及或、的跟同與並并や]{1,2}[\"'a-zA-Z]")


def in_quoted(content: str, lines: list[Line], index: int, first: Value) -> Iterator[Mistake]:
    """What may be wrong with a value that begins with a quote."""
    if (triple := in_three_quotes(content, lines, index, first)) is not None:
        yield triple
        return
    value = _quoted_region(content, lines, index, first)
    if _QUOTED_TEMPLATE_OF_HUGO.match(first.text):
        told = Mistake(value.span, NEVER_FILLED)
        meant = Edit(value.span, _requoted(value.text[1:-1], first.text[0]))
        yield told.to_read_on((meant,), 0.5)
    quote, text = first.text[0], value.text
    close = closing_quote(text)
    if close > 0 and len(without_comment(text)) > close + 1:
        value = max(value, whole_value(content, lines, index) or value, key=lambda each: each.last)
        text = value.text
    if quote == '"':
        inside = text[: close + 1] if close > 0 else text
        yield from _bad_escapes(value, inside)
        yield from _no_characters(value, inside)
    rest = without_comment(text[close + 1 :]).strip() if close > 0 else ""
    if close > 0 and value.last == index:
        yield from behind(content, lines, index, first, close + 1)
    if close > 0 and rest and not rest.startswith("#"):
        yield from _after_the_quotes(value, quote, close, rest)
    elif close < 0:
        yield from never_closed(content, lines, index, first)


def _quoted_region(content: str, lines: list[Line], index: int, first: Value) -> Value:
    """A quoted value with the lines it goes on in: until one that ends with its quote or looks like an entry. Where that
    is one of a word inside, a line below that ends so, too, is the last."""
    quote = first.text[0]
    close = closing_quote(first.text)
    if close > 0 and (first.text.endswith(quote) or len(without_comment(first.text)) <= close + 1):
        return first
    found = first
    for following in range(index + 1, min(index + MOST_LINES, len(lines))):
        line = lines[following]
        if found is not first and not line.text.strip():
            break
        if is_no_text(line.text) or ((is_entry(line.text) or is_item(line.text)) and line.indent <= first.column):
            break
        if without_comment(line.text).endswith(quote):
            found = first._replace(text=content[first.start : line.text_end], last=following)
            if found.text[-1] != quote or closing_quote(found.text) == len(found.text) - 1:
                break
    return found


def _bad_escapes(value: Value, inside: str) -> Iterator[Mistake]:
    escapes = list(_ESCAPES.finditer(inside))
    bad = [match for match in escapes if _BAD_ESCAPE.match(match[0] + inside[match.end() : match.end() + 8])]
    if not bad:
        return
    at = value.start + bad[0].start()
    if bad[0][0] == "\\'" and (broken_command(inside) is None or _SHORTENED.match(inside, bad[0].end())):
        meant = [match for match in bad if match[0] == "\\'"]
        told, written = "the quote alone", ""
    else:  # who wrote one backslash as it is wrote them all so, in "C:\\Users\\new" too
        meant = [match for match in escapes if match[0] not in ('\\"', "\\\\")]
        told, written = 'two backslashes, "\\\\"', "\\\\"
    edits = tuple(Edit(Span(value.start + match.start(), value.start + match.start() + 1), written) for match in meant)
    message = f'"{bad[0][0]}" is no escape in double quotes: write {told}'
    yield Mistake(Span(at, at + len(bad[0][0])), message, edits, "Mend the backslashes", 0.5)


def _no_characters(value: Value, inside: str) -> Iterator[Mistake]:
    """Escapes that are numbers of no characters, such as the halves of one."""
    edits = []
    for escape in _NUMBERED.finditer(inside) if "\\u" in inside or "\\U" in inside else ():
        span = Span(*escape.span()).shifted(value.start)
        if escape["halves"]:
            edits.append(Edit(span, loads(f'"{escape[0]}"')))
        elif (number := int(escape["number"] or "0", 16)) > 0x10FFFF or 0xD800 <= number < 0xE000:
            message = f'"{escape[0]}" is no character: write one, or two backslashes'
            yield Mistake(span, message).to_read_on((Edit(span, "?"),), 0.5)
    if edits:
        message = "YAML does not put a character together from two escapes: write it as it is"
        yield Mistake(edits[0].span, message, tuple(edits), "Write the character", 0.4)


def _after_the_quotes(value: Value, quote: str, close: int, rest: str) -> Iterator[Mistake]:
    """Something follows the quote that ends the value: quotes inside it, words after it, a comma too many."""
    text = without_comment(value.text) if value.text.rstrip()[-1] != quote else value.text
    span = Span(value.start, value.start + len(text))
    if rest in (",", ";"):
        at = value.start + close + 1
        sign = Span(at, at + value.text[close + 1 :].index(rest) + 1)
        yield Mistake(value.span, f'a "{rest}" after the value has no place in YAML', (Edit(sign, ""),), "Remove it")
        return
    if _SEVERAL_QUOTED.match(text) and value.key not in TEXT_KEYS:
        message = "several values need brackets around them"
        yield Mistake(span, message, (Edit(span, f"[{text}]"),), "Write a list", 0.8)
    if _SEVERAL_QUOTED.match(_LIST_END.sub("", text)) and text[-1] == "]":
        yield Mistake(span, 'this list has no opening "["', (Edit.at(value.start, "["),), 'Add "["', 0.8)
    message = f"the quotes end before {shown(rest)}"
    place = Span(value.start + text.rfind("\n", 0, close) + 1, span.end) if "\n" in text[:close] else span
    if _PUNCTUATION.fullmatch(rest):
        inside = text[:close] + rest + quote
        yield Mistake(span, f"{message}: put it inside the quotes", (Edit(span, inside),), "Put it inside the quotes")
        return
    yield from _around_all(value._replace(text=text), close, message)
    surplus = _surplus_quote(text, quote, close)
    if surplus >= 0:
        edit = Edit(Span(value.start + surplus, value.start + surplus + 1), "")
        yield Mistake(span, "one quote too many", (edit,), "Remove the quote", 0.9)
    if _PAIR_INSIDE.match(text) and not _ELISION.match(text):
        told, new = f"{message}: the whole value needs other quotes around it", _requoted(text[1:], quote)
        yield Mistake(place, told, (Edit(span, new),), "Use the other quotes", 0.9)
    elif quote == "'" and text.count(quote) == 2 and _APOSTROPHE.match(text, close - 1):
        new = in_quotes(" ".join(text[1:].split()))  # what seems to end it is an apostrophe
        yield Mistake(span, "this value has no closing quote", (Edit(span, new),), "Quote the whole value", 0.9)
    elif text.endswith(quote) and not _quotes_words(text, close):
        new = _requoted(_bare(text[1:-1], quote), quote)
        other = "single" if quote == '"' else "double"
        if new[0] == quote:
            told, title = f"{message}: write {quote} inside as {quote * 2}", "Double the quotes inside"
        else:
            told, title = f"{message}: quote the whole value in {other} quotes", "Use the other quotes"
        yield Mistake(place, told, (Edit(span, new),), title)
    else:
        new = _requoted(" ".join(text.split()), quote)
        yield Mistake(place, f"{message}: the whole value needs quotes", (Edit(span, new),), "Quote the whole value")


def in_references(value: Value) -> Mistake | None:
    """A value, or items of a list in brackets, in quotes that stand there as character references."""
    is_list = value.text[0] == "["
    first = _ITEM_IN_REFERENCES.search(value.text) if is_list else _WHOLE_IN_REFERENCES.match(value.text)
    if first is None:
        return None
    plain = _ITEM_IN_REFERENCES.sub(_in_plain_quotes, value.text) if is_list else _in_plain_quotes(first)
    if is_list and _ANY_REFERENCE.search(plain):
        return None
    message = f"these quotes are character references: YAML takes {unescape(first[1])} and not {first[1]}"
    return Mistake(value.span, message, (Edit(value.span, plain),), "Write plain quotes", 0.8)


def _in_plain_quotes(written: re.Match[str]) -> str:
    quote = unescape(written[1])
    text = written[3].replace(written[1], quote)
    return in_single_quotes(text) if quote == "'" and quote not in text else in_quotes(text)


def _around_all(value: Value, close: int, message: str) -> Iterator[Mistake]:
    """Quotes that belong around all of a value in double quotes: escaped inside, or around what stands beside a colon."""
    text = value.text
    if text[0] != '"' or text[-1] != '"':
        return
    if '\\"' in text:
        bare = (match.start() for match in _ESCAPE_OR_QUOTE.finditer(text, 1, len(text) - 1) if match[0] == '"')
        edits = tuple(Edit.at(value.start + at, "\\") for at in bare)
        yield Mistake(value.span, f'{message}: write " inside as \\"', edits, "Escape the quotes inside", 0.9)
    parted = _PARTED.match(text, close)
    if parted is not None and value.key in TEXT_KEYS:
        edits = tuple(Edit(Span(value.start + at, value.start + at + 1), "") for at in (close, parted.start(1)))
        yield Mistake(value.span, f"{message}: they belong around all of it", edits, "Quote the whole value", 0.85)


def _surplus_quote(text: str, quote: str, close: int) -> int:
    """Where the one of three quotes stands that is too many: doubled at an end, or before the last punctuation."""
    if quote != '"' or text.count(quote) != 3 or text[-1] != quote:
        return -1
    is_surplus = close == 1 or text.endswith(quote * 2) or _PUNCTUATION.fullmatch(text[close + 1 : -1])
    return close if is_surplus else -1


def _quotes_words(text: str, close: int) -> bool:
    """Whether the first pair of quotes belongs to the text, as in `"Big" and "small"`: it closes after a letter."""
    if has_quoted_ends(text):
        return True
    is_closed = text[close - 1 : close].strip() != "" and _AND.match(text, close + 1) is not None
    return is_closed and (text.count(text[0]) % 2 == 0 or _QUOTED_LAST.match(text) is not None)


def _bare(inside: str, quote: str) -> str:
    """What someone meant who wrote this between quotes."""
    return inside.replace('\\"', '"') if quote == '"' else inside.replace("\\'", "'").replace("''", "'")


def _requoted(text: str, quote: str) -> str:
    """Text in the other quotes, where it can stand in them."""
    return in_quotes(text) if quote == "'" else in_single_quotes(text)
