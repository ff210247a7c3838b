"""What stands in a page and does nothing."""

from __future__ import annotations

from contentlint.nodes import Node


def is_inert(node: Node) -> bool:
    """Whether a node stands in a `<template>` that no browser unpacks; a declarative shadow root is unpacked."""
    return any(
        ancestor.name == "template"
        and ancestor.namespace == "html"
        and (ancestor.get("shadowrootmode") or "").lower() not in ("open", "closed")
        for ancestor in node.ancestors()
    )
