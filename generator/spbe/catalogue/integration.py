"""Which application sends what to which: every exchange of today once, whichever side tells it, and what takes no part.

Both sides may tell of one exchange, each in its own words. They are taken for one when they name the same data, or when
one of them names none and their directions can both be true. Where they contradict one another, nothing is decided:
the exchange keeps both words and has neither direction, frequency nor channel for a fact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from spbe.catalogue.today import current, is_current, named
from spbe.model.aplikasi import Aplikasi, Integrasi
from spbe.region import Node, Region

Direction = Literal["searah", "dua-arah"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What the two sides say differently of ``field`` (``arah``, ``frekuensi`` or ``jalur``), each with its word."""

    field: str
    told: tuple[tuple[Node, str], ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """One exchange: from ``first`` to ``second`` where ``arah`` is ``searah``; ``None`` is not known.

    ``data`` are the records exchanged. ``told_by`` are the sides that tell of it. ``frekuensi`` and ``jalur`` are codes
    of the model's lists.
    """

    first: Node
    second: Node
    arah: Direction | None
    data: tuple[Node, ...]
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


def exchanges(region: Region) -> tuple[Exchange, ...]:
    """Every exchange between applications of today, by sender and receiver."""
    pairs: dict[tuple[Node, Node], list[_Told]] = {}
    for node, record in current(region, Aplikasi):
        for part in record.integrasi:
            other = region.present(Node("aplikasi", part.aplikasi))
            if other != node and is_current(region, other):
                first, second = sorted((node, other))
                told = _Told(node, _way(part.arah, turned=node != first), part, _data(region, part))
                pairs.setdefault((first, second), []).append(told)
    found: list[Exchange] = []
    for (first, second), sides in pairs.items():
        found += [_merged(first, second, mine, its) for mine, its in _matched(sides, first)]
    return tuple(sorted(found, key=lambda one: (one.first, one.second, one.data, one.frekuensi or "", one.jalur or "")))


def islands(region: Region, found: Iterable[Exchange] | None = None) -> Iterator[tuple[Node, bool]]:
    """The applications of today without any exchange and without data that another one produces or uses.

    An exchange with a partner outside the catalogue is one too. Each comes with whether its record says that it
    exchanges nothing. ``found`` are all exchanges, where the caller has them already.
    """
    joined = {node for one in (exchanges(region) if found is None else found) for node in (one.first, one.second)}
    running = dict(current(region, Aplikasi))
    held = {node: named(region, node, "data_dipakai", "data_dihasilkan") for node in running}
    users = Counter(data for each in held.values() for data in each)
    common = {data for data, many in users.items() if many > 1}  # data of several applications join them
    for node, record in running.items():
        if node not in joined and not record.integrasi_luar and common.isdisjoint(held[node]):
            yield node, record.absence("integrasi") == "tidak ada"


def _data(region: Region, part: Integrasi) -> tuple[Node, ...]:
    found = (region.present(Node("data", name)) for name in part.data)
    return tuple(dict.fromkeys(node for node in found if region.get(node)))


def _way(arah: str | None, *, turned: bool) -> str | None:
    if arah in {None, "dua-arah"}:
        return arah
    return ">" if (arah == "mengirim") != turned else "<"


def _matched(told: list[_Told], first: Node) -> Iterator[tuple[_Told, _Told | None]]:
    """Each thing told, with what the other side tells of the same exchange; the surest pairs are made first."""
    mine = [one for one in told if one.teller == first]
    others = [one for one in told if one.teller != first]
    for fits in (_same_data, _may_be_one):
        for same_way in (True, False):
            left = []
            for one in mine:
                found = (other for other in others if fits(one, other) and (one.way == other.way or not same_way))
                if same := next(found, None):
                    others.remove(same)
                    yield one, same
                else:
                    left.append(one)
            mine = left
    yield from ((one, None) for one in (*mine, *others))


def _same_data(one: _Told, other: _Told) -> bool:
    return not set(one.data).isdisjoint(other.data)


def _may_be_one(one: _Told, other: _Told) -> bool:
    if one.data and other.data:
        return False
    return one.way == other.way or None in (one.way, other.way) or "dua-arah" in (one.way, other.way)


def _merged(first: Node, second: Node, one: _Told, other: _Told | None) -> Exchange:
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
        frekuensi=agreed["frekuensi"],
        jalur=agreed["jalur"],
        told_by=tuple(side.teller for side in sides),
        conflicts=tuple(conflicts),
    )
