"""What a level asks depends on the assessment's year; facts drawn by hand from the regulation and Pedoman 3/2024."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from spbe.model.instrumen import Indikator
from spbe.standards.criteria import KriteriaIndikator, criteria_in, version_in
from spbe.standards.evidence import evidence_list, evidence_lists
from spbe.standards.instruments import load_instrument, prove, shipped_instruments
from spbe.standards.resources import StandardsError, read_yaml

SPBE_2018 = shipped_instruments()["permenpanrb-5-2018"]
SPBE_2020 = shipped_instruments()["permenpanrb-59-2020"]
PEMDI_2026 = shipped_instruments()["permenpanrb-8-2026"]
DATA = Path(__file__).parents[1] / "data"
KEY = (SPBE_2020.id, "pedoman-3-2024")


def asked(code: str, year: int) -> KriteriaIndikator:
    return criteria_in(SPBE_2020, indicator(code), year)


def indicator(code: str) -> Indikator:
    return next(one for one in SPBE_2020.all_indicators() if one.kode == code)


@pytest.mark.parametrize(
    ("year", "version"),
    [
        (2019, "permenpanrb-59-2020"),
        (2021, "permenpanrb-59-2020"),
        (2023, "permenpanrb-59-2020"),
        (2024, "pedoman-3-2024"),
        (2025, "pedoman-3-2024"),
        (2030, "pedoman-3-2024"),
    ],
)
def test_every_year_has_the_newest_version_begun_by_then(year: int, version: str) -> None:
    found = version_in(SPBE_2020, year)
    assert found is not None
    assert found.id == version
    assert asked("I1", year).versi == found


@pytest.mark.parametrize(
    ("code", "level", "words", "in_2023", "in_2024"),
    [
        ("I22", "3", "berdasarkan risiko SPBE", True, False),
        ("I22", "4", "berdasarkan risiko SPBE", False, True),
        ("I18", "4", "Sistem Penghubung Layanan Pemerintah", True, False),
        ("I18", "5", "SPLP", False, True),
        ("I17", "5", "Jaringan Intra Pemerintah di tingkat nasional", False, True),
        ("I23", "5", "regulasi Satu Data Indonesia", False, True),
        ("I24", "3", "pemanfaatan/penggunaan", True, False),
        ("I24", "3", "pengelolaan", False, True),
        ("I24", "2", "pengelolaan", False, True),
        ("I11", "2", "Sistem Informasi Arsitektur SPBE nasional", False, True),
        ("I11", "4", "Sistem Informasi Arsitektur SPBE nasional", False, True),
        ("I25", "5", "model kompetensi", False, True),
        ("I37", "4", "kepegawaian", True, False),
        ("I39", "4", "akuntabilitas kinerja", True, False),
        ("I42", "4", "kepegawaian", True, False),
        ("I43", "3", "otomasi pertukaran data", True, False),
        *((f"I{number}", "3", "otomasi alur kerja", True, False) for number in range(32, 48)),
    ],
)
def test_where_the_documents_differ(code: str, level: str, words: str, in_2023: bool, in_2024: bool) -> None:
    assert (words in asked(code, 2023).teks[level]) is in_2023
    assert (words in asked(code, 2024).teks[level]) is in_2024


def test_where_the_documents_agree_the_texts_are_the_same() -> None:
    for code in ("I1", "I3", "I5", "I12", "I16", "I21", "I26", "I29"):
        assert asked(code, 2023).teks == asked(code, 2025).teks == indicator(code).kriteria
    later = {one.kode for one in SPBE_2020.all_indicators() if one.kriteria_sejak}
    numbers = [11, 13, 14, 17, 18, 19, 20, 22, 23, 24, 25, 30, 31, *range(32, 48)]
    assert later == {f"I{number}" for number in numbers}


def test_all_235_statements_are_there_with_their_place() -> None:
    listed = evidence_lists()[KEY]
    assert listed.jumlah == 235
    assert {(code, level) for code, levels in listed.bukti.items() for level in levels} == {
        (f"I{number}", str(level)) for number in range(1, 48) for level in range(1, 6)
    }
    assert listed.bukti["I11"]["4"].tempat == "Bab II.C, indikator 11, tingkat 4"


@pytest.mark.parametrize(
    ("code", "level", "count", "optional", "words"),
    [
        ("I1", "4", 3, 1, "kurang dari dua tahun"),
        ("I3", "4", 1, 0, "seluruh rangkaian pengelolaan data"),
        ("I3", "5", 5, 1, "satu tahun setelah reviu"),
        ("I4", "5", 4, 0, "sekurang-kurangnya satu tahun setelah reviu"),
        ("I7", "5", 4, 0, "Sistem Penghubung Layanan Pemerintah di tingkat nasional"),
        ("I11", "2", 1, 0, "Sistem Informasi Arsitektur SPBE nasional"),
        ("I12", "4", 3, 1, "tiga tahun terakhir"),
        ("I14", "4", 3, 1, "BPMN"),
        ("I17", "5", 2, 1, "Jaringan Intra Pemerintah di tingkat nasional"),
        ("I21", "3", 1, 0, "pakta integritas"),
        ("I22", "4", 4, 1, "CSIRT"),
        ("I22", "5", 2, 0, "Salah satu atau lebih"),
        ("I31", "5", 2, 0, "undangan rapat tindak lanjut hasil audit"),
        ("I25", "4", 3, 1, "Tim Koordinasi SPBE"),
        ("I26", "4", 4, 1, "pengetahuan baru yang sudah dibagi pakai"),
        ("I27", "3", 2, 0, "selama pedoman nasional belum ditetapkan"),
        ("I29", "4", 3, 1, "riset dan inovasi nasional"),
        ("I31", "4", 3, 1, "keamanan siber"),
        ("I32", "5", 3, 1, "portal nasional administrasi pemerintahan"),
        ("I44", "5", 3, 1, "Portal Nasional Pelayanan Publik"),
        ("I45", "4", 1, 0, "Mal Pelayanan Publik (MPP) Digital"),
        ("I47", "5", 3, 1, "RB Tematik"),
    ],
)
def test_evidence_as_the_guideline_lists_it(code: str, level: str, count: int, optional: int, words: str) -> None:
    statement = asked(code, 2024).bukti[level]
    assert (len(statement.wajib), len(statement.opsional)) == (count, optional)
    assert words in " ".join(statement.wajib)


def test_years_before_the_guideline_list_no_evidence() -> None:
    assert asked("I1", 2023).bukti == {}
    assert asked("I1", 2023).kaidah is None


def test_explanations_are_worded_by_domain() -> None:
    rules = {code: asked(code, 2025).kaidah for code in ("I10", "I11", "I21", "I47")}
    assert [rule.tempat for rule in rules.values() if rule] == [f"Bab III.B.{number}" for number in (1, 2, 3, 4)]
    assert all("<nama berkas bukti>" in rule.fakta for rule in rules.values() if rule)


def test_instruments_without_criteria_of_their_own_say_which_they_have() -> None:
    first = criteria_in(SPBE_2018, SPBE_2018.all_indicators()[0], 2019)
    assert (first.versi, first.khusus, first.bukti) == (None, False, {})
    assert first.teks["0"] == "Tidak ada kebijakan."
    none = criteria_in(PEMDI_2026, PEMDI_2026.all_indicators()[0], 2026)
    assert (none.versi, none.teks, none.bukti, none.kaidah) == (None, {}, {}, None)


def test_an_instrument_of_a_region_may_carry_versions_too() -> None:
    raw = yaml.load((DATA / "own-instrument/indicators/instrumen/uji-daerah.yaml").read_text("utf-8"), yaml.BaseLoader)
    raw["versi_kriteria"] = [
        {"id": "perwali", "nama": "Perwali", "dokumen": "Peraturan Wali Kota", "sejak": "2027"},
        {"id": "pedoman", "nama": "Pedoman", "dokumen": "Pedoman Wali Kota", "sejak": "2029"},
    ]
    raw["aspek"][0]["indikator"][0]["kriteria_sejak"] = {"pedoman": {"3": "Pengaduan terpantau tiap hari."}}
    instrument = load_instrument(raw)
    first = instrument.all_indicators()[0]

    assert prove(instrument) == []
    assert criteria_in(instrument, first, 2028).teks["3"] == "Pengaduan terpantau."
    later = criteria_in(instrument, first, 2029)
    assert later.teks == {"1": "Ada alamat pengaduan.", "3": "Pengaduan terpantau tiap hari."}
    assert (later.versi, later.bukti) == (instrument.versi_kriteria[1], {})


def _without_a_level(raw: Any) -> None:
    del raw["bukti"]["I9"]["5"]


def _without_an_indicator(raw: Any) -> None:
    del raw["bukti"]["I9"]


def _without_a_text(raw: Any) -> None:
    raw["bukti"]["I9"]["5"]["wajib"] = [" "]


def _without_a_pattern(raw: Any) -> None:
    del raw["kaidah"]["D4"]


def _of_another_count(raw: Any) -> None:
    raw["jumlah"] = "236"


def _of_an_unknown_version(raw: Any) -> None:
    raw["versi"] = "pedoman-6-2023"


@pytest.mark.parametrize(
    "broken",
    [
        _without_a_level,
        _without_an_indicator,
        _without_a_text,
        _without_a_pattern,
        _of_another_count,
        _of_an_unknown_version,
    ],
)
def test_an_incomplete_list_is_our_fault(broken: Callable[[Any], None]) -> None:
    raw = deepcopy(read_yaml("bukti-dukung/pedoman-3-2024.yaml"))
    assert evidence_list(raw, SPBE_2020, "uji").jumlah == 235
    broken(raw)
    with pytest.raises(StandardsError, match="uji"):
        evidence_list(raw, SPBE_2020, "uji")
