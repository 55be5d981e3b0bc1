"""What activities close, what is to be mended, and how many records each domain will have."""

from __future__ import annotations

from typing import Any

import pytest

from spbe.catalogue.activities import ActivityClosure, Fault, accounts, balances, slips
from spbe.catalogue.gaps import find_gaps
from spbe.editions import EditionName
from spbe.region import Node
from support.raw_regions import region_of, seen_by

Raw = dict[str, Any]


def account_of(item: Raw, apps: list[Raw], edition: EditionName = "internal") -> ActivityClosure:
    view = seen_by(region_of({"aplikasi": apps, "peta-rencana": [{"id": "k", **item}]}), edition)
    return accounts(view.region, find_gaps(view.region))[Node("peta-rencana", "k")]


def faults_of(world: dict[str, list[Raw]], edition: EditionName = "internal") -> dict[Fault, list[str]]:
    view = seen_by(region_of(world), edition)
    gaps = find_gaps(view.region)
    found = slips(view.region, gaps, accounts(view.region, gaps).values())
    return {fault: [slip.node.id for slip in told] for fault, told in found.items()}


PLANNED = {"id": "a", "keadaan": "rencana"}
CURRENT = {"id": "a"}
CHANGING = {"mengubah": {"aplikasi": ["a"]}, "muatan": "aplikasi"}


def test_an_activity_has_the_gaps_of_the_records_that_it_names() -> None:
    account = account_of({"status": "berjalan", **CHANGING}, [PLANNED, {"id": "b", "keadaan": "rencana"}])
    assert [gap.node.id for gap in account.gaps] == ["a"]
    assert account.slips == ()


@pytest.mark.parametrize(
    ("status", "record", "fault"),
    [
        ("selesai", PLANNED, "selesai-belum-dicatat"),
        ("selesai", CURRENT, None),
        ("berjalan", CURRENT, "terkini-belum-selesai"),
        ("ditunda", CURRENT, "terkini-belum-selesai"),
        ("direncanakan", PLANNED, None),
    ],
)
def test_status_and_records_that_contradict_each_other_are_told(status: str, record: Raw, fault: str | None) -> None:
    account = account_of({"status": status, **CHANGING}, [record])
    assert [slip.fault for slip in account.slips] == ([fault] if fault else [])


def test_a_finished_activity_is_not_blamed_for_what_another_is_still_changing() -> None:
    items = [{"id": "k", "status": "selesai", **CHANGING}, {"id": "m", "status": "berjalan", **CHANGING}]
    assert faults_of({"aplikasi": [PLANNED], "peta-rencana": items}) == {}


@pytest.mark.parametrize(
    ("item", "fault"),
    [
        ({"muatan": "aplikasi"}, "tanpa-catatan"),
        ({"muatan": "aplikasi", "status": "selesai"}, None),
        ({"muatan": "aplikasi", "status": "dibatalkan"}, None),
        ({}, "tanpa-catatan"),
        ({"muatan": "manajemen"}, "tanpa-tujuan"),
        ({"muatan": "tata-kelola", "indikator": ["permenpanrb-59-2020/I1"]}, None),
        ({"muatan": "audit-tik", "indikator": ["permenpanrb-59-2020/I29"]}, "tanpa-catatan"),
    ],
)
def test_an_activity_that_names_nothing_is_told_unless_its_aim_is_an_indicator(item: Raw, fault: str | None) -> None:
    found = faults_of({"peta-rencana": [{"id": "k", **item}]})
    assert found == ({fault: ["k"]} if fault else {})


@pytest.mark.parametrize(
    ("item", "late"),
    [
        ({"tahun_selesai": "2025", "status": "berjalan"}, True),
        ({"tahun_selesai": "2026", "status": "berjalan"}, False),
        ({"tahun_selesai": "2025", "status": "ditunda"}, False),
        ({"tahun_selesai": "2025", "status": "selesai"}, False),
        ({"tahun_selesai": "2025", "status": "berjalan", "rencana": {"tahun_selesai": "2027"}}, False),
    ],
)
def test_an_activity_is_late_when_its_last_year_is_over(item: Raw, late: bool) -> None:
    indicators = ["permenpanrb-59-2020/I1"]
    found = faults_of({"peta-rencana": [{"id": "k", "muatan": "manajemen", "indikator": indicators, **item}]})
    assert found == ({"lewat-tahun": ["k"]} if late else {})


def test_plans_whose_day_is_over_and_records_that_are_still_named_are_told() -> None:
    world = {
        "aplikasi": [
            {"id": "lewat", "rencana": {"fungsi": "baru", "sejak": "2026-05"}},
            {"id": "nanti", "rencana": {"fungsi": "baru", "sejak": "2026"}},
            {"id": "tinggal", "infrastruktur": ["s"]},
        ],
        "infrastruktur": [{"id": "s", "jenis": "server", "rencana": {"keadaan": "dihentikan"}}],
    }
    assert faults_of(world) == {"lewat-tanggal": ["lewat"], "masih-dirujuk": ["s"]}


def test_an_activity_whose_records_an_edition_hides_is_one_that_names_none() -> None:
    hidden = {**CURRENT, "klasifikasi": "terbatas"}
    told = account_of({"status": "berjalan", **CHANGING}, [hidden], "publik")
    assert told == account_of({"status": "berjalan"}, [], "publik")
    assert [gap.node.id for gap in account_of({"status": "berjalan", **CHANGING}, [hidden], "opd").gaps] == ["a"]


def test_a_cancelled_activity_closes_nothing() -> None:
    world = {"aplikasi": [PLANNED], "peta-rencana": [{"id": "k", "status": "dibatalkan", **CHANGING}]}
    region = region_of(world)
    assert accounts(region, find_gaps(region)) == {}


def test_a_domain_will_have_what_it_has_with_the_new_and_without_the_retired() -> None:
    apps: list[Raw] = [
        {"id": "tetap"},
        {"id": "ubah", "rencana": {"fungsi": "lain"}},
        {"id": "ganti", "rencana": {"fungsi": "lain"}},
        {"id": "henti", "rencana": {"keadaan": "dihentikan"}},
        {"id": "baru", "keadaan": "rencana", "menggantikan": ["ganti"]},
        {"id": "mati", "keadaan": "dihentikan"},
    ]
    region = region_of({"aplikasi": apps})
    balance = balances(region, find_gaps(region))["aplikasi"]
    assert (balance.now, balance.new, balance.ending, balance.then) == (4, 1, 2, 3)
    assert (balance.changing, balance.uncovered) == (1, 5)
