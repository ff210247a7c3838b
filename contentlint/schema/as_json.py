"""Data as JSON has it."""

from __future__ import annotations

from datetime import date, datetime, time
from math import copysign, isfinite, isnan
from sys import float_info
from typing import Any


def plain(data: Any) -> Any:
    """Data as JSON has it: keys are text, dates are text."""
    if isinstance(data, dict):
        return {spelled(key): plain(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [plain(item) for item in data]
    if isinstance(data, (datetime, date, time)):
        return data.isoformat()
    if isinstance(data, float) and not isfinite(data):  # which JSON cannot say
        return 0.0 if isnan(data) else copysign(float_info.max, data)
    if isinstance(data, (set, frozenset, bytes)):
        return str(data)
    return data


def spelled(key: Any) -> str:
    """A key as JSON has it."""
    if isinstance(key, str):
        return key
    return {True: "true", False: "false", None: "null"}[key] if isinstance(key, bool) or key is None else str(key)
