"""``/tindak-lanjut/``: every recommendation over the years, whose it is, until when, and how far."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from spbe import wording
from spbe.catalogue.follow_up import Recommendation, followed_up, has_recommendations
from spbe.i18n import gettext as _
from spbe.model.rekomendasi import STATUS_TINDAK_LANJUT
from spbe.site.addresses import FOLLOW_UP, INDEX, assessment_address, record_address
from spbe.site.components.follow_up_cells import indicators_cell, status_cell
from spbe.site.page import Page
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count, deadline, several, text
from spbe.site.table_cells import offices_cell
from spbe.site.variables import template_context, variable


@template_context
class TindakLanjutContext:
    """The variables of ``pages/tindak_lanjut/ikhtisar.html.j2``."""

    total: int = variable("banyak rekomendasi")
    done: int = variable("banyak yang selesai ditindaklanjuti")
    late: int = variable("banyak yang lewat batas waktu")
    years: Table = variable("tabel rekomendasi setiap penilaian, dengan indeksnya (`Table`)")
    open: Table = variable("tabel yang belum selesai (`Table`)")
    finished: Table = variable("tabel yang sudah selesai (`Table`)")
    today: date = variable("tanggal acuan")


def pages(site: SiteContext) -> list[Page]:
    """The page; none where nobody recommended anything."""
    if not has_recommendations(site.region):
        return []
    about = _("Rekomendasi penilaian {nama} dari tahun ke tahun: penanggung jawab, batas waktu, kemajuan, dan bukti.")
    page = site.page(
        TindakLanjutContext,
        FOLLOW_UP,
        _("Tindak lanjut rekomendasi"),
        about.format(nama=site.region.profil.nama),
        lambda: _variables(site),
        parent=INDEX,
        menu=_("Tindak lanjut"),
    )
    return [page]


def _variables(site: SiteContext) -> TindakLanjutContext:
    found = list(followed_up(list(site.region.assessments.values())))
    today = site.region.date
    dated = any(one.deadline for one in found)
    unfinished = [one for one in found if not one.is_done]
    finished = [one for one in found if one.is_done]
    return TindakLanjutContext(
        total=len(found),
        done=len(finished),
        late=sum(one.late(today) for one in found),
        years=_years(site, found),
        open=_table(site, "rekomendasi-terbuka", _("Masih terbuka"), unfinished, dated=dated),
        finished=_table(site, "rekomendasi-selesai", _("Selesai"), finished, dated=dated),
        today=today,
    )


def _years(site: SiteContext, found: Sequence[Recommendation]) -> Table:
    columns = (
        Column(_("Penilaian"), wide=True),
        Column(_("Indeks"), numeric=True),
        Column(_("Rekomendasi"), numeric=True),
        *(Column(_(label), numeric=True) for label in STATUS_TINDAK_LANJUT.nilai.values()),
        Column(_("Status belum dicatat"), numeric=True),
    )
    rows = []
    for name, hasil in reversed(list(site.view.results.items())):
        statuses = [one.status for one in found if one.assessment.nama == name]
        rows.append(
            Row(
                (
                    Cell(hasil.assessment.title, assessment_address(name)),
                    Cell(wording.comma(hasil.teks) if hasil.teks else "–"),
                    count(len(statuses)),
                    *(count(statuses.count(code)) for code in STATUS_TINDAK_LANJUT.nilai),
                    count(statuses.count(None)),
                )
            )
        )
    return Table("rekomendasi-tahun", _("Rekomendasi dan indeks setiap penilaian"), columns, tuple(rows))


def _table(site: SiteContext, name: str, caption: str, found: Sequence[Recommendation], *, dated: bool) -> Table:
    columns = [
        Column(_("Rekomendasi"), wide=True),
        Column(_("Indikator"), wide=True, facet=False),
        Column(_("Penilaian"), facet=True),
        Column(_("Penanggung jawab"), facet=True),
        Column(_("Status"), facet=True),
        Column(_("Tindakan"), wide=True, facet=False),
        Column(_("Kemajuan"), wide=True, facet=False, extra=True),
        Column(_("Bukti"), wide=True, facet=False, extra=True),
    ]
    if dated:
        columns.insert(4, Column(_("Batas waktu")))
    rows = tuple(_row(site, one, dated=dated) for one in found)
    return Table(name, caption, tuple(columns), rows, tools=True, empty=_("Tidak ada {pada_data}."))


def _row(site: SiteContext, one: Recommendation, *, dated: bool) -> Row:
    cells = [
        Cell(one.text),
        indicators_cell(one),
        Cell(one.assessment.nama, assessment_address(one.assessment.nama)),
        offices_cell(site, one.offices),
        status_cell(one),
        text(" ".join(one.actions)),
        text(one.progress),
        _evidence(site, one),
    ]
    if dated:
        cells.insert(4, deadline(one.deadline, late=one.late(site.region.date)))
    return Row(tuple(cells))


def _evidence(site: SiteContext, one: Recommendation) -> Cell:
    nodes = [site.region.evidence(name) for name in one.evidence]
    if len(nodes) == 1:
        return Cell(site.region.name(nodes[0]), record_address(nodes[0]))
    return several([site.region.name(node) for node in nodes])
