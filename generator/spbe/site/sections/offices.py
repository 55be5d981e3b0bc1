"""What the page of an office tells beyond that of any record: what it owns, its indicators, evidence and seats."""

from __future__ import annotations

from dataclasses import dataclass

from spbe.catalogue.quality import by_kind, reviews, total
from spbe.i18n import gettext as _
from spbe.model.bukti import Bukti
from spbe.model.kinds import KINDS
from spbe.region import Node
from spbe.scoring.outcomes import leading
from spbe.site import wording
from spbe.site.addresses import GOVERNANCE, catalogue_address, indicator_address, record_address
from spbe.site.desk import Desk
from spbe.site.sections.evidence import validity
from spbe.site.table import Cell, Column, Row, Table, count, text
from spbe.site.teams import present, teams_of

LONG = 12
"""From how many rows on a table of an office's page gets its tools."""


@dataclass(frozen=True)
class Office:
    """``seats``: name of the team, role and address; ``calendar``: the address of its calendar of evidence, if any.

    Tables without rows are not shown.
    """

    owned: Table
    indicators: Table
    evidence: Table
    seats: tuple[tuple[str, str | None, str], ...]
    calendar: str | None


def office(desk: Desk, node: Node) -> Office:
    """What the office at ``node`` owns and answers for."""
    answered = [
        other
        for _name, other, relation in desk.region.relations.of(node)
        if other.kind == "jawaban" and relation.target == node
    ]
    calendar = desk.calendars.get(node.id)
    return Office(
        _owned(desk, node),
        _indicators(desk, answered),
        _evidence(desk, node, answered),
        _seats(desk, node),
        f"/{calendar.path}" if calendar else None,
    )


def _owned(desk: Desk, node: Node) -> Table:
    mine = by_kind(one for one in desk.examined_by_owner.get(node.id, ()) if one.node != node)
    rows = []
    for kind, members in mine.items():
        tally, reviewed = total(members), reviews(members)
        rows.append(
            Row(
                (
                    Cell(_(KINDS[kind].plural), catalogue_address(kind)),
                    count(len(members)),
                    count(tally.gaps),
                    count(tally.unknown),
                    count(reviewed["lama"] + reviewed["belum"]),
                )
            )
        )
    columns = (
        Column(_("Jenis"), wide=True),
        Column(_("Catatan"), numeric=True),
        Column(_("Isian belum diisi"), numeric=True),
        Column(_("Belum diketahui"), numeric=True),
        Column(_("Tidak ditinjau setahun terakhir"), numeric=True),
    )
    return Table("milik", _("Catatan yang dimiliki, menurut jenis"), columns, tuple(rows))


def _indicators(desk: Desk, answers: list[Node]) -> Table:
    rows = []
    for other in answers:
        name, _slash, code = other.id.partition("/")
        assessment = desk.region.assessments[name]
        indicator = next(one for one in assessment.instrumen.all_indicators() if one.kode == code)
        lead = leading(desk.view.outcomes[name])
        value = assessment.values.get(lead.tahap, {}).get(code) if lead else None
        target = assessment.answers[code].target
        rows.append(
            Row(
                (
                    Cell(indicator.label, indicator_address(assessment.instrumen.id, code)),
                    Cell(assessment.nama),
                    Cell(wording.number(value)),
                    Cell(wording.number(target)),
                )
            )
        )
    columns = (
        Column(_("Indikator"), wide=True),
        Column(_("Penilaian")),
        Column(_("Nilai"), numeric=True),
        Column(_("Target"), numeric=True),
    )
    rows.sort(key=lambda row: row.cells[1].text, reverse=True)  # the newest assessment is what readers come for
    return Table("indikator-diampu", _("Indikator yang diampu"), columns, tuple(rows), tools=len(rows) > LONG)


def _evidence(desk: Desk, node: Node, answers: list[Node]) -> Table:
    """Evidence that the office owns, and what proves its indicators whoever owns it."""
    proving: dict[str, list[str]] = {}
    for answer in answers:
        for _name, other, _relation in desk.region.relations.of(answer):
            if other.kind == "bukti":
                proving.setdefault(other.id, []).append(answer.id.partition("/")[2])
    rows = []
    for name, record in desk.region.records["bukti"].items():
        owner = Node("perangkat-daerah", record.perangkat_daerah or "")
        own = present(desk.region, owner) == node
        if isinstance(record, Bukti) and (own or name in proving):
            rows.append(
                Row(
                    (
                        Cell(record.nama, record_address(Node("bukti", name))),
                        text(record.nomor),
                        validity(desk, record),
                        text(", ".join(dict.fromkeys(proving.get(name, ())))),
                    )
                )
            )
    columns = (
        Column(_("Bukti"), wide=True),
        Column(_("Nomor")),
        Column(_("Berlaku sampai")),
        Column(_("Membuktikan indikator di sini")),
    )
    return Table(
        "bukti-diampu",
        _("Bukti milik atau untuk indikator perangkat daerah ini"),
        columns,
        tuple(rows),
        tools=len(rows) > LONG,
    )


def _seats(desk: Desk, node: Node) -> tuple[tuple[str, str | None, str], ...]:
    found = []
    for anchor, team in teams_of(desk.region):
        for seat in team.anggota:
            place = Node("perangkat-daerah", seat.perangkat_daerah or "")
            if present(desk.region, place) == node:
                words = f"{seat.jabatan}, {seat.peran}" if seat.peran else seat.jabatan
                found.append((team.nama, words, f"{GOVERNANCE}#{anchor}"))
    return tuple(found)
