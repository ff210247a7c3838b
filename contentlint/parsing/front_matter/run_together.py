"""Front matter that a program took for Markdown when it wrote the article anew: lines between two rules became one
paragraph, and a first key above a rule became a heading."""

from __future__ import annotations

from contentlint.document import Problem
from contentlint.parsing.front_matter.fences import Found, Opening, closing_from, without_blanks
from contentlint.parsing.front_matter.key_lines import keys_from
from contentlint.parsing.front_matter.keys import KEY_LINE, KNOWN_KEYS, WELL_KNOWN
from contentlint.parsing.front_matter.mending import misfenced, slip
from contentlint.patterns import pattern
from contentlint.text import BOM, Edit, Source, Span, line_after

_FENCE_BEFORE_KEY = pattern(r"(\\?---)[ \t]++(?=[a-z_][\w-]*+:[ \t])")
_FENCE_BEHIND = pattern(r"\s(---)[ \t]*+(?=\n|\Z)")
_ONE_LINE = pattern(r"(\+\+\+|---)([ \t]++)(?:([^\n]*?[^ \t\n])([ \t]++))?\1[ \t]*+(?=\n|\Z)")
_TOML_KEY = pattern(r"([A-Za-z_][\w-]*+)(?:\.[\w-]++)?+[ \t]*+=[ \t]*+[^\s=]")
_WRAP = pattern(r"(?<![ \t])[ \t]*+\n(?![ \t-]|[\w-]++:\s)")  # where no key and no item begins
_PARAGRAPH_END = pattern(r"\n[ \t]*+\n|\Z")
# as mdformat, remark and others write a rule and a heading, which no one writes above keys
_HEADING = pattern(r"((?:-{3,}+|_{3,}+)[ \t]*+)\n(?:[ \t]*+\n)++(## )(?=([a-z_][\w-]*+):[ \t])")
_KEY = pattern(r"(?<!\S)([a-z_][\w-]*+):(?=\s)")
_FEW_KEYS = 2  # known ones, which no sentence has
# values that no sentence has behind a word with a colon: a date, a list, what stands in quotes, the name of a layout
_DATA = pattern(
    r"(?<!\S)(?:layout:[ \t]++[\w-]++(?=\s++[\w-]++:\s|\s*+\Z)"
    r"|[a-z_][\w-]*+:\s++(?:\d{4}-\d\d?-\d|\[[^\[\]\n]*+\]|-[ \t]|\"[^\"\n]*+\"|'[^'\n]*+'))"
)
_PARTED_OTHERWISE = pattern(r"[|,][ \t]*+[\w-]++:\s")  # as columns and the parts of a sentence are
_HEADING_OF_DATA = pattern(
    r"(?:layout:[ \t]++[\w-]++|[^:\n]*+:[ \t]++(?:\"[^\"\n]*+\"|'[^'\n]*+'|\[[^\]\n]*+\]))[ \t\\]*+\n"
)


def on_one_line(source: Source, at: int) -> Found | None:
    """Front matter whose fences both stand in the file's first line, with nothing between them or with its keys. Two of dashes alone may be a rule across the page, and words between plus signs a headline."""
    text = source.flat
    fences = _ONE_LINE.match(text, at) if text.startswith(("+++ ", "--- "), at) else None
    if fences is None or text[:at].strip(BOM):
        return None
    fence, keys = fences[1], fences[3] or ""
    if fence in keys or not _are_meant(fence, keys):
        return None
    syntax = "toml" if fence == "+++" else "yaml"
    opening = Opening(source, Span(*fences.span(1)), fences.end(2), syntax, fence[0])
    below = line_after(text, fences.end())
    last = 4 if keys else 2  # the group before the second fence
    closing = without_blanks(text, fences.end(last), fences.end())
    more = closing_from(text, fence[0], below) if KEY_LINE.match(text, below) else None
    if more is not None:  # the one below ends the keys
        message = "a second fence of the front matter stands in this line, and its keys go on below: remove that fence"
        edits = (
            *((Edit(Span(*fences.span(2)), source.newline),) if keys else ()),
            Edit(Span(fences.start(last), closing.end), ""),
        )
        return opening.unread(Span(*more.span()), line_after(text, more.end())), [_told(source, at, message, edits)]
    message = "both fences of the front matter stand in one line: put each on a line of its own"
    edits = tuple(Edit(Span(*fences.span(group)), source.newline) for group in ((2, 4) if keys else (2,)))
    return opening.unread(closing, line_after(text, closing.end)), [_told(source, at, message, edits)]


