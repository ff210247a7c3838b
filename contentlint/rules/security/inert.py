"""What stands in a page and does nothing."""

from __future__ import annotations

from contentlint.nodes import Node


def is_inert(node: Node) -> bool:
    """Whether a node stands in a `<template>` that no browser unpacks; a declarative shadow root is unpacked."""
    if node.parent is None:
        return False
    templates = (each for each in node.ancestors() if each.name == "template" and each.namespace == "html")
    return any((each.get("shadowrootmode") or "").lower() not in ("open", "closed") for each in templates)


def never_runs(node: Node) -> bool:
    """Whether no browser ever runs a script there: it is inert, or shown only where scripts are switched off."""
    if node.parent is None:
        return False
    return any(each.name == "noscript" and each.namespace == "html" for each in node.ancestors()) or is_inert(node)
