"""A YAML file that was understood: its text, its value, and the position of every part."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Path = tuple[str | int, ...]
"""The way from the top of a document to a part of it: keys and list positions."""

Position = tuple[int, int]
"""Line and column, both counted from 1."""


@dataclass(frozen=True)
class Document:
    """``value`` holds dicts, lists, text and ``None`` only: scalars are what the author wrote.

    ``file`` is relative to the region's root, with forward slashes. Positions are worked out when the first
    one is asked for, which for a file without problems is never.
    """

    file: str
    text: str = field(repr=False)
    value: Any = field(repr=False)
    _positions: dict[Path, tuple[Position, Position]] = field(default_factory=dict, repr=False, compare=False)

    def position(self, path: Path, *, of_key: bool = False) -> Position:
        """Where the part at ``path`` stands, or the nearest part above it that exists.

        With ``of_key`` the position of its key rather than of its value.
        """
        if not self._positions:
            from spbe.yamlio.positions import positions_in

            self._positions.update(positions_in(self.text))
        for end in range(len(path), -1, -1):
            found = self._positions.get(path[:end])
            if found is not None:
                key, value = found
                return key if of_key and end == len(path) else value
        return (1, 1)