def _are_meant(fence: str, keys: str) -> bool:
    """Whether what stands between two fences of one line can be nothing but keys, or none."""
    if fence == "---":
        names = _KEY.findall(keys)  # of several, more is asked
        return len(names) == 1 and names[0] in WELL_KNOWN and keys.startswith(names[0])
    key = _TOML_KEY.match(keys)
    return not keys or (key is not None and (key[1].lower() in WELL_KNOWN or key[1] in KNOWN_KEYS))


def run_together(source: Source, at: int) -> Found | None:
    """The front matter that begins at an offset and has lost its line breaks or its fences."""
    if not source.flat.startswith(("---", "\\---", "___"), at):
        return None
    return _as_paragraph(source, at) or _below_rule(source, at)


def _as_paragraph(source: Source, at: int) -> Found | None:
    """Keys in the same paragraph as both their fences."""
    text = source.flat
    opening, paragraph = _FENCE_BEFORE_KEY.match(text, at), _PARAGRAPH_END.search(text, at)
    if opening is None or paragraph is None:
        return None
    start = opening.end()
    closing = _FENCE_BEHIND.search(text, start, paragraph.start())
    if closing is None or not _are_data(text[start : closing.start()], least=1):
        return None
    line_end = source.newline
    edits = (
        Edit(Span(at, start), f"---{line_end}"),
        *(Edit(Span(*wrap.span()), " ") for wrap in _WRAP.finditer(text, start, closing.start())),
        Edit(Span(closing.start(), closing.start(1)), line_end),
    )
    message = "the lines of the front matter were run together: put each fence and each key on a line of its own"
    fence, end = Span(*closing.span(1)), line_after(text, closing.end())
    front_matter = Opening(source, Span(*opening.span(1)), start, "yaml", "-").unread(fence, end)
    return front_matter, [_told(source, at, message, edits)]


def _below_rule(source: Source, at: int) -> Found | None:
    """Keys of which the first is a heading below a rule, without a closing fence."""
    text = source.flat
    heading = _HEADING.match(text, at)
    if heading is None:
        return None
    start = heading.end()
    end, _, fence, _ = keys_from(text, start, len(text))
    if not _are_data(text[start:end], least=2):
        return None
    opening = f"---{source.newline}"
    closing = opening if text.endswith("\n", 0, end) else source.newline + opening
    edits = (Edit(Span(at, start), opening), Edit.at(end, closing)) if fence is None else ()
    message = 'the front matter has become a heading: put its keys between two "---"'
    front_matter = Opening(source, without_blanks(text, *heading.span(1)), start, "yaml", "-").unread(
        Span(end, end), end
    )
    return front_matter, [_told(source, heading.start(2), message, edits)]


def _told(source: Source, at: int, message: str, edits: tuple[Edit, ...]) -> Problem:
    line = _line(source.flat, at)
    return misfenced(line, message, edits, "Write the fences")


def _line(text: str, start: int) -> Span:
    return Span(start, start + len(text[start : line_after(text, start)].rstrip()))


def first_key_as_heading(text: str, opening: int, stop: int, data: object) -> Problem | None:
    """A first key of sound YAML that is a heading of Markdown, and so a comment; known keys follow before an offset."""
    heading = _HEADING.match(text, opening)
    if heading is None or not isinstance(data, dict) or heading[3] in data:
        return None
    if not _HEADING_OF_DATA.match(text, heading.end()) or not are_keys(text[heading.end() : stop]):
        return None
    message = f'"## " makes a comment of the key "{heading[3]}": remove it'
    edit = Edit(Span(line_after(text, opening), heading.end()), "")
    return slip(_line(text, heading.start(2)), message, edit, 'Remove the "## "')


def _are_data(content: str, least: int) -> bool:
    """Whether these are keys, and so many of their values such as no sentence has."""
    if not are_keys(content) or _PARTED_OTHERWISE.search(content):
        return False
    return sum(1 for _ in _DATA.finditer(content)) >= least


def are_keys(content: str) -> bool:
    """Whether several known keys stand here, the first one at the beginning, on lines of their own or not."""
    keys = [key[1] for key in _KEY.finditer(content)]
    return bool(keys) and keys[0] in WELL_KNOWN and len(WELL_KNOWN.intersection(keys)) >= _FEW_KEYS
