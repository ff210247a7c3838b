"""PyYAML's C parser as front matter needs it, how deep a text nests, and whether it is a template for front matter."""

from __future__ import annotations

import operator
from typing import Any, cast

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from contentlint.parsing.front_matter.parsed import MAX_DEPTH
from contentlint.patterns import pattern

TAG = "tag:yaml.org,2002:"
TAGS_OF_R = frozenset(("!r", "!expr"))  # https://bookdown.org/yihui/rmarkdown/params-declare.html
NO_NAME = ("!", TAG + "!")  # what tags begin with that are none of YAML's own: "!kite", and "!!!"
_RESOLVERS: Any = yaml.SafeLoader.yaml_implicit_resolvers
_COLLECTION_TAGS: dict[type[Node], str] = {MappingNode: TAG + "map", SequenceNode: TAG + "seq"}
_KEY_WITH_TEMPLATE_OF_HUGO = pattern(
    r"(?m)^([ \t]*+[\w-]++:[ \t]++)\{\{-?[ \t]*+(?:\.[A-Z]|\w++[ \t]++[.($][^\n}]|now\b)[^\r\n]*\}\}[ \t]*+(?=\r?$)"
)
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(_SafeLoader):  # type: ignore[misc]
    """SafeLoader without its resolvers by path, which it asks for each node though nobody registers any."""

    descend_resolver = operator.is_  # it takes two arguments and does nothing
    ascend_resolver = tuple

    def resolve(self, kind: type[Node], value: str | None, implicit: Any) -> str:
        if kind is not ScalarNode:
            return _COLLECTION_TAGS[kind]
        if implicit[0]:
            for tag, form in _RESOLVERS.get((value or "")[:1], ()):
                if form.match(value):
                    return cast(str, tag)
        return TAG + "str"


def depth_of(content: str) -> int:
    """How deep the values nest, counted from the parser's events, which need no stack."""
    depth = deepest = 0
    try:
        for event in yaml.parse(content, Loader=Loader):
            if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                depth += 1
                deepest = max(deepest, depth)
                if depth > MAX_DEPTH:
                    return depth
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                depth -= 1
    except (yaml.YAMLError, ValueError) as error:
        if "nesting depth" in str(error):
            return MAX_DEPTH + 1
        # composing tells what else it is, and stops at the same place
    return deepest


def is_blueprint(content: str) -> bool:
    """Whether this is a template for front matter, as Hugo's archetypes are: no data before it is filled in."""
    filled, count = _KEY_WITH_TEMPLATE_OF_HUGO.subn(r"\1x", content)
    if not count:
        return False
    try:
        return isinstance(yaml.compose(filled, Loader=Loader), MappingNode)
    except (yaml.YAMLError, ValueError):
        return False
