"""Data as JSON has it."""

from __future__ import annotations

from math import copysign, isfinite, isnan
from sys import float_info
from typing import Any


def plain(data: Any) -> Any:
    """Data as JSON has it: keys are text, numbers have an end."""
    if isinstance(data, dict):
        return {spelled(key): plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(item) for item in data]
    if isinstance(data, float) and not isfinite(data):  # which JSON cannot say
        return 0.0 if isnan(data) else copysign(float_info.max, data)
    return data


def spelled(key: Any) -> str:
    """A key as JSON has it."""
    if isinstance(key, str):
        return key
    return {True: "true", False: "false", None: "null"}[key] if isinstance(key, bool) or key is None else str(key)
