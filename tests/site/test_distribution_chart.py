"""The histogram of indices: the words of the median stand clear of the region's own line."""

from __future__ import annotations

from fractions import Fraction

import pytest

from spbe.scoring.nation import Bin
from spbe.site.charts.distribution import distribution_chart
from spbe.site.table import Table

BINS = [Bin(Fraction(low), Fraction(low + 1), Fraction(low), 1) for low in range(1, 5)]


@pytest.mark.parametrize(
    ("own", "median", "anchor"),
    [("2.9", "3.1", "start"), ("3.1", "2.9", "end"), ("3", "3", "start"), ("1.2", "1.1", "start")],
)
def test_words_of_the_median_stand_away_from_the_own_line(own: str, median: str, anchor: str) -> None:
    table = Table("x-angka", "x", (), ())
    chart = distribution_chart("x", "x", "x", BINS, 1, (Fraction(own), "a"), (Fraction(median), "b"), table)
    assert chart.median.anchor == anchor
