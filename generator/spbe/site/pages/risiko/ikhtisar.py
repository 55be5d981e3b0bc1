"""``/risiko/``: the risks, how great each is, and what is done about it. Risks have no pages of their own."""

from __future__ import annotations

from collections.abc import Mapping

from spbe import wording
from spbe.catalogue.risks import RiskFigures, figures_of, is_overdue, magnitude_of, residual_of
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.model.risiko import TINGKAT_DAMPAK, TINGKAT_KEMUNGKINAN, Risiko
from spbe.region import Node
from spbe.site.addresses import OFFICES, RISKS
from spbe.site.details import Detail, detail_address, details_of
from spbe.site.later import Later
from spbe.site.page import Page
from spbe.site.paging import LongTable, paged, places_of
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, deadline, text
from spbe.site.table_cells import owner_cell
from spbe.site.variables import template_context, variable
from spbe.standards.risk_matrix import risk_matrix
from spbe.wording.fields import label_of

_KIND = "risiko"


@template_context
class RisikoContext:
    """The variables of ``pages/risiko/ikhtisar.html.j2``."""

    figures: RiskFigures = variable("berapa risiko, menurut level dan penanganannya (`RiskFigures`)")
    matrix: Table | None = variable(
        "matriks kemungkinan dan dampak dengan jumlah risikonya (`Table`), bila ada yang dinilai"
    )
    data: Table = variable("tabel semua risiko, yang terbesar dulu (`Table`)")
    details: tuple[Detail, ...] = variable("isi lengkap setiap risiko (`Detail`)")


def pages(site: SiteContext) -> list[Page]:
    """The page; none for readers who may not see every risk while they see no risk at all."""
    kind = KINDS[_KIND]
    risks = {name: one for name, one in site.region.records[_KIND].items() if isinstance(one, Risiko)}
    if not risks and not site.view.audience.is_whole:
        return []
    ordered = dict(sorted(risks.items(), key=lambda pair: (-(magnitude_of(pair[1]) or 0), pair[0])))
    details = Later(lambda: {detail.record.id: detail for detail in details_of(site, _KIND)})
    return paged(
        site,
        RisikoContext,
        RISKS,
        _(kind.plural),
        _("Risiko SPBE {nama}: kemungkinan, dampak, pemilik, dan penanganannya.").format(nama=site.region.profil.nama),
        LongTable("daftar-risiko", len(ordered), Later(lambda: _table(site, ordered))),
        lambda data: RisikoContext(
            figures=figures_of(risks.values(), site.region.date),
            matrix=_matrix(risks) if any(map(magnitude_of, risks.values())) else None,
            data=data,
            details=tuple(details.value[row.id] for row in data.rows),
        ),
        parent=OFFICES,
        menu=_(kind.plural),
    )


def _matrix(risks: Mapping[str, Risiko]) -> Table:
    matrix = risk_matrix()
    met = [(one.kemungkinan, one.dampak) for one in risks.values()]
    columns = [Column(_("Kemungkinan \\ dampak"), wide=True)]
    columns += [Column(f"{code} {_(label)}", facet=False) for code, label in TINGKAT_DAMPAK.nilai.items()]
    rows = []
    for likelihood, label in reversed(list(TINGKAT_KEMUNGKINAN.nilai.items())):
        cells = [Cell(f"{likelihood} {_(label)}")]
        for impact in TINGKAT_DAMPAK.nilai:
            magnitude = matrix.magnitudes[likelihood, impact]
            number = met.count((likelihood, impact))
            rank = matrix.level(magnitude).rank
            words = _("{n} risiko · {besaran}") if number else "{besaran}"
            cells.append(Cell(words.format(n=wording.number(number), besaran=magnitude), badge=f"risiko-{rank}"))
        rows.append(Row(tuple(cells)))
    caption = _("Besaran risiko menurut kemungkinan dan dampak, dengan jumlah risiko yang dicatat")
    return Table("matriks-risiko", caption, tuple(columns), tuple(rows))


def _table(site: SiteContext, risks: Mapping[str, Risiko]) -> Table:
    places = places_of(RISKS, list(risks))
    columns = (
        Column(_("Risiko"), wide=True),
        Column(_("Besaran"), numeric=True),
        Column(_("Level"), facet=True),
        Column(_("Pemilik"), facet=True),
        Column(_("Penanganan"), facet=True),
        Column(_("Status"), facet=True),
        Column(_("Batas waktu")),
        Column(_("Besaran residual"), numeric=True, extra=True),
        Column(_("Kategori"), facet=True, extra=True),
    )
    rows = tuple(_row(site, name, risk, places[name]) for name, risk in risks.items())
    empty = _("Belum ada risiko {pada_data}.")
    return Table("daftar-risiko", _("Daftar risiko, yang terbesar dulu"), columns, rows, tools=True, empty=empty)


def _row(site: SiteContext, name: str, risk: Risiko, place: str) -> Row:
    magnitude, residual = magnitude_of(risk), residual_of(risk)
    level = risk_matrix().level(magnitude) if magnitude else None
    return Row(
        (
            Cell(risk.nama, detail_address(Node(_KIND, name), place)),
            _magnitude(magnitude),
            Cell(_(level.name), sort=str(level.rank), badge=f"risiko-{level.rank}") if level else text(None),
            owner_cell(site, risk),
            text(label_of(risk, "penanganan")),
            text(label_of(risk, "status")),
            deadline(risk.batas_waktu, late=is_overdue(risk, site.region.date)),
            _magnitude(residual),
            text(label_of(risk, "kategori")),
        ),
        id=name,
    )


def _magnitude(value: int | None) -> Cell:
    return Cell(wording.number(value), sort=f"{value:02d}") if value else text(None)
