"""Infrastructure (RAI): twelve ``jenis`` of object, each with its own class, and one for records without."""

from __future__ import annotations

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

__all__ = [
    "INFRASTRUKTUR",
    "JENIS_INFRASTRUKTUR",
    "FasilitasKomputasi",
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
