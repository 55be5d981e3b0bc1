"""The sums of a matrix, where it has any that mean something: per office, or per kind of what is protected."""

from __future__ import annotations

from collections.abc import Mapping

from spbe.catalogue.matrices import Matrix
from spbe.i18n import gettext as _
from spbe.model.keamanan import JENIS_KEAMANAN
from spbe.model.kinds import KINDS
from spbe.region import Node
from spbe.site.addresses import record_address
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count


def summary(site: SiteContext, found: Matrix, places: Mapping[str, str]) -> Table | None:
    """The sums of ``found``, ``None`` for a matrix without; ``places`` maps anchors of blocks to their addresses."""
    if found.kind.id == "opd-aplikasi":
        return _offices(site, found, places)
    return _protected(found) if found.kind.counted else None


def _offices(site: SiteContext, found: Matrix, places: Mapping[str, str]) -> Table:
    """Of each office: what it owns, what it uses of others, and what of its own others use."""
    owned: dict[Node, int] = {}
    used: dict[Node, int] = {}
    lent: dict[Node, int] = {}
    for block in found.blocks:
        if block.owner:
            owned[block.owner] = len(block.lines)
            lent[block.owner] = sum(
                any("P" in mark and user != block.owner for user, mark in line.marks.items()) for line in block.lines
            )
        for line in block.lines:
            for user, mark in line.marks.items():
                if "P" in mark and user != block.owner:
                    used[user] = used.get(user, 0) + 1
    nodes = sorted({*owned, *used}, key=lambda node: (site.region.name(node).casefold(), node.id))
    rows = []
    for node in nodes:
        place = places.get(f"opd-{node.id}", record_address(node))
        figures = (owned.get(node, 0), used.get(node, 0), lent.get(node, 0))
        rows.append(Row((Cell(site.region.name(node), place), *map(count, figures))))
    columns = (
        Column(_("Perangkat daerah"), wide=True),
        Column(_("Aplikasi miliknya"), numeric=True),
        Column(_("Memakai milik yang lain"), numeric=True),
        Column(_("Miliknya dipakai yang lain"), numeric=True),
    )
    return Table("opd-ringkas", _("Aplikasi menurut perangkat daerah"), columns, tuple(rows), tools=True)


def _protected(found: Matrix) -> Table:
    """How many applications, data and infrastructure each type of security covers, and how many none does."""
    kinds = found.kind.rows
    lines = [line for block in found.blocks for line in block.lines]
    bare = [node for block in found.blocks for node in block.without]
    rows = []
    for column in found.columns:
        label = _(JENIS_KEAMANAN.label(column.id)) if column.id else _("Tanpa jenis")
        rows.append((label, [line.node for line in lines if column in line.marks]))
    rows.append((_("Belum dicakup {pada_data}"), bare))

    def numbers(nodes: list[Node]) -> list[Cell]:
        return [count(sum(node.kind == kind for node in nodes)) for kind in kinds]

    made = [Row((Cell(label), *numbers(nodes))) for label, nodes in rows]
    made.append(
        Row(
            (Cell(_("Seluruhnya, masing-masing sekali")), *numbers([*(line.node for line in lines), *bare])),
            strong=True,
        )
    )
    columns = (Column(_("Jenis keamanan"), wide=True), *(Column(_(KINDS[kind].plural), numeric=True) for kind in kinds))
    caption = _("Berapa yang dicakup setiap jenis keamanan; yang dicakup beberapa jenis dihitung pada setiap jenisnya")
    return Table("keamanan-ringkas", caption, columns, tuple(made))
