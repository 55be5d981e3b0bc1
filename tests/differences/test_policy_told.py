"""A policy that changes is told, and what it waives is no repair."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from spbe.cli import main
from support.regions import copy_region

BASE = Path(__file__).parent.parent / "data" / "permintaan" / "wilayah"
POLICY = "architecture/kebijakan-pemeriksaan.yaml"
WAIVER = "pengecualian: [{aturan: pribadi-telepon, catatan: aplikasi/simpeg, alasan: Nomor layanan., sampai: 2099}]\n"
NUMBER = "kendala: Hubungi 0812-0000-0101.\n"


def told(sides: tuple[Path, Path], *more: str) -> str:
    return CliRunner().invoke(main, ["diff", *map(str, sides), "--root", str(sides[0]), *more]).stdout


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    return copy_region(BASE, tmp_path / "lama"), copy_region(BASE, tmp_path / "baru")


def test_a_policy_that_changes_is_to_be_weighed(sides: tuple[Path, Path]) -> None:
    (sides[1] / POLICY).write_text("kegawatan: {lampiran-sisa: peringatan}\n")
    said = told(sides, "--format", "markdown")
    assert said.split("\n")[0].startswith("**Perlu ditimbang")
    assert "Kebijakan pemeriksaan berubah" in said


def test_a_leak_that_comes_with_its_waiver_is_told_all_the_same(sides: tuple[Path, Path]) -> None:
    with (sides[1] / "architecture/aplikasi/simpeg.yaml").open("a") as file:
        file.write(NUMBER)
    (sides[1] / POLICY).write_text(WAIVER)
    said = told(sides, "--format", "markdown", "--edition", "internal")
    assert said.split("\n")[0].startswith("**Jangan diterima dahulu")
    assert "0812-0000-0101" not in said


def test_a_waiver_for_what_was_wrong_before_mends_nothing(sides: tuple[Path, Path]) -> None:
    for side in sides:
        with (side / "architecture/aplikasi/simpeg.yaml").open("a") as file:
            file.write(NUMBER)
    (sides[1] / POLICY).write_text(WAIVER)
    report = json.loads(told(sides, "--format", "json", "--edition", "internal"))
    assert report["problems"] == {"new": [], "fixed": []}
