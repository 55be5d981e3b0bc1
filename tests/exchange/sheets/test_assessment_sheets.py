"""The working sheet of an assessment: what is asked, how it was, and what an office answers."""

from __future__ import annotations

from functools import cache

import pytest

from spbe.editions import Audience, Edition, EditionName, redact
from spbe.exchange.sheets.assessment_sheets import AssessmentSheets
from spbe.exchange.sheets.sheet import Sheet, SheetGrid
from spbe.exchange.sheets.workbook import Workbook, assessment_workbook
from spbe.exchange.sheets.xlsx_writer import xlsx_bytes
from spbe.problems.usage import RefusalError
from spbe.scoring.outcomes import outcomes
from support.filled_sheets import grids, locked, opened, page_of
from support.regions import REGIONS, open_shared

STAGES = ("dokumen", "interviu", "visitasi")


@cache
def view(edition: EditionName, opd: str | None = None) -> Edition:
    region = open_shared(REGIONS["arunika"]).region
    return redact(region, outcomes(region), Audience(edition, opd))


@cache
def book(name: str, edition: EditionName = "internal", opd: str | None = None) -> Workbook:
    return assessment_workbook(view(edition, opd), name)


def sheet(made: Workbook, key: str) -> Sheet:
    return next(one for one in made.sheets if one.key == key)


def cell(made: Workbook, code: str, key: str) -> object:
    grid = sheet(made, "jawaban").grid
    return next(grid.at(row, key) for row in grid.rows if row[0] == code)


def test_a_row_tells_what_each_level_asks_and_with_which_evidence() -> None:
    asked = str(cell(book("2025"), "I1", "kriteria/3"))
    assert asked.startswith("Memenuhi tingkat 2; mengatur lengkap referensi")
    assert "\nBukti yang diminta:\n- " in asked


def test_a_row_tells_how_the_indicator_stood_before() -> None:
    region = open_shared(REGIONS["arunika"]).region
    before = region.assessments["2024"]
    assert cell(book("2025"), "I1", "lalu/tingkat") == before.values["akhir"]["I1"]
    assert cell(book("2025"), "I1", "lalu/fakta") == before.answers["I1"].fakta
    keys = {column.key for column in sheet(book("2021"), "jawaban").columns}  # the first by its instrument
    assert not {key for key in keys if key.startswith("lalu/")}


def test_an_instrument_without_criteria_says_so() -> None:
    said = [line.text for line in book("2026-pemdi").guidance if "tanpa kriteria tingkat" in line.text]
    assert len(said) == 1
    assert not [one for one in sheet(book("2026-pemdi"), "jawaban").columns if one.key.startswith("kriteria/")]
    assert not [line for line in book("2025").guidance if "tanpa kriteria tingkat" in line.text]


def test_an_office_gets_the_indicators_that_it_answers_for() -> None:
    answers = open_shared(REGIONS["arunika"]).region.assessments["2025"].answers
    own = {code for code, answer in answers.items() if answer.perangkat_daerah == "diskominfo"}
    made = book("2025", "opd", "diskominfo")
    assert {row[0] for row in sheet(made, "jawaban").rows} == own
    assert own
    assert {one.key for one in made.sheets} == {"jawaban", "bukti"}
    assert made.base.stages == {}


def test_an_office_without_indicators_is_told() -> None:
    region = open_shared(REGIONS["arunika"]).region
    answering = {answer.perangkat_daerah for answer in region.assessments["2025"].answers.values()}
    idle = next(name for name in region.records["perangkat-daerah"] if name not in answering)
    with pytest.raises(RefusalError, match="bukan penanggung jawab"):
        book("2025", "opd", idle)


def test_answers_come_back_from_the_file() -> None:
    made = book("2025")
    region = view("internal").region
    shapes = AssessmentSheets(region.assessments["2025"], region.assessments["2025"].instrumen.all_indicators())
    found = grids(opened(xlsx_bytes(made)))
    kept = {"target", "fakta", "analisis", "diperiksa", "bukti"}
    told = {
        code: {name: value for name, value in answer.items() if name in kept}
        | ({"nilai": {"mandiri": answer["nilai"]["mandiri"]}} if "mandiri" in answer.get("nilai", {}) else {})
        for code, answer in made.base.answers["2025"].items()
    }
    assert shapes.read(found["jawaban"], made.names) == told
    values = region.assessments["2025"].values
    assert shapes.read_values(found["nilai"], made.names) == {
        code: {
            stage: str(values[stage][code])
            for stage in ("dokumen", "interviu", "visitasi")
            if code in values.get(stage, {})
        }
        for code in told
    }


def test_a_state_that_is_picked_is_one_more() -> None:
    region = view("internal").region
    shapes = AssessmentSheets(region.assessments["2025"], ())
    grid = SheetGrid(("indikator", "status", "status+"), [("I1", "Diisi", "Bukti lengkap"), ("I2", "Diisi", None)])
    assert shapes.read(grid, book("2025").names) == {"I1": {"status": [{"keadaan": "bukti-lengkap"}]}, "I2": {}}


def test_only_what_is_answered_can_be_changed() -> None:
    page = page_of(opened(xlsx_bytes(book("2025"))), "jawaban")
    open_keys = {str(one.value).partition(":")[2] for one in page[1] if not locked(page, 3, one.column)}
    assert open_keys == {"nilai/mandiri", "target", "fakta", "analisis", "diperiksa", "bukti", "bukti+", "status+"}


def test_levels_are_picked_from_those_that_the_instrument_words() -> None:
    content = opened(xlsx_bytes(book("2025")))
    for key, field in (("jawaban", "nilai/mandiri"), ("jawaban", "target"), ("nilai", "interviu")):
        page = page_of(content, key)
        letter = next(cell.column_letter for cell in page[1] if cell.value == f"{key}:{field}")
        [check] = [one for one in page.data_validations.dataValidation if str(one.sqref).startswith(f"{letter}3")]
        place = str(check.formula1).partition("!")[2].replace("$", "")
        assert [row[0].value for row in content["Daftar"][place]] == ["1", "2", "3", "4", "5"], field
