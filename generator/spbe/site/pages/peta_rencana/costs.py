"""What the roadmap costs as tables: by part, by office and by year of beginning. Sums are exact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeVar

from spbe import wording
from spbe.catalogue.budget import Budget, BudgetLine, budget, by_part, by_year, together
from spbe.i18n import gettext as _
from spbe.model.peta_rencana import MUATAN, PetaRencana
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count
from spbe.site.table_cells import office_cell

MOST: Final = 40
"""So many offices stand in the table by themselves; the others are one row, so that the sum stays whole."""

K = TypeVar("K")


def part_label(code: str | None) -> str:
    """The name of a part of the roadmap."""
    return _(MUATAN.label(code)) if code else _("Tanpa muatan")


def cost_tables(site: SiteContext, items: Mapping[str, PetaRencana]) -> tuple[Table, ...]:
    """The tables, in millions of rupiah; none without items. Cancelled items are not counted."""
    if not items:
        return ()
    parts = by_part(items.values())
    return (
        _by_years(
            "anggaran-muatan",
            _("Anggaran menurut muatan dan tahun, dalam juta rupiah"),
            _("Muatan"),
            parts,
            lambda part: Cell(part_label(part)),
        ),
        _offices(site, items),
        _years(items),
    )


def year_sums(items: Mapping[str, PetaRencana]) -> tuple[tuple[str, str], ...]:
    """What ``items`` cost in each year in millions of rupiah, in words."""
    found = by_part(items.values())
    return tuple((_year(year), wording.millions(found.sum.years.get(year))) for year in found.years)


def _offices(site: SiteContext, items: Mapping[str, PetaRencana]) -> Table:
    found = budget(items.values(), site.region.owner_id)
    named = sorted((name for name in found.lines if name), key=lambda name: (-found.lines[name].total, name))
    lines: dict[str | int | None, BudgetLine] = {name: found.lines[name] for name in named[:MOST]}
    if len(named) > MOST + 1:
        lines[len(named) - MOST] = together(found.lines[name] for name in named[MOST:])
    elif len(named) > MOST:
        lines[named[MOST]] = found.lines[named[MOST]]
    lines |= {None: found.lines[None]} if None in found.lines else {}

    def label(name: str | int | None) -> Cell:
        if isinstance(name, int):
            return Cell(_("{n} perangkat daerah lain").format(n=wording.number(name)))
        return office_cell(site, name, _("Tanpa perangkat daerah {pada_data}"))

    return _by_years(
        "anggaran-perangkat-daerah",
        _("Anggaran menurut perangkat daerah dan tahun, dalam juta rupiah"),
        _("Perangkat daerah"),
        Budget(lines, found.years, found.cancelled),
        label,
    )


def _years(items: Mapping[str, PetaRencana]) -> Table:
    found = by_year(items.values())
    columns = (
        Column(_("Tahun mulai"), wide=True),
        Column(_("Kegiatan"), numeric=True),
        Column(_("Anggaran seluruh masanya (juta rupiah)"), numeric=True),
        Column(_("Kegiatan tanpa anggaran"), numeric=True),
    )

    def row(label: str, line: BudgetLine, *, strong: bool = False) -> Row:
        money = Cell(wording.millions(line.total), sort=f"{line.total:020d}")
        return Row((Cell(label), count(line.items), money, count(line.untold)), strong=strong)

    rows = [row(_year(year), line) for year, line in found.lines.items()]
    rows.append(row(_("Jumlah"), found.sum, strong=True))
    return Table("tahun-mulai", _("Kegiatan menurut tahun mulainya"), columns, tuple(rows))


def _year(year: int | None) -> str:
    return str(year) if year else _("Tanpa tahun")


def _by_years(name: str, caption: str, heading: str, sums: Budget[K], label: Callable[[K], Cell]) -> Table:
    def row(first: Cell, line: BudgetLine, *, strong: bool = False) -> Row:
        amounts = (line.years.get(year) for year in sums.years)
        return Row(
            (
                first,
                count(line.items),
                *(Cell(wording.millions(amount)) for amount in amounts),
                Cell(wording.millions(line.total)),
                count(line.untold),
            ),
            strong=strong,
        )

    columns = (
        Column(heading, wide=True),
        Column(_("Kegiatan"), numeric=True),
        *(Column(_year(year), numeric=True) for year in sums.years),
        Column(_("Jumlah semua tahun"), numeric=True),
        Column(_("Kegiatan tanpa anggaran"), numeric=True),
    )
    rows = [row(label(key), line) for key, line in sums.lines.items()]
    rows.append(row(Cell(_("Jumlah")), sums.sum, strong=True))
    return Table(name, caption, columns, tuple(rows))
