"""Plain values as texts of cells, deflated, in a sheet that nobody sees: they come back also after "save as"."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, Final, Protocol

_CHUNK: Final = 32_000
"""Characters in a cell: a spreadsheet takes 32,767."""

_LONG: Final = 1_000_000
_TIGHT: Final = 9
_QUICK: Final = 4
"""How hard values are pressed: long ones in a quarter of the time, into a twelfth more octets."""

_MOST: Final = 200_000_000
"""Octets that may come out of what is packed, for a few of it can hold as many as one likes."""


class HiddenValues(Protocol):
    """What a workbook carries besides what people see."""

    @property
    def mark(self) -> str:
        """What stands in the first cell: by what sort of values and of which revision it is told."""

    @property
    def text(self) -> str:
        """The values, as :func:`json_text` says them."""


def json_text(plain: Mapping[str, Any]) -> str:
    """``plain`` in one way only."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def packed(values: HiddenValues) -> list[str]:
    """``values`` without their mark as the texts of cells."""
    text = values.text.encode()
    whole = base64.b64encode(zlib.compress(text, _TIGHT if len(text) < _LONG else _QUICK)).decode()
    return [whole[at : at + _CHUNK] for at in range(0, len(whole), _CHUNK)]


def unpacked(cells: Iterable[str]) -> dict[str, Any]:
    """What :func:`packed` packed; raises ``ValueError`` where it is damaged."""
    try:
        reader = zlib.decompressobj()
        data = reader.decompress(base64.b64decode("".join(cells), validate=True), _MOST)
        made = json.loads(data) if reader.eof else None
    except (zlib.error, RecursionError) as error:
        raise ValueError("damaged values") from error
    if not isinstance(made, dict):
        raise ValueError("damaged values")  # noqa: TRY004  (whoever reads a file is told of damage in one way)
    return made
