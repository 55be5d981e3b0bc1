"""What somebody hands in is looked through before a library reads it, and costs little however it was made."""

from __future__ import annotations

import random
import tracemalloc
from contextlib import suppress
from datetime import date

import pytest

from spbe.exchange.workbooks.workbook_guard import ROWS, WorkbookFormat, demand_harmless
from spbe.exchange.workbooks.workbook_reading import read_workbook
from spbe.exchange.workbooks.zip_parts import UNPACKED, HostileFileError
from support.workbooks import SHEET, ods_parts, sheet_xml, xlsx_parts, zipped

PLAIN = '<row r="1"><c r="A1"><v>7</v></c><c r="B1" t="inlineStr"><is><t>tujuh</t></is></c></row>'
PARTS = xlsx_parts(PLAIN)
ODS_ROW = (
    "<table:table-row>"
    '<table:table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell>'
    '<table:table-cell office:value-type="date" office:date-value="2026-03-02"><text:p>x</text:p></table:table-cell>'
    "</table:table-row>"
)
ODS = ods_parts(ODS_ROW)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def with_rows(rows: str) -> bytes:
    return zipped(xlsx_parts(rows))


def cell(written: str) -> bytes:
    """A workbook whose second row has one more cell, with the attributes ``written``."""
    return with_rows(f'{PLAIN}<row r="2"><c {written}><v>1</v></c></row>')


