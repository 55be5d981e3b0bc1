"""The weakest parts and the indicators farthest below their targets; what changes cost, by whoever answers for them."""

from __future__ import annotations

from fractions import Fraction

from spbe.model.instrumen import Instrumen
from spbe.scoring import score
from spbe.scoring.shortfalls import effects_by, farthest, low_parts
from spbe.scoring.strengths import shifts
from support.assessment_results import hasil

TWOS = dict.fromkeys(("I1", "I2", "I3", "I4", "I5"), Fraction(2))


def test_parts_below_two_come_lowest_first(layered: Instrumen) -> None:
    parts = hasil(layered, indeks="1.5", domain={"D1": "1.89", "D2": "1.23"}).bagian
    assert [(one.bagian.kode, one.teks) for one in low_parts(parts)] == [("D2", "1.23"), ("D1", "1.89")]


def test_two_is_not_below_two_and_what_is_unknown_is_not_low(layered: Instrumen) -> None:
    assert low_parts(hasil(layered, indeks="2.0", domain={"D1": "2.00"}).bagian) == ()


def test_the_farthest_below_target_come_first_and_among_equals_the_heavier(layered: Instrumen) -> None:
    targets = {"I1": Fraction(3), "I5": Fraction(4), "I3": Fraction(4), "I2": Fraction(2)}
    found = farthest(score(layered, TWOS), targets)
    assert [one.indikator.kode for one in found] == ["I3", "I5", "I1"]
    assert [one.kurang for one in found] == [2, 2, 1]
    assert [one.dampak for one in found] == [Fraction(60, 100), Fraction(20, 100), Fraction(20, 100)]


def test_an_unanswered_indicator_is_not_below_its_target(layered: Instrumen) -> None:
    assert farthest(score(layered, {"I1": Fraction(3)}), {"I2": Fraction(4)}) == ()


def test_changes_are_summed_by_whoever_answers_and_the_greatest_loss_comes_first(layered: Instrumen) -> None:
    after = score(layered, {**TWOS, "I1": Fraction(1), "I3": Fraction(1), "I4": Fraction(3)})
    found = shifts(score(layered, TWOS), after)
    sums = effects_by(found, lambda one: "a" if one.indikator.kode in {"I1", "I3"} else "b")
    assert list(sums.items()) == [("a", (2, Fraction(-50, 100))), ("b", (1, Fraction(20, 100)))]
