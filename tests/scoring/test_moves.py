"""Why an index moved: exact shares that add up, of levels, of printed parts, and of nothing more than an index."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spbe.model.instrumen import Instrumen
from spbe.scoring.hasil import hasil_of
from spbe.scoring.moves import before, best_and_worst, moved, strongest
from spbe.scoring.outcomes import outcomes
from support.assessment_results import hasil
from support.property_runs import at_least
from support.regions import REGIONS, open_fast

WHOLE = {"I1": 2, "I2": 2, "I3": 2, "I4": 2, "I5": 2}


def test_shares_of_levels_are_weights_times_steps(layered: Instrumen) -> None:
    """I1 20 up one, I3 30 down one, I5 10 up two: 0.20, -0.30 and 0.20, together 0.10."""
    change = moved(
        hasil(layered, {"akhir": WHOLE}, "2023", indeks="2.00"),
        hasil(layered, {"akhir": {**WHOLE, "I1": 3, "I3": 1, "I5": 4}}, "2024", indeks="2.10"),
    )

    assert change is not None
    assert (change.dasar, change.selisih, change.sisa) == ("nilai", Fraction("0.10"), 0)
    assert [(one.bagian.kode, one.sumbangan) for one in strongest(change.indikator)] == [
        ("I3", Fraction("-0.30")),
        ("I1", Fraction("0.20")),
        ("I5", Fraction("0.20")),
    ]
    best, worst = best_and_worst(change.indikator)
    assert [[one.bagian.kode for one in both] for both in (best, worst)] == [["I1", "I5"], ["I3"]]
    assert [(one.bagian.kode, one.sumbangan) for one in change.domain] == [
        ("D1", Fraction("0.20")),
        ("D2", Fraction("-0.10")),
    ]
    assert [one.sumbangan for one in change.aspek] == [Fraction("0.20"), Fraction("-0.30"), Fraction("0.20")]


LEVELS = st.fixed_dictionaries({f"I{number}": st.integers(1, 5) for number in range(1, 6)})


@at_least(60)
@given(LEVELS, LEVELS)
def test_shares_always_add_up_to_the_change(layered: Instrumen, first: dict[str, int], last: dict[str, int]) -> None:
    one, other = hasil(layered, {"akhir": first}, "2023"), hasil(layered, {"akhir": last}, "2024")
    change = moved(one, other)

    assert change is not None
    assert one.indeks is not None
    assert other.indeks is not None
    for shares in (change.indikator, change.aspek, change.domain):
        assert sum(share.sumbangan for share in shares) == change.selisih == other.indeks - one.indeks


def test_with_published_figures_only_the_domains_are_told_and_what_rounding_leaves(layered: Instrumen) -> None:
    """0.40 × 0.13 + 0.60 × 0.10 = 0.112, printed as 0.11."""
    change = moved(
        hasil(layered, None, "2023", indeks="2.00", domain={"D1": "2.00", "D2": "2.00"}),
        hasil(layered, None, "2024", indeks="2.11", domain={"D1": "2.13", "D2": "2.10"}),
    )

    assert change is not None
    assert (change.dasar, change.selisih, change.indikator) == ("bagian", Fraction("0.11"), ())
    assert [one.sumbangan for one in change.domain] == [Fraction("0.052"), Fraction("0.06")]
    assert (change.sisa, change.terbulatkan) == (Fraction("-0.002"), True)


def test_an_index_alone_tells_only_that_it_changed(layered: Instrumen) -> None:
    change = moved(
        hasil(layered, None, "2023", indeks="2.00", domain={"D1": "2.00"}), hasil(layered, None, "2024", indeks="2.11")
    )

    assert change is not None
    assert (change.dasar, change.selisih, change.domain, change.sisa) == ("indeks", Fraction("0.11"), (), 0)


def test_own_levels_never_explain_a_published_index(layered: Instrumen) -> None:
    change = moved(
        hasil(layered, {"mandiri": WHOLE}, "2023", indeks="1.50"),
        hasil(layered, {"mandiri": {**WHOLE, "I1": 5}}, "2024", indeks="1.60"),
    )

    assert change is not None
    assert (change.dasar, change.indikator, change.selisih) == ("indeks", (), Fraction("0.10"))


def test_instruments_are_never_joined(layered: Instrumen, flat: Instrumen) -> None:
    with pytest.raises(ValueError, match="instrument"):
        moved(hasil(layered, None, "2023", indeks="2.00"), hasil(flat, None, "2024", indeks="2.00"))


def test_an_unfinished_assessment_has_moved_nowhere_yet(layered: Instrumen) -> None:
    assert moved(hasil(layered, None, "2023", indeks="2.00"), hasil(layered, {"mandiri": {"I1": 3}}, "2024")) is None


def test_the_one_before_is_the_newest_whole_result_of_an_earlier_year(layered: Instrumen) -> None:
    known = [
        hasil(layered, None, "2022", indeks="2.00"),
        hasil(layered, {"mandiri": {"I1": 2}}, "2023"),
        hasil(layered, None, "2024", indeks="2.10"),
        hasil(layered, None, "2024-ulang", indeks="2.20"),
    ]
    results = {one.assessment.nama: one for one in known}

    assert before(results, "2024-ulang") is before(results, "2024") is known[0]
    assert before(results, "2022") is None


def test_a_trial_of_another_instrument_hides_no_earlier_year(layered: Instrumen, flat: Instrumen) -> None:
    first = hasil(layered, None, "2024", indeks="2.10")
    trial = hasil(flat, {"mandiri": {"I1": 2, "I2": 2, "I3": 2}}, "2025-uji")
    last = hasil(layered, None, "2026", indeks="2.20")
    results = {one.assessment.nama: one for one in (first, trial, last)}

    assert before(results, "2026") is first
    assert before(results, "2025-uji") is first  # there is no other, and nothing but that can be said


@pytest.mark.parametrize("name", REGIONS)
def test_shares_of_real_years_add_up(name: str) -> None:
    region = open_fast(REGIONS[name]).region
    results = list(hasil_of(region.assessments, outcomes(region)).values())
    told = 0
    for one, other in pairwise(results):
        if one.assessment.instrumen.id == other.assessment.instrumen.id and (change := moved(one, other)) is not None:
            assert change.sisa == 0
            assert sum(share.sumbangan for share in change.indikator) == change.selisih
            told += 1
    assert told == {"arunika": 5, "bandar-lampung": 2, "madiun": 0}[name]
