"""``/peta-rencana/<kegiatan>/``: an activity: who, when, how much; which gaps it closes, which indicators it lifts."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from spbe import wording
from spbe.catalogue.activities import CHANGES
from spbe.catalogue.quality import gaps_of
from spbe.catalogue.relation_groups import Neighbour, NeighbourGroup, groups_of
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, OFFICE
from spbe.model.peta_rencana import PetaRencana
from spbe.model.references import direct_references
from spbe.region import Node
from spbe.site.addresses import ROADMAP, record_address
from spbe.site.metadata import DESCRIPTION_LENGTH
from spbe.site.page import Page
from spbe.site.pages.arsitektur.catatan import FieldGroup, parts_of
from spbe.site.pages.peta_rencana.closure import RoadmapClosure, closure_of
from spbe.site.pages.peta_rencana.costs import part_label
from spbe.site.site_context import SiteContext
from spbe.site.variables import template_context, variable
from spbe.wording.fields import Attribute, changes_of, describe, label_of

_KIND: Final = "peta-rencana"
_IN_STRIP: Final = frozenset({"perangkat_daerah", "muatan", "status", "tahun_mulai", "tahun_selesai", "ditinjau"})
_TOLD: Final = _IN_STRIP | {"id", "nama", "uraian", "keadaan", "klasifikasi", "rencana", "indikator", "referensi"}
"""Fields that the page tells in a place of their own."""


@template_context
class PetaRencanaKegiatanContext:
    """The variables of ``pages/peta_rencana/kegiatan.html.j2``."""

    record: PetaRencana = variable("kegiatannya, isiannya seperti pada rujukan isian")
    part: str | None = variable("nama muatannya, atau kosong")
    owner: Neighbour | None = variable("koordinatornya (`Neighbour`), atau kosong")
    years: str | None = variable("tahun pertama sampai terakhir, atau kosong")
    budget: str | None = variable("anggaran seluruh tahun dalam juta rupiah, atau kosong")
    status: str | None = variable("nama statusnya, atau kosong")
    late: bool = variable("benar bila tahun terakhirnya sudah lewat dan belum selesai")
    age: str | None = variable("umur tinjauan terakhir dalam kata-kata, atau kosong")
    classification: str | None = variable("nama klasifikasinya")
    closure: RoadmapClosure | None = variable("kesenjangan dan indikatornya (`RoadmapClosure`), atau kosong")
    told: tuple[FieldGroup, ...] = variable("isian menurut kelompok (`FieldGroup`), yang berisi dan yang belum diisi")
    unlinked: tuple[str, ...] = variable("nama isian hubungan yang belum diisi")
    groups: tuple[NeighbourGroup, ...] = variable("hubungan ke catatan lain, dikelompokkan (`NeighbourGroup`)")
    changes: tuple[tuple[Attribute, Attribute], ...] = variable("daftar (isian sekarang, isian nanti) dari `rencana`")


def pages(site: SiteContext) -> list[Page]:
    """The page of every activity."""
    records = site.region.records[_KIND]
    return [_page(site, name, record) for name, record in records.items() if isinstance(record, PetaRencana)]


def years_of(record: PetaRencana) -> str:
    """First and last year of ``record``, one where both are the same; empty where neither is known."""
    told = [year for year in (record.tahun_mulai, record.tahun_selesai) if year]
    return " – ".join(dict.fromkeys(map(str, told)))


def _page(site: SiteContext, name: str, record: PetaRencana) -> Page:
    node, kind = Node(_KIND, name), KINDS[_KIND]
    about = record.uraian or _description(site, record)
    return site.page(
        PetaRencanaKegiatanContext,
        record_address(node),
        record.nama,
        " ".join(about.split())[:DESCRIPTION_LENGTH],
        lambda: _variables(site, node, record),
        parent=ROADMAP,
        source=site.source(node),
        search={"jenis": _(kind.singular)},
        qualifier=_(kind.singular),
    )


def _description(site: SiteContext, record: PetaRencana) -> str:
    office, years = site.region.owner(record), years_of(record)
    known = (years, office.nama if office else "", label_of(record, "status"))
    return _("Kegiatan peta rencana {wilayah}: {apa}.").format(
        wilayah=site.region.profil.nama, apa=", ".join(filter(None, known)) or record.nama
    )


def _variables(site: SiteContext, node: Node, record: PetaRencana) -> PetaRencanaKegiatanContext:
    region = site.region
    visible = site.view.visible_fields(node, record)
    account = site.accounts.get(node)
    office = region.owner(record)
    missing = [one for one in gaps_of(node.kind, record, visible) if one.name not in _IN_STRIP]
    linking = direct_references(type(record))
    return PetaRencanaKegiatanContext(
        record=record,
        part=part_label(record.muatan) if record.muatan else None,
        owner=Neighbour(Node(OFFICE, office.id), office.nama) if office else None,
        years=years_of(record) or None,
        budget=wording.millions(record.whole_budget) if record.whole_budget else None,
        status=label_of(record, "status"),
        late=account is not None and any(slip.fault == "lewat-tahun" for slip in account.slips),
        age=wording.age(record.ditinjau, region.date) if record.ditinjau else None,
        classification=label_of(record, "klasifikasi"),
        closure=closure_of(site, account, record) if account else None,
        told=parts_of(
            type(record),
            describe(region, record, visible, _TOLD),
            (one for one in missing if one.name not in linking),
        ),
        unlinked=tuple(_(one.label) for one in missing if one.name in linking),
        groups=_groups(site, node),
        changes=changes_of(region, record),
    )


def _groups(site: SiteContext, node: Node) -> tuple[NeighbourGroup, ...]:
    """Its relations without the records that it changes: they stand among its gaps, with their states."""
    groups = groups_of(site.region, node)
    if node not in site.accounts:
        return groups
    return tuple(
        group
        for group in (
            replace(group, neighbours=tuple(one for one in group.neighbours if one.planned))
            if group.name == CHANGES
            else group
            for group in groups
        )
        if group.neighbours
    )
