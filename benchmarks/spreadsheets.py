"""Ten thousand records out into a workbook and back: beside bare XlsxWriter, and beside pandas.

Usage: ``python -m benchmarks.spreadsheets [rows]``.

The records are business processes that leave none of the columns of their sheet empty which such a record can have;
with those that take one more item, and those that lead to other sheets, there are 22. The peers write the same cells
without formats, drop-downs or base values, and read the sheet with these cells alone. Opening the region, which every
command does alike, is in no figure; reducing it to what the workbook's readers may see is in both of terima.
Seconds are those of the processor, for all of it is the work of one.
"""

from __future__ import annotations

import io
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter
import yaml
from openpyxl import load_workbook

from benchmarks.measuring import least_work
from benchmarks.synthetic import make_region
from spbe.checks import Opened, open_region
from spbe.editions import Audience, Edition
from spbe.exchange.handed_in.acceptance import accepted
from spbe.exchange.handed_in.formats import submission_of
from spbe.exchange.handed_in.senders import Sender
from spbe.exchange.sheets.sheet import Sheet
from spbe.exchange.sheets.workbook import records_workbook
from spbe.exchange.sheets.xlsx_writer import FIRST, KEYS, xlsx_bytes
from spbe.exchange.workbooks.workbook_guard import demand_harmless
from spbe.exchange.workbooks.workbook_reading import read_workbook
from spbe.history import view_of

ROWS = 10_000
KIND = "proses-bisnis"
EVERY = 100
"""One row in so many has another description when the workbook comes back changed."""


def make_processes(root: Path, rows: int) -> None:
    """A region with ``rows`` business processes."""
    make_region(root, 400)
    folder = root / "architecture" / KIND
    patterns = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(folder.glob("*.yaml"))]
    offices = sorted(path.stem for path in (root / "architecture/perangkat-daerah").glob("*.yaml"))
    codes = sorted({code for one in patterns for code in one["referensi"]})
    made = [_process(patterns[n % len(patterns)], n, offices, codes) for n in range(len(patterns), rows)]
    for one in made:
        text = yaml.dump(one, Dumper=yaml.CSafeDumper, allow_unicode=True)
        (folder / f"{one['id']}.yaml").write_text(text, "utf-8")


def _process(pattern: dict[str, Any], number: int, offices: list[str], codes: list[str]) -> dict[str, Any]:
    return {
        **{key: value for key, value in pattern.items() if key != "rencana"},
        "id": f"{KIND}-{number}",
        "nama": f"{pattern['nama'].rsplit(' ', 1)[0]} {number}",
        "perangkat_daerah": offices[number % len(offices)],
        "klasifikasi": "terbuka",
        "sumber": "Peta proses bisnis",
        "dahulu": [f"proses-{number}"],
        "tag": ["inti"],
        "referensi": [codes[number % len(codes)]],
        "keadaan": "saat-ini",
        "sejak": "2019",
        "menggantikan": [f"{KIND}-{number - 1}"],
        "program": "Program penunjang urusan pemerintahan",
        "kewenangan": "kabupaten-kota",
        "periode": "2025–2029",
        "dasar_hukum": ["Perbup 3/2024", "Perda 1/2020"],
    }


def bare(sheet: Sheet) -> bytes:
    """The cells of ``sheet`` and its headings, as XlsxWriter alone writes them."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as workbook:
        page = workbook.add_worksheet()
        page.write_row(0, 0, [column.label for column in sheet.columns])
        for number, row in enumerate(sheet.rows, 1):
            page.write_row(number, 0, row)
    return stream.getvalue()


def changed(data: bytes) -> bytes:
    """The workbook with another description in some rows, as another program saves it."""
    book = load_workbook(io.BytesIO(data))
    page = book.worksheets[1]
    place = next(cell.column for cell in page[KEYS + 1] if cell.value == f"{KIND}:uraian")
    for row in range(FIRST + 1, page.max_row + 1, EVERY):
        page.cell(row, place).value = f"Diperbaiki pada baris {row}."
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _export(view: Edition) -> bytes:
    return xlsx_bytes(records_workbook(view, [KIND]))


def _receive(opened: Opened, data: bytes) -> None:
    handed_in = submission_of("isian.xlsx", data, opened, Sender())
    accepted("benchmark", opened, [handed_in], Sender())


def main(rows: int = ROWS) -> None:
    """Print what was measured."""
    with tempfile.TemporaryDirectory() as folder:
        make_processes(Path(folder), rows)
        opened = open_region(Path(folder))
        view = view_of(opened, Audience("publik"))
        sheet, data = records_workbook(view, [KIND]).sheets[0], _export(view)
        print(f"\nA workbook of {rows} rows by {len(sheet.columns)} columns: {len(data) / 1e6:.1f} MB")
        _beside("bare XlsxWriter", partial(bare, sheet), {"spbe export, from records to bytes": partial(_export, view)})
        _beside(
            "pandas.read_excel, openpyxl",
            lambda: pd.read_excel(io.BytesIO(data), sheet_name=1, engine="openpyxl"),
            {
                "spbe terima, untouched, to the change": partial(_receive, opened, data),
                f"  one row in {EVERY} changed": partial(_receive, opened, changed(data)),
                "  the guard alone": partial(demand_harmless, data),
                "  guard and cells": partial(read_workbook, data),
            },
        )


def _beside(peer: str, work: Any, ours: dict[str, Any]) -> None:
    measure = least_work(work)
    print(f"  {peer:<44}{measure:>8.2f} s{1:>8.2f}")
    for what, one in ours.items():
        seconds = least_work(one)
        print(f"  {what:<44}{seconds:>8.2f} s{seconds / measure:>8.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
