"""Offices beside one another: for those who lead them, what is open in each; for the public, what each offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from spbe import wording
from spbe.catalogue.quality import Tally, total
from spbe.catalogue.task_weights import Work
from spbe.catalogue.tasks import Task
from spbe.i18n import gettext as _
from spbe.model.data import Data
from spbe.model.kinds import OFFICE, kind_of
from spbe.model.layanan import Layanan
from spbe.model.record import Entri
from spbe.region import Node
from spbe.scoring.rounding import whole_per_cent
from spbe.site.addresses import record_address
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Table, count

MOST: Final = 3
"""So many offices are named where most is open."""

RESIDENTS: Final = frozenset({"masyarakat", "pelaku-usaha"})
"""Whom services for the public serve."""


@dataclass(frozen=True, slots=True)
class OpenWork:
    """Where most of something is open: what, and ``offices`` of name, address and number, most first."""

    what: str
    offices: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class FilledFields:
    """Of the fields of all offices so much is ``answered``, empty where there are none.

    ``least`` are those that filled in least: name, address and share, the least first.
    """

    answered: str
    least: tuple[tuple[str, str, str], ...]


def compared(site: SiteContext, listed: Table, offices: Sequence[str]) -> Table:
    """``listed``, a row for each of ``offices``, with the columns of the comparison after the name.

    Its own columns come on demand. Nothing in public counts what an office has left undone.
    """
    if not listed.columns:  # a region without offices has nothing to compare
        return listed
    examined = {office: total(site.examined_by_owner.get(office, ())) for office in offices}
    added: list[tuple[Column, list[Cell]]] = []
    if site.view.audience.is_public:
        added += [
            (Column(words, numeric=True), [count(held(site, one)) for one in offices]) for words, held in _offers()
        ]
    else:
        work = site.tasks
        added += [
            (Column(words, numeric=True), [count(counted(work.get(one, ()))) for one in offices])
            for words, counted in _open_work()
        ]
    added.append((Column(_("Isian terisi"), numeric=True), [_filled(examined[one]) for one in offices]))
    beside = {_("Aplikasi dimiliki")} if site.view.audience.is_public else set()
    kept = [place for place, one in enumerate(listed.columns) if place and one.heading != _("Isian terisi")]
    kept.sort(key=lambda place: listed.columns[place].heading not in beside)
    columns = (
        listed.columns[0],
        *(column for column, _cells in added),
        *(_on_demand(listed, place, beside) for place in kept),
    )
    rows = tuple(
        replace(
            row,
            cells=(row.cells[0], *(cells[at] for _column, cells in added), *(row.cells[place] for place in kept)),
        )
        for at, row in enumerate(listed.rows)
    )
    return replace(listed, columns=columns, rows=rows)


def where_most_is_open(site: SiteContext) -> tuple[OpenWork, ...]:
    """In which offices most is open, by what is open; nothing in public."""
    if site.view.audience.is_public:
        return ()
    work = site.tasks
    found = []
    for words, counted in _open_work():
        numbers = {one: counted(tasks) for one, tasks in work.items() if counted(tasks)}
        first = sorted(numbers, key=lambda one: (-numbers[one], site.region.name(Node(OFFICE, one)).casefold()))[:MOST]
        named = tuple(
            (site.region.name(Node(OFFICE, one)), record_address(Node(OFFICE, one)), wording.number(numbers[one]))
            for one in first
        )
        if named:
            found.append(OpenWork(words, named))
    return tuple(found)


def filled(site: SiteContext, offices: Iterable[str]) -> FilledFields:
    """How far ``offices`` filled in what they own; which did least is nothing to point at in public."""
    examined = {one: total(site.examined_by_owner.get(one, ())) for one in offices}
    told = {one: tally for one, tally in examined.items() if tally.total}
    answered, wanted = (sum(getattr(one, name) for one in told.values()) for name in ("answered", "total"))
    least: tuple[tuple[str, str, str], ...] = ()
    if not site.view.audience.is_public and len(told) > MOST:

        def order(one: str) -> tuple[Fraction, str]:
            return Fraction(told[one].answered, told[one].total), site.region.name(Node(OFFICE, one)).casefold()

        least = tuple(
            (
                site.region.name(Node(OFFICE, one)),
                record_address(Node(OFFICE, one)),
                wording.percent(told[one].answered, told[one].total),
            )
            for one in sorted(told, key=order)[:MOST]
        )
    return FilledFields(wording.percent(answered, wanted) if wanted else "", least)


def _open_work() -> tuple[tuple[str, Callable[[Iterable[Task]], int]], ...]:
    """What is counted of the open work of an office."""
    return (
        (_("Pekerjaan terbuka"), lambda found: len(list(found))),
        (_("Indikator belum dinilai"), lambda found: sum(len(one.indicators) for one in _of(found, "belum-dinilai"))),
        (_("Indikator di bawah target"), lambda found: len(_of(found, "di-bawah-target"))),
        (_("Bukti habis masa berlaku"), lambda found: len(_of(found, "bukti-lewat"))),
    )


def _of(found: Iterable[Task], work: Work) -> list[Task]:
    return [one for one in found if one.work == work]


def _offers() -> tuple[tuple[str, Callable[[SiteContext, str], int]], ...]:
    """What the public looks for in an office."""
    return (
        (_("Layanan publik"), lambda site, office: sum(map(_is_for_residents, _owned(site, office, Layanan)))),
        (_("Data terbuka"), lambda site, office: sum(map(_is_open_data, _owned(site, office, Data)))),
    )


def _owned(site: SiteContext, office: str, model: type[Entri]) -> list[Entri]:
    kind = kind_of(model)
    nodes = [one.node for one in site.examined_by_owner.get(office, ()) if one.node.kind == kind]
    return [record for node in nodes if (record := site.region.get(node)) is not None and record.is_current]


def _is_for_residents(record: object) -> bool:
    return isinstance(record, Layanan) and bool(RESIDENTS & set(record.target or ()))


def _is_open_data(record: object) -> bool:
    return isinstance(record, Data) and record.sifat == "terbuka"


def _filled(tally: Tally) -> Cell:
    if not tally.total:
        return Cell("–")
    share = whole_per_cent(tally.answered, tally.total)
    return Cell(wording.percent(tally.answered, tally.total), sort=str(share), share=share)


def _on_demand(listed: Table, place: int, beside: set[str]) -> Column:
    """The column at ``place``, shown at once only where it is among those ``beside`` which the others stand."""
    column = listed.columns[place]
    return column if column.heading in beside else replace(column, extra=True)
