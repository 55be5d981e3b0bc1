"""Tables hold what the edition shows, exactly, and their schemas describe them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema_rs import Draft202012Validator, meta

from spbe.editions import EDITIONS, Audience, Edition, EditionName, redact
from spbe.exchange import DataTable, csv_bytes, entirety, entirety_schema, json_bytes, table_schema, tables
from spbe.i18n import speaking
from spbe.model.kinds import KINDS
from spbe.scoring.outcomes import outcomes
from support.regions import REGIONS, open_fast

DAY = date(2026, 4, 1)


def seen(root: Path, edition: EditionName = "publik", opd: str | None = None) -> Edition:
    opened = open_fast(root, DAY)
    assert opened.sound, opened.problems
    return redact(opened.region, outcomes(opened.region), Audience(edition, opd))


def write(root: Path, place: str, text: str) -> None:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def named(view: Edition, name: str) -> DataTable:
    return next(table for table in tables(view) if table.name == name)


def row(table: DataTable, name: str) -> dict[str, Any]:
    return dict(next(row for row in table.rows if row["id"] == name))


def spreadsheet(table: DataTable) -> list[dict[str, str]]:
    """The CSV file as a spreadsheet reads it."""
    return list(csv.DictReader(io.StringIO(csv_bytes(table)[0].decode("utf-8-sig"), newline="")))


@pytest.fixture
def region(minimal: Path) -> Path:
    """The smallest region with records that a table could get wrong."""
    write(minimal, "architecture/perangkat-daerah/dinkes.yaml", "id: dinkes\nnama: Dinas Kesehatan\n")
    write(minimal, "architecture/data/rahasia.yaml", "id: rahasia\nnama: Rahasia\nklasifikasi: tertutup\n")
    write(
        minimal,
        "architecture/aplikasi/uji.yaml",
        """
id: uji
nama: "=HYPERLINK(\\"http://jahat.example\\")"
uraian: "satu, \\"dua\\"\\ntiga"
perangkat_daerah: dinkes
sumber: belum diketahui
pengguna: tidak ada
data_dipakai: [rahasia]
layanan: [kepegawaian]
integrasi:
  - {aplikasi: simpeg, arah: mengirim}
