"""Values of broken YAML that begin with a quote that is closed nowhere, or with three, as other languages have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.parsing.front_matter.keys import TEXT_KEYS
from contentlint.parsing.front_matter.mending import new_line
from contentlint.parsing.front_matter.yaml.broken.lines import (
    MOST_LINES,
    Line,
    Mistake,
    Value,
    first_value,
    is_entry,
    is_item,
    is_named_as_key,
    is_no_text,
    is_prose,
    next_line,
    whole_value,
    without_comment,
)
from contentlint.parsing.front_matter.yaml.broken.values_with_colons import is_text_below
from contentlint.parsing.front_matter.yaml.writing import in_quotes
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

# letters left out at the beginning of a word: 'Tis, 'em, '90s
_ELISION = pattern(r"'(?:[Tt](?:is|was|were|il|ill)|[Cc]ause|[Ee]m|[Rr]ound|[Bb]out|[Cc]ept|[Nn]|\d0s)\b(?!')")
_TRIPLE = pattern(r"(\"\"\"|''')(.*?)(\1)?\Z", re.DOTALL)
# double and single ones, but for the apostrophe in a word
_OTHER_QUOTES = (pattern(r"[“”„‟«»＂「」『』]"), pattern(r"[‘‚‹›＇]|(?<!\w)’|’(?!\w)"))
_TAKEN_QUOTE = pattern(r"\"(?:[^\"\\\n]++|\\[^\"\n])*+\\\"\Z")


def in_three_quotes(content: str, lines: list[Line], index: int, first: Value) -> Mistake | None:
    """Text in three quotes, as TOML and Python have it: on one line, or in several, to which YAML has a "|"."""
    triple = _TRIPLE.match(first.text)
    if triple is None:
        return None
    quotes = triple[1]
    line, message = lines[index], f"YAML has no {quotes}: "
    if len(first.text) >= 6 and first.text.endswith(quotes):
        edit = Edit(first.span, in_quotes(first.text[3:-3]))
        return Mistake(first.span, message + "one quote on each side is enough", (edit,), "Write one quote", 0.5)
    last = next((at for at in range(index + 1, len(lines)) if lines[at].text.rstrip().endswith(quotes)), -1)
    values = (first_value(lines, at) for at in range(index + 1, last + 1))
    if last < 0 or any(value is not None and value.text.startswith(quotes) for value in values):
        return None  # where another begins, these would end in its quotes
    below = [each for each in lines[index + 1 : last + 1] if each.text.strip() not in ("", quotes)]
    blanks = " " * (first.column + 2)
    edits = [each.deeper(len(blanks)) for each in below if each.indent < len(blanks)]
    begun = first.text[3:].strip()
    edits.append(Edit(first.span, f"|{new_line(content)}{blanks}{begun}" if begun else "|"))
    end = lines[last].text_end
    is_alone = lines[last].text.strip() == quotes
    edits.append(Edit(Span(lines[last - 1].end if is_alone else end - 3, end), ""))
    return Mistake(line.written, message + 'a text of several lines begins with "|"', tuple(edits), 'Write "|"', 0.5)


def never_closed(content: str, lines: list[Line], index: int, first: Value) -> Iterator[Mistake]:
    quote = first.text[0]
    whole = whole_value(content, lines, index) or first
    if _ELISION.match(first.text):
        new = f'"{" ".join(whole.text.split())}"'
        if '"' not in whole.text and "\\" not in whole.text:
            message = "a value that begins with an apostrophe needs double quotes"
            yield Mistake(whole.span, message, (Edit(whole.span, new),), "Quote the whole value", 0.7)
    if _TAKEN_QUOTE.match(first.text):
        at, is_path = first.span.end - 2, first.text[-3:-2] in ":\\" or "\\" in first.text[:-2]
        edit = Edit.at(at, "\\") if is_path else Edit(Span(at, at + 1), "")
        told = 'the backslash takes the closing quote: write it twice, "\\\\", or not at all'
        yield Mistake(first.span, told, (edit,), "Mend the backslash", 0.7)
    message = "this value has no closing quote"
    below = next_line(lines, index)
    if below is not None and below.indent <= first.column and is_prose(below.text) and not is_item(below.text):
        yield Mistake(first.span, message, cost=0.9, is_sure=True)  # where the text ends, only its author knows
        return
    run = _with_its_run(content, lines, index, first)
    if run.last > whole.last:
        rest = lines[index + 1 : run.last + 1]
        edits = [line.deeper(first.column + 2) for line in rest if line.indent <= first.column]
        edits.append(Edit.at(run.span.end, quote))
        yield Mistake(lines[run.last].written, message, tuple(edits), "Close the quote", 0.9)
    is_alone = index + 1 < len(lines) and is_no_text(lines[index + 1].text)
    for value in dict.fromkeys((whole, first)):
        end = value.start + len(value.text)
        if _closes_other(value.text):
            kinds = f"this value begins with {quote} and ends with {value.text[-1]}"
            same = Mistake(value.span, kinds, (Edit(Span(end - 1, end), quote),), "Close with the same quote", 0.8)
            yield same._replace(is_sure=is_alone and value.text[-1] != quote)
        bare = without_comment(value.text)
        at = value.start + len(bare)
        last = lines[value.last].written if value.last > index else value.span  # where it is to be closed
        yield Mistake(last, message, (Edit.at(at, quote),), "Close the quote")
    if quote == "'" and not first.text[1:2].isspace():
        new = in_quotes(whole.text)
        yield Mistake(whole.span, message, (Edit(whole.span, " ".join(new.split())),), "Quote the whole value", 1.6)


def _closes_other(text: str) -> bool:
    """Whether a text ends with a quote, maybe of another kind, that closes none that was opened inside it."""
    if len(text) < 2 or text[-1] in "\"'":
        return len(text) > 1
    kind = next((kind for kind in _OTHER_QUOTES if kind.match(text, len(text) - 1)), None)
    return kind is not None and len(kind.findall(text)) % 2 == 1


def _with_its_run(content: str, lines: list[Line], index: int, first: Value) -> Value:
    """The value with the lines it seems to go on in: deeper ones whatever they look like, and prose at the margin."""
    last = index
    for at in range(index + 1, min(index + MOST_LINES, len(lines))):
        line = lines[at]
        is_text = first.key in TEXT_KEYS and is_text_below(first, line)
        if not line.text.strip() or (is_no_text(line.text) and not is_text):
            break
        if line.indent <= first.column:
            is_prose = " " in line.text and line.text[0].isalpha() and not is_named_as_key(line.text)
            if first.column or is_entry(line.text) or is_item(line.text) or not is_prose:
                break
        last = at
    end = lines[last].text_end
    return first._replace(text=content[first.start : max(end, first.span.end)], last=last)
