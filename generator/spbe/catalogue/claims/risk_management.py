"""Management of risks (59/2020: I21): of services, of the recorded risks, and of every office."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from spbe.catalogue.claims.claim_rule import SPBE, Case, ClaimRule
from spbe.catalogue.claims.queries import ENOUGH_RECORDS, applications_of, filled, of_all, offices
from spbe.catalogue.claims.verdict import Fact, Share
from spbe.catalogue.today import current
from spbe.i18n import mark as _
from spbe.model.kinds import kind_of
from spbe.model.layanan import Layanan
from spbe.model.risiko import Risiko
from spbe.region import Node, Region

_TREATMENT: Final = ("penanganan", "rencana_aksi")


def of_services(case: Case) -> tuple[Fact, ...]:
    """Each service: are its risk and what is done against it written down?"""
    return tuple(
        Fact(node, of_all(filled(record, "potensi_risiko"), filled(record, "mitigasi_risiko")))
        for node, record in current(case.region, Layanan)
    )


def analysed(case: Case) -> tuple[Fact, ...]:
    """Each recorded risk: are its likelihood, its impact and its treatment written down?

    Where its reader may not see them, nobody can tell.
    """

    def fact(node: Node, record: Risiko) -> Fact:
        if not case.shows(node, "kemungkinan"):
            return Fact(node, "tak-diketahui")
        told = [filled(record, "kemungkinan") is True, filled(record, "dampak") is True]
        told.append(any(filled(record, name) for name in _TREATMENT))
        return Fact(node, "ya" if all(told) else "sebagian" if any(told) else "tidak")

    return tuple(fact(node, record) for node, record in case.region.of_class(Risiko))


def by_office(case: Case) -> tuple[Fact, ...]:
    """Each office with applications: does it own or treat a risk, or does one hit an application of it?"""
    region, found = case.region, []
    kept = sum(1 for _risk in region.of_class(Risiko)) >= ENOUGH_RECORDS
    for office in offices(region):
        if applications := applications_of(region, office):
            risks = {risk for one in (office, *applications) for risk in _risks_of(region, one)}
            nothing = Fact(office, "tidak", at_best="ya") if kept else Fact(office, "tak-diketahui")
            found.append(Fact(office, "ya", tuple(sorted(risks))) if risks else nothing)
    return tuple(found)


def _risks_of(region: Region, node: Node) -> set[Node]:
    """The risks that name the record at ``node``, in whatever field."""
    return {one.source for one in region.relations.incoming.get(node, ()) if one.source.kind == kind_of(Risiko)}


RULES = (
    ClaimRule(
        "risiko-layanan",
        SPBE,
        ("I21",),
        3,
        _("Setiap layanan punya catatan risiko dan mitigasinya."),
        _(
            "Tingkat 3 meminta manajemen risiko menurut pedoman, yang menilai risiko layanan dan penanganannya. "
            "Layanan sesuai bila keduanya tercatat, sesuai sebagian bila salah satu, tidak sesuai bila keduanya "
            "tercatat tidak ada."
        ),
        of_services,
        Share(Fraction(3, 4), Fraction(1, 2), least=5),
    ),
    ClaimRule(
        "risiko-dinilai",
        SPBE,
        ("I21",),
        3,
        _("Setiap risiko yang dicatat dinilai dan punya penanganan."),
        _(
            "Tingkat 3 meminta manajemen risiko menurut pedoman, yang menganalisis setiap risiko dan menetapkan "
            "penanganannya. Risiko sesuai bila kemungkinan, dampak, dan penanganan atau rencana aksinya tercatat, "
            "sesuai sebagian bila baru sebagian, tidak sesuai bila tidak satu pun."
        ),
        analysed,
        Share(Fraction(3, 4), Fraction(1, 2)),
    ),
    ClaimRule(
        "risiko-opd",
        SPBE,
        ("I21",),
        4,
        _("Setiap perangkat daerah yang punya aplikasi punya risiko yang dicatat."),
        _(
            "Tingkat 4 meminta manajemen risiko diterapkan di seluruh perangkat daerah. Perangkat daerah sesuai bila "
            "memiliki atau menangani sebuah risiko, atau sebuah risiko mengenai aplikasinya; tidak sesuai bila tidak, "
            "padahal sekurang-kurangnya sepuluh risiko dicatat. Yang tidak punya aplikasi tidak dihitung."
        ),
        by_office,
        Share(Fraction(9, 10), Fraction(1, 2)),
    ),
)
