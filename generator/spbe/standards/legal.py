"""The laws and official documents that the program rests on: number, year, place of publication, what each governs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from spbe.standards.resources import StandardsError, read_yaml

FILE: Final = "dasar-hukum.yaml"

CHECKED: Final = frozenset({"naskah", "kutipan", "sekunder"})
"""How a document was checked: its text was read, another official document cites it, or only others tell of it."""

_NEEDED: Final = frozenset({"id", "nama", "judul", "mengatur", "pemeriksaan", "asal"})
_KNOWN: Final = _NEEDED | {"tempat", "dicabut", "hasil_tahun", "catatan"}


@dataclass(frozen=True, slots=True)
class Peraturan:
    """One law, decree, circular or guideline.

    ``judul`` is kind, number, year and title; ``tempat`` where it was promulgated, empty for decrees and guidelines
    that are not; ``mengatur`` what it governs here, in our words; ``dicabut`` the id of the one that revoked it;
    ``hasil_tahun`` the year whose results it announces. ``pemeriksaan`` is one of :data:`CHECKED`; it, ``asal`` and
    ``catatan`` are for those who keep the data and are printed on no site.
    """

    id: str
    nama: str
    judul: str
    mengatur: str
    pemeriksaan: str
    asal: str
    tempat: str = ""
    dicabut: str = ""
    hasil_tahun: str = ""
    catatan: str = ""


@cache
def laws() -> Mapping[str, Peraturan]:
    """Every document by id, in the order of the file.

    Raises:
        StandardsError: An entry is incomplete or has an unknown key, an id or a year of results stands twice, or a
            document is revoked by one that is not there.
    """
    found: dict[str, Peraturan] = {}
    years: set[str] = set(read_yaml(FILE)["hasil_belum_ditemukan"])
    for row in read_yaml(FILE)["peraturan"]:
        law = _law(row)
        if law.id in found:
            raise StandardsError(f"{FILE}: {law.id!r} stands twice")
        if law.hasil_tahun in years:
            raise StandardsError(f"{FILE}: two entries for the results of {law.hasil_tahun}")
        years |= {law.hasil_tahun} - {""}
        found[law.id] = law
    for law in found.values():
        if law.dicabut and law.dicabut not in found:
            raise StandardsError(f"{FILE}: {law.id!r} is revoked by the unknown {law.dicabut!r}")
    return MappingProxyType(found)


def _law(row: Any) -> Peraturan:
    if not isinstance(row, dict) or not row.keys() >= _NEEDED or not row.keys() <= _KNOWN:
        raise StandardsError(f"{FILE}: {row!r} needs {sorted(_NEEDED)} and may have {sorted(_KNOWN - _NEEDED)}")
    if row["pemeriksaan"] not in CHECKED:
        raise StandardsError(f"{FILE}: {row['id']!r}: unknown pemeriksaan {row['pemeriksaan']!r}")
    return Peraturan(**row)
