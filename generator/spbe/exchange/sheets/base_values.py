"""What a workbook held when it went out, packed into cells of its own, so that it can be merged without git.

A merge of three needs the values from which people began; they travel with the workbook, also through "save as".
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final, cast, get_args

from spbe.editions.audience import EditionName
from spbe.exchange.sheets import packing

FORMAT: Final = 1
"""Raised when a reader of today would misunderstand what is packed."""

BASE_MARK: Final = "spbe "
"""What the mark of these values begins with."""


@dataclass(frozen=True)
class BaseValues:
    """For whom, as of when; records as written by kind and id, answers and values of stages by assessment and code."""

    edisi: str
    opd: str | None
    tanggal: str
    records: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    answers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    stages: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def edition(self) -> EditionName:
        """The edition that it went out in; raises ``ValueError`` for one that there is not."""
        if self.edisi in get_args(EditionName):
            return cast("EditionName", self.edisi)
        raise ValueError(self.edisi)

    @property
    def plain(self) -> Mapping[str, Any]:
        """The values, ready for JSON."""
        return {"format": FORMAT, **asdict(self)}

    @property
    def mark(self) -> str:
        """Tells these values from others, with their revision."""
        return f"{BASE_MARK}{self.revision}"

    @property
    def revision(self) -> str:
        """A name of exactly these values; of nothing else, for what an edition hides may not show in it."""
        return hashlib.sha256(packing.json_text(self.plain).encode()).hexdigest()[:12]


def unpacked(cells: Iterable[str]) -> BaseValues:
    """The values that were packed; raises ``ValueError`` where they are damaged or of another format."""
    made = packing.unpacked(cells)
    if made.pop("format", None) != FORMAT:
        raise ValueError("another format")
    try:
        return BaseValues(**made)
    except TypeError as error:
        raise ValueError("damaged base values") from error
