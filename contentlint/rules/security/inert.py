"""What stands in a page and does nothing."""

from __future__ import annotations

from contentlint.nodes import Node


def is_inert(node: Node) -> bool:
    """Whether a node stands in a `<template>` that no browser unpacks; a declarative shadow root is unpacked."""
    templates = (each for each in node.ancestors() if each.name == "template" and each.namespace == "html")
    return any((each.get("shadowrootmode") or "").lower() not in ("open", "closed") for each in templates)
