"""What is plainly missing or out of date, as lists of records: one function per shortcoming."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from spbe.catalogue.integration import islands
from spbe.catalogue.protection import is_protecting, never_audited, overdue
from spbe.catalogue.quality import review_of
from spbe.catalogue.today import current, naming
from spbe.i18n import mark as _
from spbe.model.aplikasi import Aplikasi
from spbe.model.bukti import Bukti
from spbe.model.data import Data
from spbe.model.keamanan import ObjekKeamanan
from spbe.model.kinds import OFFICE, architecture_kinds
from spbe.model.layanan import Layanan
from spbe.model.record import Entri
from spbe.region import Node, Region


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """One thing that records lack or that is odd about them.

    ``title`` is Indonesian and says what the records of ``nodes`` have in common; ``id`` is its anchor.
    """

    id: str
    title: str
    nodes: tuple[Node, ...]


def shortcomings(region: Region) -> tuple[Shortcoming, ...]:
    """Every shortcoming that some record of ``region`` has."""
    found = (Shortcoming(name, title, tuple(finder(region))) for name, title, finder in _KNOWN)
    return tuple(one for one in found if one.nodes)


def _expired(region: Region) -> Iterator[Node]:
    for node, record in region.of_class(Bukti):
        if record.berlaku_sampai and record.berlaku_sampai.last < region.date:
            yield node


def _without_document(region: Region) -> Iterator[Node]:
    for node, record in region.of_class(Bukti):
        if not record.tautan and not record.berkas:
            yield node


def _without_producer(region: Region) -> Iterator[Node]:
    for node, record in region.of_class(Data):
        if not record.produsen and not record.produsen_luar and record.absence("produsen") != "tidak ada":
            yield node


def _without_owner(region: Region) -> Iterator[Node]:
    for kind in (slug for slug in architecture_kinds() if slug != OFFICE):
        for name, record in region.records[kind].items():
            owned = record.perangkat_daerah or getattr(record, "pemilik_luar", None)
            if not owned and record.absence("perangkat_daerah") != "tidak ada":
                yield Node(kind, name)


def _without_steward(region: Region) -> Iterator[Node]:
    for node, record in current(region, Data):
        if _is_missing(record, "walidata"):
            yield node


def _unserved(region: Region) -> Iterator[Node]:
    """Services that no application of today supports; one given face to face says by that that it needs none."""
    for node, record in current(region, Layanan):
        if record.metode != "tatap-muka" and not naming(region, node, Aplikasi, "layanan"):
            yield node


def _without_service(region: Region) -> Iterator[Node]:
    for node, record in current(region, Aplikasi):
        if _is_missing(record, "layanan"):
            yield node


def _without_data(region: Region) -> Iterator[Node]:
    """Applications that neither use nor produce data; ``tidak ada`` for one of both leaves the other to be told."""
    for node, record in current(region, Aplikasi):
        told = record.data_dipakai or record.data_dihasilkan
        none = record.absence("data_dipakai") == record.absence("data_dihasilkan") == "tidak ada"
        if not told and not none:
            yield node


def _without_home(region: Region) -> Iterator[Node]:
    """Applications of the region of which nobody tells where they run; those of others run at their owners'."""
    for node, record in current(region, Aplikasi):
        if _is_missing(record, "infrastruktur") and not record.pemilik_luar:
            yield node


def _islands(region: Region) -> Iterator[Node]:
    return (node for node, told in islands(region) if not told)


def _protecting_nothing(region: Region) -> Iterator[Node]:
    for node, record in current(region, ObjekKeamanan):
        none = record.absence("melindungi") == "tidak ada"
        if not none and not is_protecting(region, node):
            yield node


def _overdue(region: Region) -> Iterator[Node]:
    return (audited.node for audited in overdue(region))


def _is_missing(record: Entri, name: str) -> bool:
    return not getattr(record, name) and record.absence(name) != "tidak ada"


def _reviewed(wanted: str) -> Callable[[Region], Iterator[Node]]:
    def find(region: Region) -> Iterator[Node]:
        reviewed: Iterator[tuple[Node, Entri]] = region.nodes()
        return (node for node, record in reviewed if review_of(record, region.date) == wanted)

    return find


_KNOWN: tuple[tuple[str, str, Callable[[Region], Iterator[Node]]], ...] = (
    ("bukti-lewat", _("Bukti yang masa berlakunya sudah lewat"), _expired),
    ("bukti-tanpa-dokumen", _("Bukti tanpa tautan dan tanpa berkas"), _without_document),
    ("audit-lewat", _("Aplikasi yang audit keamanannya sudah lewat waktu {pada_data}"), _overdue),
    ("data-tanpa-produsen", _("Data yang produsennya belum diketahui {pada_data}"), _without_producer),
    ("data-tanpa-walidata", _("Data yang walidatanya belum diketahui {pada_data}"), _without_steward),
    ("layanan-tanpa-aplikasi", _("Layanan yang belum didukung aplikasi {pada_data}"), _unserved),
    ("tanpa-pemilik", _("Catatan tanpa pemilik yang diketahui {pada_data}"), _without_owner),
    ("aplikasi-tanpa-layanan", _("Aplikasi yang belum menyebut layanannya {pada_data}"), _without_service),
    ("aplikasi-tanpa-data", _("Aplikasi yang belum menyebut datanya {pada_data}"), _without_data),
    (
        "aplikasi-tanpa-server",
        _("Aplikasi milik daerah yang lokasi penempatannya (server/hosting) belum dicatat {pada_data}"),
        _without_home,
    ),
    ("aplikasi-sendiri", _("Aplikasi tanpa pertukaran dan tanpa data bersama {pada_data}"), _islands),
    (
        "keamanan-tanpa-objek",
        _("Catatan keamanan yang belum menyebut apa yang dilindungi {pada_data}"),
        _protecting_nothing,
    ),
    ("audit-belum", _("Aplikasi yang belum tercatat pernah diaudit keamanannya {pada_data}"), never_audited),
    ("ditinjau-lama", _("Catatan yang terakhir ditinjau lebih dari setahun lalu"), _reviewed("lama")),
    ("belum-ditinjau", _("Catatan yang belum pernah ditinjau"), _reviewed("belum")),
)

TITLES: dict[str, str] = {known[0]: known[1] for known in _KNOWN}
"""Every shortcoming that is looked for, by id, with its title."""

_FORMER: Final = {"aplikasi-tanpa-rumah": "aplikasi-tanpa-server", "data-tanpa-wali": "data-tanpa-walidata"}


def present_name(name: str) -> str:
    """The id of a shortcoming that may be written as it was called once."""
    return _FORMER.get(name, name)
