"""Values that are promised now and made when somebody asks for them, once."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import Context, copy_context
from typing import Generic, TypeVar

T = TypeVar("T")


class Later(Generic[T]):
    """What ``make`` gives, in the language and with the words that were in force when it was promised.

    Two are equal when their values are; asking that makes both.
    """

    __slots__ = ("_promise", "_value")

    def __init__(self, make: Callable[[], T]) -> None:
        self._promise: tuple[Context, Callable[[], T]] | None = copy_context(), make
        self._value: T

    @property
    def value(self) -> T:
        """The value, made now if it was not before."""
        if self._promise is not None:
            context, make = self._promise
            self._value = context.copy().run(make)  # one context cannot be entered twice, and values ask for values
            self._promise = None
        return self._value

    def __eq__(self, other: object) -> bool:
        return self.value == other.value if isinstance(other, Later) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.value)

    def __repr__(self) -> str:
        return f"Later({'…' if self._promise else repr(self._value)})"
