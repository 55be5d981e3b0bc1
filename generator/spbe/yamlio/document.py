"""A YAML file that was understood: its text, its value, and the position of every part."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from spbe.yamlio.positions import Path, Position, positions_in


@dataclass(frozen=True)
class Document:
    """A file of data as plain values.

    ``value`` holds dicts, lists, text and ``None`` only: scalars are what the author wrote.

    ``file`` is relative to the region's root, with forward slashes. Positions are worked out when the first
    one is asked for, which for a file without problems is never. ``former`` has the keys that were written by another
    name than they have in ``value``, by their present paths.
    """

    file: str
    text: str = field(repr=False)
    value: Any = field(repr=False)
    former: dict[Path, str] = field(default_factory=dict, repr=False, compare=False)
    _positions: dict[Path, tuple[Position, Position]] = field(default_factory=dict, repr=False, compare=False)

    def position(self, path: Path, *, of_key: bool = False) -> Position:
        """Where the part at ``path`` stands, or the nearest part above it that exists.

        With ``of_key`` the position of its key rather than of its value.
        """
        self._placed()
        written = tuple(self.former.get(path[: place + 1], step) for place, step in enumerate(path))
        for end in range(len(path), -1, -1):
            found = self._positions.get(written[:end])
            if found is not None:
                key, value = found
                return key if of_key and end == len(path) else value
        return (1, 1)

    def part_at(self, position: Position) -> Path:
        """The path of the part that stands at ``position``, or of the last one that begins before it."""
        self._placed()
        begun = ((key, len(path), path) for path, (key, _value) in self._positions.items() if key <= position)
        return max(begun, default=((1, 1), 0, ()))[2]

    def _placed(self) -> None:
        if not self._positions:
            self._positions.update(positions_in(self.text))
