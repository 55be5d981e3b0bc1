"""Applications of the nation that regions use: names and spellings, owner, and whether the ministry decreed them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from spbe.standards.legal import CHECKED
from spbe.standards.resources import StandardsError, read_yaml

FILE: Final = "aplikasi-nasional.yaml"
GENERAL: Final = "umum"
"""The ``jenis`` of an application that the Minister of PANRB decreed as general (Perpres 95/2018, Pasal 36 (1))."""
FIELDS: Final = frozenset(
    {
        "perencanaan",
        "penganggaran",
        "pengadaan barang dan jasa pemerintah",
        "akuntabilitas kinerja",
        "pemantauan dan evaluasi",
        "kearsipan",
        "kepegawaian",
        "pengaduan pelayanan publik",
    }
)
"""What general applications may be for: Perpres 95/2018, Pasal 63 (1)."""

_NEEDED: Final = frozenset({"id", "nama", "ejaan", "pemilik", "jenis", "dasar", "pemeriksaan"})
_OPTIONAL: Final = frozenset({"bidang", "catatan", "host"})


@dataclass(frozen=True, slots=True)
class AplikasiNasional:
    """One application of a ministry or agency.

    ``jenis`` is ``umum`` or ``pusat``, as in a record; ``bidang`` one of :data:`FIELDS`, of general ones only;
    ``dasar`` the decree, the law or the official site; ``pemeriksaan`` how sure that is, ``catatan`` what is open;
    ``host`` the hosts at which it is, and nothing else.
    """

    id: str
    nama: str
    ejaan: tuple[str, ...]
    pemilik: str
    jenis: str
    dasar: str
    pemeriksaan: str
    bidang: str = ""
    catatan: str = ""
    host: tuple[str, ...] = ()

    @property
    def general(self) -> bool:
        """Whether the ministry decreed it."""
        return self.jenis == GENERAL


@cache
def national_applications() -> Mapping[str, AplikasiNasional]:
    """Every application of the register by id, in the order of the file.

    Raises:
        StandardsError: An entry is incomplete, of an unknown ``jenis``, ``bidang`` or ``pemeriksaan``, or has an id, a
            spelling or a host of another.
    """
    found: dict[str, AplikasiNasional] = {}
    spelled: dict[str, str] = {}
    for row in read_yaml(FILE):
        one = _application(row)
        for written in {*(_key(name) for name in (one.nama, *one.ejaan)), *one.host}:
            if spelled.setdefault(written, one.id) != one.id:
                raise StandardsError(f"{FILE}: {one.id!r} and {spelled[written]!r} share a spelling or a host")
        if one.id in found:
            raise StandardsError(f"{FILE}: {one.id!r} stands twice")
        found[one.id] = one
    return MappingProxyType(found)


def national_application(name: str) -> AplikasiNasional | None:
    """The application of the register that is called ``name``, in any of its spellings; case and marks do not count."""
    return _spellings().get(_key(name))


def national_application_at(host: str) -> AplikasiNasional | None:
    """The application of the register that is at ``host``, or above it, and has that for itself."""
    labels = host.casefold().split(".")
    return next((one for at in range(len(labels)) if (one := _hosts().get(".".join(labels[at:])))), None)


@cache
def _hosts() -> Mapping[str, AplikasiNasional]:
    return {host: one for one in national_applications().values() for host in one.host}


@cache
def _spellings() -> Mapping[str, AplikasiNasional]:
    return {_key(name): one for one in national_applications().values() for name in (one.nama, *one.ejaan)}


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", text.casefold())


def _application(row: Any) -> AplikasiNasional:
    if not isinstance(row, dict) or not _NEEDED <= row.keys() <= _NEEDED | _OPTIONAL:
        raise StandardsError(f"{FILE}: {row!r} needs {sorted(_NEEDED)}, and may have {sorted(_OPTIONAL)}")
    one = AplikasiNasional(**{**row, "ejaan": tuple(row["ejaan"]), "host": tuple(row.get("host", ()))})
    if one.jenis not in {GENERAL, "pusat"} or one.general != (one.bidang in FIELDS) or one.pemeriksaan not in CHECKED:
        raise StandardsError(f"{FILE}: {one.id!r}: unknown jenis, bidang or pemeriksaan")
    return one
