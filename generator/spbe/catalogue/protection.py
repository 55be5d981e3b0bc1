"""What security records protect: the seven kinds and what each covers, and when applications were last audited.

A region has its special applications (``khusus``) audited every two years at least; general ones are audited every
year by the national body for cyber security (Perpres 95/2018, Pasal 58 (3) and (4)), and those of central agencies by
their owners. What is another's duty is never the region's debt, so only the former are judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from spbe.catalogue.today import current, is_current, named
from spbe.model.aplikasi import Aplikasi
from spbe.model.keamanan import JENIS_KEAMANAN, AuditKeamanan, ObjekKeamanan
from spbe.model.kinds import kind_of
from spbe.model.record import Record
from spbe.model.values import Tanggal
from spbe.region import Node, Region

AUDIT_YEARS: Final[Mapping[str, int]] = MappingProxyType({"khusus": 2})
"""``jenis`` of an application to the years within which the region has it audited again."""
NATIONAL_AUDIT_YEARS: Final = 1
"""Within how many years the nation has a general application audited again."""

PROTECTED: Final = ("aplikasi", "data", "infrastruktur")


@dataclass(frozen=True, slots=True)
class Protection:
    """One ``jenis`` of security: how many records of today it has, and how much of each kind they protect."""

    jenis: str
    records: int
    protected: Mapping[str, int]

    @property
    def protects(self) -> bool:
        """Whether anything at all is protected by it."""
        return any(self.protected.values())


@dataclass(frozen=True, slots=True)
class Audited:
    """An application whose audit is due again: the last audit, and the day until which it was enough."""

    node: Node
    last: Tanggal
    due: date


def protection(region: Region) -> tuple[Protection, ...]:
    """Every ``jenis`` of security, in the order of the list, whether or not there is a record of it."""
    covered: dict[str, dict[str, set[Node]]] = {code: {kind: set() for kind in PROTECTED} for code in _codes()}
    counted = dict.fromkeys(covered, 0)
    for node, record in current(region, ObjekKeamanan):
        if record.jenis in covered:
            counted[record.jenis] += 1
            for target in named(region, node, "melindungi") if was_held(record) else ():
                covered[record.jenis][target.kind].add(target)
    return tuple(
        Protection(code, counted[code], {kind: len(nodes) for kind, nodes in found.items()})
        for code, found in covered.items()
    )


def _audits(region: Region) -> dict[Node, Tanggal]:
    """The latest audit of each application, where its date is known and not yet to come.

    Only today's records count. A date such as "2025" counts as its last day, for the benefit of the doubt.
    """
    found: dict[Node, Tanggal] = {}
    for node, record in current(region, AuditKeamanan):
        held = record.tanggal
        if held is None or held.first > region.date or not was_held(record):
            continue
        for target in named(region, node, "melindungi"):
            if target.kind == kind_of(Aplikasi) and (target not in found or found[target].last < held.last):
                found[target] = held
    return found


def overdue(region: Region) -> Iterator[Audited]:
    """Applications of today whose last audit is older than the rule for their ``jenis`` allows."""
    held = _audits(region)
    for node, record in current(region, Aplikasi):
        last, years = held.get(node), _years(record)
        if last and years:
            due = _years_after(last.last, years)
            if due < region.date:
                yield Audited(node, last, due)


def never_audited(region: Region) -> Iterator[Node]:
    """Applications of today that the region must have audited and of which no dated audit is recorded."""
    held = _audits(region)
    for node, record in current(region, Aplikasi):
        if _years(record) and node not in held:
            yield node


def _years(record: Aplikasi) -> int | None:
    """Within how many years the region has ``record`` audited again; ``None`` where that is not its duty."""
    return None if record.pemilik_luar else AUDIT_YEARS.get(record.jenis or "")


def was_held(record: Record) -> bool:
    """Whether ``record`` tells of security that is there; an audit that was not carried out is none.

    Where an edition strips ``hasil``, every audit passes for held: any other answer would tell the result.
    """
    return not (isinstance(record, AuditKeamanan) and record.hasil == "belum-dilaksanakan")


def is_protecting(region: Region, node: Node) -> bool:
    """Whether the security record at ``node`` names something of today that it protects."""
    return any(is_current(region, target) for target in named(region, node, "melindungi"))


def _codes() -> tuple[str, ...]:
    return tuple(JENIS_KEAMANAN.nilai)


def _years_after(day: date, years: int) -> date:
    """The same day ``years`` later; 29 February becomes 28."""
    return day.replace(year=day.year + years, day=28 if (day.month, day.day) == (2, 29) else day.day)
