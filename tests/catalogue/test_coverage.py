"""Coverage counts each record of today once at every code at or above its own, and tells what it does not count."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from spbe.catalogue.coverage import Coverage, Tile, coverage
from spbe.model.kinds import KINDS
from spbe.region import Node, Region
from support.raw_regions import region_of
from support.regions import ROOT, open_fast

DOMAINS = {kind.domain: kind for kind in KINDS.values() if kind.domain}
TODAY = date(2026, 6, 1)


@dataclass(frozen=True)
class Local:
    kode: str
    nama: str


def tile_of(found: Coverage, code: str) -> Tile:
    return next(tile for tile in found.walk() if tile.node.kode == code)


def test_a_record_counts_once_above_codes_of_which_it_has_several() -> None:
    region = region_of({"proses-bisnis": [{"id": "a", "referensi": ["RAB.02.08.06", "RAB.02.08.01", "RAB.09.06"]}]})
    found = coverage(region, "RAB")

    assert [tile_of(found, code).whole.today for code in ("RAB.02.08.06", "RAB.02.08.01", "RAB.02.08", "RAB.02")] == [
        1
    ] * 4
    assert tile_of(found, "RAB.09.06").direct.today == 1
    assert found.whole.today == 1


def test_records_of_a_code_that_has_codes_below_are_counted_apart() -> None:
    region = region_of(
        {"proses-bisnis": [{"id": "a", "referensi": ["RAB.02.08"]}, {"id": "b", "referensi": ["RAB.02.08.06"]}]}
    )
    tile = tile_of(coverage(region, "RAB"), "RAB.02.08")

    assert (tile.direct.today, tile.whole.today) == (1, 2)
    assert tile.own == (Node("proses-bisnis", "a"),)


def test_only_records_of_today_fill_a_code_and_plans_are_told_beside() -> None:
    states = ("saat-ini", "rencana", "dihentikan")
    records = [{"id": state, "keadaan": state, "referensi": ["RAB.02.08.06"]} for state in states]
    tile = tile_of(coverage(region_of({"proses-bisnis": records}), "RAB"), "RAB.02.08.06")

    assert (tile.whole.today, tile.whole.coming) == (1, 1)
    assert {node.id for node in tile.own} == set(states)


def test_a_planned_record_alone_leaves_its_code_uncovered() -> None:
    region = region_of({"proses-bisnis": [{"id": "a", "keadaan": "rencana", "referensi": ["RAB.02.08.06"]}]})

    assert [depth.covered for depth in coverage(region, "RAB").levels] == [0, 0, 0]


def test_a_regions_own_codes_hang_below_the_national_ones() -> None:
    region = region_of({"proses-bisnis": [{"id": "a", "referensi": ["RAB.02.08.06.01"]}]})
    extended, wrong = region.reference.with_local([Local("RAB.02.08.06.01", "Perizinan daerah")])
    found = coverage(replace(region, reference=extended), "RAB")

    assert wrong == ()
    assert tile_of(found, "RAB.02.08.06.01").direct.today == 1
    assert tile_of(found, "RAB.02.08.06").whole.today == 1
    assert found.levels[2].codes == coverage(region, "RAB").levels[2].codes


def test_a_code_without_an_official_source_is_there_only_where_records_have_it() -> None:
    region = region_of({"infrastruktur": [{"id": "a", "jenis": "server", "referensi": ["RAI.03.01.01"]}]})
    below = [tile.node.kode for tile in tile_of(coverage(region, "RAI"), "RAI.03.01").children]

    assert below == ["RAI.03.01.01"]
    assert tile_of(coverage(region_of({}), "RAI"), "RAI.03.01").children == ()


def test_records_without_a_code_are_listed_and_counted_nowhere() -> None:
    found = coverage(region_of({"data": [{"id": "a"}, {"id": "b", "referensi": ["RAD.09.06"]}]}), "RAD")

    assert found.without == (Node("data", "a"),)
    assert found.whole.today == 1


@pytest.mark.parametrize(
    ("owners", "sharing", "shared"),
    [
        (("x",), "satu", 0),
        (("x", "x"), "catatan", 0),
        (("x", "y"), "perangkat-daerah", 1),
        (("x", None), "catatan", 0),
    ],
)
def test_a_code_is_shared_when_several_offices_meet_at_it(
    owners: tuple[str | None, ...], sharing: str, shared: int
) -> None:
    records = [
        {"id": f"r{place}", "referensi": ["RAB.02.08.06"], **({"perangkat_daerah": owner} if owner else {})}
        for place, owner in enumerate(owners)
    ]
    region = region_of({"perangkat-daerah": [{"id": "x"}, {"id": "y"}], "proses-bisnis": records})
    tile = tile_of(coverage(region, "RAB"), "RAB.02")

    assert (tile.sharing, tile.shared) == (sharing, shared)


def test_offices_at_different_functions_share_nothing() -> None:
    records = [
        {"id": "a", "perangkat_daerah": "x", "referensi": ["RAB.02.08.06"]},
        {"id": "b", "perangkat_daerah": "y", "referensi": ["RAB.02.08.01"]},
    ]
    region = region_of({"perangkat-daerah": [{"id": "x"}, {"id": "y"}], "proses-bisnis": records})
    tile = tile_of(coverage(region, "RAB"), "RAB.02.08")

    assert (tile.whole.offices, tile.shared, tile.sharing) == (2, 0, "satu")


def test_applications_of_several_offices_that_serve_one_function_share_it() -> None:
    region = region_of(
        {
            "perangkat-daerah": [{"id": "x"}, {"id": "y"}],
            "layanan": [{"id": "s", "perangkat_daerah": "x", "referensi": ["RAL.01.07.01"]}],
            "aplikasi": [
                {"id": "a", "perangkat_daerah": "x", "layanan": ["s"]},
                {"id": "b", "perangkat_daerah": "y", "layanan": ["s"]},
                {"id": "c", "perangkat_daerah": "y", "layanan": ["s"], "keadaan": "dihentikan"},
            ],
        }
    )
    code = next(code for code in region.reference.nodes if code.startswith("RAL.01.") and code.count(".") == 3)
    record = region.records["layanan"]["s"].model_copy(update={"referensi": (code,)})
    region = replace(region, records={**region.records, "layanan": {"s": record}})
    tile = tile_of(coverage(region, "RAL"), code)

    assert (tile.whole.applications, tile.whole.application_offices, tile.sharing) == (2, 2, "perangkat-daerah")


@cache
def sample() -> Region:
    return open_fast(ROOT, TODAY).region


def written(kind: str) -> list[dict[str, Any]]:
    """The records of the sample as plain YAML tells them."""
    folder: Path = ROOT / KINDS[kind].folder
    return [yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in sorted(folder.rglob("*.yaml"))]


@pytest.mark.parametrize("domain", list(DOMAINS))
def test_the_sample_counts_as_its_files_are_counted_by_hand(domain: str) -> None:
    kind = DOMAINS[domain]
    below: dict[str, set[str]] = defaultdict(set)
    owners: dict[str, set[str]] = defaultdict(set)
    bare = set()
    for record in written(kind.slug):
        codes = record.get("referensi") or []
        codes = [codes] if isinstance(codes, str) else codes
        codes = [code for code in codes if code.startswith(domain)]
        if not codes:
            bare.add(record["id"])
        if record.get("keadaan", "saat-ini") != "saat-ini":
            continue
        for code in codes:
            parts = code.split(".")
            for depth in range(2, len(parts) + 1):
                below[".".join(parts[:depth])].add(record["id"])
                if record.get("perangkat_daerah"):
                    owners[".".join(parts[:depth])].add(record["perangkat_daerah"])
    found = coverage(sample(), domain)

    assert {tile.node.kode: tile.whole.today for tile in found.walk() if tile.whole.today} == {
        code: len(ids) for code, ids in below.items()
    }
    assert {tile.node.kode: tile.whole.offices for tile in found.walk() if tile.whole.offices} == {
        code: len(ids) for code, ids in owners.items()
    }
    assert {node.id for node in found.without} == bare
    assert found.levels[0].covered == len({code for code in below if code.count(".") == 1})
