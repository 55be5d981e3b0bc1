"""What one indicator more or less does to the index: exact, and the same as scoring again."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spbe.model.instrumen import Instrumen
from spbe.scoring import predicate_of, score
from spbe.scoring.rounding import exact_text
from spbe.scoring.sensitivity import nearby_bounds, one_more, step_to
from spbe.standards.instruments import shipped_instruments

INSTRUMENTS = list(shipped_instruments().values())


def whole(**levels: int) -> dict[str, Fraction]:
    return {code: Fraction(level) for code, level in levels.items()}


@st.composite
def complete(draw: st.DrawFn) -> tuple[Instrumen, dict[str, Fraction]]:
    instrument = draw(st.sampled_from(INSTRUMENTS))
    scale = instrument.skala
    step = 1 if scale.bilangan_bulat else 100
    level = st.integers(int(scale.minimum * step), int(scale.maksimum * step)).map(lambda n: Fraction(n, step))
    return instrument, {one.kode: draw(level) for one in instrument.all_indicators()}


@given(complete())
def test_a_step_gives_what_scoring_the_moved_answers_gives(case: tuple[Instrumen, dict[str, Fraction]]) -> None:
    instrument, values = case
    before = score(instrument, values)
    for code, value in values.items():
        step = one_more(before, code)
        if step is None:
            assert value == instrument.skala.maksimum
            continue
        after = score(instrument, values | {code: step.ke})
        assert step.ke.denominator == 1
        assert 0 < step.ke - value <= 1
        assert step.indeks == after.nilai
        assert step.predikat == after.predikat
        assert step.berubah is (after.predikat != before.predikat)
        assert before.nilai is not None
        assert step.selisih == step.indeks - before.nilai


@given(complete())
def test_near_a_bound_means_that_one_step_of_a_named_indicator_crosses_it(
    case: tuple[Instrumen, dict[str, Fraction]],
) -> None:
    instrument, values = case
    before = score(instrument, values)
    rising = {code for brink in nearby_bounds(before) if brink.naik for code in brink.kode}
    assert rising == {code for code in values if (step := one_more(before, code)) is not None and step.berubah}
    for brink in nearby_bounds(before):
        if not brink.naik:
            for code in brink.kode:
                lower = score(instrument, values | {code: Fraction(-(-values[code] // 1) - 1)})
                assert lower.nilai is not None
                assert lower.nilai < brink.batas <= (before.nilai or 0)


def test_one_level_more_gains_its_weight_and_tells_the_new_predicate(layered: Instrumen) -> None:
    # 2x20 + 3x20 + 2x30 + 3x20 + 3x10 = 250: index 2.50, Cukup; I5 alone reaches 2.60, the bound of Baik.
    made = score(layered, whole(I1=2, I2=3, I3=2, I4=3, I5=3))
    step = one_more(made, "I5")
    assert step is not None
    assert (step.selisih, step.indeks) == (Fraction("0.1"), Fraction("2.6"))
    assert step.predikat is not None
    assert (step.predikat.nama, step.berubah) == ("Baik", True)
    (brink,) = nearby_bounds(made)
    assert (brink.batas, brink.jarak, brink.naik) == (Fraction("2.6"), Fraction("0.1"), True)
    assert brink.kode == ("I1", "I2", "I3", "I4", "I5")


def test_on_the_bound_every_step_down_falls_below_it(layered: Instrumen) -> None:
    made = score(layered, whole(I1=2, I2=3, I3=2, I4=3, I5=4))
    (brink,) = nearby_bounds(made)
    assert (brink.batas, brink.jarak, brink.naik) == (Fraction("2.6"), 0, False)
    assert brink.predikat.nama == "Cukup"
    assert len(brink.kode) == 5


def test_far_from_every_bound_nothing_is_near(layered: Instrumen) -> None:
    assert nearby_bounds(score(layered, whole(I1=4, I2=4, I3=4, I4=4, I5=4))) == ()


def test_a_bound_that_only_rounding_crosses_is_told_too(flat: Instrumen) -> None:
    """3.199 prints 3.20, the bound here; every indicator is a thousandth below its next level, none reaches it."""
    good, fair, poor = flat.predikat
    moved = (
        good.model_copy(update={"bawah": Fraction("3.2")}),
        fair.model_copy(update={"atas": Fraction("3.2")}),
        poor,
    )
    values = {"I1": Fraction("4.999"), "I2": Fraction("4.999"), "I3": Fraction("2.999")}
    made = score(flat.model_copy(update={"predikat": moved}), values)
    assert made.nilai == Fraction("3.199")
    (brink,) = nearby_bounds(made)
    assert (brink.naik, brink.predikat.nama, brink.kode) == (True, "Baik", ())


def test_without_all_answers_the_gain_is_known_but_not_the_index(layered: Instrumen) -> None:
    made = score(layered, whole(I1=2, I3=3))
    step = one_more(made, "I3")
    assert step is not None
    assert (step.selisih, step.indeks, step.predikat, step.berubah) == (Fraction("0.3"), None, None, False)
    assert one_more(made, "I2") is None
    assert nearby_bounds(made) == ()


def test_a_step_to_a_far_level_and_wrong_questions(layered: Instrumen) -> None:
    made = score(layered, whole(I1=2, I2=3, I3=2, I4=3, I5=3))
    step = step_to(made, "I3", Fraction(5))
    assert step is not None
    assert step.selisih == Fraction("0.9")
    with pytest.raises(ValueError, match="I9: not an indicator"):
        one_more(made, "I9")
    with pytest.raises(ValueError, match="I3: 6 is outside"):
        step_to(made, "I3", Fraction(6))


def test_predicates_follow_the_exact_value_not_the_printed_one(layered: Instrumen) -> None:
    assert predicate_of(layered, Fraction("2.5999")) != predicate_of(layered, Fraction("2.6"))


@pytest.mark.parametrize(
    ("value", "told"),
    [("2.7145", "2.7145"), ("-0.0275", "-0.0275"), ("3", "3"), ("2.5", "2.5"), ("656/300", "2.186666…"), ("0", "0")],
)
def test_exact_text_has_every_digit_or_says_that_it_was_cut(value: str, told: str) -> None:
    assert exact_text(Fraction(value)) == told
