"""The values of YAML from the nodes of PyYAML's composer, as SafeLoader reads them, and the place of each. Dates stay text
as written."""

from __future__ import annotations

from collections import Counter
from typing import Any, NoReturn

import yaml
from yaml.constructor import SafeConstructor
from yaml.nodes import MappingNode, Node, ScalarNode

from contentlint.document import Problem
from contentlint.errors import KeyPath
from contentlint.fields import Field, Style
from contentlint.parsing.front_matter.keys import named
from contentlint.parsing.front_matter.mending import slip
from contentlint.parsing.front_matter.parsed import MAX_DEPTH, MAX_DIGITS, MAX_EXPANDED, Parsed, Rows
from contentlint.parsing.front_matter.yaml.loader import NO_NAME, TAG, TAGS_OF_R
from contentlint.parsing.front_matter.yaml.misread.keys import name_meant, names_meant
from contentlint.parsing.front_matter.yaml.misread.while_reading import (
    glued_key,
    lost_in_anchor,
    lost_item,
    lost_value,
    swallowed_items,
    wide_blanks,
)
from contentlint.parsing.front_matter.yaml.places import Places, Refused
from contentlint.parsing.front_matter.yaml.writing import LIKE_SPACES
from contentlint.patterns import pattern
from contentlint.text import Edit, Span
from contentlint.wording import cut

_STYLES: dict[str | None, Style] = {
    None: "plain",
    "'": "single",
    '"': "double",
    "|": "literal",
    ">": "folded",
    "": "plain",
}
_SWITCHES = {"true": True, "false": False}
_DASH = pattern(r"(?:\s++|#[^\n]*+)*+-")
_MERGED = "\0<<"  # stands in a path for the merge key
_DATE = TAG + "timestamp"
_VALUE = TAG + "value"  # of "=", https://yaml.org/type/value.html
_TAG_OF_SIGN = pattern(r"!\S++[ \t]++(?=(?:=|<<)\Z)")
_OF_PAIRS = ("omap", "pairs")
_KINDS = {"map": "map", "set": "map", "seq": "seq", **dict.fromkeys(_OF_PAIRS, "seq")}
_NUMBER_TAGS = (TAG + "int", TAG + "float")
_TEXT_TAGS = TAGS_OF_R | {TAG + kind for kind in ("str", "timestamp", "binary")}


