"""``/kualitas-data/perangkat-daerah/``: how much each office has filled in, by kind of record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from spbe import wording
from spbe.catalogue.quality import Examined, Tally, by_kind, total
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.scoring.rounding import whole_per_cent
from spbe.site.addresses import QUALITY
from spbe.site.later import Later
from spbe.site.page import Page
from spbe.site.paging import LongTable, paged
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count
from spbe.site.table_cells import office_cell
from spbe.site.variables import template_context, variable

BY_OFFICE: Final = f"{QUALITY}perangkat-daerah/"
"""The page of all offices by kind; no shortcoming has this id."""


@template_context
class KualitasDataPerangkatDaerahContext:
    """The variables of ``pages/kualitas_data/perangkat_daerah.html.j2``."""

    data: Table = variable("tabel bagian isian yang terisi, baris perangkat daerah, lajur jenis catatan (`Table`)")


def pages(site: SiteContext) -> list[Page]:
    """The share of answered fields of every office and kind; nothing for a region without records."""
    owners = site.examined_by_owner
    if not owners:
        return []
    return paged(
        site,
        KualitasDataPerangkatDaerahContext,
        BY_OFFICE,
        _("Kualitas data per perangkat daerah"),
        _("Bagian isian yang terisi pada catatan setiap perangkat daerah {nama}, menurut jenis.").format(
            nama=site.region.profil.nama
        ),
        LongTable("kualitas-matriks", len(owners), Later(lambda: _table(site, owners)), tools=False),
        lambda data: KualitasDataPerangkatDaerahContext(data=data),
        parent=QUALITY,
    )


def _table(site: SiteContext, owners: Mapping[str | None, Sequence[Examined]]) -> Table:
    kinds = [kind for kind in KINDS if any(one.node.kind == kind for one in site.examined)]
    rows = []
    for owner, members in owners.items():
        own = {kind: total(found) for kind, found in by_kind(members).items()}
        cells = [_share_cell(own.get(kind, Tally())) for kind in kinds]
        name = office_cell(site, owner, _("Tanpa pemilik yang diketahui {pada_data}"))
        rows.append(Row((name, count(len(members)), _share_cell(total(members)), *cells)))
    rows.sort(key=lambda row: (row.cells[0].address is None, row.cells[0].text.casefold()))
    columns = (
        Column(_("Perangkat daerah"), wide=True),
        Column(_("Catatan"), numeric=True),
        Column(_("Semua jenis"), numeric=True),
        *(Column(_(KINDS[kind].plural), numeric=True) for kind in kinds),
    )
    title = _("Kelengkapan menurut perangkat daerah dan jenis")
    return Table("kualitas-matriks", title, columns, tuple(rows))


def _share_cell(tally: Tally) -> Cell:
    order = f"{1000 * tally.answered // tally.total:04d}" if tally.total else "0000"
    share = whole_per_cent(tally.answered, tally.total) if tally.total else None
    return Cell(wording.percent(tally.answered, tally.total), sort=order, share=share)
