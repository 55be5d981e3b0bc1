"""A cell of a matrix is marked if and only if the relation is there today; rows without partners stay visible."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from typing import Any

import pytest

from spbe.catalogue.matrices import JENIS, MATRICES, Grid, MatrixBlock, MatrixKind, grids, matrix
from spbe.catalogue.matrices.cutting import ROOM, TURNED
from spbe.editions import EDITIONS, Audience, Edition, EditionName
from spbe.history import view_of
from spbe.model.record import Record
from spbe.region import Node, Region
from support.raw_regions import region_of
from support.regions import ROOT, open_fast

TODAY = date(2026, 6, 1)
BY_ID = {kind.id: kind for kind in MATRICES}


@cache
def sample(edition: EditionName) -> Edition:
    return view_of(open_fast(ROOT, TODAY), Audience(edition))


def all_cells(region: Region, kind: MatrixKind) -> dict[tuple[Node, Node], str]:
    """Every marked cell as the tables show it; a cell may stand in one table only."""
    found = matrix(region, kind)
    cells: dict[tuple[Node, Node], str] = {}
    for block in found.blocks:
        for grid in grids(region, block, found.columns):
            for row, marks in zip(grid.rows, grid.marks, strict=True):
                for column, mark in zip(grid.columns, marks, strict=True):
                    place = (column, row) if grid.turned else (row, column)
                    if mark:
                        assert place not in cells
                        cells[place] = mark
    return cells


FIELDS = {
    "opd-aplikasi": (("perangkat_daerah", "perangkat-daerah", "M"), ("pengguna", "perangkat-daerah", "P")),
    "layanan-aplikasi": (("layanan", "layanan", "D"),),
    "aplikasi-data": (("data_dipakai", "data", "P"), ("data_dihasilkan", "data", "H")),
    "aplikasi-infrastruktur": (("infrastruktur", "infrastruktur", "J"),),
}
"""What fields of applications mark: the kind they name, and the sign."""


def there(region: Region, kind: str, name: str) -> Node | None:
    """The record of today that ``name`` or a former id means."""
    node = region.renamed.get(Node(kind, name), Node(kind, name))
    return node if getattr(region.get(node), "keadaan", "") == "saat-ini" else None


def brute(region: Region, name: str) -> dict[tuple[Node, Node], str]:
    """The cells of a matrix by the fields of the records, without the relations."""
    cells: dict[tuple[Node, Node], str] = {}
    for key, record in region.records["aplikasi"].items():
        node = there(region, "aplikasi", key)
        for field, kind, sign in FIELDS.get(name, ()) if node else ():
            written: Any = getattr(record, field) or ()
            for one in [written] if isinstance(written, str) else written:
                if node and (other := there(region, kind, one)):
                    place = (other, node) if kind == "layanan" else (node, other)
                    cells[place] = cells.get(place, "") + sign
    return cells


def brute_security(region: Region) -> dict[tuple[Node, Node], str]:
    numbers: Counter[tuple[Node, Node]] = Counter()
    for key, record in region.records["keamanan"].items():
        protected: dict[str, tuple[str, ...]] = getattr(record, "melindungi", {})
        for kind, one in [(kind, one) for kind, ids in protected.items() for one in ids]:
            if there(region, "keamanan", key) and (node := there(region, kind, one)):
                numbers[node, Node(JENIS, getattr(record, "jenis", None) or "")] += 1
    return {place: str(number) for place, number in numbers.items()}


@pytest.mark.parametrize("edition", EDITIONS[::2])
@pytest.mark.parametrize("name", list(BY_ID))
def test_a_cell_is_marked_if_and_only_if_the_relation_is_there(name: str, edition: EditionName) -> None:
    view = sample(edition)
    cells = all_cells(view.region, BY_ID[name])

    assert cells == (brute_security(view.region) if name == "keamanan" else brute(view.region, name))
    assert len(cells) > 10


@pytest.mark.parametrize("name", list(BY_ID))
def test_every_record_of_today_is_a_row_or_named_as_having_none(name: str) -> None:
    view = sample("publik")
    found = matrix(view.region, BY_ID[name])
    rows = [node for block in found.blocks for node in (*(line.node for line in block.lines), *block.without)]
    today = {
        Node(kind, key)
        for kind in BY_ID[name].rows
        for key, record in view.region.records[kind].items()
        if isinstance(record, Record) and record.keadaan == "saat-ini"
    }

    assert len(rows) == len(set(rows)) == found.size
    assert set(rows) == today


def test_plans_and_what_is_retired_mark_nothing() -> None:
    region = region_of(
        {
            "layanan": [{"id": "s"}, {"id": "lama", "keadaan": "dihentikan"}],
            "aplikasi": [
                {"id": "a", "layanan": ["lama"], "rencana": {"layanan": ["s"]}},
                {"id": "b", "layanan": ["s"], "keadaan": "rencana"},
            ],
        }
    )
    found = matrix(region, BY_ID["layanan-aplikasi"])

    assert [block.without for block in found.blocks] == [(Node("layanan", "s"),)]
    assert found.unused == (Node("aplikasi", "a"),)


def test_an_application_that_makes_and_uses_the_same_data_has_both_signs() -> None:
    region = region_of(
        {"data": [{"id": "d"}], "aplikasi": [{"id": "a", "data_dipakai": ["d"], "data_dihasilkan": ["d"]}]}
    )
    [block] = matrix(region, BY_ID["aplikasi-data"]).blocks

    assert block.lines[0].marks == {Node("data", "d"): "PH"}


def block_of(region: Region) -> MatrixBlock:
    [block] = matrix(region, BY_ID["aplikasi-data"]).blocks
    return block


def dense(apps: int, each: int) -> Region:
    """``apps`` applications with ``each`` data of their own."""
    data = [{"id": f"d{place}"} for place in range(apps * each)]
    used = [[f"d{app * each + place}" for place in range(each)] for app in range(apps)]
    return region_of(
        {"data": data, "aplikasi": [{"id": f"a{app}", "data_dipakai": one} for app, one in enumerate(used)]}
    )


def test_a_block_with_many_columns_is_cut_and_no_table_is_wider_than_the_screen() -> None:
    region = dense(9, 5)
    made = grids(region, block_of(region))

    assert len(made) == 3
    assert all(len(grid.columns) <= ROOM for grid in made)
    assert sum(bool(mark) for grid in made for marks in grid.marks for mark in marks) == 45


def test_a_row_with_more_partners_than_columns_fit_becomes_a_column() -> None:
    region = dense(TURNED + 1, ROOM + 1)
    made: tuple[Grid, ...] = grids(region, block_of(region))

    assert [grid.turned for grid in made] == [True, True]
    assert [len(grid.columns) for grid in made] == [TURNED, 1]
    assert len(made[1].rows) == ROOM + 1


def test_rows_that_share_partners_stay_in_one_table() -> None:
    shared = [f"d{place}" for place in range(ROOM)]
    alone = [{"id": f"b{place}", "data_dipakai": [f"e{place}"]} for place in range(ROOM)]
    apps = [*alone, *({"id": f"a{place}", "data_dipakai": shared} for place in range(4))]
    region = region_of(
        {"data": [{"id": one} for one in (*shared, *(f"e{place}" for place in range(ROOM)))], "aplikasi": apps}
    )
    first = grids(region, block_of(region))[0]

    assert {node.id for node in first.rows} == {"a0", "a1", "a2", "a3"}
