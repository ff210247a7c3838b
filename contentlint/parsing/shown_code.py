"""What only some programs show as code: in all others the HTML in it runs, though its author meant a sample."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from contentlint.elements import SAMPLES
from contentlint.nodes import Block, Node
from contentlint.parsing.code import code_in
from contentlint.parsing.extensions import extensions, is_comment
from contentlint.parsing.html import Builder
from contentlint.parsing.raw_text import RAW
from contentlint.parsing.tags import MARK
from contentlint.patterns import pattern
from contentlint.spans import Merged
from contentlint.text import Span, filled

_FENCE = pattern(r"\n[ \t>]*+(`{3,}+|~{3,}+)([^`\n]*+)(?=\n|\Z)")
_FENCES = {sign: pattern(rf"\n[ \t>]*+({sign}{{3,}}+)([^`\n]*+)(?=\n|\Z)") for sign in "`~"}
_RAW_OR_SAMPLE = RAW | SAMPLES
_HOLDING = frozenset({"element", "link", "heading"})


def _read_shown(builder: Builder, text: str, codes: Iterable[Node]) -> None:
    """Read the HTML in code that only some programs show as such. `text` has it unmasked."""
    reader, reached = Builder(builder.original, text, builder.end), 0
    for code in codes:
        start, end = code.content
        if start < reached or MARK.search(text, start, end) is None:
            continue
        known = len(reader.nodes)
        reached = reader.feed(start, end)
        reader.close_all(reached)
        for node in reader.nodes[known:]:
            node.parent = node.parent or code.parent
        builder.shown.append(Span(max(start, code.span.start + 1), end))  # the code itself is none
    builder.nodes += reader.nodes


def read_comments(builder: Builder, text: str, comments: Iterable[Node], blocks: Sequence[Block]) -> None:
    """Read what looks like kramdown's comments and is none to it."""
    tags = [node for node in builder.nodes if node.markup == "html" and node.kind in _HOLDING]
    inside = Merged([Span(tag.span.end, tag.content.end if tag.content.end >= 0 else builder.end) for tag in tags])
    _read_shown(builder, text, [node for node in comments if not is_comment(text, node, blocks, inside)])


def read_what_runs_elsewhere(builder: Builder, text: str, asked: Iterable[Span]) -> None:
    """Read what only some programs show as code: where a tag asks for it, and in kramdown's extensions."""
    published = list(asked)
    codes = [node for node in builder.nodes if node.kind == "code"]
    for name, span in extensions(text, Merged([code.span for code in codes])):
        (builder.shown if name == "comment" else published).append(span)
    if published:
        places = Merged(published)
        codes = [code for code in codes if places.hold(code.span.start)]
        _read_shown(builder, filled(text, Merged(_code_to_all(text, codes, places)).spans), codes)


def _code_to_all(text: str, codes: Iterable[Node], places: Merged) -> list[Span]:
    """What is code to CommonMark, too, in code that goes on below the places that are HTML to it."""
    found: list[Span] = []
    for code in codes:
        below = places.end_of(code.span.start)
        if below < code.content.end:
            found += code_in(text, below, code.content.end)
    return found


def fenced(builder: Builder, text: str, blocks: Iterable[Block]) -> Iterator[Span]:
    """What stands between two fences in a block of HTML, which goes beyond its empty lines only where the first names a
    language: Python-Markdown shows it as code, and its author meant it so."""
    raw, reached = None, 0
    for block in blocks:
        if block.kind != "html":
            continue
        if text.find("```", block.start, block.end) < 0 and text.find("~~~", block.start, block.end) < 0:
            continue
        if raw is None:
            raw = Merged([node.whole for node in builder.nodes if _holds_no_markdown(node)])
        while (opening := _FENCE.search(text, max(reached, block.start), block.end)) is not None:
            reached = opening.end(1)
            if raw.hold(opening.start(1)):
                continue
            end = len(text) if opening[2].strip() else block.end
            closing = _FENCES[opening[1][0]].search(text, reached, end)
            if closing is None:
                break
            if closing[1].startswith(opening[1]) and not closing[2].strip():
                yield Span(opening.end(), closing.start())
                reached = closing.end(1)


def _holds_no_markdown(node: Node) -> bool:
    return node.kind == "comment" or node.name in _RAW_OR_SAMPLE
