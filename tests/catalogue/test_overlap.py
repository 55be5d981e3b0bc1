"""Likely duplicates: what is told and with which reasons, what is left alone, and that work grows with the records."""

from __future__ import annotations

from typing import Any

import pytest

from spbe.catalogue.candidates import MANY_NAMES, candidates, rivals
from spbe.catalogue.overlap import MIDDLE, STRONG, Overlap, OverlapGroup, overlap
from spbe.catalogue.similarity import POINTS, WEAK
from spbe.editions import EditionName
from support.raw_regions import region_of, seen_by

Raw = dict[str, Any]
OFFICES = [{"id": name, "nama": f"Dinas {name.title()}", "singkatan": f"Din{name}"} for name in ("kesehatan", "sosial")]
SERVICE = {"id": "surat"}


def app(name: str, nama: str, office: str | None = None, **fields: Any) -> Raw:
    owner = {"perangkat_daerah": office} if office else {}
    return {"id": name, "nama": nama, **owner, **fields}


def found(*apps: Raw, **others: list[Raw]) -> Overlap:
    world = {"aplikasi": list(apps), "perangkat-daerah": OFFICES, "layanan": [SERVICE, {"id": "lain"}], **others}
    return overlap(region_of(world))


def only(*apps: Raw, **others: Any) -> OverlapGroup:
    [group] = found(*apps, **others).groups
    return group


def codes(group: OverlapGroup) -> list[str]:
    return [reason.code for _node, pair in group.closest for reason in pair.reasons]


def ids(group: OverlapGroup) -> list[str]:
    return [node.id for node in group.members]


def test_one_name_in_two_offices_is_told() -> None:
    group = only(app("a", "e-Surat", "kesehatan"), app("b", "Aplikasi Surat OPD", "sosial"))
    assert (codes(group), group.confidence, group.sort) == (["nama-sama"], "sedang", "serupa")


def test_the_same_name_for_the_same_service_is_sure() -> None:
    fields = {"layanan": ["surat"]}
    group = only(app("a", "e-Surat", "kesehatan", **fields), app("b", "Surat", "sosial", **fields))
    assert (codes(group), group.confidence) == (["nama-sama", "layanan"], "kuat")


def test_names_of_general_words_are_not_matched() -> None:
    assert not found(app("a", "Website Dinas", "kesehatan"), app("b", "Portal Layanan Informasi", "sosial")).groups


def test_the_name_of_the_office_alone_is_no_name() -> None:
    assert not found(app("a", "Website Kesehatan", "kesehatan"), app("b", "Portal Kesehatan", "sosial")).groups


def test_the_short_name_of_the_owner_is_dropped() -> None:
    group = only(app("a", "Presensi Dinkesehatan", "kesehatan"), app("b", "Presensi Dinsosial", "sosial"))
    assert codes(group) == ["nama-sama"]


def test_a_resembling_name_alone_is_not_enough_but_with_a_service_it_is() -> None:
    one, other = app("a", "Retribusi Pasar", "kesehatan"), app("b", "Retribusi Pasar Lapak", "sosial")
    assert not found(one, other).groups
    group = only({**one, "layanan": ["surat"]}, {**other, "layanan": ["surat"]})
    assert (codes(group), group.points) == (["nama-mirip", "layanan"], POINTS["nama-mirip"] + POINTS["layanan"])


def test_a_common_service_alone_is_not_enough() -> None:
    fields = {"layanan": ["surat"]}
    assert not found(app("a", "Pena", "kesehatan", **fields), app("b", "Tinta", "sosial", **fields)).groups


def test_one_dataset_from_two_applications_is_told_weakly() -> None:
    fields = {"data_dihasilkan": ["x"]}
    pair = app("a", "Pena", "kesehatan", **fields), app("b", "Tinta", "sosial", **fields)
    assert only(*pair, data=[{"id": "x"}]).confidence == "lemah"


def test_the_same_function_in_the_reference_counts_from_level_three() -> None:
    deep = [{"id": "l1", "referensi": ["RAL.01.25.04"]}, {"id": "l2", "referensi": ["RAL.01.25.04"]}]
    shallow = [{**one, "referensi": ["RAL.01.25"]} for one in deep]
    text = {"uraian": "Nomor antrean pasien di loket pendaftaran"}
    pair = app("a", "Pena", "kesehatan", layanan=["l1"], **text), app("b", "Tinta", "sosial", layanan=["l2"], **text)
    assert set(codes(only(*pair, layanan=deep))) == {"fungsi", "uraian"}
    assert not found(*pair, layanan=shallow).groups


def test_initials_are_told() -> None:
    group = only(app("a", "SIPD"), app("b", "Sistem Informasi Pembangunan Daerah"))
    assert codes(group) == ["singkatan"]


