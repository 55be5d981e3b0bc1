"""``spbe terima`` with workbooks: what came back is merged with what changed meanwhile, and nothing is lost."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from spbe.editions import Audience
from spbe.exchange.sheets import packing
from support.filled_sheets import locked
from support.regions import SAMPLES, copy_named
from support.returned_workbooks import FilledSheet, exported, exported_bytes, saved

SIMPEG = "architecture/aplikasi/simpeg.yaml"
OFFICES = {
    "diskominfo": "Dinas Komunikasi dan Informatika",
    "dinkes": "Dinas Kesehatan",
}
RECORDS = {
    SIMPEG: "# tangan\nid: simpeg\nnama: Sistem Kepegawaian  # resmi\nperangkat_daerah: diskominfo\n"
    "fungsi: Untuk semua pegawai.\ninfrastruktur: [inti, cadangan]\nkendala: Lambat.\n",
    "architecture/aplikasi/simrs.yaml": "id: simrs\nnama: Sistem Rumah Sakit\nperangkat_daerah: dinkes\n",
    "architecture/infrastruktur/server.yaml": ""
    "- id: inti\n  nama: Server inti\n- id: cadangan\n  nama: Server cadangan\n"
    "  klasifikasi: tertutup\n- id: baru\n  nama: Server baru\n",
}


@pytest.fixture
def region(minimal: Path) -> Path:
    """Two offices with an application each; one application runs on a server that only the administrators see."""
    for name, nama in OFFICES.items():
        (minimal / f"architecture/perangkat-daerah/{name}.yaml").write_text(f"id: {name}\nnama: {nama}\n", "utf-8")
    for path, text in RECORDS.items():
        (minimal / path).parent.mkdir(parents=True, exist_ok=True)
        (minimal / path).write_text(text, "utf-8")
    return minimal


@pytest.fixture
def terima(spbe, region: Path, tmp_path: Path) -> Callable[..., Any]:
    """Hand in workbooks, and say what became of them."""

    def run(*books: Any, words: tuple[str, ...] = (), code: int = 0, suffix: str = ".xlsx") -> Any:
        files = []
        for number, book in enumerate(books):
            files.append(tmp_path / f"isian-{number}{suffix}")
            files[-1].write_bytes(book if isinstance(book, bytes) else saved(book))
        told = spbe("terima", *files, *words, "--edition", "internal", "--format", "json", "--root", region)
        assert told.exit_code == code, told.stdout + told.stderr
        return json.loads(told.stdout)

    return run


def said(region: Path, path: str = SIMPEG) -> Any:
    return yaml.safe_load((region / path).read_text("utf-8"))


def outcomes(told: Any) -> list[tuple[str, str]]:
    return [(row["cell"], row["outcome"]) for row in told["rows"] if row["outcome"] != "unchanged"]


@pytest.mark.parametrize("audience", [Audience("publik"), Audience("opd", "dinkes"), Audience("internal")])
def test_an_untouched_workbook_is_dull(terima, region: Path, audience: Audience) -> None:
    told = terima(exported(region, audience))
    assert outcomes(told) == []
    assert told["counts"]["unchanged"] > 0


@pytest.mark.parametrize("name", SAMPLES)
def test_an_untouched_workbook_of_the_sample_is_dull(spbe, tmp_path: Path, name: str) -> None:
    root, file = copy_named(name, tmp_path / "wilayah"), tmp_path / "semua.xlsx"
    file.write_bytes(exported_bytes(root, Audience("internal")))
    told = json.loads(spbe("terima", file, "--format", "json", "--root", root).stdout)
    assert outcomes(told) == []


def test_cells_that_were_changed_change_the_record_and_nothing_else(terima, region: Path) -> None:
    book = exported(region, Audience("internal"))
    sheet = FilledSheet(book, "aplikasi")
    sheet.put("simpeg", "nama", "Sistem Kepegawaian Daerah")
    sheet.put("simpeg", "infrastruktur+", "Server baru [baru]")
    sheet.put("simpeg", "fungsi", None)
    told = terima(book, words=("--tulis",))
    assert told["counts"] == {
        "new": 0,
        "changed": 3,
        "unchanged": told["counts"]["unchanged"],
        "open": 0,
        "conflict": 0,
        "refused": 0,
    }
    assert (region / SIMPEG).read_text("utf-8") == (
        "# tangan\nid: simpeg\nnama: Sistem Kepegawaian Daerah  # resmi\nperangkat_daerah: diskominfo\n"
        "infrastruktur: [inti, cadangan, baru]\nkendala: Lambat.\n"
    )


def test_what_changed_meanwhile_stays_beside_what_came_back(terima, region: Path) -> None:
    book = exported(region, Audience("internal"))
    FilledSheet(book, "aplikasi").put("simpeg", "nama", "Sistem Kepegawaian Daerah")
    FilledSheet(book, "aplikasi").put("simpeg", "infrastruktur", "Server inti [inti]")
    changed = RECORDS[SIMPEG].replace("Untuk semua", "Bagi semua").replace("[inti, cadangan]", "[inti, cadangan, baru]")
    (region / SIMPEG).write_text(changed, "utf-8")
    terima(book, words=("--tulis",))
    now = said(region)
    assert now["nama"] == "Sistem Kepegawaian Daerah"
    assert now["fungsi"] == "Bagi semua pegawai."
    assert now["infrastruktur"] == ["inti", "baru"]


def test_a_cell_that_both_changed_is_a_conflict_and_the_rest_may_be_taken(terima, region: Path) -> None:
    book = exported(region, Audience("internal"))
    cell = FilledSheet(book, "aplikasi").put("simpeg", "nama", "Satu")
    FilledSheet(book, "aplikasi").put("simpeg", "fungsi", "Tiga.")
    (region / SIMPEG).write_text(RECORDS[SIMPEG].replace("Sistem Kepegawaian ", "Dua "), "utf-8")
    told = terima(book, words=("--tulis",), code=1)
    assert (cell, "conflict") in outcomes(told)
    assert said(region)["fungsi"] == "Untuk semua pegawai."
    terima(book, words=("--tulis", "--sebagian"), code=1)
    assert (said(region)["nama"], said(region)["fungsi"]) == ("Dua", "Tiga.")


def test_two_workbooks_that_ask_otherwise_for_one_cell_clash(terima, region: Path) -> None:
    books = [exported(region, Audience("internal")) for _ in range(2)]
    for book, nama in zip(books, ("Satu", "Dua"), strict=True):
        FilledSheet(book, "aplikasi").put("simpeg", "nama", nama)
    told = terima(*books, code=1)
    assert [outcome for _cell, outcome in outcomes(told)] == ["conflict", "conflict"]
    assert {row["file"] for row in told["rows"] if row["outcome"] == "conflict"} == {"isian-0.xlsx", "isian-1.xlsx"}


def test_sorted_and_moved_sheets_mean_the_same(terima, region: Path) -> None:
    book = exported(region, Audience("internal"))
    sheet = FilledSheet(book, "aplikasi")
    sheet.put("simpeg", "nama", "Lain")
    sheet.reorder(lambda rows: rows[::-1])
    sheet.page.insert_cols(1, 2)
    sheet.page.move_range(f"A1:{sheet.page.dimensions.partition(':')[2]}", rows=3)
    book.create_sheet("Catatan saya", 0)["A1"] = "jangan dibaca"
    told = terima(book)
    assert [row["id"] for row in told["rows"] if row["outcome"] == "changed"] == ["simpeg"]
    assert told["counts"]["refused"] == 0


def test_a_column_that_is_gone_empties_nothing(terima, region: Path) -> None:
    book = exported(region, Audience("internal"))
    sheet = FilledSheet(book, "aplikasi")
    sheet.page.delete_cols(sheet.column("fungsi"))
    assert outcomes(terima(book)) == []


def test_a_row_that_is_gone_deletes_only_where_that_is_asked_for(terima, region: Path) -> None:
    book = exported(region, Audience("internal"))
    FilledSheet(book, "aplikasi").reorder(lambda rows: [row for row in rows if "simrs" not in row])
    FilledSheet(book, "infrastruktur").reorder(lambda rows: [row for row in rows if "baru" not in row])
    assert outcomes(terima(book)) == []
    terima(book, words=("--hapus", "--tulis"))
    assert not (region / "architecture/aplikasi/simrs.yaml").exists()
    assert [one["id"] for one in said(region, "architecture/infrastruktur/server.yaml")] == ["inti", "cadangan"]


def test_neither_parts_nor_coming_versions_go_with_their_rows(terima, region: Path) -> None:
    (region / SIMPEG).write_text(
        RECORDS[SIMPEG] + "rencana: {fungsi: Kelak.}\nintegrasi:\n- {aplikasi: simrs, frekuensi: harian}\n", "utf-8"
    )
    book = exported(region, Audience("internal"))
    for key in ("aplikasi.rencana", "aplikasi.integrasi"):
        FilledSheet(book, key).reorder(lambda _rows: [])
    assert outcomes(terima(book)) == []
    FilledSheet(book, "aplikasi").put("simrs", "fungsi", 1234567890123456)
    told = terima(book, words=("--hapus", "--sebagian", "--tulis"), code=1)
    assert [outcome for _cell, outcome in outcomes(told)] == ["refused"]
    assert said(region)["rencana"] == {"fungsi": "Kelak."}
    FilledSheet(book, "aplikasi").put("simrs", "fungsi", None)
    terima(book, words=("--hapus", "--tulis"))
    assert {"rencana", "integrasi"} & {*said(region)} == set()


def test_an_office_changes_what_is_its_own(terima, region: Path) -> None:
    book = exported(region, Audience("opd", "dinkes"))
    sheet = FilledSheet(book, "aplikasi")
    sheet.add(nama="Sistem Antrean", fungsi="Untuk pasien.")
    row = sheet.add(id="simpeg", nama="Direbut")
    told = terima(book, code=1)
    refused = [one for one in told["rows"] if one["outcome"] == "refused"]
    assert {one["cell"] for one in refused} <= {
        f"{sheet.page.title}!{cell.coordinate}" for cell in sheet.page[row] if cell.value
    }
    terima(book, words=("--sebagian", "--tulis"), code=1)
    made = said(region, "architecture/aplikasi/sistem-antrean.yaml")
    assert (made["nama"], made["perangkat_daerah"], made["fungsi"]) == ("Sistem Antrean", "dinkes", "Untuk pasien.")
    assert said(region)["nama"] == "Sistem Kepegawaian"


def test_what_an_edition_hides_stays_as_it_is(terima, region: Path) -> None:
    book = exported(region, Audience("opd", "diskominfo"))
    sheet = FilledSheet(book, "aplikasi")
    assert "cadangan" not in str(sheet.get("simpeg", "infrastruktur"))
    sheet.put("simpeg", "infrastruktur", "Server baru [baru]")
    terima(book, words=("--tulis",))
    assert said(region)["infrastruktur"] == ["cadangan", "baru"]
    assert said(region)["kendala"] == "Lambat."


def test_filling_in_where_a_hidden_value_stands_is_a_conflict_that_names_no_value(terima, region: Path) -> None:
    (region / "architecture/aplikasi/simrs.yaml").write_text(
        "id: simrs\nnama: Sistem Rumah Sakit\nperangkat_daerah: dinkes\nklasifikasi: tertutup\n", "utf-8"
    )
    (region / SIMPEG).write_text(RECORDS[SIMPEG] + "menggantikan: [simrs]\n", "utf-8")
    book = exported(region, Audience("opd", "diskominfo"))
    sheet = FilledSheet(book, "aplikasi")
    sheet.put("simpeg", "menggantikan", "tidak ada")
    told = terima(book, code=1)
    assert told["counts"]["conflict"] == 1
    assert "simrs" not in json.dumps([row["reason"] for row in told["rows"]])


def test_a_number_that_a_spreadsheet_rounded_is_refused_with_its_cell(terima, region: Path) -> None:
    book = exported(region, Audience("internal"))
    cell = FilledSheet(book, "aplikasi").put("simpeg", "fungsi", 1234567890123456)
    told = terima(book, code=1)
    assert outcomes(told) == [(cell, "refused")]


def test_a_value_that_the_check_refuses_is_refused_in_its_cell(terima, region: Path) -> None:
    book = exported(region, Audience("internal"))
    FilledSheet(book, "aplikasi").put("simpeg", "nama", "Lain")
    wrong = FilledSheet(book, "aplikasi").put("simpeg", "sejak", "kemarin")
    servers = FilledSheet(book, "infrastruktur")
    there = servers.put("baru", "perangkat_daerah", "Dinas Entah [entah]")
    servers.put("inti", "uraian", "Benar.")
    told = terima(book, words=("--tulis",), code=1)
    refused = {row["cell"]: row["reason"] for row in told["rows"] if row["outcome"] == "refused"}
    assert [*refused] == [wrong, there]
    assert refused[wrong].startswith("`kemarin` bukan tanggal yang dikenal. Tulis 2025")
    assert "entah" in refused[there]
    assert said(region)["nama"] == "Sistem Kepegawaian"
    terima(book, words=("--tulis", "--sebagian"), code=1)
    assert (said(region)["nama"], "sejak" in said(region)) == ("Lain", False)
    first, *_between, last = said(region, "architecture/infrastruktur/server.yaml")
    assert (first["uraian"], last) == ("Benar.", {"id": "baru", "nama": "Server baru"})


@pytest.mark.parametrize("kept", [True, False])
def test_a_text_too_long_for_a_cell_never_comes_back_shorter(terima, region: Path, kept: bool) -> None:
    long = "panjang " * 5_000
    (region / SIMPEG).write_text(RECORDS[SIMPEG].replace("Untuk semua pegawai.", long.strip()), "utf-8")
    book = exported(region, Audience("internal"))
    sheet = FilledSheet(book, "aplikasi")
    if not kept:
        del book["spbe"]
    assert locked(sheet.page, sheet.row("simpeg"), sheet.column("fungsi"))
    assert str(sheet.get("simpeg", "fungsi")).endswith(" […]")
    assert [row for row in outcomes(terima(book)) if row[1] != "unchanged"] == []
    sheet.put("simpeg", "nama", "Lain")
    cell = sheet.put("simpeg", "fungsi", f"Lebih {sheet.get('simpeg', 'fungsi')}"[:32_000] + " […]")
    told = terima(book, words=("--sebagian", "--tulis"), code=1)
    [refused] = [row for row in told["rows"] if row["outcome"] == "refused"]
    assert refused["cell"] == cell
    assert "lebih panjang daripada yang dimuat sebuah sel" in refused["reason"]
    assert (said(region)["nama"], said(region)["fungsi"]) == ("Lain", long.strip())


def test_without_what_it_went_out_with_empty_cells_mean_nothing(terima, region: Path) -> None:
    book = exported(region, Audience("internal"))
    sheet = FilledSheet(book, "aplikasi")
    sheet.put("simpeg", "nama", "Lain")
    sheet.put("simpeg", "fungsi", None)
    del book["spbe"]
    told = terima(book, words=("--tulis", "--hapus"))
    assert "hanya dibandingkan dengan keadaan sekarang" in told["rows"][0]["reason"]
    assert (said(region)["nama"], said(region)["fungsi"]) == ("Lain", "Untuk semua pegawai.")


def test_base_values_that_somebody_spoiled_take_nothing_along(terima, region: Path) -> None:
    book = exported(region, Audience("internal"))
    page = book["spbe"]
    values = packing.unpacked(str(row[0].value) for row in page.iter_rows(min_row=2) if row[0].value)
    for odd in ({"x": {"y": "z"}}, [["x"]], "9999-99-99", "1e999", 7, None):
        values["records"]["aplikasi"]["simpeg"] |= {"fungsi": odd, "infrastruktur": odd, "sejak": odd}
        page.delete_rows(2, page.max_row)
        page["A2"] = base64.b64encode(zlib.compress(json.dumps(values).encode())).decode()
        assert terima(book, code=0)["counts"]["changed"] == 0, odd


def test_what_a_workbook_says_of_itself_gives_no_more_than_its_sender_has(terima, region: Path) -> None:
    own = exported(region, Audience("opd", "diskominfo"))
    FilledSheet(own, "aplikasi").put("simpeg", "fungsi", "Milik sendiri.")
    of_others = exported(region, Audience("opd", "dinkes"))
    whole = exported(region, Audience("internal"))
    sheet = FilledSheet(whole, "aplikasi")
    sheet.put("simrs", "fungsi", "Direbut.")
    sheet.put("simpeg", "infrastruktur", None)
    bare = exported(region, Audience("internal"))
    FilledSheet(bare, "aplikasi").put("simrs", "nama", "Direbut")
    FilledSheet(bare, "aplikasi").put("simpeg", "infrastruktur", None)
    del bare["spbe"]
    (region / SIMPEG).write_text(RECORDS[SIMPEG].replace("[inti, cadangan]", "[cadangan]"), "utf-8")
    told = terima(own, of_others, whole, bare, words=("--pengirim", "diskominfo", "--sebagian", "--tulis"), code=1)
    refused = {(row["file"], row["id"]) for row in told["rows"] if row["outcome"] in ("refused", "conflict")}
    hidden = ("isian-3.xlsx", "cadangan")  # for its sender there is no such server
    assert refused == {("isian-1.xlsx", ""), ("isian-2.xlsx", "simrs"), ("isian-3.xlsx", "simrs"), hidden}
    assert (said(region)["fungsi"], said(region)["infrastruktur"]) == ("Milik sendiri.", ["cadangan"])
    assert "fungsi" not in said(region, "architecture/aplikasi/simrs.yaml")


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"nama;kode", "bukan buku kerja"), (b"PK\x03\x04rusak", "rusak")],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(terima, data: bytes, reason: str) -> None:
    told = terima(data, code=1)
    [row] = told["rows"]
    assert (row["file"], row["outcome"]) == ("isian-0.xlsx", "refused")
    assert reason in row["reason"]


def test_a_workbook_of_others_asks_for_nothing(terima, region: Path) -> None:
    book = exported(region, Audience("internal"))
    for title in book.sheetnames[1:]:
        del book[title]
    told = terima(book, code=1)
    assert "Tidak ada lembar isian" in told["rows"][0]["reason"]
