"""``spbe schema``: what lies in ``skema/`` is what the models say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spbe.model.kinds import KINDS
from support.regions import ROOT

FILES = {
    *KINDS,
    "profil",
    "tim",
    "upaya",
    "pembanding",
    "kualitas",
    "kebijakan",
    "penilaian",
    "jawaban",
    "nilai",
    "referensi",
    "instrumen",
}
IDS = "daftar-id"


def test_the_schemas_of_this_repository_are_current(spbe) -> None:
    """Run ``spbe schema`` when this fails."""
    result = spbe("schema", "--check", "--root", ROOT)

    assert result.stderr == ""
    assert result.exit_code == 0
    assert {path.stem for path in (ROOT / "skema").iterdir()} == {*FILES, IDS}


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
    assert {path.stem for path in (tmp_path / "baru").iterdir()} == {*FILES, IDS}


def test_a_folder_without_a_region_is_refused(spbe, tmp_path: Path) -> None:
    assert spbe("schema", "--root", tmp_path).exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_the_language_changes_nothing(spbe, region: Path) -> None:
    assert spbe("schema", "--check", "--root", region, "--lang", "en").exit_code == 0


def offered(region: Path, schema: str, model: str, field: str) -> set[str]:
    """The ids that an editor offers for a field, as it follows references from file to file."""
    part = json.loads((region / f"skema/{schema}.json").read_text("utf-8"))["$defs"][model]["properties"][field]
    (named,) = {form["$ref"] for form in _forms(part) if "$ref" in form and not form["$ref"].startswith("#")}
    file, _hash, place = named.partition("#/$defs/")
    listed = json.loads((region / "skema" / file).read_text("utf-8"))["$defs"][place]
    assert len(listed["enumDescriptions"]) == len(listed["enum"])
    return set(listed["enum"])


def _forms(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _forms(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _forms(inner)


def test_references_offer_the_ids_of_the_region(spbe, region: Path) -> None:
    before = offered(region, "aplikasi", "Aplikasi", "layanan")
    spbe("new", "layanan", "izin-usaha", "--nama", "Izin Usaha", "--root", region)
    spbe("schema", "--root", region)

    assert before == {"contoh-layanan"}  # since `spbe init`
    assert offered(region, "aplikasi", "Aplikasi", "layanan") == {"contoh-layanan", "izin-usaha"}
    assert offered(region, "aplikasi", "Aplikasi", "perangkat_daerah") == {"contoh-dinas"}


def test_a_list_of_ids_that_is_behind_is_no_fault(spbe, region: Path) -> None:
    spbe("new", "layanan", "izin-usaha", "--root", region)

    assert spbe("schema", "--check", "--root", region).exit_code == 0
