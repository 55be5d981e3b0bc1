"""Two small instruments, so that a test shows all the numbers it needs."""

from typing import Any

import pytest

from spbe.model.instrumen import Instrumen

COMMON: dict[str, Any] = {
    "nama": "Uji",
    "judul": "Instrumen uji",
    "indeks": "Indeks uji",
    "keyakinan": "Hanya untuk uji.",
    "sumber": [{"peran": "uji", "rujukan": "uji"}],
    "predikat": [
        {"nama": "Baik", "bawah": "2.6", "atas": "5", "atas_termasuk": True},
        {"nama": "Cukup", "bawah": "1.8", "atas": "2.6"},
        {"nama": "Kurang", "atas": "1.8"},
    ],
}


def aspect(code: str, weights: dict[str, str], total: str) -> dict[str, Any]:
    indicators = [
        {"kode": kode, "nomor": kode[1:], "nama": f"Indikator {kode[1:]}", "bobot": bobot}
        for kode, bobot in weights.items()
    ]
    return {"kode": code, "nama": f"Aspek {code[1:]}", "bobot": total, "indikator": indicators}


@pytest.fixture(scope="session")
def layered() -> Instrumen:
    """Two domains, three aspects, whole levels 1-5: D1 = A1 (I1 20, I2 20); D2 = A2 (I3 30), A3 (I4 20, I5 10)."""
    first = [aspect("A1", {"I1": "20", "I2": "20"}, "40")]
    second = [aspect("A2", {"I3": "30"}, "30"), aspect("A3", {"I4": "20", "I5": "10"}, "30")]
    domains = [
        {"kode": "D1", "nama": "Domain 1", "bobot": "40", "aspek": first},
        {"kode": "D2", "nama": "Domain 2", "bobot": "60", "aspek": second},
    ]
    scale = {"minimum": "1", "maksimum": "5"}
    return Instrumen.model_validate(COMMON | {"id": "uji-berlapis", "skala": scale, "domain": domains})


@pytest.fixture(scope="session")
def flat() -> Instrumen:
    """No domains, fractional values 1.00-5.00: A1 (I1 10/3, I2 20/3), A2 (I3 90)."""
    aspects = [aspect("A1", {"I1": "10/3", "I2": "20/3"}, "10"), aspect("A2", {"I3": "90"}, "90")]
    scale = {"minimum": "1.00", "maksimum": "5.00", "bilangan_bulat": False}
    return Instrumen.model_validate(COMMON | {"id": "uji-datar", "skala": scale, "aspek": aspects})
