"""Names that every computer of a team can hold: a repository with one that Windows cannot is no use to it at all."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal

Fault = Literal["perangkat", "akhir", "tanda", "utf8"]
"""Why a name does not go everywhere: a device of Windows, its end, a mark in it, or bytes that are no text."""

_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in "123456789\u00b9\u00b2\u00b3"}
)
_MARKS: Final = re.compile(r"[<>:\"|?*\\\x00-\x1f\x7f]")
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


def is_device(name: str) -> bool:
    """Whether Windows takes ``name`` for a device, whatever stands after its first dot."""
    return name.partition(".")[0].rstrip(" ").casefold() in _DEVICES


def fault_of(name: str) -> Fault | None:
    """What keeps the file or folder ``name``, as the system gives it, from being stored everywhere."""
    if _SURROGATE.search(name):
        return "utf8"
    if is_device(name):
        return "perangkat"
    if _MARKS.search(name):
        return "tanda"
    return "akhir" if name.endswith((".", " ")) else None


def storable(name: str) -> str:
    """A name like ``name`` that can be stored everywhere."""
    whole = _MARKS.sub("-", _SURROGATE.sub("-", name)).rstrip(". ") or "berkas"
    stem, dot, rest = whole.partition(".")
    return f"{stem}-1{dot}{rest}" if is_device(whole) else whole


def folded(name: str) -> str:
    """What two names have in common that a disk may take for one: case and form of Unicode make no difference."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
