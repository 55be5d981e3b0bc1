"""A foreign list of ten thousand rows by twenty columns: how long until its rows have fields, beside pandas.

Usage: ``python -m benchmarks.importing [rows]``.
"""

from __future__ import annotations

import io
import sys
from functools import partial

import pandas as pd
import xlsxwriter

from benchmarks.measuring import shortest
from spbe.exchange.inventories.inventory_reading import read_inventory
from spbe.exchange.workbooks.workbook_guard import demand_harmless
from spbe.exchange.workbooks.workbook_reading import read_workbook
from spbe.model.kinds import KINDS

ROWS = 10_000
HEADERS = (
    "No",
    "Nama OPD",
    "Nama Aplikasi",
    "Deskripsi",
    "URL",
    "Jenis Aplikasi",
    "Status",
    "Tahun Pembuatan",
    "Basis Aplikasi",
    "Bahasa Pemrograman",
    "Framework",
    "Database",
    "Pengembang",
    "Pengelola",
    "Letak Server",
    "Jumlah User",
    "Kendala",
    "Dasar Hukum",
    "Keterangan",
    "Versi",
)


def drawn_up(rows: int) -> bytes:
    """A workbook as an office would draw it up, of texts and some numbers, with ``rows`` applications."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as workbook:
        sheet = workbook.add_worksheet("Aplikasi")
        sheet.write_row(0, 0, HEADERS)
        for number in range(1, rows + 1):
            sheet.write_row(number, 0, _row(number))
    return stream.getvalue()


def _row(number: int) -> list[str | int]:
    return [
        number,
        f"Dinas Nomor {number % 60}",
        f"Sistem Informasi Nomor {number}",
        f"Uraian yang agak panjang tentang aplikasi {number} untuk keperluan {number % 77}",
        f"https://app{number}.arunika.example",
        ("Khusus", "Aplikasi Pusat/Umum")[number % 2],
        "Tidak Aktif" if number % 7 == 0 else "Aktif",
        2010 + number % 15,
        "Web",
        "PHP",
        "Laravel",
        "MySQL",
        "Diskominfo",
        f"Bidang {number % 9}",
        "Ruang server",
        number % 500,
        f"kendala {number % 13}",
        "Perbup 1/2020",
        f"keterangan {number}",
        f"{number % 5}.{number % 3}",
    ]


def main(rows: int = ROWS) -> None:
    """Print what was measured."""
    data = drawn_up(rows)
    peer = shortest(lambda: pd.read_excel(io.BytesIO(data), engine="openpyxl"))
    print(f"\nA foreign list of {rows} rows by {len(HEADERS)} columns: {len(data) / 1e6:.1f} MB")
    for what, seconds in (
        ("pandas.read_excel, openpyxl", peer),
        ("headers, mapping and rows with fields", shortest(partial(read_inventory, "x", data, KINDS["aplikasi"]))),
        ("  the guard alone", shortest(partial(demand_harmless, data))),
        ("  guard and cells", shortest(partial(read_workbook, data))),
    ):
        print(f"  {what:<44}{seconds:>8.2f} s{seconds / peer:>8.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
