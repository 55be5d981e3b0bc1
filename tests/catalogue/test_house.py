"""The house holds every record once, at its place; each reading says of it only what it knows."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from spbe.catalogue.house_floors import Floor, floors_of
from spbe.catalogue.house_readings import (
    NEVER,
    NOBODY,
    OTHERS,
    OWNERS,
    Placed,
    by_age,
    by_completeness,
    by_dependents,
    by_owner,
    by_state,
    nodes_of,
)
from spbe.catalogue.impact import impact_of
from spbe.catalogue.quality import Examined
from spbe.region import Node, Region
from support.raw_regions import region_of


def floor_of(region: Region, kind: str) -> Floor:
    return next(floor for floor in floors_of(region) if floor.kind == kind)


def plan_of(floor: Floor) -> list[tuple[str, list[str]]]:
    return [(one.code.kode if one.code else "", [node.id for node in one.nodes]) for one in floor.sections]


def processes(*records: dict[str, Any]) -> tuple[Region, list[Node]]:
    region = region_of({"proses-bisnis": [{"id": f"p{place}", **one} for place, one in enumerate(records)]})
    return region, list(nodes_of(floors_of(region)))


def test_a_region_without_records_has_six_empty_floors() -> None:
    floors = floors_of(region_of({}))

    assert [floor.domain.kode for floor in floors] == ["RAL", "RAB", "RAD", "RAA", "RAI", "RAK"]
    assert [floor.size for floor in floors] == [0] * 6


def test_a_record_of_several_codes_stands_once_at_the_first() -> None:
    region = region_of({"proses-bisnis": [{"id": "a", "referensi": ["RAB.09.06", "RAB.02.08"]}, {"id": "b"}]})

    assert plan_of(floor_of(region, "proses-bisnis")) == [("RAB.09", ["a"]), ("", ["b"])]


def test_a_floor_is_divided_as_deep_as_its_codes_stay_few() -> None:
    region = region_of(
        {
            "aplikasi": [{"id": "a", "referensi": ["RAA.02.02"]}, {"id": "b", "referensi": ["RAA.02"]}],
            "layanan": [{"id": "c", "referensi": ["RAL.01.04"]}],
        }
    )

    assert plan_of(floor_of(region, "aplikasi")) == [("RAA.02", ["b"]), ("RAA.02.02", ["a"])]
    assert plan_of(floor_of(region, "layanan")) == [("RAL.01", ["c"])]


def test_more_than_three_hundred_records_crowd_a_floor() -> None:
    records = [{"id": f"a{number}"} for number in range(301)]

    assert floor_of(region_of({"aplikasi": records}), "aplikasi").is_crowded
    assert not floor_of(region_of({"aplikasi": records[:300]}), "aplikasi").is_crowded


def test_every_record_has_a_state() -> None:
    region, nodes = processes({}, {"keadaan": "rencana"}, {"keadaan": "dihentikan"})

    assert [by_state(region, nodes)[node].group for node in nodes] == ["saat-ini", "rencana", "dihentikan"]


def test_an_age_is_that_of_the_last_review_and_given_up_records_have_none() -> None:
    today = region_of({}).date
    days = (0, 182, 183, 365, 366, 730, 731, 1096)
    reviewed = [{"ditinjau": (today - timedelta(days=number)).isoformat()} for number in days]
    region, nodes = processes(*reviewed, {}, {"keadaan": "dihentikan", "ditinjau": today.isoformat()})
    found = by_age(region, nodes)

    assert [found[node] for node in nodes] == [
        Placed("0", 0),
        Placed("0", 0),
        Placed("1", 0),
        Placed("1", 1),
        Placed("2", 1),
        Placed("2", 2),
        Placed("3", 2),
        Placed("4", 3),
        Placed(NEVER),
        Placed(""),
    ]


def test_offices_with_few_records_are_joined_and_records_of_nobody_are_told_apart() -> None:
    offices = [f"o{number}" for number in range(OWNERS + 2)]
    records = [{"id": f"{office}-{turn}", "perangkat_daerah": office} for office in offices for turn in (1, 2)]
    records = [*records[:-3], {"id": "last", "perangkat_daerah": offices[-1]}, {"id": "free"}]
    region = region_of({"perangkat-daerah": [{"id": office} for office in offices], "aplikasi": records})
    found = by_owner(region, nodes_of(floors_of(region)))

    def group(name: str) -> str:
        return found[Node("aplikasi", name)].group

    assert [group(f"{office}-1") for office in offices[:OWNERS]] == offices[:OWNERS]
    assert (group(f"{offices[-2]}-1"), group("last"), group("free")) == (OTHERS, OTHERS, NOBODY)


def test_dependents_are_all_that_stop_with_a_record_of_today() -> None:
    region = region_of(
        {
            "layanan": [{"id": f"l{number}"} for number in range(5)],
            "aplikasi": [
                {"id": "a", "layanan": [f"l{number}" for number in range(5)]},
                {"id": "b", "layanan": ["l0"], "keadaan": "rencana"},
            ],
        }
    )
    found = by_dependents(region, impact_of(region), nodes_of(floors_of(region)))

    assert found[Node("aplikasi", "a")] == Placed("2", 5)
    assert found[Node("layanan", "l0")] == Placed("0", 0)
    assert found[Node("aplikasi", "b")] == Placed("")


def test_completeness_counts_answers_and_begins_a_new_group_at_each_bound() -> None:
    region, nodes = processes({}, {}, {}, {}, {"keadaan": "dihentikan"})

    def answered(node: Node, number: int) -> Examined:
        states = {f"f{place}": None if place < number else "kosong" for place in range(100)}
        return Examined(node, None, "baru", states)  # type: ignore[arg-type]

    examined = [answered(node, number) for node, number in zip(nodes, (49, 50, 99, 100, 100), strict=True)]
    found = by_completeness(region, nodes, examined)

    assert [found[node] for node in nodes] == [
        Placed("0", 49),
        Placed("1", 50),
        Placed("2", 99),
        Placed("3", 100),
        Placed(""),
    ]
