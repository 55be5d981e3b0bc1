"""Libraries of others that pages load: what the list says of them is what lies there."""

from __future__ import annotations

import hashlib
import json

from support.regions import ROOT

VENDOR = ROOT / "site_templates/assets/vendor"
LISTED = json.loads((VENDOR / "DAFTAR.json").read_text("utf-8"))


def test_every_file_is_listed_with_its_checksum() -> None:
    there = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.parent != VENDOR
    }
    listed = {name: checksum for package in LISTED.values() for name, checksum in package["berkas"].items()}

    assert listed == there


def test_every_library_names_version_licence_and_use_and_brings_its_licence() -> None:
    for folder, package in LISTED.items():
        assert all(package[key] for key in ("paket", "versi", "lisensi", "dipakai")), folder
        assert any("licen" in name.lower() for name in package["berkas"]), folder


def test_no_library_lies_where_every_page_would_load_it() -> None:
    loaded = {path.name for path in (ROOT / "site_templates/assets").glob("*.js")}

    assert loaded == {"cari.js", "spbe.js", "tabel.js"}
