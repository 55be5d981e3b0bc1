"""What takes no part: islands, data and services that hang on nothing, applications that audits have forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from spbe import wording
from spbe.catalogue.integration import Exchange, islands
from spbe.catalogue.protection import AUDIT_YEARS, NATIONAL_AUDIT_YEARS, overdue, protection
from spbe.catalogue.shortcomings import TITLES
from spbe.i18n import gettext as _
from spbe.i18n import mark
from spbe.model.aplikasi import Aplikasi
from spbe.model.keamanan import JENIS_KEAMANAN
from spbe.model.kinds import KINDS, kind_of
from spbe.region import Node
from spbe.site.addresses import record_address
from spbe.site.pages.kualitas_data.temuan import shortcoming_address
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count

SHOWN = 24
"""Of a longer list, so many records stand here and the rest in the list of data quality."""


@dataclass(frozen=True)
class IsolatedRecord:
    """One record of a list: its name and address, and what is to be said of it."""

    name: str
    address: str
    note: str = ""


@dataclass(frozen=True)
class IsolatedList:
    """One list: why it matters, its first records by name, how many there are, and where the others stand."""

    id: str
    title: str
    why: str
    items: tuple[IsolatedRecord, ...]
    total: int
    more: str | None


KNOWN = (
    (
        "aplikasi-sendiri",
        TITLES["aplikasi-sendiri"],
        mark(
            "Datanya mungkin diketik ulang di tempat lain. Berdiri sendiri boleh saja; yang perlu adalah tahu sebabnya."
        ),
    ),
    (
        "aplikasi-tak-bertukar",
        mark("Aplikasi yang dinyatakan tidak bertukar data"),
        mark("Pemiliknya menyatakan bahwa memang tidak ada yang dipertukarkan."),
    ),
    (
        "data-tanpa-produsen",
        TITLES["data-tanpa-produsen"],
        mark("Tanpa produsen tidak jelas siapa yang memutakhirkan data."),
    ),
    (
        "data-tanpa-walidata",
        TITLES["data-tanpa-walidata"],
        mark("Tanpa walidata tidak jelas siapa yang memeriksa dan menyebarluaskannya."),
    ),
    (
        "layanan-tanpa-aplikasi",
        TITLES["layanan-tanpa-aplikasi"],
        mark("Layanan tatap muka tidak dihitung."),
    ),
    (
        "tanpa-pemilik",
        mark("Aplikasi tanpa pemilik yang diketahui {pada_data}"),
        mark("Tanpa pemilik tidak ada yang bertanggung jawab bila aplikasi terganggu."),
    ),
    (
        "aplikasi-tanpa-layanan",
        TITLES["aplikasi-tanpa-layanan"],
        mark("Tanpa layanan tidak terlihat untuk apa aplikasi ini ada."),
    ),
    (
        "aplikasi-tanpa-data",
        TITLES["aplikasi-tanpa-data"],
        mark("Tidak terlihat data apa yang dipakai atau dihasilkannya."),
    ),
    (
        "aplikasi-tanpa-server",
        TITLES["aplikasi-tanpa-server"],
        mark("Aplikasi milik instansi lain berjalan di tempat pemiliknya dan tidak dihitung."),
    ),
)
"""Lists in their order: the id of the shortcoming, what they are called here, and why they matter."""


def isolated_lists(site: SiteContext, exchanged: Sequence[Exchange]) -> tuple[IsolatedList, ...]:
    """Every list that has records; ``exchanged`` are all exchanges."""
    found: dict[str, tuple[Node, ...]] = {one.id: one.nodes for one in site.shortcomings}
    alone = islands(site.region, exchanged)
    found["aplikasi-tak-bertukar"] = tuple(node for node, none in alone if none)
    found["tanpa-pemilik"] = tuple(node for node in found.get("tanpa-pemilik", ()) if node.kind == kind_of(Aplikasi))
    lists = (_alone(site, name, title, why, found.get(name, ()), lambda _node: None) for name, title, why in KNOWN)
    return tuple(one for one in lists if one.total)


def audits(site: SiteContext) -> tuple[IsolatedList, ...]:
    """Applications whose audit is overdue, with the last one, and those of which none is known."""
    late = {one.node: one for one in overdue(site.region)}
    never = next((one.nodes for one in site.shortcomings if one.id == "audit-belum"), ())

    def last(node: Node) -> str:
        one = late[node]
        return _("terakhir {tanggal}, seharusnya diulang paling lambat {batas}").format(
            tanggal=wording.day(one.last), batas=wording.day(one.due)
        )

    lists = (
        _alone(
            site,
            "audit-lewat",
            _("Audit keamanan yang lewat waktu {pada_data}"),
            _(
                "Aplikasi khusus milik daerah diaudit paling sedikit sekali dalam {b} tahun. Aplikasi umum diaudit "
                "lembaga nasional setiap {a} tahun, dan aplikasi instansi pusat oleh pemiliknya."
            ).format(a=NATIONAL_AUDIT_YEARS, b=AUDIT_YEARS["khusus"]),
            tuple(late),
            last,
        ),
        _alone(
            site,
            "audit-belum",
            _("Aplikasi yang belum tercatat pernah diaudit keamanannya {pada_data}"),
            _("Aplikasi umum dan yang milik instansi lain tidak terhitung. Audit tanpa tanggal pun tidak terhitung."),
            never,
            lambda _node: None,
        ),
    )
    return tuple(one for one in lists if one.total)


def protection_table(site: SiteContext) -> Table:
    """The seven kinds of security: their records, and how much of each kind they protect."""
    rows = []
    for one in protection(site.region):
        state, badge = (_("ada"), "saat-ini") if one.protects else (_("belum ada {pada_data}"), "lewat")
        numbers = [count(one.protected[kind]) for kind in one.protected]
        rows.append(
            Row((Cell(_(JENIS_KEAMANAN.nilai[one.jenis])), count(one.records), *numbers, Cell(state, badge=badge)))
        )
    kinds = [Column(_(KINDS[kind].plural), numeric=True) for kind in ("aplikasi", "data", "infrastruktur")]
    columns = (
        Column(_("Jenis keamanan"), wide=True),
        Column(_("Catatan"), numeric=True),
        *kinds,
        Column(_("Perlindungan")),
    )
    return Table("perlindungan", _("Berapa yang dilindungi setiap jenis keamanan"), columns, tuple(rows))


def _alone(
    site: SiteContext, name: str, title: str, why: str, nodes: Iterable[Node], note: Callable[[Node], str | None]
) -> IsolatedList:
    items = sorted(
        (IsolatedRecord(site.region.name(node), record_address(node), note(node) or "") for node in nodes),
        key=lambda item: (item.name.casefold(), item.address),
    )
    listed = any(one.id == name for one in site.shortcomings)
    more = shortcoming_address(name) if listed and len(items) > SHOWN else None
    return IsolatedList(name, _(title), _(why), tuple(items[:SHOWN] if more else items), len(items), more)
