"""Internal policies and the coordinating team (59/2020: I1–I10, I19): what the evidence of the answer must show."""

from __future__ import annotations

from dataclasses import replace

from spbe.catalogue.claims.claim_rule import SPBE, Case, ClaimRule
from spbe.catalogue.claims.verdict import Exists, Fact, State
from spbe.i18n import mark as _
from spbe.model.bukti import Bukti
from spbe.model.kinds import kind_of
from spbe.region import Node

_SET = frozenset({"peraturan", "keputusan"})


def policies(case: Case) -> tuple[Fact, ...]:
    """The evidence of the answer: a regulation or decree in force; one that has expired counts in part."""

    def state(record: Bukti) -> State:
        if record.jenis is None:
            return "tak-diketahui"
        if record.jenis not in _SET:
            return "tidak"
        over = record.berlaku_sampai is not None and record.berlaku_sampai.last < case.region.date
        return "sebagian" if over else "ya"

    region = case.region
    answer = Node("jawaban", f"{case.assessment.nama}/{case.code}")
    named = (one.target for one in region.relations.outgoing.get(answer, ()) if one.field == "bukti")
    found = ((node, region.get(node)) for node in dict.fromkeys(named))
    facts = (Fact(node, state(record)) for node, record in found if isinstance(record, Bukti))
    # That this document is no regulation does not say that there is none beside it.
    return tuple(replace(fact, at_best="ya") if fact.state == "tidak" else fact for fact in facts)


def team(case: Case) -> tuple[Fact, ...]:
    """The coordinating team: is it in office on the reference date? One whose term is over counts in part."""
    teams, today = case.region.teams, case.region.date
    subject = _("Tim Koordinasi SPBE")
    if teams.koordinasi is None:
        return (Fact(subject, "tidak" if teams.absence("koordinasi") == "tidak ada" else "tak-diketahui"),)
    start, end = teams.koordinasi.mulai, teams.koordinasi.selesai
    named = case.region.relations.outgoing.get(Node("tim", "tim"), ())
    basis = tuple(one.target for one in named if one.target.kind == kind_of(Bukti))
    if start is None and end is None:
        return (Fact(subject, "tak-diketahui"),)
    over = (end is not None and end.last < today) or (start is not None and start.first > today)
    written = {*teams.koordinasi.bukti}
    return (Fact(subject, "sebagian" if over else "ya", tuple(node for node in basis if node.id in written)),)


RULES = (
    ClaimRule(
        "kebijakan-berlaku",
        SPBE,
        ("I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9"),
        2,
        _("Di antara bukti jawaban ada peraturan atau keputusan yang masih berlaku."),
        _(
            "Tingkat 2 meminta kebijakan internal yang sudah ditetapkan. Peraturan atau keputusan yang berlaku "
            "sesuai, yang masa berlakunya habis hanya sesuai sebagian, dokumen jenis lain tidak sesuai. Jawaban "
            "tanpa bukti tidak dapat dinilai. Isi kebijakan tidak diperiksa."
        ),
        policies,
        Exists(),
    ),
    ClaimRule(
        "tim-koordinasi",
        SPBE,
        ("I10", "I19"),
        2,
        _("Tim Koordinasi SPBE sedang bertugas."),
        _(
            "Tingkat 2 meminta tim yang ditetapkan dan bekerja menurut rencana. Tim sesuai bila tanggal acuan "
            "berada dalam masa tugasnya, sesuai sebagian bila masa tugasnya sudah lewat atau belum mulai, "
            "tidak sesuai bila tercatat tidak ada."
        ),
        team,
        Exists(),
    ),
)
