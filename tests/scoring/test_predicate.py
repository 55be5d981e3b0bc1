"""Lower bound in, upper bound out, and the threshold between exact and printed."""

from fractions import Fraction

import pytest

from spbe.scoring import bounds, next_above, predicate_of, verdict
from spbe.standards.instruments import shipped_instruments

INSTRUMENTS = shipped_instruments()
SPBE = ["permenpanrb-5-2018", "permenpanrb-59-2020"]
PEMDI = "permenpanrb-8-2026"


def name(instrument: str, value: str) -> str | None:
    found = predicate_of(INSTRUMENTS[instrument], Fraction(value))
    return found.nama if found else None


@pytest.mark.parametrize("instrument", SPBE)
@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", "Kurang"),
        ("1", "Kurang"),
        ("1.7999999", "Kurang"),
        ("1.8", "Cukup"),
        ("2.5985", "Cukup"),
        ("2.5999999", "Cukup"),
        ("2.6", "Baik"),
        ("3.4999999", "Baik"),
        ("3.5", "Sangat Baik"),
        ("4.1999999", "Sangat Baik"),
        ("4.2", "Memuaskan"),
        ("5", "Memuaskan"),
        ("5.0000001", None),
    ],
)
def test_spbe_ranges(instrument: str, value: str, expected: str | None) -> None:
    assert name(instrument, value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0.9999999", None),  # no predicate starts below 1.00
        ("1.00", "Kurang"),
        ("1.4999999", "Kurang"),
        ("1.5", "Cukup"),
        ("2.4999999", "Cukup"),
        ("2.5", "Baik"),
        ("3.4999999", "Baik"),
        ("3.5", "Sangat Baik"),
        ("3.9999999", "Sangat Baik"),
        ("4.00", "Memuaskan"),
        ("5.00", "Memuaskan"),
    ],
)
def test_pemdi_ranges(value: str, expected: str | None) -> None:
    assert name(PEMDI, value) == expected


def test_pemdi_names_the_level_too() -> None:
    found = predicate_of(INSTRUMENTS[PEMDI], Fraction(4))
    assert found is not None
    assert found.tingkat is not None
    assert "Unggul" in found.tingkat


@pytest.mark.parametrize(
    ("instrument", "value", "exact", "as_printed"),
    [
        ("permenpanrb-59-2020", "2.5985", "Cukup", "Baik"),
        ("permenpanrb-59-2020", "1.795", "Kurang", "Cukup"),
        ("permenpanrb-59-2020", "3.4985", "Baik", "Sangat Baik"),
        ("permenpanrb-5-2018", "4.195", "Sangat Baik", "Memuaskan"),
        ("permenpanrb-8-2026", "1.4975", "Kurang", "Cukup"),
        ("permenpanrb-8-2026", "3.995", "Sangat Baik", "Memuaskan"),
        ("permenpanrb-8-2026", "0.995", None, "Kurang"),
    ],
)
def test_pada_batas_when_print_and_exact_disagree(
    instrument: str, value: str, exact: str | None, as_printed: str
) -> None:
    found = verdict(INSTRUMENTS[instrument], Fraction(value))
    assert (found.predikat.nama if found.predikat else None) == exact
    assert found.predikat_tercetak is not None
    assert found.predikat_tercetak.nama == as_printed
    assert found.pada_batas


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_every_bound_itself_is_not_pada_batas(instrument: str) -> None:
    for band in bounds(INSTRUMENTS[instrument]):
        found = verdict(INSTRUMENTS[instrument], band.dari)
        assert found.predikat == band.predikat
        assert not found.pada_batas
        just_below = band.sampai - Fraction(1, 200)
        assert verdict(INSTRUMENTS[instrument], just_below).pada_batas is not band.sampai_termasuk


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_bands_cover_the_scale_without_gap_or_overlap(instrument: str) -> None:
    bands = bounds(INSTRUMENTS[instrument])
    scale = INSTRUMENTS[instrument].skala
    assert bands[0].dari == scale.minimum
    assert bands[-1].sampai == scale.maksimum
    assert [band.sampai for band in bands[:-1]] == [band.dari for band in bands[1:]]
    assert [band.sampai_termasuk for band in bands] == [False] * (len(bands) - 1) + [True]


@pytest.mark.parametrize(
    ("value", "expected"),
    [("1", "Cukup"), ("1.8", "Baik"), ("2.5985", "Baik"), ("4.1", "Memuaskan"), ("4.2", None), ("5", None)],
)
def test_next_above_is_the_nearest_range_still_to_reach(value: str, expected: str | None) -> None:
    found = next_above(INSTRUMENTS["permenpanrb-59-2020"], Fraction(value))
    assert (found.nama if found else None) == expected


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_the_order_in_which_ranges_are_written_does_not_matter(instrument: str) -> None:
    """So an upper bound is left out because it is not included, not because the range above is asked first."""
    given = INSTRUMENTS[instrument]
    turned = given.model_copy(update={"predikat": given.predikat[::-1]})
    for band in bounds(given):
        for value in (band.dari, band.sampai, (band.dari + band.sampai) / 2):
            assert predicate_of(turned, value) == predicate_of(given, value)
            assert next_above(turned, value) == next_above(given, value)
    assert bounds(turned) == bounds(given)
