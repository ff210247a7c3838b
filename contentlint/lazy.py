"""Attributes and answers that are worked out when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Generic, Self, TypeVar, overload

_K = TypeVar("_K")
_T = TypeVar("_T")
_SHORT = 400  # characters


class lazy(Generic[_T]):  # noqa: N801 - a decorator, as property is
    """What `functools.cached_property` does, without the lock that it takes in Python 3.11: each article asks
    for dozens of them. Two threads that share an object may both work it out, with the same result."""

    def __init__(self, function: Callable[[Any], _T]) -> None:
        self._function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> _T: ...
    def __get__(self, instance: object | None, owner: type) -> Self | _T:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._function(instance)
        return value


class Known(dict[_K, _T]):
    """A dictionary that works out what it is asked for the first time."""

    def __init__(self, find: Callable[[_K], _T]) -> None:
        self._find = find

    def __missing__(self, key: _K) -> _T:
        value = self[key] = self._find(key)
        return value


def known_if_short(function: Callable[[str], _T]) -> Callable[[str], _T]:
    """Remember what a function says of short texts, of which there are many alike; long ones would fill the memory."""
    known = lru_cache(4096)(function)

    def answer(text: str) -> _T:
        return known(text) if len(text) <= _SHORT else function(text)

    return wraps(function)(answer)
