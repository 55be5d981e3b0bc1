"""``/arsitektur/integrasi/``: which application sends what to which, how, and what stands alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spbe import wording
from spbe.catalogue.integration import Conflict, Exchange, exchanges
from spbe.i18n import about, mark
from spbe.i18n import gettext as _
from spbe.model.aplikasi import ARAH_INTEGRASI, JALUR_INTEGRASI, Aplikasi
from spbe.model.kinds import kind_of
from spbe.model.lists import FREKUENSI
from spbe.model.perangkat_daerah import PerangkatDaerah
from spbe.region import Node
from spbe.site.addresses import ARCHITECTURE_HOME, INTEGRATION, record_address
from spbe.site.charts.flows import Flow, FlowChart, flow_chart
from spbe.site.later import Later
from spbe.site.page import Page
from spbe.site.pages.arsitektur.isolated_records import IsolatedList, audits, isolated_lists, protection_table
from spbe.site.paging import LongTable, paged
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, narrowed, several
from spbe.site.table_cells import short_names_cell
from spbe.site.variables import template_context, variable

UNKNOWN = "tak-diketahui"
"""The pattern of a line whose channel is not known."""

TABLE = "pertukaran"
HEADING = "semua"
"""The id of the heading above the table: who is led to the narrowed table sees it with what it is narrowed by."""

CHANNELS = {"splp": mark("Penghubung layanan"), "langsung": mark("API tanpa penghubung"), "berkas": mark("Berkas")}
"""Short names of channels: in full they would fill a column by themselves."""

WORDS = {"arah": ARAH_INTEGRASI.nilai, "frekuensi": FREKUENSI.nilai, "jalur": CHANNELS}
LABELS = {"arah": mark("Arah"), "frekuensi": mark("Frekuensi"), "jalur": mark("Jalur")}


@template_context
class ArsitekturIntegrasiContext:
    """The variables of ``pages/arsitektur/integrasi.html.j2``."""

    data: Table = variable("tabel pertukaran halaman ini (`Table`)")
    running: int = variable("berapa aplikasi yang berjalan saat ini")
    joined: int = variable("berapa yang bertukar data")
    through: str = variable("bagian pertukaran yang lewat sistem penghubung layanan, dalam persen")
    channels: list[tuple[str, str, int]] = variable("daftar (kode jalur, namanya, jumlah pertukarannya)")
    by_channel: list[tuple[str, int, str]] = variable("daftar (nama jalur, jumlahnya, alamat tabelnya yang tersaring)")
    past_hub: tuple[int, str] | None = variable(
        "(pertukaran yang diketahui tidak lewat penghubung layanan, alamat tabelnya yang tersaring), atau kosong"
    )
    unknown: dict[str, int] = variable("isian (arah, frekuensi, jalur) dan berapa pertukaran yang tidak menyebutnya")
    conflicts: list[tuple[str, str, list[tuple[str, str, str]]]] = variable(
        "daftar (kedua aplikasi, isian yang berbeda, daftar nama, alamat, dan kata masing-masing)"
    )
    chart: FlowChart | None = variable("gambar siapa mengirim ke siapa (`FlowChart`), atau kosong")
    alone: tuple[IsolatedList, ...] = variable("apa yang berdiri sendiri (`IsolatedList`)")
    security: Table = variable("tabel perlindungan menurut jenis keamanan (`Table`)")
    audits: tuple[IsolatedList, ...] = variable("aplikasi menurut auditnya (`IsolatedList`)")


def pages(site: SiteContext) -> list[Page]:
    """The map with all exchanges, over further pages where there are many; none without applications."""
    region = site.region
    if not region.records[kind_of(Aplikasi)]:
        return []
    found = exchanges(region)
    return paged(
        site,
        ArsitekturIntegrasiContext,
        INTEGRATION,
        _("Integrasi"),
        _("Aplikasi mana mengirim data apa ke mana, lewat jalur apa, dan apa yang berdiri sendiri."),
        LongTable("integrasi", len(found), Later(lambda: _table(site, found))),
        lambda data: _variables(site, found, data),
        parent=ARCHITECTURE_HOME,
        menu=_("Integrasi"),
        menu_group=_("Analisis"),
    )


def _variables(site: SiteContext, found: Sequence[Exchange], data: Table) -> ArsitekturIntegrasiContext:
    applications = site.region.records[kind_of(Aplikasi)].values()
    running = sum(one.is_current for one in applications)
    counts = {code: sum(one.jalur == code for one in found) for code in JALUR_INTEGRASI.nilai}
    with about(""):  # the headings of these parts say where it was looked for
        alone, security, audited = isolated_lists(site, found), protection_table(site), audits(site)
    return ArsitekturIntegrasiContext(
        data=data,
        running=running,
        joined=len({node for one in found for node in (one.first, one.second)}),
        through=wording.percent(counts["splp"], len(found)),
        channels=[(code, _(CHANNELS[code]), number) for code, number in counts.items()]
        + [(UNKNOWN, _("Belum diketahui atau berbeda"), len(found) - sum(counts.values()))],
        by_channel=[
            (_(CHANNELS[code]), number, narrowed(INTEGRATION, _("Jalur"), _(CHANNELS[code]), HEADING))
            for code, number in counts.items()
            if number
        ],
        past_hub=_past_hub(counts),
        unknown={name: sum(getattr(one, name) is None for one in found) for name in WORDS},
        conflicts=[_conflict(site, one, conflict) for one in found for conflict in one.conflicts],
        chart=_chart(site, found) if found else None,
        alone=alone,
        security=security,
        audits=audited,
    )


def _past_hub(counts: Mapping[str, int]) -> tuple[int, str] | None:
    """What is known not to go through the hub: where only one channel is left, its own link says as much."""
    first, *more = (code for code in counts if code != "splp")
    if not all(counts[code] for code in (first, *more)):
        return None
    others = (_(CHANNELS[code]) for code in more)
    address = narrowed(INTEGRATION, _("Jalur"), _(CHANNELS[first]), HEADING, *others)
    return sum(counts[code] for code in (first, *more)), address


def _table(site: SiteContext, found: Sequence[Exchange]) -> Table:
    columns = (
        Column(_("Dari"), facet=True),
        Column(_("Ke"), facet=True),
        Column(_("Data"), wide=True, facet=True),
        Column(_("Frekuensi"), facet=True),
        Column(_("Jalur"), facet=True),
        Column(_("Arah"), facet=True),
        Column(_("Perangkat daerah"), facet=True, extra=True),
    )

    def names(one: Exchange) -> tuple[str, str]:
        first, second = (site.region.name(node).casefold() for node in (one.first, one.second))
        return first, second

    rows = tuple(
        Row(
            (
                _name(site, one.first),
                _name(site, one.second),
                _data(site, one),
                Cell(_word(one, "frekuensi")),
                Cell(_word(one, "jalur")),
                Cell(_direction(one)),
                short_names_cell(_owners(site, one)),
            )
        )
        for one in sorted(found, key=names)
    )
    empty = _("Belum ada pertukaran data yang dicatat {pada_data}. Isilah isian integrasi pada catatan aplikasi.")
    return Table(TABLE, _("Pertukaran data antaraplikasi"), columns, rows, tools=True, empty=empty)


def _name(site: SiteContext, node: Node) -> Cell:
    return Cell(site.region.name(node), record_address(node))


def _data(site: SiteContext, one: Exchange) -> Cell:
    names = [site.region.name(node) for node in one.data]
    if len(names) == 1:
        return Cell(names[0], record_address(one.data[0]))
    return several(names)


def _word(one: Exchange, name: str) -> str:
    code = getattr(one, name)
    if code is not None:
        return _(WORDS[name][code])
    differs = any(conflict.field == name for conflict in one.conflicts)
    return _("Keterangan berbeda") if differs else _("Belum diketahui")


def _direction(one: Exchange) -> str:
    if one.arah is None:
        return _word(one, "arah")
    return _("Dua arah") if one.arah == "dua-arah" else _("Searah")


def _owners(site: SiteContext, one: Exchange) -> list[PerangkatDaerah]:
    owners = [site.region.owner(site.region.get(node)) for node in (one.first, one.second)]
    return [owner for owner in owners if owner]


def _conflict(site: SiteContext, one: Exchange, conflict: Conflict) -> tuple[str, str, list[tuple[str, str, str]]]:
    """Between which applications, about what, and what each of them says: name, address, word."""
    pair = _("{a} dan {b}").format(a=site.region.name(one.first), b=site.region.name(one.second))
    told = [
        (site.region.name(node), record_address(node), _(WORDS[conflict.field][word])) for node, word in conflict.told
    ]
    return pair, _(LABELS[conflict.field]), told


def _chart(site: SiteContext, found: Sequence[Exchange]) -> FlowChart:
    names = {node: site.region.name(node) for one in found for node in (one.first, one.second)}
    flows = [
        Flow(
            one.first,
            one.second,
            one.jalur or UNKNOWN,
            0 if one.arah is None else 2 if one.arah == "dua-arah" else 1,
            _line(site, one, names),
        )
        for one in found
    ]
    summary = _("Pengirim di kiri, penerima di kanan. Isinya sama dengan tabel di bawah.")
    return flow_chart("alir", _("Siapa mengirim ke siapa"), summary, flows, names)


def _line(site: SiteContext, one: Exchange, names: dict[Node, str]) -> str:
    arrow = "↔" if one.arah == "dua-arah" else "→" if one.arah else "–"
    parts = [f"{names[one.first]} {arrow} {names[one.second]}", ", ".join(site.region.name(node) for node in one.data)]
    return "; ".join(part for part in (*parts, _word(one, "frekuensi"), _word(one, "jalur")) if part)
