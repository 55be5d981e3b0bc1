"""National results per agency, as printed, joined over the years by the agency's key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from spbe.standards.agency_names import agency_key
from spbe.standards.documents import Dokumen, documents, results_notes
from spbe.standards.printed_decimals import Angka, read_index
from spbe.standards.resources import StandardsError, read_csv

_DOMAINS = ("D1", "D2", "D3", "D4")
_KINDS = frozenset({"instansi-pusat", "provinsi", "kabupaten", "kota"})
_PREDICATES = frozenset({"Memuaskan", "Sangat Baik", "Baik", "Cukup", "Kurang"})


@dataclass(frozen=True, slots=True)
class HasilInstansi:
    """One agency in one year, as printed; ``kelompok`` is the table it stood in.

    ``domain`` maps D1 … D4 to the printed index of the domain, ``None`` where our copy of the document cannot be read.
    """

    kunci: str
    tahun: int
    instansi: str
    kelompok: str
    jenis: str
    domain: Mapping[str, Angka | None]
    indeks: Angka
    predikat: str
    catatan: str

    @property
    def provinsi(self) -> str | None:
        """The province of a regional government, which is the table it stood in; ``None`` for central agencies."""
        return None if self.jenis == "instansi-pusat" else self.kelompok


@dataclass(frozen=True, slots=True)
class HasilNasional:
    """All years, oldest first; each maps the keys of its agencies to their rows in printed order."""

    tahun: Mapping[int, Mapping[str, HasilInstansi]]
    dokumen: Mapping[int, Dokumen]
    instrumen: Mapping[int, str]
    _squeezed: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        squeezed: dict[str, str] = {}
        for rows in self.tahun.values():
            for key in rows:
                if squeezed.setdefault(_squeeze(key), key) != key:
                    raise StandardsError(f"hasil: {key!r} differs from {squeezed[_squeeze(key)]!r} in hyphens only")
        object.__setattr__(self, "_squeezed", MappingProxyType(squeezed))

    def find(self, name: str) -> str | None:
        """The key of the agency called ``name`` however it is spelled; ``None`` when it is in no table."""
        return self._squeezed.get(_squeeze(agency_key(name)))

    def history(self, key: str) -> tuple[HasilInstansi, ...]:
        """The rows of one agency, oldest first; empty when the key is unknown."""
        return tuple(rows[key] for rows in self.tahun.values() if key in rows)


@cache
def national_results() -> HasilNasional:
    """The national results that ship with the program. Read and proved once per process.

    Raises:
        StandardsError: A table has an unknown word or number, an agency twice in one year, or one key for agencies
            of different kinds or provinces.
    """
    tables = {int(year): table for year, table in sorted(results_notes()["tabel"].items())}
    rows = {year: MappingProxyType(_year(year, table["berkas"])) for year, table in tables.items()}
    _same_agency(rows)
    return HasilNasional(
        tahun=MappingProxyType(rows),
        dokumen=MappingProxyType({year: documents()[table["dokumen"]] for year, table in tables.items()}),
        instrumen=MappingProxyType({year: table["instrumen"] for year, table in tables.items()}),
    )


def _squeeze(key: str) -> str:
    return key.replace("-", "")


def _year(year: int, name: str) -> dict[str, HasilInstansi]:
    found: dict[str, HasilInstansi] = {}
    for row in read_csv(f"hasil/{name}"):
        key = row["kunci"]
        where = f"{name}: {key}"
        index = read_index(row["indeks"], where)
        if index is None or row["jenis"] not in _KINDS or row["predikat"] not in _PREDICATES:
            raise StandardsError(f"{where}: index, kind or predicate is missing or unknown")
        if key in found:
            raise StandardsError(f"{where}: stands twice")
        domains = {code: read_index(row[code.lower()], where) for code in _DOMAINS}
        found[key] = HasilInstansi(
            kunci=key,
            tahun=year,
            instansi=row["instansi"],
            kelompok=row["kelompok"],
            jenis=row["jenis"],
            domain=MappingProxyType(domains),
            indeks=index,
            predikat=row["predikat"],
            catatan=row["catatan"],
        )
    return found


def _same_agency(years: Mapping[int, Mapping[str, HasilInstansi]]) -> None:
    first: dict[str, HasilInstansi] = {}
    for rows in years.values():
        for key, row in rows.items():
            other = first.setdefault(key, row)
            if (row.jenis, row.provinsi) != (other.jenis, other.provinsi):
                raise StandardsError(f"hasil: {key} is {row.jenis} of {row.provinsi} and {other.jenis}")
