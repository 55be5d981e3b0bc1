"""The overview of the architecture: what each domain holds, by state and by the first level of the reference."""

from __future__ import annotations

from collections.abc import Callable

from spbe.catalogue.distribution import Distribution, distribution
from spbe.i18n import gettext as _
from spbe.model.kinds import ARCHITECTURE, KINDS
from spbe.model.record import KEADAAN
from spbe.site.addresses import ARCHITECTURE_HOME, catalogue_address
from spbe.site.desk import Desk
from spbe.site.page import MenuItem, Page
from spbe.site.sections import catalogues, coverage, explorer, gaps, impact, integration, matrices, overlap
from spbe.site.table import Cell, Column, Row, Table, count

VIEWS: tuple[Callable[[Desk], list[Page]], ...] = (
    impact.pages,
    coverage.pages,
    matrices.pages,
    overlap.pages,
    integration.pages,
    gaps.pages,
    explorer.pages,
)
"""The views over all domains, in the order in which they are offered; the first page of each leads to the others."""


def plan(desk: Desk) -> tuple[list[Page], list[MenuItem]]:
    """The overview, the catalogues and the views, which stand below it in the menu."""
    lists, entries = catalogues.plan_architecture(desk)
    views = [made for view in VIEWS if (made := view(desk))]
    below = [*entries, *(MenuItem(first.title, first.address) for first, *_others in views)]
    pages = [_overview(desk, [first for first, *_others in views]), *lists]
    return [*pages, *(page for made in views for page in made)], [
        MenuItem(_("Arsitektur"), ARCHITECTURE_HOME, tuple(below))
    ]


def _overview(desk: Desk, views: list[Page]) -> Page:
    spread = {
        kind: distribution(desk.region.records[kind].values(), KINDS[kind].domain or "", desk.region.reference)
        for kind in ARCHITECTURE
    }
    known = [kind for kind in ARCHITECTURE if desk.view.totals[kind]]
    return desk.page(
        "architecture",
        ARCHITECTURE_HOME,
        _("Arsitektur"),
        _("Enam domain arsitektur {nama}: jumlah catatan dan katalognya.").format(nama=desk.region.profil.nama),
        domains=[(KINDS[kind], desk.view.totals[kind], catalogue_address(kind)) for kind in ARCHITECTURE],
        views=[(view.title, view.description, view.address) for view in views],
        states=_states(desk, spread) if known else None,
        codes=[
            (KINDS[kind], desk.region.reference.domains[domain], _codes(kind, spread[kind]))
            for kind in known
            if (domain := KINDS[kind].domain)
        ],
    )


def _states(desk: Desk, spread: dict[str, Distribution]) -> Table:
    hidden = {kind: desk.view.totals[kind] - len(desk.region.records[kind]) for kind in spread}
    some_hidden = any(hidden.values())
    rows = []
    for kind, found in spread.items():
        cells = [Cell(_(KINDS[kind].plural), catalogue_address(kind))]
        cells += [count(number) for number in found.states.values()]
        if some_hidden:
            cells.append(count(hidden[kind]))
        cells.append(count(desk.view.totals[kind]))
        rows.append(Row(tuple(cells)))
    columns = [Column(_("Domain"), wide=True), *(Column(_(label), numeric=True) for label in KEADAAN.nilai.values())]
    if some_hidden:
        columns.append(Column(_("Tidak ditampilkan"), numeric=True))
    columns.append(Column(_("Jumlah"), numeric=True))
    return Table("keadaan-domain", _("Catatan setiap domain menurut keadaannya"), tuple(columns), tuple(rows))


def _codes(kind: str, found: Distribution) -> Table:
    rows = [Row((Cell(f"{node.kode} {node.nama}"), count(number))) for node, number in found.codes]
    rows.append(Row((Cell(_("Tanpa kode referensi")), count(found.without))))
    columns = (Column(_("Referensi tingkat 1"), wide=True), Column(_("Catatan"), numeric=True))
    caption = _("{jenis} menurut referensi tingkat 1").format(jenis=_(KINDS[kind].plural))
    return Table(f"referensi-{kind}", caption, columns, tuple(rows))
