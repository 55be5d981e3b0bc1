"""Which evidence proves which level, as the guidelines list it, and how an explanation is worded.

One file of ``data/bukti-dukung`` per version of an instrument's criteria; a version without a file lists none.
The statements are paraphrases, never official wording.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from spbe.model.instrumen import Instrumen
from spbe.standards.instruments import shipped_instruments
from spbe.standards.resources import StandardsError, read_yaml, resource

_FOLDER = "bukti-dukung"


@dataclass(frozen=True, slots=True)
class BuktiTingkat:
    """What one level of one indicator has to be proved with: all of ``wajib``; ``opsional`` may be added."""

    wajib: tuple[str, ...]
    opsional: tuple[str, ...]
    tempat: str


@dataclass(frozen=True, slots=True)
class KaidahPenjelasan:
    """How facts and analysis of a domain's indicators are worded, with ``<places to fill in>``.

    ``berkas`` is the name of a piece of evidence as an example, ``tempat`` where the document says so.
    """

    fakta: str
    analisis: str
    berkas: str
    tempat: str


@dataclass(frozen=True)
class DaftarBukti:
    """The statements of ``dokumen`` by indicator and level, and its patterns by domain."""

    dokumen: str
    bukti: Mapping[str, Mapping[str, BuktiTingkat]]
    kaidah: Mapping[str, KaidahPenjelasan]

    @property
    def jumlah(self) -> int:
        """How many statements there are."""
        return sum(len(levels) for levels in self.bukti.values())


@cache
def evidence_lists() -> Mapping[tuple[str, str], DaftarBukti]:
    """Every list by the id of its instrument and of its version of the criteria. Read and proved once per process.

    Raises:
        StandardsError: A list names what does not exist, or lacks an indicator, a level or a pattern.
    """
    found: dict[tuple[str, str], DaftarBukti] = {}
    for entry in sorted(resource(_FOLDER).iterdir(), key=lambda one: one.name):
        raw = read_yaml(f"{_FOLDER}/{entry.name}")
        instrument = shipped_instruments().get(raw["instrumen"])
        if instrument is None:
            raise StandardsError(f"{entry.name}: unknown instrument {raw['instrumen']!r}")
        found[instrument.id, raw["versi"]] = evidence_list(raw, instrument, entry.name)
    return MappingProxyType(found)


def evidence_list(raw: Mapping[str, Any], instrument: Instrumen, place: str) -> DaftarBukti:
    """The list that ``raw``, the parsed file ``place``, makes for ``instrument``.

    Raises:
        StandardsError: As :func:`evidence_lists` does.
    """
    if raw["versi"] not in {version.id for version in instrument.versi_kriteria}:
        raise StandardsError(f"{place}: unknown version {raw['versi']!r}")
    patterns = {
        code: KaidahPenjelasan(one["fakta"], one["analisis"], one["berkas"], one["tempat"])
        for code, one in raw["kaidah"].items()
    }
    if patterns.keys() != {domain.kode for domain in instrument.domain}:
        raise StandardsError(f"{place}: the patterns are for {sorted(patterns)}")
    indicators = {indicator.kode: indicator for indicator in instrument.all_indicators()}
    if raw["bukti"].keys() != indicators.keys():
        raise StandardsError(f"{place}: {sorted(raw['bukti'].keys() ^ indicators.keys())}: unknown or missing")
    listed: dict[str, Mapping[str, BuktiTingkat]] = {}
    for code, levels in raw["bukti"].items():
        if levels.keys() != indicators[code].kriteria.keys():
            raise StandardsError(f"{place}: {code} has the levels {sorted(levels)}")
        where = f"{raw['tempat']}, indikator {indicators[code].nomor}"
        listed[code] = {level: _statement(one, f"{where}, tingkat {level}", place) for level, one in levels.items()}
    made = DaftarBukti(raw["dokumen"], MappingProxyType(listed), MappingProxyType(patterns))
    if made.jumlah != int(raw["jumlah"]):
        raise StandardsError(f"{place}: {made.jumlah} statements, the document has {raw['jumlah']}")
    return made


def _statement(raw: Mapping[str, list[str]], where: str, place: str) -> BuktiTingkat:
    needed, optional = tuple(raw["wajib"]), tuple(raw.get("opsional", ()))
    if not needed or not all(text.strip() for text in (*needed, *optional)):
        raise StandardsError(f"{place}: {where}: nothing is listed, or a text is empty")
    return BuktiTingkat(needed, optional, where)
