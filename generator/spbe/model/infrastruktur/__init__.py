"""Infrastructure (RAI): twelve ``jenis`` of object, each with its own class, and one for records without."""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator, Tag

from spbe.model.infrastruktur.common import JENIS_INFRASTRUKTUR, InfrastrukturTanpaJenis, ObjekInfrastruktur
from spbe.model.infrastruktur.fasilitas import FasilitasKomputasi, PusatData, PusatKendali, PusatKomputasi
from spbe.model.infrastruktur.jaringan import JaringanIntra, Splp
from spbe.model.infrastruktur.perangkat import (
    MediaPenyimpanan,
    PerangkatJaringan,
    PerangkatKeamanan,
    PerangkatKeras,
    Periferal,
    Server,
)
from spbe.model.infrastruktur.platform import KomputasiAwan, PerangkatLunakPlatform
from spbe.model.unions import WITHOUT, tag_by

__all__ = [
    "INFRASTRUKTUR",
    "JENIS_INFRASTRUKTUR",
    "FasilitasKomputasi",
    "Infrastruktur",
    "InfrastrukturTanpaJenis",
    "JaringanIntra",
    "KomputasiAwan",
    "MediaPenyimpanan",
    "ObjekInfrastruktur",
    "PerangkatJaringan",
    "PerangkatKeamanan",
    "PerangkatKeras",
    "PerangkatLunakPlatform",
    "Periferal",
    "PusatData",
    "PusatKendali",
    "PusatKomputasi",
    "Server",
    "Splp",
]

INFRASTRUKTUR: dict[str | None, type[ObjekInfrastruktur]] = {
    "komputasi-awan": KomputasiAwan,
    "perangkat-lunak-platform": PerangkatLunakPlatform,
    "server": Server,
    "periferal": Periferal,
    "media-penyimpanan": MediaPenyimpanan,
    "perangkat-keamanan": PerangkatKeamanan,
    "perangkat-jaringan": PerangkatJaringan,
    "splp": Splp,
    "jaringan-intra": JaringanIntra,
    "pusat-kendali": PusatKendali,
    "pusat-komputasi": PusatKomputasi,
    "pusat-data": PusatData,
    None: InfrastrukturTanpaJenis,
}
"""The class of every ``jenis``."""

Infrastruktur = Annotated[
    Annotated[KomputasiAwan, Tag("komputasi-awan")]
    | Annotated[PerangkatLunakPlatform, Tag("perangkat-lunak-platform")]
    | Annotated[Server, Tag("server")]
    | Annotated[Periferal, Tag("periferal")]
    | Annotated[MediaPenyimpanan, Tag("media-penyimpanan")]
    | Annotated[PerangkatKeamanan, Tag("perangkat-keamanan")]
    | Annotated[PerangkatJaringan, Tag("perangkat-jaringan")]
    | Annotated[Splp, Tag("splp")]
    | Annotated[JaringanIntra, Tag("jaringan-intra")]
    | Annotated[PusatKendali, Tag("pusat-kendali")]
    | Annotated[PusatKomputasi, Tag("pusat-komputasi")]
    | Annotated[PusatData, Tag("pusat-data")]
    | Annotated[InfrastrukturTanpaJenis, Tag(WITHOUT)],
    Discriminator(tag_by(JENIS_INFRASTRUKTUR)),
]
"""Any infrastructure object, chosen by its ``jenis`` in any spelling."""
