"""What a record is, in one sentence made of what is known: kind, owner, state, and what it does for others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spbe import wording
from spbe.i18n import gettext, mark
from spbe.model.kinds import OFFICE
from spbe.model.record import CURRENT, PLANNED, Record
from spbe.region import Node, Region
from spbe.site.counted import counted, listed

_HEADS: Final = {
    ("proses-bisnis", ""): mark("{nama} adalah proses bisnis"),
    ("layanan", ""): mark("{nama} adalah layanan"),
    ("layanan", "elektronik"): mark("{nama} adalah layanan elektronik"),
    ("layanan", "campuran"): mark("{nama} adalah layanan elektronik dan tatap muka"),
    ("layanan", "tatap-muka"): mark("{nama} adalah layanan tatap muka"),
    ("data", ""): mark("{nama} adalah data"),
    ("data", "statistik"): mark("{nama} adalah data statistik"),
    ("data", "geospasial"): mark("{nama} adalah data geospasial"),
    ("data", "keuangan"): mark("{nama} adalah data keuangan"),
    ("data", "induk"): mark("{nama} adalah data induk"),
    ("aplikasi", ""): mark("{nama} adalah aplikasi"),
    ("aplikasi", "umum"): mark("{nama} adalah aplikasi umum"),
    ("aplikasi", "pusat"): mark("{nama} adalah aplikasi instansi pusat"),
    ("aplikasi", "khusus"): mark("{nama} adalah aplikasi khusus"),
    ("infrastruktur", ""): mark("{nama} adalah infrastruktur"),
    ("infrastruktur", "komputasi-awan"): mark("{nama} adalah layanan komputasi awan"),
    ("infrastruktur", "perangkat-lunak-platform"): mark("{nama} adalah perangkat lunak platform"),
    ("infrastruktur", "server"): mark("{nama} adalah server"),
    ("infrastruktur", "periferal"): mark("{nama} adalah perangkat periferal"),
    ("infrastruktur", "media-penyimpanan"): mark("{nama} adalah media penyimpanan"),
    ("infrastruktur", "perangkat-keamanan"): mark("{nama} adalah perangkat keras keamanan"),
    ("infrastruktur", "perangkat-jaringan"): mark("{nama} adalah perangkat jaringan"),
    ("infrastruktur", "splp"): mark("{nama} adalah sistem penghubung layanan"),
    ("infrastruktur", "jaringan-intra"): mark("{nama} adalah jaringan intra pemerintah"),
    ("infrastruktur", "pusat-kendali"): mark("{nama} adalah pusat kendali"),
    ("infrastruktur", "pusat-komputasi"): mark("{nama} adalah pusat komputasi"),
    ("infrastruktur", "pusat-data"): mark("{nama} adalah pusat data"),
    ("keamanan", ""): mark("{nama} adalah catatan keamanan"),
    ("keamanan", "standar"): mark("{nama} adalah standar keamanan"),
    ("keamanan", "edukasi"): mark("{nama} adalah kegiatan edukasi keamanan"),
    ("keamanan", "kerentanan"): mark("{nama} adalah pemeriksaan kerentanan"),
    ("keamanan", "peningkatan"): mark("{nama} adalah kegiatan peningkatan keamanan"),
    ("keamanan", "insiden"): mark("{nama} adalah penanganan insiden keamanan"),
    ("keamanan", "audit"): mark("{nama} adalah audit keamanan"),
    ("keamanan", "kelaikan"): mark("{nama} adalah pernyataan kelaikan keamanan"),
}
"""How the sentence begins, by kind and ``jenis`` (for services: ``metode``)."""

_TARGETS: Final = {
    "masyarakat": mark("masyarakat"),
    "pelaku-usaha": mark("pelaku usaha"),
    "pegawai": mark("pegawai pemerintah"),
    "pemerintah": mark("instansi pemerintah"),
}


@dataclass(frozen=True, slots=True)
class _Clause:
    """``words`` are said of the records at the other end of ``relation``, named as read from the record."""

    relation: str
    words: str


_CLAUSES: Final = {
    "proses-bisnis": (
        _Clause("Diwujudkan layanan", mark("diwujudkan oleh {apa}")),
        _Clause("Memakai data", mark("memakai {apa}")),
    ),
    "layanan": (
        _Clause("Didukung aplikasi", mark("didukung {apa}")),
        _Clause("Didukung data", mark("memakai {apa}")),
        _Clause("Dilaksanakan oleh", mark("dilaksanakan bersama {apa}")),
    ),
    "data": (
        _Clause("Diproduksi oleh", mark("diproduksi {apa}")),
        _Clause("Dipakai aplikasi", mark("dipakai {apa}")),
        _Clause("Mendukung layanan", mark("mendukung {apa}")),
    ),
    "aplikasi": (
        _Clause("Mendukung layanan", mark("mendukung {apa}")),
        _Clause("Dipakai oleh", mark("dipakai {apa}")),
    ),
    "infrastruktur": (
        _Clause("Menjalankan aplikasi", mark("dipakai {apa}")),
        _Clause("Menampung", mark("menampung {apa}")),
        _Clause("Terpasang pada", mark("terpasang pada {apa}")),
        _Clause("Menghubungkan", mark("menghubungkan {apa}")),
    ),
    "keamanan": (_Clause("Melindungi", mark("mencakup {apa}")),),
}


def sentence(region: Region, node: Node, record: object) -> str | None:
    """What ``record`` is; ``None`` for kinds that are described otherwise."""
    if not isinstance(record, Record) or node.kind not in _CLAUSES:
        return None
    start = _start(region, node, record)
    if record.is_discontinued:
        return _ended(region, node, record, start)
    clauses = _CLAUSES[node.kind]
    parts = [words for clause in clauses if (words := _said(region, node, record, clause))]
    if record.is_planned:
        planned = gettext("{awal}, masih berupa rencana; nantinya {isi}.")
        return (planned if parts else gettext("{awal}, masih berupa rencana.")).format(awal=start, isi=listed(parts))
    return (gettext("{awal}, {isi}.") if parts else "{awal}.").format(awal=start, isi=listed(parts))


def _start(region: Region, node: Node, record: Record) -> str:
    kind = node.kind
    type_code = getattr(record, "metode" if kind == "layanan" else "jenis", None)
    if isinstance(type_code, tuple):
        type_code = type_code[0] if len(type_code) == 1 else None
    start = gettext(_HEADS.get((kind, type_code or ""), _HEADS[kind, ""])).format(nama=record.nama)
    owner = _owner(region, record)
    if owner:
        words = gettext("{awal} oleh {pemilik}") if kind == "keamanan" else gettext("{awal} milik {pemilik}")
        if is_managed_only(record):
            words = gettext("{awal} yang dikelola {pemilik}")
        start = words.format(awal=start, pemilik=owner)
    targets = [gettext(_TARGETS[one]) for one in getattr(record, "target", ()) if one in _TARGETS]
    if kind == "layanan" and targets:
        return gettext("{awal} untuk {siapa}").format(awal=start, siapa=listed(targets))
    return start


def is_managed_only(record: object) -> bool:
    """Whether the office of infrastructure runs what somebody else owns."""
    return getattr(record, "kepemilikan", None) not in {None, "sendiri"}


def _owner(region: Region, record: Record) -> str | None:
    outside: str | None = getattr(record, "pemilik_luar", None)
    office = region.owner(record)
    return outside or (office.short_name if office else None)


def _short(region: Region, node: Node) -> str:
    return getattr(region.get(node), "singkatan", None) or region.name(node)


def _ended(region: Region, node: Node, record: Record, start: str) -> str:
    after = [region.name(other) for name, other, one in region.relations.of(node) if name == "Digantikan oleh"]
    when = wording.day(record.sejak) if record.sejak else ""
    if after and when:
        words = gettext("{awal}, dihentikan sejak {tanggal} dan digantikan {apa}.")
    elif after:
        words = gettext("{awal}, sudah dihentikan dan digantikan {apa}.")
    else:
        words = gettext("{awal}, dihentikan sejak {tanggal}.") if when else gettext("{awal}, sudah dihentikan.")
    return words.format(awal=start, tanggal=when, apa=listed(after))


def _said(region: Region, node: Node, record: Record, clause: _Clause) -> str | None:
    found = list(dict.fromkeys(_others(region, node, record, clause.relation)))
    office = region.owner(record)
    if office is not None and found == [Node(OFFICE, office.id)]:
        return None  # the owner has been named
    kinds = list(dict.fromkeys(other.kind for other in found))
    things = []
    for kind in kinds:
        of_kind = [other for other in found if other.kind == kind]
        named = len(of_kind) == 1 and len(kinds) == 1
        number = counted(kind, len(of_kind))
        things.append(_short(region, of_kind[0]) if named else number)
    if not things:
        return None
    return gettext(clause.words).format(apa=listed(things))


def _others(region: Region, node: Node, record: Record, relation: str) -> Iterator[Node]:
    """The other ends of ``relation``: what is there today, for a planned record also what is planned."""
    states = {CURRENT} if record.is_current else {CURRENT, PLANNED}
    for name, other, one in region.relations.of(node):
        if name == relation and not one.planned and getattr(region.get(other), "keadaan", None) in states:
            yield other
