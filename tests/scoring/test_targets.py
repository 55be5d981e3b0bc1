"""What reaching targets would do to an index is what the index would be with them, digit for digit."""

from __future__ import annotations

from fractions import Fraction

import pytest

from spbe.scoring import score
from spbe.scoring.targets import gain
from spbe.standards.instruments import shipped_instruments

INSTRUMENT = shipped_instruments()["permenpanrb-59-2020"]
VALUES = {one.kode: Fraction(1 + place % 4) for place, one in enumerate(INSTRUMENT.all_indicators())}


def test_targets_together_gain_what_scoring_them_gives() -> None:
    targets = {"I1": Fraction(5), "I16": Fraction(5), "I47": Fraction(5)}
    before, after = score(INSTRUMENT, VALUES), score(INSTRUMENT, VALUES | targets)
    assert before.nilai is not None
    assert after.nilai is not None
    assert gain(before, targets) == after.nilai - before.nilai > 0


def test_a_target_below_the_value_takes_nothing_away() -> None:
    assert VALUES["I4"] == 4
    assert gain(score(INSTRUMENT, VALUES), {"I4": Fraction(2)}) == 0


def test_nothing_is_told_of_an_unanswered_indicator() -> None:
    values = {code: value for code, value in VALUES.items() if code != "I2"}
    assert gain(score(INSTRUMENT, values), {"I2": Fraction(3)}) is None


def test_a_code_that_the_instrument_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="I99"):
        gain(score(INSTRUMENT, VALUES), {"I99": Fraction(3)})
