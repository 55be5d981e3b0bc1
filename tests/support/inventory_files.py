"""A list as people draw it up, saved by LibreOffice in every format; run as a program it makes the kept ones anew."""

from __future__ import annotations

import io
from datetime import date

import xlsxwriter

from support.libreoffice import SUFFIXES, saved_by_libreoffice
from support.regions import ROOT

KEPT = ROOT / "tests" / "data" / "inventaris-libreoffice"
SHEET = "Aplikasi 2024"


def drawn_up() -> bytes:
    """The list before it is saved by another program."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as workbook:
        sheet = workbook.add_worksheet(SHEET)
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        sheet.merge_range("A1:F1", "DAFTAR APLIKASI KABUPATEN ARUNIKA")
        sheet.merge_range("A3:A4", "No")
        sheet.merge_range("B3:B4", "Perangkat Daerah")
        sheet.merge_range("C3:D3", "Aplikasi")
        sheet.merge_range("E3:E4", "Tahun\nPembuatan")
        sheet.merge_range("F3:F4", "Sejak")
        sheet.write_row("C4", ["Nama", "URL"])
        sheet.write_row("A5", ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"])
        sheet.merge_range("B6:B7", "Dinas Kesehatan")
        sheet.write_row("A6", [1])
        sheet.write_row("C6", ["SIMRS", "https://simrs.arunika.example", 2019])
        sheet.write_datetime("F6", date(2020, 3, 31), day)
        sheet.write_row("A7", [2])
        sheet.write_row("C7", ["e-Puskesmas", "", 2021])
        sheet.write_row("A9", [3, "Dinas Perhubungan", "e-Parkir", "https://parkir.arunika.example", 2022])
        sheet.write_formula("E10", "=COUNT(E6:E9)", None, 3)
        sheet.merge_range("A10:D10", "Jumlah")
        hidden = workbook.add_worksheet("Lama")
        hidden.write_row("A1", ["Nama Aplikasi"])
        hidden.write_row("A2", ["Tersembunyi"])
        hidden.hide()
    return stream.getvalue()


def main() -> None:
    """Write the kept files."""
    KEPT.mkdir(exist_ok=True)
    for suffix in SUFFIXES:
        (KEPT / f"daftar{suffix}").write_bytes(saved_by_libreoffice(drawn_up(), suffix))


if __name__ == "__main__":
    main()
