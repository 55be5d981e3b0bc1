"""``/indikator/``: every indicator of every instrument that the region was assessed with."""

from __future__ import annotations

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.instrumen import Instrumen
from spbe.scoring.hasil import HasilPenilaian
from spbe.site.addresses import INDICATORS, indicator_address
from spbe.site.components.calculation import level_cell
from spbe.site.desk import Desk
from spbe.site.page import MenuItem, Page
from spbe.site.pages.indikator.indikator import assessments_with, indicator_page
from spbe.site.table import Cell, Column, Row, Table, text


def plan(desk: Desk) -> tuple[list[Page], list[MenuItem]]:
    """The list, and one page per indicator of each instrument in use."""
    used: dict[str, Instrumen] = {}
    for assessment in reversed(list(desk.region.assessments.values())):
        used.setdefault(assessment.instrumen.id, assessment.instrumen)
    pages = [_overview(desk, list(used.values()))]
    for instrument in used.values():
        pages += [indicator_page(desk, instrument, position) for position in range(len(instrument.all_indicators()))]
    return pages, [MenuItem(_("Indikator"), INDICATORS)]


def _overview(desk: Desk, instruments: list[Instrumen]) -> Page:
    return desk.page(
        "indikator/ikhtisar",
        INDICATORS,
        _("Indikator"),
        _("Nilai setiap indikator {nama} dari tahun ke tahun.").format(nama=desk.region.profil.nama),
        tables=[(instrument, _table(desk, instrument)) for instrument in instruments],
    )


def _table(desk: Desk, instrument: Instrumen) -> Table:
    assessments = assessments_with(desk, instrument)
    results = [desk.view.results[assessment.nama] for assessment in assessments]
    columns = [Column(_("Indikator"), wide=True), Column(_("Bobot (%)"), numeric=True)]
    columns += [Column(assessment.nama, numeric=True) for assessment in assessments]
    columns.append(Column(_("Aspek"), wide=True, facet=True, extra=True))
    rows: list[Row] = []
    for aspect in instrument.all_aspects():
        title = f"{aspect.kode} {aspect.nama}"
        rows.append(
            Row(
                (
                    Cell(title),
                    Cell(wording.number(aspect.bobot)),
                    *_aspect_cells(results, aspect.kode),
                    text(aspect.kode),
                ),
                strong=True,
            )
        )
        for indicator in aspect.indikator:
            cells = [
                Cell(indicator.label, indicator_address(instrument.id, indicator.kode)),
                Cell(wording.number(indicator.bobot)),
            ]
            for hasil in results:
                value = hasil.lead.values.get(indicator.kode) if hasil.lead else None
                cells.append(level_cell(value, instrument))
            cells.append(Cell(aspect.nama))
            rows.append(Row(tuple(cells)))
    caption = _("Indikator {instrumen} dan nilai tahap terakhir setiap penilaian").format(instrumen=instrument.nama)
    return Table(f"daftar-{instrument.id}", caption, tuple(columns), tuple(rows), tools=True)


def _aspect_cells(results: list[HasilPenilaian], code: str) -> list[Cell]:
    told = (next((part.teks for part in hasil.aspek if part.bagian.kode == code), None) for hasil in results)
    return [Cell(wording.comma(printed)) for printed in told]
