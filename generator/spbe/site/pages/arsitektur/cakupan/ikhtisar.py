"""``/arsitektur/cakupan/``: how much of the reference architecture the records cover."""

from __future__ import annotations

from spbe.catalogue.coverage import Coverage, Depth
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.scoring.rounding import whole_per_cent
from spbe.site.addresses import ARCHITECTURE_HOME, COVERAGE, domain_address
from spbe.site.page import Page
from spbe.site.pages.arsitektur.cakupan.domain import level_label
from spbe.site.pages.arsitektur.cakupan.kode import has_coverage
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count
from spbe.site.variables import template_context, variable


@template_context
class ArsitekturCakupanContext:
    """The variables of ``pages/arsitektur/cakupan/ikhtisar.html.j2``."""

    domains: list[tuple[str, str, str, list[tuple[str, int, int, int]]]] = variable(
        "daftar (nama jenis catatan, kode domain, alamat petanya, "
        "daftar (nama tingkat, kode yang berisi, semua kode, bagiannya dalam persen utuh))"
    )
    figures: Table = variable("tabel angka setiap domain (`Table`)")


def pages(site: SiteContext) -> list[Page]:
    """The overview; nothing for a region without records."""
    if not has_coverage(site):
        return []
    page = site.page(
        ArsitekturCakupanContext,
        COVERAGE,
        _("Cakupan"),
        _("Kode referensi arsitektur yang terisi, kosong, diisi beberapa perangkat daerah, atau lama ditinjau."),
        lambda: ArsitekturCakupanContext(
            domains=[
                (
                    _(KINDS[one.domain.jenis].plural),
                    one.domain.kode,
                    domain_address(one.domain.kode),
                    [
                        (level_label(one, depth.level), depth.covered, depth.codes, _percent(depth))
                        for depth in one.levels
                    ],
                )
                for one in site.coverage.values()
            ],
            figures=_figures(site.coverage),
        ),
        parent=ARCHITECTURE_HOME,
        menu=_("Cakupan"),
        menu_group=_("Analisis"),
    )
    return [page]


def _percent(depth: Depth) -> int:
    """How much of a level is covered, in whole per cent: full only where nothing is missing."""
    return whole_per_cent(depth.covered, depth.codes) if depth.codes else 0


def _figures(found: dict[str, Coverage]) -> Table:
    columns = (
        Column(_("Domain"), wide=True),
        Column(_("Catatan berkode"), numeric=True),
        Column(_("Tanpa kode"), numeric=True),
        Column(_("Kode diisi beberapa perangkat daerah"), numeric=True),
        Column(_("Tidak ditinjau setahun terakhir"), numeric=True),
    )
    rows = []
    for one in found.values():
        label = f"{one.domain.kode} {_(KINDS[one.domain.jenis].plural)}"
        cells = [Cell(label, domain_address(one.domain.kode)), count(one.whole.today), count(one.without_today)]
        rows.append(Row((*cells, count(one.shared), count(one.whole.stale))))
    return Table("cakupan-angka", _("Catatan saat ini menurut referensinya"), columns, tuple(rows))
