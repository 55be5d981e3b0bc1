"""The registry of kinds: where the records of each lie, what it is called, and which class reads them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Final, Literal

from spbe.model.aplikasi import Aplikasi
from spbe.model.bukti import Bukti
from spbe.model.choices import Pilihan
from spbe.model.data import Data
from spbe.model.infrastruktur import INFRASTRUKTUR, JENIS_INFRASTRUKTUR
from spbe.model.keamanan import JENIS_KEAMANAN, KEAMANAN
from spbe.model.layanan import Layanan
from spbe.model.lists import ARCHITECTURE
from spbe.model.perangkat_daerah import PerangkatDaerah
from spbe.model.peta_rencana import PetaRencana
from spbe.model.proses_bisnis import ProsesBisnis
from spbe.model.record import Entri
from spbe.model.unions import code_in

__all__ = ["ARCHITECTURE", "KINDS", "Domain", "Kind"]

Domain = Literal["RAB", "RAL", "RAD", "RAA", "RAI", "RAK"]
"""A domain of the reference architecture, by the prefix of its codes."""


@dataclasses.dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record.

    ``slug`` names it in references and addresses; ``folder`` is relative to the region's root; ``singular`` and
    ``plural`` are Indonesian labels; ``models`` has one class under ``None``, and for a kind that is a union one
    more per code of ``jenis``.
    """

    slug: str
    folder: str
    singular: str
    plural: str
    domain: Domain | None
    models: Mapping[str | None, type[Entri]] = dataclasses.field(hash=False, repr=False)
    jenis: Pilihan | None = None

    def model_for(self, raw: object) -> type[Entri]:
        """The class that reads the raw mapping ``raw``.

        Where the ``jenis`` of a union is absent or not understood, it is the class without ``jenis``,
        which then reports the value.
        """
        code = code_in(raw, self.jenis) if self.jenis is not None else None
        return self.models[code]


def _plain(slug: str, folder: str, label: str, domain: Domain | None, model: type[Entri]) -> Kind:
    return Kind(slug, f"{folder}/{slug}", label, label, domain, {None: model})


OFFICE: Final = "perangkat-daerah"
"""The kind of the offices, which own everything else."""

KINDS: dict[str, Kind] = {
    kind.slug: kind
    for kind in (
        _plain(OFFICE, "architecture", "Perangkat daerah", None, PerangkatDaerah),
        _plain("proses-bisnis", "architecture", "Proses bisnis", "RAB", ProsesBisnis),
        _plain("layanan", "architecture", "Layanan", "RAL", Layanan),
        _plain("data", "architecture", "Data dan informasi", "RAD", Data),
        _plain("aplikasi", "architecture", "Aplikasi", "RAA", Aplikasi),
        Kind(
            "infrastruktur",
            "architecture/infrastruktur",
            "Infrastruktur",
            "Infrastruktur",
            "RAI",
            INFRASTRUKTUR,
            JENIS_INFRASTRUKTUR,
        ),
        Kind("keamanan", "architecture/keamanan", "Keamanan", "Keamanan", "RAK", KEAMANAN, JENIS_KEAMANAN),
        _plain("peta-rencana", "architecture", "Peta rencana", None, PetaRencana),
        _plain("bukti", "indicators", "Bukti", None, Bukti),
    )
}
"""Every kind by slug, in reading order."""
