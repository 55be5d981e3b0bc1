"""Attempts for 8/2026, whose level criteria we do not have: what an indicator's name asks for, from value 2 on."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from spbe.catalogue.claims import application_building, architecture, data_management, facilities, security
from spbe.catalogue.claims.claim_rule import PEMDI, Case, ClaimRule
from spbe.catalogue.claims.verdict import Exists, Fact, Judge, Share
from spbe.i18n import mark as _

LEVEL = 2
"""From here on something must be there; what exactly the regulation asks is not known to us."""

_WHY = _(
    "Percobaan: kriteria tingkat resmi PermenPANRB 8/2026 belum tersedia. Pernyataan dan batasnya bukan dari dokumen "
    "resmi; disusun menurut nama indikatornya, dan longgar karena nilai 2 baru tingkat membangun."
)

_HALF = Share(Fraction(1, 2), Fraction(1, 4), least=5)


def _trial(name: str, code: str, statement: str, facts: Callable[[Case], tuple[Fact, ...]], judge: Judge) -> ClaimRule:
    return ClaimRule(f"pemdi-{name}", PEMDI, (code,), LEVEL, statement, _WHY, facts, judge, trial=True)


RULES = (
    _trial(
        "data-berwali",
        "I5",
        _("Sekurang-kurangnya separuh data punya produsen dan walidata."),
        data_management.guarded,
        _HALF,
    ),
    _trial(
        "audit",
        "I9",
        _("Ada audit keamanan dalam dua tahun terakhir."),
        security.audits(None, _("Audit keamanan")),
        Exists(),
    ),
    _trial(
        "keamanan",
        "I10",
        _("Aplikasi sekurang-kurangnya separuh perangkat daerah pemiliknya dicakup pengendalian keamanan."),
        security.protected,
        _HALF,
    ),
    _trial(
        "insiden",
        "I12",
        _("Ada catatan penanganan insiden dalam dua tahun terakhir."),
        security.incidents,
        Exists(),
    ),
    _trial(
        "aplikasi",
        "I13",
        _("Untuk sekurang-kurangnya separuh aplikasi daerah tercatat pembangun dan lokasi penempatannya."),
        application_building.documented,
        _HALF,
    ),
    _trial(
        "infrastruktur",
        "I14",
        _("Sekurang-kurangnya separuh perangkat daerah yang punya aplikasi menjalankannya di pusat data."),
        facilities.centre_used,
        _HALF,
    ),
    _trial(
        "proses-bersama",
        "I15",
        _("Sekurang-kurangnya separuh proses bisnis yang punya layanan melibatkan lebih dari satu perangkat daerah."),
        architecture.across_offices,
        _HALF,
    ),
    _trial(
        "integrasi",
        "I16",
        _("Sekurang-kurangnya separuh aplikasi daerah bertukar data dengan aplikasi lain, bukan hanya lewat berkas."),
        application_building.joined,
        _HALF,
    ),
    _trial(
        "interoperabilitas",
        "I18",
        _("Sekurang-kurangnya separuh data dapat dipertukarkan antarsistem."),
        data_management.interoperable,
        _HALF,
    ),
)
