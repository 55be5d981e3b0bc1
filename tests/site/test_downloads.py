"""The page of downloads: every file it names is there, is what it says, and is what the pages show."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema_rs import Draft202012Validator, meta
from selectolax.lexbor import LexborHTMLParser

from spbe.model.kinds import KINDS

SITES = ["arunika", "bandar-lampung", "madiun"]
NAMES = [*KINDS, "penilaian", "indeks", "jawaban", "relasi"]


def page_of(site: Path) -> LexborHTMLParser:
    return LexborHTMLParser((site / "unduhan/index.html").read_text("utf-8"))


def text(page: LexborHTMLParser, selector: str) -> str:
    found = page.css_first(selector)
    assert found is not None, selector
    return " ".join(found.text().split())


@pytest.mark.parametrize("name", SITES)
def test_every_table_has_its_files_and_all_stand_on_the_page(name: str, built: Callable[[str], Path]) -> None:
    site = built(name)
    forms = (".xlsx", ".csv", "-titik-koma.csv", ".json")
    files = {f"{one}{form}" for one in NAMES for form in forms} | {"semua.json"}
    files |= {f"skema/{one}.json" for one in (*NAMES, "semua")}
    folder = site / "unduhan"

    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*.*") if path.suffix != ".ics"}
    there = {one for one in there if one != "index.html" and not one.startswith("sematan/")}  # pictures are no tables
    assert there == files
    assert {link.attributes["href"] for link in page_of(site).css("a[download]")} == files


@pytest.mark.parametrize("name", SITES)
def test_every_json_is_valid_by_the_schema_beside_it(name: str, built: Callable[[str], Path]) -> None:
    folder = built(name) / "unduhan"
    for path in folder.glob("*.json"):
        schema = json.loads((folder / "skema" / path.name).read_text("utf-8"))
        meta.validate(schema)
        faults = Draft202012Validator(schema).iter_errors(json.loads(path.read_bytes()))
        assert [error.message for error in faults] == [], path.name


@pytest.mark.parametrize("name", [name for name in NAMES if name != "risiko"])  # of risks the public sees none
def test_rows_columns_and_size_are_those_of_the_files(name: str, built: Callable[[str], Path]) -> None:
    folder = built("arunika") / "unduhan"
    page = page_of(built("arunika"))
    lines = list(csv.reader(io.StringIO((folder / f"{name}.csv").read_text("utf-8-sig"), newline="")))
    told = {
        " ".join(part.css_first("dt").text().split()): part.css_first("dd").text()
        for part in page.css(f"li[id='{name}'] .unduh__ukur > div")
    }

    assert (
        int(told["Baris"].replace(".", "")) == len(lines) - 1 == len(json.loads((folder / f"{name}.json").read_bytes()))
    )
    assert int(told["Kolom"]) == len(lines[0])
    assert told["Ketentuan"] == "Lisensi CC0 1.0"
    assert told["Per tanggal"]
    size = (folder / f"{name}.csv").stat().st_size
    assert text(page, f"li[id='{name}'] a[href='{name}.csv']") == f"CSV {size / 1000:.1f} kB".replace(".", ",").replace(
        ",0 ", " "
    )
    assert text(page, f"li[id='{name}'] .unduh__kutipan").startswith("Kabupaten Arunika (")


def test_the_files_hold_what_the_catalogue_shows(built: Callable[[str], Path]) -> None:
    site = built("arunika")
    page = LexborHTMLParser((site / "arsitektur/aplikasi/index.html").read_text("utf-8"))
    shown = {(link.attributes["href"] or "").strip("/") for link in page.css("tbody th a")}

    assert {row["id"] for row in json.loads((site / "unduhan/aplikasi.json").read_bytes())} == shown
    everything = json.loads((site / "unduhan/semua.json").read_bytes())
    assert {row["id"] for row in everything["tabel"]["aplikasi"]} == shown
    assert everything["wilayah"]["nama"] == "Kabupaten Arunika"
    assert everything["edisi"] == "publik"


@pytest.mark.parametrize("name", ["bandar-lampung", "madiun"])
def test_what_is_empty_is_said_to_be_and_its_files_have_their_headings(name: str, built: Callable[[str], Path]) -> None:
    site = built(name)
    page = page_of(site)
    empty = {item.attributes["id"] for item in page.css("#kosong ~ ul li[id]")}

    assert "aplikasi" in empty
    assert "indeks" not in empty
    assert json.loads((site / "unduhan/aplikasi.json").read_bytes()) == []
    assert (site / "unduhan/aplikasi.csv").read_text("utf-8-sig").startswith("id,nama,uraian")


def test_the_page_says_when_there_is_no_licence(minimal: Path) -> None:
    from spbe.engines.pipeline import Options, prepare

    _opened, site = prepare(minimal, Options(), "id")
    assert site is not None
    html = "".join(
        getattr(block, "html", "") for block in next(page for page in site.pages if page.address == "/unduhan/").blocks
    )
    assert "Lisensi belum ditetapkan" in html


def test_the_page_stands_under_the_guide(built: Callable[[str], Path]) -> None:
    page = LexborHTMLParser((built("arunika") / "panduan/index.html").read_text("utf-8"))
    links = {link.attributes["href"] for link in page.css("a[href]")}

    assert {"../unduhan/", "../perubahan/"} <= links
