"""``spbe schema``: what lies in ``skema/`` is what the models say."""

from __future__ import annotations

from pathlib import Path

from regions import ROOT
from spbe.model.kinds import KINDS

FILES = {*KINDS, "profil", "tim", "usaha", "mutu", "penilaian", "jawaban", "nilai", "referensi", "instrumen"}


def test_the_schemas_of_this_repository_are_current(spbe) -> None:
    """Run ``spbe schema`` when this fails."""
    result = spbe("schema", "--check", "--root", ROOT)

    assert result.stderr == ""
    assert result.exit_code == 0
    assert {path.stem for path in (ROOT / "skema").iterdir()} == FILES


def test_what_is_stale_or_missing_is_found_and_mended(spbe, region: Path) -> None:
    (region / "skema/aplikasi.json").write_text("{}", "utf-8")
    (region / "skema/bukti.json").unlink()
    stale = spbe("schema", "--check", "--root", region)
    mended = spbe("schema", "--root", region)

    assert stale.exit_code == 1
    assert "skema/aplikasi.json" in stale.stderr
    assert "skema/bukti.json" in stale.stderr
    assert mended.exit_code == 0
    assert "2 berkas" in mended.stdout
    assert spbe("schema", "--check", "--root", region).exit_code == 0


def test_checking_writes_nothing(spbe, region: Path, tmp_path: Path) -> None:
    assert spbe("schema", "--check", "--root", region, "--out", tmp_path / "baru").exit_code == 1
    assert not (tmp_path / "baru").exists()


def test_another_folder_needs_no_region(spbe, tmp_path: Path) -> None:
    assert spbe("schema", "--root", tmp_path, "--out", tmp_path / "baru").exit_code == 0
    assert {path.stem for path in (tmp_path / "baru").iterdir()} == FILES


def test_a_folder_without_a_region_is_refused(spbe, tmp_path: Path) -> None:
    assert spbe("schema", "--root", tmp_path).exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_the_language_changes_nothing(spbe, region: Path) -> None:
    assert spbe("schema", "--check", "--root", region, "--lang", "en").exit_code == 0
