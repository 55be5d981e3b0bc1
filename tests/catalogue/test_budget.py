"""The budget of the roadmap: exact sums, however it is parted, of what is told and not cancelled."""

from __future__ import annotations

from typing import Any

import yaml

from spbe.catalogue.budget import budget, by_part, by_year
from spbe.model.peta_rencana import PetaRencana
from support.raw_regions import region_of
from support.regions import ROOT


def items_of(*raw: dict[str, Any]) -> list[PetaRencana]:
    region = region_of({"peta-rencana": [{"id": f"k{place}", **one} for place, one in enumerate(raw)]})
    return [item for item in region.records["peta-rencana"].values() if isinstance(item, PetaRencana)]


def test_cancelled_items_are_only_counted() -> None:
    found = by_part(items_of({"anggaran": "5", "status": "dibatalkan"}, {"anggaran": "7", "tahun_mulai": "2026"}))
    assert (found.sum.total, found.sum.items, found.cancelled, found.years) == (7, 1, 1, (2026,))


def test_unknown_and_unasked_budgets_are_untold_but_none_at_all_is_an_answer() -> None:
    line = by_part(items_of({}, {"anggaran": "belum diketahui"}, {"anggaran": "tidak ada"}, {"anggaran": "0"})).sum
    assert (line.items, line.untold, line.total) == (4, 2, 0)


def test_parts_stand_in_the_order_of_the_list_and_years_in_time_with_the_unknown_last() -> None:
    items = items_of(
        {"anggaran": "1"},
        {"muatan": "keamanan", "anggaran": "2", "tahun_mulai": "2027"},
        {"muatan": "layanan", "anggaran": "4", "tahun_mulai": "2025"},
    )
    assert list(by_part(items).lines) == ["layanan", "keamanan", None]
    assert list(by_year(items).lines) == [2025, 2027, None]
    assert by_part(items).years == (2025, 2027, None)


def test_sums_of_the_sample_are_those_of_its_files_however_they_are_parted() -> None:
    sums: dict[str, dict[str | None, int]] = {"muatan": {}, "perangkat_daerah": {}, "tahun_mulai": {}}
    raw = []
    for path in (ROOT / "architecture/peta-rencana").glob("*.yaml"):
        given = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        raw.append(given)
        amount = int("".join(filter(str.isdigit, given.get("anggaran", ""))) or 0)
        if given.get("status") != "dibatalkan":
            for key, found in sums.items():
                found[given.get(key)] = found.get(given.get(key), 0) + amount
    region = region_of({"peta-rencana": raw})
    items = [item for item in region.records["peta-rencana"].values() if isinstance(item, PetaRencana)]

    owners = budget(items, lambda item: item.perangkat_daerah)
    assert {key: line.total for key, line in by_part(items).lines.items()} == sums["muatan"]
    assert {key: line.total for key, line in owners.lines.items()} == sums["perangkat_daerah"]
    assert {str(key): line.total for key, line in by_year(items).lines.items()} == sums["tahun_mulai"]
    assert by_part(items).sum.total == owners.sum.total == by_year(items).sum.total == sum(sums["muatan"].values()) > 0


def test_a_budget_told_by_year_counts_in_its_years_and_the_rest_where_it_begins() -> None:
    parted = PetaRencana.model_validate(
        {"id": "a", "nama": "A", "tahun_mulai": 2025, "anggaran": 100, "anggaran_tahunan": {"2026": 30, "2027": 50}}
    )
    summed = PetaRencana.model_validate({"id": "b", "nama": "B", "anggaran_tahunan": {"2026": 5}})
    found = by_part([parted, summed])
    assert found.sum.years == {2026: 35, 2027: 50, 2025: 20}
    assert found.sum.total == 105
    assert found.sum.untold == 0
