"""A workbook holds what the edition shows, comes back as it was, and keeps what is typed into it."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from spbe.editions import Audience, Edition, redact
from spbe.exchange.sheets.base_values import unpacked
from spbe.exchange.sheets.kind_sheets import kind_sheets
from spbe.exchange.sheets.long_texts import fitting
from spbe.exchange.sheets.quick_sheet import QuickSheet
from spbe.exchange.sheets.workbook import Workbook, kinds_with_records, records_workbook
from spbe.exchange.sheets.xlsx_look import LINE_HEIGHT, height_of
from spbe.exchange.sheets.xlsx_writer import (
    BASE_SHEET,
    FIRST,
    HEADINGS,
    KEYS,
    LISTS_SHEET,
    sheet_names,
    xlsx_bytes,
)
from spbe.i18n import speaking
from spbe.scoring.outcomes import outcomes
from support.concealed_regions import OPD, conceal, write_open_records
from support.filled_sheets import grids, locked, opened, page_of
from support.regions import PART_DAY, REGIONS, open_fast, open_shared

BELOW = 900
"""A row far below those of the records."""


def seen(root: Path, audience: Audience) -> Edition:
    region = open_fast(root, PART_DAY).region
    return redact(region, outcomes(region), audience)


@cache
def sample() -> tuple[Workbook, bytes]:
    region = open_shared(REGIONS["arunika"]).region
    view = redact(region, outcomes(region), Audience("internal"))
    book = records_workbook(view, kinds_with_records(view))
    return book, xlsx_bytes(book)


@cache
def sample_read() -> Any:
    return opened(sample()[1])


@cache
def small() -> Any:
    """The workbook of one office with some of its records."""
    region = open_shared(REGIONS["arunika"]).region
    view = redact(region, outcomes(region), Audience("opd", "diskominfo"))
    return opened(xlsx_bytes(records_workbook(view, ["aplikasi", "infrastruktur", "peta-rencana", "bukti"])))


def column(page: Any, key: str) -> int:
    return next(cell.column for cell in page[1] if str(cell.value).partition(":")[2] == key)


def validation(page: Any, key: str) -> Any:
    letter = page.cell(1, column(page, key)).column_letter
    return next(
        one for one in page.data_validations.dataValidation if str(one.sqref).startswith(f"{letter}{FIRST + 1}")
    )


def offers(book: Any, page: Any, key: str) -> list[str]:
    found = re.fullmatch(r"Daftar!\$A\$(\d+):\$A\$(\d+)", validation(page, key).formula1)
    assert found
    return [book[LISTS_SHEET][f"A{row}"].value for row in range(int(found[1]), int(found[2]) + 1)]


def test_the_whole_sample_comes_back_from_its_file() -> None:
    book, _content = sample()
    found = grids(sample_read())
    for kind, records in book.base.records.items():
        assert kind_sheets(kind, Audience("internal").classes).records(found, book.names) == records


def test_the_same_region_gives_the_same_bytes() -> None:
    book, content = sample()
    assert xlsx_bytes(book) == content


def test_cells_that_are_written_in_one_step_are_those_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    book, content = sample()
    monkeypatch.delattr(QuickSheet, "_write_cell")
    assert xlsx_bytes(book) == content


def test_the_workbook_carries_the_values_from_which_people_begin() -> None:
    book, _content = sample()
    page = sample_read()[BASE_SHEET]
    assert page.sheet_state == "veryHidden"
    assert page["A1"].value == f"spbe {book.base.revision}"
    assert unpacked(str(row[0].value) for row in page.iter_rows(min_row=2)) == book.base


@pytest.mark.parametrize("damaged", [[], ["AAAA"], ["bukan"], ["eJwDAAAAAAE="]])
def test_damaged_base_values_are_told(damaged: list[str]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        unpacked(damaged)


def test_ids_are_locked_and_everything_else_is_open() -> None:
    page = page_of(small(), "aplikasi")
    assert page.protection.sheet
    found = [cell.column for cell in page[KEYS + 1] if locked(page, FIRST + 1, cell.column)]
    assert found == [column(page, "id")]
    assert not page.column_dimensions["A"].protection.locked  # a new record may bring its id


def test_what_is_typed_below_the_rows_stays_what_it_is() -> None:
    page = page_of(small(), "bukti")
    for key, shown in {"nomor": "@", "tanggal": "dd/mm/yyyy", "sha256": "@"}.items():
        letter = page.cell(1, column(page, key)).column_letter
        assert page.column_dimensions[letter].number_format == shown, key
    plans = page_of(small(), "peta-rencana")
    assert plans.column_dimensions[plans.cell(1, column(plans, "anggaran")).column_letter].number_format == "#,##0"


def test_cells_offer_codes_by_their_labels_and_records_by_their_names() -> None:
    book = small()
    page = page_of(book, "aplikasi")
    assert offers(book, page, "keadaan") == ["Saat ini", "Rencana", "Dihentikan", "belum diketahui", "tidak ada"]
    offices = offers(book, page, "perangkat_daerah")
    assert "Dinas Komunikasi dan Informatika [diskominfo]" in offices
    assert len(offices) == len(open_shared(REGIONS["arunika"]).region.records["perangkat-daerah"]) + 2
    assert validation(page, "layanan").type is None  # picking one would put it in the place of all
    assert offers(book, page, "layanan+")
    assert book[LISTS_SHEET].sheet_state == "hidden"


def test_indicators_stand_before_their_names() -> None:
    found = grids(sample_read())["peta-rencana"]
    told = {text for row in found.rows for text in str(found.at(row, "indikator") or "").split("; ") if text}
    assert told
    assert all(" · " in text for text in told)


def test_headings_stay_in_sight_and_required_ones_are_marked() -> None:
    page = page_of(small(), "aplikasi")
    assert page.freeze_panes == "C3"
    assert page.row_dimensions[1].hidden
    heads = {str(cell.value) for cell in page[HEADINGS + 1]}
    assert {"ID *", "Nama *", "Uraian", "Tambah: Layanan"} <= heads
    assert page.auto_filter.ref.startswith("A2:")
    assert (page.page_setup.orientation, page.print_title_rows) == ("landscape", "$2:$2")


def test_fields_that_a_row_cannot_have_are_closed() -> None:
    page = page_of(small(), "infrastruktur")
    kinds = {page.cell(row, column(page, "jenis")).value: row for row in range(FIRST + 1, page.max_row + 1)}
    place = column(page, "tipe")
    closed = {name for name, row in kinds.items() if locked(page, row, place)}
    assert closed
    assert closed < set(kinds)


def test_no_cell_is_ever_a_formula(minimal: Path) -> None:
    path = minimal / "architecture/aplikasi/rumus.yaml"
    texts = {"uraian": "=1+1", "sumber": "@SUM(A1)", "tag": ["+62", "-1", "=HYPERLINK(1)"], "lain": {"=a": "=b"}}
    path.write_text(yaml.safe_dump({"id": "rumus", "nama": "=cmd|' /C calc'!A0"} | texts), "utf-8")
    content = xlsx_bytes(records_workbook(seen(minimal, Audience("internal")), ["aplikasi"]))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        pages = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert pages
    assert not [page for page in pages if b"<f>" in page or b"<f " in page]
    [row] = [row for row in grids(opened(content))["aplikasi"].rows if row[0] == "rumus"]
    assert "=1+1" in row


@pytest.mark.parametrize(("edition", "opd"), [("publik", None), ("opd", OPD)])
def test_what_is_hidden_changes_no_byte(minimal: Path, edition: str, opd: str | None) -> None:
    write_open_records(minimal)
    audience = Audience(edition, opd)  # type: ignore[arg-type]

    def made() -> bytes:
        view = seen(minimal, audience)
        return xlsx_bytes(records_workbook(view, kinds_with_records(view)))

    before = made()
    conceal(minimal, edition)  # type: ignore[arg-type]
    assert made() == before
    assert xlsx_bytes(records_workbook(seen(minimal, Audience("internal")), ["aplikasi"])) != before


def test_an_office_gets_its_own_records_and_every_name() -> None:
    found = grids(small())["aplikasi"]
    owners = {found.at(row, "perangkat_daerah") for row in found.rows}
    assert owners == {"Dinas Komunikasi dan Informatika [diskominfo]"}
    assert any("[simpeg]" in one for one in offers(small(), page_of(small(), "aplikasi"), "menggantikan+"))


def test_the_first_sheet_tells_how_to_fill_it_in() -> None:
    page = small().worksheets[0]
    text = "\n".join(str(row[0].value) for row in page.iter_rows())
    assert page.title == "Petunjuk"
    for words in ("Bukan untuk umum", "belum diketahui", "tidak ada", "titik koma", "Arti warna", "Aplikasi ("):
        assert words in text


def test_a_workbook_may_be_in_english() -> None:
    view = seen(REGIONS["madiun"], Audience())
    with speaking("en"):
        book = records_workbook(view, ["aplikasi"])
        content = xlsx_bytes(book)
    assert "Name *" in [cell.value for cell in page_of(opened(content), "aplikasi")[HEADINGS + 1]]
    assert (
        kind_sheets("aplikasi", Audience().classes).records(grids(opened(content)), book.names)
        == book.base.records["aplikasi"]
    )


def test_names_of_sheets_are_short_and_told_apart() -> None:
    long = "Aplikasi - Integrasi di luar katalog"
    assert sheet_names([long, long, "Data/[a]"]) == [
        "Aplikasi - Integrasi di luar ka",
        "Aplikasi - Integrasi di luar 2",
        "Data  a",
    ]


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    assert fitting("a" * 32_767) == "a" * 32_767
    assert len(fitting("a" * 32_768)) == 32_767
    assert fitting("😀" * 20_000).endswith("😀 […]")


def test_a_row_is_as_high_as_its_text_breaks_over_lines_and_no_row_pushes_the_others_away() -> None:
    assert height_of(["pendek", 7, None], [12, 12, 12]) is None
    assert height_of(["satu\ndua\ntiga", None], [45, 12]) == 3 * LINE_HEIGHT
    assert height_of(["kata " * 16], [45]) == 2 * LINE_HEIGHT
    assert height_of(["kata " * 1_000], [45]) == 4 * LINE_HEIGHT
