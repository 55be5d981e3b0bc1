"""``/perangkat-daerah/<perangkat-daerah>/``: an office's own front page, in the order in which its head asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from spbe import wording
from spbe.catalogue.follow_up import followed_up
from spbe.catalogue.quality import gaps_of, total
from spbe.catalogue.tasks import SOON, Task, current_assessments
from spbe.i18n import gettext as _
from spbe.model.bukti import Bukti
from spbe.model.kinds import KINDS, OFFICE
from spbe.model.peta_rencana import PetaRencana
from spbe.model.record import Entri
from spbe.region import Node
from spbe.site.addresses import CHANGES, GOVERNANCE, OFFICES, QUALITY, indicator_address, record_address
from spbe.site.components.follow_up_cells import indicators_cell, status_cell
from spbe.site.later import Later
from spbe.site.metadata import DESCRIPTION_LENGTH
from spbe.site.page import Page
from spbe.site.pages.arsitektur.catatan import FieldGroup, parts_of
from spbe.site.pages.bukti.ikhtisar import validity
from spbe.site.pages.perangkat_daerah.holdings import FIRST, Holdings, holdings, owned
from spbe.site.pages.perangkat_daerah.recent_changes import MOST, RecentChange, RecentChanges, recent_changes
from spbe.site.pages.perangkat_daerah.task_list import TaskList, task_list, tasks_of
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, text
from spbe.site.teams import teams_of
from spbe.site.variables import template_context, variable
from spbe.wording.fields import HEAD, Attribute, changes_of, describe, label_of

LONG = 12
"""From how many rows on a table of an office's page gets its tools."""


@dataclass(frozen=True)
class Office:
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


@template_context
class PerangkatDaerahPerangkatDaerahContext:
    """The variables of ``pages/perangkat_daerah/perangkat_daerah.html.j2``."""

    kind: str = variable("nama jenis catatan")
    record: Entri = variable("catatannya sendiri, isiannya seperti pada rujukan isian")
    type_label: str | None = variable("nama `jenis`-nya, atau kosong")
    short: str | None = variable("singkatannya, atau kosong")
    state: str = variable("nama keadaannya")
    classification: str | None = variable("nama klasifikasinya")
    age: str | None = variable("umur tinjauan terakhir dalam kata-kata, atau kosong")
    figures: list[tuple[str, str, str]] = variable("daftar (angka, yang dihitung, jangkar bagiannya)")
    office: Office = variable("indikator, bukti, peta rencana, dan kedudukannya (`Office`)")
    held: Holdings = variable("yang dimiliki dan dipakainya (`Holdings`)")
    task_list: TaskList = variable("yang perlu dikerjakan (`TaskList`)")
    today: date = variable("tanggal acuan")
    news: tuple[RecentChange, ...] = variable("perubahan terakhir catatannya")
    more_news: int = variable("jumlah perubahan yang tidak disebut")
    since: date = variable("sejak kapan perubahan diceritakan")
    past_known: bool = variable("benar bila riwayatnya diketahui")
    addresses: dict[str, str] = variable("alamat halaman kualitas data dan perubahan")
    told: tuple[FieldGroup, ...] = variable("isian lain, dikelompokkan, dengan yang belum diisi (`FieldGroup`)")
    changes: tuple[tuple[Attribute, Attribute], ...] = variable("daftar (isian sekarang, isian nanti) dari `rencana`")


def pages(site: SiteContext) -> list[Page]:
    """The page of every office."""
    work, news = Later(lambda: tasks_of(site)), Later(lambda: recent_changes(site))
    records = site.region.records[OFFICE]
    return [_page(site, Node(OFFICE, name), record, work, news) for name, record in records.items()]


def _page(
    site: SiteContext,
    node: Node,
    record: Entri,
    work: Later[Mapping[str, tuple[Task, ...]]],
    news: Later[RecentChanges],
) -> Page:
    kind = KINDS[node.kind]
    about = record.uraian or getattr(record, "tugas", None)
    sentence = _("{nama}: yang dimiliki, dipakai, diampu, dan perlu dikerjakan.").format(nama=record.nama)
    state = label_of(record, "keadaan") or ""
    return site.page(
        PerangkatDaerahPerangkatDaerahContext,
        record_address(node),
        record.nama,
        " ".join((about or sentence).split())[:DESCRIPTION_LENGTH],
        lambda: _variables(site, node, record, work.value.get(node.id, ()), news.value),
        parent=OFFICES,
        source=site.source(node),
        search={"jenis": _(kind.singular), **({} if record.is_current else {"keadaan": state})},
        qualifier=_(kind.singular),
    )


