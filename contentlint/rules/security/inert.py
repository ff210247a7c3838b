"""What stands in a page and does nothing."""

from __future__ import annotations

from contentlint.nodes import Node


def is_inert(node: Node) -> bool:
    """Whether a node stands in a `<template>` that no browser unpacks; a declarative shadow root is unpacked."""
    around = node.parent
    while around is not None:
        if around.name == "template" and around.namespace == "html":
            if (around.get("shadowrootmode") or "").lower() not in ("open", "closed"):
                return True
        around = around.parent
    return False
