"""``/indeks/``: all assessments with their results, and the index over the years."""

from __future__ import annotations

from spbe.i18n import gettext as _
from spbe.scoring.hasil import HasilPenilaian
from spbe.site.addresses import INDEX
from spbe.site.components.index_trend import results_table
from spbe.site.page import Page
from spbe.site.pages.indeks.index_history import IndexHistory, index_history
from spbe.site.site_context import SiteContext
from spbe.site.table import Table
from spbe.site.variables import template_context, variable


@template_context
class IndeksContext:
    """The variables of ``pages/indeks/ikhtisar.html.j2``."""

    index_history: IndexHistory | None = variable(
        "indeks dari tahun ke tahun di samping rata-rata nasional (`IndexHistory`), atau kosong"
    )
    results: Table = variable("tabel semua hasil (`Table`)")
    bare: list[HasilPenilaian] = variable("hasil (`HasilPenilaian`) yang nilai per indikatornya belum dicatat")


def pages(site: SiteContext) -> list[Page]:
    """The list of assessments."""
    results = site.view.results
    page = site.page(
        IndeksContext,
        INDEX,
        _("Indeks"),
        _("Semua hasil penilaian {nama}: indeks, predikat, dan tahapnya.").format(nama=site.region.profil.nama),
        lambda: IndeksContext(
            index_history=index_history(site),
            results=results_table(reversed(list(results.values())), "hasil"),
            bare=[one for one in results.values() if one.lead is None],
        ),
        menu=_("Indeks"),
    )
    return [page]
