"""What a workbook held when it went out, packed into cells of its own, so that it can be merged without git.

A merge of three needs the values from which people began; they travel with the workbook, also through "save as".
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
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

    @cached_property
    def text(self) -> str:
        """All of it, in the same words whenever the values are the same."""
        return packing.json_text({"format": FORMAT, **{one.name: getattr(self, one.name) for one in fields(self)}})

    @property
    def mark(self) -> str:
        """Tells these values from others, with their revision."""
        return f"{BASE_MARK}{self.revision}"

    @property
    def revision(self) -> str:
        """A name of exactly these values; of nothing else, for what an edition hides may not show in it."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:12]


def unpacked(cells: Iterable[str]) -> BaseValues:
    """The values that were packed; raises ``ValueError`` where they are damaged or of another format."""
    made = packing.unpacked(cells)
    if made.pop("format", None) != FORMAT:
        raise ValueError("another format")
    try:
        found = BaseValues(**made)
    except TypeError as error:
        raise ValueError("damaged base values") from error
    if not _is_sound(found):
        raise ValueError("damaged base values")
    return found


def _is_sound(found: BaseValues) -> bool:
    """Whether everything is of its type: somebody may have written what stands there."""
    words = all(isinstance(text, str) for text in (found.edisi, found.opd or "", found.tanggal))
    return words and all(
        isinstance(group, dict)
        and all(isinstance(of, dict) and all(isinstance(one, dict) for one in of.values()) for of in group.values())
        and _is_written(group)
        for group in (found.records, found.answers, found.stages)
    )


def _is_written(value: Any) -> bool:
    """Whether ``value`` is text, or a list or mapping of such."""
    if isinstance(value, dict):
        value = value.values()
    elif not isinstance(value, list):
        return isinstance(value, str)
    return all(isinstance(one, str) or _is_written(one) for one in value)
