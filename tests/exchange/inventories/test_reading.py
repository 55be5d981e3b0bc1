"""Foreign lists come in many forms; each row is read where it stands, and never guessed."""

from __future__ import annotations

import codecs

import pytest

from spbe.exchange.inventories.column_mapping import ColumnMapping, SheetMapping
from spbe.exchange.inventories.inventory_reading import propose, read_inventory
from spbe.exchange.inventories.mapped_rows import Inventory
from spbe.model.kinds import KINDS
from spbe.problems.usage import RefusalError
from support.inventories import addresses, csv_of, names, texts, xlsx_of
from support.inventory_files import KEPT, SHEET
from support.libreoffice import SUFFIXES

HEAD = ("No", "Nama OPD", "Nama Aplikasi", "Alamat Domain / IP", "Jenis Aplikasi", "Status")
ROWS = (
    HEAD,
    (1, "Dinas Kesehatan", "SIMRS", "https://simrs.arunika.example", "Khusus", "Aktif"),
    (2, "Dinas Perhubungan", "e-Parkir – Kota", "https://parkir.arunika.example", "Khusus", "Tidak Aktif"),
)


def _read(data: bytes | str, kind: str = "aplikasi", mapping: ColumnMapping | None = None) -> Inventory:
    return read_inventory("daftar", data.encode() if isinstance(data, str) else data, KINDS[kind], mapping)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter_and_encoding_gives_the_same_rows(delimiter: str) -> None:
    text = csv_of(ROWS, delimiter)
    wrong = []
    encoded = {
        "utf-8": text.encode(),
        "utf-8 with mark": codecs.BOM_UTF8 + text.encode(),
        "utf-16 with mark": text.encode("utf-16"),
        "utf-16-le": text.encode("utf-16-le"),
        "utf-16-be": text.encode("utf-16-be"),
        "windows-1252": text.encode("cp1252"),
    }
    for name, data in encoded.items():
        read = _read(data)
        last = read.rows[-1]
        if (len(read.rows), texts(last).get("nama"), last.number) != (2, "e-Parkir – Kota", 3):
            wrong.append((name, read.rows))
    assert not wrong


def test_a_cell_is_told_as_the_spreadsheet_shows_it() -> None:
    (first, second) = _read(xlsx_of({"Data Aplikasi": [["DAFTAR APLIKASI"], [], *ROWS]})).rows
    assert texts(second) == {
        "perangkat_daerah": "Dinas Perhubungan",
        "nama": "e-Parkir – Kota",
        "tautan": "https://parkir.arunika.example",
        "jenis": "Khusus",
        "keadaan": "Tidak Aktif",
    }
    assert addresses(second)["nama"] == "Data Aplikasi!C5"
    assert (first.number, second.address) == (4, "Data Aplikasi!5")
    assert second.fields["nama"][0].header == "Nama Aplikasi"


def test_a_row_of_csv_is_where_its_first_line_is() -> None:
    rows = _read('Nama Aplikasi;Deskripsi\r\nSatu;"dua\r\nbaris"\r\nDua;x\r\n').rows
    assert [(row.number, addresses(row)["uraian"]) for row in rows] == [(2, "B2"), (4, "B4")]


