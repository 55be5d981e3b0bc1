"""What predicates and levels mean for residents: every one is explained, exactly once."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from spbe.standards.instruments import shipped_instruments
from spbe.standards.plain_explanations import FILE, plain_explanations, proved_explanations
from spbe.standards.resources import StandardsError, read_yaml

SPBE = shipped_instruments()["permenpanrb-59-2020"]
PEMDI = shipped_instruments()["permenpanrb-8-2026"]


def test_every_predicate_and_every_aspect_of_every_national_instrument_is_explained() -> None:
    shipped = plain_explanations()
    assert len(shipped.predicates) == 3 * 5
    assert len(shipped.levels) == (7 + 8 + 7) * 3


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda raw: raw["predikat"][0]["kalimat"].pop("Baik"), "'Baik'.*missing"),
        (lambda raw: raw["aspek"][0].pop("3"), "'A1', '3'.*missing"),
        (lambda raw: raw["aspek"].pop(), "'permenpanrb-8-2026', 'A7'.*missing"),
        (lambda raw: raw["aspek"][0].update({"2-3": "Ada."}), "'2-3'.*in no instrument"),
        (lambda raw: raw["predikat"][0]["kalimat"].update(Istimewa="Ada."), "'Istimewa'.*in no instrument"),
        (lambda raw: raw["aspek"].append(raw["aspek"][0]), "explained twice"),
        (lambda raw: raw["aspek"][0].update({"3": "kata " * 25 + "terlalu."}), "at most 25 words"),
    ],
)
def test_what_is_not_explained_exactly_once_and_briefly_is_refused(damage: Callable[[Any], None], told: str) -> None:
    raw = read_yaml(FILE)
    damage(raw)
    with pytest.raises(StandardsError, match=told):
        proved_explanations(raw)


def test_a_value_between_two_levels_is_explained_as_the_level_that_it_has_reached() -> None:
    kept, indicator = plain_explanations(), PEMDI.all_indicators()[0]
    told = [kept.of_level(PEMDI, indicator, Fraction(value)) for value in ("1", "2.99", "3", "3.99", "4", "5")]
    assert [told.index(one) for one in told] == [0, 0, 2, 2, 4, 4]


def test_an_instrument_of_a_region_is_not_explained_by_words_made_for_another() -> None:
    own = SPBE.model_copy(update={"id": "milik-daerah"})
    assert plain_explanations().of_predicate(own, "Baik") is None
    assert plain_explanations().of_level(own, own.all_indicators()[0], Fraction(3)) is None
