"""Blocks cut into tables that fit a screen: rows that share partners together, long rows turned into columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from spbe.catalogue.matrices.matrix import MatrixBlock, MatrixRow
from spbe.region import Node, Region

ROOM: Final = 18
"""Columns of one table."""

TURNED: Final = 8
"""Rows of many partners that become the columns of one table."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: ``marks`` has a text per column for each row, empty where there is no relation.

    ``turned``: the matrix's rows are its columns.
    """

    rows: tuple[Node, ...]
    columns: tuple[Node, ...]
    marks: tuple[tuple[str, ...], ...]
    turned: bool


def grids(region: Region, block: MatrixBlock, columns: tuple[Node, ...] = ()) -> tuple[Grid, ...]:
    """The tables of ``block``, each no wider than :data:`ROOM`; ``columns``, if any, are those of every table."""
    if columns:
        return (_grid(block.lines, columns),) if block.lines else ()
    short = [line for line in block.lines if len(line.marks) <= ROOM]
    long = [line for line in block.lines if len(line.marks) > ROOM]
    made = [_grid(lines, _sorted(region, _union(lines))) for lines in _together(short)]
    for start in range(0, len(long), TURNED):
        lines = long[start : start + TURNED]
        made.append(_turned(lines, _sorted(region, _union(lines))))
    return tuple(made)


def _together(lines: list[MatrixRow]) -> Iterator[list[MatrixRow]]:
    """``lines`` in groups of which each has at most :data:`ROOM` partners; as they are when all fit."""
    if len(_union(lines)) > ROOM:
        common = Counter(column for line in lines for column in line.marks)
        lines = sorted(lines, key=lambda line: min((-common[column], column) for column in line.marks))
    group: list[MatrixRow] = []
    wide: set[Node] = set()
    for line in lines:
        if group and len(wide | line.marks.keys()) > ROOM:
            yield group
            group, wide = [], set()
        group.append(line)
        wide |= line.marks.keys()
    if group:
        yield group


def _grid(lines: Iterable[MatrixRow], columns: tuple[Node, ...]) -> Grid:
    lines = tuple(lines)
    return Grid(
        tuple(line.node for line in lines),
        columns,
        tuple(tuple(line.marks.get(column, "") for column in columns) for line in lines),
        turned=False,
    )


def _turned(lines: list[MatrixRow], partners: tuple[Node, ...]) -> Grid:
    return Grid(
        partners,
        tuple(line.node for line in lines),
        tuple(tuple(line.marks.get(partner, "") for line in lines) for partner in partners),
        turned=True,
    )


def _union(lines: Iterable[MatrixRow]) -> set[Node]:
    return {column for line in lines for column in line.marks}


def _sorted(region: Region, nodes: set[Node]) -> tuple[Node, ...]:
    return tuple(sorted(nodes, key=lambda node: (region.name(node).casefold(), node.id)))
