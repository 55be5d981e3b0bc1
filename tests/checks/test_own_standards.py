"""A region brings an instrument and reference codes of its own as files; nothing of it is Python."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from spbe.checks import open_region
from spbe.scoring.outcomes import outcomes
from spbe.standards.instruments import shipped_instruments
from support.regions import copy_region

SOURCE = Path(__file__).parents[1] / "data" / "own-instrument"
INSTRUMENT = "indicators/instrumen/uji-daerah.yaml"


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """A copy of a region that is scored with its own instrument of three indicators."""
    return copy_region(SOURCE, tmp_path / "wilayah")


def change(root: Path, place: str, old: str, new: str) -> None:
    text = (root / place).read_text("utf-8")
    assert old in text
    (root / place).write_text(text.replace(old, new), "utf-8")


def rules(root: Path) -> list[str]:
    return [problem.rule for problem in open_region(root).problems]


def test_an_instrument_of_the_region_is_scored_like_a_national_one(region: Path) -> None:
    opened = open_region(region)
    assert opened.problems == ()
    assert list(opened.region.instruments) == [*shipped_instruments(), "uji-daerah"]
    mandiri, akhir = outcomes(opened.region)["2027"]
    assert mandiri.score.indeks == "3.00"  # 40 % x 3 + 20 % x 5 + 40 % x 2
    assert akhir.row == {
        "penilaian": "2027",
        "tahun": 2027,
        "instrumen": "uji-daerah",
        "tahap": "akhir",
        "indeks": "2.80",
        "predikat": "Layak",
        "domain": {},
        "aspek": {"A1": "3.33", "A2": "2.00"},
        "resmi": "2.80",
        "cocok": True,
        "pada_batas": False,
    }


def test_weights_of_the_region_are_as_exact_as_national_ones(region: Path) -> None:
    change(region, INSTRUMENT, "bobot: 40, kriteria", "bobot: 130/3, kriteria")
    change(region, INSTRUMENT, "nama: Perizinan, bobot: 20", "nama: Perizinan, bobot: 50/3")
    opened = open_region(region)
    # Other weights give another index than the published one.
    assert [problem.rule for problem in opened.problems] == ["hasil-beda-hitungan"]
    assert opened.region.instruments["uji-daerah"].all_indicators()[0].bobot == Fraction(130, 3)


def test_predicates_of_the_region_decide(region: Path) -> None:
    change(region, INSTRUMENT, "nama: Layak, bawah: 2.5", "nama: Layak, bawah: 2.9")
    change(region, INSTRUMENT, "nama: Rintisan, atas: 2.5", "nama: Rintisan, atas: 2.9")
    assert [outcome.row["predikat"] for outcome in outcomes(open_region(region).region)["2027"]] == [
        "Layak",
        "Rintisan",
    ]


def test_answers_are_checked_against_the_instrument_of_the_region(region: Path) -> None:
    (region / "indicators/2027/I4.yaml").write_text("target: 3\n")
    change(region, "indicators/2027/nilai.yaml", "I3: {mandiri: 2", "I3: {mandiri: 2.5")
    assert sorted(rules(region)) == ["indikator-tak-dikenal", "nilai-harus-bulat"]


def test_a_roadmap_may_name_an_indicator_of_the_region(region: Path) -> None:
    (region / "architecture/peta-rencana").mkdir()
    text = "id: uji\nnama: Uji\nindikator: [uji-daerah/I3, uji-daerah/I9]\n"
    (region / "architecture/peta-rencana/uji.yaml").write_text(text)
    assert rules(region) == ["indikator-tak-dikenal"]


def test_an_instrument_that_fails_its_proof_scores_nothing(region: Path) -> None:
    change(region, INSTRUMENT, "bobot: 60", "bobot: 61")
    opened = open_region(region)
    assert {problem.rule for problem in opened.problems} == {"instrumen-bobot"}
    assert "uji-daerah" not in opened.region.instruments
    assert opened.region.assessments == {}


@pytest.mark.parametrize("name", shipped_instruments())
def test_a_shipped_instrument_cannot_be_overridden(region: Path, name: str) -> None:
    text = (region / INSTRUMENT).read_text("utf-8").replace("id: uji-daerah", f"id: {name}")
    (region / f"indicators/instrumen/{name}.yaml").write_text(text, "utf-8")
    opened = open_region(region)
    assert [problem.rule for problem in opened.problems] == ["instrumen-terkunci"]
    assert opened.region.instruments[name] is shipped_instruments()[name]


@pytest.mark.parametrize("code", ["../../luar", "I 1", "I1/x", "<b>", "I1?", ".", "1", ""])
def test_a_code_that_could_leave_its_address_is_refused(region: Path, code: str) -> None:
    change(region, INSTRUMENT, "kode: I3", f'kode: "{code}"')
    (region / "indicators/2027/nilai.yaml").unlink()
    assert set(rules(region)) - {"instrumen-tak-dikenal"} <= {"nilai-kode", "isian-wajib"}
    assert not open_region(region).sound


@pytest.mark.parametrize("name", ["Uji Daerah", "uji/daerah", "../uji", "ujI"])
def test_a_name_of_an_instrument_that_is_no_id_is_refused(region: Path, name: str) -> None:
    change(region, INSTRUMENT, "id: uji-daerah", f"id: {name}")
    assert "nilai-id" in rules(region)


def test_codes_of_the_region_hang_below_national_ones(region: Path) -> None:
    reference = open_region(region).region.reference
    assert reference.nodes["RAL.02.04.03.01"].status == "daerah"
    assert reference.names("RAL.02.04.03.01")[-1] == "Kenaikan pangkat daerah"
    assert reference.nodes["RAL.02.04.03.01"].induk == "RAL.02.04.03"


def test_a_code_of_the_region_may_have_children_in_any_order(region: Path) -> None:
    text = "kode:\n  - {kode: RAL.02.04.03.01.02, nama: Cucu}\n  - {kode: RAL.02.04.03.01, nama: Anak}\n"
    (region / "architecture/referensi.yaml").write_text(text)
    opened = open_region(region)
    assert opened.problems == ()
    assert opened.region.reference.nodes["RAL.02.04.03.01.02"].induk == "RAL.02.04.03.01"


def test_without_the_file_the_code_is_unknown_and_similar_ones_are_named(region: Path) -> None:
    (region / "architecture/referensi.yaml").unlink()
    problems = open_region(region).problems
    assert [problem.rule for problem in problems] == ["kode-referensi-tak-dikenal"]
    assert "yang mirip: RAL.02.04" in problems[0].hint


def test_a_national_code_cannot_be_renamed(region: Path) -> None:
    (region / "architecture/referensi.yaml").write_text("kode: [{kode: RAL.02.04.03, nama: Lain}]\n")
    found = rules(region)
    assert "referensi-ganda" in found
    assert open_region(region).region.reference.nodes["RAL.02.04.03"].nama != "Lain"
