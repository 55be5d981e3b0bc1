"""What a workbook held when it went out, packed into cells of its own, so that it can be merged without git.

A merge of three needs the values from which people began; they travel with the workbook, also through "save as".
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final, cast, get_args

from spbe.editions.audience import EditionName

FORMAT: Final = 1
"""Raised when a reader of today would misunderstand what is packed."""

_CHUNK: Final = 32_000
"""Characters in a cell: a spreadsheet takes 32,767."""


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
    def revision(self) -> str:
        """A name of exactly these values; of nothing else, for what an edition hides may not show in it."""
        return hashlib.sha256(_text(self).encode()).hexdigest()[:12]


def packed(values: BaseValues) -> list[str]:
    """``values`` as the texts of cells."""
    whole = base64.b64encode(zlib.compress(_text(values).encode(), 9)).decode()
    return [whole[at : at + _CHUNK] for at in range(0, len(whole), _CHUNK)]


def unpacked(cells: Iterable[str]) -> BaseValues:
    """What :func:`packed` packed; raises ``ValueError`` where it is damaged or of another format."""
    try:
        made = json.loads(zlib.decompress(base64.b64decode("".join(cells), validate=True)))
        if made.pop("format") != FORMAT:
            raise ValueError("another format")
        return BaseValues(**made)
    except (zlib.error, KeyError, TypeError, AttributeError) as error:
        raise ValueError("damaged base values") from error


def _text(values: BaseValues) -> str:
    return json.dumps({"format": FORMAT, **asdict(values)}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
