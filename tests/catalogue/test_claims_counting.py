"""What counts as what: records of today only, both ends of an exchange, and what is not known never decides."""

from __future__ import annotations

from fractions import Fraction

import pytest

from spbe.catalogue.claims import RULES, ClaimRule, Exists, Fact, Judge, Share, State, Verdict, verdict_seen
from support.claim_worlds import case_of, exchanging, housed, linked, many, networked, planning

A, B, C, D = "ya", "sebagian", "tidak", "tak-diketahui"


def facts(*states: State) -> list[Fact]:
    return [Fact(str(place), state) for place, state in enumerate(states)]


def rule(name: str) -> ClaimRule:
    return next(one for one in RULES if one.id == name)


@pytest.mark.parametrize(
    ("states", "verdict"),
    [
        ((A, A, A, C), "selaras"),
        ((A, A, A, D), "selaras"),
        ((A, A, C, C), "meragukan"),
        ((A, A, B, C), "meragukan"),
        ((A, A, D, C), "meragukan"),  # it may agree, but it cannot be contradicted: known in part
        ((A, C, C, C), "bertentangan"),
        ((A, B, C, C), "meragukan"),
        ((A, D, C, C), "meragukan"),  # what is not known could not make it agree, nor is it contradicted
        ((A, D, D, C), "tak-dinilai"),
        ((D, D, D, D), "tak-dinilai"),
        ((A, A), "tak-dinilai"),
        ((), "tak-dinilai"),
    ],
)
def test_a_share_is_judged_by_what_is_known(states: tuple[State, ...], verdict: Verdict) -> None:
    assert Share(Fraction(3, 4), Fraction(1, 2)).verdict(facts(*states)) == verdict


def test_the_bounds_of_a_share_are_exact() -> None:
    third = Share(Fraction(2, 3), Fraction(1, 3))
    assert third.verdict(facts(A, A, C)) == "selaras"
    assert third.verdict(facts(A, C, C)) == "meragukan"
    assert third.verdict(facts(C, C, C)) == "bertentangan"


@pytest.mark.parametrize(
    ("states", "verdict"),
    [
        ((C, D, B, A), "selaras"),
        ((C, D, B), "meragukan"),
        ((C, D), "tak-dinilai"),
        ((C, C), "bertentangan"),
        ((), "tak-dinilai"),
    ],
)
def test_one_that_holds_is_enough(states: tuple[State, ...], verdict: Verdict) -> None:
    assert Exists().verdict(facts(*states)) == verdict


@pytest.mark.parametrize(
    ("judge", "seen", "verdict"),
    [
        (Exists(), [Fact("a", C, at_best=A)], "belum-terlihat"),
        (Exists(), [Fact("a", B, at_best=A)], "belum-terlihat"),
        (Exists(), [Fact("a", C, at_best=A), Fact("b", B)], "belum-terlihat"),
        (Exists(), [Fact("a", C), Fact("b", B)], "meragukan"),
        (Exists(), [Fact("a", C)], "bertentangan"),
        (Exists(), [Fact("a", A), Fact("b", C, at_best=A)], "selaras"),
        (Exists(), [Fact("a", D)], "tak-dinilai"),
        (Share(Fraction(3, 4), Fraction(1, 2)), [Fact(str(n), C, at_best=A) for n in range(4)], "belum-terlihat"),
        (Share(Fraction(3, 4), Fraction(1, 2)), [Fact(str(n), C) for n in range(4)], "bertentangan"),
        (
            Share(Fraction(3, 4), Fraction(1, 2)),
            [*facts(C, C), Fact("x", C, at_best=A), Fact("y", C, at_best=A)],
            "meragukan",
        ),
    ],
)
def test_absence_contradicts_nothing_for_who_does_not_see_everything(
    judge: Judge, seen: list[Fact], verdict: Verdict
) -> None:
    """What is left when everything that may be out of sight is granted is all that is held against a claim."""
    assert verdict_seen(judge, seen) == verdict


