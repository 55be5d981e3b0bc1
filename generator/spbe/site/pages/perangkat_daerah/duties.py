"""What an office answers for: indicators, evidence, activities of the roadmap, recommendations, seats in teams."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from spbe import wording
from spbe.catalogue.follow_up import followed_up
from spbe.catalogue.tasks import SOON, current_assessments
from spbe.i18n import gettext as _
from spbe.model.bukti import Bukti
from spbe.model.kinds import OFFICE, kind_of
from spbe.model.peta_rencana import PetaRencana
from spbe.region import Node
from spbe.site.addresses import GOVERNANCE, indicator_address, record_address
from spbe.site.components.follow_up_cells import indicators_cell, status_cell
from spbe.site.pages.bukti.ikhtisar import validity
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, text
from spbe.site.teams import teams_of
from spbe.wording.fields import label_of

LONG = 12
"""From how many rows on a table of an office's page gets its tools."""


@dataclass(frozen=True)
class OfficeDuties:
    """What an office answers for: ``former`` are its indicators in assessments that are over.

    ``seats``: name of the team, role and address; ``calendar``: the address of its calendar of evidence, if any.
    Tables without rows are not shown. ``ending``: evidence that has run out or soon will.
    """

    indicators: Table
    former: Table
    evidence: Table
    ending: int
    roadmap: Table
    seats: tuple[tuple[str, str | None, str], ...]
    followed_up: Table
    calendar: str | None


def duties_of(site: SiteContext, node: Node) -> OfficeDuties:
    """What the office at ``node`` answers for."""
    answered = [
        other
        for _name, other, relation in site.region.relations.of(node)
        if other.kind == "jawaban" and relation.target == node and relation.field == "perangkat_daerah"
    ]
    current = {one.nama for one in current_assessments(site.region)}
    calendar = site.calendars.get(node.id)
    evidence, ending = _evidence(site, node, answered)
    return OfficeDuties(
        _indicators(site, "indikator-diampu", [one for one in answered if one.id.partition("/")[0] in current]),
        _indicators(site, "indikator-dahulu", [one for one in answered if one.id.partition("/")[0] not in current]),
        evidence,
        ending,
        _roadmap(site, node),
        _seats(site, node),
        _followed_up(site, node),
        f"/{calendar.path}" if calendar else None,
    )


def _indicators(site: SiteContext, name: str, answers: Iterable[Node]) -> Table:
    rows = []
    for other in answers:
        folder, _slash, code = other.id.partition("/")
        assessment = site.region.assessments[folder]
        indicator = next(one for one in assessment.instrumen.all_indicators() if one.kode == code)
        lead = site.view.results[folder].lead
        value = lead.values.get(code) if lead else None
        target = assessment.answers[code].target
        rows.append(
            Row(
                (
                    Cell(indicator.label, indicator_address(assessment.instrumen.id, code)),
                    Cell(assessment.nama),
                    Cell(wording.number(value)),
                    Cell(wording.number(target)),
                    Cell(wording.number(len(assessment.answers[code].bukti))),
                )
            )
        )
    columns = (
        Column(_("Indikator"), wide=True),
        Column(_("Penilaian")),
        Column(_("Nilai"), numeric=True),
        Column(_("Target"), numeric=True),
        Column(_("Bukti"), numeric=True),
    )
    rows.sort(key=lambda row: row.cells[1].text, reverse=True)  # the newest assessment is what readers come for
    return Table(name, _("Indikator yang diampu"), columns, tuple(rows), tools=len(rows) > LONG)