def lying() -> bytes:
    """A zip whose list says that a part holds less than comes out of it."""
    data = bytearray(zipped({**PARTS, "xl/lain.xml": "<a>" + " " * 100_000}))
    entry = data.rfind(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (1_000).to_bytes(4, "little")
    return bytes(data)


def overlapping() -> bytes:
    """A zip whose list leads to the same bytes twice."""
    data = bytearray(zipped({**PARTS, "xl/a.xml": "<a/>", "xl/b.xml": "<a/>"}))
    last = data.rfind(b"PK\x01\x02")
    before = data.rfind(b"PK\x01\x02", 0, last)
    data[last + 42 : last + 46] = data[before + 42 : before + 46]
    return bytes(data)


def encrypted() -> bytes:
    data = bytearray(zipped(PARTS))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


HOSTILE = {
    "a cell in the last corner": (cell('r="XFD1048576"'), "sel XFD1048576 terisi"),
    "a far cell in single quotes": (cell("t='n' r = 'ZZ99999'"), "sel ZZ99999 terisi"),
    "a far cell of another namespace": (cell('xmlns:x="urn:x" x:r="XFD9"'), "sel XFD9 terisi"),
    "a far cell after a bracket in a value": (cell('t=">" r="XFD1048576"'), "sel XFD1048576 terisi"),
    "a far cell that ends by itself only in a value": (cell('t="/>" r="XFD1048576"'), "sel XFD1048576 terisi"),
    "an address in entities": (cell('r="&#88;FD1048576"'), "tidak lazim"),
    "an address far from its name": (cell(f'r{" " * 500}="XFD1048576"'), "tidak lazim"),
    "a far row": (with_rows('<row r="1048576"><c><v>1</v></c></row>'), "baris"),
    "too many cells without addresses": (with_rows("<row>" + "<c><v>1</v></c>" * 1_000_001 + "</row>"), "sel"),
    "a far cell in a part of another name": (
        zipped({**PARTS, "xl/media/gambar.png": sheet_xml('<row><c r="XFD1048576"><v>1</v></c></row>')}),
        "sel XFD1048576 terisi",
    ),
    "another encoding": (zipped({**PARTS, SHEET: sheet_xml(PLAIN).encode("utf-16")}), "UTF-8"),
    "an encoding that is declared": (zipped({**PARTS, SHEET: sheet_xml(PLAIN).replace("UTF-8", "utf-7")}), "UTF-8"),
    "entities": (zipped({**PARTS, "xl/sharedStrings.xml": '<!DOCTYPE s [<!ENTITY a "b">]><sst/>'}), "entitas"),
    "a formula without its value": (with_rows('<row r="1"><c r="A1"><f>1+1</f><v></v></c></row>'), "rumus"),
    "a shared formula without its value": (with_rows('<row r="1"><c r="A1"><f t="shared" si="0"/></c></row>'), "rumus"),
    "macros": (zipped({**PARTS, "xl/vbaProject.bin": b"x"}), "makro"),
    "macros by type alone": (
        zipped(
            {
                **PARTS,
                "[Content_Types].xml": PARTS["[Content_Types].xml"].replace("sheet.main", "sheet.macroEnabled.main"),
            }
        ),
        "makro",
    ),
    "macros of an old workbook": (OLE + "_VBA_PROJECT".encode("utf-16-le"), "makro"),
    "macros of an open document": (zipped({**ODS, "Basic/Standard/Modul.xml": "<x/>"}), "makro"),
    "links to other workbooks": (zipped({**PARTS, "xl/externalLinks/externalLink1.xml": "<x/>"}), "tautan"),
    "a source of data elsewhere": (zipped({**PARTS, "xl/connections.xml": "<x/>"}), "tautan"),
    "a table from elsewhere": (zipped(ods_parts(f'<table:table-source xlink="x"/>{ODS_ROW}')), "tautan"),
    "a password": (encrypted(), "kata sandi"),
    "a password of Excel": (OLE + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
    "a password of an open document": (
        zipped({**ODS, "META-INF/manifest.xml": "<manifest:encryption-data />"}),
        "kata sandi",
    ),
    "a zip bomb": (zipped({**PARTS, "xl/sharedStrings.xml": b"<sst>" + bytes(UNPACKED)}), "MB bila dibuka"),
    "a zip bomb that lies": (lying(), "MB bila dibuka"),
    "parts that lie over one another": (overlapping(), "rusak"),
    "two parts of one name": (zipped({**PARTS, SHEET.upper(): sheet_xml("")}), "rusak"),
    "half a file": (zipped(PARTS)[:-40], "rusak"),
    "text": (b"nama;kode\n", "bukan buku kerja"),
    "another document": (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "bukan buku kerja"),
    "nothing": (b"", "bukan buku kerja"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_can_hurt_a_reader_is_refused_with_its_reason_in_little_memory(name: str) -> None:
    data, said = HOSTILE[name]
    tracemalloc.start()
    try:
        with pytest.raises(HostileFileError, match=said):
            demand_harmless(data)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_what_people_save_is_read() -> None:
    assert demand_harmless(zipped(PARTS)) is WorkbookFormat.XLSX
    (sheet,) = read_workbook(zipped(PARTS))
    assert (sheet.name, sheet.hidden, sheet.rows) == ("A", False, [[7.0, "tujuh"]])


def test_a_formula_is_its_value() -> None:
    (sheet,) = read_workbook(with_rows('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>'))
    assert sheet.rows == [[2.0]]


def test_cells_that_have_nothing_but_a_style_reach_as_far_as_they_like() -> None:
    styled = "".join(f'<row r="{row}"><c r="XFD{row}" s="3"/></row>' for row in range(2, 20_000))
    (sheet,) = read_workbook(with_rows(PLAIN + styled))
    assert sheet.rows == [[7.0, "tujuh"]]


def test_a_sheet_as_long_as_is_allowed_is_read() -> None:
    long = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, ROWS + 1))
    assert demand_harmless(with_rows(long)) is WorkbookFormat.XLSX


def test_an_open_document_is_read_in_another_process() -> None:
    (sheet,) = read_workbook(zipped(ODS))
    assert sheet.rows == [[7.0, date(2026, 3, 2)]]


def test_cells_repeated_by_number_end_only_the_other_process() -> None:
    filled = '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="7"/>'
    rows = f'<table:table-row table:number-rows-repeated="1048575">{filled}</table:table-row>'
    with pytest.raises(HostileFileError):
        read_workbook(zipped(ods_parts(rows)))


@pytest.mark.parametrize("damages", [60, pytest.param(5_000, marks=pytest.mark.deep)])
def test_a_damaged_workbook_is_read_or_refused(damages: int) -> None:
    whole, chance = zipped(PARTS), random.Random(17)  # noqa: S311
    for _ in range(damages):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 8, 40))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        end = chance.choice((len(data), len(data), chance.randrange(len(data))))
        with suppress(HostileFileError):
            read_workbook(bytes(data[:end]))
