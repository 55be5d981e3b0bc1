"""``spbe index``: the promised rows, and the table for people."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from regions import REGIONS, ROOT

KEYS = [
    "penilaian",
    "tahun",
    "instrumen",
    "tahap",
    "indeks",
    "predikat",
    "domain",
    "aspek",
    "resmi",
    "cocok",
    "di_ambang",
]


def rows(result) -> list[dict]:
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    found = json.loads(result.stdout)
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("name", REGIONS)
def test_json_rows_have_exactly_the_promised_keys(spbe, name: str) -> None:
    for row in rows(spbe("index", "--root", REGIONS[name], "--format", "json")):
        assert list(row) == KEYS
        figures = [row["indeks"], row["resmi"], *row["domain"].values(), *row["aspek"].values()]
        assert all(figure is None or isinstance(figure, str) for figure in figures)


def test_published_results_of_a_real_city_are_reproduced(spbe) -> None:
    found = rows(spbe("index", "--root", REGIONS["bandar-lampung"], "--format", "json"))

    assert [(row["penilaian"], row["indeks"], row["resmi"], row["cocok"]) for row in found] == [
        (row["penilaian"], row["resmi"], row["resmi"], True) for row in found
    ]
    assert [row["penilaian"] for row in found] == ["2021", "2022", "2023"]


def test_the_default_is_for_staff_and_holds_drafts(spbe) -> None:
    internal = rows(spbe("index", "--root", ROOT, "--format", "json"))
    public = rows(spbe("index", "--root", ROOT, "--format", "json", "--edition", "publik"))

    assert {row["penilaian"] for row in public} < {row["penilaian"] for row in internal}


def test_one_assessment_alone(spbe) -> None:
    found = rows(spbe("index", "--root", ROOT, "--format", "json", "--penilaian", "2025"))

    assert {row["penilaian"] for row in found} == {"2025"}


def test_text_is_an_aligned_table_in_the_readers_numbers(spbe) -> None:
    lines = spbe("index", "--root", REGIONS["bandar-lampung"], "--penilaian", "2023").stdout.splitlines()

    assert lines[1].split() == ["Tahap", "Indeks", "Predikat", "Resmi", "Banding", "Terjawab"]
    assert lines[3].split() == ["Hasil", "akhir", "2,15", "Cukup", "2,15", "sama", "47", "dari", "47"]
    assert lines[1].index("Predikat") == lines[3].index("Cukup")


def test_a_region_without_assessments(spbe, region: Path) -> None:
    assert spbe("index", "--root", region).stdout == "Belum ada penilaian.\n"
    assert spbe("index", "--root", region, "--format", "json").stdout == "[]\n"


@pytest.mark.parametrize("form", ["text", "json"])
def test_errors_in_the_data_are_1_and_go_to_stderr(spbe, broken: Path, form: str) -> None:
    result = spbe("index", "--root", broken, "--format", form)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert "architecture/aplikasi/salah.yaml:3:1" in result.stderr
