"""Gaps are computed from the records, and close when the records say so."""

from __future__ import annotations

from typing import Any

import pytest

from spbe.catalogue.gaps import Gap, find_gaps, years_of
from spbe.editions import EditionName
from spbe.region import Node
from support.raw_regions import region_of, seen_by

Raw = dict[str, Any]


def app(name: str, **fields: Any) -> Raw:
    return {"id": name, **fields}


def item(name: str, status: str | None = "berjalan", **fields: Any) -> Raw:
    return {"id": name, **({"status": status} if status else {}), **fields}


def gaps_of(apps: list[Raw], items: list[Raw] | None = None, **others: list[Raw]) -> list[Gap]:
    region = region_of({"aplikasi": apps, "peta-rencana": items or [], **others})
    return list(find_gaps(region))


def only(apps: list[Raw], items: list[Raw] | None = None, **others: list[Raw]) -> Gap:
    [gap] = gaps_of(apps, items, **others)
    return gap


def test_records_of_today_without_plans_are_no_gap() -> None:
    assert gaps_of([app("a"), app("b", keadaan="dihentikan")]) == []


def test_a_planned_record_is_new() -> None:
    gap = only([app("a", keadaan="rencana", sejak="2027")])
    assert (gap.change, gap.state, gap.is_open, gap.due and gap.due.tahun) == ("baru", "tanpa-kegiatan", True, 2027)


def test_a_coming_version_is_one_gap_with_the_fields_that_change() -> None:
    gap = only([app("a", fungsi="lama", rencana={"fungsi": "baru", "uraian": "lain", "sejak": "2027-03"})])
    assert (gap.change, set(gap.fields)) == ("perubahan", {"fungsi", "uraian"})
    assert str(gap.due) == "2027-03"


def test_a_coming_version_that_only_moves_its_date_changes_nothing() -> None:
    assert gaps_of([app("a", rencana={"sejak": "2028"})]) == []


@pytest.mark.parametrize("state", ["rencana", "saat-ini"])
def test_a_record_of_today_that_another_replaces_is_to_be_retired(state: str) -> None:
    found = gaps_of([app("lama"), app("pengganti", keadaan=state, menggantikan=["lama"], sejak="2027")])
    [gap] = [gap for gap in found if gap.node.id == "lama"]
    assert (gap.change, gap.stops, gap.successors) == ("penggantian", True, (Node("aplikasi", "pengganti"),))
    assert len(found) == (2 if state == "rencana" else 1)


def test_a_replacement_that_was_itself_retired_replaces_nothing() -> None:
    assert gaps_of([app("lama"), app("gagal", keadaan="dihentikan", menggantikan=["lama"])]) == []


def test_a_retired_record_is_not_to_be_retired_again() -> None:
    assert gaps_of([app("lama", keadaan="dihentikan"), app("pengganti", menggantikan=["lama"])]) == []


def test_a_record_that_plans_to_stop_is_one_gap_even_if_it_says_how() -> None:
    gap = only([app("a", rencana={"keadaan": "dihentikan", "uraian": "disalin dulu", "sejak": "2027-06"})])
    assert (gap.change, gap.fields, str(gap.due)) == ("penghentian", ("uraian",), "2027-06")


def test_a_record_that_is_replaced_and_changes_until_then_is_two_gaps() -> None:
    found = gaps_of([app("a", rencana={"fungsi": "lain"}), app("b", menggantikan=["a"])])
    assert [gap.change for gap in found] == ["penggantian", "perubahan"]


@pytest.mark.parametrize(
    ("statuses", "state"),
    [
        ([], "tanpa-kegiatan"),
        (["dibatalkan"], "tanpa-kegiatan"),
        (["diusulkan"], "terencana"),
        (["direncanakan"], "terencana"),
        ([None], "terencana"),
        (["berjalan"], "berjalan"),
        (["ditunda"], "ditunda"),
        (["selesai"], "belum-dicatat"),
        (["selesai", "ditunda"], "ditunda"),
        (["ditunda", "diusulkan"], "terencana"),
        (["diusulkan", "berjalan", "selesai"], "berjalan"),
    ],
)
def test_the_state_follows_the_activities_that_name_the_record(statuses: list[str | None], state: str) -> None:
    items = [item(f"k{place}", status, mengubah={"aplikasi": ["a"]}) for place, status in enumerate(statuses)]
    gap = only([app("a", keadaan="rencana")], items)
    assert gap.state == state
    assert len(gap.activities) == sum(status != "dibatalkan" for status in statuses)


def test_who_builds_the_successor_replaces_the_record() -> None:
    apps = [app("lama"), app("baru", keadaan="rencana", menggantikan=["lama"])]
    found = gaps_of(apps, [item("k", mengubah={"aplikasi": ["baru"]})])
    assert {gap.node.id: gap.state for gap in found} == {"baru": "berjalan", "lama": "berjalan"}


def test_what_only_the_plan_of_an_activity_names_is_not_yet_its_business() -> None:
    items = [item("k", rencana={"mengubah": {"aplikasi": ["a"]}})]
    assert only([app("a", keadaan="rencana")], items).state == "tanpa-kegiatan"


