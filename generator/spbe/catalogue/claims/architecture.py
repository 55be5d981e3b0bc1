"""Architecture and roadmap (59/2020: I11–I14): domains, codes, reviews, parts of the plan, processes in systems."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from spbe.catalogue.claims.claim_rule import SPBE, Case, ClaimRule
from spbe.catalogue.claims.queries import REVIEW_YEARS, of_all, within
from spbe.catalogue.claims.verdict import Fact, Share, State
from spbe.catalogue.today import current, current_of, named, naming
from spbe.i18n import mark as _
from spbe.model.aplikasi import Aplikasi
from spbe.model.kinds import ARCHITECTURE, KINDS
from spbe.model.layanan import Layanan
from spbe.model.peta_rencana import MUATAN, PetaRencana
from spbe.model.proses_bisnis import ProsesBisnis
from spbe.model.record import Record
from spbe.region import Node

_CODED = ("proses-bisnis", "layanan", "data", "aplikasi")
"""Kinds whose place in the reference architecture is known well enough to be asked for."""


def domains(case: Case) -> tuple[Fact, ...]:
    """Each of the six domains: has it a record that describes today?"""
    kept = {kind: [node for node, _record in current_of(case.region, kind)] for kind in ARCHITECTURE}
    nothing: State = "tidak" if any(kept.values()) else "tak-diketahui"
    return tuple(
        Fact(KINDS[kind].plural, "ya") if nodes else Fact(KINDS[kind].plural, nothing, at_best=_at_best(nothing))
        for kind, nodes in kept.items()
    )


def codes(case: Case) -> tuple[Fact, ...]:
    """Each record of the four domains whose codes are known: has it one?"""
    return tuple(
        Fact(node, "ya" if record.referensi else "tidak")
        for kind in _CODED
        for node, record in current_of(case.region, kind)
    )


def reviewed(case: Case) -> tuple[Fact, ...]:
    """Each record of the architecture: was it reviewed in the last two years?"""

    def state(record: Record) -> State:
        if record.ditinjau is None:
            return "tak-diketahui"
        return "ya" if within(record.ditinjau, case.region.date, REVIEW_YEARS) else "tidak"

    return tuple(Fact(node, state(record)) for kind in ARCHITECTURE for node, record in current_of(case.region, kind))


def _items(case: Case) -> list[tuple[Node, PetaRencana]]:
    return list(case.region.of_class(PetaRencana))


def parts(case: Case) -> tuple[Fact, ...]:
    """Each of the seven parts of a roadmap: has it an item that was neither cancelled nor put off?"""
    items = _items(case)
    open_question = not items or any(item.muatan is None for _node, item in items)

    def fact(part: str) -> Fact:
        nodes = tuple(node for node, item in items if item.muatan == part)
        alive = any(not (item.is_cancelled or item.is_postponed) for _node, item in items if item.muatan == part)
        nothing: State = "tak-diketahui" if open_question else "tidak"
        if not nodes:
            return Fact(MUATAN.label(part), nothing, at_best=_at_best(nothing))
        return Fact(MUATAN.label(part), "ya" if alive else "sebagian", nodes)

    return tuple(fact(part) for part in MUATAN.nilai)


def _started(case: Case) -> Iterator[tuple[Node, PetaRencana]]:
    """Items that were to begin within the last three years."""
    year = case.region.date.year
    for node, item in _items(case):
        if item.tahun_mulai is not None and year - 3 <= item.tahun_mulai <= year:
            yield node, item


def carried_out(case: Case) -> tuple[Fact, ...]:
    """Each item that was to begin within three years: is it under way or done, with money?"""

    def state(item: PetaRencana) -> State:
        if item.status is None:
            return "tak-diketahui"
        if not item.has_begun:
            return "tidak"
        return "ya" if item.whole_budget else "sebagian"

    return tuple(Fact(node, state(item)) for node, item in _started(case))


def budgeted(case: Case) -> tuple[Fact, ...]:
    """Each item under way or done: has it money and a place in the planning documents?"""

    def state(item: PetaRencana) -> State:
        placed = bool(item.program or item.kegiatan or item.sub_kegiatan)
        none = item.absence("anggaran") == "tidak ada"
        return of_all(
            True if item.whole_budget else False if none else None, True if placed else False if none else None
        )

    return tuple(Fact(node, state(item)) for node, item in _items(case) if item.has_begun)


def in_applications(case: Case) -> tuple[Fact, ...]:
    """Each process that a service stands for: does an application support that service?"""
    region = case.region
    found = []
    for node, _record in current(region, ProsesBisnis):
        services = naming(region, node, Layanan, "proses_bisnis")
        supported = [service for service in services if naming(region, service, Aplikasi, "layanan")]
        state: State = "ya" if supported else "tidak" if services else "tak-diketahui"
        found.append(Fact(node, state, services, _at_best(state)))
    return tuple(found)


def across_offices(case: Case) -> tuple[Fact, ...]:
    """Each process that a service stands for: do at least two offices take part in it?"""
    region = case.region
    found = []
    for node, _record in current(region, ProsesBisnis):
        services = naming(region, node, Layanan, "proses_bisnis")
        taking = {office for one in (node, *services) for office in named(region, one, "perangkat_daerah", "pelaksana")}
        known = services and taking
        state: State = "tak-diketahui" if not known else "ya" if len(taking) > 1 else "tidak"
        found.append(Fact(node, state, services, _at_best(state)))
    return tuple(found)


def _at_best(state: State) -> State | None:
    """What a state that counts records might be if there were more of them."""
    return "ya" if state == "tidak" else None


RULES = (
    ClaimRule(
        "arsitektur-domain",
        SPBE,
        ("I11",),
        3,
        _("Keenam domain arsitektur berisi catatan keadaan saat ini."),
        _(
            "Tingkat 3 meminta arsitektur yang mencakup keenam domain. Domain sesuai bila punya sekurang-kurangnya "
            "satu catatan yang berlaku saat ini, tidak sesuai bila kosong sementara domain lain terisi."
        ),
        domains,
        Share(Fraction(1), Fraction(2, 3), least=6),
    ),
    ClaimRule(
        "arsitektur-referensi",
        SPBE,
        ("I11",),
        3,
        _("Proses bisnis, layanan, data, dan aplikasi memakai kode Referensi Arsitektur SPBE."),
        _(
            "Tingkat 3 meminta seluruh referensi. Catatan sesuai bila punya kode referensi, tidak sesuai bila tidak. "
            "Infrastruktur dan keamanan tidak dihitung karena sedikit kodenya yang diketahui."
        ),
        codes,
        Share(Fraction(9, 10), Fraction(1, 2), least=10),
    ),
    ClaimRule(
        "arsitektur-ditinjau",
        SPBE,
        ("I11",),
        4,
        _("Catatan arsitektur ditinjau dalam dua tahun terakhir."),
        _(
            "Tingkat 4 meminta reviu dan evaluasi periodik. Catatan sesuai bila tanggal peninjauannya kurang dari "
            "dua tahun, tidak sesuai bila lebih lama; tanpa tanggal berarti belum diketahui."
        ),
        reviewed,
        Share(Fraction(3, 4), Fraction(1, 4), least=10),
    ),
    ClaimRule(
        "peta-muatan",
        SPBE,
        ("I12",),
        3,
        _("Ketujuh muatan peta rencana terisi."),
        _(
            "Tingkat 3 meminta seluruh muatan. Muatan sesuai bila punya rencana yang tidak dibatalkan atau ditunda, "
            "sesuai sebagian bila semua rencananya dibatalkan atau ditunda, tidak sesuai bila kosong."
        ),
        parts,
        Share(Fraction(1), Fraction(1, 2), least=7),
    ),
    ClaimRule(
        "peta-dijalankan",
        SPBE,
        ("I12",),
        4,
        _("Rencana yang mulai dalam tiga tahun terakhir berjalan atau selesai, dengan anggaran."),
        _(
            "Tingkat 4 meminta peta rencana dijalankan konsisten lewat rencana kerja dan anggaran tiga tahun terakhir. "
            "Rencana tidak sesuai bila baru diusulkan, direncanakan, ditunda, atau dibatalkan padahal waktunya sudah "
            "tiba; sesuai sebagian bila berjalan tanpa anggaran."
        ),
        carried_out,
        Share(Fraction(3, 4), Fraction(1, 2)),
    ),
    ClaimRule(
        "rencana-beranggaran",
        SPBE,
        ("I13",),
        2,
        _("Rencana yang berjalan atau selesai punya anggaran dan tempat dalam dokumen perencanaan."),
        _(
            "Tingkat 2 memuat tingkat 1: rencana dan anggaran SPBE masuk rencana kerja tahunan. Rencana sesuai bila "
            "menyebut anggaran serta program atau kegiatannya, sesuai sebagian bila salah satu, tidak sesuai bila "
            "anggarannya tercatat tidak ada."
        ),
        budgeted,
        Share(Fraction(3, 4), Fraction(1, 2)),
    ),
    ClaimRule(
        "proses-dalam-aplikasi",
        SPBE,
        ("I14",),
        4,
        _("Proses bisnis yang punya layanan dijalankan dengan aplikasi."),
        _(
            "Tingkat 4 meminta inovasi proses bisnis diterapkan dalam aplikasi. Proses sesuai bila salah satu "
            "layanannya didukung aplikasi, tidak sesuai bila tidak satu pun; tanpa layanan berarti belum diketahui."
        ),
        in_applications,
        Share(Fraction(1, 2), Fraction(1, 4), least=5),
    ),
)
