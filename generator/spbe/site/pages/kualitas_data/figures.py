"""Figures of ``/kualitas-data/``: ages, unknown fields, the offices with most empty fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from spbe import wording
from spbe.catalogue.quality import AGES, Examined, ages, by_field
from spbe.i18n import gettext as _
from spbe.model.base import FieldSpec, fields_of
from spbe.model.kinds import KINDS
from spbe.site.addresses import catalogue_address
from spbe.site.charts.bars import BarChart, bar_chart
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count

OFFICES_SHOWN: Final = 60
"""With more offices the page tells only those with most empty fields."""


def first_offices(table: Table, owners: Mapping[str | None, Sequence[Examined]]) -> Table:
    """Of a long table of offices those with most empty fields, most first."""
    rows = sorted(table.rows, key=lambda row: row.cells[3].sort or "", reverse=True)[: OFFICES_SHOWN // 2]
    caption = _("Perangkat daerah dengan isian kosong terbanyak, {n} dari {semua}")
    told = caption.format(n=len(rows), semua=wording.number(len(owners)))
    return replace(table, caption=told, rows=tuple(rows), tools=False)


def age_chart(site: SiteContext) -> BarChart:
    """How long ago records were reviewed."""
    counted = ages((record for _node, record in site.region.nodes()), site.region.date)
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
        show=wording.hundredths,
    )


def unknown_table(site: SiteContext, kinds: Mapping[str, Sequence[Examined]], most: int) -> Table:
    """The fields of which most records say that the answer is not known."""
    found: list[tuple[int, int, str, str]] = []
    for kind, members in kinds.items():
        specs: dict[str, FieldSpec] = {}
        for record in site.region.records[kind].values():
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
