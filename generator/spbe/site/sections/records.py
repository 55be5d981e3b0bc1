"""The page of one record: what it says, whom it is related to, what it answers for, what is not filled in."""

from __future__ import annotations

from collections.abc import Iterable

from spbe.catalogue.attributes import Attribute, changes_of, describe
from spbe.catalogue.neighbours import Neighbour, groups_of
from spbe.catalogue.quality import gaps_of
from spbe.i18n import gettext as _
from spbe.model.choices import choices_of
from spbe.model.kinds import KINDS
from spbe.model.record import KEADAAN, KLASIFIKASI, Entri, Record
from spbe.region import Node
from spbe.site import wording
from spbe.site.addresses import catalogue_address, record_address
from spbe.site.desk import Desk
from spbe.site.metadata import DESCRIPTION_LENGTH
from spbe.site.page import Page
from spbe.site.sections.offices import Office, office

PARTS = {
    "teknis": """
        basis bahasa_pemrograman kerangka_pengembangan basis_data struktur format level validitas interoperabilitas
        """,
    "pengelolaan": """
        dasar_hukum kewenangan periode kepemilikan pemilik pemilik_luar pengelola pengembang pelaksana unit_pelaksana
        unit_pendelegasian unit_penanggung_jawab kementerian_lembaga produsen_luar lisensi masa_lisensi berlaku_sampai
        tahun_dibangun tahun_perolehan asal_anggaran biaya jangka_waktu
        """,
    "kontak": "alamat kontak situs akun_git",
    "catatan": "sumber dahulu tag lain",
}
"""Which fields stand together below those that say what a record is; one that is not named here is among the latter."""


def told_in_parts(fields: Iterable[Attribute]) -> list[tuple[str, str, list[Attribute]]]:
    """Fields that say something as ``(title, anchor, fields)``; the first part, without a title, says what it is."""
    titles = {
        "teknis": _("Teknis"),
        "pengelolaan": _("Pengelolaan"),
        "kontak": _("Alamat dan kontak"),
        "catatan": _("Tentang catatan ini"),
    }
    place = {name: part for part, names in PARTS.items() for name in names.split()}
    found: dict[str, list[Attribute]] = {"": [], **{part: [] for part in PARTS}}
    for one in fields:
        found[place.get(one.name, "")].append(one)
    return [(titles.get(part, ""), part or "keterangan", members) for part, members in found.items() if members]


def type_label(record: Entri) -> str | None:
    """The label of the record's ``jenis``, or of several joined by commas."""
    written = getattr(record, "jenis", None)
    choice = choices_of(type(record)).get("jenis")
    if not written or choice is None:
        return None
    codes = (written,) if isinstance(written, str) else tuple(written)
    return ", ".join(_(choice.label(code)) for code in codes)


def record_page(desk: Desk, node: Node, record: Entri) -> Page:
    """The page of ``record``; that of an office also tells what it owns and answers for."""
    kind = KINDS[node.kind]
    region = desk.region
    owner = _owner(desk, record)
    visible, lost = desk.view.visible_fields(node, record), desk.view.lost(node)
    codes = record.referensi if isinstance(record, Record) else ()
    facets = {"jenis": _(kind.singular)}
    if owner:
        facets["opd"] = owner.name
    if isinstance(record, Record) and record.keadaan != "saat-ini":
        facets["keadaan"] = _(KEADAAN.label(record.keadaan))
    return desk.page(
        "record",
        record_address(node),
        record.nama,
        _description(desk, record, kind.singular),
        parent=catalogue_address(node.kind),
        source=desk.source(node),
        search=facets,
        qualifier=_(kind.singular),
        kind=kind,
        node=node,
        record=record,
        type_label=type_label(record),
        owner=owner,
        state=_(KEADAAN.label(record.keadaan)) if isinstance(record, Record) else None,
        classification=_(KLASIFIKASI.label(record.klasifikasi)),
        age=wording.age(record.ditinjau, region.date) if record.ditinjau else None,
        told=told_in_parts(describe(region, record, visible - {"referensi"})),
        missing=gaps_of(node.kind, record, visible, lost),
        changes=changes_of(region, record),
        codes=[(code, region.reference.names(code) if code in region.reference.nodes else ()) for code in codes],
        groups=groups_of(region, node, lost),
        office=_office(desk, node),
    )


def _owner(desk: Desk, record: Entri) -> Neighbour | None:
    if not record.perangkat_daerah:
        return None
    node = Node("perangkat-daerah", record.perangkat_daerah)
    return Neighbour(node, desk.region.name(node))


def _description(desk: Desk, record: Entri, kind: str) -> str:
    about = record.uraian or getattr(record, "fungsi", None) or getattr(record, "tujuan", None)
    sentence = _("{nama}: {jenis} {wilayah}.").format(
        nama=record.nama, jenis=_(kind).lower(), wilayah=desk.region.profil.nama
    )
    return " ".join((about or sentence).split())[:DESCRIPTION_LENGTH]


def _office(desk: Desk, node: Node) -> Office | None:
    return office(desk, node) if node.kind == "perangkat-daerah" else None