def test_one_address_is_one_application() -> None:
    group = only(
        app("a", "Pena", tautan="https://www.pena.example/login"), app("b", "Tinta", tautan="http://pena.example/")
    )
    assert codes(group) == ["alamat"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://e.example:8081/", "https://e.example:8082/", False),
        ("https://e.example/?app=pena", "https://e.example/?app=tinta", False),
        ("https://e.example/#/pena", "https://e.example/#/tinta", False),
        ("https://e.example/#!pena", "https://e.example/#!tinta", False),
        ("https://e.example:443/login", "http://e.example:80", True),
        ("https://e.example/#kontak", "https://e.example/", True),
        ("https://e.example/?app=pena", "https://www.e.example?app=pena", True),
        ("https://e.example:99999/", "https://e.example:99998/", False),
    ],
)
def test_what_leads_to_another_application_makes_another_address(one: str, other: str, same: bool) -> None:
    groups = found(app("a", "Pena", tautan=one), app("b", "Tinta", tautan=other)).groups
    assert bool(groups) is same


def test_what_exchange_data_have_their_own_parts() -> None:
    fields = {"data_dihasilkan": ["x"]}
    told = {"integrasi": [{"aplikasi": "b", "arah": "mengirim"}]}
    pair = app("a", "Pena", "kesehatan", **fields, **told), app("b", "Tinta", "sosial", **fields)
    assert not found(*pair, data=[{"id": "x"}]).groups


def test_one_office_may_split_its_task() -> None:
    fields = {"data_dihasilkan": ["x"]}
    pair = app("a", "Pena", "sosial", **fields), app("b", "Tinta", "sosial", **fields)
    assert not found(*pair, data=[{"id": "x"}]).groups


def test_a_description_that_names_the_other_speaks_against() -> None:
    fields = {"data_dihasilkan": ["x"], "layanan": ["surat"]}
    plain = app("a", "Pena", "kesehatan", **fields), app("b", "Tinta", "sosial", **fields)
    aware = {**plain[0], "uraian": "Untuk yang tidak dilayani Tinta."}
    data = [{"id": "x"}]
    assert only(aware, plain[1], data=data).points == only(*plain, data=data).points + POINTS["disebut"]


def test_different_services_speak_against_the_same_name() -> None:
    pair = (
        app("a", "Antrean", "kesehatan", layanan=["surat"]),
        app("b", "Antrean", "sosial", layanan=["lain"]),
    )
    assert "layanan-lain" in codes(only(*pair))


def test_a_shared_application_with_many_users_is_no_duplicate() -> None:
    assert not found(app("srikandi", "SRIKANDI", jenis="umum", pengguna=["kesehatan", "sosial"])).groups


def test_two_shared_applications_for_one_service_are_left_alone() -> None:
    fields = {"jenis": "umum", "layanan": ["surat"], "data_dihasilkan": ["x"]}
    assert not found(app("a", "Pena", **fields), app("b", "Tinta", **fields), data=[{"id": "x"}]).groups


def test_one_shared_application_recorded_by_each_office_is_told_as_that() -> None:
    group = only(*(app(f"s{n}", "SRIKANDI", office, jenis="umum") for n, office in enumerate(("kesehatan", "sosial"))))
    assert group.sort == "catatan-ganda"


def test_a_local_application_beside_a_shared_one_names_the_shared_one() -> None:
    group = only(
        app("lokal", "e-Kinerja", "sosial", pengguna=["kesehatan", "sosial"]),
        app("pusat", "e-Kinerja BKN", pemilik_luar="BKN"),
    )
    assert (group.sort, group.base.id, [node.id for node in group.shared]) == ("berbagi-pakai", "pusat", ["pusat"])


def test_the_most_used_one_looks_like_the_base() -> None:
    group = only(app("a", "Surat"), app("b", "Surat", layanan=["surat"], pengguna=["sosial"]))
    assert ids(group) == ["b", "a"]


def test_retired_applications_are_left_out_and_planned_ones_are_not() -> None:
    assert not found(app("a", "Surat"), app("b", "Surat", keadaan="dihentikan")).groups
    assert ids(only(app("b", "Surat"), app("a", "Surat", keadaan="rencana"))) == ["b", "a"]


def test_a_planned_replacement_is_told_and_goes_last() -> None:
    told = found(
        app("a", "Surat", menggantikan=["b"], layanan=["surat"], keadaan="rencana"),
        app("b", "Surat", layanan=["surat"]),
        app("c", "Pena", "kesehatan"),
        app("d", "Pena", "sosial"),
        **{"peta-rencana": [{"id": "p", "mengubah": {"aplikasi": ["c"]}, "status": "berjalan"}]},
    ).groups
    assert [(ids(group), group.is_settled) for group in told] == [(["c", "d"], False), (["b", "a"], True)]
    assert [node.id for node in told[0].plans] == ["p"]


