"""Tables as files for spreadsheets: the cells of the CSV file, with what a program can calculate with."""

from __future__ import annotations

import csv
import io
from datetime import date

from spbe.exchange import DataColumn, DataTable, csv_bytes, semicolon_csv_bytes, table_xlsx_bytes
from spbe.exchange.shapes import DATE, DECIMAL
from support.filled_sheets import opened

TEXT = {"type": ["string", "null"]}
TABLE = DataTable(
    "uji",
    "Tabel uji: a/b",
    "Apa isinya.",
    (
        DataColumn("id", {**TEXT, "title": "ID", "description": "Nama tetap."}),
        DataColumn("tanggal", {"type": ["string", "null"], "pattern": DATE}),
        DataColumn("indeks", {"type": ["string", "null"], "pattern": DECIMAL}),
        DataColumn("tahun", {"type": "integer"}),
        DataColumn("daftar", {"type": "array"}),
    ),
    (
        {"id": "=1+1", "tanggal": "2024-05-31", "indeks": "2.6", "tahun": 2024, "daftar": ["a; b", "=c"]},
        {
            "id": "031101",
            "tanggal": "2019-05",
            "indeks": None,
            "tahun": 2025,
            "daftar": [],
            "tanpa_nilai": {"indeks": "tidak ada"},
        },
    ),
)


def lines(content: bytes, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_the_semicolon_file_has_decimal_commas_and_the_same_cells() -> None:
    first, second = lines(csv_bytes(TABLE)[0], ","), lines(semicolon_csv_bytes(TABLE), ";")
    assert first[1] == ["'=1+1", "2024-05-31", "2.6", "2024", '"a; b"; \'=c']
    assert second[1] == ["'=1+1", "2024-05-31", "2,6", "2024", '"a; b"; \'=c']
    assert (first[0], first[2]) == (second[0], second[2])


def test_a_spreadsheet_has_numbers_days_and_texts() -> None:
    content = table_xlsx_bytes(TABLE, [("Lisensi", "CC0 1.0")], "Uji", date(2026, 1, 1))
    book = opened(content)
    assert book.sheetnames == ["Tabel uji  a b", "Keterangan"]
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    rows[1][1] = str(rows[1][1])
    assert rows == [
        ["id", "tanggal", "indeks", "tahun", "daftar"],
        ["=1+1", "2024-05-31 00:00:00", 2.6, 2024, '"a; b"; =c'],
        ["031101", "05/2019", "tidak ada", 2025, None],
    ]
    assert book.worksheets[0]["A2"].data_type == "s"
    notes = [[cell.value for cell in row] for row in book.worksheets[1].iter_rows()]
    assert ["Lisensi", "CC0 1.0", None] in notes
    assert ["id", "ID", "Nama tetap."] in notes
    assert table_xlsx_bytes(TABLE, [("Lisensi", "CC0 1.0")], "Uji", date(2026, 1, 1)) == content
