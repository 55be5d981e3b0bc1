"""Libraries and fonts of others: what their list says of them is what lies there."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from support.regions import ROOT

PLACES = (ROOT / "site_templates/assets/vendor", ROOT / "generator/spbe/site/sharing/fonts")
every_place = pytest.mark.parametrize("place", PLACES, ids=("vendor", "fonts"))


def listed_in(place: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((place / "DAFTAR.json").read_text("utf-8"))
    return found


@every_place
def test_every_file_is_listed_with_its_checksum(place: Path) -> None:
    there = {
        path.relative_to(place).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in place.rglob("*")
        if path.is_file() and path.parent != place
    }
    listed = {name: checksum for package in listed_in(place).values() for name, checksum in package["berkas"].items()}

    assert listed == there


@every_place
def test_every_library_names_version_licence_and_use_and_brings_its_licence(place: Path) -> None:
    for folder, package in listed_in(place).items():
        assert all(package[key] for key in ("paket", "versi", "lisensi", "dipakai")), folder
        assert any("licen" in name.lower() for name in package["berkas"]), folder


def test_no_library_lies_where_every_page_would_load_it() -> None:
    loaded = {path.name for path in (ROOT / "site_templates/assets").glob("*.js")}

    assert loaded == {"bagian.js", "cari.js", "spbe.js", "tabel.js"}
