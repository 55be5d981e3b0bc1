"""``/arsitektur/<katalog>/<catatan>/``: a record: what it says, its relations, what it answers for, its gaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spbe import wording
from spbe.catalogue.domain_neighbourhood import domain_neighbourhoods
from spbe.catalogue.quality import gaps_of
from spbe.catalogue.relation_groups import Neighbour, NeighbourGroup, groups_of
from spbe.i18n import gettext as _
from spbe.model.base import Base, FieldSpec, Kelompok, fields_of
from spbe.model.kinds import KINDS, OFFICE, Kind, catalogued_kinds
from spbe.model.record import Entri, Record
from spbe.model.references import direct_references
from spbe.region import Node, Region
from spbe.site.addresses import catalogue_address, code_address, record_address
from spbe.site.charts.lanes import Lanes, lanes_of
from spbe.site.components.impact_panel import ImpactPanel, exposed, impact_panel
from spbe.site.kind_presentations import PRESENTATIONS
from spbe.site.metadata import DESCRIPTION_LENGTH
from spbe.site.page import Page
from spbe.site.record_sentence import is_managed_only, sentence
from spbe.site.site_context import SiteContext
from spbe.site.table_cells import owner_told
from spbe.site.variables import template_context, variable
from spbe.wording.fields import Attribute, attribute_of, changes_of, describe, label_of

IN_STRIP = frozenset({"perangkat_daerah", "ditinjau"})
"""Fields whose gap is told in the strip of facts."""


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields that stand together: those that say something, and the labels of those that nobody filled in.

    The first part of a record has no title: it says what the record is.
    """

    title: str
    anchor: str
    fields: tuple[Attribute, ...]
    missing: tuple[str, ...] = ()


@template_context
class ArsitekturCatatanContext:
    """The variables of ``pages/arsitektur/catatan.html.j2``."""

    kind: Kind = variable("jenis catatan (`Kind`)")
    node: Node = variable("jenis dan ID catatan (`Node`)")
    record: Entri = variable("catatan itu sendiri, isiannya seperti pada rujukan isian")
    type_label: str | None = variable("nama `jenis`-nya, atau kosong")
    about: str | None = variable("apa catatan ini, dalam satu kalimat, atau kosong")
    owner: Neighbour | None = variable("pemiliknya (`Neighbour`), atau kosong")
    outside: str | None = variable("nama pemilik di luar daerah, atau kosong")
    owner_label: str = variable("sebutan perangkat daerahnya: pemilik, atau pengelola milik pihak lain")
    no_owner: str = variable("kata-kata bila perangkat daerahnya tidak ada")
    asked: tuple[Attribute, ...] = variable("isian yang dicari warga pada jenis ini, yang sudah diisi")
    opens: str | None = variable("alamat yang dapat dibuka warga, bila catatan ini berjalan, atau kosong")
    codes_folded: bool = variable("apakah kode dan ID dilipat, karena halaman ini untuk warga")
    state: str | None = variable("nama keadaannya, atau kosong")
    classification: str | None = variable("nama klasifikasinya")
    age: str | None = variable("umur tinjauan terakhir dalam kata-kata, atau kosong")
    told: tuple[FieldGroup, ...] = variable("isian menurut kelompok (`FieldGroup`), yang berisi dan yang belum diisi")
    unlinked: tuple[str, ...] = variable("nama isian hubungan yang belum diisi")
    changes: tuple[tuple[Attribute, Attribute], ...] = variable("daftar (isian sekarang, isian nanti) dari `rencana`")
    codes: list[tuple[str, tuple[str, ...], str]] = variable(
        "daftar (kode referensi arsitektur, nama-namanya dari tingkat 1, letaknya di peta cakupan)"
    )
    groups: tuple[NeighbourGroup, ...] = variable("hubungan ke catatan lain, dikelompokkan (`NeighbourGroup`)")
    lanes: Lanes | None = variable("catatan ini dan tetangganya pada enam domain (`Lanes`), atau kosong")
    impact_panel: ImpactPanel | None = variable(
        "dampak bila ini terganggu, dan pada apa ini bergantung (`ImpactPanel`), atau kosong"
    )
    exposed: str | None = variable("bila catatan keamanan, kalimat tentang yang menjadi rawan tanpanya, atau kosong")


def parts_of(model: type[Base], fields: Iterable[Attribute], missing: Iterable[FieldSpec]) -> tuple[FieldGroup, ...]:
    """The groups of fields of a record of ``model`` that say something or lack something."""
    titles: dict[Kelompok | None, str] = {
        None: "",
        "teknis": _("Teknis"),
        "pengelolaan": _("Pengelolaan"),
        "kontak": _("Alamat dan kontak"),
        "catatan": _("Tentang catatan ini"),
    }
    told: dict[Kelompok | None, list[Attribute]] = {part: [] for part in titles}
    gaps: dict[Kelompok | None, list[str]] = {part: [] for part in titles}
    for one in fields:
        told[fields_of(model)[one.name].group].append(one)
    for spec in missing:
        gaps[spec.group].append(_(spec.label))
    if not told["catatan"]:  # no heading for gaps alone about the record
        gaps[None] += gaps.pop("catatan")
    return tuple(
        FieldGroup(title, part or "keterangan", tuple(told[part]), tuple(gaps.get(part, ())))
        for part, title in titles.items()
        if told[part] or gaps.get(part)
    )


