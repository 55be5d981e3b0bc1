"""Where every part of a document stands, found by a second look at its events."""

from __future__ import annotations

from typing import Any

from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from spbe.yamlio.events import events

Path = tuple[str | int, ...]
"""The way from the top of a document to a part of it: keys and list positions."""

Position = tuple[int, int]
"""Line and column, both counted from 1."""


def positions_in(text: str) -> dict[Path, tuple[Position, Position]]:
    """Path of each part to the positions of its key and of its value; ``text`` must have parsed before.

    A list item and the top have no key; their value's position stands for both. What an alias repeats
    has no positions of its own below the alias.
    """
    found: dict[Path, tuple[Position, Position]] = {}
    stack: list[list[Any]] = []  # [path, is mapping, waiting key or item count, key position]
    for event in events(text):
        if isinstance(event, MappingEndEvent | SequenceEndEvent):
            stack.pop()
            continue
        if not isinstance(event, ScalarEvent | AliasEvent | MappingStartEvent | SequenceStartEvent):
            continue
        start: Any = event.start_mark
        here = (start.line + 1, start.column + 1)
        path: Path = ()
        key_position = here
        if stack:
            top = stack[-1]
            if top[1] and top[2] is None:  # this event is the key of a pair
                top[2], top[3] = getattr(event, "value", ""), here
                continue
            path = (*top[0], top[2])
            if top[1]:
                key_position, top[2] = top[3], None
            else:
                top[2] += 1
        found.setdefault(path, (key_position, here))
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            mapping = isinstance(event, MappingStartEvent)
            stack.append([path, mapping, None if mapping else 0, here])
    return found