def test_a_gap_closes_by_itself_when_the_record_becomes_current() -> None:
    items = [item("k", "berjalan", tahun_mulai="2025", mengubah={"aplikasi": ["a"]})]
    assert only([app("a", keadaan="rencana")], items).is_open
    closed = only([app("a", keadaan="saat-ini", sejak="2026-05")], items)
    assert (closed.state, closed.is_open) == ("tertutup", False)


def test_a_gap_of_change_closes_when_the_coming_version_is_gone() -> None:
    items = [item("k", "selesai", mengubah={"aplikasi": ["a"]})]
    assert only([app("a", rencana={"fungsi": "baru"})], items).state == "belum-dicatat"
    assert only([app("a", fungsi="baru")], items).state == "tertutup"


def test_a_gap_of_replacement_closes_when_the_record_is_retired() -> None:
    items = [item("k", mengubah={"aplikasi": ["lama"]})]
    apps = [app("lama", keadaan="dihentikan"), app("pengganti", menggantikan=["lama"])]
    gap = only(apps, items)
    assert (gap.change, gap.state) == ("penggantian", "tertutup")


def test_nobody_knows_that_a_gap_closed_while_activity_and_record_tell_nothing() -> None:
    items = [item("k", "berjalan", tahun_mulai="2026", mengubah={"aplikasi": ["a"]})]
    assert only([app("a", sejak="2019")], items).state == "tanpa-selisih"


def test_the_to_be_tells_which_planned_records_it_waits_for() -> None:
    found = gaps_of(
        [app("a", rencana={"data_dipakai": ["d"]}), app("b", keadaan="rencana", data_dipakai=["d"])],
        data=[{"id": "d", "keadaan": "rencana"}, {"id": "kini"}],
    )
    waiting = {gap.node.id: [node.id for node in gap.waits] for gap in found if gap.node.kind == "aplikasi"}
    assert waiting == {"a": ["d"], "b": ["d"]}


def test_who_still_names_a_record_that_stops_is_told() -> None:
    server = {"id": "s", "jenis": "server", "rencana": {"keadaan": "dihentikan"}}
    other = {"id": "t", "jenis": "server"}
    apps = [
        app("tinggal", infrastruktur=["s"]),
        app("pindah", infrastruktur=["s"], rencana={"infrastruktur": ["t"]}),
        app("tetap", infrastruktur=["s"], rencana={"infrastruktur": ["s", "t"]}),
        app("lain", infrastruktur=["s"], rencana={"fungsi": "baru"}),
        app("henti", infrastruktur=["s"], rencana={"keadaan": "dihentikan"}),
        app("mati", infrastruktur=["s"], keadaan="dihentikan"),
    ]
    [gap] = [gap for gap in gaps_of(apps, infrastruktur=[server, other]) if gap.node.kind == "infrastruktur"]
    assert [node.id for node in gap.left] == ["tinggal", "tetap", "lain"]


def test_years_span_all_activities_that_tell_one() -> None:
    items = [item("k", tahun_mulai="2025", tahun_selesai="2026"), item("m", tahun_mulai="2028"), item("n")]
    region = region_of({"peta-rencana": items})
    nodes = [Node("peta-rencana", name) for name in "kmn"]
    assert years_of(region, nodes) == (2025, 2028)
    assert years_of(region, nodes[2:]) is None


SECRET = {"klasifikasi": "tertutup"}


def open_to_all(world: dict[str, list[Raw]], edition: EditionName = "publik") -> dict[str, Gap]:
    view = seen_by(region_of(world), edition)
    return {gap.node.id: gap for gap in find_gaps(view.region)}


@pytest.mark.parametrize(
    ("world", "hidden"),
    [
        (
            {"aplikasi": [app("a", keadaan="rencana")]},
            {"peta-rencana": [item("rahasia", **SECRET, mengubah={"aplikasi": ["a"]})]},
        ),
        (
            {"aplikasi": [app("a")], "peta-rencana": [item("k", mengubah={"aplikasi": ["a"]})]},
            {"peta-rencana": [item("rahasia", "selesai", **SECRET, mengubah={"aplikasi": ["a"]})]},
        ),
        (
            {"aplikasi": [app("lama")], "peta-rencana": [item("k", mengubah={"aplikasi": ["lama"]})]},
            {"aplikasi": [app("baru", **SECRET, menggantikan=["lama"])]},
        ),
    ],
    ids=["an activity", "one that is finished", "a successor"],
)
def test_what_is_hidden_opens_and_closes_no_gap(world: dict[str, list[Raw]], hidden: dict[str, list[Raw]]) -> None:
    whole = {kind: [*world.get(kind, ()), *hidden.get(kind, ())] for kind in {**world, **hidden}}
    assert open_to_all(whole) == open_to_all(world)
    assert open_to_all(whole, "internal") != open_to_all(world, "internal")


@pytest.mark.parametrize("edition", ["publik", "internal"])
def test_a_plan_with_only_a_date_changes_nothing(edition: EditionName) -> None:
    world = {
        "aplikasi": [app("a", rencana={"sejak": "2027"})],
        "peta-rencana": [item("k", mengubah={"aplikasi": ["a"]})],
    }
    assert open_to_all(world, edition)["a"].state == "tanpa-selisih"
