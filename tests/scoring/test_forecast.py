"""A forecast is a range: the level as it stands, and two stated assumptions about what lapsed evidence leaves."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spbe.model.instrumen import Instrumen
from spbe.scoring.forecast import Forecast, Support, following, forecast

TODAY = date(2026, 11, 22)
LEVELS = {"I1": Fraction(3), "I2": Fraction(2), "I3": Fraction(4), "I4": Fraction(1), "I5": Fraction(5)}
DECEMBER = date(2026, 12, 31)


def made(layered: Instrumen, supports: dict[str, Support]) -> Forecast:
    return forecast(layered, LEVELS, supports, TODAY)


def figures(found: Forecast, position: int) -> list[str | None]:
    return [reading.indeks for reading in found.moments[position].readings]


def test_there_are_the_reference_date_and_twenty_four_months_with_the_current_one(layered: Instrumen) -> None:
    found = made(layered, {})

    assert found.now.day == TODAY
    assert [moment.bulan for moment in found.months[:3]] == [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)]
    assert found.months[-1].bulan == date(2028, 10, 1)
    assert len(found.months) == 24


def test_without_dated_evidence_nothing_changes(layered: Instrumen) -> None:
    found = made(layered, {"I1": Support(undated=True), "I2": Support()})

    # 3 x 20 + 2 x 20 + 4 x 30 + 1 x 20 + 5 x 10 = 290 %.
    assert {tuple(figures(found, position)) for position in range(25)} == {("2.90", "2.90", "2.90")}
    assert found.losses == ()


def test_the_last_piece_of_evidence_takes_the_level_with_it(layered: Instrumen) -> None:
    found = made(layered, {"I3": Support({"sk": DECEMBER})})

    assert figures(found, 1) == ["2.90", "2.90", "2.90"]  # November
    assert figures(found, 2) == ["2.90", "2.00", "2.00"]  # 30 % fall from 4 to 1
    assert [moment.berakhir for moment in found.months[:3]] == [(), ("sk",), ()]
    (loss,) = found.losses
    assert (loss.kode, loss.weak_from, loss.bare_from, loss.points) == ("I3", DECEMBER, DECEMBER, Fraction(9, 10))


@pytest.mark.parametrize(
    "support",
    [
        Support({"sk": DECEMBER}, undated=True),
        Support({"sk": DECEMBER, "kontrak": date(2030, 1, 1)}),
    ],
    ids=["one without an end", "one that lasts longer"],
)
def test_while_something_may_be_left_only_the_strict_reading_falls(layered: Instrumen, support: Support) -> None:
    found = made(layered, {"I3": support})

    assert figures(found, 24) == ["2.90", "2.90", "2.00"]
    assert [(loss.weak_from, loss.bare_from) for loss in found.losses] == [(DECEMBER, None)]


def test_evidence_is_valid_on_its_last_day_and_not_on_the_next(layered: Instrumen) -> None:
    assert Support({"sk": DECEMBER}).state(DECEMBER) == "utuh"
    assert Support({"sk": DECEMBER}).state(DECEMBER + timedelta(1)) == "tanpa"
    assert made(layered, {"I3": Support({"sk": TODAY})}).now.berakhir == ()
    assert made(layered, {"I3": Support({"sk": TODAY})}).months[0].berakhir == ("sk",)
    assert made(layered, {"I3": Support({"sk": TODAY - timedelta(1)})}).now.berakhir == ("sk",)


def test_what_lapsed_before_the_reference_date_counts_at_once(layered: Instrumen) -> None:
    found = made(layered, {"I1": Support({"lama": date(2025, 12, 31)}), "I5": Support({"a": DECEMBER}, undated=True)})

    assert figures(found, 0) == ["2.90", "2.50", "2.50"]
    assert figures(found, 24) == ["2.90", "2.50", "2.10"]
    assert [loss.kode for loss in found.losses] == ["I1", "I5"]


def test_evidence_beyond_the_last_month_is_no_loss(layered: Instrumen) -> None:
    assert made(layered, {"I1": Support({"jauh": date(2028, 11, 1)})}).losses == ()
    assert made(layered, {"I1": Support({"jauh": date(2028, 10, 31)})}).losses != ()


def test_points_count_what_is_answered_only(flat: Instrumen) -> None:
    found = forecast(flat, {"I1": Fraction(2), "I2": Fraction(3)}, {"I1": Support({"sk": DECEMBER})}, TODAY)

    assert found.losses[0].points == Fraction(1, 3)  # 10/3 of 10
    assert found.months[-1].longgar.nilai == found.now.tetap.nilai - found.losses[0].points


def test_a_month_follows_december() -> None:
    assert following(date(2026, 12, 31)) == date(2027, 1, 1)


days = st.dates(date(2025, 1, 1), date(2030, 1, 1))
support = st.builds(Support, st.dictionaries(st.sampled_from("abcdef"), days, max_size=3), st.booleans())


@given(st.dictionaries(st.sampled_from(list(LEVELS)), support))
def test_readings_keep_their_order_and_never_rise(layered: Instrumen, supports: dict[str, Support]) -> None:
    found = made(layered, supports)

    for moment in found.moments:
        high, middle, low = (reading.nilai or Fraction() for reading in moment.readings)
        assert layered.skala.minimum <= low <= middle <= high == Fraction(29, 10)
    for earlier, later in zip(found.moments, found.moments[1:], strict=False):
        for before, after in zip(earlier.readings, later.readings, strict=True):
            assert (after.nilai or 0) <= (before.nilai or 0)
    lost = sum((loss.points for loss in found.losses if loss.bare_from), Fraction())
    assert (found.months[-1].longgar.nilai or 0) == Fraction(29, 10) - lost
