"""Which index: official figures first, else computed ones; stages that replace others; what a region leads with."""

from __future__ import annotations

from fractions import Fraction

import pytest

from spbe.model.instrumen import Instrumen
from spbe.scoring.hasil import foremost, newer
from spbe.scoring.predicate import possible
from support.assessment_results import hasil

WHOLE = {"I1": 2, "I2": 2, "I3": 2, "I4": 2, "I5": 2}


def test_published_figures_speak_for_an_assessment_whatever_its_levels_give(layered: Instrumen) -> None:
    found = hasil(layered, {"akhir": WHOLE}, indeks="2.70", predikat="baik", domain={"D1": "2.50"})

    assert (found.asal, found.tahap, found.teks, found.predikat, found.dihitung) == (
        "resmi",
        "akhir",
        "2.70",
        "Baik",
        "2.00",
    )
    assert [(one.bagian.kode, one.teks, one.asal) for one in found.domain] == [
        ("D1", "2.50", "resmi"),
        ("D2", "2.00", "hitung"),
    ]
    assert {one.kode for one, _why in found.beda} == {"indeks", "predikat", "D1"}


def test_published_figures_without_any_level_are_a_result_too(layered: Instrumen) -> None:
    found = hasil(layered, indeks="2.10", domain={"D1": "1.90", "D2": "2.20"})

    assert (found.teks, found.predikat, found.lengkap, found.lead, found.rentang) == ("2.10", "Cukup", True, None, None)
    assert [one.teks for one in found.domain] == ["1.90", "2.20"]
    assert [one.teks for one in found.aspek] == [None, None, None]


def test_levels_of_an_earlier_stage_never_fill_the_parts_of_a_published_index(layered: Instrumen) -> None:
    """The region gave itself 4 everywhere; the ministry published 2.10 and one domain."""
    found = hasil(layered, {"mandiri": dict.fromkeys(WHOLE, 4)}, indeks="2.10", domain={"D1": "1.90"})

    assert [one.teks for one in found.domain] == ["1.90", None]
    assert (found.teks, found.dihitung) == ("2.10", "4.00")


def test_without_published_figures_the_latest_stage_speaks_with_its_range(layered: Instrumen) -> None:
    found = hasil(layered, {"mandiri": {"I1": 3, "I2": 3}})

    assert (found.asal, found.teks, found.predikat, found.lengkap) == ("hitung", "3.00", None, False)
    # 40 of 100 weigh 3; the rest may be 1 or 5: (120 + 60) / 100 and (120 + 300) / 100.
    assert found.rentang == (Fraction("1.80"), Fraction("4.20"))


def test_an_assessment_of_which_nothing_is_known_has_no_index(layered: Instrumen) -> None:
    found = hasil(layered)

    assert (found.asal, found.indeks, found.teks, found.predikat, found.tahap) == (None, None, None, None, None)
    assert found.rows == ()


@pytest.mark.parametrize("stage", ["interviu", "visitasi"])
def test_interviu_and_visitasi_replace_the_stage_before_indicator_by_indicator(layered: Instrumen, stage: str) -> None:
    """I3 weighs 30 of 100 and rises from 2 to 4: 2 + 2 × 0.30."""
    found = hasil(layered, {"mandiri": {**WHOLE, "I1": 5}, "dokumen": WHOLE, stage: {"I3": 4}})

    assert [row["indeks"] for row in found.rows] == ["2.60", "2.00", "2.60"]
    assert [row["predikat"] for row in found.rows] == ["Baik", "Cukup", "Baik"]
    last = found.lead
    assert last is not None
    assert (last.given, last.carried) == ({"I3"}, 4)


def test_visitasi_stands_on_what_interviu_left(layered: Instrumen) -> None:
    found = hasil(layered, {"mandiri": WHOLE, "interviu": {"I1": 3}, "visitasi": {"I2": 3}})

    assert [row["indeks"] for row in found.rows] == ["2.00", "2.20", "2.40"]


def test_a_first_stage_that_is_not_whole_keeps_its_range_through_those_that_replace(layered: Instrumen) -> None:
    found = hasil(layered, {"mandiri": {"I1": 3, "I2": 3}, "visitasi": {"I1": 4}})

    assert [row["indeks"] for row in found.rows] == ["3.00", "3.50"]
    assert [row["predikat"] for row in found.rows] == [None, None]
    assert found.rentang == (Fraction("2.00"), Fraction("4.40"))


@pytest.mark.parametrize("stage", ["dokumen", "akhir"])
def test_other_stages_stand_for_themselves(layered: Instrumen, stage: str) -> None:
    found = hasil(layered, {"mandiri": WHOLE, stage: {"I3": 4}})

    assert [row["indeks"] for row in found.rows] == ["2.00", "4.00"]
    assert found.lead is not None
    assert found.lead.score.terjawab == 1


def test_a_published_result_has_a_row_of_its_own_where_no_level_of_it_is_recorded(layered: Instrumen) -> None:
    found = hasil(layered, {"mandiri": WHOLE}, indeks="2.10", predikat="Cukup", domain={"D1": "1.90"})

    assert [(row["tahap"], row["indeks"], row["resmi"]) for row in found.rows] == [
        ("mandiri", "2.00", None),
        ("akhir", None, "2.10"),
    ]
    last = found.rows[-1]
    assert (last["predikat"], last["domain"], last["cocok"]) == ("Cukup", {"D1": "1.90", "D2": None}, None)
    assert last["aspek"] == {"A1": None, "A2": None, "A3": None}


def test_a_published_index_on_a_bound_leaves_the_predicate_open(layered: Instrumen) -> None:
    """2.60 may be 2.5985, which is Cukup; 2.61 cannot."""
    assert [one.nama for one in possible(layered, Fraction("2.60"))] == ["Cukup", "Baik"]
    assert [one.nama for one in possible(layered, Fraction("2.61"))] == ["Baik"]
    assert [one.nama for one in possible(layered, Fraction("2.9"))] == ["Baik"]
    assert [one.nama for one in possible(layered, Fraction("0.30"))] == ["Kurang"]

    assert hasil(layered, indeks="2.60").pada_batas
    named = hasil(layered, indeks="2.60", predikat="Cukup")
    assert (named.predikat, named.pada_batas) == ("Cukup", True)
    wrong = hasil(layered, indeks="2.90", predikat="Cukup")
    assert (wrong.predikat, wrong.pada_batas) == ("Cukup", False)  # no rounding makes that; `check` tells it


def test_the_newest_official_result_leads_and_newer_ones_stand_beside_it(layered: Instrumen) -> None:
    old = hasil(layered, name="2022", indeks="2.00")
    official = hasil(layered, name="2023", indeks="2.10")
    own = hasil(layered, {"mandiri": WHOLE}, name="2024")
    begun = hasil(layered, {"mandiri": {"I1": 2}}, name="2025")
    empty = hasil(layered, name="2026")
    everything = {one.assessment.nama: one for one in (old, official, own, begun, empty)}

    assert foremost(everything) is official
    assert newer(everything, official) == [begun, own]
    assert foremost({"2024": own, "2025": begun}) is own
    assert foremost({"2025": begun, "2026": empty}) is begun
    assert foremost({"2026": empty}) is None
