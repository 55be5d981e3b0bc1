"""A kabupaten or kota among those of its province, and those of a province."""

from __future__ import annotations

from dataclasses import dataclass

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.profil import Profil
from spbe.scoring.lead_figure import Figure
from spbe.scoring.nation import NationalRank, find_province, kind_of, members_of_province, rank_of
from spbe.site.pages.indeks.peer_ranking import PeerRanking, place
from spbe.site.table import Cell, Column, Row, Table, text
from spbe.standards.agency_results import HasilInstansi, national_results

MANY = 20
"""A list that is longer gets a filter and sorting."""


@dataclass(frozen=True)
class ProvinceRanking:
    """The place of a region within its province.

    ``table`` is ``None`` where ``name`` (as the region writes it) is in no national table.

    ``ranks`` tell the place among all of them, and among those of the region's kind; a province has none among its own.
    """

    name: str
    ranks: tuple[str, ...]
    table: Table | None


def province_ranking(own: Figure, profile: Profil, key: str | None, peers: PeerRanking) -> ProvinceRanking | None:
    """``own`` among the kabupaten and kota of its province, or those of the province that it is.

    ``None`` for other kinds and where no province is known.

    The province is that of the region's row, else the one that the profile names. A fictional region has none, even
    if it borrows a real name.
    """
    kind = kind_of(national_results(), profile)
    if kind not in ("kabupaten", "kota", "provinsi"):
        return None
    results, year = national_results(), peers.tahun
    name = results.history(key)[-1].provinsi if key else profile.provinsi
    if name is None:
        return None
    official = None if profile.contoh else find_province(results, name)
    rows = members_of_province(results, year, official) if official else ()
    if official is None or not rows:
        return ProvinceRanking(name, (), None)
    lines = []
    for row in rows:
        higher = rank_of(row.indeks.nilai, [other for other in rows if other is not row], anggota=True)
        best, worst = higher.peringkat or (0, 0)
        mine = row.kunci == key
        label = _("{nama} (wilayah ini)").format(nama=row.instansi) if mine else row.instansi
        lines.append(
            Row(
                (
                    Cell(label),
                    Cell(str(best) if best == worst else f"{best}–{worst}", sort=f"{best:06d}"),
                    Cell(wording.two_places(row.indeks.nilai)),
                    text(row.predikat),
                )
            )
        )
    columns = (
        Column(_("Instansi"), wide=True),
        Column(_("Peringkat"), numeric=True),
        Column(_("Indeks"), numeric=True),
        Column(_("Predikat")),
    )
    caption = _("Kabupaten dan kota di {provinsi} pada tabel nasional {tahun}").format(provinsi=official, tahun=year)
    table = Table("sewilayah", caption, columns, tuple(lines), tools=len(lines) > MANY)
    if kind == "provinsi":
        return ProvinceRanking(official, (), table)
    others = [row for row in rows if row.kunci != key]
    alike = [row for row in others if row.jenis == kind]
    ranks = [place(_among(own, others), _("kabupaten dan kota"))]
    if alike and len(alike) < len(others):
        ranks.append(place(_among(own, alike), peers.group))
    return ProvinceRanking(official, tuple(ranks), table)


def _among(own: Figure, others: list[HasilInstansi]) -> NationalRank:
    return rank_of(own.indeks, others, anggota=own.asal == "tabel")
