"""What the page of data quality leads to: all records of a shortcoming, offices by kind, ages, unknown fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from spbe import wording
from spbe.catalogue.quality import AGES, Examined, Tally, ages, by_field, by_kind, total
from spbe.catalogue.shortcomings import Shortcoming
from spbe.i18n import gettext as _
from spbe.model.base import FieldSpec, fields_of
from spbe.model.kinds import KINDS
from spbe.site.addresses import QUALITY, catalogue_address, record_address
from spbe.site.cells import office_cell
from spbe.site.charts.bars import BarChart, bar_chart
from spbe.site.desk import Desk
from spbe.site.page import Page
from spbe.site.paging import paged
from spbe.site.table import Cell, Column, Row, Table, count, day

OFFICES_SHOWN: Final = 60
"""With more offices the page tells only those with most empty fields."""

BY_OFFICE: Final = f"{QUALITY}perangkat-daerah/"
"""The page of all offices by kind; no shortcoming has this id."""


def shortcoming_address(name: str) -> str:
    """The page of all records with the shortcoming ``name``; it is there whenever a record has it."""
    return f"{QUALITY}{name}/"


def shortcoming_pages(desk: Desk, one: Shortcoming) -> list[Page]:
    """All records that have the shortcoming ``one``."""
    known = {examined.node: examined for examined in desk.examined}
    rows = []
    for node in one.nodes:
        record, examined = desk.region.get(node), known.get(node)
        if record is None or examined is None:
            continue
        cells = (
            Cell(record.nama, record_address(node)),
            Cell(_(KINDS[node.kind].singular)),
            office_cell(desk, examined.owner, getattr(record, "pemilik_luar", None)),
            day(record.ditinjau),
            count(examined.tally.gaps),
        )
        rows.append(Row(cells))
    rows.sort(key=lambda row: (row.cells[0].text.casefold(), row.cells[0].address or ""))
    title = _(one.title)
    columns: tuple[Column, ...] = (
        Column(_("Nama"), wide=True),
        Column(_("Jenis"), facet=True),
        Column(_("Perangkat daerah"), facet=True),
        Column(_("Ditinjau")),
        Column(_("Isian belum diisi"), numeric=True),
    )
    if len({node.kind for node in one.nodes}) == 1:  # the title tells it
        columns = (columns[0], *columns[2:])
        rows = [replace(row, cells=(row.cells[0], *row.cells[2:])) for row in rows]
    return paged(
        desk,
        "quality_list",
        shortcoming_address(one.id),
        title,
        _("{judul} di {nama}: daftar catatannya.").format(judul=title, nama=desk.region.profil.nama),
        parent=QUALITY,
        data=Table(f"kurang-{one.id}", title, columns, tuple(rows), tools=True),
        number=len(one.nodes),
        anchor=f"{QUALITY}#{one.id}",
    )


def first_offices(table: Table, owners: Mapping[str | None, Sequence[Examined]]) -> Table:
    """Of a long table of offices those with most empty fields, most first."""
    rows = sorted(table.rows, key=lambda row: row.cells[3].sort or "", reverse=True)[: OFFICES_SHOWN // 2]
    caption = _("Perangkat daerah dengan isian kosong terbanyak, {n} dari {semua}")
    told = caption.format(n=len(rows), semua=wording.number(len(owners)))
    return replace(table, caption=told, rows=tuple(rows), tools=False)


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
        "quality_offices",
        BY_OFFICE,
        _("Mutu data per perangkat daerah"),
        _("Bagian isian yang terjawab pada catatan setiap perangkat daerah {nama}, menurut jenis.").format(
            nama=desk.region.profil.nama
        ),
        parent=QUALITY,
        data=Table("mutu-matriks", title, columns, tuple(rows)),
    )


def age_chart(desk: Desk) -> BarChart:
    """How long ago records were reviewed."""
    counted = ages((record for _node, record in desk.region.nodes()), desk.region.date)
    labels = (
        _("Kurang dari 6 bulan lalu"),
        _("6 sampai 12 bulan lalu"),
        _("1 sampai 2 tahun lalu"),
        _("2 sampai 3 tahun lalu"),
        _("Lebih dari 3 tahun lalu"),
        _("Belum pernah dicatat"),
    )
    assert len(labels) == len(AGES) + 2  # noqa: S101  (each group has its words)
    whole = max(1, sum(counted))
    rows = tuple(
        Row((Cell(label), count(number), Cell(wording.percent(number, whole))))
        for label, number in zip(labels, counted, strict=True)
    )
    columns = (Column(_("Terakhir ditinjau")), Column(_("Catatan"), numeric=True), Column(_("Bagian"), numeric=True))
    title = _("Kapan catatan terakhir ditinjau (% catatan)")
    return bar_chart(
        "umur",
        title,
        [(label, Fraction(100 * number, whole)) for label, number in zip(labels, counted, strict=True)],
        (Fraction(0), Fraction(100)),
        Table("umur-angka", title, columns, rows),
        step=20,
        show=_share_of_all,
    )


def _share_of_all(value: Fraction | None) -> str:
    if value is None:
        return "–"
    return "<1%" if 0 < value < 1 else f"{int(value)}%"


def unknown_table(desk: Desk, kinds: Mapping[str, Sequence[Examined]], most: int) -> Table:
    """The fields of which most records say that the answer is not known."""
    found: list[tuple[int, int, str, str]] = []
    for kind, members in kinds.items():
        specs: dict[str, FieldSpec] = {}
        for record in desk.region.records[kind].values():
            specs = {**fields_of(type(record)), **specs}
        found += [
            (tally.unknown, tally.total, kind, _(specs[name].label))
            for name, tally in by_field(members).items()
            if tally.unknown
        ]
    order = list(KINDS)
    found.sort(key=lambda item: (-item[0], order.index(item[2]), item[3]))
    rows = tuple(
        Row((Cell(label), Cell(_(KINDS[kind].plural), catalogue_address(kind)), count(unknown), count(whole)))
        for unknown, whole, kind, label in found[:most]
    )
    columns = (
        Column(_("Isian"), wide=True),
        Column(_("Jenis")),
        Column(_("Belum diketahui"), numeric=True),
        Column(_("Catatan"), numeric=True),
    )
    return Table("belum-diketahui", _("Isian yang paling sering belum diketahui"), columns, rows)


def _share_cell(tally: Tally) -> Cell:
    order = f"{1000 * tally.answered // tally.total:04d}" if tally.total else "0000"
    return Cell(wording.percent(tally.answered, tally.total), sort=order)
