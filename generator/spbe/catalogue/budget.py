"""What the roadmap costs, by year and by part, as far as it is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spbe.model.peta_rencana import MUATAN, PetaRencana

NOT_COUNTED = "dibatalkan"
"""The status of items whose budget nobody will spend."""


@dataclass
class Line:
    """The items of one part: how many, their budget by year of beginning, and how many do not tell a budget.

    A budget is that of all years of an item; where the year of beginning is unknown it stands under ``None``.
    """

    items: int = 0
    untold: int = 0
    years: dict[int | None, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """The budget of all items that tell one."""
        return sum(self.years.values())


@dataclass(frozen=True)
class Budget:
    """``lines`` by code of ``muatan`` in the order of the list, those without one under ``None``; ``years`` sorted."""

    lines: dict[str | None, Line]
    years: tuple[int | None, ...]
    cancelled: int

    @property
    def sum(self) -> Line:
        """All lines together."""
        whole = Line()
        for line in self.lines.values():
            whole.items += line.items
            whole.untold += line.untold
            for year, amount in line.years.items():
                whole.years[year] = whole.years.get(year, 0) + amount
        return whole


def budget(items: Iterable[PetaRencana]) -> Budget:
    """The budget of ``items``; cancelled ones are only counted."""
    lines: dict[str | None, Line] = {}
    cancelled = 0
    for item in items:
        if item.status == NOT_COUNTED:
            cancelled += 1
            continue
        line = lines.setdefault(item.muatan, Line())
        line.items += 1
        if item.anggaran is None:
            line.untold += 1
        else:
            line.years[item.tahun_mulai] = line.years.get(item.tahun_mulai, 0) + item.anggaran
    order = [*MUATAN.nilai, None]
    years = {year for line in lines.values() for year in line.years}
    return Budget(
        {part: lines[part] for part in order if part in lines},
        tuple(sorted(years, key=lambda year: (year is None, year or 0))),
        cancelled,
    )
