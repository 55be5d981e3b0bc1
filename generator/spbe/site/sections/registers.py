"""Lists whose entries have no pages of their own: the evidence register and the roadmap."""

from __future__ import annotations

from spbe.i18n import gettext as _
from spbe.model.bukti import Bukti
from spbe.model.choices import choices_of
from spbe.model.kinds import KINDS
from spbe.model.peta_rencana import MUATAN, PetaRencana
from spbe.region import Node
from spbe.site import wording
from spbe.site.addresses import EVIDENCE, ROADMAP, indicator_address, record_address
from spbe.site.desk import Desk
from spbe.site.page import MenuItem, Page
from spbe.site.table import Cell, Column, Row, Table, text


def plan(desk: Desk) -> tuple[list[Page], list[MenuItem]]:
    """Both registers."""
    pages = [_evidence(desk), _roadmap(desk)]
    return pages, [MenuItem(_(KINDS["bukti"].plural), EVIDENCE), MenuItem(_(KINDS["peta-rencana"].plural), ROADMAP)]


def _evidence(desk: Desk) -> Page:
    rows = []
    today = desk.region.date
    for name, record in desk.region.records["bukti"].items():
        if not isinstance(record, Bukti):
            continue
        expired = record.berlaku_sampai is not None and record.berlaku_sampai.last < today
        until = wording.day(record.berlaku_sampai) + (" · " + _("sudah lewat") if expired else "")
        label = choices_of(Bukti)["jenis"].nilai.get(record.jenis or "", "")
        document = record.tautan or (f"/lampiran/{record.berkas}" if record.berkas else None)
        rows.append(
            Row(
                (
                    Cell(record.nama, document),
                    text(_(label) if label else None),
                    text(record.nomor),
                    Cell(wording.day(record.tanggal), sort=str(record.tanggal or "")),
                    Cell(until, sort=str(record.berlaku_sampai or ""), badge="lewat" if expired else None),
                    Cell(wording.number(_uses(desk, Node("bukti", name)))),
                ),
                id=name,
            )
        )
    columns = (
        Column(_("Bukti"), wide=True),
        Column(_("Jenis")),
        Column(_("Nomor")),
        Column(_("Tanggal")),
        Column(_("Berlaku sampai")),
        Column(_("Indikator yang memakai"), numeric=True),
    )
    return _register(
        desk,
        "bukti",
        EVIDENCE,
        _("Bukti dukung penilaian {nama}: nomor, tanggal, dan masa berlakunya."),
        Table("daftar-bukti", _("Daftar bukti dukung"), columns, tuple(rows), tools=True, empty=_("Belum ada bukti.")),
    )


def _uses(desk: Desk, node: Node) -> int:
    return sum(other.kind == "jawaban" for _name, other, _relation in desk.region.relations.of(node))


def _roadmap(desk: Desk) -> Page:
    rows = []
    for name, record in desk.region.records["peta-rencana"].items():
        if not isinstance(record, PetaRencana):
            continue
        years = " – ".join(dict.fromkeys(str(year) for year in (record.tahun_mulai, record.tahun_selesai) if year))
        choices = choices_of(PetaRencana)
        owner = Node("perangkat-daerah", record.perangkat_daerah) if record.perangkat_daerah else None
        office = desk.region.get(owner) if owner else None
        money = wording.rupiah(record.anggaran) if record.anggaran is not None else "–"
        rows.append(
            Row(
                (
                    Cell(record.nama),
                    text(_(MUATAN.label(record.muatan)) if record.muatan else None),
                    text(years, None) if years else Cell("–"),
                    Cell(
                        getattr(office, "singkatan", None) or (office.nama if office else "–"),
                        record_address(owner) if owner and office else None,
                    ),
                    Cell(money, sort=f"{record.anggaran or 0:020d}"),
                    text(_(choices["status"].label(record.status)) if record.status else None),
                    _lifted(desk, record),
                ),
                id=name,
            )
        )
    columns = (
        Column(_("Kegiatan"), wide=True),
        Column(_("Muatan")),
        Column(_("Tahun")),
        Column(_("Perangkat daerah")),
        Column(_("Anggaran"), numeric=True),
        Column(_("Status")),
        Column(_("Indikator yang dituju")),
    )
    return _register(
        desk,
        "peta-rencana",
        ROADMAP,
        _("Peta rencana {nama}: kegiatan, tahun, anggaran, dan status."),
        Table("daftar-rencana", _("Daftar kegiatan"), columns, tuple(rows), tools=True, empty=_("Belum ada rencana.")),
    )


def _lifted(desk: Desk, record: PetaRencana) -> Cell:
    """The indicators that an item should raise; a link when there is one and it has a page."""
    used = {assessment.instrumen.id for assessment in desk.region.assessments.values()}
    codes = [name.partition("/")[2] for name in record.indikator]
    if len(record.indikator) == 1:
        instrument, _slash, code = record.indikator[0].partition("/")
        return Cell(code, indicator_address(instrument, code) if instrument in used else None)
    return text(", ".join(codes))


def _register(desk: Desk, slug: str, address: str, about: str, table: Table) -> Page:
    kind = KINDS[slug]
    name = desk.region.profil.nama
    return desk.page(
        "catalogue",
        address,
        _(kind.plural),
        about.format(nama=name),
        kind=kind,
        data=table,
        hidden=desk.view.totals[slug] - len(desk.region.records[slug]),
    )
