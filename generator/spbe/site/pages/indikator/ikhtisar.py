"""``/indikator/``: every indicator of every instrument that the region was assessed with."""

from __future__ import annotations

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.instrumen import Instrumen
from spbe.scoring.hasil import HasilPenilaian
from spbe.site.addresses import INDICATORS, indicator_address
from spbe.site.components.index_calculation import level_cell
from spbe.site.page import Page
from spbe.site.pages.indikator.indikator import assessments_with, instruments_in_use
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count, text
from spbe.site.variables import template_context, variable


@template_context
class IndikatorContext:
    """The variables of ``pages/indikator/ikhtisar.html.j2``."""

    tables: list[tuple[Instrumen, Table]] = variable("daftar (instrumen, tabel indikatornya `Table`)")


def pages(site: SiteContext) -> list[Page]:
    """The list of indicators."""
    page = site.page(
        IndikatorContext,
        INDICATORS,
        _("Indikator"),
        _("Nilai setiap indikator {nama} dari tahun ke tahun.").format(nama=site.region.profil.nama),
        lambda: IndikatorContext(
            tables=[(instrument, _table(site, instrument)) for instrument in instruments_in_use(site)]
        ),
        menu=_("Indikator"),
    )
    return [page]


def _table(site: SiteContext, instrument: Instrumen) -> Table:
    assessments = assessments_with(site, instrument)
    results = [site.view.results[assessment.nama] for assessment in assessments]
    columns = [Column(_("Indikator"), wide=True), Column(_("Bobot (%)"), numeric=True)]
    columns += [Column(assessment.nama, numeric=True) for assessment in assessments]
    newest = assessments[-1]
    columns.append(Column(_("Bukti {penilaian}").format(penilaian=newest.nama), numeric=True))
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
                    Cell("–"),
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
            answer = newest.answers.get(indicator.kode)
            cells.append(count(len(answer.bukti) if answer else 0))
            cells.append(Cell(aspect.nama))
            rows.append(Row(tuple(cells)))
    caption = _("Indikator {instrumen} dan nilai tahap terakhir setiap penilaian").format(instrumen=instrument.nama)
    return Table(f"daftar-{instrument.id}", caption, tuple(columns), tuple(rows), tools=True)


def _aspect_cells(results: list[HasilPenilaian], code: str) -> list[Cell]:
    told = (next((part.teks for part in hasil.aspek if part.bagian.kode == code), None) for hasil in results)
    return [Cell(wording.comma(printed)) for printed in told]
