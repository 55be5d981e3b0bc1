"""Security and audits (59/2020: I22, I29–I31)."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from spbe.catalogue.claims.claim_rule import SPBE, Case, ClaimRule
from spbe.catalogue.claims.queries import REVIEW_YEARS, applications_of, missing, offices, within
from spbe.catalogue.claims.verdict import Exists, Fact, Share, State
from spbe.catalogue.today import current, named, naming
from spbe.i18n import mark as _
from spbe.model.keamanan import AuditKeamanan, ObjekKeamanan, PenangananInsiden, StandarKeamanan
from spbe.region import Node


def standards(case: Case) -> tuple[Fact, ...]:
    """The standards and procedures; one that has expired counts in part."""
    today = case.region.date
    found = tuple(
        Fact(node, "sebagian" if record.berlaku_sampai and record.berlaku_sampai.last < today else "ya")
        for node, record in current(case.region, StandarKeamanan)
    )
    return found or missing(case.region, ObjekKeamanan, _("Standar atau prosedur keamanan"))


def protected(case: Case) -> tuple[Fact, ...]:
    """Each office with applications: does a security record protect one of them, or what it runs on?"""
    region, found = case.region, []
    any_told = any(record.melindungi for _node, record in current(region, ObjekKeamanan))
    for office in offices(region):
        applications = applications_of(region, office)
        things = {*applications, *(one for node in applications for one in named(region, node, "infrastruktur"))}
        guards = {guard for thing in things for guard in naming(region, thing, ObjekKeamanan, "melindungi")}
        nothing = Fact(office, "tidak", at_best="ya") if any_told else Fact(office, "tak-diketahui")
        if applications:
            found.append(Fact(office, "ya", tuple(sorted(guards))) if guards else nothing)
    return tuple(found)


def audits(kind: str | None, part: str) -> Callable[[Case], tuple[Fact, ...]]:
    """Counts audits that cover a record of ``kind`` (any audit for ``None``); an old one counts in part.

    Where its reader may not see the result of an audit, nobody can tell whether it was carried out.
    """

    def count(case: Case) -> tuple[Fact, ...]:
        def state(node: Node, record: AuditKeamanan) -> State:
            if not case.shows(node, "hasil"):
                return "tak-diketahui"
            if record.hasil == "belum-dilaksanakan":
                return "tidak"
            if record.tanggal is None:
                return "tak-diketahui"
            return "ya" if within(record.tanggal, case.region.date, REVIEW_YEARS) else "sebagian"

        found = tuple(
            Fact(
                node,
                state(node, record),
                tuple(one for one in named(case.region, node, "melindungi") if one.kind == kind),
            )
            for node, record in current(case.region, AuditKeamanan)
            if kind is None or record.melindungi.get(kind)
        )
        return found or missing(case.region, ObjekKeamanan, part)

    return count


def external(kind: str | None, part: str) -> Callable[[Case], tuple[Fact, ...]]:
    """Counts audits by outside auditors that cover a record of ``kind``; an old one counts in part.

    Where its reader may not see the result of an audit, nobody can tell whether it was carried out.
    """

    def count(case: Case) -> tuple[Fact, ...]:
        def fact(node: Node, record: AuditKeamanan) -> Fact:
            outside = record.jenis_audit == "eksternal"
            if not case.shows(node, "hasil") or record.jenis_audit is None or (outside and record.tanggal is None):
                return Fact(node, "tak-diketahui")
            if not outside or record.tanggal is None:
                return Fact(node, "tidak", at_best="ya")  # an audit from inside does not say that there was no other
            return Fact(node, "ya" if within(record.tanggal, case.region.date, REVIEW_YEARS) else "sebagian")

        found = tuple(
            fact(node, record)
            for node, record in current(case.region, AuditKeamanan)
            if (kind is None or record.melindungi.get(kind)) and record.hasil != "belum-dilaksanakan"
        )
        return found or missing(case.region, ObjekKeamanan, part)

    return count


def incidents(case: Case) -> tuple[Fact, ...]:
    """Records of how incidents were handled; an old one counts in part."""
    found = tuple(
        Fact(
            node,
            "tak-diketahui"
            if record.tanggal is None
            else "ya"
            if within(record.tanggal, case.region.date, REVIEW_YEARS)
            else "sebagian",
        )
        for node, record in current(case.region, PenangananInsiden)
    )
    return found or missing(case.region, ObjekKeamanan, _("Penanganan insiden"))


_AUDITED = (
    ("infrastruktur", "I29", _("Audit yang mencakup infrastruktur")),
    ("aplikasi", "I30", _("Audit yang mencakup aplikasi")),
    (None, "I31", _("Audit keamanan")),
)

_RECENT = {
    "infrastruktur": _("Ada audit yang mencakup infrastruktur dalam dua tahun terakhir."),
    "aplikasi": _("Ada audit yang mencakup aplikasi dalam dua tahun terakhir."),
    None: _("Ada audit keamanan dalam dua tahun terakhir."),
}

_OUTSIDE = {
    "infrastruktur": _("Ada audit infrastruktur oleh auditor luar dalam dua tahun terakhir."),
    "aplikasi": _("Ada audit aplikasi oleh auditor luar dalam dua tahun terakhir."),
    None: _("Ada audit keamanan oleh auditor luar dalam dua tahun terakhir."),
}

_WHY_RECENT = _(
    "Tingkat 2 meminta audit menurut perencanaan yang berkesinambungan. Audit sesuai bila tanggalnya kurang dari "
    "dua tahun, sesuai sebagian bila lebih lama; yang belum dilaksanakan, atau tidak ada catatannya, tidak sesuai."
)

_WHY_OUTSIDE = _(
    "Tingkat 4 meminta auditor eksternal. Audit eksternal sesuai bila tanggalnya kurang dari dua tahun, sesuai "
    "sebagian bila lebih lama; audit internal tidak sesuai. Sertifikat auditornya tidak tercatat, jadi tidak diperiksa."
)

RULES = (
    ClaimRule(
        "keamanan-standar",
        SPBE,
        ("I22",),
        2,
        _("Ada standar atau prosedur keamanan yang berlaku."),
        _(
            "Tingkat 2 meminta pengendalian keamanan yang sudah dijalankan. Standar yang berlaku sesuai, yang masa "
            "berlakunya habis hanya sesuai sebagian, tidak ada catatannya berarti tidak sesuai."
        ),
        standards,
        Exists(),
    ),
    ClaimRule(
        "keamanan-opd",
        SPBE,
        ("I22",),
        3,
        _("Aplikasi setiap perangkat daerah dicakup pengendalian keamanan."),
        _(
            "Tingkat 3 meminta pengendalian di seluruh perangkat daerah. Perangkat daerah sesuai bila salah satu "
            "aplikasinya, atau lokasi penempatannya, dilindungi sebuah catatan keamanan; tidak sesuai bila tidak. Yang "
            "tidak punya aplikasi tidak dihitung."
        ),
        protected,
        Share(Fraction(9, 10), Fraction(1, 2)),
    ),
    *(
        ClaimRule(
            f"audit-{kind or 'keamanan'}", SPBE, (code,), 2, _RECENT[kind], _WHY_RECENT, audits(kind, part), Exists()
        )
        for kind, code, part in _AUDITED
    ),
    *(
        ClaimRule(
            f"audit-{kind or 'keamanan'}-luar",
            SPBE,
            (code,),
            4,
            _OUTSIDE[kind],
            _WHY_OUTSIDE,
            external(kind, part),
            Exists(),
        )
        for kind, code, part in _AUDITED
    ),
)
