"""The page of one record: what it says, whom it is related to, what it answers for, what is not filled in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spbe import wording
from spbe.catalogue.neighbours import Group, Neighbour, groups_of
from spbe.catalogue.quality import gaps_of
from spbe.catalogue.surroundings import surroundings
from spbe.i18n import gettext as _
from spbe.model.base import FieldSpec
from spbe.model.kinds import ARCHITECTURE, KINDS, OFFICE
from spbe.model.record import Entri, Record
from spbe.model.references import direct_references
from spbe.region import Node
from spbe.site.addresses import catalogue_address, code_address, record_address
from spbe.site.cells import owner_told
from spbe.site.charts.lanes import Lanes, lanes_of
from spbe.site.components.impact_panel import exposed, stopping
from spbe.site.desk import Desk
from spbe.site.metadata import DESCRIPTION_LENGTH
from spbe.site.page import Page
from spbe.site.sentence import is_managed_only, sentence
from spbe.wording.fields import Attribute, changes_of, describe, label_of

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

IN_STRIP = frozenset({"perangkat_daerah", "ditinjau"})
"""Fields whose gap is told in the strip of facts."""


@dataclass(frozen=True, slots=True)
class Part:
    """Fields that stand together: those that say something, and the labels of those that nobody filled in.

    The first part of a record has no title: it says what the record is.
    """

    title: str
    anchor: str
    fields: tuple[Attribute, ...]
    missing: tuple[str, ...] = ()


def parts_of(fields: Iterable[Attribute], missing: Iterable[FieldSpec]) -> tuple[Part, ...]:
    """The parts of a record that say something or lack something."""
    titles = {
        "": "",
        "teknis": _("Teknis"),
        "pengelolaan": _("Pengelolaan"),
        "kontak": _("Alamat dan kontak"),
        "catatan": _("Tentang catatan ini"),
    }
    place = {name: part for part, names in PARTS.items() for name in names.split()}
    told: dict[str, list[Attribute]] = {part: [] for part in titles}
    gaps: dict[str, list[str]] = {part: [] for part in titles}
    for one in fields:
        told[place.get(one.name, "")].append(one)
    for spec in missing:
        gaps[place.get(spec.name, "")].append(_(spec.label))
    if not told["catatan"]:  # no heading for gaps alone about the record
        gaps[""] += gaps.pop("catatan")
    return tuple(
        Part(title, part or "keterangan", tuple(told[part]), tuple(gaps.get(part, ())))
        for part, title in titles.items()
        if told[part] or gaps.get(part)
    )


def record_page(desk: Desk, node: Node, record: Entri) -> Page:
    """The page of ``record``, which is no office: those have pages of their own kind."""
    kind = KINDS[node.kind]
    region = desk.region
    owner, told_owner = _owner(desk, record), owner_told(desk, record)
    visible = desk.view.visible_fields(node, record)
    named = record.referensi if isinstance(record, Record) else ()
    codes = [code for code in named if code in region.reference.nodes]
    missing = gaps_of(node.kind, record, visible)
    linking = direct_references(type(record))
    groups = groups_of(region, node)
    about = sentence(region, node, record)
    lanes = _lanes(desk, node, record, groups)
    facets = {"jenis": _(kind.singular)}
    if owner:
        facets["opd"] = owner.name
    if not record.is_current:
        facets["keadaan"] = label_of(record, "keadaan") or ""
    return desk.page(
        "arsitektur/catatan",
        record_address(node),
        record.nama,
        _description(desk, record, about, kind.singular),
        parent=catalogue_address(node.kind),
        source=desk.source(node),
        search=facets,
        qualifier=_(kind.singular),
        kind=kind,
        node=node,
        record=record,
        type_label=label_of(record, "jenis"),
        owner=owner,
        outside=_outside(record) if owner else told_owner.text if told_owner else None,
        managed=is_managed_only(record),
        state=label_of(record, "keadaan"),
        classification=label_of(record, "klasifikasi"),
        age=wording.age(record.ditinjau, region.date) if record.ditinjau else None,
        about=about,
        told=parts_of(
            describe(region, record, visible - {"referensi"}),
            (one for one in missing if one.name not in linking and one.name not in IN_STRIP),
        ),
        unlinked=tuple(_(one.label) for one in missing if one.name in linking and one.name not in IN_STRIP),
        changes=changes_of(region, record),
        codes=[(code, region.reference.names(code), code_address(code)) for code in codes],
        groups=groups,
        lanes=lanes,
        stopping=stopping(desk, node, record),
        exposed=exposed(desk, node, record),
    )


def _owner(desk: Desk, record: Entri) -> Neighbour | None:
    office = desk.region.owner(record)
    return Neighbour(Node(OFFICE, office.id), office.nama) if office else None


def _outside(record: Entri) -> str | None:
    """Who owns what an office of the region only manages."""
    outside: str | None = getattr(record, "pemilik_luar", None)
    return outside or (getattr(record, "pemilik", None) if is_managed_only(record) else None)


def _lanes(desk: Desk, node: Node, record: Entri, groups: tuple[Group, ...]) -> Lanes | None:
    if node.kind not in ARCHITECTURE:
        return None
    return lanes_of(node, record.nama, surroundings(desk.region, node, groups))


def _description(desk: Desk, record: Entri, sentence: str | None, kind: str) -> str:
    about = record.uraian or getattr(record, "fungsi", None) or getattr(record, "tujuan", None) or sentence
    plain = _("{nama}: {jenis} {wilayah}.").format(
        nama=record.nama, jenis=_(kind).lower(), wilayah=desk.region.profil.nama
    )
    return " ".join((about or plain).split())[:DESCRIPTION_LENGTH]
