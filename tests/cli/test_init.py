"""``spbe init``: a region that builds at once, and no folder of anybody is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from spbe.yamlio.jsonschema import schema_texts


def test_a_new_region_is_sound_and_complete(spbe, region: Path) -> None:
    checked = spbe("check", "--root", region)

    assert checked.exit_code == 0
    assert checked.stdout == "Tidak ada masalah.\n"
    assert {path.name for path in region.iterdir()} == {
        ".gitignore",
        "README.md",
        "architecture",
        "content",
        "mkdocs.yml",
        "skema",
    }
    assert "/site/" in (region / ".gitignore").read_text("utf-8")
    assert {path.name: path.read_text("utf-8") for path in (region / "skema").iterdir()} == schema_texts()


def test_the_name_is_written_so_that_it_is_read_back(region: Path) -> None:
    profile = yaml.safe_load((region / "content/profil.yaml").read_text("utf-8"))
    settings = yaml.safe_load((region / "mkdocs.yml").read_text("utf-8"))

    assert profile["nama"] == settings["site_name"] == "Kabupaten Uji: Coba"
    assert profile["jenis"] == "kabupaten"


def test_modelines_point_to_schemas_that_are_there(region: Path) -> None:
    for path in (*region.glob("architecture/**/*.yaml"), region / "content/profil.yaml"):
        schema = path.read_text("utf-8").splitlines()[0].partition("$schema=")[2]
        assert (path.parent / schema).is_file(), path


def test_a_new_region_builds(program, region: Path) -> None:
    done = program("build", "--root", region)

    assert done.returncode == 0
    assert done.stdout == f"Situs selesai: {region / 'site'}\n"
    assert done.stderr == ""  # no progress, no banner, no remarks of MkDocs in a pipe
    assert "Kabupaten Uji: Coba" in (region / "site/index.html").read_text("utf-8")


def test_a_folder_that_holds_something_is_refused(spbe, tmp_path: Path) -> None:
    (tmp_path / "catatan.txt").write_text("penting", "utf-8")
    result = spbe("init", tmp_path)

    assert result.exit_code == 1
    assert "sudah berisi" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["catatan.txt"]


def test_a_fresh_clone_counts_as_empty(spbe, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()

    assert spbe("init", tmp_path).exit_code == 0


def test_a_file_in_the_way_is_refused(spbe, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("", "utf-8")

    assert spbe("init", tmp_path / "x").exit_code == 1


@pytest.mark.parametrize("nama", ["", "  ", "a\x07b"])
def test_a_name_must_be_plain_text(spbe, tmp_path: Path, nama: str) -> None:
    assert spbe("init", tmp_path / "x", "--nama", nama).exit_code == 2
    assert not (tmp_path / "x").exists()
