"""Half up, once, exactly."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spbe.scoring import round_half_up, rounded


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0.00"),
        ("1", "1.00"),
        ("2.145", "2.15"),  # half-even gives 2.14; so does round(), for the float lies below the half
        ("2.135", "2.14"),
        ("2.1449999999999999", "2.14"),
        ("2.5985", "2.60"),
        ("10/3", "3.33"),
        ("4.995", "5.00"),
        ("0.005", "0.01"),
        ("12345.675", "12345.68"),
        ("-0.004", "0.00"),
        ("-0.005", "-0.01"),
        ("-1.5", "-1.50"),
    ],
)
def test_two_decimals_half_up(value: str, text: str) -> None:
    assert round_half_up(Fraction(value)) == text


@pytest.mark.parametrize(("places", "text"), [(0, "3"), (1, "2.5"), (3, "2.500"), (4, "2.5000")])
def test_other_numbers_of_decimals(places: int, text: str) -> None:
    assert round_half_up(Fraction("2.5"), places) == text


@given(st.decimals(min_value=-10, max_value=10, places=5))
def test_agrees_with_decimal_half_up(value: Decimal) -> None:
    expected = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert Fraction(round_half_up(Fraction(value))) == Fraction(expected)


@given(st.fractions(min_value=0, max_value=5))
def test_the_text_is_the_printed_number_and_within_half_a_hundredth(value: Fraction) -> None:
    assert Fraction(round_half_up(value)) == rounded(value)
    assert -Fraction(1, 200) < rounded(value) - value <= Fraction(1, 200)
