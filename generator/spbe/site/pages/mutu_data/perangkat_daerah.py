"""``/mutu-data/perangkat-daerah/``: how much each office has filled in, by kind of record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from spbe import wording
from spbe.catalogue.quality import Examined, Tally, by_kind, total
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.site.addresses import QUALITY
from spbe.site.cells import office_cell
from spbe.site.desk import Desk
from spbe.site.page import Page
from spbe.site.paging import paged
from spbe.site.table import Cell, Column, Row, Table, count

BY_OFFICE: Final = f"{QUALITY}perangkat-daerah/"
"""The page of all offices by kind; no shortcoming has this id."""


def office_matrix(desk: Desk, owners: Mapping[str | None, Sequence[Examined]]) -> list[Page]:
    """The share of answered fields of every office and kind."""
    kinds = [kind for kind in KINDS if any(one.node.kind == kind for one in desk.examined)]
    rows = []
    for owner, members in owners.items():
        own = {kind: total(found) for kind, found in by_kind(members).items()}
        cells = [_share_cell(own.get(kind, Tally())) for kind in kinds]
        name = office_cell(desk, owner, _("Tanpa pemilik yang diketahui {pada_data}"))
        rows.append(Row((name, count(len(members)), *cells, _share_cell(total(members)))))
    rows.sort(key=lambda row: (row.cells[0].address is None, row.cells[0].text.casefold()))
    columns = (
        Column(_("Perangkat daerah"), wide=True),
        Column(_("Catatan"), numeric=True),
        *(Column(_(KINDS[kind].plural), numeric=True) for kind in kinds),
        Column(_("Semua jenis"), numeric=True),
    )
    title = _("Kelengkapan menurut perangkat daerah dan jenis")
    return paged(
        desk,
        "mutu_data/perangkat_daerah",
        BY_OFFICE,
        _("Mutu data per perangkat daerah"),
        _("Bagian isian yang terjawab pada catatan setiap perangkat daerah {nama}, menurut jenis.").format(
            nama=desk.region.profil.nama
        ),
        parent=QUALITY,
        data=Table("mutu-matriks", title, columns, tuple(rows)),
    )


def _share_cell(tally: Tally) -> Cell:
    order = f"{1000 * tally.answered // tally.total:04d}" if tally.total else "0000"
    return Cell(wording.percent(tally.answered, tally.total), sort=order)
