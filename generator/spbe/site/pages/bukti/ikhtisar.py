"""``/bukti/``: the register of evidence. Evidence has no pages of its own: its row is its address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.bukti import Bukti
from spbe.model.kinds import KINDS
from spbe.site.addresses import EVIDENCE, INDICATORS
from spbe.site.details import Detail, answers_of, detail_address, details_of
from spbe.site.later import Later
from spbe.site.page import Page
from spbe.site.paging import LongTable, paged, places_of
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, day, several, text
from spbe.site.table_cells import owner_cell
from spbe.site.variables import template_context, variable
from spbe.wording.fields import label_of, words_or_none

SOON_DAYS: Final = 90
"""Evidence that ends within so many days is said to end soon."""


@template_context
class BuktiContext:
    """The variables of ``pages/bukti/ikhtisar.html.j2``."""

    data: Table = variable("tabel semua catatan (`Table`)")
    details: tuple[Detail, ...] = variable("isi lengkap setiap catatan (`Detail`) yang tidak punya halaman sendiri")


def pages(site: SiteContext) -> list[Page]:
    """The register, with what each document says below the table that has its row."""
    kind = KINDS["bukti"]
    records = site.region.records[kind.slug]
    found = {name: record for name, record in records.items() if isinstance(record, Bukti)}
    details = Later(lambda: {detail.record.id: detail for detail in details_of(site, kind.slug)})
    return paged(
        site,
        BuktiContext,
        EVIDENCE,
        _(kind.plural),
        _("Bukti dukung penilaian {nama}: nomor, tanggal, dan masa berlakunya.").format(nama=site.region.profil.nama),
        LongTable("daftar-bukti", len(found), Later(lambda: _table(site, found))),
        lambda data: BuktiContext(data=data, details=tuple(details.value[row.id] for row in data.rows)),
        parent=INDICATORS,
        menu=_(kind.plural),
    )


def _table(site: SiteContext, found: Mapping[str, Bukti]) -> Table:
    places = places_of(EVIDENCE, list(found))
    rows = tuple(_row(site, name, record, places[name]) for name, record in found.items())
    columns = (
        Column(_("Bukti"), wide=True),
        Column(_("Jenis"), facet=True),
        Column(_("Nomor"), facet=False),
        Column(_("Tanggal")),
        Column(_("Berlaku sampai")),
        Column(_("Indikator yang memakai"), numeric=True),
        Column(_("Perangkat daerah"), facet=True, extra=True),
        Column(_("Penerbit"), wide=True, extra=True),
        Column(_("Masa berlaku"), facet=True, extra=True),
        Column(_("Dipakai penilaian"), facet=True, extra=True),
        Column(_("Ditinjau"), extra=True),
    )
    empty = _("Belum ada bukti {pada_data}.")
    return Table("daftar-bukti", _("Daftar bukti dukung"), columns, rows, tools=True, empty=empty)


def document_of(record: Bukti) -> str | None:
    """Where the document itself is: elsewhere, or among the attachments of this site."""
    return record.tautan or (f"/lampiran/{quote(record.berkas)}" if record.berkas else None)


def validity(site: SiteContext, record: Bukti) -> Cell:
    """Until when the document is valid; one that has run out says so."""
    expired = record.berlaku_sampai is not None and record.berlaku_sampai.last < site.region.date
    until = wording.day(record.berlaku_sampai) + (" · " + _("sudah lewat") if expired else "")
    return Cell(until, sort=str(record.berlaku_sampai or ""), badge="lewat" if expired else None)


def _standing(site: SiteContext, record: Bukti) -> Cell:
    """Whether the document is valid, in words to choose by."""
    until = record.berlaku_sampai
    if until is None:
        return Cell(_("tanpa batas yang dicatat"), sort="4")
    days = (until.last - site.region.date).days
    if days < 0:
        return Cell(_("sudah lewat"), sort="1")
    if days <= SOON_DAYS:
        return Cell(_("berakhir dalam {n} hari").format(n=SOON_DAYS), sort="2")
    return Cell(_("masih berlaku"), sort="3")


def _row(site: SiteContext, name: str, record: Bukti, place: str) -> Row:
    node = site.region.evidence(name)
    uses = answers_of(site, node)
    return Row(
        (
            Cell(record.nama, document_of(record)),
            text(label_of(record, "jenis")),
            text(words_or_none(record, "nomor")),
            day(record.tanggal),
            validity(site, record),
            Cell(wording.number(len(uses)), detail_address(node, place), sort=str(len(uses))),
            owner_cell(site, record),
            text(record.penerbit),
            _standing(site, record),
            several(sorted({assessment for assessment, _indicator, _address in uses})),
            day(record.ditinjau),
        ),
        id=name,
    )
