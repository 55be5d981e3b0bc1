"""What is plainly missing or out of date, as lists of records: one function per shortcoming."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spbe.catalogue.quality import Lost, review_of
from spbe.i18n import mark as _
from spbe.model.bukti import Bukti
from spbe.model.data import Data
from spbe.model.kinds import ARCHITECTURE
from spbe.model.record import Entri
from spbe.region import Node, Region


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """``title`` is Indonesian and says what the records of ``nodes`` have in common; ``id`` is its anchor."""

    id: str
    title: str
    nodes: tuple[Node, ...]


def shortcomings(region: Region, lost: Lost) -> tuple[Shortcoming, ...]:
    """Every shortcoming that some record has. What the edition hides (``lost``) is never called missing."""
    found = (Shortcoming(name, title, tuple(finder(region, lost))) for name, title, finder in _KNOWN)
    return tuple(one for one in found if one.nodes)


def _expired(region: Region, _lost: Lost) -> Iterator[Node]:
    for name, record in region.records["bukti"].items():
        if isinstance(record, Bukti) and record.berlaku_sampai and record.berlaku_sampai.last < region.date:
            yield Node("bukti", name)


def _without_document(region: Region, _lost: Lost) -> Iterator[Node]:
    for name, record in region.records["bukti"].items():
        if isinstance(record, Bukti) and not record.tautan and not record.berkas:
            yield Node("bukti", name)


def _without_producer(region: Region, lost: Lost) -> Iterator[Node]:
    for name, record in region.records["data"].items():
        node = Node("data", name)
        if (
            isinstance(record, Data)
            and not record.produsen
            and not record.produsen_luar
            and "Diproduksi oleh" not in lost(node)
        ):
            yield node


def _without_owner(region: Region, lost: Lost) -> Iterator[Node]:
    for kind in (*ARCHITECTURE, "peta-rencana"):
        for name, record in region.records[kind].items():
            node = Node(kind, name)
            owned = record.perangkat_daerah or getattr(record, "pemilik_luar", None)
            if not owned and record.absence("perangkat_daerah") != "tidak ada" and "Pemilik" not in lost(node):
                yield node


def _reviewed(wanted: str) -> Callable[[Region, Lost], Iterator[Node]]:
    def find(region: Region, _lost: Lost) -> Iterator[Node]:
        reviewed: Iterator[tuple[Node, Entri]] = region.nodes()
        return (node for node, record in reviewed if review_of(record, region.date) == wanted)

    return find


_KNOWN: tuple[tuple[str, str, Callable[[Region, Lost], Iterator[Node]]], ...] = (
    ("bukti-lewat", _("Bukti yang masa berlakunya sudah lewat"), _expired),
    ("bukti-tanpa-dokumen", _("Bukti tanpa tautan dan tanpa berkas"), _without_document),
    ("data-tanpa-produsen", _("Data tanpa produsen yang diketahui"), _without_producer),
    ("tanpa-pemilik", _("Catatan tanpa pemilik yang diketahui"), _without_owner),
    ("ditinjau-lama", _("Catatan yang terakhir ditinjau lebih dari setahun lalu"), _reviewed("lama")),
    ("belum-ditinjau", _("Catatan yang belum pernah ditinjau"), _reviewed("belum")),
)
