"""What a rule asks, in words: for the terminal, as a documentation page, as data."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from contentlint.parsing import parse
from contentlint.patterns import pattern
from contentlint.rule import Bad, Good, Rule
from contentlint.text import BOM, Source

_MARKS = str.maketrans("", "", "⟦⟧")
_UNSEEN = pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ue000-\uf8ff\ufeff\ufff9-\uffff]"
)


def as_json(rules: Iterable[type[Rule]]) -> str:
    return json.dumps([_data(rule) for rule in rules], ensure_ascii=False, indent=2) + "\n"


def as_text(rules: Iterable[type[Rule]]) -> str:
    return "\n".join(_text(rule) for rule in rules)


def as_markdown(rules: Iterable[type[Rule]]) -> str:
    return "\n".join(_markdown(rule) for rule in rules)


FORMATS: Mapping[str, Callable[[Iterable[type[Rule]]], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}


def _data(rule: type[Rule]) -> dict[str, Any]:
    return {
        "name": rule.name,
        "group": rule.group,
        "severity": str(rule.severity),
        "recommended": rule.recommended,
        "fix": rule.fix_safety() and str(rule.fix_safety()),
        "doc": inspect.cleandoc(rule.__doc__ or ""),
        "good": [Good.of(good).text for good in rule.good],
        "bad": [bad.text for bad in rule.bad],
        "options": {name: {"default": _plain(default), "meaning": rule.options_help.get(name, "")} for name, default in rule.options().items()},
        "url": rule.url(),
    }  # fmt: skip


def _text(rule: type[Rule]) -> str:
    fix = {"safe": "fixed by --fix", "unsafe": "fixed by --fix --unsafe-fixes"}.get(rule.fix_safety() or "", "no fix")
    chosen = "recommended" if rule.recommended else "off by default"
    lines = [
        f"{rule.name} ({rule.group}, {rule.severity}, {chosen}, {fix})",
        "",
        inspect.cleandoc(rule.__doc__ or ""),
        "",
    ]
    for option, default in rule.options().items():
        lines.append(f"  {option} = {_shown(default)}  {rule.options_help.get(option, '')}")
    lines += ["Bad:", _indented(rule.bad[0].text)] if rule.bad else []
    if rule.bad and rule.bad[0].fixed is not None:
        lines += ["Fixed:", _indented(rule.bad[0].fixed)]
    lines += ["Good:", _indented(Good.of(rule.good[0]).text)] if rule.good else []
    return "\n".join([*lines, f"More: {rule.url()}", ""])


def _indented(text: str) -> str:
    return "\n".join("    " + line for line in text.rstrip("\n").split("\n")) + "\n"


def _markdown(rule: type[Rule]) -> str:
    fix = {"safe": "safe, applied by `--fix`", "unsafe": "unsafe, applied by `--fix --unsafe-fixes`"}.get(
        rule.fix_safety() or "", "none"
    )
    lines = [f"# {rule.name}", "", rule.summary(), ""]
    lines += [f"| group | severity | recommended | fix |\n| --- | --- | --- | --- |\n| {rule.group} | {rule.severity} | {'yes' if rule.recommended else 'no'} | {fix} |", ""]  # fmt: skip
    if why := rule.why():
        lines += ["## Why", "", why, ""]
    lines += ["## Bad", ""]
    for bad in rule.bad:
        lines += [_fenced(bad.text, bad), ""]
        if bad.fixed is not None:
            lines += ["becomes", "", _fenced(bad.fixed, bad), ""]
    lines += ["## Good", ""]
    for good in map(Good.of, rule.good):
        lines += [_fenced(good.text, good), ""]
    if rule.options():
        lines += ["## Options", "", "| option | default | meaning |", "| --- | --- | --- |"]
        lines += [
            f"| `{name}` | `{_shown(default)}` | {rule.options_help.get(name, '')} |"
            for name, default in rule.options().items()
        ]
        lines.append("")
    lines += ["## Suppress", "", *_suppressions(rule), ""]
    return "\n".join(lines)


def _suppressions(rule: type[Rule]) -> list[str]:
    """How to silence a rule at the places where its examples show it."""
    places = {_place(bad) for bad in rule.bad if "⟦" in bad.text}
    lines = []
    if "body" in places:
        lines.append(f"- Above the line: `<!-- contentlint-disable-next-line {rule.name} -- reason -->`.")
    if "front matter" in places:
        lines.append(f"- In front matter, on the line or above it: `# contentlint: ignore[{rule.name}] -- reason`.")
    lines.append(
        f"- For a whole file, anywhere in its body: `<!-- contentlint-disable-file {rule.name} -- reason -->`."
    )
    lines.append(f'- For many files, in the config: `[per-file-ignores]` with `"drafts/**" = ["{rule.name}"]`.')
    return lines


def _place(bad: Bad) -> str:
    """Where an example's finding stands: in the front matter, in the body, or at the file's head, above both."""
    text = bad.text.removeprefix(BOM)
    at = text.index("⟦")
    front_matter = parse(Source(bad.path, text.translate(_MARKS))).front_matter
    if front_matter is None or at >= front_matter.span.end:
        return "head" if text.startswith(("⟦⟧", f"⟦{BOM}")) else "body"
    is_inside = at > front_matter.opening.end and front_matter.syntax in ("yaml", "toml")
    return "front matter" if is_inside else "head"


def _fenced(text: str, example: Good | Bad) -> str:
    fence = "````" if "```" in text else "```"
    language = "html" if example.path.endswith(".html") else "markdown"
    return f"{fence}{language}\n{_seen(text).rstrip(chr(10))}\n{fence}"


def _seen(text: str) -> str:
    """An example without its marks, with a sign for each character that a page cannot show."""
    return _UNSEEN.sub(lambda match: f"[U+{ord(match[0]):04X}]", text.translate(_MARKS).replace("\r\n", "[CRLF]\n"))


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _shown(value: Any) -> str:
    return json.dumps(_plain(value), ensure_ascii=False)
