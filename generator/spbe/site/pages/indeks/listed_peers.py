"""An assessment beside the peers that the region itself listed, where no national table of the year tells."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.instrumen import Instrumen
from spbe.model.pembanding import HasilPembanding, Pembanding
from spbe.scoring.lead_figure import Figure
from spbe.scoring.nation import rank_among
from spbe.site.pages.indeks.peer_ranking import place
from spbe.site.table import Cell, Column, Row, Table
from spbe.standards.instruments import national_instrument


@dataclass(frozen=True)
class ListedPeers:
    """The place of a region in its own list of others.

    ``rank`` is the place in words; ``first`` tells who leads, with what, and how far away; ``table`` lists all.
    """

    rank: str
    first: str | None
    table: Table


def listed_peers_of(own: Figure, name: str, instrument: Instrumen, year: int, peers: Pembanding) -> ListedPeers | None:
    """``own`` of the region called ``name`` among its list for ``year``; ``None`` where the list has nobody."""
    listed = [one for one in peers.hasil if one.tahun == year and _instrument(one) == instrument.id]
    if not listed:
        return None
    found = rank_among(own.indeks, [one.indeks for one in listed], anggota=True)
    best = max(listed, key=lambda one: one.indeks)
    first = None
    if best.indeks > own.indeks:
        first = _("tertinggi {instansi}, {a} terhadap {b}").format(
            instansi=best.instansi, a=wording.two_places(best.indeks), b=wording.two_places(own.indeks)
        )
    group = peers.kelompok or _("instansi")
    return ListedPeers(place(found, group), first, _table(own, name, instrument, year, listed))


def _instrument(result: HasilPembanding) -> str | None:
    return result.instrumen or national_instrument(result.tahun)


def _table(own: Figure, name: str, instrument: Instrumen, year: int, listed: list[HasilPembanding]) -> Table:
    """Everyone by index, the region among them; domains where somebody's are known."""
    codes = [one.kode for one in instrument.domain if any(one.kode in peer.domain for peer in listed)]
    rows = [(own.indeks, _row(_("{nama} (wilayah ini)").format(nama=name), own, codes, Cell("–"), strong=True))]
    for peer in listed:
        source = Cell(peer.sumber, peer.tautan) if peer.tautan else Cell(peer.sumber)
        rows.append((peer.indeks, _row(peer.instansi, peer, codes, source, strong=False)))
    rows.sort(key=lambda pair: -pair[0])
    columns = (
        Column(_("Instansi"), wide=True),
        Column(_("Indeks"), numeric=True),
        *(Column(code, numeric=True) for code in codes),
        Column(_("Sumber"), wide=True),
    )
    caption = _("Pembanding yang dicatat daerah, {tahun}").format(tahun=year)
    return Table("pembanding-daerah", caption, columns, tuple(row for _index, row in rows))


def _row(label: str, figures: Figure | HasilPembanding, codes: list[str], source: Cell, *, strong: bool) -> Row:
    values: list[Fraction | None] = [figures.indeks, *(figures.domain.get(code) for code in codes)]
    return Row((Cell(label), *(Cell(wording.two_places(value)) for value in values), source), strong=strong)