def _evidence(site: SiteContext, node: Node, answers: list[Node]) -> tuple[Table, int]:
    """Evidence that the office owns, and what proves its indicators whoever owns it; what ends first comes first.

    And how much of it has run out, or will soon.
    """
    proving: dict[str, list[str]] = {}
    for answer in answers:
        for _name, other, _relation in site.region.relations.of(answer):
            if other.kind == kind_of(Bukti):
                proving.setdefault(other.id, []).append(answer.id.partition("/")[2])
    owned = (relation.source for relation in site.region.relations.incoming.get(node, ()))
    names = {one.id for one in owned if one.kind == kind_of(Bukti)} | proving.keys()
    found: list[tuple[date, str, Row]] = []
    for name in sorted(names):
        record = site.region.records[kind_of(Bukti)].get(name)
        if isinstance(record, Bukti):
            cells = (
                Cell(record.nama, record_address(site.region.evidence(name))),
                text(record.nomor),
                validity(site, record),
                text(", ".join(dict.fromkeys(proving.get(name, ())))),
            )
            ends = record.berlaku_sampai.last if record.berlaku_sampai else date.max
            found.append((ends, record.nama.casefold(), Row(cells)))
    found.sort(key=lambda item: item[:2])
    soon = site.region.date + timedelta(days=SOON)
    columns = (
        Column(_("Bukti"), wide=True),
        Column(_("Nomor")),
        Column(_("Berlaku sampai")),
        Column(_("Membuktikan indikator di sini")),
    )
    caption = _("Bukti milik atau untuk indikator perangkat daerah ini")
    rows = tuple(row for _ends, _name, row in found)
    return Table("bukti-diampu", caption, columns, rows, tools=len(rows) > LONG), sum(one[0] <= soon for one in found)


def _roadmap(site: SiteContext, node: Node) -> Table:
    """What the office coordinates or executes, by year."""
    found: list[tuple[int, str, Row]] = []
    roles: dict[str, set[str]] = {}
    for relation in site.region.relations.incoming.get(node, ()):
        if relation.source.kind == kind_of(PetaRencana) and not relation.planned:
            roles.setdefault(relation.source.id, set()).add(relation.field)
    for name, fields in sorted(roles.items()):
        record = site.region.records[kind_of(PetaRencana)].get(name)
        if not isinstance(record, PetaRencana):
            continue
        years = " – ".join(dict.fromkeys(str(year) for year in (record.tahun_mulai, record.tahun_selesai) if year))
        cells = (
            Cell(record.nama, record_address(Node(kind_of(PetaRencana), name))),
            text(years),
            Cell(_("Koordinator") if "perangkat_daerah" in fields else _("Pelaksana")),
            Cell(label_of(record, "status") or "–", badge=record.status),
        )
        found.append((record.tahun_mulai or 9999, record.nama.casefold(), Row(cells)))
    found.sort(key=lambda item: item[:2])
    columns = (Column(_("Kegiatan"), wide=True), Column(_("Tahun")), Column(_("Peran")), Column(_("Status")))
    rows = tuple(row for _year, _name, row in found)
    caption = _("Kegiatan peta rencana yang dikoordinasi atau dilaksanakan")
    return Table("rencana-diampu", caption, columns, rows, tools=len(rows) > LONG)


def _followed_up(site: SiteContext, node: Node) -> Table:
    """The recommendations that the office follows up, those of the newest assessment first."""
    rows = [
        Row((indicators_cell(one), Cell(one.text), Cell(one.assessment.nama), status_cell(one)))
        for one in followed_up(list(site.region.assessments.values()))
        if any(site.region.present(Node(OFFICE, office)) == node for office in one.offices)
    ]
    columns = (
        Column(_("Indikator"), wide=True),
        Column(_("Rekomendasi"), wide=True),
        Column(_("Penilaian")),
        Column(_("Tindak lanjut")),
    )
    caption = _("Rekomendasi yang ditindaklanjuti")
    return Table("rekomendasi-diampu", caption, columns, tuple(rows), tools=len(rows) > LONG)


def _seats(site: SiteContext, node: Node) -> tuple[tuple[str, str | None, str], ...]:
    found = []
    for anchor, team in teams_of(site.region):
        for seat in team.anggota:
            office = site.region.owner(seat)
            if office is not None and office.id == node.id:
                words = f"{seat.jabatan}, {seat.peran}" if seat.peran else seat.jabatan
                found.append((team.nama, words, f"{GOVERNANCE}#{anchor}"))
    return tuple(found)
