"""See `KeyOrder`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from contentlint.document import Document
from contentlint.entries import Entry, movable_entries
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Severity
from contentlint.text import Edit


@dataclass(frozen=True)
class KeyOrder(Rule):
    """The keys of the front matter are not in the agreed order.

    Editors find a key faster, and changes are easier to compare, where every article has the same order.

    The fix is safe: it moves whole entries with the comments above them and inside; other keys keep their places.
    """

    name = "key-order"
    recommended = False
    severity = Severity.INFO
    options_help = {"order": "Keys in the order they should stand in; without it, the order of the schema."}
    good = (
        Good("---\ntitle: Kites\nfoo: 1\ndate: 2021-11-07\n---\n", options={"order": ["title", "date"]}),
        Good("---\nfoo: 1\nbar: 2\n---\n", options={"order": ["title", "date"]}),
        Good("---\ndate: 2021-11-07\n---\n", schema={"properties": {"title": {}, "date": {}}}),
        Good('{"title": "风筝", "date": "2021-11-07"}\n\n风筝\n', options={"order": ["title", "date"]}),
    )
    bad = (
        Bad(
            "---\n# when\ndate: 2021-11-07  # a day\nfoo: 1\n⟦title⟧: >\n  Kites\n  fly\n---\n",
            fixed="---\ntitle: >\n  Kites\n  fly\nfoo: 1\n# when\ndate: 2021-11-07  # a day\n---\n",
            options={"order": ["title", "date"]},
        ),
        Bad(
            '{\n  "date": "2021-11-07",\n  ⟦"title"⟧: "风筝"\n}\n\n风筝\n',
            fixed='{\n  "title": "风筝",\n  "date": "2021-11-07"\n}\n\n风筝\n',
            schema={"properties": {"title": {}, "date": {}}},
        ),
        Bad(
            '+++\ntags = [\n  "凧",\n]\n⟦title⟧ = "凧"\n\n[params]\ndate = 1\n+++\n',
            fixed='+++\ntitle = "凧"\ntags = [\n  "凧",\n]\n\n[params]\ndate = 1\n+++\n',
            options={"order": ["title", "tags", "params"]},
        ),
        Bad(
            "---\ntags:\n  - 凧\n  # - 風\n# when\n⟦date⟧: 2021-11-07\n---\n",
            fixed="---\n# when\ndate: 2021-11-07\ntags:\n  - 凧\n  # - 風\n---\n",
            options={"order": ["date", "tags"]},
        ),
        Bad("---\n{\n  tags: [凧], # who\n  ⟦date⟧: 2021-11-07 # when\n}\n---\n", options={"order": ["date", "tags"]}),
        Bad("+++\n[tags]\na = 1\n\n[⟦title⟧]\nb = 2\n+++\n", options={"order": ["title", "tags"]}),
        Bad("---\ndate: &day 2021-11-07\n⟦title⟧: *day\n---\n", options={"order": ["title", "date"]}),
        Bad("---\ntags:\n\u3000\u3000a: 1\n⟦title⟧: 凧\n---\n", options={"order": ["title", "tags"]}),
        Bad("---\nsummary: |+\n  凧\n\n⟦title⟧: 凧\n---\n", options={"order": ["title", "summary"]}),
    )

    order: tuple[str, ...] = ()

    def check(self, document: Document) -> Iterator[Finding]:
        front_matter, schema = document.readable_front_matter, document.setting.schema
        order = self.order or (schema.order if schema is not None else ())
        if front_matter is None or not order:
            return
        ranks = _ranks(order)
        known = [(ranks[field.path[0]], field) for field in front_matter.top if field.path[0] in ranks and field.key]
        for (rank, _), (after_rank, after) in pairwise(known):
            if after_rank < rank and after.key is not None:
                first = next(field.name for rank, field in known if rank > after_rank)
                movable = [entry for entry in movable_entries(document) if entry.field.path[0] in ranks]
                message = f'move "{after.name}" above "{first}"'
                is_flat = not any(field.name[:1].isspace() for field in front_matter.top)  # else of a group to the eye
                yield self.finding(after.key, message, _moved(document, movable, ranks) if is_flat else None)
                return


@lru_cache
def _ranks(order: tuple[str, ...]) -> dict[str | int, int]:
    return {name: rank for rank, name in enumerate(order)}


def _moved(document: Document, found: list[Entry], ranks: dict[str | int, int]) -> Fix | None:
    """Every entry into the place of the one that should stand there."""
    wanted = sorted(found, key=lambda entry: ranks[entry.field.path[0]])
    text = document.text
    edits = tuple(Edit(there.span, entry.span.of(text)) for there, entry in zip(found, wanted) if there is not entry)
    return Fix("Put the keys in order", edits) if edits else None
