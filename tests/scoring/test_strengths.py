"""Strengths and weaknesses by the guideline's levels, and the effect of what assessors changed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spbe.model.instrumen import Instrumen
from spbe.scoring import score
from spbe.scoring.calculation import ScoreTerm
from spbe.scoring.strengths import appraise, shifts
from spbe.standards.instruments import shipped_instruments

SPBE = shipped_instruments()["permenpanrb-59-2020"]
CODES = [indicator.kode for indicator in SPBE.all_indicators()]

answers = st.dictionaries(st.sampled_from(CODES), st.integers(1, 5).map(Fraction))


def codes(terms: tuple[ScoreTerm, ...]) -> list[str]:
    return [term.indikator.kode for term in terms]


def test_levels_four_and_five_are_strengths_one_and_two_weaknesses(layered: Instrumen) -> None:
    values = {"I1": Fraction(4), "I2": Fraction(5), "I3": Fraction(3), "I4": Fraction(2), "I5": Fraction(1)}
    first, second, third = appraise(score(layered, values))
    assert codes(first.kekuatan) == ["I2", "I1"]
    assert (codes(second.antara), second.kekuatan, second.kelemahan) == (["I3"], (), ())
    assert codes(third.kelemahan) == ["I5", "I4"]
    assert [one.terpenuhi for one in (first, second, third)] == [2, 1, 1]


def test_a_fraction_counts_as_the_level_that_it_has_reached(flat: Instrumen) -> None:
    first, second = appraise(score(flat, {"I1": Fraction("2.99"), "I2": Fraction("3.99"), "I3": Fraction("4.0")}))
    assert (codes(first.kelemahan), codes(first.antara)) == (["I1"], ["I2"])
    assert codes(second.kekuatan) == ["I3"]


@given(answers)
def test_every_indicator_is_in_exactly_one_group(values: dict[str, Fraction]) -> None:
    found = [
        code
        for one in appraise(score(SPBE, values))
        for group in (one.kekuatan, one.kelemahan, one.antara, one.kosong)
        for code in codes(group)
    ]
    assert sorted(found) == sorted(CODES)


def test_unanswered_is_no_weakness(layered: Instrumen) -> None:
    first, *_rest = appraise(score(layered, {"I1": Fraction(1)}))
    assert (codes(first.kelemahan), codes(first.kosong)) == (["I1"], ["I2"])


@given(st.tuples(*[st.tuples(st.integers(1, 5), st.integers(1, 5))] * len(CODES)))
def test_the_effects_of_all_changes_add_up_to_the_difference_of_the_indices(pairs: tuple[tuple[int, int], ...]) -> None:
    first = score(SPBE, {code: Fraction(one) for code, (one, _) in zip(CODES, pairs, strict=True)})
    last = score(SPBE, {code: Fraction(other) for code, (_, other) in zip(CODES, pairs, strict=True)})
    found = shifts(first, last)
    assert first.nilai is not None
    assert last.nilai is not None
    assert sum(shift.dampak for shift in found) == last.nilai - first.nilai
    sizes = [abs(shift.dampak) for shift in found]
    assert sizes == sorted(sizes, reverse=True)
    assert len(found) == sum(one != other for one, other in pairs)


def test_what_is_unanswered_at_one_stage_is_not_compared(layered: Instrumen) -> None:
    first = score(layered, {"I1": Fraction(3), "I2": Fraction(3)})
    last = score(layered, {"I1": Fraction(2), "I3": Fraction(3)})
    (only,) = shifts(first, last)
    assert (only.indikator.kode, only.dari, only.ke, only.dampak) == ("I1", 3, 2, Fraction("-0.2"))


def test_two_instruments_are_never_compared(layered: Instrumen, flat: Instrumen) -> None:
    with pytest.raises(ValueError, match="cannot be compared"):
        shifts(score(layered, {}), score(flat, {}))
