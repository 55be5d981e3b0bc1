"""What a record held when it was imported, as short prints in ``lain``: so that a later list changes only what is new.

A field whose print is that of today's list says nothing new, whatever people made of it since.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping
from typing import Any, Final

KEY: Final = "Sidik impor"
"""Under which key in ``lain`` they stand."""

ROW_KEY: Final = "Keputusan baris "
"""How the key in ``lain`` begins that names a row of which a person decided; the print of the row follows."""

_PRINT: Final = re.compile(r"([a-z_]+)=([0-9a-f]+)")


def print_of(value: Any) -> str:
    """A short text that is equal for values that say the same."""
    text = json.dumps(_plain(value), ensure_ascii=False, sort_keys=True)
    return format(zlib.crc32(text.encode()) & 0xFFFFFF, "06x")


def prints_in(rest: Any) -> dict[str, str]:
    """The prints by field in what ``lain`` of a record holds."""
    written = rest.get(KEY) if isinstance(rest, Mapping) else None
    return dict(_PRINT.findall(written)) if isinstance(written, str) else {}


def row_prints_in(rest: Any) -> tuple[str, ...]:
    """The prints of rows of which a person decided that they are this record."""
    keys = rest if isinstance(rest, Mapping) else ()
    return tuple(key.removeprefix(ROW_KEY) for key in keys if isinstance(key, str) and key.startswith(ROW_KEY))


def printed(values: Mapping[str, Any]) -> str:
    """The prints of ``values`` as one text."""
    return prints_text({name: print_of(value) for name, value in values.items()})


def prints_text(prints: Mapping[str, str]) -> str:
    """Prints by field as one text."""
    return " ".join(f"{name}={one}" for name, one in prints.items())


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return sorted((_plain(one) for one in value), key=str)
    return value
