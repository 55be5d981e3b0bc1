"""What the roadmap costs, by year and by part, office or whatever else, as far as it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from spbe.model.peta_rencana import MUATAN, PetaRencana

KNOWN_NONE = "tidak ada"
"""How a field says that there is none: such an item costs nothing, and tells so."""

K = TypeVar("K")


@dataclass
class BudgetLine:
    """Some items: how many, their budget in rupiah by year, and how many do not tell a budget.

    What an item does not part by years counts in its year of beginning; where that is unknown, under ``None``.
    """

    items: int = 0
    untold: int = 0
    years: dict[int | None, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """The budget of all items that tell one."""
        return sum(self.years.values())

    def add(self, other: BudgetLine) -> None:
        """Count the items of ``other`` too."""
        self.items += other.items
        self.untold += other.untold
        for year, amount in other.years.items():
            self.years[year] = self.years.get(year, 0) + amount


@dataclass(frozen=True)
class Budget(Generic[K]):
    """Amounts of the roadmap, summed.

    ``lines`` by what items were parted by; ``years`` sorted, the unknown one last.
    """

    lines: dict[K, BudgetLine]
    years: tuple[int | None, ...]
    cancelled: int

    @property
    def sum(self) -> BudgetLine:
        """All lines together."""
        return together(self.lines.values())


def together(lines: Iterable[BudgetLine]) -> BudgetLine:
    """One line for all items of ``lines``."""
    whole = BudgetLine()
    for line in lines:
        whole.add(line)
    return whole


def by_part(items: Iterable[PetaRencana]) -> Budget[str | None]:
    """The budget by code of ``muatan`` in the order of the list, those without one under ``None``."""
    found = budget(items, lambda item: item.muatan)
    order = [*MUATAN.nilai, None]
    return Budget({part: found.lines[part] for part in order if part in found.lines}, found.years, found.cancelled)


def by_year(items: Iterable[PetaRencana]) -> Budget[int | None]:
    """The budget by year of beginning, earliest first, those without one under ``None`` at the end."""
    found = budget(items, lambda item: item.tahun_mulai)
    return Budget(dict(sorted(found.lines.items(), key=lambda line: _late(line[0]))), found.years, found.cancelled)


def budget(items: Iterable[PetaRencana], key: Callable[[PetaRencana], K]) -> Budget[K]:
    """The budget of ``items`` parted by ``key``, in the order in which it comes up; cancelled ones are only counted."""
    lines: dict[K, BudgetLine] = {}
    cancelled = 0
    for item in items:
        if item.is_cancelled:
            cancelled += 1
        else:
            lines.setdefault(key(item), BudgetLine()).add(_line(item))
    years = {year for line in lines.values() for year in line.years}
    return Budget(lines, tuple(sorted(years, key=_late)), cancelled)


def _line(item: PetaRencana) -> BudgetLine:
    whole = item.whole_budget
    if whole is not None:
        years: dict[int | None, int] = {year: amount for year, amount in item.anggaran_tahunan.items()}  # noqa: C416
        rest = whole - sum(years.values())
        if rest > 0 or not years:
            years[item.tahun_mulai] = years.get(item.tahun_mulai, 0) + rest
        return BudgetLine(1, 0, years)
    return BudgetLine(1, 0 if item.absence("anggaran") == KNOWN_NONE else 1)


def _late(year: int | None) -> tuple[bool, int]:
    return year is None, year or 0