dasar_hukum: [Perwali 1/2020, "+62", -biasa]
tahun_dibangun: 2019
ditinjau: 2025-03
kendala: Rusak
pengelola: Seksi TIK
rencana: {keadaan: dihentikan, pengguna: tidak ada, kendala: Belum ada}
""",
    )
    return minimal


@pytest.mark.parametrize("name", REGIONS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_file_is_valid_by_its_own_schema(name: str, edition: EditionName) -> None:
    view = seen(REGIONS[name], edition, "diskominfo" if edition == "opd" and name == "arunika" else None)
    found = tables(view)
    pairs = [(table_schema(table), json_bytes(table.rows)) for table in found]
    pairs.append((entirety_schema(view, found), json_bytes(entirety(view, found))))
    for schema, content in pairs:
        meta.validate(schema)
        faults = [error.message for error in Draft202012Validator(schema).iter_errors(json.loads(content))]
        assert faults == [], schema["title"]


def test_there_is_a_table_per_kind_and_each_visible_record_is_a_row() -> None:
    view = seen(REGIONS["arunika"])
    found = {table.name: table for table in tables(view)}

    assert list(found) == [*KINDS, "penilaian", "indeks", "jawaban", "relasi"]
    for kind in KINDS:
        assert [row["id"] for row in found[kind].rows] == list(view.region.records[kind])


def test_every_column_explains_itself() -> None:
    for table in tables(seen(REGIONS["arunika"], "internal")):
        for column in table.columns:
            assert column.schema["title"], (table.name, column.name)
            assert column.schema["description"], (table.name, column.name)


def test_a_schema_speaks_the_language_of_the_site() -> None:
    with speaking("en"):
        schema = table_schema(named(seen(REGIONS["arunika"]), "aplikasi"))

    assert schema["title"] == "Applications"
    assert schema["items"]["properties"]["keadaan"]["oneOf"][0] == {"const": "saat-ini", "title": "Current"}


def test_a_row_says_what_the_file_says() -> None:
    file = next((REGIONS["arunika"] / "architecture/aplikasi").rglob("simpeg.yaml"))
    written = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)
    told = row(named(seen(REGIONS["arunika"]), "aplikasi"), "simpeg")

    assert told["nama"] == written["nama"]
    assert told["layanan"] == written["layanan"]
    assert told["tahun_dibangun"] == int(written["tahun_dibangun"])
    assert [one["aplikasi"] for one in told["integrasi"]] == [one["aplikasi"] for one in written["integrasi"]]


def test_three_ways_of_being_empty_stay_three(region: Path) -> None:
    table = named(seen(region), "aplikasi")
    told = row(table, "uji")
    cells = next(line for line in spreadsheet(table) if line["id"] == "uji")

    assert (told["sumber"], told["pengguna"], told["fungsi"]) == (None, [], None)
    assert told["tanpa_nilai"] == {"sumber": "belum diketahui", "pengguna": "tidak ada"}
    assert (cells["sumber"], cells["pengguna"], cells["fungsi"]) == ("belum diketahui", "tidak ada", "")
    assert told["rencana"] == {"keadaan": "dihentikan", "tanpa_nilai": {"pengguna": "tidak ada"}}


def test_a_list_of_hidden_records_only_is_an_empty_one(region: Path) -> None:
    told = row(named(seen(region), "aplikasi"), "uji")

    assert told["data_dipakai"] == []
    assert "data_dipakai" not in told["tanpa_nilai"]
    assert row(named(seen(region, "internal"), "aplikasi"), "uji")["data_dipakai"] != []


def test_fields_that_the_edition_does_not_show_are_no_columns(region: Path) -> None:
    def shown(edition: EditionName, opd: str | None = None) -> tuple[set[str], dict[str, Any]]:
        table = named(seen(region, edition, opd), "aplikasi")
        return {column.name for column in table.columns}, row(table, "uji")

    columns, told = shown("publik")
    assert not columns & {"kendala", "pengelola", "lain"}
    assert not told.keys() & {"kendala", "pengelola", "lain"}
    columns, told = shown("opd", "dinkes")
    assert columns & {"kendala", "pengelola", "lain"} == {"pengelola"}
    assert told["pengelola"] == "Seksi TIK"
    columns, told = shown("internal")
    assert told["kendala"] == "Rusak"
    assert told["rencana"]["kendala"] == "Belum ada"


def test_a_field_that_is_hidden_in_one_row_only_is_absent_there(region: Path) -> None:
    table = named(seen(region, "opd", "dinkes"), "aplikasi")

    assert "pengelola" not in row(table, "simpeg")
    assert next(line for line in spreadsheet(table) if line["id"] == "simpeg")["pengelola"] == ""


def test_csv_is_for_spreadsheets(region: Path) -> None:
    content, columns = csv_bytes(named(seen(region), "aplikasi"))
    first = content.splitlines()[0].decode("utf-8-sig").split(",")

    assert content.startswith(b"\xef\xbb\xbf")
    assert first[:3] == ["id", "nama", "uraian"]
    assert len(first) == columns
    assert content.endswith(b"\r\n")


def test_no_cell_is_a_formula(region: Path) -> None:
    table = named(seen(region), "aplikasi")
    cells = next(line for line in spreadsheet(table) if line["id"] == "uji")

    assert cells["nama"] == '\'=HYPERLINK("http://jahat.example")'
    assert cells["dasar_hukum"] == "Perwali 1/2020; '+62; '-biasa"
    assert row(table, "uji")["nama"].startswith("=HYPERLINK"), "JSON stays as written"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_every_beginning_of_a_formula_is_neutralised(start: str) -> None:
    from spbe.exchange.cells import harmless

    assert harmless(f"{start}1") == f"'{start}1"
    assert harmless(f"1{start}") == f"1{start}"
    assert harmless("") == ""


@pytest.mark.parametrize("name", REGIONS)
def test_no_cell_of_the_regions_begins_like_a_formula(name: str) -> None:
    for table in tables(seen(REGIONS[name], "internal")):
        for line in spreadsheet(table):
            assert not [cell for cell in line.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_lists_parts_and_references_by_kind_are_readable_cells(region: Path) -> None:
    write(region, "architecture/keamanan/audit.yaml", "id: audit\nnama: Audit\nmelindungi: {aplikasi: [uji, simpeg]}\n")
    view = seen(region)
    app = next(line for line in spreadsheet(named(view, "aplikasi")) if line["id"] == "uji")

    assert app["integrasi"] == "aplikasi: simpeg, arah: mengirim"
    assert app["uraian"] == 'satu, "dua"\ntiga'
    assert app["ditinjau"] == "2025-03"
    assert spreadsheet(named(view, "keamanan"))[0]["melindungi"] == "aplikasi/uji; aplikasi/simpeg"


def test_the_indices_are_the_promised_rows(spbe_rows: Callable[[], list[dict[str, Any]]]) -> None:
    table = named(seen(REGIONS["arunika"]), "indeks")

    assert [dict(one) for one in table.rows] == spbe_rows()
    line = spreadsheet(table)[0]
    assert [key for key in line if key.startswith("domain_")] == ["domain_D1", "domain_D2", "domain_D3", "domain_D4"]
    assert line["domain_D1"] == table.rows[0]["domain"]["D1"]


@pytest.fixture
def spbe_rows() -> Callable[[], list[dict[str, Any]]]:
    """What ``spbe index --edition publik --format json`` prints for the sample."""
    from click.testing import CliRunner

    from spbe.cli import main

    def rows() -> list[dict[str, Any]]:
        words = ["index", "--root", str(REGIONS["arunika"]), "--edition", "publik", "--format", "json"]
        done = CliRunner().invoke(main, words)
        found: list[dict[str, Any]] = json.loads(done.output)
        return found

    return rows


def test_assessments_name_the_document_of_their_criteria() -> None:
    rows = named(seen(REGIONS["arunika"]), "penilaian").rows
    assert {row["penilaian"]: row["versi_kriteria"] for row in rows} == {
        "2019": None,
        "2020": None,
        **dict.fromkeys(("2021", "2022", "2023"), "PermenPANRB 59/2020"),
        **dict.fromkeys(("2024", "2025"), "Pedoman Menteri PANRB 3/2024"),
    }


def test_answers_have_one_row_per_assessment_indicator_and_stage() -> None:
    view = seen(REGIONS["arunika"])
    rows = named(view, "jawaban").rows
    keys = [(one["penilaian"], one["indikator"], one["tahap"]) for one in rows]
    given = {
        (name, code, stage)
        for name, assessment in view.region.assessments.items()
        for stage, values in assessment.values.items()
        for code in values
    }

    assert len(set(keys)) == len(keys)
    assert {key for key in keys if key[2]} == given
    assert {one["penilaian"] for one in rows} == {str(year) for year in range(2019, 2026)}, "the draft is absent"
    own = next(one for one in rows if (one["penilaian"], one["indikator"], one["tahap"]) == ("2025", "I11", "mandiri"))
    assert own["bukti"]
    assert own["fakta"]


def test_relations_are_told_once_and_only_between_what_is_shown() -> None:
    view = seen(REGIONS["arunika"])
    rows = named(view, "relasi").rows

    assert len(rows) == sum(len(found) for found in view.region.relations.outgoing.values()) > 200
    told = {(one["dari_jenis"], one["dari"], one["isian"], one["ke_jenis"], one["ke"]) for one in rows}
    assert ("aplikasi", "simpeg", "layanan", "layanan", "kenaikan-pangkat") in told
    for one in rows:
        if one["dari_jenis"] in KINDS:
            assert one["dari"] in view.region.records[one["dari_jenis"]]


def test_the_same_data_give_the_same_bytes() -> None:
    def everything() -> list[bytes]:
        view = seen(REGIONS["arunika"])
        found = tables(view)
        return [csv_bytes(table)[0] for table in found] + [json_bytes(entirety(view, found))]

    assert everything() == everything()


def test_an_edition_that_is_not_public_claims_no_licence() -> None:
    public = entirety(seen(REGIONS["arunika"]), ())
    internal = entirety(seen(REGIONS["arunika"], "internal"), ())

    assert public["lisensi"]["nama"] == "CC0 1.0"
    assert "CC0 1.0" in public["kutipan"]
    assert internal["lisensi"] is None
    assert "Bukan untuk umum" in internal["kutipan"]