class Values:
    """Reads a node and all in it into `parsed`; `Refused` is raised where one cannot be read."""

    def __init__(self, content: str, offset: int, rows: Rows, parsed: Parsed) -> None:
        self.content, self.offset, self.rows, self.parsed = content, offset, rows, parsed
        self.places = Places(content, offset)
        self._sizes: dict[int, int] = {}
        self._data: dict[int, Any] = {}
        self._under_way: set[int] = set()
        self._reach = 0  # where the last value ends
        self._has_twice = False

    def read(self, root: Node) -> None:
        """Read the root, which is all there is."""
        self.parsed.data = self._value(root, (), None)
        del self.parsed.fields[()]
        if self._has_twice:
            self._forget_lost()

    def _value(self, node: Any, path: KeyPath, key: Span | None) -> Any:
        """The value of a node; notes fields for it and all in it."""
        span, identity, data = self.places.of(node), id(node), self._data
        if identity in data:
            span = self.places.next_alias(span)
        elif identity in self._under_way:
            span = self.places.next_alias(span)
            raise Refused(slip(span, "this alias refers to itself: write the value that is meant"))
        elif len(path) > MAX_DEPTH:
            raise Refused(Problem("limit-exceeded", span, f"values nested more than {MAX_DEPTH} deep: flatten them"))
        elif isinstance(node, ScalarNode):
            data[identity] = self._scalar(node, span)
        else:
            self._under_way.add(identity)
            self.parsed.fields[path] = Field(path, key, span, None)  # its place in the order is before its children's
            data[identity] = self._mapping(node, path) if isinstance(node, MappingNode) else self._sequence(node, path)
            self._under_way.discard(identity)
            if node.value and not node.flow_style:  # a block ends with its last value, not where the parser noticed it
                span = Span(span.start, max(span.start, self._reach))
        self._reach = span.end
        self.parsed.fields[path] = Field(path, key, span, data[identity], _style(node))
        return data[identity]

    def _scalar(self, node: ScalarNode, span: Span) -> Any:
        tag, value = node.tag, node.value
        if tag in _TEXT_TAGS:
            if tag == _DATE and not SafeConstructor.timestamp_regexp.match(value):  # one that a tag makes one
                raise Refused(slip(span, "this value is no valid timestamp"))
            if " -" in value and _style(node) == "plain":
                self._note(swallowed_items(self.content, self.offset, span))
            return value
        if tag == TAG + "bool" and (switch := _SWITCHES.get(value)) is not None:
            return switch
        if tag == TAG + "int" and value.isdecimal() and value[0] != "0" and len(value) <= MAX_DIGITS:
            return int(value)
        if len(value) > MAX_DIGITS and tag in _NUMBER_TAGS:
            raise Refused(Problem("limit-exceeded", span, "this number has too many digits: put it in quotes"))
        try:
            return SafeConstructor().construct_object(node, deep=True)
        except yaml.MarkedYAMLError:
            self._refuse_sign(node, span)
            self._refuse_tag(node, span)
        except Exception:  # PyYAML converts what a tag names unchecked: int("") looks for its first digit
            message = f"this value is no valid {tag.removeprefix(TAG)}"
        raise Refused(slip(span, message))

    def _sequence(self, node: Any, path: KeyPath) -> Any:
        self._check_tag(node, "seq")
        data: list[Any] = []
        for index, item in enumerate(node.value):
            reach = max(self._reach - self.offset, node.start_mark.index)
            data.append(self._value(item, (*path, index), None))
            if data[-1] is None and not node.flow_style:
                self._of_nothing((*path, index), reach)
        self._count(node, node.value, 0)
        return data

    def _of_nothing(self, path: KeyPath, reach: int) -> None:
        """An item without a value stands where its dash is, the first from an offset on, and not where the parser
        noticed it."""
        item, dash = self.parsed.fields[path], _DASH.match(self.content, reach)
        if item.value.start == item.value.end and dash is not None:
            lost = lost_item(self.content, self.offset, dash.end())
            place = lost.span.start if lost is not None else dash.end() + self.offset
            self.parsed.fields[path] = item._replace(value=Span(place, place))
            self._note(lost)

    def _mapping(self, node: MappingNode, path: KeyPath) -> Any:
        self._check_tag(node, "map")
        merged: dict[Any, Any] = {}
        data: dict[Any, Any] = {}
        keys: dict[Any, Span] = {}  # by their kind too: 1 and true are one key for Python alone
        named_so: Counter[str] = Counter()
        value_above: Any = True
        is_flow = False
        is_inside = False  # whether what only looks like blanks was to indent the key above
        inside: set[Any] = set()  # the keys that then stand beside it
        for key_node, value_node in node.value:
            if key_node.tag == TAG + "merge":
                if merged:
                    told = '"<<" is there already: put both groups into one list'
                    self.parsed.problems.append(Problem("duplicate-key", self.places.of(key_node), told))
                merged |= self._merge(value_node, path, self.places.of(key_node))
                continue
            key, key_span = self._key(key_node)
            known = keys.get((type(key), key))
            if known is not None:
                row = self.rows.of(known.start)
                written = named(key if isinstance(key, str) else key_span.of(self.rows.text))
                message = f'"{written}" is in line {row} already, and only one can count: remove one of the two'
                self.parsed.problems.append(Problem("duplicate-key", key_span, message))
                self._has_twice = True
            keys.setdefault((type(key), key), key_span)
            if isinstance(key, str) and not key[:1].isascii():
                if value_above is None or (isinstance(value_above, dict) and not is_flow):
                    is_inside, inside = True, set(value_above or ())
                if key[0] in LIKE_SPACES:
                    named_so = named_so or names_meant(each.value for each, _ in node.value)
                    name = name_meant(key)
                    is_known = name in inside if is_inside else named_so[name] > 1
                    self._note(wide_blanks(key, key_span, is_inside=is_inside, is_known=is_known))
                    inside.add(name)
            else:
                is_inside = False
            data[key] = value_above = self._value(value_node, (*path, key), key_span)
            is_flow = getattr(value_node, "flow_style", False)
            self._reach = max(self._reach, key_span.end + 1)
            if not path and isinstance(key, str) and ":" in key:
                self._note(glued_key(self.content, self.offset, key, key_span, self.parsed.fields[key,].value))
            if value_above is None:
                self._note(lost_value(self.content, self.offset, key, key_span))
                self._note(lost_in_anchor(self.content, self.offset, key, key_span))
        self._count(node, [value for _, value in node.value], len(node.value))
        return {**merged, **data} if merged else data

    def _note(self, problem: Problem | None) -> None:
        if problem is not None:
            self.parsed.problems.append(problem)

    def _merge(self, node: Node, path: KeyPath, key: Span) -> dict[Any, Any]:
        self._has_twice = True
        merged = (*path, _MERGED)
        data = self._value(node, merged, key)
        sources = data if isinstance(data, list) else [data]
        if not all(isinstance(source, dict) for source in sources):
            place, message = self.parsed.fields[merged].value, 'only a group of keys can be merged with "<<"'
            raise Refused(slip(place, message))
        return {key: value for source in reversed(sources) for key, value in source.items()}

    def _forget_lost(self) -> None:
        """Drop the places of what a second key of the same name has replaced, and of merged keys, written elsewhere."""
        fields = self.parsed.fields
        for path in [path for path in fields if _MERGED in path or not _is_in(self.parsed.data, path)]:
            del fields[path]

    def _key(self, node: Node) -> tuple[Any, Span]:
        span, data = self.places.of(node), self._data
        is_alias = id(node) in data
        if is_alias:
            span = self.places.next_alias(span)
        if not isinstance(node, ScalarNode):
            at = span.start - self.offset
            is_template = "{{" in self.content[max(at - 1, 0) : at + 2]
            reason = "a template needs quotes here" if is_template else "a key must be plain text"
            raise Refused(slip(span, reason), at if is_template else -1)
        if not is_alias:
            data[id(node)] = node.value if node.tag == _VALUE else self._scalar(node, span)
        return data[id(node)], span

    def _check_tag(self, node: Node, kind: str) -> None:
        name = node.tag.removeprefix(TAG)
        if name not in _KINDS:
            self._refuse_tag(node, self.places.of(node))
        if _KINDS[name] != kind:
            told = f'"!!{name}" belongs before a {"list" if kind == "map" else "group"}'
            raise Refused(slip(self.places.of(node), told))
        if name in _OF_PAIRS and any(not isinstance(item, MappingNode) or len(item.value) != 1 for item in node.value):
            told = f'each item of "!!{name}" is one key with its value'
            raise Refused(slip(self.places.of(node), told))

    def _refuse_sign(self, node: ScalarNode, span: Span) -> None:
        """Refuse a sign of YAML 1.1 that stands where only a value may, as PyYAML does."""
        if node.value in ("=", "<<") and _style(node) == "plain":
            message = f'"{node.value}" is a sign of YAML itself, which PyYAML refuses as a value: put it in quotes'
            tag = _TAG_OF_SIGN.search(self.rows.text, *span)  # names nothing but the sign
            start = tag.start() if tag else span.end - len(node.value)
            mend = Edit(Span(start, span.end), f'"{node.value}"')
            raise Refused(slip(span, message, mend, "Put it in quotes"))

    def _refuse_tag(self, node: Node, span: Span) -> NoReturn:
        message = f"the tag {cut(node.tag.replace(TAG, '!!'))!r} is not allowed: front matter is plain data"
        at = node.start_mark.index if node.tag.startswith(NO_NAME) else -1
        raise Refused(slip(span, message), at)

    def _count(self, node: Node, values: list[Node], keys: int) -> None:
        sizes = self._sizes
        size = 1 + keys + sum([sizes.get(id(value), 1) for value in values])
        self._sizes[id(node)] = size
        if size > MAX_EXPANDED:
            message = f"more than {MAX_EXPANDED:,} values, aliases unfolded: write fewer"
            raise Refused(Problem("limit-exceeded", self.places.of(node), message))


def _style(node: Node) -> Style:
    if isinstance(node, ScalarNode):
        return _STYLES.get(node.style, "plain")
    return "mapping" if isinstance(node, MappingNode) else "sequence"


def _is_in(data: Any, path: KeyPath) -> bool:
    for step in path:
        inside = (
            isinstance(step, int) and step < len(data)
            if isinstance(data, list)
            else isinstance(data, dict) and step in data
        )
        if not inside:
            return False
        data = data[step]
    return True
