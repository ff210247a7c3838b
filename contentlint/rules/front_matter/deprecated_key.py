"""See `DeprecatedKey`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from contentlint.document import Document
from contentlint.entries import renaming
from contentlint.errors import OptionError
from contentlint.rule import Bad, Finding, Fix, Good, Rule
from contentlint.wording import cut


@dataclass(frozen=True)
class DeprecatedKey(Rule):
    """A key has another name now.

    The site no longer looks at the old one, or will stop to, so its value is not shown.

    The fix is safe: it renames the key. There is no fix where the new key is there already.
    """

    name = "deprecated-key"
    recommended = False
    options_help = {"keys": "Old names of top-level keys, each with the name it has now."}
    good = (
        "---\nthumbnail: a.png\n---\n",
        Good("---\nthumbnail: a.png\nimage:\n  img: b.png\n---\n", options={"keys": {"img": "thumbnail"}}),
        Good("+++\nthumbnail = 'a.png'\n+++\n", options={"keys": {"img": "thumbnail"}}),
        Good("---\ntitle: img\n---\n", schema={"properties": {"img": {"deprecated": False}}}),
    )
    bad = (
        Bad("---\n⟦img⟧: a.png\n---\n", fixed="---\nthumbnail: a.png\n---\n", options={"keys": {"img": "thumbnail"}}),
        Bad(
            '{⟦"img"⟧: "a.png"}\n\n风筝\n',
            fixed='{"thumbnail": "a.png"}\n\n风筝\n',
            options={"keys": {"img": "thumbnail"}},
        ),
        Bad(
            "---\n⟦img⟧: a.png\n⟦cover_image⟧: b.png\n---\n",
            fixed="---\nthumbnail: a.png\ncover_image: b.png\n---\n",
            options={"keys": {"img": "cover_image", "cover_image": "thumbnail"}},
        ),
        Bad("+++\n[[⟦img⟧]]\nsrc = 'a.png'\n\n[[img]]\nsrc = 'b.png'\n+++\n", options={"keys": {"img": "images"}}),
        Bad("---\nthumbnail: a.png\n⟦img⟧: b.png\n---\n", options={"keys": {"img": "thumbnail"}}),
        Bad(
            "---\n⟦img⟧: a.png\n---\n凧\n",
            schema={"properties": {"img": {"deprecated": True, "description": "Use thumbnail."}}},
        ),
    )

    keys: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in self.keys:
            new = self._newest(name)
            if not new or new in self.keys:
                why = "its new names lead round in a circle" if new else "its new name is empty"
                raise OptionError(f'{self.name}: "{cut(name)}" cannot be renamed: {why}', "keys", name)

    def _newest(self, name: str) -> str:
        """What a key is called now, where its new name has a newer one."""
        passed = {name}
        while (new := self.keys.get(name)) is not None and new not in passed:
            passed.add(new)
            name = new
        return name

    def check(self, document: Document) -> Iterator[Finding]:
        front_matter, schema = document.readable_front_matter, document.setting.schema
        if front_matter is None:
            return
        taken = {*front_matter.data}
        for entry in front_matter.top:
            name = entry.name
            if entry.key is None:
                continue
            about = schema.properties.get(name) if schema is not None else None
            if name in self.keys:
                new = self._newest(name)
                is_free = new not in taken
                edit = renaming(document, entry, new) if is_free else None
                advice = "rename it" if is_free else "remove one of the two"
                taken.add(new)
                fix = Fix(f'Call it "{new}"', (edit,), renames={name: new}) if edit else None
                yield self.finding(entry.key, f'"{name}" is called "{new}" now: {advice}', fix)
            elif isinstance(about, dict) and about.get("deprecated") is True:
                hint = about.get("description", "")[:120] or "remove it"
                yield self.finding(entry.key, f'"{name}" should no longer be used: {hint}')
