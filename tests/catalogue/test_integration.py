"""Exchanges are told once, whichever side writes them; contradictions are kept; islands are what nothing joins."""

from __future__ import annotations

from typing import Any

import pytest

from spbe.catalogue import today
from spbe.catalogue.integration import Exchange, exchanges, islands
from spbe.region import Node, Region
from support.raw_regions import region_of, seen_by

Raw = dict[str, Any]


def app(name: str, *parts: Raw, **fields: Any) -> Raw:
    return {"id": name, **fields, **({"integrasi": list(parts)} if parts else {})}


def to(other: str, arah: str | None = "mengirim", data: str = "", **fields: Any) -> Raw:
    named = {"data": data.split()} if data else {}
    return {"aplikasi": other, **({"arah": arah} if arah else {}), **named, **fields}


def told(*apps: Raw) -> tuple[Exchange, ...]:
    return exchanges(region_of({"aplikasi": list(apps), "data": [{"id": "x"}, {"id": "y"}]}))


def ends(one: Exchange) -> tuple[str, str, str | None]:
    return one.first.id, one.second.id, one.arah


def test_the_sender_comes_first_whoever_tells() -> None:
    [sent] = told(app("a", to("b")), app("b"))
    [received] = told(app("a", to("b", "menerima")), app("b"))
    [mirrored] = told(app("a"), app("b", to("a", "mengirim")))
    assert ends(sent) == ("a", "b", "searah")
    assert ends(received) == ends(mirrored) == ("b", "a", "searah")


def test_both_sides_tell_of_one_exchange() -> None:
    [one] = told(app("a", to("b", data="x", jalur="splp")), app("b", to("a", "menerima", "x", frekuensi="harian")))
    assert (ends(one), one.jalur, one.frekuensi, one.conflicts) == (("a", "b", "searah"), "splp", "harian", ())
    assert {node.id for node in one.told_by} == {"a", "b"}


def test_a_side_that_names_no_data_tells_of_the_same_exchange() -> None:
    [one] = told(app("a", to("b", data="x")), app("b", to("a", "menerima")))
    assert [node.id for node in one.data] == ["x"]


def test_other_data_are_another_exchange() -> None:
    assert len(told(app("a", to("b", data="x")), app("b", to("a", "menerima", "y")))) == 2


def test_each_may_send_something_to_the_other() -> None:
    assert [ends(one)[:2] for one in told(app("a", to("b")), app("b", to("a")))] == [("a", "b"), ("b", "a")]


def test_a_direction_that_only_one_side_knows_holds() -> None:
    [one] = told(app("a", to("b", None, "x")), app("b", to("a", "mengirim", "x")))
    assert ends(one) == ("b", "a", "searah")


@pytest.mark.parametrize(
    ("mine", "its", "field"),
    [
        ({"arah": "mengirim"}, {"arah": "mengirim"}, "arah"),
        ({"arah": "dua-arah"}, {"arah": "mengirim"}, "arah"),
        ({"jalur": "splp"}, {"jalur": "berkas"}, "jalur"),
        ({"frekuensi": "harian"}, {"frekuensi": "bulanan"}, "frekuensi"),
    ],
)
def test_what_both_sides_tell_differently_is_no_fact(mine: Raw, its: Raw, field: str) -> None:
    [one] = told(app("a", {"aplikasi": "b", "data": ["x"], **mine}), app("b", {"aplikasi": "a", "data": ["x"], **its}))
    [conflict] = one.conflicts
    assert (conflict.field, getattr(one, field)) == (field, None)
    assert {node.id: word for node, word in conflict.told} == {"a": mine[field], "b": its[field]}


@pytest.mark.parametrize("turned", [False, True])
def test_what_names_the_same_data_is_matched_before_what_names_none(turned: bool) -> None:
    mine = [to("b", frekuensi="harian"), to("b", data="x", frekuensi="bulanan")]
    its = [to("a", "menerima", "x", frekuensi="bulanan")]
    found = told(app("a", *(reversed(mine) if turned else mine)), app("b", *its))
    assert [one.conflicts for one in found] == [(), ()]
    assert {(one.frekuensi, len(one.data), len(one.told_by)) for one in found} == {
        ("harian", 0, 1),
        ("bulanan", 1, 2),
    }


@pytest.mark.parametrize("data", ["", "x"])
def test_what_has_the_same_direction_is_matched_first(data: str) -> None:
    mine = [to("b", "mengirim", data), to("b", "menerima", data)]
    its = [to("a", "dua-arah", data), to("a", "mengirim", data), to("a", "menerima", data)]
    found = told(app("a", *mine), app("b", *its))
    assert [one.conflicts for one in found] == [(), (), ()]
    assert sorted(ends(one)[2] or "" for one in found) == ["dua-arah", "searah", "searah"]


def test_planned_and_retired_applications_exchange_nothing_today() -> None:
    for state in ("rencana", "dihentikan"):
        assert told(app("a", to("b")), app("b", keadaan=state)) == ()
        assert told(app("a", to("b"), keadaan=state), app("b")) == ()


def test_planned_exchanges_are_not_of_today() -> None:
    assert told(app("a", rencana={"integrasi": [to("b")]}), app("b")) == ()


def alone(*apps: Raw) -> dict[str, bool]:
    region = region_of({"aplikasi": list(apps), "data": [{"id": "x"}]})
    return {node.id: none for node, none in islands(region)}


def test_islands_exchange_nothing_and_share_no_data() -> None:
    assert alone(app("a"), app("b", integrasi="tidak ada"), app("c", data_dipakai=["x"])) == {
        "a": False,
        "b": True,
        "c": False,
    }


def test_what_an_exchange_or_common_data_join_is_no_island() -> None:
    assert alone(app("a", to("b")), app("b")) == {}
    assert alone(app("a", data_dihasilkan=["x"]), app("b", data_dipakai=["x"])) == {}


def test_data_that_all_use_cost_no_look_at_each_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = [0]
    plain = today.is_current

    def counting(region: Region, node: Node) -> bool:
        looks[0] += 1
        return plain(region, node)

    monkeypatch.setattr(today, "is_current", counting)
    needed = []
    for many in (20, 40):
        looks[0] = 0
        assert alone(*(app(f"a{at}", data_dipakai=["x"]) for at in range(many))) == {}
        needed.append(looks[0])
    assert 0 < needed[1] <= 2 * needed[0]


def test_what_only_hidden_records_join_is_an_island_of_the_open_data() -> None:
    closed = {"klasifikasi": "tertutup"}
    region = region_of(
        {
            "aplikasi": [
                app("a", to("h")),
                app("b", data_dihasilkan=["x"]),
                app("c"),
                app("h", data_dipakai=["x"], **closed),
            ],
            "data": [{"id": "x"}],
        }
    )
    view = seen_by(region, "publik")
    assert [node.id for node, _none in islands(view.region)] == ["a", "b", "c"]
    assert [node.id for node, _none in islands(region)] == ["c"]


def test_data_that_are_hidden_are_not_told() -> None:
    region = region_of(
        {
            "aplikasi": [app("a", to("b", data="x y")), app("b")],
            "data": [{"id": "x"}, {"id": "y", "klasifikasi": "tertutup"}],
        }
    )
    view = seen_by(region, "publik")
    [one] = exchanges(view.region)
    assert [node.id for node in one.data] == ["x"]
    [whole] = exchanges(region)
    assert [node.id for node in whole.data] == ["x", "y"]
