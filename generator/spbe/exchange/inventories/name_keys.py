"""When two names are the same, and when one cell holds the names of several things."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from spbe.standards.list_spellings import letters_of
from spbe.standards.national import AplikasiNasional, national_application

_BRACKETS: Final = re.compile(r"^(.*?)\s*\(([^()]+)\)\s*(.*)$")
_LABEL: Final = re.compile(r"(?i)(?:^|[;,.\n])\s*aplikasi\s+(?:pusat|daerah|umum|khusus|nasional|lokal)[^:;\n]{0,25}:")
_NUMBERED: Final = re.compile(r"(?:^|\s)\(?[0-9]{1,2}[.)]\s+(?=\S)|(?:^|\n)- ")
_LISTED: Final = re.compile(r"\s*[;,\n]\s*")
_JOINED: Final = re.compile(r"\s*(?:[;,\n&+]|(?<=\s)(?:dan|serta)(?=\s)|(?<=\s)/(?=\s))\s*")


def name_key(name: str) -> str:
    """What is equal for two spellings of a name; a leading ``aplikasi`` does not count."""
    key = letters_of(name)
    bare = key.removeprefix("aplikasi")
    return bare if len(bare) > 2 else key


def spellings_in(name: str) -> tuple[str, ...]:
    """``name``, what it is without brackets, and what stands in these: ``Sistem Kepegawaian (SIMPEG)``."""
    found = _BRACKETS.match(name)
    if found is None:
        return (name,)
    outside = f"{found[1]} {found[3]}".strip()
    return (name, *(one for one in (outside, found[2].strip()) if one))


def national_called(name: str) -> AplikasiNasional | None:
    """The national application that every spelling in ``name`` that is known means."""
    found = {one.id: one for one in map(national_application, spellings_in(name)) if one is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def names_in(cell: str, known: Collection[str]) -> tuple[str, ...]:
    """The names that ``cell`` holds where these are several, else nothing.

    ``known`` are keys of names that things have: only what is a list beyond doubt, or names known ones, is taken apart.
    """
    if national_called(cell) is not None:
        return ()
    parts = _parts(cell, known)
    return parts if len(parts) > 1 else ()


def _parts(cell: str, known: Collection[str]) -> tuple[str, ...]:
    if _LABEL.search(cell):
        listed = (_LABEL.sub(" ", part).strip() for part in _LISTED.split(_LABEL.sub(";", cell)))
        return tuple(part for part in listed if part)
    if _NUMBERED.match(cell):
        return tuple(part for part in (one.strip(" ;,.\n") for one in _NUMBERED.split(cell)) if part)
    joined = [part for part in _JOINED.split(cell) if part]
    if len(joined) > 1 and all(cell_is_known(part, known) for part in joined):
        return tuple(joined)
    several = [part for part in _LISTED.split(cell) if part]
    if len(several) > 1 and sum(cell_is_known(part, known) for part in several) > 1:
        return tuple(several)
    return ()


def cell_is_known(name: str, known: Collection[str]) -> bool:
    """Whether something is called ``name``: in the nation, or among ``known``."""
    return national_called(name) is not None or name_key(name) in known
