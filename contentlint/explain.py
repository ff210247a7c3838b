"""What a rule asks, in words: for the terminal, as a documentation page, as data."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from contentlint.examples import circumstances, first_sign, plain, seen
from contentlint.options import as_toml
from contentlint.parsing import parse
from contentlint.patterns import pattern
from contentlint.rule import Bad, Good, Rule
from contentlint.text import BOM, Source

_BACKTICKS = pattern(r"`++")
_LONG = 400  # characters


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
        "options": {name: {"default": default, "meaning": rule.options_help.get(name, "")} for name, default in rule.options().items()},
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
        lines.append(f"  {option} = {_default(rule, default)}  {rule.options_help.get(option, '')}")
    if rule.options():
        lines += [_where_options_go(rule), ""]
    for bad in rule.bad[:1]:
        lines += [_titled("Bad", bad), _indented(bad.text)]
        lines += ["Fixed:", _indented(bad.fixed)] if bad.fixed is not None else []
    for good in map(Good.of, rule.good[:1]):
        lines += [_titled("Good", good), _indented(good.text)]
    lines += _signs([*rule.bad[:1], *map(Good.of, rule.good[:1])], "a screen", quote="")
    return "\n".join([*lines, f"More: {rule.url()}", ""])


def _titled(title: str, example: Good | Bad) -> str:
    needed = circumstances(example)
    return f"{title}, {needed}:" if needed else f"{title}:"


def _indented(text: str) -> str:
    return "\n".join("    " + line for line in seen(text).split("\n")) + "\n"


def _markdown(rule: type[Rule]) -> str:
    fix = {"safe": "safe, applied by `--fix`", "unsafe": "unsafe, applied by `--fix --unsafe-fixes`"}.get(
        rule.fix_safety() or "", "none"
    )
    lines = [f"# {rule.name}", "", rule.summary(), ""]
    lines += [f"| group | severity | recommended | fix |\n| --- | --- | --- | --- |\n| {rule.group} | {rule.severity} | {'yes' if rule.recommended else 'no'} | {fix} |", ""]  # fmt: skip
    if why := rule.why():
        lines += ["## Why", "", why, ""]
    lines += ["## Bad", "", *_signs([*rule.bad, *map(Good.of, rule.good)], "a page", quote="`")]
    for bad in rule.bad:
        lines += [*_needed(bad), _fenced(bad.text, bad), ""]
        if bad.fixed is not None:
            lines += ["becomes", "", _fenced(bad.fixed, bad), ""]
    lines += ["## Good", ""]
    for good in map(Good.of, rule.good):
        lines += [*_needed(good), _fenced(good.text, good), ""]
    if rule.options():
        lines += ["## Options", "", "| option | default | meaning |", "| --- | --- | --- |"]
        lines += [
            f"| `{name}` | {_default(rule, default, quote='`')} | {rule.options_help.get(name, '')} |"
            for name, default in rule.options().items()
        ]
        lines += ["", _where_options_go(rule), ""]
    lines += ["## Suppress", "", *_suppressions(rule), ""]
    return "\n".join(lines)


def _signs(examples: Iterable[Good | Bad], medium: str, *, quote: str) -> list[str]:
    """What the signs in the examples mean, where there are any."""
    sign = next(filter(None, map(first_sign, examples)), "")
    return [f"A sign such as {quote}{sign}{quote} stands for what {medium} cannot show.", ""] if sign else []


def _needed(example: Good | Bad) -> list[str]:
    needed = circumstances(example)
    return [f"{needed[0].upper()}{needed[1:]}:", ""] if needed else []


def _default(rule: type[Rule], default: object, quote: str = "") -> str:
    """An option's default, or where to read it if it is long."""
    written = as_toml(default)
    if isinstance(default, tuple) and len(written) > _LONG:
        return f"{len(default)} entries: see {quote}contentlint config rules.{rule.name}{quote}"
    return f"{quote}{written}{quote}"


def _where_options_go(rule: type[Rule]) -> str:
    return f"Set in the config, under `[rules.{rule.name}]`."


def _suppressions(rule: type[Rule]) -> list[str]:
    """How to silence a rule at the places where its examples show it."""
    places = {place_of(bad) for bad in rule.bad if "⟦" in bad.text}
    lines = []
    if "body" in places and rule.silenced_above:
        lines.append(f"- {rule.silenced_above}: `<!-- contentlint-disable-next-line {rule.name} -- reason -->`.")
    if "front matter" in places and rule.silenced_throughout:
        lines.append(f"- In front matter, on the line or above it: `# contentlint: ignore[{rule.name}] -- reason`.")
    if rule.silenced_throughout:
        lines.append(
            f"- For a whole file, {rule.silenced_throughout}: `<!-- contentlint-disable-file {rule.name} -- reason -->`."
        )
    lines.append(f'- For many files, in the config: `[per-file-ignores]` with `"drafts/**" = ["{rule.name}"]`.')
    return lines


def place_of(bad: Bad) -> str:
    """Where an example's finding stands: in the front matter, in the body, or at the file's head, above both."""
    text = bad.text.removeprefix(BOM)
    at = text.index("⟦")
    front_matter = parse(Source(bad.path, plain(text))).front_matter
    if front_matter is None or at >= front_matter.span.end:
        return "head" if text.startswith(("⟦⟧", f"⟦{BOM}")) else "body"
    is_inside = at > front_matter.opening.end and front_matter.syntax in ("yaml", "toml")
    return "front matter" if is_inside else "head"


def _fenced(text: str, example: Good | Bad) -> str:
    longest = max(map(len, _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(longest + 1, 3)
    language = "html" if example.path.endswith(".html") else "markdown"
    return f"{fence}{language}\n{seen(text)}\n{fence}"
