"""How rules look at a region: whom they ask, what is exchanged, and what is missing."""

from __future__ import annotations

from datetime import date

from spbe.catalogue.claims.verdict import Fact, State
from spbe.catalogue.today import current, is_current, naming
from spbe.model.aplikasi import Aplikasi, Integrasi
from spbe.model.perangkat_daerah import PerangkatDaerah
from spbe.model.record import Entri, Record
from spbe.model.values import Tanggal
from spbe.region import Node, Region

FOREIGN = "instansi-lain"
"""Who owns what belongs to another government body."""

ENOUGH_RECORDS = 10
"""A catalogue of fewer records than this says nothing by what it lacks: nobody may have got to it yet."""

REVIEW_YEARS = 2
"""Pedoman Menteri PANRB 3/2024 takes a review into account for less than two years (indicators 1-3)."""

_PARTS = frozenset({"upt", "kelurahan", "bagian"})


def offices(region: Region) -> tuple[Node, ...]:
    """The offices of today that stand for themselves: no part of another office, no ward."""
    return tuple(
        node for node, record in current(region, PerangkatDaerah) if record.induk is None and record.jenis not in _PARTS
    )


def applications_of(region: Region, office: Node) -> tuple[Node, ...]:
    """The applications of today that ``office`` owns; one that all use would speak for every office."""
    owned = naming(region, office, Aplikasi, "perangkat_daerah")
    return tuple(node for node in owned if not getattr(region.get(node), "pemilik_luar", None))


def exchanges(region: Region, application: Node) -> tuple[tuple[Node, Integrasi], ...]:
    """What ``application`` exchanges today with other applications of today, told by either side."""
    record = region.get(application)
    own = record.integrasi if isinstance(record, Aplikasi) else ()
    found = [(_partner(region, one), one) for one in own]
    for other in naming(region, application, Aplikasi, "integrasi"):
        partner = region.get(other)
        if isinstance(partner, Aplikasi):
            found += [(other, one) for one in partner.integrasi if _partner(region, one) == application]
    return tuple((node, one) for node, one in found if is_current(region, node))


def channels(region: Region, application: Node) -> tuple[str | None, ...]:
    """The ``jalur`` of each exchange of ``application`` today, with partners outside the catalogue too."""
    record = region.get(application)
    outside = [one.jalur for one in record.integrasi_luar] if isinstance(record, Aplikasi) else []
    return (*(one.jalur for _other, one in exchanges(region, application)), *outside)


def _partner(region: Region, one: Integrasi) -> Node:
    return region.present(Node("aplikasi", one.aplikasi))


def missing(region: Region, model: type[Record], part: str) -> tuple[Fact, ...]:
    """That nothing of ``part`` is recorded: it counts only where records of the kind of ``model`` are kept at all."""
    kept = sum(1 for _node in current(region, model))
    return (Fact(part, "tidak", at_best="ya") if kept >= ENOUGH_RECORDS else Fact(part, "tak-diketahui"),)


def within(when: Tanggal, today: date, years: int) -> bool:
    """Whether ``when`` may lie less than ``years`` years before ``today``."""
    return when.last > today.replace(year=today.year - years, day=min(today.day, 28))


def of_all(*known: bool | None) -> State:
    """All are needed: some are a part, all known to be missing is no; ``None`` is not known."""
    if all(known):
        return "ya"
    if any(known):
        return "sebagian"
    return "tidak" if all(one is False for one in known) else "tak-diketahui"


def filled(record: Entri, name: str) -> bool | None:
    """Whether the field ``name`` says something; ``None`` when it was not asked or is not known."""
    absence = record.absence(name)
    return True if absence is None else False if absence == "tidak ada" else None
