"""How the records of an architecture domain spread over states and over the first level of the reference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spbe.model.record import KEADAAN, Entri, Record
from spbe.standards.reference import ReferenceArchitecture, ReferenceNode


@dataclass(frozen=True)
class Distribution:
    """``states``: state to number of records. ``codes``: every code of level 1 with the records that have it.

    A record with several codes counts once under each; ``without`` counts those that have none.
    """

    states: dict[str, int]
    codes: tuple[tuple[ReferenceNode, int], ...]
    without: int


def distribution(records: Iterable[Entri], domain: str, reference: ReferenceArchitecture) -> Distribution:
    """The distribution of ``records``, which belong to ``domain`` (``RAB`` … ``RAK``)."""
    states = dict.fromkeys(KEADAAN.nilai, 0)
    counted = {node.kode: 0 for node in reference.children(domain)}
    without = 0
    for record in records:
        if not isinstance(record, Record):
            continue
        states[record.keadaan] += 1
        firsts = {".".join(code.split(".")[:2]) for code in record.referensi} & counted.keys()
        for code in firsts:
            counted[code] += 1
        without += not firsts
    return Distribution(states, tuple((reference.nodes[code], number) for code, number in counted.items()), without)