def pages(site: SiteContext) -> list[Page]:
    """The page of every record of the architecture."""
    records = site.region.records
    return [
        record_page(site, Node(kind, name), one) for kind in catalogued_kinds() for name, one in records[kind].items()
    ]


def record_page(site: SiteContext, node: Node, record: Entri) -> Page:
    """The page of ``record``, which is no office: those have pages of their own kind."""
    kind = KINDS[node.kind]
    owner = _owner(site, record)
    facets = {"jenis": _(kind.singular)}
    if owner:
        facets["opd"] = owner.name
    if not record.is_current:
        facets["keadaan"] = label_of(record, "keadaan") or ""
    return site.page(
        ArsitekturCatatanContext,
        record_address(node),
        record.nama,
        _description(site, node, record),
        lambda: _variables(site, node, record),
        parent=catalogue_address(node.kind),
        source=site.source(node),
        search=facets,
        qualifier=_(kind.singular),
    )


def _variables(site: SiteContext, node: Node, record: Entri) -> ArsitekturCatatanContext:
    region = site.region
    owner, told_owner = _owner(site, record), owner_told(site, record)
    outside = _outside(record) if owner else told_owner.text if told_owner else None
    visible = site.view.visible_fields(node, record)
    named = record.referensi if isinstance(record, Record) else ()
    codes = [code for code in named if code in region.reference.nodes]
    missing = gaps_of(node.kind, record, visible)
    linking = direct_references(type(record))
    asked = asked_first(region, record, PRESENTATIONS[node.kind].asked_first, visible)
    opens = next((str(one.value) for one in asked if one.shape == "link" and record.is_current), None)
    at_head = {one.name for one in asked if one.shape != "link" or opens}
    groups = groups_of(region, node)
    return ArsitekturCatatanContext(
        kind=KINDS[node.kind],
        node=node,
        record=record,
        type_label=label_of(record, "jenis"),
        owner=owner,
        outside=outside,
        owner_label=_("Pengelola di daerah") if owner and (outside or is_managed_only(record)) else _("Pemilik"),
        no_owner=_no_owner(site, record),
        asked=tuple(one for one in asked if one.shape != "link"),
        opens=opens,
        codes_folded=bool(PRESENTATIONS[node.kind].asked_first),
        state=label_of(record, "keadaan"),
        classification=label_of(record, "klasifikasi"),
        age=wording.age(record.ditinjau, region.date) if record.ditinjau else None,
        about=sentence(region, node, record),
        told=parts_of(
            type(record),
            describe(region, record, visible - {"referensi"} - at_head),
            (one for one in missing if one.name not in linking and one.name not in IN_STRIP),
        ),
        unlinked=tuple(_(one.label) for one in missing if one.name in linking and one.name not in IN_STRIP),
        changes=changes_of(region, record),
        codes=[(code, region.reference.names(code), code_address(code)) for code in codes],
        groups=groups,
        lanes=_lanes(site, node, record, groups),
        impact_panel=impact_panel(site, node, record),
        exposed=exposed(site, node, record),
    )


def asked_first(region: Region, record: Entri, names: tuple[str, ...], visible: frozenset[str]) -> list[Attribute]:
    """Those of the fields ``names`` that are ``visible`` and say something, in that order."""
    told = [attribute_of(region, record, name) for name in names if name in visible]
    return [one for one in told if one.absence != "kosong"]


def _owner(site: SiteContext, record: Entri) -> Neighbour | None:
    office = site.region.owner(record)
    return Neighbour(Node(OFFICE, office.id), office.nama) if office else None


def _no_owner(site: SiteContext, record: Entri) -> str:
    told = attribute_of(site.region, record, "perangkat_daerah")
    return _("belum diisi {pada_data}") if told.absence == "kosong" else told.text


def _outside(record: Entri) -> str | None:
    """Who owns what an office of the region only manages."""
    outside: str | None = getattr(record, "pemilik_luar", None)
    return outside or (getattr(record, "pemilik", None) if is_managed_only(record) else None)


def _lanes(site: SiteContext, node: Node, record: Entri, groups: tuple[NeighbourGroup, ...]) -> Lanes | None:
    if not KINDS[node.kind].has_lane:
        return None
    return lanes_of(node, record.nama, domain_neighbourhoods(site.region, node, groups))


def _description(site: SiteContext, node: Node, record: Entri) -> str:
    about = record.uraian or getattr(record, "fungsi", None) or getattr(record, "tujuan", None)
    about = about or sentence(site.region, node, record)
    plain = _("{nama}: {jenis} {wilayah}.").format(
        nama=record.nama, jenis=_(KINDS[node.kind].singular).lower(), wilayah=site.region.profil.nama
    )
    return " ".join((about or plain).split())[:DESCRIPTION_LENGTH]
