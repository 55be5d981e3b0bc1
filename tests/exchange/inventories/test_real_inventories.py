"""Lists that regions really have, held against what a right import of them is: taken, and no wrong owner."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from spbe.checks import Opened, open_region
from spbe.exchange.inventories.inventory_import import InventoryImport, imported
from spbe.exchange.inventories.inventory_reading import read_inventory
from spbe.model.kinds import KINDS, OFFICE
from support.import_truth import FOLDER, Comparison, Seen, compare, infrastructure_workbook, truth_of
from support.regions import empty_region

LISTS = (
    ("madiun", "Kabupaten Madiun", "aplikasi", "aplikasi.csv", Fraction(90, 100)),
    ("magetan", "Kabupaten Magetan", "aplikasi", "aplikasi.csv", Fraction(99, 100)),
    ("banjarmasin", "Kota Banjarmasin", "infrastruktur", "infrastruktur.xlsx", Fraction(90, 100)),
    ("hulu-sungai-selatan", "Kabupaten Hulu Sungai Selatan", "proses-bisnis", "proses-bisnis.csv", Fraction(98, 100)),
    ("jombang", "Kabupaten Jombang", OFFICE, "opd.csv", Fraction(1)),
    ("gresik", "Kabupaten Gresik", OFFICE, "opd.csv", Fraction(93, 100)),
)


def _taken_in(region: Path, file: str, data: bytes, kind: str) -> InventoryImport:
    done = imported(open_region(region), read_inventory(file, data, KINDS[kind]))
    done.change.write(region)
    return done


def _seen(opened: Opened, kind: str, office_rows: dict[str, int]) -> dict[str, Seen]:
    region = opened.region
    found = {}
    for name, record in region.records[kind].items():
        owner = region.owner(record)
        found[name] = Seen(
            record.nama,
            owner.nama if owner else None,
            getattr(record, "pemilik_luar", None) or getattr(record, "pemilik", None),
            office_rows.get(owner.id) if owner else None,
            frozenset(region.name(region.present(node)) for node in _users(opened, kind, name)),
            record.state,
        )
    return found


def _users(opened: Opened, kind: str, name: str):
    from spbe.region import Node

    users = getattr(opened.region.records[kind][name], "pengguna", ())
    return [Node(OFFICE, user) for user in users]


@pytest.mark.parametrize(("name", "title", "kind", "file", "share"), LISTS, ids=[one[0] for one in LISTS])
def test_a_real_list_is_taken_and_nobody_owns_what_is_not_theirs(
    name: str, title: str, kind: str, file: str, share: Fraction, tmp_path: Path
) -> None:
    region = empty_region(tmp_path / "wilayah", title)
    office_rows: dict[str, int] = {}
    register = FOLDER / name / "opd.csv"
    if kind != OFFICE and register.exists():
        offices = _taken_in(region, "opd.csv", register.read_bytes(), OFFICE)
        office_rows = {row.id: row.row for row in offices.rows}
    data = infrastructure_workbook() if name == "banjarmasin" else (FOLDER / name / file).read_bytes()
    done = _taken_in(region, file, data, kind)
    opened = open_region(region)
    told = compare(truth_of(name), [row.as_json() for row in done.rows], _seen(opened, kind, office_rows))
    assert _faults(told) == []
    assert told.strangers == ()
    assert told.share_taken >= share
    assert sum(done.counts.values()) == len(told.verdicts)
    assert [problem for problem in opened.problems if problem.severity != "info"] == []
    again = imported(opened, read_inventory(file, data, KINDS[kind]))
    assert again.change.files == {}
    assert again.counts["undecided"] == done.counts["undecided"]


def _faults(told: Comparison) -> list[str]:
    return [str(verdict) for verdict in told.verdicts if verdict.faults]