def test_proposed_activities_are_plans_too() -> None:
    item = {"id": "p", "mengubah": {"aplikasi": ["a"]}, "status": "diusulkan", "keadaan": "rencana"}
    [plan] = only(app("a", "Surat"), app("b", "Surat"), **{"peta-rencana": [item]}).plans
    assert plan.id == "p"


@pytest.mark.parametrize("status", ["dibatalkan", "selesai"])
def test_activities_that_no_longer_run_plan_nothing(status: str) -> None:
    item = {"id": "p", "mengubah": {"aplikasi": ["a"]}, "status": status}
    assert not only(app("a", "Surat"), app("b", "Surat"), **{"peta-rencana": [item]}).plans


def test_likenesses_do_not_chain() -> None:
    """``b`` resembles both, but ``a`` and ``c`` have nothing in common: they share no group."""
    told = found(
        app("a", "Pena", "kesehatan", data_dihasilkan=["x"], layanan=["surat"]),
        app("b", "Tinta", "sosial", data_dihasilkan=["x", "y"], layanan=["surat", "lain"]),
        app("c", "Kertas", "kesehatan", data_dihasilkan=["y"], layanan=["lain"]),
        data=[{"id": "x"}, {"id": "y"}],
    ).groups
    assert not any({"a", "c"} <= set(ids(group)) and ids(group)[0] != "b" for group in told)


def test_one_likeness_between_two_groups_does_not_join_them() -> None:
    surat, pena = {"layanan": ["surat"]}, {"layanan": ["lain"]}
    told = found(
        app("a", "Surat", "kesehatan", data_dihasilkan=["x"], **surat),
        app("b", "Surat", "sosial", **surat),
        app("c", "Pena", "sosial", data_dihasilkan=["x"], layanan=["surat", "lain"]),
        app("d", "Pena", "kesehatan", **pena),
        data=[{"id": "x"}],
    ).groups
    assert sorted(sorted(ids(group)) for group in told) == [["a", "b"], ["c", "d"]]


def test_two_groups_that_are_alike_throughout_are_one() -> None:
    first, second = {"tautan": "https://satu.example"}, {"tautan": "https://dua.example"}
    group = only(*(app(f"s{n}", "Surat", **(first if n % 2 else second)) for n in range(4)))
    assert len(group.members) == 4


def test_hidden_applications_and_services_leave_no_trace() -> None:
    fields = {"layanan": ["surat"]}
    region = region_of(
        {
            "aplikasi": [
                app("a", "Surat", "kesehatan", **fields),
                app("b", "Surat", "sosial", **fields),
                app("c", "Surat", klasifikasi="tertutup"),
            ],
            "layanan": [{"id": "surat", "klasifikasi": "tertutup"}],
            "perangkat-daerah": OFFICES,
        }
    )
    told: dict[EditionName, OverlapGroup] = {}
    editions: tuple[EditionName, ...] = ("publik", "internal")
    for edition in editions:
        view = seen_by(region, edition)
        [told[edition]] = overlap(view.region).groups
    assert (ids(told["publik"]), codes(told["publik"])) == (["a", "b"], ["nama-sama"])
    assert ids(told["internal"]) == ["a", "b", "c"]


def test_everything_told_has_reasons_for_it_and_enough_points() -> None:
    many = [app(f"a{n}", f"Surat {n % 3}", layanan=["surat"]) for n in range(9)]
    for group in found(*many).groups:
        assert group.points >= WEAK
        assert {node for node, _pair in group.closest} == set(group.members[1:])
        assert all(any(reason.points > 0 for reason in pair.reasons) for _node, pair in group.closest)
    assert STRONG > MIDDLE > WEAK


def test_the_same_records_in_another_order_give_the_same_groups() -> None:
    many = [app(f"a{n}", f"Surat {'abc'[n % 3]}aru", layanan=["surat"] if n % 2 else ["lain"]) for n in range(12)]
    assert found(*many).groups == found(*reversed(many)).groups


def test_one_name_is_told_however_often_it_stands() -> None:
    number = MANY_NAMES * 3
    group = only(*(app(f"s{n:03}", "SRIKANDI", jenis="umum") for n in range(number)))
    assert len(group.members) == number
    assert found(*(app(f"s{n:03}", "SRIKANDI") for n in range(number))).compared < 2 * number


def test_the_number_of_comparisons_grows_with_the_applications() -> None:
    def compared(number: int) -> int:
        words = [f"kata{n}" for n in range(number)]
        apps = [
            app(f"a{n}", f"Umumnya {words[n]} {words[n * 7 % number]}", layanan=[f"l{n // 3}"]) for n in range(number)
        ]
        region = region_of({"aplikasi": apps, "layanan": [{"id": f"l{n}"} for n in range(number // 3 + 1)]})
        return sum(1 for _pair in rivals(candidates(region)))

    few, many = compared(200), compared(1600)
    assert few > 0
    assert many <= few * 8 * 1.2
