"""The register of evidence. Evidence has no pages of its own: its row is its address."""

from __future__ import annotations

from urllib.parse import quote

from spbe.i18n import gettext as _
from spbe.model.bukti import Bukti
from spbe.model.choices import choices_of
from spbe.model.kinds import KINDS
from spbe.region import Node
from spbe.site import wording
from spbe.site.addresses import EVIDENCE, INDICATORS
from spbe.site.desk import Desk
from spbe.site.details import answers_of, detail_address, details_of
from spbe.site.page import MenuItem, Page
from spbe.site.table import Cell, Column, Row, Table, text


def plan(desk: Desk) -> tuple[list[Page], list[MenuItem]]:
    """The register."""
    kind = KINDS["bukti"]
    records = desk.region.records[kind.slug]
    rows = tuple(_row(desk, name, record) for name, record in records.items() if isinstance(record, Bukti))
    columns = (
        Column(_("Bukti"), wide=True),
        Column(_("Jenis")),
        Column(_("Nomor")),
        Column(_("Tanggal")),
        Column(_("Berlaku sampai")),
        Column(_("Indikator yang memakai"), numeric=True),
    )
    page = desk.page(
        "catalogue",
        EVIDENCE,
        _(kind.plural),
        _("Bukti dukung penilaian {nama}: nomor, tanggal, dan masa berlakunya.").format(nama=desk.region.profil.nama),
        parent=INDICATORS,
        kind=kind,
        data=Table("daftar-bukti", _("Daftar bukti dukung"), columns, rows, tools=True, empty=_("Belum ada bukti.")),
        hidden=desk.view.totals[kind.slug] - len(records),
        details=details_of(desk, kind.slug),
    )
    return [page], [MenuItem(_(kind.plural), EVIDENCE)]


def document_of(record: Bukti) -> str | None:
    """Where the document itself is: elsewhere, or among the attachments of this site."""
    return record.tautan or (f"/lampiran/{quote(record.berkas)}" if record.berkas else None)


def validity(desk: Desk, record: Bukti) -> Cell:
    """Until when the document is valid; one that has run out says so."""
    expired = record.berlaku_sampai is not None and record.berlaku_sampai.last < desk.region.date
    until = wording.day(record.berlaku_sampai) + (" · " + _("sudah lewat") if expired else "")
    return Cell(until, sort=str(record.berlaku_sampai or ""), badge="lewat" if expired else None)


def _row(desk: Desk, name: str, record: Bukti) -> Row:
    label = choices_of(Bukti)["jenis"].nilai.get(record.jenis or "", "")
    node = Node("bukti", name)
    uses = len(answers_of(desk, node))
    number = record.nomor or (_("tidak ada") if record.absence("nomor") == "tidak ada" else None)
    return Row(
        (
            Cell(record.nama, document_of(record)),
            text(_(label) if label else None),
            text(number),
            Cell(wording.day(record.tanggal), sort=str(record.tanggal or "")),
            validity(desk, record),
            Cell(wording.number(uses), detail_address(node), sort=f"{uses:06d}"),
        ),
        id=name,
    )
