"""The overview of the architecture: what each domain holds, and the views over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from spbe.i18n import gettext as _
from spbe.model.kinds import ARCHITECTURE, KINDS
from spbe.model.record import KEADAAN, Record
from spbe.site.addresses import ARCHITECTURE_HOME, catalogue_address
from spbe.site.desk import Desk
from spbe.site.page import MenuItem, Page
from spbe.site.pages.arsitektur import dampak, domain, integrasi, jelajah, kesenjangan, tumpang_tindih
from spbe.site.pages.arsitektur.cakupan import ikhtisar as cakupan
from spbe.site.pages.arsitektur.matriks import ikhtisar as matriks
from spbe.site.table import Cell, Column, Row, Table, count

VIEWS: tuple[Callable[[Desk], list[Page]], ...] = (
    dampak.pages,
    cakupan.pages,
    matriks.pages,
    tumpang_tindih.pages,
    integrasi.pages,
    kesenjangan.pages,
    jelajah.pages,
)
"""The views over all domains, in the order in which they are offered; the first page of each leads to the others."""


def plan(desk: Desk) -> tuple[list[Page], list[MenuItem]]:
    """The overview, the catalogues and the views, which stand below it in the menu."""
    lists, entries = domain.plan_architecture(desk)
    views = [made for view in VIEWS if (made := view(desk))]
    below = [*entries, *(MenuItem(first.title, first.address) for first, *_others in views)]
    pages = [_overview(desk, [first for first, *_others in views]), *lists]
    return [*pages, *(page for made in views for page in made)], [
        MenuItem(_("Arsitektur"), ARCHITECTURE_HOME, tuple(below))
    ]


def _overview(desk: Desk, views: list[Page]) -> Page:
    numbers = {kind: len(desk.region.records[kind]) for kind in ARCHITECTURE}
    return desk.page(
        "arsitektur/ikhtisar",
        ARCHITECTURE_HOME,
        _("Arsitektur"),
        _("Enam domain arsitektur {nama}: jumlah catatan dan katalognya.").format(nama=desk.region.profil.nama),
        domains=[(KINDS[kind], number, catalogue_address(kind)) for kind, number in numbers.items()],
        views=[(view.title, view.description, view.address) for view in views],
        states=_states(desk) if any(numbers.values()) else None,
    )


def _states(desk: Desk) -> Table:
    rows = []
    for kind in ARCHITECTURE:
        records = desk.region.records[kind]
        states = Counter(record.keadaan for record in records.values() if isinstance(record, Record))
        cells = [Cell(_(KINDS[kind].plural), catalogue_address(kind))]
        cells += [count(states[state]) for state in KEADAAN.nilai]
        cells.append(count(len(records)))
        rows.append(Row(tuple(cells)))
    columns = [Column(_("Domain"), wide=True), *(Column(_(label), numeric=True) for label in KEADAAN.nilai.values())]
    columns.append(Column(_("Jumlah"), numeric=True))
    return Table("keadaan-domain", _("Catatan setiap domain menurut keadaannya"), tuple(columns), tuple(rows))