def test_headers_on_two_rows_are_read_together() -> None:
    grid = [
        ["Inventarisasi Aplikasi"],
        ["No", "Aplikasi", "", "Pengelolaan", ""],
        ["", "Nama", "URL", "OPD", "Vendor"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        [1, "SIMRS", "https://simrs.arunika.example", "Dinas Kesehatan", "CV Satu"],
    ]
    merged = {"A": ["A1:E1", "A2:A3", "B2:C2", "D2:E2"]}
    read = _read(xlsx_of({"A": grid}, merged))
    assert [texts(row) for row in read.rows] == [
        {
            "nama": "SIMRS",
            "tautan": "https://simrs.arunika.example",
            "perangkat_daerah": "Dinas Kesehatan",
            "pengembang": "CV Satu",
        }
    ]
    assert read.mapping.sheets[0].header_rows == (2, 3)
    assert read.rows[0].fields["pengembang"][0].header == "Pengelolaan > Vendor"


def test_an_owner_merged_over_several_rows_is_that_of_each() -> None:
    grid = [["OPD", "Nama Aplikasi"], ["Dinas Kesehatan", "Satu"], ["", "Dua"], ["", ""], ["Setda", "Tiga"]]
    read = _read(xlsx_of({"A": grid}, {"A": ["A2:A4"]}))
    owners = [(texts(row)["perangkat_daerah"], addresses(row)["perangkat_daerah"]) for row in read.rows]
    assert owners == [("Dinas Kesehatan", "A!A2"), ("Dinas Kesehatan", "A!A2"), ("Setda", "A!A5")]


def test_what_is_no_record_is_told_and_not_lost() -> None:
    grid = [
        [*HEAD],
        [1, "Setda", "Satu", "", "Khusus", "Aktif"],
        ["A. Dinas Kesehatan"],
        [2, "Setda", "Jumlah Penduduk", "", "Khusus", "Aktif"],
        [*HEAD],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["Jumlah", "", "", "", "", 2],
        [],
        ["", "", "", "", "Mengetahui,"],
        ["", "", "Kepala Dinas"],
    ]
    read = _read(xlsx_of({"A": grid}))
    assert names(read) == ["Satu", "Jumlah Penduduk"]
    assert [row.number for row in read.rows if row.no_record] == [3, 5, 6, 7, 9, 10]


def test_rows_whose_cells_moved_are_left_to_a_person() -> None:
    text = (
        "Nama Aplikasi;Deskripsi;Alamat;Jenis Aplikasi;Status\n"
        "Satu;baik;https://satu.arunika.example;Khusus;Aktif\n"
        "Dua;a) satu; b) dua;https://dua.arunika.example;Khusus;Aktif\n"
        "Tiga;a) satu; b) dua;https://tiga.arunika.example;Khusus\n"
        'Empat;"sebuah "nama" lain";https://empat.arunika.example;Khusus;Aktif\n'
        'Lima;"tak ditutup; lalu;https://lima.arunika.example;Khusus;Aktif\n'
        "Enam;baik;https://enam.arunika.example;Aktif;Khusus\n"
        "Tujuh;baik;https://tujuh.arunika.example;Khusus;Perlu diperbarui\n"
    )
    read = _read(text)
    assert names(read) == ["Satu", "Dua", "Tiga", "Empat", "Lima", "Enam", "Tujuh"]
    assert [texts(row)["nama"] for row in read.rows if row.shifted] == ["Dua", "Tiga", "Lima", "Enam"]
    assert texts(read.rows[3])["uraian"] == 'sebuah "nama" lain'


def test_rows_below_the_heading_of_an_office_are_its_own_until_the_next_heading() -> None:
    grid = [
        ["No", "Nama Aplikasi", "URL", "Status"],
        ["A", "DINAS KESEHATAN"],
        [1, "SIMRS", "https://simrs.arunika.example", "Aktif"],
        [2, "e-Puskesmas", "", "Aktif"],
        ["", "B. Badan Kepegawaian"],
        [3, "SIMPEG", "", "Aktif"],
        ["C", "Lain-lain"],
        [4, "Dinas Digital", "", "Aktif"],
    ]
    rows = [row for row in _read(xlsx_of({"A": grid})).rows if row.no_record is None]
    assert [
        (texts(row)["nama"], texts(row).get("perangkat_daerah"), addresses(row).get("perangkat_daerah")) for row in rows
    ] == [
        ("SIMRS", "DINAS KESEHATAN", "A!B2"),
        ("e-Puskesmas", "DINAS KESEHATAN", "A!B2"),
        ("SIMPEG", "Badan Kepegawaian", "A!B5"),
        ("Dinas Digital", None, None),
    ]


def test_sheets_that_are_called_by_offices_say_who_owns_their_rows() -> None:
    grid = [["Nama Aplikasi", "URL"], ["Satu", "https://satu.arunika.example"]]
    read = _read(xlsx_of({"Dinkes": grid, "Setda": grid, "Sheet3": grid}))
    assert [texts(row).get("perangkat_daerah") for row in read.rows] == ["Dinkes", "Setda", None]


def test_a_csv_that_was_saved_once_more_is_taken_out_of_its_quotes() -> None:
    read = _read('"Nama Aplikasi,URL,Deskripsi"\r\n"Satu,x,""a, b"""\r\n"Dua,y,c"\r\n')
    assert [(row.number, texts(row)["uraian"]) for row in read.rows] == [(2, "a, b"), (3, "c")]


def test_a_name_that_goes_on_in_the_next_row_is_left_to_a_person() -> None:
    names_of = ["Izin usaha (kota", "provinsi)", "Pasar (tradisional)", "Buka (lupa", "Lain"]
    read = _read("Proses Bisnis,Asal\n" + "".join(f"{name},x\n" for name in names_of), "proses-bisnis")
    assert [row.number for row in read.rows if row.shifted] == [2, 3]


def test_a_quote_that_nobody_closed_swallows_no_row() -> None:
    body = "".join(f"Aplikasi {n};OPD {n};ket\n" for n in range(50))
    read = _read('Nama Aplikasi;OPD;Keterangan\n"Buka;OPD;ket\n' + body + 'Akhir;OPD;"tutup"\n')
    assert len(read.rows) == 52


def test_several_sheets_of_one_workbook_say_of_what_jenis_they_are() -> None:
    read = _read(
        xlsx_of(
            {
                "Perangkat Keras Server": [["Nama Server", "Status Kepemilikkan"], ["Srv 1", "Sendiri"]],
                "Komputasi Awan": [
                    ["Nama Goverment Cloud", "→ Jaringan Intra Pemerintah (Dependency)"],
                    ["PDN", "-"],
                ],
                "Petunjuk": [["PC tidak perlu dimasukkan"]],
            }
        ),
        "infrastruktur",
    )
    assert [(texts(row)["jenis"], texts(row)["nama"]) for row in read.rows] == [
        ("server", "Srv 1"),
        ("komputasi-awan", "PDN"),
    ]
    assert set(read.rows[1].fields) == {"nama", "jaringan", "jenis"}
    said = " ".join(read.remarks)
    assert "`Petunjuk` dilewati" in said
    assert "`Status Kepemilikkan` dibaca sebagai `Status Kepemilikan`" in said


def test_two_columns_for_one_value_are_a_persons_decision() -> None:
    data = xlsx_of({"A": [["Nama Aplikasi", "Deskripsi", "Uraian"], ["Satu", "x", "y"]]})
    with pytest.raises(RefusalError, match=r"`Uraian` juga dapat menjadi `uraian`.*--buat-peta"):
        _read(data)
    assert [one.target for one in propose("a.xlsx", data, KINDS["aplikasi"]).sheets[0].columns] == [
        "nama",
        "uraian",
        "lain",
    ]


def test_of_two_columns_for_one_list_the_one_that_holds_its_values_gets_it() -> None:
    grid = [["Nama Aplikasi", "Kategori Aplikasi", "Jenis"], ["Satu", "Pelayanan", "Khusus"], ["Dua", "Lain", "Umum"]]
    read = _read(xlsx_of({"A": grid}))
    assert (texts(read.rows[0])["jenis"], [cell.text for cell in read.rows[0].other]) == ("Khusus", ["Pelayanan"])
    assert read.remarks == ("Kolom `Kategori Aplikasi` masuk ke `lain`: `jenis` diisi dari kolom lain.",)


def test_headers_that_nobody_knows_are_a_persons_decision() -> None:
    with pytest.raises(RefusalError, match="--buat-peta"):
        _read(xlsx_of({"A": [["Barang", "Letaknya", "Punya Siapa"], ["Satu", "x", "y"], ["Dua", "x", "y"]]}))


def test_a_mapping_is_followed_where_headers_and_sheet_moved() -> None:
    mapping = ColumnMapping(
        (
            SheetMapping(
                "2023",
                (1, 1),
                {"Barang": "nama", "Punya Siapa": "perangkat_daerah", "Letaknya": "abaikan", "Hidup": "keadaan"},
                values={"keadaan": {"masih jalan": "saat-ini"}},
            ),
        )
    )
    grid = [
        ["Daftar 2025"],
        ["Hidup", "Barang", "Punya Siapa", "Baru", "Letaknya"],
        ["Masih  Jalan", "A", "B", "C", "D"],
    ]
    read = _read(xlsx_of({"2025": grid}), mapping=mapping)
    assert texts(read.rows[0]) == {"keadaan": "saat-ini", "nama": "A", "perangkat_daerah": "B"}
    assert [cell.text for cell in read.rows[0].other] == ["C"]
    assert any("`Baru`" in remark for remark in read.remarks)


def test_a_mapping_for_another_file_is_refused() -> None:
    mapping = ColumnMapping((SheetMapping("", (1, 1), {"Barang": "nama"}),))
    with pytest.raises(RefusalError, match="`Barang`"):
        _read(csv_of(ROWS), mapping=mapping)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"<html><body><table><tr><td>Nama Aplikasi</td></tr></table>", "laman web"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "bukan buku kerja"),
        (b"PK\x03\x04 rusak", "rusak"),
        (b"", "kosong"),
        (b"\n\n,,\n", "kosong"),
    ],
)
def test_what_is_no_list_is_refused_with_a_reason(data: bytes, word: str) -> None:
    with pytest.raises(RefusalError, match=word):
        _read(data)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_list_is_read_the_same_whatever_program_saved_it(suffix: str) -> None:
    read = _read((KEPT / f"daftar{suffix}").read_bytes())
    assert [(row.number, texts(row)) for row in read.rows if row.no_record is None] == [
        (
            6,
            {
                "perangkat_daerah": "Dinas Kesehatan",
                "nama": "SIMRS",
                "tautan": "https://simrs.arunika.example",
                "tahun_dibangun": "2019",
                "sejak": "2020-03-31",
            },
        ),
        (7, {"perangkat_daerah": "Dinas Kesehatan", "nama": "e-Puskesmas", "tahun_dibangun": "2021"}),
        (
            9,
            {
                "perangkat_daerah": "Dinas Perhubungan",
                "nama": "e-Parkir",
                "tautan": "https://parkir.arunika.example",
                "tahun_dibangun": "2022",
            },
        ),
    ]
    assert [row.number for row in read.rows if row.no_record] == [10]
    assert addresses(read.rows[1])["perangkat_daerah"] == f"{SHEET}!B6"
    assert read.rows[0].fields["tahun_dibangun"][0].header == "Tahun Pembuatan"
    assert ["`Lama`" in remark for remark in read.remarks] == [True]
