"""``spbe new jawaban``: one draft or all that are missing, each with its criteria; nothing is overwritten."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import yaml

from spbe.standards.instruments import shipped_instruments


@pytest.fixture
def assessed(spbe, region: Path) -> Path:
    """A region with an assessment under 59/2020 and an older one under 5/2018; it is no sample any more."""
    profile = region / "content/profil.yaml"
    profile.write_text(re.sub(r"(?m)^contoh:.*\n", "", profile.read_text("utf-8")), "utf-8")
    spbe("new", "penilaian", "2025", "--root", region)
    spbe("new", "penilaian", "2020", "--root", region)
    return region


def comments(path: Path) -> str:
    lines = path.read_text("utf-8").splitlines()
    return " ".join(line.removeprefix("#").strip() for line in lines if line.startswith("#"))


def test_all_indicators_are_drafted_at_once_and_pass_the_check(spbe, assessed: Path) -> None:
    result = spbe("new", "jawaban", "2025", "--semua", "--root", assessed)
    codes = [indicator.kode for indicator in shipped_instruments()["permenpanrb-59-2020"].all_indicators()]

    assert result.exit_code == 0, result.stderr
    assert [Path(line) for line in result.stdout.splitlines()] == [
        assessed / f"indicators/2025/{code}.yaml" for code in codes
    ]
    assert result.stderr == "47 draf jawaban 2025 ditulis.\n"
    assert spbe("check", "--root", assessed).stdout == "Tidak ada masalah.\n"
    rows = spbe("index", "--root", assessed, "--format", "json").stdout
    assert yaml.safe_load(rows) == []  # a draft claims nothing


def test_each_draft_has_the_criteria_of_its_own_indicator_as_comments(spbe, assessed: Path) -> None:
    spbe("new", "jawaban", "--semua", "--root", assessed)

    for indicator in shipped_instruments()["permenpanrb-59-2020"].all_indicators():
        said = comments(assessed / f"indicators/2025/{indicator.kode}.yaml")
        asked = indicator.kriteria | indicator.kriteria_sejak.get("pedoman-3-2024", {})
        assert asked.keys() == {"1", "2", "3", "4", "5"}
        for level, text in asked.items():
            assert f"{level}. {' '.join(text.split())}" in said, indicator.kode


def test_a_draft_names_the_document_of_its_year_and_what_has_to_be_proved(spbe, assessed: Path) -> None:
    spbe("new", "penilaian", "2023", "--root", assessed)
    now = comments(Path(spbe("new", "jawaban", "2025", "I22", "--root", assessed).stdout.strip()))
    then = comments(Path(spbe("new", "jawaban", "2023", "I22", "--root", assessed).stdout.strip()))

    assert "menurut Pedoman Menteri PANRB 3/2024, parafrase dan bukan bunyi resmi" in now
    assert "ditetapkan Tim Koordinasi SPBE berdasarkan risiko SPBE" in now
    assert "pembentukan tim tanggap insiden siber (CSIRT)" in now
    assert "(boleh ditambahkan) Undangan rapat" in now
    assert "Fakta: Penerapan <pokok indikator> terdokumentasi dalam <nama dokumen>" in now
    assert "Analisis: Dokumen itu menunjukkan" in now
    assert "menurut PermenPANRB 59/2020, parafrase dan bukan bunyi resmi" in then
    assert "dijalankan di seluruh unit kerja/perangkat daerah berdasarkan risiko SPBE" in then
    assert "Yang harus ada" not in then


def test_a_pattern_is_not_passed_for_the_indicator_s_own_criteria(spbe, assessed: Path) -> None:
    path = Path(spbe("new", "jawaban", "2020", "I1", "--root", assessed).stdout.strip())

    assert "Pola umum kriteria kelompok indikator ini" in comments(path)


def test_without_criteria_the_draft_and_the_command_say_so(spbe, region: Path) -> None:
    spbe("new", "penilaian", "2026", "--root", region)
    result = spbe("new", "jawaban", "2026", "--semua", "--root", region)

    assert result.stderr == (
        "20 draf jawaban 2026 ditulis. "
        "Kriteria tingkat instrumen ini tidak ada pada spbe, jadi drafnya tanpa kriteria.\n"
    )
    assert "tidak ada pada spbe" in comments(region / "indicators/2026/I1.yaml")


def test_a_value_of_another_agency_asks_for_its_year_and_source(spbe, region: Path) -> None:
    spbe("new", "penilaian", "2026", "--root", region)
    spbe("new", "jawaban", "2026", "--semua", "--root", region)
    foreign, own = (region / f"indicators/2026/{code}.yaml" for code in ("I10", "I1"))

    assert "Nilainya diambil dari indeks instansi lain: IKASANDI (BSSN)." in comments(foreign)
    assert "# sumber_nilai:" in foreign.read_text("utf-8")
    assert "sumber_nilai" not in own.read_text("utf-8")
    text = foreign.read_text("utf-8") + "sumber_nilai: {indeks: IKASANDI (BSSN), nilai: 2.15}\n"
    foreign.write_text(text, "utf-8")
    told = spbe("check", "--root", region).stdout
    assert "tahun" in told
    assert "sumber" in told


def test_what_is_there_stays_as_it_is_and_is_told(spbe, assessed: Path) -> None:
    folder = assessed / "indicators/2025"
    there = {
        folder / "I5.yaml": "fakta: Sudah diisi.\n",
        folder / "I7.yaml": "<<<<<<< HEAD\n",
        folder / "I9.yml": "fakta: Akhiran lain.\n",
    }
    for path, text in there.items():
        path.write_text(text, "utf-8")
    result = spbe("new", "jawaban", "2025", "--semua", "--root", assessed)

    assert result.exit_code == 0
    assert result.stderr == "44 draf jawaban 2025 ditulis. 3 sudah ada dan tidak diubah: I5, I7, I9.\n"
    assert {path: path.read_text("utf-8") for path in there} == there
    assert not (folder / "I9.yaml").exists()


@pytest.mark.skipif(os.name != "posix", reason="symbolic links")
def test_all_or_nothing(spbe, assessed: Path) -> None:
    folder = assessed / "indicators/2025"
    (folder / "I30.yaml").symlink_to("tidak-ada")  # nothing is there, and yet it cannot be written
    result = spbe("new", "jawaban", "2025", "--semua", "--root", assessed)

    assert result.exit_code == 1
    assert sorted(path.name for path in folder.iterdir()) == ["I30.yaml", "penilaian.yaml"]


def test_without_a_name_the_newest_assessment_is_meant(spbe, assessed: Path) -> None:
    spbe("new", "jawaban", "--semua", "--root", assessed)

    assert (assessed / "indicators/2025/I1.yaml").is_file()
    assert not (assessed / "indicators/2020/I1.yaml").exists()


def test_of_two_in_the_newest_year_one_must_be_named(spbe, assessed: Path) -> None:
    spbe("new", "penilaian", "2025-ulang", "--root", assessed)
    result = spbe("new", "jawaban", "--semua", "--root", assessed)

    assert result.exit_code == 2
    assert "2025-ulang" in result.stderr


@pytest.mark.parametrize("words", [("2020", "I1"), ("--penilaian", "2020", "I1"), ("I1", "--penilaian", "2020")])
def test_the_assessment_may_be_named_either_way(spbe, assessed: Path, words: tuple[str, ...]) -> None:
    result = spbe("new", "jawaban", *words, "--root", assessed)

    assert Path(result.stdout.strip()) == assessed / "indicators/2020/I1.yaml"


def test_the_office_that_answers_may_be_given(spbe, assessed: Path) -> None:
    spbe("new", "jawaban", "2025", "--semua", "--opd", "contoh-dinas", "--root", assessed)
    written = yaml.safe_load((assessed / "indicators/2025/I1.yaml").read_text("utf-8"))

    assert written == {"perangkat_daerah": "contoh-dinas"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2025",), "--semua"),
        ((), "--semua"),
        (("2025", "I1", "--semua"), "jangan sebut KODE"),
        (("2025", "I1", "--penilaian", "2020"), "satu penilaian"),
        (("2025", "--semua", "--opd", "contoh-dinass"), "Maksud Anda `contoh-dinas`?"),
    ],
)
def test_what_does_not_fit_together_is_wrong_usage(spbe, assessed: Path, words: tuple[str, ...], said: str) -> None:
    result = spbe("new", "jawaban", *words, "--root", assessed)

    assert result.exit_code == 2
    assert said in result.stderr
    assert sorted(path.name for path in (assessed / "indicators/2025").iterdir()) == ["penilaian.yaml"]