def _variables(
    site: SiteContext, node: Node, record: Entri, tasks: tuple[Task, ...], news: RecentChanges
) -> PerangkatDaerahPerangkatDaerahContext:
    visible = site.view.visible_fields(node, record)
    own, held = office(site, node), holdings(site, node)
    mine = news.offices.get(node.id, ())
    short = getattr(record, "singkatan", None)
    return PerangkatDaerahPerangkatDaerahContext(
        kind=_(KINDS[node.kind].singular),
        record=record,
        type_label=label_of(record, "jenis"),
        short=short if short != record.nama else None,
        state=label_of(record, "keadaan") or "",
        classification=label_of(record, "klasifikasi"),
        age=wording.age(record.ditinjau, site.region.date) if record.ditinjau else None,
        figures=_figures(site, node, held, own),
        office=own,
        held=held,
        task_list=task_list(site, tasks),
        today=site.region.date,
        news=mine[:MOST],
        more_news=len(mine) - len(mine[:MOST]),
        since=news.since,
        past_known=news.known,
        addresses={"kualitas": QUALITY, "perubahan": CHANGES},
        told=parts_of(
            type(record),
            describe(site.region, record, visible - {"referensi"}, HEAD | {"tugas"} if not record.uraian else HEAD),
            (one for one in gaps_of(node.kind, record, visible) if one.name != "ditinjau"),
        ),
        changes=changes_of(site.region, record),
    )


def office(site: SiteContext, node: Node) -> Office:
    """What the office at ``node`` answers for."""
    answered = [
        other
        for _name, other, relation in site.region.relations.of(node)
        if other.kind == "jawaban" and relation.target == node and relation.field == "perangkat_daerah"
    ]
    current = {one.nama for one in current_assessments(site.region)}
    calendar = site.calendars.get(node.id)
    evidence, ending = _evidence(site, node, answered)
    return Office(
        _indicators(site, "indikator-diampu", [one for one in answered if one.id.partition("/")[0] in current]),
        _indicators(site, "indikator-dahulu", [one for one in answered if one.id.partition("/")[0] not in current]),
        evidence,
        ending,
        _roadmap(site, node),
        _seats(site, node),
        _followed_up(site, node),
        f"/{calendar.path}" if calendar else None,
    )


def _figures(site: SiteContext, node: Node, held: Holdings, own: Office) -> list[tuple[str, str, str]]:
    """Number, what it counts, and the part of the page that tells which."""
    told = []
    for kind in FIRST:
        mine, label = owned(held, kind), _(KINDS[kind].plural).lower()
        if mine is None:
            told.append((wording.number(0), label, "#memiliki"))
        else:
            label = f"{label}, {mine.others}" if mine.others else label
            told.append((wording.number(mine.count), label, f"#{mine.id}"))
    if own.indicators.rows:
        told.append((wording.number(len(own.indicators.rows)), _("Indikator yang diampu").lower(), "#indikator"))
    sums = total(site.examined_by_owner.get(node.id, ()))
    where = "#bukti" if own.evidence.rows else "#pekerjaan"
    told.append((wording.number(own.ending), _("bukti lewat atau berakhir dalam {n} hari").format(n=SOON), where))
    empty = _("dari {n} isian belum diisi {pada_data}").format(n=wording.number(sums.total))
    told.append((wording.number(sums.gaps), empty, "#pekerjaan"))
    return told


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
            if other.kind == "bukti":
                proving.setdefault(other.id, []).append(answer.id.partition("/")[2])
    owned = (relation.source for relation in site.region.relations.incoming.get(node, ()))
    names = {one.id for one in owned if one.kind == "bukti"} | proving.keys()
    found: list[tuple[date, str, Row]] = []
    for name in sorted(names):
        record = site.region.records["bukti"].get(name)
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
        if relation.source.kind == "peta-rencana" and not relation.planned:
            roles.setdefault(relation.source.id, set()).add(relation.field)
    for name, fields in sorted(roles.items()):
        record = site.region.records["peta-rencana"].get(name)
        if not isinstance(record, PetaRencana):
            continue
        years = " – ".join(dict.fromkeys(str(year) for year in (record.tahun_mulai, record.tahun_selesai) if year))
        cells = (
            Cell(record.nama, record_address(Node("peta-rencana", name))),
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
