"""``/arsitektur/matriks/<matriks>/``: who uses what, block by block, cut so that no table grows with the region."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from spbe import wording
from spbe.catalogue.matrices import JENIS, Grid, Matrix, MatrixBlock, grids
from spbe.i18n import gettext as _
from spbe.model.keamanan import JENIS_KEAMANAN
from spbe.model.kinds import KINDS
from spbe.region import Node
from spbe.site.addresses import MATRICES as HOME
from spbe.site.addresses import record_address
from spbe.site.page import Page
from spbe.site.pages.arsitektur.matriks.titles import MatrixTitles, lead, words_of
from spbe.site.pages.arsitektur.matriks.totals import summary
from spbe.site.pages.kualitas_data.temuan import shortcoming_address
from spbe.site.site_context import SiteContext
from spbe.site.table import Table
from spbe.site.variables import template_context, variable

ROOM: Final = 1500
"""What one page holds, in :func:`_weight`; about 200 KB of HTML."""


UNANSWERED: Final = {
    "layanan-aplikasi": "layanan-tanpa-aplikasi",
    "aplikasi-data": "aplikasi-tanpa-data",
    "aplikasi-infrastruktur": "aplikasi-tanpa-server",
}
"""Matrix to the shortcoming of those rows without partner that have not been asked or answered."""


LIST: Final = 300
"""Names in one list; a longer one goes on where the next page begins."""


@dataclass(frozen=True, slots=True)
class MatrixHead:
    """A row or column: its name, where it leads (or nowhere), and a word after it."""

    name: str
    address: str | None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class MatrixTable:
    """A table; ``rows`` are ``(head, marks)``. ``upright``: its column headings stand on end, being many.

    ``folded`` heads a long table that is shown when asked for.
    """

    caption: str
    columns: tuple[MatrixHead, ...]
    rows: tuple[tuple[MatrixHead, tuple[str, ...]], ...]
    upright: bool
    folded: str


@dataclass(frozen=True, slots=True)
class MatrixSection:
    """What one page tells of one owner. ``lists`` are ``(what it says, names)``."""

    anchor: str
    title: str
    sheets: tuple[MatrixTable, ...]
    lists: tuple[tuple[str, tuple[MatrixHead, ...]], ...]


@template_context
class ArsitekturMatriksMatriksContext:
    """The variables of ``pages/arsitektur/matriks/matriks.html.j2``."""

    lead: str = variable("isi matriks dalam angka, pada halaman pertama")
    unanswered: tuple[str, str] | None = variable("(berapa di antaranya belum dijawab, alamat daftarnya), atau kosong")
    reading: str = variable("cara membacanya, pada halaman pertama")
    legend: tuple[tuple[str, str], ...] = variable("daftar (tanda, artinya)")
    meanings: Mapping[str, str] = variable("tanda dan artinya")
    summary: Table | None = variable("tabel jumlah (`Table`), atau kosong")
    owners: tuple[tuple[str, str], ...] = variable("daftar (pemilik, letak bagiannya), pada halaman pertama")
    sections: tuple[MatrixSection, ...] = variable("bagian menurut pemilik (`MatrixSection`)")
    unused: tuple[tuple[str, int, tuple[MatrixHead, ...]], ...] = variable(
        "daftar (keterangan, jumlah, nama) yang tidak ada di baris mana pun, pada halaman terakhir"
    )
    number: int = variable("halaman ke berapa")
    addresses: tuple[str, ...] = variable("alamat semua halaman matriks ini")


def address_of(found: Matrix) -> str:
    """Where a matrix begins."""
    return f"{HOME}{found.kind.id}/"


def pages(site: SiteContext) -> list[Page]:
    """The pages of every matrix that has anything in it."""
    return [page for found in site.matrices for page in _pages(site, words_of(found.kind.id), found)]


def _pages(site: SiteContext, words: MatrixTitles, found: Matrix) -> list[Page]:
    """The pages of one matrix: the first, and those for what it has no room for."""
    where = address_of(found)
    cut = list(_cut(_pieces(site, words, found), 2 * len(found.blocks)))
    addresses = (where, *(f"{where}halaman_{number}/" for number in range(2, len(cut) + 1)))
    places: dict[str, tuple[str, str]] = {}
    for address, sections in zip(addresses, cut, strict=True):
        for section in sections:
            places.setdefault(section.anchor, (section.title, f"{address}#{section.anchor}"))

    def variables(number: int) -> ArsitekturMatriksMatriksContext:
        told, unanswered = lead_of(site, words, found)
        table = summary(site, found, {anchor: place for anchor, (_title, place) in places.items()})
        return ArsitekturMatriksMatriksContext(
            lead=told if number == 1 else "",
            unanswered=unanswered if number == 1 else None,
            reading=words.reading if number == 1 else "",
            legend=words.legend,
            meanings=words.meanings,
            summary=table if number == 1 else None,
            owners=tuple(places.values()) if number == 1 and not _linked(table) else (),
            sections=tuple(cut[number - 1]),
            unused=_unused(site, words, found) if number == len(cut) else (),
            number=number,
            addresses=addresses,
        )

    return [
        site.page(
            ArsitekturMatriksMatriksContext,
            address,
            words.title,
            words.question,
            partial(variables, number),
            parent=HOME if number == 1 else where,
        )
        for number, address in enumerate(addresses, 1)
    ]


def lead_of(site: SiteContext, words: MatrixTitles, found: Matrix) -> tuple[str, tuple[str, str] | None]:
    """``found`` in numbers; how many of its rows without partner nobody told anything of, and where they are listed.

    What others own or what says that it has none is without a partner too, and no shortcoming.
    """
    told = lead(words, found)
    bare = {node for block in found.blocks for node in block.without}
    name = UNANSWERED.get(found.kind.id)
    number = sum(node in bare for one in site.shortcomings if one.id == name for node in one.nodes)
    if name is None or not number:
        return told, None
    some = _("{n} di antaranya belum dijawab").format(n=wording.number(number))
    text = some if number < len(bare) else _("semuanya belum dijawab")
    return told.removesuffix("."), (text, shortcoming_address(name))


def _linked(table: Table | None) -> bool:
    """Whether the summary leads to the blocks itself."""
    return table is not None and table.id == "opd-ringkas"


def _pieces(site: SiteContext, words: MatrixTitles, found: Matrix) -> Iterator[MatrixSection]:
    """Every table and every list as a section by itself, in order."""
    for block in found.blocks:
        empty = MatrixSection(_anchor(block), _title(site, block), (), ())
        for number, grid in enumerate(grids(site.region, block, found.columns), 1):
            yield replace(empty, sheets=(_sheet(site, words, found, block, grid, number),))
        for start in range(0, len(block.without), LIST):
            heads = tuple(_head(site, found, node) for node in block.without[start : start + LIST])
            yield replace(empty, lists=((words.without, heads),))


def _cut(pieces: Iterator[MatrixSection], weight: int) -> Iterator[list[MatrixSection]]:
    """``pieces`` by pages; those of one owner on a page are one section. ``weight`` stands above the first."""
    page: list[MatrixSection] = []
    for piece in pieces:
        more = _weight(piece)
        if page and weight + more > ROOM:
            yield page
            page, weight = [], 0
        weight += more
        if page and page[-1].anchor == piece.anchor:
            page[-1] = replace(page[-1], sheets=page[-1].sheets + piece.sheets, lists=page[-1].lists + piece.lists)
        else:
            page.append(piece)
    yield page


def _weight(piece: MatrixSection) -> int:
    """How much of a page ``piece`` takes: a heading or marked cell counts one, empty cells a tenth."""
    cells = sum(len(sheet.rows) * len(sheet.columns) for sheet in piece.sheets)
    marked = sum(bool(mark) for sheet in piece.sheets for _head, marks in sheet.rows for mark in marks)
    heads = sum(len(sheet.rows) + len(sheet.columns) + 3 for sheet in piece.sheets)
    return heads + marked // 2 + cells // 10 + sum(len(names) for _told, names in piece.lists)


def _anchor(block: MatrixBlock) -> str:
    return f"opd-{block.owner.id}" if block.owner else "tanpa-pemilik"


def _title(site: SiteContext, block: MatrixBlock) -> str:
    return site.region.name(block.owner) if block.owner else _("Tanpa perangkat daerah pemilik {pada_data}")


def _sheet(
    site: SiteContext, words: MatrixTitles, found: Matrix, block: MatrixBlock, grid: Grid, number: int
) -> MatrixTable:
    rows = tuple((_head(site, found, node), marks) for node, marks in zip(grid.rows, grid.marks, strict=True))
    columns = tuple(_head(site, found, node) for node in grid.columns)
    caption = f"{words.title}: {_title(site, block)}" + (f" ({number})" if number > 1 else "")
    folded = ""
    if grid.turned:
        folded = words.many.format(n=wording.number(len(columns)), names=", ".join(head.name for head in columns))
    return MatrixTable(caption, columns, rows, len(columns) > 4 and not found.kind.counted, folded)


def _head(site: SiteContext, found: Matrix, node: Node) -> MatrixHead:
    if node.kind == JENIS:
        return MatrixHead(_(JENIS_KEAMANAN.label(node.id)) if node.id else _("Tanpa jenis"), None)
    record = site.region.get(node)
    name = getattr(record, "singkatan", None) or site.region.name(node)
    kind = _(KINDS[node.kind].short) if len(found.kind.rows) > 1 else ""
    return MatrixHead(name, record_address(node), kind)


def _unused(
    site: SiteContext, words: MatrixTitles, found: Matrix
) -> tuple[tuple[str, int, tuple[MatrixHead, ...]], ...]:
    """What stands in no row: ``(what it says, how many, names)``, the names only as far as one list goes."""
    nodes = found.unused
    return ((words.unused, len(nodes), tuple(_head(site, found, node) for node in nodes[:LIST])),) if nodes else ()
