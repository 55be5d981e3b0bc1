"""A share is told in whole per cent that hides neither the first nor the last part."""

from __future__ import annotations

import pytest

from spbe import wording


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [
        (0, 7, "0%"),
        (1, 200, "<1%"),
        (1, 100, "1%"),
        (276, 1000, "28%"),
        (275, 1000, "28%"),
        (274, 1000, "27%"),
        (999, 1000, "99%"),
        (7, 7, "100%"),
        (0, 0, "–"),
    ],
)
def test_shares_are_rounded_half_up_and_only_nothing_is_0_and_only_all_is_100(part: int, whole: int, told: str) -> None:
    assert wording.percent(part, whole) == told
