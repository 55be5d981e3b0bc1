"""The parts that a model is made of: which field holds another model, or a list of it."""

from __future__ import annotations

from typing import Any, get_args, get_origin

from spbe.model.base import Base


def part_of(annotation: Any) -> tuple[type[Base] | None, bool]:
    """The model inside ``annotation``, if there is one, and whether the field holds a list of it."""
    if isinstance(annotation, type):
        return (annotation, False) if issubclass(annotation, Base) else (None, False)
    for argument in get_args(annotation):
        found, many = part_of(argument)
        if found is not None:
            return found, many or get_origin(annotation) is tuple
    return None, False