def states(name: str, world: dict[str, list[dict[str, object]]]) -> list[State]:
    return [fact.state for fact in rule(name).facts(case_of(world, rule(name)))]


@pytest.mark.parametrize("keadaan", ["rencana", "dihentikan"])
def test_only_records_of_today_count(keadaan: str) -> None:
    centre = {"id": "pd", "jenis": "pusat-data", "keadaan": keadaan}
    assert states("pusat-data-ada", {"infrastruktur": [centre, *many("s", 9, jenis="server")]}) == [D]
    assert states("pusat-data-ada", {"infrastruktur": [centre, *many("s", 10, jenis="server")]}) == [C]


def test_what_a_plan_names_does_not_count() -> None:
    world = {**networked(0)}
    world["infrastruktur"] = [{"id": "intra", "jenis": "jaringan-intra", "rencana": {"menghubungkan": ["opd0"]}}]
    assert set(states("jaringan-opd", world)) == {D}
    world = {**housed(None)}
    first, *rest = world["aplikasi"]
    world["aplikasi"] = [{**first, "rencana": {"infrastruktur": ["pd"]}}, *rest]
    assert set(states("pusat-data-opd", world)) == {D}


def test_an_exchange_counts_for_both_ends() -> None:
    world = {"aplikasi": [{"id": "a", "integrasi": [{"aplikasi": "b", "jalur": "langsung"}]}, {"id": "b"}]}
    assert states("aplikasi-terpadu", world) == [A, A]


def test_an_exchange_with_a_retired_application_does_not_count() -> None:
    world = exchanging("langsung")
    world = {
        "aplikasi": [{**one, "keadaan": "dihentikan"} if one["id"] == "mitra" else one for one in world["aplikasi"]]
    }
    assert set(states("aplikasi-terpadu", world)) == {D}


def test_parts_of_offices_are_not_counted_as_offices() -> None:
    world = {**networked(5)}
    world["perangkat-daerah"] = [*many("opd", 5), {"id": "uptd", "induk": "opd0"}, {"id": "kel", "jenis": "kelurahan"}]
    assert states("jaringan-opd", world) == [A] * 5


def test_an_application_that_all_use_does_not_speak_for_every_office() -> None:
    world = {**housed(1)}
    first, *rest = world["aplikasi"]
    world["aplikasi"] = [{**first, "pengguna": [f"opd{place}" for place in range(5)]}, *rest]
    assert states("pusat-data-opd", world) == [A, C, C, C, C]


def test_a_link_counts_where_an_application_names_it_as_what_it_runs_on() -> None:
    world = {**linked(None), "infrastruktur": [{"id": "spld", "jenis": "splp"}]}
    world["aplikasi"] = [
        {**one, "infrastruktur": ["spld"]} if one["id"] == "app0" else one for one in world["aplikasi"]
    ]
    assert states("penghubung-opd", world) == [A, D, D, D, D]


def test_a_service_counts_at_and_below_the_codes_of_its_indicator_only() -> None:
    below = planning({}, referensi=["RAL.02.03.01.07"])
    assert states("layanan-beraplikasi", below) == [A]
    beside = planning({}, referensi=["RAL.02.03.02"])
    assert states("layanan-beraplikasi", beside) == [D]


def test_without_a_fitting_service_a_kept_catalogue_leaves_doubt() -> None:
    others = {"layanan": many("lain", 10, referensi=["RAL.01.16"])}
    assert states("layanan-beraplikasi", others) == [B]
    assert states("layanan-beraplikasi", {"layanan": others["layanan"][:9]}) == [D]


def test_two_years_end_with_the_day() -> None:
    def audit(day: str) -> list[State]:
        return states("audit-keamanan", {"keamanan": [{"id": "a", "jenis": "audit", "tanggal": day}]})

    assert audit("2024-06-02") == [A]
    assert audit("2024-06-01") == [B]
    assert audit("2024") == [A], "a year may mean its last day"
