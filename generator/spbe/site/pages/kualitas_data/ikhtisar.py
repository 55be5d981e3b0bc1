"""``/kualitas-data/``: how much is filled in, how old it is, what to mend first; by kind, field and office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from spbe import wording
from spbe.catalogue.quality import Examined, Review, Tally, by_field, by_kind, reviews, total
from spbe.catalogue.shortcomings import Shortcoming
from spbe.i18n import about
from spbe.i18n import gettext as _
from spbe.model.base import FieldSpec, fields_of
from spbe.model.kinds import KINDS, OFFICE, Kind
from spbe.site.addresses import DOWNLOADS, OFFICES, QUALITY, catalogue_address, record_address
from spbe.site.charts.bars import BarChart, bar_chart
from spbe.site.page import Page
from spbe.site.pages.kualitas_data.figures import OFFICES_SHOWN, age_chart, first_offices, unknown_table
from spbe.site.pages.kualitas_data.perangkat_daerah import BY_OFFICE
from spbe.site.pages.kualitas_data.temuan import shortcoming_address
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count
from spbe.site.table_cells import office_cell
from spbe.site.variables import template_context, variable

FEW = 12
"""So many records of a shortcoming are named on the page itself; each has a page with all of them."""

UNKNOWN = 15
"""So many fields are told that were asked for and are not known."""


@dataclass(frozen=True)
class ShortcomingInWords:
    """A shortcoming: ``id`` is its anchor, ``kinds`` are pairs of a kind and its number, ``links`` some records.

    ``address`` leads to all of them.
    """

    id: str
    title: str
    number: int
    kinds: tuple[tuple[str, int], ...]
    links: tuple[tuple[str, str, str], ...]
    address: str


@template_context
class KualitasDataContext:
    """The variables of ``pages/kualitas_data/ikhtisar.html.j2``."""

    records: int = variable("jumlah catatan yang diperiksa")
    tally: Tally = variable("jumlah isian semua catatan menurut keadaannya (`Tally`)")
    answered: str = variable("bagian isian yang terisi, dalam persen")
    reviewed: dict[Review, int] = variable("jumlah catatan menurut umur tinjauan: baru, lama, belum")
    chart: BarChart | None = variable("bagan isian terisi menurut jenis dengan tabelnya (`BarChart`), atau kosong")
    ages: BarChart | None = variable("bagan umur tinjauan (`BarChart`), atau kosong")
    offices: Table = variable("tabel menurut perangkat daerah (`Table`), bila banyak hanya yang paling banyak kosong")
    all_offices: int = variable("jumlah perangkat daerah bila tabelnya dipotong, selain itu 0")
    by_office: str | None = variable("alamat halaman semua perangkat daerah menurut jenis, atau kosong")
    compared: str | None = variable("alamat perangkat daerah berdampingan, atau kosong bila tidak ada")
    shortcomings: tuple[ShortcomingInWords, ...] = variable("yang perlu ditindaklanjuti (`ShortcomingInWords`)")
    unknown: Table = variable("tabel isian yang paling sering belum diketahui (`Table`)")
    fields: list[tuple[Kind, Tally, Table]] = variable(
        "daftar (jenis `Kind`, jumlah isian `Tally`, tabel menurut isian `Table`)"
    )
    today: date = variable("tanggal acuan")


def pages(site: SiteContext) -> list[Page]:
    """The page of data quality."""
    page = site.page(
        KualitasDataContext,
        QUALITY,
        _("Kualitas data"),
        _("Seberapa lengkap dan seberapa baru catatan {nama}, menurut jenis, isian, dan perangkat daerah.").format(
            nama=site.region.profil.nama
        ),
        lambda: _variables(site),
        parent=DOWNLOADS,
        menu=_("Kualitas data"),
    )
    return [page]


def _variables(site: SiteContext) -> KualitasDataContext:
    records = site.examined
    kinds = by_kind(records)
    owners = site.examined_by_owner
    all_offices = _offices_table(site, owners)
    many = len(all_offices.rows) > OFFICES_SHOWN
    return KualitasDataContext(
        records=len(records),
        tally=total(records),
        answered=share(total(records)),
        reviewed=reviews(records),
        chart=_chart(kinds) if records else None,
        ages=age_chart(site) if records else None,
        offices=first_offices(all_offices, owners) if many else all_offices,
        all_offices=len(all_offices.rows) if many else 0,
        by_office=BY_OFFICE if records else None,
        compared=OFFICES if site.region.records[OFFICE] else None,
        shortcomings=tuple(_mending(site, one) for one in site.shortcomings),
        unknown=unknown_table(site, kinds, UNKNOWN),
        fields=[(KINDS[kind], total(members), _fields_table(site, kind, members)) for kind, members in kinds.items()],
        today=site.region.date,
    )


def share(tally: Tally) -> str:
    """The share of fields that are answered, in whole per cent."""
    return wording.percent(tally.answered, tally.total)


def _chart(kinds: dict[str, list[Examined]]) -> BarChart:
    parts = []
    for kind, members in kinds.items():
        tally = total(members)
        parts.append((_(KINDS[kind].plural), Fraction(100 * tally.answered, tally.total) if tally.total else None))
    return bar_chart(
        "terjawab",
        _("Isian yang sudah terisi, menurut jenis (%)"),
        parts,
        (Fraction(0), Fraction(100)),
        _kinds_table(kinds),
        step=20,
        show=wording.hundredths,
    )


def _counted(members: Iterable[Examined]) -> list[Cell]:
    """What is said of any group of records: fields by their state, then reviews."""
    listed = list(members)
    tally, reviewed = total(listed), reviews(listed)
    return [
        count(len(listed)),
        Cell(share(tally), sort=f"{1000 * tally.answered // tally.total if tally.total else 0:04d}"),
        count(tally.gaps),
        count(tally.unknown),
        count(reviewed["lama"]),
        count(reviewed["belum"]),
    ]


def _columns(first: str) -> tuple[Column, ...]:
    return (
        Column(first, wide=True),
        Column(_("Catatan"), numeric=True),
        Column(_("Isian terisi"), numeric=True),
        Column(_("Isian belum diisi"), numeric=True),
        Column(_("Isian belum diketahui"), numeric=True),
        Column(_("Lebih dari setahun tidak ditinjau"), numeric=True),
        Column(_("Belum pernah ditinjau"), numeric=True),
    )


def _kinds_table(kinds: dict[str, list[Examined]]) -> Table:
    rows = [
        Row((Cell(_(KINDS[kind].plural), catalogue_address(kind)), *_counted(members)))
        for kind, members in kinds.items()
    ]
    if len(rows) > 1:
        everything = [member for members in kinds.values() for member in members]
        rows.append(Row((Cell(_("Semua jenis")), *_counted(everything)), strong=True))
    return Table(
        "kualitas-jenis",
        _("Kelengkapan dan umur menurut jenis"),
        _columns(_("Jenis")),
        tuple(rows),
        empty=_("Belum ada catatan {pada_data}."),
    )


def _offices_table(site: SiteContext, owners: dict[str | None, list[Examined]]) -> Table:
    rows = [
        Row((office_cell(site, owner, _("Tanpa pemilik yang diketahui {pada_data}")), *_counted(members)))
        for owner, members in owners.items()
    ]
    rows.sort(key=lambda row: (row.cells[0].address is None, row.cells[0].text.casefold()))
    return Table(
        "kualitas-perangkat-daerah",
        _("Kelengkapan dan umur menurut perangkat daerah pemilik"),
        _columns(_("Perangkat daerah")),
        tuple(rows),
        tools=True,
        empty=_("Belum ada catatan {pada_data}."),
    )


def _fields_table(site: SiteContext, kind: str, members: list[Examined]) -> Table:
    specs: dict[str, FieldSpec] = {}
    for record in site.region.records[kind].values():
        specs = {**fields_of(type(record)), **specs}
    rows = tuple(
        Row(
            (
                Cell(_(specs[name].label)),
                count(tally.total),
                Cell(share(tally)),
                count(tally.gaps),
                count(tally.unknown),
                count(tally.none),
            )
        )
        for name, tally in by_field(members).items()
    )
    columns = (
        Column(_("Isian"), wide=True),
        Column(_("Catatan"), numeric=True),
        Column(_("Terisi"), numeric=True),
        Column(_("Belum diisi"), numeric=True),
        Column(_("Belum diketahui"), numeric=True),
        Column(_("Tidak ada"), numeric=True),
    )
    caption = _("Isian {jenis}").format(jenis=_(KINDS[kind].plural).lower())
    return Table(f"isian-{kind}", caption, columns, rows)


def _mending(site: SiteContext, one: Shortcoming) -> ShortcomingInWords:
    counted = Counter(node.kind for node in one.nodes)
    found = [(site.region.name(node), _(KINDS[node.kind].singular), record_address(node)) for node in one.nodes]
    found.sort(key=lambda link: (link[0].casefold(), link[2]))
    with about(""):  # the heading above them says where they were looked for
        title = _(one.title)
    return ShortcomingInWords(
        one.id,
        title,
        len(one.nodes),
        tuple((_(KINDS[kind].plural), counted[kind]) for kind in KINDS if counted[kind]),
        tuple(found[:FEW]),
        shortcoming_address(one.id),
    )
