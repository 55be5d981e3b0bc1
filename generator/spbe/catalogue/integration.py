"""Which application sends what to which: every exchange of today once, whichever side tells it, and what takes no part.

Both sides may tell of one exchange, each in its own words. They are taken for one when they name the same data, or when
one of them names none and their directions can both be true. Where they contradict one another, nothing is decided:
the exchange keeps both words and has neither direction, frequency nor channel for a fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spbe.catalogue.claims.looking import current, is_current, named, naming
from spbe.catalogue.quality import Lost
from spbe.model.aplikasi import Aplikasi, Integrasi
from spbe.region import Node, Region

Direction = Literal["searah", "dua-arah"]

EXCHANGES, SHARED, HIDDEN_DATA = (
    frozenset({"Terhubung dengan"}),
    frozenset({"Memakai data", "Menghasilkan data"}),
    frozenset({"Mempertukarkan data"}),
)
"""The relations by whose names an edition says that it shortened the exchanges of an application, or its data."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """What the two sides say differently of ``field`` (``arah``, ``frekuensi`` or ``jalur``), each with its word."""

    field: str
    told: tuple[tuple[Node, str], ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """One exchange: from ``first`` to ``second`` where ``arah`` is ``searah``; ``None`` is not known.

    ``data`` are the records exchanged, ``data_lost`` whether more of them are out of sight. ``told_by`` are the sides
    that tell of it. ``frekuensi`` and ``jalur`` are codes of the model's lists.
    """

    first: Node
    second: Node
    arah: Direction | None
    data: tuple[Node, ...]
    data_lost: bool
    frekuensi: str | None
    jalur: str | None
    told_by: tuple[Node, ...]
    conflicts: tuple[Conflict, ...] = ()


@dataclass(slots=True)
class _Told:
    """What the one side at ``teller`` says; ``way`` is seen from the first of the two in order: > < both or None."""

    teller: Node
    way: str | None
    part: Integrasi
    data: tuple[Node, ...]


def exchanges(region: Region, lost: Lost) -> tuple[Exchange, ...]:
    """Every exchange between applications of today, by sender and receiver."""
    pairs: dict[tuple[Node, Node], list[_Told]] = {}
    for node, record in current(region, "aplikasi", Aplikasi):
        for part in record.integrasi:
            other = _present(region, "aplikasi", part.aplikasi)
            if other != node and is_current(region, other):
                first, second = sorted((node, other))
                told = _Told(node, _way(part.arah, turned=node != first), part, _data(region, part))
                pairs.setdefault((first, second), []).append(told)
    found: list[Exchange] = []
    for (first, second), sides in pairs.items():
        found += [_merged(first, second, mine, its, lost) for mine, its in _matched(sides, first)]
    return tuple(sorted(found, key=lambda one: (one.first, one.second, one.data, one.frekuensi or "", one.jalur or "")))


def islands(region: Region, lost: Lost) -> Iterator[tuple[Node, bool]]:
    """The applications of today without any exchange and without data that another one produces or uses.

    Each with whether its record says that it exchanges nothing. One that may be joined out of sight is left out.
    """
    joined = {node for one in exchanges(region, lost) for node in (one.first, one.second)}
    for node, record in current(region, "aplikasi", Aplikasi):
        if node not in joined and not lost(node) & (EXCHANGES | SHARED) and not _shares(region, node, lost):
            yield node, record.absence("integrasi") == "tidak ada"


def _shares(region: Region, application: Node, lost: Lost) -> bool:
    """Whether some data of ``application`` are another application's too, or may be out of sight."""
    for data in named(region, application, "data_dipakai", "data_dihasilkan"):
        touching = set(naming(region, data, "aplikasi", "data_dipakai", "data_dihasilkan"))
        if touching - {application} or lost(data) & {"Dipakai aplikasi", "Dihasilkan aplikasi"}:
            return True
    return False


def _present(region: Region, kind: str, name: str) -> Node:
    node = Node(kind, name)
    return region.renamed.get(node, node)


def _data(region: Region, part: Integrasi) -> tuple[Node, ...]:
    found = (_present(region, "data", name) for name in part.data)
    return tuple(dict.fromkeys(node for node in found if region.get(node)))


def _way(arah: str | None, *, turned: bool) -> str | None:
    if arah in {None, "dua-arah"}:
        return arah
    return ">" if (arah == "mengirim") != turned else "<"


def _matched(told: list[_Told], first: Node) -> Iterator[tuple[_Told, _Told | None]]:
    """Each thing told, with what the other side tells of the same exchange."""
    others = [one for one in told if one.teller != first]
    for one in (one for one in told if one.teller == first):
        same = next((other for other in others if set(one.data) & set(other.data)), None)
        same = same or next((other for other in others if _may_be_one(one, other)), None)
        if same:
            others.remove(same)
        yield one, same
    yield from ((one, None) for one in others)


def _may_be_one(one: _Told, other: _Told) -> bool:
    if one.data and other.data:
        return False
    return one.way == other.way or None in (one.way, other.way) or "dua-arah" in (one.way, other.way)


def _merged(first: Node, second: Node, one: _Told, other: _Told | None, lost: Lost) -> Exchange:
    sides = (one, other) if other else (one,)
    conflicts = []
    agreed: dict[str, str | None] = {}
    for name in ("arah", "frekuensi", "jalur"):
        words = [(side.teller, getattr(side.part, name)) for side in sides if getattr(side.part, name)]
        meant = {side.way for side in sides if side.way} if name == "arah" else {word for _teller, word in words}
        agreed[name] = next(iter(meant)) if len(meant) == 1 else None
        if len(meant) > 1:
            conflicts.append(Conflict(name, tuple(words)))
    way = agreed["arah"]
    return Exchange(
        *((second, first) if way == "<" else (first, second)),
        arah=None if way is None else "dua-arah" if way == "dua-arah" else "searah",
        data=tuple(sorted({node for side in sides for node in side.data})),
        data_lost=any(lost(side.teller) & HIDDEN_DATA for side in sides),
        frekuensi=agreed["frekuensi"],
        jalur=agreed["jalur"],
        told_by=tuple(side.teller for side in sides),
        conflicts=tuple(conflicts),
    )
