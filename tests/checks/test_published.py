"""What was published, held against bands, national tables and levels: what is told, and what is left alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from spbe.checks import open_region
from spbe.model.profil import SAMPLE
from support.assessments import assess, every, region
from support.program import spbe
from support.regions import ROOT


def rules(root: Path) -> list[str]:
    return [problem.rule for problem in open_region(root).problems]


@pytest.mark.parametrize("predicate", ["Cukup", "baik", " Baik"])
def test_an_index_on_a_bound_may_have_either_predicate(tmp_path: Path, predicate: str) -> None:
    root = region(tmp_path / "r")
    assess(root, "2024", f"indeks: 2.60, predikat: {predicate}")

    assert rules(root) == []


def test_the_right_predicate_is_named(tmp_path: Path) -> None:
    root = region(tmp_path / "r")
    assess(root, "2024", "indeks: 2.9, predikat: Memuaskan")
    (problem,) = open_region(root).problems

    assert "2.90" in problem.message
    assert "seharusnya Baik" in problem.message


def test_every_figure_that_the_national_table_prints_otherwise_is_named_once(tmp_path: Path) -> None:
    """The table of 2024 by hand: Kota Bandar Lampung 2.98 Baik, 2.90 2.40 2.55 3.48."""
    root = region(tmp_path / "r", "Kota Bandar Lampung")
    assess(root, "2024", "indeks: 2.98, predikat: Baik, domain: {D1: 2.90, D3: 2.50}")
    (problem,) = open_region(root).problems

    assert (problem.rule, problem.key) == ("hasil-beda-tabel", "hasil_resmi.domain.D3")
    assert "D3 2.50, di sana 2.55" in problem.message
    assert "D1" not in problem.message


@pytest.mark.parametrize("year", ["2021", "2023"])
def test_other_agencies_and_years_without_a_table_are_left_alone(tmp_path: Path, year: str) -> None:
    root = region(tmp_path / "r", "Kota Bandar Lampung" if year == "2021" else "Kota Antah Berantah")
    assess(root, year, "indeks: 4.98")

    assert rules(root) == []


def test_figures_that_the_levels_do_not_give_are_told_unless_the_head_explains_them(tmp_path: Path) -> None:
    root = region(tmp_path / "r")
    assess(root, "2024", "indeks: 2.10, domain: {D1: 2.00, D4: 2.30}", {"akhir": every(2)})
    (problem,) = open_region(root).problems

    assert (problem.rule, problem.key) == ("hasil-beda-hitungan", "hasil_resmi.indeks")
    assert "indeks 2.10, di sana 2.00; D4 2.30, di sana 2.00" in problem.message

    assess(root, "2024", "indeks: 2.10, domain: {D1: 2.00}, catatan: Bobot lain", {"akhir": every(2)})
    assert rules(root) == []


def test_levels_of_other_stages_and_half_the_levels_prove_nothing(tmp_path: Path) -> None:
    root = region(tmp_path / "r")
    assess(root, "2023", "indeks: 2.10", {"mandiri": every(4)})
    assess(root, "2024", "indeks: 2.10", {"akhir": {"I1": 5}})

    assert rules(root) == ["tahap-akhir-kurang"]


def test_a_value_beyond_the_scale_is_told_where_it_stands_and_not_as_a_difference(tmp_path: Path) -> None:
    root = region(tmp_path / "r")
    assess(root, "2024", "indeks: 2.10", {"akhir": {**every(2), "I1": 9}})

    assert rules(root) == ["nilai-di-luar-skala"]


def test_only_the_shipped_sample_may_call_itself_one(minimal: Path) -> None:
    profile = minimal / "content/profil.yaml"

    assert yaml.safe_load((ROOT / "content/profil.yaml").read_text("utf-8"))["nama"] == SAMPLE
    profile.write_text(f"nama: {SAMPLE}\ncontoh: ya\n", "utf-8")
    assert rules(minimal) == []
    profile.write_text("nama: Kabupaten Sendiri\ncontoh: ya\n", "utf-8")
    assert rules(minimal) == ["contoh-tertinggal"]
    profile.write_text("nama: Kabupaten Sendiri\ncontoh: tidak\n", "utf-8")
    assert rules(minimal) == []


def test_what_init_wrote_may_still_be_called_a_sample(tmp_path: Path) -> None:
    root = tmp_path / "baru"
    assert spbe("init", root, "--nama", "Kabupaten Uji").returncode == 0

    assert "contoh-tertinggal" not in rules(root)
    gone = tmp_path / "kosong"
    shutil.copytree(root, gone)
    shutil.rmtree(gone / "architecture")
    assert "contoh-tertinggal" in rules(gone)
    assess(root, "2024", "indeks: 2.10")
    assert "contoh-tertinggal" in rules(root)
