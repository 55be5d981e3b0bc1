"""``/arsitektur/cakupan/``: how much of the reference architecture the records cover."""

from __future__ import annotations

from spbe.catalogue.coverage import Coverage, coverage
from spbe.i18n import gettext as _
from spbe.model.kinds import ARCHITECTURE, KINDS, OFFICE
from spbe.site.addresses import ARCHITECTURE_HOME, COVERAGE, domain_address
from spbe.site.desk import Desk
from spbe.site.page import Page
from spbe.site.pages.arsitektur.cakupan.domain import domain_pages, level_label
from spbe.site.table import Cell, Column, Row, Table, count


def pages(desk: Desk) -> list[Page]:
    """The overview and a map per domain; nothing for a region without records."""
    if not any(desk.region.records[kind] for kind in (*ARCHITECTURE, OFFICE, "peta-rencana")):
        return []
    found = {domain: coverage(desk.region, domain) for domain in desk.region.reference.domains}
    made = [_overview(desk, found)]
    for one in found.values():
        made += domain_pages(desk, one)
    return made


def _overview(desk: Desk, found: dict[str, Coverage]) -> Page:
    return desk.page(
        "arsitektur/cakupan/ikhtisar",
        COVERAGE,
        _("Cakupan"),
        _("Kode referensi arsitektur yang terisi, kosong, diisi beberapa perangkat daerah, atau lama ditinjau."),
        parent=ARCHITECTURE_HOME,
        domains=[
            (
                _(KINDS[one.domain.jenis].plural),
                one.domain.kode,
                domain_address(one.domain.kode),
                [(level_label(one, depth.level), depth.covered, depth.codes) for depth in one.levels],
            )
            for one in found.values()
        ],
        figures=_figures(found),
    )


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
        cells = [Cell(label, domain_address(one.domain.kode)), count(one.whole.today), count(len(one.without))]
        rows.append(Row((*cells, count(one.shared), count(one.whole.stale))))
    return Table("cakupan-angka", _("Catatan saat ini menurut referensinya"), columns, tuple(rows))
