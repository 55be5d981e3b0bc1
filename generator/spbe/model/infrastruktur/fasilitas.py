"""Computing facilities: data centres, computing centres and control centres."""

from __future__ import annotations

from typing import Annotated, Literal

from spbe.model.base import field
from spbe.model.choices import Pilihan
from spbe.model.identifiers import Id
from spbe.model.infrastruktur.common import JENIS_INFRASTRUKTUR, ObjekInfrastruktur
from spbe.model.references import Ref
from spbe.model.unions import Jenis, jenis_field
from spbe.model.values import Daftar, Teks

TIER = Pilihan(
    "tier fasilitas",
    {"tier-1": "Tier 1", "tier-2": "Tier 2", "tier-3": "Tier 3", "tier-4": "Tier 4", "tanpa-tier": "Tanpa tier"},
    {
        "1": "tier-1",
        "2": "tier-2",
        "3": "tier-3",
        "4": "tier-4",
        "tier i": "tier-1",
        "tier ii": "tier-2",
        "tier iii": "tier-3",
        "tier iv": "tier-4",
        "non tier": "tanpa-tier",
    },
)


class FasilitasKomputasi(ObjekInfrastruktur):
    """The fields of every facility. What stands in it is told by the hardware."""

    lokasi: Teks | None = field("opd", "Lokasi", "Gedung atau alamat fasilitas.", source="Lokasi")
    tier: Annotated[str, TIER] | None = field(
        "publik", "Tier", "Tingkat keandalan fasilitas.", source="Tier", example="tier-2"
    )
    bandwidth_intranet: Teks | None = field(
        "opd", "Bandwidth intranet", "Bandwidth ke jaringan intra.", source="Bandwidth Intranet", example="1 Gbps"
    )
    bandwidth_internet: Teks | None = field(
        "opd", "Bandwidth internet", "Bandwidth ke internet.", source="Bandwidth Internet", example="500 Mbps"
    )
    pengamanan: Daftar[Teks] = field(
        "internal", "Pengamanan", "Cara fasilitas diamankan.", source="Pengamanan", default=()
    )
    jaringan: Daftar[Annotated[Id, Ref("infrastruktur", "Terhubung ke jaringan", "Menghubungkan perangkat")]] = field(
        "opd", "Jaringan", "ID jaringan intra yang menghubungkannya.", source="Jaringan Intra", default=()
    )


class PusatData(FasilitasKomputasi):
    """A data centre."""

    jenis: Annotated[Literal["pusat-data"], Jenis(JENIS_INFRASTRUKTUR, "pusat-data")] = jenis_field(
        "pusat-data", "Pusat Data"
    )


class PusatKomputasi(FasilitasKomputasi):
    """A computing centre: a server room that is not a data centre."""

    jenis: Annotated[Literal["pusat-komputasi"], Jenis(JENIS_INFRASTRUKTUR, "pusat-komputasi")] = jenis_field(
        "pusat-komputasi", "Pusat Komputasi"
    )


class PusatKendali(FasilitasKomputasi):
    """A control centre, often called command center."""

    jenis: Annotated[Literal["pusat-kendali"], Jenis(JENIS_INFRASTRUKTUR, "pusat-kendali")] = jenis_field(
        "pusat-kendali", "Pusat Kendali"
    )
