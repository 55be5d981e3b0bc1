"""What is no mistake in an assessment: rules must not tempt anybody to invent data."""

from __future__ import annotations

from pathlib import Path

import pytest

from spbe.checks import open_region


def rules_after(region: Path, files: dict[str, str]) -> list[str]:
    """The rules that ``region`` breaks once ``files`` are in ``indicators/``."""
    for place, text in files.items():
        path = region / "indicators" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return [problem.rule for problem in open_region(region).problems]


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        ("2024", "tahun: 2024\ninstrumen: permenpanrb-8-2026\nkegiatan: mandiri\n"),
        ("2024-uji-pemdi", "tahun: 2024\ninstrumen: permenpanrb-8-2026\n"),
        ("2018", "tahun: 2018\ninstrumen: permenpanrb-5-2018\nkegiatan: evaluasi\n"),
        ("2031", "tahun: 2031\ninstrumen: permenpanrb-8-2026\nkegiatan: evaluasi\n"),
    ],
    ids=["says-it-is-a-trial", "folder-of-a-trial", "its-own-year", "newest-instrument-goes-on"],
)
def test_an_instrument_fits_its_years_what_follows_them_and_trials(folder: str, words: str, minimal: Path) -> None:
    assert rules_after(minimal, {f"{folder}/penilaian.yaml": words}) == []


def test_a_year_that_no_instrument_is_known_for_is_told_without_a_guess(minimal: Path) -> None:
    words = "tahun: 2017\ninstrumen: permenpanrb-5-2018\n"
    assert rules_after(minimal, {"2017/penilaian.yaml": words}) == ["instrumen-tahun"]
    [problem] = open_region(minimal).problems
    assert problem.message == "Tahun 2017 tidak dinilai dengan permenpanrb-5-2018, yang dipakai 2018–2020."


def test_stages_may_be_skipped_and_an_old_report_may_hold_final_values_only(minimal: Path) -> None:
    head = "tahun: 2026\ninstrumen: permenpanrb-8-2026\nhasil_resmi: {indeks: 2.00}\n"
    values = "".join(f"I{number}: {{akhir: 2, visitasi: 2}}\n" for number in range(1, 21))
    assert rules_after(minimal, {"2026/penilaian.yaml": head, "2026/nilai.yaml": values}) == []


def test_an_official_index_without_any_value_is_no_problem(minimal: Path) -> None:
    head = "tahun: 2018\ninstrumen: permenpanrb-5-2018\nhasil_resmi: {indeks: 1.90}\n"
    assert rules_after(minimal, {"2018/penilaian.yaml": head}) == []


@pytest.mark.parametrize(("begun", "told"), [(10, []), (11, ["tahap-urutan"])])
def test_a_missing_self_assessment_is_told_when_more_than_half_of_the_indicators_have_one(
    begun: int, told: list[str], minimal: Path
) -> None:
    values = "".join(f"I{number}: {{mandiri: 2}}\n" for number in range(1, begun + 1)) + "I12: {dokumen: 2}\n"
    head = "tahun: 2026\ninstrumen: permenpanrb-8-2026\n"
    assert rules_after(minimal, {"2026/penilaian.yaml": head, "2026/nilai.yaml": values}) == told


def test_a_file_that_cannot_be_read_is_no_missing_stage(minimal: Path) -> None:
    values = "".join(f"I{number}: {{mandiri: 2}}\n" for number in range(1, 12)) + "I12: {dokumen: 2}\n"
    files = {
        "2026/penilaian.yaml": "tahun: 2026\ninstrumen: permenpanrb-8-2026\n",
        "2026/nilai.yaml": values,
        "2026/I12.yaml": "nilai: {mandiri: dua}\n",
    }
    assert rules_after(minimal, files) == ["nilai-bilangan"]


def test_an_impossible_scale_is_said_once_and_what_holds_is_kept(minimal: Path) -> None:
    files = {"2025/nilai.yaml": "I12: {akhir: 9}\nI13: {akhir: 3}\n"}
    assert rules_after(minimal, files) == ["nilai-di-luar-skala"]
    assert open_region(minimal).region.assessments["2025"].values["akhir"]["I13"] == 3
