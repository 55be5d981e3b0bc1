"""The cross-walk accounts for every indicator of both instruments, and says that it is not official."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from spbe.standards.crosswalk import STANDING, crosswalk_of, crosswalks, related
from spbe.standards.instruments import shipped_instruments
from spbe.standards.resources import StandardsError, read_yaml, resource

OLD, NEW = "permenpanrb-59-2020", "permenpanrb-8-2026"
FILE = "padanan-59-2020-8-2026"


def raw() -> dict[str, Any]:
    return deepcopy(read_yaml(f"{FILE}.yaml"))


def read(told: dict[str, Any]) -> object:
    known = shipped_instruments()
    return crosswalk_of(told, known[OLD], known[NEW], FILE)


def codes(instrument: str) -> set[str]:
    return {indicator.kode for indicator in shipped_instruments()[instrument].all_indicators()}


def test_every_indicator_of_both_instruments_has_counterparts_or_a_reason_for_none() -> None:
    for instrument in (OLD, NEW):
        for code in codes(instrument):
            (found,) = related(instrument, code)
            assert found.pairs or found.note, f"{instrument}/{code}"


def test_both_directions_tell_the_same_pairs() -> None:
    forward = {pair for code in codes(OLD) for pair in related(OLD, code)[0].pairs}
    backward = {pair for code in codes(NEW) for pair in related(NEW, code)[0].pairs}

    assert forward == backward == set(crosswalks()[OLD, NEW].pairs)
    assert related(OLD, "I15")[0].newer
    assert not related(NEW, "I13")[0].newer


def test_the_file_and_the_constant_say_that_it_is_not_official() -> None:
    assert "bukan resmi" in STANDING
    assert "BUKAN RESMI" in resource(f"{FILE}.yaml").read_text("utf-8").splitlines()[0]


def test_values_that_other_agencies_give_are_never_called_the_same() -> None:
    foreign = {one.kode for one in shipped_instruments()[NEW].all_indicators() if one.sumber_nilai}

    assert foreign
    assert not [pair for pair in crosswalks()[OLD, NEW].pairs if pair.ke in foreign and pair.hubungan == "sama"]


def test_an_instrument_without_cross_walk_has_nothing_related() -> None:
    assert related("permenpanrb-5-2018", "I1") == ()


def _unknown_old(told: dict[str, Any]) -> None:
    told["padanan"][1]["dari"][0]["kode"] = "I48"


def _unknown_new(told: dict[str, Any]) -> None:
    told["padanan"][0]["ke"] = "I21"


def _missing_new(told: dict[str, Any]) -> None:
    del told["padanan"][5]


def _missing_old(told: dict[str, Any]) -> None:
    del told["tanpa_padanan"][1]


def _both(told: dict[str, Any]) -> None:
    told["tanpa_padanan"][0]["kode"].append("I15")


def _pair_twice(told: dict[str, Any]) -> None:
    told["padanan"][0]["dari"].append(told["padanan"][0]["dari"][0])


def _entry_twice(told: dict[str, Any]) -> None:
    told["padanan"].append(told["padanan"][0])


def _relation(told: dict[str, Any]) -> None:
    told["padanan"][0]["dari"][0]["hubungan"] = "setara"


def _no_reason(told: dict[str, Any]) -> None:
    told["padanan"][0]["dari"][0]["alasan"] = " "


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_unknown_old, "I48"),
        (_unknown_new, "I21"),
        (_missing_new, "I6"),
        (_missing_old, "I44"),
        (_both, "I15"),
        (_pair_twice, "pair stands twice"),
        (_entry_twice, "I1 stands twice"),
        (_relation, "setara"),
        (_no_reason, "reason is missing"),
    ],
)
def test_a_wrong_file_is_a_fault_of_ours_that_is_named(spoil: Any, said: str) -> None:
    told = raw()
    read(told)
    spoil(told)

    with pytest.raises(StandardsError, match=said):
        read(told)
