"""Electronic services (59/2020: I32–I44): a service must exist, with an application, and be joined with others."""

from __future__ import annotations

from spbe.catalogue.claims.application_building import joined_state
from spbe.catalogue.claims.claim_rule import SPBE, Case, ClaimRule
from spbe.catalogue.claims.queries import ENOUGH_RECORDS
from spbe.catalogue.claims.verdict import Exists, Fact
from spbe.catalogue.today import current, naming
from spbe.i18n import mark as _
from spbe.model.aplikasi import Aplikasi
from spbe.model.layanan import Layanan
from spbe.region import Node, Region

CODES: dict[str, tuple[str, ...]] = {
    "I32": ("RAL.02.03.01",),
    "I33": ("RAL.02.02.01", "RAL.02.02.07", "RAL.02.03.02"),
    "I34": ("RAL.02.01.06", "RAL.02.02.04", "RAL.02.02.08"),
    "I35": ("RAL.02.02.11",),
    "I36": ("RAL.02.04.03",),
    "I37": ("RAL.02.04.06",),
    "I38": ("RAL.02.02.06",),
    "I39": ("RAL.02.04.04",),
    "I40": ("RAL.02.07",),
    "I41": ("RAL.02.04.03",),
    "I42": ("RAL.02.04.05",),
    "I43": ("RAL.01.43.04",),
    "I44": ("RAL.01.28.01",),
}
"""Indicator to the codes of the reference architecture under which its services lie: our reading of the names of both.

I45–I47 are missing: the region chooses their sectors, and no record says which.
"""

WORDS: dict[str, tuple[str, ...]] = {"I41": ("kinerja",), "I42": ("adu", "lapor", "aspirasi")}
"""Indicators whose code holds other services too: words of which the name of the service has one."""


def _services(region: Region, code: str) -> list[tuple[Node, Layanan]]:
    """Services of today at or below the codes of the indicator ``code``."""
    words = WORDS.get(code, ("",))
    return [
        (node, record)
        for node, record in current(region, Layanan)
        if any(f"{written}.".startswith(f"{one}.") for written in record.referensi for one in CODES[code])
        and any(word in record.nama.casefold() for word in words)
    ]


def _none(region: Region, part: str) -> tuple[Fact, ...]:
    """That no service was found leaves doubt only, because the codes were matched by us."""
    coded = sum(1 for _node, record in current(region, Layanan) if record.referensi)
    return (Fact(part, "sebagian", at_best="ya") if coded >= ENOUGH_RECORDS else Fact(part, "tak-diketahui"),)


def supported(case: Case) -> tuple[Fact, ...]:
    """The services of the indicator: does an application support one of them?"""
    region = case.region

    def fact(node: Node, record: Layanan) -> Fact:
        applications = naming(region, node, Aplikasi, "layanan")
        if applications:
            return Fact(node, "ya", applications)
        if record.metode is None and not record.tautan:
            return Fact(node, "tak-diketahui")
        electronic = record.tautan or record.metode in {"elektronik", "campuran"}
        return Fact(node, "sebagian", at_best="ya") if electronic else Fact(node, "tidak")

    found = tuple(fact(node, record) for node, record in _services(region, case.code))
    return found or _none(region, _("Layanan dengan kode referensi yang sesuai"))


def joined(case: Case) -> tuple[Fact, ...]:
    """The applications behind the services of the indicator: does one exchange data with another?"""
    region = case.region
    nodes = dict.fromkeys(
        application
        for node, _record in _services(region, case.code)
        for application in naming(region, node, Aplikasi, "layanan")
    )
    return tuple(joined_state(region, node) for node in nodes) or _none(region, _("Aplikasi pendukung layanan ini"))


RULES = (
    ClaimRule(
        "layanan-beraplikasi",
        SPBE,
        tuple(CODES),
        2,
        _("Ada layanan dengan kode referensi yang sesuai, dan sebuah aplikasi mendukungnya."),
        _(
            "Tingkat 2 meminta pengguna dapat berinteraksi secara elektronik. Layanan sesuai bila ada aplikasinya, "
            "sesuai sebagian bila elektronik tetapi aplikasinya tidak tercatat, tidak sesuai bila hanya tatap muka. "
            "Bila layanan dengan kode itu tidak ada padahal layanan lain tercatat, hasilnya perlu klarifikasi: "
            "peraturan tidak menetapkan kode referensi setiap indikator."
        ),
        supported,
        Exists(),
    ),
    ClaimRule(
        "layanan-terpadu",
        SPBE,
        tuple(CODES),
        4,
        _("Aplikasi layanan ini bertukar data dengan aplikasi lain."),
        _(
            "Tingkat 4 meminta layanan yang terintegrasi dengan layanan elektronik lain. Aplikasi sesuai bila "
            "terhubung langsung atau lewat penghubung layanan, sesuai sebagian bila hanya lewat berkas, tidak sesuai "
            "bila integrasinya tercatat tidak ada. Bila aplikasinya tidak tercatat, hasilnya perlu klarifikasi."
        ),
        joined,
        Exists(),
    ),
)
