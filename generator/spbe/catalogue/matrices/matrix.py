"""One matrix of a region: its rows by their owners, each with its partners and what marks the cell."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from spbe.catalogue.matrices.declarations import JENIS, MatrixKind
from spbe.catalogue.protection import was_held
from spbe.catalogue.today import current_of, is_current
from spbe.model.keamanan import JENIS_KEAMANAN
from spbe.model.kinds import OFFICE
from spbe.region import Node, Region


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row with at least one partner."""

    node: Node
    marks: Mapping[Node, str]


@dataclass(frozen=True, slots=True)
class MatrixBlock:
    """The rows of one owner, by name; ``owner`` is ``None`` for those without one.

    ``without`` have no partner.
    """

    owner: Node | None
    lines: tuple[MatrixRow, ...]
    without: tuple[Node, ...]


@dataclass(frozen=True)
class Matrix:
    """A matrix with its rows and columns, cut by owner.

    ``blocks`` by the name of their owners. ``unused`` are records of the columns' kind that no row has.

    ``columns`` are those of every block where they are fixed, else empty. Everything is of today.
    """

    kind: MatrixKind
    blocks: tuple[MatrixBlock, ...]
    columns: tuple[Node, ...]
    unused: tuple[Node, ...]

    @property
    def size(self) -> int:
        """The number of rows, with or without partners."""
        return sum(len(block.lines) for block in self.blocks) + self.without

    @property
    def without(self) -> int:
        """The number of rows that have no partner."""
        return sum(len(block.without) for block in self.blocks)

    @property
    def partners(self) -> int:
        """The number of columns that some row has."""
        return len({column for block in self.blocks for line in block.lines for column in line.marks})


def matrix(region: Region, kind: MatrixKind) -> Matrix:
    """The matrix that ``kind`` declares, over the records of today: rows by their owners, those without one last."""
    cells = _cells(region, kind)
    owned: dict[Node | None, list[Node]] = {}
    for one in kind.rows:
        for node, record in current_of(region, one):
            owner = region.owner_id(record)
            owned.setdefault(Node(OFFICE, owner) if owner else None, []).append(node)
    blocks = [_block(region, kind, owner, nodes, cells) for owner, nodes in owned.items()]
    blocks.sort(key=lambda block: (block.owner is None, _by_name(region, block.owner) if block.owner else ("", "")))
    used = {column for marks in cells.values() for column in marks}
    idle = [] if kind.counted else [one for one, _r in current_of(region, kind.columns) if one not in used]
    idle.sort(key=lambda node: _by_name(region, node))
    return Matrix(kind, tuple(blocks), _fixed(used) if kind.counted else (), tuple(idle))


def _cells(region: Region, kind: MatrixKind) -> dict[Node, dict[Node, str]]:
    """Row to column to mark, of relations of today between records of today."""
    cells: dict[Node, dict[Node, str]] = {}
    for holder, record in current_of(region, kind.holder):
        if not was_held(record):
            continue
        for relation in region.relations.outgoing.get(holder, ()):
            mark = kind.marks.get(relation.field)
            if mark is None or relation.planned or not is_current(region, relation.target):
                continue
            if kind.counted:
                row, column = relation.target, Node(JENIS, getattr(record, "jenis", None) or "")
            elif holder.kind in kind.rows:
                row, column = holder, relation.target
            else:
                row, column = relation.target, holder
            marks = cells.setdefault(row, {})
            known = marks.get(column, "")
            marks[column] = str(int(known or "0") + 1) if kind.counted else known + mark * (mark not in known)
    return cells


def _block(
    region: Region,
    kind: MatrixKind,
    owner: Node | None,
    nodes: list[Node],
    cells: Mapping[Node, Mapping[Node, str]],
) -> MatrixBlock:
    lines: list[MatrixRow] = []
    without: list[Node] = []
    for node in sorted(nodes, key=lambda node: (kind.rows.index(node.kind), _by_name(region, node))):
        if node in cells:
            lines.append(MatrixRow(node, cells[node]))
        else:
            without.append(node)
    return MatrixBlock(owner, tuple(lines), tuple(without))


def _fixed(used: AbstractSet[Node]) -> tuple[Node, ...]:
    known = tuple(Node(JENIS, code) for code in JENIS_KEAMANAN.nilai)
    return (*known, *(node for node in (Node(JENIS, ""),) if node in used))


def _by_name(region: Region, node: Node) -> tuple[str, str]:
    return region.name(node).casefold(), node.id
