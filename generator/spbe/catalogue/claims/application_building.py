"""How applications are built and joined (59/2020: I15)."""

from __future__ import annotations

from fractions import Fraction

from spbe.catalogue.claims.claim_rule import SPBE, Case, ClaimRule
from spbe.catalogue.claims.queries import channels, exchanges, filled
from spbe.catalogue.claims.verdict import Fact, Share, State
from spbe.catalogue.today import current
from spbe.i18n import mark as _
from spbe.model.aplikasi import Aplikasi
from spbe.region import Node, Region


def _own(region: Region) -> list[tuple[Node, Aplikasi]]:
    """Applications of today that nobody outside the region owns."""
    return [(node, record) for node, record in current(region, Aplikasi) if not record.pemilik_luar]


def documented(case: Case) -> tuple[Fact, ...]:
    """Each application of the region: is it known who built it and on what it runs?"""

    def state(*known: bool) -> State:
        return "ya" if all(known) else "sebagian" if any(known) else "tidak"

    def fact(node: Node, record: Aplikasi) -> Fact:
        builder, place = (filled(record, name) is not None for name in ("pengembang", "infrastruktur"))
        return Fact(node, state(builder, place), at_best="ya" if builder else "sebagian")

    return tuple(fact(node, record) for node, record in _own(case.region))


def joined_state(region: Region, node: Node) -> Fact:
    """Whether the application at ``node`` exchanges data, with partners outside too; with files only, in part."""
    found = exchanges(region, node)
    partners = tuple(dict.fromkeys(other for other, _told in found))
    if ways := channels(region, node):
        return Fact(node, "ya" if any(way != "berkas" for way in ways) else "sebagian", partners)
    record = region.get(node)
    none = isinstance(record, Aplikasi) and record.absence("integrasi") == "tidak ada"
    return Fact(node, "tidak" if none else "tak-diketahui")


def joined(case: Case) -> tuple[Fact, ...]:
    """Each application of the region: does it exchange data with another, otherwise than by files?"""
    return tuple(joined_state(case.region, node) for node, _record in _own(case.region))


RULES = (
    ClaimRule(
        "aplikasi-terdata",
        SPBE,
        ("I15",),
        3,
        _("Untuk setiap aplikasi daerah tercatat siapa pembangunnya dan di atas apa aplikasi itu berjalan."),
        _(
            "Tingkat 3 meminta pembangunan dikonsultasikan ke pengelola TIK, yang karena itu mengenal setiap aplikasi. "
            "Aplikasi tidak sesuai bila pembangun dan infrastrukturnya sama-sama belum diketahui, sesuai sebagian "
            "bila salah satu diketahui. Aplikasi milik pusat tidak dihitung."
        ),
        documented,
        Share(Fraction(3, 4), Fraction(1, 2), least=5),
    ),
    ClaimRule(
        "aplikasi-terpadu",
        SPBE,
        ("I15",),
        4,
        _("Aplikasi daerah bertukar data dengan aplikasi lain, bukan hanya lewat berkas."),
        _(
            "Tingkat 4 meminta pembangunan yang terpadu. Aplikasi sesuai bila terhubung langsung atau lewat "
            "penghubung layanan, sesuai sebagian bila hanya lewat berkas, tidak sesuai bila integrasinya tercatat "
            "tidak ada. Aplikasi milik pusat tidak dihitung."
        ),
        joined,
        Share(Fraction(1, 2), Fraction(1, 4), least=5),
    ),
)
